# generated from spec/focus.yaml by `make generate` - do not edit
"""One method for each operation of the specification: `client.raw`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from toggl_openapi.focus import models, operations
from toggl_openapi.focus.keywords import (
    TaskBulkCreateFields,
    TaskBulkPatchFields,
    TaskCreateFields,
    TaskPatchFields,
)

from toggl_tasks._request_flow import Answer
from toggl_tasks._resource import SyncResource


class RawFocus(SyncResource):
    """One method for each operation, which returns the decoded value with the response."""

    def list_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        with_entries: bool | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        order_by: Sequence[str] | UnsetType = UNSET,
        status_id: Sequence[int] | UnsetType = UNSET,
        toggl_user_id: int | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        has_time_entries: bool | UnsetType = UNSET,
        has_time_blocks: bool | UnsetType = UNSET,
        has_dates: bool | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        project_id: Sequence[int | None] | UnsetType = UNSET,
        parent_task_id: Sequence[int | None] | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        start_date_from: datetime.datetime | UnsetType = UNSET,
        start_date_to: datetime.datetime | UnsetType = UNSET,
        end_date_from: datetime.datetime | UnsetType = UNSET,
        end_date_to: datetime.datetime | UnsetType = UNSET,
        dates_overlap_start: datetime.datetime | UnsetType = UNSET,
        dates_overlap_end: datetime.datetime | UnsetType = UNSET,
        estimated_mins_min: int | UnsetType = UNSET,
        estimated_mins_max: int | UnsetType = UNSET,
        source: str | UnsetType = UNSET,
        priority: str | UnsetType = UNSET,
        is_priority: bool | UnsetType = UNSET,
        state: Sequence[str] | UnsetType = UNSET,
        timeblock_start_from: datetime.datetime | UnsetType = UNSET,
        timeblock_start_until: datetime.datetime | UnsetType = UNSET,
        time_block_id: Sequence[int] | UnsetType = UNSET,
        time_block_completed: bool | UnsetType = UNSET,
        team_id: Sequence[int] | UnsetType = UNSET,
        assignee_user_id: Sequence[int] | UnsetType = UNSET,
        tag_id: Sequence[int] | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_task_ids: Sequence[int] | UnsetType = UNSET,
        client_id: Sequence[int | None] | UnsetType = UNSET,
        include_rates: bool | UnsetType = UNSET,
        include_ghost_assignees: bool | UnsetType = UNSET,
        assignee_ghost_id: Sequence[int] | UnsetType = UNSET,
        disable_aggregations: bool | UnsetType = UNSET,
    ) -> Answer[models.TaskPage]:
        """List the tasks of a workspace, page by page.

        The arguments are those of `toggl_openapi.focus.operations.list_tasks`.
        """
        return self._answer(
            operations.list_tasks(
                organization_id,
                workspace_id,
                page=page,
                per_page=per_page,
                with_entries=with_entries,
                pinned=pinned,
                order_by=order_by,
                status_id=status_id,
                toggl_user_id=toggl_user_id,
                name=name,
                has_time_entries=has_time_entries,
                has_time_blocks=has_time_blocks,
                has_dates=has_dates,
                private=private,
                archived=archived,
                project_id=project_id,
                parent_task_id=parent_task_id,
                start_date=start_date,
                end_date=end_date,
                start_date_from=start_date_from,
                start_date_to=start_date_to,
                end_date_from=end_date_from,
                end_date_to=end_date_to,
                dates_overlap_start=dates_overlap_start,
                dates_overlap_end=dates_overlap_end,
                estimated_mins_min=estimated_mins_min,
                estimated_mins_max=estimated_mins_max,
                source=source,
                priority=priority,
                is_priority=is_priority,
                state=state,
                timeblock_start_from=timeblock_start_from,
                timeblock_start_until=timeblock_start_until,
                time_block_id=time_block_id,
                time_block_completed=time_block_completed,
                team_id=team_id,
                assignee_user_id=assignee_user_id,
                tag_id=tag_id,
                recurring=recurring,
                recurring_task_ids=recurring_task_ids,
                client_id=client_id,
                include_rates=include_rates,
                include_ghost_assignees=include_ghost_assignees,
                assignee_ghost_id=assignee_ghost_id,
                disable_aggregations=disable_aggregations,
            )
        )

    def create_task(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskCreate | TaskCreateFields,
    ) -> Answer[models.Task]:
        """Create a task.

        The arguments are those of `toggl_openapi.focus.operations.create_task`.
        """
        return self._answer(
            operations.create_task(
                organization_id,
                workspace_id,
                body,
            )
        )

    def create_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskBulkCreate | TaskBulkCreateFields,
    ) -> Answer[list[models.Task] | None]:
        """Create several tasks.

        The arguments are those of `toggl_openapi.focus.operations.create_tasks`.
        """
        return self._answer(
            operations.create_tasks(
                organization_id,
                workspace_id,
                body,
            )
        )

    def patch_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskBulkPatch | TaskBulkPatchFields,
    ) -> Answer[None]:
        """Change fields of several tasks.

        The arguments are those of `toggl_openapi.focus.operations.patch_tasks`.
        """
        return self._answer(
            operations.patch_tasks(
                organization_id,
                workspace_id,
                body,
            )
        )

    def stream_tasks(
        self,
        organization_id: int,
        workspace_id: int,
    ) -> Answer[list[models.Task] | None]:
        """List all tasks of a workspace in one reply.

        The arguments are those of `toggl_openapi.focus.operations.stream_tasks`.
        """
        return self._answer(
            operations.stream_tasks(
                organization_id,
                workspace_id,
            )
        )

    def delete_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int,
    ) -> Answer[None]:
        """Delete one task.

        The arguments are those of `toggl_openapi.focus.operations.delete_task`.
        """
        return self._answer(
            operations.delete_task(
                organization_id,
                workspace_id,
                task_id,
            )
        )

    def patch_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int,
        body: models.TaskPatch | TaskPatchFields,
    ) -> Answer[None]:
        """Change fields of one task.

        The arguments are those of `toggl_openapi.focus.operations.patch_task`.
        """
        return self._answer(
            operations.patch_task(
                organization_id,
                workspace_id,
                task_id,
                body,
            )
        )
