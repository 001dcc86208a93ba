"""Sums of estimated and tracked time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import attrs

By = Literal["project", "client", "assignee", "tag"]
Row = Mapping[str, Any]
Duration = datetime.timedelta
ZERO = Duration()
NO_GROUP: Mapping[By, str] = {
    "project": "(no project)",
    "client": "(no client)",
    "assignee": "(not assigned)",
    "tag": "(no tag)",
}
PARTS = ("within", "over", "unestimated", "remaining")
"""The parts of a bar, from left to right: tracked time and remaining time."""


@attrs.define
class Totals:
    """Sums over tasks. A sum is None if the value is unknown for all tasks."""

    id: int | None
    name: str
    tasks: int = 0
    done: int = 0
    overrun_tasks: int = 0
    """Number of tasks with more tracked than estimated time."""
    without_estimate: int = 0
    tracked_unknown: int = 0
    estimate: Duration | None = None
    tracked: Duration | None = None
    compared: Duration | None = None
    """Estimate of the tasks whose tracked time is known too."""
    within: Duration = ZERO
    """Tracked time up to the estimates."""
    unestimated: Duration = ZERO
    """Tracked time of tasks without an estimate."""
    remaining: Duration | None = None
    """Estimated time of open tasks that is not tracked yet; zero for a task over its estimate."""
    overrun: Duration | None = None
    """Tracked time beyond the estimates."""

    def add(self, row: Row) -> None:
        """Add a task."""
        estimate, tracked, done = row["estimate"], row["tracked"], row["done"]
        self.tasks += 1
        self.done += done
        self.without_estimate += estimate is None
        self.tracked_unknown += tracked is None
        if estimate is not None:
            self.estimate = (self.estimate or ZERO) + estimate
        if tracked is None:
            return
        self.tracked = (self.tracked or ZERO) + tracked
        if estimate is None:
            self.unestimated += tracked
            return
        over = max(tracked - estimate, ZERO)
        self.compared = (self.compared or ZERO) + estimate
        self.within += min(tracked, estimate)
        self.overrun = (self.overrun or ZERO) + over
        self.overrun_tasks += over > ZERO
        self.remaining = (self.remaining or ZERO) + (ZERO if done else max(estimate - tracked, ZERO))

    @property
    def open(self) -> int:
        """Number of tasks that are not done."""
        return self.tasks - self.done

    @property
    def used(self) -> Duration:
        """Tracked time of tasks with an estimate."""
        return self.within + (self.overrun or ZERO)

    @property
    def percent(self) -> int | None:
        """Tracked time of tasks with an estimate, in percent of their estimates."""
        return round(100 * self.used / self.compared) if self.compared else None

    @property
    def parts(self) -> Mapping[str, Duration]:
        """The parts of the bar. Those of tracked time add up to `tracked`."""
        return {
            "within": self.within,
            "over": self.overrun or ZERO,
            "unestimated": self.unestimated,
            "remaining": self.remaining or ZERO,
        }

    @property
    def length(self) -> Duration:
        """All parts of the bar together."""
        return sum(self.parts.values(), ZERO)

    def row(self, by: str) -> dict[str, Any]:
        """The columns of a table."""
        names = (
            "name tasks open done estimate tracked percent remaining overrun overrun_tasks without_estimate"
            " tracked_unknown"
        )
        return {"by": by, "id": self.id} | {name: getattr(self, name) for name in names.split()}


@attrs.frozen
class Summary:
    """Sums of each group, the most tracked first, and of all tasks."""

    by: By
    groups: Sequence[Totals]
    total: Totals
    overlapping: bool
    """Whether a task is in several groups, so that the groups add up to more than the total."""


def summarize(rows: Iterable[Row], by: By, groups_of: Callable[[Row, By], Sequence[tuple[int, str]]]) -> Summary:
    """Sum rows of tasks. `groups_of` returns id and name of each group of a task."""
    groups: dict[int | None, Totals] = {}
    total = Totals(None, "total")
    overlapping = False
    for row in rows:
        total.add(row)
        found: Sequence[tuple[int | None, str]] = groups_of(row, by) or [(None, NO_GROUP[by])]
        overlapping |= len(found) > 1
        for id_, name in found:
            groups.setdefault(id_, Totals(id_, name)).add(row)
    order = sorted(groups.values(), key=lambda one: (one.id is None, -(one.tracked or ZERO), one.name.casefold()))
    return Summary(by, order, total, overlapping)


def largest(groups: Sequence[Totals], count: int) -> list[Totals]:
    """At most `count` groups for a chart; the others are combined at the end."""
    if len(groups) <= count:
        return list(groups)
    shown = sorted(groups, key=lambda one: one.length, reverse=True)
    rest = Totals(None, f"({len(groups) - count + 1} more)")
    for one in shown[count - 1 :]:
        for field in ("within", "unestimated"):
            setattr(rest, field, getattr(rest, field) + getattr(one, field))
        for field in ("estimate", "tracked", "compared", "remaining", "overrun"):
            known = [value for value in (getattr(rest, field), getattr(one, field)) if value is not None]
            setattr(rest, field, sum(known, ZERO) if known else None)
    return [*shown[: count - 1], rest]
