"""Connections of a real socket: cancelled calls, many threads, closed clients, other event loops."""

from __future__ import annotations

import asyncio
import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpcore
import httpx
import httpx2
import msgspec
import pytest

from tests.support.clients import TRACK_TOKEN
from tests.support.faults.raw_server import RawServer, in_turn, raw_server, replying
from tests.support.tasks import track_task
from toggl_sandbox import Sandbox, running
from toggl_sandbox.faults.fault import Fault
from toggl_tasks import AsyncTrack, DecodeFailed, QuotaExceeded, Track

ROOT = Path(__file__).parents[2]

TASK = msgspec.json.encode(track_task())
NO_LIMITS = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
WINDOW = "X-Toggl-Quota-Resets-In: 3600"


class Counting:
    """Answers with the remaining quota; requests for task 666 count but get no response."""

    def __init__(self, quota: int) -> None:
        self.left = quota
        self.requested = threading.Event()
        self.over = threading.Event()

    def __call__(self, connection: socket.socket, request: bytes) -> None:
        self.left -= 1
        if b"/tasks/666 " in request:
            self.requested.set()
            self.over.wait(10)
            return
        replying(TASK, headers=(f"X-Toggl-Quota-Remaining: {self.left}", WINDOW))(connection, request)


@contextmanager
def counting(quota: int = 30) -> Iterator[tuple[Counting, RawServer]]:
    service = Counting(quota)
    with raw_server(service) as server:
        try:
            yield service, server
        finally:
            service.over.set()


@pytest.fixture(params=[httpx, httpx2], ids=lambda library: str(library.__name__))
def library(request: pytest.FixtureRequest) -> Any:
    return request.param


def async_track(server: RawServer, library: Any = httpx, **options: Any) -> AsyncTrack:
    """A client with one connection."""
    transport = library.AsyncHTTPTransport(limits=library.Limits(max_connections=1, max_keepalive_connections=1))
    return AsyncTrack(token=TRACK_TOKEN, base_url=server.url(), transport=transport, retries=0, **options)


async def cancel_call(track: AsyncTrack, service: Counting) -> None:
    """Cancel a call while its request is in flight."""
    service.requested.clear()
    call = asyncio.create_task(track.tasks.get(1, 2, 666))
    assert await asyncio.to_thread(service.requested.wait, 10)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call


async def test_a_cancelled_call_releases_its_connection(library: Any) -> None:
    with counting() as (service, server):
        async with async_track(server, library) as track:
            for _ in range(3):
                await cancel_call(track, service)
                # There is one connection: it would never be free again if a cancelled call did not release it.
                assert (await asyncio.wait_for(track.tasks.get(1, 2, 3), 5)).id == 3


async def test_a_cancelled_call_counts_against_the_quota(library: Any) -> None:
    with counting(quota=3) as (service, server):
        async with async_track(server, library) as track:
            await track.tasks.get(1, 2, 3)
            for _ in range(2):
                await cancel_call(track, service)
            with pytest.raises(QuotaExceeded, match="no request was sent"):
                await track.tasks.get(1, 2, 3)
            assert len(server.requests) == 3


async def test_a_response_beyond_the_limit_releases_its_connection(library: Any) -> None:
    with raw_server(in_turn(replying(b" " * 2_000_000), replying(TASK))) as server:
        async with async_track(server, library, max_response_bytes=1_000) as track:
            with pytest.raises(DecodeFailed, match="larger than 1000 bytes"):
                await track.tasks.get(1, 2, 3)
            assert (await asyncio.wait_for(track.tasks.get(1, 2, 3), 5)).id == 3


async def test_a_call_can_be_cancelled_while_it_waits_for_a_connection(library: Any) -> None:
    with counting() as (service, server):
        async with async_track(server, library) as track:
            first = asyncio.create_task(track.tasks.get(1, 2, 666))
            assert await asyncio.to_thread(service.requested.wait, 10)
            waiting = [asyncio.create_task(track.tasks.get(1, 2, number)) for number in range(1, 6)]
            await asyncio.sleep(0)
            for call in [*waiting, first]:
                call.cancel()
            for ended in await asyncio.gather(*waiting, first, return_exceptions=True):
                assert isinstance(ended, asyncio.CancelledError)
            assert (await asyncio.wait_for(track.tasks.get(1, 2, 3), 5)).id == 3
            assert len(server.requests) == 2


