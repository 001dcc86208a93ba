"""What a client does when the hourly quota is spent, or known to be."""

from __future__ import annotations

import datetime
from typing import Any

import httpx
import pytest

from tests.support.clients import Clients, maybe_await, resolve
from tests.support.service import Service, failure, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import ConnectionFailed, NotFound, PaymentRequired, QuotaExceeded

SPENT = "You have hit your hourly limit for API calls. Your quota will reset in 600 seconds."


def told(remaining: int, resets_in: int = 600) -> dict[str, str]:
    return {"X-Toggl-Quota-Remaining": str(remaining), "X-Toggl-Quota-Resets-In": str(resets_in)}


def fine(remaining: int, resets_in: int = 600) -> Any:
    return reply(track_task(), headers=told(remaining, resets_in))


def spent(resets_in: int = 600) -> Any:
    return reply(SPENT, 402, told(0, resets_in))


async def test_it_is_an_error_that_says_when(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(spent()), clock=clock, retries=3)
    with pytest.raises(QuotaExceeded) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert caught.value.resets_at == datetime.datetime(2025, 3, 3, 9, 10, tzinfo=datetime.UTC)
    assert (clock.waits, caught.value.attempts) == ([], 1)


async def test_nothing_is_sent_while_it_is_known(clients: Clients) -> None:
    service, clock = Service(fine(0), fine(29)), StoppedClock()
    track = clients.track(service, clock=clock)
    await maybe_await(track.tasks.get(1, 2, 3))
    for name, arguments in (("get", (1, 9, 9)), ("delete", (1, 2, 3)), ("list_project", (1, 2))):
        with pytest.raises(QuotaExceeded) as caught:
            await maybe_await(getattr(track.tasks, name)(*arguments))
        error = caught.value
        assert (error.attempts, error.response, error.status) == (0, None, 402)
        assert "no request was sent: the quota of workspace 1 is spent until 09:10:00 UTC" in str(error)
    assert len(service.requests) == 1
    clock.now += 600
    await maybe_await(track.tasks.get(1, 2, 3))
    assert len(service.requests) == 2


async def test_each_organization_has_its_own(clients: Clients) -> None:
    service = Service(fine(0), fine(7), reply([], headers=told(30)))
    track = clients.track(service, clock=StoppedClock())
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(2, 2, 3))
    await resolve(track.tasks.list_mine())
    assert {scope: quota.remaining for scope, quota in track.quotas.items()} == {
        "workspace 1": 0,
        "workspace 2": 7,
        "me": 30,
    }
    assert track.quota.scope == "me"
    focus = clients.focus(
        Service(reply({"page": 1, "per_page": 100, "data": [], "total": 0}, headers=told(5))), clock=StoppedClock()
    )
    await resolve(focus.tasks.list(7, 1))
    assert list(focus.quotas) == ["organization 7"]


async def test_waiting_until_it_is_full_again(clients: Clients) -> None:
    service, clock = Service(spent(600), fine(29)), StoppedClock()
    track = clients.track(service, clock=clock, on_quota="wait")
    assert (await maybe_await(track.tasks.create(1, 2, name="x"))).id == track_task()["id"]
    assert clock.waits == [600]
    assert len(service.requests) == 2


async def test_waiting_before_anything_is_sent(clients: Clients, caplog: pytest.LogCaptureFixture) -> None:
    service, clock = Service(fine(0, 3_000), fine(29)), StoppedClock()
    track = clients.track(service, clock=clock, on_quota="wait")
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [3_000]
    assert caplog.messages == ["GET get_task: not sent yet (quota spent); next attempt in 3000 s"]
    assert len(service.requests) == 2


async def test_no_longer_than_allowed(clients: Clients) -> None:
    service, clock = Service(spent(600)), StoppedClock()
    with pytest.raises(QuotaExceeded):
        await maybe_await(clients.track(service, clock=clock, on_quota="wait", max_wait=599).tasks.get(1, 2, 3))
    assert clock.waits == []
    service = Service(spent(600), spent(600))
    with pytest.raises(QuotaExceeded):  # all waits of one call together
        await maybe_await(clients.track(service, clock=clock, on_quota="wait", max_wait=1_000).tasks.get(1, 2, 3))
    assert clock.waits == [600]


async def test_no_longer_than_the_deadline(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(spent(600)), clock=clock, on_quota="wait", deadline=60)
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == []


async def test_an_end_that_is_not_known_is_not_waited_for(clients: Clients) -> None:
    clock = StoppedClock()
    service = Service(reply(SPENT, 402), fine(3))
    track = clients.track(service, clock=clock, on_quota="wait")
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))


async def test_a_missing_plan_is_not_waited_for(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(reply("needs a paid plan", 402, told(7))), clock=clock, on_quota="wait", retries=3)
    with pytest.raises(PaymentRequired):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == []


async def test_a_plan_that_grows_is_noticed(clients: Clients) -> None:
    service = Service(fine(1), fine(570), fine(569))
    track = clients.track(service, clock=StoppedClock())
    for _ in range(3):
        await maybe_await(track.tasks.get(1, 2, 3))


async def test_what_was_never_sent_was_not_counted(clients: Clients) -> None:
    service = Service(fine(1), failure(httpx.ConnectError("x")), fine(0))
    track = clients.track(service, clock=StoppedClock())
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))


async def test_what_may_have_arrived_was_counted(clients: Clients) -> None:
    service = Service(fine(1), failure(httpx.ReadError("x")))
    track = clients.track(service, clock=StoppedClock())
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))


@pytest.mark.parametrize("option", [{"on_quota": "sleep"}, {"max_wait": 0}, {"max_wait": "1 h"}, {"deadline": -1}])
async def test_what_is_no_setting(clients: Clients, option: dict[str, Any]) -> None:
    (name,) = option
    with pytest.raises(ValueError, match=name):
        clients.track(Service(), **option)
    with pytest.raises(ValueError, match=name):
        clients.track(Service()).with_options(**option)


async def test_a_client_of_the_sandbox_does_not_really_wait(clients: Clients) -> None:
    from toggl_sandbox import Sandbox
    from toggl_sandbox.clock import FROZEN_AT, Clock

    with Sandbox(plan="free", clock=Clock(FROZEN_AT)) as sandbox:
        made = sandbox.async_track() if clients.asynchronous else sandbox.track()
        track = made.with_options(on_quota="wait")
        for _ in range(31):
            with pytest.raises(NotFound):
                await maybe_await(track.tasks.get(sandbox.seeded.workspace_id, sandbox.seeded.project_id, 1))
        assert sandbox.clock.now() - FROZEN_AT >= datetime.timedelta(minutes=59)
        await maybe_await(made.close())


async def test_a_reply_from_a_cache_tells_nothing_new(clients: Clients) -> None:
    def cached(request: httpx.Request) -> httpx.Response:
        response: httpx.Response = fine(0)(request)
        response.extensions["caching"] = {"from_cache": True, "revalidated": False, "stored": False}
        return response

    track = clients.track(Service(fine(2), cached, fine(1), cached, fine(0)), clock=StoppedClock())
    for remaining in (2, 2, 1, 1, 0):
        await maybe_await(track.tasks.get(1, 2, 3))
        assert track.quota.remaining == remaining
