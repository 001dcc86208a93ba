"""Lists that change while they are read: each task that stays in the list is returned exactly once."""

from __future__ import annotations

import itertools
import random
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import define

from tests.support.clients import END, Clients, collect, iterator, maybe_await, next_item
from tests.support.listing import TRACK_LIST, FakeList, ids
from tests.support.service import Service, SteadyService, reply
from tests.support.tasks import focus_task, track_page, track_task
from toggl_sandbox import Sandbox
from toggl_tasks._pages import IdSet

LISTS: dict[str, Callable[[Any, Sandbox, dict[str, Any]], Any]] = {
    "by name": lambda track, box, o: track.tasks.list(box.workspace_id, **o),
    "by name, descending": lambda track, box, o: track.tasks.list(box.workspace_id, sort_order="DESC", **o),
    "by creation": lambda track, box, o: track.tasks.list(box.workspace_id, sort_field="created_at", **o),
    "newest first": lambda track, box, o: track.tasks.list(
        box.workspace_id, sort_field="created_at", sort_order="DESC", active="both", **o
    ),
    "mine": lambda track, box, o: track.tasks.list_mine(**o),
    "inbox": lambda track, box, o: track.tasks.list_mine(inbox=True, **o),
    "focus": lambda focus, box, o: focus.tasks.list(box.organization_id, box.workspace_id, **o),
    "focus by name": lambda focus, box, o: focus.tasks.list(
        box.organization_id, box.workspace_id, order_by=["name"], **o
    ),
}


MARKS = itertools.count()


@define
class Scenario:
    """A list of a sandbox, and random changes of what it holds."""

    name: str
    box: Sandbox
    client: Any
    chance: random.Random
    mark: str
    """Part of the names of all its tasks."""
    number: int = 0

    @property
    def of_focus(self) -> bool:
        return self.name.startswith("focus")

    def pages(self, **options: Any) -> Any:
        filters = {"name" if self.of_focus else "search": self.mark}
        return LISTS[self.name](self.client, self.box, filters | options)

    async def ids(self) -> set[int]:
        return {task.id for task in await collect(self.pages(per_page=100))}

    def new_name(self) -> str:
        self.number += 1
        return f"{self.chance.choice('aMz')} {self.number} {self.mark}"

    async def create(self) -> None:
        box, tasks = self.box, self.client.tasks
        place = (
            (box.organization_id if self.of_focus else box.workspace_id),
            (box.workspace_id if self.of_focus else box.project_id),
        )
        await maybe_await(tasks.create(*place, name=self.new_name()))

    async def change(self, ids: list[int]) -> None:
        """Create, rename, close or delete a task."""
        kind = self.chance.choice(["create", "update", "update", "done", "delete", "delete"])
        if kind == "create" or not ids:
            await self.create()
            return
        task_id, box, tasks = self.chance.choice(ids), self.box, self.client.tasks
        fields: dict[str, Any] = {"name": self.new_name()}
        if self.of_focus:
            place = box.organization_id, box.workspace_id, task_id
            await maybe_await(tasks.delete(*place) if kind != "update" else tasks.update(*place, **fields))
            return
        place = box.workspace_id, box.project_id, task_id
        if kind == "delete":
            await maybe_await(tasks.delete(*place))
        else:
            await maybe_await(tasks.update(*place, **({"active": False} if kind == "done" else fields)))


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


async def scenario(clients: Clients, box: Sandbox, name: str, seed: int, count: int) -> Scenario:
    """A list of `count` tasks."""
    make = {(False, False): box.track, (False, True): box.async_track, (True, False): box.focus}
    client = clients.add(make.get((name.startswith("focus"), clients.asynchronous), box.async_focus)())
    made = Scenario(name, box, client, random.Random(seed), mark=f"#{next(MARKS)}#")
    for _ in range(count):
        await made.create()
    return made


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", LISTS)
async def test_random_changes_lose_and_repeat_no_task(
    clients: Clients, box: Sandbox, name: str, seed: int, prefetch: int
) -> None:
    case = await scenario(clients, box, name, seed, count=(7, 16, 23, 30)[seed])
    staying = await case.ids()
    returned: list[int] = []
    pages = case.pages(per_page=case.chance.choice([1, 2, 3, 5, 8]), prefetch=prefetch)
    async for page in each(pages.pages()):
        returned += [task.id for task in page.items]
        for _ in range(case.chance.choice([0, 0, 1, 2, 4])):
            await case.change(sorted(await case.ids()))
        staying &= await case.ids()
    assert len(returned) == len(set(returned))
    assert staying <= set(returned)


