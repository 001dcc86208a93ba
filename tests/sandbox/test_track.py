from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.state.entities import TrackTask
from toggl_sandbox.state.task_collections import TrackTasks
from toggl_server.track import models

REQUIRED = {field.name for field in msgspec.structs.fields(models.Task) if field.required}


@pytest.fixture
def few(sandbox: Sandbox) -> dict[str, TrackTask]:
    """Three tasks in place of the seeded ones: two active ones in two projects and one that is done."""
    sandbox.state.track_tasks = TrackTasks()
    tasks: dict[str, TrackTask] = {}
    for number, (name, project_id, active) in enumerate(
        [
            ("beta", sandbox.project_id, True),
            ("Alpha", sandbox.seeded.recurring_project_id, True),
            ("done", sandbox.project_id, False),
        ]
    ):
        moment = datetime(2025, 2, 10 + number, 12, tzinfo=UTC)
        tasks[name] = TrackTask(
            id=100 + number,
            workspace_id=sandbox.workspace_id,
            project_id=project_id,
            name=name,
            user_id=sandbox.seeded.user.id if name == "Alpha" else None,
            created_at=moment,
            at=moment,
            active=active,
            tracked_milliseconds=90_000,
        )
        sandbox.state.track_tasks.add(tasks[name])
    return tasks


def names(reply: httpx.Response) -> list[str]:
    assert reply.status_code == 200, reply.text
    body = reply.json()
    return [task["name"] for task in (body["data"] if isinstance(body, dict) else body) or []]


