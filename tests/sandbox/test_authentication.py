from __future__ import annotations

import re

import httpx
import pytest

from toggl_sandbox import Sandbox

TRACK_WRONG = "Incorrect username and/or password"
BASIC_WITHOUT_COLON = "Basic bm9jb2xvbg=="


def anonymous(sandbox: Sandbox) -> httpx.Client:
    return httpx.Client(transport=sandbox.transport())


@pytest.mark.behaviour("track.auth.basic")
def test_track_accepts_token_and_password(sandbox: Sandbox, workspace_tasks: str) -> None:
    with anonymous(sandbox) as client:
        for credentials in ((sandbox.token, "api_token"), (sandbox.email, sandbox.password)):
            assert client.get(sandbox.track_url + workspace_tasks, auth=credentials).status_code == 200


@pytest.mark.behaviour("track.auth.none")
@pytest.mark.parametrize("header", [None, "Basic !!!", BASIC_WITHOUT_COLON, "Bearer sandbox-track-token", "Basic"])
def test_track_without_credentials_answers_an_empty_401(
    sandbox: Sandbox, workspace_tasks: str, header: str | None
) -> None:
    headers = {} if header is None else {"Authorization": header}
    with anonymous(sandbox) as client:
        reply = client.get(sandbox.track_url + workspace_tasks, headers=headers)
    assert (reply.status_code, reply.content) == (401, b"")


@pytest.mark.behaviour("track.auth.wrong")
@pytest.mark.parametrize(
    "credentials",
    [
        ("no-such-token", "api_token"),
        ("sandbox-track-token", "sandbox-password"),
        ("user@sandbox.example", "wrong"),
        ("user@sandbox.example", "api_token"),
        ("toggl_sk_sandbox", "api_token"),
        ("", "api_token"),
        ("", ""),
    ],
)
def test_track_with_wrong_credentials_answers_403(
    sandbox: Sandbox, workspace_tasks: str, credentials: tuple[str, str]
) -> None:
    with anonymous(sandbox) as client:
        reply = client.get(sandbox.track_url + workspace_tasks, auth=credentials)
    assert (reply.status_code, reply.text) == (403, TRACK_WRONG)
    assert reply.headers["content-type"].startswith("text/plain")


@pytest.mark.behaviour("focus.auth.bearer", "focus.auth.basic")
def test_focus_accepts_key_and_password(sandbox: Sandbox, focus_tasks: str) -> None:
    with anonymous(sandbox) as client:
        url = sandbox.focus_url + focus_tasks
        assert client.get(url, headers={"Authorization": f"Bearer {sandbox.focus_token}"}).status_code == 200
        assert client.get(url, auth=(sandbox.email, sandbox.password)).status_code == 200


@pytest.mark.behaviour("focus.auth.refused", "focus.auth.track-token", "focus.errors.shape")
@pytest.mark.parametrize(
    "header",
    [None, "Bearer toggl_sk_wrong", "Bearer sandbox-track-token", "Bearer ", "Basic !!!", BASIC_WITHOUT_COLON],
)
def test_focus_with_invalid_credentials_answers_401(sandbox: Sandbox, focus_tasks: str, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}
    with anonymous(sandbox) as client:
        reply = client.get(sandbox.focus_url + focus_tasks, headers=headers)
    body = reply.json()
    assert reply.status_code == 401
    assert list(body) == ["error", "error_description", "trace_id"]
    assert body["error"] == "invalid_session"
    assert body["error_description"] == "the provided API key is invalid"
    assert re.fullmatch("[0-9a-f]{32}", body["trace_id"])


@pytest.mark.behaviour("focus.auth.track-token")
def test_focus_rejects_the_track_token(sandbox: Sandbox, focus_tasks: str) -> None:
    with anonymous(sandbox) as client:
        reply = client.get(sandbox.focus_url + focus_tasks, auth=(sandbox.token, "api_token"))
    assert reply.status_code == 401


@pytest.mark.behaviour("both.auth.before-validation")
def test_credentials_are_checked_before_parameters(sandbox: Sandbox) -> None:
    with anonymous(sandbox) as client:
        assert client.get(f"{sandbox.track_url}/workspaces/0/tasks").status_code == 401
        assert client.get(f"{sandbox.focus_url}/organizations/0/workspaces/0/tasks").status_code == 401


@pytest.mark.behaviour("both.access.unknown-workspace", "track.access.workspace")
@pytest.mark.parametrize("which", ["other_workspace_id", "unknown"])
def test_track_workspaces_of_others_answer_403(sandbox: Sandbox, track: httpx.Client, which: str) -> None:
    workspace_id = getattr(sandbox.seeded, which, 987_654)
    reply = track.get(f"/workspaces/{workspace_id}/tasks")
    assert (reply.status_code, reply.text) == (403, "You have no access to this workspace.")
    reply = track.get(f"/workspaces/{workspace_id}/projects/{sandbox.seeded.other_project_id}/tasks")
    assert reply.status_code == 403


@pytest.mark.behaviour("track.access.workspace")
def test_a_member_of_another_workspace_can_list_its_tasks(sandbox: Sandbox) -> None:
    other = sandbox.seeded.other_user
    path = f"/workspaces/{sandbox.seeded.other_workspace_id}/tasks"
    with anonymous(sandbox) as client:
        reply = client.get(sandbox.track_url + path, auth=(other.track_token, "api_token"))
    assert reply.json()["total_count"] > 0


@pytest.mark.behaviour("track.access.private-project")
def test_track_private_projects_of_others_answer_403(sandbox: Sandbox, track: httpx.Client) -> None:
    project = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.seeded.private_project_id}"
    assert track.get(f"{project}/tasks").status_code == 403
    assert track.post(f"{project}/tasks", json={"name": "Sneak in"}).status_code == 403


@pytest.mark.behaviour("both.access.unknown-workspace", "focus.access.workspace")
def test_focus_organizations_and_workspaces_of_others_answer_403(sandbox: Sandbox, focus: httpx.Client) -> None:
    seeded = sandbox.seeded
    for organization_id, workspace_id in (
        (seeded.other_organization_id, seeded.other_workspace_id),
        (seeded.organization_id, seeded.other_workspace_id),
        (seeded.other_organization_id, seeded.workspace_id),
        (987_654, seeded.workspace_id),
    ):
        reply = focus.get(f"/organizations/{organization_id}/workspaces/{workspace_id}/tasks")
        assert (reply.status_code, reply.json()["error"]) == (403, "forbidden")
