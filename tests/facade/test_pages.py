"""Lists with page numbers: lazy, and with the fewest requests that the service allows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.clients import END, Clients, collect, iterator, maybe_await, next_item
from tests.support.listing import FOCUS_LIST, TRACK_LIST, FakeList, PagedList, ids, requested_pages
from tests.support.service import SteadyService, raw_reply, reply
from tests.support.tasks import track_task
from toggl_tasks import DecodeFailed, NotFound, SchemaDriftWarning
from toggl_tasks._decoding import Drift

both = pytest.mark.parametrize("of", [TRACK_LIST, FOCUS_LIST], ids=["track", "focus"])


@both
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 199, 200, 201, 400, 1_000])
async def test_a_list_has_every_item_once_in_the_fewest_requests(clients: Clients, of: PagedList, count: int) -> None:
    service = FakeList(of, count).service()
    tasks = of.call(clients, service, **{of.search: "x"})
    assert ids(await collect(tasks)) == list(range(1, count + 1))
    assert requested_pages(service) == list(range(1, of.fewest_requests(count) + 1))
    # Filters and the page size are those of the first request on every page.
    for request in service.requests:
        assert request.url.params["per_page"] == str(of.largest)
        assert request.url.params[of.search] == "x"
        assert request.url.params.get_list("page") == request.url.params.get_list("page")[:1]


@both
async def test_a_page_is_fetched_with_its_first_item(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, of.largest + 1).service()
    pages = of.call(clients, service)
    assert requested_pages(service) == []
    items = iterator(pages)
    assert requested_pages(service) == []
    for _ in range(of.largest):
        await next_item(items)
    assert requested_pages(service) == [1]
    await next_item(items)
    assert requested_pages(service) == [1, 2]
    assert await next_item(items) is END
    assert requested_pages(service) == [1, 2]


@both
async def test_a_break_ends_the_requests(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 1_000).service()
    items = iterator(of.call(clients, service))
    assert (await next_item(items)).id == 1
    await maybe_await(items.aclose() if hasattr(items, "aclose") else items.close())
    assert requested_pages(service) == [1]


@both
async def test_pages_lists_the_pages(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 25).service()
    pages = await collect(of.call(clients, service, per_page=10).pages())
    assert [ids(page.items) for page in pages] == [list(range(1, 11)), list(range(11, 21)), list(range(21, 26))]
    assert [page.total for page in pages] == [25, 25, 25]
    assert len(service.requests) == 3


@both
async def test_an_empty_list_is_one_empty_page(clients: Clients, of: PagedList) -> None:
    (page,) = await collect(of.call(clients, FakeList(of, 0).service()).pages())
    assert (page.items, page.total) == ([], 0)


@both
async def test_total_takes_no_extra_request(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 250).service()
    pages = of.call(clients, service)
    assert await maybe_await(pages.total) == 250
    assert await maybe_await(pages.total) == 250
    assert requested_pages(service) == [1]
    assert len(await collect(pages)) == 250
    assert len(service.requests) == of.fewest_requests(250)
    assert await maybe_await(pages.total) == 250
    assert len(service.requests) == of.fewest_requests(250)
    # The page that was held for `total` is given once; a second loop has a first page of its own.
    assert len(await collect(pages)) == 250
    assert len(service.requests) == 2 * of.fewest_requests(250)


@both
async def test_total_is_that_of_the_latest_page(clients: Clients, of: PagedList) -> None:
    stock = FakeList(of, 25)
    pages = of.call(clients, stock.service(), per_page=10)
    tasks = iterator(pages.pages())
    await next_item(tasks)
    stock.count = 24
    await next_item(tasks)
    assert await maybe_await(pages.total) == 24


@both
async def test_a_second_loop_sends_its_requests_again(clients: Clients, of: PagedList) -> None:
    stock = FakeList(of, 3)
    service = stock.service()
    pages = of.call(clients, service)
    assert ids(await collect(pages)) == [1, 2, 3]
    stock.count = 4
    assert ids(await collect(pages)) == [1, 2, 3, 4]
    assert await maybe_await(pages.total) == 4
    assert requested_pages(service) == [1, 1]


@both
async def test_two_loops_at_once_are_independent(clients: Clients, of: PagedList) -> None:
    pages = of.call(clients, FakeList(of, 30).service(), per_page=10)
    one, other = iterator(pages), iterator(pages)
    for _ in range(12):
        await next_item(one)
    assert (await next_item(other)).id == 1
    assert (await next_item(one)).id == 13


@both
async def test_a_list_starts_at_the_callers_page(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 25).service()
    assert ids(await collect(of.call(clients, service, page=2, per_page=10))) == list(range(11, 26))
    assert requested_pages(service) == [2, 3]


@both
async def test_a_start_after_the_last_page_is_one_request(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 25).service()
    assert await collect(of.call(clients, service, page=9, per_page=10)) == []
    assert requested_pages(service) == [9]


@both
async def test_smaller_pages_than_requested_are_followed(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 120, cap=50).service()
    assert ids(await collect(of.call(clients, service))) == list(range(1, 121))
    assert requested_pages(service) == [1, 2, 3]


@both
async def test_data_may_be_null(clients: Clients, of: PagedList) -> None:
    service = SteadyService(reply(of.page() | {"data": None}))
    pages = of.call(clients, service)
    assert await collect(pages) == []
    assert len(service.requests) == 1


@both
async def test_null_data_ends_a_list_despite_the_total(clients: Clients, of: PagedList) -> None:
    service = SteadyService(reply(of.page(total=5_000) | {"data": None}))
    assert await collect(of.call(clients, service)) == []
    assert len(service.requests) == 1


@both
@pytest.mark.parametrize(("later", "requests"), [(15, 4), (20, 4), (5, 3), (0, 3), (31, 8), (40, 8)])
async def test_the_total_may_change_between_pages(clients: Clients, of: PagedList, later: int, requests: int) -> None:
    stock = FakeList(of, 25)
    service = stock.service()
    items = iterator(of.call(clients, service, per_page=10))
    received = [(await next_item(items)).id]
    stock.count = later
    received += ids(await collect(items))
    assert received == list(range(1, max(10, later) + 1))
    # The change costs a second pass.
    assert len(service.requests) == requests


@both
@pytest.mark.parametrize("total", [20, 25, 1_000_000, None])
@pytest.mark.parametrize("prefetch", [0, 2])
async def test_a_service_that_ignores_page_numbers_raises(
    clients: Clients, of: PagedList, total: int | None, prefetch: int
) -> None:
    always_the_first = of.page(*map(of.task, range(1, 11)), page=1, per_page=10) | {of.total: total}
    service = SteadyService(reply(always_the_first))
    items = iterator(of.call(clients, service, {"on_drift": lambda drift: None}, per_page=10, prefetch=prefetch))
    assert [(await next_item(items)).id for _ in range(10)] == list(range(1, 11))
    with pytest.raises(DecodeFailed, match="the service returned the same page twice") as caught:
        await next_item(items)
    assert caught.value.response is not None
    assert len(service.requests) <= 2 + 2 * prefetch


async def test_a_service_that_ignores_offsets_raises(clients: Clients) -> None:
    service = SteadyService(reply(list(map(track_task, range(1, 11)))))
    with pytest.raises(DecodeFailed, match="the service returned the same page twice"):
        await collect(clients.track(service).tasks.list_mine(per_page=10))
    assert len(service.requests) == 2


@both
@pytest.mark.parametrize(("count", "requests"), [(0, 1), (9, 1), (25, 3)])
async def test_without_a_total_a_short_page_is_the_last(
    clients: Clients, of: PagedList, count: int, requests: int
) -> None:
    stock = FakeList(of, count)

    def page_without_total(request: Any) -> Any:
        page = stock.page(request)
        del page[of.total]
        return reply(page)(request)

    service = SteadyService(page_without_total)
    pages = of.call(clients, service, per_page=10)
    with pytest.warns(SchemaDriftWarning, match=of.total):
        assert ids(await collect(pages)) == list(range(1, count + 1))
    assert len(service.requests) == requests
    assert await maybe_await(pages.total) is None


@both
async def test_drifted_page_numbers_are_handled(clients: Clients, of: PagedList) -> None:
    drifts: list[Drift] = []
    stock = FakeList(of, 25)

    def words(request: Any) -> Any:
        return reply(stock.page(request) | {"page": "1", "per_page": None})(request)

    service = SteadyService(words)
    tasks = of.call(clients, service, {"on_drift": drifts.append}, per_page=10)
    assert ids(await collect(tasks)) == list(range(1, 26))
    assert len(service.requests) == 3
    assert {drift.path for drift in drifts} == {"$.page", "$.per_page"}


@both
@pytest.mark.parametrize("data", ["abc", {"id": 1}, 5])
async def test_data_that_is_not_a_list_raises(clients: Clients, of: PagedList, data: object) -> None:
    service = SteadyService(reply(of.page() | {"data": data}))
    pages = of.call(clients, service, {"on_drift": lambda drift: None})
    with pytest.raises(DecodeFailed, match="data") as caught:
        await collect(pages)
    assert caught.value.response is not None
    assert len(service.requests) == 1


@both
@pytest.mark.parametrize("body", [b"null", b"[]", b'"no"'])
async def test_a_page_without_its_envelope_is_an_error(clients: Clients, of: PagedList, body: bytes) -> None:
    with pytest.raises(DecodeFailed):
        await collect(of.call(clients, SteadyService(raw_reply(body))))


@both
async def test_an_error_on_a_later_page_comes_after_the_items_before_it(clients: Clients, of: PagedList) -> None:
    stock = FakeList(of, 25)

    def broken_second_page(request: Any) -> Any:
        return (reply("gone", 404) if request.url.params.get("page") == "2" else reply(stock.page(request)))(request)

    items = iterator(of.call(clients, SteadyService(broken_second_page), per_page=10))
    for _ in range(10):
        await next_item(items)
    with pytest.raises(NotFound):
        await next_item(items)


@both
async def test_options_of_a_list_go_with_every_page(clients: Clients, of: PagedList) -> None:
    service = FakeList(of, 25).service()
    await collect(of.call(clients, service, per_page=10, timeout=5, extra_headers={"x-trace": "t1"}))
    assert [request.headers["x-trace"] for request in service.requests] == ["t1"] * 3
    assert [request.extensions["timeout"]["read"] for request in service.requests] == [5] * 3
    assert not any("timeout" in str(request.url) for request in service.requests)
