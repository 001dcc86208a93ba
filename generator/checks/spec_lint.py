"""Drives openapi-spec-validator and redocly: is a document valid, and within what all generators agree on?"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..codegen.output import SPECIFICATIONS
from ..specification import SpecificationError, load
from ..tools import ROOT, CannotRun, complaint, redocly, run

CONFIGURATION = ROOT / "redocly.yaml"
#: The rule of what openapi-spec-validator and our generators refuse.
VALID = "valid"
#: Linting tells nobody anything, and asks nobody for a newer version. The first is in `redocly.yaml` too, but
#: another configuration can be given.
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "REDOCLY_SUPPRESS_NOTIFICATIONS": "true"}


@dataclass(frozen=True, order=True)
class Problem:
    """A rule that a document breaks, and where: file, line and column from 1 (0: not known), JSON pointer."""

    file: Path
    line: int
    column: int
    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{os.path.relpath(self.file)}{place}: {self.pointer or '/'}: {self.message} ({self.rule})"


def lint_command(specifications: Path) -> int:
    """Print the problems of both documents; the exit code is 1 when there are any."""
    problems = lint([specifications / f"{name}.yaml" for name in SPECIFICATIONS])
    for found in problems:
        print(found)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)}", file=sys.stderr)
        return 1
    print(f"{specifications.name}/ breaks no rule")
    return 0


def lint(documents: Sequence[Path], configuration: Path = CONFIGURATION) -> list[Problem]:
    """Everything that is wrong with the documents, in order; raises CannotRun when redocly is missing or fails."""
    command = redocly()
    problems = invalid(documents)
    try:
        return sorted({*problems, *unportable(documents, configuration, command)})
    except CannotRun:
        if problems:  # redocly stops at a file that is not YAML; `invalid` has said so already
            return sorted(problems)
        raise


def invalid(documents: Sequence[Path]) -> list[Problem]:
    """What keeps a document from being generated from, openapi-spec-validator first; one problem for each document."""
    problems = []
    for document in documents:
        try:
            load(document)
        except SpecificationError as error:
            problems.append(Problem(document.resolve(), 0, 0, error.pointer, VALID, error.cause))
    return problems


def unportable(documents: Sequence[Path], configuration: Path, command: Sequence[str]) -> list[Problem]:
    """What redocly says, by its own rules and by ours."""
    names = [str(document.resolve()) for document in documents]
    options = ["--config", str(configuration), "--format", "json", "--max-problems", "10000"]
    done = run([*command, "lint", *names, *options], cwd=ROOT, environment=QUIET)
    found = list(reports(done.stdout.decode()))
    if len(found) != len(documents):
        raise CannotRun(f"redocly failed: {complaint(done)}")
    return [problem(each) for report in found for each in report["problems"]]


def reports(output: str) -> Iterator[dict[str, Any]]:
    """The JSON of one document after the other, as far as it is JSON."""
    decoder = json.JSONDecoder()
    while output := output.strip():
        try:
            report, end = decoder.raw_decode(output)
        except ValueError:
            return
        yield report
        output = output[end:]


def problem(found: dict[str, Any]) -> Problem:
    """A problem as redocly writes it to JSON."""
    place = found["location"][0]
    start = place.get("start", {})
    return Problem(
        file=(ROOT / place["source"]["ref"]).resolve(),
        line=start.get("line", 0),
        column=start.get("col", 0),
        pointer=place.get("pointer", "").removeprefix("#"),
        rule=found["ruleId"],
        message=" ".join(found["message"].split()),
    )
