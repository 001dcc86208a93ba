"""The examples of docs/guides/changing-tasks.md work as written, and its links lead to programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox
from toggl_tasks.track import Task

ROOT = Path(__file__).parent.parent.parent


def test_the_examples_run_against_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Task, "tracked_unit", Task.tracked_unit)  # is restored
    with Sandbox() as sandbox, sandbox.track() as track:
        place: dict[str, Any] = {"workspace_id": sandbox.workspace_id, "project_id": sandbox.project_id}
        projects = {
            "project": track.projects.get(*place.values()),
            "other_project": track.projects.create(sandbox.workspace_id, name="Intranet", active=True),
        }
        names = {"track": track, **place, **projects}
        printed = []
        for example in examples("docs/guides/changing-tasks.md"):
            exec(compile(example, "changing-tasks.md", "exec"), names)
            printed.append(capsys.readouterr().out)
        moved = track.tasks.find(sandbox.workspace_id, name="Translate", project=projects["other_project"])
    assert printed == ["True False True 2:00:00\n", "", "3 of 3\n3 []\n", "", ""]
    assert moved.active
    assert Task.tracked_unit == "seconds"


def test_every_example_of_the_table_exists() -> None:
    linked = re.findall(r"\]\(\.\./\.\./(examples/\w+\.py)\)", (ROOT / "docs/guides/changing-tasks.md").read_text())
    assert len(linked) == 11
    assert all((ROOT / path).is_file() for path in linked)