@pytest.mark.parametrize("prefetch", [0, 2])
@pytest.mark.parametrize("name", LISTS)
async def test_every_task_can_be_deleted_in_a_loop(clients: Clients, box: Sandbox, name: str, prefetch: int) -> None:
    case = await scenario(clients, box, name, seed=0, count=23)
    async for task in each(case.pages(per_page=4, prefetch=prefetch)):
        place = (box.workspace_id, box.project_id) if not case.of_focus else (box.organization_id, box.workspace_id)
        await maybe_await(case.client.tasks.delete(*place, task.id))
    assert await case.ids() == set()


async def test_a_list_is_read_again_only_if_its_pages_may_have_changed(clients: Clients) -> None:
    stock = FakeList(TRACK_LIST, 25)
    service = SteadyService(
        lambda request: reply(stock.page(request) if request.url.path.endswith("/tasks") else track_task())(request)
    )
    track, other_service = clients.track(service), clients.track(service, base_url="https://sandbox.invalid/api")
    for writer, requests in ((None, 3), (other_service, 3), (track, 6), (clients.track(service), 6)):
        del service.requests[:]
        pages = iterator(track.tasks.list(1, per_page=10).pages())
        seen = ids((await next_item(pages)).items)
        if writer is not None:
            await maybe_await(writer.raw.get_task(1, 2, 3))
            await maybe_await(writer.raw.delete_task(1, 2, 3))
        while (page := await next_item(pages)) is not END:
            seen += ids(page.items)
        assert seen == list(range(1, 26))
        assert len([one for one in service.requests if "per_page" in one.url.params]) == requests


async def test_writes_after_the_last_page_arrived_cost_no_request(clients: Clients) -> None:
    service = FakeList(TRACK_LIST, 10).service()
    track = clients.track(service)
    async for _ in each(track.tasks.list(1)):
        await maybe_await(track.raw.delete_task(1, 2, 3))
    assert len([one for one in service.requests if one.method == "GET"]) == 1


async def test_a_list_that_never_stands_still_ends(clients: Clients) -> None:
    stock = FakeList(TRACK_LIST, 25)

    def count_again(request: Any) -> Any:
        return reply(stock.page(request) | {"total_count": 24 + len(service.requests) % 2})(request)

    service = SteadyService(count_again)
    assert ids(await collect(clients.track(service).tasks.list(1, per_page=10))) == list(range(1, 26))
    assert len(service.requests) == 4 * 3


async def test_a_change_that_moves_is_listed_once(clients: Clients) -> None:
    def answer(request: Any) -> Any:
        # One more task has changed, so that all tasks after it move.
        moved = len(service.requests) > 1
        start = 200 if request.url.params.get("page") == "2" else 0
        numbers = ([0] if moved else []) + list(range(1, 301))
        tasks = [track_task(number + 1) for number in numbers[start : start + 200]]
        return reply(track_page(*tasks, total=len(numbers)))(request)

    service = SteadyService(answer)
    changes = await collect(clients.track(service).tasks.changes(1, 0))
    assert sorted(change.task.id for change in changes) == list(range(1, 302))


async def each(iterable: Any) -> Any:
    """The items of a sync or an async iterable, one by one."""
    if hasattr(iterable, "__aiter__"):
        async for item in iterable:
            yield item
    else:
        for item in iterable:
            yield item


async def test_recurring_lists_a_task_once_for_each_of_its_days(clients: Clients) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29)]
    tasks = [focus_task(7, start_date=day) for day in days]
    pages = [{"data": tasks[at : at + 100], "page": 1 + at // 100, "per_page": 100} for at in (0, 100, 200)]
    service = Service(*map(reply, pages))
    found = await collect(clients.focus(service).tasks.recurring(1, 2))
    assert [str(task.start_date) for task in found] == days


def test_ids_of_a_long_list_take_a_few_bytes_each() -> None:
    ids = [10**9 + 37 * number for number in range(100_000)]
    random.Random(1).shuffle(ids)
    tracemalloc.start()
    try:
        known = IdSet()
        assert all(map(known.add, ids))
        assert tracemalloc.get_traced_memory()[0] < 400_000
    finally:
        tracemalloc.stop()
    assert not any(map(known.add, ids))
    assert known.add(10**9 + 1)


@pytest.mark.parametrize("id_", [0, -1, 65_535, 65_536, 2**70, (5, "2026-01-01"), "5"])
def test_an_id_is_new_once(id_: object) -> None:
    known = IdSet()
    assert known.add(id_)
    assert not known.add(id_)


def test_items_without_an_id_are_always_new() -> None:
    known = IdSet()
    assert known.add(None)
    assert known.add(None)
