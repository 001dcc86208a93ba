"""Retries: which failed requests are sent again, and after how many seconds."""

from __future__ import annotations

import datetime
import email.utils
import math
import random
import re
from collections.abc import Callable

import attrs
import msgspec

from toggl_openapi.operation import Operation

from .errors import ApiError, ConnectionFailed, TogglError

SHORTEST_RETRY_AFTER = 0.1
"""Minimum wait in seconds if the service sends Retry-After: without it, all retries could be sent at once."""


@attrs.frozen(kw_only=True)
class Retries:
    """When failed requests are retried: exponential backoff with full jitter.

    Requests are retried when a retry is safe. After 429 and after a failure to connect, every request is retried.
    After a broken connection, a timeout, 502, 503 or 504, the service may have applied the request, so only idempotent
    operations are retried: GET, PUT, DELETE, and the operations of Focus that archive, unarchive or restore.
    """

    count: int = attrs.field(default=3, validator=attrs.validators.ge(0))
    """Maximum number of retries of one request."""
    patch: bool = False
    """Retry PATCH like GET, if it only replaces or removes values: an `add` could be applied twice."""
    first_wait: float = attrs.field(default=0.5, validator=attrs.validators.ge(0))
    """Maximum wait in seconds before the first retry; it doubles with each further one."""
    longest_wait: float = attrs.field(default=30.0, validator=attrs.validators.ge(0))
    """Maximum wait in seconds before any retry, unless the service sends Retry-After."""
    longest_retry_after: float = attrs.field(default=120.0, validator=attrs.validators.ge(0))
    """Maximum number of seconds to wait because of Retry-After."""
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)
    """Returns the fraction of the maximum wait to use, from 0 to 1."""

    def pause(self, repeats: int, retry_after: float | None) -> float:
        """Seconds to wait after this many retries. A Retry-After of 0, or in the past, does not replace the backoff."""
        if retry_after:
            return max(min(retry_after, self.longest_retry_after), SHORTEST_RETRY_AFTER)
        longest = min(self.longest_wait, math.ldexp(self.first_wait, min(repeats, 64)))
        seconds = longest * self.jitter()
        return seconds if retry_after is None else max(seconds, SHORTEST_RETRY_AFTER)

    def reason(self, operation: Operation[object], failure: TogglError) -> str | None:
        """The cause of a failure after which a retry is safe, for the log; None if it must not be retried."""
        if isinstance(failure, ConnectionFailed):
            safe = not failure.may_have_arrived or self._is_idempotent(operation)
            return type(failure.__cause__ or failure).__name__ if failure.passing and safe else None
        if isinstance(failure, ApiError) and (
            failure.status == 429 or (failure.status in (502, 503, 504) and self._is_idempotent(operation))
        ):
            return str(failure.status)
        return None

    def _is_idempotent(self, operation: Operation[object]) -> bool:
        """Whether applying an operation twice has the same effect as once."""
        if operation.idempotent or operation.method != "PATCH" or not self.patch:
            return operation.idempotent
        body = msgspec.json.decode(operation.body or b"[]")
        return not isinstance(body, list) or all(
            change.get("op", "replace") in ("replace", "remove") for change in body
        )


def make_retries(retries: int | Retries, default: Retries) -> Retries:
    """The settings for the option `retries`: a number changes only the count of the default."""
    if isinstance(retries, Retries):
        return retries
    if isinstance(retries, bool) or not isinstance(retries, int) or retries < 0:
        raise ValueError(f"retries must be a number of retries, or Retries(...), not {retries!r}")
    return attrs.evolve(default, count=retries)


def read_retry_after(text: str | None, now: float) -> float | None:
    """Seconds to wait according to a Retry-After header; None if it is missing or invalid.

    HTTP allows whole seconds and dates; some proxies send fractions. `now` is in seconds since 1970.
    """
    if text is None:
        return None
    if re.fullmatch(r"\s*[0-9]{1,12}(\.[0-9]{0,9})?\s*", text, re.ASCII):
        return float(text)
    date = parse_date(text)
    return None if date is None else max(0.0, date.timestamp() - now)


def parse_date(text: str) -> datetime.datetime | None:
    """The time in a header such as Date, in UTC if it has no time zone; None if it is invalid."""
    try:
        date = email.utils.parsedate_to_datetime(text)
        return date if date.tzinfo is not None else date.replace(tzinfo=datetime.UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
