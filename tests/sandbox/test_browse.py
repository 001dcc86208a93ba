"""The control plane lists and shows the contents, and makes changes for which the APIs have no operation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.control_client import HOST, Control
from toggl_sandbox import Clock, Fault, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.control import logged
from toggl_sandbox.control.browse import KINDS
from toggl_sandbox.request_log import Exchange, Request
from toggl_sandbox.state.sorted_index import SortedIndex
from toggl_sandbox.state.task_collections import FocusTasks, TrackTasks


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[Control]:
    with Control(sandbox) as client:
        yield client


@pytest.fixture
def direct(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Plain httpx below the prefix of direct requests, without credentials."""
    with httpx.Client(transport=sandbox.transport(), base_url=f"{HOST}/_sandbox/direct") as client:
        yield client


def listed(control: Control, kind: str, **query: object) -> dict[str, Any]:
    reply = control.get(f"/world/{kind}", params={name: str(value) for name, value in query.items()})
    assert reply.status_code == 200, reply.text
    page: dict[str, Any] = reply.json()
    return page


def ids(page: dict[str, Any]) -> list[int]:
    return [one["id"] for one in page["items"]]


def test_every_kind_lists_what_the_state_has(sandbox: Sandbox, control: Control) -> None:
    state = sandbox.state
    workspaces = state.workspaces.values()
    expected = {
        "organizations": len(state.organizations),
        "workspaces": len(workspaces),
        "projects": len(state.projects),
        "clients": sum(len(one.clients) for one in workspaces),
        "users": len(state.users),
        "tags": sum(len(one.tags) for one in workspaces),
        "statuses": sum(len(one.statuses) for one in workspaces),
        "track_tasks": len(state.track_tasks.summary),
        "focus_tasks": len(state.focus_tasks.summary),
    }
    assert tuple(expected) == KINDS
    for kind, total in expected.items():
        page = listed(control, kind)
        assert (page["total"], len(page["items"])) == (total, min(total, 50)), kind
        for item in page["items"][:3]:
            found = control.get(f"/world/{kind}/{item['id']}").json()
            assert found["item"] == item
            assert found["requests"] == []
            for child_kind, children in found["children"].items():
                assert len(children["items"]) == min(children["total"], 25)
                for child in children["items"]:
                    assert control.get(f"/world/{child_kind}/{child['id']}").json()["item"]["name"] == child["name"]


def test_an_item_has_every_field_and_the_names_of_what_it_refers_to(
    sandbox: Sandbox, control: Control, focus: httpx.Client, focus_tasks: str
) -> None:
    parent = focus.post(focus_tasks, json={"name": "Parent", "project_id": sandbox.project_id}).json()
    child = focus.post(focus_tasks, json={"name": "Child", "parent_task_id": parent["id"]}).json()
    found = control.get(f"/world/focus_tasks/{child['id']}").json()
    entity = sandbox.state.focus_tasks.get(child["id"])
    assert entity
    assert found["item"].keys() > set(type(entity).__dataclass_fields__)
    names = {name: found["item"][name] for name in ("workspace", "project", "status", "parent", "user")}
    assert names == {
        "workspace": "Sandbox",
        "project": None,
        "status": "Todo",
        "parent": "Parent",
        "user": "Sandbox User",
    }
    assert found["children"]["focus_tasks"]["total"] == 0
    of_parent = control.get(f"/world/focus_tasks/{parent['id']}").json()
    assert of_parent["item"]["project"] == "Website"
    assert of_parent["children"]["focus_tasks"] == {"total": 1, "items": [{"id": child["id"], "name": "Child"}]}


