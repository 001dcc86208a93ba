"""Parses a saved documentation page into facts, without its sentences.

A page has, for each operation, its method and URL, its parameters, its body and its responses.
`read_page` returns the names, types, required flags, nullable marks and statuses. Descriptions are
dropped; one that is exactly `null` marks a nullable field. Pages come as HTML, and as text in three
layouts: pipe tables, forum copies without the outer pipes, and forum copies with one cell a line.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from .page_lines import Line, html_lines, is_html, text_lines
from .page_lines import PageError as PageError  # callers of this module catch it

WHOLE_BODY = "$"
"""The name of a whole body, where a fact is about more than one field of it, or it is no object."""
HOSTS = ("https://api.track.toggl.com/api/v9", "https://focus.toggl.com/api")

_PARAMETER_COLUMNS = ("name", "type", "required", "description")
_FIELD_COLUMNS = ("name", "type", "description")

_SECTIONS = ("Parameters", "Path", "Query", "Body", "Response")
_METHOD = "GET|POST|PUT|PATCH|DELETE"
_HEADING = re.compile(rf"({_METHOD})\b")
_SAMPLE_METHOD = re.compile(rf"\bMethod::({_METHOD})\b")
_URL = re.compile(r"https?://\S+")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_STATUS = re.compile(r"[1-5]\d\d")
_DELIMITER_CELL = re.compile(r":?-{3,}:?")
# The vendor's pages once had "integer | null" where they now have the description "null".
_OR_NULL = " | null"
_ARRAY_TYPE = re.compile(r"Array of (?P<words>.+)|\[\](?P<brackets>.+)")
_PLAIN_TYPES = frozenset({"boolean", "integer", "number", "object", "string"})
# The date line which a forum puts under the author of each post: "January 23, 2026, 1:29pm".
_POST_DATE = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}, \d{1,2}:\d{2} ?[ap]m")


LIMITS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")
Limits = Mapping[str, int | float]
"""The limits of a value by their names in JSON Schema, which are LIMITS."""


class Parameter(msgspec.Struct, frozen=True, omit_defaults=True):
    """A path or query parameter: its type (`integer`, `array<string>`), and what its values may be.

    Only an OpenAPI document has `nullable`, `enum` and `limits`; those of an array include those of its items.
    """

    type: str
    required: bool
    nullable: bool = False
    enum: tuple[str | int | float, ...] | None = None
    limits: Limits | None = None


class Field(msgspec.Struct, frozen=True, omit_defaults=True):
    """A field of a body or response; `fields` is None where its inside is not documented.

    Only an OpenAPI document has `required`, `enum` and `limits`; `required` is None where it is not known.
    """

    type: str
    nullable: bool = False
    fields: "Mapping[str, Field] | None" = None
    required: bool | None = None
    enum: tuple[str | int | float, ...] | None = None
    limits: Limits | None = None


Route = tuple[str, str, str]
"""Host, method and path, by which operations of a page and of the spec are matched."""


class PageOperation(msgspec.Struct, frozen=True):
    """One operation; `body`, and the value of a status, are None where the page has no table.

    A body that is no object has a single field, whose name is WHOLE_BODY.
    """

    method: str
    host: str
    path: str
    path_parameters: Mapping[str, Parameter]
    query_parameters: Mapping[str, Parameter]
    body: Mapping[str, Field] | None
    responses: Mapping[str, Mapping[str, Field] | None]

    @property
    def route(self) -> Route:
        """Host, method and path."""
        return self.host, self.method, self.path


class Page(msgspec.Struct, frozen=True, omit_defaults=True, rename={"name": "page"}):
    """The operations of one page or OpenAPI document, ordered by path and method; never empty.

    `date` is the date of the copy, as exactly as it is known: `2026-08-17` or `2026`.
    """

    name: str
    operations: tuple[PageOperation, ...]
    date: str | None = None


def read_page(text: str, name: str) -> Page:
    """Read every operation of a saved page, which is HTML or text in any of the three layouts.

    Raises PageError, naming the line and what was expected there, when a fact would be lost.
    """
    if not is_html(text):
        return _read_lines(text_lines(text), name)
    lines = html_lines(text)
    try:
        return _read_lines(lines, name)
    except PageError as error:
        # The HTML parser has no line numbers, and a page of Docusaurus is a single line anyway.
        raise PageError(f"counting the lines that the HTML shows, {error}") from error


def _read_lines(all_lines: Sequence[Line], name: str) -> Page:
    lines = _drop_replies(all_lines)
    operations: dict[tuple[str, str], PageOperation] = {}
    for cursor, heading_method in _each_operation(lines):
        start = cursor.here()
        operation = _read_operation(cursor, heading_method)
        key = (operation.path, operation.method)
        if key in operations:
            raise cursor.error(f"{operation.method} {operation.path} once a page", start)
        operations[key] = operation
    if not operations:
        raise PageError(f"expected a line with only a URL under {' or '.join(HOSTS)}, found none")
    return Page(name, tuple(operations[key] for key in sorted(operations)))


def to_json(page: Page) -> str:
    """The page as JSON text, byte-identical for the same facts: names and statuses are sorted."""
    facts = msgspec.to_builtins(page, order="deterministic")
    return _write_json({key: facts[key] for key in ("page", "date", "operations") if key in facts}) + "\n"


def _write_json(value: Any, indent: str = "", before: int = 0) -> str:
    """JSON text with a line for each member, except that what fits on a line of 120 characters has one line."""
    line = json.dumps(value)
    if not value or not isinstance(value, dict | list | tuple) or len(indent) + before + len(line) < 120:
        return line
    inside = f"{indent}  "
    if not isinstance(value, dict):
        members = [_write_json(member, inside) for member in value]
        return "[\n" + ",\n".join(f"{inside}{member}" for member in members) + f"\n{indent}]"
    names = [f"{json.dumps(name)}: " for name in value]
    members = [_write_json(value[key], inside, len(name)) for name, key in zip(names, value, strict=True)]
    pairs = (f"{inside}{name}{member}" for name, member in zip(names, members, strict=True))
    return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"


def from_json(text: str) -> Page:
    """Read the output of `to_json`. Raises PageError when the text has another shape."""
    try:
        return msgspec.json.decode(text, type=Page)
    except msgspec.DecodeError as error:
        raise PageError(f"expected facts as written by to_json ({error})") from error


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    type: str
    required: bool
    nullable: bool


class _Cursor:
    """A position in the lines of one operation; past the end it sees empty text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._position = 0

    def here(self) -> Line:
        if self._position < len(self._lines):
            return self._lines[self._position]
        return Line(self._lines[-1].number + 1, "")

    def peek(self, ahead: int = 0) -> str:
        position = self._position + ahead
        return self._lines[position].text if position < len(self._lines) else ""

    def take(self) -> Line:
        line = self.here()
        self._position += 1
        return line

    def error(self, expected: str, line: Line | None = None) -> PageError:
        line = line or self.here()
        found = repr(line.text[:60]) if line.text else "the end of the operation"
        return PageError(f"line {line.number}: expected {expected}; found {found}")


