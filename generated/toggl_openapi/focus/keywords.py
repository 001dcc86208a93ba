# generated from spec/focus.yaml by `make generate` - do not edit
"""The keyword arguments of operations and the fields of request objects, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from . import models

__all__ = [
    "ListUsersFilters",
    "ListProjectsFilters",
    "ListStatusesFilters",
    "ListTagsFilters",
    "ListClientsFilters",
    "ListTasksFilters",
    "DeleteTasksFilters",
    "StreamTasksFilters",
    "ListRecurringTasksFilters",
    "FindTaskByExternalIdFilters",
    "GetTaskFilters",
    "DeleteTaskFilters",
    "PatchTaskFilters",
    "ArchiveTaskFilters",
    "ListChildTasksFilters",
    "ListParentTasksFilters",
    "TaskCreateFields",
    "TaskBulkCreateFields",
    "TaskReplaceFields",
    "TaskPatchFields",
    "TaskPatchItemFields",
    "TaskIdsFields",
    "TaskDuplicateFields",
]


class ListUsersFilters(TypedDict, total=False):
    """Keyword arguments of `list_users`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    workspaces: Sequence[int]
    """Only users of one of these workspaces, by id."""

    user_account_ids: Sequence[int]
    """Only users with one of these account ids."""

    org_user_ids: Sequence[int]
    """Only users with one of these ids in the organization."""

    groups: Sequence[int]
    """Only users in one of these groups, by id."""

    toggl_products: Sequence[str]
    """Only users with access to one of these products. The values are not documented."""

    active_status: Sequence[str]
    """Only users in one of these states. The values are not documented."""

    roles: Sequence[int]
    """Only users with one of these roles, by id."""

    only_admins: bool
    """True lists only administrators."""

    filter: str
    """Only users whose name or e-mail address contains this text (assumed)."""

    sort_dir: str
    """Direction of the sort order. The values are not documented."""

    tag_ids: Sequence[int]
    """Only users with one of these tags."""

    include_working_hours: bool
    """Whether to include `working_hours`."""

    include_rates: bool
    """Whether to include hourly rates."""

    pinned_ids: Sequence[int]
    """Users to list first, by id (assumed)."""

    has_group: bool
    """True lists only users in a group, false only the others."""

    cf_filter: Sequence[str]
    """Conditions on custom fields. Their syntax is not documented."""

    include_custom_fields: bool
    """Whether to include `custom_field_values`."""


class ListProjectsFilters(TypedDict, total=False):
    """Keyword arguments of `list_projects`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[
        Literal[
            "-active",
            "-billable",
            "-client_id",
            "-client_name",
            "-created_at",
            "-name",
            "-parent_project_id",
            "-pinned",
            "-private",
            "-relevance",
            "-toggl_user_id",
            "-updated_at",
            "active",
            "billable",
            "client_id",
            "client_name",
            "created_at",
            "created_by_user",
            "name",
            "parent_project_id",
            "pinned",
            "private",
            "relevance",
            "toggl_user_id",
            "updated_at",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    pinned: bool
    """True lists only pinned items, false only the others."""

    archived: bool
    """True lists only archived items, false only the others."""

    completed: bool
    """True lists only completed projects, false only the others."""

    private: bool
    """True lists only private items, false only the others."""

    name: str
    """Only items whose name contains this text."""

    client_id: Sequence[int | None]
    """Only items of one of these clients. An empty member (`client_id=`) also lists items without
    a client."""

    creator_id: Sequence[int]
    """Only projects created by one of these users."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    project_id: Sequence[int]
    """Only these projects."""

    user_id: Sequence[int]
    """Only projects of one of these users."""

    only_me: bool
    """True lists only projects of the authenticated user."""

    include_rates: bool
    """Whether to include hourly rates."""

    include_rollover: bool
    """Whether to include `rollover_mins`."""

    include_idle_recurring_templates: bool
    """Whether to include templates of recurring projects that no longer recur (assumed)."""

    include_drafts: bool
    """Whether to include projects that are drafts, or the tasks of such projects."""

    include_locked_private: bool
    """Whether to include private projects that the user has no access to (assumed)."""

    start_date: datetime.datetime
    """Only projects that start at or after this time, RFC 3339 (assumed)."""

    end_date: datetime.datetime
    """Only projects that end at or before this time, RFC 3339 (assumed)."""

    date_overlap_start: datetime.datetime
    """Start of a range that the dates of a project overlap, RFC 3339."""

    date_overlap_end: datetime.datetime
    """End of a range that the dates of a project overlap, RFC 3339."""

    cf_filter: Sequence[str]
    """Conditions on custom fields. Their syntax is not documented."""


