"""httpx transports into the application, without a socket.

One event loop in a separate thread serves all synchronous clients of a sandbox. A loop in the calling thread fails if
one is already running, for example in a notebook. a2wsgi with httpx's WSGI transport works too, but its thread cannot
be stopped, WSGI loses the raw path, and a call takes a third longer. httpx's own ASGI transport supports neither
timeouts nor dropped connections.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine, Iterator
from threading import Lock, Thread
from typing import Any, NamedTuple, TypeVar

import httpx
from starlette.types import ASGIApp, Message, Scope

from ..faults.connection import EXTENSION, How, Sleep
from ..process_lock import IN_OTHER_PROCESS

T = TypeVar("T")


class LoopThread:
    """An event loop in a daemon thread: started by the first request, stopped by ``close``, able to start again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._process: int | None = None

    def running(self) -> asyncio.AbstractEventLoop:
        """Return the loop; starts it if necessary."""
        if self._is_foreign:
            raise RuntimeError(IN_OTHER_PROCESS)
        with self._lock:
            if self._loop is None:
                self._process = os.getpid()
                self._loop = asyncio.new_event_loop()
                self._thread = Thread(target=self._loop.run_forever, name="toggl sandbox", daemon=True)
                self._thread.start()
            return self._loop

    @property
    def _is_foreign(self) -> bool:
        """Whether another process started the thread: after a fork, a child has the loop, but not its thread."""
        return self._process not in (None, os.getpid())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine on the loop and wait for its result."""
        try:
            loop = self.running()
        except RuntimeError:
            coroutine.close()
            raise
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    def close(self) -> None:
        """Stop the loop and wait for its thread."""
        if self._is_foreign:
            return
        with self._lock:
            if self._loop and self._thread:
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._thread.join()
                self._loop.close()
            self._loop = self._thread = None


class InProcessTransport(httpx.BaseTransport):
    """Serves a synchronous client from the application; several threads can use it at once."""

    def __init__(self, application: ASGIApp, loop_thread: LoopThread) -> None:
        self._application = application
        self._loop_thread = loop_thread

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or raise the exception of httpx for a dropped connection."""
        body = request.read()
        return self._loop_thread.run(_answer(self._application, request, body, self._loop_thread))


class AsyncInProcessTransport(httpx.AsyncBaseTransport):
    """Serves an asynchronous client from the application, on the client's event loop."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or raise the exception of httpx for a dropped connection."""
        return await _answer(self._application, request, await request.aread())


class _Pause(NamedTuple):
    seconds: float
    sleep: Sleep


class _InProcessConnection:
    """Acts as server and network: records the response and the failure for the client."""

    def __init__(self, read_timeout: float | None) -> None:
        self.read_timeout = read_timeout
        self.status: int | None = None
        self.headers: list[tuple[bytes, bytes]] = []
        self.played: list[bytes | _Pause | httpx.TransportError] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], message["headers"]
        elif message.get("body"):
            self.played.append(message["body"])

    async def pause(self, seconds: float, sleep: Sleep) -> bool:
        if self.status is not None:
            # The client has already received the headers: it waits for the rest when it reads.
            self.played.append(_Pause(seconds, sleep))
            return True
        patience = self.read_timeout
        if patience is not None and seconds > patience:
            await sleep(patience)
            self.played.append(httpx.ReadTimeout("timed out"))
            return False
        await sleep(seconds)
        return True

    async def drop(self, how: How, head: bytes = b"") -> None:
        if how == "refused":
            self.played.append(httpx.ConnectError("[Errno 111] Connection refused"))
        elif how == "reset":
            self.played.append(httpx.ReadError("[Errno 104] Connection reset by peer"))
        elif self.status is None:
            self.played.append(httpx.RemoteProtocolError("Server disconnected without sending a response."))
        else:
            self.played.append(
                httpx.RemoteProtocolError("peer closed connection without sending complete message body")
            )


class _PlayedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is sent in chunks, with pauses, or is interrupted."""

    def __init__(self, connection: _InProcessConnection, loop_thread: LoopThread | None) -> None:
        self._connection = connection
        self._loop_thread = loop_thread

    def _steps(self) -> Iterator[bytes | _Pause]:
        patience = self._connection.read_timeout
        for step in self._connection.played:
            if isinstance(step, httpx.TransportError):
                raise step
            if isinstance(step, _Pause) and patience is not None and step.seconds > patience:
                yield _Pause(patience, step.sleep)
                raise httpx.ReadTimeout("timed out")
            yield step

    def __iter__(self) -> Iterator[bytes]:
        assert self._loop_thread
        for step in self._steps():
            if isinstance(step, _Pause):
                self._loop_thread.run(_sleep(step))
            else:
                yield step

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for step in self._steps():
            if isinstance(step, _Pause):
                await _sleep(step)
            else:
                yield step


async def _sleep(pause: _Pause) -> None:
    await pause.sleep(pause.seconds)


async def _answer(
    application: ASGIApp, request: httpx.Request, body: bytes, loop_thread: LoopThread | None = None
) -> httpx.Response:
    connection = _InProcessConnection(request.extensions.get("timeout", {}).get("read"))
    url = request.url
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path.partition(b"?")[0],
        "query_string": url.query,
        "server": (url.host, url.port),
        "client": ("127.0.0.1", 123),
        "root_path": "",
        "extensions": {EXTENSION: connection},
    }
    unread: list[Message] = [{"type": "http.request", "body": body}]

    async def receive() -> Message:
        return unread.pop() if unread else {"type": "http.disconnect"}

    await application(scope, receive, connection.send)
    played = connection.played
    if connection.status is None:
        if played and isinstance(played[0], httpx.TransportError):
            raise played[0]
        raise RuntimeError("the application sent no response")
    if all(isinstance(step, bytes) for step in played):
        content = b"".join(step for step in played if isinstance(step, bytes))
        return httpx.Response(connection.status, headers=connection.headers, content=content)
    return httpx.Response(connection.status, headers=connection.headers, stream=_PlayedStream(connection, loop_thread))
