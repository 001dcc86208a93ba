from __future__ import annotations

import logging
import re

import httpx
import pytest

from toggl_sandbox import Sandbox

JSON = {"Content-Type": "application/json"}


def assert_track(reply: httpx.Response, status: int, text: str) -> None:
    assert (reply.status_code, reply.text) == (status, text)
    assert reply.headers["content-type"].startswith("text/plain")
    assert re.fullmatch("[0-9a-f]{32}", reply.headers["x-toggl-request-id"])
    assert int(reply.headers["x-toggl-quota-remaining"]) > 0
    assert int(reply.headers["x-toggl-quota-resets-in"]) > 0


def assert_focus(reply: httpx.Response, status: int, error: str, description: str) -> None:
    body = reply.json()
    assert (reply.status_code, body["error"], body["error_description"]) == (status, error, description)
    assert list(body) == ["error", "error_description", "trace_id"]
    assert body["trace_id"] == reply.headers["x-trace-id"]
    assert int(reply.headers["x-toggl-quota-remaining"]) > 0
    assert int(reply.headers["x-toggl-quota-resets-in"]) > 0


@pytest.mark.behaviour(
    "track.errors.plain-text", "track.errors.request-id", "track.errors.parameter", "track.list.largest-page"
)
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("per_page=201", "per_page"),
        ("per_page=0", "per_page"),
        ("page=0", "page"),
        ("page=two", "page"),
        ("active=maybe", "active"),
        ("sort_field=id", "sort_field"),
        ("sort_order=UP", "sort_order"),
        ("since=yesterday", "since"),
        ("pid=0", "pid"),
        ("start_date=2025-13-01", "start_date"),
    ],
)
def test_track_errors_name_the_invalid_parameter(
    track: httpx.Client, workspace_tasks: str, query: str, name: str
) -> None:
    assert_track(track.get(f"{workspace_tasks}?{query}"), 400, f"Invalid {name}")


@pytest.mark.behaviour(
    "both.quota.headers", "track.errors.parameter", "track.errors.unknown-project", "track.errors.unknown-task"
)
def test_track_rejects_invalid_and_unknown_ids(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    workspace = f"/workspaces/{sandbox.workspace_id}"
    assert_track(track.get("/workspaces/0/tasks"), 400, "Invalid workspace_id")
    assert_track(track.get(f"{workspace}/projects/987654/tasks"), 400, "Invalid project_id")
    foreign = sandbox.seeded.other_project_id
    assert_track(track.get(f"{workspace}/projects/{foreign}/tasks"), 400, "Invalid project_id")
    assert_track(track.get(f"{project_tasks}/0"), 400, "Invalid task_id")
    for method in ("GET", "DELETE"):
        assert_track(track.request(method, f"{project_tasks}/987654"), 404, "Task not found")
    assert_track(track.put(f"{project_tasks}/987654", json={}), 404, "Task not found")
    for ids in ("1,,2", "0", ",1", "01", "1,0"):
        document = [{"op": "remove", "path": "/user_id"}]
        assert_track(track.patch(f"{project_tasks}/{ids}", json=document), 400, "Invalid task_ids")


NO_IDS = ["+1", "%201", "1%20", "1_0", "1.0", "1e3", "-1", "x", "0x1", "%D9%A1", "1%0A", "%2B1"]


@pytest.mark.behaviour("both.errors.path-ids")
@pytest.mark.parametrize("text", NO_IDS)
def test_ids_in_paths_are_digits(sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, text: str) -> None:
    workspace = f"/workspaces/{sandbox.workspace_id}"
    for path in (
        f"/workspaces/{text}/tasks",
        f"{workspace}/projects/{text}/tasks",
        f"{workspace}/projects/{sandbox.project_id}/tasks/{text}",
        f"/workspaces/{text}",
    ):
        assert_track(track.get(path), 404, "404 page not found")
    document = [{"op": "remove", "path": "/user_id"}]
    for ids in (text, f"1,{text}", f"{text},1"):
        path = f"{workspace}/projects/{sandbox.project_id}/tasks/{ids}"
        assert_track(track.patch(path, json=document), 404, "404 page not found")
    for path in (
        f"/organizations/{text}{workspace}/tasks",
        f"/organizations/{sandbox.organization_id}/workspaces/{text}/tasks",
    ):
        assert_focus(focus.get(path), 404, "not_found", "Not Found")
    task = f"/organizations/{sandbox.organization_id}{workspace}/tasks/{text}"
    assert_focus(focus.delete(task), 404, "not_found", "Not Found")


@pytest.mark.behaviour("track.errors.body", "track.errors.unknown-user")
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{", "The body is not valid JSON."),
        ("", "Invalid body: is required"),
        ("[]", "Invalid body: expected `object`, got `array`"),
        ("{}", "Invalid body: object missing required field `name`"),
        ('{"name": ""}', "Invalid name: expected `str` of length >= 1"),
        ('{"name": null}', "Invalid name: expected `str`, got `null`"),
        ('{"name": 5}', "Invalid name: expected `str`, got `int`"),
        ('{"name": "A", "active": null}', "Invalid active: expected `bool`, got `null`"),
        ('{"name": "A", "active": "yes"}', "Invalid active: expected `bool`, got `str`"),
        ('{"name": "A", "estimated_seconds": "60"}', "Invalid estimated_seconds: expected `int | null`, got `str`"),
        ('{"name": "A", "estimated_seconds": -1}', "Invalid estimated_seconds: expected `int` >= 0"),
        ('{"name": "A", "user_id": 987654}', "Invalid user_id"),
    ],
)
def test_track_rejects_invalid_bodies_and_changes_nothing(
    track: httpx.Client, project_tasks: str, body: str, text: str
) -> None:
    before = track.get(project_tasks).content
    assert_track(track.post(project_tasks, content=body, headers=JSON), 400, text)
    assert track.get(project_tasks).content == before


