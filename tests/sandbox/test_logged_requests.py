"""Requests of the log over HTTP: filters, headers and bodies without credentials, and HAR."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import socket
import time
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.support.control_client import Control
from toggl_sandbox import Fault, RunningServer, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.faults.presets import PRESETS
from toggl_sandbox.request_log import MAX_ACTED, MAX_BODIES, MAX_BODY

SECRET = "c4n4ry-s3cret"


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[Control]:
    with Control(sandbox) as client:
        yield client


@pytest.fixture(params=["in process", "socket"])
def client(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Plain httpx on Track, over either connection."""
    authentication = (sandbox.token, "api_token")
    if request.param == "socket":
        server: RunningServer = request.getfixturevalue("server")
        with httpx.Client(base_url=server.track_url, auth=authentication) as client:
            yield client
    else:
        with httpx.Client(transport=sandbox.transport(), base_url=sandbox.track_url, auth=authentication) as client:
            yield client


def last(control: Control) -> dict[str, Any]:
    """Return all fields of the last request."""
    number = control.get("/requests").json()["requests"][-1]["id"]
    details: dict[str, Any] = control.get(f"/requests/{number}").json()
    return details


def test_a_request_has_its_headers_bodies_and_parameters(
    control: Control, client: httpx.Client, project_tasks: str
) -> None:
    reply = client.post(f"{project_tasks}?x=1", json={"name": "Ünïcode"})
    found = last(control)
    listed = control.get("/requests").json()["requests"][-1]
    assert {**found, "fault": None}.items() >= listed.items()
    sent, received = dict(found["request"]["headers"]), dict(found["response"]["headers"])
    assert sent["content-type"] == "application/json"
    assert sent["user-agent"].startswith("python-httpx/")
    assert sent["authorization"] == "Basic …"
    assert received == dict(reply.headers)
    assert json.loads(found["request"]["body"].pop("text")) == {"name": "Ünïcode"}
    assert found["request"]["body"] == {
        "base64": None,
        "bytes": len(reply.request.content),
        "truncated": False,
        "media_type": "application/json",
    }
    assert json.loads(found["response"]["body"]["text"]) == reply.json()
    workspace_id, project_id = project_tasks.split("/")[2:5:2]
    assert found["parameters"] == {"path": {"workspace_id": workspace_id, "project_id": project_id}, "query": {}}
    assert (found["quota_before"], found["quota_after"], found["fault"]) == (None, None, None)


def test_query_values_are_decoded_by_name(control: Control, client: httpx.Client, workspace_tasks: str) -> None:
    client.get(f"{workspace_tasks}/basic?search=a%20%26+b&task_ids=1&task_ids=2&unknown={SECRET}")
    found = last(control)
    assert found["parameters"]["query"] == {"search": ["a & b"], "task_ids": ["1", "2"]}
    assert found["query"] == "search=a%20%26+b&task_ids=1&task_ids=2&…"
    assert found["request"]["body"] is None


def test_the_quota_before_and_after_a_request_is_shown(
    sandbox: Sandbox, control: Control, client: httpx.Client, workspace_tasks: str
) -> None:
    sandbox.quota.plan = "free"
    client.get(workspace_tasks)
    first = last(control)
    assert first["quota_before"] == {"total": 30, "remaining": 30, "resets_in": None}
    assert first["quota_after"] == {"total": 30, "remaining": 29, "resets_in": 3600}
    sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, 0)
    assert client.get(workspace_tasks).status_code == 402
    refused = last(control)
    assert refused["quota_before"]["remaining"] == refused["quota_after"]["remaining"] == 0
    client.get("/nowhere")
    assert last(control)["quota_before"] is None


def test_the_fault_is_shown_even_if_it_was_removed(
    sandbox: Sandbox, control: Control, client: httpx.Client, project_tasks: str
) -> None:
    fault = Fault(status=503, retry_after=2)
    with sandbox.faults.active(fault) as (active,):
        client.get(project_tasks)
    found = last(control)
    assert found["fault"] == {"id": active.id, "fault": {"status": 503, "retry_after": 2, "when": "before"}}
    assert ["retry-after", "2"] in found["response"]["headers"]
    assert (found["status"], control.get("/faults").json()) == (503, {"faults": []})


