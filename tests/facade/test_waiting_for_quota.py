"""Errors and waits if the hourly quota is spent."""

from __future__ import annotations

import datetime
from typing import Any

import httpx
import pytest

from tests.support.clients import Clients, maybe_await, resolve
from tests.support.service import Service, connection_failure, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import ConnectionFailed, NotFound, PaymentRequired, QuotaExceeded

SPENT = "You have hit your hourly limit for API calls. Your quota will reset in 600 seconds."


def quota_headers(remaining: int, resets_in: int = 600) -> dict[str, str]:
    return {"X-Toggl-Quota-Remaining": str(remaining), "X-Toggl-Quota-Resets-In": str(resets_in)}


def task_reply(remaining: int, resets_in: int = 600) -> Any:
    return reply(track_task(), headers=quota_headers(remaining, resets_in))


def spent_reply(resets_in: int = 600) -> Any:
    return reply(SPENT, 402, quota_headers(0, resets_in))


async def test_a_spent_quota_raises_with_its_reset(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(spent_reply()), clock=clock, retries=3)
    with pytest.raises(QuotaExceeded) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert caught.value.resets_at == datetime.datetime(2025, 3, 3, 9, 10, tzinfo=datetime.UTC)
    assert (clock.waits, caught.value.attempts) == ([], 1)


async def test_a_spent_quota_sends_no_request(clients: Clients) -> None:
    service, clock = Service(task_reply(0), task_reply(29)), StoppedClock()
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


async def test_each_organization_has_its_own_quota(clients: Clients) -> None:
    service = Service(task_reply(0), task_reply(7), reply([], headers=quota_headers(30)))
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
        Service(reply({"page": 1, "per_page": 100, "data": [], "total": 0}, headers=quota_headers(5))),
        clock=StoppedClock(),
    )
    await resolve(focus.tasks.list(7, 1))
    assert list(focus.quotas) == ["organization 7"]


async def test_on_quota_wait_waits_until_the_reset(clients: Clients) -> None:
    service, clock = Service(spent_reply(600), task_reply(29)), StoppedClock()
    track = clients.track(service, clock=clock, on_quota="wait")
    assert (await maybe_await(track.tasks.create(1, 2, name="x"))).id == track_task()["id"]
    assert clock.waits == [600]
    assert len(service.requests) == 2


async def test_a_spent_quota_is_waited_for_before_the_request(
    clients: Clients, caplog: pytest.LogCaptureFixture
) -> None:
    service, clock = Service(task_reply(0, 3_000), task_reply(29)), StoppedClock()
    track = clients.track(service, clock=clock, on_quota="wait")
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [3_000]
    assert caplog.messages == ["GET get_task: not sent yet (quota spent); next attempt in 3000 s"]
    assert len(service.requests) == 2


async def test_no_wait_exceeds_max_wait(clients: Clients) -> None:
    service, clock = Service(spent_reply(600)), StoppedClock()
    with pytest.raises(QuotaExceeded):
        await maybe_await(clients.track(service, clock=clock, on_quota="wait", max_wait=599).tasks.get(1, 2, 3))
    assert clock.waits == []
    service = Service(spent_reply(600), spent_reply(600))
    with pytest.raises(QuotaExceeded):  # all waits of one call together
        await maybe_await(clients.track(service, clock=clock, on_quota="wait", max_wait=1_000).tasks.get(1, 2, 3))
    assert clock.waits == [600]


async def test_no_wait_exceeds_the_deadline(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(Service(spent_reply(600)), clock=clock, on_quota="wait", deadline=60)
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == []


async def test_an_unknown_reset_is_not_waited_for(clients: Clients) -> None:
    clock = StoppedClock()
    service = Service(reply(SPENT, 402), task_reply(3))
    track = clients.track(service, clock=clock, on_quota="wait")
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))


async def test_payment_required_is_not_waited_for(clients: Clients) -> None:
    clock = StoppedClock()
    track = clients.track(
        Service(reply("needs a paid plan", 402, quota_headers(7))), clock=clock, on_quota="wait", retries=3
    )
    with pytest.raises(PaymentRequired):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == []


async def test_a_larger_quota_is_noticed(clients: Clients) -> None:
    service = Service(task_reply(1), task_reply(570), task_reply(569))
    track = clients.track(service, clock=StoppedClock())
    for _ in range(3):
        await maybe_await(track.tasks.get(1, 2, 3))


async def test_a_request_that_was_not_sent_does_not_count(clients: Clients) -> None:
    service = Service(task_reply(1), connection_failure(httpx.ConnectError("x")), task_reply(0))
    track = clients.track(service, clock=StoppedClock())
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))


async def test_a_request_that_may_have_arrived_counts(clients: Clients) -> None:
    service = Service(task_reply(1), connection_failure(httpx.ReadError("x")))
    track = clients.track(service, clock=StoppedClock())
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(QuotaExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))


@pytest.mark.parametrize("option", [{"on_quota": "sleep"}, {"max_wait": 0}, {"max_wait": "1 h"}, {"deadline": -1}])
async def test_invalid_options_raise(clients: Clients, option: dict[str, Any]) -> None:
    (name,) = option
    with pytest.raises(ValueError, match=name):
        clients.track(Service(), **option)
    with pytest.raises(ValueError, match=name):
        clients.track(Service()).with_options(**option)


async def test_a_sandbox_client_waits_without_delay(clients: Clients) -> None:
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


async def test_a_cached_response_does_not_change_the_quota(clients: Clients) -> None:
    def cached_reply(request: httpx.Request) -> httpx.Response:
        response: httpx.Response = task_reply(0)(request)
        response.extensions["caching"] = {"from_cache": True, "revalidated": False, "stored": False}
        return response

    track = clients.track(
        Service(task_reply(2), cached_reply, task_reply(1), cached_reply, task_reply(0)),
        clock=StoppedClock(),
    )
    for remaining in (2, 2, 1, 1, 0):
        await maybe_await(track.tasks.get(1, 2, 3))
        assert track.quota.remaining == remaining
