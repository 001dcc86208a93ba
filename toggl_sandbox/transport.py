"""A blocking httpx transport into an ASGI application, without a socket.

One event loop in a thread of its own serves every client of a sandbox. A loop in the calling thread would not do: it
fails wherever one runs already, as in a notebook. a2wsgi under httpx's WSGI transport works too, but its thread cannot
be stopped, WSGI loses the raw path, and a call takes a third longer.
"""

from __future__ import annotations

import asyncio
from threading import Lock, Thread

import httpx

from .application import Application


class LoopThread:
    """An event loop in a daemon thread: started by the first request, stopped by ``close``, able to start again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    def running(self) -> asyncio.AbstractEventLoop:
        """Return the loop, started if need be."""
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = Thread(target=self._loop.run_forever, name="toggl sandbox", daemon=True)
                self._thread.start()
            return self._loop

    def close(self) -> None:
        """Stop the loop and wait for its thread."""
        with self._lock:
            if self._loop and self._thread:
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._thread.join()
                self._loop.close()
            self._loop = self._thread = None


class InProcessTransport(httpx.BaseTransport):
    """Answers a blocking client from the application; any number of threads may use it at once."""

    def __init__(self, application: Application, loop_thread: LoopThread) -> None:
        self._transport = httpx.ASGITransport(application)
        self._loop_thread = loop_thread

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, its body and the reply's read whole."""
        request.read()
        answer = asyncio.run_coroutine_threadsafe(self._answer(request), self._loop_thread.running())
        return answer.result()

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        body = await response.aread()
        return httpx.Response(response.status_code, headers=response.headers, content=body)
