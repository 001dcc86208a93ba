"""The responses of Focus for tasks."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from toggl_server.focus import models

from ..state.entities import FocusTask, Project, User
from ..state.state import State
from .access import sees_task
from .focus_fields import make_model, project_rate, time_text

_STORED: Final = tuple(
    name
    for name in FocusTask.__dataclass_fields__
    if name in models.Task.__struct_fields__ and name != "ghost_assignee_ids"
)


class _TaskWithEntries(models.Task, kw_only=True):
    """A task with its time entries, for which the contract has no field."""

    time_entries: list[dict[str, Any]]


class TaskReplies:
    """Writes tasks for one user, with the parts that a request wants."""

    def __init__(
        self,
        state: State,
        user: User,
        *,
        rates: bool | None = False,
        ghosts: bool | None = False,
        assignees: bool | None = False,
        entries: bool | None = False,
        aggregations: bool = True,
    ) -> None:
        self._state, self._user = state, user
        self._rates, self._ghosts, self._assignees = rates, ghosts, assignees
        self._entries, self._aggregations = entries, aggregations

    def task(self, task: FocusTask) -> models.Task:
        """Return a task as it is written. The name `time_entries` is assumed, since no source has it."""
        return self._model(task, {})

    def occurrence(self, task: FocusTask, day: date) -> models.Task:
        """Return a recurring task as it is on one of its days: with its own id and other dates (assumed)."""
        values: dict[str, Any] = {"recurring_task_id": task.recurring_task_id or task.id, "start_date": time_text(day)}
        values |= _recurrence(day)
        if task.start_date and task.end_date:
            length = task.end_date - task.start_date
            values["end_date"] = time_text(date.max if date.max - day < length else day + length)
        return self._model(task, values)

    def _model(self, task: FocusTask, changed: dict[str, Any]) -> models.Task:
        parent = self._parent(task)
        values = self._values(task, parent)
        if self._aggregations:
            values |= self._counts_and_totals(task)
            values["parent"] = parent and make_model(models.ParentTask, self._values(parent, self._parent(parent)))
        values |= changed
        if not self._entries:
            return make_model(models.Task, values)
        values["time_entries"] = [
            {"id": entry.id, "start": entry.start.isoformat(), "duration": entry.seconds} for entry in task.time_entries
        ]
        return make_model(_TaskWithEntries, values)

    def _parent(self, task: FocusTask) -> FocusTask | None:
        """Return the parent of a task, if it has one that the user may see."""
        parent = self._state.focus_tasks.find(task.workspace_id, task.parent_task_id)
        return parent if parent and sees_task(self._state, self._user, parent) else None

    def _values(self, task: FocusTask, parent: FocusTask | None) -> dict[str, Any]:
        """Return the fields of a task without its parent, counts and totals, as a parent has them too."""
        workspace = self._state.workspaces[task.workspace_id]
        project = self._state.project(task)
        client = self._state.client(project) if project else None
        values = {name: time_text(getattr(task, name)) for name in _STORED} | task.extra
        if self._ghosts:
            values["ghost_assignee_ids"] = task.ghost_assignee_ids
        if self._assignees:
            values["assignees"] = [
                *({"id": one, "type": "user"} for one in task.assignee_user_ids or ()),
                *({"id": one, "type": "team"} for one in task.team_assignee_ids or ()),
            ]
        if task.recurring_task_id and task.start_date:
            values = _recurrence(task.start_date) | values
        return values | {
            "client": client and {"id": client.id, "name": client.name},
            "parent_task_name": parent and parent.name,
            "project": project and self._project(project),
            "status": asdict(self._state.status(task)),
            "tags": [asdict(workspace.tags[tag_id]) for tag_id in task.tag_ids or ()],
        }

    def _project(self, project: Project) -> dict[str, Any]:
        values: dict[str, Any] = {
            "color": project.color,
            "id": project.id,
            "name": project.name,
            "permissions": None,
            "private": project.private,
        }
        if self._rates:
            values["rate"] = project_rate(project)
        return values

    def _counts_and_totals(self, task: FocusTask) -> dict[str, int]:
        tasks = self._state.focus_tasks
        statuses = self._state.workspaces[task.workspace_id].statuses.values()
        blocks = task.time_blocks
        scheduled = [block for block in blocks if block.scheduled]
        return {
            "sub_task_done_count": sum(tasks.count_children(task, one.id) for one in statuses if one.type == "done"),
            "sub_task_total_count": len(tasks.children(task)),
            "time_block_completed_count": sum(block.completed for block in blocks),
            "time_block_scheduled_completed_count": sum(block.completed for block in scheduled),
            "time_block_scheduled_total_count": len(scheduled),
            "time_block_total_count": len(blocks),
            "time_entry_total_count": len(task.time_entries),
            "total_blocked_time": sum(block.seconds for block in blocks),
            "total_scheduled_blocked_time": sum(block.seconds for block in scheduled),
            "total_tracked_time": sum(entry.seconds for entry in task.time_entries),
        }


def _recurrence(day: date) -> dict[str, Any]:
    """Return the day of an occurrence, in both fields that it can be in."""
    return {"recurrence_date": time_text(day), "reucrrence_date": {"date": time_text(day)}}
