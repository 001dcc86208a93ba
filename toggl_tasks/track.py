"""Toggl Track v9: its clients, its calls and its models."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Unpack, cast

import attrs

from toggl_openapi.operation import Operation
from toggl_openapi.track import models as models
from toggl_openapi.track import operations
from toggl_openapi.track.keywords import (
    ListMyTasksFilters,
    ListWorkspaceTasksFilters,
    PatchOperationFields,
    TaskCreateFields,
    TaskUpdateFields,
)
from toggl_openapi.track.models import *  # noqa: F403 - all models, for `from toggl_tasks.track import Task`

from ._calls import (
    AsyncResource,
    Resource,
    SyncResource,
    call,
    check_filters,
    chunks,
    list_call,
    raw_call,
    split_list_options,
    split_options,
)
from ._changes import Change, to_unix_seconds
from ._client import AsyncClient, BaseClient, SyncClient, resource
from ._credentials import track_credentials
from ._decoding import as_list
from ._flow import Flow
from ._pages import Page, PageQuery, numbered_page, with_query
from ._patch import PatchResult, unique_ids
from ._rate_limiter import Pace
from ._request_flow import CallOptions, ListCallOptions, run_all

MAX_PER_PAGE = 200
"""Tasks on a page: the most that existing clients request (observed)."""
MAX_IDS = 100
"""Ids in one PATCH. The limit of the service is not known; this keeps the URL far below 2,000 characters."""


class ListOptions(ListWorkspaceTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list`."""

    since: datetime.datetime | int  # type: ignore[misc]  # the operation takes UNIX seconds only


class ListMineOptions(ListMyTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list_mine`."""

    since: datetime.datetime | int  # type: ignore[misc]  # the operation takes UNIX seconds only


class CreateOptions(TaskCreateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.create`."""


class UpdateOptions(TaskUpdateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.update`."""


class TaskCalls(Resource):
    """Calls on tasks. Invalid arguments raise TypeError or ValueError before a request, other failures TogglError."""

    @list_call
    def list(self, workspace_id: int, **filters: Unpack[ListOptions]) -> PageQuery[models.Task]:
        """List the tasks of a workspace, 200 a page: the open ones, unless `active` is `false` or `both`."""
        prefetch, query, options = split_list_options(filters)
        check_filters(operations.list_workspace_tasks, query)
        _convert_since(query)
        query.setdefault("per_page", MAX_PER_PAGE)
        first = operations.list_workspace_tasks(workspace_id, **query)
        return PageQuery(config=self._config, options=options, first=first, read=_workspace_page, prefetch=prefetch)

    @list_call
    def changes(
        self, workspace_id: int, since: datetime.datetime | int, **options: Unpack[ListCallOptions]
    ) -> PageQuery[Change]:
        """List the tasks, open or done, that were created, changed or deleted since a datetime (or UNIX seconds).

        Use `asked_at` of the result as `since` of the next call, which also lists what changes meanwhile.
        """
        prefetch, unknown, call_options = split_list_options(options)
        for name in unknown:
            raise TypeError(f"changes takes no argument {name!r}")
        first = operations.list_workspace_tasks(
            workspace_id,
            since=to_unix_seconds(since),
            active="both",
            sort_field="created_at",
            sort_order="ASC",
            per_page=MAX_PER_PAGE,
        )
        return PageQuery(config=self._config, options=call_options, first=first, read=_changes_page, prefetch=prefetch)

    @call
    def list_project(
        self, workspace_id: int, project_id: int, **options: Unpack[CallOptions]
    ) -> Flow[builtins.list[models.Task]]:
        """List the open tasks of a project, in one request."""
        operation = operations.list_project_tasks(workspace_id, project_id)
        return self._call_and_convert(operation, options, lambda tasks: as_list(tasks, "list_project_tasks: $"))

    @list_call
    def list_mine(self, **filters: Unpack[ListMineOptions]) -> PageQuery[models.Task]:
        """List the tasks of the user's projects: all in one request, unless `per_page` is given."""
        prefetch, query, options = split_list_options(filters)
        check_filters(operations.list_my_tasks, query)
        _convert_since(query)
        first = operations.list_my_tasks(**query)
        return PageQuery(config=self._config, options=options, first=first, read=_my_page, prefetch=prefetch, overlap=1)

    @call
    def get(
        self, workspace_id: int, project_id: int, task_id: int, **options: Unpack[CallOptions]
    ) -> Flow[models.Task]:
        """Return one task."""
        return self._call(operations.get_task(workspace_id, project_id, task_id), options)

    @call
    def create(self, workspace_id: int, project_id: int, **fields: Unpack[CreateOptions]) -> Flow[models.Task]:
        """Create a task; its name must be unique in the project."""
        body, options = split_options(fields)
        return self._call(operations.create_task(workspace_id, project_id, body), options)

    @call
    def update(
        self, workspace_id: int, project_id: int, task_id: int, **fields: Unpack[UpdateOptions]
    ) -> Flow[models.Task]:
        """Change these fields of a task; None clears a field that can be null."""
        body, options = split_options(fields)
        return self._call(operations.update_task(workspace_id, project_id, task_id, body), options)

    @call
    def delete(self, workspace_id: int, project_id: int, task_id: int, **options: Unpack[CallOptions]) -> Flow[None]:
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
    ) -> Flow[PatchResult]:
        """Apply one JSON Patch to several tasks, each once; see `add`, `replace` and `remove`.

        Sends one request for each 100 ids. If a later one fails, `partial` of the error is the result so far.
        """
        requests = [
            operations.patch_tasks(workspace_id, project_id, ",".join(map(str, chunk)), patch)
            for chunk in chunks("task_ids", task_ids, MAX_IDS, unique_ids)
        ]
        result = PatchResult()
        flows = [self._call_and_convert(request, options, result.take) for request in requests]
        return run_all(self._config, flows, result)


