# generated from spec/focus.yaml by `make generate` - do not edit
"""The fields of request objects as dicts, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from . import models

__all__ = [
    "TaskCreateFields",
    "TaskBulkCreateFields",
    "TaskReplaceFields",
    "TaskPatchFields",
    "TaskPatchItemFields",
    "TaskIdsFields",
    "TaskDuplicateFields",
]


class TaskCreateFields(TypedDict, total=False):
    """The fields of a new task. Null has the same effect as omitting the field (assumed)."""

    name: Required[str]
    """Name of the task."""

    allocation_unit: Literal["flat", "percent"]
    """What the workload of the task is measured in; the default is `flat`."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None
    """Whether to log time from the time blocks of the task."""

    billable: bool | None
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    custom_fields: Mapping[str, Any] | None
    """Values of custom fields. Their form is not documented."""

    description: str | None
    """Description of the task."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"]
    """What the estimate covers."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    integration_ext_id: int | None
    """Id of the linked item in another system."""

    integration_source: str | None
    """Name of that other system."""

    notes: str | None
    """Notes on the task."""

    parent_task_id: int | None
    """Id of the task that this one is a sub-task of."""

    pinned: bool | None
    """Whether the task is pinned."""

    position: int | None
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"]
    """Priority of the task."""

    priority_at: datetime.date | None
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool | None
    """Whether only the user sees the task."""

    project_id: int | None
    """Id of the project; none by default."""

    rrule: str | None
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None
    """Id of the status; by default, the first one of the workspace (Todo)."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""

    team_assignee_ids: Sequence[int] | None
    """Ids of the teams the task is assigned to."""


class TaskBulkCreateFields(TypedDict, total=False):
    """Several new tasks."""

    tasks: Required[Sequence[models.TaskCreate | TaskCreateFields]]
    """The new tasks."""


class TaskReplaceFields(TypedDict, total=False):
    """All fields of a task. A field that is omitted is cleared."""

    name: Required[str]
    """Name of the task."""

    status_id: Required[int]
    """Id of the status."""

    allocation_unit: Literal["flat", "percent"]
    """What the workload of the task is measured in."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to."""

    auto_log_time: bool
    """Whether to log time from the time blocks of the task."""

    billable: bool
    """Whether time on the task is billable."""

    color: str
    """Colour of the task."""

    custom_fields: Mapping[str, Any] | None
    """Values of custom fields. Their form is not documented."""

    description: str
    """Description of the task."""

    end_date: datetime.date
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"]
    """What the estimate covers."""

    estimated_mins: int
    """Estimated effort in minutes."""

    notes: str
    """Notes on the task."""

    outbound_sync: bool
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int
    """Id of the task that this one is a sub-task of."""

    pinned: bool
    """Whether the task is pinned."""

    position: int | None
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"]
    """Priority of the task."""

    private: bool
    """Whether only the user sees the task."""

    project_id: int
    """Id of the project; none by default."""

    recurring_task_id: int
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date
    """First day of the task, `YYYY-MM-DD`."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""

    team_assignee_ids: Sequence[int] | None
    """Ids of the teams the task is assigned to."""


class TaskPatchFields(TypedDict, total=False):
    """The fields to change. A field that is omitted is unchanged; null clears it."""

    allocation_unit: Literal["flat", "percent"]
    """What the workload of the task is measured in."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to, in place of the previous ones."""

    auto_log_time: bool | None
    """Whether to log time from the time blocks of the task."""

    billable: bool
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    custom_fields: Mapping[str, Any] | None
    """Values of custom fields. Their form is not documented."""

    description: str | None
    """Description of the task."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"]
    """What the estimate covers."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    name: str
    """Name of the task."""

    notes: str | None
    """Notes on the task."""

    outbound_sync: bool
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int | None
    """Id of the task that this one is a sub-task of."""

    pinned: bool
    """Whether the task is pinned."""

    position: int | None
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"]
    """Priority of the task."""

    priority_at: datetime.date | None
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool
    """Whether only the user sees the task."""

    recurring_task_id: int | None
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int
    """Id of the status."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task, in place of the previous ones."""

    team_assignee_ids: Sequence[int] | None
    """Ids of the teams the task is assigned to, in place of the previous ones."""


class TaskPatchItemFields(TypedDict, total=False):
    """One task to change. A field that is omitted is unchanged; null clears it."""

    id: Required[int]
    """Id of the task to change."""

    allocation_unit: Literal["flat", "percent"]
    """What the workload of the task is measured in."""

    assignee_user_ids: Sequence[int] | None
    """Ids of the users the task is assigned to, in place of the previous ones."""

    auto_log_time: bool | None
    """Whether to log time from the time blocks of the task."""

    billable: bool
    """Whether time on the task is billable."""

    color: str | None
    """Colour of the task."""

    custom_fields: Mapping[str, Any] | None
    """Values of custom fields. Their form is not documented."""

    description: str | None
    """Description of the task."""

    end_date: datetime.date | None
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"]
    """What the estimate covers."""

    estimated_mins: int | None
    """Estimated effort in minutes."""

    ghost_assignee_ids: Sequence[int] | None
    """Ids of assignees without an account."""

    name: str
    """Name of the task."""

    notes: str | None
    """Notes on the task."""

    outbound_sync: bool
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int | None
    """Id of the task that this one is a sub-task of."""

    pinned: bool
    """Whether the task is pinned."""

    position: int | None
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"]
    """Priority of the task."""

    priority_at: datetime.date | None
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool
    """Whether only the user sees the task."""

    recurring_task_id: int | None
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int
    """Id of the status."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task, in place of the previous ones."""

    team_assignee_ids: Sequence[int] | None
    """Ids of the teams the task is assigned to, in place of the previous ones."""


class TaskIdsFields(TypedDict, total=False):
    """Several tasks."""

    task_ids: Required[Sequence[int]]
    """Ids of the tasks."""


class TaskDuplicateFields(TypedDict, total=False):
    """Which tasks to duplicate, and how."""

    cascade_duplicate_children: Required[bool]
    """Whether to duplicate their sub-tasks too."""

    task_ids: Required[Sequence[int]]
    """Ids of the tasks."""
