"""Recurring tasks of Focus: the rules, their days, and what applies to several of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import httpx
import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.state.recurrence import MOST, has_days, occurrences


@pytest.fixture
def url(sandbox: Sandbox, focus_tasks: str) -> str:
    """The list of recurring tasks of a workspace that has none."""
    for task in list(sandbox.state.focus_tasks.of_workspace(sandbox.workspace_id)):
        if task.deleted_at is None:  # not deleted with its parent
            sandbox.state.focus_tasks.delete(task, sandbox.state.now())
    return f"{focus_tasks}/recurring"


def create(focus: httpx.Client, path: str, name: str, rule: str | None, **fields: Any) -> dict[str, Any]:
    reply = focus.post(path.removesuffix("/recurring"), json={"name": name, "rrule": rule, **fields})
    assert reply.status_code == 201, reply.text
    task: dict[str, Any] = reply.json()
    return task


def days(focus: httpx.Client, url: str, **params: Any) -> list[tuple[str, str]]:
    reply = focus.get(url, params={"per_page": 100, **params})
    assert reply.status_code == 200, reply.text
    assert reply.json().keys() == {"data", "page", "per_page"}
    return [(task["name"], task["recurrence_date"]) for task in reply.json()["data"]]


@pytest.mark.behaviour("focus.recurring.rules")
def test_tasks_with_a_rule_are_listed(focus: httpx.Client, url: str) -> None:
    weekly = create(focus, url, "weekly", "FREQ=WEEKLY", start_date="2025-03-03")
    create(focus, url, "once", None, start_date="2025-03-03")
    assert focus.get(url).json()["data"] == [weekly]


@pytest.mark.behaviour("focus.recurring.occurrences")
def test_a_range_has_one_entry_for_each_day(focus: httpx.Client, url: str) -> None:
    weekly = create(focus, url, "weekly", "FREQ=WEEKLY", start_date="2025-03-03", end_date="2025-03-05")
    create(focus, url, "workdays", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3", start_date="2025-03-07")
    create(focus, url, "monthly", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20250401T000000Z", start_date="2025-01-31")
    between = {"start_date": "2025-03-07T00:00:00Z", "end_date": "2025-04-30T00:00:00Z"}
    expected = [
        ("workdays", "2025-03-07"),
        ("weekly", "2025-03-10"),
        ("workdays", "2025-03-10"),
        ("workdays", "2025-03-14"),
        ("weekly", "2025-03-17"),
        ("weekly", "2025-03-24"),
        ("weekly", "2025-03-31"),
        ("monthly", "2025-03-31"),
        *(("weekly", f"2025-04-{day:02}") for day in (7, 14, 21, 28)),
    ]
    assert days(focus, url, **between) == expected
    assert days(focus, url, **{f"dates_overlap_{name.split('_')[0]}": day for name, day in between.items()}) == expected
    assert days(focus, url, **between, per_page=4, page=2) == expected[4:8]
    second = focus.get(url, params={**between, "per_page": 1, "page": 2}).json()["data"][0]
    changed = {name: second[name] for name in second if second[name] != weekly.get(name)}
    assert changed == {
        "end_date": "2025-03-12",
        "recurrence_date": "2025-03-10",
        "recurring_task_id": weekly["id"],
        "reucrrence_date": {"date": "2025-03-10"},
        "start_date": "2025-03-10",
    }
    # Without an end there is the next day only, without a start they begin with the task.
    assert days(focus, url, start_date=between["start_date"]) == [expected[0], expected[1], expected[7]]
    assert days(focus, url, end_date="2025-03-05T00:00:00Z") == [
        ("monthly", "2025-01-31"),
        ("monthly", "2025-02-28"),
        ("weekly", "2025-03-03"),
    ]


@pytest.mark.behaviour("focus.recurring.most")
def test_a_range_is_limited(focus: httpx.Client, url: str) -> None:
    create(focus, url, "daily", "FREQ=DAILY", start_date="9990-01-01", end_date="9990-06-01")
    last = {"end_date": "9999-12-31T23:59:59-12:00", "start_date": "0001-01-01T00:00:00+14:00"}
    assert len(days(focus, url, **last, page=MOST // 100)) == 100
    assert days(focus, url, **last, page=MOST // 100 + 1) == []
    focus.get(url, params={**last, "start_date": "9999-12-01T00:00:00Z"}).raise_for_status()


@pytest.mark.behaviour("focus.recurring.filters", "focus.list.archived")
def test_filters_select_recurring_tasks(sandbox: Sandbox, focus: httpx.Client, url: str) -> None:
    one = create(focus, url, "one", "FREQ=DAILY", tag_ids=[90001], team_assignee_ids=[70001])
    two = create(focus, url, "two", "FREQ=DAILY", assignee_user_ids=[sandbox.seeded.user.id])
    focus.patch(f"{url.removesuffix('recurring')}{two['id']}", json={"recurring_task_id": 400001})
    for params, expected in (
        ({}, ["one", "two"]),
        ({"tag_id": 90001}, ["one"]),
        ({"tag_id": ""}, ["two"]),
        ({"team_id": 70001}, []),
        ({"team_id": ""}, ["one", "two"]),
        ({"assignee_team_id": 70001}, ["one"]),
        ({"assignee_user_id": sandbox.seeded.user.id}, ["two"]),
        ({"recurring_task_ids": one["id"]}, ["one"]),
        ({"recurring_task_ids": 400001}, ["two"]),
        ({"recurring_task_ids": 400002}, []),
        ({"archived": True}, []),
        ({"include_assignees": True}, ["one", "two"]),
    ):
        found = focus.get(url, params=params).json()["data"]
        assert [task["name"] for task in found] == expected, params
    focus.post(f"{url.removesuffix('recurring')}{one['id']}/archive")
    assert [task["name"] for task in focus.get(url).json()["data"]] == ["two"]


INVALID = (
    "",
    "FREQ",
    "FREQ=HOURLY",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;BYDAY=XX",
    "FREQ=DAILY;BYHOUR=99",
    "FREQ=DAILY;UNTIL=never",
    "FREQ=DAILY\nEXDATE:20250101",
    "DTSTART:20250101T000000\nRRULE:FREQ=DAILY",
    "every day",
)


@pytest.mark.behaviour("focus.recurring.invalid")
@pytest.mark.parametrize("rule", INVALID)
def test_an_invalid_rule_is_refused(focus: httpx.Client, focus_tasks: str, rule: str) -> None:
    body = {"name": "A", "rrule": rule}
    task = focus.post(focus_tasks, json={"name": "A", "rrule": "FREQ=DAILY"}).json()
    status_id = task["status_id"]
    for reply in (
        focus.post(focus_tasks, json=body),
        focus.post(f"{focus_tasks}/bulk", json={"tasks": [body]}),
        focus.put(f"{focus_tasks}/{task['id']}", json=body | {"status_id": status_id}),
        focus.patch(f"{focus_tasks}/{task['id']}", json=body),
        focus.patch(f"{focus_tasks}/bulk", json=[body | {"id": task["id"]}]),
    ):
        assert (reply.status_code, reply.json()["error"]) == (400, "validation")
        assert reply.json()["error_description"].startswith("rrule: ")
    assert focus.get(f"{focus_tasks}/{task['id']}").json() == task


@pytest.mark.behaviour("focus.recurring.invalid")
def test_a_state_with_an_invalid_rule_is_refused(sandbox: Sandbox) -> None:
    document = json.loads(sandbox.export_state())
    document["contents"]["focus_tasks"][0]["rrule"] = "FREQ=DAILY\nor so"
    with pytest.raises(ValueError, match=r"^focus_tasks: rrule: 'FREQ=DAILY") as raised:
        sandbox.import_state(json.dumps(document))
    assert "\n" not in str(raised.value)


@pytest.mark.behaviour("focus.recurring.occurrences")
def test_a_rule_that_never_applies_has_no_days(focus: httpx.Client, url: str) -> None:
    create(focus, url, "tenth Monday", "FREQ=MONTHLY;BYDAY=10MO", start_date="2025-03-03")
    assert days(focus, url, start_date="2025-03-03T00:00:00Z", end_date="2025-06-01T00:00:00Z") == []


@pytest.mark.behaviour("focus.recurring.later")
def test_later_occurrences_can_be_changed_together(focus: httpx.Client, url: str) -> None:
    path = url.removesuffix("/recurring")
    ids = []
    for number, series in ((1, 400001), (2, 400001), (3, 400001), (4, 400002)):
        task = create(focus, url, str(number), None, start_date=f"2025-03-0{number}")
        focus.patch(f"{path}/{task['id']}", json={"recurring_task_id": series})
        ids.append(task["id"])

    def of_series() -> list[str]:
        return [f"{task['name']} {task['notes']}" for task in focus.get(path).json()["data"]]

    params = {"from_recurring_task_id": 400001}
    focus.patch(f"{path}/{ids[1]}", params=params, json={"notes": "new"}).raise_for_status()
    assert of_series() == ["1 None", "2 new", "3 new", "4 None"]
    focus.post(f"{path}/{ids[2]}/archive", params=params).raise_for_status()
    assert of_series() == ["1 None", "2 new", "4 None"]
    focus.delete(f"{path}/{ids[1]}", params=params).raise_for_status()
    assert of_series() == ["1 None", "4 None"]
    assert focus.get(f"{path}/{ids[2]}").status_code == 404


@pytest.mark.behaviour("focus.recurring.rules")
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", False),
        ("FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30", False),
        ("FREQ=DAILY;BYMONTH=1;BYYEARDAY=366", False),
        ("FREQ=DAILY", True),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO", True),
        ("FREQ=DAILY;BYMONTH=2", True),
        ("FREQ=WEEKLY;BYMONTH=2", True),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=1", True),
    ],
)
def test_a_rule_without_any_day_is_recognized(rule: str, expected: bool) -> None:
    """dateutil would look for its days until the year 9999, which takes seconds."""
    assert has_days(rule) is expected
    start = date(2024, 1, 31)
    assert bool(occurrences(rule, start, start, date(2028, 12, 31))) is expected


@pytest.mark.behaviour("focus.recurring.occurrences")
@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=31"])
def test_a_range_can_begin_on_the_last_day_of_the_calendar(focus: httpx.Client, url: str, rule: str) -> None:
    create(focus, url, "until the end", rule, start_date="2025-03-01")
    for moment in ("9999-12-31T00:00:00Z", "9999-12-31T23:59:59-12:00"):
        assert {day for _, day in days(focus, url, start_date=moment)} <= {"9999-12-31"}
