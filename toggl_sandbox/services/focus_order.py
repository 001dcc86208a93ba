"""The order of Focus's lists, by the fields of `order_by`; equal items are sorted from old to new.

All but the names of the fields is assumed: a leading `-` means descending, and items without a value come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from math import inf
from typing import Any, Final, Generic, TypeAlias, TypeVar

from ..state.entities import FocusTask

T = TypeVar("T")
Values: TypeAlias = Mapping[str, Callable[[T], Any]]
"""For each field, the value to compare; None for no value."""
PRIORITIES: Final = ("none", "low", "medium", "high")


class Order(Generic[T]):
    """One order of a list."""

    def __init__(self, fields: Iterable[str] | None, values: Values[T]) -> None:
        self.fields = tuple(fields or ())
        self._values = values

    def rank(self, one: T) -> tuple[Any, ...]:
        """Return the sort key of something in the list."""
        ranks: list[tuple[Any, ...]] = []
        for name in self.fields:
            field = name.removeprefix("-")
            value = self._values[field](one)
            if value is None:
                ranks.append((1,))
            else:
                ranks.append((0, value if name == field else _descending(value)))
        return tuple(ranks)


def _descending(value: Any) -> Any:
    """Return a key that reverses the order of a value."""
    if isinstance(value, str):
        # The end counts as a character, so that a name comes after the names that start with it.
        return value.encode("utf-32-be", "surrogatepass").translate(_COMPLEMENT) + b"\xff" * 4
    if isinstance(value, tuple):
        return (*(-one for one in value), inf)
    if isinstance(value, datetime):
        return _EPOCH - value
    return -value.toordinal() if isinstance(value, date) else -value


_COMPLEMENT: Final = bytes(range(255, -1, -1))
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _priority(task: FocusTask) -> int | None:
    if task.priority is None:
        return None
    return PRIORITIES.index(task.priority) if task.priority in PRIORITIES else len(PRIORITIES)


TASK_VALUES: Final[Values[FocusTask]] = {
    "assignees": lambda task: tuple(task.assignee_user_ids or ()) or None,
    "billable": lambda task: bool(task.billable),
    "created_at": lambda task: task.created_at,
    "end_date": lambda task: task.end_date,
    "estimated_mins": lambda task: task.estimated_mins,
    "last_activity": lambda task: max([task.updated_at, *(entry.start for entry in task.time_entries)]),
    "name": lambda task: task.name.casefold(),
    "parent_task_id": lambda task: task.parent_task_id,
    "pinned": lambda task: bool(task.pinned),
    "position": lambda task: task.position,
    "priority": _priority,
    "priority_at": lambda task: task.priority_at,
    "project_id": lambda task: task.project_id,
    "start_date": lambda task: task.start_date,
    "status_id": lambda task: task.status_id,
    "sub_tasks_grouped": lambda task: (task.parent_task_id or task.id, task.parent_task_id is not None),
    "tag_ids": lambda task: tuple(task.tag_ids or ()) or None,
    "timeblock_start": lambda task: min((block.start for block in task.time_blocks), default=None),
    "updated_at": lambda task: task.updated_at,
    "user_id": lambda task: task.toggl_user_id,
}
"""The values that the fields of tasks compare, if they depend on the task only."""


class TaskOrder(Order[FocusTask]):
    """The order of a list of tasks; `relevance` is where the name has the text that is searched for."""

    def __init__(self, fields: Iterable[str] | None, now: datetime, text: str | None = None) -> None:
        wanted = (text or "").casefold()
        super().__init__(
            fields,
            {
                **TASK_VALUES,
                "relevance": lambda task: task.name.casefold().find(wanted),
                "timeblock_now_diff": lambda task: min(
                    (abs((block.start - now).total_seconds()) for block in task.time_blocks), default=None
                ),
            },
        )
        is_relative = {"timeblock_now_diff", "-timeblock_now_diff"}.intersection(self.fields)
        self.name = (self.fields, wanted, now if is_relative else None)
        """A key that is equal for equal orders."""
