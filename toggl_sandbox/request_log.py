"""The log of answered requests. It stores no secret: no headers, no bodies, and of queries only known parameters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from .operations import Operations

MAX_REQUESTS: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One entry of the request log."""

    at: datetime
    """When it was answered, on the sandbox's clock."""
    method: str
    path: str
    query: str
    """As it was sent, but with `…` in place of each member that is not a parameter of any operation."""
    operation: str | None
    """Such as `track.createTask`; None if no operation has this method and path."""
    status: int | None
    """None when the connection was dropped before a status was sent."""
    request_id: str
    """The value of `X-Toggl-Request-Id` or `trace_id` in the reply."""
    fault: str | None = None
    """The id of the fault that changed the reply."""


class RequestLog:
    """The last 10,000 requests, oldest first."""

    def __init__(self) -> None:
        self._requests: deque[Request] = deque(maxlen=MAX_REQUESTS)

    def __iter__(self) -> Iterator[Request]:
        return iter(self._requests.copy())

    def add(self, request: Request) -> None:
        """Append a request; the oldest one is dropped when the log is full."""
        self._requests.append(request)

    def clear(self) -> None:
        """Remove all requests."""
        self._requests.clear()


def redact_query(query: bytes, operations: Operations) -> str:
    """Return a query with only the parameters of the operations; the others may contain secrets."""
    members = query.decode("ascii", "replace").split("&") if query else []
    return "&".join(one if one.partition("=")[0] in operations.query_names else "…" for one in members)
