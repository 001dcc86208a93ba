# generated from spec/focus.yaml by `make generate` - do not edit
"""The keyword arguments of operations and the fields of request objects, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Required, TypedDict

from . import models

__all__ = [
    "ListTasksFilters",
    "TaskCreateFields",
    "TaskBulkCreateFields",
    "TaskPatchFields",
    "TaskBulkPatchFields",
    "TaskPatchItemFields",
]


class ListTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_tasks`."""

    page: int
    """Which page to answer, counted from 1."""

    per_page: int
    """Tasks on a page. More than 100 answers 400."""

    with_entries: bool
    """Whether time entries come along. Which field then holds them is not documented."""

    pinned: bool
    """Only tasks that are pinned, or only those that are not."""

    order_by: Sequence[str]
    """Fields that order the list, the first one first. The page does not say how a descending
    order is asked for."""

    status_id: Sequence[int]
    """Only tasks with one of these statuses, by id."""

    toggl_user_id: int
    """Only tasks of this user."""

    name: str
    """Only tasks whose name contains this text."""

    has_time_entries: bool
    """Only tasks with, or only tasks without time entries."""

    has_time_blocks: bool
    """Only tasks with, or only tasks without time blocks."""

    has_dates: bool
    """True lists tasks with a start or an end date, false those with neither."""

    private: bool
    """Only private tasks, or only those that are not."""

    archived: bool
    """Only archived tasks, or only those that are not."""

    project_id: Sequence[int | None]
    """Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks
    without a project."""

    parent_task_id: Sequence[int | None]
    """Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks
    without a parent."""

    start_date: datetime.datetime
    """Start of a range of moments, RFC 3339; only tasks whose own dates overlap the range. Goes
    with `end_date`."""

    end_date: datetime.datetime
    """End of a range of moments, RFC 3339; only tasks whose own dates overlap the range. Goes with
    `start_date`."""

    start_date_from: datetime.datetime
    """Earliest start date of a task, RFC 3339. Legacy, the page names `start_date` in its place."""

    start_date_to: datetime.datetime
    """Latest start date of a task, RFC 3339. Legacy, the page names `start_date` in its place."""

    end_date_from: datetime.datetime
    """Earliest end date of a task, RFC 3339. Legacy, the page names `end_date` in its place."""

    end_date_to: datetime.datetime
    """Latest end date of a task, RFC 3339. Legacy, the page names `end_date` in its place."""

    dates_overlap_start: datetime.datetime
    """Start of a range that the task's dates overlap, RFC 3339. Legacy, the page names
    `start_date` in its place."""

    dates_overlap_end: datetime.datetime
    """End of a range that the task's dates overlap, RFC 3339. Legacy, the page names `start_date`
    in its place."""

    estimated_mins_min: int
    """Only tasks with an estimate of at least this many minutes."""

    estimated_mins_max: int
    """Only tasks with an estimate of at most this many minutes."""

    source: str
    """Only tasks that came from this source, such as an integration."""

    priority: str
    """Only tasks of this priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    is_priority: bool
    """Only tasks that the user has made a priority, or only the others."""

    state: Sequence[str]
    """Only tasks whose status is of one of these types. The types are not documented."""

    timeblock_start_from: datetime.datetime
    """Only tasks with a time block that starts at or after this moment, RFC 3339."""

    timeblock_start_until: datetime.datetime
    """Only tasks with a time block that starts at or before this moment, RFC 3339."""

    time_block_id: Sequence[int]
    """Only tasks with one of these time blocks, by id."""

    time_block_completed: bool
    """Only tasks with a completed time block, or only tasks with an open one."""

    team_id: Sequence[int]
    """Only tasks of one of these teams, by id."""

    assignee_user_id: Sequence[int]
    """Only tasks assigned to one of these users, by id."""

    tag_id: Sequence[int]
    """Only tasks with one of these tags, by id."""

    recurring: bool
    """Only recurring tasks, or only the others."""

    recurring_task_ids: Sequence[int]
    """Only occurrences of one of these recurring tasks, by id."""

    client_id: Sequence[int | None]
    """Only tasks of one of these clients. An empty member (`client_id=`) also lists tasks without
    a client."""

    include_rates: bool
    """Whether the rate of the project comes along in `project.rate`."""

    include_ghost_assignees: bool
    """Whether assignees without an account come along in `ghost_assignee_ids`."""

    assignee_ghost_id: Sequence[int]
    """Only tasks assigned to one of these people without an account, by id."""

    disable_aggregations: bool
    """True leaves out the counts, totals and the parent task, for a faster reply."""


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
