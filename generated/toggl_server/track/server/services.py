# generated from spec/track.yaml by `make generate` - do not edit

"""Service interfaces of this package's router groups; regenerate them instead of editing."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import Protocol

from fastapi.responses import Response
from toggl_server.track import models
from typing_extensions import TypeVar

from ._runtime.server.responses import HTTPResult

PrincipalT_contra = TypeVar("PrincipalT_contra", contravariant=True)


class TasksService(Protocol[PrincipalT_contra]):
    """Implement the tasks operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def list_project_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
    ) -> list[models.Task] | None | HTTPResult[list[models.Task] | None | models.ErrorText] | Response:
        """
        Handle GET /workspaces/{workspace_id}/projects/{project_id}/tasks.
        """

    @abstractmethod
    async def create_task(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
        body: models.TaskCreate,
    ) -> models.Task | HTTPResult[models.Task | models.ErrorText] | Response:
        """
        Handle POST /workspaces/{workspace_id}/projects/{project_id}/tasks.
        """

    @abstractmethod
    async def patch_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
        task_ids: str,
        body: models.PatchDocument,
    ) -> models.PatchReport | HTTPResult[models.PatchReport | models.ErrorText] | Response:
        """
        Handle PATCH /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}.
        """

    @abstractmethod
    async def get_task(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
        task_id: int,
    ) -> models.Task | HTTPResult[models.Task | models.ErrorText] | Response:
        """
        Handle GET /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}.
        """

    @abstractmethod
    async def update_task(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
        task_id: int,
        body: models.TaskUpdate,
    ) -> models.Task | HTTPResult[models.Task | models.ErrorText] | Response:
        """
        Handle PUT /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}.
        """

    @abstractmethod
    async def delete_task(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        project_id: int,
        task_id: int,
    ) -> None | HTTPResult[models.ErrorText] | Response:
        """
        Handle DELETE /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}.
        """

    @abstractmethod
    async def list_workspace_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        workspace_id: int,
        since: int | None,
        page: int,
        per_page: int,
        sort_order: models.WorkspacesWorkspaceIdTasksGetQuerySortOrderParameter,
        sort_field: models.WorkspacesWorkspaceIdTasksGetQuerySortFieldParameter,
        active: models.WorkspacesWorkspaceIdTasksGetQueryActiveParameter,
        pid: int | None,
        start_date: date | None,
        end_date: date | None,
        search: str | None,
    ) -> models.TaskPage | HTTPResult[models.TaskPage | models.ErrorText] | Response:
        """
        Handle GET /workspaces/{workspace_id}/tasks.
        """

    @abstractmethod
    async def list_my_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        meta: bool | None,
        inbox: bool | None,
        include_hidden: bool | None,
        since: int | None,
        include_not_active: models.MeTasksGetQueryIncludeNotActiveParameter | None,
        offset: int | None,
        per_page: int | None,
        search: str | None,
    ) -> models.MyTasks | HTTPResult[models.MyTasks | models.ErrorText] | Response:
        """
        Handle GET /me/tasks.
        """


class MeService(Protocol[PrincipalT_contra]):
    """Implement the me operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def get_my_quota(
        self,
        *,
        principal: PrincipalT_contra,
    ) -> models.QuotaList | None | HTTPResult[models.QuotaList | None | models.ErrorText] | Response:
        """
        Handle GET /me/quota.
        """
