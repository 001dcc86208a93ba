"""What is known about one request while it goes through the middleware."""

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
    """What is different between the two APIs."""

    name: str
    request_id_header: str
    """How Focus names its trace id in a header is assumed."""
    error: Callable[[int, str, str, Mapping[str, str]], Response]
    """Writes an error: status, text, id of the request, headers."""
    invalid: Callable[[str, str, str], str]
    """Words a broken rule: its place (`path`, `query`, `body`), the name of the field, the rule."""
    user: Callable[[State, str], User]
    unknown_route: str
    """The text of a 404 for a path that is no route."""
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
    """One request, and what the middleware has found out about it."""

    method: str
    path: str
    query: bytes
    headers: Headers
    connection: Connection
    api: Api
    operation: SandboxOperation | None
    request_id: str
    quota: QuotaStatus
    """The quota that the request is charged to; a full one before it is charged."""
    quota_before: QuotaStatus | None = None
    """That quota before the request was charged; None when it is not."""
    started: float = field(default_factory=perf_counter)
    body: bytes | None = None
    """None for one that is longer than its limit."""
    body_size: int = 0
    """Bytes of the body; of one that is too long, as many as are known of."""
    fault: ActiveFault | None = None
    user: User | None = None

    def error(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
        """Return an error as the API writes it."""
        return self.api.error(status, text, self.request_id, headers or {})
