# generated from spec/focus.yaml by `make generate` - do not edit
"""The models of requests and responses, as structs of msgspec, which encodes and decodes them directly.

A field that was absent is `msgspec.UNSET`; null is None. In classes that the service sends, enums are plain values.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar, Literal

from msgspec import UNSET, Meta, UnsetType

from ..representation import Model, excess, to_timedelta

__all__ = [
    "Error",
    "UserSettings",
    "OrganizationUser",
    "UserGroup",
    "UserTag",
    "UserWorkspace",
    "ProjectPage",
    "Project",
    "ProjectFee",
    "StatusPage",
    "Status",
    "TagPage",
    "Tag",
    "WorkspaceClientPage",
    "WorkspaceClient",
    "Task",
    "ParentTask",
    "TaskAssignment",
    "TaskClient",
    "TaskMetadata",
    "TaskProject",
    "ProjectRate",
    "TaskStatus",
    "TaskTag",
    "TaskPage",
    "UncountedTaskPage",
    "TaskCreate",
    "TaskBulkCreate",
    "TaskReplace",
    "TaskPatch",
    "TaskPatchItem",
    "TaskIds",
    "TaskDuplicate",
]


class Error(Model, kw_only=True):
    """An error."""

    error: str
    """Short name of the error, such as `invalid_session` or `validation`."""

    error_description: str
    """Human-readable error message."""

    error_values: dict[str, Any] | None | UnsetType = UNSET
    """Details of the error. Its fields are not documented."""

    trace_id: str | UnsetType = UNSET
    """Identifies the request in the vendor's logs, 32 hex digits; quote it when asking support.
    Users report that it is always present; in the vendor's document it is optional."""


class UserSettings(Model, kw_only=True):
    """Settings of the authenticated user."""

    calendar_task_creation_behavior: str | None | UnsetType = UNSET
    """What happens when a calendar event has no task: `always_create`, `do_nothing` or
    `match_existing`."""

    current_workspace_id: int | None | UnsetType = UNSET
    """Id of the workspace that the user works in."""

    date_format: str | None | UnsetType = UNSET
    """How the web application writes dates: `US`, `EU` or `ISO`."""

    default_page: str | None | UnsetType = UNSET
    """Page that the web application opens first: `last-opened`, `calendar`, `inbox`, `board`,
    `timeline` or `reports`."""

    duration_format: str | None | UnsetType = UNSET
    """How the web application writes durations: `classic`, `improved` or `decimal`."""

    language_code: str | None | UnsetType = UNSET
    """Language of the web application."""

    start_week_on: int | None | UnsetType = UNSET
    """First day of the week: 0 or 1. Which days they mean is not documented."""

    theme: str | None | UnsetType = UNSET
    """Colours of the web application: `auto`, `light` or `dark`."""

    time_format: str | None | UnsetType = UNSET
    """How the web application writes times: `12h` or `24h`."""

    timezone: str | None | UnsetType = UNSET
    """Time zone of the user."""


class OrganizationUser(Model, kw_only=True):
    """A user of an organization. Which of the ids a task refers to is not documented."""

    id: int
    """Id of the user in the organization."""

    account_locked_at: str | None | UnsetType = UNSET
    """When the account was locked; null if it is not."""

    active: bool | None | UnsetType = UNSET
    """Whether the user is active."""

    admin: bool | None | UnsetType = UNSET
    """Whether the user administers the organization."""

    can_edit_personal_details: bool | None | UnsetType = UNSET
    """Whether the authenticated user may edit the details of this user."""

    created_at: str | None | UnsetType = UNSET
    """When the user was added."""

    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    """Values of custom fields, with `include_custom_fields`."""

    deleted_at: str | None | UnsetType = UNSET
    """When the user was removed; null otherwise."""

    email: str | None | UnsetType = UNSET
    """E-mail address of the user."""

    groups: list[UserGroup] | None | UnsetType = UNSET
    """Groups of the user."""

    invite_sent: bool | None | UnsetType = UNSET
    """Whether an invitation has been sent."""

    joined: bool | None | UnsetType = UNSET
    """Whether the user has accepted the invitation."""

    name: str | None | UnsetType = UNSET
    """Name of the user."""

    organization_id: int | None | UnsetType = UNSET
    """Id of the organization."""

    owner: bool | None | UnsetType = UNSET
    """Whether the user owns the organization."""

    permissions: dict[str, Any] | None | UnsetType = UNSET
    """Permissions of the user in the organization. Its fields are not documented."""

    rate: dict[str, Any] | None | UnsetType = UNSET
    """The hourly rate of a user, with `include_rates`. Its fields are not described here."""

    tags: list[UserTag] | None | UnsetType = UNSET
    """Tags of the user."""

    updated_at: str | None | UnsetType = UNSET
    """When the user last changed."""

    user_account_id: int | None | UnsetType = UNSET
    """Id of the account of the user."""

    user_id: str | None | UnsetType = UNSET
    """Another id of the user, a string."""

    working_hours: float | None | UnsetType = UNSET
    """Working hours of the user, with `include_working_hours`."""

    workspaces: list[UserWorkspace] | None | UnsetType = UNSET
    """Workspaces of the user."""