@pytest.mark.parametrize("drop", ["closed", "reset"])
def test_nothing_was_sent_on_a_connection_that_was_dropped(
    sandbox: Sandbox, control: Control, client: httpx.Client, project_tasks: str, drop: Any
) -> None:
    with sandbox.faults.active(Fault(drop=drop, when="after")), pytest.raises(httpx.TransportError):
        client.post(project_tasks, json={"name": "Lost"})
    found = last(control)
    assert (found["status"], found["response"]) == (None, {"headers": [], "body": None})
    assert found["request"]["body"]["text"] == '{"name":"Lost"}'


def test_the_body_of_a_reply_is_the_one_that_was_sent(
    sandbox: Sandbox, control: Control, client: httpx.Client, workspace_tasks: str
) -> None:
    with sandbox.faults.active(Fault(spoil="malformed")):
        reply = client.get(workspace_tasks)
    assert last(control)["response"]["body"]["text"] == reply.text
    with sandbox.faults.active(Fault(drop="closed_midway")), pytest.raises(httpx.RemoteProtocolError):
        client.get(workspace_tasks)
    found = last(control)
    assert found["response"]["body"]["bytes"] == int(dict(found["response"]["headers"])["content-length"]) // 2
    assert found["status"] == 200
    assert client.head(workspace_tasks).status_code == 200
    assert last(control)["response"]["body"] is None


def test_a_client_that_hangs_up_has_received_the_beginning(
    sandbox: Sandbox, control: Control, server: RunningServer
) -> None:
    fault = Fault(status=200, body="x" * 100, dribble=60, piece=10)
    with sandbox.faults.active(fault), socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"GET /api/v9/me HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while b"x" not in connection.recv(65536):
            pass
    for _ in range(1_000):
        body = last(control)["response"]["body"]
        if body["bytes"] < 100:
            break
        time.sleep(0.01)
    assert body["bytes"] == len(body["text"]) < 100
    assert sandbox.log.stored_bytes == body["bytes"]


def test_a_body_that_is_too_large_is_not_stored(control: Control, client: httpx.Client, project_tasks: str) -> None:
    client.post(project_tasks, content=b" " * (2 << 20))
    body = last(control)["request"]["body"]
    assert (body["text"], body["base64"], body["bytes"], body["truncated"]) == (None, None, 2 << 20, True)
    client.post(project_tasks, content=(b" " * 65536 for _ in range(20)))
    body = last(control)["request"]["body"]
    assert (body["text"], body["truncated"]) == (None, True)
    assert 1 << 20 < body["bytes"] <= 20 * 65536


def test_a_body_in_chunks_is_stored_whole(control: Control, client: httpx.Client, project_tasks: str) -> None:
    headers = {"content-type": "application/json"}
    client.post(project_tasks, content=iter([b'{"name":', b'"Pieces"}']), headers=headers)
    found = last(control)
    assert (found["status"], found["request"]["body"]["text"]) == (200, '{"name":"Pieces"}')