def _drop_replies(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the author of the first reply: replies quote tables, URLs and statuses."""
    urls = [index for index, line in enumerate(lines) if _host_of(line.text)]
    for index in range(urls[0] if urls else 0, len(lines)):
        if _POST_DATE.fullmatch(lines[index].text):
            return lines[: index - 1]
    return lines


def _each_operation(lines: Sequence[Line]) -> Iterator[tuple[_Cursor, str | None]]:
    """For each operation a cursor at its URL, and the method in the heading above it, if any."""
    starts: list[tuple[int, str | None]] = []
    for index, line in enumerate(lines):
        if not _URL.fullmatch(line.text):
            continue
        heading = _HEADING.match(lines[index - 1].text) if index else None
        if _host_of(line.text):
            starts.append((index, heading[1] if heading else None))
        elif heading:
            raise _Cursor(lines[index:]).error(f"a URL under {' or '.join(HOSTS)}")
    if starts:
        _require_no_table(lines[: starts[0][0]])
    for order, (start, method) in enumerate(starts):
        end = len(lines)
        if order + 1 < len(starts):
            next_start, next_method = starts[order + 1]
            end = next_start - (1 if next_method else 0)
        yield _Cursor(lines[start:end]), method


def _require_no_table(lines: Sequence[Line]) -> None:
    """Raise PageError for a table above the first URL: an operation whose URL line is lost would be skipped."""
    cursor = _Cursor(lines)
    while cursor.peek():
        if _at_any_table(cursor):
            raise cursor.error("a line with only a URL before the first table")
        cursor.take()


def _host_of(text: str) -> str | None:
    if not _URL.fullmatch(text):
        return None
    return next((host for host in HOSTS if text.startswith(f"{host}/")), None)


def _read_operation(cursor: _Cursor, heading_method: str | None) -> PageOperation:
    url = cursor.take()
    host = _host_of(url.text)
    assert host is not None  # _each_operation starts only at such lines
    method = _read_method(cursor, url, heading_method)

    path_parameters: dict[str, Parameter] = {}
    query_parameters: dict[str, Parameter] = {}
    body: Mapping[str, Field] | None = None
    if cursor.peek() == "Parameters":
        cursor.take()
        if cursor.peek() not in ("Path", "Query", "Body"):
            raise cursor.error("'Path', 'Query' or 'Body' after 'Parameters'")
        while (section := cursor.peek()) in ("Path", "Query", "Body"):
            if section == "Path":
                _read_parameters(cursor, path_parameters)
            elif section == "Query":
                _read_parameters(cursor, query_parameters)
            elif body is None:
                body = _read_fields(cursor, cursor.take())
            else:
                raise cursor.error("one 'Body' an operation")

    responses: Mapping[str, Mapping[str, Field] | None] = {}
    if cursor.peek() == "Response":
        responses = _read_responses(cursor)
    if cursor.peek():
        raise cursor.error("a known row, the table of an object, 'Path', 'Query', 'Body', 'Response' or the end")
    return PageOperation(
        method,
        host,
        url.text.removeprefix(host),
        path_parameters,
        query_parameters,
        body,
        responses,
    )


def _read_method(cursor: _Cursor, url: Line, heading_method: str | None) -> str:
    """Move the cursor to the first section. The heading has priority, since samples can be wrong."""
    in_samples: set[str] = set()
    while cursor.peek() not in ("Parameters", "Response"):
        if not cursor.peek():
            raise cursor.error(f"'Parameters' or 'Response' after the URL at line {url.number}")
        in_samples.update(_SAMPLE_METHOD.findall(cursor.take().text))
    if heading_method:
        return heading_method
    if len(in_samples) != 1:
        raise cursor.error("a heading such as 'GET tasks' above the URL, or one 'Method::GET' in its samples", url)
    return in_samples.pop()


def _read_parameters(cursor: _Cursor, into: dict[str, Parameter]) -> None:
    """Read a table into `into`: a page may split the query over two tables."""
    heading = cursor.take()
    for row in _read_rows(cursor, _PARAMETER_COLUMNS, heading):
        if row.name in into:
            raise cursor.error(f"the {heading.text} parameter {row.name!r} only once", heading)
        into[row.name] = Parameter(row.type, row.required)


def _read_responses(cursor: _Cursor) -> Mapping[str, Mapping[str, Field] | None]:
    cursor.take()
    responses: dict[str, Mapping[str, Field] | None] = {}
    while cursor.peek() or not responses:
        status = cursor.take()
        if not _STATUS.fullmatch(status.text) or status.text in responses:
            raise cursor.error("a known row, the table of an object, or a status such as 200, each once", status)
        _skip_prose(cursor)
        responses[status.text] = _read_fields(cursor, status) if _at_any_table(cursor) else None
    return responses


def _skip_prose(cursor: _Cursor) -> None:
    while cursor.peek() and not _STATUS.fullmatch(cursor.peek()) and not _at_any_table(cursor):
        if cursor.peek() in _SECTIONS:
            # An operation whose URL line is lost would be skipped as prose.
            raise cursor.error("a line with only a URL before the next operation's sections")
        cursor.take()


def _read_fields(cursor: _Cursor, heading: Line, *, may_be_empty: bool = False) -> Mapping[str, Field]:
    """Read a table and, depth first in the order of its rows, the tables of its objects.

    A table belongs to an object when its heading is the object's name. An object without one, or
    with a heading and nothing under it, is free-form.
    """
    fields: dict[str, Field] = {}
    for row in _read_rows(cursor, _FIELD_COLUMNS, heading, may_be_empty=may_be_empty):
        if row.name in fields:
            raise cursor.error(f"the field {row.name!r} only once", heading)
        fields[row.name] = Field(row.type, row.nullable)
    for name, field in fields.items():
        if "object" in field.type and cursor.peek() == name:
            sub_heading = cursor.take()
            if _at_any_table(cursor):
                inside = _read_fields(cursor, sub_heading, may_be_empty=True)
                fields[name] = msgspec.structs.replace(field, fields=inside or None)
    return fields


def _at_any_table(cursor: _Cursor) -> bool:
    line = cursor.here()
    first_cells = line.split()[:2] if line.is_row else [line.text, cursor.peek(1)]
    return [cell.lower() for cell in first_cells] == ["name", "type"]


def _read_rows(cursor: _Cursor, columns: Sequence[str], heading: Line, *, may_be_empty: bool = False) -> list[_Row]:
    in_rows = cursor.here().is_row
    header = cursor.here().split() if in_rows else [cursor.peek(n) for n in range(len(columns))]
    if [cell.lower() for cell in header] != list(columns):
        where = f"after {heading.text!r} at line {heading.number}"
        raise cursor.error(f"a table with columns {' | '.join(columns)} {where}")
    for _ in range(1 if in_rows else len(columns)):
        cursor.take()
    rows = list((_each_line_row if in_rows else _each_cell_row)(cursor, columns))
    if not rows and not may_be_empty:
        raise cursor.error(f"a row in the table after {heading.text!r} at line {heading.number}")
    return rows


def _each_line_row(cursor: _Cursor, columns: Sequence[str]) -> Iterator[_Row]:
    if all(_DELIMITER_CELL.fullmatch(cell) for cell in cursor.here().split()):
        cursor.take()
    while cursor.here().is_row:
        yield _to_row(cursor, cursor.here().split(len(columns)), columns)
        cursor.take()


def _each_cell_row(cursor: _Cursor, columns: Sequence[str]) -> Iterator[_Row]:
    # Such a table has no end mark, but no heading or status is followed by a type.
    while _to_type(cursor.peek(1)):
        cells = [cursor.peek(n) for n in range(len(columns))]
        if cells[-1] in ("", *_SECTIONS):
            raise cursor.error(f"a description in the row of {cells[0]!r}")
        yield _to_row(cursor, cells, columns)
        for _ in columns:
            cursor.take()


def _to_row(cursor: _Cursor, cells: Sequence[str], columns: Sequence[str]) -> _Row:
    """The row of the cells at the cursor. Raises PageError when they do not fit the columns."""
    row = dict(zip(columns, cells, strict=False))
    plain_type = _to_type(row.get("type", ""))
    required = row.get("required", "false")
    if (
        len(cells) != len(columns)
        or not _NAME.fullmatch(row["name"])
        or plain_type is None
        or required not in ("true", "false")
    ):
        raise cursor.error(f"a row {' | '.join(columns)} with a known type")
    nullable = row["description"] == "null" or row["type"].endswith(_OR_NULL)
    return _Row(row["name"], plain_type, required == "true", nullable)


def _to_type(words: str) -> str | None:
    """`array<integer>` for `Array of integer` and `[]integer`; None for an unknown type."""
    words = words.removesuffix(_OR_NULL)
    if array := _ARRAY_TYPE.fullmatch(words):
        item = _to_type(array["words"] or array["brackets"])
        return item and f"array<{item}>"
    return words if words in _PLAIN_TYPES else None