def test_lists_are_searched_sorted_and_paged(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    sandbox.clock.advance(60)
    made = [track.post(project_tasks, json={"name": name}).json()["id"] for name in ("Zebra b", "zebra A", "Zebra c")]
    sandbox.clock.advance(60)
    track.put(f"{project_tasks}/{made[0]}", json={"active": False})
    for query, order in (
        ({}, [0, 2, 1]),
        ({"sort": "changed_at"}, [1, 2, 0]),
        ({"sort": "-id"}, [2, 1, 0]),
        ({"sort": "id"}, [0, 1, 2]),
        ({"sort": "name"}, [1, 0, 2]),
        ({"sort": "-name"}, [2, 0, 1]),
        ({"sort": "-created_at"}, [2, 1, 0]),
        ({"sort": "name", "per_page": 2, "page": 2}, [2]),
        ({"page": 5}, []),
    ):
        page = listed(control, "track_tasks", search="ZEBRA", **query)
        assert (page["total"], ids(page)) == (3, [made[number] for number in order]), query
    assert ids(listed(control, "track_tasks", search=made[1])) == [made[1]]
    assert listed(control, "projects", search="web", sort="name")["total"] == 2
    assert [one["name"] for one in listed(control, "users", sort="name")["items"]] == ["Other User", "Sandbox User"]
    # The next page of the same list shows what has changed.
    track.put(f"{project_tasks}/{made[1]}", json={"name": "Lion"})
    assert ids(listed(control, "track_tasks", search="zebra", sort="id")) == [made[0], made[2]]


def test_lists_are_limited_to_a_workspace_or_project(sandbox: Sandbox, control: Control) -> None:
    seeded = sandbox.seeded
    for query in ({"project_id": seeded.planless_project_id}, {"workspace_id": seeded.other_workspace_id}):
        page = listed(control, "track_tasks", **query)
        ((name, value),) = query.items()
        expected = [
            task.id for task in sandbox.state.track_tasks if getattr(task, name) == value and not task.is_deleted
        ]
        assert sorted(ids(page)) == expected
        assert len(expected) in range(1, 10)
    assert listed(control, "focus_tasks", workspace_id=seeded.other_workspace_id)["total"] == 0
    assert ids(listed(control, "projects", workspace_id=seeded.other_workspace_id)) == [seeded.other_project_id]
    assert ids(listed(control, "users", workspace_id=seeded.other_workspace_id)) == [seeded.other_user.id]
    assert ids(listed(control, "users", project_id=seeded.private_project_id)) == [seeded.other_user.id]
    assert ids(listed(control, "organizations", workspace_id=seeded.workspace_id)) == [seeded.organization_id]


def test_deleted_entities_are_listed_on_demand(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    made = track.post(project_tasks, json={"name": "Away with it"}).json()["id"]
    track.delete(f"{project_tasks}/{made}")
    found = {
        deleted: ids(listed(control, "track_tasks", search="Away with it", deleted=deleted))
        for deleted in ("true", "false", "both")
    }
    assert found == {"true": [made], "false": [], "both": [made]}
    item = control.get(f"/world/track_tasks/{made}").json()["item"]
    assert item["deleted_at"] == item["changed_at"] == "2025-03-03T09:00:00Z"
    project = track.post(f"/workspaces/{sandbox.workspace_id}/projects", json={"name": "Gone"}).json()["id"]
    track.delete(f"/workspaces/{sandbox.workspace_id}/projects/{project}")
    assert ids(listed(control, "projects", deleted="true")) == [project]
    assert project not in ids(listed(control, "projects"))


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/world/things", 404, "there is no kind 'things': choose one of organizations, workspaces"),
        ("/world/track_tasks/1", 404, "there is no 1 among the track_tasks: GET /_sandbox/world/track_tasks lists"),
        ("/world/track_tasks/x", 404, "there is nothing at /_sandbox/world/track_tasks/x"),
        ("/world/tags?sort=color", 400, "sort: invalid enum value 'color'"),
        ("/world/tags?per_page=201", 400, "per_page: expected `int` <= 200"),
        ("/world/tags?page=0", 400, "page: expected `int` >= 1"),
        ("/world/tags?workspace_id=99999999999999999999", 400, "workspace_id: expected `int` of 64 bits"),
        ("/world/tags?project_id=1", 400, "project_id selects users, track_tasks, focus_tasks: omit it for tags"),
        ("/world/tags?name=x", 400, "object contains unknown field `name`"),
    ],
)
def test_errors_say_what_to_do(control: Control, path: str, status: int, text: str) -> None:
    reply = control.get(path)
    assert (reply.status_code, reply.json()["error"][: len(text)]) == (status, text)


