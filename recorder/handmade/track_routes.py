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

ROUTES: Final = (LIST_PROJECT, CREATE, PATCH, GET, UPDATE, DELETE, LIST_WORKSPACE, LIST_MINE, QUOTA)
