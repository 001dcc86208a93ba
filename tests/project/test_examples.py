"""The programs in `examples/`, as a user starts them, against a sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from toggl_sandbox import Sandbox, running

ROOT = Path(__file__).parent.parent.parent


def run(program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TOGGL_")}
    return subprocess.run(
        [sys.executable, "-m", f"examples.{program}", *arguments],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_token_is_enough_to_create_a_task_in_a_project_by_name() -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        variables = {"TOGGL_TRACK_URL": server.track_url, "TOGGL_API_TOKEN": sandbox.token}
        done = run("first_task", "Website", "Write the release notes", **variables)
        assert done.returncode == 0, done.stderr
        assert f"{sandbox.project_id} Website\n" in done.stdout
        with sandbox.track() as track:
            tasks = track.tasks.list(sandbox.workspace_id, search="Write the release notes")
            assert [task.project_id for task in tasks] == [sandbox.project_id]
        misspelt = run("first_task", "Webseite", "Write the release notes", **variables)
    assert misspelt.returncode == 1
    assert misspelt.stderr == "list_projects: no item is named 'Webseite'; did you mean 'Website'?\n"
