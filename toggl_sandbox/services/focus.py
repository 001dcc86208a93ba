"""Focus's operations on the state, behind the generated contract.

Statuses of the replies, the default status and the sub-tasks of `parent_task_id` are observed; what a request may refer
to, and the reply of the bulk creation, are assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

import msgspec

from toggl_server.focus import models

from ..state.entities import FocusTask, Project, User, Workspace
from ..state.state import State
from .access import visible_workspace
from .errors import ServiceError
from .fields import given_fields
from .focus_filters import Filters, Order

_STORED: Final = tuple(
    name
    for name in FocusTask.__dataclass_fields__
    if name in models.Task.__struct_fields__ and name != "ghost_assignee_ids"
)
ModelT = TypeVar("ModelT", bound=msgspec.Struct)


class _TaskWithEntries(models.Task, kw_only=True):
    """A task with its time entries, for which the contract has no field."""

    time_entries: list[dict[str, Any]]


class FocusService:
    """The task routes of Focus."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.ListTasksQuery, /
    ) -> models.TaskPage:
        """Answer one page of the tasks that pass the filters.

        `with_entries` adds `time_entries` to each task, a name that is assumed, since no page documents it.
        """
        self._workspace(user, path)
        filters = Filters(self.state, query)
        order = Order(query.order_by or ())
        found = self.state.focus_tasks.sorted_index(
            (user.id, filters.name, order.fields),
            path.workspace_id,
            lambda task: self._may_see(user, task) and filters.keep(task),
            lambda task: (*order.rank(task), self.state.focus_tasks.sequence_number(task)),
        )
        tasks = found.page((query.page - 1) * query.per_page, query.page * query.per_page)
        replies = [
            self._reply(
                user,
                task,
                rates=bool(query.include_rates),
                ghosts=bool(query.include_ghost_assignees),
                aggregations=not query.disable_aggregations,
                entries=bool(query.with_entries),
            )
            for task in tasks
        ]
        return models.TaskPage(data=replies, page=query.page, per_page=query.per_page, total=len(found))

    def create_task(
        self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskCreate, /
    ) -> models.Task:
        """Create a task of the authenticated user and return all of its fields."""
        workspace = self._workspace(user, path)
        return self._reply(user, self._add(user, workspace, self._new_values(user, workspace, body)))

    def create_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskBulkCreate, /
    ) -> list[models.Task] | None:
        """Create all of the tasks, or none when one is not valid."""
        workspace = self._workspace(user, path)
        drafts = [self._new_values(user, workspace, one) for one in body.tasks]
        added = [self._add(user, workspace, values) for values in drafts]
        return [self._reply(user, task) for task in added]

    def patch_tasks(self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskPatchList, /) -> None:
        """Change all of the tasks, or none when one change is not valid."""
        workspace = self._workspace(user, path)
        changes = []
        for item in body:
            task = self._task(user, workspace, item.id)
            changes.append((task, self._changed_values(user, workspace, task, item)))
        for task, values in changes:
            self.state.focus_tasks.change(task, values, self.state.now())

    def stream_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.StreamTasksQuery, /
    ) -> list[models.Task] | None:
        """Answer all tasks in a bare array (observed), oldest first (assumed). It has no filters yet."""
        self._workspace(user, path)
        return [self._reply(user, task) for task in self._visible_tasks(user, path.workspace_id)]

    def patch_task(
        self, user: User, path: models.TaskPath, query: models.PatchTaskQuery, body: models.TaskPatch, /
    ) -> None:
        """Change the given fields. A `project_id` does not stick (observed): the contract has none."""
        workspace = self._workspace(user, path)
        task = self._task(user, workspace, path.task_id)
        self.state.focus_tasks.change(task, self._changed_values(user, workspace, task, body), self.state.now())

    def delete_task(self, user: User, path: models.TaskPath, query: models.DeleteTaskQuery, /) -> None:
        """Delete the task with its time entries (observed) and its sub-tasks (assumed)."""
        workspace = self._workspace(user, path)
        task = self._task(user, workspace, path.task_id)
        self.state.focus_tasks.delete(task, self.state.now())

    def _workspace(self, user: User, path: models.OrganizationWorkspacePath | models.TaskPath) -> Workspace:
        return visible_workspace(self.state, user, path.workspace_id, path.organization_id)

    def _task(self, user: User, workspace: Workspace, task_id: int) -> FocusTask:
        task = self.state.focus_tasks.find(workspace.id, task_id)
        if task is None:
            raise ServiceError(404, f"there is no task {task_id} in this workspace")
        if not self._may_see(user, task):
            raise ServiceError(403, "you have no access to this task")
        return task

    def _visible_tasks(self, user: User, workspace_id: int) -> Iterable[FocusTask]:
        tasks = self.state.focus_tasks.of_workspace(workspace_id)
        return (task for task in tasks if self._may_see(user, task))

    def _may_see(self, user: User, task: FocusTask) -> bool:
        """Return whether a task is the user's, or neither private nor of a private project (assumed)."""
        project = self.state.project(task)
        return task.toggl_user_id == user.id or not (task.private or (project and not project.visible_to(user)))

    def _new_values(self, user: User, workspace: Workspace, body: models.TaskCreate) -> dict[str, Any]:
        values = given_fields(body)
        external_id = values.pop("integration_ext_id", None)
        if external_id is not None:
            values["metadata"] = {"external_id": str(external_id)}
        values["source"] = values.pop("integration_source", None) or "focus"
        if values.get("status_id") is None:
            values["status_id"] = next(iter(workspace.statuses))
        self._check(user, workspace, values)
        return values

    def _add(self, user: User, workspace: Workspace, values: dict[str, Any]) -> FocusTask:
        now = self.state.now()
        task = FocusTask(
            id=self.state.identifiers.next("focus task"),
            workspace_id=workspace.id,
            name=values["name"],
            toggl_user_id=user.id,
            status_id=values["status_id"],
            created_at=now,
            updated_at=now,
            status_updated_at=now,
        )
        self.state.focus_tasks.add(task)
        self.state.focus_tasks.change(task, values, now)
        return task

    def _changed_values(
        self, user: User, workspace: Workspace, task: FocusTask, body: models.TaskPatch | models.TaskPatchItem
    ) -> dict[str, Any]:
        values = given_fields(body)
        values.pop("id", None)
        self._check(user, workspace, values, task)
        return values

    def _check(
        self, user: User, workspace: Workspace, values: Mapping[str, Any], task: FocusTask | None = None
    ) -> None:
        """Refuse what the workspace does not know, a parent that would close a circle, and crossed dates."""
        known: dict[str, Iterable[int]] = {
            "status_id": workspace.statuses,
            "tag_ids": workspace.tags,
            "assignee_user_ids": workspace.member_ids,
            "ghost_assignee_ids": workspace.ghost_ids,
        }
        for name, ids in known.items():
            given = values.get(name)
            for one in given if isinstance(given, list) else () if given is None else [given]:
                if one not in ids:
                    raise ServiceError(400, f"{name} names {one}, which this workspace does not have")
        if (project_id := values.get("project_id")) is not None:
            project = self.state.projects.get(project_id)
            if project is None or project.workspace_id != workspace.id:
                raise ServiceError(400, "project_id names no project of this workspace")
            if not project.visible_to(user):
                raise ServiceError(403, "you have no access to this project")
        ancestor_id = values.get("parent_task_id")
        while ancestor_id is not None:
            ancestor = self.state.focus_tasks.find(workspace.id, ancestor_id)
            if ancestor is None or not self._may_see(user, ancestor):
                raise ServiceError(400, "parent_task_id names no task of this workspace")
            if ancestor is task:
                raise ServiceError(400, "parent_task_id names the task itself or one below it")
            ancestor_id = ancestor.parent_task_id
        start = values.get("start_date", task and task.start_date)
        end = values.get("end_date", task and task.end_date)
        if start and end and end < start:
            raise ServiceError(400, "end_date is before start_date")

    def _reply(
        self,
        user: User,
        task: FocusTask,
        *,
        rates: bool = False,
        ghosts: bool = False,
        aggregations: bool = True,
        entries: bool = False,
    ) -> models.Task:
        parent = self._parent(user, task)
        values = self._values(task, parent, rates=rates, ghosts=ghosts)
        if aggregations:
            values |= self._aggregations(task)
            values["parent"] = parent and _model(
                models.ParentTask, self._values(parent, self._parent(user, parent), rates=rates, ghosts=ghosts)
            )
        if not entries:
            return _model(models.Task, values)
        values["time_entries"] = [
            {"id": entry.id, "start": entry.start.isoformat(), "duration": entry.seconds} for entry in task.time_entries
        ]
        return _model(_TaskWithEntries, values)

    def _parent(self, user: User, task: FocusTask) -> FocusTask | None:
        """Return the parent of a task, if it has one that the user may see."""
        parent = self.state.focus_tasks.find(task.workspace_id, task.parent_task_id)
        return parent if parent and self._may_see(user, parent) else None

    def _values(self, task: FocusTask, parent: FocusTask | None, *, rates: bool, ghosts: bool) -> dict[str, Any]:
        """Return the fields of a task without its parent, counts and totals, as a parent has them too."""
        workspace = self.state.workspaces[task.workspace_id]
        project = self.state.project(task)
        client = self.state.client(project) if project else None
        values = {name: _text(getattr(task, name)) for name in _STORED} | task.extra
        if ghosts:
            values["ghost_assignee_ids"] = task.ghost_assignee_ids
        if task.recurring_task_id and task.start_date:
            values["reucrrence_date"] = {"date": task.start_date.isoformat()}
        return values | {
            "client": client and {"id": client.id, "name": client.name},
            "parent_task_name": parent and parent.name,
            "project": project and _project(project, rates=rates),
            "status": asdict(self.state.status(task)),
            "tags": [asdict(workspace.tags[tag_id]) for tag_id in task.tag_ids or ()],
        }

    def _aggregations(self, task: FocusTask) -> dict[str, int]:
        tasks = self.state.focus_tasks
        statuses = self.state.workspaces[task.workspace_id].statuses.values()
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


def _model(model: type[ModelT], values: Mapping[str, Any]) -> ModelT:
    """Return a model of those values that it has a field for."""
    return model(**{name: values[name] for name in model.__struct_fields__ if name in values})


def _text(value: Any) -> Any:
    """Write dates and times as Focus does (observed): times end in `Z`."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _project(project: Project, *, rates: bool) -> dict[str, Any]:
    values: dict[str, Any] = {
        "color": project.color,
        "id": project.id,
        "name": project.name,
        "permissions": None,
        "private": project.private,
    }
    if rates:
        values["rate"] = {
            "billable": project.billable,
            "currency": "EUR",
            "has_more_rates": False,
            "hourly_rate": project.hourly_rate,
            "project_color": project.color,
            "project_created_at": project.created_at.isoformat(),
            "project_id": project.id,
            "project_name": project.name,
        }
    return values
