# generated from spec/focus.yaml by `make generate` - do not edit
"""The routes of one API, and what a service has to answer them."""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

from ..routing import Parameter, Route
from . import models

UserT = TypeVar("UserT", contravariant=True)


class TasksService(Protocol[UserT]):
    """The operations tagged `tasks`."""

    def list_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListTasksQuery,
        /,
    ) -> models.TaskPage: ...

    def create_task(
        self,
        user: UserT,
        path: models.WorkspacePath,
        body: models.TaskCreate,
        /,
    ) -> models.Task: ...

    def create_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        body: models.TaskBulkCreate,
        /,
    ) -> list[models.Task] | None: ...

    def patch_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        body: models.TaskBulkPatch,
        /,
    ) -> None: ...

    def stream_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        /,
    ) -> list[models.Task] | None: ...

    def delete_task(
        self,
        user: UserT,
        path: models.TaskPath,
        /,
    ) -> None: ...

    def patch_task(
        self,
        user: UserT,
        path: models.TaskPath,
        body: models.TaskPatch,
        /,
    ) -> None: ...


ROUTES: Final = (
    Route(
        "focus.listTasks",
        "tasks",
        "list_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks",
        200,
        path=models.WorkspacePath,
        query=models.ListTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "with_entries": Parameter("boolean"),
            "pinned": Parameter("boolean"),
            "order_by": Parameter("string", repeats=True),
            "status_id": Parameter("integer", repeats=True),
            "toggl_user_id": Parameter("integer"),
            "name": Parameter("string"),
            "has_time_entries": Parameter("boolean"),
            "has_time_blocks": Parameter("boolean"),
            "has_dates": Parameter("boolean"),
            "private": Parameter("boolean"),
            "archived": Parameter("boolean"),
            "project_id": Parameter("integer", repeats=True, nullable=True),
            "parent_task_id": Parameter("integer", repeats=True, nullable=True),
            "start_date": Parameter("date-time"),
            "end_date": Parameter("date-time"),
            "start_date_from": Parameter("date-time"),
            "start_date_to": Parameter("date-time"),
            "end_date_from": Parameter("date-time"),
            "end_date_to": Parameter("date-time"),
            "dates_overlap_start": Parameter("date-time"),
            "dates_overlap_end": Parameter("date-time"),
            "estimated_mins_min": Parameter("integer"),
            "estimated_mins_max": Parameter("integer"),
            "source": Parameter("string"),
            "priority": Parameter("string"),
            "is_priority": Parameter("boolean"),
            "state": Parameter("string", repeats=True),
            "timeblock_start_from": Parameter("date-time"),
            "timeblock_start_until": Parameter("date-time"),
            "time_block_id": Parameter("integer", repeats=True),
            "time_block_completed": Parameter("boolean"),
            "team_id": Parameter("integer", repeats=True),
            "assignee_user_id": Parameter("integer", repeats=True),
            "tag_id": Parameter("integer", repeats=True),
            "recurring": Parameter("boolean"),
            "recurring_task_ids": Parameter("integer", repeats=True),
            "client_id": Parameter("integer", repeats=True, nullable=True),
            "include_rates": Parameter("boolean"),
            "include_ghost_assignees": Parameter("boolean"),
            "assignee_ghost_id": Parameter("integer", repeats=True),
            "disable_aggregations": Parameter("boolean"),
        },
    ),
    Route(
        "focus.createTask",
        "tasks",
        "create_task",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks",
        201,
        path=models.WorkspacePath,
        body=models.TaskCreate,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.createTasks",
        "tasks",
        "create_tasks",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk",
        201,
        path=models.WorkspacePath,
        body=models.TaskBulkCreate,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.patchTasks",
        "tasks",
        "patch_tasks",
        "PATCH",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk",
        204,
        path=models.WorkspacePath,
        body=models.TaskBulkPatch,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.streamTasks",
        "tasks",
        "stream_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream",
        200,
        path=models.WorkspacePath,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.deleteTask",
        "tasks",
        "delete_task",
        "DELETE",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}",
        204,
        path=models.TaskPath,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.patchTask",
        "tasks",
        "patch_task",
        "PATCH",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}",
        204,
        path=models.TaskPath,
        body=models.TaskPatch,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
        replies=False,
    ),
)
