# generated from toggl_tasks/_track_jobs.py by `make generate` - do not edit
"""The methods of `tasks`, for asyncio, with those that take several requests."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.track import models
from toggl_openapi.track.keywords import (
    PatchOperationFields,
    TaskCreateFields,
)

from toggl_resources.track import async_resources
from toggl_tasks._changes import Change
from toggl_tasks._pages import AsyncPages
from toggl_tasks._patch import PatchResult
from toggl_tasks._retries import Retries
from toggl_tasks._track_jobs import TaskJobs


class AsyncTasks(async_resources.AsyncTasks, TaskJobs):
    """Tasks of a workspace and its projects."""

    def changes(
        self,
        workspace_id: int | models.Workspace,
        since: datetime.datetime | datetime.date | int,
        *,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> AsyncPages[Change]:
        """List the tasks, open or done, that were created, changed or deleted since a datetime (or UNIX seconds).

        Use `asked_at` of the result as `since` of the next call, so that no change is missed.

        Args:
            workspace_id: Id of the workspace.
            since: A datetime with a time zone, the start of a date in UTC, or UNIX seconds.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: The request failed.
        """
        return AsyncPages(
            self._changes_flow(
                workspace_id,
                since,
                prefetch=prefetch,
                options=request.fields(
                    timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            ),
            self._driver.run,
        )

    async def find(
        self,
        workspace_id: int | models.Workspace,
        *,
        name: str,
        project: int | models.Project | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Return the task with this name, open or done: an exact match, otherwise a match regardless of case.

        With `project`, sends one request. Otherwise the service searches the workspace for the name; if that finds no
        such task, all tasks are listed (one request for each 200), to suggest similar names.

        Args:
            workspace_id: Id of the workspace.
            name: The whole name. Names are unique within a project only.
            project: The project of the task, or its id; None for the whole workspace.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No task has this name, or several have it; then `ids` of the error are their ids.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: The request failed.
        """
        return await self._driver.run(
            self._find_flow(
                workspace_id,
                name=name,
                project=project,
                options=request.fields(
                    timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def get_or_create(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        name: str,
        active: bool | UnsetType = UNSET,
        estimated_seconds: int | None | UnsetType = UNSET,
        estimate: datetime.timedelta | None | UnsetType = UNSET,
        external_reference: str | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> tuple[models.Task, bool]:
        """Return the task with exactly this name in a project, and False; if there is none, create it and return True.

        An existing task is returned unchanged, even if it is done: the other fields apply to a new task only. The call
        lists the project first, so a repeated call creates no second task, even if the first response was lost.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            name: Name of the task, unique in its project.
            active: False creates a task that is already done. The default is true.
            estimated_seconds: Estimated effort in seconds.
            estimate: `estimated_seconds` as a timedelta.
            external_reference: A reference of your own to this task in another system.
            user_id: Id of the user to assign the task to; the authenticated user by default.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: Several tasks have this name; `ids` of the error are their ids.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return await self._driver.run(
            self._get_or_create_flow(
                ids,
                request.fields(
                    name=name,
                    active=active,
                    estimated_seconds=request.duration(
                        "estimated_seconds", estimated_seconds, "estimate", estimate, "seconds"
                    ),
                    external_reference=external_reference,
                    user_id=user_id,
                ),
                options=request.fields(
                    timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def create_many(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        tasks: Iterable[models.TaskCreate | TaskCreateFields],
        *,
        skip_existing: bool = False,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> list[models.Task]:
        """Create several tasks in a project, and return those that were created.

        Sends one request for each task, one after another, since the service has no bulk route. If a request fails,
        `partial` of the error is the list of the tasks that were created before. To resume, call it again with the same
        tasks and `skip_existing`: no task is created twice, even if a response was lost.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            tasks: The tasks; all are checked before the first request.
            skip_existing: Skip a task if the project has one with its name, open or done, or if `tasks` has a
                later one. Takes one more request.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed; `partial` is the list of the created tasks, None if there are none.
        """
        return await self._driver.run(
            self._create_many_flow(
                workspace_id,
                project_id,
                tasks,
                skip_existing=skip_existing,
                options=request.fields(
                    progress=progress, timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def done(
        self,
        tasks: int | models.Task | Iterable[int | models.Task],
        *,
        workspace_id: int | models.Workspace | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Mark tasks as done, in any workspaces and projects.

        Sends one request for each 100 tasks of a project. If a later one fails, `partial` of the error is the result so
        far; the call can be repeated.

        Args:
            tasks: Tasks, which contain their workspace and project, or ids.
            workspace_id: The workspace of the tasks that are given as ids.
            project_id: The project of the tasks that are given as ids.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._set_active_flow(
                "done",
                tasks,
                workspace_id=workspace_id,
                project_id=project_id,
                options=request.fields(
                    progress=progress, timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def reopen(
        self,
        tasks: int | models.Task | Iterable[int | models.Task],
        *,
        workspace_id: int | models.Workspace | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Reopen tasks that are done, in any workspaces and projects.

        Sends one request for each 100 tasks of a project. If a later one fails, `partial` of the error is the result so
        far; the call can be repeated.

        Args:
            tasks: Tasks, which contain their workspace and project, or ids.
            workspace_id: The workspace of the tasks that are given as ids.
            project_id: The project of the tasks that are given as ids.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._set_active_flow(
                "reopen",
                tasks,
                workspace_id=workspace_id,
                project_id=project_id,
                options=request.fields(
                    progress=progress, timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def patch(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_ids: int | models.Task | Iterable[int | models.Task],
        patch: Sequence[models.PatchOperation | PatchOperationFields],
        *,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Apply one JSON Patch to several tasks; see `add`, `replace` and `remove`.

        Sends one request for each 100 ids. If a later one fails, `partial` of the error is the result so far.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            task_ids: Ids of the tasks.
            patch: The changes.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._patch_flow(
                workspace_id,
                project_id,
                task_ids,
                patch,
                options=request.fields(
                    progress=progress, timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )

    async def delete_many(
        self,
        tasks: int | models.Task | Iterable[int | models.Task],
        *,
        workspace_id: int | models.Workspace | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        progress: Callable[[int, int], object] | None = None,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Delete tasks, in any workspaces and projects.

        Sends one request for each task, one after another, since the service has no bulk route. A task that does not
        exist, perhaps because an earlier attempt deleted it, is in `failure` of the result. If a request fails,
        `partial` of the error is the result so far; the call can be repeated.

        Args:
            tasks: Tasks, which contain their workspace and project, or ids.
            workspace_id: The workspace of the tasks that are given as ids.
            project_id: The project of the tasks that are given as ids.
            progress: Called after each request with the number of tasks so far, and of all tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        return await self._driver.run(
            self._delete_many_flow(
                tasks,
                workspace_id=workspace_id,
                project_id=project_id,
                options=request.fields(
                    progress=progress, timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers
                ),
            )
        )
