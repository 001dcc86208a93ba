"""Sorted indexes: correct after any change, and read page by page without going through all entries."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.services.focus_order import TASK_VALUES, TaskOrder
from toggl_sandbox.state import sorted_index
from toggl_sandbox.state.entities import FocusTask
from toggl_sandbox.state.sorted_index import CACHE_SIZE, IndexCache, SortedIndex


@dataclass
class Thing:
    id: int
    value: int


def build_index(things: list[Thing]) -> SortedIndex[Thing]:
    return SortedIndex(things, lambda one: one.value != 0, lambda one: (one.value, one.id))


@given(
    first=st.lists(st.integers(0, 5), max_size=8),
    changes=st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 5)), max_size=20),
    start=st.integers(0, 12),
    size=st.integers(0, 12),
    descending=st.booleans(),
)
def test_a_changed_index_equals_a_new_one(
    first: list[int], changes: list[tuple[int, int | None]], start: int, size: int, descending: bool
) -> None:
    things = {number: Thing(number, value) for number, value in enumerate(first)}
    index = build_index(list(things.values()))
    for number, value in changes:
        if value is None:
            index.drop(things.pop(number, Thing(number, 1)))
        else:
            thing = things.setdefault(number, Thing(number, value))
            thing.value = value
            index.put(thing)
    wanted = sorted((one for one in things.values() if one.value), key=lambda one: (one.value, one.id))
    if descending:
        wanted.reverse()
    assert len(index) == len(wanted)
    assert index.page(descending=descending) == wanted
    assert index.page(start, start + size, descending=descending) == wanted[start : start + size]


def test_the_cache_holds_the_indexes_used_last() -> None:
    cache: IndexCache[Thing] = IndexCache()
    built: list[int] = []

    def get(name: int) -> None:
        def build() -> SortedIndex[Thing]:
            built.append(name)
            return build_index([])

        cache.get(name, build)

    for name in range(CACHE_SIZE):
        get(name)
    get(0)
    get(CACHE_SIZE)
    get(0)
    assert built == [*range(CACHE_SIZE + 1)]
    get(1)
    assert built == [*range(CACHE_SIZE + 1), 1]


MOMENT = datetime(2025, 3, 3, tzinfo=UTC)
PLAIN = FocusTask(
    id=0, workspace_id=1, name="", toggl_user_id=1, status_id=1, created_at=MOMENT, updated_at=MOMENT, position=1
)
MOMENTS = st.sampled_from([MOMENT, MOMENT.replace(year=1970), MOMENT.replace(microsecond=1)])
DAYS = st.sampled_from([date(2025, 3, 3), date(1, 1, 1), date(9999, 12, 31)])
TASKS = st.builds(
    replace,
    st.just(PLAIN),
    name=st.text(alphabet="abBÄ\uffff\U0001f600", max_size=3),
    created_at=MOMENTS,
    priority_at=st.none() | DAYS,
    start_date=st.none() | DAYS,
    end_date=st.none() | DAYS,
    estimated_mins=st.none() | st.integers(-(2**63), 2**63 - 1),
    priority=st.sampled_from([None, "none", "low", "high", "unheard of"]),
    pinned=st.sampled_from([None, False, True]),
    tag_ids=st.none() | st.lists(st.integers(1, 3), max_size=2),
    parent_task_id=st.none() | st.integers(1, 2),
)


@given(
    tasks=st.lists(TASKS, max_size=6),
    order=st.lists(st.tuples(st.sampled_from(sorted(TASK_VALUES)), st.booleans()), max_size=3),
)
def test_sort_keys_order_like_sorting_by_each_field(tasks: list[FocusTask], order: list[tuple[str, bool]]) -> None:
    expected = tasks
    for field, descending in reversed(order):
        value = TASK_VALUES[field]
        having = [one for one in expected if value(one) is not None]
        lacking = [one for one in expected if value(one) is None]
        having.sort(key=value, reverse=descending)
        expected = having + lacking
    by = TaskOrder((f"-{field}" if descending else field for field, descending in order), MOMENT)
    assert list(map(id, sorted(tasks, key=by.rank))) == list(map(id, expected))


def make_crowded_sandbox(number: int) -> Sandbox:
    """Return a sandbox with this number of tasks of either API in addition to the seeded ones."""
    sandbox = Sandbox(clock=Clock(FROZEN_AT))
    state = sandbox.state
    track_tasks = list(state.track_tasks.of_project(sandbox.project_id))[:20]
    focus_tasks = list(state.focus_tasks)[:20]
    parent = next(one for one in focus_tasks if one.parent_task_id is None)
    for count in range(number):
        track_task, focus_task = track_tasks[count % 20], focus_tasks[count % 20]
        state.track_tasks.add(replace(track_task, id=state.identifiers.next("track task"), name=f"Crowd {count}"))
        # All are sub-tasks of one task, whose page must not go through them either.
        state.focus_tasks.add(replace(focus_task, id=state.identifiers.next("focus task"), parent_task_id=parent.id))
    return sandbox


def ask(sandbox: Sandbox, method: str, path: str, body: object = None) -> httpx.Response:
    """Send a request from this thread, which answers it too."""
    url = (sandbox.focus_url if "organizations" in path else sandbox.track_url) + path.format(
        organization=sandbox.organization_id, workspace=sandbox.workspace_id, project=sandbox.project_id
    )

    async def answer() -> httpx.Response:
        transport = sandbox.async_transport()
        async with httpx.AsyncClient(transport=transport, auth=(sandbox.email, sandbox.password)) as client:
            return await client.request(method, url, json=body)

    return asyncio.run(answer())


FOLDER = str(Path(sorted_index.__file__).parent)


def count_lines(run: Callable[[], object]) -> int:
    """Count the lines of `toggl_sandbox/state/` that this thread executes."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace if frame.f_code.co_filename.startswith(FOLDER) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines


