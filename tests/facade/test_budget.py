"""`client.budget` and how many requests a list takes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.clients import Clients, collect, maybe_await, resolve
from tests.support.listing import TRACK_LIST, FakeList
from tests.support.service import Service, SteadyService, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import BudgetExceeded, Page, replace


async def test_a_budget_allows_its_number_of_requests(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service)
    with track.budget(2) as budget:
        await maybe_await(track.tasks.get(1, 2, 3))
        assert (budget.left, budget.spent, budget.requests) == (1, 1, 2)
        await maybe_await(track.with_options(timeout=3).tasks.get(1, 2, 3))
        with pytest.raises(BudgetExceeded, match="needs 1 more requests, but the budget of 2 has 0 left") as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
    assert (caught.value.needed, caught.value.left, caught.value.attempts) == (1, 0, 0)
    assert len(service.requests) == 2
    await maybe_await(track.tasks.get(1, 2, 3))


async def test_retries_count_against_the_budget(clients: Clients) -> None:
    service = SteadyService(reply("x", 503))
    track = clients.track(service, clock=StoppedClock(), retries=5)
    with track.budget(3), pytest.raises(BudgetExceeded):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert len(service.requests) == 3


async def test_a_call_of_several_requests_beyond_the_budget_sends_nothing(clients: Clients) -> None:
    service = SteadyService(reply({"success": [], "failure": []}))
    track = clients.track(service)
    with track.budget(2) as budget:
        with pytest.raises(BudgetExceeded, match="needs 3 more"):
            await maybe_await(track.tasks.patch(1, 2, range(1, 202), [replace("/active", False)]))
        assert budget.spent == 0
        await maybe_await(track.tasks.patch(1, 2, range(1, 201), [replace("/active", False)]))
    assert len(service.requests) == 2


async def test_a_list_beyond_the_budget_raises_after_its_first_page(clients: Clients) -> None:
    stock = FakeList(TRACK_LIST, 450)
    service = stock.service()
    track = clients.track(service)
    with (
        track.budget(2),
        pytest.raises(BudgetExceeded, match="needs 2 more requests, but the budget of 2 has 1") as caught,
    ):
        await collect(track.tasks.list(1))
    assert isinstance(caught.value.partial, Page)
    assert len(caught.value.partial.items) == 200
    assert len(service.requests) == 1
    with track.budget(3):
        assert len(await collect(track.tasks.list(1))) == 450


@pytest.mark.parametrize(("tasks", "requests"), [(0, 1), (1, 1), (200, 1), (201, 2), (450, 3)])
async def test_requests_is_the_number_of_pages(clients: Clients, tasks: int, requests: int) -> None:
    service = FakeList(TRACK_LIST, tasks).service()
    pages = clients.track(service).tasks.list(1)
    assert await maybe_await(pages.requests) == requests
    assert len(service.requests) == 1
    assert len(await collect(pages)) == tasks
    assert len(service.requests) == requests
    assert await maybe_await(pages.requests) == requests
    assert len(service.requests) == requests


async def test_requests_counts_from_the_first_requested_page(clients: Clients) -> None:
    pages = clients.track(FakeList(TRACK_LIST, 450).service()).tasks.list(1, page=2)
    assert await maybe_await(pages.requests) == 2
    assert len(await collect(pages)) == 250


async def test_requests_is_none_without_a_total(clients: Clients) -> None:
    service = Service(reply([track_task()]))
    pages = clients.track(service).tasks.list_mine()
    assert await maybe_await(pages.requests) is None
    assert len(await resolve(pages)) == 1


async def test_nested_budgets_all_count(clients: Clients) -> None:
    track = clients.track(SteadyService(reply(track_task())))
    with track.budget(3) as outer:
        with track.budget(1):
            await maybe_await(track.tasks.get(1, 2, 3))
            with pytest.raises(BudgetExceeded):
                await maybe_await(track.tasks.get(1, 2, 3))
        assert outer.left == 2


@pytest.mark.parametrize("requests", [-1, 1.5, True, "3"])
async def test_invalid_budgets_raise(clients: Clients, requests: Any) -> None:
    with (
        pytest.raises(ValueError, match="a budget must be a number of requests"),
        clients.track(Service()).budget(requests),
    ):
        pass