def _convert_since(query: dict[str, Any]) -> None:
    """Turn a datetime in the filter `since` into UNIX seconds."""
    if "since" in query:
        query["since"] = to_unix_seconds(query["since"])


def _workspace_page(operation: Operation[Any], reply: models.TaskPage) -> Page[models.Task]:
    return numbered_page(operation, reply.data, reply.per_page, reply.total_count)


def _changes_page(operation: Operation[Any], reply: models.TaskPage) -> Page[Change]:
    page = _workspace_page(operation, reply)
    return attrs.evolve(cast("Page[Any]", page), items=[Change(task) for task in page.items])


def _my_page(operation: Operation[Any], reply: list[models.Task] | models.TaskItems | None) -> Page[models.Task]:
    tasks = reply.items if isinstance(reply, models.TaskItems) else reply
    items = as_list(tasks, f"{operation.name}: $.items")
    query = dict(operation.query)
    size, offset = int(query.get("per_page", 0)), int(query.get("offset", 0))
    # The response has no total: after a full page there may be another one. It begins with the last task of this page,
    # which shows whether tasks have moved meanwhile.
    more = 0 < size == len(items)
    following = with_query(operation, offset=offset + size - 1, per_page=max(2, size)) if more else None
    return Page(items=items, total=None, next=following)


class RawCalls(Resource):
    """One call for each operation of the specification; it returns the decoded value with the response."""

    get_me = raw_call(operations.get_me)
    get_my_quota = raw_call(operations.get_my_quota)
    list_my_organizations = raw_call(operations.list_my_organizations)
    list_my_workspaces = raw_call(operations.list_my_workspaces)
    list_my_projects = raw_call(operations.list_my_projects)
    get_organization = raw_call(operations.get_organization)
    list_workspaces = raw_call(operations.list_workspaces)
    get_workspace = raw_call(operations.get_workspace)
    list_clients = raw_call(operations.list_clients)
    list_users = raw_call(operations.list_users)
    list_projects = raw_call(operations.list_projects)
    create_project = raw_call(operations.create_project)
    get_project = raw_call(operations.get_project)
    update_project = raw_call(operations.update_project)
    delete_project = raw_call(operations.delete_project)
    list_project_tasks = raw_call(operations.list_project_tasks)
    create_task = raw_call(operations.create_task)
    patch_tasks = raw_call(operations.patch_tasks)
    get_task = raw_call(operations.get_task)
    update_task = raw_call(operations.update_task)
    delete_task = raw_call(operations.delete_task)
    list_workspace_tasks = raw_call(operations.list_workspace_tasks)
    list_basic_tasks = raw_call(operations.list_basic_tasks)
    list_my_tasks = raw_call(operations.list_my_tasks)


class Tasks(TaskCalls, SyncResource):
    """`track.tasks`."""


class AsyncTasks(TaskCalls, AsyncResource):
    """`track.tasks`, for asyncio."""


class RawTrack(RawCalls, SyncResource):
    """`track.raw`."""


class AsyncRawTrack(RawCalls, AsyncResource):
    """`track.raw`, for asyncio."""


class _TrackApi(BaseClient):
    default_url = "https://api.track.toggl.com/api/v9"
    url_variable = "TOGGL_TRACK_URL"
    default_pace = Pace()
    authenticate = staticmethod(track_credentials)
    tasks = resource(Tasks, AsyncTasks)
    raw = resource(RawTrack, AsyncRawTrack)


class Track(_TrackApi, SyncClient):
    """A client of Toggl Track.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_API_TOKEN`. `base_url` or
    the variable `TOGGL_TRACK_URL` selects another service, such as the sandbox.
    """


class AsyncTrack(_TrackApi, AsyncClient):
    """A client of Toggl Track for asyncio."""
