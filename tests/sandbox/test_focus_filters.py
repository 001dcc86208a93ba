"""Each query parameter of Focus's list against two tasks that differ in every field: an ignored filter returns both."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args, get_type_hints
from urllib.parse import parse_qsl

import httpx
import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.services.focus_filters import BLOCK, TASK
from toggl_sandbox.state.entities import FocusProject, FocusTask, TimeBlock, TimeEntry
from toggl_sandbox.state.task_collections import FocusTasks
from toggl_server.focus.models import ListTasksQuery, StreamTasksQuery

MOMENT = datetime(2025, 2, 10, 12, tzinfo=UTC)
OTHERS = {
    "page",
    "per_page",
    "order_by",
    "cf_filter",
    "include_assignees",
    "with_entries",
    "include_rates",
    "include_ghost_assignees",
    "disable_aggregations",
}
"""Parameters that select no tasks. The syntax of `cf_filter` is unknown."""
TESTED_ALONE = {"include_drafts", "include_parent_matches", "include_project_completed"}

FULL, BARE, BOTH, NONE, OLD = ["full"], ["bare"], ["full", "bare"], list[str](), ["old"]
CASES: dict[str, list[tuple[str, list[str]]]] = {
    "pinned": [("pinned=true", FULL), ("pinned=false", BARE)],
    "status_id": [("status_id=95003", FULL), ("status_id=95001&status_id=95003", BOTH), ("status_id=95002", NONE)],
    "toggl_user_id": [("toggl_user_id=4000001", BARE), ("toggl_user_id=4000002", FULL)],
    "name": [("name=FUL", FULL), ("name=zzz", NONE)],
    "has_time_entries": [("has_time_entries=true", FULL), ("has_time_entries=false", BARE)],
    "has_time_blocks": [("has_time_blocks=true", FULL), ("has_time_blocks=false", BARE)],
    "has_dates": [("has_dates=true", FULL), ("has_dates=false", BARE)],
    "private": [("private=true", BARE), ("private=false", FULL)],
    "archived": [("archived=true", OLD), ("archived=false", BOTH)],
    "active_by_date": [
        ("active_by_date=2025-02-14T23:00:00Z", FULL),
        ("active_by_date=2025-02-15T00:00:00Z", NONE),
        ("active_by_date=2025-02-09T23:00:00Z", NONE),
    ],
    "assignee_team_id": [("assignee_team_id=70001", FULL), ("assignee_team_id=70002", NONE)],
    "project_id": [
        ("project_id=200000001", FULL),
        ("project_id=", BARE),
        ("project_id=200000001&project_id=", BOTH),
        ("project_id=200000002", NONE),
    ],
    "parent_task_id": [
        ("parent_task_id=1", FULL),
        ("parent_task_id=", BARE),
        ("parent_task_id=&parent_task_id=1", BOTH),
    ],
    "client_id": [("client_id=60000001", FULL), ("client_id=", BARE), ("client_id=&client_id=60000001", BOTH)],
    "start_date": [("start_date=2025-02-14T23:00:00Z", FULL), ("start_date=2025-02-15T00:00:00Z", NONE)],
    "end_date": [("end_date=2025-02-10T00:00:00Z", FULL), ("end_date=2025-02-09T23:00:00Z", NONE)],
    "dates_overlap_start": [
        ("dates_overlap_start=2025-02-14T00:00:00Z", FULL),
        ("dates_overlap_start=2025-02-15T00:00:00Z", NONE),
    ],
    "dates_overlap_end": [
        ("dates_overlap_end=2025-02-10T00:00:00Z", FULL),
        ("dates_overlap_end=2025-02-09T00:00:00Z", NONE),
    ],
    "start_date_from": [
        ("start_date_from=2025-02-10T00:00:00Z", FULL),
        ("start_date_from=2025-02-11T00:00:00Z", NONE),
    ],
    "start_date_to": [("start_date_to=2025-02-10T00:00:00Z", FULL), ("start_date_to=2025-02-09T00:00:00Z", NONE)],
    "end_date_from": [("end_date_from=2025-02-14T00:00:00Z", FULL), ("end_date_from=2025-02-15T00:00:00Z", NONE)],
    "end_date_to": [("end_date_to=2025-02-14T00:00:00Z", FULL), ("end_date_to=2025-02-13T00:00:00Z", NONE)],
    "estimated_mins_min": [("estimated_mins_min=60", FULL), ("estimated_mins_min=61", NONE)],
    "estimated_mins_max": [("estimated_mins_max=60", FULL), ("estimated_mins_max=59", NONE)],
    "source": [("source=plan", FULL), ("source=focus", BARE), ("source=plan&source=focus", BOTH)],
    "priority": [("priority=high", FULL), ("priority=none", BARE), ("priority=high&priority=none", BOTH)],
    "is_priority": [("is_priority=true", FULL), ("is_priority=false", BARE)],
    "state": [
        ("state=done", FULL),
        ("state=active", BARE),
        ("state=active&state=done", BOTH),
        ("state=timeblocked", FULL),
        ("state=not_timeblocked", BARE),
        ("state=tracked", FULL),
        ("state=not_tracked", BARE),
    ],
    "timeblock_start_from": [
        ("timeblock_start_from=2025-02-11T09:00:00Z", FULL),
        ("timeblock_start_from=2025-02-11T09:00:01Z", NONE),
    ],
    "timeblock_start_until": [
        ("timeblock_start_until=2025-02-10T09:00:00Z", FULL),
        ("timeblock_start_until=2025-02-10T08:59:59Z", NONE),
        # Both bounds must hold for one block, not one each for two blocks.
        ("timeblock_start_from=2025-02-10T10:00:00Z&timeblock_start_until=2025-02-11T08:00:00Z", NONE),
    ],
    "time_block_id": [("time_block_id=502", FULL), ("time_block_id=503", NONE)],
    "time_block_completed": [
        ("time_block_completed=true", FULL),
        ("time_block_completed=false&time_block_id=501", NONE),
    ],
    "team_id": [("team_id=70002&team_id=70009", FULL), ("team_id=70009", NONE), ("team_id=", BARE)],
    "assignee_user_id": [
        ("assignee_user_id=4000001", FULL),
        ("assignee_user_id=4000002", NONE),
        ("assignee_user_id=", BARE),
    ],
    "assignee_ghost_id": [("assignee_ghost_id=80002", FULL), ("assignee_ghost_id=80001", NONE)],
    "tag_id": [("tag_id=90002&tag_id=90009", FULL), ("tag_id=90001", NONE), ("tag_id=", BARE)],
    "recurring": [("recurring=true", FULL), ("recurring=false", BARE)],
    "recurring_task_ids": [("recurring_task_ids=400002", FULL), ("recurring_task_ids=400001", NONE)],
}

BESIDES = {
    "client_id": ["focus.list.empty-member"],
    "name": ["both.list.text-case"],
    "parent_task_id": ["focus.list.empty-member"],
    "project_id": ["focus.list.empty-member"],
    "state": ["focus.list.or", "focus.fields.status-types"],
    "status_id": ["focus.list.or"],
    "time_block_completed": ["focus.list.time-blocks"],
    "timeblock_start_until": ["focus.list.time-blocks"],
}
"""Further behaviours that the cases of a parameter test."""


@pytest.fixture
def pair(sandbox: Sandbox) -> None:
    """Tasks in place of the seeded ones: one with every field set, one with none, and one in the archive."""
    user, other = sandbox.seeded.user, sandbox.seeded.other_user
    full = FocusTask(
        id=301,
        workspace_id=sandbox.workspace_id,
        name="full",
        toggl_user_id=other.id,
        status_id=95003,
        created_at=MOMENT,
        updated_at=MOMENT,
        assignee_user_ids=[user.id],
        ghost_assignee_ids=[80002],
        start_date=date(2025, 2, 10),
        end_date=date(2025, 2, 14),
        estimated_mins=60,
        parent_task_id=1,
        pinned=True,
        priority="high",
        priority_at=MOMENT.date(),
        project_id=sandbox.project_id,
        recurring_task_id=400002,
        source="plan",
        tag_ids=[90002],
        team_assignee_ids=[70001],
        team_ids=[70002],
        time_blocks=[
            TimeBlock(501, datetime(2025, 2, 10, 9, tzinfo=UTC), 1800, True, True),
            TimeBlock(502, datetime(2025, 2, 11, 9, tzinfo=UTC), 3600, False, False),
        ],
        time_entries=[TimeEntry(601, MOMENT, 90)],
    )
    bare = FocusTask(
        id=302,
        workspace_id=sandbox.workspace_id,
        name="bare",
        toggl_user_id=user.id,
        status_id=95001,
        created_at=MOMENT,
        updated_at=MOMENT,
        private=True,
        source="focus",
    )
    sandbox.state.focus_tasks = FocusTasks()
    for task in (full, bare, replace(full, id=303, name="old", archived_at=MOMENT)):
        sandbox.state.focus_tasks.add(task)


def names(focus: httpx.Client, path: str, query: str) -> list[str]:
    reply = focus.get(f"{path}?{query}")
    assert reply.status_code == 200, reply.text
    body = reply.json()
    found = [task["name"] for task in body["data"]]
    assert body["total"] == len(found)
    return found


def test_every_parameter_has_a_case() -> None:
    filters = set(ListTasksQuery.__struct_fields__) - OTHERS
    assert filters == CASES.keys() | TESTED_ALONE == TASK.keys() | BLOCK.keys()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            *case, id=case[0], marks=pytest.mark.behaviour(f"focus.list.filter.{name}", *BESIDES.get(name, ()))
        )
        for name, cases in CASES.items()
        for case in cases
    ],
)
@pytest.mark.usefixtures("pair")
def test_each_filter_selects_the_matching_tasks(
    focus: httpx.Client, focus_tasks: str, query: str, expected: list[str]
) -> None:
    assert names(focus, focus_tasks, "") == BOTH
    assert names(focus, focus_tasks, query) == expected
    if {name for name, _ in parse_qsl(query)} <= set(StreamTasksQuery.__struct_fields__):
        streamed = focus.get(f"{focus_tasks}/stream?{query}").json()
        assert [task["name"] for task in streamed] == expected


@pytest.mark.behaviour("focus.list.archived")
@pytest.mark.usefixtures("pair")
def test_archived_tasks_are_only_listed_on_request(focus: httpx.Client, focus_tasks: str) -> None:
    assert names(focus, focus_tasks, "") == BOTH
    assert names(focus, focus_tasks, "archived=true") == OLD


@pytest.mark.behaviour("focus.list.filter.include_project_completed", "focus.list.filter.include_drafts")
@pytest.mark.usefixtures("pair")
def test_tasks_of_completed_and_draft_projects_are_only_listed_on_request(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    project = sandbox.state.projects[sandbox.project_id]
    for parameter, change in (
        ("include_project_completed", {"completed_at": MOMENT}),
        ("include_drafts", {"draft": True}),
    ):
        assert names(focus, focus_tasks, f"{parameter}=false") == BOTH
        sandbox.state.change_project(project, {"focus": replace(project.focus, **change)})
        assert names(focus, focus_tasks, "") == BARE
        assert names(focus, focus_tasks, f"{parameter}=true") == BOTH
        sandbox.state.change_project(project, {"focus": FocusProject()})


@pytest.mark.behaviour("focus.list.filter.include_parent_matches")
def test_include_parent_matches_adds_the_sub_tasks_of_matching_tasks(focus: httpx.Client, focus_tasks: str) -> None:
    parent = focus.post(focus_tasks, json={"name": "Upper"}).json()
    focus.post(focus_tasks, json={"name": "Lower", "parent_task_id": parent["id"]})
    assert names(focus, focus_tasks, "name=upper") == ["Upper"]
    assert names(focus, focus_tasks, "name=upper&include_parent_matches=true") == ["Upper", "Lower"]
    focus.patch(f"{focus_tasks}/{parent['id']}", json={"name": "Other"})
    assert names(focus, focus_tasks, "name=upper&include_parent_matches=true") == NONE


@pytest.mark.behaviour("focus.list.include-assignees")
@pytest.mark.usefixtures("pair")
def test_include_assignees_adds_users_and_teams(focus: httpx.Client, focus_tasks: str) -> None:
    expected = [{"id": 4000001, "type": "user"}, {"id": 70001, "type": "team"}]
    for path in (f"{focus_tasks}/stream", f"{focus_tasks}/301/children", f"{focus_tasks}/recurring"):
        assert focus.get(path, params={"include_assignees": True}).status_code == 200
    assert focus.get(f"{focus_tasks}/301", params={"include_assignees": True}).json()["assignees"] == expected
    (shown,) = focus.get(focus_tasks, params={"include_assignees": True, "name": "full"}).json()["data"]
    assert shown["assignees"] == expected
    assert "assignees" not in focus.get(f"{focus_tasks}/301").json()


@pytest.mark.behaviour("focus.list.custom-fields")
@pytest.mark.usefixtures("pair")
def test_conditions_on_custom_fields_have_no_effect(focus: httpx.Client, focus_tasks: str) -> None:
    assert names(focus, focus_tasks, "cf_filter=1:2") == BOTH


@pytest.mark.behaviour("focus.list.days")
@pytest.mark.usefixtures("pair")
def test_filters_accept_the_first_and_the_last_date(focus: httpx.Client, focus_tasks: str) -> None:
    assert names(focus, focus_tasks, "start_date=0001-01-01T00:00:00%2B14:00") == FULL
    assert names(focus, focus_tasks, "start_date=9999-12-31T23:59:59-12:00") == NONE


@pytest.mark.behaviour("focus.list.and")
@pytest.mark.usefixtures("pair")
def test_filters_are_combined_with_and(focus: httpx.Client, focus_tasks: str) -> None:
    assert names(focus, focus_tasks, "pinned=true&private=true") == NONE
    assert names(focus, focus_tasks, "project_id=&client_id=60000001") == NONE


@pytest.mark.behaviour("focus.list.empty-member")
@pytest.mark.usefixtures("pair")
def test_an_empty_value_affects_one_request_only(focus: httpx.Client, focus_tasks: str) -> None:
    assert names(focus, focus_tasks, "project_id=") == BARE
    assert names(focus, focus_tasks, "project_id=200000001") == FULL


@pytest.mark.behaviour("focus.list.with-entries")
@pytest.mark.usefixtures("pair")
def test_with_entries_adds_time_entries(focus: httpx.Client, focus_tasks: str) -> None:
    def entries(query: str) -> list[object]:
        return [task.get("time_entries") for task in focus.get(f"{focus_tasks}?{query}").json()["data"]]

    entry = {"id": 601, "start": "2025-02-10T12:00:00+00:00", "duration": 90}
    assert entries("with_entries=true") == [[entry], []]
    assert entries("with_entries=false") == entries("") == [None, None]


@pytest.mark.behaviour("focus.list.include-rates")
@pytest.mark.usefixtures("pair")
def test_include_rates_adds_the_rate_of_the_project(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    def project(query: str) -> dict[str, object]:
        shown: dict[str, object] = focus.get(f"{focus_tasks}?name=full&{query}").json()["data"][0]["project"]
        return shown

    assert "rate" not in project("include_rates=false")
    rate = project("include_rates=true")["rate"]
    assert isinstance(rate, dict)
    assert (rate["hourly_rate"], rate["project_id"]) == (80.0, sandbox.project_id)


@pytest.mark.behaviour("focus.list.include-ghost-assignees")
@pytest.mark.usefixtures("pair")
def test_include_ghost_assignees_adds_their_ids(focus: httpx.Client, focus_tasks: str) -> None:
    def task(query: str) -> dict[str, object]:
        shown: dict[str, object] = focus.get(f"{focus_tasks}?name=full&{query}").json()["data"][0]
        return shown

    assert "ghost_assignee_ids" not in task("include_ghost_assignees=false")
    assert task("include_ghost_assignees=true")["ghost_assignee_ids"] == [80002]


@pytest.mark.behaviour("focus.list.disable-aggregations")
@pytest.mark.usefixtures("pair")
def test_disable_aggregations_omits_counts_totals_and_parent(focus: httpx.Client, focus_tasks: str) -> None:
    def task(query: str) -> dict[str, object]:
        shown: dict[str, object] = focus.get(f"{focus_tasks}?name=full&{query}").json()["data"][0]
        return shown

    aggregated = task("disable_aggregations=false")
    assert (
        aggregated.items()
        >= {
            "time_block_completed_count": 1,
            "time_block_scheduled_completed_count": 1,
            "time_block_scheduled_total_count": 1,
            "time_block_total_count": 2,
            "time_entry_total_count": 1,
            "total_blocked_time": 5400,
            "total_scheduled_blocked_time": 1800,
            "total_tracked_time": 90,
        }.items()
    )
    left_out = aggregated.keys() - task("disable_aggregations=true").keys()
    assert left_out == {name for name in aggregated if name.endswith("_count") or name.startswith("total_")} | {
        "parent"
    }


@pytest.mark.behaviour("focus.list.order", "focus.list.order-by", "focus.list.order-by-details")
def test_order_by_sorts_by_each_field(focus: httpx.Client, focus_tasks: str) -> None:
    created = [("b", 30, "low"), ("A", None, "high"), ("c", 30, "medium")]
    body = {"tasks": [{"name": f"order {n}", "estimated_mins": m, "priority": p} for n, m, p in created]}
    focus.post(f"{focus_tasks}/bulk", json=body)

    def order(by: str) -> str:
        return "".join(name[-1] for name in names(focus, focus_tasks, f"name=order+&{by}"))

    assert order("") == "bAc"
    assert order("order_by=name") == "Abc"
    assert order("order_by=-name") == "cbA"
    assert order("order_by=priority") == "bcA"
    assert order("order_by=-priority") == "Acb"
    assert order("order_by=estimated_mins&order_by=-name") == "cbA"
    assert order("order_by=-estimated_mins&order_by=name") == "bcA"
    for field in get_args(get_args(get_args(get_type_hints(ListTasksQuery)["order_by"])[0])[0]):
        assert len(order(f"order_by={field}")) == 3
    reply = focus.get(f"{focus_tasks}?order_by=nothing")
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")


@pytest.mark.behaviour("focus.list.order-by", "focus.list.order-of-values")
def test_order_by_compares_what_a_field_means(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    first, second, third = (
        focus.post(focus_tasks, json={"name": name, "tag_ids": tags}).json()["id"]
        for name, tags in (("x order b", [90002]), ("order c", [90001, 90002]), ("xx order a", None))
    )
    child = focus.post(focus_tasks, json={"name": "order child", "parent_task_id": first}).json()["id"]
    now = sandbox.state.now()
    tasks = sandbox.state.focus_tasks
    for task_id, starts in ((first, [-9, 3]), (second, [-1])):
        task = tasks.find(sandbox.workspace_id, task_id)
        assert task
        blocks = [TimeBlock(1, now + timedelta(hours=hours), 60, False, False) for hours in starts]
        tasks.change(task, {"time_blocks": blocks}, now)

    def order(by: str) -> list[int]:
        page = focus.get(f"{focus_tasks}?name=order+&order_by={by}").json()["data"]
        return [task["id"] for task in page]

    assert order("relevance") == [second, child, first, third]
    assert order("tag_ids") == [second, first, third, child]
    assert order("-tag_ids") == [first, second, third, child]
    assert order("timeblock_start") == [first, second, third, child]
    assert order("timeblock_now_diff") == [second, first, third, child]
    assert order("sub_tasks_grouped") == [first, child, second, third]
    sandbox.clock.advance(3 * 3600)
    assert order("timeblock_now_diff") == [first, second, third, child]
    focus.patch(f"{focus_tasks}/{second}", json={"pinned": True})
    assert order("-updated_at")[0] == second
    assert order("-last_activity")[0] == order("-pinned")[0] == second


@pytest.mark.behaviour("focus.list.envelope", "focus.list.largest-page", "focus.list.empty")
def test_pages_contain_each_task_once(focus: httpx.Client, focus_tasks: str) -> None:
    first = focus.get(focus_tasks).json()
    assert (first["page"], first["per_page"], len(first["data"])) == (1, 20, 20)
    total = first["total"]
    pages = [focus.get(f"{focus_tasks}?per_page=100&page={page}").json() for page in (1, 2, 3, 4)]
    assert [(page["page"], page["per_page"], page["total"]) for page in pages] == [
        (n, 100, total) for n in (1, 2, 3, 4)
    ]
    ids = [task["id"] for page in pages for task in page["data"]]
    assert len(ids) == len(set(ids)) == total > 100
    assert pages[3]["data"] == []
