# generated from spec/focus.yaml by `make generate` - do not edit
"""One function for each operation, which checks its arguments and says what to send. Nothing here does I/O."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from .. import request
from ..operation import Operation
from . import models
from .keywords import (
    TaskBulkCreateFields,
    TaskBulkPatchFields,
    TaskCreateFields,
    TaskPatchFields,
)

__all__ = [
    "list_tasks",
    "create_task",
    "create_tasks",
    "patch_tasks",
    "stream_tasks",
    "delete_task",
    "patch_task",
]

_CREATE_TASKS = list[models.Task] | None

_STREAM_TASKS = list[models.Task] | None


def list_tasks(
    organization_id: int,
    workspace_id: int,
    *,
    page: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    with_entries: bool | UnsetType = UNSET,
    pinned: bool | UnsetType = UNSET,
    order_by: Sequence[str] | UnsetType = UNSET,
    status_id: Sequence[int] | UnsetType = UNSET,
    toggl_user_id: int | UnsetType = UNSET,
    name: str | UnsetType = UNSET,
    has_time_entries: bool | UnsetType = UNSET,
    has_time_blocks: bool | UnsetType = UNSET,
    has_dates: bool | UnsetType = UNSET,
    private: bool | UnsetType = UNSET,
    archived: bool | UnsetType = UNSET,
    project_id: Sequence[int | None] | UnsetType = UNSET,
    parent_task_id: Sequence[int | None] | UnsetType = UNSET,
    start_date: datetime.datetime | UnsetType = UNSET,
    end_date: datetime.datetime | UnsetType = UNSET,
    start_date_from: datetime.datetime | UnsetType = UNSET,
    start_date_to: datetime.datetime | UnsetType = UNSET,
    end_date_from: datetime.datetime | UnsetType = UNSET,
    end_date_to: datetime.datetime | UnsetType = UNSET,
    dates_overlap_start: datetime.datetime | UnsetType = UNSET,
    dates_overlap_end: datetime.datetime | UnsetType = UNSET,
    estimated_mins_min: int | UnsetType = UNSET,
    estimated_mins_max: int | UnsetType = UNSET,
    source: str | UnsetType = UNSET,
    priority: str | UnsetType = UNSET,
    is_priority: bool | UnsetType = UNSET,
    state: Sequence[str] | UnsetType = UNSET,
    timeblock_start_from: datetime.datetime | UnsetType = UNSET,
    timeblock_start_until: datetime.datetime | UnsetType = UNSET,
    time_block_id: Sequence[int] | UnsetType = UNSET,
    time_block_completed: bool | UnsetType = UNSET,
    team_id: Sequence[int] | UnsetType = UNSET,
    assignee_user_id: Sequence[int] | UnsetType = UNSET,
    tag_id: Sequence[int] | UnsetType = UNSET,
    recurring: bool | UnsetType = UNSET,
    recurring_task_ids: Sequence[int] | UnsetType = UNSET,
    client_id: Sequence[int | None] | UnsetType = UNSET,
    include_rates: bool | UnsetType = UNSET,
    include_ghost_assignees: bool | UnsetType = UNSET,
    assignee_ghost_id: Sequence[int] | UnsetType = UNSET,
    disable_aggregations: bool | UnsetType = UNSET,
) -> Operation[models.TaskPage]:
    """List the tasks of a workspace, page by page.

    Filters are joined by "and"; several values of one filter by "or". A parameter that takes
    several values is repeated (`status_id=1&status_id=2`).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        page: Which page to answer, counted from 1.
        per_page: Tasks on a page. More than 100 answers 400.
        with_entries: Whether time entries come along. Which field then holds them is not documented.
        pinned: Only tasks that are pinned, or only those that are not.
        order_by: Fields that order the list, the first one first. The page does not say how a
            descending order is asked for.
        status_id: Only tasks with one of these statuses, by id.
        toggl_user_id: Only tasks of this user.
        name: Only tasks whose name contains this text.
        has_time_entries: Only tasks with, or only tasks without time entries.
        has_time_blocks: Only tasks with, or only tasks without time blocks.
        has_dates: True lists tasks with a start or an end date, false those with neither.
        private: Only private tasks, or only those that are not.
        archived: Only archived tasks, or only those that are not.
        project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists
            tasks without a project.
        parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists
            tasks without a parent.
        start_date: Start of a range of moments, RFC 3339; only tasks whose own dates overlap the range.
            Goes with `end_date`.
        end_date: End of a range of moments, RFC 3339; only tasks whose own dates overlap the range.
            Goes with `start_date`.
        start_date_from: Earliest start date of a task, RFC 3339. Legacy, the page names `start_date` in its
            place.
        start_date_to: Latest start date of a task, RFC 3339. Legacy, the page names `start_date` in its
            place.
        end_date_from: Earliest end date of a task, RFC 3339. Legacy, the page names `end_date` in its
            place.
        end_date_to: Latest end date of a task, RFC 3339. Legacy, the page names `end_date` in its place.
        dates_overlap_start: Start of a range that the task's dates overlap, RFC 3339. Legacy, the page names
            `start_date` in its place.
        dates_overlap_end: End of a range that the task's dates overlap, RFC 3339. Legacy, the page names
            `start_date` in its place.
        estimated_mins_min: Only tasks with an estimate of at least this many minutes.
        estimated_mins_max: Only tasks with an estimate of at most this many minutes.
        source: Only tasks that came from this source, such as an integration.
        priority: Only tasks of this priority; `none`, `low`, `medium`, `high` and `urgent` have been
            seen.
        is_priority: Only tasks that the user has made a priority, or only the others.
        state: Only tasks whose status is of one of these types. The types are not documented.
        timeblock_start_from: Only tasks with a time block that starts at or after this moment, RFC 3339.
        timeblock_start_until: Only tasks with a time block that starts at or before this moment, RFC 3339.
        time_block_id: Only tasks with one of these time blocks, by id.
        time_block_completed: Only tasks with a completed time block, or only tasks with an open one.
        team_id: Only tasks of one of these teams, by id.
        assignee_user_id: Only tasks assigned to one of these users, by id.
        tag_id: Only tasks with one of these tags, by id.
        recurring: Only recurring tasks, or only the others.
        recurring_task_ids: Only occurrences of one of these recurring tasks, by id.
        client_id: Only tasks of one of these clients. An empty member (`client_id=`) also lists tasks
            without a client.
        include_rates: Whether the rate of the project comes along in `project.rate`.
        include_ghost_assignees: Whether assignees without an account come along in `ghost_assignee_ids`.
        assignee_ghost_id: Only tasks assigned to one of these people without an account, by id.
        disable_aggregations: True leaves out the counts, totals and the parent task, for a faster reply.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if with_entries is not UNSET:
        request.add(query, "with_entries", with_entries, bool)
    if pinned is not UNSET:
        request.add(query, "pinned", pinned, bool)
    if order_by is not UNSET:
        request.add(query, "order_by", order_by, str, many=True)
    if status_id is not UNSET:
        request.add(query, "status_id", status_id, int, minimum=1, many=True)
    if toggl_user_id is not UNSET:
        request.add(query, "toggl_user_id", toggl_user_id, int, minimum=1)
    if name is not UNSET:
        request.add(query, "name", name, str)
    if has_time_entries is not UNSET:
        request.add(query, "has_time_entries", has_time_entries, bool)
    if has_time_blocks is not UNSET:
        request.add(query, "has_time_blocks", has_time_blocks, bool)
    if has_dates is not UNSET:
        request.add(query, "has_dates", has_dates, bool)
    if private is not UNSET:
        request.add(query, "private", private, bool)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if project_id is not UNSET:
        request.add(query, "project_id", project_id, int, minimum=1, many=True, empty=True)
    if parent_task_id is not UNSET:
        request.add(query, "parent_task_id", parent_task_id, int, minimum=1, many=True, empty=True)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.datetime)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.datetime)
    if start_date_from is not UNSET:
        request.add(query, "start_date_from", start_date_from, datetime.datetime)
    if start_date_to is not UNSET:
        request.add(query, "start_date_to", start_date_to, datetime.datetime)
    if end_date_from is not UNSET:
        request.add(query, "end_date_from", end_date_from, datetime.datetime)
    if end_date_to is not UNSET:
        request.add(query, "end_date_to", end_date_to, datetime.datetime)
    if dates_overlap_start is not UNSET:
        request.add(query, "dates_overlap_start", dates_overlap_start, datetime.datetime)
    if dates_overlap_end is not UNSET:
        request.add(query, "dates_overlap_end", dates_overlap_end, datetime.datetime)
    if estimated_mins_min is not UNSET:
        request.add(query, "estimated_mins_min", estimated_mins_min, int, minimum=0)
    if estimated_mins_max is not UNSET:
        request.add(query, "estimated_mins_max", estimated_mins_max, int, minimum=0)
    if source is not UNSET:
        request.add(query, "source", source, str)
    if priority is not UNSET:
        request.add(query, "priority", priority, str)
    if is_priority is not UNSET:
        request.add(query, "is_priority", is_priority, bool)
    if state is not UNSET:
        request.add(query, "state", state, str, many=True)
    if timeblock_start_from is not UNSET:
        request.add(query, "timeblock_start_from", timeblock_start_from, datetime.datetime)
    if timeblock_start_until is not UNSET:
        request.add(query, "timeblock_start_until", timeblock_start_until, datetime.datetime)
    if time_block_id is not UNSET:
        request.add(query, "time_block_id", time_block_id, int, minimum=1, many=True)
    if time_block_completed is not UNSET:
        request.add(query, "time_block_completed", time_block_completed, bool)
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True)
    if recurring is not UNSET:
        request.add(query, "recurring", recurring, bool)
    if recurring_task_ids is not UNSET:
        request.add(query, "recurring_task_ids", recurring_task_ids, int, minimum=1, many=True)
    if client_id is not UNSET:
        request.add(query, "client_id", client_id, int, minimum=1, many=True, empty=True)
    if include_rates is not UNSET:
        request.add(query, "include_rates", include_rates, bool)
    if include_ghost_assignees is not UNSET:
        request.add(query, "include_ghost_assignees", include_ghost_assignees, bool)
    if assignee_ghost_id is not UNSET:
        request.add(query, "assignee_ghost_id", assignee_ghost_id, int, minimum=1, many=True)
    if disable_aggregations is not UNSET:
        request.add(query, "disable_aggregations", disable_aggregations, bool)
    return Operation(
        name="list_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks",
        query=tuple(query),
        idempotent=True,
        success=models.TaskPage,
    )


