"""Host and Origin checks, limits on bodies, and logs without secrets."""

from __future__ import annotations

import http.client
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.control_client import Control
from toggl_sandbox import Fault, RunningServer, Sandbox, running

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}", "NO_COLOR": "1"}


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[RunningServer]:
    with running(sandbox, allow_hosts=["Toggl.Test", "[fe80::1]"]) as server:
        yield server


def status(server: RunningServer, path: str = "/_sandbox/clock", method: str = "GET", **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    found = connection.getresponse().status
    connection.close()
    return found


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:80", "LOCALHOST:8181", "[::1]:8181", "toggl.test", "toggl.test.:1", "[fe80::1]"]
)
def test_allowed_hosts_are_served(server: RunningServer, host: str) -> None:
    assert status(server, Host=host) == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8181", "localhost.evil.example", "127.0.0.1.evil.example", "", "[", "192.0.2.1"],
)
@pytest.mark.parametrize("path", ["/_sandbox/clock", "/api/v9/me/tasks", "/"])
def test_other_hosts_answer_421(server: RunningServer, sandbox: Sandbox, host: str, path: str) -> None:
    assert status(server, path, Host=host) == 421
    assert sandbox.requests == []


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:{port}", 200),
        ("https://127.0.0.1:{port}", 200),
        ("http://localhost:{port}", 403),
        ("http://127.0.0.1", 403),
        ("http://127.0.0.1:{port}0", 403),
        ("http://evil.example", 403),
        ("http://127.0.0.1:{port}.evil.example", 403),
        ("http://[", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_the_control_plane_rejects_other_origins(
    server: RunningServer, method: str, origin: str, expected: int
) -> None:
    origin = origin.format(port=server.port)
    path = {"GET": "/_sandbox/clock", "POST": "/_sandbox/reset"}[method]
    assert status(server, path, method, Origin=origin) == expected
    assert status(server, "/api/v9/me/tasks", Origin=origin) == 401


def test_the_own_origin_is_accepted_for_each_allowed_host(server: RunningServer) -> None:
    assert status(server, Host="Toggl.Test:8181", Origin="http://toggl.test:8181") == 200
    assert status(server, Host="toggl.test", Origin="http://toggl.test:8181") == 403


@pytest.mark.parametrize(
    ("site", "reading", "changing"),
    [("same-origin", 200, 200), ("none", 200, 200), ("same-site", 200, 403), ("cross-site", 200, 403)],
)
def test_cross_site_requests_change_nothing(
    server: RunningServer, sandbox: Sandbox, site: str, reading: int, changing: int
) -> None:
    assert status(server, Sec_Fetch_Site=site) == reading
    sandbox.faults.add(Fault(status=503))
    assert status(server, "/_sandbox/faults", "DELETE", Sec_Fetch_Site=site) == changing
    assert len(list(sandbox.faults)) == (changing == 403)


def test_binding_all_addresses_requires_an_allowed_host(sandbox: Sandbox) -> None:
    for host in ("0.0.0.0", "", "::"):
        with pytest.raises(ValueError, match="binds all addresses: pass the host name that clients use"):
            RunningServer(sandbox, host)
    with running(sandbox, "0.0.0.0", allow_hosts=["toggl.test"]) as server:
        assert [status(server, Host=host) for host in ("toggl.test", "evil.example")] == [200, 421]


def test_the_command_requires_an_allowed_host_for_all_addresses() -> None:
    command = [sys.executable, "-m", "toggl_sandbox", "--port", "0", "--host", "0.0.0.0"]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "toggl-tasks sandbox: 0.0.0.0 binds all addresses: pass the host name that clients use: --allow-host NAME\n"
    )


def test_every_host_is_served_in_process(sandbox: Sandbox) -> None:
    with httpx.Client(transport=sandbox.transport(), auth=(sandbox.token, "api_token")) as client:
        assert client.get("https://api.track.toggl.com/api/v9/me/tasks").status_code == 200


