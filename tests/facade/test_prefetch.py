"""`prefetch=`: fetching pages ahead while the caller works on an earlier one."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import aclosing, closing
from typing import Any

import attrs
import httpx
import pytest

from tests.support.clients import END, TRACK_TOKEN, Clients, collect, iterator, maybe_await, next_item
from tests.support.listing import FOCUS_LIST, TRACK_LIST, FakeList, PagedList, ids, requested_pages
from tests.support.service import Service, SteadyService, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_openapi.track import operations
from toggl_tasks import AsyncTrack, NotFound, Pace, QuotaExceeded, Track
from toggl_tasks._prefetch import AsyncPrefetch, SyncPrefetch

both = pytest.mark.parametrize("of", [TRACK_LIST, FOCUS_LIST], ids=["track", "focus"])


async def wait_for_requests(service: SteadyService, count: int) -> list[int]:
    """The sorted page numbers of all requests, once there are `count`; a moment later, so that more of them show."""
    for _ in range(1_000):
        if len(service.requests) >= count:
            break
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.02)
    return sorted(requested_pages(service))


async def stop(pages: Any) -> None:
    await maybe_await(pages.aclose() if hasattr(pages, "aclose") else pages.close())


@both
@pytest.mark.parametrize("prefetch", [1, 4, 16])
@pytest.mark.parametrize("count", [0, 1, 200, 201, 1_000, 2_001])
async def test_prefetch_lists_every_item_once_in_the_fewest_requests(
    clients: Clients, of: PagedList, count: int, prefetch: int
) -> None:
    service = FakeList(of, count).service()
    assert ids(await collect(of.call(clients, service, prefetch=prefetch))) == list(range(1, count + 1))
    assert sorted(requested_pages(service)) == list(range(1, of.fewest_requests(count) + 1))


async def test_prefetch_is_the_number_of_pages_ahead(clients: Clients) -> None:
    service = FakeList(TRACK_LIST, 2_000).service()
    pages = iterator(clients.track(service).tasks.list(1, prefetch=3).pages())
    await next_item(pages)
    assert await wait_for_requests(service, 4) == [1, 2, 3, 4]
    await next_item(pages)
    assert await wait_for_requests(service, 5) == [1, 2, 3, 4, 5]
    await stop(pages)
    assert await wait_for_requests(service, 5) == [1, 2, 3, 4, 5]


async def test_without_prefetch_no_page_is_fetched_ahead(clients: Clients) -> None:
    service = FakeList(TRACK_LIST, 2_000).service()
    pages = iterator(clients.track(service).tasks.list(1).pages())
    await next_item(pages)
    assert await wait_for_requests(service, 1) == [1]
    await stop(pages)


async def test_a_list_without_a_total_is_prefetched_by_one_page(clients: Clients) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        offset = int(request.url.params.get("offset", 0))
        return reply([track_task(number) for number in range(offset + 1, min(offset + 10, 35) + 1)])(request)

    service = SteadyService(answer)
    pages = iterator(clients.track(service).tasks.list_mine(per_page=10, prefetch=4).pages())
    await next_item(pages)
    await wait_for_requests(service, 2)
    assert len(service.requests) == 2
    rest = [await next_item(pages) for _ in range(3)]
    assert ids([task for page in rest for task in page.items]) == list(range(11, 36))
    assert await next_item(pages) is END


async def test_prefetch_follows_a_list_that_grows_or_shrinks(clients: Clients) -> None:
    stock = FakeList(TRACK_LIST, 450)
    service = stock.service()
    pages = iterator(clients.track(service).tasks.list(1, prefetch=1).pages())
    found = ids((await next_item(pages)).items)
    await wait_for_requests(service, 2)
    stock.count = 850
    while (page := await next_item(pages)) is not END:
        found += ids(page.items)
    assert found[:200] == list(range(1, 201))
    assert max(found) == 850
    stock.count = 2_000
    pages = iterator(clients.track(service).tasks.list(1, prefetch=2).pages())
    await next_item(pages)
    await wait_for_requests(service, 8)
    stock.count = 500
    found = []
    while (page := await next_item(pages)) is not END:
        found += ids(page.items)
    assert found[:300] == list(range(201, 501))


async def test_an_error_is_raised_with_its_page(clients: Clients) -> None:
    stock = FakeList(TRACK_LIST, 1_000)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("page") == "3":
            return reply("gone", 404)(request)
        return reply(stock.page(request))(request)

    service = SteadyService(answer)
    pages = iterator(clients.track(service).tasks.list(1, prefetch=4).pages())
    assert len((await next_item(pages)).items) == 200
    await wait_for_requests(service, 5)
    assert len((await next_item(pages)).items) == 200
    with pytest.raises(NotFound):
        await next_item(pages)
    assert await next_item(pages) is END


async def test_prefetch_spends_the_last_of_the_quota_in_page_order(clients: Clients) -> None:
    stock, left = FakeList(TRACK_LIST, 2_000), iter((2, 1, 0))

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {"X-Toggl-Quota-Remaining": str(next(left)), "X-Toggl-Quota-Resets-In": "600"}
        return reply(stock.page(request), headers=headers)(request)

    service = SteadyService(answer)
    pages = iterator(clients.track(service, clock=StoppedClock()).tasks.list(1, prefetch=8).pages())
    assert [len((await next_item(pages)).items) for _ in range(3)] == [200] * 3
    with pytest.raises(QuotaExceeded):
        await next_item(pages)
    assert await wait_for_requests(service, 3) == [1, 2, 3]


async def test_prefetch_respects_the_rate_limit(clients: Clients) -> None:
    stock, clock, at = FakeList(TRACK_LIST, 2_000), StoppedClock(), []

    def answer(request: httpx.Request) -> httpx.Response:
        at.append(clock.now)
        return reply(stock.page(request))(request)

    track = clients.track(SteadyService(answer), clock=clock, pace=Pace(1, burst=2))
    assert len(await collect(track.tasks.list(1, prefetch=4))) == 2_000
    assert len(at) == 10
    assert clock.now - StoppedClock().now >= 10 - 2
    if clients.asynchronous:  # a thread may let the others advance the clock before its request is recorded
        assert all(later - earlier > 0.99 for earlier, later in zip(at, at[2:], strict=False))


class SlowPages(httpx.BaseTransport):
    """Answers the first page at once, and the others once `go` is set."""

    def __init__(self) -> None:
        self.stock = FakeList(TRACK_LIST, 2_000)
        self.go = threading.Event()
        self.in_flight = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if "page" in request.url.params:
            self.in_flight += 1
            self.go.wait(10)
            self.in_flight -= 1
        return reply(self.stock.page(request))(request)


def test_ending_a_loop_completes_requests_in_flight() -> None:
    service = SlowPages()
    with Track(token=TRACK_TOKEN, transport=service, pace=None) as track:
        pages = track.tasks.list(1, prefetch=3).pages()
        next(pages)
        while service.in_flight < 3:
            time.sleep(0.001)
        service.go.set()
        pages.close()
        assert service.in_flight == 0
        assert not [thread for thread in threading.enumerate() if thread.name.startswith("toggl-tasks-prefetch")]
        assert track.tasks.list(1).total == 2_000


def test_ending_a_loop_does_not_wait_for_the_rate_limit() -> None:
    service = FakeList(TRACK_LIST, 2_000).service()
    with Track(token=TRACK_TOKEN, transport=service, pace=Pace(0.001, burst=1)) as track:
        pages = track.tasks.list(1, prefetch=3).pages()
        next(pages)
        pages.close()  # a thousand seconds otherwise
    assert requested_pages(service) == [1]


async def test_ending_an_async_loop_cancels_requests_in_flight() -> None:
    stock, in_flight, cancelled = FakeList(TRACK_LIST, 2_000), [], []

    class Stuck(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if "page" in request.url.params:
                in_flight.append(request)
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    cancelled.append(request)
                    raise
            return reply(stock.page(request))(request)

    async with AsyncTrack(token=TRACK_TOKEN, transport=Stuck(), pace=None) as track:
        pages = track.tasks.list(1, prefetch=3).pages()
        await anext(pages)
        while len(in_flight) < 3:
            await asyncio.sleep(0)
        await pages.aclose()
        assert len(cancelled) == 3
        loop = asyncio.create_task(collect(track.tasks.list(1, prefetch=2)))
        while len(in_flight) < 5:
            await asyncio.sleep(0)
        loop.cancel()
        with pytest.raises(asyncio.CancelledError):
            await loop
        assert len(cancelled) == 5


@pytest.mark.parametrize("prefetch", [-1, 17, True, 1.5, "4", None])
async def test_invalid_prefetch_raises(clients: Clients, prefetch: Any) -> None:
    with pytest.raises(ValueError, match="prefetch must be a number of pages from 0 to 16"):
        clients.track(Service()).tasks.list(1, prefetch=prefetch)


REQUESTS = [attrs.evolve(operations.list_workspace_tasks(1), query=(("page", str(number)),)) for number in (2, 3, 4)]


def test_threads_acquire_in_page_order() -> None:
    acquired: list[object] = []

    def fetch(operation: object, on_acquired: Callable[[], object], stopped: threading.Event) -> object:
        if operation is REQUESTS[0]:
            time.sleep(0.05)  # the others would go first if they could
        acquired.append(operation)
        on_acquired()
        return operation

    with closing(SyncPrefetch(3, fetch)) as prefetch:
        prefetch.fill(iter(REQUESTS))
        assert [prefetch.pop(request) for request in REQUESTS] == REQUESTS
    assert acquired == REQUESTS


async def test_asyncio_tasks_acquire_in_page_order() -> None:
    acquired: list[object] = []

    async def fetch(operation: object, on_acquired: Callable[[], object]) -> object:
        if operation is REQUESTS[0]:
            await asyncio.sleep(0.05)  # the others would go first if they could
        acquired.append(operation)
        on_acquired()
        return operation

    async with aclosing(AsyncPrefetch(3, fetch)) as prefetch:
        prefetch.fill(iter(REQUESTS))
        assert [await prefetch.pop(request) for request in REQUESTS] == REQUESTS
    assert acquired == REQUESTS
