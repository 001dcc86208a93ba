"""The commands of docs/guides/command-line.md and the README work as written; one draws the README's picture."""

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

ROOT = Path(__file__).parent.parent.parent
TASKS = re.findall(r"^```csv\n(.*?)^```", (ROOT / "docs/guides/command-line.md").read_text(), re.M | re.S)[0]


@pytest.mark.parametrize("page", ["docs/guides/command-line.md", "README.md"])
def test_commands(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks.csv").write_text(TASKS)
    written = re.findall(r"^(?: {4})?(toggl-tasks .*)$", (ROOT / page).read_text(), re.M)
    lines = [shlex.split(line, comments=True) for line in written]
    assert len(lines) > 6
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        toggl = CommandLine(sandbox, server, tmp_path)
        for _, *arguments in lines:
            stdin = ""
            if arguments[:2] == ["auth", "login"]:
                arguments, stdin = [*arguments[: -2 if "<" in arguments else None], "--store", "file"], sandbox.token
            outcome = toggl(*arguments, stdin=stdin)
            assert outcome.code == 0, (arguments, outcome.stderr)
            silent = {"--dry-run", "login", "logout", "--install-completion", "changes", "export"}
            assert outcome.stdout or silent & {*arguments}, arguments


def test_the_picture_of_the_readme(tmp_path: Path) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        outcome = CommandLine(sandbox, server, tmp_path)("report", "--chart", str(tmp_path / "report.svg"))
    assert outcome.code == 0, outcome.stderr
    assert (tmp_path / "report.svg").read_text() == (ROOT / "docs/report.svg").read_text()
