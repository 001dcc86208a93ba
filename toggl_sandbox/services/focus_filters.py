"""The filters of Focus's lists of tasks: one entry for each query parameter that selects tasks.

Filters are combined with "and", several values of one filter with "or" (assumed). Dates compare as days in UTC, and a
task without the date that is compared is not listed, as in SQL (assumed). The meaning of `start_date_from` and its
three variants is assumed. Archived tasks are only listed with `archived` (assumed), those of completed projects and of
drafts with a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from msgspec import Struct

from ..state.entities import FocusTask, TimeBlock
from ..state.state import State


class Filters:
    """The filters of one request for a list of tasks."""

    def __init__(self, state: State, query: Struct, *, ignored: Collection[str] = ()) -> None:
        self._state = state
        given = {
            name: value
            for name in (*TASK, *BLOCK)
            if name not in ignored and (value := getattr(query, name, None)) is not None
        }
        given.setdefault("archived", False)
        for name in ("include_project_completed", "include_drafts"):
            if name in query.__struct_fields__:
                given.setdefault(name, False)
        if given.pop("include_parent_matches", False) and "name" in given:
            given["include_parent_matches"] = given.pop("name")
        if isinstance(given.get("status_id"), int):
            given["status_id"] = [given["status_id"]]
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
    """Return whether one of the wanted ids is there; None means having none."""
    return not set(have or (None,)).isdisjoint(wanted)


def _client_id(task: FocusTask, state: State) -> int | None:
    project = state.project(task)
    return project.client_id if project else None


def _is_named(task: FocusTask, wanted: str) -> bool:
    return wanted.casefold() in task.name.casefold()


def _has_named_parent(task: FocusTask, state: State, wanted: str) -> bool:
    parent = state.focus_tasks.find(task.workspace_id, task.parent_task_id)
    return parent is not None and _is_named(parent, wanted)


def _from(have: date | None, moment: datetime) -> bool:
    return have is not None and datetime.combine(have, time.max, UTC) >= moment


def _to(have: date | None, moment: datetime) -> bool:
    return have is not None and datetime.combine(have, time.min, UTC) <= moment


# The meaning of the states is assumed.
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
    "name": lambda task, state, wanted: _is_named(task, wanted),
    "include_parent_matches": lambda task, state, wanted: (
        _is_named(task, wanted) or _has_named_parent(task, state, wanted)
    ),
    "has_time_entries": lambda task, state, wanted: bool(task.time_entries) is wanted,
    "has_time_blocks": lambda task, state, wanted: bool(task.time_blocks) is wanted,
    "has_dates": lambda task, state, wanted: bool(task.start_date or task.end_date) is wanted,
    "private": lambda task, state, wanted: bool(task.private) is wanted,
    "archived": lambda task, state, wanted: bool(task.archived_at) is wanted,
    "include_project_completed": lambda task, state, wanted: (
        wanted or not ((project := state.project(task)) and project.focus.completed_at)
    ),
    "include_drafts": lambda task, state, wanted: (
        wanted or not ((project := state.project(task)) and project.focus.draft)
    ),
    "project_id": lambda task, state, wanted: task.project_id in wanted,
    "parent_task_id": lambda task, state, wanted: task.parent_task_id in wanted,
    # The range and the task's dates overlap (documented).
    "start_date": lambda task, state, wanted: _from(task.end_date, wanted),
    "end_date": lambda task, state, wanted: _to(task.start_date, wanted),
    "dates_overlap_start": lambda task, state, wanted: _from(task.end_date, wanted),
    "dates_overlap_end": lambda task, state, wanted: _to(task.start_date, wanted),
    "active_by_date": lambda task, state, wanted: _to(task.start_date, wanted) and _from(task.end_date, wanted),
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
    "assignee_team_id": lambda task, state, wanted: _any(task.team_assignee_ids, wanted),
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
