# generated from spec/focus.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType


class WorkspacePath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


StatusIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


ProjectIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


ParentTaskIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


TimeBlockIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TeamIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


AssigneeUserIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TagIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


RecurringTaskId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


ClientIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


AssigneeGhostIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListTasksQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    with_entries: bool | None = None
    pinned: bool | None = None
    order_by: list[str] | None = None
    status_id: list[StatusIdItem] | None = None
    toggl_user_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    name: str | None = None
    has_time_entries: bool | None = None
    has_time_blocks: bool | None = None
    has_dates: bool | None = None
    private: bool | None = None
    archived: bool | None = None
    project_id: list[ProjectIdItem] | None = None
    parent_task_id: list[ParentTaskIdItem] | None = None
    start_date: Annotated[datetime, Meta(tz=True)] | None = None
    end_date: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_start: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_end: Annotated[datetime, Meta(tz=True)] | None = None
    estimated_mins_min: Annotated[int, Meta(ge=0)] | None = None
    estimated_mins_max: Annotated[int, Meta(ge=0)] | None = None
    source: str | None = None
    priority: str | None = None
    is_priority: bool | None = None
    state: list[str] | None = None
    timeblock_start_from: Annotated[datetime, Meta(tz=True)] | None = None
    timeblock_start_until: Annotated[datetime, Meta(tz=True)] | None = None
    time_block_id: list[TimeBlockIdItem] | None = None
    time_block_completed: bool | None = None
    team_id: list[TeamIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    tag_id: list[TagIdItem] | None = None
    recurring: bool | None = None
    recurring_task_ids: list[RecurringTaskId] | None = None
    client_id: list[ClientIdItem] | None = None
    include_rates: bool | None = None
    include_ghost_assignees: bool | None = None
    assignee_ghost_id: list[AssigneeGhostIdItem] | None = None
    disable_aggregations: bool | None = None


AssigneeUserId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


GhostAssigneeId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


TagId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


class TaskCreate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)]
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    integration_ext_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    integration_source: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: Annotated[datetime, Meta(tz=True)] | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    project_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    tag_ids: list[TagId] | None | UnsetType = UNSET


class TaskBulkCreate(Struct, kw_only=True):
    tasks: Annotated[list[TaskCreate], Meta(min_length=1)]


class TaskPath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    task_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class TaskPatch(Struct, kw_only=True):
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    integration_ext_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    integration_source: str | None | UnsetType = UNSET
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: Annotated[datetime, Meta(tz=True)] | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    tag_ids: list[TagId] | None | UnsetType = UNSET


class Error(Struct, kw_only=True):
    error: str
    error_description: str
    trace_id: str


class TaskClient(Struct, kw_only=True):
    id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET


class TaskMetadata(Struct, kw_only=True):
    all_day: bool | None | UnsetType = UNSET
    calendar_event_id: int | None | UnsetType = UNSET
    calendar_id: int | None | UnsetType = UNSET
    external_id: str | None | UnsetType = UNSET
    ical_uid: str | None | UnsetType = UNSET
    meeting_link: str | None | UnsetType = UNSET
    updated_at: str | None | UnsetType = UNSET


class ProjectRate(Struct, kw_only=True):
    billable: bool | None | UnsetType = UNSET
    currency: str | None | UnsetType = UNSET
    end_at: str | None | UnsetType = UNSET
    has_more_rates: bool | None | UnsetType = UNSET
    hourly_rate: float | None | UnsetType = UNSET
    project_color: str | None | UnsetType = UNSET
    project_created_at: str | None | UnsetType = UNSET
    project_id: int | None | UnsetType = UNSET
    project_name: str | None | UnsetType = UNSET
    project_rate_id: int | None | UnsetType = UNSET
    start_at: str | None | UnsetType = UNSET
    workspace_rate_id: int | None | UnsetType = UNSET


class TaskStatus(Struct, kw_only=True):
    emoji: str | None | UnsetType = UNSET
    id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    type: str | None | UnsetType = UNSET


class TaskTag(Struct, kw_only=True):
    color: str | None | UnsetType = UNSET
    id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET


class TaskPatchItem(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    integration_ext_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    integration_source: str | None | UnsetType = UNSET
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: Annotated[datetime, Meta(tz=True)] | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    tag_ids: list[TagId] | None | UnsetType = UNSET


class TaskBulkPatch(Struct, kw_only=True):
    tasks: Annotated[list[TaskPatchItem], Meta(min_length=1)]


class TaskProject(Struct, kw_only=True):
    color: str | None | UnsetType = UNSET
    id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    rate: ProjectRate | None | UnsetType = UNSET


class ParentTask(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    assignee_user_ids: list[int] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    client: TaskClient | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    deleted_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    description: str | None | UnsetType = UNSET
    end_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    estimated_mins: int | None | UnsetType = UNSET
    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    metadata: TaskMetadata | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: int | None | UnsetType = UNSET
    parent_task_name: str | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    private: bool | None | UnsetType = UNSET
    project: TaskProject | None | UnsetType = UNSET
    project_id: int | None | UnsetType = UNSET
    recurring_task_id: int | None | UnsetType = UNSET
    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    source: str | None | UnsetType = UNSET
    start_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    status: TaskStatus | None | UnsetType = UNSET
    status_id: int | None | UnsetType = UNSET
    status_updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    tag_ids: list[int] | None | UnsetType = UNSET
    tags: list[TaskTag] | None | UnsetType = UNSET
    toggl_user_id: int | None | UnsetType = UNSET
    updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


class Task(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    assignee_user_ids: list[int] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    client: TaskClient | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    deleted_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    description: str | None | UnsetType = UNSET
    end_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    estimated_mins: int | None | UnsetType = UNSET
    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    metadata: TaskMetadata | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent: ParentTask | None | UnsetType = UNSET
    parent_task_id: int | None | UnsetType = UNSET
    parent_task_name: str | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    private: bool | None | UnsetType = UNSET
    project: TaskProject | None | UnsetType = UNSET
    project_id: int | None | UnsetType = UNSET
    recurring_task_id: int | None | UnsetType = UNSET
    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    source: str | None | UnsetType = UNSET
    start_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    status: TaskStatus | None | UnsetType = UNSET
    status_id: int | None | UnsetType = UNSET
    status_updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    sub_task_done_count: int | None | UnsetType = UNSET
    sub_task_total_count: int | None | UnsetType = UNSET
    tag_ids: list[int] | None | UnsetType = UNSET
    tags: list[TaskTag] | None | UnsetType = UNSET
    time_block_completed_count: int | None | UnsetType = UNSET
    time_block_scheduled_completed_count: int | None | UnsetType = UNSET
    time_block_scheduled_total_count: int | None | UnsetType = UNSET
    time_block_total_count: int | None | UnsetType = UNSET
    time_entry_total_count: int | None | UnsetType = UNSET
    toggl_user_id: int | None | UnsetType = UNSET
    total_blocked_time: int | None | UnsetType = UNSET
    total_scheduled_blocked_time: int | None | UnsetType = UNSET
    total_tracked_time: int | None | UnsetType = UNSET
    updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


TaskList: TypeAlias = list[Task] | None


class TaskPage(Struct, kw_only=True):
    data: list[Task] | None
    page: int
    per_page: int
    total: int
