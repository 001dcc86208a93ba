# generated from spec/track.yaml by `make generate` - do not edit
"""The fields of request objects as dicts, for type checkers and editors."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Required, TypedDict

from . import models

__all__ = [
    "ProjectCreateFields",
    "ProjectUpdateFields",
    "RecurringParametersFields",
    "TaskCreateFields",
    "TaskUpdateFields",
    "PatchOperationFields",
]


class ProjectCreateFields(TypedDict, total=False):
    """The fields of a new project."""

    name: Required[str]
    """Name of the project."""

    active: bool
    """Send true, otherwise the project is created as archived, and tasks cannot be added to it
    (observed)."""

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
    """From when a new rate applies: `start-today`, `override-current` or `override-all`
    (observed)."""

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
    """Older name of `client_id`."""


class ProjectUpdateFields(TypedDict, total=False):
    """The fields to change. A field that is omitted is unchanged (assumed)."""

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
    """From when a new rate applies: `start-today`, `override-current` or `override-all`
    (observed)."""

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
    """Older name of `client_id`."""


class RecurringParametersFields(TypedDict, total=False):
    """How a project recurs."""

    period: str
    """Length of a period; the values are not documented."""

    custom_period: int
    """Days in a period of custom length (assumed)."""

    project_start_date: datetime.date
    """First day of the first period, `YYYY-MM-DD` (assumed)."""


class TaskCreateFields(TypedDict, total=False):
    """The fields of a new task."""

    name: Required[str]
    """Name of the task, unique in its project."""

    active: bool
    """False creates a task that is already done. The default is true."""

    estimated_seconds: int | None
    """Estimated effort in seconds."""

    external_reference: str | None
    """A reference of your own to this task in another system."""

    user_id: int | None
    """Id of the user to assign the task to; the authenticated user by default."""


class TaskUpdateFields(TypedDict, total=False):
    """The fields to change. A field that is omitted is unchanged; null clears it."""

    name: str
    """New name, unique in the project."""

    active: bool
    """False marks the task as done, true opens it again."""

    estimated_seconds: int | None
    """Estimated effort in seconds; null removes the estimate."""

    external_reference: str | None
    """A reference of your own to this task in another system; null removes it."""

    user_id: int | None
    """Id of the user to assign the task to; null for none."""


class PatchOperationFields(TypedDict, total=False):
    """One JSON Patch operation (RFC 6902)."""

    op: Required[Literal["add", "remove", "replace"]]
    """The operation."""

    path: Required[str]
    """JSON Pointer to the field, such as `/active` or `/estimated_seconds`."""

    value: Any
    """The new value, any JSON value; omitted for `remove`."""
