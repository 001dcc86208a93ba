"""`api`: every operation of both specifications."""

from __future__ import annotations

import json

import pytest

from tests.support.command_line import CommandLine
from toggl_openapi.focus import operations as focus_operations
from toggl_openapi.track import operations as track_operations


def test_api_alone_lists_every_operation(toggl: CommandLine) -> None:
    rows = toggl("api", "--format", "json").json
    assert len(rows) == len(track_operations.__all__) + len(focus_operations.__all__)
    assert {row["method"] for row in rows} == {"GET", "POST", "PUT", "PATCH", "DELETE"}
    (row,) = [row for row in rows if row["id"] == "track.updateTask"]
    assert (row["method"], row["path"]) == (
        "PUT",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}",
    )
    assert toggl.requests() == []


@pytest.mark.parametrize("name", ["track.listProjects", "listProjects", "list_projects", "track.list_projects"])
def test_reply_is_json(toggl: CommandLine, name: str) -> None:
    workspace = toggl.sandbox.workspace_id
    done = toggl("api", name, f"workspace_id={workspace}", "per_page=2", "sort_field=name")
    assert len(done.json) == 2
    assert toggl.requests() == [("GET", f"/api/v9/workspaces/{workspace}/projects")]
    assert (
        toggl("api", name, f"workspace_id={workspace}", "--format", "csv", "--fields", "id,name").lines[0] == "id,name"
    )


def test_operation_that_both_have_is_that_of_the_api(toggl: CommandLine) -> None:
    path = (f"workspace_id={toggl.sandbox.workspace_id}", f"organization_id={toggl.sandbox.organization_id}")
    assert toggl("api", "listProjects", *path, "--api", "focus").code == 0
    assert toggl("api", "focus.listProjects", *path).code == 0
    assert {request[1].split("/")[2] for request in toggl.requests()} == {"organizations"}


def test_body_by_keys_by_option_from_file_and_from_stdin(toggl: CommandLine) -> None:
    path = (f"workspace_id={toggl.sandbox.workspace_id}", f"project_id={toggl.sandbox.project_id}")
    file = toggl.home / "task.json"
    file.write_text('{"name": "from a file"}')
    created = [
        toggl("api", "track.createTask", *path, "name=by keys", "estimated_seconds=60"),
        toggl("api", "track.createTask", *path, "--body", '{"name": "by option"}'),
        toggl("api", "track.createTask", *path, "--body", f"@{file}"),
        toggl("api", "track.createTask", *path, "--body", "-", stdin='{"name": "from stdin"}'),
    ]
    assert [done.json["name"] for done in created] == ["by keys", "by option", "from a file", "from stdin"]
    assert created[0].json["estimated_seconds"] == 60


def test_delete_asks_and_dry_run_sends_nothing(toggl: CommandLine) -> None:
    path = (f"workspace_id={toggl.sandbox.workspace_id}", f"project_id={toggl.sandbox.project_id}")
    task = toggl("api", "track.createTask", *path, "name=Short-lived").json["id"]
    toggl.requests()
    command = ("api", "track.deleteTask", *path, f"task_id={task}")
    refused = toggl(*command)
    assert (refused.code, "add --yes" in refused.stderr) == (2, True)
    dry = toggl(*command, "--dry-run")
    assert (dry.code, dry.stdout) == (0, "")
    assert "would send DELETE /api/v9/workspaces/" in dry.stderr
    assert toggl.requests() == []
    assert toggl(*command, "--yes").code == 0
    assert len(toggl.changes()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("listProjets",), 4, "did you mean 'listProjects'?"),
        (("nothing like it",), 4, "`toggl-tasks api` lists them"),
        (("listProjects",), 2, "(GET /workspaces/{workspace_id}/projects) also needs workspace_id=…"),
        (("listProjects", "workspace_id=x"), 2, "workspace_id: 'x' is not a valid integer"),
        (("listProjects", "workspace=1"), 2, "did you mean 'workspace_id'?"),
        (("getMyQuota", "a=1"), 2, "it takes none"),
        (("getMyQuota", "a"), 2, "'a' is not KEY=VALUE"),
        (("getMyQuota", "--body", "{}"), 2, "has no body"),
        (("track.createTask", "workspace_id=1", "project_id=1", "--body", "{"), 2, "--body is not JSON"),
        (("track.createTask", "workspace_id=1", "project_id=1", "--body", "@none"), 2, "No such file"),
        (("track.createTask", "workspace_id=1", "project_id=1", "name=x", "--body", "{}"), 2, "not both"),
        (("track.createTask", "workspace_id=1", "project_id=1"), 1, "name is missing"),
        (("track.getProject", "workspace_id=6000001", "project_id=1"), 4, ""),
    ],
)
def test_mistakes_are_one_line(toggl: CommandLine, arguments: tuple[str, ...], code: int, text: str) -> None:
    done = toggl("api", *arguments)
    assert (done.code, done.stdout, done.stderr.count("\n")) == (code, "", 1), done
    assert text in done.stderr
    assert not toggl.changes()


def test_token_in_reply_is_redacted_and_control_characters_are_escaped(toggl: CommandLine) -> None:
    path = (f"workspace_id={toggl.sandbox.workspace_id}", f"project_id={toggl.sandbox.project_id}")
    assert toggl("api", "getMe").json["api_token"] == "***"
    done = toggl("api", "track.createTask", *path, "--body", json.dumps({"name": "a\x9b31m\u202eb"}))
    assert done.code == 0
    assert "\\u009b31m\\u202eb" in done.stdout
    assert done.stdout.isascii()
