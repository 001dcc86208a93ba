"""Track's operations on the state, behind the generated contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from msgspec import UNSET

from toggl_server.track import models

from ..json_input import field_and_rule
from ..limits.quota import HourlyQuota
from ..state.entities import Project, TrackTask, User
from ..state.sorted_index import SortKey
from ..state.state import State
from .access import visible_workspace
from .errors import ServiceError
from .fields import given_fields


class TrackService:
    """The task routes of Track."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_project_tasks(
        self, user: User, path: models.ProjectPath, query: models.ListProjectTasksQuery, /
    ) -> list[models.Task] | None:
        """Answer tasks in a bare array (observed): open ones by default, by name as the workspace list (assumed)."""
        project = self._project(user, path)
        active = None if query.active == "both" else query.active in ("true", None)
        found = self.state.track_tasks.sorted_index(("name", active), [project.id], _filter(active=active), _by_name)
        return [self._reply(task) for task in found.page()] or None

    def create_task(self, user: User, path: models.ProjectPath, body: models.TaskCreate, /) -> models.Task:
        """Create a task: for the authenticated user unless the body has a user (documented)."""
        project = self._project(user, path, writable=True)
        values = {"user_id": user.id, **given_fields(body)}
        self._check(project, values)
        now = self.state.now()
        task = TrackTask(
            id=self.state.identifiers.next("track task"),
            workspace_id=path.workspace_id,
            project_id=path.project_id,
            name=values.pop("name"),
            user_id=values.pop("user_id"),
            created_at=now,
            at=now,
        )
        self.state.track_tasks.add(task)
        self.state.track_tasks.change(task, values, now)
        return self._reply(task)

    def patch_tasks(self, user: User, path: models.TaskIdsPath, body: models.PatchDocument, /) -> models.PatchReport:
        """Apply one JSON Patch to each task, all of it or nothing (assumed); failures are listed by id (documented)."""
        project = self._project(user, path, writable=True)
        success: list[int] = []
        failure: list[models.PatchFailure] = []
        for task_id in dict.fromkeys(map(int, path.task_ids.split(","))):
            try:
                task = self._task(project, task_id)
                values = _patch_values(body)
                self._check(project, values, task)
            except ServiceError as error:
                failure.append(models.PatchFailure(id=task_id, message=error.text))
            else:
                self.state.track_tasks.change(task, values, self.state.now())
                success.append(task_id)
        return models.PatchReport(success=success, failure=failure)

    def get_task(self, user: User, path: models.TaskPath, /) -> models.Task:
        """Answer one task, flat (observed)."""
        return self._reply(self._task(self._project(user, path), path.task_id))

    def update_task(self, user: User, path: models.TaskPath, body: models.TaskUpdate, /) -> models.Task:
        """Change the given fields, leave the others (assumed)."""
        project = self._project(user, path, writable=True)
        task = self._task(project, path.task_id)
        values = given_fields(body)
        self._check(project, values, task)
        self.state.track_tasks.change(task, values, self.state.now())
        return self._reply(task)

    def delete_task(self, user: User, path: models.TaskPath, /) -> None:
        """Mark the task as deleted; that the body is empty is assumed, since the page shows none."""
        project = self._project(user, path, writable=True)
        self.state.track_tasks.delete(self._task(project, path.task_id), self.state.now())

    def list_workspace_tasks(
        self, user: User, path: models.WorkspacePath, query: models.ListWorkspaceTasksQuery, /
    ) -> models.TaskPage:
        """Answer one page of the tasks of all projects that the user may see.

        The dates bound the day of creation in UTC (assumed); names are ordered without regard to case (assumed).
        """
        workspace = visible_workspace(self.state, user, path.workspace_id)
        start, end, search = query.start_date, query.end_date, query.search
        active = None if query.active == "both" else query.active == "true"
        fits = _filter(active=active, since=query.since)

        def matches(task: TrackTask) -> bool:
            return (
                fits(task)
                and (start is None or start <= task.created_at.date())
                and (end is None or task.created_at.date() <= end)
                and (search is None or search.casefold() in task.name.casefold())
            )

        found = self.state.track_tasks.sorted_index(
            ("workspace", active, query.since, start, end, search, query.sort_field),
            [one.id for one in self._projects(user, workspace.id) if query.pid in (None, one.id)],
            matches,
            _by_name if query.sort_field == "name" else _by_creation,
        )
        first, last = (query.page - 1) * query.per_page, query.page * query.per_page
        return models.TaskPage(
            data=[self._reply(task) for task in found.page(first, last, descending=query.sort_order == "DESC")] or None,
            page=query.page,
            per_page=query.per_page,
            sort_field=query.sort_field,
            sort_order=query.sort_order,
            total_count=len(found),
        )

    def list_my_tasks(self, user: User, query: models.ListMyTasksQuery, /) -> list[models.Task] | None:
        """Answer the tasks of the projects the user takes part in, in a bare array (observed).

        Assumed: hidden tasks are those of archived projects; the inbox has the user's own tasks first, then the ones
        that are due first; `meta` brings the names and colours of project and client.
        """
        projects = {project.id: number for number, project in enumerate(self._own_projects(user, query.include_hidden))}
        with_done = query.include_not_active == "true"
        fits = _filter(active=None if with_done else True, since=query.since)
        search, inbox = query.search, query.inbox
        tasks = self.state.track_tasks

        def matches(task: TrackTask) -> bool:
            return fits(task) and (search is None or search.casefold() in self._words(task).casefold())

        def sort_key(task: TrackTask) -> SortKey:
            if inbox:
                return (task.user_id != user.id, task.due_date or date.max, task.id)
            return (projects[task.project_id], tasks.sequence_number(task))

        found = tasks.sorted_index(
            ("mine", with_done, query.since, search, bool(inbox) and user.id), projects, matches, sort_key
        )
        start = query.offset or 0
        page = found.page(start, None if query.per_page is None else start + query.per_page)
        return [self._reply(task, meta=bool(query.meta), due=True) for task in page] or None

    def _own_projects(self, user: User, include_hidden: bool | None) -> Iterable[Project]:
        """Return the projects that the user takes part in, workspace by workspace."""
        for workspace in self.state.workspaces.values():
            if user.id in workspace.member_ids and self.state.organizations[workspace.organization_id].has_tasks:
                for project in self._projects(user, workspace.id):
                    if user.id in project.member_ids and (include_hidden or not project.archived):
                        yield project

    def _projects(self, user: User, workspace_id: int) -> Iterable[Project]:
        projects = self.state.projects.values()
        return [one for one in projects if one.workspace_id == workspace_id and one.visible_to(user)]

    def _project(
        self, user: User, path: models.ProjectPath | models.TaskPath | models.TaskIdsPath, *, writable: bool = False
    ) -> Project:
        visible_workspace(self.state, user, path.workspace_id)
        project = self.state.projects.get(path.project_id)
        if project is None or project.workspace_id != path.workspace_id:
            raise ServiceError(400, "Invalid project_id")
        if not project.visible_to(user):
            raise ServiceError(403, "You have no access to this project.")
        if writable and project.archived:
            raise ServiceError(400, "Tasks of an archived project cannot be changed.")
        return project

    def _task(self, project: Project, task_id: int) -> TrackTask:
        task = self.state.track_tasks.find(project.id, task_id)
        if task is None:
            raise ServiceError(404, "Task not found")
        return task

    def _check(self, project: Project, values: dict[str, Any], task: TrackTask | None = None) -> None:
        """Refuse a name that is taken in the project (documented) and a user outside the workspace (assumed)."""
        holder = self.state.track_tasks.id_of_name(project.id, values.get("name", ""))
        if holder is not None and (task is None or holder != task.id):
            raise ServiceError(400, "A task of this name exists in the project already.")
        user_id = values.get("user_id")
        members = self.state.workspaces[project.workspace_id].member_ids
        if user_id is not None and user_id not in members:
            raise ServiceError(400, "Invalid user_id")

    def _words(self, task: TrackTask) -> str:
        project = self.state.projects[task.project_id]
        client = self.state.client(project)
        # No search text holds a line feed by accident, so none matches across two names.
        return "\n".join([task.name, project.name, client.name if client else ""])

    def _reply(self, task: TrackTask, *, meta: bool = True, due: bool = False) -> models.Task:
        project = self.state.projects[task.project_id]
        user = self.state.users.get(task.user_id or 0)
        optional: dict[str, Any] = {**task.integration, **task.extra}
        if meta:
            client = self.state.client(project)
            optional |= {
                "client_name": client.name if client else None,
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
            at=_time(task.at),
            estimated_seconds=task.estimated_seconds,
            # A user's report: 0 for recurring projects, whatever was tracked.
            tracked_seconds=0 if project.recurring else task.tracked_milliseconds,
            recurring=project.recurring,
            server_deleted_at=_time(task.server_deleted_at) if task.server_deleted_at else None,
            avatar_url=None,
            client_id=project.client_id,
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


class TrackMeService:
    """The other routes under `/me`."""

    def __init__(self, state: State, quota: HourlyQuota) -> None:
        self.state = state
        self._quota = quota

    def get_my_quota(self, user: User, /) -> list[models.OrganizationQuota]:
        """Answer the quotas of the user's organizations, then that of `/me` routes (all assumed)."""
        organizations = [one.id for one in self.state.organizations.values() if user.id in one.member_ids]
        return [self._entry(user, organization_id) for organization_id in [*organizations, None]]

    def _entry(self, user: User, organization_id: int | None) -> models.OrganizationQuota:
        reading = self._quota.status(user.id, organization_id)
        return models.OrganizationQuota(
            organization_id=organization_id,
            remaining=reading.remaining,
            resets_in_secs=reading.resets_in,
            total=reading.total,
        )


def _filter(*, active: bool | None, since: int | None = None) -> Callable[[TrackTask], bool]:
    """Return what selects the tasks with that `active`; with `since`, the later ones and deleted ones among them."""

    def fits(task: TrackTask) -> bool:
        later = task.server_deleted_at is None if since is None else task.at.timestamp() >= since
        return later and (active is None or task.active is active)

    return fits


def _by_name(task: TrackTask) -> SortKey:
    return (task.name.casefold(), task.id)


def _by_creation(task: TrackTask) -> SortKey:
    return (task.created_at, task.id)


def _patch_values(operations: Sequence[models.PatchOperation]) -> dict[str, Any]:
    """Return the fields that the operations change; `remove` empties a field (assumed)."""
    values: dict[str, Any] = {}
    for operation in operations:
        name = operation.path[1:]
        if name not in models.TaskUpdate.__struct_fields__:
            raise ServiceError(400, f"There is no field at {operation.path}.")
        if operation.op == "remove":
            values[name] = None
        elif operation.value is not UNSET:
            values[name] = operation.value
        else:
            raise ServiceError(400, f"To {operation.op} {operation.path} takes a value.")
    try:
        return given_fields(msgspec.convert(values, models.TaskUpdate))
    except msgspec.ValidationError as error:
        raise ServiceError(400, "Invalid {}: {}".format(*field_and_rule(error))) from None


def _time(moment: datetime) -> str:
    """Write a time as Track does: `+00:00` rather than `Z` (observed)."""
    return moment.astimezone(UTC).isoformat()
