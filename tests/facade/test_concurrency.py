"""One client for many threads, or for many coroutines: each gets the answer to its own question."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.support.clients import TRACK_TOKEN
from tests.support.listing import TRACK_LIST, FakeList, ids
from tests.support.service import SteadyService, reply
from tests.support.tasks import track_task
from toggl_tasks import AsyncTrack, Track

THREADS = 8


def requested_task(request: httpx.Request) -> httpx.Response:
    """The task whose id is in the path."""
    return reply(track_task(int(request.url.path.rpartition("/")[2])))(request)


def test_threads_share_a_client() -> None:
    barrier = threading.Barrier(THREADS)

    def work(thread: int) -> list[tuple[int, str]]:
        barrier.wait(timeout=10)
        own = range(thread * 100 + 1, thread * 100 + 26)
        tasks = [track.tasks.get(1, 2, task_id) for task_id in own]
        assert [task.id for task in tasks] == list(own)
        return [(task.id, task.name) for task in tasks]

    with (
        Track(token=TRACK_TOKEN, pace=None, transport=SteadyService(requested_task)) as track,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        found = [pair for pairs in pool.map(work, range(THREADS)) for pair in pairs]
    assert found == [
        (number, f"Task {number}") for first in range(1, THREADS * 100, 100) for number in range(first, first + 25)
    ]


def test_threads_iterate_separate_lists() -> None:
    barrier = threading.Barrier(THREADS)
    service = FakeList(TRACK_LIST, 250).service()

    def work(thread: int) -> list[int]:
        barrier.wait(timeout=10)
        return ids(list(track.tasks.list(1, per_page=thread + 10)))

    with Track(token=TRACK_TOKEN, pace=None, transport=service) as track, ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(work, range(THREADS)):
            assert found == list(range(1, 251))


def test_threads_share_the_quota() -> None:
    service = SteadyService(reply(track_task(permissions="admin"), headers={"x-toggl-quota-remaining": "9"}))
    reported: list[object] = []
    with (
        Track(token=TRACK_TOKEN, pace=None, transport=service, on_drift=reported.append) as track,
        ThreadPoolExecutor(8) as pool,
    ):
        list(pool.map(lambda task_id: track.tasks.get(1, 2, task_id), range(1, 101)))
        assert track.quota is not None
        assert track.quota.remaining == 9
    # Two threads may report it at the same moment, but not every request may.
    assert 1 <= len(reported) <= THREADS


async def test_fifty_coroutines_share_a_client() -> None:
    waiting = 0

    class Slow(httpx.AsyncBaseTransport):
        """Answers once all fifty requests are in, the last one first."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            nonlocal waiting
            waiting += 1
            while waiting < 50:
                await asyncio.sleep(0)
            await asyncio.sleep((100 - int(request.url.path.rpartition("/")[2])) / 10_000)
            return requested_task(request)

    async with AsyncTrack(token=TRACK_TOKEN, pace=None, transport=Slow()) as track:
        calls = [track.tasks.get(1, 2, task_id) for task_id in range(1, 51)]
        tasks = await asyncio.wait_for(asyncio.gather(*calls), 10)
    assert ids(tasks) == list(range(1, 51))


async def test_coroutines_iterate_separate_lists() -> None:
    async with AsyncTrack(token=TRACK_TOKEN, pace=None, transport=FakeList(TRACK_LIST, 250).service()) as track:

        async def collect_list(per_page: int) -> list[int]:
            found = []
            async for task in track.tasks.list(1, per_page=per_page):
                found.append(task.id)
                await asyncio.sleep(0)  # interleaves the lists
            return found

        for found in await asyncio.gather(*map(collect_list, range(10, 30))):
            assert found == list(range(1, 251))


async def test_a_call_that_is_cancelled_leaves_the_client_usable() -> None:
    never = asyncio.Event()

    class Stuck(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith("/1"):
                await never.wait()
            return requested_task(request)

    async with AsyncTrack(token=TRACK_TOKEN, pace=None, transport=Stuck()) as track:
        call = asyncio.create_task(track.tasks.get(1, 2, 1))
        await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert (await track.tasks.get(1, 2, 2)).id == 2


def test_an_async_client_serves_one_event_loop() -> None:
    track = AsyncTrack(token=TRACK_TOKEN, pace=None, transport=SteadyService(requested_task))

    async def get() -> int:
        return (await track.tasks.get(1, 2, 3)).id

    async def get_by_a_copy() -> int:
        return (await track.with_options(timeout=3).tasks.get(1, 2, 3)).id

    assert asyncio.run(get()) == 3
    for again in (get, get_by_a_copy):
        with pytest.raises(RuntimeError, match="another event loop: create a client for each event loop"):
            asyncio.run(again())
