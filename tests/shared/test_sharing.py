"""Clients that share pace and quota, in one process: what they share, and with whom."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from tests.facade.test_imports import loaded_after
from tests.support.clients import TRACK_TOKEN, Clients, maybe_await
from tests.support.service import Responder, Service, SteadyService, connection_failure, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import ConnectionFailed, Pace, QuotaExceeded, TimedOut, Track
from toggl_tasks._clock import SystemClock
from toggl_tasks._quota import Quota, QuotaState, Reservation, from_timestamp


def task_reply(remaining: int, resets_in: int = 600) -> Responder:
    headers = {"X-Toggl-Quota-Remaining": str(remaining), "X-Toggl-Quota-Resets-In": str(resets_in)}
    return reply(track_task(), headers=headers)


async def get(track: Any) -> Any:
    return await maybe_await(track.tasks.get(1, 2, 3))


def select(place: str | Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(place)) as connection:
        return connection.execute(statement).fetchall()


async def test_clients_share_the_quota(clients: Clients, place: str) -> None:
    clock, silent = StoppedClock(), Service()
    one, other = (clients.track(service, shared=place, clock=clock) for service in (Service(task_reply(0)), silent))
    await get(one)
    with pytest.raises(QuotaExceeded, match="no request was sent: the quota of workspace 1 is spent until 09:10:00"):
        await get(other)
    assert silent.requests == []
    clock.now += 600
    later = clients.track(Service(task_reply(29)), shared=place, clock=clock)
    await get(later)


async def test_clients_share_the_rate_limit(clients: Clients, place: str) -> None:
    clock = StoppedClock()
    one, other = (
        clients.track(SteadyService(reply(track_task())), shared=place, clock=clock, pace=Pace(2, burst=3))
        for _ in range(2)
    )
    for client in (one, other, one, other, one.with_options(timeout=3), other.with_options(pace=Pace(2, burst=3))):
        await get(client)
    assert clock.waits == [0.5, 0.5, 0.5]
    await get(one.with_options(pace=None))
    assert clock.waits == [0.5, 0.5, 0.5]


async def test_other_credentials_and_urls_have_separate_limits(clients: Clients, place: str) -> None:
    clock = StoppedClock()
    await get(clients.track(Service(task_reply(0)), shared=place, clock=clock, pace=Pace(1, burst=1)))
    for others in (
        {"token": "f" * 32, "shared": place},
        {"base_url": "http://127.0.0.1:1/api/v9", "shared": place},
        {"shared": None},
    ):
        await get(clients.track(Service(task_reply(5)), clock=clock, pace=Pace(1, burst=1), **others))
    assert clock.waits == []


async def test_a_rate_limited_request_holds_no_reservation(clients: Clients, place: str) -> None:
    clock = StoppedClock()
    track = clients.track(Service(task_reply(1), task_reply(0)), shared=place, clock=clock, pace=Pace(0.1, burst=1))
    await get(track)
    with pytest.raises(TimedOut):
        await maybe_await(track.tasks.get(1, 2, 3, deadline=3))
    await get(track)


async def test_a_request_that_was_not_sent_does_not_count(clients: Clients, place: str) -> None:
    track = clients.track(
        Service(task_reply(1), connection_failure(httpx.ConnectError("x")), task_reply(0)),
        shared=place,
        clock=StoppedClock(),
    )
    await get(track)
    with pytest.raises(ConnectionFailed):
        await get(track)
    await get(track)


async def test_a_request_that_may_have_arrived_counts(clients: Clients, place: str) -> None:
    track = clients.track(
        Service(task_reply(1), connection_failure(httpx.ReadError("x"))), shared=place, clock=StoppedClock()
    )
    await get(track)
    with pytest.raises(ConnectionFailed):
        await get(track)
    with pytest.raises(QuotaExceeded):
        await get(track)


async def test_concurrent_requests_do_not_exceed_the_quota(clients: Clients, place: str) -> None:
    left = iter(range(28, -1, -1))
    service = SteadyService(lambda request: task_reply(next(left))(request))
    track = clients.track(service, shared=place)
    await get(track)

    def outcome(result: Any) -> bool:
        if isinstance(result, BaseException) and not isinstance(result, QuotaExceeded):
            raise result
        return isinstance(result, QuotaExceeded)

    if clients.asynchronous:
        refused = [*map(outcome, await asyncio.gather(*(get(track) for _ in range(40)), return_exceptions=True))]
    else:
        with ThreadPoolExecutor(8) as pool:
            futures = [pool.submit(track.tasks.get, 1, 2, 3) for _ in range(40)]
        refused = [outcome(future.exception()) for future in futures]
    assert (len(service.requests), refused.count(True)) == (29, 12)


async def test_a_cancelled_call_leaves_the_rest_usable(place: str) -> None:
    clients, arrived, go_on = Clients("asyncio"), asyncio.Event(), asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        arrived.set()
        await go_on.wait()
        return task_reply(9)(request)

    track = clients.track(httpx.MockTransport(answer), shared=place)
    task = asyncio.create_task(get(track))
    await arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    await get(track)
    await clients.close()


def test_a_forked_process_can_share(place: str) -> None:
    """Both use what was opened before, and each its own connection."""
    code = f"""
