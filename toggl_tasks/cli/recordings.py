"""Drift for those who keep the specification: where replies are not what it says, as a table.

Replies come from recordings, in the format of `tests/recordings/`, or from the live service just now.
"""

from __future__ import annotations

import base64
import re
import sys
import types
import typing
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import msgspec

from .._decoding import Drift, departures


class Asked(msgspec.Struct, frozen=True):
    """The part of a recorded request that says how to read the reply."""

    api: Literal["track", "focus"]
    operation: str
    """`operationId` of the specification."""


class Answered(msgspec.Struct, frozen=True):
    """The part of a recorded response that is read."""

    status: int
    body: str = ""
    body_base64: str | None = None

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        return self.body.encode() if self.body_base64 is None else base64.b64decode(self.body_base64, validate=True)


class Recording(msgspec.Struct, frozen=True):
    """One stored exchange."""

    request: Asked
    response: Answered


def recordings_in(place: Path) -> dict[str, Recording]:
    """The recordings in a file, or in a folder and those below it, by file name.

    Raises ValueError, in one line, when there is nothing of the kind or a file cannot be read.
    """
    if not place.exists():
        raise ValueError(f"{place} does not exist")
    files = sorted(place.rglob("*.json")) if place.is_dir() else [place]
    if not files:
        raise ValueError(f"{place} holds no recordings: no file that ends in .json")
    found = {}
    for file in files:
        try:
            recording = msgspec.json.decode(file.read_bytes(), type=Recording)
            success_type(recording.request.api, recording.request.operation)
            recording.response.content  # noqa: B018 - whether it can be decoded
        except OSError as error:
            raise ValueError(f"{file}: {error.strerror}") from None
        except ValueError as error:
            raise ValueError(f"{file} is no recording: {error}") from None
        found[file.relative_to(place).as_posix() if place.is_dir() else file.name] = recording
    return found


def success_type(api: str, operation_id: str) -> Any:
    """The type of the body of a success, None when there is no body; raises ValueError for an unknown operation."""
    operations = import_module(f"toggl_openapi.{api}.operations")
    name = re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", operation_id)
    if name not in operations.__all__:
        raise ValueError(f"the specification of {api} has no operation {operation_id!r}")
    (kind,) = typing.get_args(typing.get_type_hints(getattr(operations, name))["return"])
    return None if kind is types.NoneType else kind


def drifts_of(api: str, operation_id: str, body: bytes) -> list[Drift]:
    """Where the body of a success is not what the specification says; raises ValueError for an unknown operation."""
    return departures(success_type(api, operation_id), body, f"{api}.{operation_id}")


def print_table(found: Iterable[tuple[Drift, str]]) -> None:
    """Print drifts, each with the places where it was seen."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    places: defaultdict[Drift, list[str]] = defaultdict(list)
    for drift, place in found:
        places[drift].append(place)
    table = Table("operation", "JSON path", "expected", "found", "seen in", box=box.SIMPLE)
    for column in table.columns:
        column.overflow = "fold"
    for drift, seen in places.items():
        more = f" and {len(seen) - 1} more" if len(seen) > 1 else ""
        table.add_row(drift.operation, drift.path, drift.expected, drift.found, f"{seen[0]}{more}")
    # In a file or a pipe, a row stays one line.
    console = Console(width=None if sys.stdout.isatty() else 1000, markup=False, emoji=False, highlight=False)
    console.print(table)