@pytest.mark.behaviour("track.errors.body")
def test_track_rejects_deeply_nested_bodies(track: httpx.Client, project_tasks: str) -> None:
    body = '{"name": "A", "more": ' + "[" * 100_000 + "]" * 100_000 + "}"
    text = "Invalid body: expected at most 100 levels of arrays and objects"
    assert_track(track.post(project_tasks, content=body, headers=JSON), 400, text)


@pytest.mark.behaviour("track.errors.body")
def test_track_rejects_a_body_that_is_not_utf_8(track: httpx.Client, project_tasks: str) -> None:
    reply = track.post(project_tasks, content=b'{"name": "\xff"}', headers=JSON)
    assert reply.status_code == 400
    assert reply.headers["content-type"].startswith("text/plain")


@pytest.mark.behaviour("track.errors.plain-text")
def test_track_answers_404_or_405_for_unknown_routes_and_methods(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    assert_track(track.get("/nowhere"), 404, "404 page not found")
    assert_track(track.get(f"{workspace_tasks}/"), 404, "404 page not found")
    assert_track(track.post("https://toggl.sandbox.test/"), 404, "404 page not found")
    assert_track(track.get("https://toggl.sandbox.test/openapi.json"), 404, "404 page not found")
    reply = track.post(workspace_tasks)
    assert_track(reply, 405, "Method Not Allowed")
    assert reply.headers["allow"] == "GET, HEAD"


@pytest.mark.behaviour("track.plan.no-tasks")
def test_track_answers_402_if_the_plan_has_no_tasks(sandbox: Sandbox, track: httpx.Client) -> None:
    text = "The plan of this workspace has no tasks. Upgrade it to use them."
    workspace = f"/workspaces/{sandbox.seeded.planless_workspace_id}"
    assert_track(track.get(f"{workspace}/tasks"), 402, text)
    tasks = f"{workspace}/projects/{sandbox.seeded.planless_project_id}/tasks"
    assert_track(track.post(tasks, json={"name": "A"}), 402, text)


@pytest.mark.behaviour(
    "focus.errors.shape",
    "focus.errors.names",
    "focus.errors.trace-header",
    "focus.errors.parameter",
    "focus.list.largest-page",
    "focus.list.moments",
)
@pytest.mark.parametrize(
    ("query", "description"),
    [
        ("per_page=101", "per_page: expected `int` <= 100"),
        ("page=0", "page: expected `int` >= 1"),
        ("start_date=2025-02-03", "start_date: invalid RFC3339 encoded datetime"),
        ("status_id=a", "status_id[0]: expected `int`, got `str`"),
        ("status_id=", "status_id[0]: expected `int`, got `str`"),
        ("pinned=perhaps", "pinned: expected `bool | null`, got `str`"),
        ("project_id=0", "project_id[0]: expected `int` >= 1"),
    ],
)
def test_focus_errors_name_the_invalid_parameter(
    focus: httpx.Client, focus_tasks: str, query: str, description: str
) -> None:
    assert_focus(focus.get(f"{focus_tasks}?{query}"), 400, "validation", description)


@pytest.mark.behaviour("both.errors.ranges", "focus.errors.body", "focus.errors.unknown-ids")
@pytest.mark.parametrize(
    ("body", "description"),
    [
        ("{", "The body is not valid JSON."),
        ("{}", "body: object missing required field `name`"),
        ('{"name": null}', "name: expected `str`, got `null`"),
        ('{"name": "A", "pinned": "yes"}', "pinned: expected `bool | null`, got `str`"),
        ('{"name": "A", "estimated_mins": "5"}', "estimated_mins: expected `int | null`, got `str`"),
        ('{"name": "A", "start_date": "03.02.2025"}', "start_date: invalid RFC3339 encoded date"),
        ('{"name": "A", "status_id": 1}', "status_id names 1, which this workspace does not have"),
        ('{"name": "A", "tag_ids": [90001, 1]}', "tag_ids names 1, which this workspace does not have"),
        ('{"name": "A", "tag_ids": [0]}', "tag_ids names 0, which this workspace does not have"),
        ('{"name": "A", "assignee_user_ids": [1]}', "assignee_user_ids names 1, which this workspace does not have"),
        ('{"name": "A", "ghost_assignee_ids": [1]}', "ghost_assignee_ids names 1, which this workspace does not have"),
        ('{"name": "A", "project_id": 1}', "project_id names no project of this workspace"),
        ('{"name": "A", "parent_task_id": 1}', "parent_task_id names no task of this workspace"),
        ('{"name": "A", "start_date": "2025-02-03", "end_date": "2025-02-02"}', "end_date is before start_date"),
        ('{"name": "A", "position": 9223372036854775808}', "position: expected `int` <= 9223372036854775807"),
        ('{"name": "A", "priority": "urgent"}', "priority: invalid enum value 'urgent'"),
    ],
)
def test_focus_rejects_invalid_bodies_and_changes_nothing(
    focus: httpx.Client, focus_tasks: str, body: str, description: str
) -> None:
    before = focus.get(f"{focus_tasks}/stream").content
    reply = focus.post(focus_tasks, content=body, headers=JSON)
    assert reply.json()["error_description"].startswith(description)
    assert_focus(reply, 400, "validation", reply.json()["error_description"])
    assert focus.get(f"{focus_tasks}/stream").content == before


@pytest.mark.behaviour("both.quota.headers", "focus.errors.names", "focus.errors.unknown-task")
def test_focus_answers_404_or_405_for_unknown_tasks_routes_and_methods(
    sandbox: Sandbox, focus: httpx.Client, focus_tasks: str
) -> None:
    missing = "there is no task 987654 in this workspace"
    assert_focus(focus.delete(f"{focus_tasks}/987654"), 404, "not_found", missing)
    assert_focus(focus.patch(f"{focus_tasks}/987654", json={}), 404, "not_found", missing)
    assert_focus(focus.patch(f"{focus_tasks}/bulk", json=[{"id": 987654}]), 404, "not_found", missing)
    invalid = "task_id: expected `int` >= 1"
    assert_focus(focus.delete(f"{focus_tasks}/0"), 400, "validation", invalid)
    assert_focus(focus.get("/nowhere"), 404, "not_found", "Not Found")
    assert_focus(focus.put(focus_tasks), 405, "method_not_allowed", "Method Not Allowed")


@pytest.mark.behaviour("focus.plan.no-tasks", "focus.errors.names")
def test_focus_answers_402_if_the_plan_has_no_tasks(sandbox: Sandbox, focus: httpx.Client) -> None:
    seeded = sandbox.seeded
    path = f"/organizations/{seeded.planless_organization_id}/workspaces/{seeded.planless_workspace_id}/tasks"
    text = "The plan of this workspace has no tasks. Upgrade it to use them."
    assert_focus(focus.get(path), 402, "payment_required", text)


@pytest.mark.behaviour("focus.access.private-project")
def test_focus_rejects_private_projects_of_others(sandbox: Sandbox, focus: httpx.Client, focus_tasks: str) -> None:
    body = {"name": "A", "project_id": sandbox.seeded.private_project_id}
    assert_focus(focus.post(focus_tasks, json=body), 403, "forbidden", "you have no access to this project")


@pytest.mark.behaviour("both.errors.server")
def test_a_bug_in_the_sandbox_answers_500_in_the_format_of_each_api(
    sandbox: Sandbox,
    track: httpx.Client,
    focus: httpx.Client,
    workspace_tasks: str,
    focus_tasks: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sandbox.state, "workspaces", None)
    with caplog.at_level(logging.ERROR, "toggl_sandbox"):
        assert_track(track.get("/me/tasks"), 500, "Internal Server Error")
        assert_focus(focus.get(focus_tasks), 500, "internal_server_error", "Internal Server Error")
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert "GET /api/v9/me/tasks failed" in caplog.text


@pytest.mark.behaviour("track.errors.strict-parameters")
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("start_date=0", "start_date"),
        ("end_date=2025-02-10T00:00:00", "end_date"),
        ("since=9223372036854775808", "since"),
        ("pid=9223372036854775808", "pid"),
    ],
)
def test_track_rejects_other_formats_of_numbers_and_dates(
    track: httpx.Client, workspace_tasks: str, query: str, name: str
) -> None:
    assert_track(track.get(f"{workspace_tasks}?{query}"), 400, f"Invalid {name}")


