"""A report as a table with bars that fits the terminal."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.columns import Columns
from rich.table import Table
from rich.text import Text

from ..output import console, text_of
from ..values import printable
from .summary import PARTS, Summary, Totals

STYLES: Mapping[str, str] = {"within": "blue", "remaining": "dim", "over": "red", "unestimated": "yellow"}
BLOCKS: Mapping[str, str] = dict(zip(PARTS, "█▓▒░", strict=True))
ASCII: Mapping[str, str] = dict(zip(PARTS, "#!+.", strict=True))
LEGEND: Mapping[str, str] = {
    "within": "within the estimate",
    "remaining": "remaining",
    "over": "over the estimate",
    "unestimated": "without estimate",
}
LEAST, MOST = 8, 40
"""Width of a bar in characters."""
COLUMNS = ("percent", "remaining", "overrun", "tracked", "estimate", "open", "done")
"""In a narrow terminal, columns are omitted from the end of this list."""
SHOWN_IN_ORDER = ("percent", "estimate", "tracked", "remaining", "overrun", "open", "done")


def print_report(summary: Summary) -> None:
    """Print the groups, their total and a legend."""
    target = console()
    marks = BLOCKS if target.encoding.lower().startswith("utf") else ASCII
    rows = [*summary.groups, summary.total]
    names = [printable(one.name) for one in rows]
    cells = {name: [_text(one, name) for one in rows] for name in COLUMNS}
    name_width = min(max(map(cell_len, [summary.by, *names])), max(12, target.width // 4))
    widths = {name: max(map(len, [_title(name), *texts])) + 2 for name, texts in cells.items()}
    shown = list(COLUMNS)
    while len(shown) > 1 and name_width + sum(widths[name] for name in shown) + LEAST + 2 > target.width:
        shown.pop()
    bar_width = min(target.width - name_width - sum(widths[name] for name in shown) - 2, MOST)
    longest = max((one.length for one in summary.groups), default=datetime.timedelta())
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(summary.by, no_wrap=True, overflow="ellipsis", width=name_width)
    if bar_width >= LEAST:
        table.add_column("", no_wrap=True, width=bar_width)
    columns = [name for name in SHOWN_IN_ORDER if name in shown]
    for name in columns:
        table.add_column(_title(name), justify="right", no_wrap=True)
    for at, one in enumerate(rows):
        last = one is summary.total
        bar = Text() if last else _bar(one, longest, bar_width, marks)
        values = [Text(cells[name][at], style="red" if name == "overrun" and one.overrun else "") for name in columns]
        table.add_row(Text(names[at]), *[bar] * (bar_width >= LEAST), *values, style="bold" if last else None)
    target.print(table)
    if bar_width >= LEAST:
        legend = [Text(f"{marks[part]} ", STYLES[part]) + Text(LEGEND[part]) for part in PARTS]
        target.print(Columns(legend, padding=(0, 2)))


def _title(name: str) -> str:
    return "%" if name == "percent" else name


def _text(totals: Totals, name: str) -> str:
    return text_of(getattr(totals, name))


def _bar(totals: Totals, longest: datetime.timedelta, width: int, marks: Mapping[str, str]) -> Text:
    bar = Text()
    for part, count in zip(PARTS, _shares(list(totals.parts.values()), longest, width), strict=True):
        bar.append(marks[part] * count, STYLES[part])
    return bar


def _shares(parts: Sequence[datetime.timedelta], longest: datetime.timedelta, width: int) -> list[int]:
    """Characters for each part. Their ends are rounded, so that the bar is as long as all parts together."""
    if not longest:
        return [0] * len(parts)
    ends, end = [0], datetime.timedelta()
    for part in parts:
        end += part
        ends.append(round(width * (end / longest)))
    return [after - before for before, after in pairwise(ends)]
