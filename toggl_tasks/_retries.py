"""When a request is sent again, and how long to wait before."""

from __future__ import annotations

import email.utils
import math
import random
import re
from collections.abc import Callable

import attrs
import msgspec

from toggl_openapi.operation import Operation

from .errors import ApiError, ConnectionFailed, TogglError


@attrs.frozen(kw_only=True)
class Retries:
    """How often a failed request is sent again, and after which time: exponential back-off with full jitter.

    429 is repeated for every operation, and so is a connection that never came about. A broken connection, a timeout,
    502, 503 and 504 are repeated for GET, PUT and DELETE; for POST never, since the service may have done what it was
    asked to.
    """

    count: int = attrs.field(default=3, validator=attrs.validators.ge(0))
    """Repeats of one request at most, after the first attempt."""
    patch: bool = False
    """Repeat PATCH as GET is repeated, where it only replaces or removes: an `add` could be applied twice."""
    first_wait: float = attrs.field(default=0.5, validator=attrs.validators.ge(0))
    """Most seconds before the first repeat; each further one may wait twice as long."""
    longest_wait: float = attrs.field(default=30.0, validator=attrs.validators.ge(0))
    """Most seconds before any repeat, where the service does not name a time."""
    longest_retry_after: float = attrs.field(default=120.0, validator=attrs.validators.ge(0))
    """Most seconds that a Retry-After of the service is honoured for."""
    jitter: Callable[[], float] = attrs.field(default=random.random, repr=False)
    """Gives the part of the longest wait that is waited, from 0 to 1."""

    def pause(self, repeats: int, retry_after: float | None) -> float:
        """Seconds to wait after so many repeats."""
        if retry_after is not None:
            return min(retry_after, self.longest_retry_after)
        longest = min(self.longest_wait, math.ldexp(self.first_wait, min(repeats, 64)))
        return longest * self.jitter()

    def reason(self, operation: Operation[object], failure: TogglError) -> str | None:
        """Why a repeat may help and does no harm, in a few words; None when it must not be sent again."""
        if isinstance(failure, ConnectionFailed):
            harmless = not failure.may_have_arrived or self._repeatable(operation)
            return type(failure.__cause__ or failure).__name__ if failure.passing and harmless else None
        if isinstance(failure, ApiError) and (
            failure.status == 429 or (failure.status in (502, 503, 504) and self._repeatable(operation))
        ):
            return str(failure.status)
        return None

    def _repeatable(self, operation: Operation[object]) -> bool:
        """Whether an operation that is applied twice does what it does once."""
        if operation.method != "PATCH":
            return operation.method in ("GET", "PUT", "DELETE")
        if not self.patch:
            return False
        body = msgspec.json.decode(operation.body or b"[]")
        return not isinstance(body, list) or all(change.get("op") in ("replace", "remove") for change in body)


def number_of_retries(given: int | Retries, usual: Retries) -> Retries:
    """What a program gave as `retries`: a number changes only the number of the usual ones."""
    if isinstance(given, Retries):
        return given
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ValueError(f"retries is a number of repeats, or Retries(...), not {given!r}")
    return attrs.evolve(usual, count=given)


def read_retry_after(text: str | None, now: float) -> float | None:
    """Seconds from now (seconds since 1970) that a Retry-After header asks to wait; None when it says nothing.

    Whole seconds and HTTP dates are HTTP's own forms; fractions are sent by some proxies.
    """
    if text is None:
        return None
    if re.fullmatch(r"\s*[0-9]{1,12}(\.[0-9]{0,9})?\s*", text, re.ASCII):
        return float(text)
    try:
        seconds = email.utils.parsedate_to_datetime(text).timestamp() - now
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
