"""`make verify`, run against the sandbox over a real socket."""

from __future__ import annotations

import re

import httpx
import pytest

from recorder import verify
from recorder.environment import MAX_REQUESTS
from recorder.folder import load_all
from recorder.format import Request
from recorder.session import UnknownId
from recorder.track_session import TrackSession
from tests.support.recorder_service import Service, answer_prompts
from toggl_sandbox import Fault, Sandbox, running
from toggl_tasks import NotAuthenticated

READING = {f"{one.request.api}.{one.request.operation}" for one in load_all().values() if one.request.method == "GET"}


def rows(output: str) -> list[list[str]]:
    """The rows of the table that was printed."""
    lines = [re.split(r" {2,}", line.strip()) for line in output.splitlines()]
    return [line for line in lines if len(line) == 5 and line[0] != "operation"]


def test_exactly_the_read_only_operations_are_sent(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    sent: set[str | None] = set()
    for api in ("track", "focus"):
        service.sandbox.clear_requests()
        assert verify.main(["--yes", "--api", api]) == 0
        requests = service.sandbox.requests
        sent |= {request.operation for request in requests}
        assert {(request.method, request.status) for request in requests} == {("GET", 200)}
        output = capsys.readouterr().out
        skipped = output.count(": skipped: ")
        assert f"Together at most {len(requests) + skipped}, of the 30" in output
        assert len(requests) <= MAX_REQUESTS
        assert f"0 of {len(requests)} responses differ" in output
        assert rows(output) == []
    # No response has the id of a linked item as a number.
    assert sent == READING - {"focus.findTaskByExternalId"}


def test_each_distinct_request_is_sent_once() -> None:
    recordings = load_all()
    for api in ("track", "focus"):
        plan = verify.read_only_recordings(recordings, api)
        requests = [(one.request.operation, one.request.query) for _, one in plan]
        assert len(set(requests)) == len(requests)
        assert set(requests) == {
            (one.request.operation, one.request.query)
            for one in recordings.values()
            if (one.request.api, one.request.method, one.response.status) == (api, "GET", 200)
        }


@pytest.mark.parametrize(
    ("fault", "row"),
    [
        (
            Fault(operation="track.getTask", drift={"active": "string"}),
            ["track.getTask", "$.active", "bool", "str", "track/getTask/full"],
        ),
        (
            Fault(operation="track.getMyQuota", drift={"remaining": "missing"}),
            ["track.getMyQuota", "$[].remaining", "a value", "nothing", "track/getMyQuota/empty"],
        ),
        (
            Fault(operation="focus.listTasks", count=1, drift={"emoji": "array"}),
            ["focus.listTasks", "$.data[].status.emoji", "str | null", "array", "focus/listTasks/drifted"],
        ),
        (
            Fault(path="/api/v9/me/quota", unknown_fields={"novelty": 1}),
            ["track.getMyQuota", "$[].novelty", "nothing", "int", "track/getMyQuota/empty"],
        ),
        (
            Fault(operation="track.getTask", spoil="html", status=200),
            ["track.getTask", "$", "object", "no JSON", "track/getTask/full"],
        ),
        (
            Fault(operation="track.listProjectTasks", count=1, status=410),
            ["track.listProjectTasks", "status", "200", "410", "track/listProjectTasks/done"],
        ),
        (
            Fault(operation="track.listProjectTasks", count=1, status=203, body=[]),
            ["track.listProjectTasks", "status", "200", "203", "track/listProjectTasks/done"],
        ),
    ],
)
def test_drift_is_printed_and_exits_with_code_1(
    fault: Fault, row: list[str], service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    with service.sandbox.faults.active(fault):
        assert verify.main(["--yes", "--api", row[0].partition(".")[0]]) == 1
    output = capsys.readouterr().out
    assert row in rows(output)
    assert re.search(r"\b1 of \d+ responses differ", output)


def test_repeated_drift_is_one_row(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    with service.sandbox.faults.active(Fault(operation="track.listWorkspaceTasks", drift={"total_count": "string"})):
        assert verify.main(["--yes", "--api", "track"]) == 1
    (row,) = rows(capsys.readouterr().out)
    assert row[1:] == ["$.total_count", "int", "str", "track/listWorkspaceTasks/done-or-not and 3 more"]


def test_nothing_is_sent_before_the_user_agrees(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = answer_prompts(monkeypatch, "")
    assert verify.main([]) == 0
    assert len(prompts) == 1
    assert service.methods == []


def test_no_value_of_a_response_is_printed(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    with service.sandbox.faults.active(Fault(drift={"name": "array", "id": "string"})):
        assert verify.main(["--yes"]) == 1
    output = capsys.readouterr().out
    sandbox = service.sandbox
    names = {task.name for task in sandbox.state.track_tasks} | {task.name for task in sandbox.state.focus_tasks}
    ids = {str(sandbox.workspace_id), str(sandbox.project_id), sandbox.token, sandbox.focus_token}
    assert not [value for value in names | ids if value in output]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault(operation="track.getTask", status=503), "  ! track/getTask/full: not verified: 503"),
        (Fault(operation="track.getTask", status=403), "  ! track/getTask/full: not verified: 403"),
        (Fault(operation="track.getTask", status=429), "  track stopped: 429"),
        (Fault(operation="track.getTask", drop="closed"), "  track stopped: "),
    ],
)
def test_failed_requests_are_no_drift(
    fault: Fault, line: str, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    with service.sandbox.faults.active(fault):
        assert verify.main(["--yes", "--api", "track"]) == 2
    output = capsys.readouterr()
    assert line in output.out + output.err
    assert re.search(r"\b0 of \d+ responses", output.out)


def test_a_failure_of_one_api_does_not_stop_the_other(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TOGGL_FOCUS_TOKEN", "unknown")
    with service.sandbox.faults.active(Fault(operation="track.getMe", status=401)):
        assert verify.main(["--yes"]) == 2
    assert len(service.methods) == 2
    assert re.findall(r"(\w+) stopped: 401", capsys.readouterr().err) == ["track", "focus"]


def test_a_spent_quota_stops_the_run(clean_environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        sandbox.quota.leave(sandbox.seeded.user.id, None, 1)
        clean_environment.setenv("TOGGL_API_TOKEN", sandbox.token)
        assert verify.main(["--yes", "--api", "track", "--base-url", server.track_url]) == 2
        assert [request.status for request in sandbox.requests] == [200]
    assert "track stopped: 402: no request was sent" in capsys.readouterr().err


def test_ids_come_from_the_environment_or_the_first_tasks(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOGGL_WORKSPACE_ID")
    assert verify.main(["--yes", "--api", "track"]) == 0
    assert "track.getTask" in {request.operation for request in service.sandbox.requests}
    recurring = service.sandbox.seeded.recurring_project_id
    service.sandbox.clear_requests()
    monkeypatch.setenv("TOGGL_WORKSPACE_ID", str(service.sandbox.workspace_id))
    monkeypatch.setenv("TOGGL_PROJECT_ID", str(recurring))
    assert verify.main(["--yes", "--api", "track"]) == 0
    project = f"/api/v9/workspaces/{service.sandbox.workspace_id}/projects/{recurring}/tasks"
    assert project in [request.path for request in service.sandbox.requests]
    assert f"pid={recurring}" in "".join(request.query for request in service.sandbox.requests)


def test_requests_with_unknown_ids_are_skipped(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TOGGL_WORKSPACE_ID")
    with service.sandbox.faults.active(Fault(operation="listMyTasks", status=200, body=[])):
        assert verify.main(["--yes", "--api", "track"]) == 0
    output = capsys.readouterr().out
    assert "  - track/getTask/full: skipped: no workspace_id is known" in output
    assert re.search(r"\b0 of [1-9]\d* responses", output)


def test_unknown_ids_are_omitted_from_the_query() -> None:
    request = load_all()["focus/listTasks/every-filter"].request
    own = verify.with_ids(request, {"organization_id": 7, "workspace_id": 8, "project_id": 9})
    assert own.path == "/organizations/7/workspaces/8/tasks"
    ids = re.findall(r"(?:^|&)(\w*ids?=\w*)", own.query)
    assert ids == [
        *("project_id=9", "project_id=", "parent_task_id=", "team_id=", "assignee_user_id=", "tag_id=", "client_id=")
    ]
    assert "order_by=name&order_by=-created_at" in own.query
    assert "start_date=2026-03-01T00%3A00%3A00%2B00%3A00" in own.query
    with pytest.raises(UnknownId, match="no organization_id is known"):
        verify.with_ids(request, {"organization_id": None, "workspace_id": 8})


def test_requests_stay_within_the_free_plan(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verify, "MAX_REQUESTS", 4)
    assert verify.main(["--yes"]) == 0
    assert len(service.methods) == 4
    output = capsys.readouterr().out
    assert "track at" in output
    assert "focus at 127.0.0.1" in output
    assert "at most 0 requests" in output
    assert re.search(r"\d+ more are skipped: select one API with --api\.", output)


def test_every_operation_is_sent_once_before_one_is_sent_twice(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "MAX_REQUESTS", len(READING))
    assert verify.main(["--yes"]) == 0
    sent = [request.operation or "" for request in service.sandbox.requests]
    assert sorted(sent) == sorted(READING - {"focus.findTaskByExternalId"})


def test_a_retrying_client_stays_within_the_announced_number() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=[]))
    session = TrackSession(TrackSession.live_url, "token", 1, 2, transport=transport)
    session.announced = 1
    request = Request(api="track", operation="getMyQuota", method="GET", path="/me/quota")
    assert verify.fetch(session, request).status_code == 200
    with pytest.raises(verify.Stopped, match="more than 1 requests"):
        verify.fetch(session, request)
    session.close()


@pytest.mark.parametrize(
    ("arguments", "environment", "missing"),
    [
        ([], {}, "set TOGGL_API_TOKEN"),
        (["--api", "track"], {"TOGGL_FOCUS_TOKEN": "key"}, "set TOGGL_API_TOKEN"),
        (["--api", "focus"], {"TOGGL_API_TOKEN": "token"}, "TOGGL_FOCUS_TOKEN"),
        (["--base-url", "nowhere"], {"TOGGL_API_TOKEN": "token"}, "TOGGL_TRACK_URL must look like"),
        (
            ["--base-url", "http://127.0.0.1:1"],
            {"TOGGL_API_TOKEN": "token", "TOGGL_FOCUS_TOKEN": "key"},
            "add --api track or --api focus",
        ),
    ],
)
def test_missing_settings_are_one_line(
    arguments: list[str],
    environment: dict[str, str],
    missing: str,
    clean_environment: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        clean_environment.setenv(name, value)
    assert verify.main(["--yes", *arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("make verify: ")
    assert missing in output.err
    assert output.err.count("\n") == 1


def test_the_proxy_of_the_environment_gets_no_request_to_a_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # nothing listens there
    with Sandbox() as sandbox, running(sandbox) as server:
        session = TrackSession(server.track_url, sandbox.token, sandbox.workspace_id, sandbox.project_id)
        for step in session.reads():
            if not step.error_expected and step.name != "one":
                step.send()
        with pytest.raises(NotAuthenticated):
            session.reads()[-1].send()  # without credentials
        session.close()
