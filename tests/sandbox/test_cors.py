"""Pages in a browser may use the two APIs if their origin is allowed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from toggl_sandbox import RunningServer, Sandbox, running

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}", "NO_COLOR": "1"}
ORIGIN = "http://localhost:3000"
PREFLIGHT = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization,content-type"}


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[RunningServer]:
    with running(sandbox, allow_origins=["http://LOCALHOST:3000/", "https://app.test:443"]) as server:
        yield server


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, headers={"Origin": ORIGIN}) as client:
        yield client


def test_preflights_of_an_allowed_origin_are_answered(
    sandbox: Sandbox, server: RunningServer, browser: httpx.Client
) -> None:
    for url in (f"{server.track_url}/me/tasks", f"{server.focus_url}/organizations/1/workspaces/1/tasks/1"):
        for origin in (ORIGIN, "https://app.test"):
            reply = browser.options(url, headers={"Origin": origin, **PREFLIGHT})
            assert reply.status_code == 200
            assert reply.headers["access-control-allow-origin"] == origin
            assert "PATCH" in reply.headers["access-control-allow-methods"]
            assert reply.headers["access-control-allow-headers"] == "authorization,content-type"
    assert sandbox.requests == []


def test_replies_and_errors_are_open_to_an_allowed_origin(
    sandbox: Sandbox, server: RunningServer, browser: httpx.Client
) -> None:
    for token, status in (("api_token", 200), ("wrong", 403)):
        reply = browser.get(f"{server.track_url}/me/tasks", auth=(sandbox.token, token))
        assert reply.status_code == status
        assert reply.headers["access-control-allow-origin"] == ORIGIN
        assert reply.headers["access-control-expose-headers"] == "*"
        assert reply.headers["vary"] == "Origin"


@pytest.mark.parametrize("origin", ["http://localhost:3001", "https://localhost:3000", "http://localhost", "null"])
def test_other_origins_are_not_allowed(server: RunningServer, browser: httpx.Client, origin: str) -> None:
    url = f"{server.track_url}/me/tasks"
    replies = [
        browser.options(url, headers={"Origin": origin, **PREFLIGHT}),
        browser.get(url, headers={"Origin": origin}),
    ]
    assert [reply.status_code for reply in replies] == [400, 401]
    assert [reply.headers.get("access-control-allow-origin") for reply in replies] == [None, None]


def test_the_control_plane_stays_closed(server: RunningServer, browser: httpx.Client) -> None:
    for reply in (
        browser.options(f"{server.control_url}/reset", headers=PREFLIGHT),
        browser.post(f"{server.control_url}/reset"),
        browser.get(f"{server.control_url}/"),
    ):
        assert reply.status_code == 403
        assert "access-control-allow-origin" not in reply.headers
    assert "access-control-allow-origin" not in browser.get(server.page_url).headers


def test_cors_is_off_by_default(sandbox: Sandbox, browser: httpx.Client) -> None:
    with running(sandbox) as server:
        url = f"{server.track_url}/me/tasks"
        replies = [browser.options(url, headers=PREFLIGHT), browser.get(url)]
    assert [reply.status_code for reply in replies] == [405, 401]
    assert [reply.headers.get("access-control-allow-origin") for reply in replies] == [None, None]


@pytest.mark.parametrize(
    "origin", ["*", "localhost:3000", "http://localhost:3000/page", "", "null", "http://[", "http://:80"]
)
def test_an_invalid_origin_raises(sandbox: Sandbox, origin: str) -> None:
    with pytest.raises(ValueError, match="must be scheme, host and port, such as http://localhost:3000"):
        RunningServer(sandbox, allow_origins=[origin])


def test_the_command_names_the_option() -> None:
    command = [sys.executable, "-m", "toggl_sandbox", "--port", "0", "--allow-origin", "*"]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "toggl-tasks sandbox: allowed origin '*' must be scheme, host and port, such as http://localhost:3000: "
        "--allow-origin URL\n"
    )