class UserGroup(Model, kw_only=True):
    """A group of users."""

    id: int
    """Id of the group."""

    emoji: str | None | UnsetType = UNSET
    """Symbol of the group."""

    name: str | None | UnsetType = UNSET
    """Name of the group."""

    workspace_ids: list[int] | None | UnsetType = UNSET
    """Ids of the workspaces of the group; missing in the groups of a workspace."""


class UserTag(Model, kw_only=True):
    """A tag of a user."""

    id: int
    """Id of the tag."""

    color: str | None | UnsetType = UNSET
    """Colour of the tag."""

    label: str | None | UnsetType = UNSET
    """Text of the tag."""


class UserWorkspace(Model, kw_only=True):
    """A workspace of a user, with the roles of the user in it."""

    id: int
    """Id of the workspace."""

    focus_role_id: int | None | UnsetType = UNSET
    """Id of the role in Toggl Focus."""

    groups: list[UserGroup] | None | UnsetType = UNSET
    """Groups of the user in this workspace."""

    name: str | None | UnsetType = UNSET
    """Name of the workspace."""

    toggl_products: list[str] | None | UnsetType = UNSET
    """Products that the user has access to."""

    track_role_id: int | None | UnsetType = UNSET
    """Id of the role in Toggl Track."""

    work_role_id: int | None | UnsetType = UNSET
    """Id of the work role."""

    workspace_user_id: int | None | UnsetType = UNSET
    """Id of the user in the workspace."""


class ProjectPage(Model, kw_only=True):
    """One page of the projects of a workspace."""

    data: list[Project] | None
    """The projects of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""

    total: int
    """Number of projects on all pages."""


class Project(Model, kw_only=True):
    """A project of a workspace."""

    id: int
    """Id of the project."""

    name: str
    """Name of the project."""

    workspace_id: int
    """Id of the workspace."""

    active: bool | None | UnsetType = UNSET
    """Whether the project is active; false for an archived one (assumed)."""

    alert_status: dict[str, Any] | None | UnsetType = UNSET
    """Alerts of the project. Its fields are not described here."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was archived; null otherwise."""

    auto_compute_estimates: bool | None | UnsetType = UNSET
    """Whether the estimate of the project is the sum of those of its tasks (assumed)."""

    billable: bool | None | UnsetType = UNSET
    """Whether the project is billable."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of a project."""

    client_id: int | None | UnsetType = UNSET
    """Id of the client; null for none."""

    color: str | None | UnsetType = UNSET
    """Colour of the project."""

    completed_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was completed; null otherwise."""

    completion_mode: str | None | UnsetType = UNSET
    """How the project is completed: `manual` or `automatic`."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was created, RFC 3339."""

    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    """Values of custom fields."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was deleted; null otherwise."""

    description: str | None | UnsetType = UNSET
    """Description of the project."""

    draft: bool | None | UnsetType = UNSET
    """Whether the project is a draft."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the project, `YYYY-MM-DD`."""

    estimated_mins: int | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    fixed_fee: ProjectFee | None | UnsetType = UNSET
    """The fixed fee of a project."""

    is_template: bool | None | UnsetType = UNSET
    """Whether the project is a template."""

    parent_project_id: int | None | UnsetType = UNSET
    """Id of the project that this one belongs to; null for none."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the project."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the project is pinned."""

    private: bool | None | UnsetType = UNSET
    """Whether only members see the project."""

    rate: ProjectRate | None | UnsetType = UNSET
    """The rate of a project, with `include_rates`."""

    recurring_project_id: int | None | UnsetType = UNSET
    """Id of the recurring project that this one is an occurrence of."""

    rollover_mins: int | None | UnsetType = UNSET
    """Minutes carried over from the previous occurrence, with `include_rollover` (assumed)."""

    rollover_mode: str | None | UnsetType = UNSET
    """What happens to minutes that are left: `expire`, `carry_all` or `carry_over`."""

    rrule: str | None | UnsetType = UNSET
    """Recurrence rule of the project, RFC 5545."""

    source_template_id: int | None | UnsetType = UNSET
    """Id of the template that the project was made from."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the project, `YYYY-MM-DD`."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the project."""

    tags: list[TaskTag] | None | UnsetType = UNSET
    """The tags of the project."""

    task_estimated_mins: int | None | UnsetType = UNSET
    """Sum of the estimates of the tasks, in minutes."""

    toggl_user_id: int | None | UnsetType = UNSET
    """Id of the user who owns the project."""

    total_tasks: int | None | UnsetType = UNSET
    """Number of tasks in the project."""

    total_tracked_secs: int | None | UnsetType = UNSET
    """Time tracked on the project, in seconds."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project last changed, RFC 3339."""

    tracked_unit: ClassVar[Literal["milliseconds", "seconds"]] = "seconds"
    """Unit of `total_tracked_secs` for `tracked`; sources disagree. To change it, assign to the class attribute."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration

    @property
    def tracked(self) -> datetime.timedelta | None:
        """`total_tracked_secs` (`tracked_unit`) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.total_tracked_secs, self.tracked_unit)
        return duration

    @property
    def remaining(self) -> datetime.timedelta | None:
        """`estimate` less `tracked`, at least zero; None without an estimate."""
        return excess(self.estimate, self.tracked)

    @property
    def overrun(self) -> datetime.timedelta | None:
        """`tracked` less `estimate`, at least zero; None without an estimate."""
        return excess(self.tracked, self.estimate)