@pytest.mark.behaviour(
    "track.create.reply",
    "track.create.fields",
    "track.create.owner",
    "track.get.flat",
    "track.fields.always",
    "track.fields.times",
)
def test_create_returns_the_whole_task(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    body = {"name": "Neu: Übersicht", "estimated_seconds": 3600, "external_reference": "X-1"}
    reply = track.post(project_tasks, json=body)
    task = reply.json()
    assert reply.status_code == 200
    assert task.items() >= body.items()
    assert task["at"] == "2025-03-03T09:00:00+00:00"
    assert (task["active"], task["tracked_seconds"], task["server_deleted_at"]) == (True, 0, None)
    assert (task["user_id"], task["user_name"]) == (sandbox.seeded.user.id, "Sandbox User")
    assert (task["project_name"], task["client_name"]) == ("Website", "Client North")
    assert task.keys() >= REQUIRED
    assert "integration_ext_id" not in task
    assert track.get(f"{project_tasks}/{task['id']}").json() == task


@pytest.mark.behaviour("track.create.fields", "track.create.owner")
def test_create_stores_explicit_values(track: httpx.Client, project_tasks: str) -> None:
    body: dict[str, Any] = {"name": "Done before", "active": False, "user_id": None, "estimated_seconds": None}
    assert track.post(project_tasks, json=body).json().items() >= body.items()


@pytest.mark.behaviour("track.fields.others")
def test_fields_without_behaviour_are_stored_and_returned(
    sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    task_id = track.post(project_tasks, json={"name": "Extra"}).json()["id"]
    task = sandbox.state.track_tasks.find(sandbox.project_id, task_id)
    assert task
    sandbox.state.track_tasks.change(task, {"wid": 7}, sandbox.state.now())
    assert track.get(f"{project_tasks}/{task_id}").json()["wid"] == 7


@pytest.mark.behaviour("track.names.unique", "track.names.freed")
def test_names_are_unique_in_their_project(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    taken = "A task of this name exists in the project already."
    first = track.post(project_tasks, json={"name": "One"}).json()["id"]
    second = track.post(project_tasks, json={"name": "Two"}).json()["id"]
    elsewhere = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.seeded.recurring_project_id}/tasks"
    assert track.post(elsewhere, json={"name": "One"}).status_code == 200
    for reply in (
        track.post(project_tasks, json={"name": "One"}),
        track.put(f"{project_tasks}/{second}", json={"name": "One"}),
    ):
        assert (reply.status_code, reply.text) == (400, taken)
    assert track.put(f"{project_tasks}/{first}", json={"name": "One"}).status_code == 200
    track.put(f"{project_tasks}/{first}", json={"name": "Free again"})
    assert track.put(f"{project_tasks}/{second}", json={"name": "One"}).status_code == 200
    track.delete(f"{project_tasks}/{second}")
    assert track.post(project_tasks, json={"name": "One"}).status_code == 200


@pytest.mark.behaviour("track.update.reply", "track.update.named-fields", "track.fields.times")
def test_update_changes_the_named_fields_only(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    body = {"name": "Before", "estimated_seconds": 60, "external_reference": "X-1"}
    before = track.post(project_tasks, json=body).json()
    sandbox.clock.advance(60)
    reply = track.put(f"{project_tasks}/{before['id']}", json={"active": False, "external_reference": None})
    assert reply.json() == before | {"active": False, "external_reference": None, "at": "2025-03-03T09:01:00+00:00"}
    assert track.get(f"{project_tasks}/{before['id']}").json() == reply.json()


@pytest.mark.behaviour("track.errors.body")
@pytest.mark.parametrize("body", [{"name": None}, {"active": None}, {"name": ""}, {"user_id": 0}])
def test_update_rejects_invalid_fields_and_changes_nothing(
    track: httpx.Client, project_tasks: str, body: dict[str, Any]
) -> None:
    task = track.post(project_tasks, json={"name": "Same"}).json()
    reply = track.put(f"{project_tasks}/{task['id']}", json=body)
    assert (reply.status_code, reply.text.split(":")[0]) == (400, f"Invalid {next(iter(body))}")
    assert track.get(f"{project_tasks}/{task['id']}").json() == task


@pytest.mark.behaviour("track.errors.unknown-task", "track.delete.reply")
def test_delete_answers_an_empty_body_and_removes_the_task(track: httpx.Client, project_tasks: str) -> None:
    task_id = track.post(project_tasks, json={"name": "Short-lived"}).json()["id"]
    reply = track.delete(f"{project_tasks}/{task_id}")
    assert (reply.status_code, reply.content) == (200, b"")
    assert track.get(f"{project_tasks}/{task_id}").status_code == 404
    assert track.delete(f"{project_tasks}/{task_id}").status_code == 404
    assert "Short-lived" not in names(track.get(project_tasks))


@pytest.mark.behaviour("track.archived.change", "track.archived.read")
def test_tasks_of_an_archived_project_can_only_be_read(sandbox: Sandbox, track: httpx.Client) -> None:
    tasks = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.seeded.archived_project_id}/tasks"
    task_id = track.get(tasks).json()[0]["id"]
    assert track.get(f"{tasks}/{task_id}").status_code == 200
    for reply in (
        track.post(tasks, json={"name": "New"}),
        track.put(f"{tasks}/{task_id}", json={"active": False}),
        track.patch(f"{tasks}/{task_id}", json=[{"op": "replace", "path": "/active", "value": False}]),
        track.delete(f"{tasks}/{task_id}"),
    ):
        assert (reply.status_code, reply.text) == (400, "Tasks of an archived project cannot be changed.")


@pytest.mark.behaviour("track.patch.report", "track.patch.remove")
def test_patch_reports_success_and_failure_by_id(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    one, two, gone = (track.post(project_tasks, json={"name": name}).json()["id"] for name in ("P1", "P2", "P3"))
    track.delete(f"{project_tasks}/{gone}")
    foreign = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.seeded.recurring_project_id}/tasks"
    elsewhere = track.get(foreign).json()[0]["id"]
    document = [
        {"op": "replace", "path": "/active", "value": False},
        {"op": "add", "path": "/estimated_seconds", "value": 120},
        {"op": "remove", "path": "/user_id"},
    ]
    sandbox.clock.advance(5)
    reply = track.patch(f"{project_tasks}/{two},{gone},{one},{elsewhere},987654,{one}", json=document)
    assert reply.status_code == 200
    assert reply.json() == {
        "success": [two, one],
        "failure": [{"id": id_, "message": "Task not found"} for id_ in (gone, elsewhere, 987654)],
    }
    for id_ in (one, two):
        task = track.get(f"{project_tasks}/{id_}").json()
        assert (task["active"], task["estimated_seconds"], task["user_id"]) == (False, 120, None)
        assert task["at"] == "2025-03-03T09:00:05+00:00"


@pytest.mark.behaviour(
    "track.errors.unknown-user", "track.names.unique", "track.patch.whole-task", "track.patch.remove"
)
@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ({"op": "replace", "path": "/nothing", "value": 1}, "There is no field at /nothing."),
        ({"op": "replace", "path": "/project_id", "value": 1}, "There is no field at /project_id."),
        ({"op": "add", "path": "/active"}, "To add /active takes a value."),
        ({"op": "add", "path": "/active", "value": "yes"}, "Invalid active: expected `bool`, got `str`"),
        (
            {"op": "replace", "path": "/estimated_seconds", "value": "9"},
            "Invalid estimated_seconds: expected `int | null`, got `str`",
        ),
        ({"op": "remove", "path": "/name"}, "Invalid name: expected `str`, got `null`"),
        ({"op": "remove", "path": "/active"}, "Invalid active: expected `bool`, got `null`"),
        ({"op": "replace", "path": "/user_id", "value": 987654}, "Invalid user_id"),
        ({"op": "replace", "path": "/name", "value": "P2"}, "A task of this name exists in the project already."),
    ],
)
def test_a_failed_patch_changes_nothing(
    track: httpx.Client, project_tasks: str, operation: dict[str, Any], message: str
) -> None:
    task = track.post(project_tasks, json={"name": "P1", "estimated_seconds": 5}).json()
    track.post(project_tasks, json={"name": "P2"})
    document = [{"op": "replace", "path": "/external_reference", "value": "R"}, operation]
    report = track.patch(f"{project_tasks}/{task['id']}", json=document).json()
    assert (report["success"], report["failure"][0]["id"]) == ([], task["id"])
    assert report["failure"][0]["message"].startswith(message)
    assert track.get(f"{project_tasks}/{task['id']}").json() == task


