# generated from spec/track.yaml by `make generate` - do not edit
"""The keyword arguments of operations and the fields of request objects, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, Required, TypedDict

from . import models

__all__ = [
    "GetMeFilters",
    "ListMyWorkspacesFilters",
    "ListMyProjectsFilters",
    "ListClientsFilters",
    "ListUsersFilters",
    "ListProjectsFilters",
    "DeleteProjectFilters",
    "ListProjectTasksFilters",
    "ListWorkspaceTasksFilters",
    "ListBasicTasksFilters",
    "ListMyTasksFilters",
    "ProjectCreateFields",
    "ProjectUpdateFields",
    "RecurringParametersFields",
    "TaskCreateFields",
    "TaskUpdateFields",
    "PatchOperationFields",
]


class GetMeFilters(TypedDict, total=False):
    """Keyword arguments of `get_me`."""

    with_related_data: bool
    """Whether the reply has the workspaces, clients, projects, tasks, tags and time entries of the
    user."""


class ListMyWorkspacesFilters(TypedDict, total=False):
    """Keyword arguments of `list_my_workspaces`."""

    since: int
    """Only what was created, changed or deleted at or after this moment, in UNIX seconds."""


class ListMyProjectsFilters(TypedDict, total=False):
    """Keyword arguments of `list_my_projects`."""

    include_archived: Literal["false", "true"]
    """Whether archived projects are listed too. The document has a string; that `true` and `false`
    are its values is assumed."""

    since: int
    """Only what was created, changed or deleted at or after this moment, in UNIX seconds."""


class ListClientsFilters(TypedDict, total=False):
    """Keyword arguments of `list_clients`."""

    status: Literal["active", "archived", "both"]
    """`active` (as when it is left out), `archived` or `both`."""

    name: str
    """Only clients whose name contains this text, in upper or lower case."""


class ListUsersFilters(TypedDict, total=False):
    """Keyword arguments of `list_users`."""

    exclude_deleted: bool
    """Whether users who were removed from the workspace are left out."""


class ListProjectsFilters(TypedDict, total=False):
    """Keyword arguments of `list_projects`."""

    active: Literal["both", "false", "true"]
    """`true` for active projects, `false` for archived ones, `both` for all of them. Which come
    when it is left out is not documented."""

    since: int
    """Only what was created, changed or deleted at or after this moment, in UNIX seconds."""

    billable: bool
    """Only projects that are billable, or that are not."""

    user_ids: Sequence[int]
    """Only projects of these users."""

    client_ids: Sequence[int]
    """Only projects of these clients."""

    group_ids: Sequence[int]
    """Only projects of these groups of users."""

    project_ids: Sequence[int]
    """Only these projects."""

    statuses: Sequence[str]
    """Only projects with one of these values of `status` (assumed)."""

    name: str
    """Only projects whose name contains this text (assumed)."""

    search: str
    """Only projects in which this text is found; in which fields is not documented."""

    only_templates: bool
    """Only templates of projects."""

    only_me: bool
    """Only projects the user takes part in."""

    only_editable: bool
    """Only projects the user may change."""

    page: int
    """Which page to answer, counted from 1."""

    per_page: int
    """Projects on a page, at most 200."""

    sort_field: str
    """The field that orders the list; which ones are allowed is not documented."""

    sort_order: Literal["ASC", "DESC"]
    """Ascending or descending."""

    sort_pinned: bool
    """Whether pinned projects come first."""


class DeleteProjectFilters(TypedDict, total=False):
    """Keyword arguments of `delete_project`."""

    teDeletionMode: str
    """What becomes of the time entries of the project: `delete` or `unassign`. The document has
    only the name; the values are assumed."""


class ListProjectTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_project_tasks`."""

    active: Literal["both", "false", "true"]
    """`true` for open tasks, `false` for tasks that are done, `both` for all of them. Sources
    contradict each other on what is listed when it is left out."""


class ListWorkspaceTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_workspace_tasks`."""

    since: int
    """Only what was created, changed or deleted at or after this moment, in UNIX seconds."""

    page: int
    """Which page to answer, counted from 1."""

    per_page: int
    """Tasks on a page; 200 is the most that clients are known to ask for."""

    sort_order: Literal["ASC", "DESC"]
    """Ascending or descending."""

    sort_field: Literal["created_at", "name"]
    """The field that orders the list."""

    active: Literal["both", "false", "true"]
    """`true` for open tasks (as when it is left out), `false` for tasks that are done, `both` for
    all of them."""

    pid: int
    """Only tasks of this project."""

    start_date: datetime.date
    """First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not documented."""

    end_date: datetime.date
    """Last day of a date range, `YYYY-MM-DD`, included."""

    search: str
    """Only tasks whose name contains this text."""


class ListBasicTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_basic_tasks`."""

    page: int
    """Which page to answer, counted from 1."""

    per_page: int
    """Tasks on a page; 200 is the most that clients are known to ask for."""

    sort_order: Literal["ASC", "DESC"]
    """Ascending or descending."""

    sort_field: Literal["created_at", "name"]
    """The field that orders the list."""

    active: Literal["both", "false", "true"]
    """`true` for open tasks (as when it is left out), `false` for tasks that are done, `both` for
    all of them."""

    search: str
    """Only tasks whose name contains this text (assumed)."""

    project_id: int
    """Only tasks of this project."""

    project_ids: Sequence[int]
    """Only tasks of these projects."""

    task_ids: Sequence[int]
    """Only these tasks."""

    client_ids: Sequence[int]
    """Only tasks of projects of these clients."""

    only_me: bool
    """Only tasks assigned to the user (assumed)."""


class ListMyTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_my_tasks`."""

    meta: bool
    """Whether the names and colours of project and client come along."""

    inbox: bool
    """Whether tasks are put in the order of the user's inbox."""

    include_hidden: bool
    """Whether hidden tasks are listed."""

    since: int
    """Only what was created, changed or deleted at or after this moment, in UNIX seconds."""

    include_not_active: Literal["false", "true"]
    """Whether tasks that are done are listed too. The page calls it a string, and answers 400 to
    an invalid one; that `true` and `false` are the valid ones is assumed."""

    offset: int
    """How many tasks to skip."""

    per_page: int
    """Tasks in one reply; all of them when left out."""

    search: str
    """Only tasks where this text stands in the task's, its project's or its client's name."""


