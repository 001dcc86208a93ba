# generated from spec/track.yaml by `make generate` - do not edit
"""What goes over the wire, as structs of msgspec, which decodes and encodes them directly.

A field that was absent is `msgspec.UNSET`; null is None. In classes that the service sends, enums are plain values.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from ..representation import to_timedelta, without_unset

__all__ = [
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


class Task(Struct, kw_only=True, weakref=True):
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
    """Id of the user the task is assigned to; null for nobody."""

    active: bool
    """Whether the task is open; false once it is done."""

    at: Annotated[datetime.datetime, Meta(tz=True)]
    """When the task was created or last changed, RFC 3339 with 0 to 9 fraction digits."""

    estimated_seconds: int | None
    """Estimated effort in seconds; null when nobody made an estimate."""

    tracked_seconds: int
    """Time tracked on the task. In milliseconds in spite of its name, so the page says; clients
    disagree. Users report 0 for tasks of recurring projects."""

    recurring: bool
    """Whether the task belongs to a recurring project."""

    server_deleted_at: Annotated[datetime.datetime, Meta(tz=True)] | None
    """When the task was deleted; null while it exists. Deleted tasks are listed with `since` only."""

    avatar_url: str | None | UnsetType = UNSET
    """Address of the picture of the assigned user."""

    client_id: int | None | UnsetType = UNSET
    """Id of the client of the project."""

    client_name: str | None | UnsetType = UNSET
    """Name of the client of the project."""

    due_date: str | None | UnsetType = UNSET
    """When the task is due. Only on the page of `/me/tasks`; its format is not documented."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system."""

    integration_ext_id: str | None | UnsetType = UNSET
    """Id of the linked thing in the other system (Jira, Salesforce)."""

    integration_ext_type: str | None | UnsetType = UNSET
    """Kind of the linked thing in the other system."""

    integration_provider: dict[str, Any] | None | UnsetType = UNSET
    """The linked system; its fields are not documented. A plain string on pages of 2024."""

    permissions: list[str] | None | UnsetType = UNSET
    """What the user may do with the task. A plain string on pages of 2024."""

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
    """Older twin of `workspace_id`."""

    pid: int | None | UnsetType = UNSET
    """Older twin of `project_id`."""

    uid: int | None | UnsetType = UNSET
    """Older twin of `user_id`."""

    cid: int | None | UnsetType = UNSET
    """Older twin of `client_id`."""

    __repr__ = without_unset

    @property
    def estimate(self) -> datetime.timedelta | None:
        """`estimated_seconds` (seconds) as a timedelta; None when it is null or absent."""
        duration: datetime.timedelta | None = to_timedelta(self.estimated_seconds, "seconds")
        return duration

    @property
    def tracked(self) -> datetime.timedelta:
        """`tracked_seconds` (milliseconds) as a timedelta."""
        duration: datetime.timedelta = to_timedelta(self.tracked_seconds, "milliseconds")
        return duration


class TaskPage(Struct, kw_only=True, weakref=True):
    """One page of the tasks of a workspace."""

    data: list[Task] | None
    """The tasks of this page; null stands for none."""

    page: int
    """Number of this page, counted from 1."""

    per_page: int
    """The most tasks that a page holds."""

    total_count: int
    """How many tasks all pages hold together."""

    sort_field: str | None | UnsetType = UNSET
    """The field that orders the list."""

    sort_order: str | None | UnsetType = UNSET
    """`ASC` or `DESC`."""

    __repr__ = without_unset


class TaskItems(Struct, kw_only=True, weakref=True):
    """The tasks of the user in an envelope, as the documentation page has it."""

    items: list[Task] | None
    """The tasks; null stands for none."""

    __repr__ = without_unset


class TaskCreate(Struct, kw_only=True, weakref=True):
    """What a new task starts with."""

    name: Annotated[str, Meta(min_length=1)]
    """Name of the task, unique in its project."""

    active: bool | UnsetType = UNSET
    """False creates the task as done already. True when left out."""

    estimated_seconds: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in seconds."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system."""

    user_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the user the task is for; the user who asks when left out."""

    __repr__ = without_unset


class TaskUpdate(Struct, kw_only=True, weakref=True):
    """The fields to change. A field left out stays as it is; null empties it."""

    name: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """New name, unique in the project."""

    active: bool | UnsetType = UNSET
    """False marks the task as done, true opens it again."""

    estimated_seconds: Annotated[int, Meta(ge=0)] | None | UnsetType = UNSET
    """Estimated effort in seconds; null removes the estimate."""

    external_reference: str | None | UnsetType = UNSET
    """A reference of your own to this task in another system; null removes it."""

    user_id: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Id of the user the task is for; null for nobody."""

    __repr__ = without_unset


class PatchOperation(Struct, kw_only=True, weakref=True):
    """One JSON Patch operation (RFC 6902)."""

    op: Literal["add", "remove", "replace"]
    """What to do."""

    path: Annotated[str, Meta(pattern="^/")]
    """JSON Pointer to the field, such as `/active` or `/estimated_seconds`."""

    value: Any | UnsetType = UNSET
    """The new value, any JSON value; left out for `remove`."""

    __repr__ = without_unset


class PatchReport(Struct, kw_only=True, weakref=True):
    """The outcome of a patch, task by task."""

    success: list[int] | None
    """Ids of the tasks that were changed; null stands for none."""

    failure: list[PatchFailure] | None
    """The tasks that were not changed; null stands for none."""

    __repr__ = without_unset


class PatchFailure(Struct, kw_only=True, weakref=True):
    """A task that a patch did not change."""

    id: int
    """Id of the task."""

    message: str
    """Why not, for people."""

    __repr__ = without_unset


class OrganizationQuota(Struct, kw_only=True, weakref=True):
    """What is left of one hourly quota. No page of ours has these fields."""

    organization_id: int | None
    """Id of the organization; null for the quota of `/me` routes."""

    remaining: int
    """Requests left in this hour."""

    resets_in_secs: int | None
    """Seconds until the quota is full again; null while no hour is open."""

    total: int
    """Requests an hour in this plan."""

    __repr__ = without_unset
