"""Track's operations on the state, behind the generated contract.

Replies are written here rather than by FastAPI: pydantic ends a time in `Z` and its union for `/me/tasks` has no
`null`, while Track answers `+00:00` (observed) and `null` for an empty list (observed).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from fastapi.responses import Response
from pydantic import BaseModel, ValidationError

from toggl_server.track import models
from toggl_server.track.server.services import MeService, TasksService

from ..http.errors import Refusal, as_written, rule, strictly
from ..limits.quota import Quota
from ..state.entities import Project, TrackTask, User
from ..state.sorted_index import SortKey
from ..state.state import State, exclusive
from .authentication import visible_workspace

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FALSE: Final = models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter.false
_BOTH: Final = models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter.both


class TrackService(TasksService[User]):
    """The task routes of Track."""

    def __init__(self, state: State) -> None:
        self.state = state

    @exclusive
    async def list_project_tasks(self, *, principal: User, workspace_id: int, project_id: int) -> Response:
        """Answer the open tasks in a bare array (observed), by name as the workspace list (assumed)."""
        project = self._project(principal, workspace_id, project_id)
        found = self.state.track_tasks.sorted_index(("name", True), [project.id], _kept(active=True), _by_name)
        return _reply([self._shown(task) for task in found.page()] or None)

    @exclusive
    async def create_task(
        self, *, principal: User, workspace_id: int, project_id: int, body: models.TaskCreate
    ) -> Response:
        """Create a task: for the user who asks unless the body says otherwise (documented)."""
        project = self._project(principal, workspace_id, project_id, writable=True)
        values = {"user_id": principal.id, **_named(strictly(body))}
        self._check(project, values)
        now = self.state.now()
        task = TrackTask(
            id=self.state.identifiers.next("track task"),
            workspace_id=workspace_id,
            project_id=project_id,
            name=values.pop("name"),
            user_id=values.pop("user_id"),
            created_at=now,
            at=now,
        )
        self.state.track_tasks.add(task)
        self.state.track_tasks.change(task, values, now)
        return _reply(self._shown(task))

    @exclusive
    async def patch_tasks(
        self, *, principal: User, workspace_id: int, project_id: int, task_ids: str, body: models.PatchDocument
    ) -> Response:
        """Apply one JSON Patch to each task, all of it or nothing (assumed); failures are told by id (documented)."""
        project = self._project(principal, workspace_id, project_id, writable=True)
        operations = strictly(body).root
        success: list[int] = []
        failure: list[models.PatchFailure] = []
        for task_id in dict.fromkeys(map(int, task_ids.split(","))):
            try:
                task = self._task(project, task_id)
                values = _patched(operations)
                self._check(project, values, task)
            except Refusal as refusal:
                failure.append(models.PatchFailure(id=task_id, message=refusal.text))
            else:
                self.state.track_tasks.change(task, values, self.state.now())
                success.append(task_id)
        return _reply(models.PatchReport(success=success, failure=failure))

    @exclusive
    async def get_task(self, *, principal: User, workspace_id: int, project_id: int, task_id: int) -> Response:
        """Answer one task, flat (observed)."""
        project = self._project(principal, workspace_id, project_id)
        return _reply(self._shown(self._task(project, task_id)))

    @exclusive
    async def update_task(
        self, *, principal: User, workspace_id: int, project_id: int, task_id: int, body: models.TaskUpdate
    ) -> Response:
        """Change the named fields, leave the others (assumed)."""
        project = self._project(principal, workspace_id, project_id, writable=True)
        task = self._task(project, task_id)
        values = _named(strictly(body))
        self._check(project, values, task)
        self.state.track_tasks.change(task, values, self.state.now())
        return _reply(self._shown(task))

    @exclusive
    async def delete_task(self, *, principal: User, workspace_id: int, project_id: int, task_id: int) -> None:
        """Mark the task as deleted; that the body is empty is assumed, since the page shows none."""
        project = self._project(principal, workspace_id, project_id, writable=True)
        self.state.track_tasks.delete(self._task(project, task_id), self.state.now())

    @exclusive
    async def list_workspace_tasks(
        self,
        *,
        principal: User,
        workspace_id: int,
        since: int | None,
        page: int,
        per_page: int,
        sort_order: models.WorkspacesWorkspaceIdTasksGetQuerySortOrderParameter,
        sort_field: models.WorkspacesWorkspaceIdTasksGetQuerySortFieldParameter,
        active: models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter,
        pid: int | None,
        start_date: date | None,
        end_date: date | None,
        search: str | None,
    ) -> Response:
        """Answer one page of the tasks of all projects that the user may see.

        The dates bound the day of creation in UTC (assumed); names are ordered without regard to case (assumed).
        """
        as_written({"start_date", "end_date"}, _DAY)
        workspace = visible_workspace(self.state, principal, workspace_id)
        wanted = None if active is _BOTH else active is not _FALSE
        kept = _kept(active=wanted, since=since)

        def passes(task: TrackTask) -> bool:
            return (
                kept(task)
                and (start_date is None or start_date <= task.created_at.date())
                and (end_date is None or task.created_at.date() <= end_date)
                and (search is None or search.casefold() in task.name.casefold())
            )

        found = self.state.track_tasks.sorted_index(
            ("workspace", wanted, since, start_date, end_date, search, sort_field),
            [one.id for one in self._projects(principal, workspace.id) if pid in (None, one.id)],
            passes,
            _by_name if sort_field == "name" else _by_creation,
        )
        shown = found.page((page - 1) * per_page, page * per_page, descending=sort_order == "DESC")
        return _reply(
            models.TaskPage(
                data=[self._shown(task) for task in shown] or None,
                page=page,
                per_page=per_page,
                sort_field=sort_field,
                sort_order=sort_order,
                total_count=len(found),
            )
        )

    @exclusive
    async def list_my_tasks(
        self,
        *,
        principal: User,
        meta: bool | None,
        inbox: bool | None,
        include_hidden: bool | None,
        since: int | None,
        include_not_active: models.MeTasksGetQueryIncludeNotActiveParameter | None,
        offset: int | None,
        per_page: int | None,
        search: str | None,
    ) -> Response:
        """Answer the tasks of the projects the user takes part in, in a bare array (observed).

        Assumed: hidden tasks are those of archived projects; the inbox has the user's own tasks first, then the ones
        that are due first; `meta` brings the names and colours of project and client.
        """
        workspaces = [
            workspace.id
            for workspace in self.state.workspaces.values()
            if principal.id in workspace.member_ids and self.state.organizations[workspace.organization_id].has_tasks
        ]
        projects = {
            project.id: number
            for number, project in enumerate(
                project
                for workspace_id in workspaces
                for project in self._projects(principal, workspace_id)
                if principal.id in project.member_ids and (include_hidden or not project.archived)
            )
        }
        kept = _kept(active=None if include_not_active == "true" else True, since=since)
        tasks = self.state.track_tasks

        def passes(task: TrackTask) -> bool:
            return kept(task) and (search is None or search.casefold() in self._words(task).casefold())

        def rank(task: TrackTask) -> SortKey:
            if inbox:
                return (task.user_id != principal.id, task.due_date or date.max, task.id)
            return (projects[task.project_id], tasks.sequence_number(task))

        found = tasks.sorted_index(
            ("mine", include_not_active == "true", since, search, bool(inbox) and principal.id), projects, passes, rank
        )
        start = offset or 0
        shown = found.page(start, None if per_page is None else start + per_page)
        return _reply([self._shown(task, meta=bool(meta), due=True) for task in shown] or None)

    def _projects(self, user: User, workspace_id: int) -> Iterable[Project]:
        projects = self.state.projects.values()
        return [one for one in projects if one.workspace_id == workspace_id and one.visible_to(user)]

    def _project(self, user: User, workspace_id: int, project_id: int, *, writable: bool = False) -> Project:
        visible_workspace(self.state, user, workspace_id)
        project = self.state.projects.get(project_id)
        if project is None or project.workspace_id != workspace_id:
            raise Refusal(400, "Invalid project_id")
        if not project.visible_to(user):
            raise Refusal(403, "You have no access to this project.")
        if writable and project.archived:
            raise Refusal(400, "Tasks of an archived project cannot be changed.")
        return project

    def _task(self, project: Project, task_id: int) -> TrackTask:
        task = self.state.track_tasks.find(project.id, task_id)
        if task is None:
            raise Refusal(404, "Task not found")
        return task

    def _check(self, project: Project, values: dict[str, Any], task: TrackTask | None = None) -> None:
        """Refuse a name that is taken in the project (documented) and a user outside the workspace (assumed)."""
        holder = self.state.track_tasks.id_of_name(project.id, values.get("name", ""))
        if holder is not None and (task is None or holder != task.id):
            raise Refusal(400, "A task of this name exists in the project already.")
        user_id = values.get("user_id")
        members = self.state.workspaces[project.workspace_id].member_ids
        if user_id is not None and user_id not in members:
            raise Refusal(400, "Invalid user_id")

    def _words(self, task: TrackTask) -> str:
        project = self.state.projects[task.project_id]
        # No search text holds a line feed by accident, so none matches across two names.
        return "\n".join([task.name, project.name, project.client.name if project.client else ""])

    def _shown(self, task: TrackTask, *, meta: bool = True, due: bool = False) -> models.Task:
        project = self.state.projects[task.project_id]
        user = self.state.users.get(task.user_id or 0)
        optional: dict[str, Any] = {**task.integration, **task.extra}
        if meta:
            optional |= {
                "client_name": project.client.name if project.client else None,
                "project_color": project.color,
                "project_name": project.name,
            }
        if due:
            optional["due_date"] = task.due_date.isoformat() if task.due_date else None
        return models.Task(
            id=task.id,
            name=task.name,
            workspace_id=task.workspace_id,
            project_id=task.project_id,
            user_id=task.user_id,
            active=task.active,
            at=task.at,
            estimated_seconds=task.estimated_seconds,
            # A user's report: 0 for recurring projects, whatever was tracked.
            tracked_seconds=0 if project.recurring else task.tracked_milliseconds,
            recurring=project.recurring,
            server_deleted_at=task.server_deleted_at,
            avatar_url=None,
            client_id=project.client.id if project.client else None,
            external_reference=task.external_reference,
            permissions=None,
            project_billable=project.billable,
            project_is_private=project.private,
            rate=project.hourly_rate,
            rate_last_updated=None,
            toggl_accounts_id=None,
            user_name=user.name if user else None,
            **optional,
        )


class TrackMeService(MeService[User]):
    """The other routes under `/me`."""

    def __init__(self, state: State, quota: Quota) -> None:
        self.state = state
        self._quota = quota

    @exclusive
    async def get_my_quota(self, *, principal: User) -> models.QuotaList:
        """Answer the quotas of the user's organizations, then that of `/me` routes (all assumed)."""
        organizations = [one.id for one in self.state.organizations.values() if principal.id in one.member_ids]
        entries = []
        for organization_id in [*organizations, None]:
            reading = self._quota.status(principal.id, organization_id)
            entries.append(
                models.OrganizationQuota(
                    organization_id=organization_id,
                    remaining=reading.remaining,
                    resets_in_secs=reading.resets_in,
                    total=reading.total,
                )
            )
        return models.QuotaList(entries)


