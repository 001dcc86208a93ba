# generated from toggl_tasks/_focus_jobs.py by `make generate` - do not edit
"""The methods of `tasks`, for asyncio, with those that take several requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.focus import models

from toggl_resources.focus import async_resources
from toggl_tasks._focus_jobs import TaskJobs
from toggl_tasks._retries import Retries


class AsyncTasks(async_resources.AsyncTasks, TaskJobs):
    """Tasks of a workspace."""

    async def done(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        status_id: int | models.Status | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Set tasks to the first status of the type `done`.

        Sends one request to find the status, unless `status_id` is given, and one for each 100 tasks. If a later one
        fails, `partial` of the error is the list of the ids that succeeded; the call can be repeated.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: The tasks, or their ids.
            status_id: The status to set, or its id. Without it, one request looks it up.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: The workspace has no status of this type.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._set_status_flow(
                "done",
                organization_id,
                workspace_id,
                task_ids,
                status_id=status_id,
                options=request.fields(
                    timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def reopen(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        status_id: int | models.Status | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Set tasks to the first status of the type `todo`.

        Sends one request to find the status, unless `status_id` is given, and one for each 100 tasks. If a later one
        fails, `partial` of the error is the list of the ids that succeeded; the call can be repeated.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: The tasks, or their ids.
            status_id: The status to set, or its id. Without it, one request looks it up.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: The workspace has no status of this type.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._set_status_flow(
                "reopen",
                organization_id,
                workspace_id,
                task_ids,
                status_id=status_id,
                options=request.fields(
                    timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )
