"""Track's routes outside of the specification, which lead to the ids that a client needs; see `discovery.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct

from toggl_server.routing import Parameter, Route
from toggl_server.track.models import ProjectPath, WorkspacePath


class ListProjectsQuery(Struct, kw_only=True):
    """Filters of the projects of a workspace."""

    active: Literal["true", "false", "both"] = "true"
    name: str | None = None
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=200)] = 151


class ProjectCreate(Struct, kw_only=True):
    """What a new project starts with."""

    name: Annotated[str, Meta(min_length=1)]
    active: bool = True
    is_private: bool = False
    billable: bool | None = None
    color: Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")] | None = None
    client_id: int | None = None


_WORKSPACE: Final = {"workspace_id": Parameter("integer")}
_PROJECT: Final = {**_WORKSPACE, "project_id": Parameter("integer")}
_FILTERS: Final = {
    **_WORKSPACE,
    "active": Parameter("string"),
    "name": Parameter("string"),
    "page": Parameter("integer"),
    "per_page": Parameter("integer"),
}
_PROJECTS: Final = "/workspaces/{workspace_id}/projects"


def _route(name: str, handler: str, method: str, url: str, **models: Any) -> Route:
    return Route(f"track.{name}", "discovery", handler, method, url, 200, **models)


ROUTES: Final = (
    _route("getMe", "get_me", "GET", "/me"),
    _route("listMyOrganizations", "list_organizations", "GET", "/me/organizations"),
    _route("listMyWorkspaces", "list_workspaces", "GET", "/me/workspaces"),
    _route("listMyProjects", "list_my_projects", "GET", "/me/projects"),
    _route("listWorkspaces", "list_workspaces", "GET", "/workspaces"),
    _route(
        "getWorkspace",
        "get_workspace",
        "GET",
        "/workspaces/{workspace_id}",
        path=WorkspacePath,
        parameters=_WORKSPACE,
    ),
    _route(
        "listProjects",
        "list_projects",
        "GET",
        _PROJECTS,
        path=WorkspacePath,
        query=ListProjectsQuery,
        parameters=_FILTERS,
    ),
    _route(
        "createProject",
        "create_project",
        "POST",
        _PROJECTS,
        path=WorkspacePath,
        body=ProjectCreate,
        parameters=_WORKSPACE,
    ),
    _route(
        "getProject",
        "get_project",
        "GET",
        f"{_PROJECTS}/{{project_id}}",
        path=ProjectPath,
        parameters=_PROJECT,
    ),
)
