"""`sandbox --shell`: a prompt whose `toggl-tasks` talks to a running sandbox."""

from __future__ import annotations

import pytest

from tests.support.command_line import PROGRAM, CommandLine
from tests.support.shells import Typist, require
from toggl_sandbox.shell import COMMANDS


def test_suggested_commands_work_and_nothing_of_the_user_is_touched(toggl: CommandLine) -> None:
    toggl.write_profiles(default={"workspace": "1"})
    before = {path: path.read_bytes() for path in toggl.home.rglob("*") if path.is_file()}
    lines = [*(line for line, _ in COMMANDS), "echo toggl_sk_x | toggl-tasks auth login --store file", "pwd", "exit 3"]
    done = toggl.process("sandbox", "--shell", stdin="\n".join(lines), SHELL=require("bash"), TOGGL_PROFILE="none")
    assert done.code == 0
    assert "A sandbox of Toggl Track and Focus runs for this shell: http://127.0.0.1:" in done.stderr
    assert all(line in done.stderr for line, _ in COMMANDS)
    assert done.lines.count("id         name            project  assignee      estimate  tracked  remaining") == 1
    assert "Write the docs" in done.stdout
    assert done.lines[-2:] == [str(toggl.home), "stopped"]
    assert toggl.requests() == [], "the user's own account"
    assert {path: path.read_bytes() for path in toggl.home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_prompt_names_the_sandbox_and_tab_completes(toggl: CommandLine, name: str) -> None:
    toggl.environment["SHELL"] = require(name)
    typist = Typist(toggl, PROGRAM, "sandbox", "--shell")
    try:
        typist.type("", r"\(sandbox\) [^\n]*[$%#] $")
        typist.type("toggl-tasks auth sta\t", r"sta[^\n]*tus")
        typist.type("\n", r"TOGGL_FOC.*\(sandbox\) [^\n]*[$%#] $")
        typist.type("sh -c 'echo run\"\"ning; exec sleep 60'\n", r"running\r\n")
        typist.type("\x03", r"\(sandbox\) [^\n]*[$%#] $")  # ends the program, not the sandbox
        typist.type("toggl-tasks workspaces --quiet\n", r"6000001")
        typist.type("exit\n", "stopped")
    finally:
        typist.close()