def test_an_entity_lists_the_requests_that_touched_it(
    sandbox: Sandbox,
    control: Control,
    track: httpx.Client,
    focus: httpx.Client,
    project_tasks: str,
    focus_tasks: str,
    workspace_tasks: str,
) -> None:
    task = track.post(project_tasks, json={"name": "Watched"}).json()["id"]
    track.get(f"{project_tasks}/{task}")
    track.get(workspace_tasks)
    other = track.post(project_tasks, json={"name": f"not {task}0"}).json()["id"]
    track.patch(f"{project_tasks}/{other},{task}", json=[{"op": "replace", "path": "/active", "value": False}])
    both = focus.post(f"{focus_tasks}/bulk", json={"tasks": [{"name": "One"}, {"name": "Two"}]}).json()
    focus.patch(f"{focus_tasks}/bulk", json={"tasks": [{"id": both[1]["id"], "name": "Three"}]})
    first = sandbox.requests[0].id

    def touched(kind: str, id: int) -> list[int]:
        return [one - first for one in control.get(f"/world/{kind}/{id}").json()["requests"]]

    assert touched("track_tasks", task) == [4, 1, 0]
    assert touched("track_tasks", other) == [4, 3]
    assert touched("focus_tasks", both[0]["id"]) == [5]
    assert touched("focus_tasks", both[1]["id"]) == [6, 5]
    assert touched("projects", sandbox.project_id) == [4, 3, 1, 0]
    track.delete(f"{project_tasks}/{task}")
    assert touched("track_tasks", task) == [7, 4, 1, 0]
    control.delete("/requests")
    assert touched("track_tasks", task) == []
    track.get(f"{project_tasks}/{task}")
    assert touched("track_tasks", task) == [8]


def test_reading_an_entity_again_goes_through_no_long_list(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = track.post(project_tasks, json={"name": "Watched"}).json()["id"]
    workspace = sandbox.state.workspaces[sandbox.workspace_id]
    paths = [
        f"/world/organizations/{sandbox.organization_id}",
        f"/world/statuses/{next(iter(workspace.statuses))}",
        f"/world/tags/{next(iter(workspace.tags))}",
        f"/world/projects/{sandbox.project_id}",
        f"/world/track_tasks/{task}",
    ]
    for path in paths:
        control.get(path)

    def refuse(*arguments: object) -> None:
        raise AssertionError("it must not go through all tasks or requests")

    for kind, name in ((TrackTasks, "__iter__"), (FocusTasks, "__iter__"), (TrackTasks, "of_project")):
        monkeypatch.setattr(kind, name, refuse)
    monkeypatch.setattr(SortedIndex, "__init__", refuse)
    last = sandbox.requests[-1].id
    searched: list[int] = []
    touches = logged._touches

    def record(kind: str, id: str, request: Request, exchange: Exchange) -> bool:
        searched.append(request.id)
        return touches(kind, id, request, exchange)

    monkeypatch.setattr(logged, "_touches", record)
    track.put(f"{project_tasks}/{task}", json={"name": "Changed"})
    for path in paths:
        assert control.get(path).status_code == 200
    assert control.get(paths[-1]).json()["requests"] == [last + 1, last]
    children = control.get(f"/world/projects/{sandbox.project_id}").json()["children"]["track_tasks"]
    assert children["total"] == sum(
        one.project_id == sandbox.project_id and not one.is_deleted for one in sandbox.state.track_tasks._all.values()
    )
    assert set(searched) == {last + 1}


def test_direct_requests_leave_no_trace(
    sandbox: Sandbox, control: Control, direct: httpx.Client, track: httpx.Client, project_tasks: str
) -> None:
    sandbox.quota.plan = "free"
    sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, 0)
    sandbox.faults.add(Fault(status=500))
    before = sandbox.state.identifiers.traces
    made = direct.post(f"/api/v9{project_tasks}", json={"name": "Direct"})
    assert (made.status_code, made.json()["name"]) == (200, "Direct")
    focus = f"/api/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    assert direct.get(focus, params={"per_page": 1}).status_code == 200
    assert direct.delete(f"/api/v9{project_tasks}/{made.json()['id']}").status_code == 200
    assert direct.head("/api/v9/me").content == b""
    assert sandbox.requests == []
    assert sandbox.state.identifiers.traces == before
    assert control.get("/quota").json()["open"][0]["remaining"] == 0
    (fault,) = sandbox.faults
    assert (fault.matched, fault.fired) == (0, 0)


def test_direct_requests_answer_errors_of_the_apis(sandbox: Sandbox, direct: httpx.Client, project_tasks: str) -> None:
    assert direct.get("/api/v9/nowhere").text == "404 page not found"
    assert direct.get("/api/nowhere").json()["error"] == "not_found"
    assert direct.post(f"/api/v9{project_tasks}", json={"name": 1}).status_code == 400
    assert direct.post(f"/api/v9{project_tasks}", content=b" " * (2 << 20)).status_code == 413
    refused = direct.patch("/api/v9/me")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")


