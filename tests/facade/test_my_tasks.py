"""`list_mine`: three shapes of response, and paging by offset."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.support.clients import Clients, collect, maybe_await
from tests.support.listing import ids
from tests.support.service import Service, SteadyService, raw_reply, reply
from tests.support.tasks import track_model, track_task
from toggl_tasks import DecodeFailed, SchemaDriftWarning


def my_tasks(count: int, envelope: bool = False) -> SteadyService:
    """A service with tasks 1 to `count` with the documented paging; null if it is empty."""

    def answer(request: httpx.Request) -> httpx.Response:
        offset = int(request.url.params.get("offset", 0))
        size = int(request.url.params.get("per_page", count))
        tasks = [track_task(number) for number in range(offset + 1, min(offset + size, count) + 1)] or None
        return reply({"items": tasks} if envelope else tasks)(request)

    return SteadyService(answer)


def offsets(service: SteadyService) -> list[str | None]:
    return [request.url.params.get("offset") for request in service.requests]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ([track_task(1), track_task(2)], 2),
        ({"items": [track_task(1), track_task(2)]}, 2),
        ([], 0),
        (None, 0),
        ({"items": []}, 0),
        ({"items": None}, 0),
    ],
)
async def test_list_mine_accepts_each_shape(clients: Clients, body: Any, count: int) -> None:
    service = Service(reply(body))
    assert await collect(clients.track(service).tasks.list_mine()) == [track_model(1), track_model(2)][:count]


async def test_list_mine_takes_one_request_by_default(clients: Clients) -> None:
    service = my_tasks(1_000)
    assert len(await collect(clients.track(service).tasks.list_mine())) == 1_000
    assert offsets(service) == [None]
    assert "per_page" not in service.requests[0].url.params


@pytest.mark.parametrize("envelope", [False, True])
async def test_list_mine_pages_by_offset(clients: Clients, envelope: bool) -> None:
    service = my_tasks(25, envelope)
    tasks = clients.track(service).tasks.list_mine(per_page=10, search="x")
    assert ids(await collect(tasks)) == list(range(1, 26))
    # Each page begins with the last task of the page before: its absence shows that tasks have moved.
    assert offsets(service) == [None, "9", "18"]
    assert {request.url.params["per_page"] for request in service.requests} == {"10"}
    assert {request.url.params["search"] for request in service.requests} == {"x"}


async def test_list_mine_starts_at_the_callers_offset(clients: Clients) -> None:
    service = my_tasks(25)
    assert ids(await collect(clients.track(service).tasks.list_mine(per_page=10, offset=7))) == list(range(8, 26))
    assert offsets(service) == ["7", "16"]


async def test_a_full_last_page_takes_one_more_request(clients: Clients) -> None:
    # The response has no total, so a full page may not be the last one.
    service = my_tasks(20)
    assert len(await collect(clients.track(service).tasks.list_mine(per_page=10))) == 20
    assert offsets(service) == [None, "9", "18"]


async def test_a_service_without_paging_gets_one_request(clients: Clients) -> None:
    service = SteadyService(reply(list(map(track_task, range(1, 26)))))
    assert ids(await collect(clients.track(service).tasks.list_mine(per_page=10))) == list(range(1, 26))
    assert len(service.requests) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 5])
async def test_list_mine_takes_pages_of_one_task(clients: Clients, count: int) -> None:
    # A page of one task could not begin with the last task of the page before.
    service = my_tasks(count)
    assert ids(await collect(clients.track(service).tasks.list_mine(per_page=1))) == list(range(1, count + 1))
    assert len(service.requests) == max(1, count + (count > 0))


async def test_list_mine_has_pages_and_no_total(clients: Clients) -> None:
    service = my_tasks(25)
    pages = clients.track(service).tasks.list_mine(per_page=10)
    # The service sends no total; reading it takes no extra request.
    assert await maybe_await(pages.total) is None
    assert await maybe_await(pages.total) is None
    assert [len(page.items) for page in await collect(pages.pages())] == [10, 9, 6]
    assert len(service.requests) == 3


async def test_a_renamed_envelope_is_drift(clients: Clients) -> None:
    service = Service(reply({"data": [track_task()]}))
    with pytest.warns(SchemaDriftWarning, match=r"\$\.items"):
        assert await collect(clients.track(service).tasks.list_mine()) == []


@pytest.mark.parametrize("body", [b'"no"', b"5"])
async def test_another_shape_raises(clients: Clients, body: bytes) -> None:
    with pytest.raises(DecodeFailed):
        await collect(clients.track(Service(raw_reply(body))).tasks.list_mine())


async def test_items_that_are_not_a_list_raise(clients: Clients) -> None:
    track = clients.track(Service(reply({"items": "none"})), on_drift=lambda drift: None)
    with pytest.raises(DecodeFailed, match="items"):
        await collect(track.tasks.list_mine())
