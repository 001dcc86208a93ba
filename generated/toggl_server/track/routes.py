# generated from spec/track.yaml by `make generate` - do not edit
"""The routes of one API, and what a service has to answer them."""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

from ..routing import Parameter, Route
from . import models

UserT = TypeVar("UserT", contravariant=True)


class MeService(Protocol[UserT]):
    """The operations tagged `me`."""

    def get_my_quota(
        self,
        user: UserT,
        /,
    ) -> list[models.OrganizationQuota] | None: ...


class TasksService(Protocol[UserT]):
    """The operations tagged `tasks`."""

    def list_project_tasks(
        self,
        user: UserT,
        path: models.ProjectPath,
        /,
    ) -> list[models.Task] | None: ...

    def create_task(
        self,
        user: UserT,
        path: models.ProjectPath,
        body: models.TaskCreate,
        /,
    ) -> models.Task: ...

    def patch_tasks(
        self,
        user: UserT,
        path: models.TaskIdsPath,
        body: models.PatchDocument,
        /,
    ) -> models.PatchReport: ...

    def get_task(
        self,
        user: UserT,
        path: models.TaskPath,
        /,
    ) -> models.Task: ...

    def update_task(
        self,
        user: UserT,
        path: models.TaskPath,
        body: models.TaskUpdate,
        /,
    ) -> models.Task: ...

    def delete_task(
        self,
        user: UserT,
        path: models.TaskPath,
        /,
    ) -> None: ...

    def list_workspace_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListWorkspaceTasksQuery,
        /,
    ) -> models.TaskPage: ...

    def list_my_tasks(
        self,
        user: UserT,
        query: models.ListMyTasksQuery,
        /,
    ) -> list[models.Task] | None | models.TaskItems: ...


ROUTES: Final = (
    Route(
        "track.listProjectTasks",
        "tasks",
        "list_project_tasks",
        "GET",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks",
        200,
        path=models.ProjectPath,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
        },
    ),
    Route(
        "track.createTask",
        "tasks",
        "create_task",
        "POST",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks",
        200,
        path=models.ProjectPath,
        body=models.TaskCreate,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
        },
    ),
    Route(
        "track.patchTasks",
        "tasks",
        "patch_tasks",
        "PATCH",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}",
        200,
        path=models.TaskIdsPath,
        body=models.PatchDocument,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "task_ids": Parameter("string"),
        },
    ),
    Route(
        "track.getTask",
        "tasks",
        "get_task",
        "GET",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}",
        200,
        path=models.TaskPath,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
    ),
    Route(
        "track.updateTask",
        "tasks",
        "update_task",
        "PUT",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}",
        200,
        path=models.TaskPath,
        body=models.TaskUpdate,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
    ),
    Route(
        "track.deleteTask",
        "tasks",
        "delete_task",
        "DELETE",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}",
        200,
        path=models.TaskPath,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "track.listWorkspaceTasks",
        "tasks",
        "list_workspace_tasks",
        "GET",
        "/workspaces/{workspace_id}/tasks",
        200,
        path=models.WorkspacePath,
        query=models.ListWorkspaceTasksQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "since": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "sort_order": Parameter("string"),
            "sort_field": Parameter("string"),
            "active": Parameter("string"),
            "pid": Parameter("integer"),
            "start_date": Parameter("string"),
            "end_date": Parameter("string"),
            "search": Parameter("string"),
        },
    ),
    Route(
        "track.listMyTasks",
        "tasks",
        "list_my_tasks",
        "GET",
        "/me/tasks",
        200,
        query=models.ListMyTasksQuery,
        parameters={
            "meta": Parameter("boolean"),
            "inbox": Parameter("boolean"),
            "include_hidden": Parameter("boolean"),
            "since": Parameter("integer"),
            "include_not_active": Parameter("string"),
            "offset": Parameter("integer"),
            "per_page": Parameter("integer"),
            "search": Parameter("string"),
        },
    ),
    Route(
        "track.getMyQuota",
        "me",
        "get_my_quota",
        "GET",
        "/me/quota",
        200,
    ),
)