@pytest.mark.behaviour("track.patch.name")
def test_patch_applies_a_name_to_the_first_task_only(track: httpx.Client, project_tasks: str) -> None:
    one, two = (track.post(project_tasks, json={"name": name}).json()["id"] for name in ("P1", "P2"))
    document = [{"op": "replace", "path": "/name", "value": "P3"}]
    report = track.patch(f"{project_tasks}/{one},{two}", json=document).json()
    assert report["success"] == [one]
    assert [failure["id"] for failure in report["failure"]] == [two]


@pytest.mark.behaviour("track.errors.body")
@pytest.mark.parametrize("document", [[], {}, [{"op": "move", "path": "/name"}], [{"op": "add", "path": "name"}]])
def test_patch_rejects_invalid_documents(track: httpx.Client, project_tasks: str, document: object) -> None:
    task_id = track.get(project_tasks).json()[0]["id"]
    assert track.patch(f"{project_tasks}/{task_id}", json=document).status_code == 400


@pytest.mark.behaviour("track.project-list.array", "track.project-list.open", "track.lists.null")
def test_project_list_is_an_array_of_active_tasks(
    sandbox: Sandbox, track: httpx.Client, project_tasks: str, few: dict[str, TrackTask]
) -> None:
    assert names(track.get(project_tasks)) == ["beta"]
    assert isinstance(track.get(project_tasks).json(), list)
    assert names(track.get(f"{project_tasks}?active=true")) == ["beta"]
    assert names(track.get(f"{project_tasks}?active=false")) == ["done"]
    assert names(track.get(f"{project_tasks}?active=both")) == ["beta", "done"]
    assert track.get(f"{project_tasks}?active=maybe").status_code == 400
    track.delete(f"{project_tasks}/{few['beta'].id}")
    assert track.get(project_tasks).content == b"null"


@pytest.mark.behaviour("track.project-list.active", "track.lists.null")
def test_project_list_is_filtered_by_active(track: httpx.Client, project_tasks: str, few: dict[str, TrackTask]) -> None:
    assert names(track.get(f"{project_tasks}?active=true")) == ["beta"]
    assert names(track.get(f"{project_tasks}?active=false")) == ["done"]
    assert names(track.get(f"{project_tasks}?active=both")) == ["beta", "done"]
    assert track.get(f"{project_tasks}?active=all").text == "Invalid active"


@pytest.mark.behaviour("track.basic.filters", "track.basic.fields", "track.lists.null")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Alpha", "beta"]),
        ("active=both", ["Alpha", "beta", "done"]),
        ("active=both&sort_field=created_at&sort_order=DESC", ["done", "Alpha", "beta"]),
        ("active=both&per_page=2&page=2", ["done"]),
        ("search=ALP", ["Alpha"]),
        ("active=both&project_id=200000001", ["beta", "done"]),
        ("project_ids=200000001&project_ids=200000003", ["Alpha", "beta"]),
        ("project_ids=200000003", ["Alpha"]),
        ("project_id=200000001&project_ids=200000003", []),
        ("active=both&task_ids=100&task_ids=102", ["beta", "done"]),
        ("client_ids=60000001&client_ids=1", ["beta"]),
        ("client_ids=60000002", []),
        ("only_me=true", ["Alpha"]),
        ("only_me=false", ["Alpha", "beta"]),
    ],
)
def test_basic_list_filters_sorts_and_pages(
    track: httpx.Client, workspace_tasks: str, few: dict[str, TrackTask], query: str, expected: list[str]
) -> None:
    reply = track.get(f"{workspace_tasks}/basic?{query}")
    assert names(reply) == expected
    whole = {one["id"]: one for one in track.get(f"{workspace_tasks}?active=both").json()["data"]}
    assert [whole[one["id"]] for one in reply.json()["data"] or ()] == (reply.json()["data"] or [])


