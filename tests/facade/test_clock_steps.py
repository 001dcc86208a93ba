"""The wall clock is set back or ahead: rate limit and quota of one process do not depend on it, shared ones recover."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import Service, SteadyService, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import Pace, QuotaExceeded
from toggl_tasks._quota import IN_FLIGHT_TTL, WINDOW, QuotaState

DAY = 86_400.0
STEPS = (-30 * DAY, -DAY, -3_600.0, 3_600.0, 30 * DAY)


class SteppedClock(StoppedClock):
    """A StoppedClock whose wall clock differs from it by some seconds."""

    ahead = 0.0

    def time(self) -> float:
        return self.now + self.ahead


def task_reply(remaining: int, resets_in: int) -> Any:
    return reply(
        track_task(), headers={"X-Toggl-Quota-Remaining": str(remaining), "X-Toggl-Quota-Resets-In": str(resets_in)}
    )


@pytest.mark.parametrize("step", STEPS)
async def test_the_pace_does_not_depend_on_the_wall_clock(clients: Clients, step: float) -> None:
    clock = SteppedClock()
    track = clients.track(SteadyService(reply(track_task())), clock=clock, pace=Pace(1, burst=2))
    for _ in range(2):
        await maybe_await(track.tasks.get(1, 2, 3))
    clock.ahead = step
    for _ in range(2):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [1, 1]


@pytest.mark.parametrize("step", STEPS)
async def test_a_quota_window_does_not_depend_on_the_wall_clock(clients: Clients, step: float) -> None:
    clock, service = SteppedClock(), Service(task_reply(0, 60), task_reply(29, 3_600))
    track = clients.track(service, clock=clock)
    await maybe_await(track.tasks.get(1, 2, 3))
    clock.ahead = step
    with pytest.raises(QuotaExceeded) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert caught.value.resets_at is not None
    assert caught.value.resets_at.timestamp() == pytest.approx(clock.time() + 60)
    clock.now += 60
    await maybe_await(track.tasks.get(1, 2, 3))
    assert len(service.requests) == 2


@pytest.mark.parametrize("step", STEPS)
async def test_a_process_with_a_wrong_clock_does_not_block_the_others(
    clients: Clients, tmp_path: Path, step: float
) -> None:
    wrong, right, place = SteppedClock(), StoppedClock(), tmp_path / "shared"
    wrong.ahead = step
    options: dict[str, Any] = {"shared": place, "pace": Pace(1, burst=2), "on_quota": "wait"}
    spent = clients.track(SteadyService(task_reply(0, 3_600)), clock=wrong, **options)
    for _ in range(2):
        await maybe_await(spent.tasks.get(1, 2, 3))
        await maybe_await(spent.tasks.get(1, 2, 3))
    track = clients.track(SteadyService(task_reply(20, 3_600)), clock=right, **options)
    for _ in range(4):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert max(right.waits, default=0) <= WINDOW
    assert [wait for wait in right.waits if wait > 1][1:] == []
    if abs(step) > WINDOW:
        assert max(right.waits, default=0) <= 1


async def test_an_entry_from_the_future_expires(clients: Clients, tmp_path: Path) -> None:
    ahead, right, place = StoppedClock(), StoppedClock(), tmp_path / "shared"
    ahead.now += 30 * DAY
    options: dict[str, Any] = {"shared": place, "pace": Pace(0.5, burst=1)}
    for _ in range(3):
        await maybe_await(clients.track(Service(reply(track_task())), clock=ahead, **options).tasks.get(1, 2, 3))
        await maybe_await(clients.track(Service(reply(track_task())), clock=right, **options).tasks.get(1, 2, 3))
    assert set(ahead.waits + right.waits) <= {2}


@pytest.mark.parametrize("resets_at", [DAY, 1e12, 1e300])
def test_a_window_longer_than_an_hour_is_not_believed(resets_at: float) -> None:
    state = QuotaState(remaining=0, resets_at=resets_at)
    assert not state.at(0.0).is_spent
    assert QuotaState(remaining=0, resets_at=WINDOW).at(0.0).is_spent


def test_a_reservation_from_the_future_expires() -> None:
    state, _ = QuotaState(remaining=1, resets_at=DAY).reserve("", DAY)
    assert state.at(0.0).in_flight == {}
    assert len(state.at(DAY - IN_FLIGHT_TTL + 1).in_flight) == 1


async def test_resets_in_is_limited_to_an_hour(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(task_reply(0, 86_400), task_reply(5, 60)), clock=clock, on_quota="wait")
    await maybe_await(track.tasks.get(1, 2, 3))
    assert track.quota.resets_at.timestamp() == clock.now + WINDOW
    await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [WINDOW]


async def test_a_reset_on_another_day_is_shown_with_its_date(clients: Clients) -> None:
    clock = StoppedClock()
    clock.now = datetime.datetime(2025, 3, 3, 23, 50, tzinfo=datetime.UTC).timestamp()
    track = clients.track(Service(task_reply(0, 1_800)), clock=clock)
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(QuotaExceeded, match=r"is spent until 2025-03-04 00:20:00 UTC"):
        await maybe_await(track.tasks.get(1, 2, 3))


@pytest.mark.parametrize("max_wait", [3_600, None])
async def test_a_reset_of_zero_seconds_is_not_waited_for_without_end(clients: Clients, max_wait: float | None) -> None:
    clock = StoppedClock()
    refusal = reply("hourly limit", 402, {"X-Toggl-Quota-Remaining": "0", "X-Toggl-Quota-Resets-In": "0"})
    service = SteadyService(refusal)
    track = clients.track(service, clock=clock, on_quota="wait", max_wait=max_wait)
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert len(service.requests) == (12 if max_wait else 21)
    assert clock.waits[:11] == [2**number for number in range(11)]


@pytest.mark.parametrize("retry_after", ["0", "0.0", "0.000001", "Wed, 21 Oct 2015 07:28:00 GMT"])
@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after_zero_does_not_send_all_retries_at_once(
    clients: Clients, status: int, retry_after: str
) -> None:
    clock, service = StoppedClock(), SteadyService(reply("slow down", status, {"Retry-After": retry_after}))
    with pytest.raises(Exception, match="slow down"):
        await maybe_await(clients.track(service, clock=clock, retries=3).tasks.get(1, 2, 3))
    assert len(service.requests) == 4
    assert min(clock.waits) >= 0.1
