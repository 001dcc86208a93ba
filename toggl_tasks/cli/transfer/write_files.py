"""Write rows to a file atomically: it is written completely or not at all."""

from __future__ import annotations

import codecs
import csv
import datetime
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from ..errors import USAGE, CommandError
from ..output import cell, dump, text_of
from .columns import write_estimate

Rows = Iterable[Mapping[str, Any]]
Write = Callable[[IO[bytes], Sequence[str], Rows], None]


def writer_of(file: str, output_format: str) -> Write:
    """The function that writes a file of this name; for `-`, stdout in the output format. Raises CommandError."""
    if file == "-":
        return STDOUT[output_format]
    suffix = Path(file).suffix.lower()
    if suffix == ".parquet":
        raise CommandError(
            "`toggl-tasks sync` writes Parquet; `export` writes .csv, .tsv, .json, .ndjson and .xlsx", USAGE
        )
    if suffix not in WRITERS:
        raise CommandError(f"{file!r} has no known format: name it {', '.join(WRITERS)}, or write - for stdout", USAGE)
    if suffix == ".xlsx":
        from .xlsx import require_openpyxl

        require_openpyxl()
    return WRITERS[suffix]


def write_file(file: str, write: Write, columns: Sequence[str], rows: Rows) -> None:
    """Write rows to a file or to stdout. Raises CommandError; then the file is unchanged."""
    if file == "-":
        write(sys.stdout.buffer, columns, rows)  # `main` flushes it
        return
    path = Path(file).resolve()  # the target of a symbolic link
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            with path.open("wb") as out:
                write(out, columns, rows)
            return
        _replace(path, lambda out: write(out, columns, rows))
    except OSError as error:
        raise CommandError(f"cannot write {file}: {error.strerror or error}") from None


def _replace(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    draft = path.with_name(f".{path.name[:100]}.{os.getpid()}")
    try:
        with draft.open("xb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _text(value: Any) -> Any:
    """A value of a cell, with durations such as 2h 30m."""
    if isinstance(value, datetime.timedelta):
        return f"{'-' if value < datetime.timedelta() else ''}{write_estimate(abs(value))}"
    return value


class _Utf8:
    """Takes the lines of a csv.writer for a binary file. A TextIOWrapper would close stdout after an error."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, text: str) -> int:
        return self.out.write(text.encode())


def _write_csv(delimiter: str, mark: bytes = b"") -> Write:
    def write(out: IO[bytes], columns: Sequence[str], rows: Rows) -> None:
        out.write(mark)
        writer = csv.writer(_Utf8(out), delimiter=delimiter)
        writer.writerow(columns)
        for row in rows:
            values = (row.get(name) for name in columns)
            writer.writerow(
                [_text(value) if isinstance(value, datetime.timedelta) else cell(value) for value in values]
            )

    return write


def _write_json(out: IO[bytes], columns: Sequence[str], rows: Rows) -> None:
    out.write(dump([{name: row.get(name) for name in columns} for row in rows], indent=2).encode() + b"\n")


def _write_ndjson(out: IO[bytes], columns: Sequence[str], rows: Rows) -> None:
    for row in rows:
        out.write(dump({name: row.get(name) for name in columns}).encode() + b"\n")


def _write_xlsx(out: IO[bytes], columns: Sequence[str], rows: Rows) -> None:
    from .xlsx import write_sheet

    def sheet_cell(value: Any) -> Any:
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        return text_of(_text(value))

    write_sheet(out, columns, ([sheet_cell(row.get(name)) for name in columns] for row in rows))


WRITERS: Mapping[str, Write] = {
    # Spreadsheets recognize UTF-8 in CSV only by a byte order mark.
    ".csv": _write_csv(",", codecs.BOM_UTF8),
    ".tsv": _write_csv("\t", codecs.BOM_UTF8),
    ".json": _write_json,
    ".ndjson": _write_ndjson,
    ".xlsx": _write_xlsx,
}
STDOUT: Mapping[str, Write] = {
    "table": _write_csv(","),
    "csv": _write_csv(","),
    "tsv": _write_csv("\t"),
    "json": _write_json,
    "ndjson": _write_ndjson,
}
