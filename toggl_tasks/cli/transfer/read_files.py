"""Read the rows of a file: CSV of any dialect, JSON, NDJSON or XLSX."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ..errors import FAILED, USAGE, CommandError
from ..output import restore
from .columns import COLUMNS, ID, column_of, is_empty

KNOWN = {*COLUMNS, ID}
DELIMITERS = ",;\t|"


class Row(msgspec.Struct):
    """A row of a file, without empty cells."""

    number: int
    """Number of the row as in a spreadsheet; in JSON and NDJSON, the number of the item or of the line, from 1."""
    cells: dict[str, Any]
    fault: str = ""
    """The reason why the row cannot be read."""


class Table(msgspec.Struct):
    """The rows of a file."""

    source: str
    columns: list[str]
    """The known columns."""
    ignored: list[str]
    rows: list[Row]


def read_table(file: str) -> Table:
    """Read a file, `-` for stdin. Raises CommandError if it cannot be read or has no column `name`."""
    source = "stdin" if file == "-" else file
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"cannot read {file}: {error.strerror}", FAILED) from None
    suffix = Path(file).suffix.lower()
    if suffix == ".parquet":
        raise CommandError(f"cannot import {file}: use CSV, JSON, NDJSON or XLSX", USAGE)
    if content.startswith(b"PK\x03\x04") or suffix == ".xlsx":
        header, rows = _read_xlsx(source, content)
    else:
        text = _decode(source, content)
        first = text.lstrip()[:1]
        if not first:
            raise CommandError(f"{source} is empty", USAGE)
        if suffix in (".ndjson", ".jsonl") or (first == "{" and suffix != ".json"):
            header, rows = _read_ndjson(text)
        elif suffix == ".json" or (first == "[" and suffix not in (".csv", ".tsv")):
            header, rows = _read_json(source, text)
        else:
            header, rows = _read_csv(source, text)
    return _table(source, header, rows)


def _decode(source: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content[:2]:
        raise CommandError(f"{source} is not in UTF-8, but perhaps in UTF-16: save it as CSV in UTF-8", USAGE)
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CommandError(
            f"{source} is not in {encoding.removesuffix('-sig').upper()}: line {line} has the byte"
            f" 0x{content[error.start]:02x}; save it as CSV in UTF-8",
            USAGE,
        ) from None


def _table(source: str, header: Sequence[str], rows: Iterable[Row]) -> Table:
    found = [column_of(title) for title in header]
    if twice := sorted({name for name in found if found.count(name) > 1 and name in KNOWN}):
        raise CommandError(f"{source} has the column {twice[0]!r} twice: delete or rename one", USAGE)
    if "name" not in found:
        shown = ", ".join(repr(title) for title in header if title) or "none"
        raise CommandError(
            f"{source} has no column 'name': its columns are {shown}; `import` reads {', '.join(COLUMNS)}", USAGE
        )
    ignored = [title for title, name in zip(header, found, strict=True) if name not in KNOWN and title.strip()]
    return Table(source, [name for name in found if name in KNOWN], ignored, list(rows))


def _row(number: int, cells: Iterable[tuple[str, Any]], fault: str = "") -> Row | None:
    """A row with its known cells; None if all cells are empty."""
    given = [(column_of(title), value) for title, value in cells if not is_empty(value)]
    if not given and not fault:
        return None
    return Row(number, {name: value for name, value in given if name in KNOWN}, fault)


def _read_csv(source: str, text: str) -> tuple[list[str], Iterator[Row]]:
    dialect = _dialect(text)
    csv.field_size_limit(sys.maxsize if sys.maxsize < 2**32 else 2**31 - 1)
    lines = csv.reader(io.StringIO(text, newline=""), dialect, strict=True)
    try:
        records = list(lines)
    except csv.Error as error:
        raise CommandError(f"{source} is not CSV: line {lines.line_num}: {error}", USAGE) from None
    header = records[0]

    def rows() -> Iterator[Row]:
        for number, record in enumerate(records[1:], 2):
            fault = ""
            if len(record) > len(header) and any(record[len(header) :]):
                fault = f"{len(record)} cells, but there are {len(header)} columns: quote a cell that has a delimiter"
            cells = [(title, restore(value)) for title, value in zip(header, record, strict=False)]
            if row := _row(number, cells, fault):
                yield row

    return header, rows()


def _dialect(text: str) -> type[csv.Dialect] | csv.Dialect:
    """The dialect in which the first line has the most known columns; otherwise the one that the Sniffer finds.

    The Sniffer is the second choice, because it misdetects names with apostrophes and commas.
    """

    class Dialect(csv.excel):
        pass

    def known(delimiter: str) -> int:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return sum(column_of(title) in KNOWN for title in first)

    best = max(DELIMITERS, key=known)
    if known(best):
        Dialect.delimiter = best
        return Dialect
    try:
        found = csv.Sniffer().sniff(text[:65_536])
    except csv.Error:
        return csv.excel
    found.doublequote = True  # the Sniffer returns False if the sample has no doubled quote
    return found


def _read_json(source: str, text: str) -> tuple[list[str], Iterator[Row]]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CommandError(f"{source} is not JSON: {error}", USAGE) from None
    if not isinstance(items, list):
        raise CommandError(f"{source} is not a JSON array of objects, one for each task", USAGE)
    return _objects(enumerate(items, 1))


def _read_ndjson(text: str) -> tuple[list[str], Iterator[Row]]:
    items: list[tuple[int, Any]] = []
    for number, line in enumerate(re.split(r"\r?\n", text), 1):
        if not line.strip():
            continue
        try:
            items.append((number, json.loads(line)))
        except (ValueError, RecursionError) as error:
            items.append((number, error))
    return _objects(items)


def _objects(items: Iterable[tuple[int, Any]]) -> tuple[list[str], Iterator[Row]]:
    header: dict[str, None] = {}
    rows: list[Row] = []
    for number, item in items:
        if not isinstance(item, dict):
            what = f"not JSON: {item}" if isinstance(item, Exception) else f"not a JSON object: {item!r}"
            rows.append(Row(number, {}, what[:200]))
            continue
        twice = len({column_of(key) for key in item}) < len(item)
        header |= dict.fromkeys(item)
        if row := _row(number, item.items(), "two fields have the name of one column" if twice else ""):
            rows.append(row)
    columns = {column_of(title): title for title in header}  # each spelling once
    return list(columns.values()) or ["name"], iter(rows)


def _read_xlsx(source: str, content: bytes) -> tuple[list[str], Iterator[Row]]:
    from .xlsx import read_sheet

    records = read_sheet(source, content)
    header = [str(title) if title is not None else "" for title in records[0]] if records else []

    def rows() -> Iterator[Row]:
        for number, record in enumerate(records[1:], 2):
            if row := _row(number, zip(header, record, strict=False)):
                if isinstance(row.cells.get("estimate"), int | float):
                    row.fault = f"{row.cells['estimate']!r} is not a duration: use 2h30m, 90m, 1.5h or 2:30"
                yield row

    return header, rows()