class ProjectFee(Model, kw_only=True):
    """The fixed fee of a project."""

    amount: float | None | UnsetType = UNSET
    """Amount of the fee."""

    currency: str | None | UnsetType = UNSET
    """Currency of the fee."""


class StatusPage(Model, kw_only=True):
    """One page of the task statuses of a workspace."""

    data: list[Status] | None
    """The statuses of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""


class Status(Model, kw_only=True):
    """A status that the tasks of a workspace can have."""

    id: int
    """Id of the status."""

    name: str
    """Name of the status, such as Todo."""

    workspace_id: int
    """Id of the workspace."""

    created_at: str | None | UnsetType = UNSET
    """When the status was created."""

    deleted_at: str | None | UnsetType = UNSET
    """When the status was deleted; null otherwise."""

    emoji: str | None | UnsetType = UNSET
    """Symbol of the status."""

    position: int | None | UnsetType = UNSET
    """Position of the status among the others."""

    type: str | None | UnsetType = UNSET
    """Type of the status: `todo`, `in_progress`, `done` or `blocked`."""

    updated_at: str | None | UnsetType = UNSET
    """When the status last changed."""


class TagPage(Model, kw_only=True):
    """One page of the tags of a workspace."""

    data: list[Tag] | None
    """The tags of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""

    total: int
    """Number of tags on all pages."""


class Tag(Model, kw_only=True):
    """A tag of a workspace."""

    id: int
    """Id of the tag."""

    name: str
    """Name of the tag."""

    workspace_id: int
    """Id of the workspace."""

    color: str | None | UnsetType = UNSET
    """Colour of the tag."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the tag was created, RFC 3339."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the tag was deleted; null otherwise."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the tag last changed, RFC 3339."""


class WorkspaceClientPage(Model, kw_only=True):
    """One page of the clients of a workspace."""

    data: list[WorkspaceClient] | None
    """The clients of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""


class WorkspaceClient(Model, kw_only=True):
    """A client of a workspace. A project can belong to one."""

    id: int
    """Id of the client."""

    name: str
    """Name of the client."""

    workspace_id: int
    """Id of the workspace."""

    active: bool | None | UnsetType = UNSET
    """Whether the client is active; false for an archived one (assumed)."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the client was created, RFC 3339."""

    currency: str | None | UnsetType = UNSET
    """Currency of the client."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the client was deleted; null otherwise."""

    toggl_user_id: int | None | UnsetType = UNSET
    """Id of the user who created the client (assumed)."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the client last changed, RFC 3339."""


