# generated from spec/track.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType


class GetMeQuery(Struct, kw_only=True):
    with_related_data: bool | None = None


class ListMyWorkspacesQuery(Struct, kw_only=True):
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None


class ListMyProjectsQuery(Struct, kw_only=True):
    include_archived: Literal["true", "false"] | None = None
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None


class OrganizationPath(Struct, kw_only=True):
    organization_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class WorkspacePath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListClientsQuery(Struct, kw_only=True):
    status: Literal["active", "archived", "both"] = "active"
    name: str | None = None


class ListUsersQuery(Struct, kw_only=True):
    exclude_deleted: bool | None = None


UserId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


ClientId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


GroupId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


ProjectId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListProjectsQuery(Struct, kw_only=True):
    active: Literal["true", "false", "both"] | None = None
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    billable: bool | None = None
    user_ids: list[UserId] | None = None
    client_ids: list[ClientId] | None = None
    group_ids: list[GroupId] | None = None
    project_ids: list[ProjectId] | None = None
    statuses: list[str] | None = None
    name: str | None = None
    search: str | None = None
    only_templates: bool | None = None
    only_me: bool | None = None
    only_editable: bool | None = None
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=200)] = 151
    sort_field: str | None = None
    sort_order: Literal["ASC", "DESC"] = "ASC"
    sort_pinned: bool | None = None


class ProjectPath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class DeleteProjectQuery(Struct, kw_only=True):
    te_deletion_mode: str | None = None


class ListProjectTasksQuery(Struct, kw_only=True):
    active: Literal["true", "false", "both"] | None = None


class TaskCreate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)]
    active: bool | UnsetType = UNSET
    estimated_seconds: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None | UnsetType = UNSET
    external_reference: str | None | UnsetType = UNSET
    user_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET


class TaskIdsPath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    task_ids: Annotated[str, Meta(pattern="^[1-9][0-9]{0,18}(,[1-9][0-9]{0,18})*$")]


class TaskPath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    task_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


class TaskUpdate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    active: bool | UnsetType = UNSET
    estimated_seconds: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None | UnsetType = UNSET
    external_reference: str | None | UnsetType = UNSET
    user_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET


class ListWorkspaceTasksQuery(Struct, kw_only=True):
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=200)] = 50
    sort_order: Literal["ASC", "DESC"] = "ASC"
    sort_field: Literal["name", "created_at"] = "name"
    active: Literal["true", "false", "both"] = "true"
    pid: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    start_date: date | None = None
    end_date: date | None = None
    search: str | None = None


TaskId: TypeAlias = Annotated[int, Meta(ge=1, le=9223372036854775807)]


class ListBasicTasksQuery(Struct, kw_only=True):
    page: Annotated[int, Meta(ge=1)] = 1
    per_page: Annotated[int, Meta(ge=1, le=200)] = 50
    sort_order: Literal["ASC", "DESC"] = "ASC"
    sort_field: Literal["name", "created_at"] = "name"
    active: Literal["true", "false", "both"] = "true"
    search: str | None = None
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None = None
    project_ids: list[ProjectId] | None = None
    task_ids: list[TaskId] | None = None
    client_ids: list[ClientId] | None = None
    only_me: bool | None = None


class ListMyTasksQuery(Struct, kw_only=True):
    meta: bool | None = None
    inbox: bool | None = None
    include_hidden: bool | None = None
    since: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    include_not_active: Literal["true", "false"] | None = None
    offset: Annotated[int, Meta(ge=0, le=9223372036854775807)] | None = None
    per_page: Annotated[int, Meta(ge=1)] | None = None
    search: str | None = None


ErrorText: TypeAlias = str


