"""The log of answered requests. It stores no secret: no headers, no bodies, and of queries only known parameters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Final

from .operations import Operations

MAX_REQUESTS: Final = 10_000
MAX_CHARACTERS: Final = 10_000_000
"""Of methods, paths and queries; a usual request has less than 200."""


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

    @property
    def characters(self) -> int:
        """The length of the texts that a client chose."""
        return len(self.method) + len(self.path) + len(self.query)


class RequestLog:
    """The last requests, oldest first: at most 10,000, and fewer if their paths and queries are very long."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.clear()

    def __iter__(self) -> Iterator[Request]:
        return iter(self._requests.copy())

    def add(self, request: Request) -> None:
        """Append a request; the oldest ones are dropped when the log is full."""
        with self._lock:
            self._requests.append(request)
            self._characters += request.characters
            while len(self._requests) > MAX_REQUESTS or self._characters > MAX_CHARACTERS:
                self._characters -= self._requests.popleft().characters

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._requests: deque[Request] = deque()
            self._characters = 0


def redact_query(query: bytes, operations: Operations) -> str:
    """Return a query with only the parameters of the operations; the others may contain secrets."""
    members = query.decode("ascii", "replace").split("&") if query else []
    return "&".join(one if one.partition("=")[0] in operations.query_names else "…" for one in members)
