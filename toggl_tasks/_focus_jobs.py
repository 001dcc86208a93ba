"""Jobs with tasks of Focus that take several requests.

The methods of `focus.tasks` are generated from these flows (`make generate`), for threads and asyncio.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import UNSET, UnsetType

from toggl_openapi import request
from toggl_openapi.focus import models, operations

from ._flow import Flow
from ._pages import NumberedPages
from ._request_flow import CallOptions
from ._resource import Resource, chunks
from .errors import NameNotFound

MAX_IDS = 100
"""Tasks in one PATCH (documented)."""
TaskIds = int | models.Task | Iterable[int | models.Task]
STATUS_TYPES: dict[str, Literal["done", "todo"]] = {"done": "done", "reopen": "todo"}
"""The type of status that each method sets."""
InStatus = int | models.Status | UnsetType


class TaskJobs(Resource):
    """Tasks of a workspace."""

    def _set_status_flow(
        self,
        method: Literal["done", "reopen"],
        organization_id: int,
        workspace_id: int,
        task_ids: TaskIds,
        *,
        status_id: InStatus = UNSET,
        options: CallOptions,
    ) -> Flow[None]:
        """
        done: Set tasks to the first status of the type `done`.
        reopen: Set tasks to the first status of the type `todo`.

        Sends one request to find the status, unless `status_id` is given, and one for each 100 tasks. If a later one
        fails, `partial` of the error is the list of the ids that succeeded; the call can be repeated.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: The tasks, or their ids.
            status_id: The status to set, or its id. Without it, one request looks it up.

        Raises:
            NameNotFound: The workspace has no status of this type.
            TypeError, ValueError: An invalid argument; nothing was sent.
            TogglError: A request failed.
        """
        chunked = chunks("task_ids", task_ids, MAX_IDS, models.Task)
        if status_id is UNSET:
            kind = STATUS_TYPES[method]
            listing = operations.list_statuses(workspace_id, type=kind, order_by="position", per_page=100)
            statuses = yield from self._all_items(listing, options, NumberedPages(items="data"))
            status_id = next((status.id for status in statuses if status.type == kind), UNSET)
            if status_id is UNSET:
                raise NameNotFound(f"{listing.name}: no status has the type {kind!r}: choose one by status_id")
        status = request.to_id(status_id, models.Status)
        yield from self._many(
            lambda ids: operations.patch_tasks(
                organization_id, workspace_id, [models.TaskPatchItem(id=id_, status_id=status) for id_ in ids]
            ),
            chunked,
            options,
        )
