# generated from spec/focus.yaml by `make generate` - do not edit
"""The routes of one API, and what a service has to answer them."""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

from ..routing import Parameter, Route
from . import models

UserT = TypeVar("UserT", contravariant=True)


class ClientsService(Protocol[UserT]):
    """The operations tagged `clients`."""

    def list_clients(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListClientsQuery,
        /,
    ) -> models.WorkspaceClientPage: ...


class MeService(Protocol[UserT]):
    """The operations tagged `me`."""

    def get_my_settings(
        self,
        user: UserT,
        /,
    ) -> models.UserSettings: ...


class ProjectsService(Protocol[UserT]):
    """The operations tagged `projects`."""

    def list_projects(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.ListProjectsQuery,
        /,
    ) -> models.ProjectPage: ...

    def get_project(
        self,
        user: UserT,
        path: models.ProjectPath,
        /,
    ) -> models.Project: ...


class StatusesService(Protocol[UserT]):
    """The operations tagged `statuses`."""

    def list_statuses(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListStatusesQuery,
        /,
    ) -> models.StatusPage: ...


class TagsService(Protocol[UserT]):
    """The operations tagged `tags`."""

    def list_tags(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListTagsQuery,
        /,
    ) -> models.TagPage: ...


class TasksService(Protocol[UserT]):
    """The operations tagged `tasks`."""

    def list_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.ListTasksQuery,
        /,
    ) -> models.TaskPage: ...

    def create_task(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskCreate,
        /,
    ) -> models.Task: ...

    def create_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskBulkCreate,
        /,
    ) -> list[models.Task] | None: ...

    def delete_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.DeleteTasksQuery,
        /,
    ) -> None: ...

    def patch_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskPatchList,
        /,
    ) -> None: ...

    def archive_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskIds,
        /,
    ) -> None: ...

    def unarchive_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskIds,
        /,
    ) -> None: ...

    def restore_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskIds,
        /,
    ) -> None: ...

    def duplicate_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        body: models.TaskDuplicate,
        /,
    ) -> list[models.Task] | None: ...

    def stream_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.StreamTasksQuery,
        /,
    ) -> list[models.Task] | None: ...

    def list_recurring_tasks(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.ListRecurringTasksQuery,
        /,
    ) -> models.UncountedTaskPage: ...

    def find_task_by_external_id(
        self,
        user: UserT,
        path: models.OrganizationWorkspacePath,
        query: models.FindTaskByExternalIdQuery,
        /,
    ) -> models.Task: ...

    def get_task(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.GetTaskQuery,
        /,
    ) -> models.Task: ...

    def replace_task(
        self,
        user: UserT,
        path: models.TaskPath,
        body: models.TaskReplace,
        /,
    ) -> None: ...

    def delete_task(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.DeleteTaskQuery,
        /,
    ) -> None: ...

    def patch_task(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.PatchTaskQuery,
        body: models.TaskPatch,
        /,
    ) -> None: ...

    def archive_task(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.ArchiveTaskQuery,
        /,
    ) -> None: ...

    def unarchive_task(
        self,
        user: UserT,
        path: models.TaskPath,
        /,
    ) -> None: ...

    def restore_task(
        self,
        user: UserT,
        path: models.TaskPath,
        /,
    ) -> None: ...

    def list_child_tasks(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.ListChildTasksQuery,
        /,
    ) -> models.UncountedTaskPage: ...

    def list_parent_tasks(
        self,
        user: UserT,
        path: models.TaskPath,
        query: models.ListParentTasksQuery,
        /,
    ) -> models.UncountedTaskPage: ...


class UsersService(Protocol[UserT]):
    """The operations tagged `users`."""

    def list_users(
        self,
        user: UserT,
        path: models.OrganizationPath,
        query: models.ListUsersQuery,
        /,
    ) -> list[models.OrganizationUser] | None: ...


