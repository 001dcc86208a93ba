"""Track's routes of projects, and what a change of a project does to its tasks."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from toggl_sandbox import Sandbox

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def projects(sandbox: Sandbox) -> str:
    """Path of the projects of the workspace."""
    return f"/workspaces/{sandbox.workspace_id}/projects"


@pytest.fixture
def project(sandbox: Sandbox, projects: str) -> str:
    """Path of an ordinary project."""
    return f"{projects}/{sandbox.project_id}"


def names(reply: httpx.Response) -> list[str]:
    assert reply.status_code == 200, reply.text
    return [one["name"] for one in reply.json() or ()]


@pytest.mark.behaviour("track.projects.filters", "track.projects.default-active", "track.projects.sort")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Mobile app", "Research", "Support", "Website"]),
        ("active=true", ["Mobile app", "Research", "Support", "Website"]),
        ("active=false", ["Old website"]),
        ("active=both&name=WEB", ["Old website", "Website"]),
        ("billable=true", ["Website"]),
        ("billable=false", ["Mobile app", "Research", "Support"]),
        ("user_ids=4000002&user_ids=1", ["Mobile app", "Research", "Support", "Website"]),
        ("user_ids=4000001", ["Mobile app", "Support", "Website"]),
        ("client_ids=60000002&client_ids=1", ["Mobile app"]),
        ("project_ids=200000001&project_ids=200000004&active=both", ["Old website", "Website"]),
        ("statuses=archived&active=both", ["Old website"]),
        ("statuses=upcoming&active=both", []),
        ("group_ids=1", []),
        ("search=north", ["Website"]),
        ("search=port", ["Support"]),
        ("only_me=true", ["Mobile app", "Support", "Website"]),
        ("only_templates=true", []),
        ("only_templates=false&only_editable=true&sort_pinned=true", ["Mobile app", "Research", "Support", "Website"]),
        ("sort_order=DESC", ["Website", "Support", "Research", "Mobile app"]),
        ("sort_field=id", ["Website", "Mobile app", "Support", "Research"]),
        ("sort_field=created_at&sort_order=DESC", ["Website", "Support", "Research", "Mobile app"]),
        ("sort_field=at", ["Research", "Support", "Website", "Mobile app"]),
        ("sort_field=unheard", ["Mobile app", "Research", "Support", "Website"]),
    ],
)
def test_projects_are_filtered_and_sorted(
    sandbox: Sandbox, track: httpx.Client, projects: str, query: str, expected: list[str]
) -> None:
    with sandbox.state.lock:
        mobile = next(one for one in sandbox.state.projects.values() if one.name == "Mobile app")
        sandbox.state.change_project(mobile, {})
    assert names(track.get(f"{projects}?{query}")) == expected


@pytest.mark.behaviour("track.projects.pages")
def test_projects_are_paged(track: httpx.Client, projects: str) -> None:
    for number in range(160):
        track.post(projects, json={"name": f"{number:03}", "active": True})
    assert len(names(track.get(projects))) == 151
    assert names(track.get(f"{projects}?page=2"))[-1] == "Website"
    assert len(names(track.get(f"{projects}?per_page=200"))) == 164
    assert names(track.get(f"{projects}?per_page=80&page=3")) == ["Mobile app", "Research", "Support", "Website"]
    assert track.get(f"{projects}?page=3").content == b"null"
    reply = track.get(f"{projects}?per_page=201")
    assert (reply.status_code, reply.text) == (400, "Invalid per_page")


@pytest.mark.behaviour("track.projects.mine")
def test_my_projects_are_those_the_user_takes_part_in(sandbox: Sandbox, track: httpx.Client) -> None:
    own = ["Website", "Mobile app", "Support"]
    assert names(track.get("/me/projects")) == [*own, "Before the downgrade"]
    assert names(track.get("/me/projects?include_archived=true")) == [*own, "Old website", "Before the downgrade"]
    assert track.get("/me/projects?include_archived=yes").text == "Invalid include_archived"
    now = int(sandbox.clock.now().timestamp())
    assert track.get(f"/me/projects?since={now}").content == b"null"
    track.put(f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}", json={"billable": False})
    assert names(track.get(f"/me/projects?since={now}")) == ["Website"]


@pytest.mark.behaviour("track.projects.create", "track.projects.create-archived", "track.projects.fields")
def test_a_new_project_is_archived_unless_it_is_active(track: httpx.Client, projects: str) -> None:
    archived = track.post(projects, json={"name": "Archived"}).json()
    assert (archived["active"], archived["status"], archived["can_track_time"]) == (False, "archived", False)
    assert track.post(f"{projects}/{archived['id']}/tasks", json={"name": "First"}).status_code == 400
    made = track.post(projects, json={"name": "New", "active": True}).json()
    assert (made["active"], made["status"], made["can_track_time"]) == (True, "active", True)
    assert (made["color"], made["is_private"], made["billable"]) == ("#0b83d9", False, False)
    assert made["at"] == made["created_at"] == "2025-03-03T09:00:00+00:00"
    assert track.get(f"{projects}/{made['id']}").json() == made
    assert track.post(f"{projects}/{made['id']}/tasks", json={"name": "First"}).json()["project_name"] == "New"


EVERYTHING: dict[str, Any] = {
    "name": "Everything",
    "active": True,
    "client_id": 60_000_001,
    "color": "#a0b0c0",
    "is_private": True,
    "billable": True,
    "start_date": "2025-03-01",
    "end_date": "2025-04-01",
    "estimated_hours": 5,
    "auto_estimates": True,
    "currency": "CHF",
    "rate": 12.5,
    "fixed_fee": 99.0,
    "recurring": True,
    "template": True,
    "template_id": 7,
    "external_reference": "ours",
}
PERIOD = {"period": "custom", "custom_period": 9, "project_start_date": "2025-03-01"}


@pytest.mark.behaviour("track.projects.create", "track.projects.fields", "track.projects.filters")
def test_create_and_update_set_every_field(sandbox: Sandbox, track: httpx.Client, projects: str, project: str) -> None:
    sent = EVERYTHING | {"is_shared": True, "rate_change_mode": "override-all", "recurring_parameters": PERIOD}
    for reply in (track.post(projects, json=sent), track.put(project, json=sent | {"name": "Changed"})):
        made = reply.json()
        assert made.items() >= (EVERYTHING | {"name": made["name"]}).items()
        assert (made["estimated_seconds"], made["client_name"], made["cid"]) == (18_000, "Client North", 60_000_001)
        (recurrence,) = made["recurring_parameters"]
        assert recurrence.items() >= PERIOD.items()
    assert names(track.get(f"{projects}?only_templates=true")) == ["Changed", "Everything"]
    other = (sandbox.seeded.other_user.track_token, "api_token")
    assert track.get(f"{projects}/{track.get(f'{projects}?name=Every').json()[0]['id']}", auth=other).status_code == 403


@pytest.mark.behaviour("track.projects.status", "track.projects.filters")
def test_the_status_of_a_project_follows_its_dates(track: httpx.Client, projects: str, project: str) -> None:
    for body, status in (
        ({"start_date": "2025-03-04"}, "upcoming"),
        ({"start_date": "2025-03-03", "end_date": "2025-03-03"}, "active"),
        ({"start_date": "2025-03-01", "end_date": "2025-03-02"}, "ended"),
        ({"active": False}, "archived"),
    ):
        assert track.put(project, json=body).json()["status"] == status
        assert "Website" in names(track.get(f"{projects}?active=both&statuses={status}"))
        assert "Website" not in names(track.get(f"{projects}?active=both&statuses=deleted"))


@pytest.mark.behaviour("track.projects.client")
def test_a_project_names_its_client_by_id_or_name(track: httpx.Client, project: str) -> None:
    for body, client_id in (
        ({"client_id": 60_000_002}, 60_000_002),
        ({"client_id": None}, None),
        ({"cid": 60_000_002}, 60_000_002),
        ({"client_name": "Client North"}, 60_000_001),
        ({"client_id": None, "client_name": "Client South"}, None),
    ):
        changed = track.put(project, json=body).json()
        assert (changed["client_id"], changed["cid"]) == (client_id, client_id)


@pytest.mark.behaviour("track.projects.update")
def test_update_changes_the_given_fields_only(sandbox: Sandbox, track: httpx.Client, project: str) -> None:
    before = track.get(project).json()
    sandbox.clock.advance(5)
    after = track.put(project, json={"name": "Renamed", "currency": "CHF"}).json()
    assert after == before | {"name": "Renamed", "currency": "CHF", "at": "2025-03-03T09:00:05+00:00"}
    assert track.put(project, json={"name": "Renamed", "color": None}).json()["currency"] == "CHF"
    assert track.get(project).json()["color"] == "#0b83d9"


@pytest.mark.behaviour("track.projects.update", "track.me.meta")
def test_lists_of_tasks_see_a_changed_project(
    track: httpx.Client, project: str, project_tasks: str, workspace_tasks: str
) -> None:
    lists = (project_tasks, f"{workspace_tasks}?pid=200000001", "/me/tasks?meta=true&search=renamed")
    before = [track.get(one).json() for one in lists]
    track.put(project, json={"name": "Renamed", "color": "#123456", "billable": False, "rate": 7, "recurring": True})
    after = [track.get(one).json() for one in lists]
    assert before[2] is None
    for tasks in (after[0], after[1]["data"], after[2]):
        assert tasks
        for task in tasks:
            assert (task["project_name"], task["project_color"], task["rate"]) == ("Renamed", "#123456", 7)
            assert (task["project_billable"], task["recurring"], task["tracked_seconds"]) == (False, True, 0)


@pytest.mark.behaviour("track.projects.archive", "track.archived.change", "track.archived.read")
def test_an_archived_project_takes_no_tasks_until_it_is_active_again(
    track: httpx.Client, projects: str, project: str, project_tasks: str
) -> None:
    mine = len(track.get("/me/tasks").json())
    archived = track.put(project, json={"active": False}).json()
    assert (archived["active"], archived["status"]) == (False, "archived")
    assert "Website" not in names(track.get(projects))
    assert "Website" in names(track.get(f"{projects}?active=false"))
    assert len(track.get("/me/tasks").json()) < mine
    task = track.get(project_tasks).json()[0]["id"]
    for method, path, body in (
        ("POST", project_tasks, {"name": "New"}),
        ("PUT", f"{project_tasks}/{task}", {"name": "New"}),
        ("PATCH", f"{project_tasks}/{task}", [{"op": "remove", "path": "/user_id"}]),
        ("DELETE", f"{project_tasks}/{task}", None),
    ):
        assert track.request(method, path, json=body).status_code == 400
    assert track.put(project, json={"active": True}).json()["status"] == "active"
    assert track.post(project_tasks, json={"name": "New"}).status_code == 200
    assert len(track.get("/me/tasks").json()) == mine + 1


@pytest.mark.behaviour("track.projects.delete", "track.projects.since", "track.list.since-deleted")
def test_a_deleted_project_takes_its_tasks_with_it(
    sandbox: Sandbox, track: httpx.Client, projects: str, project: str, project_tasks: str, workspace_tasks: str
) -> None:
    query = f"{workspace_tasks}?active=both&per_page=200"
    ids = {one["id"] for one in track.get(f"{project_tasks}?active=both").json()}
    before = track.get(query).json()["total_count"]
    now = int(sandbox.clock.now().timestamp())
    reply = track.delete(project, params={"teDeletionMode": "unassign"})
    assert (reply.status_code, reply.json()) == (200, sandbox.project_id)
    for method in ("GET", "PUT", "DELETE"):
        refused = track.request(method, project, json={"name": "A"} if method == "PUT" else None)
        assert (refused.status_code, refused.text) == (404, "Project not found")
    assert (track.get(project_tasks).status_code, track.get(project_tasks).text) == (400, "Invalid project_id")
    assert "Website" not in names(track.get(f"{projects}?active=both"))
    assert "Website" not in names(track.get("/me/projects"))
    assert track.get(query).json()["total_count"] == before - len(ids)
    later = track.get(f"{query}&since={now}").json()["data"]
    assert {one["id"] for one in later} == ids
    assert {one["server_deleted_at"] for one in later} == {"2025-03-03T09:00:00+00:00"}
    mine = track.get(f"/me/tasks?include_not_active=true&since={now}").json()
    assert {one["id"] for one in mine} == ids
    (gone,) = track.get(f"{projects}?since={now}").json()
    assert (gone["name"], gone["status"], gone["server_deleted_at"]) == (
        "Website",
        "deleted",
        "2025-03-03T09:00:00+00:00",
    )
    assert track.get("/me/projects", params={"since": now}).json() == [gone]
    assert track.get(f"{projects}?since={now + 1}").content == b"null"
    # Its name is free.
    assert track.post(projects, json={"name": "Website", "active": True}).status_code == 200


@pytest.mark.behaviour("track.projects.delete")
def test_tasks_of_focus_leave_a_deleted_project(
    sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, project: str, focus_tasks: str
) -> None:
    url = f"{focus_tasks}?project_id={sandbox.project_id}"
    before = focus.get(url).json()
    task_id = before["data"][0]["id"]
    total = focus.get(focus_tasks).json()["total"]
    track.delete(project)
    left = focus.get(focus_tasks, params={"per_page": 100}).json()
    assert left["total"] == total
    assert not [one for one in left["data"] if one["project_id"] == sandbox.project_id]
    assert task_id not in [task.id for task in sandbox.state.focus_tasks if task.project_id]
    assert sandbox.state.focus_tasks.find(sandbox.workspace_id, task_id)


@pytest.mark.behaviour("track.projects.delete")
def test_deleted_tasks_of_focus_leave_a_deleted_project_too(
    sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, project: str, focus_tasks: str
) -> None:
    task_id = focus.get(f"{focus_tasks}?project_id={sandbox.project_id}").json()["data"][0]["id"]
    assert focus.delete(f"{focus_tasks}/{task_id}").status_code == 204
    assert track.delete(project).status_code == 200
    sandbox.import_state(sandbox.export_state())
    assert focus.patch(f"{focus_tasks}/{task_id}/restore").status_code == 204
    assert focus.get(f"{focus_tasks}/{task_id}").json()["project_id"] is None


@pytest.mark.behaviour("track.projects.invalid")
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{", "The body is not valid JSON."),
        ('{"name": ""}', "Invalid name: expected `str` of length >= 1"),
        ('{"name": "A", "active": "yes"}', "Invalid active: expected `bool`, got `str`"),
        ('{"name": "A", "client_id": 1}', "Invalid client_id"),
        ('{"name": "A", "cid": 1}', "Invalid cid"),
        ('{"name": "A", "client_name": "Nobody"}', "Invalid client_name"),
        ('{"name": "A", "color": "red"}', "Invalid color"),
        ('{"name": "A", "estimated_hours": 1000000001}', "Invalid estimated_hours"),
        ('{"name": "Support"}', "Name has already been taken"),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_invalid_projects_are_rejected_and_change_nothing(
    sandbox: Sandbox, track: httpx.Client, projects: str, project: str, method: str, body: str, text: str
) -> None:
    before = sandbox.export_state()
    reply = track.request(method, projects if method == "POST" else project, content=body, headers=JSON)
    assert (reply.status_code, reply.text) == (400, text)
    sandbox.state.identifiers.traces -= 1  # the request's id
    assert sandbox.export_state() == before


@pytest.mark.behaviour("track.projects.invalid")
def test_a_new_project_needs_a_name(track: httpx.Client, projects: str) -> None:
    assert track.post(projects, json={}).text == "Invalid body: object missing required field `name`"


@pytest.mark.behaviour("track.projects.access", "track.projects.any-plan")
def test_projects_of_others_answer_403(sandbox: Sandbox, track: httpx.Client, projects: str) -> None:
    seeded = sandbox.seeded
    elsewhere = f"/workspaces/{seeded.other_workspace_id}/projects"
    assert track.get(elsewhere).status_code == 403
    assert track.post(elsewhere, json={"name": "A"}).status_code == 403
    for method in ("GET", "PUT", "DELETE"):
        body = {"name": "A"} if method == "PUT" else None
        assert track.request(method, f"{projects}/{seeded.private_project_id}", json=body).status_code == 403
        assert track.request(method, f"{elsewhere}/{seeded.other_project_id}", json=body).status_code == 403
        reply = track.request(method, f"{projects}/{seeded.other_project_id}", json=body)
        assert (reply.status_code, reply.text) == (404, "Project not found")
    # Projects belong to every plan, tasks do not.
    free = f"/workspaces/{seeded.planless_workspace_id}/projects"
    assert names(track.get(free)) == ["Before the downgrade"]
    made = track.post(free, json={"name": "A", "active": True}).json()
    assert track.put(f"{free}/{made['id']}", json={"name": "B"}).json()["name"] == "B"
    assert track.get(f"{free}/{made['id']}/tasks").status_code == 402
    assert track.delete(f"{free}/{made['id']}").json() == made["id"]
