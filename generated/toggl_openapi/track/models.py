# generated from spec/track.yaml by `make generate` - do not edit
"""The models of requests and responses, as structs of msgspec, which encodes and decodes them directly.

A field that was absent is `msgspec.UNSET`; null is None. In classes that the service sends, enums are plain values.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar, Literal

from msgspec import UNSET, Meta, UnsetType

from ..representation import Model, excess, to_timedelta

__all__ = [
    "Me",
    "Organization",
    "Workspace",
    "WorkspaceClient",
    "WorkspaceUser",
    "Tag",
    "Project",
    "ProjectPeriod",
    "ProjectRecurrence",
    "ProjectCreate",
    "ProjectUpdate",
    "RecurringParameters",
    "Task",
    "TaskPage",
    "TaskItems",
    "TaskCreate",
    "TaskUpdate",
    "PatchOperation",
    "PatchReport",
    "PatchFailure",
    "OrganizationQuota",
]


class Me(Model, kw_only=True):
    """The authenticated user."""

    id: int
    """Id of the user."""

    email: str
    """E-mail address of the user."""

    fullname: str
    """Name of the user."""

    default_workspace_id: int
    """Id of the workspace that the user works in; 0 if there is none (assumed)."""

    api_token: str | None | UnsetType = UNSET
    """The API token of the user. A secret: do not log or store it."""

    timezone: str | None | UnsetType = UNSET
    """Time zone of the user, as a name of the tz database."""

    beginning_of_week: int | None | UnsetType = UNSET
    """First day of the week, counted from 0 for Sunday (assumed)."""

    country_id: int | None | UnsetType = UNSET
    """Id of the country of the user."""

    image_url: str | None | UnsetType = UNSET
    """URL of the picture of the user."""

    has_password: bool | None | UnsetType = UNSET
    """Whether the user can sign in with a password."""

    openid_enabled: bool | None | UnsetType = UNSET
    """Whether the user signs in by OpenID."""

    openid_email: str | None | UnsetType = UNSET
    """E-mail address of the OpenID account."""

    oauth_providers: list[str] | None | UnsetType = UNSET
    """Services with which the user can sign in."""

    intercom_hash: str | None | UnsetType = UNSET
    """A hash for the vendor's support chat. A secret: do not log or store it."""

    options: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user was last changed."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user was created."""

    updated_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the user was last updated."""

    authorization_updated_at: str | None | UnsetType = UNSET
    """When the sign-in of the user last changed."""

    workspaces: list[Workspace] | None | UnsetType = UNSET
    """Workspaces of the user, with `with_related_data`."""

    clients: list[WorkspaceClient] | None | UnsetType = UNSET
    """Clients of all workspaces, with `with_related_data`."""

    projects: list[Project] | None | UnsetType = UNSET
    """Projects of all workspaces, with `with_related_data`."""

    tasks: list[Task] | None | UnsetType = UNSET
    """Tasks of all workspaces, with `with_related_data`."""

    tags: list[Tag] | None | UnsetType = UNSET
    """Tags of all workspaces, with `with_related_data`."""

    time_entries: list[dict[str, Any] | None] | None | UnsetType = UNSET
    """Time entries of the user, with `with_related_data`; their fields are not described."""

    _secret_fields = (
        "api_token",
        "intercom_hash",
    )


class Organization(Model, kw_only=True):
    """An organization, which has workspaces and one plan for all of them."""

    id: int
    """Id of the organization. Focus is reported to use the same ids."""

    name: str
    """Name of the organization."""

    admin: bool | None | UnsetType = UNSET
    """Whether the user is an administrator of the organization."""

    owner: bool | None | UnsetType = UNSET
    """Whether the user owns the organization."""

    pricing_plan_id: int | None | UnsetType = UNSET
    """Id of the plan."""

    pricing_plan_name: str | None | UnsetType = UNSET
    """Name of the plan."""

    pricing_plan_enterprise: bool | None | UnsetType = UNSET
    """Whether the plan is the one for enterprises."""

    is_multi_workspace_enabled: bool | None | UnsetType = UNSET
    """Whether the organization can have several workspaces."""

    is_unified: bool | None | UnsetType = UNSET
    """Whether the organization is shared by several products of the vendor (assumed)."""

    max_workspaces: int | None | UnsetType = UNSET
    """Maximum number of workspaces of the organization."""

    max_data_retention_days: int | None | UnsetType = UNSET
    """Number of past days whose data can be read; null for no limit (assumed)."""

    user_count: int | None | UnsetType = UNSET
    """Number of users."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user in the organization."""

    subscription: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    trial_info: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the organization was last changed."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the organization was created."""

    suspended_at: str | None | UnsetType = UNSET
    """When the organization was suspended; null if it is not."""


