"""The files of the page at `/`, and the overview that it requests; `test_page_in_chromium` opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.sandbox.fault_fields import FILE, fault_fields
from tests.support.control_client import Control
from toggl_sandbox import Fault, Sandbox
from toggl_sandbox.operations import operations
from toggl_sandbox.page.files import FILES
from toggl_sandbox.state.entities import TrackTask

HOST = "https://toggl.sandbox.test"


@pytest.fixture
def browser(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(transport=sandbox.transport(), base_url=HOST) as client:
        yield client


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[Control]:
    with Control(sandbox) as client:
        yield client


def overview(control: Control) -> dict[str, Any]:
    shown: dict[str, Any] = control.get("/overview").json()
    return shown


def test_every_file_that_the_page_names_is_served(browser: httpx.Client) -> None:
    page = browser.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    named = set(re.findall(r'(?:src|href)="(/[^"]*)"', page.text)) - {"/_sandbox/openapi.yaml"}
    found: dict[str, str] = {}
    while path := next(iter(named - found.keys()), None):
        reply = browser.get(path)
        assert reply.status_code == 200, path
        found[path] = reply.headers["content-type"]
        imports = re.findall(r'^(?:import|export) [^;]*?"\./([a-z_]+\.js)";', reply.text, re.MULTILINE)
        named |= {f"/_sandbox/{name}" for name in imports}
    assert {*found, "/", "/_sandbox/operations.json"} == {*FILES}
    types = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
    assert found == {path: types[path.rpartition(".")[2]] for path in found}


def test_the_help_for_fault_fields_is_that_of_the_control_plane() -> None:
    assert FILE.read_text(encoding="utf-8") == fault_fields(), "run: python -m tests.sandbox.fault_fields"


@pytest.mark.parametrize("path", FILES)
def test_the_policy_allows_only_the_page_s_own_files(browser: httpx.Client, path: str) -> None:
    reply = browser.get(path)
    policy = dict(part.split(" ", 1) for part in reply.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert {policy[f"{kind}-src"] for kind in ("script", "style", "connect", "img")} == {"'self'"}
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "://" not in reply.text.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"<script>|<style>| style=| on[a-z]+=|innerHTML|insertAdjacentHTML", reply.text)


def test_head_answers_like_get_without_a_body(browser: httpx.Client) -> None:
    got, head = browser.get("/"), browser.head("/")
    assert (head.status_code, head.content, head.headers) == (200, b"", got.headers)


def test_other_paths_at_the_root_are_not_found(browser: httpx.Client) -> None:
    for method, path in [("POST", "/"), ("DELETE", "/"), ("GET", "/index.html"), ("GET", "/favicon.ico")]:
        reply = browser.request(method, path)
        assert (reply.status_code, reply.text) == (404, "404 page not found"), (method, path)
    assert browser.post("/_sandbox/page.js").status_code == 404


def test_viewing_the_page_changes_nothing(sandbox: Sandbox, browser: httpx.Client) -> None:
    sandbox.quota.plan = "free"
    sandbox.faults.add(Fault(status=503))
    before = sandbox.export_state()
    for path in (*FILES, "/_sandbox/overview"):
        assert browser.get(path).status_code == 200
    assert sandbox.requests == []
    assert sandbox.export_state() == before


def test_the_overview_shows_the_latest_changes_and_requests(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    before = overview(control)
    for part in ("about", "clock", "quota", "faults"):
        route = "/" if part == "about" else f"/{part}"
        assert before[part] == (control.get(route).json()["faults"] if part == "faults" else control.get(route).json())
    assert before["requests"] == {"total": 0, "shown": []}
    assert before["workspaces"]["total"] == 3
    assert sum(one["track_tasks"] for one in before["workspaces"]["shown"]) == before["track_tasks"]["total"]
    assert sum(one["track_tasks"] for one in before["projects"]["shown"]) == before["track_tasks"]["total"]
    home = before["workspaces"]["shown"][0]
    assert (home["id"], home["projects"], home["has_tasks"]) == (sandbox.workspace_id, 6, True)
    assert home["focus_tasks"] == before["focus_tasks"]["total"]

    sandbox.clock.advance(60)
    first, second = (track.post(project_tasks, json={"name": name}).json() for name in ("First", "Second"))
    track.put(f"{project_tasks}/100000005", json={"active": False})
    after = overview(control)
    assert [one["name"] for one in after["track_tasks"]["shown"]][:2] == ["Second", "First"]
    assert after["track_tasks"]["shown"][2] | {"name": ""} == {
        "id": 100000005,
        "name": "",
        "project": "Website",
        "active": False,
        "changed_at": "2025-03-03T09:01:00Z",
    }
    assert after["track_tasks"]["total"] == before["track_tasks"]["total"] + 2
    track.delete(f"{project_tasks}/{first['id']}")
    last = overview(control)
    assert last["track_tasks"]["total"] == after["track_tasks"]["total"] - 1
    assert last["track_tasks"]["shown"][0]["id"] == second["id"]
    assert [one["method"] for one in last["requests"]["shown"]] == ["DELETE", "PUT", "POST", "POST"]
    counts = {one["name"]: one["requests"] for one in last["operations"] if one["requests"]}
    assert counts == {"track.createTask": 2, "track.updateTask": 1, "track.deleteTask": 1}


def test_the_overview_shows_the_latest_focus_tasks(
    sandbox: Sandbox, control: Control, focus: httpx.Client, focus_tasks: str
) -> None:
    sandbox.clock.advance(60)
    before = overview(control)["focus_tasks"]["total"]
    project_id = sandbox.project_id
    ids = [focus.post(focus_tasks, json={"name": "New", "project_id": one}).json()["id"] for one in (project_id, None)]
    found = overview(control)["focus_tasks"]
    assert found["total"] == before + 2
    moment = "2025-03-03T09:01:00Z"
    assert found["shown"][:2] == [
        {"id": ids[1], "name": "New", "project": None, "status": "Todo", "changed_at": moment},
        {"id": ids[0], "name": "New", "project": "Website", "status": "Todo", "changed_at": moment},
    ]


def test_the_overview_lists_the_operations_of_both_apis(control: Control) -> None:
    listed = [one["name"] for one in overview(control)["operations"]]
    assert listed == [one.name for one in operations().all]
    assert {"track.createTask", "focus.createTask", "track.getMe"} <= set(listed)


def add_many(sandbox: Sandbox, number: int) -> None:
    now = sandbox.state.now()
    for task_id in range(200_000_000, 200_000_000 + number):
        task = TrackTask(task_id, sandbox.workspace_id, sandbox.project_id, f"Task {task_id}", None, now, now)
        sandbox.state.track_tasks.add(task)


def test_the_overview_is_truncated(sandbox: Sandbox, control: Control, track: httpx.Client) -> None:
    before = overview(control)
    add_many(sandbox, 100_000)
    for number in range(30):
        track.post(f"/workspaces/{sandbox.workspace_id}/projects", json={"name": f"Project {number}"})
    reply = control.get("/overview")
    after = reply.json()
    assert after["track_tasks"]["total"] == before["track_tasks"]["total"] + 100_000
    assert after["projects"]["total"] == before["projects"]["total"] + 30
    kinds = ("requests", "projects", "track_tasks", "focus_tasks")
    assert {kind: len(after[kind]["shown"]) for kind in kinds} == dict.fromkeys(kinds, 25)
    assert len(reply.content) < 32_000
