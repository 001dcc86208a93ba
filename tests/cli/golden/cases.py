"""The commands whose output is compared with a file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any, Final

from tests.support.command_line import APIS, CommandLine
from toggl_tasks.cli.commands import COMMANDS

FOLDER: Final = Path(__file__).parent
HELP: Final = ["", *COMMANDS]

CASES: Final[Mapping[str, tuple[list[str], dict[str, Any]]]] = {
    **{
        f"list-{api}-{columns}-{'color' if color else 'plain'}": (
            ["list", "--all", "--limit", "8", "--api", api],
            {"columns": columns, "NO_COLOR": None if color else "1"},
        )
        for api, columns, color in product(APIS, (80, 120), (True, False))
    },
    "show-track": (["show", "100000003"], {}),
    "show-focus": (["show", "--api", "focus", "300000001"], {}),
    **{
        f"help{command and '-'}{command}": ([*filter(None, [command]), "--help"], {"COLUMNS": "100"})
        for command in HELP
    },
    "help-filters": (["list", "--help-filters"], {"COLUMNS": "100"}),
}
"""Arguments and environment by the name of the file."""


def output(toggl: CommandLine, name: str) -> str:
    """The output of a case; raises AssertionError if it fails."""
    arguments, options = CASES[name]
    outcome = toggl(*arguments, **options)
    assert outcome.code == 0, outcome
    assert not outcome.stderr, outcome
    return outcome.stdout
