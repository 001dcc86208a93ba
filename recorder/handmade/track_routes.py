"""The operations of Track, with arguments that are no real person's."""

from __future__ import annotations

from typing import Final

from .builder import Route

WORKSPACE: Final = 1001
PROJECT: Final = 1002
TASK: Final = 1003
USER: Final = 1004
CLIENT: Final = 1005
OTHER_TASK: Final = 1006
UNKNOWN_TASK: Final = 1007
ORGANIZATION: Final = 1008
OTHER_ORGANIZATION: Final = 1009
OTHER_PROJECT: Final = 1011
TAG: Final = 1012

_WORKSPACE = f"/workspaces/{WORKSPACE}"
_PROJECTS = f"{_WORKSPACE}/projects"
_PROJECT = f"{_PROJECTS}/{PROJECT}"
_WORKSPACE_TASKS = f"/workspaces/{WORKSPACE}/tasks"
_PROJECT_TASKS = f"/workspaces/{WORKSPACE}/projects/{PROJECT}/tasks"
_ONE_TASK = f"{_PROJECT_TASKS}/{TASK}"

LIST_PROJECT = Route(api="track", operation="listProjectTasks", method="GET", path=_PROJECT_TASKS)
CREATE = Route(api="track", operation="createTask", method="POST", path=_PROJECT_TASKS, body={"name": "Text 1"})
PATCH = Route(
    api="track",
    operation="patchTasks",
    method="PATCH",
    path=f"{_PROJECT_TASKS}/{TASK},{OTHER_TASK},{UNKNOWN_TASK}",
    body=[{"op": "replace", "path": "/active", "value": False}],
)
GET = Route(api="track", operation="getTask", method="GET", path=_ONE_TASK)
UPDATE = Route(api="track", operation="updateTask", method="PUT", path=_ONE_TASK, body={"active": False})
DELETE = Route(api="track", operation="deleteTask", method="DELETE", path=_ONE_TASK)
LIST_WORKSPACE = Route(
    api="track", operation="listWorkspaceTasks", method="GET", path=_WORKSPACE_TASKS, query=[("per_page", 200)]
)
LIST_MINE = Route(api="track", operation="listMyTasks", method="GET", path="/me/tasks")
QUOTA = Route(api="track", operation="getMyQuota", method="GET", path="/me/quota")

LIST_BASIC = Route(
    api="track",
    operation="listBasicTasks",
    method="GET",
    path=f"{_WORKSPACE_TASKS}/basic",
    query=[("per_page", 200)],
)
GET_ME = Route(api="track", operation="getMe", method="GET", path="/me")
LIST_MY_ORGANIZATIONS = Route(api="track", operation="listMyOrganizations", method="GET", path="/me/organizations")
LIST_MY_WORKSPACES = Route(api="track", operation="listMyWorkspaces", method="GET", path="/me/workspaces")
LIST_MY_PROJECTS = Route(api="track", operation="listMyProjects", method="GET", path="/me/projects")
GET_ORGANIZATION = Route(api="track", operation="getOrganization", method="GET", path=f"/organizations/{ORGANIZATION}")
LIST_WORKSPACES = Route(api="track", operation="listWorkspaces", method="GET", path="/workspaces")
GET_WORKSPACE = Route(api="track", operation="getWorkspace", method="GET", path=_WORKSPACE)
LIST_CLIENTS = Route(api="track", operation="listClients", method="GET", path=f"{_WORKSPACE}/clients")
LIST_USERS = Route(api="track", operation="listUsers", method="GET", path=f"{_WORKSPACE}/users")
LIST_PROJECTS = Route(api="track", operation="listProjects", method="GET", path=_PROJECTS, query=[("per_page", 200)])
CREATE_PROJECT = Route(api="track", operation="createProject", method="POST", path=_PROJECTS, body={"name": "Text 1"})
GET_PROJECT = Route(api="track", operation="getProject", method="GET", path=_PROJECT)
UPDATE_PROJECT = Route(api="track", operation="updateProject", method="PUT", path=_PROJECT, body={"active": False})
DELETE_PROJECT = Route(api="track", operation="deleteProject", method="DELETE", path=_PROJECT)

ON_PAGE: Final = (LIST_PROJECT, CREATE, PATCH, GET, UPDATE, DELETE, LIST_WORKSPACE, LIST_MINE)
"""Routes that a documentation page has. All the others but GET /workspaces are in the vendor's OpenAPI document."""
ROUTES: Final = (
    *ON_PAGE,
    QUOTA,
    LIST_BASIC,
    GET_ME,
    LIST_MY_ORGANIZATIONS,
    LIST_MY_WORKSPACES,
    LIST_MY_PROJECTS,
    GET_ORGANIZATION,
    LIST_WORKSPACES,
    GET_WORKSPACE,
    LIST_CLIENTS,
    LIST_USERS,
    LIST_PROJECTS,
    CREATE_PROJECT,
    GET_PROJECT,
    UPDATE_PROJECT,
    DELETE_PROJECT,
)