@pytest.mark.behaviour("both.errors.too-large")
def test_bodies_that_are_too_large_answer_413(
    track: httpx.Client, focus: httpx.Client, project_tasks: str, focus_tasks: str
) -> None:
    text = "The body is too large: send at most 1048576 bytes."
    largest = b'{"name": "large"}'.ljust(1 << 20)
    json_type = {"Content-Type": "application/json"}
    assert track.post(project_tasks, content=largest, headers=json_type).status_code == 200
    reply = track.post(project_tasks, content=largest + b" ", headers=json_type)
    assert (reply.status_code, reply.text) == (413, text)
    pieces = iter([largest, b" "])
    reply = focus.post(focus_tasks, content=pieces, headers=json_type)
    assert (reply.status_code, reply.json()["error"]) == (413, "payload_too_large")
    assert reply.json()["error_description"] == text


@pytest.mark.behaviour("both.errors.too-large")
def test_bodies_that_are_too_large_answer_413_on_a_socket(
    server: RunningServer, sandbox: Sandbox, project_tasks: str
) -> None:
    with httpx.Client(base_url=server.track_url, auth=(sandbox.token, "api_token")) as client:
        assert client.post(project_tasks, content=b" " * (8 << 20)).status_code == 413
        # Chunked, without a length; the connection can be used for another request.
        assert client.post(project_tasks, content=(b" " * 65536 for _ in range(20))).status_code == 413
        assert client.get("/me/tasks").status_code == 200


def test_a_client_that_disconnects_while_sending_logs_no_error(
    server: RunningServer, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.putrequest("POST", "/api/v9/me/tasks")
    connection.putheader("Content-Length", "100")
    connection.endheaders()
    connection.send(b"{")
    connection.close()
    assert status(server) == 200
    assert [record for record in caplog.records if not record.name.startswith("http")] == []


CANARY = "c4n4ry"


def test_logs_contain_no_secrets(
    sandbox: Sandbox,
    project_tasks: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    secrets = [CANARY, sandbox.token, sandbox.focus_token, sandbox.password]
    headers = {"Content-Type": "application/json", "X-Secret": CANARY, "Cookie": f"session={CANARY}"}
    # The server stops before its log is read, since it logs a failure after the response.
    with caplog.at_level(logging.DEBUG), running(sandbox) as server:
        monkeypatch.setattr(logging.getLogger("uvicorn.access"), "propagate", True)
        for transport, url in ((sandbox.transport(), sandbox.track_url), (None, server.track_url)):
            with httpx.Client(transport=transport, base_url=url) as client:
                for authentication in [
                    (sandbox.token, "api_token"),
                    (sandbox.email, sandbox.password),
                    (CANARY, CANARY),
                ]:
                    for path in (project_tasks, f"{project_tasks}?api_token={CANARY}&{CANARY}", "/nowhere"):
                        client.post(path, json={"name": CANARY}, headers=headers, auth=authentication)
                        client.post(path, content=CANARY, headers=headers, auth=authentication)
                with sandbox.faults.active(Fault(status=503, drop="closed_midway"), Fault(drop="reset")):
                    for _ in range(2):
                        with pytest.raises(httpx.TransportError):
                            client.post(project_tasks, content=CANARY, headers=headers, auth=(CANARY, CANARY))
                bearer = {"Authorization": f"Bearer {sandbox.focus_token}"}
                client.get(url.removesuffix("/v9") + "/nowhere", headers=bearer)
                with monkeypatch.context() as broken:
                    broken.setattr(sandbox.state, "projects", None)
                    reply = client.post(project_tasks, json={"name": CANARY}, auth=(sandbox.token, "api_token"))
                    assert reply.status_code == 500
    with Control(sandbox) as control:
        logged = control.get("/requests").text
    assert len(sandbox.requests) > 40
    ours = [record for record in caplog.records if not record.name.startswith("http")]
    assert [record.levelname for record in ours if record.name == "toggl_sandbox"] == ["ERROR", "ERROR"]
    formatter = logging.Formatter("%(name)s %(message)s")
    captured = capfd.readouterr()
    output = "\n".join([logged, *map(formatter.format, ours), captured.out, captured.err])
    assert "track.createTask" in output
    assert [secret for secret in secrets if secret in output or json.dumps(secret) in output] == []
