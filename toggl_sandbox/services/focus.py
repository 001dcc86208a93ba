"""Focus's operations on the state, behind the generated contract.

Statuses of the replies, the default status and the sub-tasks of `parent_task_id` are observed; what a request may refer
to, and the reply of the bulk creation, are assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from toggl_server.focus import models
from toggl_server.focus.server.services import TasksService

from ..http.errors import Refusal, strictly
from ..state.entities import FocusTask, Project, User, Workspace
from ..state.state import State, exclusive
from .authentication import visible_workspace
from .focus_filters import Filters, Order

_STORED: Final = tuple(
    name for name in FocusTask.__dataclass_fields__ if name in models.Task.model_fields and name != "ghost_assignee_ids"
)


class FocusService(TasksService[User]):
    """The task routes of Focus."""

    def __init__(self, state: State) -> None:
        self.state = state

    @exclusive
    async def list_tasks(
        self,
        /,
        *,
        principal: User,
        organization_id: int,
        workspace_id: int,
        page: int,
        per_page: int,
        order_by: list[str] | None,
        with_entries: bool | None,
        include_rates: bool | None,
        include_ghost_assignees: bool | None,
        disable_aggregations: bool | None,
        **filters: Any,
    ) -> models.TaskPage | Response:
        """Answer one page of the tasks that pass the filters.

        `with_entries` adds `time_entries` to each task, a name that is assumed: no page tells it.
        """
        self._workspace(principal, organization_id, workspace_id)
        wanted = Filters(self.state, filters)
        order = Order(order_by or ())
        found = self.state.focus_tasks.sorted_index(
            (principal.id, wanted.name, order.fields),
            workspace_id,
            lambda task: self._may_see(principal, task) and wanted.keep(task),
            lambda task: (*order.rank(task), self.state.focus_tasks.sequence_number(task)),
        )
        tasks = found.page((page - 1) * per_page, page * per_page)
        shown = [
            self._shown(
                principal,
                task,
                rates=bool(include_rates),
                ghosts=bool(include_ghost_assignees),
                aggregations=not disable_aggregations,
            )
            for task in tasks
        ]
        answer = models.TaskPage.model_validate(
            {"data": shown, "page": page, "per_page": per_page, "total": len(found)}
        )
        if not with_entries:
            return answer
        # The contract has no field for entries and would leave them out.
        plain = answer.model_dump(mode="json", exclude_unset=True)
        for row, task in zip(plain["data"], tasks, strict=True):
            row["time_entries"] = [
                {"id": entry.id, "start": entry.start.isoformat(), "duration": entry.seconds}
                for entry in task.time_entries
            ]
        return JSONResponse(plain)

    @exclusive
    async def create_task(
        self, *, principal: User, organization_id: int, workspace_id: int, body: models.TaskCreate
    ) -> models.Task:
        """Create a task of the user who asks and answer it whole."""
        workspace = self._workspace(principal, organization_id, workspace_id)
        values = self._created(principal, workspace, strictly(body))
        return models.Task.model_validate(self._shown(principal, self._add(principal, workspace, values)))

    @exclusive
    async def create_tasks(
        self, *, principal: User, organization_id: int, workspace_id: int, body: models.TaskBulkCreate
    ) -> models.TaskList:
        """Create all of the tasks, or none when one is not valid."""
        workspace = self._workspace(principal, organization_id, workspace_id)
        drafts = [self._created(principal, workspace, one) for one in strictly(body).tasks]
        added = [self._add(principal, workspace, values) for values in drafts]
        return models.TaskList.model_validate([self._shown(principal, task) for task in added])

    @exclusive
    async def patch_tasks(
        self, *, principal: User, organization_id: int, workspace_id: int, body: models.TaskBulkPatch
    ) -> None:
        """Change all of the tasks, or none when one change is not valid."""
        workspace = self._workspace(principal, organization_id, workspace_id)
        changes = []
        for item in strictly(body).tasks:
            task = self._task(principal, workspace, item.id)
            changes.append((task, self._changed(principal, workspace, task, item)))
        for task, values in changes:
            self.state.focus_tasks.change(task, values, self.state.now())

    @exclusive
    async def stream_tasks(self, *, principal: User, organization_id: int, workspace_id: int) -> models.TaskList:
        """Answer all tasks in a bare array (observed), oldest first (assumed)."""
        self._workspace(principal, organization_id, workspace_id)
        tasks = [self._shown(principal, task) for task in self._seen(principal, workspace_id)]
        return models.TaskList.model_validate(tasks)

    @exclusive
    async def patch_task(
        self, *, principal: User, organization_id: int, workspace_id: int, task_id: int, body: models.TaskPatch
    ) -> None:
        """Change the named fields. A `project_id` does not stick (observed): the contract has none."""
        workspace = self._workspace(principal, organization_id, workspace_id)
        task = self._task(principal, workspace, task_id)
        values = self._changed(principal, workspace, task, strictly(body))
        self.state.focus_tasks.change(task, values, self.state.now())

    @exclusive
    async def delete_task(self, *, principal: User, organization_id: int, workspace_id: int, task_id: int) -> None:
        """Delete the task with its time entries (observed) and its sub-tasks (assumed)."""
        workspace = self._workspace(principal, organization_id, workspace_id)
        task = self._task(principal, workspace, task_id)
        self.state.focus_tasks.delete(task, self.state.now())

    def _workspace(self, user: User, organization_id: int, workspace_id: int) -> Workspace:
        return visible_workspace(self.state, user, workspace_id, organization_id)

    def _task(self, user: User, workspace: Workspace, task_id: int) -> FocusTask:
        task = self.state.focus_tasks.find(workspace.id, task_id)
        if task is None:
            raise Refusal(404, f"there is no task {task_id} in this workspace")
        if not self._may_see(user, task):
            raise Refusal(403, "you have no access to this task")
        return task

    def _seen(self, user: User, workspace_id: int) -> Iterable[FocusTask]:
        tasks = self.state.focus_tasks.of_workspace(workspace_id)
        return (task for task in tasks if self._may_see(user, task))

    def _may_see(self, user: User, task: FocusTask) -> bool:
        """Return whether a task is the user's, or neither private nor of a private project (assumed)."""
        project = self.state.project(task)
        return task.toggl_user_id == user.id or not (task.private or (project and not project.visible_to(user)))

    def _created(self, user: User, workspace: Workspace, body: models.TaskCreate) -> dict[str, Any]:
        values = {name: getattr(body, name) for name in body.model_fields_set}
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

    def _changed(self, user: User, workspace: Workspace, task: FocusTask, body: BaseModel) -> dict[str, Any]:
        values = {name: getattr(body, name) for name in body.model_fields_set - {"id"}}
        if "integration_ext_id" in values:
            external_id = values.pop("integration_ext_id")
            values["metadata"] = {**(task.metadata or {}), "external_id": external_id and str(external_id)}
        if "integration_source" in values:
            values["source"] = values.pop("integration_source")
        if "status_id" in values and values["status_id"] is None:
            # Every task has a status: emptying it starts the task over (assumed).
            values["status_id"] = next(iter(workspace.statuses))
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
                    raise Refusal(400, f"{name} names {one}, which this workspace does not have")
        if (project_id := values.get("project_id")) is not None:
            project = self.state.projects.get(project_id)
            if project is None or project.workspace_id != workspace.id:
                raise Refusal(400, "project_id names no project of this workspace")
            if not project.visible_to(user):
                raise Refusal(403, "you have no access to this project")
        ancestor_id = values.get("parent_task_id")
        while ancestor_id is not None:
            ancestor = self.state.focus_tasks.find(workspace.id, ancestor_id)
            if ancestor is None or not self._may_see(user, ancestor):
                raise Refusal(400, "parent_task_id names no task of this workspace")
            if ancestor is task:
                raise Refusal(400, "parent_task_id names the task itself or one below it")
            ancestor_id = ancestor.parent_task_id
        start = values.get("start_date", task and task.start_date)
        end = values.get("end_date", task and task.end_date)
        if start and end and end < start:
            raise Refusal(400, "end_date is before start_date")

    def _shown(
        self,
        user: User,
        task: FocusTask,
        *,
        rates: bool = False,
        ghosts: bool = False,
        aggregations: bool = True,
    ) -> dict[str, Any]:
        parent = self._parent(user, task)
        shown = self._plain(task, parent, rates=rates, ghosts=ghosts)
        if aggregations:
            shown |= self._aggregations(task)
            shown["parent"] = parent and self._plain(parent, self._parent(user, parent), rates=rates, ghosts=ghosts)
        return shown

    def _parent(self, user: User, task: FocusTask) -> FocusTask | None:
        """Return the parent of a task, if it has one that the user may see."""
        parent = self.state.focus_tasks.find(task.workspace_id, task.parent_task_id)
        return parent if parent and self._may_see(user, parent) else None

    def _plain(self, task: FocusTask, parent: FocusTask | None, *, rates: bool, ghosts: bool) -> dict[str, Any]:
        """Return a task without its parent, counts and totals, as a parent is answered too."""
        workspace = self.state.workspaces[task.workspace_id]
        project = self.state.project(task)
        status = self.state.status(task)
        shown: dict[str, Any] = {name: getattr(task, name) for name in _STORED} | task.extra
        if ghosts:
            shown["ghost_assignee_ids"] = task.ghost_assignee_ids
        if task.recurring_task_id and task.start_date:
            shown["reucrrence_date"] = {"date": task.start_date.isoformat()}
        return shown | {
            "client": project and project.client and asdict(project.client),
            "parent_task_name": parent and parent.name,
            "project": project and _project(project, rates=rates),
            "status": asdict(status),
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


def _project(project: Project, *, rates: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "color": project.color,
        "id": project.id,
        "name": project.name,
        "permissions": None,
        "private": project.private,
    }
    if rates:
        shown["rate"] = {
            "billable": project.billable,
            "currency": "EUR",
            "has_more_rates": False,
            "hourly_rate": project.hourly_rate,
            "project_color": project.color,
            "project_created_at": project.created_at.isoformat(),
            "project_id": project.id,
            "project_name": project.name,
        }
    return shown
