# generated from spec/track.yaml by `make generate` - do not edit
"""One function for each operation, which checks its arguments and says what to send. Nothing here does I/O."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from .. import request
from ..operation import Operation
from . import models
from .keywords import (
    PatchOperationFields,
    TaskCreateFields,
    TaskUpdateFields,
)

__all__ = [
    "list_project_tasks",
    "create_task",
    "patch_tasks",
    "get_task",
    "update_task",
    "delete_task",
    "list_workspace_tasks",
    "list_my_tasks",
    "get_my_quota",
]

_LIST_PROJECT_TASKS = list[models.Task] | None

_LIST_MY_TASKS = list[models.Task] | models.TaskItems | None

_GET_MY_QUOTA = list[models.OrganizationQuota] | None


def list_project_tasks(
    workspace_id: int,
    project_id: int,
) -> Operation[list[models.Task] | None]:
    """List the tasks of one project.

    All active tasks of the project in one reply, without paging. The page shows a single
    object; the service answers an array, and `null` when there is nothing to list.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="list_project_tasks",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks",
        success=_LIST_PROJECT_TASKS,
    )


def create_task(
    workspace_id: int,
    project_id: int,
    body: models.TaskCreate | TaskCreateFields,
) -> Operation[models.Task]:
    """Create a task in a project.

    Creates one task and answers it whole. The name must be unique in the project. Tasks of an
    archived project cannot be created (400); a plan without tasks answers 402.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_task",
        method="POST",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks",
        body=request.body(models.TaskCreate, body),
        success=models.Task,
    )


def patch_tasks(
    workspace_id: int,
    project_id: int,
    task_ids: str,
    body: Sequence[models.PatchOperation | PatchOperationFields],
) -> Operation[models.PatchReport]:
    """Apply one JSON Patch to several tasks.

    Applies the same list of JSON Patch operations (RFC 6902: `add`, `replace`, `remove`) to
    every task named in the path. The reply is 200 even when some or all tasks failed: read
    `success` and `failure`.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_ids: Ids of tasks of this project, joined by commas and without spaces, each at least 1
            and of at most 19 digits. A comma list in one string, not an array parameter, so
            that every generator sends it the same way.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_tasks",
        method="PATCH",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_ids", task_ids, str, pattern="^[1-9][0-9]{0,18}(,[1-9][0-9]{0,18})*$"),
        body=request.body(Annotated[list[models.PatchOperation], Meta(min_length=1)], body),
        success=models.PatchReport,
    )


def get_task(
    workspace_id: int,
    project_id: int,
    task_id: int,
) -> Operation[models.Task]:
    """Read one task.

    Answers the task as one flat object, without an envelope.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_task",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1),
        success=models.Task,
    )


def update_task(
    workspace_id: int,
    project_id: int,
    task_id: int,
    body: models.TaskUpdate | TaskUpdateFields,
) -> Operation[models.Task]:
    """Change fields of one task.

    Changes the fields that the body names and leaves the others as they are. The workspace and
    the project of a task cannot change.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="update_task",
        method="PUT",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1),
        body=request.body(models.TaskUpdate, body),
        success=models.Task,
    )


def delete_task(
    workspace_id: int,
    project_id: int,
    task_id: int,
) -> Operation[None]:
    """Delete one task.

    There is no bulk delete in v9.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="delete_task",
        method="DELETE",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1),
        success=None,
    )


def list_workspace_tasks(
    workspace_id: int,
    *,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    page: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
    sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
    active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
    pid: int | UnsetType = UNSET,
    start_date: datetime.date | UnsetType = UNSET,
    end_date: datetime.date | UnsetType = UNSET,
    search: str | UnsetType = UNSET,
) -> Operation[models.TaskPage]:
    """List the tasks of a workspace, page by page.

    Tasks of all projects that the user may see. Without `active` only tasks that are not done
    are listed. With `since` the list also holds tasks deleted since then, with
    `server_deleted_at` set.

    Args:
        workspace_id: Id of the workspace.
        since: Only tasks created, changed or deleted at or after this moment, in UNIX seconds.
            Deleted tasks are listed too.
        page: Which page to answer, counted from 1.
        per_page: Tasks on a page; 200 is the most that clients are known to ask for.
        sort_order: Ascending or descending.
        sort_field: The field that orders the list.
        active: `true` for open tasks (as when it is left out), `false` for tasks that are done,
            `both` for all of them.
        pid: Only tasks of this project.
        start_date: First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not
            documented.
        end_date: Last day of a date range, `YYYY-MM-DD`, included.
        search: Only tasks whose name contains this text.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=200)
    if sort_order is not UNSET:
        request.add(query, "sort_order", sort_order, str, choices=("ASC", "DESC"))
    if sort_field is not UNSET:
        request.add(query, "sort_field", sort_field, str, choices=("name", "created_at"))
    if active is not UNSET:
        request.add(query, "active", active, str, choices=("true", "false", "both"))
    if pid is not UNSET:
        request.add(query, "pid", pid, int, minimum=1)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.date)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.date)
    if search is not UNSET:
        request.add(query, "search", search, str)
    return Operation(
        name="list_workspace_tasks",
        method="GET",
        path="/workspaces/" + request.segment("workspace_id", workspace_id, int, minimum=1) + "/tasks",
        query=tuple(query),
        success=models.TaskPage,
    )


def list_my_tasks(
    *,
    meta: bool | UnsetType = UNSET,
    inbox: bool | UnsetType = UNSET,
    include_hidden: bool | UnsetType = UNSET,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    include_not_active: bool | Literal["false", "true"] | UnsetType = UNSET,
    offset: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    search: str | UnsetType = UNSET,
) -> Operation[list[models.Task] | models.TaskItems | None]:
    """List the tasks of the projects the user takes part in.

    Pages by `offset` and `per_page`; everything comes in one reply when `per_page` is left out.
    Counts against the quota of `/me` routes. Three shapes of the reply are known: a bare array
    (every client reads that), `null` for none, and an envelope with `items` (as the page has
    it).

    Args:
        meta: Whether the names and colours of project and client come along.
        inbox: Whether tasks are put in the order of the user's inbox.
        include_hidden: Whether hidden tasks are listed.
        since: Only tasks created, changed or deleted at or after this moment, in UNIX seconds.
            Deleted tasks are listed too.
        include_not_active: Whether tasks that are done are listed too. The page calls it a string, and answers
            400 to an invalid one; that `true` and `false` are the valid ones is assumed.
        offset: How many tasks to skip.
        per_page: Tasks in one reply; all of them when left out.
        search: Only tasks where this text stands in the task's, its project's or its client's name.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if meta is not UNSET:
        request.add(query, "meta", meta, bool)
    if inbox is not UNSET:
        request.add(query, "inbox", inbox, bool)
    if include_hidden is not UNSET:
        request.add(query, "include_hidden", include_hidden, bool)
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if include_not_active is not UNSET:
        request.add(query, "include_not_active", include_not_active, str, choices=("true", "false"))
    if offset is not UNSET:
        request.add(query, "offset", offset, int, minimum=0)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1)
    if search is not UNSET:
        request.add(query, "search", search, str)
    return Operation(
        name="list_my_tasks",
        method="GET",
        path="/me/tasks",
        query=tuple(query),
        success=_LIST_MY_TASKS,
    )


def get_my_quota() -> Operation[list[models.OrganizationQuota] | None]:
    """Read what is left of the hourly quotas.

    One entry for each organization of the user. No page of ours has this route.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_my_quota",
        method="GET",
        path="/me/quota",
        success=_GET_MY_QUOTA,
    )
