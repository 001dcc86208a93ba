"""A fake service: returns prepared responses, records the requests, and fails on any further one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import msgspec
from attrs import frozen

Responder = Callable[[httpx.Request], httpx.Response]


def reply(body: object = None, status: int = 200, headers: dict[str, str] | None = None) -> Responder:
    """A response with this JSON body."""
    return raw_reply(msgspec.json.encode(body), status, headers)


def raw_reply(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Responder:
    """A response with exactly these bytes as its body."""
    return lambda request: httpx.Response(status, content=body, headers=headers, request=request)


def connection_failure(error: Exception) -> Responder:
    """No response: the connection fails with this error of httpx."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    return fail


@frozen
class SentRequest:
    """A request as the service sees it."""

    method: str
    url: str
    """Without the query."""
    query: list[tuple[str, str]]
    """Sorted, since the order of parameters does not matter."""
    body: Any
    """The decoded JSON, or None for no body."""


def parse_request(request: httpx.Request) -> SentRequest:
    return SentRequest(
        method=request.method,
        url=str(request.url.copy_with(query=None)),
        query=sorted(parse_qsl(request.url.query.decode("ascii"), keep_blank_values=True, strict_parsing=True))
        if request.url.query
        else [],
        body=msgspec.json.decode(request.content) if request.content else None,
    )


class Service(httpx.MockTransport):
    """A transport for both kinds of client. One responder for each request, in order."""

    def __init__(self, *responders: Responder) -> None:
        super().__init__(self._answer)
        self._responders = list(responders)
        self.requests: list[httpx.Request] = []
        self.closed = 0
        """How many times the connections were closed."""

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if len(self.requests) > len(self._responders):
            raise AssertionError(f"unexpected request number {len(self.requests)}: {request.method} {request.url}")
        return self._responders[len(self.requests) - 1](request)

    @property
    def request(self) -> httpx.Request:
        """The only request."""
        (only,) = self.requests
        return only


class SteadyService(Service):
    """Answers every request with the same responder."""

    def __init__(self, responder: Responder) -> None:
        super().__init__()
        self._responder = responder

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        # An endless loop would hang the tests.
        assert len(self.requests) <= 1_000, "more than 1,000 requests"
        return self._responder(request)
