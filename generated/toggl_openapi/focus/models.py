# generated from spec/focus.yaml by `make generate` - do not edit
"""What goes over the wire, as structs of msgspec, which decodes and encodes them directly.

A field that was absent is `msgspec.UNSET`; null is None. In classes that the service sends, enums are plain values.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from ..representation import to_timedelta, without_unset

__all__ = [
    "Error",
    "Task",
    "ParentTask",
    "TaskClient",
    "TaskMetadata",
    "TaskProject",
    "ProjectRate",
    "TaskStatus",
    "TaskTag",
    "TaskPage",
    "TaskCreate",
    "TaskBulkCreate",
    "TaskPatch",
    "TaskBulkPatch",
    "TaskPatchItem",
]


class Error(Struct, kw_only=True, weakref=True):
    """What went wrong."""

    error: str
    """Short name of the error, such as `invalid_session` or `validation`."""

    error_description: str
    """What went wrong, for people."""

    trace_id: str
    """Names the request in the vendor's logs, 32 hex digits; quote it when asking support."""

    __repr__ = without_unset


class Task(Struct, kw_only=True, weakref=True):
    """A task in Toggl Focus."""

    id: int
    """Id of the task."""

    name: str
    """Name of the task."""

    workspace_id: int
    """Id of the workspace."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was archived; null while it is not."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of the task's project."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was created, RFC 3339."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was deleted; null while it exists."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: int | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account; asked for with `include_ghost_assignees`."""

    metadata: TaskMetadata | None | UnsetType = UNSET
    """What an integration knows of the task, such as the calendar event it came from."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent: ParentTask | None | UnsetType = UNSET
    """The task that a sub-task belongs to, without its own parent and without counts and totals."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task this is a sub-task of; null for a task of its own."""

    parent_task_name: str | None | UnsetType = UNSET
    """Name of the task this is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Place of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user made the task a priority."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project: TaskProject | None | UnsetType = UNSET
    """The project of the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; null for none."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task this is an occurrence of."""

    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    """Of which day a recurring task is an occurrence. Its fields are not documented."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    source: str | None | UnsetType = UNSET
    """Where the task came from."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status: TaskStatus | None | UnsetType = UNSET
    """The status of the task."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status."""

    status_updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the status last changed."""

    sub_task_done_count: int | None | UnsetType = UNSET
    """How many sub-tasks are done."""

    sub_task_total_count: int | None | UnsetType = UNSET
    """How many sub-tasks there are."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    tags: list[TaskTag] | None | UnsetType = UNSET
    """The tags of the task."""

    time_block_completed_count: int | None | UnsetType = UNSET
    """How many time blocks are completed."""

    time_block_scheduled_completed_count: int | None | UnsetType = UNSET
    """How many scheduled time blocks are completed."""

    time_block_scheduled_total_count: int | None | UnsetType = UNSET
    """How many time blocks are scheduled."""

    time_block_total_count: int | None | UnsetType = UNSET
    """How many time blocks there are."""

    time_entry_total_count: int | None | UnsetType = UNSET
    """How many time entries there are."""

    toggl_user_id: int | None | UnsetType = UNSET
    """Id of the user who owns the task."""

    total_blocked_time: int | None | UnsetType = UNSET
    """Time in the task's time blocks, all together. The unit is not documented; seconds, to go by
    `total_tracked_time`."""

    total_scheduled_blocked_time: int | None | UnsetType = UNSET
    """Time in the task's scheduled time blocks. The unit is not documented; seconds, to go by
    `total_tracked_time`."""

    total_tracked_time: int | None | UnsetType = UNSET
    """Time tracked on the task. The page has no unit; users report seconds."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task last changed, RFC 3339."""

    __repr__ = without_unset

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration

    @property
    def tracked(self) -> datetime.timedelta | None:
        """`total_tracked_time` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.total_tracked_time, "seconds")
        return duration


class ParentTask(Struct, kw_only=True, weakref=True):
    """The task that a sub-task belongs to, without its own parent and without counts and totals."""

    id: int
    """Id of the task."""

    name: str
    """Name of the task."""

    workspace_id: int
    """Id of the workspace."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was archived; null while it is not."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of the task's project."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was created, RFC 3339."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was deleted; null while it exists."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: int | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account; asked for with `include_ghost_assignees`."""

    metadata: TaskMetadata | None | UnsetType = UNSET
    """What an integration knows of the task, such as the calendar event it came from."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task this is a sub-task of; null for a task of its own."""

    parent_task_name: str | None | UnsetType = UNSET
    """Name of the task this is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Place of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user made the task a priority."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project: TaskProject | None | UnsetType = UNSET
    """The project of the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; null for none."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task this is an occurrence of."""

    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    """Of which day a recurring task is an occurrence. Its fields are not documented."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    source: str | None | UnsetType = UNSET
    """Where the task came from."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status: TaskStatus | None | UnsetType = UNSET
    """The status of the task."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status."""

    status_updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the status last changed."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    tags: list[TaskTag] | None | UnsetType = UNSET
    """The tags of the task."""

    toggl_user_id: int | None | UnsetType = UNSET
    """Id of the user who owns the task."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task last changed, RFC 3339."""

    __repr__ = without_unset

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskClient(Struct, kw_only=True, weakref=True):
    """The client of the task's project."""

    id: int | None | UnsetType = UNSET
    """Id of the client."""

    name: str | None | UnsetType = UNSET
    """Name of the client."""

    __repr__ = without_unset


