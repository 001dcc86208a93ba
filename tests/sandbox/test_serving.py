"""The sandbox as an in-process transport, as a server, and as a command."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Thread

import httpx
import pytest

from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "toggl_sandbox"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}", "NO_COLOR": "1"}


def example_requests(sandbox: Sandbox) -> Iterator[tuple[str, str, object]]:
    tasks = f"{sandbox.track_url}/workspaces/{sandbox.workspace_id}/tasks"
    project = f"{sandbox.track_url}/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
    focus = f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    yield "POST", project, {"name": "Determined"}
    yield "GET", f"{tasks}?active=both&per_page=200&since=0", None
    yield "PATCH", f"{project}/100000001,100000002", [{"op": "remove", "path": "/user_id"}]
    yield "GET", f"{sandbox.track_url}/me/tasks?meta=true", None
    yield "POST", f"{focus}/bulk", {"tasks": [{"name": "A"}, {"name": "B"}]}
    yield "GET", f"{focus}/stream", None
    yield "GET", f"{focus}?per_page=999", None


def replies(sandbox: Sandbox) -> list[tuple[int, bytes, list[tuple[bytes, bytes]]]]:
    with httpx.Client(transport=sandbox.transport(), auth=(sandbox.email, sandbox.password)) as client:
        answers = [client.request(method, url, json=body) for method, url, body in example_requests(sandbox)]
    return [(answer.status_code, answer.content, answer.headers.raw) for answer in answers]


def test_same_seed_and_requests_give_the_same_bytes() -> None:
    with Sandbox(seed=7, clock=Clock(FROZEN_AT)) as one, Sandbox(seed=7, clock=Clock(FROZEN_AT)) as two:
        first = replies(one)
        assert first == replies(two)
        one.clock.advance(1000)
        one.reset()
        assert one.requests == []
        assert first == replies(one)
        request = one.requests[0]
        project = f"/api/v9/workspaces/{one.workspace_id}/projects/{one.project_id}"
        assert (request.method, request.path, request.status) == ("POST", f"{project}/tasks", 200)
    with Sandbox(seed=8, clock=Clock(FROZEN_AT)) as other:
        assert first[1] != replies(other)[1]


def test_same_seed_gives_the_same_bytes_in_another_process() -> None:
    program = """
import hashlib, sys
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
import httpx
sandbox = Sandbox(clock=Clock(FROZEN_AT))
with httpx.Client(transport=sandbox.transport(), auth=(sandbox.email, sandbox.password)) as client:
    focus = f"/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks/stream"
    print(hashlib.sha256(client.get(sandbox.focus_url + focus).content).hexdigest())
"""
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**ENVIRONMENT, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


async def test_the_async_transport_serves_concurrent_requests(sandbox: Sandbox, workspace_tasks: str) -> None:
    async with sandbox, httpx.AsyncClient(transport=sandbox.async_transport()) as client:
        url = sandbox.track_url + workspace_tasks
        answers = await asyncio.gather(*(client.get(url, auth=(sandbox.token, "api_token")) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.headers["x-toggl-request-id"] for answer in answers}) == 20


async def test_the_blocking_transport_works_inside_a_running_loop(track: httpx.Client, workspace_tasks: str) -> None:
    assert track.get(workspace_tasks).status_code == 200


def test_threads_can_share_one_client(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    def create(number: int) -> int:
        return track.post(project_tasks, json={"name": f"Thread {number % 50}"}).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(create, range(100)))
    assert statuses == [200] * 50 + [400] * 50


def test_requests_of_two_event_loops_do_not_overlap(
    sandbox: Sandbox, track: httpx.Client, project_tasks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another loop's request, sent between the check of a name and its use, waits until the first one is done."""
    statuses: list[int] = []

    async def create() -> None:
        authentication = (sandbox.token, "api_token")
        async with httpx.AsyncClient(transport=sandbox.async_transport(), auth=authentication) as client:
            reply = await client.post(sandbox.track_url + project_tasks, json={"name": "Only once"})
        statuses.append(reply.status_code)

    rival = Thread(target=lambda: asyncio.run(create()))
    now = sandbox.state.now

    def now_with_a_second_request() -> datetime:
        monkeypatch.setattr(sandbox.state, "now", now)
        rival.start()
        rival.join(0.3)
        return now()

    monkeypatch.setattr(sandbox.state, "now", now_with_a_second_request)
    assert track.post(project_tasks, json={"name": "Only once"}).status_code == 200
    rival.join()
    assert statuses == [400]


def test_a_closed_sandbox_can_be_used_again(sandbox: Sandbox, track: httpx.Client, workspace_tasks: str) -> None:
    sandbox.close()
    sandbox.close()
    assert track.get(workspace_tasks).status_code == 200


