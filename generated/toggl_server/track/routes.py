# generated from spec/track.yaml by `make generate` - do not edit
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
    ) -> list[models.WorkspaceClient] | None: ...


class MeService(Protocol[UserT]):
    """The operations tagged `me`."""

    def get_me(
        self,
        user: UserT,
        query: models.GetMeQuery,
        /,
    ) -> models.Me: ...

    def get_my_quota(
        self,
        user: UserT,
        /,
    ) -> list[models.OrganizationQuota] | None: ...


class OrganizationsService(Protocol[UserT]):
    """The operations tagged `organizations`."""

    def list_my_organizations(
        self,
        user: UserT,
        /,
    ) -> list[models.Organization] | None: ...

    def get_organization(
        self,
        user: UserT,
        path: models.OrganizationPath,
        /,
    ) -> models.Organization: ...


class ProjectsService(Protocol[UserT]):
    """The operations tagged `projects`."""

    def list_my_projects(
        self,
        user: UserT,
        query: models.ListMyProjectsQuery,
        /,
    ) -> list[models.Project] | None: ...

    def list_projects(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListProjectsQuery,
        /,
    ) -> list[models.Project] | None: ...

    def create_project(
        self,
        user: UserT,
        path: models.WorkspacePath,
        body: models.ProjectCreate,
        /,
    ) -> models.Project: ...

    def get_project(
        self,
        user: UserT,
        path: models.ProjectPath,
        /,
    ) -> models.Project: ...

    def update_project(
        self,
        user: UserT,
        path: models.ProjectPath,
        body: models.ProjectUpdate,
        /,
    ) -> models.Project: ...

    def delete_project(
        self,
        user: UserT,
        path: models.ProjectPath,
        query: models.DeleteProjectQuery,
        /,
    ) -> models.DeletedProject: ...


