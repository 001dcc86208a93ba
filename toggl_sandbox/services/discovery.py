"""Track's routes that lead to the ids of the task routes: the user, organizations, workspaces and projects.

They are outside of the specification: just enough for an existing client to find the ids that it needs.
`discovery.yaml` describes them; every field and rule is assumed. Authentication, quota and error formats are those of
the task routes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from toggl_server.track.models import ProjectPath, WorkspacePath

from ..discovery import ListProjectsQuery, ProjectCreate
from ..state.entities import Organization, Project, User, Workspace
from ..state.state import State
from .access import accessible_workspace
from .errors import ServiceError


class DiscoveryService:
    """The answers of these routes."""

    def __init__(self, state: State) -> None:
        self.state = state

    def get_me(self, user: User, /) -> dict[str, Any]:
        """Answer the user, with the token as the service does."""
        workspace = next(iter(self._workspaces(user)), None)
        return {
            "id": user.id,
            "api_token": user.track_token,
            "email": user.email,
            "fullname": user.name,
            "timezone": "UTC",
            "default_workspace_id": workspace and workspace.id,
            "beginning_of_week": 1,
            "has_password": True,
        }

    def list_organizations(self, user: User, /) -> list[dict[str, Any]]:
        """Answer the organizations of the user."""
        organizations = self.state.organizations.values()
        return [_organization(one) for one in organizations if user.id in one.member_ids]

    def list_workspaces(self, user: User, /) -> list[dict[str, Any]]:
        """Answer the workspaces of the user."""
        return [self._workspace(one) for one in self._workspaces(user)]

    def get_workspace(self, user: User, path: WorkspacePath, /) -> dict[str, Any]:
        """Answer one workspace."""
        return self._workspace(accessible_workspace(self.state, user, path.workspace_id))

    def list_my_projects(self, user: User, /) -> list[dict[str, Any]]:
        """Answer the active projects that the user takes part in."""
        projects = self.state.projects.values()
        return [_project(one) for one in projects if user.id in one.member_ids and not one.archived]

    def list_projects(self, user: User, path: WorkspacePath, query: ListProjectsQuery, /) -> list[dict[str, Any]]:
        """Answer one page of the projects of a workspace that the user may see, by name."""
        accessible_workspace(self.state, user, path.workspace_id)
        found = [
            one
            for one in self.state.projects.values()
            if one.workspace_id == path.workspace_id
            and one.visible_to(user)
            and query.active in ("both", "false" if one.archived else "true")
            and (query.name is None or query.name.casefold() in one.name.casefold())
        ]
        found.sort(key=lambda one: (one.name.casefold(), one.id))
        return [_project(one) for one in found[(query.page - 1) * query.per_page : query.page * query.per_page]]

    def get_project(self, user: User, path: ProjectPath, /) -> dict[str, Any]:
        """Answer one project."""
        accessible_workspace(self.state, user, path.workspace_id)
        project = self.state.projects.get(path.project_id)
        if project is None or project.workspace_id != path.workspace_id:
            raise ServiceError(404, "Project not found")
        if not project.visible_to(user):
            raise ServiceError(403, "You have no access to this project.")
        return _project(project)

    def create_project(self, user: User, path: WorkspacePath, body: ProjectCreate, /) -> dict[str, Any]:
        """Create a project of which the user is the only member; its name must be free in the workspace."""
        accessible_workspace(self.state, user, path.workspace_id)
        others = [one for one in self.state.projects.values() if one.workspace_id == path.workspace_id]
        if any(one.name == body.name for one in others):
            raise ServiceError(400, "Name has already been taken")
        workspace = self.state.workspaces[path.workspace_id]
        if body.client_id is not None and body.client_id not in workspace.clients:
            raise ServiceError(400, "Invalid client_id")
        project = Project(
            id=self.state.identifiers.next("project"),
            workspace_id=path.workspace_id,
            name=body.name,
            color=body.color or "#0b83d9",
            member_ids={user.id},
            created_at=self.state.now(),
            at=self.state.now(),
            client_id=body.client_id,
            billable=bool(body.billable),
            private=body.is_private,
            archived=not body.active,
        )
        self.state.add_project(project)
        return _project(project)

    def _workspaces(self, user: User) -> Iterable[Workspace]:
        return [one for one in self.state.workspaces.values() if user.id in one.member_ids]

    def _workspace(self, workspace: Workspace) -> dict[str, Any]:
        organization = self.state.organizations[workspace.organization_id]
        return {
            "id": workspace.id,
            "organization_id": workspace.organization_id,
            "name": workspace.name,
            "premium": organization.has_tasks,
            "default_currency": "EUR",
            "server_deleted_at": None,
        }


def _organization(organization: Organization) -> dict[str, Any]:
    return {"id": organization.id, "name": organization.name, "is_multi_workspace_enabled": False}


def _project(project: Project) -> dict[str, Any]:
    created_at = project.created_at.astimezone(UTC).isoformat()
    return {
        "id": project.id,
        "workspace_id": project.workspace_id,
        "client_id": project.client_id,
        "name": project.name,
        "is_private": project.private,
        "active": not project.archived,
        "at": project.at.astimezone(UTC).isoformat(),
        "created_at": created_at,
        "server_deleted_at": None,
        "color": project.color,
        "billable": project.billable,
        "recurring": project.recurring,
        "rate": project.hourly_rate,
    }