class Task(Model, kw_only=True):
    """A task in Toggl Focus."""

    id: int
    """Id of the task."""

    name: str
    """Name of the task."""

    workspace_id: int
    """Id of the workspace."""

    allocation_unit: str | None | UnsetType = UNSET
    """What the workload of the task is measured in: `percent` or `flat`."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was archived; null while it is not."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    assignees: list[TaskAssignment] | None | UnsetType = UNSET
    """The users and teams that the task is assigned to, with `include_assignees`."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged automatically from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of a project."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was created, RFC 3339."""

    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    """Values of custom fields."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was deleted; null while it exists."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: str | None | UnsetType = UNSET
    """What the estimate covers: `daily` or `total`."""

    estimated_mins: int | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account, with `include_ghost_assignees`."""

    is_template: bool | None | UnsetType = UNSET
    """Whether the task belongs to a template."""

    metadata: TaskMetadata | None | UnsetType = UNSET
    """Data from an integration, such as the calendar event that the task came from."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent: ParentTask | None | UnsetType = UNSET
    """The task that a sub-task belongs to, without its own parent and without counts and totals."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that this one is a sub-task of; null for none."""

    parent_task_name: str | None | UnsetType = UNSET
    """Name of the task that this one is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority: `none`, `low`, `medium` or `high`. Accept other values."""

    priority_at: str | None | UnsetType = UNSET
    """When the user marked the task as a priority. The vendor's document has a date; a time is
    possible."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project: TaskProject | None | UnsetType = UNSET
    """The project of the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; null for none."""

    recurrence_date: datetime.date | None | UnsetType = UNSET
    """Day of the recurring task that this task is an occurrence of, `YYYY-MM-DD`."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task this is an occurrence of."""

    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    """Misspelt name of `recurrence_date`. Its fields are not documented."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    source: str | None | UnsetType = UNSET
    """Where the task came from: `plan`, `focus`, `google_calendar`, `outlook_calendar` or another
    system."""

    source_template_task_id: int | None | UnsetType = UNSET
    """Id of the task of a template that this task was made from."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status: TaskStatus | None | UnsetType = UNSET
    """The status of the task."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status."""

    status_updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the status last changed."""

    sub_task_done_count: int | None | UnsetType = UNSET
    """Number of sub-tasks that are done."""

    sub_task_total_count: int | None | UnsetType = UNSET
    """Number of sub-tasks."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    tags: list[TaskTag] | None | UnsetType = UNSET
    """The tags of the task."""

    time_block_completed_count: int | None | UnsetType = UNSET
    """Number of completed time blocks."""

    time_block_scheduled_completed_count: int | None | UnsetType = UNSET
    """Number of scheduled time blocks that are completed."""

    time_block_scheduled_total_count: int | None | UnsetType = UNSET
    """Number of scheduled time blocks."""

    time_block_total_count: int | None | UnsetType = UNSET
    """Number of time blocks."""

    time_entry_total_count: int | None | UnsetType = UNSET
    """Number of time entries."""

    toggl_user_id: int | None | UnsetType = UNSET
    """Id of the user who owns the task."""

    total_blocked_time: int | None | UnsetType = UNSET
    """Total time of the task's time blocks. The unit is not documented; probably seconds, like
    `total_tracked_time`."""

    total_scheduled_blocked_time: int | None | UnsetType = UNSET
    """Total time of the task's scheduled time blocks. The unit is not documented; probably
    seconds, like `total_tracked_time`."""

    total_tracked_time: int | None | UnsetType = UNSET
    """Time tracked on the task. The page has no unit; users report seconds."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task last changed, RFC 3339."""

    tracked_unit: ClassVar[Literal["milliseconds", "seconds"]] = "seconds"
    """Unit of `total_tracked_time` for `tracked`; sources disagree. To change it, assign to the class attribute."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration

    @property
    def tracked(self) -> datetime.timedelta | None:
        """`total_tracked_time` (`tracked_unit`) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.total_tracked_time, self.tracked_unit)
        return duration

    @property
    def remaining(self) -> datetime.timedelta | None:
        """`estimate` less `tracked`, at least zero; None without an estimate, or if it is daily."""
        return excess(self.estimate, self.tracked) if self.estimate_type != "daily" else None

    @property
    def overrun(self) -> datetime.timedelta | None:
        """`tracked` less `estimate`, at least zero; None without an estimate, or if it is daily."""
        return excess(self.tracked, self.estimate) if self.estimate_type != "daily" else None