def test_bodies_are_truncated_between_characters(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    content = ("x" + "€" * MAX_BODY).encode()
    track.post(project_tasks, content=content)
    body = last(control)["request"]["body"]
    assert (body["bytes"], body["truncated"], body["base64"]) == (len(content), True, None)
    assert body["text"] == "x" + "€" * ((MAX_BODY - 1) // 3)
    assert control.patch("/log", json={"max_body_bytes": 4}).json()["max_body_bytes"] == 4
    track.post(project_tasks, content=content)
    assert last(control)["request"]["body"]["text"] == "x€"
    sandbox.reset()
    assert control.get("/log").json()["max_body_bytes"] == MAX_BODY


def test_a_body_that_is_no_text_is_in_base64(control: Control, track: httpx.Client, project_tasks: str) -> None:
    for content in (b"\xff\xfe", b"\0\1", b"\xe2\x82"):
        track.post(project_tasks, content=content)
        body = last(control)["request"]["body"]
        assert (body["text"], base64.b64decode(body["base64"]), body["media_type"]) == (None, content, None)


def test_bodies_can_be_switched_off(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str
) -> None:
    assert control.get("/log").json() == {
        "bodies": True,
        "max_body_bytes": MAX_BODY,
        "requests": 0,
        "bytes": 0,
        "max_bytes": MAX_BODIES,
    }
    assert control.patch("/log", json={"bodies": False}).json()["bodies"] is False
    reply = track.post(project_tasks, json={"name": "Unseen"})
    found = last(control)
    sizes = [len(reply.request.content), len(reply.content)]
    for message, size in zip((found["request"], found["response"]), sizes, strict=True):
        body = message["body"]
        assert (body["text"], body["base64"], body["bytes"], body["truncated"]) == (None, None, size, True)
        assert message["headers"]
    log = control.get("/log").json()
    assert (log["requests"], log["bytes"]) == (1, 0)
    control.patch("/log", json={"bodies": True})
    track.get("/me")
    assert control.get("/log").json()["bytes"] == last(control)["response"]["body"]["bytes"]


def test_a_sandbox_can_start_without_bodies(project_tasks: str) -> None:
    with Sandbox(log_bodies=False) as sandbox, Control(sandbox) as control, sandbox.track() as track:
        track.me.get()
        assert last(control)["response"]["body"]["text"] is None
        control.patch("/log", json={"bodies": True})
        control.post("/reset")
        assert control.get("/log").json()["bodies"] is False


def test_credentials_are_masked(sandbox: Sandbox, control: Control, server: RunningServer, project_tasks: str) -> None:
    headers = {
        "Cookie": f"project_id=12345678; session={SECRET}; nested_settings=1",
        "X-Api-Key": SECRET,
        "X-Auth-Token": SECRET,
        "Proxy-Authorization": f"Bearer {SECRET}",
        "Referer": f"https://user:{SECRET}@example.com/?key={SECRET}",
        "X-Note": f"the same {SECRET} again",
    }
    escaped = json.dumps({"password": f'"{SECRET}'})
    bodies = [
        json.dumps({"api_token": SECRET, "nested": [{"current_password": SECRET, "apiKey": [SECRET]}]}),
        json.dumps(
            {"secret": {"value": SECRET}, "Authorization": f"Bearer {SECRET}", "note": SECRET, "nested_settings": 1},
            indent=2,
        ),
        escaped,
        '{"password": "' + SECRET,
        SECRET,
    ]
    for transport, url in ((sandbox.transport(), sandbox.track_url), (None, server.track_url)):
        with httpx.Client(transport=transport, base_url=url, headers=headers) as client:
            for body in bodies:
                client.post(f"{project_tasks}?api_token={SECRET}", content=body, auth=(SECRET, SECRET))
            form = {"email": "a@example.com", "password": SECRET}
            client.post("/sessions", data=form)
            client.post("/sessions", json=form, auth=("someone@example.com", SECRET))
            client.get("/me", auth=(sandbox.token, "api_token"))
            client.get("/me", auth=(sandbox.email, sandbox.password))
            focus = url.removesuffix("/v9")
            client.get(f"{focus}/users/me", headers={"Authorization": f"Bearer {sandbox.focus_token}"})
            with sandbox.faults.active(
                Fault(headers={"Set-Cookie": f"a={SECRET}"}, status=418, body={"token": SECRET})
            ):
                client.get("/me")
    ids = [one["id"] for one in control.get("/requests").json()["requests"]]
    details = [control.get(f"/requests/{one}") for one in ids]
    for one in details:
        value = one.json()
        value["fault"] = None  # what somebody configured, which /faults shows too
        text = json.dumps(value)
        for secret in (SECRET, sandbox.token, sandbox.focus_token, sandbox.password):
            assert secret not in text
            assert base64.b64encode(secret.encode()).decode().rstrip("=")[:-1] not in text
    archive = control.get("/requests.har").text
    for secret in (SECRET, sandbox.token, sandbox.focus_token, sandbox.password):
        assert secret not in archive
    first = details[0].json()
    assert dict(first["request"]["headers"])["x-note"] == "the same … again"
    assert json.loads(first["request"]["body"]["text"]) == {
        "api_token": "…",
        "nested": [{"current_password": "…", "apiKey": "…"}],
    }
    # What is a name in a cookie is no credential.
    assert '"nested_settings": 1' in details[1].json()["request"]["body"]["text"]
    signed_in = details[6].json()
    assert json.loads(signed_in["request"]["body"]["text"]) == {"email": "a@example.com", "password": "…"}
    assert details[5].json()["request"]["body"]["text"] == "email=a%40example.com&password=…"
    me = json.loads(details[7].json()["response"]["body"]["text"])
    assert (me["api_token"], me["email"], me["authorization_updated_at"][:4]) == ("…", sandbox.email, "2024")


def test_credentials_in_urls_are_masked(sandbox: Sandbox, control: Control, server: RunningServer) -> None:
    targets = [
        f"/api/v9/workspaces/1/tasks?search={SECRET}&pid={sandbox.token}&{SECRET}=1",
        f"/api/v9/{SECRET}/{sandbox.focus_token}",
        f"/api/v9/workspaces/1/projects/1/tasks/{SECRET}",
        f"/api/v9/me;token=another-{SECRET[::-1]}",
        f"/api/v9/me%3Ftoken=another-{SECRET[::-1]}",
        f"http://user:another-{SECRET[::-1]}@127.0.0.1:{server.port}/api/v9/me",
    ]
    for target in targets:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            lines = [
                f"PATCH {target} HTTP/1.1",
                f"Host: 127.0.0.1:{server.port}",
                f"X-Api-Key: {SECRET}",
                "Connection: close",
            ]
            connection.sendall("\r\n".join([*lines, "", ""]).encode())
            while connection.recv(1000):
                pass
    requests = control.get("/requests").json()["requests"]
    assert len(requests) == len(targets)
    details = [control.get(f"/requests/{one['id']}").json() for one in requests]
    shown = json.dumps([requests, details, control.get("/requests.har").json()])
    for secret in (SECRET, SECRET[::-1], sandbox.token, sandbox.focus_token):
        assert secret not in shown
    assert requests[0]["query"] == "search=…&pid=…&…"
    assert [one["path"] for one in requests[1:4]] == [
        "/api/v9/…/…",
        "/api/v9/workspaces/1/projects/1/tasks/…",
        "/api/v9/me…",
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('{"api\\u005ftoken": "abc", "na\\u006de": "x"}', '{"api_token": "…", "name": "x"}'),
        ('{"note": "c4n4ry\\u002Ds3cret"}', '{"note": "…"}'),
        ('{"note": "a\\u0022, \\\\u0061"}', '{"note": "a\\u0022, \\\\u0061"}'),
        ('{"na\\u006de": "100%41"}', '{"na\\u006de": "100%41"}'),
        ('{"url": "https://h.example/?a=1&api_token=abc"}', '{"url": "https://h.example/?a=1&api_token=…"}'),
        ("api%5Ftoken=abc&b=1", "api_token=…&b=1"),
    ],
)
def test_escaped_credentials_are_masked(
    sandbox: Sandbox, control: Control, track: httpx.Client, project_tasks: str, body: str, shown: str
) -> None:
    headers = {"Content-Type": "application/json"} if body.startswith("{") else {}
    track.post(project_tasks, content=body, headers={"X-Api-Key": SECRET, **headers})
    assert last(control)["request"]["body"]["text"] == shown
    (entry,) = control.get("/requests.har").json()["log"]["entries"]
    assert entry["request"]["postData"]["text"] == shown


def test_tokens_in_the_values_of_a_query_are_masked(control: Control, track: httpx.Client) -> None:
    other = "0123456789abcdef" * 2
    for value in (other, "toggl_sk_other", "token=abcdef", "https://h.example/?password=abc", '{"api_key":"abc"}'):
        track.get("/workspaces/1/tasks", params={"search": value, "page": 1, "api_token": "abc"})
        assert last(control)["query"] == "search=…&page=1&…"
    track.get("/workspaces/1/tasks", params={"search": "a token of love"})
    assert last(control)["query"] == "search=a%20token%20of%20love".replace("%20", "+")


@pytest.mark.parametrize("coding", ["gzip", "deflate", ""])
def test_compressed_bodies_are_not_shown(
    control: Control, track: httpx.Client, project_tasks: str, coding: str
) -> None:
    plain = json.dumps({"api_token": SECRET}).encode()
    body = zlib.compress(plain) if coding == "deflate" else gzip.compress(plain)
    track.post(project_tasks, content=body, headers={"Content-Encoding": coding} if coding else {})
    found = last(control)["request"]["body"]
    assert (found["text"], found["base64"], found["bytes"], found["truncated"]) == (None, None, len(body), True)
    (entry,) = control.get("/requests.har").json()["log"]["entries"]
    assert entry["request"]["postData"]["text"] == ""


async def test_requests_are_answered_while_a_har_is_written(
    sandbox: Sandbox, track: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toggl_sandbox.control.har.BATCH", 1)
    for _ in range(200):
        track.get("/me")
    ids = [one.id for one in sandbox.requests]
    answered: list[str] = []
    transport = sandbox.async_transport()
    async with httpx.AsyncClient(transport=transport, base_url="https://toggl.sandbox.test/_sandbox") as client:

        async def send(method: str, path: str) -> httpx.Response:
            reply = await client.request(method, path)
            answered.append(path)
            return reply

        calls = (("GET", "/requests.har"), ("GET", "/"), ("DELETE", "/requests"))
        archive, _, _ = await asyncio.gather(*(send(*call) for call in calls))
    assert answered[-1] == "/requests.har"
    assert len(archive.json()["log"]["entries"]) == len(ids)
    assert sandbox.requests == []


@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "text/plain", ""])
def test_a_form_is_masked_whatever_its_type(control: Control, track: httpx.Client, media_type: str) -> None:
    track.post("/sessions", content=f"a=1&password={SECRET}&b=2", headers={"Content-Type": media_type})
    assert last(control)["request"]["body"]["text"] == "a=1&password=…&b=2"


