"""Outputs that are compared with files: tables at two widths, with and without colour, and every help text."""

from __future__ import annotations

import pytest

from tests.cli.golden.cases import CASES, FOLDER, output
from tests.support.command_line import CommandLine


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_in_the_golden_file(toggl: CommandLine, name: str) -> None:
    file = FOLDER / f"{name}.txt"
    written = file.read_text() if file.exists() else ""
    assert output(toggl, name) == written, "look at the difference; write it with `python -m tests.cli.golden`"


def test_every_golden_file_has_a_case() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(CASES)
