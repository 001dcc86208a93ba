"""The operations of Focus, with arguments that are no real person's."""

from __future__ import annotations

from typing import Final

from .builder import Route

ORGANIZATION: Final = 1008
WORKSPACE: Final = 1001
PROJECT: Final = 1002
TASK: Final = 1003
USER: Final = 1004
CLIENT: Final = 1005
OTHER_TASK: Final = 1006
STATUS: Final = 1010
TAG: Final = 1011
OTHER_TAG: Final = 1012
PARENT: Final = 1013

_TASKS = f"/organizations/{ORGANIZATION}/workspaces/{WORKSPACE}/tasks"

LIST = Route(api="focus", operation="listTasks", method="GET", path=_TASKS, query=[("per_page", 100)])
CREATE = Route(api="focus", operation="createTask", method="POST", path=_TASKS, body={"name": "Text 1"})
CREATE_MANY = Route(
    api="focus",
    operation="createTasks",
    method="POST",
    path=f"{_TASKS}/bulk",
    body={"tasks": [{"name": "Text 1"}, {"name": "Text 2"}]},
)
PATCH_MANY = Route(
    api="focus",
    operation="patchTasks",
    method="PATCH",
    path=f"{_TASKS}/bulk",
    body=[{"id": TASK, "pinned": True}, {"id": OTHER_TASK, "priority": "high"}],
)
STREAM = Route(api="focus", operation="streamTasks", method="GET", path=f"{_TASKS}/stream")
PATCH = Route(api="focus", operation="patchTask", method="PATCH", path=f"{_TASKS}/{TASK}", body={"priority": "high"})
DELETE = Route(api="focus", operation="deleteTask", method="DELETE", path=f"{_TASKS}/{TASK}")

ROUTES: Final = (LIST, CREATE, CREATE_MANY, PATCH_MANY, STREAM, PATCH, DELETE)
