"""Track's routes on the way to the tasks: the user, organizations, workspaces and projects.

Outside of our specification: there is just enough for an existing client to find the ids it needs, `reach.yaml` lists
it, and every field and rule is assumed. Authentication, quota and the shapes of errors are those of the task routes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC
from typing import Annotated, Any, Final, Literal

from fastapi import Depends, FastAPI, HTTPException, Path, Query, Security
from fastapi.responses import Response
from fastapi.security import HTTPBasicCredentials
from pydantic import BaseModel, Field

from toggl_server.track.server.security import basic_auth

from ..http.errors import Refusal, strictly
from ..operations import REACH
from ..state.entities import Organization, Project, User, Workspace
from ..state.state import State, exclusive
from .authentication import Authentication, accessible_workspace

Id = Annotated[int, Path(ge=1)]
Active = Literal["true", "false", "both"]


class ProjectCreate(BaseModel):
    """What a new project may be given."""

    name: str = Field(min_length=1)
    active: bool = True
    is_private: bool = False
    billable: bool | None = None
    color: str | None = Field(default=None, pattern="^#[0-9a-fA-F]{6}$")
    client_id: int | None = None


class ReachService:
    """The answers of these routes."""

    def __init__(self, state: State) -> None:
        self.state = state

    @exclusive
    async def get_me(self, user: User) -> Response:
        """Answer the user, with the token as the service does."""
        workspace = next(iter(self._workspaces(user)), None)
        return _reply(
            {
                "id": user.id,
                "api_token": user.track_token,
                "email": user.email,
                "fullname": user.name,
                "timezone": "UTC",
                "default_workspace_id": workspace and workspace.id,
                "beginning_of_week": 1,
                "has_password": True,
            }
        )

    @exclusive
    async def list_organizations(self, user: User) -> Response:
        """Answer the organizations of the user."""
        organizations = self.state.organizations.values()
        return _reply([_organization(one) for one in organizations if user.id in one.member_ids])

    @exclusive
    async def list_workspaces(self, user: User) -> Response:
        """Answer the workspaces of the user."""
        return _reply([self._workspace(one) for one in self._workspaces(user)])

    @exclusive
    async def get_workspace(self, user: User, workspace_id: int) -> Response:
        """Answer one workspace."""
        return _reply(self._workspace(accessible_workspace(self.state, user, workspace_id)))

    @exclusive
    async def list_my_projects(self, user: User) -> Response:
        """Answer the active projects that the user takes part in."""
        projects = self.state.projects.values()
        return _reply([_project(one) for one in projects if user.id in one.member_ids and not one.archived])

    @exclusive
    async def list_projects(
        self, user: User, workspace_id: int, active: Active, name: str | None, page: int, per_page: int
    ) -> Response:
        """Answer one page of the projects of a workspace that the user may see, by name."""
        accessible_workspace(self.state, user, workspace_id)
        found = [
            one
            for one in self.state.projects.values()
            if one.workspace_id == workspace_id
            and one.visible_to(user)
            and active in ("both", "false" if one.archived else "true")
            and (name is None or name.casefold() in one.name.casefold())
        ]
        found.sort(key=lambda one: (one.name.casefold(), one.id))
        return _reply([_project(one) for one in found[(page - 1) * per_page : page * per_page]])

    @exclusive
    async def get_project(self, user: User, workspace_id: int, project_id: int) -> Response:
        """Answer one project."""
        accessible_workspace(self.state, user, workspace_id)
        project = self.state.projects.get(project_id)
        if project is None or project.workspace_id != workspace_id:
            raise Refusal(404, "Project not found")
        if not project.visible_to(user):
            raise Refusal(403, "You have no access to this project.")
        return _reply(_project(project))

    @exclusive
    async def create_project(self, user: User, workspace_id: int, body: ProjectCreate) -> Response:
        """Create a project of which the user is the only member; its name must be free in the workspace."""
        accessible_workspace(self.state, user, workspace_id)
        body = strictly(body)
        others = [one for one in self.state.projects.values() if one.workspace_id == workspace_id]
        if any(one.name == body.name for one in others):
            raise Refusal(400, "Name has already been taken")
        clients = {one.client.id: one.client for one in others if one.client}
        if body.client_id is not None and body.client_id not in clients:
            raise Refusal(400, "Invalid client_id")
        project = Project(
            id=self.state.identifiers.next("project"),
            workspace_id=workspace_id,
            name=body.name,
            color=body.color or "#0b83d9",
            member_ids={user.id},
            created_at=self.state.now(),
            client=clients[body.client_id] if body.client_id is not None else None,
            billable=bool(body.billable),
            private=body.is_private,
            archived=not body.active,
        )
        self.state.add_project(project)
        return _reply(_project(project))

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


def add_routes(application: FastAPI, state: State, authentication: Authentication) -> None:
    """Add these routes to the application of Track."""
    service = ReachService(state)

    async def principal(credentials: Annotated[HTTPBasicCredentials | None, Security(basic_auth)]) -> User:
        if credentials is None:
            raise HTTPException(401, headers={"WWW-Authenticate": 'Basic charset="UTF-8"'})
        return await authentication.track(None, {"basicAuth": credentials})

    Principal = Annotated[User, Depends(principal)]  # noqa: N806 - a type

    async def get_me(user: Principal) -> Response:
        return await service.get_me(user)

    async def list_organizations(user: Principal) -> Response:
        return await service.list_organizations(user)

    async def list_workspaces(user: Principal) -> Response:
        return await service.list_workspaces(user)

    async def get_workspace(user: Principal, workspace_id: Id) -> Response:
        return await service.get_workspace(user, workspace_id)

    async def list_my_projects(user: Principal) -> Response:
        return await service.list_my_projects(user)

    async def list_projects(
        user: Principal,
        workspace_id: Id,
        active: Active = "true",
        name: str | None = None,
        page: Annotated[int, Query(ge=1)] = 1,
        per_page: Annotated[int, Query(ge=1, le=200)] = 151,
    ) -> Response:
        return await service.list_projects(user, workspace_id, active, name, page, per_page)

    async def get_project(user: Principal, workspace_id: Id, project_id: Id) -> Response:
        return await service.get_project(user, workspace_id, project_id)

    async def create_project(user: Principal, workspace_id: Id, body: ProjectCreate) -> Response:
        return await service.create_project(user, workspace_id, body)

    answers: Final[dict[str, Callable[..., Any]]] = {
        "getMe": get_me,
        "listMyOrganizations": list_organizations,
        "listMyWorkspaces": list_workspaces,
        "listWorkspaces": list_workspaces,
        "getWorkspace": get_workspace,
        "listMyProjects": list_my_projects,
        "listProjects": list_projects,
        "createProject": create_project,
        "getProject": get_project,
    }
    for operation in REACH:
        answer = answers[operation.name.removeprefix("track.")]
        # FastAPI cannot look up a type of this function by the text of an annotation.
        answer.__annotations__["user"] = Principal
        application.add_api_route(
            operation.path, answer, methods=[operation.method], response_model=None, include_in_schema=False
        )


def _organization(organization: Organization) -> dict[str, Any]:
    return {"id": organization.id, "name": organization.name, "is_multi_workspace_enabled": False}


def _project(project: Project) -> dict[str, Any]:
    created_at = project.created_at.astimezone(UTC).isoformat()
    return {
        "id": project.id,
        "workspace_id": project.workspace_id,
        "client_id": project.client.id if project.client else None,
        "name": project.name,
        "is_private": project.private,
        "active": not project.archived,
        "at": created_at,
        "created_at": created_at,
        "server_deleted_at": None,
        "color": project.color,
        "billable": project.billable,
        "recurring": project.recurring,
        "rate": project.hourly_rate,
    }


def _reply(value: object) -> Response:
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(content, media_type="application/json")
