"""The external programs that the commands run: where they are installed, and how they are started."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import ROOT, CommandError

REDOCLY = ROOT / "node_modules/@redocly/cli/bin/cli.js"
OASDIFF = ROOT / "build/bin/oasdiff"
OPENAPI_FORMAT = ROOT / "node_modules/openapi-format/bin/cli.js"


class ToolError(CommandError):
    """A program is missing or failed. Its text is one line."""


def redocly() -> list[str]:
    """The command that starts redocly. Raises ToolError when Node.js or redocly is missing."""
    return node_program("redocly", REDOCLY, "spec-lint")


def oasdiff() -> list[str]:
    """The command that starts oasdiff. Raises ToolError when it is missing."""
    if not OASDIFF.exists():
        raise ToolError("spec-diff needs oasdiff: install Go 1.26 or later and run `make spec-diff`, which builds it")
    return [str(OASDIFF)]


def openapi_format() -> list[str]:
    """The command that starts openapi-format. Raises ToolError when Node.js or openapi-format is missing."""
    return node_program("openapi-format", OPENAPI_FORMAT, "spec-bundle")


def node_program(name: str, script: Path, target: str) -> list[str]:
    """The command that starts a program from npm; `target` is the make target that installs and runs it."""
    node = shutil.which("node")
    if node is None:
        raise ToolError(f"{target} needs Node.js 20.19 or later, with npm: install it and run `make {target}`")
    if not script.exists():
        raise ToolError(f"{name} is not installed: run `make {target}`, which installs it with npm")
    return [node, str(script)]


def git(*arguments: str, cwd: Path) -> bytes:
    """The output of git. Raises ToolError with its error message when it fails or is missing."""
    done = run_program(["git", *arguments], cwd=cwd)
    if done.returncode:
        raise ToolError(f"git {arguments[0]}: {last_error_line(done)}")
    return done.stdout


def resolve_commit(reference: str, *, cwd: Path) -> str:
    """The full hash of the commit of a branch, tag or short hash. Raises ToolError when there is none."""
    found = run_program(
        ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"], cwd=cwd
    )
    if found.returncode:
        raise ToolError(f"{reference}: {last_error_line(found) or 'no such commit, branch or tag'}")
    return found.stdout.decode().strip()


def run_program(
    command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program, with additions to the environment. Raises ToolError when it cannot be started."""
    try:
        return subprocess.run(
            command, cwd=cwd, env={**os.environ, **(environment or {})}, capture_output=True, check=False
        )
    except OSError as error:
        raise ToolError(f"{Path(command[0]).name} cannot be run: {error.strerror}") from None


def last_error_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line of the error output of a program."""
    return (done.stderr.decode(errors="replace").strip().splitlines() or [""])[-1]
