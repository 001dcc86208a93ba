"""A transport of httpx2 over one of httpx, so that fakes and the sandbox answer clients of both libraries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import httpx2

ERRORS = (httpx.HTTPError, httpx.InvalidURL)


@contextmanager
def errors_of_httpx2() -> Iterator[None]:
    """Raise the error of httpx2 with the same name in place of one of httpx."""
    try:
        yield
    except ERRORS as error:
        raise getattr(httpx2, type(error).__name__)(str(error)) from None


class _Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._stream: Any = response.stream

    def __iter__(self) -> Iterator[bytes]:
        with errors_of_httpx2():
            yield from self._stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with errors_of_httpx2():
            async for part in self._stream:
                yield part

    def close(self) -> None:
        self._response.close()

    async def aclose(self) -> None:
        await self._response.aclose()


class Httpx2Transport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Passes requests to a transport of httpx, for threads or asyncio."""

    def __init__(self, transport: Any) -> None:
        self._transport = transport

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        with errors_of_httpx2():
            return _response(self._transport.handle_request(_request(request)))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        with errors_of_httpx2():
            return _response(await self._transport.handle_async_request(_request(request)))

    def close(self) -> None:
        self._transport.close()

    async def aclose(self) -> None:
        await self._transport.aclose()


def _request(request: httpx2.Request) -> httpx.Request:
    return httpx.Request(
        request.method,
        str(request.url),
        headers=request.headers.raw,
        content=request.content,
        extensions=request.extensions,
    )


def _response(response: httpx.Response) -> httpx2.Response:
    return httpx2.Response(
        response.status_code,
        headers=response.headers.raw,
        stream=_Stream(response),
        extensions=response.extensions,
    )
