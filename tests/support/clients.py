"""Clients for threads and asyncio behind one interface, so that each test is written once, as a coroutine."""

from __future__ import annotations

import inspect
import ssl
from collections.abc import Callable
from typing import Any

import httpx
import httpx2

from tests.support.httpx2_transport import Httpx2Transport
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

TRACK_URL = "https://api.track.toggl.com/api/v9"
FOCUS_URL = "https://focus.toggl.com/api"
TRACK_TOKEN = "1971800d4d82861d8f2c1651fea4d212"
FOCUS_TOKEN = "toggl_sk_0123456789abcdef"


class Clients:
    """Makes clients for threads or for asyncio, and closes them. They are `Any`: `test_typing` tests the types.

    Their kind is `threads` or `asyncio`, or with `over httpx2` one that sends over a transport of httpx2.
    """

    def __init__(self, kind: str) -> None:
        self.asynchronous = kind.startswith("asyncio")
        self.library: Any = httpx2 if kind.endswith("over httpx2") else httpx
        self._clients: list[Any] = []

    def track(self, transport: httpx.MockTransport | None = None, **options: Any) -> Any:
        return self._make(AsyncTrack if self.asynchronous else Track, TRACK_TOKEN, transport, options)

    def focus(self, transport: httpx.MockTransport | None = None, **options: Any) -> Any:
        return self._make(AsyncFocus if self.asynchronous else Focus, FOCUS_TOKEN, transport, options)

    def client_of(self, api: str) -> Callable[..., Any]:
        """The method `track` or `focus`."""
        return {"track": self.track, "focus": self.focus}[api]

    def _make(
        self, kind: Callable[..., Any], token: str, transport: httpx.MockTransport | None, options: dict[str, Any]
    ) -> Any:
        if not options.keys() & {"token", "email", "password"}:
            options["token"] = token
        # One request for each call, unless a test is about retries or the rate limit.
        options = {"retries": 0, "pace": None} | options
        if "http_client" not in options:
            options["transport"] = self._transport(transport)
        return self.add(kind(**options))

    def _transport(self, transport: httpx.MockTransport | None) -> Any:
        """A transport of the library; None for the default of a client."""
        if self.library is httpx:
            return transport
        if transport is not None:
            return Httpx2Transport(transport)
        new_transport = self.library.AsyncHTTPTransport if self.asynchronous else self.library.HTTPTransport
        return new_transport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))  # without reading certificates

    def add(self, client: Any) -> Any:
        """Close this client, too."""
        self._clients.append(client)
        return client

    def http_client(self, transport: httpx.MockTransport | None = None) -> Any:
        """A caller's own client of the library, of the right kind."""
        kind = self.library.AsyncClient if self.asynchronous else self.library.Client
        client = kind(transport=self._transport(transport))
        self._clients.append(client)
        return client

    async def close(self) -> None:
        for client in self._clients:
            await maybe_await(client.aclose() if hasattr(client, "aclose") else client.close())


async def maybe_await(outcome: Any) -> Any:
    """The result of a call of a sync or an async client."""
    return await outcome if inspect.isawaitable(outcome) else outcome


async def collect(iterable: Any) -> list[Any]:
    """All items of a sync or an async iterable."""
    if hasattr(iterable, "__aiter__"):
        return [item async for item in iterable]
    return list(iterable)


async def resolve(outcome: Any) -> Any:
    """The result of a call, or all items of a list."""
    return await (collect(outcome) if hasattr(outcome, "pages") else maybe_await(outcome))


END = object()


async def next_item(iterator: Any) -> Any:
    """The next item of a sync or an async iterator, or END."""
    return await anext(iterator, END) if hasattr(iterator, "__anext__") else next(iterator, END)


def iterator(iterable: Any) -> Any:
    return aiter(iterable) if hasattr(iterable, "__aiter__") else iter(iterable)
