"""The filters and the order of Focus's task list: one entry for each query parameter that chooses tasks.

Filters are joined by "and", several values of one by "or" (assumed). Dates compare as days in UTC, and a task without
the date that is compared is not listed, as in SQL (assumed). What `start_date_from` and its three like do is assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from toggl_server.focus.models import ListTasksQuery

from ..state.entities import FocusTask, TimeBlock
from ..state.state import State
from .errors import ServiceError

PRIORITIES: Final = ("none", "low", "medium", "high")


class Filters:
    """The filters of one request for the tasks of a workspace."""

    def __init__(self, state: State, query: ListTasksQuery) -> None:
        self._state = state
        given = {name: value for name in (*TASK, *BLOCK) if (value := getattr(query, name)) is not None}
        self.name = tuple((name, tuple(one) if isinstance(one, list) else one) for name, one in given.items())
        """A key that is equal for equal filters."""
        self._of_task = [(TASK[name], value) for name, value in given.items() if name in TASK]
        self._of_block = [(BLOCK[name], value) for name, value in given.items() if name in BLOCK]

    def keep(self, task: FocusTask) -> bool:
        """Return whether a task passes them all; time block filters must all hold for one of its blocks."""
        return all(passes(task, self._state, value) for passes, value in self._of_task) and (
            not self._of_block
            or any(all(passes(block, value) for passes, value in self._of_block) for block in task.time_blocks)
        )


def _any(have: Iterable[int] | None, wanted: Iterable[int | None]) -> bool:
    """Return whether one of the wanted ids is there; None stands for having none."""
    return not set(have or (None,)).isdisjoint(wanted)


def _client_id(task: FocusTask, state: State) -> int | None:
    project = state.project(task)
    return project.client_id if project else None


def _from(have: date | None, moment: datetime) -> bool:
    return have is not None and datetime.combine(have, time.max, UTC) >= moment


def _to(have: date | None, moment: datetime) -> bool:
    return have is not None and datetime.combine(have, time.min, UTC) <= moment


# What the states mean is assumed.
STATES: Final[Mapping[str, Callable[[FocusTask, State], bool]]] = {
    "timeblocked": lambda task, state: bool(task.time_blocks),
    "not_timeblocked": lambda task, state: not task.time_blocks,
    "tracked": lambda task, state: bool(task.time_entries),
    "not_tracked": lambda task, state: not task.time_entries,
    "active": lambda task, state: state.status(task).type != "done",
    "done": lambda task, state: state.status(task).type == "done",
}

_TaskFilter = Callable[[FocusTask, State, Any], bool]
TASK: Final[Mapping[str, _TaskFilter]] = {
    "pinned": lambda task, state, wanted: bool(task.pinned) is wanted,
    "status_id": lambda task, state, wanted: task.status_id in wanted,
    "toggl_user_id": lambda task, state, wanted: task.toggl_user_id == wanted,
    "name": lambda task, state, wanted: wanted.casefold() in task.name.casefold(),
    "has_time_entries": lambda task, state, wanted: bool(task.time_entries) is wanted,
    "has_time_blocks": lambda task, state, wanted: bool(task.time_blocks) is wanted,
    "has_dates": lambda task, state, wanted: bool(task.start_date or task.end_date) is wanted,
    "private": lambda task, state, wanted: bool(task.private) is wanted,
    "archived": lambda task, state, wanted: bool(task.archived_at) is wanted,
    "project_id": lambda task, state, wanted: task.project_id in wanted,
    "parent_task_id": lambda task, state, wanted: task.parent_task_id in wanted,
    # The range and the task's dates overlap (documented).
    "start_date": lambda task, state, wanted: _from(task.end_date, wanted),
    "end_date": lambda task, state, wanted: _to(task.start_date, wanted),
    "dates_overlap_start": lambda task, state, wanted: _from(task.end_date, wanted),
    "dates_overlap_end": lambda task, state, wanted: _to(task.start_date, wanted),
    "start_date_from": lambda task, state, wanted: _from(task.start_date, wanted),
    "start_date_to": lambda task, state, wanted: _to(task.start_date, wanted),
    "end_date_from": lambda task, state, wanted: _from(task.end_date, wanted),
    "end_date_to": lambda task, state, wanted: _to(task.end_date, wanted),
    "estimated_mins_min": lambda task, state, wanted: task.estimated_mins is not None and task.estimated_mins >= wanted,
    "estimated_mins_max": lambda task, state, wanted: task.estimated_mins is not None and task.estimated_mins <= wanted,
    "source": lambda task, state, wanted: task.source in wanted,
    "priority": lambda task, state, wanted: (task.priority or "none") in wanted,
    "is_priority": lambda task, state, wanted: bool(task.priority_at) is wanted,
    "team_id": lambda task, state, wanted: _any(task.team_ids, wanted),
    "assignee_user_id": lambda task, state, wanted: _any(task.assignee_user_ids, wanted),
    "assignee_ghost_id": lambda task, state, wanted: _any(task.ghost_assignee_ids, wanted),
    "tag_id": lambda task, state, wanted: _any(task.tag_ids, wanted),
    "recurring": lambda task, state, wanted: bool(task.rrule or task.recurring_task_id) is wanted,
    "recurring_task_ids": lambda task, state, wanted: task.recurring_task_id in wanted,
    "client_id": lambda task, state, wanted: _client_id(task, state) in wanted,
    "state": lambda task, state, wanted: any(STATES[name](task, state) for name in wanted),
}

_BlockFilter = Callable[[TimeBlock, Any], bool]
BLOCK: Final[Mapping[str, _BlockFilter]] = {
    "timeblock_start_from": lambda block, wanted: block.start >= wanted,
    "timeblock_start_until": lambda block, wanted: block.start <= wanted,
    "time_block_id": lambda block, wanted: block.id in wanted,
    "time_block_completed": lambda block, wanted: block.completed is wanted,
}

SORTABLE: Final = frozenset(
    {
        "created_at",
        "end_date",
        "estimated_mins",
        "name",
        "position",
        "priority",
        "priority_at",
        "project_id",
        "start_date",
        "status_id",
        "updated_at",
    }
)


class Order:
    """By which fields a list is ordered, the first one first; among equals, and without a field, the oldest first.

    All assumed: which fields order, a leading `-` for descending, nulls last in either order; 400 for another field.
    """

    def __init__(self, fields: Iterable[str]) -> None:
        self.fields = tuple(fields)
        for name in self.fields:
            if name.removeprefix("-") not in SORTABLE:
                choice = ", ".join(sorted(SORTABLE))
                raise ServiceError(400, f"order_by cannot be {name.removeprefix('-')}: choose of {choice}")

    def rank(self, task: FocusTask) -> tuple[Any, ...]:
        """Return the sort key of a task."""
        ranks: list[tuple[Any, ...]] = []
        for name in self.fields:
            field = name.removeprefix("-")
            value = getattr(task, field)
            if value is None:
                ranks.append((1,))
            else:
                rank = _rank(field, value)
                ranks.append((0, rank if name == field else _descending(rank)))
        return tuple(ranks)


def _rank(field: str, value: Any) -> Any:
    if field == "name":
        return value.casefold()
    if field == "priority":
        return PRIORITIES.index(value) if value in PRIORITIES else len(PRIORITIES)
    return value


def _descending(rank: Any) -> Any:
    """Return what is the smaller, the larger a rank is."""
    if isinstance(rank, str):
        # The end counts as a character, so that a name comes after those it begins.
        return rank.encode("utf-32-be", "surrogatepass").translate(_COMPLEMENT) + b"\xff" * 4
    if isinstance(rank, datetime):
        return _EPOCH - rank
    return -rank.toordinal() if isinstance(rank, date) else -rank


_COMPLEMENT: Final = bytes(range(255, -1, -1))
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