class ParentTask(Model, kw_only=True):
    """The task that a sub-task belongs to, without its own parent and without counts and totals."""

    id: int
    """Id of the task."""

    name: str
    """Name of the task."""

    workspace_id: int
    """Id of the workspace."""

    allocation_unit: str | None | UnsetType = UNSET
    """What the workload of the task is measured in: `percent` or `flat`."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was archived; null while it is not."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    assignees: list[TaskAssignment] | None | UnsetType = UNSET
    """The users and teams that the task is assigned to, with `include_assignees`."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether time is logged automatically from the task's time blocks."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of a project."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was created, RFC 3339."""

    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    """Values of custom fields."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the task was deleted; null while it exists."""

    description: str | None | UnsetType = UNSET
    """What the task is about."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: str | None | UnsetType = UNSET
    """What the estimate covers: `daily` or `total`."""

    estimated_mins: int | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account, with `include_ghost_assignees`."""

    is_template: bool | None | UnsetType = UNSET
    """Whether the task belongs to a template."""

    metadata: TaskMetadata | None | UnsetType = UNSET
    """Data from an integration, such as the calendar event that the task came from."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that this one is a sub-task of; null for none."""

    parent_task_name: str | None | UnsetType = UNSET
    """Name of the task that this one is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: str | None | UnsetType = UNSET
    """Priority: `none`, `low`, `medium` or `high`. Accept other values."""

    priority_at: str | None | UnsetType = UNSET
    """When the user marked the task as a priority. The vendor's document has a date; a time is
    possible."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project: TaskProject | None | UnsetType = UNSET
    """The project of the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; null for none."""

    recurrence_date: datetime.date | None | UnsetType = UNSET
    """Day of the recurring task that this task is an occurrence of, `YYYY-MM-DD`."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task this is an occurrence of."""

    reucrrence_date: dict[str, Any] | None | UnsetType = UNSET
    """Misspelt name of `recurrence_date`. Its fields are not documented."""

    rrule: str | None | UnsetType = UNSET
    """How the task recurs, an RFC 5545 recurrence rule."""

    source: str | None | UnsetType = UNSET
    """Where the task came from: `plan`, `focus`, `google_calendar`, `outlook_calendar` or another
    system."""

    source_template_task_id: int | None | UnsetType = UNSET
    """Id of the task of a template that this task was made from."""

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

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskAssignment(Model, kw_only=True):
    """A user or team that a task is assigned to."""

    id: int
    """Id of the user or team."""

    type: str | None | UnsetType = UNSET
    """What the id refers to: `user` or `team`."""


class TaskClient(Model, kw_only=True):
    """The client of a project."""

    id: int | None | UnsetType = UNSET
    """Id of the client."""

    name: str | None | UnsetType = UNSET
    """Name of the client."""


class TaskMetadata(Model, kw_only=True):
    """Data from an integration, such as the calendar event that the task came from."""

    all_day: bool | None | UnsetType = UNSET
    """Whether the event takes whole days."""

    calendar_event_id: int | None | UnsetType = UNSET
    """Id of the calendar event."""

    calendar_id: int | None | UnsetType = UNSET
    """Id of the calendar."""

    extension_source: str | None | UnsetType = UNSET
    """Name of the browser extension or integration that the task came from."""

    extension_url: str | None | UnsetType = UNSET
    """URL of the page that the task came from."""

    external_id: str | None | UnsetType = UNSET
    """Id in the other system."""

    ical_uid: str | None | UnsetType = UNSET
    """Id of the event across calendars (RFC 5545 UID)."""

    last_asserted_track_project_id: int | None | UnsetType = UNSET
    """Id of a project in Toggl Track."""

    meeting_link: str | None | UnsetType = UNSET
    """Where the meeting takes place online."""

    project_assignment: dict[str, Any] | None | UnsetType = UNSET
    """How the task got its project. Its fields are not described here."""

    updated_at: str | None | UnsetType = UNSET
    """When the other system last changed it."""


