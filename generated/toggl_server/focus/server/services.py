# generated from spec/focus.yaml by `make generate` - do not edit

"""Service interfaces of this package's router groups; regenerate them instead of editing."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from fastapi.responses import Response
from pydantic import AwareDatetime
from toggl_server.focus import models
from typing_extensions import TypeVar

from ._runtime.server.responses import HTTPResult

PrincipalT_contra = TypeVar("PrincipalT_contra", contravariant=True)


class TasksService(Protocol[PrincipalT_contra]):
    """Implement the tasks operations: subclass this Protocol, or give an object its methods."""

    @abstractmethod
    async def list_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        page: int,
        per_page: int,
        with_entries: bool | None,
        pinned: bool | None,
        order_by: list[str] | None,
        status_id: list[int] | None,
        toggl_user_id: int | None,
        name: str | None,
        has_time_entries: bool | None,
        has_time_blocks: bool | None,
        has_dates: bool | None,
        private: bool | None,
        archived: bool | None,
        project_id: list[int | None] | None,
        parent_task_id: list[int | None] | None,
        start_date: AwareDatetime | None,
        end_date: AwareDatetime | None,
        start_date_from: AwareDatetime | None,
        start_date_to: AwareDatetime | None,
        end_date_from: AwareDatetime | None,
        end_date_to: AwareDatetime | None,
        dates_overlap_start: AwareDatetime | None,
        dates_overlap_end: AwareDatetime | None,
        estimated_mins_min: int | None,
        estimated_mins_max: int | None,
        source: str | None,
        priority: str | None,
        is_priority: bool | None,
        state: list[str] | None,
        timeblock_start_from: AwareDatetime | None,
        timeblock_start_until: AwareDatetime | None,
        time_block_id: list[int] | None,
        time_block_completed: bool | None,
        team_id: list[int] | None,
        assignee_user_id: list[int] | None,
        tag_id: list[int] | None,
        recurring: bool | None,
        recurring_task_ids: list[int] | None,
        client_id: list[int | None] | None,
        include_rates: bool | None,
        include_ghost_assignees: bool | None,
        assignee_ghost_id: list[int] | None,
        disable_aggregations: bool | None,
    ) -> models.TaskPage | HTTPResult[models.TaskPage | models.Error] | Response:
        """
        Handle GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks.
        """

    @abstractmethod
    async def create_task(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        body: models.TaskCreate,
    ) -> models.Task | HTTPResult[models.Task | models.Error] | Response:
        """
        Handle POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks.
        """

    @abstractmethod
    async def create_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        body: models.TaskBulkCreate,
    ) -> models.TaskList | None | HTTPResult[models.TaskList | None | models.Error] | Response:
        """
        Handle POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk.
        """

    @abstractmethod
    async def patch_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        body: models.TaskBulkPatch,
    ) -> None | HTTPResult[models.Error] | Response:
        """
        Handle PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk.
        """

    @abstractmethod
    async def stream_tasks(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
    ) -> models.TaskList | None | HTTPResult[models.TaskList | None | models.Error] | Response:
        """
        Handle GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream.
        """

    @abstractmethod
    async def patch_task(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        task_id: int,
        body: models.TaskPatch,
    ) -> None | HTTPResult[models.Error] | Response:
        """
        Handle PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}.
        """

    @abstractmethod
    async def delete_task(
        self,
        *,
        principal: PrincipalT_contra,
        organization_id: int,
        workspace_id: int,
        task_id: int,
    ) -> None | HTTPResult[models.Error] | Response:
        """
        Handle DELETE /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}.
        """
