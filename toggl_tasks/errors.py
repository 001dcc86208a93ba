"""The exceptions of this package. Their texts never contain credentials or request bodies."""

from __future__ import annotations

import copyreg
import datetime
import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from ._quota import Quota

if TYPE_CHECKING:
    import httpx

    from ._flow import Reply

MAX_EXCERPT = 300
"""Maximum number of characters of a body that an error quotes."""
MAX_REDACTED = 100_000
"""Maximum number of characters that are searched for secrets: many more than are quoted."""


class SchemaDriftWarning(UserWarning):
    """A value in a response does not have the type in the specification; it is returned unchanged."""


class TogglError(Exception):
    """Base class of all errors of this package. Invalid arguments raise TypeError or ValueError instead.

    Catch it to handle every failure of a call; its message is human-readable.
    """

    partial: Any = None
    """The result of the requests that succeeded before, in a call that takes several."""
    attempts: int = 0
    """Number of times that the failed request was sent."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle without request and response, since they contain the credentials."""
        state = {name: value for name, value in vars(self).items() if name not in ("request", "response")}
        return copyreg.__newobj__, (type(self), *self.args), state  # type: ignore[attr-defined]


class ConnectionFailed(TogglError):
    """The connection to the service failed or broke.

    Check the network, the proxy and the certificates; the text names the cause. If `may_have_arrived` is True, check
    whether a write was applied before you repeat it.
    """

    may_have_arrived: bool = True
    """Whether the service may have received and applied the request."""
    passing: bool = True
    """Whether a retry may succeed; False, for example, for an untrusted certificate."""


class TimedOut(ConnectionFailed):
    """The service did not respond before the timeout or the deadline.

    Repeat the call later, or raise `timeout` or `deadline`.
    """


class DecodeFailed(TogglError):
    """The body of a successful response does not match the specification and cannot be used.

    A proxy or a sign-in page may have answered in place of the service. If not, the service has changed: update this
    package, or report what the text says.
    """

    response: httpx.Response | None = None
    status: int | None = None
    """Status of the response, if there was one."""
    may_have_been_applied: bool = False
    """Whether the service accepted a write, so that repeating it could apply it twice."""

    def __init__(self, message: str, response: httpx.Response | None = None) -> None:
        super().__init__(message)
        self.response = response


class NameNotFound(TogglError, LookupError):
    """No item of a list has the name that was passed to `find`, or several items have it.

    Correct the name, or use one of `ids`.
    """

    ids: tuple[int, ...] = ()
    """Ids of the items, if several have the name."""


class BudgetExceeded(TogglError):
    """A call needs more requests than the `budget` has left; no request was sent.

    Raise the budget, or list less.
    """

    needed: int = 0
    """Number of requests that the call needs."""
    left: int = 0
    """Number of requests left in the budget."""


class SharingFailed(TogglError):
    """The file or the Redis server of the option `shared` failed; the request was not sent.

    Check the path or the URL, and the write permission.
    """


class ApiError(TogglError):
    """The service responded with an error status. The common statuses have subclasses.

    `status` is the HTTP status, `message` the service's message, `request_id` identifies the request for Toggl's
    support.
    """

    request: httpx.Request | None = None
    response: httpx.Response | None = None
    """Like `request`, an object of httpx2 if `http_client` is a client of httpx2."""
    retry_after: float | None = None
    """Seconds to wait according to the `Retry-After` header, if there is one."""

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
        place = f"{request.method} {request.url.path}" if request is not None and status in (404, 405, 410) else ""
        details = ", ".join(filter(None, (place, request_id and f"request id {request_id}")))
        super().__init__(f"{status}: {message or 'no message'}" + (f" ({details})" if details else ""))


class BadRequest(ApiError):
    """400: the request is invalid.

    The text says what the service rejects; correct the arguments.
    """


class NotAuthenticated(ApiError):
    """401: the credentials are missing or wrong. For a 403 of Track, the subclass WrongCredentials is raised.

    Check the token, and whether it belongs to this API: Track and Focus have different ones.
    """


