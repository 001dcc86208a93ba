# generated from spec/track.yaml by `make generate` - do not edit
"""The keyword arguments of operations and the fields of request objects, for type checkers and editors."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Required, TypedDict

__all__ = [
    "ListWorkspaceTasksFilters",
    "ListMyTasksFilters",
    "TaskCreateFields",
    "TaskUpdateFields",
    "PatchOperationFields",
]


class ListWorkspaceTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_workspace_tasks`."""

    since: int
    """Only tasks created, changed or deleted at or after this moment, in UNIX seconds. Deleted
    tasks are listed too."""

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


class ListMyTasksFilters(TypedDict, total=False):
    """Keyword arguments of `list_my_tasks`."""

    meta: bool
    """Whether the names and colours of project and client come along."""

    inbox: bool
    """Whether tasks are put in the order of the user's inbox."""

    include_hidden: bool
    """Whether hidden tasks are listed."""

    since: int
    """Only tasks created, changed or deleted at or after this moment, in UNIX seconds. Deleted
    tasks are listed too."""

    include_not_active: Literal["false", "true"]
    """Whether tasks that are done are listed too. The page calls it a string, and answers 400 to
    an invalid one; that `true` and `false` are the valid ones is assumed."""

    offset: int
    """How many tasks to skip."""

    per_page: int
    """Tasks in one reply; all of them when left out."""

    search: str
    """Only tasks where this text stands in the task's, its project's or its client's name."""


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