@pytest.mark.behaviour("track.parameters.booleans")
def test_track_takes_the_booleans_of_go(track: httpx.Client) -> None:
    with_meta, without = track.get("/me/tasks?meta=true").content, track.get("/me/tasks?meta=false").content
    assert with_meta != without
    for text in ("1", "t", "T", "TRUE", "True"):
        assert track.get(f"/me/tasks?meta={text}").content == with_meta
    for text in ("0", "f", "F", "FALSE", "False"):
        assert track.get(f"/me/tasks?meta={text}").content == without
    for text in ("", "yes", "tRUE", "2", "on"):
        assert_track(track.get(f"/me/tasks?meta={text}"), 400, "Invalid meta")


@pytest.mark.behaviour("track.errors.strict-parameters")
def test_track_rejects_ids_of_many_digits(track: httpx.Client, project_tasks: str) -> None:
    document = [{"op": "remove", "path": "/user_id"}]
    for digits in (20, 5000):
        assert_track(track.patch(f"{project_tasks}/{'1' * digits}", json=document), 400, "Invalid task_ids")
        assert_track(track.get(f"{project_tasks}/{'1' * digits}"), 400, "Invalid task_id")


@pytest.mark.behaviour("focus.list.moments")
@pytest.mark.parametrize("moment", ["0", "0.5", "2025-02-10", "2025-02-10T12:00Z", "2025-02-10 12:00:00Z"])
@pytest.mark.parametrize("name", ["start_date", "end_date_to", "timeblock_start_from"])
def test_focus_filters_require_rfc3339_date_times(
    focus: httpx.Client, focus_tasks: str, name: str, moment: str
) -> None:
    reply = focus.get(focus_tasks, params={name: moment})
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")
    assert reply.json()["error_description"].startswith(f"{name}: ")


@pytest.mark.behaviour("focus.errors.unknown-ids")
@pytest.mark.parametrize(
    "field", ["status_id", "tag_ids", "assignee_user_ids", "ghost_assignee_ids", "project_id", "parent_task_id"]
)
def test_focus_rejects_the_id_zero(focus: httpx.Client, focus_tasks: str, field: str) -> None:
    before = focus.get(f"{focus_tasks}/stream").content
    reply = focus.post(focus_tasks, json={"name": "Zero", field: [0] if field.endswith("_ids") else 0})
    assert (reply.status_code, reply.json()["error"]) == (400, "validation")
    assert focus.get(f"{focus_tasks}/stream").content == before


@pytest.mark.behaviour("both.errors.method")
def test_405_lists_all_methods_of_the_path(
    track: httpx.Client, focus: httpx.Client, project_tasks: str, focus_tasks: str
) -> None:
    assert track.delete(project_tasks).headers["allow"] == "GET, HEAD, POST"
    assert track.post(f"{project_tasks}/1").headers["allow"] == "DELETE, GET, HEAD, PATCH, PUT"
    assert focus.post(f"{focus_tasks}/1").headers["allow"] == "DELETE, GET, HEAD, PATCH, PUT"