TRACK = "/workspaces/{workspace}/tasks?page=2&per_page=10&active=both"
FOCUS = "/organizations/{organization}/workspaces/{workspace}/tasks"
PAGES = [
    TRACK,
    f"{TRACK}&sort_field=created_at&sort_order=DESC",
    f"{TRACK}&pid={{project}}&search=o",
    f"{TRACK}&since=0&start_date=2024-01-01&end_date=2026-01-01",
    "/me/tasks?per_page=10&offset=20",
    "/me/tasks?per_page=10&inbox=true&include_not_active=true&search=o",
    f"{FOCUS}?page=2&per_page=10",
    f"{FOCUS}?page=2&per_page=10&order_by=-name&order_by=position",
    f"{FOCUS}?page=2&per_page=10&has_dates=true&status_id=95001&status_id=95002",
    f"{FOCUS}?page=1&per_page=10&order_by=created_at",
]


@pytest.fixture(scope="module")
def small() -> Sandbox:
    return make_crowded_sandbox(200)


@pytest.fixture(scope="module")
def large() -> Sandbox:
    return make_crowded_sandbox(2000)


@pytest.mark.parametrize("path", PAGES)
def test_the_cost_of_a_page_does_not_depend_on_the_number_of_tasks(small: Sandbox, large: Sandbox, path: str) -> None:
    lines = []
    for sandbox in (small, large):
        reply = ask(sandbox, "GET", path)
        assert len(reply.json() if "/me/" in path else reply.json()["data"]) == 10
        lines.append(count_lines(partial(ask, sandbox, "GET", path)))
    # Tasks differ in their fields, so pages differ a little.
    assert lines[0] == pytest.approx(lines[1], rel=0.05)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/workspaces/{workspace}/projects/{project}/tasks", {"name": "One more"}),
        ("POST", FOCUS, {"name": "One more"}),
    ],
)
def test_the_cost_of_a_change_does_not_depend_on_the_number_of_tasks(
    small: Sandbox, large: Sandbox, method: str, path: str, body: object
) -> None:
    lines = []
    for sandbox in (small, large):
        for page in PAGES:
            ask(sandbox, "GET", page)
        lines.append(count_lines(partial(ask, sandbox, method, path, body)))
    assert lines[0] == lines[1]
