# generated from spec/track.yaml by `make generate` - do not edit

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType


class ProjectPath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]
    project_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


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


class WorkspacePath(Struct, kw_only=True):
    workspace_id: Annotated[int, Meta(ge=1, le=9223372036854775807)]


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


PatchDocument: TypeAlias = Annotated[list[PatchOperation], Meta(min_length=1)]


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
