"""Toggl Focus: its clients, its methods and its models."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence

from msgspec import UNSET, UnsetType

from toggl_openapi.focus import models as models
from toggl_openapi.focus import operations
from toggl_openapi.focus.keywords import TaskCreateFields
from toggl_openapi.focus.models import *  # noqa: F403 - all models, for `from toggl_tasks.focus import Task`
from toggl_openapi.operation import Operation
from toggl_resources.focus import async_resources, resources
from toggl_resources.focus.async_raw import AsyncRawFocus as AsyncRawFocus
from toggl_resources.focus.raw import RawFocus as RawFocus

from ._client import AsyncClient, BaseClient, SyncClient, resource
from ._credentials import focus_credentials
from ._decoding import as_list
from ._flow import Flow
from ._request_flow import CallOptions, run_all
from ._resource import Resource, call_options, chunks
from ._retries import Retries
from .errors import DecodeFailed

MAX_PER_PAGE = 100
"""Tasks on a page; for more, the service answers 400 (observed)."""
MAX_TASKS = 100
"""Tasks in one bulk request (documented)."""


class _TaskJobs(Resource):
    """What the specification cannot say of tasks, for threads and asyncio."""

    def _create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Sequence[models.TaskCreate | TaskCreateFields],
        options: CallOptions,
    ) -> Flow[list[models.Task]]:
        requests = [
            operations.create_tasks(organization_id, workspace_id, {"tasks": chunk})
            for chunk in chunks("tasks", tasks, MAX_TASKS)
        ]
        created: list[models.Task] = []
        flows = [self._create_chunk(request, options, created.extend) for request in requests]
        return run_all(self._config, flows, created)

    def _create_chunk(
        self,
        request: Operation[list[models.Task] | None],
        options: CallOptions,
        extend: Callable[[list[models.Task]], None],
    ) -> Flow[None]:
        try:
            yield from self._convert(request, options, lambda tasks: extend(as_list(tasks, "create_tasks: $")))
        except DecodeFailed as error:
            # The service has created the tasks: after an error, the program would create them again.
            if error.response is None or error.response.content.strip():
                raise


class Tasks(resources.Tasks, _TaskJobs):
    """`focus.tasks`."""

    def create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Sequence[models.TaskCreate | TaskCreateFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """Create several tasks, in order. The live service returns the tasks (assumed) or nothing.

        Sends one request for each 100 tasks. If a later one fails, `partial` of the error is the tasks so far.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return self._driver.run(self._create_many(organization_id, workspace_id, tasks, options))


class AsyncTasks(async_resources.AsyncTasks, _TaskJobs):
    """`focus.tasks`, for asyncio."""

    async def create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Sequence[models.TaskCreate | TaskCreateFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """Create several tasks, in order. The live service returns the tasks (assumed) or nothing.

        Sends one request for each 100 tasks. If a later one fails, `partial` of the error is the tasks so far.
        """
        options = call_options(timeout, deadline, retries, extra_headers)
        return await self._driver.run(self._create_many(organization_id, workspace_id, tasks, options))


class _FocusApi(BaseClient):
    default_url = "https://focus.toggl.com/api"
    url_variable = "TOGGL_FOCUS_URL"
    authenticate = staticmethod(focus_credentials)
    me = resource(resources.Me, async_resources.AsyncMe)
    projects = resource(resources.Projects, async_resources.AsyncProjects)
    statuses = resource(resources.Statuses, async_resources.AsyncStatuses)
    tags = resource(resources.Tags, async_resources.AsyncTags)
    clients = resource(resources.Clients, async_resources.AsyncClients)
    users = resource(resources.Users, async_resources.AsyncUsers)
    tasks = resource(Tasks, AsyncTasks)
    raw = resource(RawFocus, AsyncRawFocus)


class Focus(_FocusApi, SyncClient):
    """A client of Toggl Focus.

    Credentials are `token`, or `email` and `password`, or the environment variable `TOGGL_FOCUS_TOKEN`. `base_url` or
    the variable `TOGGL_FOCUS_URL` selects another service, such as the sandbox. The API does not
    return the id of an organization: take it from `Track().organizations` or the URL of the web application (observed).
    """


class AsyncFocus(_FocusApi, AsyncClient):
    """A client of Toggl Focus for asyncio."""