import os
from toggl_tasks import Track
track = Track(token={TRACK_TOKEN!r}, shared={place!r})
store = track._config.quota_store
first = store.reserve("me", 1e9)
child = os.fork()
numbers = [store.reserve("me", 1e9).number for _ in range(20)]
assert numbers == sorted(set(numbers))
if child:
    assert os.waitpid(child, 0)[1] == 0
    assert store.reserve("me", 1e9).number == 42
else:
    os._exit(0)
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, timeout=60)


async def test_the_store_contains_no_credentials(clients: Clients, place: str) -> None:
    for who in ({"token": TRACK_TOKEN}, {"email": "ann@example.test", "password": "correct horse"}):
        await get(clients.track(Service(task_reply(5)), shared=place, pace=3, **who))
    if place.startswith("redis:"):
        import redis

        with redis.Redis.from_url(place) as client:
            keys = client.keys()
            content = b"\n".join(keys) + b"".join(client.get(key) or b"" for key in keys if key.endswith(b"1"))
            assert all(client.ttl(key) > 0 for key in keys)
    else:
        content = Path(place).read_bytes()
        keys = [key for (key,) in select(place, "SELECT key FROM entry")]
    assert len(keys) == 4
    for secret in (TRACK_TOKEN, "ann", "correct", "horse", httpx.BasicAuth(TRACK_TOKEN, "api_token")._auth_header[6:]):
        assert secret.encode() not in content


async def test_an_unused_entry_expires(clients: Clients, tmp_path: Path) -> None:
    clock, place = StoppedClock(), tmp_path / "shared"
    await get(clients.track(Service(task_reply(5)), shared=place, clock=clock, token="a" * 32))
    clock.now += 86_401
    await get(clients.track(Service(task_reply(5)), shared=place, clock=clock, token="b" * 32))
    assert select(place, "SELECT count(*) FROM entry") == [(1,)]


@attrs.frozen
class WrongClock(SystemClock):
    """The clock of a machine that is wrong by some seconds."""

    wrong_by: float

    def time(self) -> float:
        return super().time() + self.wrong_by


def test_machines_with_wrong_clocks_share_one_window(redis_url: str) -> None:
    clients = [
        Track(token=TRACK_TOKEN, shared=redis_url, clock=WrongClock(wrong_by), pace=Pace(0.01, burst=2))
        for wrong_by in (-5_000.0, 0.0, 5_000.0)
    ]
    configs = [client._config for client in clients]
    slow, right, fast = configs
    reservation = slow.quota_store.reserve("me", slow.clock.time())
    assert isinstance(reservation, Reservation)
    quota = Quota(0, from_timestamp(slow.clock.time() + 600))
    slow.quota_store.release(reservation, quota, sent=True)
    for config in (right, fast):
        state = config.quota_store.reserve("me", config.clock.time())
        assert isinstance(state, QuotaState)
        assert state.resets_at is not None
        assert 0 < state.resets_at - config.clock.time() < 700
    waits = [config.rate_limiter.acquire(config.clock.time()) for config in configs]  # type: ignore[union-attr]
    assert waits[:2] == [0, 0]
    assert waits[2] > 0
    for client in clients:
        client.close()


async def test_redis_entries_of_a_clock_that_was_ahead_are_replaced(clients: Clients, redis_url: str) -> None:
    ahead, right = StoppedClock(), StoppedClock()
    ahead.now += 30 * 86_400
    options: dict[str, Any] = {"shared": redis_url, "pace": Pace(0.5, burst=1), "token": "c" * 32}
    for clock in (ahead, right, right, ahead, ahead, right):
        await get(clients.track(Service(task_reply(5)), clock=clock, **options))
    assert set(right.waits + ahead.waits) == {2}


async def test_a_response_is_returned_if_the_store_fails(
    clients: Clients, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / "shared"

    def answer(request: httpx.Request) -> httpx.Response:
        place.write_bytes(b"corrupt " * 100)
        return task_reply(5)(request)

    with caplog.at_level(logging.WARNING, "toggl_tasks"):
        task = await get(clients.track(Service(answer), shared=place))
    assert task.id == track_task()["id"]
    assert "GET get_task: shared quota not updated" in caplog.text


def test_unused_stores_are_not_imported() -> None:
    loaded = loaded_after("from toggl_tasks import Track; Track(token='abc', pace=3)")
    assert not loaded & {"sqlite3", "redis", "pyrate_limiter", "toggl_tasks._sharing"}
    loaded = loaded_after(f"from toggl_tasks import Track; Track(token='abc', shared={os.devnull!r})")
    assert "toggl_tasks._shared_sqlite" in loaded
    assert "toggl_tasks._shared_redis" not in loaded