class TasksService(Protocol[UserT]):
    """The operations tagged `tasks`."""

    def list_project_tasks(
        self,
        user: UserT,
        path: models.ProjectPath,
        query: models.ListProjectTasksQuery,
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

    def list_basic_tasks(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListBasicTasksQuery,
        /,
    ) -> models.TaskPage: ...

    def list_my_tasks(
        self,
        user: UserT,
        query: models.ListMyTasksQuery,
        /,
    ) -> list[models.Task] | None | models.TaskItems: ...


class UsersService(Protocol[UserT]):
    """The operations tagged `users`."""

    def list_users(
        self,
        user: UserT,
        path: models.WorkspacePath,
        query: models.ListUsersQuery,
        /,
    ) -> list[models.WorkspaceUser] | None: ...


class WorkspacesService(Protocol[UserT]):
    """The operations tagged `workspaces`."""

    def list_my_workspaces(
        self,
        user: UserT,
        query: models.ListMyWorkspacesQuery,
        /,
    ) -> list[models.Workspace] | None: ...

    def list_workspaces(
        self,
        user: UserT,
        /,
    ) -> list[models.Workspace] | None: ...

    def get_workspace(
        self,
        user: UserT,
        path: models.WorkspacePath,
        /,
    ) -> models.Workspace: ...


ROUTES: Final = (
    Route(
        "track.getMe",
        "me",
        "get_me",
        "GET",
        "/me",
        200,
        query=models.GetMeQuery,
        parameters={
            "with_related_data": Parameter("boolean"),
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
    Route(
        "track.listMyOrganizations",
        "organizations",
        "list_my_organizations",
        "GET",
        "/me/organizations",
        200,
    ),
    Route(
        "track.listMyWorkspaces",
        "workspaces",
        "list_my_workspaces",
        "GET",
        "/me/workspaces",
        200,
        query=models.ListMyWorkspacesQuery,
        parameters={
            "since": Parameter("integer"),
        },
    ),
    Route(
        "track.listMyProjects",
        "projects",
        "list_my_projects",
        "GET",
        "/me/projects",
        200,
        query=models.ListMyProjectsQuery,
        parameters={
            "include_archived": Parameter("string"),
            "since": Parameter("integer"),
        },
    ),
    Route(
        "track.getOrganization",
        "organizations",
        "get_organization",
        "GET",
        "/organizations/{organization_id}",
        200,
        path=models.OrganizationPath,
        parameters={
            "organization_id": Parameter("integer"),
        },
    ),
    Route(
        "track.listWorkspaces",
        "workspaces",
        "list_workspaces",
        "GET",
        "/workspaces",
        200,
    ),
    Route(
        "track.getWorkspace",
        "workspaces",
        "get_workspace",
        "GET",
        "/workspaces/{workspace_id}",
        200,
        path=models.WorkspacePath,
        parameters={
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "track.listClients",
        "clients",
        "list_clients",
        "GET",
        "/workspaces/{workspace_id}/clients",
        200,
        path=models.WorkspacePath,
        query=models.ListClientsQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "status": Parameter("string"),
            "name": Parameter("string"),
        },
    ),
    Route(
        "track.listUsers",
        "users",
        "list_users",
        "GET",
        "/workspaces/{workspace_id}/users",
        200,
        path=models.WorkspacePath,
        query=models.ListUsersQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "exclude_deleted": Parameter("boolean"),
        },
    ),
    Route(
        "track.listProjects",
        "projects",
        "list_projects",
        "GET",
        "/workspaces/{workspace_id}/projects",
        200,
        path=models.WorkspacePath,
        query=models.ListProjectsQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "active": Parameter("string"),
            "since": Parameter("integer"),
            "billable": Parameter("boolean"),
            "user_ids": Parameter("integer", repeats=True),
            "client_ids": Parameter("integer", repeats=True),
            "group_ids": Parameter("integer", repeats=True),
            "project_ids": Parameter("integer", repeats=True),
            "statuses": Parameter("string", repeats=True),
            "name": Parameter("string"),
            "search": Parameter("string"),
            "only_templates": Parameter("boolean"),
            "only_me": Parameter("boolean"),
            "only_editable": Parameter("boolean"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "sort_field": Parameter("string"),
            "sort_order": Parameter("string"),
            "sort_pinned": Parameter("boolean"),
        },
    ),
    Route(
        "track.createProject",
        "projects",
        "create_project",
        "POST",
        "/workspaces/{workspace_id}/projects",
        200,
        path=models.WorkspacePath,
        body=models.ProjectCreate,
        parameters={
            "workspace_id": Parameter("integer"),
        },
    ),
    Route(
        "track.getProject",
        "projects",
        "get_project",
        "GET",
        "/workspaces/{workspace_id}/projects/{project_id}",
        200,
        path=models.ProjectPath,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
        },
    ),
    Route(
        "track.updateProject",
        "projects",
        "update_project",
        "PUT",
        "/workspaces/{workspace_id}/projects/{project_id}",
        200,
        path=models.ProjectPath,
        body=models.ProjectUpdate,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
        },
    ),
    Route(
        "track.deleteProject",
        "projects",
        "delete_project",
        "DELETE",
        "/workspaces/{workspace_id}/projects/{project_id}",
        200,
        path=models.ProjectPath,
        query=models.DeleteProjectQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "teDeletionMode": Parameter("string"),
        },
    ),
    Route(
        "track.listProjectTasks",
        "tasks",
        "list_project_tasks",
        "GET",
        "/workspaces/{workspace_id}/projects/{project_id}/tasks",
        200,
        path=models.ProjectPath,
        query=models.ListProjectTasksQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "project_id": Parameter("integer"),
            "active": Parameter("string"),
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
        "track.listBasicTasks",
        "tasks",
        "list_basic_tasks",
        "GET",
        "/workspaces/{workspace_id}/tasks/basic",
        200,
        path=models.WorkspacePath,
        query=models.ListBasicTasksQuery,
        parameters={
            "workspace_id": Parameter("integer"),
            "page": Parameter("integer"),
            "per_page": Parameter("integer"),
            "sort_order": Parameter("string"),
            "sort_field": Parameter("string"),
            "active": Parameter("string"),
            "search": Parameter("string"),
            "project_id": Parameter("integer"),
            "project_ids": Parameter("integer", repeats=True),
            "task_ids": Parameter("integer", repeats=True),
            "client_ids": Parameter("integer", repeats=True),
            "only_me": Parameter("boolean"),
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
)
