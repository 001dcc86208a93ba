"""Everything that can go wrong with a call. No text here ever holds a credential or a request body."""

from __future__ import annotations

import datetime
import html
import re
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from ._quota import Quota

if TYPE_CHECKING:
    import httpx

EXCERPT = 300
"""The most characters of a body that an error shows."""


class SchemaDriftWarning(UserWarning):
    """The service sent a value of another type than the specification says; it was kept as it came."""


class TogglError(Exception):
    """Base of all errors of this package; bad arguments raise TypeError or ValueError instead."""

    partial: Any = None
    """What earlier requests of the same call achieved, when a call takes several requests."""
    attempts: int = 0
    """How often the failed request was sent."""


class ConnectionFailed(TogglError):
    """The service could not be reached, or the connection broke."""

    may_have_arrived: bool = True
    """Whether the service may have received the request, and may have done what it asks."""
    passing: bool = True
    """Whether it may go well when tried again: not so for a certificate that is not trusted."""


class TimedOut(ConnectionFailed):
    """The service did not answer in time."""


class DecodeFailed(TogglError):
    """The body of a successful answer is not what the specification says, and nothing could be kept."""

    def __init__(self, message: str, response: httpx.Response | None = None) -> None:
        super().__init__(message)
        self.response = response


class BudgetExceeded(TogglError):
    """A call needs more requests than the `budget` leaves; none of them was sent."""

    needed: int = 0
    """Requests that the call still needs."""
    left: int = 0
    """Requests that the budget still has."""


class SharingFailed(TogglError):
    """The file or the Redis server that shares pace and quota does not do so; the request was not sent."""


class ApiError(TogglError):
    """The service refused. Subclasses name the usual statuses; others come as `ApiError` itself."""

    statuses: ClassVar[tuple[int, ...]] = ()
    retry_after: float | None = None
    """Seconds that the service asks to wait, where it does."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        request: httpx.Request | None = None,
        response: httpx.Response | None = None,
        request_id: str | None = None,
    ) -> None:
        self.status, self.message, self.request_id = status, message, request_id
        self.request, self.response = request, response
        named = f" (request id {request_id})" if request_id else ""
        super().__init__(f"{status}: {message or 'no explanation'}{named}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles leave out the request and the response, which hold the credentials."""
        kept = {name: value for name, value in vars(self).items() if name not in ("request", "response")}
        return type(self), (self.status, self.message), kept


class BadRequest(ApiError):
    """400: something in the request is not valid."""

    statuses = (400,)


class NotAuthenticated(ApiError):
    """401: no credentials, or (Focus) wrong ones."""

    statuses = (401,)


class PaymentRequired(ApiError):
    """402: the plan does not include this. A repeat will not help."""

    statuses = (402,)


class QuotaExceeded(ApiError):
    """402 with the hourly quota spent. `resets_at` says when it is full again, if the service told.

    Without `response`, the quota was known to be spent and no request was sent.
    """

    resets_at: datetime.datetime | None = None


class Forbidden(ApiError):
    """403: the user may not see this, or (Track) the credentials are wrong."""

    statuses = (403,)


class NotFound(ApiError):
    """404: no such thing."""

    statuses = (404,)


class Gone(ApiError):
    """410: the route no longer exists."""

    statuses = (410,)


class RateLimited(ApiError):
    """429: too many requests at once."""

    statuses = (429,)


class ServerError(ApiError):
    """5xx: the service failed."""

    statuses = tuple(range(500, 600))


_BY_STATUS = {status: kind for kind in ApiError.__subclasses__() for status in kind.statuses}


def api_error(
    status: int, body: bytes, *, quota: Quota | None, request_id: str | None, response: httpx.Response | None
) -> ApiError:
    """The error that an answer with a status outside 2xx stands for."""
    message, trace_id = explanation(body)
    kind = _BY_STATUS.get(status, ApiError)
    spent = quota is not None and quota.remaining == 0
    if status == 402 and (spent or "hourly limit" in message):
        kind = QuotaExceeded
    request = response.request if response is not None else None
    error = kind(status, message, request=request, response=response, request_id=request_id or trace_id)
    if isinstance(error, QuotaExceeded):
        error.resets_at = quota.resets_at if quota else None
    return error


def explanation(body: bytes) -> tuple[str, str | None]:
    """The text for people in an error body, and Focus's trace id.

    Seen in the wild: empty, plain text, a JSON string, `message`, `error_message` as text or object,
    `error_description` (Focus), an array of strings, an HTML page.
    """
    try:
        value = msgspec.json.decode(body)
        text = _text(value)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return excerpt(body), None
    trace_id = value.get("trace_id") if isinstance(value, dict) else None
    return text[:EXCERPT], trace_id if isinstance(trace_id, str) else None


def is_page(body: bytes) -> bool:
    """Whether a body is an HTML page."""
    return re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|head|body)\b", body, re.IGNORECASE) is not None


def excerpt(body: bytes) -> str:
    """The beginning of a body that is not JSON; of an HTML page, its title."""
    text = body.decode("utf-8", "replace").strip()
    if is_page(body):
        title = re.search(r"<(title|h1)[^>]*>(.*?)</\1>", text, re.IGNORECASE | re.DOTALL)
        text = f"an HTML page: {html.unescape(title[2]).strip() if title else 'no title'}"
    return " ".join(text.split())[:EXCERPT]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case {"error_description": str(text)} | {"message": str(text)} | {"default_message": str(text)}:
            return text
        case {"error_message": inner} | {"error": inner} | {"message": inner}:
            return _text(inner)
        case list():
            return "; ".join(filter(None, map(_text, value)))
        case _:
            return value if isinstance(value, str) else msgspec.json.encode(value).decode()