def test_a_direct_request_can_be_sent_by_another_user(sandbox: Sandbox, direct: httpx.Client) -> None:
    seeded = sandbox.seeded
    foreign = f"/api/v9/workspaces/{seeded.other_workspace_id}/projects/{seeded.other_project_id}/tasks"
    assert direct.get(foreign).status_code == 403
    other = {"X-Sandbox-User": str(seeded.other_user.id)}
    assert direct.get(foreign, headers=other).status_code == 200
    assert direct.get("/api/v9/me", headers=other).json()["id"] == seeded.other_user.id
    unknown = direct.get("/api/v9/me", headers={"X-Sandbox-User": "1"})
    assert unknown.status_code == 400
    assert unknown.text.startswith("X-Sandbox-User names no user of this sandbox")


def test_pages_of_other_origins_cannot_send_direct_requests(sandbox: Sandbox) -> None:
    with running(sandbox, allow_origins=["http://allowed.example"]) as server, httpx.Client() as client:
        url = f"{server.control_url}/direct/api/v9/me"
        assert client.get(url).status_code == 200
        for origin in ("http://allowed.example", "http://other.example"):
            assert client.get(url, headers={"Origin": origin}).status_code == 403
        cross_site = {"Sec-Fetch-Site": "cross-site"}
        assert client.post(url, headers=cross_site).status_code == 403


