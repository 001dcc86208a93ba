"""The commands of docs/command-line.md run as they are written there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import keyring
from keyring.backends import fail

from tests.support.command_line import CommandLine
from toggl_sandbox import Sandbox, running

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text()


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    lines = re.findall(r"^\$ toggl-tasks (.*)$", PAGE, re.MULTILINE)
    assert len(lines) > 10
    with Sandbox() as sandbox, running(sandbox) as server:
        toggl = CommandLine(sandbox, server, tmp_path)
        for line in lines:
            command, _, file = line.partition(" < ")
            stored = ["--store", "file"] if file else []
            done = toggl(*shlex.split(command), *stored, stdin=sandbox.token if file else "")
            assert done.code == 0, (line, done)
