"""Track's routes outside of the specification, which lead to the ids of tasks."""

from __future__ import annotations

import httpx
import pytest
import yaml

from toggl_sandbox import Fault, Sandbox
from toggl_sandbox.control.routes import DESCRIPTION
from toggl_sandbox.discovery import ROUTES
from toggl_sandbox.operations import TRACK_PREFIX, SandboxOperation, below

JSON = {"Content-Type": "application/json"}


@pytest.mark.behaviour("track.discovery.routes")
def test_routes_match_their_description() -> None:
    document = yaml.safe_load(DESCRIPTION.parents[1].joinpath("discovery.yaml").read_text())
    described = {
        (f"track.{operation['operationId']}", method.upper(), TRACK_PREFIX + path)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }
    assert described == {(one.name, one.method, one.path) for one in below(TRACK_PREFIX, ROUTES)}
    for one in below(TRACK_PREFIX, ROUTES):
        operation = document["paths"][one.path.removeprefix(TRACK_PREFIX)][one.method.lower()]
        assert {parameter["name"] for parameter in operation.get("parameters", [])} == one.query


@pytest.mark.behaviour("track.discovery.routes")
def test_a_token_leads_to_the_tasks(sandbox: Sandbox, track: httpx.Client) -> None:
    me = track.get("/me").json()
    assert (me["email"], me["id"], me["api_token"]) == (sandbox.email, sandbox.seeded.user.id, sandbox.token)
    workspace_id = me["default_workspace_id"]
    assert workspace_id == sandbox.workspace_id
    workspaces = track.get("/me/workspaces").json()
    assert workspaces == track.get("/workspaces").json()
    assert [one["id"] for one in workspaces] == [sandbox.workspace_id, sandbox.seeded.planless_workspace_id]
    assert [one["premium"] for one in workspaces] == [True, False]
    assert track.get(f"/workspaces/{workspace_id}").json() == workspaces[0]
    organizations = track.get("/me/organizations").json()
    assert [one["id"] for one in organizations] == [one["organization_id"] for one in workspaces]
    project = track.get(f"/workspaces/{workspace_id}/projects").json()[1]
    assert track.get(f"/workspaces/{workspace_id}/projects/{project['id']}").json() == project
    assert track.get(f"/workspaces/{workspace_id}/projects/{project['id']}/tasks").status_code == 200


@pytest.mark.behaviour("track.discovery.projects")
def test_projects_are_filtered_and_paged(sandbox: Sandbox, track: httpx.Client) -> None:
    path = f"/workspaces/{sandbox.workspace_id}/projects"

    def names(query: str = "") -> list[str]:
        return [one["name"] for one in track.get(f"{path}?{query}").json()]

    assert names() == ["Mobile app", "Research", "Support", "Website"]
    assert names("active=false") == ["Old website"]
    assert names("active=both&name=WEB") == ["Old website", "Website"]
    assert names("per_page=3&page=2") == ["Website"]
    assert [one["name"] for one in track.get("/me/projects").json()] == [
        "Website",
        "Mobile app",
        "Support",
        "Before the downgrade",
    ]


@pytest.mark.behaviour("track.discovery.projects")
def test_a_new_project_accepts_tasks(sandbox: Sandbox, track: httpx.Client) -> None:
    path = f"/workspaces/{sandbox.workspace_id}/projects"
    client_id = track.get(f"{path}/{sandbox.project_id}").json()["client_id"]
    made = track.post(path, json={"name": "New", "is_private": True, "client_id": client_id, "color": "#a0b0c0"}).json()
    assert (made["name"], made["is_private"], made["active"], made["client_id"]) == ("New", True, True, client_id)
    assert (made["color"], made["created_at"]) == ("#a0b0c0", "2025-03-03T09:00:00+00:00")
    assert track.get(f"{path}/{made['id']}").json() == made
    assert track.post(f"{path}/{made['id']}/tasks", json={"name": "First"}).json()["project_name"] == "New"
    other = (sandbox.seeded.other_user.track_token, "api_token")
    assert track.get(f"{path}/{made['id']}", auth=other).status_code == 403
    assert track.post(path, json={"name": "Done", "active": False}).json()["active"] is False


@pytest.mark.behaviour("track.discovery.projects")
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{", "The body is not valid JSON."),
        ("{}", "Invalid body: object missing required field `name`"),
        ('{"name": ""}', "Invalid name: expected `str` of length >= 1"),
        ('{"name": "A", "active": "yes"}', "Invalid active: expected `bool`, got `str`"),
        ('{"name": "A", "client_id": 1}', "Invalid client_id"),
        ('{"name": "Website"}', "Name has already been taken"),
    ],
)
def test_invalid_projects_are_rejected_and_not_created(
    sandbox: Sandbox, track: httpx.Client, body: str, text: str
) -> None:
    before = sandbox.state.projects.copy()
    reply = track.post(f"/workspaces/{sandbox.workspace_id}/projects", content=body, headers=JSON)
    assert (reply.status_code, reply.text) == (400, text)
    assert sandbox.state.projects == before


@pytest.mark.behaviour("track.discovery.access")
def test_workspaces_and_projects_of_others_answer_403(sandbox: Sandbox, track: httpx.Client) -> None:
    seeded = sandbox.seeded
    home = f"/workspaces/{sandbox.workspace_id}/projects"
    assert track.get(f"/workspaces/{seeded.other_workspace_id}").status_code == 403
    assert track.get(f"/workspaces/{seeded.other_workspace_id}/projects").status_code == 403
    assert track.post(f"/workspaces/{seeded.other_workspace_id}/projects", json={"name": "A"}).status_code == 403
    assert track.get(f"{home}/{seeded.private_project_id}").status_code == 403
    assert track.get(f"{home}/{seeded.other_project_id}").text == "Project not found"
    assert track.get(f"{home}?per_page=201").text == "Invalid per_page"
    # Projects belong to every plan, tasks do not.
    assert track.get(f"/workspaces/{seeded.planless_workspace_id}/projects").status_code == 200


@pytest.mark.behaviour("track.discovery.routes")
@pytest.mark.parametrize("one", list(below(TRACK_PREFIX, ROUTES)), ids=lambda one: one.name)
def test_each_route_authenticates_charges_and_applies_faults(
    sandbox: Sandbox, track: httpx.Client, one: SandboxOperation
) -> None:
    url = "https://toggl.sandbox.test" + one.path.format(
        workspace_id=sandbox.workspace_id, project_id=sandbox.project_id
    )
    sandbox.quota.plan = "free"
    with httpx.Client(transport=sandbox.transport()) as anonymous:
        reply = anonymous.request(one.method, url)
        assert (reply.status_code, reply.content) == (401, b"")
        assert anonymous.request(one.method, url, auth=("wrong", "api_token")).status_code == 403
    reply = track.request(one.method, url, json={"name": "A"} if one.method == "POST" else None)
    assert (reply.status_code, reply.headers["x-toggl-quota-remaining"]) == (200, "29")
    assert sandbox.requests[-1].operation == one.name
    sandbox.faults.add(Fault(operation=one.name, status=503))
    assert track.request(one.method, url).status_code == 503
