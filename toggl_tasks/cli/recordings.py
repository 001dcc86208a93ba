"""Find drift in recorded responses, and print it as a table: for maintainers of the specification.

The format of a recording is that of `tests/recordings/`.
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

from .. import Drift
from .._decoding import find_drift


class RecordedRequest(msgspec.Struct, frozen=True):
    """The part of a recorded request that identifies its operation."""

    api: Literal["track", "focus"]
    operation: str
    """`operationId` in the specification."""


class RecordedResponse(msgspec.Struct, frozen=True):
    """Status and body of a recorded response."""

    status: int
    body: str = ""
    body_base64: str | None = None

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        return self.body.encode() if self.body_base64 is None else base64.b64decode(self.body_base64, validate=True)


class Recording(msgspec.Struct, frozen=True):
    """A recorded request with its response."""

    request: RecordedRequest
    response: RecordedResponse


def load_recordings(path: Path) -> dict[str, Recording]:
    """The recordings in a file, or in a folder and its subfolders, by relative path.

    Raises ValueError, with a text of one line, if there are none or one cannot be read.
    """
    if not path.exists():
        raise ValueError(f"{path} does not exist")
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files:
        raise ValueError(f"{path} contains no recordings (files that end in .json)")
    recordings = {}
    for file in files:
        try:
            recording = msgspec.json.decode(file.read_bytes(), type=Recording)
            success_type(recording.request.api, recording.request.operation)
            recording.response.content  # noqa: B018 - raises if it is not base64
        except OSError as error:
            raise ValueError(f"{file}: {error.strerror}") from None
        except (ValueError, msgspec.DecodeError) as error:  # older versions of msgspec raise no ValueError
            raise ValueError(f"{file} is not a recording: {error}") from None
        recordings[file.relative_to(path).as_posix() if path.is_dir() else file.name] = recording
    return recordings


def success_type(api: str, operation_id: str) -> Any:
    """The type of the body of a successful response, None for no body; raises ValueError for an unknown operation."""
    operations = import_module(f"toggl_openapi.{api}.operations")
    name = re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", operation_id)
    if name not in operations.__all__:
        raise ValueError(f"the specification of {api} has no operation {operation_id!r}")
    (kind,) = typing.get_args(typing.get_type_hints(getattr(operations, name))["return"])
    return None if kind is types.NoneType else kind


def find_operation_drift(api: str, operation_id: str, body: bytes) -> list[Drift]:
    """The differences of a successful response from the specification; raises ValueError for an unknown operation."""
    return find_drift(success_type(api, operation_id), body, f"{api}.{operation_id}")


def print_drift_table(found: Iterable[tuple[Drift, str]]) -> None:
    """Print each drift once, with the responses that it was found in."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    sources: defaultdict[Drift, list[str]] = defaultdict(list)
    for drift, source in found:
        sources[drift].append(source)
    table = Table("operation", "JSON path", "expected", "found", "seen in", box=box.SIMPLE)
    for column in table.columns:
        column.overflow = "fold"
    for drift, names in sources.items():
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        table.add_row(drift.operation, drift.path, drift.expected, drift.found, f"{names[0]}{more}")
    # Do not wrap rows in a file or a pipe.
    console = Console(width=None if sys.stdout.isatty() else 1000, markup=False, emoji=False, highlight=False)
    console.print(table)
