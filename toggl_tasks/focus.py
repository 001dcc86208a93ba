"""Toggl Focus: its clients, its calls and its models."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence
from typing import Any, Unpack

from toggl_openapi.focus import models as models
from toggl_openapi.focus import operations
from toggl_openapi.focus.keywords import ListTasksFilters, TaskCreateFields, TaskPatchFields
from toggl_openapi.focus.models import *  # noqa: F403 - all models, for `from toggl_tasks.focus import Task`
from toggl_openapi.operation import Operation

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
from ._client import AsyncClient, BaseClient, SyncClient, resource
from ._credentials import focus_credentials
from ._decoding import as_list
from ._flow import Flow
from ._pages import Page, PageQuery, numbered_page
from ._request_flow import CallOptions, ListCallOptions, run_all
from .errors import DecodeFailed

MAX_PER_PAGE = 100
"""Tasks on a page; for more, the service answers 400 (observed)."""
MAX_TASKS = 100
"""Tasks in one bulk request; for more, the service answers 400 (documented)."""


class ListOptions(ListTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list`."""


class CreateOptions(TaskCreateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.create`."""


class UpdateOptions(TaskPatchFields, CallOptions, total=False):
    """Keyword arguments of `tasks.update`."""


class TaskCalls(Resource):
    """Calls on tasks. Invalid arguments raise TypeError or ValueError before a request, other failures TogglError."""

    @list_call
    def list(self, organization_id: int, workspace_id: int, **filters: Unpack[ListOptions]) -> PageQuery[models.Task]:
        """List the tasks of a workspace, 100 a page. None in `project_id`, `parent_task_id` or `client_id`: "none"."""
        prefetch, query, options = split_list_options(filters)
        check_filters(operations.list_tasks, query)
        query.setdefault("per_page", MAX_PER_PAGE)
        first = operations.list_tasks(organization_id, workspace_id, **query)
        return PageQuery(config=self._config, options=options, first=first, read=_page, prefetch=prefetch)

    @call
    def create(self, organization_id: int, workspace_id: int, **fields: Unpack[CreateOptions]) -> Flow[models.Task]:
        """Create a task, or with `parent_task_id` a sub-task."""
        body, options = split_options(fields)
        return self._call(operations.create_task(organization_id, workspace_id, body), options)

    @call
    def create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Sequence[models.TaskCreate | TaskCreateFields],
        **options: Unpack[CallOptions],
    ) -> Flow[builtins.list[models.Task]]:
        """Create several tasks, in order. The live service returns the tasks (assumed) or nothing.

        Sends one request for each 100 tasks. If a later one fails, `partial` of the error is the tasks so far.
        """
        requests = [
            operations.create_tasks(organization_id, workspace_id, {"tasks": chunk})
            for chunk in chunks("tasks", tasks, MAX_TASKS)
        ]
        created: builtins.list[models.Task] = []

        def extend(tasks: builtins.list[models.Task] | None) -> None:
            created.extend(as_list(tasks, "create_tasks: $"))

        flows = [self._create_chunk(request, options, extend) for request in requests]
        return run_all(self._config, flows, created)

    def _create_chunk(
        self,
        request: Operation[builtins.list[models.Task] | None],
        options: CallOptions,
        extend: Callable[[builtins.list[models.Task] | None], None],
    ) -> Flow[None]:
        try:
            yield from self._call_and_convert(request, options, extend)
        except DecodeFailed as error:
            # The service has created the tasks: after an error, the program would create them again.
            if error.response is None or error.response.content.strip():
                raise

    @call
    def update(
        self, organization_id: int, workspace_id: int, task_id: int, **fields: Unpack[UpdateOptions]
    ) -> Flow[None]:
        """Change these fields of a task; None clears a field. The service returns no task (observed)."""
        body, options = split_options(fields)
        return self._call(operations.patch_task(organization_id, workspace_id, task_id, body), options)

    @call
    def delete(
        self, organization_id: int, workspace_id: int, task_id: int, **options: Unpack[CallOptions]
    ) -> Flow[None]:
        """Delete one task with its time entries (observed)."""
        return self._call(operations.delete_task(organization_id, workspace_id, task_id), options)


def _page(operation: Operation[Any], reply: models.TaskPage) -> Page[models.Task]:
    return numbered_page(operation, reply.data, reply.per_page, reply.total)


class RawCalls(Resource):
    """One call for each operation of the specification; it returns the decoded value with the response."""

    get_my_settings = raw_call(operations.get_my_settings)
    list_users = raw_call(operations.list_users)
    list_projects = raw_call(operations.list_projects)
    get_project = raw_call(operations.get_project)
    list_statuses = raw_call(operations.list_statuses)
    list_tags = raw_call(operations.list_tags)
    list_clients = raw_call(operations.list_clients)
    list_tasks = raw_call(operations.list_tasks)
    create_task = raw_call(operations.create_task)
    create_tasks = raw_call(operations.create_tasks)
    delete_tasks = raw_call(operations.delete_tasks)
    patch_tasks = raw_call(operations.patch_tasks)
    archive_tasks = raw_call(operations.archive_tasks)
    unarchive_tasks = raw_call(operations.unarchive_tasks)
    restore_tasks = raw_call(operations.restore_tasks)
    duplicate_tasks = raw_call(operations.duplicate_tasks)
    stream_tasks = raw_call(operations.stream_tasks)
    list_recurring_tasks = raw_call(operations.list_recurring_tasks)
    find_task_by_external_id = raw_call(operations.find_task_by_external_id)
    get_task = raw_call(operations.get_task)
    replace_task = raw_call(operations.replace_task)
    delete_task = raw_call(operations.delete_task)
    patch_task = raw_call(operations.patch_task)
    archive_task = raw_call(operations.archive_task)
    unarchive_task = raw_call(operations.unarchive_task)
    restore_task = raw_call(operations.restore_task)
    list_child_tasks = raw_call(operations.list_child_tasks)
    list_parent_tasks = raw_call(operations.list_parent_tasks)


class Tasks(TaskCalls, SyncResource):
    """`focus.tasks`."""


class AsyncTasks(TaskCalls, AsyncResource):
    """`focus.tasks`, for asyncio."""


class RawFocus(RawCalls, SyncResource):
    """`focus.raw`."""


class AsyncRawFocus(RawCalls, AsyncResource):
    """`focus.raw`, for asyncio."""


class _FocusApi(BaseClient):
    default_url = "https://focus.toggl.com/api"
    url_variable = "TOGGL_FOCUS_URL"
    authenticate = staticmethod(focus_credentials)
    tasks = resource(Tasks, AsyncTasks)
    raw = resource(RawFocus, AsyncRawFocus)


class Focus(_FocusApi, SyncClient):
    """A client of Toggl Focus.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_FOCUS_TOKEN`. `base_url` or
    the variable `TOGGL_FOCUS_URL` selects another service, such as the sandbox. The API does not
    return the id of an organization: take it from the URL of the web application (observed).
    """


class AsyncFocus(_FocusApi, AsyncClient):
    """A client of Toggl Focus for asyncio."""
