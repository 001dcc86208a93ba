# generated from spec/focus.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType


class OrganizationPath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


Workspace: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


UserAccountId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


OrgUserId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


Group: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


Role: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TagId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


PinnedId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListUsersQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    workspaces: list[Workspace] | None = None
    user_account_ids: list[UserAccountId] | None = None
    org_user_ids: list[OrgUserId] | None = None
    groups: list[Group] | None = None
    toggl_products: list[str] | None = None
    active_status: list[str] | None = None
    roles: list[Role] | None = None
    only_admins: bool | None = None
    filter: str | None = None
    sort_dir: str | None = None
    tag_ids: list[TagId] | None = None
    include_working_hours: bool | None = None
    include_rates: bool | None = None
    pinned_ids: list[PinnedId] | None = None
    has_group: bool | None = None
    cf_filter: list[str] | None = None
    include_custom_fields: bool | None = None


class OrganizationWorkspacePath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


ClientIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


CreatorIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TagIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


AssigneeUserIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


ProjectIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


UserIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListProjectsQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    order_by: (
        list[
            Literal[
                "name",
                "-name",
                "client_id",
                "-client_id",
                "client_name",
                "-client_name",
                "parent_project_id",
                "-parent_project_id",
                "private",
                "-private",
                "active",
                "-active",
                "billable",
                "-billable",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "toggl_user_id",
                "-toggl_user_id",
                "created_by_user",
                "pinned",
                "-pinned",
                "relevance",
                "-relevance",
            ]
        ]
        | None
    ) = None
    pinned: bool | None = None
    archived: bool | None = None
    completed: bool | None = None
    private: bool | None = None
    name: str | None = None
    client_id: list[ClientIdItem] | None = None
    creator_id: list[CreatorIdItem] | None = None
    tag_id: list[TagIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    project_id: list[ProjectIdItem] | None = None
    user_id: list[UserIdItem] | None = None
    only_me: bool | None = None
    include_rates: bool | None = None
    include_rollover: bool | None = None
    include_idle_recurring_templates: bool | None = None
    include_drafts: bool | None = None
    include_locked_private: bool | None = None
    start_date: Annotated[datetime, Meta(tz=True)] | None = None
    end_date: Annotated[datetime, Meta(tz=True)] | None = None
    date_overlap_start: Annotated[datetime, Meta(tz=True)] | None = None
    date_overlap_end: Annotated[datetime, Meta(tz=True)] | None = None
    cf_filter: list[str] | None = None


class ProjectPath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class WorkspacePath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListStatusesQuery(Struct, kw_only=True):
    name: str | None = None
    type: Literal["todo", "in_progress", "done", "blocked"] | None = None
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    order_by: (
        list[
            Literal[
                "name",
                "-name",
                "workspace_id",
                "-workspace_id",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "position",
                "-position",
            ]
        ]
        | None
    ) = None


TagIdItem1: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListTagsQuery(Struct, kw_only=True):
    name: str | None = None
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    order_by: list[Literal["name", "-name"]] | None = None
    tag_id: list[TagIdItem1] | None = None


class ListClientsQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    order_by: (
        list[Literal["name", "-name", "active", "-active", "created_at", "-created_at", "updated_at", "-updated_at"]]
        | None
    ) = None
    name: str | None = None


StatusIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


ProjectIdItem1: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


ParentTaskIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


TimeBlockIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TeamIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


AssigneeTeamIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


TagIdItem2: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)] | None


RecurringTaskId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


