"""`python -m tests.cli.golden`: write the expected outputs of the command line again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.cli.golden.cases import CASES, FOLDER, output
from tests.support.command_line import CommandLine
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT

with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server, tempfile.TemporaryDirectory() as home:
    for name in CASES:
        sandbox.reset()
        (FOLDER / f"{name}.txt").write_text(output(CommandLine(sandbox, server, Path(home)), name))
