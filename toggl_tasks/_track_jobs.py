"""Jobs with tasks of Track that take several requests, or more than the specification can say.

The methods of `track.tasks` are generated from these flows (`make generate`), for threads and asyncio.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from toggl_openapi import request
from toggl_openapi.operation import Operation
from toggl_openapi.track import models, operations
from toggl_openapi.track.keywords import PatchOperationFields, TaskCreateFields

from ._changes import Change
from ._flow import Flow
from ._pages import NumberedPages, PageQuery, SinglePage
from ._patch import PatchResult, replace
from ._request_flow import CallOptions, ManyOptions, run_all
from ._resource import Resource, chunks, name_not_found, unique_ids
from .errors import NotFound

MAX_PER_PAGE = 200
"""Tasks on a page: the most that existing clients request (observed)."""
MAX_IDS = 100
"""Ids in one PATCH. The limit of the service is unknown; with this one, URLs are far below 2,000 characters."""
TaskIds = int | models.Task | Iterable[int | models.Task]
Patch = Sequence[models.PatchOperation | PatchOperationFields]
AnyDate = datetime.datetime | datetime.date | int
AnyWorkspace = int | models.Workspace
AnyProject = int | models.Project
InWorkspace = AnyWorkspace | UnsetType
InProject = AnyProject | UnsetType
Places = list[tuple[Any, Any, list[int]]]
"""Workspace, project, and ids of tasks in it."""


class TaskJobs(Resource):
    """Tasks of a workspace and its projects."""

    def _changes_flow(
        self, workspace_id: AnyWorkspace, since: AnyDate, *, prefetch: int = 0, options: CallOptions
    ) -> PageQuery[Change]:
        """List the tasks, open or done, that were created, changed or deleted since a datetime (or UNIX seconds).

        Use `asked_at` of the result as `since` of the next call, so that no change is missed.

        Args:
            workspace_id: Id of the workspace.
            since: A datetime with a time zone, the start of a date in UTC, or UNIX seconds.
            prefetch: Number of pages to fetch ahead while the caller works on one.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: The request failed.
        """
        operation = operations.list_workspace_tasks(
            workspace_id, since=since, active="both", sort_field="created_at", sort_order="ASC", per_page=MAX_PER_PAGE
        )
        reader = NumberedPages(items="data", total="total_count", convert=Change)
        return self._query(operation, options, reader, prefetch)

    def _find_flow(
        self, workspace_id: AnyWorkspace, *, name: str, project: AnyProject | None = None, options: CallOptions
    ) -> Flow[models.Task]:
        """Return the task with this name, open or done: an exact match, otherwise a match regardless of case.

        With `project`, sends one request. Otherwise the service searches the workspace for the name; if that finds no
        such task, all tasks are listed (one request for each 200), to suggest similar names.

        Args:
            workspace_id: Id of the workspace.
            name: The whole name. Names are unique within a project only.
            project: The project of the task, or its id; None for the whole workspace.

        Raises:
            NameNotFound: No task has this name, or several have it; then `ids` of the error are their ids.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: The request failed.
        """
        request.check_name(name)
        if project is not None:
            (project,) = unique_ids("project", [project], models.Project)
            listing = operations.list_project_tasks(workspace_id, project, active="both")
            return self._find(listing, options, SinglePage(), name)
        search = operations.list_workspace_tasks(workspace_id, active="both", search=name, per_page=MAX_PER_PAGE)
        return self._find(search, options, NumberedPages(items="data", total="total_count"), name)

    def _get_or_create_flow(
        self, ids: Sequence[Any], create: TaskCreateFields, *, options: CallOptions
    ) -> Flow[tuple[models.Task, bool]]:
        """Return the task with exactly this name in a project, and False; if there is none, create it and return True.

        An existing task is returned unchanged, even if it is done: the other fields apply to a new task only. The call
        lists the project first, so a repeated call creates no second task, even if the first response was lost.

        Raises:
            NameNotFound: Several tasks have this name; `ids` of the error are their ids.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        operation = operations.create_task(ids[0], ids[1], create)
        tasks = yield from self._items(operations.list_project_tasks(ids[0], ids[1], active="both"), options)
        matches = [task for task in tasks if task.name == create["name"]]
        if len(matches) > 1:
            raise name_not_found(operation.name, create["name"], matches, tasks)
        return (matches[0], False) if matches else ((yield from self._value(operation, options)), True)

    def _create_many_flow(
        self,
        workspace_id: AnyWorkspace,
        project_id: AnyProject,
        tasks: Iterable[models.TaskCreate | TaskCreateFields],
        *,
        skip_existing: bool = False,
        options: ManyOptions,
    ) -> Flow[list[models.Task]]:
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

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed; `partial` is the list of the created tasks, None if there are none.
        """
        (given,) = chunks("tasks", tasks, sys.maxsize)
        new = msgspec.json.decode(request.body(list[models.TaskCreate], given, "tasks"), type=list[models.TaskCreate])
        if skip_existing:
            listing = operations.list_project_tasks(workspace_id, project_id, active="both")
            names = {task.name for task in (yield from self._items(listing, options))}
            new = list({task.name: task for task in new if task.name not in names}.values())
        created: list[models.Task] = []
        requests = [operations.create_task(workspace_id, project_id, task) for task in new]
        flows = [self._convert(create, options, created.append) for create in requests]
        return (yield from run_all(self._config, flows, created, options))

    def _set_active_flow(
        self,
        method: Literal["done", "reopen"],
        tasks: TaskIds,
        *,
        workspace_id: InWorkspace = UNSET,
        project_id: InProject = UNSET,
        options: ManyOptions,
    ) -> Flow[PatchResult]:
        """
        done: Mark tasks as done, in any workspaces and projects.
        reopen: Reopen tasks that are done, in any workspaces and projects.

        Sends one request for each 100 tasks of a project. If a later one fails, `partial` of the error is the result so
        far; the call can be repeated.

        Args:
            tasks: Tasks, which contain their workspace and project, or ids.
            workspace_id: The workspace of the tasks that are given as ids.
            project_id: The project of the tasks that are given as ids.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        patch = [replace("/active", method == "reopen")]
        return self._patch_places(by_place(tasks, workspace_id, project_id), patch, options)

    def _patch_flow(
        self,
        workspace_id: AnyWorkspace,
        project_id: AnyProject,
        task_ids: TaskIds,
        patch: Patch,
        *,
        options: ManyOptions,
    ) -> Flow[PatchResult]:
        """Apply one JSON Patch to several tasks; see `add`, `replace` and `remove`.

        Sends one request for each 100 ids. If a later one fails, `partial` of the error is the result so far.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            task_ids: Ids of the tasks.
            patch: The changes.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        (ids,) = chunks("task_ids", task_ids, sys.maxsize, models.Task)
        request.body(Annotated[list[models.PatchOperation], Meta(min_length=1)], patch, "patch")
        return self._patch_places([(workspace_id, project_id, ids)], patch, options)

    def _delete_many_flow(
        self, tasks: TaskIds, *, workspace_id: InWorkspace = UNSET, project_id: InProject = UNSET, options: ManyOptions
    ) -> Flow[PatchResult]:
        """Delete tasks, in any workspaces and projects.

        Sends one request for each task, one after another, since the service has no bulk route. A task that does not
        exist, perhaps because an earlier attempt deleted it, is in `failure` of the result. If a request fails,
        `partial` of the error is the result so far; the call can be repeated.

        Args:
            tasks: Tasks, which contain their workspace and project, or ids.
            workspace_id: The workspace of the tasks that are given as ids.
            project_id: The project of the tasks that are given as ids.

        Raises:
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        result = PatchResult()
        flows = [
            self._delete_one(operations.delete_task(workspace, project, id_), id_, options, result)
            for workspace, project, ids in by_place(tasks, workspace_id, project_id)
            for id_ in ids
        ]
        return run_all(self._config, flows, result, options)

    def _delete_one(self, delete: Operation[None], id_: int, options: CallOptions, result: PatchResult) -> Flow[None]:
        try:
            yield from self._value(delete, options)
            result.success.append(id_)
        except NotFound as error:
            result.failure.append(models.PatchFailure(id=id_, message=str(error)))

    def _patch_places(self, places: Places, patch: Patch, options: ManyOptions) -> Flow[PatchResult]:
        result = PatchResult()
        chunked = [(*place, chunk) for *place, ids in places for chunk in chunks("tasks", ids, MAX_IDS)]
        patches = [
            operations.patch_tasks(workspace, project, ",".join(map(str, ids)), patch)
            for workspace, project, ids in chunked
        ]
        flows = [self._convert(operation, options, result.take) for operation in patches]
        counts = list(accumulate(len(chunk) for *_, chunk in chunked))
        return run_all(self._config, flows, result, options, counts)


def by_place(tasks: object, workspace_id: object, project_id: object) -> Places:
    """Ids of tasks, each once, by workspace and project. Raises TypeError or ValueError for invalid ones."""
    (given,) = chunks("tasks", [tasks] if isinstance(tasks, int | models.Task) else tasks, sys.maxsize)
    place = (request.to_id(workspace_id, models.Workspace), request.to_id(project_id, models.Project))
    places: dict[Any, list[Any]] = {}
    for task in given:
        if isinstance(task, models.Task):
            places.setdefault((task.workspace_id, task.project_id), []).append(task)
        elif UNSET in place:
            raise TypeError(f"tasks contains {request.show(task)}: pass tasks, or ids with workspace_id and project_id")
        else:
            places.setdefault(place, []).append(task)
    return [(*place, *chunks("tasks", ids, sys.maxsize, models.Task)) for place, ids in places.items()]
