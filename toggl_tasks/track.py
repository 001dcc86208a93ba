"""Toggl Track v9: its clients, its methods and its models."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from msgspec import UNSET, UnsetType

from toggl_openapi.track import models as models
from toggl_openapi.track import operations
from toggl_openapi.track.keywords import PatchOperationFields
from toggl_openapi.track.models import *  # noqa: F403 - all models, for `from toggl_tasks.track import Task`
from toggl_resources.track import async_resources, resources
from toggl_resources.track.async_raw import AsyncRawTrack as AsyncRawTrack
from toggl_resources.track.raw import RawTrack as RawTrack

from ._changes import Change
from ._client import AsyncClient, SyncClient
from ._credentials import track_credentials
from ._flow import Flow
from ._pages import AsyncPages, NumberedPages, PageQuery, Pages
from ._patch import PatchResult
from ._rate_limiter import Pace
from ._request_flow import CallOptions, run_all
from ._resource import Resource, call_options, chunks, resource
from ._retries import Retries

MAX_PER_PAGE = 200
"""Tasks on a page: the most that existing clients request (observed)."""
MAX_IDS = 100
"""Ids in one PATCH. The limit of the service is not known; this keeps the URL far below 2,000 characters."""


class _TaskJobs(Resource):
    """What the specification cannot say of tasks, for threads and asyncio."""

    def _changes(
        self,
        workspace_id: int | models.Workspace,
        since: datetime.datetime | datetime.date | int,
        options: CallOptions,
        prefetch: int,
    ) -> PageQuery[Change]:
        operation = operations.list_workspace_tasks(
            workspace_id,
            since=since,
            active="both",
            sort_field="created_at",
            sort_order="ASC",
            per_page=MAX_PER_PAGE,
        )
        reader = NumberedPages(items="data", total="total_count", convert=Change)
        return self._query(operation, options, reader, prefetch)

    def _patch(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_ids: int | models.Task | Iterable[int | models.Task],
        patch: Sequence[models.PatchOperation | PatchOperationFields],
        options: CallOptions,
    ) -> Flow[PatchResult]:
        requests = [
            operations.patch_tasks(workspace_id, project_id, ",".join(map(str, chunk)), patch)
            for chunk in chunks("task_ids", task_ids, MAX_IDS, models.Task)
        ]
        result = PatchResult()
        return run_all(self._config, [self._convert(request, options, result.take) for request in requests], result)


class Tasks(resources.Tasks, _TaskJobs):
    """`track.tasks`."""

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
    ) -> Pages[Change]:
        """List the tasks, open or done, that were created, changed or deleted since a datetime (or UNIX seconds).

        Use `asked_at` of the result as `since` of the next call, which also lists what changes meanwhile.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return Pages(self._changes(workspace_id, since, options, prefetch), self._driver.run)

    def patch(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_ids: int | models.Task | Iterable[int | models.Task],
        patch: Sequence[models.PatchOperation | PatchOperationFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Apply one JSON Patch to several tasks, each once; see `add`, `replace` and `remove`.

        Sends one request for each 100 ids. If a later one fails, `partial` of the error is the result so far.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return self._driver.run(self._patch(workspace_id, project_id, task_ids, patch, options))


class AsyncTasks(async_resources.AsyncTasks, _TaskJobs):
    """`track.tasks`, for asyncio."""

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

        Use `asked_at` of the result as `since` of the next call, which also lists what changes meanwhile.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return AsyncPages(self._changes(workspace_id, since, options, prefetch), self._driver.run)

    async def patch(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_ids: int | models.Task | Iterable[int | models.Task],
        patch: Sequence[models.PatchOperation | PatchOperationFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> PatchResult:
        """Apply one JSON Patch to several tasks, each once; see `add`, `replace` and `remove`.

        Sends one request for each 100 ids. If a later one fails, `partial` of the error is the result so far.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return await self._driver.run(self._patch(workspace_id, project_id, task_ids, patch, options))


class _TrackApi:
    default_url = "https://api.track.toggl.com/api/v9"
    url_variable = "TOGGL_TRACK_URL"
    default_pace: ClassVar[Pace | None] = Pace()
    authenticate = staticmethod(track_credentials)


class Track(SyncClient, resources.Resources, _TrackApi):
    """A client of Toggl Track.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_API_TOKEN`. `base_url` or
    the variable `TOGGL_TRACK_URL` selects another service, such as the sandbox.
    """

    tasks = resource(Tasks)
    raw = resource(RawTrack)


class AsyncTrack(AsyncClient, async_resources.AsyncResources, _TrackApi):
    """A client of Toggl Track for asyncio."""

    tasks = resource(AsyncTasks)
    raw = resource(AsyncRawTrack)