def test_many_threads_share_a_client_and_its_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    # More threads than the 20 idle connections that httpx keeps by itself. A pool that closes what is too many may
    # close one that another thread has just begun to use (httpcore issue 1110): ours must never do so.
    closings: list[object] = []
    close = httpcore.HTTP11Connection.close

    def count(connection: httpcore.HTTP11Connection) -> None:
        closings.append(connection)
        close(connection)

    monkeypatch.setattr(httpcore.HTTP11Connection, "close", count)
    threads, each = 40, 10
    barrier = threading.Barrier(threads)
    with Sandbox() as sandbox, running(sandbox) as server:
        sandbox.faults.add(Fault(delay=0.01))
        tasks = sandbox.state.track_tasks.of_project(sandbox.project_id)
        names = {task.id: task.name for task in tasks if task.server_deleted_at is None}
        ids = list(names)
        with Track(token=sandbox.token, base_url=server.track_url, retries=0, timeout=10) as track:

            def work(thread: int) -> str:
                barrier.wait(10)
                for number in range(thread, thread + each):
                    task_id = ids[number % len(ids)]
                    task = track.tasks.get(sandbox.workspace_id, sandbox.project_id, task_id)
                    assert (task.id, task.name) == (task_id, names[task_id])
                return track.tasks.create(sandbox.workspace_id, sandbox.project_id, name=f"Thread {thread}").name

            with ThreadPoolExecutor(threads) as pool:
                made = list(pool.map(work, range(threads)))
            assert not closings
        assert made == [f"Thread {thread}" for thread in range(threads)]
        assert len(sandbox.requests) == threads * (each + 1)


def test_a_closed_client_raises() -> None:
    with raw_server(replying(TASK)) as server:
        track = Track(token=TRACK_TOKEN, base_url=server.url())
        copy = track.with_options(timeout=3)
        track.tasks.get(1, 2, 3)
        track.close()
        for one in (track, copy):
            with pytest.raises(RuntimeError, match="this client is closed: create a new one"):
                one.tasks.get(1, 2, 3)
        assert len(server.requests) == 1


async def test_a_closed_async_client_raises() -> None:
    with raw_server(replying(TASK)) as server:
        track = async_track(server)
        copy = track.with_options(timeout=3)
        await track.tasks.get(1, 2, 3)
        await track.close()
        for one in (track, copy):
            with pytest.raises(RuntimeError, match="this client is closed: create a new one"):
                await one.tasks.get(1, 2, 3)
        assert len(server.requests) == 1


def test_a_client_on_another_event_loop_raises() -> None:
    with raw_server(replying(TASK)) as server:
        track = async_track(server)

        async def get() -> int:
            return (await track.tasks.get(1, 2, 3)).id

        assert asyncio.run(get()) == 3
        with pytest.raises(RuntimeError, match="another event loop: create a client for each event loop"):
            asyncio.run(get())
        assert len(server.requests) == 1


@pytest.mark.parametrize(("name", "rounds"), [("httpx", 10), ("httpx2", 2)])
def test_cancelled_calls_leave_no_connection_behind(name: str, rounds: int) -> None:
    # In a process of its own: anyio leaves a socket to the garbage collector, which warns at any time later, if it is
    # cancelled in the moment in which that has connected.
    cancel = f"asyncio.run(t.cancel_calls_at_random(t.{name}, {rounds}))"
    command = [sys.executable, "-c", f"import asyncio; from tests.faults import test_connections as t; {cancel}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


async def cancel_calls_at_random(library: Any, rounds: int) -> None:
    """Cancel 200 calls at random moments in each round; 100 calls after that must succeed."""
    chance = random.Random(1)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(chance.choice([0, 0.001, delay[0]]))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(TASK) + TASK)

    delay = [1.0]
    writers: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=512)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        # None: the client makes its own.
        transport = library.AsyncHTTPTransport(limits=NO_LIMITS) if library is httpx2 else None
        async with AsyncTrack(token=TRACK_TOKEN, base_url=url, retries=0, timeout=5, transport=transport) as track:
            for _ in range(rounds):
                calls = [asyncio.create_task(track.tasks.get(1, 2, 3)) for _ in range(200)]
                for call in chance.sample(calls, len(calls)):
                    if chance.random() < 0.2:
                        await asyncio.sleep(chance.choice([0, 0, 0.001]))
                    call.cancel()
                await asyncio.gather(*calls, return_exceptions=True)
            delay[0] = 0
            pool: Any = track._driver.client._transport
            assert all(one.is_idle() or one.is_closed() for one in pool._pool.connections)
            assert track._driver.slots._value == 100
            tasks = await asyncio.gather(*(track.tasks.get(1, 2, 3) for _ in range(100)))
            assert [task.id for task in tasks] == [3] * 100
        # Python 3.13 waits for the connections of a server, also for those that anyio has left open.
        for writer in writers:
            writer.transport.abort()