class Workspace(Model, kw_only=True):
    """A workspace, which has projects, clients, tags and users."""

    id: int
    """Id of the workspace."""

    name: str
    """Name of the workspace."""

    organization_id: int
    """Id of the organization of the workspace."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the workspace was last changed. Clients read it in every workspace."""

    admin: bool | None | UnsetType = UNSET
    """Whether the user is an administrator. Clients read it in every workspace."""

    role: str | None | UnsetType = UNSET
    """Role of the user in the workspace, such as `admin` or `user` (assumed)."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user in the workspace."""

    premium: bool | None | UnsetType = UNSET
    """Whether the workspace has a paid plan."""

    business_ws: bool | None | UnsetType = UNSET
    """Whether the workspace has the Premium plan."""

    active_project_count: int | None | UnsetType = UNSET
    """Number of active projects; only in `/me/workspaces`."""

    api_token: str | None | UnsetType = UNSET
    """An older API token of the workspace. A secret: do not log or store it."""

    default_currency: str | None | UnsetType = UNSET
    """Currency, such as `EUR`."""

    default_hourly_rate: float | None | UnsetType = UNSET
    """Default hourly rate, in the currency of the workspace."""

    rate_last_updated: str | None | UnsetType = UNSET
    """When the rate last changed."""

    disable_approvals: bool | None | UnsetType = UNSET
    """Whether approvals are turned off."""

    disable_expenses: bool | None | UnsetType = UNSET
    """Whether expenses are turned off."""

    disable_timesheet_view: bool | None | UnsetType = UNSET
    """Whether the timesheet is turned off."""

    hide_start_end_times: bool | None | UnsetType = UNSET
    """Whether start and end of time entries are hidden."""

    ical_enabled: bool | None | UnsetType = UNSET
    """Whether the calendar feed is turned on."""

    ical_url: str | None | UnsetType = UNSET
    """URL of the calendar feed. Anyone who has it can read the feed: treat it as a secret."""

    limit_public_project_data: bool | None | UnsetType = UNSET
    """Whether data of public projects is shown to members only (assumed)."""

    logo_url: str | None | UnsetType = UNSET
    """URL of the logo."""

    max_data_retention_days: int | None | UnsetType = UNSET
    """Number of past days whose data can be read; null for no limit (assumed)."""

    only_admins_may_create_projects: bool | None | UnsetType = UNSET
    """Whether only administrators may create projects."""

    only_admins_may_create_tags: bool | None | UnsetType = UNSET
    """Whether only administrators may create tags."""

    only_admins_see_team_dashboard: bool | None | UnsetType = UNSET
    """Whether only administrators see the dashboard of the team."""

    projects_billable_by_default: bool | None | UnsetType = UNSET
    """Whether new projects are billable."""

    projects_enforce_billable: bool | None | UnsetType = UNSET
    """Whether projects decide what is billable (assumed)."""

    projects_private_by_default: bool | None | UnsetType = UNSET
    """Whether new projects are private."""

    reports_collapse: bool | None | UnsetType = UNSET
    """Whether reports start collapsed."""

    rounding: int | None | UnsetType = UNSET
    """How reports round time: down (-1), to the nearest (0) or up (1) (assumed)."""

    rounding_minutes: int | None | UnsetType = UNSET
    """Minutes to which reports round time."""

    working_hours_in_minutes: int | None | UnsetType = UNSET
    """Minutes of a working day."""

    csv_upload: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    subscription: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    te_constraints: dict[str, Any] | None | UnsetType = UNSET
    """An object whose fields are not described here, as tasks do not need them."""

    last_modified: str | None | UnsetType = UNSET
    """When data in the workspace last changed."""

    suspended_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the workspace was suspended; null if it is not."""

    _secret_fields = (
        "api_token",
        "ical_url",
    )


class WorkspaceClient(Model, kw_only=True):
    """A client of a workspace. A project can belong to one."""

    id: int
    """Id of the client."""

    name: str
    """Name of the client."""

    wid: int | None | UnsetType = UNSET
    """Id of the workspace."""

    archived: bool | None | UnsetType = UNSET
    """Whether the client is archived."""

    notes: str | None | UnsetType = UNSET
    """Notes about the client."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this client in another system."""

    creator_id: int | None | UnsetType = UNSET
    """Id of the user who created the client."""

    integration_ext_id: str | None | UnsetType = UNSET
    """Id of the linked object in the other system."""

    integration_ext_type: str | None | UnsetType = UNSET
    """Kind of the linked object in the other system."""

    integration_provider: str | None | UnsetType = UNSET
    """The linked system: `asana`, `jira` or `salesforce`."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the client."""

    total_count: int | None | UnsetType = UNSET
    """A number; its meaning is not documented."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the client was last changed."""


