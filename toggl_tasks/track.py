"""Toggl Track v9: the tasks of projects."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Unpack, cast

import attrs

from toggl_openapi.operation import Operation
from toggl_openapi.track import models, operations
from toggl_openapi.track.keywords import (
    ListMyTasksFilters,
    ListWorkspaceTasksFilters,
    PatchOperationFields,
    TaskCreateFields,
    TaskUpdateFields,
)

from ._calls import AsyncResource, Resource, SyncResource, call, chunks, known, paged, raw, split, split_list
from ._changes import Change, unix_seconds
from ._client import AsyncClient, Client, SyncClient
from ._credentials import track_credentials
from ._decoding import members
from ._flow import Plan
from ._pages import Page, Walk, continued, numbered_page
from ._patch import PatchResult, id_list
from ._rate_limiter import Pace
from ._request_flow import CallOptions, ListCallOptions, in_turn

LARGEST_PAGE = 200
"""The most tasks on a page that clients are known to ask for (observed)."""
LONGEST_ID_LIST = 100
"""Ids in one PATCH. The service's own limit is not known; this keeps the address far below 2,000 characters."""


class ListOptions(ListWorkspaceTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list`."""


class ListMineOptions(ListMyTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list_mine`."""


class CreateOptions(TaskCreateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.create`."""


class UpdateOptions(TaskUpdateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.update`."""


class TaskCalls(Resource):
    """The calls on tasks. Bad arguments raise TypeError or ValueError before a request; the rest is TogglError."""

    @paged
    def list(self, workspace_id: int, **filters: Unpack[ListOptions]) -> Walk[models.Task]:
        """The tasks of a workspace: open ones, unless `active` is `false` or `both`. 200 a page."""
        prefetch, given, options = split_list(filters)
        known(operations.list_workspace_tasks, given)
        given.setdefault("per_page", LARGEST_PAGE)
        first = operations.list_workspace_tasks(workspace_id, **given)
        return Walk(policy=self._policy, options=options, first=first, read=_workspace_page, prefetch=prefetch)

    @paged
    def changes(
        self, workspace_id: int, since: datetime.datetime | int, **options: Unpack[ListCallOptions]
    ) -> Walk[Change]:
        """What was created, changed or deleted since a moment (or UNIX seconds), open tasks and done ones, in one pass.

        `asked_at` of the result is the `since` of the next pass. Oldest first, so that what changes meanwhile may come
        twice but is not missed.
        """
        prefetch, given, call_options = split_list(options)
        for name in given:
            raise TypeError(f"changes takes no argument {name!r}")
        first = operations.list_workspace_tasks(
            workspace_id,
            since=unix_seconds(since),
            active="both",
            sort_field="created_at",
            sort_order="ASC",
            per_page=LARGEST_PAGE,
        )
        return Walk(policy=self._policy, options=call_options, first=first, read=_changes_page, prefetch=prefetch)

    @call
    def list_project(
        self, workspace_id: int, project_id: int, **options: Unpack[CallOptions]
    ) -> Plan[builtins.list[models.Task]]:
        """The open tasks of a project, in one request."""
        operation = operations.list_project_tasks(workspace_id, project_id)
        return self._use(operation, options, lambda listed: members(listed, "list_project_tasks: $"))

    @paged
    def list_mine(self, **filters: Unpack[ListMineOptions]) -> Walk[models.Task]:
        """The tasks of the projects the user takes part in: all in one request, unless `per_page` is given."""
        prefetch, given, options = split_list(filters)
        known(operations.list_my_tasks, given)
        first = operations.list_my_tasks(**given)
        return Walk(policy=self._policy, options=options, first=first, read=_my_page, prefetch=prefetch)

    @call
    def get(
        self, workspace_id: int, project_id: int, task_id: int, **options: Unpack[CallOptions]
    ) -> Plan[models.Task]:
        """One task."""
        return self._call(operations.get_task(workspace_id, project_id, task_id), options)

    @call
    def create(self, workspace_id: int, project_id: int, **fields: Unpack[CreateOptions]) -> Plan[models.Task]:
        """A new task; its name must be unique in the project."""
        given, options = split(fields)
        return self._call(operations.create_task(workspace_id, project_id, given), options)

    @call
    def update(
        self, workspace_id: int, project_id: int, task_id: int, **fields: Unpack[UpdateOptions]
    ) -> Plan[models.Task]:
        """Change the given fields and leave the others; None empties a field that can be empty."""
        given, options = split(fields)
        return self._call(operations.update_task(workspace_id, project_id, task_id, given), options)

    @call
    def delete(self, workspace_id: int, project_id: int, task_id: int, **options: Unpack[CallOptions]) -> Plan[None]:
        """Delete one task."""
        return self._call(operations.delete_task(workspace_id, project_id, task_id), options)

    @call
    def patch(
        self,
        workspace_id: int,
        project_id: int,
        task_ids: Iterable[int],
        patch: Sequence[models.PatchOperation | PatchOperationFields],
        **options: Unpack[CallOptions],
    ) -> Plan[PatchResult]:
        """Apply one JSON Patch to several tasks; see `add`, `replace` and `remove`.

        Takes one request for each 100 ids. When a later one fails, `partial` of the error has the result so far.
        """
        requests = [
            operations.patch_tasks(workspace_id, project_id, id_list(chunk), patch)
            for chunk in chunks("task_ids", task_ids, LONGEST_ID_LIST)
        ]
        result = PatchResult()
        parts = [self._use(request, options, result.take) for request in requests]
        return in_turn(self._policy, parts, result)


def _workspace_page(operation: Operation[Any], reply: models.TaskPage) -> Page[models.Task]:
    return numbered_page(operation, reply.data, reply.per_page, reply.total_count)


def _changes_page(operation: Operation[Any], reply: models.TaskPage) -> Page[Change]:
    page = _workspace_page(operation, reply)
    return attrs.evolve(cast("Page[Any]", page), items=[Change(task) for task in page.items])


def _my_page(operation: Operation[Any], reply: list[models.Task] | models.TaskItems | None) -> Page[models.Task]:
    listed = reply.items if isinstance(reply, models.TaskItems) else reply
    items = members(listed, f"{operation.name}: $.items")
    query = dict(operation.query)
    size, offset = int(query.get("per_page", 0)), int(query.get("offset", 0))
    # The reply has no count: a full page may have another one behind it.
    more = 0 < size == len(items)
    following = continued(operation, offset=offset + len(items)) if more else None
    return Page(items=items, total=None, next=following)


class RawCalls(Resource):
    """Each operation of the specification, answered as the decoded value with the response."""

    list_project_tasks = raw(operations.list_project_tasks)
    create_task = raw(operations.create_task)
    patch_tasks = raw(operations.patch_tasks)
    get_task = raw(operations.get_task)
    update_task = raw(operations.update_task)
    delete_task = raw(operations.delete_task)
    list_workspace_tasks = raw(operations.list_workspace_tasks)
    list_my_tasks = raw(operations.list_my_tasks)
    get_my_quota = raw(operations.get_my_quota)


class Tasks(TaskCalls, SyncResource):
    """`track.tasks`."""


class AsyncTasks(TaskCalls, AsyncResource):
    """`track.tasks`, awaited."""


class RawTrack(RawCalls, SyncResource):
    """`track.raw`."""


class AsyncRawTrack(RawCalls, AsyncResource):
    """`track.raw`, awaited."""


class _TrackApi(Client):
    default_url = "https://api.track.toggl.com/api/v9"
    url_variable = "TOGGL_TRACK_URL"
    usual_pace = Pace()
    authenticate = staticmethod(track_credentials)


class Track(_TrackApi, SyncClient):
    """A client of Toggl Track.

    `token`, or `email` and `password`, or the environment's `TOGGL_API_TOKEN` say who asks. `base_url` (or
    `TOGGL_TRACK_URL`) points it at another service, such as the sandbox.
    """

    tasks: Tasks
    raw: RawTrack

    def _bind(self) -> None:
        self.tasks = Tasks(self._policy, self._driver)
        self.raw = RawTrack(self._policy, self._driver)


class AsyncTrack(_TrackApi, AsyncClient):
    """Track, with calls to await."""

    tasks: AsyncTasks
    raw: AsyncRawTrack

    def _bind(self) -> None:
        self.tasks = AsyncTasks(self._policy, self._driver)
        self.raw = AsyncRawTrack(self._policy, self._driver)
