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

GET = Route(api="focus", operation="getTask", method="GET", path=f"{_TASKS}/{TASK}")
REPLACE = Route(
    api="focus",
    operation="replaceTask",
    method="PUT",
    path=f"{_TASKS}/{TASK}",
    body={"name": "Text 1", "status_id": STATUS},
)
ARCHIVE = Route(api="focus", operation="archiveTask", method="POST", path=f"{_TASKS}/{TASK}/archive")
UNARCHIVE = Route(api="focus", operation="unarchiveTask", method="POST", path=f"{_TASKS}/{TASK}/unarchive")
RESTORE = Route(api="focus", operation="restoreTask", method="PATCH", path=f"{_TASKS}/{TASK}/restore")
DELETE_MANY = Route(
    api="focus",
    operation="deleteTasks",
    method="DELETE",
    path=f"{_TASKS}/bulk",
    query=[("ids", TASK), ("ids", OTHER_TASK)],
)
ARCHIVE_MANY, UNARCHIVE_MANY, RESTORE_MANY = (
    Route(
        api="focus",
        operation=f"{action}Tasks",
        method=method,
        path=f"{_TASKS}/bulk/{action}",
        body={"task_ids": [TASK, OTHER_TASK]},
    )
    for action, method in (("archive", "POST"), ("unarchive", "POST"), ("restore", "PATCH"))
)
DUPLICATE = Route(
    api="focus",
    operation="duplicateTasks",
    method="POST",
    path=f"{_TASKS}/bulk/duplicate",
    body={"cascade_duplicate_children": False, "task_ids": [TASK]},
)
CHILDREN = Route(
    api="focus", operation="listChildTasks", method="GET", path=f"{_TASKS}/{TASK}/children", query=[("per_page", 100)]
)
PARENTS = Route(
    api="focus", operation="listParentTasks", method="GET", path=f"{_TASKS}/{TASK}/parents", query=[("per_page", 100)]
)
RECURRING = Route(
    api="focus", operation="listRecurringTasks", method="GET", path=f"{_TASKS}/recurring", query=[("per_page", 100)]
)
BY_EXTERNAL_ID = Route(
    api="focus",
    operation="findTaskByExternalId",
    method="GET",
    path=f"{_TASKS}/by-external-id",
    query=[("source", "google_calendar"), ("ext_id", 1021)],
)
SETTINGS = Route(api="focus", operation="getMySettings", method="GET", path="/users/me/settings")
USERS = Route(
    api="focus",
    operation="listUsers",
    method="GET",
    path=f"/organizations/{ORGANIZATION}/users",
    query=[("per_page", 100)],
)
_PROJECTS = f"/organizations/{ORGANIZATION}/workspaces/{WORKSPACE}/projects"
PROJECTS = Route(api="focus", operation="listProjects", method="GET", path=_PROJECTS, query=[("per_page", 100)])
GET_PROJECT = Route(api="focus", operation="getProject", method="GET", path=f"{_PROJECTS}/{PROJECT}")
STATUSES, TAGS, CLIENTS = (
    Route(
        api="focus",
        operation=f"list{kind.capitalize()}",
        method="GET",
        path=f"/workspaces/{WORKSPACE}/{kind}",
        query=[("per_page", 100)],
    )
    for kind in ("statuses", "tags", "clients")
)

ROUTES: Final = (
    LIST,
    CREATE,
    CREATE_MANY,
    PATCH_MANY,
    STREAM,
    PATCH,
    DELETE,
    GET,
    REPLACE,
    ARCHIVE,
    UNARCHIVE,
    RESTORE,
    DELETE_MANY,
    ARCHIVE_MANY,
    UNARCHIVE_MANY,
    RESTORE_MANY,
    DUPLICATE,
    CHILDREN,
    PARENTS,
    RECURRING,
    BY_EXTERNAL_ID,
    SETTINGS,
    USERS,
    PROJECTS,
    GET_PROJECT,
    STATUSES,
    TAGS,
    CLIENTS,
)
