"""The programs from outside Python that the commands drive: where they are, and how they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REDOCLY = ROOT / "node_modules/@redocly/cli/bin/cli.js"
OASDIFF = ROOT / "build/bin/oasdiff"
OPENAPI_FORMAT = ROOT / "node_modules/openapi-format/bin/cli.js"


class CannotRun(Exception):
    """A command cannot do its work: a program is missing, or did not answer. Its text is one line."""


def redocly() -> list[str]:
    """How redocly is called; raises CannotRun when Node.js or redocly is missing."""
    return node_program("redocly", REDOCLY, "spec-lint")


def oasdiff() -> list[str]:
    """How oasdiff is called; raises CannotRun when it is missing."""
    if not OASDIFF.exists():
        raise CannotRun("spec-diff needs oasdiff: install Go 1.26 or later and run `make spec-diff`, which builds it")
    return [str(OASDIFF)]


def openapi_format() -> list[str]:
    """How openapi-format is called; raises CannotRun when Node.js or openapi-format is missing."""
    return node_program("openapi-format", OPENAPI_FORMAT, "spec-bundle")


def node_program(name: str, script: Path, target: str) -> list[str]:
    """How a program from npm is called; `target` is that of the Makefile which installs it and calls it."""
    node = shutil.which("node")
    if node is None:
        raise CannotRun(f"{target} needs Node.js 20.19 or later, with npm: install it and run `make {target}`")
    if not script.exists():
        raise CannotRun(f"{name} is not installed: run `make {target}`, which installs it with npm")
    return [node, str(script)]


def git(*arguments: str, cwd: Path) -> bytes:
    """What git answers; raises CannotRun with its complaint when it fails or is missing."""
    done = run(["git", *arguments], cwd=cwd)
    if done.returncode:
        raise CannotRun(f"git {arguments[0]}: {complaint(done)}")
    return done.stdout


def commit(reference: str, *, cwd: Path) -> str:
    """The full name of the commit that a branch, a tag or a short name means; raises CannotRun for none."""
    asked = run(["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"], cwd=cwd)
    if asked.returncode:
        raise CannotRun(f"{reference}: {complaint(asked) or 'no such commit, branch or tag'}")
    return asked.stdout.decode().strip()


def run(
    command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end, with additions to the environment; raises CannotRun when it cannot be started."""
    try:
        return subprocess.run(
            command, cwd=cwd, env={**os.environ, **(environment or {})}, capture_output=True, check=False
        )
    except OSError as error:
        raise CannotRun(f"{Path(command[0]).name} cannot be run: {error.strerror}") from None


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line that a program wrote to its error output."""
    return (done.stderr.decode(errors="replace").strip().splitlines() or [""])[-1]