class TaskProject(Model, kw_only=True):
    """The project of the task."""

    archived_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was archived; null otherwise."""

    client: TaskClient | None | UnsetType = UNSET
    """The client of a project."""

    color: str | None | UnsetType = UNSET
    """Colour of the project."""

    custom_field_values: list[dict[str, Any]] | None | UnsetType = UNSET
    """Values of custom fields."""

    draft: bool | None | UnsetType = UNSET
    """Whether the project is a draft."""

    id: int | None | UnsetType = UNSET
    """Id of the project."""

    is_template: bool | None | UnsetType = UNSET
    """Whether the project is a template."""

    name: str | None | UnsetType = UNSET
    """Name of the project."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the project."""

    private: bool | None | UnsetType = UNSET
    """Whether only members see the project."""

    rate: ProjectRate | None | UnsetType = UNSET
    """The rate of a project, with `include_rates`."""


class ProjectRate(Model, kw_only=True):
    """The rate of a project, with `include_rates`."""

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
    """Id of the workspace's rate that it replaces."""


class TaskStatus(Model, kw_only=True):
    """The status of the task."""

    emoji: str | None | UnsetType = UNSET
    """Symbol of the status."""

    id: int | None | UnsetType = UNSET
    """Id of the status."""

    name: str | None | UnsetType = UNSET
    """Name of the status, such as Todo."""

    type: str | None | UnsetType = UNSET
    """Type of the status: `todo`, `in_progress`, `done` or `blocked`."""


class TaskTag(Model, kw_only=True):
    """A tag of a task or project."""

    color: str | None | UnsetType = UNSET
    """Colour of the tag."""

    id: int | None | UnsetType = UNSET
    """Id of the tag."""

    name: str | None | UnsetType = UNSET
    """Name of the tag."""


