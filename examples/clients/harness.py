"""Run a program of another language against a sandbox, and compare what it printed and requested."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from toggl_sandbox.request_log import Request

from .scenario import HERE, ExpectedRequest, expected_lines, expected_requests, limits, split_line
from .world import scenario_server

LOGS: Final = HERE.parents[1] / "build/languages"
ENVIRONMENT: Final = {**os.environ, "PYTHON": sys.executable}
"""The environment of all commands, with a Python that has toggl_tasks."""
TIMEOUT: Final = 900
"""Seconds that a language may take to be generated, compiled and run."""
LAST_LINES: Final = 30
"""Lines of the error output that a failure shows."""


@dataclass(frozen=True)
class Language:
    """The contents of `language.yaml` in the folder of a language."""

    folder: Path
    name: str
    generator: str
    """With its version."""
    options: str
    """Options that a reader needs to know; empty for none."""
    needs: dict[str, str]
    """The tools to install, and a shell command that succeeds if they are installed."""
    prints: bool = True
    """Whether it prints a line for each step; otherwise only its requests are compared."""
    accepts_unknown_fields: bool = True
    """False for a tool that reports them on purpose: it is run without them."""

    @property
    def id(self) -> str:
        """The name of the folder."""
        return self.folder.name


@dataclass
class Outcome:
    """The result of one language."""

    language: Language
    missing: list[str] = field(default_factory=list)
    """The tools that are not installed; the language was not run."""
    problems: list[str] = field(default_factory=list)
    """One text for each difference."""
    seconds: float = 0
    error_output: str = ""


def languages(folder: Path = HERE) -> dict[str, Language]:
    """Return all languages by the names of their folders."""
    return {path.parent.name: read_language(path.parent) for path in sorted(folder.glob("*/language.yaml"))}


def read_language(folder: Path) -> Language:
    """Return the language of a folder. Raises ``ValueError`` if its description is invalid."""
    path = folder / "language.yaml"
    try:
        return Language(folder, **yaml.safe_load(path.read_text(encoding="utf-8")))
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from None


def missing_tools(language: Language) -> list[str]:
    """Return what has to be installed before a language can run."""
    return [
        install
        for install, command in language.needs.items()
        if subprocess.run(  # noqa: S602 - from our own file
            command, shell=True, cwd=language.folder, env=ENVIRONMENT, capture_output=True, check=False
        ).returncode
    ]


def run_language(language: Language) -> Outcome:
    """Generate, compile and run the program of a language, and compare the result with the scenario."""
    outcome = Outcome(language, missing_tools(language))
    if outcome.missing:
        return outcome
    started = time.monotonic()
    with scenario_server(unknown_fields=language.accepts_unknown_fields) as (sandbox, _server, environment):
        try:
            done = subprocess.run(
                ["./run"],
                cwd=language.folder,
                env={**ENVIRONMENT, **environment},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            outcome.problems.append(f"it did not end within {TIMEOUT} seconds")
            return outcome
        requests = sandbox.requests
    outcome.seconds = time.monotonic() - started
    outcome.error_output = done.stderr.decode(errors="replace")
    lines = done.stdout.decode(errors="replace").splitlines()
    if done.returncode:
        began = "" if lines or requests else " before the first step"
        last = "\n".join(outcome.error_output.splitlines()[-LAST_LINES:])
        outcome.problems.append(f"./run exited with {done.returncode}{began}:\n{last}")
        if began:
            return outcome
    unable = {one.step for one in limits() if one.language == language.id}
    if language.prints:
        outcome.problems += compare_lines(expected_lines(), lines, unable)
    outcome.problems += compare_requests(expected_requests(), requests, unable)
    return outcome


def compare_lines(expected: dict[str, str], lines: Sequence[str], unable: Collection[str] = ()) -> list[str]:
    """Return the differences between the lines that a program has to print and those that it printed.

    ``unable`` are the steps of `limits.yaml`: of these the program has to print `cannot: ` and a reason.
    """
    printed = dict(map(split_line, lines))
    problems = []
    waiting = len(printed.keys() & expected.keys())
    for step, result in expected.items():
        got = printed.get(step)
        waiting -= got is not None
        if got is None and not waiting:
            problems.append(f"step {step}: expected {result!r}, but the program ended before it")
            break
        if got is None:
            problems.append(f"step {step}: expected {result!r}, but the program printed no line for it")
        elif got.startswith("cannot: "):
            if step not in unable:
                problems.append(f"step {step}: expected {result!r}, got {got!r}; limits.yaml has no entry for it")
        elif got != result:
            problems.append(f"step {step}: expected {result!r}, got {got!r}")
        elif step in unable:
            problems.append(f"step {step}: works, but limits.yaml has an entry for it: delete the entry")
    problems += [f"unexpected line {line!r}" for line in lines if split_line(line)[0] not in expected]
    if not problems and list(printed) != list(expected):
        problems.append(f"the steps are in the wrong order: {', '.join(printed)}")
    return problems


def compare_requests(
    expected: Sequence[ExpectedRequest], requests: Sequence[Request], unable: Collection[str] = ()
) -> list[str]:
    """Return the first difference between the requests of the scenario and those that were sent.

    The requests of a step in ``unable`` may be absent or have another status.
    """
    positions = {0}  # how many requests may belong to the steps so far
    for request in expected:
        reached = set()
        for position in positions:
            sent = requests[position] if position < len(requests) else None
            is_unable = request.step in unable
            if is_unable:
                reached.add(position)
            if sent and sent.operation == request.operation and (is_unable or sent.status == request.status):
                reached.add(position + 1)
        if not reached:
            last = max(positions)
            got = _describe(requests[last]) if last < len(requests) else "no request"
            return [f"step {request.step}: expected the request {request.operation} with {request.status}, got {got}"]
        positions = reached
    if len(requests) in positions:
        return []
    return [f"unexpected request after the last step: {_describe(requests[max(positions)])}"]


def _describe(request: Request) -> str:
    query = f"?{request.query}" if request.query else ""
    return f"{request.operation or 'no operation'} with {request.status} ({request.method} {request.path}{query})"
