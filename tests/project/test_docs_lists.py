"""The examples of docs/guides/lists.md work as written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox
from toggl_sandbox.clock import FROZEN_AT, Clock


def test_the_examples_run_against_the_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, sandbox.track() as track:
        names: dict[str, Any] = {"track": track, "workspace_id": sandbox.workspace_id}
        shown = examples("docs/guides/lists.md")
        assert len(shown) == 3
        for example in shown:
            exec(compile(example, "lists.md", "exec"), names)
    printed = capsys.readouterr().out.splitlines()
    total, requests = map(int, printed[0].split())
    assert requests == -(-total // 200)
    assert len([line for line in printed if line.startswith("changed")]) == total
    assert names["next_since"] == datetime(2025, 3, 3, 9, tzinfo=UTC)
