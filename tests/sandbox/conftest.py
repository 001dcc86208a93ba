from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import pytest

from toggl_sandbox import Clock, RunningServer, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT


@pytest.fixture(scope="session")
def shared_sandbox() -> Iterator[Sandbox]:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Sandbox:
    """A sandbox, reset, with a frozen clock."""
    shared_sandbox.faults.sleep = asyncio.sleep
    shared_sandbox.reset()
    return shared_sandbox


@pytest.fixture(scope="session")
def shared_server(shared_sandbox: Sandbox) -> Iterator[RunningServer]:
    with running(shared_sandbox) as server:
        yield server


@pytest.fixture
def server(shared_server: RunningServer, sandbox: Sandbox) -> RunningServer:
    """The server of the sandbox, which has been reset."""
    return shared_server


@pytest.fixture
def track(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Plain httpx on Track, with the user's token."""
    authentication = (sandbox.token, "api_token")
    with httpx.Client(transport=sandbox.transport(), base_url=sandbox.track_url, auth=authentication) as client:
        yield client


@pytest.fixture
def focus(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Plain httpx on Focus, with the user's key."""
    headers = {"Authorization": f"Bearer {sandbox.focus_token}"}
    with httpx.Client(transport=sandbox.transport(), base_url=sandbox.focus_url, headers=headers) as client:
        yield client


@pytest.fixture
def project_tasks(sandbox: Sandbox) -> str:
    """Path of the tasks of an ordinary project in Track."""
    return f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"


@pytest.fixture
def workspace_tasks(sandbox: Sandbox) -> str:
    """Path of the tasks of the workspace in Track."""
    return f"/workspaces/{sandbox.workspace_id}/tasks"


@pytest.fixture
def focus_tasks(sandbox: Sandbox) -> str:
    """Path of the tasks of the workspace in Focus."""
    return f"/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
