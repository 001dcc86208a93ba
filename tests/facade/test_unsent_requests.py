"""A request that was never sent counts against no quota and no budget."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import httpx
import pytest

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await
from tests.support.service import SteadyService, connection_failure, reply
from tests.support.tasks import track_task
from toggl_tasks import AsyncTrack, BudgetExceeded, ConnectionFailed, Pace
from toggl_tasks._budget import Budget

QUOTA = {"X-Toggl-Quota-Remaining": "1", "X-Toggl-Quota-Resets-In": "3600"}


def fail(view: object) -> None:
    raise LookupError("hook")


def left(track: Any) -> int:
    """The remaining quota according to the client."""
    (state,) = track._config.quota_store._states.values()
    assert not state.in_flight
    return int(state.remaining)


@pytest.mark.parametrize(
    ("client_options", "call_options", "error"),
    [
        ({}, {"extra_headers": {"x": 1}}, ValueError),
        ({}, {"extra_headers": {"x": "\u00e9"}}, ValueError),
        ({}, {"timeout": float("inf")}, ValueError),
        ({}, {"timeout": 3_000_000}, ValueError),
        ({}, {"deadline": float("inf")}, ValueError),
        ({"on_request": fail}, {}, LookupError),
    ],
)
async def test_an_error_before_sending_costs_nothing(
    clients: Clients, client_options: Any, call_options: Any, error: type[Exception]
) -> None:
    service = SteadyService(reply(track_task(), headers=QUOTA))
    track = clients.track(service)
    await maybe_await(track.tasks.get(1, 2, 3))
    with track.budget(1) as budget:
        for _ in range(3):
            with pytest.raises(error):
                await maybe_await(track.with_options(**client_options).tasks.get(1, 2, 3, **call_options))
        assert (left(track), budget.spent, len(service.requests)) == (1, 0, 1)
        await maybe_await(track.tasks.get(1, 2, 3))
        assert budget.spent == 1


@pytest.mark.parametrize("error", [httpx.ConnectError("refused"), httpx.LocalProtocolError("bad header")])
async def test_a_failed_connection_costs_nothing(clients: Clients, error: Exception) -> None:
    responders = iter([reply(track_task(), headers=QUOTA), connection_failure(error)])
    track = clients.track(SteadyService(lambda request: next(responders)(request)))
    await maybe_await(track.tasks.get(1, 2, 3))
    with track.budget(1) as budget, pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert (left(track), budget.spent) == (1, 0)


async def test_a_request_without_a_response_still_counts(clients: Clients) -> None:
    responders = iter([reply(track_task(), headers=QUOTA), connection_failure(httpx.ReadTimeout("slow"))])
    track = clients.track(SteadyService(lambda request: next(responders)(request)))
    await maybe_await(track.tasks.get(1, 2, 3))
    with track.budget(1) as budget, pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    (state,) = track._config.quota_store._states.values()
    assert (state.remaining, len(state.in_flight), budget.spent) == (0, 1, 1)


async def test_the_outer_budget_is_refunded_if_the_inner_one_is_spent(clients: Clients) -> None:
    track = clients.track(SteadyService(reply(track_task())))
    with track.budget(5) as outer, track.budget(1) as inner:
        inner.spend()
        inner.need = lambda requests: vars(inner).pop("need")  # the first check passes: another thread spends it then
        with pytest.raises(BudgetExceeded):
            await maybe_await(track.tasks.get(1, 2, 3))
        assert (outer.spent, inner.spent) == (0, 1)


async def in_slots(track: AsyncTrack) -> None:
    for _ in range(100):
        await track._driver.slots.acquire()


@pytest.mark.parametrize("wait", ["for a slot", "for a connection", "for the rate limit"])
async def test_a_call_that_is_cancelled_before_sending_costs_nothing(wait: str) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        url = f"http://127.0.0.1:{full.getsockname()[1]}"
        # The queue of the server is full, so that no connection is accepted.
        with socket.create_connection(full.getsockname()), socket.socket() as second:
            second.setblocking(False)
            second.connect_ex(full.getsockname())
            options: dict[str, Any] = {"pace": Pace(0.001, burst=1)} if wait == "for the rate limit" else {}
            async with AsyncTrack(token=TRACK_TOKEN, base_url=url, retries=0, **options) as track:
                if wait == "for a slot":
                    await in_slots(track)
                if options:
                    track._config.rate_limiter.acquire(track._config.clock.time())  # type: ignore[union-attr]
                with track.budget(1) as budget:
                    call = asyncio.create_task(track.tasks.get(1, 2, 3))
                    await asyncio.sleep(0.1)
                    call.cancel()
                    with pytest.raises(asyncio.CancelledError):
                        await call
                    (state,) = track._config.quota_store._states.values()  # type: ignore[attr-defined]
                    assert (budget.spent, dict(state.in_flight)) == (0, {})


def test_a_refund_leaves_what_was_spent_before() -> None:
    budget = Budget(2)
    budget.spend()
    budget.spend()
    budget.refund()
    assert (budget.spent, budget.left) == (1, 1)


async def test_extra_headers_none_means_none(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service, extra_headers=None)
    await maybe_await(track.tasks.get(1, 2, 3, extra_headers=None))
    await maybe_await(clients.track(service).tasks.get(1, 2, 3))
    assert service.requests[0].headers == service.requests[1].headers