AssigneeGhostIdItem: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListTasksQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    with_entries: bool | None = None
    pinned: bool | None = None
    order_by: (
        list[
            Literal[
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "position",
                "-position",
                "timeblock_start",
                "-timeblock_start",
                "timeblock_now_diff",
                "-timeblock_now_diff",
                "billable",
                "-billable",
                "relevance",
                "-relevance",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
                "sub_tasks_grouped",
                "-sub_tasks_grouped",
            ]
        ]
        | None
    ) = None
    status_id: list[StatusIdItem] | None = None
    toggl_user_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    name: str | None = None
    has_time_entries: bool | None = None
    has_time_blocks: bool | None = None
    has_dates: bool | None = None
    private: bool | None = None
    archived: bool | None = None
    include_project_completed: bool | None = None
    include_drafts: bool | None = None
    project_id: list[ProjectIdItem1] | None = None
    parent_task_id: list[ParentTaskIdItem] | None = None
    start_date: Annotated[datetime, Meta(tz=True)] | None = None
    end_date: Annotated[datetime, Meta(tz=True)] | None = None
    active_by_date: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_start: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_end: Annotated[datetime, Meta(tz=True)] | None = None
    estimated_mins_min: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    estimated_mins_max: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    source: list[Literal["plan", "focus", "google_calendar", "outlook_calendar"]] | None = None
    priority: list[Literal["none", "low", "medium", "high"]] | None = None
    is_priority: bool | None = None
    state: list[Literal["timeblocked", "not_timeblocked", "tracked", "not_tracked", "active", "done"]] | None = None
    timeblock_start_from: Annotated[datetime, Meta(tz=True)] | None = None
    timeblock_start_until: Annotated[datetime, Meta(tz=True)] | None = None
    time_block_id: list[TimeBlockIdItem] | None = None
    time_block_completed: bool | None = None
    team_id: list[TeamIdItem] | None = None
    assignee_team_id: list[AssigneeTeamIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    tag_id: list[TagIdItem2] | None = None
    recurring: bool | None = None
    recurring_task_ids: list[RecurringTaskId] | None = None
    client_id: list[ClientIdItem] | None = None
    include_rates: bool | None = None
    include_ghost_assignees: bool | None = None
    assignee_ghost_id: list[AssigneeGhostIdItem] | None = None
    include_assignees: bool | None = None
    include_parent_matches: bool | None = None
    disable_aggregations: bool | None = None
    cf_filter: list[str] | None = None


AssigneeUserId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


GhostAssigneeId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


TagId1: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


TeamAssigneeId: TypeAlias = Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]


Id: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class DeleteTasksQuery(Struct, kw_only=True):
    ids: Annotated[list[Id], Meta(max_length=100, min_length=1)]
    outbound_sync: bool | None = None


TaskId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class TaskIds(Struct, kw_only=True):
    task_ids: Annotated[list[TaskId], Meta(max_length=100, min_length=1)]


class TaskDuplicate(Struct, kw_only=True):
    cascade_duplicate_children: bool
    task_ids: Annotated[list[TaskId], Meta(max_length=100, min_length=1)]


class StreamTasksQuery(Struct, kw_only=True):
    with_entries: bool | None = None
    pinned: bool | None = None
    order_by: (
        list[
            Literal[
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "position",
                "-position",
                "billable",
                "-billable",
                "relevance",
                "-relevance",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
                "sub_tasks_grouped",
                "-sub_tasks_grouped",
            ]
        ]
        | None
    ) = None
    status_id: list[StatusIdItem] | None = None
    toggl_user_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    name: str | None = None
    has_time_entries: bool | None = None
    has_time_blocks: bool | None = None
    has_dates: bool | None = None
    private: bool | None = None
    archived: bool | None = None
    include_project_completed: bool | None = None
    include_drafts: bool | None = None
    project_id: list[ProjectIdItem1] | None = None
    parent_task_id: list[ParentTaskIdItem] | None = None
    start_date: Annotated[datetime, Meta(tz=True)] | None = None
    end_date: Annotated[datetime, Meta(tz=True)] | None = None
    active_by_date: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    start_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_from: Annotated[datetime, Meta(tz=True)] | None = None
    end_date_to: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_start: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_end: Annotated[datetime, Meta(tz=True)] | None = None
    estimated_mins_min: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    estimated_mins_max: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    source: list[Literal["plan", "focus", "google_calendar", "outlook_calendar"]] | None = None
    priority: list[Literal["none", "low", "medium", "high"]] | None = None
    is_priority: bool | None = None
    state: list[Literal["timeblocked", "not_timeblocked", "tracked", "not_tracked", "active", "done"]] | None = None
    time_block_id: list[TimeBlockIdItem] | None = None
    time_block_completed: bool | None = None
    team_id: list[TeamIdItem] | None = None
    assignee_team_id: list[AssigneeTeamIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    tag_id: list[TagIdItem2] | None = None
    recurring: bool | None = None
    recurring_task_ids: list[RecurringTaskId] | None = None
    client_id: list[ClientIdItem] | None = None
    include_assignees: bool | None = None
    include_parent_matches: bool | None = None
    cf_filter: list[str] | None = None


class ListRecurringTasksQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    archived: bool | None = None
    start_date: Annotated[datetime, Meta(tz=True)] | None = None
    end_date: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_start: Annotated[datetime, Meta(tz=True)] | None = None
    dates_overlap_end: Annotated[datetime, Meta(tz=True)] | None = None
    recurring_task_ids: list[RecurringTaskId] | None = None
    team_id: list[TeamIdItem] | None = None
    assignee_team_id: list[AssigneeTeamIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    tag_id: list[TagIdItem2] | None = None
    include_assignees: bool | None = None


class FindTaskByExternalIdQuery(Struct, kw_only=True):
    source: str
    ext_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class TaskPath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    task_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class GetTaskQuery(Struct, kw_only=True):
    include_assignees: bool | None = None


class DeleteTaskQuery(Struct, kw_only=True):
    from_recurring_task_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    outbound_sync: bool | None = None


class PatchTaskQuery(Struct, kw_only=True):
    from_recurring_task_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None


class ArchiveTaskQuery(PatchTaskQuery, kw_only=True):
    pass


class ListChildTasksQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=100)] = 20
    order_by: (
        list[
            Literal[
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
            ]
        ]
        | None
    ) = None
    status_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    archived: bool | None = None
    source: list[Literal["plan", "focus", "google_calendar", "outlook_calendar"]] | None = None
    team_id: list[TeamIdItem] | None = None
    assignee_user_id: list[AssigneeUserIdItem] | None = None
    tag_id: list[TagIdItem2] | None = None
    include_assignees: bool | None = None