class WorkspaceUser(Model, kw_only=True):
    """A user of a workspace."""

    id: int
    """Id of the user, as in `user_id` of a task."""

    email: str
    """E-mail address of the user."""

    fullname: str
    """Name of the user."""

    inactive: bool | None | UnsetType = UNSET
    """Whether the user has left the workspace or was deactivated in it."""

    is_active: bool | None | UnsetType = UNSET
    """Whether the user has accepted the invitation (assumed)."""

    is_admin: bool | None | UnsetType = UNSET
    """Whether the user is an administrator of the workspace."""

    role: str | None | UnsetType = UNSET
    """Role of the user in the workspace."""


class Tag(Model, kw_only=True):
    """A tag of a workspace."""

    id: int
    """Id of the tag."""

    name: str
    """Name of the tag."""

    workspace_id: int
    """Id of the workspace."""

    creator_id: int | None | UnsetType = UNSET
    """Id of the user who created the tag."""

    integration_ext_id: str | None | UnsetType = UNSET
    """Id of the linked object in the other system."""

    integration_ext_type: str | None | UnsetType = UNSET
    """Kind of the linked object in the other system."""

    integration_provider: str | None | UnsetType = UNSET
    """The linked system: `asana`, `jira` or `salesforce`."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the tag."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the tag was last changed."""

    deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the tag was deleted; null while it exists."""


class Project(Model, kw_only=True):
    """A project of a workspace, which has tasks."""

    id: int
    """Id of the project."""

    name: str
    """Name of the project, unique among those of its client (assumed)."""

    workspace_id: int
    """Id of the workspace."""

    active: bool
    """Whether the project is active; false once it is archived."""

    status: str | None | UnsetType = UNSET
    """State of the project: `upcoming`, `active`, `ended`, `archived` or `deleted`."""

    client_id: int | None | UnsetType = UNSET
    """Id of the client."""

    client_name: str | None | UnsetType = UNSET
    """Name of the client."""

    color: str | None | UnsetType = UNSET
    """Colour, `#rrggbb`."""

    is_private: bool | None | UnsetType = UNSET
    """Whether only members see the project."""

    billable: bool | None | UnsetType = UNSET
    """Whether the project is billable."""

    can_track_time: bool | None | UnsetType = UNSET
    """Whether the user may track time on the project."""

    pinned: bool | None | UnsetType = UNSET
    """Whether the user has pinned the project."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the project."""

    start_date: str | None | UnsetType = UNSET
    """First day of the project."""

    end_date: str | None | UnsetType = UNSET
    """Last day of the project."""

    estimated_hours: int | None | UnsetType = UNSET
    """Estimated effort in hours. Older than `estimated_seconds`."""

    estimated_seconds: int | None | UnsetType = UNSET
    """Estimated effort in seconds."""

    auto_estimates: bool | None | UnsetType = UNSET
    """Whether the estimate is the sum of those of the tasks."""

    actual_hours: int | None | UnsetType = UNSET
    """Tracked time in hours. Older than `actual_seconds`."""

    actual_seconds: int | None | UnsetType = UNSET
    """Tracked time in seconds."""

    currency: str | None | UnsetType = UNSET
    """Currency, such as `EUR`."""

    rate: float | None | UnsetType = UNSET
    """Hourly rate of the project, in its currency."""

    rate_last_updated: str | None | UnsetType = UNSET
    """When the rate last changed."""

    fixed_fee: float | None | UnsetType = UNSET
    """Fee for the whole project, in its currency."""

    recurring: bool | None | UnsetType = UNSET
    """Whether the project recurs."""

    recurring_parameters: list[ProjectRecurrence] | None | UnsetType = UNSET
    """How the project recurs, now and before."""

    current_period: ProjectPeriod | None | UnsetType = UNSET
    """The current period of a recurring project."""

    template: bool | None | UnsetType = UNSET
    """Whether the project is a template."""

    template_id: int | None | UnsetType = UNSET
    """Id of the template that the project was made from."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this project in another system."""

    integration_ext_id: str | None | UnsetType = UNSET
    """Id of the linked object in the other system."""

    integration_ext_type: str | None | UnsetType = UNSET
    """Kind of the linked object in the other system."""

    integration_provider: str | None | UnsetType = UNSET
    """The linked system: `asana`, `jira` or `salesforce`."""

    total_count: int | None | UnsetType = UNSET
    """A number; its meaning is not documented."""

    at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was last changed."""

    created_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was created."""

    server_deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None | UnsetType = UNSET
    """When the project was deleted; null while it exists."""

    wid: int | None | UnsetType = UNSET
    """Older name of `workspace_id`."""

    cid: int | None | UnsetType = UNSET
    """Older name of `client_id`."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration

    @property
    def actual(self) -> datetime.timedelta | None:
        """`actual_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.actual_seconds, "seconds")
        return duration


class ProjectPeriod(Model, kw_only=True):
    """The current period of a recurring project."""

    start_date: str | None | UnsetType = UNSET
    """First day of the period."""

    end_date: str | None | UnsetType = UNSET
    """Last day of the period."""


class ProjectRecurrence(Model, kw_only=True):
    """How a project recurs, or recurred in the past."""

    period: str | None | UnsetType = UNSET
    """Length of a period; the values are not documented."""

    custom_period: int | None | UnsetType = UNSET
    """Days in a period of custom length (assumed)."""

    estimated_seconds: int | None | UnsetType = UNSET
    """Estimated effort of a period in seconds."""

    project_start_date: str | None | UnsetType = UNSET
    """First day of the first period."""

    parameter_start_date: str | None | UnsetType = UNSET
    """First day on which these values apply."""

    parameter_end_date: str | None | UnsetType = UNSET
    """Last day on which these values apply; null while they do."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration


class ProjectCreate(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields of a new project."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the project."""

    active: bool | UnsetType = UNSET
    """Send true, otherwise the project is created as archived, and tasks cannot be added to it
    (observed)."""

    client_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the client; null for none."""

    client_name: str | UnsetType = UNSET
    """Name of the client, in place of its id."""

    color: str | None | UnsetType = UNSET
    """Colour, `#rrggbb`."""

    is_private: bool | UnsetType = UNSET
    """Whether only members see the project."""

    is_shared: bool | UnsetType = UNSET
    """Whether the project is shared."""

    billable: bool | UnsetType = UNSET
    """Whether the project is billable. Needs a paid plan."""

    start_date: datetime.date | UnsetType = UNSET
    """First day of the project, `YYYY-MM-DD` (assumed)."""

    end_date: datetime.date | UnsetType = UNSET
    """Last day of the project, `YYYY-MM-DD` (assumed)."""

    estimated_hours: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    """Estimated effort in hours. Needs a paid plan."""

    auto_estimates: bool | UnsetType = UNSET
    """Whether the estimate is the sum of those of the tasks. Needs a paid plan."""

    currency: str | UnsetType = UNSET
    """Currency, such as `EUR`. Needs a paid plan."""

    rate: float | UnsetType = UNSET
    """Hourly rate. Needs a paid plan."""

    rate_change_mode: str | UnsetType = UNSET
    """From when a new rate applies: `start-today`, `override-current` or `override-all`
    (observed)."""

    fixed_fee: float | UnsetType = UNSET
    """Fee for the whole project. Needs a paid plan."""

    recurring: bool | UnsetType = UNSET
    """Whether the project recurs. Needs a paid plan."""

    recurring_parameters: RecurringParameters | UnsetType = UNSET
    """How a project recurs."""

    template: bool | UnsetType = UNSET
    """Whether the project is a template. Needs a paid plan."""

    template_id: Annotated[int, Meta(ge=1)] | UnsetType = UNSET
    """Id of the template to make the project from."""

    external_reference: str | UnsetType = UNSET
    """A reference of your own to this project in another system."""

    cid: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Older name of `client_id`."""


class ProjectUpdate(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields to change. A field that is omitted is unchanged (assumed)."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """New name."""

    active: bool | UnsetType = UNSET
    """False archives the project, true makes it active again."""

    client_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the client; null for none."""

    client_name: str | UnsetType = UNSET
    """Name of the client, in place of its id."""

    color: str | None | UnsetType = UNSET
    """Colour, `#rrggbb`."""

    is_private: bool | UnsetType = UNSET
    """Whether only members see the project."""

    is_shared: bool | UnsetType = UNSET
    """Whether the project is shared."""

    billable: bool | UnsetType = UNSET
    """Whether the project is billable. Needs a paid plan."""

    start_date: datetime.date | UnsetType = UNSET
    """First day of the project, `YYYY-MM-DD` (assumed)."""

    end_date: datetime.date | UnsetType = UNSET
    """Last day of the project, `YYYY-MM-DD` (assumed)."""

    estimated_hours: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    """Estimated effort in hours. Needs a paid plan."""

    auto_estimates: bool | UnsetType = UNSET
    """Whether the estimate is the sum of those of the tasks. Needs a paid plan."""

    currency: str | UnsetType = UNSET
    """Currency, such as `EUR`. Needs a paid plan."""

    rate: float | UnsetType = UNSET
    """Hourly rate. Needs a paid plan."""

    rate_change_mode: str | UnsetType = UNSET
    """From when a new rate applies: `start-today`, `override-current` or `override-all`
    (observed)."""

    fixed_fee: float | UnsetType = UNSET
    """Fee for the whole project. Needs a paid plan."""

    recurring: bool | UnsetType = UNSET
    """Whether the project recurs. Needs a paid plan."""

    recurring_parameters: RecurringParameters | UnsetType = UNSET
    """How a project recurs."""

    template: bool | UnsetType = UNSET
    """Whether the project is a template. Needs a paid plan."""

    template_id: Annotated[int, Meta(ge=1)] | UnsetType = UNSET
    """Id of the template to make the project from."""

    external_reference: str | UnsetType = UNSET
    """A reference of your own to this project in another system."""

    cid: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Older name of `client_id`."""


class RecurringParameters(Model, kw_only=True, forbid_unknown_fields=True):
    """How a project recurs."""

    period: str | UnsetType = UNSET
    """Length of a period; the values are not documented."""

    custom_period: Annotated[int, Meta(ge=0)] | UnsetType = UNSET
    """Days in a period of custom length (assumed)."""

    project_start_date: datetime.date | UnsetType = UNSET
    """First day of the first period, `YYYY-MM-DD` (assumed)."""


class Task(Model, kw_only=True):
    """A task of a project in Toggl Track."""

    id: int
    """Id of the task, unique across Toggl Track."""

    name: str
    """Name of the task, unique in its project."""

    workspace_id: int
    """Id of the workspace the task belongs to. Never changes."""

    project_id: int
    """Id of the project the task belongs to. Never changes."""

    user_id: int | None
    """Id of the user the task is assigned to; null if there is none."""

    active: bool
    """Whether the task is open; false once it is done."""

    at: Annotated[datetime.datetime, Meta(tz=True)]
    """When the task was created or last changed, RFC 3339 with 0 to 9 fraction digits."""

    estimated_seconds: int | None
    """Estimated effort in seconds; null if there is no estimate."""

    tracked_seconds: int
    """Time tracked on the task. In milliseconds despite its name, according to the page; clients
    disagree. Users report 0 for tasks of recurring projects."""

    recurring: bool
    """Whether the task belongs to a recurring project."""

    server_deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None
    """When the task was deleted; null while it exists. Deleted tasks are listed with `since` only."""

    avatar_url: str | None | UnsetType = UNSET
    """URL of the picture of the assigned user."""

    client_id: int | None | UnsetType = UNSET
    """Id of the client of the project."""

    client_name: str | None | UnsetType = UNSET
    """Name of the client of the project."""

    due_date: str | None | UnsetType = UNSET
    """When the task is due. Only on the page of `/me/tasks`; its format is not documented."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system."""

    integration_ext_id: str | None | UnsetType = UNSET
    """Id of the linked object in the other system (Jira, Salesforce)."""

    integration_ext_type: str | None | UnsetType = UNSET
    """Kind of the linked object in the other system."""

    integration_provider: dict[str, Any] | None | UnsetType = UNSET
    """The linked system. One page has an object without its fields; the vendor's OpenAPI document
    has a string: `asana`, `jira` or `salesforce`."""

    permissions: list[str] | None | UnsetType = UNSET
    """Permissions of the user for the task. A plain string on pages of 2024."""

    project_billable: bool | None | UnsetType = UNSET
    """Whether the project is billable."""

    project_color: str | None | UnsetType = UNSET
    """Colour of the project, `#rrggbb`."""

    project_is_private: bool | None | UnsetType = UNSET
    """Whether only members see the project."""

    project_name: str | None | UnsetType = UNSET
    """Name of the project."""

    rate: float | None | UnsetType = UNSET
    """Hourly rate of the task, in the currency of the workspace."""

    rate_last_updated: str | None | UnsetType = UNSET
    """When the rate last changed."""

    toggl_accounts_id: str | None | UnsetType = UNSET
    """Id of the assigned user in Toggl's account service."""

    user_name: str | None | UnsetType = UNSET
    """Name of the assigned user."""

    wid: int | None | UnsetType = UNSET
    """Older name of `workspace_id`."""

    pid: int | None | UnsetType = UNSET
    """Older name of `project_id`."""

    uid: int | None | UnsetType = UNSET
    """Older name of `user_id`."""

    cid: int | None | UnsetType = UNSET
    """Older name of `client_id`."""

    tracked_unit: ClassVar[Literal["milliseconds", "seconds"]] = "milliseconds"
    """Unit of `tracked_seconds` for `tracked`; sources disagree. To change it, assign to the class attribute."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration

    @property
    def tracked(self) -> datetime.timedelta:
        """`tracked_seconds` (`tracked_unit`) as a timedelta."""
        duration: datetime.timedelta = to_timedelta(self.tracked_seconds, self.tracked_unit)
        return duration

    @property
    def remaining(self) -> datetime.timedelta | None:
        """`estimate` less `tracked`, at least zero; None without an estimate."""
        return excess(self.estimate, self.tracked)

    @property
    def overrun(self) -> datetime.timedelta | None:
        """`tracked` less `estimate`, at least zero; None without an estimate."""
        return excess(self.tracked, self.estimate)


class TaskPage(Model, kw_only=True):
    """One page of the tasks of a workspace."""

    data: list[Task] | None
    """The tasks of this page; null if there are none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """Maximum number of tasks on a page."""

    total_count: int
    """Number of tasks on all pages."""

    sort_field: str | None | UnsetType = UNSET
    """The field that orders the list."""

    sort_order: str | None | UnsetType = UNSET
    """`ASC` or `DESC`."""


