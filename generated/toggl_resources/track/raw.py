# generated from spec/track.yaml by `make generate` - do not edit
"""One method for each operation of the specification: `client.raw`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi.track import models, operations
from toggl_openapi.track.keywords import (
    PatchOperationFields,
    TaskCreateFields,
    TaskUpdateFields,
)

from toggl_tasks._request_flow import Answer
from toggl_tasks._resource import SyncResource


class RawTrack(SyncResource):
    """One method for each operation, which returns the decoded value with the response."""

    def list_project_tasks(
        self,
        workspace_id: int,
        project_id: int,
    ) -> Answer[list[models.Task] | None]:
        """List the tasks of one project.

        The arguments are those of `toggl_openapi.track.operations.list_project_tasks`.
        """
        return self._answer(
            operations.list_project_tasks(
                workspace_id,
                project_id,
            )
        )

    def create_task(
        self,
        workspace_id: int,
        project_id: int,
        body: models.TaskCreate | TaskCreateFields,
    ) -> Answer[models.Task]:
        """Create a task in a project.

        The arguments are those of `toggl_openapi.track.operations.create_task`.
        """
        return self._answer(
            operations.create_task(
                workspace_id,
                project_id,
                body,
            )
        )

    def patch_tasks(
        self,
        workspace_id: int,
        project_id: int,
        task_ids: str,
        body: Sequence[models.PatchOperation | PatchOperationFields],
    ) -> Answer[models.PatchReport]:
        """Apply one JSON Patch to several tasks.

        The arguments are those of `toggl_openapi.track.operations.patch_tasks`.
        """
        return self._answer(
            operations.patch_tasks(
                workspace_id,
                project_id,
                task_ids,
                body,
            )
        )

    def get_task(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
    ) -> Answer[models.Task]:
        """Read one task.

        The arguments are those of `toggl_openapi.track.operations.get_task`.
        """
        return self._answer(
            operations.get_task(
                workspace_id,
                project_id,
                task_id,
            )
        )

    def update_task(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
        body: models.TaskUpdate | TaskUpdateFields,
    ) -> Answer[models.Task]:
        """Change fields of one task.

        The arguments are those of `toggl_openapi.track.operations.update_task`.
        """
        return self._answer(
            operations.update_task(
                workspace_id,
                project_id,
                task_id,
                body,
            )
        )

    def delete_task(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
    ) -> Answer[None]:
        """Delete one task.

        The arguments are those of `toggl_openapi.track.operations.delete_task`.
        """
        return self._answer(
            operations.delete_task(
                workspace_id,
                project_id,
                task_id,
            )
        )

    def list_workspace_tasks(
        self,
        workspace_id: int,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        pid: int | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
    ) -> Answer[models.TaskPage]:
        """List the tasks of a workspace, page by page.

        The arguments are those of `toggl_openapi.track.operations.list_workspace_tasks`.
        """
        return self._answer(
            operations.list_workspace_tasks(
                workspace_id,
                since=since,
                page=page,
                per_page=per_page,
                sort_order=sort_order,
                sort_field=sort_field,
                active=active,
                pid=pid,
                start_date=start_date,
                end_date=end_date,
                search=search,
            )
        )

    def list_my_tasks(
        self,
        *,
        meta: bool | UnsetType = UNSET,
        inbox: bool | UnsetType = UNSET,
        include_hidden: bool | UnsetType = UNSET,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        include_not_active: bool | Literal["false", "true"] | UnsetType = UNSET,
        offset: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
    ) -> Answer[list[models.Task] | models.TaskItems | None]:
        """List the tasks of the projects the user takes part in.

        The arguments are those of `toggl_openapi.track.operations.list_my_tasks`.
        """
        return self._answer(
            operations.list_my_tasks(
                meta=meta,
                inbox=inbox,
                include_hidden=include_hidden,
                since=since,
                include_not_active=include_not_active,
                offset=offset,
                per_page=per_page,
                search=search,
            )
        )

    def get_my_quota(
        self,
    ) -> Answer[list[models.OrganizationQuota] | None]:
        """Read what is left of the hourly quotas.

        The arguments are those of `toggl_openapi.track.operations.get_my_quota`.
        """
        return self._answer(operations.get_my_quota())