class ListParentTasksQuery(ListChildTasksQuery, kw_only=True):
    pass


class UserSettings(Struct, kw_only=True):
    calendar_task_creation_behavior: str | None | UnsetType = UNSET
    current_workspace_id: int | None | UnsetType = UNSET
    date_format: str | None | UnsetType = UNSET
    default_page: str | None | UnsetType = UNSET
    duration_format: str | None | UnsetType = UNSET
    language_code: str | None | UnsetType = UNSET
    start_week_on: int | None | UnsetType = UNSET
    theme: str | None | UnsetType = UNSET
    time_format: str | None | UnsetType = UNSET
    timezone: str | None | UnsetType = UNSET


class UserGroup(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    emoji: str | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    workspace_ids: list[int] | None | UnsetType = UNSET


class UserTag(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    color: str | None | UnsetType = UNSET
    label: str | None | UnsetType = UNSET


class UserWorkspace(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    focus_role_id: int | None | UnsetType = UNSET
    groups: list[UserGroup] | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    toggl_products: list[str] | None | UnsetType = UNSET
    track_role_id: int | None | UnsetType = UNSET
    work_role_id: int | None | UnsetType = UNSET
    workspace_user_id: int | None | UnsetType = UNSET


class ProjectFee(Struct, kw_only=True):
    amount: float | None | UnsetType = UNSET
    currency: str | None | UnsetType = UNSET


class Status(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    created_at: str | None | UnsetType = UNSET
    deleted_at: str | None | UnsetType = UNSET
    emoji: str | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    type: str | None | UnsetType = UNSET
    updated_at: str | None | UnsetType = UNSET


class Tag(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
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
    updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


class WorkspaceClient(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    active: bool | None | UnsetType = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    currency: str | None | UnsetType = UNSET
    deleted_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    toggl_user_id: int | None | UnsetType = UNSET
    updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


class TaskAssignment(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    type: str | None | UnsetType = UNSET


class TaskClient(Struct, kw_only=True):
    id: int | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET


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
    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    outbound_sync: bool | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | UnsetType = UNSET
    position: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET
    priority: Literal["none", "low", "medium", "high"] | UnsetType = UNSET
    priority_at: date | None | UnsetType = UNSET
    private: bool | UnsetType = UNSET
    recurring_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    tag_ids: list[TagId1] | None | UnsetType = UNSET
    team_assignee_ids: list[TeamAssigneeId] | None | UnsetType = UNSET


class TaskCreate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)]
    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    integration_ext_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    integration_source: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    priority: Literal["none", "low", "medium", "high"] | UnsetType = UNSET
    priority_at: date | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    project_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    tag_ids: list[TagId1] | None | UnsetType = UNSET
    team_assignee_ids: list[TeamAssigneeId] | None | UnsetType = UNSET


class TaskBulkCreate(Struct, kw_only=True):
    tasks: Annotated[list[TaskCreate], Meta(max_length=100, min_length=1)]


TaskPatchList: TypeAlias = Annotated[list[TaskPatchItem], Meta(max_length=100, min_length=1)]


class TaskReplace(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)]
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]
    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | UnsetType = UNSET
    billable: bool | UnsetType = UNSET
    color: str | UnsetType = UNSET
    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    description: str | UnsetType = UNSET
    end_date: date | UnsetType = UNSET
    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0, le=9223372036854775807)] | UnsetType = UNSET
    notes: str | UnsetType = UNSET
    outbound_sync: bool | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    pinned: bool | UnsetType = UNSET
    position: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET
    priority: Literal["none", "low", "medium", "high"] | UnsetType = UNSET
    private: bool | UnsetType = UNSET
    project_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    recurring_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | UnsetType = UNSET
    tag_ids: list[TagId1] | None | UnsetType = UNSET
    team_assignee_ids: list[TeamAssigneeId] | None | UnsetType = UNSET


class TaskPatch(Struct, kw_only=True):
    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    assignee_user_ids: list[AssigneeUserId] | None | UnsetType = UNSET
    auto_log_time: bool | None | UnsetType = UNSET
    billable: bool | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    description: str | None | UnsetType = UNSET
    end_date: date | None | UnsetType = UNSET
    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    estimated_mins: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None | UnsetType = UNSET
    ghost_assignee_ids: list[GhostAssigneeId] | None | UnsetType = UNSET
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    outbound_sync: bool | UnsetType = UNSET
    parent_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    pinned: bool | UnsetType = UNSET
    position: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET
    priority: Literal["none", "low", "medium", "high"] | UnsetType = UNSET
    priority_at: date | None | UnsetType = UNSET
    private: bool | UnsetType = UNSET
    recurring_task_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    start_date: date | None | UnsetType = UNSET
    status_id: Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)] | UnsetType = UNSET
    tag_ids: list[TagId1] | None | UnsetType = UNSET
    team_assignee_ids: list[TeamAssigneeId] | None | UnsetType = UNSET


class Error(Struct, kw_only=True):
    error: str
    error_description: str
    error_values: dict[str, Any] | None | UnsetType = UNSET
    trace_id: str | UnsetType = UNSET


class OrganizationUser(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    account_locked_at: str | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    admin: bool | None | UnsetType = UNSET
    can_edit_personal_details: bool | None | UnsetType = UNSET
    created_at: str | None | UnsetType = UNSET
    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    deleted_at: str | None | UnsetType = UNSET
    email: str | None | UnsetType = UNSET
    groups: list[UserGroup] | None | UnsetType = UNSET
    invite_sent: bool | None | UnsetType = UNSET
    joined: bool | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    organization_id: int | None | UnsetType = UNSET
    owner: bool | None | UnsetType = UNSET
    permissions: dict[str, Any] | None | UnsetType = UNSET
    rate: dict[str, Any] | None | UnsetType = UNSET
    tags: list[UserTag] | None | UnsetType = UNSET
    updated_at: str | None | UnsetType = UNSET
    user_account_id: int | None | UnsetType = UNSET
    user_id: str | None | UnsetType = UNSET
    working_hours: float | None | UnsetType = UNSET
    workspaces: list[UserWorkspace] | None | UnsetType = UNSET


class Project(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    active: bool | None | UnsetType = UNSET
    alert_status: dict[str, Any] | None | UnsetType = UNSET
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    auto_compute_estimates: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    client: TaskClient | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    completed_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    completion_mode: str | None | UnsetType = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    deleted_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    description: str | None | UnsetType = UNSET
    draft: bool | None | UnsetType = UNSET
    end_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    estimated_mins: int | None | UnsetType = UNSET
    fixed_fee: ProjectFee | None | UnsetType = UNSET
    is_template: bool | None | UnsetType = UNSET
    parent_project_id: int | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    rate: ProjectRate | None | UnsetType = UNSET
    recurring_project_id: int | None | UnsetType = UNSET
    rollover_mins: int | None | UnsetType = UNSET
    rollover_mode: str | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    source_template_id: int | None | UnsetType = UNSET
    start_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    tag_ids: list[int] | None | UnsetType = UNSET
    tags: list[TaskTag] | None | UnsetType = UNSET
    task_estimated_mins: int | None | UnsetType = UNSET
    toggl_user_id: int | None | UnsetType = UNSET
    total_tasks: int | None | UnsetType = UNSET
    total_tracked_secs: int | None | UnsetType = UNSET
    updated_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


class StatusPage(Struct, kw_only=True):
    data: list[Status] | None
    page: int
    per_page: int


class TagPage(Struct, kw_only=True):
    data: list[Tag] | None
    page: int
    per_page: int
    total: int


class WorkspaceClientPage(Struct, kw_only=True):
    data: list[WorkspaceClient] | None
    page: int
    per_page: int


class TaskMetadata(Struct, kw_only=True):
    all_day: bool | None | UnsetType = UNSET
    calendar_event_id: int | None | UnsetType = UNSET
    calendar_id: int | None | UnsetType = UNSET
    extension_source: str | None | UnsetType = UNSET
    extension_url: str | None | UnsetType = UNSET
    external_id: str | None | UnsetType = UNSET
    ical_uid: str | None | UnsetType = UNSET
    last_asserted_track_project_id: int | None | UnsetType = UNSET
    meeting_link: str | None | UnsetType = UNSET
    project_assignment: dict[str, Any] | None | UnsetType = UNSET
    updated_at: str | None | UnsetType = UNSET


class TaskProject(Struct, kw_only=True):
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    client: TaskClient | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    draft: bool | None | UnsetType = UNSET
    id: int | None | UnsetType = UNSET
    is_template: bool | None | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    rate: ProjectRate | None | UnsetType = UNSET


OrganizationUserList: TypeAlias = list[OrganizationUser] | None


class ProjectPage(Struct, kw_only=True):
    data: list[Project] | None
    page: int
    per_page: int
    total: int


class ParentTask(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    allocation_unit: str | None | UnsetType = UNSET
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    assignee_user_ids: list[int] | None | UnsetType = UNSET
    assignees: list[TaskAssignment] | None | UnsetType = UNSET
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
    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
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
    estimate_type: str | None | UnsetType = UNSET
    estimated_mins: int | None | UnsetType = UNSET
    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    is_template: bool | None | UnsetType = UNSET
    metadata: TaskMetadata | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent_task_id: int | None | UnsetType = UNSET
    parent_task_name: str | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: str | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    project: TaskProject | None | UnsetType = UNSET
    project_id: int | None | UnsetType = UNSET
    recurrence_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    recurring_task_id: int | None | UnsetType = UNSET
    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    source: str | None | UnsetType = UNSET
    source_template_task_id: int | None | UnsetType = UNSET
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
    allocation_unit: str | None | UnsetType = UNSET
    archived_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    assignee_user_ids: list[int] | None | UnsetType = UNSET
    assignees: list[TaskAssignment] | None | UnsetType = UNSET
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
    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
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
    estimate_type: str | None | UnsetType = UNSET
    estimated_mins: int | None | UnsetType = UNSET
    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    is_template: bool | None | UnsetType = UNSET
    metadata: TaskMetadata | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    parent: ParentTask | None | UnsetType = UNSET
    parent_task_id: int | None | UnsetType = UNSET
    parent_task_name: str | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    position: int | None | UnsetType = UNSET
    priority: str | None | UnsetType = UNSET
    priority_at: str | None | UnsetType = UNSET
    private: bool | None | UnsetType = UNSET
    project: TaskProject | None | UnsetType = UNSET
    project_id: int | None | UnsetType = UNSET
    recurrence_date: Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\d$")] | None | UnsetType = UNSET
    recurring_task_id: int | None | UnsetType = UNSET
    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    rrule: str | None | UnsetType = UNSET
    source: str | None | UnsetType = UNSET
    source_template_task_id: int | None | UnsetType = UNSET
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


class UncountedTaskPage(Struct, kw_only=True):
    data: list[Task] | None
    page: int
    per_page: int
