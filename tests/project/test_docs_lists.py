"""What docs/lists.md shows works as it stands there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.clock import FROZEN_AT, Clock

PAGE = (Path(__file__).parent.parent.parent / "docs" / "lists.md").read_text()


def test_the_examples_run_against_the_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, sandbox.track() as track:
        names: dict[str, Any] = {"track": track, "workspace_id": sandbox.workspace_id}
        examples = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
        assert len(examples) == 3
        for example in examples:
            exec(compile(example, "lists.md", "exec"), names)
    printed = capsys.readouterr().out.splitlines()
    total, requests = map(int, printed[0].split())
    assert requests == -(-total // 200)
    assert len([line for line in printed if line.startswith("changed")]) == total
    assert names["next_since"] == datetime(2025, 3, 3, 9, tzinfo=UTC)
