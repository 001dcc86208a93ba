"""`make spec-lint`: whether documents and scenarios are valid and portable, by openapi-spec-validator and redocly."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import ROOT
from ..arguments import SPEC
from ..loader import load
from ..specification import SCENARIOS, SPECIFICATIONS, SpecificationError
from ..tools import ToolError, last_error_line, redocly, run_program

ARGUMENTS = [SPEC]
CONFIGURATION = ROOT / "redocly.yaml"
#: The rules of the scenarios.
ARAZZO_CONFIGURATION = ROOT / "generator/checks/arazzo.yaml"
#: The rule that openapi-spec-validator and our generators accept the document.
VALID = "valid"
#: No telemetry and no check for a newer version. The first is in `redocly.yaml` too, but not in other configurations.
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "REDOCLY_SUPPRESS_NOTIFICATIONS": "true"}


@dataclass(frozen=True, order=True)
class Problem:
    """A violation of a rule: file, line and column from 1 (0 when unknown), JSON pointer."""

    file: Path
    line: int
    column: int
    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{os.path.relpath(self.file)}{place}: {self.pointer or '/'}: {self.message} ({self.rule})"


def run(options: Namespace) -> int:
    """Print the problems of both documents and of the scenarios; 1 when there are any."""
    specifications: Path = options.spec
    problems = lint([specifications / f"{name}.yaml" for name in SPECIFICATIONS])
    if scenarios := sorted(specifications.glob(SCENARIOS)):
        problems += sorted(redocly_problems(scenarios, ARAZZO_CONFIGURATION, redocly()))
    for found in problems:
        print(found)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)}", file=sys.stderr)
        return 1
    print(f"{specifications.name}/ breaks no rule")
    return 0


def lint(documents: Sequence[Path], configuration: Path = CONFIGURATION) -> list[Problem]:
    """All problems of the documents, sorted. Raises ToolError when redocly is missing or fails."""
    command = redocly()
    problems = invalid_documents(documents)
    try:
        return sorted({*problems, *redocly_problems(documents, configuration, command)})
    except ToolError:
        if problems:  # redocly fails for a file that is not YAML, which `invalid_documents` has found
            return sorted(problems)
        raise


def invalid_documents(documents: Sequence[Path]) -> list[Problem]:
    """The first problem of each document that code cannot be generated from."""
    problems = []
    for document in documents:
        try:
            load(document)
        except SpecificationError as error:
            problems.append(Problem(document.resolve(), 0, 0, error.pointer, VALID, error.cause))
    return problems


def redocly_problems(documents: Sequence[Path], configuration: Path, command: Sequence[str]) -> list[Problem]:
    """The problems that redocly finds, by its own rules and by ours."""
    names = [str(document.resolve()) for document in documents]
    options = ["--config", str(configuration), "--format", "json", "--max-problems", "10000"]
    done = run_program([*command, "lint", *names, *options], cwd=ROOT, environment=QUIET)
    found = list(parse_reports(done.stdout.decode()))
    if len(found) != len(documents):
        raise ToolError(f"redocly failed: {last_error_line(done)}")
    return [to_problem(each) for report in found for each in report["problems"]]


def parse_reports(output: str) -> Iterator[dict[str, Any]]:
    """The JSON values in the output, up to the first text that is not JSON."""
    decoder = json.JSONDecoder()
    while output := output.strip():
        try:
            report, end = decoder.raw_decode(output)
        except ValueError:
            return
        yield report
        output = output[end:]


def to_problem(found: dict[str, Any]) -> Problem:
    """The problem of an entry in the JSON output of redocly."""
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
