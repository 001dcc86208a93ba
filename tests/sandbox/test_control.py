"""The control plane over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.support.control_client import DOCUMENT, Control
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.control.routes import DESCRIPTION, ROUTES


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[Control]:
    with Control(sandbox) as client:
        yield client


def test_routes_match_their_description() -> None:
    described = {
        (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }
    assert {(route.method, route.url) for route in ROUTES} == described
    assert len(ROUTES) == len(described)
    for route in ROUTES:
        operation = DOCUMENT["paths"][route.url][route.method.lower()]
        assert (route.body is not None) == ("requestBody" in operation), route.url
        fields = getattr(route.body, "__struct_fields__", None)
        if fields is not None:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            assert set(fields) == set(_resolve(schema)["properties"]), route.url


def _resolve(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = DOCUMENT["components"]["schemas"][name] if name else schema
    return found


def test_the_description_is_served(control: Control) -> None:
    assert control.get("/openapi.yaml").content == DESCRIPTION.read_bytes()


def test_the_root_returns_ids_and_credentials(sandbox: Sandbox, control: Control) -> None:
    about = control.get("/").json()
    assert about["workspace_id"] == sandbox.workspace_id
    assert about["track_token"] == sandbox.token
    assert about["focus_token"] == sandbox.focus_token
    assert (about["email"], about["password"]) == (sandbox.email, sandbox.password)


def test_reset_restores_contents_clock_and_quota(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    before = track.get(project_tasks).content
    track.post(project_tasks, json={"name": "Away with it"})
    sandbox.clock.advance(60)
    sandbox.quota.plan = "free"
    control.post("/reset")
    assert (sandbox.requests, sandbox.clock.now(), sandbox.quota.plan) == ([], FROZEN_AT, "off")
    assert track.get(project_tasks).content == before


def test_seed_replaces_the_contents(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    before = track.get(project_tasks).content
    try:
        assert control.post("/seed", json={"seed": 7}).json()["seed"] == 7
        assert track.get(project_tasks).content != before
        control.post("/reset")
        assert sandbox.seed == 7
    finally:
        sandbox.reseed(1)
    assert track.get(project_tasks).content == before


def test_the_clock_can_be_read_advanced_frozen_and_resumed(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    assert control.get("/clock").json() == {"now": "2025-03-03T09:00:00Z", "frozen": True}
    assert control.post("/clock/advance", json={"seconds": 1.5}).json()["now"] == "2025-03-03T09:00:01.500000Z"
    moved = control.post("/clock/freeze", json={"at": "2026-01-01T00:00:00+01:00"}).json()
    assert moved == {"now": "2025-12-31T23:00:00Z", "frozen": True}
    assert track.post(project_tasks, json={"name": "Late"}).json()["at"] == "2025-12-31T23:00:00+00:00"
    assert control.post("/clock/resume").json()["frozen"] is False
    assert not sandbox.clock.frozen
    for body in (b"", b'{"at": null}'):
        assert control.post("/clock/freeze", content=body).json()["frozen"] is True


def test_the_quota_can_be_read_and_changed(
    sandbox: Sandbox, control: Control, track: httpx.Client, workspace_tasks: str
) -> None:
    assert control.get("/quota").json() == {"plan": "off", "rate_limit": False, "open": []}
    assert control.patch("/quota", json={"plan": "free"}).json()["plan"] == "free"
    left = control.put("/quota/remaining", json={"remaining": 1}).json()["open"]
    organization_id, user_id = sandbox.organization_id, sandbox.seeded.user.id
    assert left == [
        {"user_id": user_id, "organization_id": organization_id, "total": 30, "remaining": 1, "resets_in": 3600}
    ]
    assert [track.get(workspace_tasks).status_code for _ in range(2)] == [200, 402]
    control.put("/quota/remaining", json={"remaining": 0, "organization_id": None, "user_id": user_id})
    assert track.get("/me/tasks").status_code == 402
    sandbox.clock.advance(timedelta(minutes=59))
    assert {one["resets_in"] for one in control.get("/quota").json()["open"]} == {60}
    sandbox.clock.advance(60)
    assert control.get("/quota").json()["open"] == []
    assert control.patch("/quota", json={}).json()["plan"] == "free"


def test_requests_are_listed_without_secrets(
    sandbox: Sandbox, control: Control, track: httpx.Client, workspace_tasks: str
) -> None:
    reply = track.get(f"{workspace_tasks}?per_page=3&active=both&api_token=canary&canary")
    track.get("/nowhere")
    listed = control.get("/requests").json()
    logged = listed["requests"]
    assert (listed["total"], listed["matched"]) == (2, 2)
    assert logged[1]["id"] == logged[0]["id"] + 1
    assert 0 < logged[0]["duration"] < 60
    assert logged[0] == {
        "id": sandbox.requests[0].id,
        "duration": sandbox.requests[0].duration,
        "at": "2025-03-03T09:00:00Z",
        "method": "GET",
        "path": f"/api/v9{workspace_tasks}",
        "query": "per_page=3&active=both&…&…",
        "operation": "track.listWorkspaceTasks",
        "status": 200,
        "request_id": reply.headers["x-toggl-request-id"],
        "fault": None,
    }
    assert (logged[1]["operation"], logged[1]["status"], len(logged)) == (None, 404, 2)
    assert control.delete("/requests").json() == {"requests": [], "total": 0, "matched": 0}
    assert sandbox.requests == []


def send_requests(sandbox: Sandbox) -> list[tuple[int, bytes, list[tuple[bytes, bytes]]]]:
    """Send requests that read and change nearly everything, and return the responses."""
    workspace = f"{sandbox.track_url}/workspaces/{sandbox.workspace_id}"
    tasks = f"{workspace}/projects/{sandbox.project_id}/tasks"
    focus = f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    exchanges: list[tuple[str, str, object]] = [
        ("GET", f"{workspace}/tasks?active=both&per_page=200&since=0", None),
        ("GET", f"{sandbox.track_url}/me/tasks?meta=true&inbox=true", None),
        ("GET", f"{sandbox.track_url}/me/quota", None),
        ("POST", tasks, {"name": "Exported"}),
        ("POST", tasks, {"name": "Imported"}),
        ("GET", f"{focus}?with_entries=true&include_rates=true&include_ghost_assignees=true&per_page=100", None),
        ("GET", f"{focus}/stream", None),
        ("POST", focus, {"name": "Imported"}),
        ("GET", f"{tasks}/1", None),
    ]
    with httpx.Client(transport=sandbox.transport(), auth=(sandbox.email, sandbox.password)) as client:
        answers = [client.request(method, url, json=body) for method, url, body in exchanges]
    return [(answer.status_code, answer.content, answer.headers.raw) for answer in answers]


def export_changed_sandbox(sandbox: Sandbox) -> bytes:
    """Change, delete and use up things in a sandbox, and return its export."""
    sandbox.reseed(3)
    sandbox.quota.plan = "free"
    sandbox.clock.advance(100)
    with sandbox.track() as track, sandbox.focus() as focus:
        exported = track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="Exported", estimated_seconds=60)
        deleted = track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="Imported")
        track.tasks.delete(sandbox.workspace_id, sandbox.project_id, deleted.id)
        made = focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="Parent")
        focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="Child", parent_task_id=made.id)
        assert exported.id < deleted.id
    sandbox.clock.advance(0.25)
    return sandbox.export_state()


def test_an_imported_sandbox_answers_like_the_exported_one() -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as first:
        document = export_changed_sandbox(first)
        expected = send_requests(first)
    assert [status for status, _, _ in expected] == [200, 200, 200, 400, 200, 200, 200, 201, 404]
    with Sandbox(seed=9) as second, Control(second) as control:
        assert control.put("/state", content=document, headers={"Content-Type": "application/json"}).status_code == 200
        assert control.get("/state").content == document
        assert send_requests(second) == expected
        second.reset()
        assert second.seed == 3


def test_an_import_restores_the_offset_of_a_running_clock(sandbox: Sandbox) -> None:
    with Sandbox() as first, Sandbox(clock=Clock(FROZEN_AT)) as second:
        first.clock.advance(timedelta(days=400))
        second.import_state(first.export_state().decode())
        assert not second.clock.frozen
        assert second.clock.now() - datetime.now(UTC) > timedelta(days=399)


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        (["format"], 2, "format: invalid enum value 2"),
        (["seed"], None, "seed: expected `int`, got `null`"),
        (["plan"], "gold", "plan: invalid enum value 'gold': choose one of off, free, starter, premium"),
        (["surprise"], 1, "object contains unknown field `surprise`"),
        (["contents", "users", 0, "id"], "1", "contents.users[0].id: expected `int`, got `str`"),
        (["contents", "projects", 0, "workspace_id"], 1, "projects: workspace_id refers to 1, which is not in"),
        (["contents", "projects", 0, "client_id"], 1, "projects: client_id refers to 1, which is not in"),
        (["contents", "projects", 0, "server_deleted_at"], "2025-03-01T00:00:00Z", "track_tasks: project_id refers to"),
        (
            ["contents", "projects", 0, "details"],
            {"template_id": 0},
            "contents.projects[0].details.template_id: expected",
        ),
        (["contents", "workspaces", 0, "organization_id"], 1, "workspaces: organization_id refers to 1, which"),
        (["contents", "workspaces", 0, "member_ids"], [1], "workspaces: member_ids refers to 1, which"),
        (["contents", "track_tasks", 0, "project_id"], 1, "track_tasks: project_id refers to 1, which"),
        (["contents", "track_tasks", 1, "id"], 100000001, "track_tasks: duplicate id 100000001"),
        (["contents", "focus_tasks", 0, "status_id"], 1, "focus_tasks: status_id refers to 1, which"),
        (["contents", "focus_tasks", 0, "tag_ids"], [1], "focus_tasks: tag_ids refers to 1, which"),
        (["contents", "focus_tasks", 0, "parent_task_id"], 1, "focus_tasks: parent_task_id refers to 1, which"),
        (
            ["contents", "focus_tasks", 0, "parent_task_id"],
            300000001,
            "focus_tasks: parent_task_id is circular: [",
        ),
        (["contents", "focus_tasks", 0, "project_id"], 1, "focus_tasks: project_id refers to 1, which"),
        (["contents", "focus_tasks", 0, "workspace_id"], 1, "focus_tasks: workspace_id refers to 1, which"),
        (["contents", "seeded", "user", "id"], 1, "seeded: user refers to 1, which"),
        (["contents", "upcoming_ids", "track task"], 5, "upcoming_ids: 'track task' must be larger than every"),
        (["clock"], [None, 1e300], "a clock cannot be moved by 1e+300 seconds"),
        (["seed"], 2**63, "seed: expected `int` of 64 bits"),
        (["seed"], -(10**30), "seed: expected `int` of 64 bits"),
        (["traces"], -1, "traces: expected `int` >= 0"),
        (
            ["contents", "track_tasks", 0, "at"],
            "2025-01-01T00:00:00",
            "contents.track_tasks[0].at: expected `datetime`",
        ),
        (
            ["contents", "focus_tasks", 0, "created_at"],
            "2025-01-01T00:00:00",
            "contents.focus_tasks[0].created_at: expected `datetime` with a timezone component",
        ),
        (
            ["contents", "projects", 0, "created_at"],
            "0001-01-01T00:00:00+14:00",
            "contents.projects[0].created_at: expected a time in the years 2 to 9998",
        ),
        (["contents", "track_tasks", 0, "tracked_milliseconds"], 2**64, "contents.track_tasks[0].tracked_milliseconds"),
        (["contents", "track_tasks", 0, "user_id"], 10**30, "contents.track_tasks[0].user_id: expected `int` of 64"),
        (["contents", "track_tasks", 0, "user_id"], 1, "track_tasks: user_id refers to 1, which"),
        (
            ["contents", "track_tasks", 0, "workspace_id"],
            6000002,
            "track_tasks: project_id of 100000001 refers to 2000",
        ),
        (
            ["contents", "track_tasks", 0, "integration"],
            {"integration_ext_id": 5},
            "contents.track_tasks[0].integration",
        ),
        (["contents", "track_tasks", 0, "extra"], {"id": 5}, "track_tasks: extra of 100000001 contains unknown field"),
        (["contents", "upcoming_ids", "track task"], 2**63, "contents.upcoming_ids"),
        (["contents", "workspaces", 0, "statuses"], {}, "contents.workspaces[0].statuses: expected `object` of length"),
        (
            ["contents", "workspaces", 0, "statuses"],
            {"5": {"id": 6, "name": "Todo", "type": "todo", "emoji": ""}},
            "workspaces: statuses has id 6 under the key 5",
        ),
        (
            ["contents", "focus_tasks", 0, "project_id"],
            200000008,
            "focus_tasks: project_id of 300000001 refers to 2000",
        ),
        (["contents", "focus_tasks", 0, "assignee_user_ids"], [1], "focus_tasks: assignee_user_ids refers to 1, which"),
        (
            ["contents", "focus_tasks", 0, "metadata"],
            {"external_id": 0},
            "contents.focus_tasks[0].metadata.external_id",
        ),
        (["contents", "focus_tasks", 0, "parent_task_id"], 0, "contents.focus_tasks[0].parent_task_id: expected `int`"),
        (["contents", "users", 0, "track_token"], "another", "seeded: user 4000001 differs from the user of the same"),
        (
            ["contents", "users", 1, "focus_token"],
            "toggl_sk_sandbox",
            "users: duplicate focus_token 'toggl_sk_sandbox'",
        ),
        (["contents", "seeded", "project_id"], 5, "seeded: project_id must be the same in every sandbox: 200000001"),
        (["quota"], [[4000001, 5000001, "2025-03-03T09:00:00", 1]], "quota[0][2]: expected `datetime` with a timezone"),
        (["quota"], [[4000001, 5000001, "9999-12-31T23:59:59Z", 1]], "quota[0][2]: expected a time in the years 2 to"),
        (["quota"], [[1, 5000001, "2025-03-03T09:00:00Z", 1]], "quota: user_id refers to 1, which"),
        (["rate_levels"], [["track 4000001", 6, "2025-03-03T09:00:00Z"]], "rate_levels[0][1]: expected `float` <= 5"),
        (
            ["faults"],
            [{"id": "fault-1", "fault": {"status": 500}, "expires_at": None}],
            "faults: id 'fault-1' must be one of fault-1 to fault-0",
        ),
        (
            ["faults"],
            [{"id": "fault-1", "fault": {"status": 500}, "expires_at": "2025-03-03T09:00:00"}],
            "faults[0].expires_at: expected `datetime` with a timezone component",
        ),
    ],
)
def test_an_invalid_import_answers_400_and_changes_nothing(
    sandbox: Sandbox, control: Control, path: list[Any], value: object, text: str
) -> None:
    before = sandbox.export_state()
    document = json.loads(before)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    reply = control.put("/state", json=document)
    assert reply.status_code == 400
    assert reply.json()["error"].startswith(text)
    assert sandbox.export_state() == before


def test_two_tasks_of_one_name_in_a_project_are_refused(sandbox: Sandbox) -> None:
    document = json.loads(sandbox.export_state())
    tasks = document["contents"]["track_tasks"]
    one, two = [task for task in tasks if task["server_deleted_at"] is None][:2]
    two["name"] = one["name"]
    with pytest.raises(ValueError, match="track_tasks: duplicate project_id and name"):
        sandbox.import_state(json.dumps(document))
    two["server_deleted_at"] = two["at"]
    sandbox.import_state(json.dumps(document))


def test_deep_documents_are_refused(sandbox: Sandbox) -> None:
    before = sandbox.export_state()
    fault = b'{"status": 500, "body": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    state = b'{"faults": [{"id": "fault-1", "expires_at": null, "fault": ' + fault + b"}]}"
    with httpx.Client(transport=sandbox.transport(), base_url="https://toggl.sandbox.test/_sandbox") as client:
        for reply in (client.post("/faults", content=fault), client.put("/state", content=state)):
            expected = {"error": "expected at most 100 levels of arrays and objects"}
            assert (reply.status_code, reply.json()) == (400, expected)
    assert sandbox.export_state() == before


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "text"),
    [
        ("GET", "/nowhere", "", 404, "there is nothing at /_sandbox/nowhere: GET /_sandbox/openapi.yaml lists what"),
        ("PUT", "/reset", "", 405, "PUT is not among the methods of /_sandbox/reset: POST"),
        ("POST", "/seed", "", 400, "object missing required field `seed`"),
        ("POST", "/seed", "{", 400, "not valid JSON: Input data was truncated"),
        ("POST", "/seed", "[]", 400, "expected `object`, got `array`"),
        ("POST", "/seed", '{"seed": "two"}', 400, "seed: expected `int`, got `str`"),
        ("POST", "/seed", '{"seed": 1, "sed": 2}', 400, "object contains unknown field `sed`"),
        ("POST", "/clock/advance", '{"seconds": -1}', 400, "seconds: expected `float` >= 0.0"),
        ("POST", "/clock/advance", '{"seconds": 1e300}', 400, "a clock cannot be moved by 1e+300 seconds"),
        (
            "POST",
            "/clock/advance",
            '{"seconds": 1e12}',
            400,
            "the time of the clock must be in the years 1971 to 8999",
        ),
        ("POST", "/clock/freeze", '{"at": "noon"}', 400, "at: invalid RFC3339 encoded datetime"),
        ("POST", "/clock/freeze", '{"at": "0001-01-01T00:00:00Z"}', 400, "at: expected a time in the years 2 to 9998"),
        ("POST", "/clock/freeze", '{"at": "0002-01-01T00:00:00Z"}', 400, "the time of the clock must be in the years"),
        ("POST", "/seed", '{"seed": 9223372036854775808}', 400, "seed: expected `int` of 64 bits"),
        (
            "POST",
            "/faults",
            '{"status": 500, "body": {"a": [18446744073709551616]}}',
            400,
            "body.a[0]: expected `int` of",
        ),
        ("POST", "/faults", '{"status": 500, "body": ' + "[" * 200 + "]" * 200 + "}", 400, "body[0][0]"),
        ("PATCH", "/quota", '{"plan": "gold"}', 400, "plan: invalid enum value 'gold': choose one of off, free"),
        ("PUT", "/quota/remaining", '{"remaining": 3}', 400, "plan is off, which has no quota: set it to free"),
        ("PUT", "/quota/remaining", '{"remaining": 3, "user_id": 1}', 400, "user_id names 1, which is no user here"),
        ("PUT", "/quota/remaining", '{"remaining": 3, "organization_id": 1}', 400, "organization_id names 1, which"),
    ],
)
def test_errors_name_the_field_and_the_rule(
    control: Control, method: str, path: str, body: str, status: int, text: str
) -> None:
    reply = control.request(method, path, content=body, headers={"Content-Type": "application/json"})
    assert (reply.status_code, list(reply.json())) == (status, ["error"])
    assert reply.json()["error"].startswith(text)
    assert "\n" not in reply.json()["error"]
    assert (reply.headers.get("allow") is not None) == (status == 405)


def test_more_requests_left_than_the_plan_allows_answers_400(sandbox: Sandbox, control: Control) -> None:
    sandbox.quota.plan = "free"
    reply = control.put("/quota/remaining", json={"remaining": 31})
    assert reply.json()["error"] == "remaining must be between 0 and 30, the requests an hour of this quota"


def test_a_body_that_is_too_large_answers_413(control: Control) -> None:
    reply = control.post("/seed", content=b" " * (1 << 20) + b"{}")
    assert (reply.status_code, reply.json()["error"]) == (413, "The body is too large: send at most 1048576 bytes.")


def test_control_is_neither_logged_nor_charged(sandbox: Sandbox, control: Control) -> None:
    sandbox.quota.plan = "free"
    before = sandbox.export_state()
    for path in ("/", "/overview", "/clock", "/quota", "/requests", "/nowhere"):
        control.get(path)
    assert sandbox.requests == []
    assert sandbox.export_state() == before


def test_every_reset_restores_the_same_state(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as new:
        exports = [new.export_state()]
    for number in range(3):
        sandbox.reset()
        exports.append(sandbox.export_state())
        task = next(iter(sandbox.state.track_tasks.of_project(sandbox.project_id)))
        track.put(f"{project_tasks}/{task.id}", json={"name": f"Changed {number}"})
        sandbox.state.workspaces[sandbox.workspace_id].member_ids.clear()
    assert len(set(exports)) == 1
