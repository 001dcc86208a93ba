"""Jobs with tasks that take several requests: find, get_or_create, create_many, done, reopen, delete_many."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import Service, SteadyService, connection_failure, parse_request, reply
from tests.support.tasks import focus_task, track_model, track_page, track_task
from toggl_openapi.track import models
from toggl_sandbox import Fault, Sandbox
from toggl_tasks import (
    BudgetExceeded,
    ConnectionFailed,
    NameNotFound,
    PatchResult,
    ServerError,
    Track,
)

TASKS = "/api/v9/workspaces/1/projects/2/tasks"


def paths(service: Service) -> list[tuple[str, str]]:
    return [(request.method, request.url.path) for request in service.requests]


def patch_all(request: httpx.Request) -> httpx.Response:
    ids = request.url.path.rpartition("/")[2].split(",")
    return reply({"success": [int(id_) for id_ in ids], "failure": []})(request)


def create_task(request: httpx.Request) -> httpx.Response:
    return reply(track_task(**parse_request(request).body))(request)


def task(id: int, workspace_id: int = 1, project_id: int = 2) -> models.Task:
    model = track_model(id)
    model.workspace_id, model.project_id = workspace_id, project_id
    return model


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def track(sandbox: Sandbox) -> Iterator[Track]:
    with sandbox.track() as track:
        yield track


# find


async def test_find_searches_the_workspace_for_open_and_done_tasks(clients: Clients) -> None:
    service = Service(reply(track_page(track_task(3, name="Write docs 2"), track_task(4, name="Write docs"))))
    found = await maybe_await(clients.track(service).tasks.find(1, name="Write docs"))
    assert found.id == 4
    request = parse_request(service.request)
    assert request.url.endswith("/workspaces/1/tasks")
    assert request.query == [("active", "both"), ("per_page", "200"), ("search", "Write docs")]


async def test_find_does_not_rely_on_the_search_of_the_service(clients: Clients) -> None:
    service = Service(reply(track_page()), reply(track_page(track_task(4, name="Write docs"))))
    assert (await maybe_await(clients.track(service).tasks.find(1, name="write DOCS"))).id == 4
    assert parse_request(service.requests[1]).query == [("active", "both"), ("per_page", "200")]


async def test_find_in_a_project_takes_one_request(clients: Clients) -> None:
    service = Service(reply([track_task(3), track_task(4, name="Write docs")]))
    assert (await maybe_await(clients.track(service).tasks.find(1, name="Write docs", project=2))).id == 4
    assert paths(service) == [("GET", TASKS)]
    assert parse_request(service.request).query == [("active", "both")]


async def test_a_name_in_several_projects_raises_with_the_ids(clients: Clients) -> None:
    service = Service(reply(track_page(track_task(3, name="Docs"), track_task(4, name="Docs", project_id=9))))
    with pytest.raises(NameNotFound, match=r"2 items are named 'Docs': choose one by its id: \(3, 4\)") as caught:
        await maybe_await(clients.track(service).tasks.find(1, name="Docs"))
    assert caught.value.ids == (3, 4)


async def test_find_for_focus_filters_by_name(clients: Clients) -> None:
    page = {"data": [focus_task(3), focus_task(4, name="Docs")], "page": 1, "per_page": 100, "total": 2}
    service = Service(reply(page))
    assert (await maybe_await(clients.focus(service).tasks.find(1, 2, name="Docs"))).id == 4
    assert ("name", "Docs") in parse_request(service.request).query


# get_or_create


async def test_get_or_create_returns_the_task_that_exists_even_if_it_is_done(clients: Clients) -> None:
    service = Service(reply([track_task(3, name="docs"), track_task(4, name="Docs", active=False)]))
    found, created = await maybe_await(clients.track(service).tasks.get_or_create(1, 2, name="Docs", user_id=9))
    assert (found.id, found.active, found.user_id, created) == (4, False, None, False)
    assert parse_request(service.request).query == [("active", "both")]


async def test_get_or_create_creates_a_task_with_exactly_this_name(clients: Clients) -> None:
    service = Service(reply([track_task(3, name="docs")]), reply(track_task(4, name="Docs")))
    project = models.Project(id=2, workspace_id=1, name="Website", active=True)
    estimate = datetime.timedelta(hours=2)
    made, created = await maybe_await(
        clients.track(service).tasks.get_or_create(project, name="Docs", estimate=estimate, external_reference="a-1")
    )
    assert (made.id, created) == (4, True)
    assert paths(service) == [("GET", TASKS), ("POST", TASKS)]
    body = {"name": "Docs", "estimated_seconds": 7200, "external_reference": "a-1"}
    assert parse_request(service.requests[1]).body == body


async def test_get_or_create_raises_for_several_tasks_with_the_name(clients: Clients) -> None:
    service = Service(reply([track_task(3, name="Docs"), track_task(4, name="Docs")]))
    with pytest.raises(NameNotFound) as caught:
        await maybe_await(clients.track(service).tasks.get_or_create(1, 2, name="Docs"))
    assert caught.value.ids == (3, 4)


async def test_get_or_create_checks_its_arguments_before_it_lists(clients: Clients) -> None:
    service = Service()
    with pytest.raises(TypeError, match="name is empty"):
        await maybe_await(clients.track(service).tasks.get_or_create(1, 2, name=""))
    both = {"estimated_seconds": 1, "estimate": datetime.timedelta(hours=1)}
    with pytest.raises(TypeError, match="estimated_seconds and estimate are two names of one argument"):
        await maybe_await(clients.track(service).tasks.get_or_create(1, 2, name="a", **both))
    assert not service.requests


def test_get_or_create_after_a_lost_response_creates_no_second_task(sandbox: Sandbox, track: Track) -> None:
    place = sandbox.workspace_id, sandbox.project_id
    with (
        sandbox.faults.active(Fault(method="POST", drop="closed", when="after", count=1)),
        pytest.raises(ConnectionFailed),
    ):
        track.tasks.get_or_create(*place, name="Docs")
    found, created = track.tasks.get_or_create(*place, name="Docs")
    assert not created
    assert [one.id for one in track.tasks.list_project(*place, active="both") if one.name == "Docs"] == [found.id]


def test_get_or_create_has_the_arguments_of_create(track: Track) -> None:
    calls = (track.tasks.get_or_create, track.tasks.create)
    given, wanted = (inspect.signature(call).parameters for call in calls)
    assert list(given) == list(wanted)
    kinds = [
        [(each.kind, each.default, {*str(each.annotation).split(" | ")}) for each in parameters.values()]
        for parameters in (given, wanted)
    ]
    assert kinds[0] == kinds[1]


# create_many


async def test_create_many_sends_one_request_for_each_task(clients: Clients) -> None:
    service, counts = SteadyService(create_task), []
    tasks = [models.TaskCreate(name="a"), {"name": "b", "active": False}]
    created = await maybe_await(
        clients.track(service).tasks.create_many(1, 2, tasks, progress=lambda done, total: counts.append((done, total)))
    )
    assert [(one.name, one.active) for one in created] == [("a", True), ("b", False)]
    assert paths(service) == [("POST", TASKS)] * 2
    assert counts == [(1, 2), (2, 2)]


async def test_create_many_checks_all_tasks_before_the_first_request(clients: Clients) -> None:
    service = Service()
    with pytest.raises(TypeError, match=r"tasks\[1\] has no field 'nmae'"):
        await maybe_await(clients.track(service).tasks.create_many(1, 2, [{"name": "a"}, {"nmae": "b"}]))
    with pytest.raises(ValueError, match="tasks is empty"):
        await maybe_await(clients.track(service).tasks.create_many(1, 2, []))
    assert not service.requests


@pytest.mark.parametrize("skip_existing", [False, True])
async def test_create_many_rejects_what_is_not_a_new_task(clients: Clients, skip_existing: bool) -> None:
    service = Service()
    for wrong in (["a"], [models.TaskUpdate(active=True)]):
        with pytest.raises(TypeError, match=r"tasks\[0\]"):
            await maybe_await(clients.track(service).tasks.create_many(1, 2, wrong, skip_existing=skip_existing))
    assert not service.requests


async def test_create_many_that_skips_creates_each_name_once(clients: Clients) -> None:
    service = Service(reply([track_task(name="old")]), create_task)
    tasks = [{"name": "new"}, models.TaskCreate(name="old"), models.TaskCreate(name="new")]
    created = await maybe_await(clients.track(service).tasks.create_many(1, 2, tasks, skip_existing=True))
    assert [one.name for one in created] == ["new"]


@pytest.mark.parametrize("job", ["done", "delete_many"])
async def test_a_progress_that_is_no_function_raises_before_the_first_request(clients: Clients, job: str) -> None:
    async def report(done: int, total: int) -> None: ...

    service = Service()
    for wrong in (3, report):
        with pytest.raises(TypeError, match="progress must be a plain function, not "):
            await maybe_await(getattr(clients.track(service).tasks, job)([task(1)], progress=wrong))
    assert not service.requests


async def test_an_error_of_create_many_has_the_created_tasks(clients: Clients) -> None:
    service = Service(create_task, create_task, reply("", 500))
    with pytest.raises(ServerError) as caught:
        await maybe_await(clients.track(service).tasks.create_many(1, 2, [{"name": name} for name in "abc"]))
    assert [one.name for one in caught.value.partial] == ["a", "b"]


async def test_a_budget_that_is_too_small_for_all_tasks_sends_nothing(clients: Clients) -> None:
    service = Service()
    track = clients.track(service)
    with track.budget(2), pytest.raises(BudgetExceeded):
        await maybe_await(track.tasks.create_many(1, 2, [{"name": name} for name in "abc"]))
    assert not service.requests


def test_create_many_resumes_after_the_quota_and_a_lost_response(sandbox: Sandbox, track: Track) -> None:
    place = sandbox.workspace_id, sandbox.project_id
    tasks = [models.TaskCreate(name=f"Step {number}") for number in range(6)]
    lost = Fault(method="POST", drop="closed", when="after", skip=2, count=1)
    with sandbox.faults.active(lost), pytest.raises(ConnectionFailed) as caught:
        track.tasks.create_many(*place, tasks)
    assert [one.name for one in caught.value.partial] == ["Step 0", "Step 1"]
    rest = track.tasks.create_many(*place, tasks, skip_existing=True)
    assert [one.name for one in rest] == ["Step 3", "Step 4", "Step 5"]
    names = [one.name for one in track.tasks.list_project(*place, active="both") if one.name.startswith("Step ")]
    assert sorted(names) == [f"Step {number}" for number in range(6)]
    assert track.tasks.create_many(*place, tasks, skip_existing=True) == []


# done, reopen, delete_many


@pytest.mark.parametrize(("job", "active"), [("done", False), ("reopen", True)])
async def test_tasks_are_patched_by_project_in_hundreds(clients: Clients, job: str, active: bool) -> None:
    service, counts = SteadyService(patch_all), []
    tasks = [task(id_) for id_ in range(1, 102)] + [task(200, project_id=3), task(300, workspace_id=9), task(5)]
    result = await maybe_await(
        getattr(clients.track(service).tasks, job)(tasks, progress=lambda *count: counts.append(count))
    )
    assert result == PatchResult(success=[*range(1, 102), 200, 300])
    assert [(method, path.rpartition("/")[0]) for method, path in paths(service)] == [
        ("PATCH", TASKS),
        ("PATCH", TASKS),
        ("PATCH", "/api/v9/workspaces/1/projects/3/tasks"),
        ("PATCH", "/api/v9/workspaces/9/projects/2/tasks"),
    ]
    change = [{"op": "replace", "path": "/active", "value": active}]
    assert [parse_request(request).body for request in service.requests] == [change] * 4
    assert counts == [(100, 103), (101, 103), (102, 103), (103, 103)]


async def test_ids_need_their_workspace_and_project(clients: Clients) -> None:
    service = Service(patch_all)
    tasks = clients.track(service).tasks
    for place in ({}, {"workspace_id": 1}, {"project_id": 2}):
        with pytest.raises(TypeError, match="tasks contains 7: pass tasks, or ids with workspace_id and project_id"):
            await maybe_await(tasks.done(7, **place))
    with pytest.raises(ValueError, match="tasks is empty"):
        await maybe_await(tasks.done([]))
    with pytest.raises(TypeError, match="tasks must be a list, not '7'"):
        await maybe_await(tasks.done("7"))
    with pytest.raises(ValueError, match="tasks must be at least 1, not 0"):
        await maybe_await(tasks.done([7, 0], workspace_id=1, project_id=2))
    assert not service.requests
    project = models.Project(id=2, workspace_id=1, name="Website", active=True)
    result = await maybe_await(tasks.done([7, task(8)], workspace_id=1, project_id=project))
    assert result.success == [7, 8]
    assert paths(service) == [("PATCH", f"{TASKS}/7,8")]


async def test_a_later_failure_has_the_result_so_far(clients: Clients) -> None:
    service = Service(patch_all, reply("", 500))
    with pytest.raises(ServerError) as caught:
        await maybe_await(clients.track(service).tasks.done([task(1), task(2, project_id=9)]))
    assert caught.value.partial == PatchResult(success=[1])


async def test_delete_many_goes_on_after_a_task_that_does_not_exist(clients: Clients) -> None:
    service, counts = Service(reply(), reply("gone", 404), reply()), []
    tasks = [task(1), task(2), task(3, project_id=9)]
    result = await maybe_await(
        clients.track(service).tasks.delete_many(tasks, progress=lambda *count: counts.append(count))
    )
    assert result == PatchResult(
        success=[1, 3],
        failure=[models.PatchFailure(id=2, message="404: gone (DELETE /api/v9/workspaces/1/projects/2/tasks/2)")],
    )
    assert paths(service) == [
        ("DELETE", f"{TASKS}/1"),
        ("DELETE", f"{TASKS}/2"),
        ("DELETE", "/api/v9/workspaces/1/projects/9/tasks/3"),
    ]
    assert counts == [(1, 3), (2, 3), (3, 3)]


async def test_delete_many_stops_at_other_errors(clients: Clients) -> None:
    service = Service(reply(), connection_failure(httpx.ReadError("broken")))
    with pytest.raises(ConnectionFailed) as caught:
        await maybe_await(clients.track(service).tasks.delete_many([task(1), task(2), task(3)]))
    assert caught.value.partial == PatchResult(success=[1])


async def test_progress_of_patch_counts_the_tasks(clients: Clients) -> None:
    counts: list[Any] = []
    tasks = clients.track(SteadyService(patch_all)).tasks
    change = [models.PatchOperation(op="remove", path="/user_id")]
    await maybe_await(tasks.patch(1, 2, range(1, 151), change, progress=lambda *count: counts.append(count)))
    assert counts == [(100, 150), (150, 150)]


# Focus


STATUSES = {
    "data": [
        {"id": 8, "name": "Todo", "workspace_id": 2, "type": "todo"},
        {"id": 9, "name": "Shipped", "workspace_id": 2, "type": "done"},
    ],
    "page": 1,
    "per_page": 100,
}


@pytest.mark.parametrize(("job", "kind", "status_id"), [("done", "done", 9), ("reopen", "todo", 8)])
async def test_focus_sets_the_first_status_of_the_type(clients: Clients, job: str, kind: str, status_id: int) -> None:
    service = Service(reply(STATUSES), reply(status=204), reply(status=204))
    await maybe_await(getattr(clients.focus(service).tasks, job)(1, 2, range(1, 102)))
    assert parse_request(service.requests[0]).query == [("order_by", "position"), ("per_page", "100"), ("type", kind)]
    assert [parse_request(request).body for request in service.requests[1:]] == [
        [{"id": id_, "status_id": status_id} for id_ in range(1, 101)],
        [{"id": 101, "status_id": status_id}],
    ]


async def test_a_given_status_is_not_looked_up(clients: Clients) -> None:
    service = Service(reply(status=204))
    await maybe_await(clients.focus(service).tasks.done(1, 2, 7, status_id=5))
    assert parse_request(service.request).body == [{"id": 7, "status_id": 5}]


async def test_a_workspace_without_such_a_status_raises(clients: Clients) -> None:
    service = Service(reply(STATUSES | {"data": None}))
    with pytest.raises(NameNotFound, match=r"no status has the type 'done': choose one by status_id"):
        await maybe_await(clients.focus(service).tasks.done(1, 2, 7))
