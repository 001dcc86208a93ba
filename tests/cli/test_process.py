"""What only a process shows: exit codes, pipes, signals, and what is imported."""

from __future__ import annotations

from tests.support.command_line import CommandLine


def test_process_and_terminal_give_same_rows(toggl: CommandLine, api: str) -> None:
    arguments = ("list", "--api", api, "--limit", 3, "--fields", "id,name")
    here = toggl(*arguments)
    assert here.code == 0
    assert len(here.lines) == 4
    assert toggl.process(*arguments) == here
    assert toggl.in_terminal(*arguments, NO_COLOR="1")[1].splitlines()[1:] == here.lines[1:]
