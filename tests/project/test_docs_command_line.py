"""The commands of docs/command-line.md work as written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.support.command_line import CommandLine
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT

TEXT = (Path(__file__).parent.parent.parent / "docs/command-line.md").read_text()


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks.csv").write_text(re.findall(r"^```csv\n(.*?)^```", TEXT, re.M | re.S)[0])
    lines = [shlex.split(line, comments=True) for line in re.findall(r"^toggl-tasks .*$", TEXT, re.M)]
    assert len(lines) > 10
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        toggl = CommandLine(sandbox, server, tmp_path)
        for _, *arguments in lines:
            stdin = ""
            if "<" in arguments:  # a file with a token
                arguments, stdin = [*arguments[: arguments.index("<")], "--store", "file"], sandbox.token
            outcome = toggl(*arguments, stdin=stdin)
            assert outcome.code == 0, (arguments, outcome.stderr)
            silent = {"--dry-run", "login", "logout", "--install-completion", "changes", "export"}
            assert outcome.stdout or silent & {*arguments}, arguments