@pytest.mark.behaviour("track.basic.filters")
def test_only_me_is_about_the_user_who_asks(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str, few: dict[str, TrackTask]
) -> None:
    other = (sandbox.seeded.other_user.track_token, "api_token")
    assert names(track.get(f"{workspace_tasks}/basic?only_me=true")) == ["Alpha"]
    assert names(track.get(f"{workspace_tasks}/basic?only_me=true", auth=other)) == []


@pytest.mark.behaviour("track.fields.tracked-seconds", "track.fields.tracked-recurring")
def test_tasks_of_recurring_projects_have_no_tracked_time(
    track: httpx.Client, workspace_tasks: str, few: dict[str, TrackTask]
) -> None:
    data = track.get(workspace_tasks).json()["data"]
    shown = {task["name"]: (task["recurring"], task["tracked_seconds"]) for task in data}
    assert shown == {"Alpha": (True, 0), "beta": (False, 90_000)}


@pytest.mark.behaviour(
    "track.list.page",
    "track.list.default-active",
    "track.list.active",
    "track.list.sort",
    "track.list.sort-case",
    "track.list.pid",
    "track.list.dates",
    "track.list.search",
    "both.list.text-case",
    "track.list.since",
)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Alpha", "beta"]),
        ("active=true", ["Alpha", "beta"]),
        ("active=false", ["done"]),
        ("active=both", ["Alpha", "beta", "done"]),
        ("active=both&sort_order=DESC", ["done", "beta", "Alpha"]),
        ("active=both&sort_field=created_at", ["beta", "Alpha", "done"]),
        ("active=both&sort_field=created_at&sort_order=DESC", ["done", "Alpha", "beta"]),
        ("search=ALP", ["Alpha"]),
        ("search=nothing+like+it", []),
        ("start_date=2025-02-11", ["Alpha"]),
        ("start_date=2025-02-12", []),
        ("end_date=2025-02-10", ["beta"]),
        ("end_date=2025-02-09", []),
        ("active=both&start_date=2025-02-11&end_date=2025-02-12", ["Alpha", "done"]),
        ("pid=200000001", ["beta"]),
        ("pid=987654", []),
        ("active=both&per_page=2", ["Alpha", "beta"]),
        ("active=both&per_page=2&page=2", ["done"]),
        ("active=both&per_page=2&page=3", []),
        ("since=1739275200", ["Alpha"]),
        ("since=1739275201", []),
    ],
)
def test_workspace_list_filters_sorts_and_pages(
    sandbox: Sandbox,
    track: httpx.Client,
    workspace_tasks: str,
    few: dict[str, TrackTask],
    query: str,
    expected: list[str],
) -> None:
    assert sandbox.project_id == 200_000_001
    assert few["Alpha"].created_at.timestamp() == 1_739_275_200
    assert names(track.get(f"{workspace_tasks}?{query}")) == expected


@pytest.mark.behaviour("track.lists.null", "track.list.envelope", "track.list.page")
def test_workspace_list_describes_its_page(
    track: httpx.Client, workspace_tasks: str, few: dict[str, TrackTask]
) -> None:
    page = track.get(f"{workspace_tasks}?active=both&per_page=2&page=2&sort_order=DESC").json()
    assert len(page.pop("data")) == 1
    assert page == {"page": 2, "per_page": 2, "sort_field": "name", "sort_order": "DESC", "total_count": 3}
    empty = track.get(f"{workspace_tasks}?search=nothing+like+it").json()
    assert empty == {
        "data": None,
        "page": 1,
        "per_page": 50,
        "sort_field": "name",
        "sort_order": "ASC",
        "total_count": 0,
    }


@pytest.mark.behaviour("track.list.since", "track.list.since-deleted", "track.me.since")
def test_since_includes_deleted_tasks(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str, project_tasks: str, few: dict[str, TrackTask]
) -> None:
    track.delete(f"{project_tasks}/{few['beta'].id}")
    moment = int(FROZEN_AT.timestamp())
    assert names(track.get(workspace_tasks)) == ["Alpha"]
    found = track.get(f"{workspace_tasks}?since={moment}").json()["data"]
    assert [(task["name"], task["server_deleted_at"]) for task in found] == [("beta", "2025-03-03T09:00:00+00:00")]
    assert track.get(f"{workspace_tasks}?since={moment + 1}").json()["data"] is None
    assert [task["name"] for task in track.get(f"/me/tasks?since={moment}").json()] == ["beta"]


