"""Fetch the next pages of a list while the caller works on the current one: in order, and at most a few ahead."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from toggl_openapi.operation import Operation

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future, ThreadPoolExecutor

P = TypeVar("P")
F = TypeVar("F", bound="Future[Any] | asyncio.Future[Any]")
MAX_PAGES = 16


def check_prefetch(pages: object) -> int:
    """The value of `prefetch`; raises ValueError unless it is a number of pages from 0 to MAX_PAGES."""
    if isinstance(pages, bool) or not isinstance(pages, int) or not 0 <= pages <= MAX_PAGES:
        raise ValueError(f"prefetch must be a number of pages from 0 to {MAX_PAGES}, not {pages!r}")
    return pages


class Prefetch(Generic[F]):
    """Requests for the next pages, at most `pages` at a time; with 0, each page is fetched on demand.

    `fetch` calls `on_acquired` once rate limit and quota allow the request. Requests acquire both in the order of their
    pages. Otherwise a later page could use up the quota although an earlier page is rejected, and the caller would
    never receive it.
    """

    def __init__(self, pages: int, new_event: Callable[[], Any]) -> None:
        self._pages, self._new_event = pages, new_event
        self._pending: deque[tuple[Operation[Any], F]] = deque()
        self._dropped: list[F] = []
        self._reset_turn()

    def _reset_turn(self) -> None:
        """Allow the next request to acquire immediately."""
        self._turn = self._new_event()
        self._turn.set()

    def start(self, operation: Operation[Any], turn: Any, next_turn: Any) -> F:
        """Start to fetch one page when the event `turn` is set; sets `next_turn`."""
        raise NotImplementedError

    def fill(self, next_requests: Iterator[Operation[Any]]) -> None:
        """Start requests until `pages` are pending. `next_requests` are those after the current page."""
        for operation in next_requests:
            if len(self._pending) >= self._pages:
                return
            if all(operation != pending for pending, _ in self._pending):
                turn, self._turn = self._turn, self._new_event()
                self._pending.append((operation, self.start(operation, turn, self._turn)))

    def take(self, operation: Operation[Any]) -> F | None:
        """The pending page of this request; if another one is next, because the list changed, all are dropped."""
        if self._pending and self._pending[0][0] == operation:
            return self._pending.popleft()[1]
        for _, page in self._pending:
            page.cancel()
            self._dropped.append(page)
        self._pending.clear()
        self._reset_turn()
        return None


class SyncPrefetch(Prefetch["Future[P]"], Generic[P]):
    """Fetches each page in a thread. `fetch` ends its waits when `stopped` is set."""

    def __init__(self, pages: int, fetch: Callable[..., P]) -> None:
        super().__init__(pages, threading.Event)
        self._fetch = fetch
        self._stopped = threading.Event()
        self._threads: ThreadPoolExecutor | None = None
        self._process = os.getpid()

    def start(self, operation: Operation[Any], turn: threading.Event, next_turn: threading.Event) -> Future[P]:
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor  # imported late: most programs need no threads

            self._threads = ThreadPoolExecutor(self._pages, thread_name_prefix="toggl-tasks-prefetch")
        return self._threads.submit(self._fetch_in_turn, operation, turn, next_turn)

    def _fetch_in_turn(self, operation: Operation[Any], turn: threading.Event, next_turn: threading.Event) -> P:
        try:
            turn.wait()
            return self._fetch(operation, stopped=self._stopped, on_acquired=next_turn.set)
        finally:
            next_turn.set()

    def pop(self, operation: Operation[Any]) -> P:
        """The next page: wait for it if it is pending, otherwise fetch it with this request."""
        # After a fork, the threads are in the other process; then `_fetch` raises.
        page = self.take(operation) if self._process == os.getpid() else None
        return self._fetch(operation) if page is None else page.result()

    def close(self) -> None:
        # Waits end at once. Requests in flight are completed, so that no thread uses the client after the loop.
        self._stopped.set()
        if self._threads is not None and self._process == os.getpid():
            self._threads.shutdown(wait=True, cancel_futures=True)


class AsyncPrefetch(Prefetch["asyncio.Task[P]"], Generic[P]):
    """Fetches each page in an asyncio task."""

    def __init__(self, pages: int, fetch: Callable[..., Coroutine[Any, Any, P]]) -> None:
        import asyncio

        super().__init__(pages, asyncio.Event)
        self._fetch = fetch

    def start(self, operation: Operation[Any], turn: asyncio.Event, next_turn: asyncio.Event) -> asyncio.Task[P]:
        import asyncio

        return asyncio.create_task(self._fetch_in_turn(operation, turn, next_turn))

    async def _fetch_in_turn(self, operation: Operation[Any], turn: asyncio.Event, next_turn: asyncio.Event) -> P:
        try:
            await turn.wait()
            return await self._fetch(operation, on_acquired=next_turn.set)
        finally:
            next_turn.set()

    async def pop(self, operation: Operation[Any]) -> P:
        """The next page: wait for it if it is pending, otherwise fetch it with this request."""
        return await (self.take(operation) or self._fetch(operation))

    async def aclose(self) -> None:
        import asyncio

        tasks = [*self._dropped, *(task for _, task in self._pending)]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
