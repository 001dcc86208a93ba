# generated from spec/focus.yaml by `make generate` - do not edit
"""The fields of request objects as dicts, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Required, TypedDict

from . import models

__all__ = [
    "TaskCreateFields",
    "TaskBulkCreateFields",
    "TaskPatchFields",
    "TaskBulkPatchFields",
    "TaskPatchItemFields",
]


class TaskCreateFields(TypedDict, total=False):
    """What a new task starts with."""

    name: Required[str]
    """Name of the task."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    description: str | None
    """What the task is about."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    integration_ext_id: int | None
    """Id of the linked thing in another system."""

    integration_source: str | None
    """Name of that other system."""

    notes: str | None
    """Notes on the task."""

    parent_task_id: int | None
    """Id of the task that the new one is a sub-task of."""

    pinned: bool | None
    """Whether the task is pinned."""

    position: int | None
    """Place of the task in a list sorted by hand."""

    priority: str | None
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: datetime.datetime | None
    """When the user made the task a priority."""

    private: bool | None
    """Whether only the user sees the task."""

    project_id: int | None
    """Id of the project; none when left out."""

    rrule: str | None
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None
    """Id of the status; the first one of the workspace (Todo) when left out."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""


class TaskBulkCreateFields(TypedDict, total=False):
    """Several new tasks."""

    tasks: Required[Sequence[models.TaskCreate | TaskCreateFields]]
    """The new tasks."""


class TaskPatchFields(TypedDict, total=False):
    """The fields to change. A field left out stays as it is; null empties it."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to, in place of those before."""

    auto_log_time: bool | None
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    description: str | None
    """What the task is about."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    integration_ext_id: int | None
    """Id of the linked thing in another system."""

    integration_source: str | None
    """Name of that other system."""

    name: str
    """Name of the task."""

    notes: str | None
    """Notes on the task."""

    parent_task_id: int | None
    """Id of the task this is a sub-task of."""

    pinned: bool | None
    """Whether the task is pinned."""

    position: int | None
    """Place of the task in a list sorted by hand."""

    priority: str | None
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: datetime.datetime | None
    """When the user made the task a priority."""

    private: bool | None
    """Whether only the user sees the task."""

    rrule: str | None
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None
    """Id of the status."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""


class TaskBulkPatchFields(TypedDict, total=False):
    """Changes of several tasks."""

    tasks: Required[Sequence[models.TaskPatchItem | TaskPatchItemFields]]
    """The tasks to change, with their changes."""


class TaskPatchItemFields(TypedDict, total=False):
    """One task to change. A field left out stays as it is; null empties it."""

    id: Required[int]
    """Id of the task to change."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to, in place of those before."""

    auto_log_time: bool | None
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    description: str | None
    """What the task is about."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    integration_ext_id: int | None
    """Id of the linked thing in another system."""

    integration_source: str | None
    """Name of that other system."""

    name: str
    """Name of the task."""

    notes: str | None
    """Notes on the task."""

    parent_task_id: int | None
    """Id of the task this is a sub-task of."""

    pinned: bool | None
    """Whether the task is pinned."""

    position: int | None
    """Place of the task in a list sorted by hand."""

    priority: str | None
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: datetime.datetime | None
    """When the user made the task a priority."""

    private: bool | None
    """Whether only the user sees the task."""

    rrule: str | None
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None
    """Id of the status."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""
