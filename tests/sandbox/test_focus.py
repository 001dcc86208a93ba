from __future__ import annotations

import json
from typing import Any

import httpx
import msgspec
import pytest

from toggl_sandbox import Sandbox
from toggl_server.focus import models


def create(focus: httpx.Client, path: str, **fields: Any) -> dict[str, Any]:
    reply = focus.post(path, json={"name": "A task", **fields})
    assert reply.status_code == 201, reply.text
    task: dict[str, Any] = reply.json()
    return task


def read(focus: httpx.Client, path: str, task_id: int) -> dict[str, Any]:
    found = {task["id"]: task for task in focus.get(f"{path}/stream").json()}
    task: dict[str, Any] = found[task_id]
    return task


@pytest.mark.behaviour(
    "focus.create.reply", "focus.create.status", "focus.create.owner", "focus.fields.days", "focus.fields.times"
)
def test_create_returns_the_whole_task(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    given = {
        "name": "Neu: Übersicht",
        "start_date": "2025-03-03",
        "end_date": "2025-03-05",
        "estimated_mins": 90,
        "priority": "high",
        "priority_at": "2025-03-03",
        "project_id": sandbox.project_id,
        "tag_ids": [90001, 90003],
        "assignee_user_ids": [sandbox.seeded.other_user.id],
        "pinned": True,
        "notes": None,
        "rrule": "FREQ=DAILY",
    }
    task = create(focus, focus_tasks, **given)
    assert task.keys() <= set(models.Task.__struct_fields__)
    msgspec.convert(task, models.Task)
    assert task.items() >= given.items()
    assert task["toggl_user_id"] == sandbox.seeded.user.id
    assert task["created_at"] == task["updated_at"] == task["status_updated_at"] == "2025-03-03T09:00:00Z"
    assert task["status"] == {"emoji": "⚪", "id": task["status_id"], "name": "Todo", "type": "todo"}
    assert [tag["name"] for tag in task["tags"]] == ["quick", "deep work"]
    assert task["project"]["name"] == "Website"
    assert task["client"]["name"] == "Client North"
    assert (task["deleted_at"], task["archived_at"], task["parent"]) == (None, None, None)
    assert (task["sub_task_total_count"], task["total_tracked_time"], task["source"]) == (0, 0, "focus")
    assert read(focus, focus_tasks, task["id"]) == task


@pytest.mark.behaviour("focus.create.integration")
def test_create_stores_the_integration(focus: httpx.Client, focus_tasks: str) -> None:
    task = create(focus, focus_tasks, integration_ext_id=77, integration_source="jira")
    assert (task["source"], task["metadata"]) == ("jira", {"external_id": "77"})


@pytest.mark.behaviour("focus.fields.null")
def test_fields_without_behaviour_are_stored_and_returned(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    task_id = create(focus, focus_tasks)["id"]
    task = sandbox.state.focus_tasks.find(sandbox.workspace_id, task_id)
    assert task
    sandbox.state.focus_tasks.change(task, {"reucrrence_date": {"new": 1}}, sandbox.state.now())
    assert read(focus, focus_tasks, task_id)["reucrrence_date"] == {"new": 1}


@pytest.mark.behaviour("focus.sub-tasks.parent", "focus.sub-tasks.counts", "focus.sub-tasks.parent-object")
def test_sub_tasks_are_counted_and_include_their_parent(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    done = next(
        status for status in sandbox.state.workspaces[sandbox.workspace_id].statuses.values() if status.type == "done"
    )
    parent = create(focus, focus_tasks, name="Parent", project_id=sandbox.project_id)
    child = create(focus, focus_tasks, name="Child", parent_task_id=parent["id"])
    create(focus, focus_tasks, name="Done child", parent_task_id=parent["id"], status_id=done.id)
    assert (child["parent_task_id"], child["parent_task_name"]) == (parent["id"], "Parent")
    assert child["parent"] == {name: parent[name] for name in models.ParentTask.__struct_fields__ if name in parent}

    def counts() -> tuple[int, int]:
        shown = read(focus, focus_tasks, parent["id"])
        return shown["sub_task_done_count"], shown["sub_task_total_count"]

    assert counts() == (1, 2)
    focus.patch(f"{focus_tasks}/{child['id']}", json={"status_id": done.id})
    assert counts() == (2, 2)
    focus.delete(f"{focus_tasks}/{child['id']}")
    assert counts() == (1, 1)


@pytest.mark.behaviour("focus.sub-tasks.deleted")
def test_deleting_a_parent_deletes_its_sub_tasks(focus: httpx.Client, focus_tasks: str) -> None:
    parent = create(focus, focus_tasks)
    child = create(focus, focus_tasks, parent_task_id=parent["id"])
    focus.delete(f"{focus_tasks}/{parent['id']}")
    assert focus.delete(f"{focus_tasks}/{child['id']}").status_code == 404


@pytest.mark.behaviour("focus.bulk-create.reply", "focus.list.order")
def test_bulk_create_returns_tasks_in_the_given_order(focus: httpx.Client, focus_tasks: str) -> None:
    body = {"tasks": [{"name": name} for name in ("one", "two", "three")]}
    reply = focus.post(f"{focus_tasks}/bulk", json=body)
    tasks = reply.json()
    assert (reply.status_code, [task["name"] for task in tasks]) == (201, ["one", "two", "three"])
    assert tasks[1] == read(focus, focus_tasks, tasks[1]["id"])


@pytest.mark.behaviour("focus.bulk-create.whole")
@pytest.mark.parametrize("bad", [{}, {"name": ""}, {"name": "A", "status_id": 1}, {"name": "A", "pinned": 1}])
def test_bulk_create_is_atomic(focus: httpx.Client, focus_tasks: str, bad: dict[str, Any]) -> None:
    before = focus.get(f"{focus_tasks}/stream").content
    reply = focus.post(f"{focus_tasks}/bulk", json={"tasks": [{"name": "good"}, bad]})
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")
    assert focus.get(f"{focus_tasks}/stream").content == before


@pytest.mark.behaviour("focus.bulk-create.whole")
def test_bulk_create_rejects_an_empty_list(focus: httpx.Client, focus_tasks: str) -> None:
    assert focus.post(f"{focus_tasks}/bulk", json={"tasks": []}).status_code == 400


@pytest.mark.behaviour("focus.patch.reply", "focus.patch.named-fields")
def test_patch_changes_the_named_fields_only(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    before = create(focus, focus_tasks, estimated_mins=5, notes="keep", tag_ids=[90001])
    sandbox.clock.advance(60)
    change = {"name": "Changed", "estimated_mins": None, "tag_ids": None, "pinned": True}
    reply = focus.patch(f"{focus_tasks}/{before['id']}", json=change)
    assert (reply.status_code, reply.content) == (204, b"")
    expected = before | change | {"tags": [], "updated_at": "2025-03-03T09:01:00Z"}
    assert read(focus, focus_tasks, before["id"]) == expected


@pytest.mark.behaviour("focus.patch.status", "focus.fields.times")
def test_patching_the_status_sets_its_time(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    task = create(focus, focus_tasks)
    sandbox.clock.advance(60)
    focus.patch(f"{focus_tasks}/{task['id']}", json={"status_id": task["status_id"] + 1})
    changed = read(focus, focus_tasks, task["id"])
    assert (changed["status"]["name"], changed["status_updated_at"]) == ("In progress", "2025-03-03T09:01:00Z")


@pytest.mark.behaviour("focus.patch.project")
def test_patch_ignores_the_project(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    task = create(focus, focus_tasks)
    reply = focus.patch(f"{focus_tasks}/{task['id']}", json={"project_id": sandbox.project_id})
    assert reply.status_code == 204
    assert read(focus, focus_tasks, task["id"])["project_id"] is None


@pytest.mark.behaviour("focus.errors.body", "focus.errors.unknown-ids")
@pytest.mark.parametrize(
    "change", [{"name": None}, {"name": ""}, {"status_id": 1}, {"end_date": "2025-03-02"}, {"estimated_mins": -1}]
)
def test_patch_rejects_invalid_fields_and_changes_nothing(
    focus: httpx.Client, focus_tasks: str, change: dict[str, Any]
) -> None:
    task = create(focus, focus_tasks, start_date="2025-03-03")
    reply = focus.patch(f"{focus_tasks}/{task['id']}", json={"pinned": True, **change})
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")
    assert read(focus, focus_tasks, task["id"]) == task


@pytest.mark.behaviour("focus.sub-tasks.circle")
def test_patch_rejects_a_circle_of_parents(focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks)
    middle = create(focus, focus_tasks, parent_task_id=top["id"])
    bottom = create(focus, focus_tasks, parent_task_id=middle["id"])
    for parent in (top, bottom):
        reply = focus.patch(f"{focus_tasks}/{top['id']}", json={"parent_task_id": parent["id"]})
        assert reply.status_code == 400
    assert focus.patch(f"{focus_tasks}/{bottom['id']}", json={"parent_task_id": top["id"]}).status_code == 204


@pytest.mark.behaviour("focus.bulk-patch.reply", "focus.bulk-patch.whole", "focus.bulk-patch.array")
def test_bulk_patch_is_atomic(focus: httpx.Client, focus_tasks: str) -> None:
    one, two = create(focus, focus_tasks), create(focus, focus_tasks)
    bad = [{"id": one["id"], "name": "changed"}, {"id": two["id"], "status_id": 1}]
    assert focus.patch(f"{focus_tasks}/bulk", json=bad).status_code == 400
    assert read(focus, focus_tasks, one["id"]) == one
    good = [{"id": one["id"], "name": "first"}, {"id": two["id"], "name": "second"}]
    reply = focus.patch(f"{focus_tasks}/bulk", json=good)
    assert (reply.status_code, reply.content) == (204, b"")
    assert [read(focus, focus_tasks, task["id"])["name"] for task in (one, two)] == ["first", "second"]
    assert focus.patch(f"{focus_tasks}/bulk", json={"tasks": good}).status_code == 400


@pytest.mark.behaviour("focus.bulk-patch.whole", "focus.sub-tasks.circle")
def test_the_members_of_a_bulk_patch_are_checked_together(focus: httpx.Client, focus_tasks: str) -> None:
    one, two = create(focus, focus_tasks), create(focus, focus_tasks)
    circle = [{"id": one["id"], "parent_task_id": two["id"]}, {"id": two["id"], "parent_task_id": one["id"]}]
    assert focus.patch(f"{focus_tasks}/bulk", json=circle).status_code == 400
    crossed = [{"id": one["id"], "start_date": "2025-03-03"}, {"id": one["id"], "end_date": "2025-03-02"}]
    assert focus.patch(f"{focus_tasks}/bulk", json=crossed).status_code == 400
    assert read(focus, focus_tasks, one["id"]) == one


@pytest.mark.behaviour("focus.errors.unknown-task", "focus.delete.reply")
def test_delete_answers_204_and_removes_the_task(focus: httpx.Client, focus_tasks: str) -> None:
    task = create(focus, focus_tasks)
    reply = focus.delete(f"{focus_tasks}/{task['id']}")
    assert (reply.status_code, reply.content) == (204, b"")
    assert focus.delete(f"{focus_tasks}/{task['id']}").status_code == 404
    assert task["id"] not in {one["id"] for one in focus.get(f"{focus_tasks}/stream").json()}


@pytest.mark.behaviour("focus.delete.time-entries")
def test_delete_removes_time_entries(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    task_id = focus.get(f"{focus_tasks}?has_time_entries=true").json()["data"][0]["id"]
    task = sandbox.state.focus_tasks.find(sandbox.workspace_id, task_id)
    assert task
    assert task.time_entries
    focus.delete(f"{focus_tasks}/{task_id}")
    assert task.time_entries == []


@pytest.mark.behaviour("focus.stream.array", "focus.stream.filters")
def test_stream_is_an_array_of_all_tasks(focus: httpx.Client, focus_tasks: str) -> None:
    streamed = focus.get(f"{focus_tasks}/stream").json()
    assert len(streamed) == focus.get(focus_tasks).json()["total"]
    query = "state=done&order_by=-name"
    first = [task["id"] for task in focus.get(f"{focus_tasks}/stream?{query}").json()[:100]]
    assert first == [task["id"] for task in focus.get(f"{focus_tasks}?{query}&per_page=100").json()["data"]]


@pytest.mark.behaviour("focus.access.private-tasks")
def test_private_tasks_of_others_are_hidden_and_answer_403(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    seeded = sandbox.seeded
    tasks = sandbox.state.focus_tasks.of_workspace(sandbox.workspace_id)
    hidden = {task.id for task in tasks if task.private and task.toggl_user_id == seeded.other_user.id}
    secret = {
        task.id
        for task in tasks
        if task.project_id == seeded.private_project_id and task.toggl_user_id == seeded.other_user.id
    }
    shown = {task["id"] for task in focus.get(f"{focus_tasks}/stream").json()}
    assert hidden
    assert secret
    assert shown.isdisjoint(hidden | secret)
    for task_id in (min(hidden), min(secret)):
        assert focus.patch(f"{focus_tasks}/{task_id}", json={"name": "mine"}).status_code == 403
        assert focus.delete(f"{focus_tasks}/{task_id}").status_code == 403


@pytest.mark.behaviour("focus.access.private-tasks")
def test_a_private_task_of_others_is_not_shown_as_a_parent(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    parent = create(focus, focus_tasks, name="Surprise party")
    child = create(focus, focus_tasks, parent_task_id=parent["id"])
    assert child["parent"]["name"] == child["parent_task_name"] == "Surprise party"
    document = json.loads(sandbox.export_state())
    (exported,) = (task for task in document["contents"]["focus_tasks"] if task["id"] == parent["id"])
    exported |= {"private": True, "toggl_user_id": sandbox.seeded.other_user.id}
    sandbox.import_state(json.dumps(document))
    shown = read(focus, focus_tasks, child["id"])
    assert (shown["parent"], shown["parent_task_name"], shown["parent_task_id"]) == (None, None, parent["id"])
    assert "Surprise" not in focus.get(focus_tasks, params={"per_page": 100, "parent_task_id": parent["id"]}).text


@pytest.mark.behaviour("focus.fields.null", "focus.fields.recurrence", "focus.fields.status-types")
def test_the_seed_has_tasks_with_and_without_each_optional_field(focus: httpx.Client, focus_tasks: str) -> None:
    tasks = [
        task for archived in (False, True) for task in focus.get(f"{focus_tasks}/stream?archived={archived}").json()
    ]
    for task in tasks:
        msgspec.convert(task, models.Task)
        assert task.keys() <= set(models.Task.__struct_fields__)
    for field in ("parent", "project", "client", "end_date", "metadata", "archived_at", "tag_ids", "rrule"):
        assert {task[field] is None for task in tasks} == {True, False}, field
    assert {task["status"]["type"] for task in tasks} == {"todo", "in_progress", "done"}
    assert {"reucrrence_date" in task for task in tasks} == {True, False}
