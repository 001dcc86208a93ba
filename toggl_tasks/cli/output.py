"""Print rows as a table, JSON, NDJSON, CSV or TSV; data on stdout, everything else on stderr."""

from __future__ import annotations

import csv
import datetime
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click
import msgspec

from .errors import DONE, USAGE, CommandError
from .settings import Settings
from .values import CONTROL_CHARACTERS, format_duration, printable

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, Any]
ESCAPED_IN_JSON = {code: f"\\u{code:04x}" for code in CONTROL_CHARACTERS if code >= 127}
"""JSON itself escapes the first 32."""
FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""First characters of a text that a spreadsheet may evaluate as a formula; the last four are full-width forms."""


def text_of(value: Any) -> str:
    """A value for people; times in the local time zone."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime.timedelta():
            return format_duration(value)
        case datetime.datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case dict() | list() | tuple():
            return json.dumps(value, ensure_ascii=False, default=plain)
    return str(value)


def plain(value: Any) -> Any:
    """A value for JSON: durations in seconds, times in ISO 8601."""
    match value:
        case datetime.timedelta():
            seconds = value.total_seconds()
            return int(seconds) if seconds.is_integer() else seconds
        case datetime.date() | datetime.datetime():
            return value.isoformat()
    return msgspec.to_builtins(value)


def cell(value: Any) -> str:
    """A value for CSV; a text that a spreadsheet would evaluate as a formula is neutralized."""
    if isinstance(value, str):
        return neutralize(value)
    return text_of(value) if not isinstance(value, datetime.datetime | datetime.timedelta) else str(plain(value))


def neutralize(text: str) -> str:
    """The text with a leading apostrophe if a spreadsheet would evaluate it as a formula. `restore` removes it."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def restore(text: str) -> str:
    """The text before `neutralize`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text