class Organization(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    admin: bool | None | UnsetType = UNSET
    owner: bool | None | UnsetType = UNSET
    pricing_plan_id: int | None | UnsetType = UNSET
    pricing_plan_name: str | None | UnsetType = UNSET
    pricing_plan_enterprise: bool | None | UnsetType = UNSET
    is_multi_workspace_enabled: bool | None | UnsetType = UNSET
    is_unified: bool | None | UnsetType = UNSET
    max_workspaces: int | None | UnsetType = UNSET
    max_data_retention_days: int | None | UnsetType = UNSET
    user_count: int | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    subscription: dict[str, Any] | None | UnsetType = UNSET
    trial_info: dict[str, Any] | None | UnsetType = UNSET
    at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    suspended_at: str | None | UnsetType = UNSET


class Workspace(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    organization_id: Annotated[int, Meta(ge=1)]
    at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    admin: bool | None | UnsetType = UNSET
    role: str | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    premium: bool | None | UnsetType = UNSET
    business_ws: bool | None | UnsetType = UNSET
    active_project_count: int | None | UnsetType = UNSET
    api_token: str | None | UnsetType = UNSET
    default_currency: str | None | UnsetType = UNSET
    default_hourly_rate: float | None | UnsetType = UNSET
    rate_last_updated: str | None | UnsetType = UNSET
    disable_approvals: bool | None | UnsetType = UNSET
    disable_expenses: bool | None | UnsetType = UNSET
    disable_timesheet_view: bool | None | UnsetType = UNSET
    hide_start_end_times: bool | None | UnsetType = UNSET
    ical_enabled: bool | None | UnsetType = UNSET
    ical_url: str | None | UnsetType = UNSET
    limit_public_project_data: bool | None | UnsetType = UNSET
    logo_url: str | None | UnsetType = UNSET
    max_data_retention_days: int | None | UnsetType = UNSET
    only_admins_may_create_projects: bool | None | UnsetType = UNSET
    only_admins_may_create_tags: bool | None | UnsetType = UNSET
    only_admins_see_team_dashboard: bool | None | UnsetType = UNSET
    projects_billable_by_default: bool | None | UnsetType = UNSET
    projects_enforce_billable: bool | None | UnsetType = UNSET
    projects_private_by_default: bool | None | UnsetType = UNSET
    reports_collapse: bool | None | UnsetType = UNSET
    rounding: int | None | UnsetType = UNSET
    rounding_minutes: int | None | UnsetType = UNSET
    working_hours_in_minutes: int | None | UnsetType = UNSET
    csv_upload: dict[str, Any] | None | UnsetType = UNSET
    subscription: dict[str, Any] | None | UnsetType = UNSET
    te_constraints: dict[str, Any] | None | UnsetType = UNSET
    last_modified: str | None | UnsetType = UNSET
    suspended_at: (
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
    wid: int | None | UnsetType = UNSET
    archived: bool | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET
    external_reference: str | None | UnsetType = UNSET
    creator_id: int | None | UnsetType = UNSET
    integration_ext_id: str | None | UnsetType = UNSET
    integration_ext_type: str | None | UnsetType = UNSET
    integration_provider: str | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    total_count: int | None | UnsetType = UNSET
    at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET


class WorkspaceUser(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    email: str
    fullname: str
    inactive: bool | None | UnsetType = UNSET
    is_active: bool | None | UnsetType = UNSET
    is_admin: bool | None | UnsetType = UNSET
    role: str | None | UnsetType = UNSET


class Tag(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    creator_id: int | None | UnsetType = UNSET
    integration_ext_id: str | None | UnsetType = UNSET
    integration_ext_type: str | None | UnsetType = UNSET
    integration_provider: str | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    at: (
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


class ProjectPeriod(Struct, kw_only=True):
    start_date: str | None | UnsetType = UNSET
    end_date: str | None | UnsetType = UNSET


class ProjectRecurrence(Struct, kw_only=True):
    period: str | None | UnsetType = UNSET
    custom_period: int | None | UnsetType = UNSET
    estimated_seconds: int | None | UnsetType = UNSET
    project_start_date: str | None | UnsetType = UNSET
    parameter_start_date: str | None | UnsetType = UNSET
    parameter_end_date: str | None | UnsetType = UNSET


class RecurringParameters(Struct, kw_only=True):
    period: str | UnsetType = UNSET
    custom_period: Annotated[int, Meta(ge=0, le=9223372036854775807)] | UnsetType = UNSET
    project_start_date: date | UnsetType = UNSET


DeletedProject: TypeAlias = int


class PatchOperation(Struct, kw_only=True):
    op: Literal["add", "replace", "remove"]
    path: Annotated[str, Meta(pattern="^/")]
    value: Any | UnsetType = UNSET


class PatchFailure(Struct, kw_only=True):
    id: int
    message: str


class OrganizationQuota(Struct, kw_only=True):
    organization_id: int | None
    remaining: int
    resets_in_secs: int | None
    total: int


class ProjectCreate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)]
    active: bool | UnsetType = UNSET
    client_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET
    client_name: str | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    is_private: bool | UnsetType = UNSET
    is_shared: bool | UnsetType = UNSET
    billable: bool | UnsetType = UNSET
    start_date: date | UnsetType = UNSET
    end_date: date | UnsetType = UNSET
    estimated_hours: Annotated[int, Meta(ge=0, le=9223372036854775807)] | UnsetType = UNSET
    auto_estimates: bool | UnsetType = UNSET
    currency: str | UnsetType = UNSET
    rate: float | UnsetType = UNSET
    rate_change_mode: str | UnsetType = UNSET
    fixed_fee: float | UnsetType = UNSET
    recurring: bool | UnsetType = UNSET
    recurring_parameters: RecurringParameters | UnsetType = UNSET
    template: bool | UnsetType = UNSET
    template_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | UnsetType = UNSET
    external_reference: str | UnsetType = UNSET
    cid: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET


class ProjectUpdate(Struct, kw_only=True):
    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    active: bool | UnsetType = UNSET
    client_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET
    client_name: str | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    is_private: bool | UnsetType = UNSET
    is_shared: bool | UnsetType = UNSET
    billable: bool | UnsetType = UNSET
    start_date: date | UnsetType = UNSET
    end_date: date | UnsetType = UNSET
    estimated_hours: Annotated[int, Meta(ge=0, le=9223372036854775807)] | UnsetType = UNSET
    auto_estimates: bool | UnsetType = UNSET
    currency: str | UnsetType = UNSET
    rate: float | UnsetType = UNSET
    rate_change_mode: str | UnsetType = UNSET
    fixed_fee: float | UnsetType = UNSET
    recurring: bool | UnsetType = UNSET
    recurring_parameters: RecurringParameters | UnsetType = UNSET
    template: bool | UnsetType = UNSET
    template_id: Annotated[int, Meta(ge=1, le=9223372036854775807)] | UnsetType = UNSET
    external_reference: str | UnsetType = UNSET
    cid: Annotated[int, Meta(ge=1, le=9223372036854775807)] | None | UnsetType = UNSET


PatchDocument: TypeAlias = Annotated[list[PatchOperation], Meta(min_length=1)]


OrganizationList: TypeAlias = list[Organization] | None


WorkspaceList: TypeAlias = list[Workspace] | None


ClientList: TypeAlias = list[WorkspaceClient] | None


UserList: TypeAlias = list[WorkspaceUser] | None


class Project(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    active: bool
    status: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    client_name: str | None | UnsetType = UNSET
    color: str | None | UnsetType = UNSET
    is_private: bool | None | UnsetType = UNSET
    billable: bool | None | UnsetType = UNSET
    can_track_time: bool | None | UnsetType = UNSET
    pinned: bool | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    start_date: str | None | UnsetType = UNSET
    end_date: str | None | UnsetType = UNSET
    estimated_hours: int | None | UnsetType = UNSET
    estimated_seconds: int | None | UnsetType = UNSET
    auto_estimates: bool | None | UnsetType = UNSET
    actual_hours: int | None | UnsetType = UNSET
    actual_seconds: int | None | UnsetType = UNSET
    currency: str | None | UnsetType = UNSET
    rate: float | None | UnsetType = UNSET
    rate_last_updated: str | None | UnsetType = UNSET
    fixed_fee: float | None | UnsetType = UNSET
    recurring: bool | None | UnsetType = UNSET
    recurring_parameters: list[ProjectRecurrence] | None | UnsetType = UNSET
    current_period: ProjectPeriod | None | UnsetType = UNSET
    template: bool | None | UnsetType = UNSET
    template_id: int | None | UnsetType = UNSET
    external_reference: str | None | UnsetType = UNSET
    integration_ext_id: str | None | UnsetType = UNSET
    integration_ext_type: str | None | UnsetType = UNSET
    integration_provider: str | None | UnsetType = UNSET
    total_count: int | None | UnsetType = UNSET
    at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    created_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    server_deleted_at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    wid: int | None | UnsetType = UNSET
    cid: int | None | UnsetType = UNSET


class Task(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    name: str
    workspace_id: Annotated[int, Meta(ge=1)]
    project_id: Annotated[int, Meta(ge=1)]
    user_id: int | None
    active: bool
    at: Annotated[
        str,
        Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
    ]
    estimated_seconds: int | None
    tracked_seconds: int
    recurring: bool
    server_deleted_at: (
        Annotated[str, Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$")]
        | None
    )
    avatar_url: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    client_name: str | None | UnsetType = UNSET
    due_date: str | None | UnsetType = UNSET
    external_reference: str | None | UnsetType = UNSET
    integration_ext_id: str | None | UnsetType = UNSET
    integration_ext_type: str | None | UnsetType = UNSET
    integration_provider: dict[str, Any] | None | UnsetType = UNSET
    permissions: list[str] | None | UnsetType = UNSET
    project_billable: bool | None | UnsetType = UNSET
    project_color: str | None | UnsetType = UNSET
    project_is_private: bool | None | UnsetType = UNSET
    project_name: str | None | UnsetType = UNSET
    rate: float | None | UnsetType = UNSET
    rate_last_updated: str | None | UnsetType = UNSET
    toggl_accounts_id: str | None | UnsetType = UNSET
    user_name: str | None | UnsetType = UNSET
    wid: int | None | UnsetType = UNSET
    pid: int | None | UnsetType = UNSET
    uid: int | None | UnsetType = UNSET
    cid: int | None | UnsetType = UNSET


class TaskPage(Struct, kw_only=True):
    data: list[Task] | None
    page: int
    per_page: int
    total_count: int
    sort_field: str | None | UnsetType = UNSET
    sort_order: str | None | UnsetType = UNSET


class TaskItems(Struct, kw_only=True):
    items: list[Task] | None


MyTasks: TypeAlias = TaskItems | list[Task]


class PatchReport(Struct, kw_only=True):
    success: list[int] | None
    failure: list[PatchFailure] | None


QuotaList: TypeAlias = list[OrganizationQuota] | None


class Me(Struct, kw_only=True):
    id: Annotated[int, Meta(ge=1)]
    email: str
    fullname: str
    default_workspace_id: Annotated[int, Meta(ge=1)]
    api_token: str | None | UnsetType = UNSET
    timezone: str | None | UnsetType = UNSET
    beginning_of_week: int | None | UnsetType = UNSET
    country_id: int | None | UnsetType = UNSET
    image_url: str | None | UnsetType = UNSET
    has_password: bool | None | UnsetType = UNSET
    openid_enabled: bool | None | UnsetType = UNSET
    openid_email: str | None | UnsetType = UNSET
    oauth_providers: list[str] | None | UnsetType = UNSET
    intercom_hash: str | None | UnsetType = UNSET
    options: dict[str, Any] | None | UnsetType = UNSET
    at: (
        Annotated[
            str,
            Meta(pattern="^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$"),
        ]
        | None
        | UnsetType
    ) = UNSET
    created_at: (
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
    authorization_updated_at: str | None | UnsetType = UNSET
    workspaces: list[Workspace] | None | UnsetType = UNSET
    clients: list[WorkspaceClient] | None | UnsetType = UNSET
    projects: list[Project] | None | UnsetType = UNSET
    tasks: list[Task] | None | UnsetType = UNSET
    tags: list[Tag] | None | UnsetType = UNSET
    time_entries: list[dict[str, Any] | None] | None | UnsetType = UNSET


ProjectList: TypeAlias = list[Project] | None