class ListStatusesFilters(TypedDict, total=False):
    """Keyword arguments of `list_statuses`."""

    name: str
    """Only items whose name contains this text."""

    type: Literal["blocked", "done", "in_progress", "todo"]
    """Only statuses of this type."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[
        Literal[
            "-created_at",
            "-name",
            "-position",
            "-updated_at",
            "-workspace_id",
            "created_at",
            "name",
            "position",
            "updated_at",
            "workspace_id",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""


class ListTagsFilters(TypedDict, total=False):
    """Keyword arguments of `list_tags`."""

    name: str
    """Only items whose name contains this text."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[Literal["-name", "name"]]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    tag_id: Sequence[int]
    """Only these tags."""


class ListClientsFilters(TypedDict, total=False):
    """Keyword arguments of `list_clients`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[
        Literal["-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    name: str
    """Only items whose name contains this text."""


class ListTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_tasks`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    with_entries: bool
    """Whether to include time entries. The field that holds them is not documented."""

    pinned: bool
    """True lists only pinned items, false only the others."""

    order_by: Sequence[
        Literal[
            "-assignees",
            "-billable",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-position",
            "-priority",
            "-priority_at",
            "-project_id",
            "-relevance",
            "-start_date",
            "-status_id",
            "-sub_tasks_grouped",
            "-tag_ids",
            "-timeblock_now_diff",
            "-timeblock_start",
            "-updated_at",
            "-user_id",
            "assignees",
            "billable",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "position",
            "priority",
            "priority_at",
            "project_id",
            "relevance",
            "start_date",
            "status_id",
            "sub_tasks_grouped",
            "tag_ids",
            "timeblock_now_diff",
            "timeblock_start",
            "updated_at",
            "user_id",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    status_id: Sequence[int]
    """Only tasks with one of these statuses."""

    toggl_user_id: int
    """Only tasks of this user."""

    name: str
    """Only items whose name contains this text."""

    has_time_entries: bool
    """True lists only tasks with time entries, false only tasks without."""

    has_time_blocks: bool
    """True lists only tasks with time blocks, false only tasks without."""

    has_dates: bool
    """True lists tasks with a start or an end date, false tasks with neither."""

    private: bool
    """True lists only private items, false only the others."""

    archived: bool
    """True lists only archived items, false only the others."""

    include_project_completed: bool
    """Whether to include tasks of completed projects."""

    include_drafts: bool
    """Whether to include projects that are drafts, or the tasks of such projects."""

    project_id: Sequence[int | None]
    """Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks
    without a project."""

    parent_task_id: Sequence[int | None]
    """Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks
    without a parent."""

    start_date: datetime.datetime
    """Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `end_date`."""

    end_date: datetime.datetime
    """End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `start_date`."""

    active_by_date: datetime.datetime
    """Only tasks that are active on this date, given as an RFC 3339 time."""

    start_date_from: datetime.datetime
    """Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`."""

    start_date_to: datetime.datetime
    """Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`."""

    end_date_from: datetime.datetime
    """Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`."""

    end_date_to: datetime.datetime
    """Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`."""

    dates_overlap_start: datetime.datetime
    """Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `start_date`."""

    dates_overlap_end: datetime.datetime
    """End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `end_date`."""

    estimated_mins_min: int
    """Only tasks with an estimate of at least this many minutes."""

    estimated_mins_max: int
    """Only tasks with an estimate of at most this many minutes."""

    source: Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
    """Only tasks that came from one of these sources."""

    priority: Sequence[Literal["high", "low", "medium", "none"]]
    """Only tasks with one of these priorities."""

    is_priority: bool
    """True lists only tasks that the user has marked as a priority, false only the others."""

    state: Sequence[Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]]
    """Only tasks in one of these states."""

    timeblock_start_from: datetime.datetime
    """Only tasks with a time block that starts at or after this time, RFC 3339."""

    timeblock_start_until: datetime.datetime
    """Only tasks with a time block that starts at or before this time, RFC 3339."""

    time_block_id: Sequence[int]
    """Only tasks with one of these time blocks."""

    time_block_completed: bool
    """True lists only tasks with a completed time block, false only tasks with an open one."""

    team_id: Sequence[int | None]
    """Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a
    team."""

    assignee_team_id: Sequence[int]
    """Only tasks assigned to one of these teams."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    recurring: bool
    """True lists only recurring tasks, false only the others."""

    recurring_task_ids: Sequence[int]
    """Only occurrences of one of these recurring tasks."""

    client_id: Sequence[int | None]
    """Only items of one of these clients. An empty member (`client_id=`) also lists items without
    a client."""

    include_rates: bool
    """Whether to include hourly rates."""

    include_ghost_assignees: bool
    """Whether to include `ghost_assignee_ids`, the assignees without an account."""

    assignee_ghost_id: Sequence[int]
    """Only tasks assigned to one of these people without an account."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""

    include_parent_matches: bool
    """Whether to include the sub-tasks of tasks whose name matches `name` (assumed)."""

    disable_aggregations: bool
    """True leaves out the counts, the totals and the parent task, for a faster response."""

    cf_filter: Sequence[str]
    """Conditions on custom fields. Their syntax is not documented."""


class DeleteTasksFilters(TypedDict, total=False):
    """Keyword arguments of `delete_tasks`."""

    ids: Required[Sequence[int]]
    """Ids of the tasks, 1 to 100."""

    outbound_sync: bool
    """Whether to pass the change on to the system that the task was imported from."""


class StreamTasksFilters(TypedDict, total=False):
    """Keyword arguments of `stream_tasks`."""

    with_entries: bool
    """Whether to include time entries. The field that holds them is not documented."""

    pinned: bool
    """True lists only pinned items, false only the others."""

    order_by: Sequence[
        Literal[
            "-assignees",
            "-billable",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-position",
            "-priority",
            "-priority_at",
            "-project_id",
            "-relevance",
            "-start_date",
            "-status_id",
            "-sub_tasks_grouped",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "billable",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "position",
            "priority",
            "priority_at",
            "project_id",
            "relevance",
            "start_date",
            "status_id",
            "sub_tasks_grouped",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    status_id: Sequence[int]
    """Only tasks with one of these statuses."""

    toggl_user_id: int
    """Only tasks of this user."""

    name: str
    """Only items whose name contains this text."""

    has_time_entries: bool
    """True lists only tasks with time entries, false only tasks without."""

    has_time_blocks: bool
    """True lists only tasks with time blocks, false only tasks without."""

    has_dates: bool
    """True lists tasks with a start or an end date, false tasks with neither."""

    private: bool
    """True lists only private items, false only the others."""

    archived: bool
    """True lists only archived items, false only the others."""

    include_project_completed: bool
    """Whether to include tasks of completed projects."""

    include_drafts: bool
    """Whether to include projects that are drafts, or the tasks of such projects."""

    project_id: Sequence[int | None]
    """Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks
    without a project."""

    parent_task_id: Sequence[int | None]
    """Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks
    without a parent."""

    start_date: datetime.datetime
    """Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `end_date`."""

    end_date: datetime.datetime
    """End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `start_date`."""

    active_by_date: datetime.datetime
    """Only tasks that are active on this date, given as an RFC 3339 time."""

    start_date_from: datetime.datetime
    """Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`."""

    start_date_to: datetime.datetime
    """Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`."""

    end_date_from: datetime.datetime
    """Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`."""

    end_date_to: datetime.datetime
    """Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`."""

    dates_overlap_start: datetime.datetime
    """Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `start_date`."""

    dates_overlap_end: datetime.datetime
    """End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `end_date`."""

    estimated_mins_min: int
    """Only tasks with an estimate of at least this many minutes."""

    estimated_mins_max: int
    """Only tasks with an estimate of at most this many minutes."""

    source: Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
    """Only tasks that came from one of these sources."""

    priority: Sequence[Literal["high", "low", "medium", "none"]]
    """Only tasks with one of these priorities."""

    is_priority: bool
    """True lists only tasks that the user has marked as a priority, false only the others."""

    state: Sequence[Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]]
    """Only tasks in one of these states."""

    time_block_id: Sequence[int]
    """Only tasks with one of these time blocks."""

    time_block_completed: bool
    """True lists only tasks with a completed time block, false only tasks with an open one."""

    team_id: Sequence[int | None]
    """Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a
    team."""

    assignee_team_id: Sequence[int]
    """Only tasks assigned to one of these teams."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    recurring: bool
    """True lists only recurring tasks, false only the others."""

    recurring_task_ids: Sequence[int]
    """Only occurrences of one of these recurring tasks."""

    client_id: Sequence[int | None]
    """Only items of one of these clients. An empty member (`client_id=`) also lists items without
    a client."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""

    include_parent_matches: bool
    """Whether to include the sub-tasks of tasks whose name matches `name` (assumed)."""

    cf_filter: Sequence[str]
    """Conditions on custom fields. Their syntax is not documented."""


class ListRecurringTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_recurring_tasks`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    archived: bool
    """True lists only archived items, false only the others."""

    start_date: datetime.datetime
    """Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `end_date`."""

    end_date: datetime.datetime
    """End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
    together with `start_date`."""

    dates_overlap_start: datetime.datetime
    """Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `start_date`."""

    dates_overlap_end: datetime.datetime
    """End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
    `end_date`."""

    recurring_task_ids: Sequence[int]
    """Only occurrences of one of these recurring tasks."""

    team_id: Sequence[int | None]
    """Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a
    team."""

    assignee_team_id: Sequence[int]
    """Only tasks assigned to one of these teams."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""


