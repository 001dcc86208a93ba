"""Track's routes of projects. They need no paid plan (assumed)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from toggl_server.track import models

from ..state.entities import Project, ProjectDetails, User, Workspace
from ..state.state import State
from .access import accessible_workspace, projects_of, workspaces_of
from .errors import ServiceError
from .fields import given_fields
from .track_replies import project_reply, project_status

COLOR: Final = "#0b83d9"
"""That of a project without one."""
LONGEST_ESTIMATE: Final = 10**9
"""In hours: it must fit into 64 bits in seconds."""
_COLOR: Final = re.compile("#[0-9a-fA-F]{6}")
_FIELDS: Final = {
    "name": "name",
    "color": "color",
    "is_private": "private",
    "billable": "billable",
    "recurring": "recurring",
    "rate": "hourly_rate",
}
"""Fields of a request and the fields of a project that they set."""
_SORT_KEYS: Final[dict[str, Callable[[Project], Any]]] = {
    "id": lambda project: project.id,
    "created_at": lambda project: project.created_at,
    "at": lambda project: project.at,
}


class ProjectsService:
    """The routes of projects."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_my_projects(self, user: User, query: models.ListMyProjectsQuery, /) -> list[models.Project] | None:
        """Answer the projects that the user takes part in, workspace by workspace (assumed)."""
        return [
            project_reply(self.state, project)
            for workspace in workspaces_of(self.state, user)
            for project in self._projects(user, workspace.id, query.since)
            if user.id in project.member_ids and (query.include_archived == "true" or not project.archived)
        ] or None

    def list_projects(
        self, user: User, path: models.WorkspacePath, query: models.ListProjectsQuery, /
    ) -> list[models.Project] | None:
        """Answer one page of the projects that the user may see: active ones by default, by name (assumed).

        No project is pinned, no user is in a group, and every visible project may be changed (assumed).
        """
        accessible_workspace(self.state, user, path.workspace_id)
        found = [one for one in self._projects(user, path.workspace_id, query.since) if self._matches(query, user, one)]
        found.sort(key=lambda one: (one.name.casefold(), one.id))
        if query.sort_field in _SORT_KEYS:
            found.sort(key=_SORT_KEYS[query.sort_field])
        if query.sort_order == "DESC":
            found.reverse()
        page = found[(query.page - 1) * query.per_page : query.page * query.per_page]
        return [project_reply(self.state, one) for one in page] or None

    def create_project(self, user: User, path: models.WorkspacePath, body: models.ProjectCreate, /) -> models.Project:
        """Create a project, archived unless the body has `active` (observed); the user is its only member."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        values = self._values(workspace, given_fields(body))
        now = self.state.now()
        project = Project(
            id=self.state.identifiers.next("project"),
            workspace_id=workspace.id,
            member_ids={user.id},
            created_at=now,
            at=now,
            **{"color": COLOR, "archived": True, **values},
        )
        self.state.add_project(project)
        return project_reply(self.state, project)

    def get_project(self, user: User, path: models.ProjectPath, /) -> models.Project:
        """Answer one project, flat."""
        return project_reply(self.state, self._project(user, path))

    def update_project(self, user: User, path: models.ProjectPath, body: models.ProjectUpdate, /) -> models.Project:
        """Change the given fields, leave the others (assumed)."""
        project = self._project(user, path)
        workspace = self.state.workspaces[project.workspace_id]
        self.state.change_project(project, self._values(workspace, given_fields(body), project))
        return project_reply(self.state, project)

    def delete_project(
        self, user: User, path: models.ProjectPath, query: models.DeleteProjectQuery, /
    ) -> models.DeletedProject:
        """Delete a project with its tasks, and answer its id (assumed); Track has no time entries here."""
        project = self._project(user, path)
        self.state.delete_project(project)
        return project.id

    def _projects(self, user: User, workspace_id: int, since: int | None) -> list[Project]:
        """Return the projects of a workspace; with `since`, the later ones and deleted ones among them."""
        projects = projects_of(self.state, user, workspace_id, with_deleted=since is not None)
        return projects if since is None else [one for one in projects if one.at.timestamp() >= since]

    def _matches(self, query: models.ListProjectsQuery, user: User, project: Project) -> bool:
        client = self.state.client(project)
        active = query.active or "true"
        words = "\n".join([project.name, client.name if client else ""]).casefold()
        return (
            active in ("both", "false" if project.archived else "true")
            and query.billable in (None, project.billable)
            and (not query.user_ids or not project.member_ids.isdisjoint(query.user_ids))
            and (not query.client_ids or project.client_id in query.client_ids)
            and not query.group_ids
            and (not query.project_ids or project.id in query.project_ids)
            and (not query.statuses or project_status(self.state, project) in query.statuses)
            and (query.name is None or query.name.casefold() in project.name.casefold())
            and (query.search is None or query.search.casefold() in words)
            and (not query.only_templates or project.details.get("template", False))
            and (not query.only_me or user.id in project.member_ids)
        )

    def _project(self, user: User, path: models.ProjectPath) -> Project:
        accessible_workspace(self.state, user, path.workspace_id)
        project = self.state.projects.get(path.project_id)
        if project is None or project.workspace_id != path.workspace_id:
            raise ServiceError(404, "Project not found")
        if not project.visible_to(user):
            raise ServiceError(403, "You have no access to this project.")
        return project

    def _values(self, workspace: Workspace, given: dict[str, Any], project: Project | None = None) -> dict[str, Any]:
        """Return the fields of a project that a body sets; reject a duplicate name and unknown values."""
        values = {_FIELDS[name]: value for name, value in given.items() if name in _FIELDS}
        others = (one for one in self.state.projects.values() if one.workspace_id == workspace.id)
        if any(one.name == values.get("name") and one is not project for one in others):
            raise ServiceError(400, "Name has already been taken")
        if "color" in values:
            values["color"] = values["color"] or COLOR
            if not _COLOR.fullmatch(values["color"]):
                raise ServiceError(400, "Invalid color")
        if given.get("estimated_hours", 0) > LONGEST_ESTIMATE:
            raise ServiceError(400, "Invalid estimated_hours")
        if "active" in given:
            values["archived"] = not given["active"]
        if given.keys() & {"client_id", "cid", "client_name"}:
            values["client_id"] = _client_id(workspace, given)
        details: dict[str, Any] = {**(project.details if project else {})}
        details |= {name: value for name, value in given.items() if name in ProjectDetails.__annotations__}
        if "recurring_parameters" in given:
            details["recurring_parameters"] = given_fields(given["recurring_parameters"])
        values["details"] = details
        return values


def _client_id(workspace: Workspace, given: dict[str, Any]) -> int | None:
    """Return the client that a body names: by id, by its older twin, or by name (in this order; assumed)."""
    for name in ("client_id", "cid"):
        if name in given:
            if given[name] is not None and given[name] not in workspace.clients:
                raise ServiceError(400, f"Invalid {name}")
            found: int | None = given[name]
            return found
    for client in workspace.clients.values():
        if client.name == given["client_name"]:
            return client.id
    raise ServiceError(400, "Invalid client_name")