def _kept(*, active: bool | None, since: int | None = None) -> Callable[[TrackTask], bool]:
    """Return what keeps the tasks with that `active`; with `since`, the later ones and deleted ones among them."""

    def kept(task: TrackTask) -> bool:
        later = task.server_deleted_at is None if since is None else task.at.timestamp() >= since
        return later and (active is None or task.active is active)

    return kept


def _by_name(task: TrackTask) -> SortKey:
    return (task.name.casefold(), task.id)


def _by_creation(task: TrackTask) -> SortKey:
    return (task.created_at, task.id)


def _named(body: BaseModel) -> dict[str, Any]:
    """Return the fields that a body names, null or not."""
    return {name: getattr(body, name) for name in body.model_fields_set}


def _patched(operations: Sequence[models.PatchOperation]) -> dict[str, Any]:
    """Return the fields that the operations leave changed; `remove` empties a field (assumed)."""
    values: dict[str, Any] = {}
    for operation in operations:
        name = operation.path[1:]
        if name not in models.TaskUpdate.model_fields:
            raise Refusal(400, f"There is no field at {operation.path}.")
        if operation.op == "remove":
            values[name] = None
        elif "value" in operation.model_fields_set:
            values[name] = operation.value
        else:
            raise Refusal(400, f"To {operation.op} {operation.path} takes a value.")
    try:
        return _named(models.TaskUpdate.model_validate(values, strict=True))
    except ValidationError as error:
        problem = error.errors()[0]
        raise Refusal(400, f"Invalid {problem['loc'][0]}: {rule(problem)}") from None


def _reply(value: BaseModel | Sequence[BaseModel] | None) -> Response:
    if value is None or isinstance(value, BaseModel):
        plain: object = value and value.model_dump(exclude_unset=True)
    else:
        plain = [one.model_dump(exclude_unset=True) for one in value]
    content = json.dumps(plain, default=_time, ensure_ascii=False, separators=(",", ":"))
    return Response(content, media_type="application/json")


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