def test_a_deleted_task_of_track_can_be_restored(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    before = control.get("/overview").json()
    total = track.get(f"{project_tasks}?active=both").json()
    task = track.post(project_tasks, json={"name": "Back again"}).json()["id"]
    path = f"/world/track_tasks/{task}/restore"
    assert control.post(path).json()["error"] == f"task {task} is not deleted"
    track.delete(f"{project_tasks}/{task}")
    sandbox.clock.advance(60)
    restored = control.post(path).json()["item"]
    assert (restored["deleted_at"], restored["changed_at"]) == (None, "2025-03-03T09:01:00Z")
    assert track.get(f"{project_tasks}/{task}").json()["name"] == "Back again"
    assert len(track.get(f"{project_tasks}?active=both").json()) == len(total) + 1
    assert control.get("/overview").json()["track_tasks"]["total"] == before["track_tasks"]["total"] + 1
    track.delete(f"{project_tasks}/{task}")
    holder = track.post(project_tasks, json={"name": "Back again"}).json()["id"]
    refused = control.post(path)
    assert refused.status_code == 400
    assert refused.json()["error"].startswith(f"task {holder} of the same project has the name 'Back again'")
    track.delete(f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}")
    assert "is deleted: create the task in another project" in control.post(path).json()["error"]
    assert control.post("/world/track_tasks/1/restore").status_code == 404


def test_a_deleted_project_can_be_restored_with_its_tasks(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    project = project_tasks.removesuffix("/tasks")
    project_id, name = sandbox.project_id, track.get(project).json()["name"]
    path = f"/world/projects/{project_id}/restore"
    assert control.post(path).json()["error"] == f"project {project_id} is not deleted"
    early, first, second = (track.post(project_tasks, json={"name": one}).json()["id"] for one in ("A", "B", "C"))
    track.delete(f"{project_tasks}/{early}")
    sandbox.clock.advance(60)
    track.delete(f"{project_tasks}/{first}")
    third = track.post(project_tasks, json={"name": "B"}).json()["id"]  # the first one is deleted in the same second
    before = control.get("/overview").json()
    focus_tasks = before["focus_tasks"]["total"]
    tasks = track.get(f"{project_tasks}?active=both").json()
    track.delete(project)
    assert control.get(f"/world/track_tasks/{third}").json()["item"]["deleted_at"] == "2025-03-03T09:01:00Z"
    holder = track.post(project.rpartition("/")[0], json={"name": name}).json()["id"]
    refused = control.post(path)
    assert refused.status_code == 400
    assert refused.json()["error"].startswith(f"project {holder} of the same workspace has the name {name!r}")
    track.delete(f"{project.rpartition('/')[0]}/{holder}")
    sandbox.clock.advance(60)
    restored = control.post(path).json()
    assert (restored["item"]["deleted_at"], restored["item"]["changed_at"]) == (None, "2025-03-03T09:02:00Z")
    after = track.get(f"{project_tasks}?active=both").json()
    assert {one["id"] for one in after} == {one["id"] for one in tasks} > {second, third}
    assert restored["children"]["focus_tasks"]["total"] == 0
    assert track.post(project_tasks, json={"name": "B"}).status_code == 400
    now = control.get("/overview").json()
    assert (now["track_tasks"]["total"], now["focus_tasks"]["total"]) == (before["track_tasks"]["total"], focus_tasks)
    assert now["projects"]["total"] == before["projects"]["total"]
    assert control.post("/world/projects/1/restore").status_code == 404


def test_the_plan_of_an_organization_can_lose_tasks(
    sandbox: Sandbox, control: Control, track: httpx.Client, workspace_tasks: str
) -> None:
    path = f"/world/organizations/{sandbox.organization_id}"
    assert control.patch(path, json={"has_tasks": False}).json()["item"]["has_tasks"] is False
    assert track.get(workspace_tasks).status_code == 402
    assert control.patch(path, json={"has_tasks": True}).json()["item"]["has_tasks"] is True
    assert track.get(workspace_tasks).status_code == 200
    assert control.patch(path, json={}).json()["error"] == "object missing required field `has_tasks`"
    assert control.patch("/world/organizations/1", json={"has_tasks": True}).status_code == 404


def test_the_memberships_of_a_user_can_be_changed(
    sandbox: Sandbox, control: Control, track: httpx.Client, workspace_tasks: str
) -> None:
    seeded = sandbox.seeded
    path = f"/world/users/{seeded.user.id}"
    before = track.get(workspace_tasks).json()["total_count"]
    foreign = f"/workspaces/{seeded.other_workspace_id}/tasks"
    assert track.get(foreign).status_code == 403
    item = control.patch(path, json={"workspace_ids": [sandbox.workspace_id, seeded.other_workspace_id]}).json()["item"]
    assert item["workspace_ids"] == [sandbox.workspace_id, seeded.other_workspace_id]
    assert item["organization_ids"] == [sandbox.organization_id, seeded.other_organization_id]
    assert track.get(foreign).status_code == 200
    assert seeded.planless_workspace_id not in [one["id"] for one in track.get("/workspaces").json()]
    projects = [*item["project_ids"], seeded.private_project_id]
    assert control.patch(path, json={"project_ids": projects}).json()["item"]["project_ids"] == sorted(projects)
    assert track.get(workspace_tasks).json()["total_count"] > before
    refused = control.patch(path, json={"project_ids": [1]})
    assert refused.status_code == 400
    assert refused.json()["error"].startswith("project_ids names 1, which does not exist: choose among 2000")
    assert control.patch(path, json={"workspace_ids": []}).json()["item"]["workspace_ids"] == []
    assert track.get(workspace_tasks).status_code == 403
    assert control.patch("/world/users/1", json={}).status_code == 404


def test_changes_over_the_control_plane_are_saved(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with Sandbox(persist=path, clock=Clock(FROZEN_AT)) as sandbox, Control(sandbox) as control:
        tasks = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
        with httpx.Client(transport=sandbox.transport(), base_url=f"{HOST}/_sandbox/direct/api/v9") as direct:
            kept, lost = (direct.post(tasks, json={"name": name}).json()["id"] for name in ("Restored", "Lost"))
            for one in (kept, lost):
                direct.delete(f"{tasks}/{one}")
            projects = f"/workspaces/{sandbox.workspace_id}/projects"
            project = direct.post(projects, json={"name": "Deleted", "active": True}).json()["id"]
            with_project = direct.post(f"{projects}/{project}/tasks", json={"name": "With it"}).json()["id"]
            direct.delete(f"{projects}/{project}")
        control.post(f"/world/track_tasks/{kept}/restore")
        control.post(f"/world/projects/{project}/restore")
        control.patch(f"/world/organizations/{sandbox.organization_id}", json={"has_tasks": False})
        control.patch(f"/world/users/{sandbox.seeded.other_user.id}", json={"workspace_ids": [], "project_ids": []})
        exported = sandbox.export_state()
        # What a sandbox would find that opens the file after this one was killed.
        saved = sandbox.state.unsaved_changes()
        assert saved is not None
        assert not any(saved.values())
    with Sandbox(persist=path) as again:
        assert again.restored
        assert again.export_state() == exported
        found = [again.state.track_tasks.get(one) for one in (kept, lost, with_project)]
        assert [one.is_deleted for one in found if one] == [False, True, False]
        assert project in again.state.projects
        assert not again.state.organizations[again.organization_id].has_tasks
    with Sandbox(clock=Clock(FROZEN_AT)) as other:
        other.import_state(exported)
        assert other.export_state() == exported
