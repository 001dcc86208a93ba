"""Focus's projects: those of Track, with the fields that only Focus has. All behaviour is assumed unless marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from toggl_server.focus import models

from ..state.entities import Project, User
from ..state.state import State
from .access import accessible_workspace
from .errors import ServiceError
from .focus_fields import make_model, page_of, project_rate, time_text
from .focus_order import Order, Values


def _any(have: Iterable[int], wanted: Iterable[int | None]) -> bool:
    """Return whether one of the wanted ids is there; None means having none."""
    return not set(have or (None,)).isdisjoint(wanted)


def _ends_from(project: Project, moment: datetime) -> bool:
    end = project.focus.end_date
    return end is not None and datetime.combine(end, time.max, UTC) >= moment


def _starts_from(project: Project, moment: datetime) -> bool:
    start = project.focus.start_date
    return start is not None and datetime.combine(start, time.max, UTC) >= moment


def _to(day: date | None, moment: datetime) -> bool:
    return day is not None and datetime.combine(day, time.min, UTC) <= moment


FILTERS: Final[Mapping[str, Callable[[Project, Any], bool]]] = {
    "pinned": lambda project, wanted: project.focus.pinned is wanted,
    "archived": lambda project, wanted: project.archived is wanted,
    "completed": lambda project, wanted: (project.focus.completed_at is not None) is wanted,
    "private": lambda project, wanted: project.private is wanted,
    "name": lambda project, wanted: wanted.casefold() in project.name.casefold(),
    "client_id": lambda project, wanted: project.client_id in wanted,
    "creator_id": lambda project, wanted: project.focus.creator_id in wanted,
    "tag_id": lambda project, wanted: _any(project.focus.tag_ids, wanted),
    "assignee_user_id": lambda project, wanted: _any(project.member_ids, wanted),
    "project_id": lambda project, wanted: project.id in wanted,
    "user_id": lambda project, wanted: _any(project.member_ids, wanted),
    "include_drafts": lambda project, wanted: wanted or not project.focus.draft,
    "start_date": lambda project, wanted: _starts_from(project, wanted),
    "end_date": lambda project, wanted: _to(project.focus.end_date, wanted),
    "date_overlap_start": lambda project, wanted: _ends_from(project, wanted),
    "date_overlap_end": lambda project, wanted: _to(project.focus.start_date, wanted),
}


class FocusProjectsService:
    """The project routes of Focus."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_projects(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.ListProjectsQuery, /
    ) -> models.ProjectPage:
        """Return one page of the matching projects; archived ones and drafts only with their parameters."""
        workspace = accessible_workspace(self.state, user, path.workspace_id, path.organization_id)
        given = {name: value for name in FILTERS if (value := getattr(query, name)) is not None}
        given = {"archived": False, "include_drafts": False} | given
        found = [
            project
            for project in self.state.projects.values()
            if project.workspace_id == workspace.id
            and (query.include_locked_private or project.visible_to(user))
            and (not query.only_me or user.id in project.member_ids)
            and all(FILTERS[name](project, value) for name, value in given.items())
        ]
        found.sort(key=Order(query.order_by, self._order_values(user, query.name or "")).rank)
        data = [
            self._project(project, rates=query.include_rates, rollover=query.include_rollover)
            for project in page_of(found, query.page, query.per_page)
        ]
        return models.ProjectPage(data=data, page=query.page, per_page=query.per_page, total=len(found))

    def get_project(self, user: User, path: models.ProjectPath, /) -> models.Project:
        """Answer one project with its totals."""
        workspace = accessible_workspace(self.state, user, path.workspace_id, path.organization_id)
        project = self.state.projects.get(path.project_id)
        if project is None or project.workspace_id != workspace.id:
            raise ServiceError(404, f"there is no project {path.project_id} in this workspace")
        if not project.visible_to(user):
            raise ServiceError(403, "you have no access to this project")
        reply = self._project(project)
        tasks = [task for task in self.state.focus_tasks.of_workspace(workspace.id) if task.project_id == project.id]
        reply.total_tasks = len(tasks)
        reply.total_tracked_secs = sum(entry.seconds for task in tasks for entry in task.time_entries)
        reply.task_estimated_mins = sum(task.estimated_mins or 0 for task in tasks)
        return reply

    def _order_values(self, user: User, text: str) -> Values[Project]:
        def client_name(project: Project) -> str | None:
            client = self.state.client(project)
            return client.name.casefold() if client else None

        return {
            "active": lambda project: not project.archived,
            "billable": lambda project: project.billable,
            "client_id": lambda project: project.client_id,
            "client_name": client_name,
            "created_at": lambda project: project.created_at,
            "created_by_user": lambda project: project.focus.creator_id != user.id,
            "name": lambda project: project.name.casefold(),
            "parent_project_id": lambda project: None,
            "pinned": lambda project: project.focus.pinned,
            "private": lambda project: project.private,
            "relevance": lambda project: project.name.casefold().find(text.casefold()),
            "toggl_user_id": lambda project: project.focus.creator_id,
            "updated_at": lambda project: project.at,
        }

    def _project(
        self, project: Project, *, rates: bool | None = False, rollover: bool | None = False
    ) -> models.Project:
        workspace, own = self.state.workspaces[project.workspace_id], project.focus
        client = self.state.client(project)
        values = {
            "id": project.id,
            "name": project.name,
            "workspace_id": project.workspace_id,
            "active": not project.archived,
            "archived_at": project.at if project.archived else None,
            "billable": project.billable,
            "client": client and {"id": client.id, "name": client.name},
            "client_id": project.client_id,
            "color": project.color,
            "completed_at": own.completed_at,
            "created_at": project.created_at,
            "deleted_at": None,
            "draft": own.draft,
            "end_date": own.end_date,
            "is_template": False,
            "parent_project_id": None,
            "permissions": None,
            "pinned": own.pinned,
            "private": project.private,
            "start_date": own.start_date,
            "tag_ids": own.tag_ids,
            "tags": [
                {"color": tag.color, "id": tag.id, "name": tag.name}
                for tag in map(workspace.tags.__getitem__, own.tag_ids)
            ],
            "toggl_user_id": own.creator_id,
            "updated_at": project.at,
        }
        if rates:
            values["rate"] = project_rate(project)
        if rollover:
            values["rollover_mins"] = 0
        return make_model(models.Project, {name: time_text(value) for name, value in values.items()})