class TaskItems(Model, kw_only=True):
    """The tasks of the user in an envelope, as on the documentation page."""

    items: list[Task] | None
    """The tasks; null if there are none."""


class TaskCreate(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields of a new task."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the task, unique in its project."""

    active: bool | UnsetType = UNSET
    """False creates a task that is already done. The default is true."""

    estimated_seconds: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in seconds."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system."""

    user_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the user to assign the task to; the authenticated user by default."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration


class TaskUpdate(Model, kw_only=True, forbid_unknown_fields=True):
    """The fields to change. A field that is omitted is unchanged; null clears it."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """New name, unique in the project."""

    active: bool | UnsetType = UNSET
    """False marks the task as done, true opens it again."""

    estimated_seconds: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in seconds; null removes the estimate."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system; null removes it."""

    user_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the user to assign the task to; null for none."""

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration


class PatchOperation(Model, kw_only=True, forbid_unknown_fields=True):
    """One JSON Patch operation (RFC 6902)."""

    op: Literal["add", "remove", "replace"]
    """The operation."""

    path: Annotated[str, Meta(pattern="^/")]
    """JSON Pointer to the field, such as `/active` or `/estimated_seconds`."""

    value: Any | UnsetType = UNSET
    """The new value, any JSON value; omitted for `remove`."""


class PatchReport(Model, kw_only=True):
    """The outcome of a patch, task by task."""

    success: list[int] | None
    """Ids of the tasks that were changed; null if there are none."""

    failure: list[PatchFailure] | None
    """The tasks that were not changed; null if there are none."""


class PatchFailure(Model, kw_only=True):
    """A task that a patch did not change."""

    id: int
    """Id of the task."""

    message: str
    """Human-readable reason."""


class OrganizationQuota(Model, kw_only=True):
    """The state of one hourly quota."""

    organization_id: int | None
    """Id of the organization; null for the quota of `/me` routes."""

    remaining: int
    """Requests left in this hour."""

    resets_in_secs: int | None
    """Seconds until the quota resets; null if no window has started."""

    total: int
    """Requests an hour in this plan."""
