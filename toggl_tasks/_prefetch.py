"""Fetching the next pages of a list while the caller works on this one: in order, bounded, and ended with the loop."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from toggl_openapi.operation import Operation

if TYPE_CHECKING:
    from ._pages import Page

T = TypeVar("T")
F = TypeVar("F")
MOST = 16
"""The most pages that a list may be ahead."""


def number_of_pages(given: object) -> int:
    """What a program gave as `prefetch`; raises ValueError for what is no such number."""
    if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= MOST:
        raise ValueError(f"prefetch is a number of pages from 0 to {MOST}, not {given!r}")
    return given


class Prefetch(Generic[T, F]):
    """Pages on their way, at most so many; with 0, each is fetched when it is taken."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._pending: deque[F] = deque()
        self._known: Iterator[Operation[Any]] = iter(())

    def start(self, operation: Operation[Any]) -> F:
        """Have one page fetched."""
        raise NotImplementedError

    def begin(self, page: Page[T]) -> None:
        """Have the pages after this one fetched, as many as there is room for and as are known."""
        while len(self._pending) < self._pages:
            operation = next(self._known, None)
            if operation is not None:
                self._pending.append(self.start(operation))
            elif self._pending or page.next is None:
                return
            else:
                self._known = page.following()


class SyncPrefetch(Prefetch[T, "Future[Page[T]]"]):
    """Pages on their way, each in a thread of its own."""

    def __init__(self, pages: int, fetch: Callable[[Operation[Any], threading.Event | None], Page[T]]) -> None:
        super().__init__(pages)
        self._fetch = fetch
        self._stopped = threading.Event()
        self._threads: ThreadPoolExecutor | None = None

    def start(self, operation: Operation[Any]) -> Future[Page[T]]:
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._pages, thread_name_prefix="toggl-tasks-prefetch")
        return self._threads.submit(self._fetch, operation, self._stopped)

    def take(self, operation: Operation[Any]) -> Page[T]:
        """The next page, as soon as it is there; fetched by this request now, when it is not on its way."""
        return self._pending.popleft().result() if self._pending else self._fetch(operation, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Requests under way come to their end, so that nothing uses the client any more; waits end at once.
        self._stopped.set()
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)


class AsyncPrefetch(Prefetch[T, "asyncio.Task[Page[T]]"]):
    """Pages on their way, each in a task of its own."""

    def __init__(self, pages: int, fetch: Callable[[Operation[Any]], Coroutine[Any, Any, Page[T]]]) -> None:
        super().__init__(pages)
        self._fetch = fetch

    def start(self, operation: Operation[Any]) -> asyncio.Task[Page[T]]:
        return asyncio.create_task(self._fetch(operation))

    async def take(self, operation: Operation[Any]) -> Page[T]:
        """The next page, as soon as it is there; fetched by this request now, when it is not on its way."""
        return await (self._pending.popleft() if self._pending else self._fetch(operation))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._pending:
            task.cancel()
        await asyncio.gather(*self._pending, return_exceptions=True)