ROUTES: Final = (
    Route(
        "focus.getMySettings",
        "me",
        "get_my_settings",
        "GET",
        "/users/me/settings",
        200,
    ),
    Route(
        "focus.listUsers",
        "users",
        "list_users",
        "GET",
        "/organizations/{organization_id}/users",
        200,
        path=models.OrganizationPath,
        query=models.ListUsersQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "workspaces": Parameter("integer", repeats=True),
            "user_account_ids": Parameter("integer", repeats=True),
            "org_user_ids": Parameter("integer", repeats=True),
            "groups": Parameter("integer", repeats=True),
            "toggl_products": Parameter("string", repeats=True),
            "active_status": Parameter("string", repeats=True),
            "roles": Parameter("integer", repeats=True),
            "only_admins": Parameter("boolean"),
            "filter": Parameter("string"),
            "sort_dir": Parameter("string"),
            "tag_ids": Parameter("integer", repeats=True),
            "include_working_hours": Parameter("boolean"),
            "include_rates": Parameter("boolean"),
            "pinned_ids": Parameter("integer", repeats=True),
            "has_group": Parameter("boolean"),
            "cf_filter": Parameter("string", repeats=True),
            "include_custom_fields": Parameter("boolean"),
        },
    ),
    Route(
        "focus.listProjects",
        "projects",
        "list_projects",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/projects",
        200,
        path=models.OrganizationWorkspacePath,
        query=models.ListProjectsQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
            "pinned": Parameter("boolean"),
            "archived": Parameter("boolean"),
            "completed": Parameter("boolean"),
            "private": Parameter("boolean"),
            "name": Parameter("string"),
            "client_id": Parameter("integer", repeats=True, nullable=True),
            "creator_id": Parameter("integer", repeats=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "project_id": Parameter("integer", repeats=True),
            "user_id": Parameter("integer", repeats=True),
            "only_me": Parameter("boolean"),
            "include_rates": Parameter("boolean"),
            "include_rollover": Parameter("boolean"),
            "include_idle_recurring_templates": Parameter("boolean"),
            "include_drafts": Parameter("boolean"),
            "include_locked_private": Parameter("boolean"),
            "start_date": Parameter("date-time"),
            "end_date": Parameter("date-time"),
            "date_overlap_start": Parameter("date-time"),
            "date_overlap_end": Parameter("date-time"),
            "cf_filter": Parameter("string", repeats=True),
        },
    ),
    Route(
        "focus.getProject",
        "projects",
        "get_project",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/projects/{project_id}",
        200,
        path=models.ProjectPath,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.listStatuses",
        "statuses",
        "list_statuses",
        "GET",
        "/workspaces/{workspace_id}/statuses",
        200,
        path=models.WorkspacePath,
        query=models.ListStatusesQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "name": Parameter("string"),
            "type": Parameter("string"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
        },
    ),
    Route(
        "focus.listTags",
        "tags",
        "list_tags",
        "GET",
        "/workspaces/{workspace_id}/tags",
        200,
        path=models.WorkspacePath,
        query=models.ListTagsQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "name": Parameter("string"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
            "tag_id": Parameter("integer", repeats=True),
        },
    ),
    Route(
        "focus.listClients",
        "clients",
        "list_clients",
        "GET",
        "/workspaces/{workspace_id}/clients",
        200,
        path=models.WorkspacePath,
        query=models.ListClientsQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
            "name": Parameter("string"),
        },
    ),
    Route(
        "focus.listTasks",
        "tasks",
        "list_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks",
        200,
        path=models.OrganizationWorkspacePath,
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
            "include_project_completed": Parameter("boolean"),
            "include_drafts": Parameter("boolean"),
            "project_id": Parameter("integer", repeats=True, nullable=True),
            "parent_task_id": Parameter("integer", repeats=True, nullable=True),
            "start_date": Parameter("date-time"),
            "end_date": Parameter("date-time"),
            "active_by_date": Parameter("date-time"),
            "start_date_from": Parameter("date-time"),
            "start_date_to": Parameter("date-time"),
            "end_date_from": Parameter("date-time"),
            "end_date_to": Parameter("date-time"),
            "dates_overlap_start": Parameter("date-time"),
            "dates_overlap_end": Parameter("date-time"),
            "estimated_mins_min": Parameter("integer"),
            "estimated_mins_max": Parameter("integer"),
            "source": Parameter("string", repeats=True),
            "priority": Parameter("string", repeats=True),
            "is_priority": Parameter("boolean"),
            "state": Parameter("string", repeats=True),
            "timeblock_start_from": Parameter("date-time"),
            "timeblock_start_until": Parameter("date-time"),
            "time_block_id": Parameter("integer", repeats=True),
            "time_block_completed": Parameter("boolean"),
            "team_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_team_id": Parameter("integer", repeats=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "recurring": Parameter("boolean"),
            "recurring_task_ids": Parameter("integer", repeats=True),
            "client_id": Parameter("integer", repeats=True, nullable=True),
            "include_rates": Parameter("boolean"),
            "include_ghost_assignees": Parameter("boolean"),
            "assignee_ghost_id": Parameter("integer", repeats=True),
            "include_assignees": Parameter("boolean"),
            "include_parent_matches": Parameter("boolean"),
            "disable_aggregations": Parameter("boolean"),
            "cf_filter": Parameter("string", repeats=True),
        },
    ),
    Route(
        "focus.createTask",
        "tasks",
        "create_task",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks",
        201,
        path=models.OrganizationWorkspacePath,
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
        path=models.OrganizationWorkspacePath,
        body=models.TaskBulkCreate,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.deleteTasks",
        "tasks",
        "delete_tasks",
        "DELETE",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk",
        204,
        path=models.OrganizationWorkspacePath,
        query=models.DeleteTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "ids": Parameter("integer", repeats=True),
            "outbound_sync": Parameter("boolean"),
        },
        replies=False,
    ),
    Route(
        "focus.patchTasks",
        "tasks",
        "patch_tasks",
        "PATCH",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk",
        204,
        path=models.OrganizationWorkspacePath,
        body=models.TaskPatchList,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.archiveTasks",
        "tasks",
        "archive_tasks",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/archive",
        204,
        path=models.OrganizationWorkspacePath,
        body=models.TaskIds,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.unarchiveTasks",
        "tasks",
        "unarchive_tasks",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/unarchive",
        204,
        path=models.OrganizationWorkspacePath,
        body=models.TaskIds,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.restoreTasks",
        "tasks",
        "restore_tasks",
        "PATCH",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/restore",
        204,
        path=models.OrganizationWorkspacePath,
        body=models.TaskIds,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.duplicateTasks",
        "tasks",
        "duplicate_tasks",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/duplicate",
        201,
        path=models.OrganizationWorkspacePath,
        body=models.TaskDuplicate,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.streamTasks",
        "tasks",
        "stream_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream",
        200,
        path=models.OrganizationWorkspacePath,
        query=models.StreamTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
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
            "include_project_completed": Parameter("boolean"),
            "include_drafts": Parameter("boolean"),
            "project_id": Parameter("integer", repeats=True, nullable=True),
            "parent_task_id": Parameter("integer", repeats=True, nullable=True),
            "start_date": Parameter("date-time"),
            "end_date": Parameter("date-time"),
            "active_by_date": Parameter("date-time"),
            "start_date_from": Parameter("date-time"),
            "start_date_to": Parameter("date-time"),
            "end_date_from": Parameter("date-time"),
            "end_date_to": Parameter("date-time"),
            "dates_overlap_start": Parameter("date-time"),
            "dates_overlap_end": Parameter("date-time"),
            "estimated_mins_min": Parameter("integer"),
            "estimated_mins_max": Parameter("integer"),
            "source": Parameter("string", repeats=True),
            "priority": Parameter("string", repeats=True),
            "is_priority": Parameter("boolean"),
            "state": Parameter("string", repeats=True),
            "time_block_id": Parameter("integer", repeats=True),
            "time_block_completed": Parameter("boolean"),
            "team_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_team_id": Parameter("integer", repeats=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "recurring": Parameter("boolean"),
            "recurring_task_ids": Parameter("integer", repeats=True),
            "client_id": Parameter("integer", repeats=True, nullable=True),
            "include_assignees": Parameter("boolean"),
            "include_parent_matches": Parameter("boolean"),
            "cf_filter": Parameter("string", repeats=True),
        },
    ),
    Route(
        "focus.listRecurringTasks",
        "tasks",
        "list_recurring_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/recurring",
        200,
        path=models.OrganizationWorkspacePath,
        query=models.ListRecurringTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "archived": Parameter("boolean"),
            "start_date": Parameter("date-time"),
            "end_date": Parameter("date-time"),
            "dates_overlap_start": Parameter("date-time"),
            "dates_overlap_end": Parameter("date-time"),
            "recurring_task_ids": Parameter("integer", repeats=True),
            "team_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_team_id": Parameter("integer", repeats=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "include_assignees": Parameter("boolean"),
        },
    ),
    Route(
        "focus.findTaskByExternalId",
        "tasks",
        "find_task_by_external_id",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/by-external-id",
        200,
        path=models.OrganizationWorkspacePath,
        query=models.FindTaskByExternalIdQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "source": Parameter("string"),
            "ext_id": Parameter("integer"),
        },
    ),
    Route(
        "focus.getTask",
        "tasks",
        "get_task",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}",
        200,
        path=models.TaskPath,
        query=models.GetTaskQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "include_assignees": Parameter("boolean"),
        },
    ),
    Route(
        "focus.replaceTask",
        "tasks",
        "replace_task",
        "PUT",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}",
        204,
        path=models.TaskPath,
        body=models.TaskReplace,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.deleteTask",
        "tasks",
        "delete_task",
        "DELETE",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}",
        204,
        path=models.TaskPath,
        query=models.DeleteTaskQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "from_recurring_task_id": Parameter("integer"),
            "outbound_sync": Parameter("boolean"),
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
        query=models.PatchTaskQuery,
        body=models.TaskPatch,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "from_recurring_task_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.archiveTask",
        "tasks",
        "archive_task",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/archive",
        204,
        path=models.TaskPath,
        query=models.ArchiveTaskQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "from_recurring_task_id": Parameter("integer"),
        },
        replies=False,
    ),
    Route(
        "focus.unarchiveTask",
        "tasks",
        "unarchive_task",
        "POST",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/unarchive",
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
        "focus.restoreTask",
        "tasks",
        "restore_task",
        "PATCH",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/restore",
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
        "focus.listChildTasks",
        "tasks",
        "list_child_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/children",
        200,
        path=models.TaskPath,
        query=models.ListChildTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
            "status_id": Parameter("integer"),
            "archived": Parameter("boolean"),
            "source": Parameter("string", repeats=True),
            "team_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "include_assignees": Parameter("boolean"),
        },
    ),
    Route(
        "focus.listParentTasks",
        "tasks",
        "list_parent_tasks",
        "GET",
        "/organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/parents",
        200,
        path=models.TaskPath,
        query=models.ListParentTasksQuery,
        parameters={
            "organization_id": Parameter("integer"),
            "workspace_id": Parameter("integer"),
            "task_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "order_by": Parameter("string", repeats=True),
            "status_id": Parameter("integer"),
            "archived": Parameter("boolean"),
            "source": Parameter("string", repeats=True),
            "team_id": Parameter("integer", repeats=True, nullable=True),
            "assignee_user_id": Parameter("integer", repeats=True, nullable=True),
            "tag_id": Parameter("integer", repeats=True, nullable=True),
            "include_assignees": Parameter("boolean"),
        },
    ),
)
