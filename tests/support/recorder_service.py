"""A sandbox in place of the live service, for tests of commands that connect to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from recorder.record import main
from toggl_sandbox import Sandbox, running


@dataclass
class Service:
    """A sandbox that the environment points to."""

    sandbox: Sandbox
    folder: Path

    def record(self, *arguments: str) -> int:
        return main(["--output", str(self.folder), *arguments])

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.sandbox.requests]

    def own_tasks(self) -> list[str]:
        """The names of the tasks that the recorder did not delete."""
        sandbox = self.sandbox
        track = sandbox.track().tasks.list(sandbox.workspace_id, active="both", search="toggl-tasks recording")
        focus = sandbox.focus().tasks.list(sandbox.organization_id, sandbox.workspace_id, name="toggl-tasks recording")
        return [task.name for task in track] + [task.name for task in focus]


@contextmanager
def serve_sandbox(folder: Path) -> Iterator[Service]:
    with Sandbox() as sandbox, running(sandbox) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOGGL_API_TOKEN", sandbox.token)
        patch.setenv("TOGGL_FOCUS_TOKEN", sandbox.focus_token)
        patch.setenv("TOGGL_TRACK_URL", server.track_url)
        patch.setenv("TOGGL_FOCUS_URL", server.focus_url)
        patch.setenv("TOGGL_ORGANIZATION_ID", str(sandbox.organization_id))
        patch.setenv("TOGGL_WORKSPACE_ID", str(sandbox.workspace_id))
        patch.delenv("TOGGL_PROJECT_ID", raising=False)
        yield Service(sandbox, folder)


def answer_prompts(monkeypatch: pytest.MonkeyPatch, *given: str) -> list[str]:
    """Answer prompts with these texts; returns the list of prompts."""
    prompts: list[str] = []
    left = iter(given)

    def answer(question: str) -> str:
        prompts.append(question)
        return next(left)

    monkeypatch.setattr("builtins.input", answer)
    return prompts