class PaymentRequired(ApiError):
    """402: the subscription does not include this feature. Not retried.

    Use another workspace, or change the subscription.
    """


class QuotaExceeded(ApiError):
    """402: the hourly quota is spent. `resets_at` is the time when it resets, if the service returned it.

    If `response` is None, the quota was already known to be spent, and no request was sent. Wait until `resets_at`,
    or let the client wait with `on_quota="wait"`.
    """

    resets_at: datetime.datetime | None = None


class Forbidden(ApiError):
    """403: the user has no access. For wrong credentials, Track also returns 403: see WrongCredentials.

    Check the ids, and the role of the user in the workspace.
    """


class WrongCredentials(NotAuthenticated, Forbidden):
    """403 of Track: token, e-mail or password is wrong. A subclass of both NotAuthenticated and Forbidden.

    Recognized by its message, "Incorrect username and/or password" (observed: other clients report it).
    """


class NotFound(ApiError):
    """404: the object does not exist.

    Check the ids; the object may have been deleted.
    """


class Gone(ApiError):
    """410: the route no longer exists.

    Update this package.
    """


class RateLimited(ApiError):
    """429: the rate limit was exceeded.

    It is raised when the retries were not enough. Set `pace`, and `shared` if several processes use the same token.
    """


class ServerError(ApiError):
    """5xx: the service failed.

    Repeat the call later. Check first whether a write was applied.
    """


_BY_STATUS = {400: BadRequest, 401: NotAuthenticated, 402: PaymentRequired, 403: Forbidden, 404: NotFound, 410: Gone}
_BY_STATUS |= {429: RateLimited} | dict.fromkeys(range(500, 600), ServerError)


def api_error(reply: Reply, quota: Quota | None, redact: Callable[[str], str]) -> ApiError:
    """The error for a response with a status outside 2xx. `redact` removes secrets from a text."""
    status, (message, trace_id) = reply.status, explanation(reply.body, redact)
    kind = _BY_STATUS.get(status, ApiError)
    if status == 402 and ("hourly limit" in message or (quota is not None and quota.remaining == 0)):
        kind = QuotaExceeded
    elif status == 403 and "username and/or password" in message:
        kind = WrongCredentials
    request_id = reply.headers.get("x-toggl-request-id") or trace_id
    error = kind(status, message, request=reply.response.request, response=reply.response, request_id=request_id)
    if isinstance(error, QuotaExceeded):
        error.resets_at = quota.resets_at if quota else None
    return error


def explanation(body: bytes, redact: Callable[[str], str]) -> tuple[str, str | None]:
    """The human-readable message in an error body, and the trace id of Focus.

    Bodies that have been observed: empty, plain text, a JSON string, `message`, `error_message` as text or object,
    `error_description` (Focus), an array of strings, an HTML page.
    """
    try:
        value = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
        text = _text(value)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return excerpt(body, redact), None
    trace_id = value.get("trace_id") if isinstance(value, dict) else None
    return _shorten(text, redact), _shorten(trace_id, redact) if isinstance(trace_id, str) else None


def is_page(body: bytes) -> bool:
    """Whether a body is an HTML page."""
    return re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|head|body)\b", body, re.IGNORECASE) is not None


def excerpt(body: bytes, redact: Callable[[str], str]) -> str:
    """The beginning of a body that is not JSON, or the title of an HTML page."""
    text = body.decode("utf-8-sig", "replace").strip()
    if is_page(body):
        title = re.search(r"<(title|h1)[^>]*>(.*?)</\1>", text, re.IGNORECASE | re.DOTALL)
        text = f"an HTML page: {html.unescape(title[2]).strip() if title else 'no title'}"
    return " ".join(redact(text[:MAX_REDACTED]).split())[:MAX_EXCERPT]


def _shorten(text: str, redact: Callable[[str], str]) -> str:
    return redact(text[:MAX_REDACTED])[:MAX_EXCERPT]


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
