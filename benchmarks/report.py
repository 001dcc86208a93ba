"""Results as lines, and lines as a table for the terminal, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from attrs import frozen

from .peers import LABELS, OURS
from .rounds import Rounds, Spread, ratio
from .rows import Metric, Row

RATE = "1/s"
"""The unit of which more is better."""


@frozen(kw_only=True)
class Line:
    """One comparison of this client, or its own value (`against` is empty)."""

    row: str
    what: str
    unit: str
    ours: Spread
    against: str
    theirs: Spread | None
    ratio: Spread | None
    budget: float | None
    """The maximum of the ratio, or of our own value if there is no ratio; for a rate, the minimum."""

    @property
    def value(self) -> float:
        """The value to compare with the budget: the median ratio, or the median of our own values if there is none."""
        return (self.ratio or self.ours).median

    @property
    def met(self) -> bool | None:
        """Whether `value` is within the budget; None without one."""
        return None if self.budget is None else self.used <= 1

    @property
    def used(self) -> float:
        """The share of the budget that is used: more than 1 misses it."""
        assert self.budget is not None
        return self.budget / self.value if self.unit == RATE else self.value / self.budget


def lines(row: Row, taken: Rounds) -> Iterator[Line]:
    """The results of a row."""
    for metric in row.metrics:
        values = {member: [one[metric.name] for one in rounds] for member, rounds in taken.items()}
        ours = values.pop(row.members[0])
        own = metric.budgets.get(OURS)
        if own is not None or not values:
            yield line(row, metric, ours, "", None, own)
        for member, theirs in values.items():
            yield line(row, metric, ours, member, theirs, metric.budgets.get(member))


def line(
    row: Row, metric: Metric, ours: Sequence[float], against: str, theirs: Sequence[float] | None, budget: float | None
) -> Line:
    return Line(
        row=row.name,
        what=f"{row.title}: {metric.title}",
        unit=metric.unit,
        ours=Spread.of(ours),
        against=LABELS.get(against, against),
        theirs=None if theirs is None else Spread.of(theirs),
        ratio=None if theirs is None else ratio(ours, theirs),
        budget=budget,
    )


BEGIN = "<!-- results of make bench -->\n"
END = "<!-- end -->\n"
HEADINGS = ("this client", "against", "theirs", "ratio", "quartiles", "budget", "")


def cells(line: Line) -> tuple[str, ...]:
    """A line in words."""
    verdict = {True: "met", False: "MISSED", None: ""}[line.met]
    budget = ""
    if line.budget is not None:
        limit = f"{line.budget:g}" if line.ratio else amount(line.budget, line.unit)
        budget = f"{'≥' if line.unit == RATE else '≤'} {limit}"
    spread = line.ratio or line.ours
    edges = (
        f"{spread.low:.3g} to {spread.high:.3g}"
        if line.ratio
        else f"{amount(spread.low, line.unit)} to {amount(spread.high, line.unit)}"
    )
    return (
        amount(line.ours.median, line.unit),
        line.against,
        amount(line.theirs.median, line.unit) if line.theirs else "",
        f"{line.ratio.median:.3g}" if line.ratio else "",
        edges,
        budget,
        verdict,
    )


def amount(value: float, unit: str) -> str:
    """A value with a suitable unit."""
    if unit == "B":
        return f"{value / 1024 / 1024:.1f} MiB"
    if unit == RATE:
        return f"{value:.0f}/s"
    for factor, name in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if value * factor >= 1 or name == "µs":
            return f"{value * factor:.3g} {name}"
    raise AssertionError


def table(lines: Sequence[Line]) -> str:
    """The table for the terminal, with the lines of each row below its title."""
    rows = [(line.what, cells(line)) for line in lines]
    widths = [max(len(HEADINGS[column]), *(len(row[column]) for _, row in rows)) for column in range(len(HEADINGS))]
    written = [_columns(HEADINGS, widths)]
    above = ""
    for what, row in rows:
        if what != above:
            written.append(what)
        above = what
        written.append(_columns(row, widths))
    return "\n".join(written) + "\n"


def _columns(row: Sequence[str], widths: Sequence[int]) -> str:
    return ("  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))).rstrip()


def markdown(lines: Sequence[Line]) -> str:
    """The same for the documentation."""
    written = [f"| what | {' | '.join(HEADINGS)} |", "|---" * (len(HEADINGS) + 1) + "|"]
    above = ""
    for line in lines:
        what = "" if line.what == above else line.what
        above = line.what
        written.append(f"| {what} | {' | '.join(cells(line))} |")
    return "\n".join(written) + "\n"


def update_page(page: str, machine: str, lines: Sequence[Line]) -> str:
    """A page of the documentation with these results between its markers."""
    before, marker, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not marker or not end:
        raise ValueError(f"the page needs the markers {BEGIN.strip()} and {END.strip()}")
    return f"{before}{BEGIN}Measured on {machine}.\n\n{markdown(lines)}{END}{after}"


def as_json(lines: Sequence[Line]) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = msgspec.to_builtins(lines)
    return [{**one, "met": line.met} for one, line in zip(written, lines, strict=True)]


def from_json(written: Sequence[dict[str, Any]]) -> list[Line]:
    return msgspec.convert(written, list[Line])
