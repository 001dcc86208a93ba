"""Every fault with every transport: blocking and asynchronous, in process and over a socket."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from tests.support.control_client import Control
from toggl_sandbox import Fault, RunningServer, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.state.snapshot import Snapshot

Ask = Callable[..., httpx.Response]
IMPATIENT = httpx.Timeout(20, read=0.5)
WAYS = ("blocking", "async", "blocking socket", "async socket")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ask(sandbox: Sandbox, server: RunningServer, way: str) -> Ask:
    """Return a function that sends one request, to Track or with `focus=True` to Focus."""
    is_socket = way.endswith("socket")

    def send(method: str, path: str, *, focus: bool = False, **keywords: Any) -> httpx.Response:
        place = server if is_socket else sandbox
        url = (place.focus_url if focus else place.track_url) + path
        authentication = (sandbox.email, sandbox.password)
        if way.startswith("blocking"):
            with httpx.Client(transport=None if is_socket else sandbox.transport()) as client:
                return client.request(method, url, auth=authentication, **keywords)

        async def send_async() -> httpx.Response:
            async with httpx.AsyncClient(transport=None if is_socket else sandbox.async_transport()) as client:
                return await client.request(method, url, auth=authentication, **keywords)

        return asyncio.run(send_async())

    return send


@pytest.fixture
def sleeps(sandbox: Sandbox) -> list[float]:
    """Record delays instead of sleeping."""
    recorded: list[float] = []

    async def sleep(seconds: float) -> None:
        recorded.append(seconds)

    sandbox.faults.sleep = sleep
    return recorded


@pytest.fixture
def endless_sleeps(sandbox: Sandbox, way: str) -> list[float]:
    """Record delays, and over a socket sleep until the client gives up."""
    recorded: list[float] = []

    async def sleep(seconds: float) -> None:
        recorded.append(seconds)
        if way.endswith("socket"):
            await asyncio.Event().wait()

    sandbox.faults.sleep = sleep
    return recorded


def stored_task_names(sandbox: Sandbox) -> set[str]:
    """Return the names of the tasks of the project, without a request."""
    return {task.name for task in sandbox.state.track_tasks.of_project(sandbox.project_id)}


@pytest.mark.parametrize(
    ("fault", "status", "text"),
    [
        (Fault(status=503), 503, "Service Unavailable"),
        (Fault(status=500, body=""), 500, ""),
        (Fault(status=400, body="plainly no"), 400, "plainly no"),
        (Fault(status=403, body={"message": "nö"}), 403, '{"message":"nö"}'),
        (Fault(status=403, body=["a", None]), 403, '["a",null]'),
        (Fault(status=200, body='"a string"'), 200, '"a string"'),
        (Fault(status=418), 418, "I'm a Teapot"),
        (Fault(status=599), 599, "Error"),
        (Fault(status=204), 204, ""),
    ],
)
def test_status_and_body_replace_the_reply(sandbox: Sandbox, ask: Ask, fault: Fault, status: int, text: str) -> None:
    active = sandbox.faults.add(fault)
    reply = ask("GET", "/me/tasks")
    assert (reply.status_code, reply.text) == (status, text)
    assert reply.headers.get("content-length") == (None if status == 204 else str(len(text.encode())))
    if fault.body != fault.body or isinstance(fault.body, dict | list):
        assert reply.headers["content-type"] == "application/json"
    (logged,) = sandbox.requests
    assert (logged.status, logged.fault, logged.operation) == (status, active.id, "track.listMyTasks")


def test_an_error_without_body_has_the_format_of_its_service(sandbox: Sandbox, ask: Ask, focus_tasks: str) -> None:
    sandbox.faults.add(Fault(status=404))
    track, focus = ask("GET", "/me/tasks"), ask("GET", focus_tasks, focus=True)
    assert track.headers["content-type"].startswith("text/plain")
    assert (track.text, len(track.headers["x-toggl-request-id"])) == ("Not Found", 32)
    assert (focus.json()["error"], focus.json()["trace_id"]) == ("not_found", focus.headers["x-trace-id"])


@pytest.mark.parametrize("status", [502, 503])
def test_html_replies_with_the_page_of_a_proxy(sandbox: Sandbox, ask: Ask, status: int) -> None:
    sandbox.faults.add(Fault(spoil="html") if status == 502 else Fault(spoil="html", status=status))
    reply = ask("POST", "/me/tasks")
    assert (reply.status_code, reply.headers["content-type"]) == (status, "text/html")
    assert f"<title>{status} " in reply.text
    assert "x-toggl-request-id" not in reply.headers


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(status=429, retry_after=7), "7"),
        (Fault(status=429, retry_after=0), "0"),
        (Fault(status=503, retry_after=1.5), "1.5"),
        (Fault(status=503, retry_after="soon"), "soon"),
        (Fault(status=503, retry_after=90, retry_after_as="date"), "Mon, 03 Mar 2025 09:01:30 GMT"),
    ],
)
def test_retry_after_is_sent_as_given_or_as_a_date(sandbox: Sandbox, ask: Ask, fault: Fault, expected: str) -> None:
    sandbox.faults.add(fault)
    reply = ask("GET", "/me/tasks")
    assert (reply.headers["retry-after"], reply.headers.get_list("date")) == (
        expected,
        ["Mon, 03 Mar 2025 09:00:00 GMT"],
    )
    assert parsedate_to_datetime(reply.headers["date"]) == FROZEN_AT


def test_headers_are_added_or_replaced(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.add(Fault(headers={"X-Toggl-Quota-Remaining": "0", "X-New": "yes"}))
    reply = ask("GET", "/me/tasks")
    assert reply.headers.get_list("x-toggl-quota-remaining") == ["0"]
    assert reply.headers["x-new"] == "yes"
    assert reply.json()


DROPS = [
    ("refused", httpx.ConnectError, httpx.ReadError),
    ("closed", httpx.RemoteProtocolError, httpx.RemoteProtocolError),
    ("reset", httpx.ReadError, httpx.ReadError),
    ("closed_midway", httpx.RemoteProtocolError, httpx.RemoteProtocolError),
    ("reset_midway", httpx.ReadError, httpx.ReadError),
]


@pytest.mark.parametrize(("drop", "in_process", "on_socket"), DROPS)
def test_a_dropped_connection_raises_a_transport_error(
    sandbox: Sandbox, ask: Ask, way: str, drop: Any, in_process: type[Exception], on_socket: type[Exception]
) -> None:
    active = sandbox.faults.add(Fault(drop=drop, count=1))
    with pytest.raises(httpx.TransportError) as caught:
        ask("GET", "/me/tasks")
    assert caught.type is (on_socket if way.endswith("socket") else in_process)
    assert ask("GET", "/me/tasks").status_code == 200
    statuses = [(one.status, one.fault) for one in sandbox.requests]
    assert statuses == [(200 if drop.endswith("midway") else None, active.id), (200, None)]


@pytest.mark.parametrize("drop", ["closed_midway", "reset_midway"])
def test_a_reply_without_body_breaks_off_in_its_status_line(
    sandbox: Sandbox, ask: Ask, focus_tasks: str, way: str, drop: Any
) -> None:
    task = next(iter(sandbox.state.focus_tasks.of_workspace(sandbox.workspace_id)))
    sandbox.faults.add(Fault(operation="focus.patchTask", drop=drop))
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        ask("PATCH", f"{focus_tasks}/{task.id}", focus=True, json={"name": "Renamed"})
    assert task.name == "Renamed"
    assert sandbox.requests[0].status is None


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("what", [{"drop": "closed"}, {"drop": "reset"}, {"status": 502}, {"spoil": "html"}])
def test_a_request_is_applied_when_the_fault_fires_after_it(
    sandbox: Sandbox, ask: Ask, project_tasks: str, when: Any, what: dict[str, Any]
) -> None:
    sandbox.quota.plan = "free"
    sandbox.faults.add(Fault(method="POST", when=when, **what))
    if "drop" in what:
        with pytest.raises(httpx.TransportError):
            ask("POST", project_tasks, json={"name": "Perhaps"})
    else:
        assert ask("POST", project_tasks, json={"name": "Perhaps"}).status_code == 502
    assert ("Perhaps" in stored_task_names(sandbox)) is (when == "after")
    assert [one.used for one in sandbox.quota.used] == ([1] if when == "after" else [])


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_delay_beyond_the_read_timeout_raises(
    sandbox: Sandbox, ask: Ask, project_tasks: str, endless_sleeps: list[float], way: str, when: Any
) -> None:
    sandbox.faults.add(Fault(delay=30, when=when))
    with pytest.raises(httpx.ReadTimeout):
        ask("POST", project_tasks, json={"name": "Late"}, timeout=IMPATIENT)
    sandbox.faults.clear()
    assert ask("GET", project_tasks).status_code == 200
    assert ("Late" in stored_task_names(sandbox)) is (when == "after")
    assert endless_sleeps == [30 if way.endswith("socket") else IMPATIENT.read]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_delay_within_the_read_timeout_only_delays(
    sandbox: Sandbox, ask: Ask, project_tasks: str, sleeps: list[float], when: Any
) -> None:
    sandbox.faults.add(Fault(delay=2, when=when))
    assert ask("POST", project_tasks, json={"name": "In time"}).status_code == 200
    assert (sleeps, "In time" in stored_task_names(sandbox)) == ([2], True)
    assert ask("POST", project_tasks, json={"name": "In time, too"}, timeout=None).status_code == 200


def test_delay_and_status_can_be_combined(sandbox: Sandbox, ask: Ask, sleeps: list[float]) -> None:
    sandbox.faults.add(Fault(delay=2, status=504))
    assert (ask("GET", "/me/tasks").status_code, sleeps) == (504, [2])


def test_a_delay_uses_real_time_by_default(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.add(Fault(delay=0.01))
    assert ask("GET", "/me/tasks").status_code == 200


def test_a_spoiled_body_is_not_json(sandbox: Sandbox, ask: Ask) -> None:
    whole = ask("GET", "/me/tasks").content
    replies = {}
    for spoil in ("cut", "malformed", "empty"):
        with sandbox.faults.active(Fault(spoil=spoil)):
            reply = replies[spoil] = ask("GET", "/me/tasks")
        assert (reply.status_code, reply.headers["content-type"]) == (200, "application/json")
        assert int(reply.headers["content-length"]) == len(reply.content)
        with pytest.raises(json.JSONDecodeError):
            reply.json()
    assert replies["cut"].content == whole[: len(whole) // 2]
    assert replies["empty"].content == b""
    assert ask("GET", "/me/tasks").content == whole


def test_content_type_is_replaced(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.faults.add(Fault(content_type="text/html; charset=utf-8"))
    reply = ask("GET", "/me/tasks")
    assert reply.headers.get_list("content-type") == ["text/html; charset=utf-8"]
    assert reply.json()


def test_dribble_sends_the_whole_body_in_pieces(sandbox: Sandbox, ask: Ask, sleeps: list[float]) -> None:
    whole = ask("GET", "/me/tasks").content
    sandbox.faults.add(Fault(dribble=0.5, piece=1000))
    assert ask("GET", "/me/tasks").content == whole
    assert sleeps == [0.5] * ((len(whole) - 1) // 1000)


def test_a_dribble_beyond_the_read_timeout_raises(
    sandbox: Sandbox, ask: Ask, endless_sleeps: list[float], way: str
) -> None:
    sandbox.faults.add(Fault(dribble=30, piece=1000))
    with pytest.raises(httpx.ReadTimeout):
        ask("GET", "/me/tasks", timeout=IMPATIENT)
    assert endless_sleeps == [30 if way.endswith("socket") else IMPATIENT.read]
    assert sandbox.requests[0].status == 200


def test_dribble_and_drop_can_be_combined(sandbox: Sandbox, ask: Ask, sleeps: list[float]) -> None:
    sandbox.faults.add(Fault(dribble=0.5, piece=1000, drop="closed_midway"))
    with pytest.raises(httpx.RemoteProtocolError):
        ask("GET", "/me/tasks")
    assert len(sleeps) > 1


def test_drift_changes_the_types_of_fields(sandbox: Sandbox, ask: Ask, workspace_tasks: str) -> None:
    before = ask("GET", workspace_tasks).json()
    drift: dict[str, Any] = {
        "id": "string",
        "permissions": "string",
        "name": "null",
        "workspace_id": "array",
        "project_name": "object",
        "active": "number",
        "tracked_seconds": "boolean",
        "recurring": "missing",
        "total_count": "string",
        "not_there": "string",
    }
    sandbox.faults.add(Fault(drift=drift))
    after = ask("GET", workspace_tasks).json()
    old, new = before["data"][0], after["data"][0]
    assert after["total_count"] == str(before["total_count"])
    assert (new["id"], new["permissions"], new["name"]) == (str(old["id"]), "null", None)
    assert (new["workspace_id"], new["project_name"]) == ([old["workspace_id"]], {"value": old["project_name"]})
    assert (new["active"], new["tracked_seconds"]) == (0, bool(old["tracked_seconds"]))
    assert old.keys() - new.keys() == {"recurring"}
    assert not new.keys() - old.keys()


def test_unknown_fields_are_added_to_every_object(sandbox: Sandbox, ask: Ask, workspace_tasks: str) -> None:
    before = ask("GET", workspace_tasks).json()
    sandbox.faults.add(Fault(unknown_fields={"novelty": {"deep": 1}}))
    after = ask("GET", workspace_tasks).json()
    assert after.pop("novelty") == {"deep": 1}
    for task in after["data"]:
        for one in (task, task.get("integration_provider")):
            assert not one or one.pop("novelty") == {"deep": 1}
    assert after == before
    assert ask("GET", "/nowhere").text == "404 page not found"


# Bytes on the wire


def exchange_bytes(server: RunningServer, sandbox: Sandbox, path: str = "/me/tasks") -> tuple[bytes, bool]:
    """Send a request over a raw socket; return the received bytes, and whether the connection was reset."""
    token = httpx.BasicAuth(sandbox.token, "api_token")._auth_header
    head = f"GET /api/v9{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {token}\r\n\r\n"
    received = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head.encode())
        try:
            while more := connection.recv(65536):
                received += more
        except ConnectionResetError:
            return received, True
    return received, False


@pytest.mark.parametrize("drop", ["refused", "closed", "reset"])
def test_a_drop_before_the_reply_sends_no_bytes(sandbox: Sandbox, server: RunningServer, drop: Any) -> None:
    sandbox.faults.add(Fault(drop=drop))
    assert exchange_bytes(server, sandbox) == (b"", drop != "closed")


@pytest.mark.parametrize("drop", ["closed_midway", "reset_midway"])
def test_a_drop_midway_sends_half_of_the_body(sandbox: Sandbox, server: RunningServer, drop: Any) -> None:
    sandbox.faults.add(Fault(status=200, body="0123456789", drop=drop))
    received, reset = exchange_bytes(server, sandbox)
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"content-length: 10" in head
    assert (body, reset) == (b"01234", drop == "reset_midway")


def test_a_drop_of_an_empty_body_sends_half_a_status_line(sandbox: Sandbox, server: RunningServer) -> None:
    sandbox.faults.add(Fault(status=204, drop="closed_midway"))
    assert exchange_bytes(server, sandbox) == (b"HTTP/1.1 ", False)


def test_a_dropped_connection_logs_no_error(
    sandbox: Sandbox, server: RunningServer, caplog: pytest.LogCaptureFixture
) -> None:
    for drop in ("closed", "reset", "closed_midway", "reset_midway"):
        with sandbox.faults.active(Fault(drop=drop)):
            exchange_bytes(server, sandbox)
    assert [record for record in caplog.records if not record.name.startswith("http")] == []


def test_a_drop_in_another_asgi_server_raises_connection_aborted_error(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault(drop="closed", delay=0.001))

    async def ask() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(sandbox.app)) as client:
            await client.get(f"{sandbox.track_url}/me/tasks")

    with pytest.raises(ConnectionAbortedError, match="closed by a fault"):
        asyncio.run(ask())


def test_a_streamed_reply_raises_when_it_is_read(sandbox: Sandbox, track: httpx.Client) -> None:
    sandbox.faults.add(Fault(drop="closed_midway"))
    with track.stream("GET", "/me/tasks") as reply:
        assert reply.status_code == 200
        pieces = reply.iter_raw()
        assert next(pieces)
        with pytest.raises(httpx.RemoteProtocolError):
            next(pieces)


# Matching


def statuses(track: httpx.Client, number: int, path: str = "/me/tasks") -> list[int]:
    return [track.get(path).status_code for _ in range(number)]


@pytest.mark.parametrize(
    ("fault", "met"),
    [
        (Fault(status=503), {"GET tasks", "POST tasks", "GET me", "GET focus", "GET nowhere"}),
        (Fault(status=503, method="POST"), {"POST tasks"}),
        (Fault(status=503, operation="track.createTask"), {"POST tasks"}),
        (Fault(status=503, operation="createTask"), {"POST tasks"}),
        (Fault(status=503, operation="focus.createTask"), set()),
        (Fault(status=503, operation="listTasks"), {"GET focus"}),
        (Fault(status=503, path="/api/v9/me/tasks"), {"GET me"}),
        (Fault(status=503, path="/api/v9/me/*"), {"GET me"}),
        (Fault(status=503, path="/api/v9/**"), {"GET tasks", "POST tasks", "GET me", "GET nowhere"}),
        (Fault(status=503, path="/api/v9/*"), {"GET nowhere"}),
        (Fault(status=503, path="/api/v9/workspaces/{w}/projects/{p}/tasks"), {"GET tasks", "POST tasks"}),
        (Fault(status=503, path="/api/v9/workspaces/{w}/projects/{p}/tasks", method="GET"), {"GET tasks"}),
    ],
)
def test_a_fault_fires_on_the_requests_that_match_its_conditions(
    sandbox: Sandbox, track: httpx.Client, project_tasks: str, focus_tasks: str, fault: Fault, met: set[str]
) -> None:
    sandbox.faults.add(fault)
    authentication = (sandbox.email, sandbox.password)
    replies = {
        "GET tasks": track.get(project_tasks),
        "POST tasks": track.post(project_tasks, json={"name": "A"}),
        "GET me": track.get("/me/tasks"),
        "GET focus": track.get(sandbox.focus_url + focus_tasks, auth=authentication),
        "GET nowhere": track.get("/nowhere"),
    }
    assert {name for name, reply in replies.items() if reply.status_code == 503} == met


def test_every_fires_on_each_nth_request(sandbox: Sandbox, track: httpx.Client) -> None:
    sandbox.faults.add(Fault(status=503, skip=1, every=3, count=2))
    statuses = [track.get("/me").status_code for _ in range(11)]
    assert [number for number, status in enumerate(statuses, 1) if status == 503] == [4, 7]


def test_skip_and_count_limit_on_which_requests_it_fires(sandbox: Sandbox, track: httpx.Client) -> None:
    active = sandbox.faults.add(Fault(status=503, skip=1, count=2))
    assert statuses(track, 5) == [200, 503, 503, 200, 200]
    assert (active.matched, active.fired) == (5, 2)


def test_the_same_seed_fires_on_the_same_requests(sandbox: Sandbox, track: httpx.Client) -> None:
    runs = []
    for seed in (1, 1, 2):
        with sandbox.faults.active(Fault(status=503, probability=0.5, seed=seed)):
            runs.append(statuses(track, 40))
    assert runs[0] == runs[1] != runs[2]
    assert 8 < runs[0].count(503) < 32
    with sandbox.faults.active(Fault(status=503, probability=0)):
        assert 503 not in statuses(track, 10)


def test_a_fault_expires_on_the_clock_of_the_sandbox(sandbox: Sandbox, track: httpx.Client) -> None:
    active = sandbox.faults.add(Fault(status=503, expires_in=60))
    assert active.expires_at == FROZEN_AT + timedelta(seconds=60)
    sandbox.clock.advance(59)
    assert statuses(track, 1) == [503]
    sandbox.clock.advance(1)
    assert statuses(track, 1) == [200]
    assert list(sandbox.faults) == []


def test_the_first_matching_fault_with_count_left_fires(sandbox: Sandbox, track: httpx.Client) -> None:
    sandbox.faults.add(Fault(status=500, count=1))
    sandbox.faults.add(Fault(status=502, method="POST"))
    sandbox.faults.add(Fault(status=503))
    assert statuses(track, 2) == [500, 503]


def test_active_removes_its_faults_at_the_end(sandbox: Sandbox, track: httpx.Client) -> None:
    with sandbox.faults.active(Fault(status=500, count=1), Fault(status=503)) as (first, second):
        assert statuses(track, 3) == [500, 503, 503]
    assert statuses(track, 1) == [200]
    assert (first.fired, second.fired) == (1, 2)


def test_reset_removes_faults_and_restarts_their_ids(sandbox: Sandbox, track: httpx.Client) -> None:
    first = sandbox.faults.add(Fault(status=503)).id
    sandbox.reset()
    assert statuses(track, 1) == [200]
    assert sandbox.faults.add(Fault(status=503)).id == first == "fault-1"


def test_facade_clients_raise_the_error_of_each_fault(sandbox: Sandbox) -> None:
    from toggl_tasks import ConnectionFailed, DecodeFailed, ServerError, TimedOut

    expected: list[tuple[Fault, type[Exception]]] = [
        (Fault(status=503), ServerError),
        (Fault(spoil="cut"), DecodeFailed),
        (Fault(drop="closed"), ConnectionFailed),
        (Fault(delay=30), TimedOut),
    ]

    async def sleep(seconds: float) -> None:
        pass

    sandbox.faults.sleep = sleep
    with sandbox.track() as track:
        for fault, kind in expected:
            with sandbox.faults.active(fault), pytest.raises(kind):
                track.tasks.list_project(sandbox.workspace_id, sandbox.project_id, timeout=1)


# Invalid faults


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "a fault must have an effect: set delay, status, drop"),
        ({"method": "POST", "count": 3}, "a fault must have an effect"),
        ({"status": "503"}, "status: expected `int | null`, got `str`"),
        ({"status": 99}, "status: expected `int` >= 200"),
        ({"status": 503, "count": 0}, "count: expected `int` >= 1"),
        ({"status": 503, "probability": 1.1}, "probability: expected `float` <= 1"),
        ({"status": 503, "expires_in": 0}, "expires_in: expected `float` > 0"),
        ({"status": 503, "when": "during"}, "when: invalid enum value 'during': choose one of before, after"),
        ({"status": 503, "method": "post"}, "method must be one of DELETE, GET"),
        ({"status": 503, "path": "me"}, "path must start with /, as in /api/v9/me/**, not 'me'"),
        (
            {"status": 503, "operation": "createTusk"},
            "operation 'createTusk' does not exist: did you mean createTask? ",
        ),
        ({"status": 503, "operation": "qqq"}, "operation 'qqq' does not exist: choose one of focus.archiveTask, "),
        ({"delay": -1}, "delay: expected `float` >= 0"),
        ({"drop": "gone"}, "drop: invalid enum value 'gone': choose one of refused, closed, reset"),
        ({"spoil": "bad"}, "spoil: invalid enum value 'bad'"),
        ({"drift": {"id": "text"}}, "drift[...]: invalid enum value 'text'"),
        ({"body": "x"}, "body requires status"),
        ({"body": "x", "status": 502, "spoil": "html"}, "body requires status"),
        ({"status": 204, "body": "x"}, "status 204 has no body: omit body and spoil, or use status 200"),
        ({"drop": "closed", "status": 503}, "drop: closed sends no response: use closed_midway"),
        (
            {"drop": "refused", "when": "after"},
            "drop: refused happens before the request: with when: after, use closed or reset",
        ),
        ({"spoil": "cut", "when": "before"}, "with when: before there is no response to change: set a status, or use"),
        ({"headers": {"bad name": "x"}}, "headers: 'bad name' must be the name of a header"),
        ({"headers": {"x": "a\r\nb: c"}}, "headers: 'x' must be the name of a header, with a value in printable ASCII"),
        ({"headers": {"Content-Length": "5"}}, "headers: Content-Length is set by the sandbox: use drop or spoil"),
        ({"content_type": "a\nb"}, "content_type must be printable ASCII"),
        ({"status": 503, "retry_after": "a\nb"}, "retry_after must be printable ASCII"),
        ({"status": 503, "retry_after": "soon", "retry_after_as": "date"}, "retry_after must be seconds, from 0"),
    ],
)
def test_invalid_faults_raise_the_same_error_in_python_and_over_http(
    sandbox: Sandbox, fields: dict[str, Any], text: str
) -> None:
    with pytest.raises(ValueError) as caught:
        sandbox.faults.add(Fault(**fields))
    with Control(sandbox) as control:
        reply = control.post("/faults", json=fields)
    assert (reply.status_code, reply.json()["error"]) == (400, str(caught.value))
    assert str(caught.value).startswith(text)
    assert list(sandbox.faults) == []


def test_a_body_that_json_cannot_represent_raises(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="only JSON values are supported"):
        sandbox.faults.add(Fault(status=200, body=object()))


def test_faults_can_be_added_listed_and_deleted_over_http(sandbox: Sandbox, track: httpx.Client) -> None:
    with Control(sandbox) as control:
        added = control.post("/faults", json={"status": 503, "count": 1, "expires_in": 60}).json()
        assert added == {
            "id": "fault-1",
            "fault": {"status": 503, "count": 1, "expires_in": 60.0, "when": "before"},
            "expires_at": "2025-03-03T09:01:00Z",
            "matched": 0,
            "fired": 0,
        }
        assert statuses(track, 2) == [503, 200]
        assert control.get("/faults/fault-1").json() == {**added, "matched": 2, "fired": 1}
        assert control.get("/requests").json()["requests"][0]["fault"] == "fault-1"
        altering = control.post("/faults", json={"drift": {"id": "string"}}).json()
        assert altering["fault"]["when"] == "after"
        assert [one["id"] for one in control.get("/faults").json()["faults"]] == ["fault-1", "fault-2"]
        assert control.delete("/faults/fault-1").json()["fired"] == 1
        for method in ("GET", "DELETE"):
            missing = control.request(method, "/faults/fault-1")
            assert missing.status_code == 404
            assert missing.json()["error"] == "there is no fault fault-1: GET /_sandbox/faults lists those there are"
        assert control.delete("/faults").json() == {"faults": []}
        unknown = control.post("/faults", json={"stauts": 503})
        assert unknown.json()["error"].startswith("object contains unknown field `stauts`")


def test_an_import_restores_faults_and_their_counters(sandbox: Sandbox, track: httpx.Client) -> None:
    sandbox.faults.add(Fault(status=503, probability=0.5, seed=4, expires_in=60))
    statuses(track, 3)
    document = sandbox.export_state()
    expected = statuses(track, 20)
    assert len(set(expected)) == 2
    with Sandbox() as other:
        other.import_state(document)
        authentication = (other.token, "api_token")
        with httpx.Client(transport=other.transport(), base_url=other.track_url, auth=authentication) as client:
            assert statuses(client, 20) == expected
        assert other.faults.add(Fault(status=500)).id == "fault-2"
    mistaken = json.loads(document)
    mistaken["faults"][0]["fault"] = {}
    with pytest.raises(ValueError, match="a fault must have an effect"):
        sandbox.import_state(json.dumps(mistaken))
    assert "faults" in Snapshot.__struct_fields__