def test_credentials_are_masked_as_they_are_written_in_json(control: Control, track: httpx.Client) -> None:
    password = 'pass"word\\ä'
    track.post("/sessions", json={"note": password}, auth=("a@example.com", password))
    assert json.loads(last(control)["request"]["body"]["text"]) == {"note": "…"}


def test_the_user_of_a_request_is_shown(sandbox: Sandbox, control: Control, track: httpx.Client) -> None:
    user = sandbox.seeded.user
    track.get("/me")
    assert last(control)["user"] == {"id": user.id, "name": user.name}
    track.get("/me", auth=(SECRET, "api_token"))
    assert last(control)["user"] is None


def test_long_bodies_are_searched_for_credentials_in_linear_time(
    control: Control, track: httpx.Client, project_tasks: str
) -> None:
    control.patch("/log", json={"max_body_bytes": MAX_BODIES})
    for part in (b'"passw', b"passwtoken", b'"token":[', b'"token":"\\', b'"a_', b"&passw"):
        body = part * (1_000_000 // len(part))
        track.post(project_tasks, content=body, headers={"content-type": "application/x-www-form-urlencoded"})
        found = last(control)["request"]["body"]
        assert found["bytes"] == len(body)


def test_requests_can_be_filtered(
    sandbox: Sandbox, control: Control, track: httpx.Client, focus: httpx.Client, project_tasks: str, focus_tasks: str
) -> None:
    track.post(project_tasks, json={"name": "One"})
    focus.post(focus_tasks, json={"name": "One"})
    track.get("/nowhere")
    with sandbox.faults.active(Fault(drop="closed")) as (fault,), pytest.raises(httpx.TransportError):
        track.get("/me")
    track.get("/me")
    first = sandbox.requests[0].id

    def found(query: str) -> list[int]:
        reply = control.get(f"/requests?{query}").json()
        assert reply["total"] == 5
        assert reply["matched"] == len(reply["requests"]) or "before" in query or "after" in query or "limit" in query
        return [one["id"] - first for one in reply["requests"]]

    assert found("operation=track.createTask") == [0]
    assert found("operation=createTask") == [0, 1]
    assert found("operation=track.getMe&status=200") == [4]
    assert found("status=404") == [2]
    assert found("status=4xx") == [2]
    assert found("status=2xx") == [0, 1, 4]
    assert found("status=dropped") == found("fault=any") == found(f"fault={fault.id}") == [3]
    assert found("fault=fault-9") == []
    assert found("text=NOWHERE") == [2]
    assert found("text=post") == [0, 1]
    assert found(f"text={sandbox.requests[1].request_id}") == [1]
    assert found("operation=&status=&text=&fault=") == [0, 1, 2, 3, 4]
    assert found("limit=2") == [3, 4]
    assert found(f"before={first + 3}&limit=2") == [1, 2]
    assert found(f"after={first + 1}&limit=2") == [2, 3]
    assert found(f"after={first + 4}") == found(f"before={first}") == []
    assert found(f"status=2xx&after={first}") == [1, 4]
    reply = control.get(f"/requests?status=2xx&after={first}").json()
    assert (reply["total"], reply["matched"]) == (5, 3)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("status=9xx", "status must be such as 404, 4xx or dropped, not '9xx'"),
        ("operation=track.nothing", "operation 'track.nothing' does not exist"),
        ("limit=0", "limit: expected `int` >= 1"),
        ("after=x", "after: expected `int | null`, got `str`"),
        ("page=1", "object contains unknown field `page`"),
    ],
)
@pytest.mark.parametrize("path", ["/requests", "/requests.har"])
def test_a_wrong_filter_answers_400(control: Control, path: str, query: str, text: str) -> None:
    reply = control.get(f"{path}?{query}")
    assert reply.status_code == 400
    assert reply.json()["error"].startswith(text)


