"""The commands of docs/command-line.md work as written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT

TEXT = (Path(__file__).parent.parent.parent / "docs/command-line.md").read_text()


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks.csv").write_text(re.findall(r"^```csv\n(.*?)^```", TEXT, re.M | re.S)[0])
    lines = [shlex.split(line, comments=True) for line in re.findall(r"^toggl-tasks .*$", TEXT, re.M)]
    assert len(lines) > 10
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        toggl = CommandLine(sandbox, server, tmp_path)
        for _, *arguments in lines:
            outcome = toggl(*arguments)
            assert outcome.code == 0, (arguments, outcome.stderr)
            assert outcome.stdout or "--dry-run" in arguments or arguments[0] in ("changes", "export"), arguments
