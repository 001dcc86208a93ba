"""The context of a request in the middleware."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response

from ..faults.connection import Connection
from ..faults.fault import ActiveFault
from ..limits.quota import QuotaStatus
from ..operations import FOCUS_PREFIX, TRACK_PREFIX, SandboxOperation
from ..state.entities import User
from ..state.state import State
from .authentication import focus_scope, focus_user, track_scope, track_user
from .errors import focus_error, focus_invalid, track_error, track_invalid


@dataclass(frozen=True, slots=True)
class Api:
    """The differences between the two APIs."""

    name: str
    request_id_header: str
    """Name of the header with the request id; that of Focus is assumed."""
    error: Callable[[int, str, str, Mapping[str, str]], Response]
    """Writes an error: status, text, id of the request, headers."""
    invalid: Callable[[str, str, str], str]
    """Formats an invalid argument: its place (`path`, `query`, `body`), the name of the field, the rule."""
    user: Callable[[State, str], User]
    unknown_route: str
    """The message of a 404 for an unknown route."""
    quota_scope: Callable[[State, Mapping[str, str]], tuple[int | None] | None]


TRACK: Final = Api(
    "track", "x-toggl-request-id", track_error, track_invalid, track_user, "404 page not found", track_scope
)
FOCUS: Final = Api("focus", "x-trace-id", focus_error, focus_invalid, focus_user, "Not Found", focus_scope)


def api_of(path: str) -> Api:
    """Return the API of a path. One that belongs to neither gets Track's 404, which is plain text."""
    is_focus = f"{path}/".startswith(f"{FOCUS_PREFIX}/") and not f"{path}/".startswith(f"{TRACK_PREFIX}/")
    return FOCUS if is_focus else TRACK


@dataclass(slots=True, kw_only=True)
class RequestContext:
    """A request, with the results of the middleware."""

    method: str
    path: str
    query: bytes
    headers: Headers
    connection: Connection
    api: Api
    operation: SandboxOperation | None
    request_id: str
    quota: QuotaStatus
    """The quota that the request counts against; a full one before it is counted."""
    quota_before: QuotaStatus | None = None
    """That quota before the request was charged; None when it is not."""
    started: float = field(default_factory=perf_counter)
    body: bytes | None = None
    """None for one that is longer than its limit."""
    body_size: int = 0
    """Size of the body in bytes; for one that is too large, the number of bytes known so far."""
    fault: ActiveFault | None = None
    user: User | None = None

    def error(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
        """Return an error as the API writes it."""
        return self.api.error(status, text, self.request_id, headers or {})
