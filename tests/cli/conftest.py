"""A sandbox on a socket, and the command line of a user who is signed in to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.support.command_line import APIS, CommandLine
from toggl_sandbox import Clock, RunningServer, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT


@pytest.fixture(scope="module")
def served_sandbox() -> Iterator[tuple[Sandbox, RunningServer]]:
    """A sandbox with a frozen clock, on a socket."""
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        yield sandbox, server


@pytest.fixture
def toggl(served_sandbox: tuple[Sandbox, RunningServer], tmp_path: Path) -> CommandLine:
    """Runs commands, on a new state: `code, stdout, stderr = toggl("list", "--all")`."""
    sandbox, server = served_sandbox
    sandbox.reset()
    sandbox.clear_requests()
    return CommandLine(sandbox, server, tmp_path)


@pytest.fixture(params=APIS)
def api(request: pytest.FixtureRequest) -> str:
    """Each API in turn."""
    name: str = request.param
    return name


@pytest.fixture(autouse=True)
def no_keyring() -> None:
    """Commands in this process find no keyring: they must not touch that of the developer."""
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