def test_a_streamed_request_body_is_accepted(track: httpx.Client, project_tasks: str) -> None:
    chunks = iter([b'{"name": ', b'"In parts"}'])
    reply = track.post(project_tasks, content=chunks, headers={"Content-Type": "application/json"})
    assert reply.json()["name"] == "In parts"


def test_facade_clients_use_the_transport(sandbox: Sandbox) -> None:
    with sandbox.track() as track:
        created = track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="By facade")
        assert created.id in {task.id for task in track.tasks.list(sandbox.workspace_id)}
    with sandbox.focus() as focus:
        made = focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="By facade")
        listed = focus.tasks.list(sandbox.organization_id, sandbox.workspace_id, name="By facade")
        assert [task.id for task in listed] == [made.id]


async def test_async_facade_clients_use_the_async_transport(sandbox: Sandbox) -> None:
    async with sandbox.async_track() as track:
        assert [task.id async for task in track.tasks.list(sandbox.workspace_id)]
    async with sandbox.async_focus() as focus:
        assert [task.id async for task in focus.tasks.list(sandbox.organization_id, sandbox.workspace_id)]


def test_the_server_serves_both_apis_until_it_stops(sandbox: Sandbox, workspace_tasks: str, focus_tasks: str) -> None:
    with running(sandbox) as server:
        with httpx.Client(auth=(sandbox.email, sandbox.password)) as client:
            track = client.get(server.track_url + workspace_tasks)
            focus = client.get(server.focus_url + focus_tasks)
            missing = client.get(f"http://127.0.0.1:{server.port}/nowhere")
        assert [reply.status_code for reply in (track, focus, missing)] == [200, 200, 404]
        assert "server" not in track.headers
        port = server.port
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_an_offer_of_http_2_is_ignored(
    sandbox: Sandbox, workspace_tasks: str, caplog: pytest.LogCaptureFixture
) -> None:
    offer = {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c", "HTTP2-Settings": "AAEAAEAA"}
    client = httpx.Client(headers=offer, auth=(sandbox.token, "api_token"))
    with running(sandbox) as server, client:
        url = f"{server.track_url}/workspaces/{sandbox.workspace_id}/projects"
        created = client.post(url, json={"name": "Offer"})  # with a body, which httptools would drop
        reply = client.get(server.track_url + workspace_tasks)
    assert (created.json()["name"], reply.status_code, caplog.records) == ("Offer", 200, [])


def test_a_server_without_requests_stops(sandbox: Sandbox) -> None:
    with running(sandbox):
        pass


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_the_command_serves_until_a_signal(kind: signal.Signals) -> None:
    arguments = ["--port", "0", "--plan", "free", "--seed", "3", "--frozen", "--rate-limit"]
    with subprocess.Popen(
        [*COMMAND, *arguments], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        try:
            lines = [process.stdout.readline() for _ in range(13)]
            printed = "".join(lines)
            exported = dict(re.findall(r"(TOGGL_\w+)=(\S+)", printed))
            workspace = re.search(r"workspace (\d+)", printed)
            assert workspace
            reply = httpx.get(
                f"{exported['TOGGL_TRACK_URL']}/workspaces/{workspace[1]}/tasks",
                auth=(exported["TOGGL_API_TOKEN"], "api_token"),
            )
            assert (reply.status_code, reply.headers["x-toggl-quota-remaining"]) == (200, "29")
            control = re.search(r"control  (\S+)/openapi.yaml", printed)
            assert control
            page = re.search(r"page +(\S+)", printed)
            assert page
            assert "<title>Toggl sandbox</title>" in httpx.get(page[1]).text
            quota = httpx.get(f"{control[1]}/quota").json()
            assert (quota["plan"], quota["rate_limit"]) == ("free", True)
        finally:
            process.send_signal(kind)
        output, errors = process.communicate(timeout=20)
    assert (process.returncode, output.strip(), errors) == (0, "stopped", "")


def test_a_port_in_use_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run([*COMMAND, "--port", str(port)], env=ENVIRONMENT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"toggl-tasks sandbox: cannot listen on 127.0.0.1:{port}: Address already in use\n"


def test_importing_without_the_extra_names_it() -> None:
    program = "import sys; sys.modules['starlette'] = None\nfrom toggl_sandbox import Sandbox"
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: toggl_sandbox needs the extra: pip install 'toggl-tasks[sandbox]'"
    )


def test_importing_loads_neither_starlette_nor_httpx() -> None:
    program = (
        "import sys; from toggl_sandbox import Sandbox; Sandbox(); print({'starlette', 'httpx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