def create_task(
    organization_id: int,
    workspace_id: int,
    body: models.TaskCreate | TaskCreateFields,
) -> Operation[models.Task]:
    """Create a task.

    Creates one task and answers it whole, although the page shows no body.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_task",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks",
        body=request.body(models.TaskCreate, body),
        success=models.Task,
    )


def create_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskBulkCreate | TaskBulkCreateFields,
) -> Operation[list[models.Task] | None]:
    """Create several tasks.

    The page shows no reply at all. 201 with the created tasks in an array is a guess from the
    single POST.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_tasks",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk",
        body=request.body(models.TaskBulkCreate, body),
        success=_CREATE_TASKS,
    )


def patch_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskBulkPatch | TaskBulkPatchFields,
) -> Operation[None]:
    """Change fields of several tasks.

    Users report the route and its empty reply (204). The shape of the body is a guess from the
    bulk POST.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_tasks",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk",
        body=request.body(models.TaskBulkPatch, body),
        success=None,
    )


def stream_tasks(
    organization_id: int,
    workspace_id: int,
) -> Operation[list[models.Task] | None]:
    """List all tasks of a workspace in one reply.

    A bare array without paging, for many tasks at once. Which filters it takes is not known.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="stream_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/stream",
        idempotent=True,
        success=_STREAM_TASKS,
    )


def delete_task(
    organization_id: int,
    workspace_id: int,
    task_id: int,
) -> Operation[None]:
    """Delete one task.

    Takes the time entries of the task along.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="delete_task",
        method="DELETE",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1),
        idempotent=True,
        success=None,
    )


def patch_task(
    organization_id: int,
    workspace_id: int,
    task_id: int,
    body: models.TaskPatch | TaskPatchFields,
) -> Operation[None]:
    """Change fields of one task.

    Changes the fields that the body names and leaves the others as they are. A `project_id` in
    the body does not stick, users report, so it is not offered here.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        body: What to send, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_task",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1),
        body=request.body(models.TaskPatch, body),
        success=None,
    )
