"""Track's routes that lead to projects and tasks: the user, organizations, workspaces, clients and users."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from toggl_sandbox import Fault, Sandbox
from toggl_sandbox.operations import TRACK_PREFIX, SandboxOperation, below
from toggl_server.track.routes import ROUTES


@pytest.mark.behaviour("track.me.user", "track.workspaces.list", "track.organizations")
def test_a_token_leads_to_the_tasks(sandbox: Sandbox, track: httpx.Client) -> None:
    me = track.get("/me").json()
    assert (me["email"], me["id"], me["api_token"]) == (sandbox.email, sandbox.seeded.user.id, sandbox.token)
    assert (me["fullname"], me["default_workspace_id"]) == ("Sandbox User", sandbox.workspace_id)
    assert not me.keys() & {"2fa_enabled", "workspaces", "projects"}
    workspaces = track.get("/me/workspaces").json()
    assert workspaces == track.get("/workspaces").json()
    assert [one["id"] for one in workspaces] == [sandbox.workspace_id, sandbox.seeded.planless_workspace_id]
    assert [one["premium"] for one in workspaces] == [True, False]
    assert [one["active_project_count"] for one in workspaces] == [5, 1]
    assert track.get(f"/workspaces/{sandbox.workspace_id}").json() == workspaces[0]
    organizations = track.get("/me/organizations").json()
    assert [one["id"] for one in organizations] == [one["organization_id"] for one in workspaces]
    assert [one["pricing_plan_name"] for one in organizations] == ["Starter", "Free"]
    assert organizations[0]["user_count"] == 2
    assert track.get(f"/organizations/{sandbox.organization_id}").json() == organizations[0]


@pytest.mark.behaviour("track.workspaces.list")
def test_workspaces_since_a_change_are_those_that_changed(track: httpx.Client) -> None:
    assert len(track.get("/me/workspaces?since=0").json()) == 2
    assert track.get("/me/workspaces?since=1735689600").content == b"null"


@pytest.mark.behaviour("track.me.related-data")
def test_related_data_is_what_the_user_may_see(sandbox: Sandbox, track: httpx.Client) -> None:
    me = track.get("/me?with_related_data=true").json()
    assert me["workspaces"] == track.get("/me/workspaces").json()
    home = f"/workspaces/{sandbox.workspace_id}"
    free = f"/workspaces/{sandbox.seeded.planless_workspace_id}"
    assert me["clients"] == track.get(f"{home}/clients").json()
    visible = track.get(f"{home}/projects?sort_field=id").json() + track.get(f"{free}/projects").json()
    assert me["projects"] == visible
    assert {one["project_id"] for one in me["tasks"]} == {one["id"] for one in visible}
    assert all(one["active"] and one["server_deleted_at"] is None for one in me["tasks"])
    assert [one["name"] for one in me["tags"]] == ["quick", "waiting", "deep work"] * 2
    assert me["time_entries"] == []
    assert "projects" not in track.get("/me?with_related_data=false").json()


@pytest.mark.behaviour("track.me.user")
def test_a_user_without_workspaces_has_no_default(sandbox: Sandbox, track: httpx.Client) -> None:
    for workspace in sandbox.state.workspaces.values():
        workspace.member_ids.discard(sandbox.seeded.user.id)
    assert track.get("/me").json()["default_workspace_id"] == 0
    assert track.get("/me/workspaces").content == b"null"
    assert track.get("/me/projects").content == b"null"


@pytest.mark.behaviour("track.clients.list")
def test_clients_are_filtered_by_status_and_name(sandbox: Sandbox, track: httpx.Client) -> None:
    clients = f"/workspaces/{sandbox.workspace_id}/clients"
    south = sandbox.state.workspaces[sandbox.workspace_id].clients[60_000_002]
    for name, archived, query, expected in (
        ("Client South", False, "", ["Client North", "Client South"]),
        ("a client", True, "?status=both", ["a client", "Client North"]),
        ("a client", True, "", ["Client North"]),
        ("a client", True, "?status=archived", ["a client"]),
        ("Client South", False, "?name=sOUTH", ["Client South"]),
    ):
        south.name, south.archived = name, archived
        assert [one["name"] for one in track.get(clients + query).json()] == expected
    assert track.get(f"{clients}?name=nobody").content == b"null"
    assert track.get(f"{clients}?status=any").text == "Invalid status"
    north = track.get(clients).json()[0]
    assert (north["id"], north["wid"], north["archived"]) == (60_000_001, sandbox.workspace_id, False)
    assert track.get(f"/workspaces/{sandbox.seeded.planless_workspace_id}/clients").content == b"null"


@pytest.mark.behaviour("track.users.list")
def test_users_are_the_members_of_the_workspace(sandbox: Sandbox, track: httpx.Client) -> None:
    users = f"/workspaces/{sandbox.workspace_id}/users"
    found = track.get(users).json()
    assert [(one["id"], one["email"], one["fullname"]) for one in found] == [
        (one.id, one.email, one.name) for one in (sandbox.seeded.user, sandbox.seeded.other_user)
    ]
    assert track.get(f"{users}?exclude_deleted=true").json() == found
    assert not any("token" in field for one in found for field in one)


@pytest.mark.behaviour("track.workspaces.access")
@pytest.mark.parametrize("rest", ["", "/clients", "/users"])
def test_workspaces_of_others_answer_403(sandbox: Sandbox, track: httpx.Client, rest: str) -> None:
    for workspace_id in (sandbox.seeded.other_workspace_id, 1):
        assert track.get(f"/workspaces/{workspace_id}{rest}").status_code == 403
    assert track.get(f"/workspaces/{sandbox.seeded.planless_workspace_id}{rest}").status_code == 200


@pytest.mark.behaviour("track.workspaces.access")
def test_organizations_of_others_answer_403(sandbox: Sandbox, track: httpx.Client) -> None:
    for organization_id in (sandbox.seeded.other_organization_id, 1):
        assert track.get(f"/organizations/{organization_id}").status_code == 403


def arguments(sandbox: Sandbox, operation: SandboxOperation) -> tuple[str, Any]:
    """The URL and the body of a request that is accepted."""
    task = next(iter(sandbox.state.track_tasks.of_project(sandbox.project_id))).id
    url = "https://toggl.sandbox.test" + operation.path.format(
        organization_id=sandbox.organization_id,
        workspace_id=sandbox.workspace_id,
        project_id=sandbox.project_id,
        task_id=task,
        task_ids=task,
    )
    if operation.method == "PATCH":
        return url, [{"op": "remove", "path": "/user_id"}]
    return url, {"name": "A"} if operation.method in ("POST", "PUT") else None


@pytest.mark.behaviour("track.quota.organization", "track.quota.me", "track.quota.older-workspaces")
@pytest.mark.parametrize("operation", list(below(TRACK_PREFIX, ROUTES)), ids=lambda one: one.name)
def test_each_route_authenticates_charges_and_applies_faults(
    sandbox: Sandbox, track: httpx.Client, operation: SandboxOperation
) -> None:
    url, body = arguments(sandbox, operation)
    sandbox.quota.plan = "free"
    with httpx.Client(transport=sandbox.transport()) as anonymous:
        reply = anonymous.request(operation.method, url)
        assert (reply.status_code, reply.content) == (401, b"")
        assert anonymous.request(operation.method, url, auth=("wrong", "api_token")).status_code == 403
    reply = track.request(operation.method, url, json=body)
    assert (reply.status_code, reply.headers["x-toggl-quota-remaining"]) == (200, "29")
    used = {one["organization_id"]: one["remaining"] for one in track.get("/me/quota").json()}
    of_organization = "organization_id" in operation.path or "workspace_id" in operation.path
    assert (used[sandbox.organization_id], used[None]) == ((29, 29) if of_organization else (30, 28))
    assert sandbox.requests[-2].operation == operation.name
    sandbox.faults.add(Fault(operation=operation.name, status=503))
    assert track.request(operation.method, url).status_code == 503


@pytest.mark.behaviour("track.errors.unknown-route")
def test_an_unknown_route_is_not_found_in_plain_text(track: httpx.Client) -> None:
    for path in ("/nowhere", "/me/nowhere", "/workspaces/x", "/organizations"):
        reply = track.get(path)
        assert (reply.status_code, reply.text) == (404, "404 page not found")
        assert reply.headers["content-type"].startswith("text/plain")


@pytest.mark.behaviour("track.fields.read-by-clients")
def test_a_client_of_others_reaches_and_changes_tasks(sandbox: Sandbox, track: httpx.Client) -> None:
    """The walk that clients take, with the fields that they read without a default."""
    me = track.get("/me", params={"with_related_data": "true"}).json()
    for field in ("id", "api_token", "email", "fullname", "timezone", "beginning_of_week", "at", "created_at"):
        assert me[field] is not None, field
    for name in ("workspaces", "projects", "clients", "tags", "time_entries"):
        assert isinstance(me[name], list), name
    workspaces = track.get("/me/workspaces").json()
    assert track.get("/workspaces").json() == workspaces
    workspace = next(one for one in workspaces if one["id"] == me["default_workspace_id"])
    for field in ("id", "name", "organization_id", "at", "admin", "role", "premium"):
        assert workspace[field] is not None, field
    # These may be null, but must be there.
    assert workspace.keys() >= {"default_hourly_rate", "rate_last_updated", "suspended_at", "logo_url", "permissions"}
    home = f"/workspaces/{workspace['id']}"
    assert track.get(home).json() == workspace
    organization = track.get(f"/organizations/{workspace['organization_id']}").json()
    assert organization["admin"]
    quota = track.get("/me/quota").json()
    assert quota[-1]["organization_id"] is None
    assert quota[0].keys() == {"organization_id", "remaining", "total", "resets_in_secs"}
    client = track.get(f"{home}/clients").json()[0]
    assert (client["wid"], client["archived"]) == (workspace["id"], False)
    assert client["at"]
    made = track.post(f"{home}/projects", json={"name": "Theirs", "active": True, "client_id": client["id"]}).json()
    for field in ("id", "name", "workspace_id", "wid", "cid", "active", "is_private", "color", "at", "created_at"):
        assert made[field] is not None, field
    assert made["client_id"] == client["id"]
    changed = track.put(f"{home}/projects/{made['id']}", json={"name": "Theirs, renamed", "color": "#ff0000"}).json()
    assert (changed["name"], changed["color"], changed["active"]) == ("Theirs, renamed", "#ff0000", True)
    assert changed in track.get(f"{home}/projects", params={"active": "true", "per_page": 200}).json()
    tasks = f"{home}/projects/{made['id']}/tasks"
    task = track.post(tasks, json={"name": "First", "active": True, "estimated_seconds": 60}).json()
    assert track.get(tasks, params={"active": "both"}).json() == [task]
    assert track.put(f"{tasks}/{task['id']}", json={"active": False}).json()["active"] is False
    assert track.delete(f"{tasks}/{task['id']}").status_code == 200
    assert track.delete(f"{home}/projects/{made['id']}").json() == made["id"]
    assert track.get(f"{home}/projects/{made['id']}").status_code == 404
    assert {one["id"] for one in track.get(f"{home}/users").json()} >= {me["id"]}
