"""The log of answered requests, with the headers and bodies of the last ones.

Headers and bodies are stored as they were sent; ``redact`` masks credentials wherever they are read. Paths and queries
are stored without credentials, and queries only with known parameters.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, takewhile
from threading import Lock
from typing import Final

import msgspec

from .faults.fault import Fault
from .limits.quota import QuotaStatus

MAX_REQUESTS: Final = 10_000
MAX_CHARACTERS: Final = 20_000_000
"""Of methods, paths, queries and headers; a usual request has less than 1,000."""
MAX_BODIES: Final = 1 << 25
"""Bytes of all bodies; the oldest ones are dropped first."""
MAX_BODY: Final = 1 << 16
"""Default for the bytes that are stored of each body."""
MAX_ACTED: Final = 100
"""Applied faults that are listed."""


# Nothing here refers back to itself, so that the garbage collector need not go through a full log.
class Request(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One entry of the request log."""

    id: int
    """Grows by one with each request, also across resets."""
    at: datetime
    """When it was answered, on the sandbox's clock."""
    method: str
    path: str
    query: str
    """With `…` in place of credentials, and of each member that is not a parameter of any operation."""
    operation: str | None
    """Such as `track.createTask`; None if no operation has this method and path."""
    status: int | None
    """None when the connection was dropped before a status was sent."""
    request_id: str
    """The value of `X-Toggl-Request-Id` or `trace_id` in the response."""
    fault: str | None = None
    """The id of the fault that changed the response."""
    duration: float
    """Real seconds from the arrival of the request until its response was ready to be sent."""


class Message(msgspec.Struct, gc=False):
    """Headers and body of a request or of its response."""

    head: bytes = b""
    """Lines of `name: value`."""
    body: bytes | None = None
    """The first bytes; None when they are not stored."""
    size: int = 0
    """Bytes of the whole body."""


class Exchange(msgspec.Struct, gc=False):
    """The details of a request that the log stores in addition to its entry."""

    request: Message
    response: Message
    quota_before: QuotaStatus | None
    """None when the request was not charged; the same for ``quota_after``."""
    quota_after: QuotaStatus | None
    fault: Fault | None
    user_id: int | None = None
    """The user whose credentials were sent; None if they are unknown, or were not checked."""


class ActedFault(msgspec.Struct, frozen=True):
    """A fault that was applied to a request."""

    fault_id: str
    fault: Fault
    request_id: int
    """The id of the request in the log."""
    at: datetime


class RequestLog:
    """The last requests, oldest first: at most 10,000, and fewer if their paths, queries and headers are very long.

    ``bodies`` and ``max_body_bytes`` decide what is stored of later requests.
    """

    def __init__(self, *, bodies: bool = True) -> None:
        self._lock = Lock()
        self._first_bodies = bodies
        self._next_id = 1
        self.reset()

    def __len__(self) -> int:
        return len(self._requests)

    def __iter__(self) -> Iterator[Request]:
        return iter(self._requests.copy())

    def add(
        self,
        exchange: Exchange,
        *,
        at: datetime,
        method: str,
        path: str,
        query: str,
        operation: str | None,
        status: int | None,
        request_id: str,
        fault: str | None,
        duration: float,
    ) -> int:
        """Append a request and return its id; the oldest ones are dropped when the log is full."""
        for message in (exchange.request, exchange.response):
            if message.body is not None:
                message.body = message.body[: self.max_body_bytes] if self.bodies or not message.size else None
        with self._lock:
            request = Request(
                id=self._next_id,
                at=at,
                method=method,
                path=path,
                query=query,
                operation=operation,
                status=status,
                request_id=request_id,
                fault=fault,
                duration=duration,
            )
            self._next_id += 1
            self._requests.append(request)
            self._exchanges[request.id] = exchange
            self.counts[operation] += 1
            self._characters += _characters(request, exchange)
            self._bytes += _stored(exchange)
            if fault and exchange.fault:
                self.acted.append(ActedFault(fault, exchange.fault, request.id, at))
            while len(self._requests) > MAX_REQUESTS or self._characters > MAX_CHARACTERS:
                oldest = self._requests.popleft()
                dropped = self._exchanges.pop(oldest.id)
                self._characters -= _characters(oldest, dropped)
                self._bytes -= _stored(dropped)
                self.counts[oldest.operation] -= 1
            self._drop_bodies()
            return request.id

    def _drop_bodies(self) -> None:
        while self._bytes > MAX_BODIES:
            exchange = self._exchanges.get(self._oldest_body)
            if exchange:
                self._bytes -= _stored(exchange)
                exchange.request.body = exchange.response.body = None
            self._oldest_body += 1

    def latest(self, number: int) -> list[Request]:
        """Return the last requests, newest first."""
        with self._lock:
            return list(islice(reversed(self._requests), number))

    def entries(self, after: int = 0) -> list[tuple[Request, Exchange]]:
        """Return the requests after one of this id, with what is stored of them, newest first."""
        with self._lock:
            newer = takewhile(lambda one: one.id > after, reversed(self._requests))
            return [(one, self._exchanges[one.id]) for one in newer]

    def find(self, id: int) -> tuple[Request, Exchange] | None:
        """Return a request by its id."""
        with self._lock:
            exchange = self._exchanges.get(id)
            return (self._requests[id - self._requests[0].id], exchange) if exchange else None

    def shorten_response(self, id: int, size: int) -> None:
        """Correct the size of a response of which only the first bytes could be sent."""
        with self._lock:
            if exchange := self._exchanges.get(id):
                self._bytes -= _stored(exchange)
                response = exchange.response
                response.size = size
                response.body = None if response.body is None else response.body[:size]
                self._bytes += _stored(exchange)

    @property
    def stored_bytes(self) -> int:
        """Bytes of the bodies that are stored."""
        return self._bytes

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._requests: deque[Request] = deque()
            self._exchanges: dict[int, Exchange] = {}
            self._oldest_body = self._next_id
            self._characters = self._bytes = 0
            self.counts: Counter[str | None] = Counter()
            """Number of requests by operation."""
            self.acted: deque[ActedFault] = deque(maxlen=MAX_ACTED)
            """The last faults that were applied, oldest first."""

    def reset(self) -> None:
        """Remove all requests and restore the initial settings."""
        self.bodies = self._first_bodies
        self.max_body_bytes = MAX_BODY
        self.clear()


def _characters(request: Request, exchange: Exchange) -> int:
    texts = (request.method, request.path, request.query, exchange.request.head, exchange.response.head)
    return sum(map(len, texts))


def _stored(exchange: Exchange) -> int:
    return len(exchange.request.body or b"") + len(exchange.response.body or b"")