class TaskPage(Model, kw_only=True):
    """One page of the tasks of a workspace."""

    data: list[Task] | None
    """The tasks of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""

    total: int
    """Number of tasks on all pages."""


class UncountedTaskPage(Model, kw_only=True):
    """One page of tasks, without the number of all of them."""

    data: list[Task] | None
    """The tasks of this page; null means none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The largest number of items on a page."""


class TaskCreate(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields of a new task. Null has the same effect as omitting the field (assumed)."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the task."""

    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    """What the workload of the task is measured in; the default is `flat`."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether to log time from the time blocks of the task."""

    billable: bool | None | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    """Values of custom fields. Their form is not documented."""

    description: str | None | UnsetType = UNSET
    """Description of the task."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    """What the estimate covers."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    integration_ext_id: int | None | UnsetType = UNSET
    """Id of the linked item in another system."""

    integration_source: str | None | UnsetType = UNSET
    """Name of that other system."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that this one is a sub-task of."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the task is pinned."""

    position: int | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET
    """Priority of the task."""

    priority_at: datetime.date | None | UnsetType = UNSET
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool | None | UnsetType = UNSET
    """Whether only the user sees the task."""

    project_id: int | None | UnsetType = UNSET
    """Id of the project; none by default."""

    rrule: str | None | UnsetType = UNSET
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | None | UnsetType = UNSET
    """Id of the status; by default, the first one of the workspace (Todo)."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    team_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of the teams the task is assigned to."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskBulkCreate(Model, kw_only=True, forbid_unknown_fields=True):
    """Several new tasks."""

    tasks: Annotated[list[TaskCreate], Meta(min_length=1, max_length=100)]
    """The new tasks."""


class TaskReplace(Model, kw_only=True, forbid_unknown_fields=True):
    """All fields of a task. A field that is omitted is cleared."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the task."""

    status_id: int
    """Id of the status."""

    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    """What the workload of the task is measured in."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to."""

    auto_log_time: bool | UnsetType = UNSET
    """Whether to log time from the time blocks of the task."""

    billable: bool | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | UnsetType = UNSET
    """Colour of the task."""

    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    """Values of custom fields. Their form is not documented."""

    description: str | UnsetType = UNSET
    """Description of the task."""

    end_date: datetime.date | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    """What the estimate covers."""

    estimated_mins: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    """Estimated effort in minutes."""

    notes: str | UnsetType = UNSET
    """Notes on the task."""

    outbound_sync: bool | UnsetType = UNSET
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int | UnsetType = UNSET
    """Id of the task that this one is a sub-task of."""

    pinned: bool | UnsetType = UNSET
    """Whether the task is pinned."""

    position: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET
    """Priority of the task."""

    private: bool | UnsetType = UNSET
    """Whether only the user sees the task."""

    project_id: int | UnsetType = UNSET
    """Id of the project; none by default."""

    recurring_task_id: int | UnsetType = UNSET
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None | UnsetType = UNSET
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task."""

    team_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of the teams the task is assigned to."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskPatch(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields to change. A field that is omitted is unchanged; null clears it."""

    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    """What the workload of the task is measured in."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to, in place of the previous ones."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether to log time from the time blocks of the task."""

    billable: bool | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    """Values of custom fields. Their form is not documented."""

    description: str | None | UnsetType = UNSET
    """Description of the task."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    """What the estimate covers."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Name of the task."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    outbound_sync: bool | UnsetType = UNSET
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that this one is a sub-task of."""

    pinned: bool | UnsetType = UNSET
    """Whether the task is pinned."""

    position: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET
    """Priority of the task."""

    priority_at: datetime.date | None | UnsetType = UNSET
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool | UnsetType = UNSET
    """Whether only the user sees the task."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None | UnsetType = UNSET
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | UnsetType = UNSET
    """Id of the status."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task, in place of the previous ones."""

    team_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of the teams the task is assigned to, in place of the previous ones."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskPatchItem(Model, kw_only=True, forbid_unknown_fields=True):
    """One task to change. A field that is omitted is unchanged; null clears it."""

    id: Annotated[int, Meta(ge=1)]
    """Id of the task to change."""

    allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET
    """What the workload of the task is measured in."""

    assignee_user_ids: list[int] | None | UnsetType = UNSET
    """Ids of the users the task is assigned to, in place of the previous ones."""

    auto_log_time: bool | None | UnsetType = UNSET
    """Whether to log time from the time blocks of the task."""

    billable: bool | UnsetType = UNSET
    """Whether time on the task is billable."""

    color: str | None | UnsetType = UNSET
    """Colour of the task."""

    custom_fields: dict[str, Any] | None | UnsetType = UNSET
    """Values of custom fields. Their form is not documented."""

    description: str | None | UnsetType = UNSET
    """Description of the task."""

    end_date: datetime.date | None | UnsetType = UNSET
    """Last day of the task, `YYYY-MM-DD`."""

    estimate_type: Literal["daily", "total"] | UnsetType = UNSET
    """What the estimate covers."""

    estimated_mins: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in minutes."""

    ghost_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of assignees without an account."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Name of the task."""

    notes: str | None | UnsetType = UNSET
    """Notes on the task."""

    outbound_sync: bool | UnsetType = UNSET
    """Whether to pass the change on to the system that the task was imported from."""

    parent_task_id: int | None | UnsetType = UNSET
    """Id of the task that this one is a sub-task of."""

    pinned: bool | UnsetType = UNSET
    """Whether the task is pinned."""

    position: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Position of the task in a list sorted by hand."""

    priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET
    """Priority of the task."""

    priority_at: datetime.date | None | UnsetType = UNSET
    """When the user marked the task as a priority, `YYYY-MM-DD`."""

    private: bool | UnsetType = UNSET
    """Whether only the user sees the task."""

    recurring_task_id: int | None | UnsetType = UNSET
    """Id of the recurring task that this one is an occurrence of."""

    rrule: str | None | UnsetType = UNSET
    """Recurrence rule of the task, RFC 5545."""

    start_date: datetime.date | None | UnsetType = UNSET
    """First day of the task, `YYYY-MM-DD`."""

    status_id: int | UnsetType = UNSET
    """Id of the status."""

    tag_ids: list[int] | None | UnsetType = UNSET
    """Ids of the tags of the task, in place of the previous ones."""

    team_assignee_ids: list[int] | None | UnsetType = UNSET
    """Ids of the teams the task is assigned to, in place of the previous ones."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_mins` (minutes) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_mins, "minutes")
        return duration


class TaskIds(Model, kw_only=True, forbid_unknown_fields=True):
    """Several tasks."""

    task_ids: Annotated[list[int], Meta(min_length=1, max_length=100)]
    """Ids of the tasks."""


class TaskDuplicate(Model, kw_only=True, forbid_unknown_fields=True):
    """Which tasks to duplicate, and how."""

    cascade_duplicate_children: bool
    """Whether to duplicate their sub-tasks too."""

    task_ids: Annotated[list[int], Meta(min_length=1, max_length=100)]
    """Ids of the tasks."""
