"""External programs: tests that need one are skipped if it is missing or too old."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import ROOT
from generator.tools import ToolError


def needs(program: Callable[[], object]) -> pytest.MarkDecorator:
    """A mark for tests that need one of the programs of `generator.tools`; its error message is the reason."""
    try:
        program()
    except ToolError as reason:
        return pytest.mark.skip(reason=str(reason))
    return pytest.mark.skipif(False, reason="it can run")


def make_with_nothing_installed(target: str, *, newer: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a target with make as if this file were newer, with only the Makefile's own programs on PATH."""
    for program in ("sh", "find", "sed"):
        (folder / program).symlink_to(shutil.which(program) or "")
    make = [shutil.which("make") or "make", "--no-print-directory", "-W", newer, target]
    return subprocess.run(make, cwd=ROOT, env={"PATH": str(folder)}, capture_output=True, text=True, check=False)