class FindTaskByExternalIdFilters(TypedDict, total=False):
    """Keyword arguments of `find_task_by_external_id`."""

    source: Required[str]
    """Name of the other system, such as the `integration_source` of a new task."""

    ext_id: Required[int]
    """Id in the other system, such as the `integration_ext_id` of a new task."""


class GetTaskFilters(TypedDict, total=False):
    """Keyword arguments of `get_task`."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""


class DeleteTaskFilters(TypedDict, total=False):
    """Keyword arguments of `delete_task`."""

    from_recurring_task_id: int
    """Id of the recurring task, to apply the change to this occurrence and the later ones
    (assumed)."""

    outbound_sync: bool
    """Whether to pass the change on to the system that the task was imported from."""


class PatchTaskFilters(TypedDict, total=False):
    """Keyword arguments of `patch_task`."""

    from_recurring_task_id: int
    """Id of the recurring task, to apply the change to this occurrence and the later ones
    (assumed)."""


class ArchiveTaskFilters(TypedDict, total=False):
    """Keyword arguments of `archive_task`."""

    from_recurring_task_id: int
    """Id of the recurring task, to apply the change to this occurrence and the later ones
    (assumed)."""


class ListChildTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_child_tasks`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[
        Literal[
            "-assignees",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-priority",
            "-priority_at",
            "-project_id",
            "-start_date",
            "-status_id",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "priority",
            "priority_at",
            "project_id",
            "start_date",
            "status_id",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    status_id: int
    """Only tasks with this status."""

    archived: bool
    """True lists only archived items, false only the others."""

    source: Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
    """Only tasks that came from one of these sources."""

    team_id: Sequence[int | None]
    """Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a
    team."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""


class ListParentTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_parent_tasks`."""

    page: int
    """Number of the page to return, counted from 1."""

    per_page: int
    """Items on a page. The task list answers 400 for more than 100 (observed); for the other lists
    the limit is assumed."""

    order_by: Sequence[
        Literal[
            "-assignees",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-priority",
            "-priority_at",
            "-project_id",
            "-start_date",
            "-status_id",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "priority",
            "priority_at",
            "project_id",
            "start_date",
            "status_id",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
    ]
    """Sort fields, the most significant first; a leading `-` sorts in descending order."""

    status_id: int
    """Only tasks with this status."""

    archived: bool
    """True lists only archived items, false only the others."""

    source: Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
    """Only tasks that came from one of these sources."""

    team_id: Sequence[int | None]
    """Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a
    team."""

    assignee_user_id: Sequence[int | None]
    """Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists
    items that are not assigned to a user."""

    tag_id: Sequence[int | None]
    """Only items with one of these tags. An empty member (`tag_id=`) also lists items without a
    tag."""

    include_assignees: bool
    """Whether to include `assignees`, which names users and teams."""


class TaskCreateFields(TypedDict, total=False):
    """The fields of a new task. Null means the same as leaving a field out (assumed)."""

    name: Required[str]
    """Name of the task."""

    allocation_unit: Literal["flat", "percent"]
    """What the workload of the task is measured in; `flat` when left out."""

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
    """Id of the project; none when left out."""

    rrule: str | None
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None
    """Id of the status; the first one of the workspace (Todo) when left out."""

    tag_ids: Sequence[int] | None
    """Ids of the tags of the task."""

    team_assignee_ids: Sequence[int] | None
    """Ids of the teams the task is assigned to."""


class TaskBulkCreateFields(TypedDict, total=False):
    """Several new tasks."""

    tasks: Required[Sequence[models.TaskCreate | TaskCreateFields]]
    """The new tasks."""


class TaskReplaceFields(TypedDict, total=False):
    """All fields of a task. A field that is left out is emptied."""

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
    """Id of the project; none when left out."""

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
    """The fields to change. A field that is left out stays as it is; null clears it."""

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
    """One task to change. A field that is left out stays as it is; null clears it."""

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
