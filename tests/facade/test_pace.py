"""How fast a client sends."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN, Clients, maybe_await
from tests.support.service import Service, SteadyService, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import AsyncTrack, Focus, Pace, QuotaExceeded, Retries, TimedOut, Track

RETRY = Retries(count=1, jitter=lambda: 1.0)


async def times(clients: Clients, number: int, **options: Any) -> list[float]:
    """Send times of consecutive calls, in seconds after the first."""
    clock, at = StoppedClock(), []

    def answer(request: object) -> Any:
        at.append(clock.now)
        return reply(track_task())(request)  # type: ignore[arg-type]

    track = clients.track(SteadyService(answer), clock=clock, **options)
    for _ in range(number):
        await maybe_await(track.tasks.get(1, 2, 3))
    return [round(moment - at[0], 3) for moment in at]


async def test_a_burst_is_followed_by_the_rate(clients: Clients) -> None:
    assert await times(clients, 6, pace=Pace(2, burst=3)) == [0, 0, 0, 0.5, 1, 1.5]
    assert await times(clients, 4, pace=Pace(0.1, burst=1)) == [0, 10, 20, 30]


async def test_a_number_as_pace_is_the_rate(clients: Clients) -> None:
    assert await times(clients, 7, pace=2) == [0, 0, 0, 0, 0, 0.5, 1]


async def test_pace_none_disables_the_rate_limit(clients: Clients) -> None:
    assert await times(clients, 50, pace=None) == [0] * 50


async def test_the_default_pace_applies_to_the_live_service_of_track(clients: Clients) -> None:
    for made in (Track(token=TRACK_TOKEN), AsyncTrack(token=TRACK_TOKEN)):
        assert made._config.rate_limiter.pace == Pace(1, burst=5)  # type: ignore[union-attr]
    elsewhere = Track(token=TRACK_TOKEN, base_url="http://127.0.0.1:1/api/v9")
    for unpaced in (elsewhere, Focus(token=FOCUS_TOKEN), Track(token=TRACK_TOKEN, pace=None)):
        assert unpaced._config.rate_limiter is None
    assert elsewhere.with_options(pace=3)._config.rate_limiter.pace == Pace(3)  # type: ignore[union-attr]


async def test_copies_share_the_rate_limit(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(SteadyService(reply(track_task())), clock=clock, pace=Pace(1, burst=2))
    for client in (track, track.with_options(timeout=3), track.with_options(strict=True)):
        await maybe_await(client.tasks.get(1, 2, 3))
    assert clock.waits == [1]
    await maybe_await(track.with_options(pace=None).tasks.get(1, 2, 3))
    assert clock.waits == [1]


async def test_retries_respect_the_rate_limit(clients: Clients) -> None:
    clock = StoppedClock()
    service = Service(reply("x", 429, {"Retry-After": "0"}), reply(track_task()))
    await maybe_await(clients.track(service, clock=clock, pace=Pace(1, burst=1), retries=RETRY).tasks.get(1, 2, 3))
    assert clock.waits == [0.5, 0.5]


async def test_concurrent_requests_respect_the_rate_limit(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(SteadyService(reply(track_task())), clock=clock, pace=Pace(1, burst=5))
    calls = 25
    if clients.asynchronous:
        await asyncio.gather(*(track.tasks.get(1, 2, 3) for _ in range(calls)))
    else:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: track.tasks.get(1, 2, 3), range(calls)))
    assert clock.now - StoppedClock().now >= calls - 5


async def test_the_deadline_applies_to_the_rate_limit(clients: Clients) -> None:
    service, clock = SteadyService(reply(track_task())), StoppedClock()
    track = clients.track(service, clock=clock, pace=Pace(0.1, burst=1))
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(TimedOut, match="get_task: the rate limit requires a wait of 10 s; the deadline is 3 s"):
        await maybe_await(track.tasks.get(1, 2, 3, deadline=3))
    assert (len(service.requests), clock.waits) == (1, [])


async def test_a_request_stopped_by_the_rate_limit_does_not_count(clients: Clients) -> None:
    headers = {"X-Toggl-Quota-Remaining": "1", "X-Toggl-Quota-Resets-In": "600"}
    service = Service(reply(track_task(), headers=headers), reply(track_task(), headers={**headers}))
    track = clients.track(service, clock=StoppedClock(), pace=Pace(0.1, burst=1))
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(TimedOut):
        await maybe_await(track.tasks.get(1, 2, 3, deadline=3))
    try:
        await maybe_await(track.tasks.get(1, 2, 3))
    except QuotaExceeded:
        pytest.fail("the request that was not sent was counted")


@pytest.mark.parametrize("pace", [0, -1, True, "fast", float("nan")])
async def test_invalid_pace_raises(clients: Clients, pace: Any) -> None:
    with pytest.raises(ValueError, match="pace"):
        clients.track(Service(), pace=pace)


@pytest.mark.parametrize("given", [(0,), (1001,), (1, 0)])
def test_an_invalid_pace_raises(given: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="must be"):
        Pace(*given)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.track.toggl.com/api/v9/",
        "https://API.track.toggl.com/api/v9",
        "https://api.track.toggl.com:443/api/v9",
        "HTTPS://api.track.toggl.com/api/v9//",
    ],
)
async def test_the_default_pace_does_not_depend_on_the_spelling_of_the_url(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("TOGGL_TRACK_URL", url)
    assert Track(token=TRACK_TOKEN)._config.rate_limiter.pace == Pace(1, burst=5)  # type: ignore[union-attr]
    assert Track(token=TRACK_TOKEN)._config.base_url == Track.default_url


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://[::1]:80/x/", "http://[::1]/x"),
        ("http://LOCALHOST:8080", "http://localhost:8080"),
        ("https://a.example:80/API/", "https://a.example:80/API"),
    ],
)
async def test_base_urls_are_normalized(url: str, normal: str) -> None:
    assert Track(token=TRACK_TOKEN, base_url=url)._config.base_url == normal
