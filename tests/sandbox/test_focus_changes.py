"""Replacing, archiving, deleting, restoring, copying and finding tasks of Focus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT

UNKNOWN = 987654


def create(focus: httpx.Client, path: str, **fields: Any) -> dict[str, Any]:
    reply = focus.post(path, json={"name": "A task", **fields})
    assert reply.status_code == 201, reply.text
    task: dict[str, Any] = reply.json()
    return task


def read(focus: httpx.Client, path: str, task_id: int) -> dict[str, Any]:
    reply = focus.get(f"{path}/{task_id}")
    assert reply.status_code == 200, reply.text
    task: dict[str, Any] = reply.json()
    return task


def names(focus: httpx.Client, url: str) -> list[str]:
    reply = focus.get(url)
    assert reply.status_code == 200, reply.text
    body = reply.json()
    return [task["name"] for task in (body["data"] if isinstance(body, dict) else body)]


def no_content(reply: httpx.Response) -> bool:
    return (reply.status_code, reply.content) == (204, b"")


@pytest.mark.behaviour("focus.get.task")
def test_get_returns_one_task_as_the_list_does(focus: httpx.Client, focus_tasks: str) -> None:
    parent = create(focus, focus_tasks, name="Parent")
    child = create(focus, focus_tasks, parent_task_id=parent["id"])
    assert read(focus, focus_tasks, child["id"]) == child
    assert child["parent"]["name"] == "Parent"
    assert read(focus, focus_tasks, parent["id"])["sub_task_total_count"] == 1
    assert focus.get(f"{focus_tasks}/{UNKNOWN}").status_code == 404


@pytest.mark.behaviour("focus.replace.reply", "focus.replace.empties", "focus.replace.project")
def test_put_empties_what_it_leaves_out(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    bare = create(focus, focus_tasks, name="Bare")
    full = create(
        focus,
        focus_tasks,
        allocation_unit="percent",
        assignee_user_ids=[sandbox.seeded.user.id],
        auto_log_time=True,
        billable=True,
        color="#06a893",
        custom_fields={"1": "x"},
        description="text",
        end_date="2025-03-05",
        estimate_type="daily",
        estimated_mins=5,
        notes="text",
        parent_task_id=bare["id"],
        pinned=True,
        position=7,
        priority="high",
        private=True,
        project_id=sandbox.project_id,
        rrule="FREQ=DAILY",
        start_date="2025-03-03",
        tag_ids=[90001],
        team_assignee_ids=[70001],
    )
    sandbox.clock.advance(60)
    body = {"name": "Bare", "status_id": bare["status_id"]}
    assert no_content(focus.put(f"{focus_tasks}/{full['id']}", json=body))
    expected = bare | {"id": full["id"], "updated_at": "2025-03-03T09:01:00Z"}
    assert read(focus, focus_tasks, full["id"]) == expected
    assert read(focus, focus_tasks, full["id"])["project_id"] is None
    body |= {"project_id": sandbox.seeded.recurring_project_id, "outbound_sync": True}
    assert no_content(focus.put(f"{focus_tasks}/{full['id']}", json=body))
    assert read(focus, focus_tasks, full["id"])["project"]["name"] == "Support"
    sandbox.import_state(sandbox.export_state())


@pytest.mark.behaviour("focus.replace.required")
@pytest.mark.parametrize("body", [{"name": "A"}, {"status_id": 95001}, {"name": "", "status_id": 95001}])
def test_put_requires_name_and_status(focus: httpx.Client, focus_tasks: str, body: dict[str, Any]) -> None:
    task = create(focus, focus_tasks)
    reply = focus.put(f"{focus_tasks}/{task['id']}", json=body)
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")
    assert read(focus, focus_tasks, task["id"]) == task


@pytest.mark.behaviour("focus.archive.reply", "focus.archive.time", "focus.archive.sub-tasks", "focus.list.archived")
def test_archived_tasks_are_hidden_until_they_are_unarchived(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    task = create(focus, focus_tasks, name="archive me")
    create(focus, focus_tasks, name="archive me not", parent_task_id=task["id"])
    url = f"{focus_tasks}/{task['id']}"
    for _ in range(2):
        assert no_content(focus.post(f"{url}/archive"))
        assert read(focus, focus_tasks, task["id"])["archived_at"] == "2025-03-03T09:00:00Z"
        sandbox.clock.advance(60)
    assert names(focus, f"{focus_tasks}?name=archive+me") == ["archive me not"]
    assert names(focus, f"{focus_tasks}/stream?name=archive+me") == ["archive me not"]
    assert names(focus, f"{focus_tasks}?name=archive+me&archived=true") == ["archive me"]
    for _ in range(2):
        assert no_content(focus.post(f"{url}/unarchive"))
        shown = read(focus, focus_tasks, task["id"])
        assert (shown["archived_at"], shown["updated_at"]) == (None, "2025-03-03T09:02:00Z")
        sandbox.clock.advance(60)
    assert names(focus, f"{focus_tasks}?name=archive+me") == ["archive me", "archive me not"]


@pytest.mark.behaviour("focus.get.deleted", "focus.restore.reply", "focus.restore.sub-tasks", "focus.restore.twice")
def test_a_restored_task_brings_back_its_sub_tasks(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks, name="restore top")
    child = create(focus, focus_tasks, name="restore child", parent_task_id=top["id"])
    create(focus, focus_tasks, name="restore grandchild", parent_task_id=child["id"])
    gone = create(focus, focus_tasks, name="restore not", parent_task_id=top["id"])
    focus.delete(f"{focus_tasks}/{gone['id']}")
    sandbox.clock.advance(60)
    focus.delete(f"{focus_tasks}/{top['id']}")
    assert focus.get(f"{focus_tasks}/{top['id']}").status_code == 404
    for archived in ("true", "false"):
        assert names(focus, f"{focus_tasks}?name=restore&archived={archived}") == []
    sandbox.clock.advance(60)
    assert no_content(focus.patch(f"{focus_tasks}/{top['id']}/restore"))
    assert names(focus, f"{focus_tasks}?name=restore") == ["restore top", "restore child", "restore grandchild"]
    shown = read(focus, focus_tasks, top["id"])
    assert shown == top | {"sub_task_total_count": 1, "updated_at": "2025-03-03T09:02:00Z"}
    sandbox.clock.advance(60)
    assert no_content(focus.patch(f"{focus_tasks}/{top['id']}/restore"))
    assert read(focus, focus_tasks, top["id"]) == shown
    assert focus.patch(f"{focus_tasks}/{UNKNOWN}/restore").status_code == 404


@pytest.mark.behaviour("focus.restore.sub-tasks")
def test_a_restored_task_has_no_time_entries(focus: httpx.Client, focus_tasks: str) -> None:
    task = focus.get(f"{focus_tasks}?has_time_entries=true").json()["data"][0]
    focus.delete(f"{focus_tasks}/{task['id']}")
    focus.patch(f"{focus_tasks}/{task['id']}/restore")
    assert read(focus, focus_tasks, task["id"])["time_entry_total_count"] == 0


@pytest.mark.behaviour("focus.restore.parent")
def test_a_sub_task_can_be_restored_without_its_parent(focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks, name="Top")
    child = create(focus, focus_tasks, parent_task_id=top["id"])
    below = create(focus, focus_tasks, parent_task_id=child["id"])
    focus.delete(f"{focus_tasks}/{top['id']}")
    focus.patch(f"{focus_tasks}/{child['id']}/restore")
    shown = read(focus, focus_tasks, child["id"])
    assert (shown["parent"], shown["parent_task_id"]) == (None, top["id"])
    # Its parent still counts as one: it may come back.
    top_below = focus.patch(f"{focus_tasks}/{child['id']}", json={"parent_task_id": below["id"]})
    assert top_below.status_code == 400
    assert create(focus, focus_tasks, parent_task_id=child["id"])["parent"]["id"] == child["id"]
    focus.patch(f"{focus_tasks}/{top['id']}/restore")
    assert read(focus, focus_tasks, child["id"])["parent"]["name"] == "Top"
    assert read(focus, focus_tasks, top["id"])["sub_task_total_count"] == 1


@pytest.mark.behaviour("focus.bulk-delete.reply")
def test_bulk_delete_takes_ids_in_the_query(focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks)
    child = create(focus, focus_tasks, parent_task_id=top["id"])
    other = create(focus, focus_tasks)
    ids = [top["id"], child["id"], other["id"], other["id"]]
    assert no_content(focus.delete(f"{focus_tasks}/bulk", params={"ids": ids, "outbound_sync": True}))
    assert [focus.get(f"{focus_tasks}/{one}").status_code for one in ids] == [404] * 4
    assert focus.delete(f"{focus_tasks}/bulk").status_code == 400


def bulk(focus: httpx.Client, path: str, action: str, ids: list[int]) -> httpx.Response:
    if action == "delete":
        return focus.delete(f"{path}/bulk", params={"ids": ids})
    if action == "patch":
        return focus.patch(f"{path}/bulk", json=[{"id": one, "name": "changed"} for one in ids])
    body: dict[str, Any] = {"task_ids": ids}
    if action == "duplicate":
        body["cascade_duplicate_children"] = False
    return focus.request("PATCH" if action == "restore" else "POST", f"{path}/bulk/{action}", json=body)


BULK = ("archive", "delete", "duplicate", "patch", "restore", "unarchive")


@pytest.mark.behaviour("focus.bulk.whole")
@pytest.mark.parametrize("action", BULK)
def test_a_bulk_request_with_an_unknown_task_changes_nothing(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str, action: str
) -> None:
    ids = [create(focus, focus_tasks)["id"] for _ in range(3)]
    focus.post(f"{focus_tasks}/{ids[1]}/archive")
    focus.delete(f"{focus_tasks}/{ids[2]}")
    known = ids if action == "restore" else ids[:2]
    before = json.loads(sandbox.export_state())["contents"]["focus_tasks"]
    reply = bulk(focus, focus_tasks, action, [*known, UNKNOWN])
    assert (reply.status_code, reply.json()["error"]) == (404, "not_found")
    assert json.loads(sandbox.export_state())["contents"]["focus_tasks"] == before
    sandbox.clock.advance(60)
    assert bulk(focus, focus_tasks, action, known).is_success
    assert json.loads(sandbox.export_state())["contents"]["focus_tasks"] != before


@pytest.mark.behaviour("focus.bulk.limit")
@pytest.mark.parametrize("action", BULK)
def test_bulk_requests_name_1_to_100_tasks(focus: httpx.Client, focus_tasks: str, action: str) -> None:
    task_id = create(focus, focus_tasks)["id"]
    for ids in ([], [task_id] * 101):
        assert bulk(focus, focus_tasks, action, ids).status_code == 400
    assert bulk(focus, focus_tasks, action, [task_id] * 100).is_success


@pytest.mark.behaviour("focus.archive.reply", "focus.restore.reply")
def test_bulk_archive_unarchive_and_restore_change_all_named_tasks(focus: httpx.Client, focus_tasks: str) -> None:
    ids = [create(focus, focus_tasks, name=f"bulk {number}")["id"] for number in range(3)]
    for action, expected in (("archive", 1), ("unarchive", 3), ("delete", 1), ("restore", 3)):
        assert no_content(bulk(focus, focus_tasks, action, ids[:2]))
        assert len(names(focus, f"{focus_tasks}?name=bulk")) == expected


@pytest.mark.behaviour("focus.access.private-tasks")
def test_private_tasks_of_others_answer_403_on_every_route(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    other = sandbox.seeded.other_user.id
    tasks = sandbox.state.focus_tasks.of_workspace(sandbox.workspace_id)
    task_id = next(task.id for task in tasks if task.private and task.toggl_user_id == other)
    url = f"{focus_tasks}/{task_id}"
    replies = [
        focus.get(url),
        focus.put(url, json={"name": "mine", "status_id": 95001}),
        focus.post(f"{url}/archive"),
        focus.post(f"{url}/unarchive"),
        focus.patch(f"{url}/restore"),
        focus.get(f"{url}/children"),
        focus.get(f"{url}/parents"),
        *(bulk(focus, focus_tasks, action, [task_id]) for action in BULK),
    ]
    assert [reply.status_code for reply in replies] == [403] * len(replies)


@pytest.mark.behaviour("focus.duplicate.reply", "focus.duplicate.copies")
def test_duplicates_have_all_fields_but_what_belongs_to_the_original(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    page = focus.get(f"{focus_tasks}?has_time_entries=true&has_time_blocks=true&archived=true&per_page=100").json()
    original = next(task for task in page["data"] if task["toggl_user_id"] != sandbox.seeded.user.id)
    reply = bulk(focus, focus_tasks, "duplicate", [original["id"], original["id"]])
    copies = reply.json()
    assert (reply.status_code, len({task["id"] for task in [original, *copies]})) == (201, 3)
    for copy in copies:
        changed = {name for name in original if copy[name] != original[name]}
        assert changed <= {"id", "created_at", "updated_at", "status_updated_at", "archived_at", "metadata"} | {
            name for name in original if name.startswith(("time_", "total_", "sub_task_")) or name == "toggl_user_id"
        }
        assert (copy["archived_at"], copy["metadata"], copy["toggl_user_id"]) == (None, None, sandbox.seeded.user.id)
        assert (copy["total_tracked_time"], copy["time_block_total_count"]) == (0, 0)
        assert read(focus, focus_tasks, copy["id"]) == copy


@pytest.mark.behaviour("focus.duplicate.sub-tasks")
def test_sub_tasks_are_copied_on_request(focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks, name="copy top")
    child = create(focus, focus_tasks, name="copy child", parent_task_id=top["id"])
    create(focus, focus_tasks, name="copy grandchild", parent_task_id=child["id"])
    create(focus, focus_tasks, name="copy second child", parent_task_id=top["id"])
    url, body = f"{focus_tasks}/bulk/duplicate", {"task_ids": [top["id"]], "cascade_duplicate_children": False}
    assert [task["name"] for task in focus.post(url, json=body).json()] == ["copy top"]
    copies = focus.post(url, json=body | {"cascade_duplicate_children": True}).json()
    assert [(task["name"], task["parent_task_name"]) for task in copies] == [
        ("copy top", None),
        ("copy child", "copy top"),
        ("copy grandchild", "copy child"),
        ("copy second child", "copy top"),
    ]
    assert copies[2]["parent_task_id"] == copies[1]["id"] != child["id"]
    assert copies[0]["sub_task_total_count"] == 2


@pytest.mark.behaviour("focus.duplicate.sub-tasks", "focus.restore.sub-tasks")
def test_sub_tasks_can_be_nested_deeply(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    """Python allows about 1,000 nested calls."""
    parent_id, ids = None, []
    for _ in range(1_100):
        created = focus.post(focus_tasks, json={"name": "nested", "parent_task_id": parent_id})
        parent_id = created.json()["id"]
        ids.append(parent_id)
    body = {"task_ids": ids[:1], "cascade_duplicate_children": True}
    assert len(focus.post(f"{focus_tasks}/bulk/duplicate", json=body).json()) == len(ids)
    assert focus.delete(f"{focus_tasks}/{ids[0]}").status_code == 204
    assert focus.get(f"{focus_tasks}/{ids[-1]}").status_code == 404
    assert focus.patch(f"{focus_tasks}/{ids[0]}/restore").status_code == 204
    assert focus.get(f"{focus_tasks}/{ids[-1]}").status_code == 200


@pytest.mark.behaviour("focus.children.list")
def test_children_are_listed_with_filters_and_orders(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks)
    user_id = sandbox.seeded.user.id
    fields: list[dict[str, Any]] = [
        {"name": "a", "tag_ids": [90001], "status_id": 95002},
        {"name": "b", "assignee_user_ids": [user_id], "team_assignee_ids": [70001]},
        {"name": "c", "integration_source": "plan"},
    ]
    ids = [create(focus, focus_tasks, parent_task_id=top["id"], **one)["id"] for one in fields]
    url = f"{focus_tasks}/{top['id']}/children"
    page = focus.get(f"{url}?per_page=2&page=2").json()
    assert (page.keys(), page["page"], page["per_page"]) == ({"data", "page", "per_page"}, 2, 2)
    assert [task["name"] for task in page["data"]] == ["c"]
    for query, expected in {
        "": "abc",
        "order_by=-name": "cba",
        "status_id=95002": "a",
        "source=plan": "c",
        "tag_id=90001": "a",
        "tag_id=": "bc",
        f"assignee_user_id={user_id}": "b",
        "assignee_user_id=": "ac",
        "team_id=70001": "",
        "team_id=": "abc",
        "archived=true": "",
    }.items():
        assert "".join(names(focus, f"{url}?{query}")) == expected, query
    focus.post(f"{focus_tasks}/{ids[0]}/archive")
    assert (names(focus, url), names(focus, f"{url}?archived=true")) == (["b", "c"], ["a"])
    assert names(focus, f"{focus_tasks}/{ids[0]}/children") == []
    assert focus.get(f"{focus_tasks}/{UNKNOWN}/children").status_code == 404


@pytest.mark.behaviour("focus.parents.list")
def test_parents_are_the_ancestors(focus: httpx.Client, focus_tasks: str) -> None:
    top = create(focus, focus_tasks, name="b", tag_ids=[90001])
    middle = create(focus, focus_tasks, name="c", parent_task_id=top["id"])
    bottom = create(focus, focus_tasks, name="a", parent_task_id=middle["id"])
    url = f"{focus_tasks}/{bottom['id']}/parents"
    assert names(focus, url) == ["c", "b"]
    assert names(focus, f"{url}?order_by=name") == ["b", "c"]
    assert names(focus, f"{url}?tag_id=90001") == ["b"]
    assert names(focus, f"{url}?per_page=1&page=2") == ["b"]
    assert names(focus, f"{focus_tasks}/{top['id']}/parents") == []
    assert focus.get(url).json().keys() == {"data", "page", "per_page"}


@pytest.mark.behaviour("focus.by-external-id.found")
def test_a_task_is_found_by_its_external_id(focus: httpx.Client, focus_tasks: str) -> None:
    first = create(focus, focus_tasks, integration_ext_id=77, integration_source="jira")
    create(focus, focus_tasks, integration_ext_id=77, integration_source="jira")
    url = f"{focus_tasks}/by-external-id"
    assert focus.get(url, params={"source": "jira", "ext_id": 77}).json() == first
    for source, ext_id in (("asana", 77), ("jira", 78)):
        reply = focus.get(url, params={"source": source, "ext_id": ext_id})
        assert (reply.status_code, reply.json()["error"]) == (404, "not_found")
    assert focus.get(url, params={"source": "jira"}).status_code == 400


@pytest.mark.behaviour("focus.restore.reply", "focus.archive.time", "focus.replace.empties")
def test_changes_survive_a_restart(tmp_path: Path) -> None:
    def send(sandbox: Sandbox, method: str, path: str, body: object = None) -> httpx.Response:
        url = f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
        headers = {"Authorization": f"Bearer {sandbox.focus_token}"}
        with httpx.Client(transport=sandbox.transport(), headers=headers) as client:
            return client.request(method, url + path, json=body)

    with Sandbox(clock=Clock(FROZEN_AT), persist=tmp_path / "state.db") as sandbox:
        ids = [send(sandbox, "POST", "", {"name": "A", "notes": "n"}).json()["id"] for _ in range(4)]
        send(sandbox, "POST", f"/{ids[0]}/archive")
        send(sandbox, "DELETE", f"/{ids[1]}")
        send(sandbox, "DELETE", f"/{ids[2]}")
        send(sandbox, "PATCH", f"/{ids[2]}/restore")
        send(sandbox, "PUT", f"/{ids[3]}", {"name": "B", "status_id": 95002})
        document = sandbox.export_state()
    with Sandbox(persist=tmp_path / "state.db") as sandbox:
        assert sandbox.export_state() == document
        found = [send(sandbox, "GET", f"/{one}") for one in ids]
        assert [reply.status_code for reply in found] == [200, 404, 200, 200]
        assert found[0].json()["archived_at"]
        assert (found[3].json()["name"], found[3].json()["notes"]) == ("B", None)
        assert send(sandbox, "PATCH", f"/{ids[1]}/restore").status_code == 204
        assert send(sandbox, "GET", f"/{ids[1]}").status_code == 200
