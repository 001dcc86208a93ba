"""Track's task routes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import UNSET

from toggl_server.track import models

from ..json_input import field_and_rule
from ..state.entities import Project, TrackTask, User
from ..state.sorted_index import SortKey
from ..state.state import State
from .access import projects_of, visible_workspace, workspaces_of
from .errors import ServiceError
from .fields import given_fields
from .track_replies import task_reply


class TasksService:
    """The routes of tasks."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_project_tasks(
        self, user: User, path: models.ProjectPath, query: models.ListProjectTasksQuery, /
    ) -> list[models.Task] | None:
        """Answer tasks in a bare array (observed): open ones by default, by name as the workspace list (assumed)."""
        project = self._project(user, path)
        active = None if query.active == "both" else query.active in ("true", None)
        found = self.state.track_tasks.sorted_index(("name", active), [project.id], _filter(active=active), _by_name)
        return [task_reply(self.state, task) for task in found.page()] or None

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
        return task_reply(self.state, task)

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
        return task_reply(self.state, self._task(self._project(user, path), path.task_id))

    def update_task(self, user: User, path: models.TaskPath, body: models.TaskUpdate, /) -> models.Task:
        """Change the given fields, leave the others (assumed)."""
        project = self._project(user, path, writable=True)
        task = self._task(project, path.task_id)
        values = given_fields(body)
        self._check(project, values, task)
        self.state.track_tasks.change(task, values, self.state.now())
        return task_reply(self.state, task)

    def delete_task(self, user: User, path: models.TaskPath, /) -> None:
        """Mark the task as deleted; that the body is empty is assumed, since the page shows none."""
        project = self._project(user, path, writable=True)
        self.state.track_tasks.delete(self._task(project, path.task_id), self.state.now())

    def list_workspace_tasks(
        self, user: User, path: models.WorkspacePath, query: models.ListWorkspaceTasksQuery, /
    ) -> models.TaskPage:
        """Answer one page of the tasks of all projects that the user may see.

        The dates limit the day of creation in UTC (assumed); names are sorted regardless of case (assumed).
        """
        workspace = visible_workspace(self.state, user, path.workspace_id)
        start, end, since = query.start_date, query.end_date, query.since

        def matches(task: TrackTask) -> bool:
            day = task.created_at.date()
            return (start is None or start <= day) and (end is None or day <= end)

        projects = projects_of(self.state, user, workspace.id, with_deleted=since is not None)
        project_ids = [one.id for one in projects if query.pid in (None, one.id)]
        return self._page(query, project_ids, ("workspace", start, end), matches, since)

    def list_basic_tasks(
        self, user: User, path: models.WorkspacePath, query: models.ListBasicTasksQuery, /
    ) -> models.TaskPage:
        """Answer one page as the workspace list does, by other filters; tasks have all their fields (assumed)."""
        workspace = visible_workspace(self.state, user, path.workspace_id)
        project_ids = [
            one.id
            for one in projects_of(self.state, user, workspace.id)
            if query.project_id in (None, one.id)
            and (not query.project_ids or one.id in query.project_ids)
            and (not query.client_ids or one.client_id in query.client_ids)
        ]
        task_ids = frozenset(query.task_ids or ())
        user_id = user.id if query.only_me else None

        def matches(task: TrackTask) -> bool:
            return (not task_ids or task.id in task_ids) and user_id in (None, task.user_id)

        return self._page(query, project_ids, ("basic", task_ids, user_id), matches)

    def _page(
        self,
        query: models.ListWorkspaceTasksQuery | models.ListBasicTasksQuery,
        project_ids: list[int],
        filters: tuple[Hashable, ...],
        matches: Callable[[TrackTask], bool],
        since: int | None = None,
    ) -> models.TaskPage:
        active = None if query.active == "both" else query.active == "true"
        search = query.search
        fits = _filter(active=active, since=since)

        def includes(task: TrackTask) -> bool:
            return fits(task) and matches(task) and (search is None or search.casefold() in task.name.casefold())

        found = self.state.track_tasks.sorted_index(
            (*filters, active, since, search, query.sort_field),
            project_ids,
            includes,
            _by_name if query.sort_field == "name" else _by_creation,
        )
        first, last = (query.page - 1) * query.per_page, query.page * query.per_page
        return models.TaskPage(
            data=[
                task_reply(self.state, task) for task in found.page(first, last, descending=query.sort_order == "DESC")
            ]
            or None,
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
        projects = self._own_projects(user, include_hidden=query.include_hidden, with_deleted=query.since is not None)
        places = {project.id: number for number, project in enumerate(projects)}
        with_done = query.include_not_active == "true"
        fits = _filter(active=None if with_done else True, since=query.since)
        search, inbox = query.search, query.inbox
        tasks = self.state.track_tasks

        def matches(task: TrackTask) -> bool:
            return fits(task) and (search is None or search.casefold() in self._words(task).casefold())

        def sort_key(task: TrackTask) -> SortKey:
            if inbox:
                return (task.user_id != user.id, task.due_date or date.max, task.id)
            return (places[task.project_id], tasks.sequence_number(task))

        found = tasks.sorted_index(
            ("mine", with_done, query.since, search, bool(inbox) and user.id), places, matches, sort_key
        )
        start = query.offset or 0
        page = found.page(start, None if query.per_page is None else start + query.per_page)
        return [task_reply(self.state, task, meta=bool(query.meta), due=True) for task in page] or None

    def _own_projects(self, user: User, *, include_hidden: bool | None, with_deleted: bool) -> Iterable[Project]:
        """Return the projects that the user takes part in, workspace by workspace."""
        for workspace in workspaces_of(self.state, user):
            if self.state.organizations[workspace.organization_id].has_tasks:
                for project in projects_of(self.state, user, workspace.id, with_deleted=with_deleted):
                    if user.id in project.member_ids and (include_hidden or not project.archived):
                        yield project

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
        """Reject a name that exists in the project (documented) and a user outside the workspace (assumed)."""
        holder = self.state.track_tasks.id_of_name(project.id, values.get("name", ""))
        if holder is not None and (task is None or holder != task.id):
            raise ServiceError(400, "A task of this name exists in the project already.")
        user_id = values.get("user_id")
        members = self.state.workspaces[project.workspace_id].member_ids
        if user_id is not None and user_id not in members:
            raise ServiceError(400, "Invalid user_id")

    def _words(self, task: TrackTask) -> str:
        project = self.state.track_project(task)
        client = self.state.client(project)
        # Search texts contain no line feed, so none matches across two names.
        return "\n".join([task.name, project.name, client.name if client else ""])


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