class TaskMetadata(Struct, kw_only=True, weakref=True):
    """What an integration knows of the task, such as the calendar event it came from."""

    all_day: bool | None | UnsetType = UNSET
    """Whether the event takes whole days."""

    calendar_event_id: int | None | UnsetType = UNSET
    """Id of the calendar event."""

    calendar_id: int | None | UnsetType = UNSET
    """Id of the calendar."""

    external_id: str | None | UnsetType = UNSET
    """Id in the other system."""

    ical_uid: str | None | UnsetType = UNSET
    """Id of the event across calendars (RFC 5545 UID)."""

    meeting_link: str | None | UnsetType = UNSET
    """Where the meeting takes place online."""

    updated_at: str | None | UnsetType = UNSET
    """When the other system last changed it."""

    __repr__ = without_unset


class TaskProject(Struct, kw_only=True, weakref=True):
    """The project of the task."""

    color: str | None | UnsetType = UNSET
    """Colour of the project."""

    id: int | None | UnsetType = UNSET
    """Id of the project."""

    name: str | None | UnsetType = UNSET
    """Name of the project."""

    permissions: list[str] | None | UnsetType = UNSET
    """What the user may do with the project."""

    private: bool | None | UnsetType = UNSET
    """Whether only members see the project."""

    rate: ProjectRate | None | UnsetType = UNSET
    """The rate of a project; asked for with `include_rates`."""

    __repr__ = without_unset


class ProjectRate(Struct, kw_only=True, weakref=True):
    """The rate of a project; asked for with `include_rates`."""

    billable: bool | None | UnsetType = UNSET
    """Whether the project is billable."""

    currency: str | None | UnsetType = UNSET
    """Currency of the rate."""

    end_at: str | None | UnsetType = UNSET
    """When the rate ends."""

    has_more_rates: bool | None | UnsetType = UNSET
    """Whether the project has more rates than this one."""

    hourly_rate: float | None | UnsetType = UNSET
    """Price of an hour in that currency."""

    project_color: str | None | UnsetType = UNSET
    """Colour of the project."""

    project_created_at: str | None | UnsetType = UNSET
    """When the project was created."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project."""

    project_name: str | None | UnsetType = UNSET
    """Name of the project."""

    project_rate_id: int | None | UnsetType = UNSET
    """Id of this rate of the project."""

    start_at: str | None | UnsetType = UNSET
    """When the rate starts."""

    workspace_rate_id: int | None | UnsetType = UNSET
    """Id of the workspace's rate it stands in for."""

    __repr__ = without_unset


class TaskStatus(Struct, kw_only=True, weakref=True):
    """The status of the task."""

    emoji: str | None | UnsetType = UNSET
    """Symbol of the status."""

    id: int | None | UnsetType = UNSET
    """Id of the status."""

    name: str | None | UnsetType = UNSET
    """Name of the status, such as Todo."""

    type: str | None | UnsetType = UNSET
    """Type of the status, which `state` filters by."""

    __repr__ = without_unset


class TaskTag(Struct, kw_only=True, weakref=True):
    """A tag of the task."""

    color: str | None | UnsetType = UNSET
    """Colour of the tag."""

    id: int | None | UnsetType = UNSET
    """Id of the tag."""

    name: str | None | UnsetType = UNSET
    """Name of the tag."""

    __repr__ = without_unset


class TaskPage(Struct, kw_only=True, weakref=True):
    """One page of the tasks of a workspace."""

    data: list[Task] | None
    """The tasks of this page; null stands for none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The most tasks that a page holds."""

    total: int
    """How many tasks all pages hold together."""

    __repr__ = without_unset


class TaskCreate(Struct, kw_only=True, weakref=True):
    """What a new task starts with."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the task."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    integration_ext_id: int | None | UnsetType = UNSET
    """Id of the linked thing in another system."""

    integration_source: str | None | UnsetType = UNSET
    """Name of that other system."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that the new one is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Place of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user made the task a priority."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; none when left out."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status; the first one of the workspace (Todo) when left out."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    __repr__ = without_unset


class TaskBulkCreate(Struct, kw_only=True, weakref=True):
    """Several new tasks."""

    tasks: Annotated[list[TaskCreate], Meta(min_length=1)]
    """The new tasks."""

    __repr__ = without_unset


class TaskPatch(Struct, kw_only=True, weakref=True):
    """The fields to change. A field left out stays as it is; null empties it."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to, in place of those before."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    integration_ext_id: int | None | UnsetType = UNSET
    """Id of the linked thing in another system."""

    integration_source: str | None | UnsetType = UNSET
    """Name of that other system."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Name of the task."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task this is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Place of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user made the task a priority."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    __repr__ = without_unset


class TaskBulkPatch(Struct, kw_only=True, weakref=True):
    """Changes of several tasks."""

    tasks: Annotated[list[TaskPatchItem], Meta(min_length=1)]
    """The tasks to change, with their changes."""

    __repr__ = without_unset


class TaskPatchItem(Struct, kw_only=True, weakref=True):
    """One task to change. A field left out stays as it is; null empties it."""

    id: Annotated[int, Meta(ge=1)]
    """Id of the task to change."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to, in place of those before."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged by itself from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    integration_ext_id: int | None | UnsetType = UNSET
    """Id of the linked thing in another system."""

    integration_source: str | None | UnsetType = UNSET
    """Name of that other system."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Name of the task."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task this is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Place of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen."""

    priority_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user made the task a priority."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    __repr__ = without_unset
