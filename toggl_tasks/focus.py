"""Toggl Focus: the tasks of workspaces."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence
from typing import Any, Unpack

from toggl_openapi.focus import models, operations
from toggl_openapi.focus.keywords import ListTasksFilters, TaskCreateFields, TaskPatchFields
from toggl_openapi.operation import Operation

from ._calls import AsyncResource, Resource, SyncResource, call, chunks, known, paged, raw, split, split_list
from ._client import AsyncClient, Client, SyncClient
from ._credentials import focus_credentials
from ._decoding import members
from ._flow import Plan
from ._pages import Page, Walk, numbered_page
from ._request_flow import CallOptions, ListCallOptions, in_turn
from .errors import DecodeFailed

LARGEST_PAGE = 100
"""The most tasks on a page; more answers 400 (observed)."""
LONGEST_TASK_LIST = 100
"""Tasks in one bulk request. The service's own limit is not known."""


class ListOptions(ListTasksFilters, ListCallOptions, total=False):
    """Keyword arguments of `tasks.list`."""


class CreateOptions(TaskCreateFields, CallOptions, total=False):
    """Keyword arguments of `tasks.create`."""


class UpdateOptions(TaskPatchFields, CallOptions, total=False):
    """Keyword arguments of `tasks.update`."""


class TaskCalls(Resource):
    """The calls on tasks. Bad arguments raise TypeError or ValueError before a request; the rest is TogglError."""

    @paged
    def list(self, organization_id: int, workspace_id: int, **filters: Unpack[ListOptions]) -> Walk[models.Task]:
        """The tasks of a workspace, 100 a page. None in `project_id`, `parent_task_id` or `client_id` means "none"."""
        prefetch, given, options = split_list(filters)
        known(operations.list_tasks, given)
        given.setdefault("per_page", LARGEST_PAGE)
        first = operations.list_tasks(organization_id, workspace_id, **given)
        return Walk(policy=self._policy, options=options, first=first, read=_page, prefetch=prefetch)

    @call
    def create(self, organization_id: int, workspace_id: int, **fields: Unpack[CreateOptions]) -> Plan[models.Task]:
        """A new task; a sub-task with `parent_task_id`."""
        given, options = split(fields)
        return self._call(operations.create_task(organization_id, workspace_id, given), options)

    @call
    def create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Sequence[models.TaskCreate | TaskCreateFields],
        **options: Unpack[CallOptions],
    ) -> Plan[builtins.list[models.Task]]:
        """Several new tasks, in order. What the live service answers is not known: the tasks (assumed), or nothing.

        Takes one request for each 100 tasks. When a later one fails, `partial` of the error has the tasks so far.
        """
        requests = [
            operations.create_tasks(organization_id, workspace_id, {"tasks": chunk})
            for chunk in chunks("tasks", tasks, LONGEST_TASK_LIST)
        ]
        created: builtins.list[models.Task] = []

        def keep(listed: builtins.list[models.Task] | None) -> None:
            created.extend(members(listed, "create_tasks: $"))

        parts = [self._create(request, options, keep) for request in requests]
        return in_turn(self._policy, parts, created)

    def _create(
        self,
        request: Operation[builtins.list[models.Task] | None],
        options: CallOptions,
        keep: Callable[[builtins.list[models.Task] | None], None],
    ) -> Plan[None]:
        try:
            yield from self._use(request, options, keep)
        except DecodeFailed as error:
            # The tasks are there: an error would have them created once more.
            if error.response is None or error.response.content.strip():
                raise

    @call
    def update(
        self, organization_id: int, workspace_id: int, task_id: int, **fields: Unpack[UpdateOptions]
    ) -> Plan[None]:
        """Change the given fields and leave the others; None empties a field. No task comes back (observed)."""
        given, options = split(fields)
        return self._call(operations.patch_task(organization_id, workspace_id, task_id, given), options)

    @call
    def delete(
        self, organization_id: int, workspace_id: int, task_id: int, **options: Unpack[CallOptions]
    ) -> Plan[None]:
        """Delete one task with its time entries (observed)."""
        return self._call(operations.delete_task(organization_id, workspace_id, task_id), options)


def _page(operation: Operation[Any], reply: models.TaskPage) -> Page[models.Task]:
    return numbered_page(operation, reply.data, reply.per_page, reply.total)


class RawCalls(Resource):
    """Each operation of the specification, answered as the decoded value with the response."""

    list_tasks = raw(operations.list_tasks)
    create_task = raw(operations.create_task)
    create_tasks = raw(operations.create_tasks)
    patch_tasks = raw(operations.patch_tasks)
    stream_tasks = raw(operations.stream_tasks)
    patch_task = raw(operations.patch_task)
    delete_task = raw(operations.delete_task)


class Tasks(TaskCalls, SyncResource):
    """`focus.tasks`."""


class AsyncTasks(TaskCalls, AsyncResource):
    """`focus.tasks`, awaited."""


class RawFocus(RawCalls, SyncResource):
    """`focus.raw`."""


class AsyncRawFocus(RawCalls, AsyncResource):
    """`focus.raw`, awaited."""


class _FocusApi(Client):
    default_url = "https://focus.toggl.com/api"
    url_variable = "TOGGL_FOCUS_URL"
    authenticate = staticmethod(focus_credentials)


class Focus(_FocusApi, SyncClient):
    """A client of Toggl Focus.

    `token`, or `email` and `password`, or the environment's `TOGGL_FOCUS_TOKEN` say who asks. `base_url` (or
    `TOGGL_FOCUS_URL`) points it at another service, such as the sandbox. The API cannot tell the id of an
    organization: take it from the address bar of the web application (observed).
    """

    tasks: Tasks
    raw: RawFocus

    def _bind(self) -> None:
        self.tasks = Tasks(self._policy, self._driver)
        self.raw = RawFocus(self._policy, self._driver)


class AsyncFocus(_FocusApi, AsyncClient):
    """Focus, with calls to await."""

    tasks: AsyncTasks
    raw: AsyncRawFocus

    def _bind(self) -> None:
        self.tasks = AsyncTasks(self._policy, self._driver)
        self.raw = AsyncRawFocus(self._policy, self._driver)