@pytest.mark.behaviour("track.list.page")
def test_pages_contain_each_task_once(track: httpx.Client, workspace_tasks: str) -> None:
    seen: list[int] = []
    for page in range(1, 100):
        body = track.get(f"{workspace_tasks}?active=both&per_page=7&page={page}").json()
        if body["data"] is None:
            break
        seen += [task["id"] for task in body["data"]]
    assert len(seen) == len(set(seen)) == body["total_count"] > 200


@pytest.mark.behaviour("track.list.private-projects", "track.fields.always", "track.fields.others")
def test_the_seed_has_tasks_with_and_without_each_optional_field(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    tasks: list[dict[str, Any]] = []
    for page in (1, 2):
        query = f"?since=0&active=both&per_page=200&page={page}"
        tasks += track.get(workspace_tasks + query).json()["data"]
    assert all(task.keys() >= REQUIRED for task in tasks)
    for task in tasks:
        msgspec.convert(task, models.Task)
        assert task.keys() <= set(models.Task.__struct_fields__)
    for field in ("active", "recurring"):
        assert {task[field] for task in tasks} == {True, False}
    for field in ("user_id", "estimated_seconds", "server_deleted_at", "client_name"):
        assert {task[field] is None for task in tasks} == {True, False}
    assert {"integration_provider" in task for task in tasks} == {True, False}
    assert sandbox.seeded.private_project_id not in {task["project_id"] for task in tasks}


@pytest.mark.behaviour(
    "track.me.array",
    "track.me.paging",
    "track.me.include-not-active",
    "track.me.search",
    "track.me.since",
    "track.me.inbox",
)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["beta", "Alpha"]),
        ("include_not_active=true", ["beta", "done", "Alpha"]),
        ("include_not_active=false", ["beta", "Alpha"]),
        ("inbox=true", ["Alpha", "beta"]),
        ("offset=1", ["Alpha"]),
        ("per_page=1", ["beta"]),
        ("offset=1&per_page=1&include_not_active=true", ["done"]),
        ("search=ALPHA", ["Alpha"]),
        ("search=website", ["beta"]),
        ("search=client+NORTH", ["beta"]),
        ("since=1739275200", ["Alpha"]),
    ],
)
def test_my_tasks_are_filtered_and_paged(
    track: httpx.Client, few: dict[str, TrackTask], query: str, expected: list[str]
) -> None:
    assert names(track.get(f"/me/tasks?{query}")) == expected


@pytest.mark.behaviour("track.lists.null")
def test_an_empty_list_of_my_tasks_is_null(track: httpx.Client) -> None:
    assert track.get("/me/tasks?search=nothing+like+it").content == b"null"


@pytest.mark.behaviour("track.list.private-projects", "track.me.projects", "track.me.hidden")
def test_my_tasks_are_limited_to_my_active_projects(sandbox: Sandbox, track: httpx.Client) -> None:
    seeded = sandbox.seeded

    def projects(query: str) -> set[int]:
        return {task["project_id"] for task in track.get(f"/me/tasks?{query}").json()}

    assert seeded.project_id in projects("")
    strange = {seeded.foreign_project_id, seeded.private_project_id, seeded.planless_project_id}
    assert projects("include_hidden=true").isdisjoint(strange)
    assert seeded.archived_project_id not in projects("")
    assert seeded.archived_project_id in projects("include_hidden=true")


@pytest.mark.behaviour("track.me.meta", "track.me.due-date")
def test_meta_adds_the_names_of_project_and_client(track: httpx.Client, few: dict[str, TrackTask]) -> None:
    meta = {"client_name", "project_color", "project_name"}
    assert meta.isdisjoint(track.get("/me/tasks").json()[0])
    assert meta <= track.get("/me/tasks?meta=true").json()[0].keys()
    assert "due_date" in track.get("/me/tasks").json()[0]


@pytest.mark.behaviour("track.errors.parameter", "track.me.include-not-active-words")
def test_my_tasks_reject_an_unknown_value(track: httpx.Client) -> None:
    reply = track.get("/me/tasks?include_not_active=both")
    assert (reply.status_code, reply.text) == (400, "Invalid include_not_active")
