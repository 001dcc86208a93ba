"""The output and the requests of every program, and the limits of the generators."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

HERE: Final = Path(__file__).parent
SCENARIOS: Final = HERE.parents[1] / "spec/scenarios"


class ExpectedRequest(NamedTuple):
    """One request of the scenario."""

    step: str
    operation: str
    """Such as `track.createTask`."""
    status: int


class Limit(NamedTuple):
    """A step that a generator cannot do."""

    language: str
    generator: str
    step: str
    reason: str
    link: str


def expected_lines(path: Path = HERE / "expected.txt") -> dict[str, str]:
    """Return the results by step, in order."""
    return dict(split_line(line) for line in path.read_text(encoding="utf-8").splitlines())


def split_line(line: str) -> tuple[str, str]:
    """Return the step and the result of a line `step: result`."""
    step, _, result = line.partition(": ")
    return step, result


def expected_requests(folder: Path = SCENARIOS) -> list[ExpectedRequest]:
    """Return the requests of both Arazzo documents, in order."""
    steps = list(expected_lines())
    return [request for name in ("track", "focus") for request in _requests_of(folder, name, steps)]


def _requests_of(folder: Path, name: str, steps: list[str]) -> Iterator[ExpectedRequest]:
    document = yaml.safe_load((folder / f"{name}.arazzo.yaml").read_text(encoding="utf-8"))
    for step in document["workflows"][0]["steps"]:
        # A step that needs several requests has several steps here, whose names begin with its own.
        prefixes = [one for one in steps if step["stepId"] == one or step["stepId"].startswith(f"{one}-")]
        if not prefixes:
            raise ValueError(f"{name}.arazzo.yaml: step {step['stepId']} is not in expected.txt")
        yield ExpectedRequest(max(prefixes, key=len), f"{name}.{step['operationId']}", _status_of(step))


def _status_of(step: dict[str, Any]) -> int:
    for criterion in step["successCriteria"]:
        expression, _, status = criterion["condition"].partition(" == ")
        if expression == "$statusCode":
            return int(status)
    raise ValueError(f"step {step['stepId']} has no criterion `$statusCode == …`")


def limits(path: Path = HERE / "limits.yaml") -> list[Limit]:
    """Return the limits of the generators. Raises ``ValueError`` for an invalid entry."""
    steps = expected_lines()
    entries = []
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or [], start=1):
        wrong = entry.keys() ^ set(Limit._fields)
        if wrong or not all(isinstance(value, str) and value.strip() for value in entry.values()):
            raise ValueError(f"limits.yaml: entry {number} must have the texts {', '.join(Limit._fields)}")
        if entry["step"] not in steps:
            raise ValueError(f"limits.yaml: entry {number}: step {entry['step']!r} is not in expected.txt")
        entries.append(Limit(**entry))
    return entries
