"""`make demo` without an account."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def demo(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TOGGL_")}
    return subprocess.run(
        [sys.executable, "-m", "examples.demo"],
        cwd=ROOT,
        env={**environment, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_both_apis_list_create_patch_update_and_delete() -> None:
    done = demo()
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    track, rest = done.stdout.split("Toggl Focus ─")
    focus, commands = rest.split("Command line ─")
    for part, steps in (
        (track, ("created", "patched", "updated", "deleted")),
        (focus, ("created", "updated", "deleted")),
    ):
        for name in steps:
            assert f"✓ {name}" in part
        left = re.search(r"quota: (\d+) requests left this hour", part)
        assert left is not None
        assert 0 < int(left[1]) < 240
    assert "Write the docs" in commands
    assert re.search(r"^organization 5000001 +track ", commands, re.MULTILINE)
    assert "sandbox stopped" in commands


def test_live_without_a_token_prints_what_is_missing() -> None:
    done = demo(LIVE="1")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["LIVE=1 needs TOGGL_API_TOKEN, or TOGGL_FOCUS_TOKEN with TOGGL_ORGANIZATION_ID"]


def test_live_lists_tasks_from_the_addresses_in_the_environment() -> None:
    from toggl_sandbox import Sandbox, running

    with Sandbox() as sandbox, running(sandbox) as server:
        done = demo(
            LIVE="1",
            TOGGL_TRACK_URL=server.track_url,
            TOGGL_API_TOKEN=sandbox.token,
            TOGGL_FOCUS_URL=server.focus_url,
            TOGGL_FOCUS_TOKEN=sandbox.focus_token,
        )
        methods = {request.method for request in sandbox.requests}
        # The tasks of each API, the user and the workspace of Track, and the settings of Focus.
        assert len(sandbox.requests) == 5
    assert done.returncode == 0, done.stderr
    assert "your tasks in Toggl Track" in done.stdout
    assert "your tasks in Toggl Focus" in done.stdout
    assert methods == {"GET"}