class Output:
    """Prints the rows of a command in the format that the options select."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.format = settings.format or "table"

    def rows(
        self,
        rows: Iterable[Row],
        columns: Sequence[str],
        *,
        fields: Sequence[str] = (),
        whole: Callable[[Row], Any] = dict,
        empty: str = "",
        header: bool = True,
    ) -> int:
        """Print rows; returns their number.

        `columns` are shown by default; `fields` are the valid values of `--fields`. JSON without `--fields` contains
        what `whole` returns. `empty` is printed on stderr if there are no rows. Without `header`, a table is continued.
        """
        names = [*dict.fromkeys([*columns, *fields])]
        chosen = self.chosen(names)
        shown = chosen or list(columns)
        count = 0

        def counted() -> Iterable[Row]:
            nonlocal count
            for row in rows:
                count += 1
                yield row

        def record(row: Row) -> Any:
            return {name: row.get(name) for name in chosen} if chosen else whole(row)

        match self.format:
            case _ if self.settings.quiet:
                for row in counted():
                    click.echo(text_of(row.get("id", row.get(columns[0]))))
            case "json":
                click.echo(dump([record(row) for row in counted()], indent=2))
            case "ndjson":
                for row in counted():
                    click.echo(dump(record(row)))
            case "csv" | "tsv":
                writer = csv.writer(sys.stdout, delimiter="," if self.format == "csv" else "\t", lineterminator="\n")
                if header:
                    writer.writerow(shown)
                safe = printable if sys.stdout.isatty() else str
                writer.writerows([safe(cell(row.get(name))) for name in shown] for row in counted())
            case _:
                self._table(list(counted()), shown, terminal_width(), header=header, chosen=chosen is not None)
                if empty and not count:
                    note(empty)
        return count

    def record(
        self,
        row: Row,
        *,
        columns: Sequence[str] = (),
        whole: Callable[[Row], Any] = dict,
        fields: Sequence[str] = (),
    ) -> None:
        """Print one row; a table has one field per line. Arguments as for `rows`. Default: all columns."""
        columns = columns or list(row)
        if self.settings.quiet or self.format not in ("table", "json"):
            self.rows([row], columns, whole=whole, fields=fields)
            return
        chosen = self.chosen([*dict.fromkeys([*fields, *row])])
        if self.format == "json":
            click.echo(dump({name: row.get(name) for name in chosen} if chosen else whole(row), indent=2))
            return
        lines = [
            (name, row.get(name)) for name in chosen or columns if chosen or row.get(name) not in (None, [], {}, "")
        ]
        width = max((len(name) for name, _ in lines), default=0)
        for name, value in lines:
            click.echo(f"{name:{width}}  {printable(text_of(value))}")

    def filled(self, columns: Sequence[str], rows: Iterable[Row]) -> list[str]:
        """The columns; in a table, only those that have a value other than no in some row."""
        used = {name for row in rows for name, value in row.items() if value is not None and value is not False}
        return [name for name in columns if self.format != "table" or name in used]

    def chosen(self, names: Sequence[str]) -> list[str] | None:
        """The fields of `--fields`, or None. If the option is empty, lists all names and ends the command.

        A command that changes something calls this first, so that a wrong name fails before the change.
        """
        if self.settings.fields is None:
            return None
        asked = [name.strip() for name in (self.settings.fields or "").split(",") if name.strip()]
        if not asked:
            click.echo("\n".join(dict.fromkeys(names)))
            raise click.exceptions.Exit(DONE)
        for name in asked:
            self.check_field(name, names)
        return asked

    def check_field(self, name: str, names: Sequence[str]) -> None:
        """Raise CommandError for a field that does not exist."""
        if name not in names:
            import difflib

            close = difflib.get_close_matches(name, names, 1)
            hint = f"did you mean {close[0]!r}?" if close else "--fields alone lists them"
            raise CommandError(f"there is no field {name!r}: {hint}", USAGE)

    def _table(self, rows: list[Row], columns: Sequence[str], width: int | None, *, header: bool, chosen: bool) -> None:
        if not rows:
            return
        from rich.cells import cell_len, set_cell_size

        cells = {name: [printable(text_of(row.get(name))) for row in rows] for name in columns}
        widths = {name: max(map(cell_len, [name, *texts])) for name, texts in cells.items()}
        texts = [name for name in columns if _is_text(name, rows)]
        if width is not None:
            fit(widths, texts, width, may_drop=not chosen)
        numbers = {name for name in widths if _is_number(name, rows)}
        color = use_color()

        def line(values: Mapping[str, str], style: Mapping[str, Any]) -> None:
            parts = []
            for name, size in widths.items():
                value, long = values[name], cell_len(values[name])
                if long > size:
                    value = set_cell_size(value, size - 1).rstrip() + "…"
                    long = cell_len(value)
                parts.append(" " * (size - long) + value if name in numbers else value + " " * (size - long))
            text = "  ".join(parts).rstrip()
            click.echo(click.style(text, **style) if color and style else text, color=color)

        if header:
            line({name: name for name in widths}, {"bold": True})
        for at, row in enumerate(rows):
            style = {"fg": "red"} if row.get("overrun") is True else {"dim": True} if row.get("done") is True else {}
            line({name: cells[name][at] for name in widths}, style)


MIN_NAME, MIN_TEXT = 16, 6
"""Minimum width of a name, and of other texts, in a narrow terminal."""


def fit(widths: dict[str, int], texts: Sequence[str], width: int, *, may_drop: bool) -> None:
    """Make columns fit a terminal.

    Texts are shortened, names last; numbers, ids and times never. If that is not enough, the last columns are omitted.
    """
    natural = dict(widths)
    while True:
        for minimum, names in ((MIN_TEXT, [name for name in texts if name != "name"]), (MIN_NAME, texts)):
            while sum(widths.values()) + 2 * (len(widths) - 1) > width:
                name = max((name for name in names if name in widths), key=lambda name: widths[name], default=None)
                if name is None or widths[name] <= minimum:
                    break
                widths[name] -= 1
            else:
                return
        if not may_drop or len(widths) <= 2:
            return
        natural.popitem()
        widths.clear()
        widths.update(natural)


def _is_number(name: str, rows: Iterable[Row]) -> bool:
    kinds = {type(value) for row in rows if (value := row.get(name)) is not None}
    return not _is_id(name) and bool(kinds) and kinds <= {datetime.timedelta, int, float}


def _is_text(name: str, rows: Iterable[Row]) -> bool:
    return not _is_id(name) and any(isinstance(row.get(name), str | list | dict) for row in rows)


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def use_color(*, stderr: bool = False) -> bool:
    """Whether to write colours: on a terminal, unless NO_COLOR is set; elsewhere if FORCE_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    is_terminal = (sys.stderr if stderr else sys.stdout).isatty() and os.environ.get("TERM") != "dumb"
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def terminal_width() -> int | None:
    """Width of the terminal; None if the output is not a terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def console(*, stderr: bool = False) -> Console:
    """A console that fits a terminal; elsewhere, it writes whole lines without colour."""
    from rich.console import Console

    is_terminal = (sys.stderr if stderr else sys.stdout).isatty()
    return Console(
        stderr=stderr,
        width=None if is_terminal else 10_000,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


def dump(value: Any, indent: int | None = None) -> str:
    """JSON; control characters are escaped, other characters are not."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=plain)
    return text.translate(ESCAPED_IN_JSON)


def note(text: str) -> None:
    """Print a line on stderr."""
    click.echo(printable(text), err=True)


def print_error(error: click.ClickException, settings: Settings) -> None:
    """Print an error on stderr: in one line, or as JSON if that is the format of the output."""
    text = printable(" ".join(error.format_message().split()))
    if settings.format in ("json", "ndjson"):
        details = getattr(error, "details", {})
        click.echo(dump({"error": {"message": text, "exit_code": error.exit_code, **details}}), err=True)
        return
    context = getattr(error, "ctx", None)
    hint = f"; see `{context.command_path} --help`" if isinstance(error, click.UsageError) and context else ""
    click.echo(f"toggl-tasks: {text.removesuffix('.') if hint else text}{hint}", err=True)
