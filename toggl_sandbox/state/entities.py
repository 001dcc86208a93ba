"""The entities of the sandbox: users, organizations, workspaces, projects, and the tasks of either API.

Both APIs share everything but the tasks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias, TypedDict

from msgspec import Meta

Id: TypeAlias = Annotated[int, Meta(ge=1)]
Count: TypeAlias = Annotated[int, Meta(ge=0)]
Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=10**9)]
"""A duration; totals of durations fit into 64 bits."""


@dataclass(slots=True)
class User:
    """Somebody with credentials for both APIs; a token of one is unknown to the other."""

    id: Id
    name: str
    email: str
    password: str
    track_token: str
    focus_token: str


@dataclass(slots=True)
class Organization:
    """A customer of Toggl. If its plan has no tasks, requests for them answer 402."""

    id: Id
    name: str
    member_ids: set[Id]
    has_tasks: bool = True


@dataclass(slots=True)
class Status:
    """A status of Focus tasks. The types (todo, in_progress, done) are assumed; no page lists them."""

    id: Id
    name: str
    type: str
    emoji: str


@dataclass(slots=True)
class Tag:
    """A tag of Focus tasks."""

    id: Id
    name: str
    color: str


@dataclass(slots=True)
class Client:
    """A client of projects."""

    id: Id
    name: str
    at: datetime
    archived: bool = False


@dataclass(slots=True)
class Workspace:
    """A workspace with what Focus tasks refer to; the first of ``statuses`` is the default of a new task."""

    id: Id
    organization_id: Id
    name: str
    member_ids: set[Id]
    statuses: Annotated[dict[Id, Status], Meta(min_length=1)] = field(default_factory=dict)
    tags: dict[Id, Tag] = field(default_factory=dict)
    clients: dict[Id, Client] = field(default_factory=dict)
    ghost_ids: set[Id] = field(default_factory=set)
    team_ids: set[Id] = field(default_factory=set)


@dataclass(slots=True)
class FocusProject:
    """The fields of a project that only Focus has."""

    creator_id: Id | None = None
    completed_at: datetime | None = None
    start_date: date | None = None
    end_date: date | None = None
    tag_ids: list[Id] = field(default_factory=list)
    pinned: bool = False
    draft: bool = False


class Recurrence(TypedDict, total=False):
    """How a project recurs."""

    period: str
    custom_period: Count
    project_start_date: date


class ProjectDetails(TypedDict, total=False):
    """Fields of a project that do not affect its tasks; only Track returns them."""

    start_date: date
    end_date: date
    estimated_hours: Seconds
    auto_estimates: bool
    currency: str
    fixed_fee: float
    recurring_parameters: Recurrence
    template: bool
    template_id: Id
    external_reference: str


@dataclass(slots=True)
class Project:
    """A project; only its members may see a private one."""

    id: Id
    workspace_id: Id
    name: str
    color: str
    member_ids: set[Id]
    created_at: datetime
    at: datetime
    client_id: Id | None = None
    billable: bool = False
    private: bool = False
    recurring: bool = False
    archived: bool = False
    hourly_rate: float | None = None
    server_deleted_at: datetime | None = None
    details: ProjectDetails = field(default_factory=ProjectDetails)
    focus: FocusProject = field(default_factory=FocusProject)

    def visible_to(self, user: User) -> bool:
        """Return whether a user who may see the workspace may see the project."""
        return not self.private or user.id in self.member_ids


class Integration(TypedDict, total=False):
    """Where a Track task was imported from."""

    integration_ext_id: str | None
    integration_ext_type: str | None
    integration_provider: dict[str, Any] | None


@dataclass(slots=True)
class TrackTask:
    """A task of Track. ``extra`` holds fields of a newer specification that this module does not know."""

    id: Id
    workspace_id: Id
    project_id: Id
    name: str
    user_id: Id | None
    created_at: datetime
    at: datetime
    active: bool = True
    estimated_seconds: Count | None = None
    external_reference: str | None = None
    tracked_milliseconds: Count = 0
    due_date: date | None = None
    integration: Integration = field(default_factory=Integration)
    server_deleted_at: datetime | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def changed_at(self) -> datetime:
        """When it was last changed; the name is the same for tasks of Focus."""
        return self.at

    @property
    def is_deleted(self) -> bool:
        """Whether it is deleted; the name is the same for tasks of Focus."""
        return self.server_deleted_at is not None


class Metadata(TypedDict, total=False):
    """Where a Focus task was imported from."""

    all_day: bool | None
    calendar_event_id: int | None
    calendar_id: int | None
    external_id: str | None
    ical_uid: str | None
    meeting_link: str | None
    updated_at: str | None


@dataclass(slots=True)
class TimeBlock:
    """Time reserved for a Focus task; a scheduled one is in a calendar."""

    id: Id
    start: datetime
    seconds: Seconds
    completed: bool
    scheduled: bool


@dataclass(slots=True)
class TimeEntry:
    """Time tracked on a Focus task."""

    id: Id
    start: datetime
    seconds: Seconds


@dataclass(slots=True)
class FocusTask:
    """A task of Focus. ``extra`` holds fields of a newer specification that this module does not know."""

    id: Id
    workspace_id: Id
    name: str
    toggl_user_id: Id
    status_id: Id
    created_at: datetime
    updated_at: datetime
    status_updated_at: datetime | None = None
    archived_at: datetime | None = None
    deleted_at: datetime | None = None
    allocation_unit: str | None = None
    assignee_user_ids: list[Id] | None = None
    ghost_assignee_ids: list[Id] | None = None
    auto_log_time: bool | None = False
    billable: bool | None = False
    color: str | None = None
    description: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    estimate_type: str | None = None
    estimated_mins: Count | None = None
    metadata: Metadata | None = None
    notes: str | None = None
    parent_task_id: Id | None = None
    pinned: bool | None = False
    position: int | None = None
    priority: str | None = "none"
    priority_at: date | None = None
    private: bool | None = False
    project_id: Id | None = None
    recurring_task_id: Id | None = None
    rrule: str | None = None
    source: str | None = None
    tag_ids: list[Id] | None = None
    team_assignee_ids: list[Id] | None = None
    team_ids: list[Id] = field(default_factory=list)
    time_blocks: list[TimeBlock] = field(default_factory=list)
    time_entries: list[TimeEntry] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def changed_at(self) -> datetime:
        """When it was last changed."""
        return self.updated_at

    @property
    def is_deleted(self) -> bool:
        """Whether it is deleted; it can be restored."""
        return self.deleted_at is not None


def assign(task: TrackTask | FocusTask, values: Mapping[str, Any]) -> None:
    """Set fields by name; fields that are only in the specification are stored in ``extra`` and returned unchanged."""
    for name, value in values.items():
        if name in type(task).__dataclass_fields__:
            setattr(task, name, value)
        else:
            task.extra[name] = value
