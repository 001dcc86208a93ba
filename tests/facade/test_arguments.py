"""Bad arguments raise before any request, with a text that names the argument."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, SteadyService, reply
from tests.support.tasks import track_model, track_page, track_task
from toggl_openapi.focus import models as focus_models
from toggl_openapi.track import models
from toggl_tasks import add, replace

DONE = [replace("/active", False)]
NAIVE = datetime.datetime(2026, 1, 5, 8, 30)  # noqa: DTZ001 - that is the mistake
HOUR = datetime.timedelta(hours=1)
PROJECT = models.Project(id=2, workspace_id=1, name="Website", active=True)
AWARE = NAIVE.replace(tzinfo=datetime.UTC)

Call = Callable[[Any], Any]
Bad = tuple[Call, type[Exception], str]

TRACK: dict[str, Bad] = {
    "no ids": (lambda tasks: tasks.patch(1, 2, [], DONE), ValueError, "task_ids"),
    "no ids, lazily": (lambda tasks: tasks.patch(1, 2, iter(()), DONE), ValueError, "task_ids"),
    "ids in a string": (lambda tasks: tasks.patch(1, 2, "3,4", DONE), TypeError, "task_ids"),
    "an id that is no list": (lambda tasks: tasks.patch(1, 2, 3.5, DONE), TypeError, "task_ids"),
    "a string among ids": (lambda tasks: tasks.patch(1, 2, [3, "4"], DONE), TypeError, "task_ids"),
    "a bool among ids": (lambda tasks: tasks.patch(1, 2, [3, True], DONE), TypeError, "task_ids"),
    "zero among ids": (lambda tasks: tasks.patch(1, 2, [3, 0], DONE), ValueError, "at least 1, not 0"),
    "an empty patch": (lambda tasks: tasks.patch(1, 2, [3], []), TypeError, "array"),
    "a patch that is no list": (lambda tasks: tasks.patch(1, 2, [3], DONE[0]), TypeError, "array"),
    "a patch by its own name": (lambda tasks: tasks.patch(1, 2, [3], [add("x", 1)]), TypeError, r"^patch\[0\]\.path"),
    "no name to find": (lambda tasks: tasks.find(1, name=None), TypeError, "name must be a str of .*, not None"),
    "no name to find in a project": (lambda tasks: tasks.find(1, name=5, project=2), TypeError, "name must be a str"),
    "an empty name to find": (lambda tasks: tasks.find(1, name=""), TypeError, "name must be a str of at least"),
    "a name for a project": (
        lambda tasks: tasks.find(1, name="x", project="y"),
        TypeError,
        "project: expected an int or a Project, not 'y'",
    ),
    "a task of the other API": (
        lambda tasks: tasks.get(focus_models.Task(id=3, name="private", workspace_id=1), 2, 3),
        TypeError,
        "workspace_id must be an int or a Workspace, not a Task of toggl_openapi.focus$",
    ),
    "a task of the other API among tasks": (
        lambda tasks: tasks.done([focus_models.Task(id=3, name="private", workspace_id=1)]),
        TypeError,
        "tasks contains a Task of toggl_openapi.focus: pass",
    ),
    "a long value": (lambda tasks: tasks.get("x" * 1000, 2, 3), TypeError, "not 'x{99}\\.\\.\\.$"),
    "a header that is no text": (lambda tasks: tasks.get(1, 2, 3, extra_headers={"x": 5}), ValueError, "'x' cannot be"),
    "headers that are no dict": (lambda tasks: tasks.get(1, 2, 3, extra_headers=["x"]), TypeError, "dict, not list"),
    "a header with a line break": (
        lambda tasks: tasks.get(1, 2, 3, extra_headers={"x": "secret\nb"}),
        ValueError,
        "^extra_headers: 'x' cannot be sent: names and values must be ASCII text without line breaks",
    ),
    "a header of two words": (lambda tasks: tasks.get(1, 2, 3, extra_headers={"x y": "b"}), ValueError, "'x y' cannot"),
    "a length": (lambda tasks: tasks.get(1, 2, 3, extra_headers={"Content-Length": "5"}), ValueError, "the length"),
    "an unknown op": (lambda tasks: tasks.patch(1, 2, [3], [{"op": "move", "path": "/x"}]), TypeError, "op"),
    "no pointer": (lambda tasks: tasks.patch(1, 2, [3], [add("active", True)]), TypeError, "path"),
    "an unknown member of an operation": (
        lambda tasks: tasks.patch(1, 2, [3], [{"op": "add", "path": "/x", "vlaue": 1}]),
        TypeError,
        "vlaue",
    ),
    "workspace zero": (lambda tasks: tasks.get(0, 2, 3), ValueError, "workspace_id"),
    "project below zero": (lambda tasks: tasks.get(1, -2, 3), ValueError, "project_id"),
    "task zero": (lambda tasks: tasks.get(1, 2, 0), ValueError, "task_id"),
    "a bool for an id": (lambda tasks: tasks.get(1, 2, True), TypeError, "task_id"),
    "a string for an id": (lambda tasks: tasks.get(1, 2, "3"), TypeError, "task_id"),
    "a float for an id": (lambda tasks: tasks.get(1, 2, 3.0), TypeError, "task_id"),
    "None for an id": (lambda tasks: tasks.get(1, 2, None), TypeError, "task_id"),
    "another route in an id": (lambda tasks: tasks.delete(1, 2, "../../3"), TypeError, "task_id"),
    "a bad id in list": (lambda tasks: tasks.list(0), ValueError, "workspace_id"),
    "a bad id in list_project": (lambda tasks: tasks.list_project(1, 0), ValueError, "project_id"),
    "a bad id in create": (lambda tasks: tasks.create(1, 0, name="x"), ValueError, "project_id"),
    "a bad id in update": (lambda tasks: tasks.update(1, 2, 0, name="x"), ValueError, "task_id"),
    "a bad id in delete": (lambda tasks: tasks.delete(1, 2, 0), ValueError, "task_id"),
    "a bad id in patch": (lambda tasks: tasks.patch(0, 2, [3], DONE), ValueError, "workspace_id"),
    "an id too few": (lambda tasks: tasks.get(1, 2), TypeError, "task_id is missing"),
    "no ids at all": (lambda tasks: tasks.get(), TypeError, "get: workspace_id is missing"),
    "only a workspace": (lambda tasks: tasks.get(1), TypeError, "project_id and task_id are missing"),
    "a task with its ids": (lambda tasks: tasks.get(track_model(), 2), TypeError, "a Task has its workspace_id and"),
    "a project in the place of a task": (lambda tasks: tasks.get(1, 2, PROJECT), TypeError, "task_id must be an int"),
    "two estimates": (
        lambda tasks: tasks.create(1, 2, name="x", estimate=HOUR, estimated_seconds=60),
        TypeError,
        "estimated_seconds and estimate are two names of one argument: pass only one of them",
    ),
    "an estimate that is a number": (
        lambda tasks: tasks.create(1, 2, name="x", estimate=60),
        TypeError,
        "estimate must be a timedelta, not 60; estimated_seconds takes seconds",
    ),
    "an estimate in fractions": (
        lambda tasks: tasks.create(1, 2, name="x", estimate=HOUR / 7),
        ValueError,
        "estimate must be a whole number of seconds, not 0:08:34.285714",
    ),
    "a project twice": (
        lambda tasks: tasks.list(1, pid=2, project_id=3),
        TypeError,
        "pid and project_id are two names of one argument: pass only one of them",
    ),
    "a field too few": (lambda tasks: tasks.create(1, 2), TypeError, "create: name is missing"),
    "a field by position": (
        lambda tasks: tasks.create(1, 2, "x"),
        TypeError,
        "takes only workspace_id and project_id by position, but 3 values were given: write the others as name=value:",
    ),
    "a misspelt option": (lambda tasks: tasks.get(1, 2, 3, tmeout=5), TypeError, "did you mean 'timeout'?"),
    "an unknown filter": (lambda tasks: tasks.list(1, per_pge=5), TypeError, "per_page"),
    "an unknown filter of list_mine": (
        lambda tasks: tasks.list_mine(include_inactive=True),
        TypeError,
        "include_not_active",
    ),
    "a filter like no other": (lambda tasks: tasks.list(1, colour="red"), TypeError, "colour"),
    "another list's filter": (lambda tasks: tasks.list_mine(page=2), TypeError, "page"),
    "a page too large": (lambda tasks: tasks.list(1, per_page=201), ValueError, "per_page must be at most 200"),
    "a page of none": (lambda tasks: tasks.list(1, per_page=0), ValueError, "per_page"),
    "a page of none of mine": (lambda tasks: tasks.list_mine(per_page=0), ValueError, "per_page"),
    "page zero": (lambda tasks: tasks.list(1, page=0), ValueError, "page"),
    "an offset below zero": (lambda tasks: tasks.list_mine(offset=-1), ValueError, "offset"),
    "an unknown order": (lambda tasks: tasks.list(1, sort_order="up"), ValueError, "ASC, DESC"),
    "an unknown field of order": (lambda tasks: tasks.list(1, sort_field="id"), ValueError, "name, created_at"),
    "an unknown word for active": (lambda tasks: tasks.list(1, active="yes"), ValueError, "true, false, both"),
    "a word for a bool": (lambda tasks: tasks.list_mine(meta="true"), TypeError, "meta"),
    "a number for a text": (lambda tasks: tasks.list(1, search=5), TypeError, "search"),
    "a text for a moment": (
        lambda tasks: tasks.list(1, since="today"),
        TypeError,
        "since must be a datetime, a date or",
    ),
    "a moment for a date": (lambda tasks: tasks.list(1, start_date=AWARE), TypeError, "start_date"),
    "a text for a date": (lambda tasks: tasks.list(1, end_date="2026-01-05"), TypeError, "end_date"),
    "None for a filter": (lambda tasks: tasks.list(1, search=None), TypeError, "search"),
    "an unknown field": (lambda tasks: tasks.create(1, 2, name="x", estimate=5), TypeError, "estimate"),
    "an unknown field of update": (lambda tasks: tasks.update(1, 2, 3, nmae="x"), TypeError, "nmae"),
    "no name": (lambda tasks: tasks.create(1, 2), TypeError, "name"),
    "an empty name": (lambda tasks: tasks.create(1, 2, name=""), TypeError, "name"),
    "a number for a name": (lambda tasks: tasks.create(1, 2, name=5), TypeError, "name"),
    "None for a name": (lambda tasks: tasks.update(1, 2, 3, name=None), TypeError, "name"),
    "a text for an estimate": (
        lambda tasks: tasks.create(1, 2, name="x", estimated_seconds="5"),
        TypeError,
        "estimated_seconds",
    ),
    "an estimate below zero": (
        lambda tasks: tasks.create(1, 2, name="x", estimated_seconds=-1),
        TypeError,
        "estimated_seconds",
    ),
    "user zero": (lambda tasks: tasks.update(1, 2, 3, user_id=0), TypeError, "user_id"),
    "a word for active in a field": (lambda tasks: tasks.update(1, 2, 3, active="false"), TypeError, "active"),
}
FOCUS: dict[str, Bad] = {
    "organization zero": (lambda tasks: tasks.list(0, 2), ValueError, "organization_id"),
    "a bool for an id": (lambda tasks: tasks.list(1, True), TypeError, "workspace_id"),
    "a bad id in create": (lambda tasks: tasks.create(1, 0, name="x"), ValueError, "workspace_id"),
    "a bad id in create_many": (lambda tasks: tasks.create_many(0, 2, [{"name": "x"}]), ValueError, "organization_id"),
    "a bad id in update": (lambda tasks: tasks.update(1, 2, -3, name="x"), ValueError, "task_id"),
    "a bad id in delete": (lambda tasks: tasks.delete(1, 2, 0), ValueError, "task_id"),
    "a moment without a time zone": (
        lambda tasks: tasks.list(1, 2, start_date=NAIVE),
        ValueError,
        "start_date.*time zone",
    ),
    "a moment without a time zone in a field": (
        lambda tasks: tasks.create(1, 2, name="x", custom_fields={"due": NAIVE}),
        ValueError,
        "due must have a time zone",
    ),
    "a date for a moment": (lambda tasks: tasks.list(1, 2, end_date=AWARE.date()), TypeError, "end_date"),
    "a moment for a date in a field": (lambda tasks: tasks.update(1, 2, 3, start_date=AWARE), TypeError, "start_date"),
    "a page too large": (lambda tasks: tasks.list(1, 2, per_page=101), ValueError, "per_page must be at most 100"),
    "an unknown value of several": (lambda tasks: tasks.list(1, 2, state="open"), ValueError, "state must be one of"),
    "a text among numbers": (lambda tasks: tasks.list(1, 2, status_id="5"), TypeError, "status_id must be an int"),
    "None where there is no empty member": (lambda tasks: tasks.list(1, 2, status_id=None), TypeError, "status_id"),
    "an empty list": (lambda tasks: tasks.list(1, 2, tag_id=[]), ValueError, "tag_id"),
    "a string in a list of ids": (lambda tasks: tasks.list(1, 2, tag_id=[1, "2"]), TypeError, "tag_id"),
    "None in a list of ids": (lambda tasks: tasks.list(1, 2, status_id=[None]), TypeError, "status_id"),
    "zero in a list of ids": (lambda tasks: tasks.list(1, 2, project_id=[0]), ValueError, "project_id"),
    "an unknown filter": (lambda tasks: tasks.list(1, 2, project_ids=[3]), TypeError, "project_id"),
    "an unknown field": (lambda tasks: tasks.create(1, 2, name="x", titel="y"), TypeError, "titel"),
    "a field that does not stick": (lambda tasks: tasks.update(1, 2, 3, project_id=5), TypeError, "project_id"),
    "no tasks": (lambda tasks: tasks.create_many(1, 2, []), ValueError, "tasks"),
    "one task, no list": (lambda tasks: tasks.create_many(1, 2, {"name": "x"}), TypeError, "tasks must be a list"),
    "a name, no task": (lambda tasks: tasks.create_many(1, 2, ["x"]), TypeError, "tasks"),
    "an unknown field of one of several": (
        lambda tasks: tasks.create_many(1, 2, [{"name": "x"}, {"name": "y", "titel": "z"}]),
        TypeError,
        "titel",
    ),
    "a string for a list in a field": (lambda tasks: tasks.create(1, 2, name="x", tag_ids="5"), TypeError, "tag_ids"),
}
CASES = {f"track: {name}": ("track", *bad) for name, bad in TRACK.items()} | {
    f"focus: {name}": ("focus", *bad) for name, bad in FOCUS.items()
}


@pytest.mark.parametrize(("api", "call", "kind", "message"), CASES.values(), ids=CASES.keys())
async def test_invalid_arguments_raise(
    clients: Clients, api: str, call: Call, kind: type[Exception], message: str
) -> None:
    service = Service()
    tasks = clients.client_of(api)(service).tasks
    with pytest.raises(kind, match=message) as caught:
        # A list must raise before its first item is requested.
        await maybe_await(call(tasks))
    assert type(caught.value) is kind
    assert service.requests == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda track: track.raw.get_task(1, 2, 0), "task_id"),
        (lambda track: track.raw.patch_tasks(1, 2, "3, 4", DONE), "task_ids"),
        (lambda track: track.raw.patch_tasks(1, 2, "", DONE), "task_ids"),
        (lambda track: track.raw.patch_tasks(1, 2, "3/../..", DONE), "task_ids"),
        (lambda track: track.raw.list_workspace_tasks(1, page=0), "page"),
    ],
)
async def test_invalid_arguments_of_a_raw_call_raise(clients: Clients, call: Call, message: str) -> None:
    service = Service()
    with pytest.raises(ValueError, match=message):
        await maybe_await(call(clients.track(service)))
    assert service.requests == []


async def test_the_error_suggests_a_similar_name_and_lists_the_others(clients: Clients) -> None:
    with pytest.raises(TypeError) as caught:
        clients.track(Service()).tasks.list(1, sort_feild="name")
    assert "'sort_feild'" in str(caught.value)
    assert "did you mean 'sort_field'?" in str(caught.value)
    assert "since" in str(caught.value)

    with pytest.raises(TypeError) as caught:
        clients.track(Service()).tasks.list(1, colour="red")
    assert "did you mean" not in str(caught.value)


async def test_arguments_are_not_changed(clients: Clients) -> None:
    ids, operations = [3, 4], [replace("/active", False)]
    with pytest.raises(AssertionError, match="unexpected request"):
        await maybe_await(clients.track(Service()).tasks.patch(1, 2, ids, operations))
    assert (ids, operations) == ([3, 4], [replace("/active", False)])


@pytest.mark.parametrize("words", ["'; DROP TABLE", "a&b=c", "ä/ö?#%", "\u2028\U0001f600", "100%", " "])
async def test_any_text_can_be_searched_for(clients: Clients, words: str) -> None:
    service = Service()
    with pytest.raises(AssertionError, match="unexpected request"):
        await collect(clients.track(service).tasks.list(1, search=words))
    assert service.request.url.params["search"] == words
    assert service.request.url.path == "/api/v9/workspaces/1/tasks"


class Ids(int, Enum):
    TASK = 7


class Words(str, Enum):  # noqa: UP042 - members of StrEnum would pass without care
    BOTH = "both"
    NAME = "a name"


async def test_members_of_enums_are_sent_as_their_values(clients: Clients) -> None:
    service = SteadyService(lambda request: reply(track_page() if request.method == "GET" else track_task())(request))
    tasks = clients.track(service).tasks
    await collect(tasks.list(Ids.TASK, active=Words.BOTH, pid=Ids.TASK, search=Words.NAME))
    await maybe_await(tasks.update(Ids.TASK, 2, Ids.TASK, name=Words.NAME, estimated_seconds=Ids.TASK))
    assert service.requests[0].url.path.endswith("/workspaces/7/tasks")
    assert dict(service.requests[0].url.params) == {"active": "both", "pid": "7", "search": "a name", "per_page": "200"}
    assert service.requests[1].url.path.endswith("/workspaces/7/projects/2/tasks/7")
    assert json.loads(service.requests[1].content) == {"name": "a name", "estimated_seconds": 7}


async def test_patch_takes_members_of_enums(clients: Clients) -> None:
    service = Service(reply({"success": [7], "failure": []}))
    await maybe_await(clients.track(service).tasks.patch(1, 2, [Ids.TASK, 7], [add("/estimated_seconds", Ids.TASK)]))
    assert service.request.url.path.endswith("/projects/2/tasks/7")
    assert json.loads(service.request.content)[0]["value"] == 7


@pytest.mark.parametrize("name", ["list", "list_mine"])
async def test_since_takes_a_datetime(clients: Clients, name: str) -> None:
    service = SteadyService(reply(track_page() if name == "list" else []))
    tasks = clients.track(service).tasks
    call = {"list": lambda since: tasks.list(1, since=since), "list_mine": lambda since: tasks.list_mine(since=since)}
    for since in (datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), 1_735_689_600):
        await collect(call[name](since))
    assert [request.url.params["since"] for request in service.requests] == ["1735689600"] * 2
    with pytest.raises(ValueError, match="since must have a time zone"):
        call[name](datetime.datetime(2025, 1, 1))  # noqa: DTZ001
    with pytest.raises(TypeError, match="since"):
        call[name]("yesterday")
