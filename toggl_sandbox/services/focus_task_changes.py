"""The fields of a task of Focus that a request may set, and their valid values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any, Final

from toggl_server.focus import models

from ..state.entities import FocusTask, User, Workspace
from ..state.recurrence import check_rule
from ..state.state import State
from .access import sees_task
from .errors import ServiceError
from .fields import given_fields

_EMPTY: Final = {
    field.name: field.default
    for field in fields(FocusTask)
    if field.name in models.TaskReplace.__struct_fields__ and field.default is not MISSING
}
"""Values of the fields that a PUT omits."""
_NOT_STORED: Final = frozenset({"id", "outbound_sync"})

Changes = Mapping[int, Mapping[str, Any]]
"""Fields that other members of the same request set, by the id of the task."""


class TaskChanges:
    """The fields of the bodies of one request, rejected if they are invalid in the workspace."""

    def __init__(self, state: State, user: User, workspace: Workspace) -> None:
        self._state, self._user, self._workspace = state, user, workspace

    def of_new(self, body: models.TaskCreate) -> dict[str, Any]:
        """Return the fields of a new task."""
        values = given_fields(body)
        external_id = values.pop("integration_ext_id", None)
        if external_id is not None:
            values["metadata"] = {"external_id": str(external_id)}
        values["source"] = values.pop("integration_source", None) or "focus"
        if values.get("status_id") is None:
            values["status_id"] = next(iter(self._workspace.statuses))
        self._check(values)
        return values

    def of_patch(
        self, task: FocusTask, body: models.TaskPatch | models.TaskPatchItem, earlier: Changes | None = None
    ) -> dict[str, Any]:
        """Return the fields to change in a task, together with those that an earlier member of the body changes."""
        earlier = earlier or {}
        values = {**earlier.get(task.id, {}), **_stored(given_fields(body))}
        self._check(values, task, earlier)
        return values

    def of_put(self, task: FocusTask, body: models.TaskReplace) -> dict[str, Any]:
        """Return the fields of the body, and empty values for the fields that it omits (documented)."""
        values = _EMPTY | _stored(given_fields(body))
        self._check(values, task)
        return values

    def _check(self, values: Mapping[str, Any], task: FocusTask | None = None, earlier: Changes | None = None) -> None:
        """Reject ids that are not in the workspace, a circular parent, an end before the start, and invalid rules."""
        workspace = self._workspace
        known: dict[str, Iterable[int]] = {
            "status_id": workspace.statuses,
            "tag_ids": workspace.tags,
            "assignee_user_ids": workspace.member_ids,
            "ghost_assignee_ids": workspace.ghost_ids,
            "team_assignee_ids": workspace.team_ids,
        }
        for name, ids in known.items():
            given = values.get(name)
            for one in given if isinstance(given, list) else () if given is None else [given]:
                if one not in ids:
                    raise ServiceError(400, f"{name} names {one}, which this workspace does not have")
        if (project_id := values.get("project_id")) is not None:
            project = self._state.projects.get(project_id)
            if project is None or project.workspace_id != workspace.id:
                raise ServiceError(400, "project_id names no project of this workspace")
            if not project.visible_to(self._user):
                raise ServiceError(403, "you have no access to this project")
        if (parent_id := values.get("parent_task_id")) is not None:
            self._check_parent(parent_id, task, earlier or {})
        start = values.get("start_date", task and task.start_date)
        end = values.get("end_date", task and task.end_date)
        if start and end and end < start:
            raise ServiceError(400, "end_date is before start_date")
        if values.get("rrule") is not None:
            try:
                check_rule(values["rrule"])
            except ValueError as error:
                raise ServiceError(400, f"rrule: {error}") from None

    def _check_parent(self, parent_id: int, task: FocusTask | None, earlier: Changes) -> None:
        tasks, workspace_id = self._state.focus_tasks, self._workspace.id
        parent = tasks.find(workspace_id, parent_id)
        if parent is None or not sees_task(self._state, self._user, parent):
            raise ServiceError(400, "parent_task_id names no task of this workspace")
        ancestor: FocusTask | None = parent
        while ancestor is not None:
            if ancestor is task:
                raise ServiceError(400, "parent_task_id names the task itself or one below it")
            next_id = earlier.get(ancestor.id, {}).get("parent_task_id", ancestor.parent_task_id)
            # A deleted one may be restored, and must not close a circle then.
            ancestor = tasks.find(workspace_id, next_id) or tasks.find_deleted(workspace_id, next_id)


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _NOT_STORED}
