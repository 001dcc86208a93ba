"""Print rows as a table, JSON, NDJSON, CSV or TSV; data on stdout, everything else on stderr."""

from __future__ import annotations

import csv
import datetime
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click
import msgspec

from .errors import DONE, USAGE, CommandError
from .settings import Settings
from .values import format_duration, printable

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, Any]
FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""First characters of a text that a spreadsheet may run as a formula; the last four are the wide forms."""


def text_of(value: Any) -> str:
    """A value as people read it; times in this machine's time zone."""
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
    """A value for CSV; a text that a spreadsheet would run as a formula is neutralized."""
    if isinstance(value, str):
        return neutralize(value)
    return text_of(value) if not isinstance(value, datetime.datetime | datetime.timedelta) else str(plain(value))


def neutralize(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it as a formula. `restore` takes it away."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def restore(text: str) -> str:
    """The text that `neutralize` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text


class Output:
    """Where a command prints its rows, as the options say."""

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
    ) -> int:
        """Print rows; returns how many.

        `columns` are shown by default, `fields` are all that `--fields` may name. JSON without `--fields` has what
        `whole` returns. `empty` is printed on stderr if there are no rows.
        """
        names = [*dict.fromkeys([*columns, *fields])]
        chosen = self.chosen(names) if self.settings.fields is not None else None
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
                    click.echo(text_of(row.get("id")))
            case "json":
                click.echo(dump([record(row) for row in counted()], indent=2))
            case "ndjson":
                for row in counted():
                    click.echo(dump(record(row)))
            case "csv" | "tsv":
                writer = csv.writer(sys.stdout, delimiter="," if self.format == "csv" else "\t", lineterminator="\n")
                writer.writerow(shown)
                writer.writerows([cell(row.get(name)) for name in shown] for row in counted())
            case _:
                self._table(list(counted()), shown)
                if empty and not count:
                    note(empty)
        return count

    def record(self, row: Row, *, whole: Callable[[Row], Any] = dict, fields: Sequence[str] = ()) -> None:
        """Print one row, in a table one field a line."""
        if self.settings.quiet or self.format not in ("table", "json"):
            self.rows([row], list(fields) or list(row), whole=whole)
            return
        chosen = self.chosen([*fields, *row]) if self.settings.fields is not None else None
        if self.format == "json":
            click.echo(dump({name: row.get(name) for name in chosen} if chosen else whole(row), indent=2))
            return
        lines = [(name, row.get(name)) for name in chosen or row if chosen or row.get(name) not in (None, [], {}, "")]
        width = max((len(name) for name, _ in lines), default=0)
        for name, value in lines:
            click.echo(f"{name:{width}}  {printable(text_of(value))}")

    def chosen(self, names: Sequence[str]) -> list[str]:
        """The fields of `--fields`, which is given; alone, it lists the names and ends the command."""
        asked = [name.strip() for name in (self.settings.fields or "").split(",") if name.strip()]
        if not asked:
            click.echo("\n".join(names))
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

    def _table(self, rows: list[Row], columns: Sequence[str]) -> None:
        if not rows:
            return
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold")
        for name in columns:
            numeric = any(isinstance(row.get(name), datetime.timedelta) for row in rows) or name in ("%", "tasks")
            table.add_column(
                name,
                justify="right" if numeric else "left",
                overflow="ellipsis",
                no_wrap=True,
                ratio=None,
                min_width=min(len(name), 8),
            )
        for row in rows:
            style = "red" if row.get("overrun") is True else "dim" if row.get("done") is True else None
            table.add_row(*(printable(text_of(row.get(name))) for name in columns), style=style)
        console().print(table)


def console(*, stderr: bool = False) -> Console:
    """A console that fits a terminal, and writes whole lines without colour elsewhere."""
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
    return json.dumps(value, ensure_ascii=False, indent=indent, default=plain)


def note(text: str) -> None:
    """Print a line on stderr."""
    click.echo(printable(text), err=True)


def print_error(error: click.ClickException, settings: Settings) -> None:
    """Print an error on stderr: in one line, or as JSON if that is the format of the output."""
    text = " ".join(printable(error.format_message()).split())
    if settings.format in ("json", "ndjson"):
        details = getattr(error, "details", {})
        click.echo(dump({"error": {"message": text, "exit_code": error.exit_code, **details}}), err=True)
        return
    context = getattr(error, "ctx", None)
    hint = f"; see `{context.command_path} --help`" if isinstance(error, click.UsageError) and context else ""
    click.echo(f"toggl-tasks: {text}{hint}", err=True)