@pytest.mark.parametrize("id", ["0", "99999999", "x"])
def test_an_unknown_request_answers_404(control: Control, id: str) -> None:
    reply = control.get(f"/requests/{id}")
    assert reply.status_code == 404
    assert reply.json()["error"].startswith("there is no")


def test_ids_grow_across_resets(sandbox: Sandbox, control: Control, track: httpx.Client) -> None:
    track.get("/me")
    (before,) = sandbox.requests
    control.delete("/requests")
    track.get("/me")
    control.post("/reset")
    track.get("/me")
    assert [one.id for one in sandbox.requests] == [before.id + 2]
    assert control.get(f"/requests/{before.id}").status_code == 404


def test_requests_are_exported_as_har(
    sandbox: Sandbox, control: Control, client: httpx.Client, workspace_tasks: str, project_tasks: str
) -> None:
    client.get(f"{workspace_tasks}?search=a%20b&per_page=1")
    client.post(project_tasks, content=b"\xff")
    with sandbox.faults.active(Fault(drop="closed")), pytest.raises(httpx.TransportError):
        client.get("/me")
    reply = control.get("/requests.har")
    assert "toggl-sandbox.har" in reply.headers["content-disposition"]
    log = reply.json()["log"]
    assert (log["version"], log["creator"]["name"]) == ("1.2", "toggl-tasks sandbox")
    required = {"startedDateTime", "time", "request", "response", "cache", "timings"}
    of_request = {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"}
    of_response = {"status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL"}
    for entry in log["entries"]:
        assert entry.keys() >= required
        assert entry["request"].keys() >= of_request
        assert entry["response"].keys() >= {*of_response, "headersSize", "bodySize"}
        assert entry["response"]["content"].keys() >= {"size", "mimeType"}
        assert entry["timings"] == {"send": 0, "wait": entry["time"], "receive": 0}
    listed, created, dropped = log["entries"]
    started = datetime.fromisoformat(listed["startedDateTime"])
    assert started == FROZEN_AT - timedelta(milliseconds=listed["time"])
    assert listed["request"]["url"].endswith(f"/api/v9{workspace_tasks}?search=a%20b&per_page=1")
    assert listed["request"]["url"].startswith("https://toggl.sandbox.test/")
    assert listed["request"]["queryString"] == [
        {"name": "search", "value": "a b"},
        {"name": "per_page", "value": "1"},
    ]
    assert "postData" not in listed["request"]
    assert (listed["response"]["status"], listed["response"]["statusText"]) == (200, "OK")
    assert json.loads(listed["response"]["content"]["text"])["per_page"] == 1
    assert created["request"]["postData"]["mimeType"] == "x-unknown"
    assert created["request"]["bodySize"] == 1
    assert (dropped["response"]["status"], dropped["response"]["content"]["size"]) == (0, 0)
    assert dropped["comment"] == "track.getMe, fault-1"
    few = control.get("/requests.har?status=dropped").json()["log"]["entries"]
    assert few == [dropped]


def test_faults_that_fired_are_listed_newest_first(
    sandbox: Sandbox, control: Control, track: httpx.Client, workspace_tasks: str
) -> None:
    with sandbox.faults.active(Fault(status=503, count=1), Fault(status=500)):
        track.get("/me")
        track.get(workspace_tasks)
    track.get("/me")
    ids = [one.id for one in sandbox.requests]
    at = "2025-03-03T09:00:00Z"
    acted = control.get("/faults/acted").json()
    assert acted == [
        {"fault_id": "fault-2", "fault": {"status": 500, "when": "before"}, "request_id": ids[1], "at": at},
        {
            "fault_id": "fault-1",
            "fault": {"status": 503, "count": 1, "when": "before"},
            "request_id": ids[0],
            "at": at,
        },
    ]
    assert control.get("/faults/acted?limit=1").json() == acted[:1]
    with sandbox.faults.active(Fault(status=500)):
        for _ in range(MAX_ACTED):
            track.get("/me")
    assert len(control.get(f"/faults/acted?limit={MAX_ACTED}").json()) == MAX_ACTED
    assert control.get(f"/faults/acted?limit={MAX_ACTED + 1}").status_code == 400
    control.delete("/requests")
    assert control.get("/faults/acted").json() == []


def test_presets_are_faults_that_can_be_added(sandbox: Sandbox, control: Control) -> None:
    presets = control.get("/faults/presets").json()
    assert len(presets) == len(PRESETS)
    for preset in presets:
        assert control.post("/faults", json=preset["fault"]).status_code == 200, preset
    names = [(one["group"], one["name"]) for one in presets]
    assert len(set(names)) == len(names)
    groups = [group for group, _ in names]
    assert groups == sorted(groups, key=groups.index)
