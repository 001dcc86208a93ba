"""HEAD, and headers that a response has once."""

from __future__ import annotations

import http.client
from collections import Counter

import httpx
import pytest

from toggl_sandbox import Fault, Sandbox, running


@pytest.mark.behaviour("both.head")
def test_head_has_the_headers_of_get_and_no_body(
    sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, workspace_tasks: str, focus_tasks: str
) -> None:
    def headers(reply: httpx.Response) -> dict[str, str]:
        return {name: text for name, text in reply.headers.items() if "-id" not in name}

    for client, path in (
        (track, workspace_tasks),
        (track, "/me"),
        (track, f"{workspace_tasks}?page=0"),
        (track, "/nowhere"),
        (focus, focus_tasks),
        (focus, f"{focus_tasks}/stream"),
        (track, "https://toggl.sandbox.test/_sandbox/clock"),
        (track, "https://toggl.sandbox.test/_sandbox/nowhere"),
        (track, "https://toggl.sandbox.test/"),
    ):
        get, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert headers(head) == headers(get)
        assert int(head.headers["content-length"]) > 0
    assert track.head(f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}").status_code == 200


@pytest.mark.behaviour("both.head")
def test_head_counts_as_a_request(sandbox: Sandbox, track: httpx.Client, workspace_tasks: str) -> None:
    sandbox.quota.plan = "free"
    assert track.head(workspace_tasks).headers["x-toggl-quota-remaining"] == "29"
    assert track.head(workspace_tasks).headers["x-toggl-quota-remaining"] == "28"
    logged = sandbox.requests[-1]
    assert (logged.method, logged.operation, logged.status) == ("HEAD", "track.listWorkspaceTasks", 200)
    with sandbox.faults.active(Fault(method="HEAD", operation="listWorkspaceTasks", status=503)):
        assert track.get(workspace_tasks).status_code == 200
        reply = track.head(workspace_tasks)
        assert (reply.status_code, reply.content) == (503, b"")


SET = {
    "Date": "Mon, 01 Jan 2001 00:00:00 GMT",
    "Content-Type": "text/csv",
    "X-Toggl-Request-Id": "mine",
    "x-toggl-quota-remaining": "7",
    "X-Toggl-Quota-Resets-In": "8",
    "Server": "nginx",
    "Allow": "GET",
    "Vary": "Accept",
    "WWW-Authenticate": "Basic",
    "Access-Control-Allow-Origin": "*",
}


@pytest.mark.parametrize("extra", [{}, {"status": 500}, {"dribble": 0.001}, {"spoil": "html"}, {"retry_after": 5}])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("token", ["api_token", "wrong"])
def test_each_header_is_sent_once(sandbox: Sandbox, method: str, extra: dict[str, object], token: str) -> None:
    sandbox.faults.add(Fault(headers={**SET, "Retry-After": "9"}, **extra))  # type: ignore[arg-type]
    with running(sandbox, allow_origins=["http://page.test"]) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        authorization = httpx.BasicAuth(sandbox.token, token)._auth_header
        headers = {"Origin": "http://page.test", "Authorization": authorization}
        connection.request(method, f"/api/v9/workspaces/{sandbox.workspace_id}/tasks", headers=headers)
        reply = connection.getresponse()
        reply.read()
        connection.close()
    names = Counter(name.lower() for name, _ in reply.getheaders())
    assert set(names.values()) == {1}
    assert {name.lower() for name in SET} <= names.keys()
    assert reply.getheader("date") == SET["Date"]
    assert reply.getheader("x-toggl-quota-remaining") == "7"
    assert reply.getheader("retry-after") == ("5" if "retry_after" in extra else "9")
