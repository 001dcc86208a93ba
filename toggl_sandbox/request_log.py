"""What was asked and answered. No header, no body and no query member but those of the APIs is kept: none is secret."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from .operations import Operations

LENGTH: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One line of the request log."""

    at: datetime
    """When it was answered, on the sandbox's clock."""
    method: str
    path: str
    query: str
    """As it was sent, but for members that no operation knows, which stand as `…`."""
    operation: str | None
    """Such as `track.createTask`; None where there is no such route."""
    status: int | None
    """None when the connection was dropped before a status was sent."""
    request_id: str
    """What the reply has as `X-Toggl-Request-Id` or `trace_id`."""
    fault: str | None = None
    """The id of the fault that changed the reply."""


class RequestLog:
    """The last 10,000 requests, the oldest first."""

    def __init__(self) -> None:
        self._lines: deque[Request] = deque(maxlen=LENGTH)

    def __iter__(self) -> Iterator[Request]:
        return iter(self._lines.copy())

    def add(self, request: Request) -> None:
        """Keep one more."""
        self._lines.append(request)

    def clear(self) -> None:
        """Forget them."""
        self._lines.clear()


def fit_to_log(query: bytes, operations: Operations) -> str:
    """Return a query without what may be secret: an allow-list, since nobody can list what is."""
    members = query.decode("ascii", "replace").split("&") if query else []
    return "&".join(one if one.partition("=")[0] in operations.query_names else "…" for one in members)