class ProjectCreateFields(TypedDict, total=False):
    """What a new project starts with."""

    name: Required[str]
    """Name of the project."""

    active: bool
    """Send true: a project created without it is archived, and takes no tasks."""

    client_id: int | None
    """Id of the client; null for none."""

    client_name: str
    """Name of the client, in place of its id."""

    color: str | None
    """Colour, `#rrggbb`."""

    is_private: bool
    """Whether only members see the project."""

    is_shared: bool
    """Whether the project is shared."""

    billable: bool
    """Whether the project is billable. Needs a paid plan."""

    start_date: datetime.date
    """First day of the project, `YYYY-MM-DD` (assumed)."""

    end_date: datetime.date
    """Last day of the project, `YYYY-MM-DD` (assumed)."""

    estimated_hours: int
    """Estimated effort in hours. Needs a paid plan."""

    auto_estimates: bool
    """Whether the estimate is the sum of those of the tasks. Needs a paid plan."""

    currency: str
    """Currency, such as `EUR`. Needs a paid plan."""

    rate: float
    """Hourly rate. Needs a paid plan."""

    rate_change_mode: str
    """From when a new rate counts: `start-today`, `override-current` or `override-all` (observed)."""

    fixed_fee: float
    """Fee for the whole project. Needs a paid plan."""

    recurring: bool
    """Whether the project recurs. Needs a paid plan."""

    recurring_parameters: models.RecurringParameters | RecurringParametersFields
    """How a project recurs."""

    template: bool
    """Whether the project is a template. Needs a paid plan."""

    template_id: int
    """Id of the template to make the project from."""

    external_reference: str
    """A reference of your own to this project in another system."""

    cid: int | None
    """Older twin of `client_id`."""


class ProjectUpdateFields(TypedDict, total=False):
    """The fields to change. A field left out stays as it is (assumed)."""

    name: str
    """New name."""

    active: bool
    """False archives the project, true makes it active again."""

    client_id: int | None
    """Id of the client; null for none."""

    client_name: str
    """Name of the client, in place of its id."""

    color: str | None
    """Colour, `#rrggbb`."""

    is_private: bool
    """Whether only members see the project."""

    is_shared: bool
    """Whether the project is shared."""

    billable: bool
    """Whether the project is billable. Needs a paid plan."""

    start_date: datetime.date
    """First day of the project, `YYYY-MM-DD` (assumed)."""

    end_date: datetime.date
    """Last day of the project, `YYYY-MM-DD` (assumed)."""

    estimated_hours: int
    """Estimated effort in hours. Needs a paid plan."""

    auto_estimates: bool
    """Whether the estimate is the sum of those of the tasks. Needs a paid plan."""

    currency: str
    """Currency, such as `EUR`. Needs a paid plan."""

    rate: float
    """Hourly rate. Needs a paid plan."""

    rate_change_mode: str
    """From when a new rate counts: `start-today`, `override-current` or `override-all` (observed)."""

    fixed_fee: float
    """Fee for the whole project. Needs a paid plan."""

    recurring: bool
    """Whether the project recurs. Needs a paid plan."""

    recurring_parameters: models.RecurringParameters | RecurringParametersFields
    """How a project recurs."""

    template: bool
    """Whether the project is a template. Needs a paid plan."""

    template_id: int
    """Id of the template to make the project from."""

    external_reference: str
    """A reference of your own to this project in another system."""

    cid: int | None
    """Older twin of `client_id`."""


class RecurringParametersFields(TypedDict, total=False):
    """How a project recurs."""

    period: str
    """Length of a period; the values are not documented."""

    custom_period: int
    """Days in a period that is none of the named ones (assumed)."""

    project_start_date: datetime.date
    """First day of the first period, `YYYY-MM-DD` (assumed)."""


class TaskCreateFields(TypedDict, total=False):
    """What a new task starts with."""

    name: Required[str]
    """Name of the task, unique in its project."""

    active: bool
    """False creates the task as done already. True when left out."""

    estimated_seconds: int | None
    """Estimated effort in seconds."""

    external_reference: str | None
    """A reference of your own to this task in another system."""

    user_id: int | None
    """Id of the user the task is for; the user who asks when left out."""


class TaskUpdateFields(TypedDict, total=False):
    """The fields to change. A field left out stays as it is; null empties it."""

    name: str
    """New name, unique in the project."""

    active: bool
    """False marks the task as done, true opens it again."""

    estimated_seconds: int | None
    """Estimated effort in seconds; null removes the estimate."""

    external_reference: str | None
    """A reference of your own to this task in another system; null removes it."""

    user_id: int | None
    """Id of the user the task is for; null for nobody."""


class PatchOperationFields(TypedDict, total=False):
    """One JSON Patch operation (RFC 6902)."""

    op: Required[Literal["add", "remove", "replace"]]
    """What to do."""

    path: Required[str]
    """JSON Pointer to the field, such as `/active` or `/estimated_seconds`."""

    value: Any
    """The new value, any JSON value; left out for `remove`."""
