"""Fields of several objects of Focus, in the format of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import msgspec

from ..state.entities import Project

ModelT = TypeVar("ModelT", bound=msgspec.Struct)
T = TypeVar("T")


def make_model(model: type[ModelT], values: Mapping[str, Any]) -> ModelT:
    """Return a model with those values for which it has a field."""
    return model(**{name: values[name] for name in model.__struct_fields__ if name in values})


def time_text(value: Any) -> Any:
    """Write dates and times in the format of Focus (observed): times end in `Z`. Other values are unchanged."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def page_of(everything: Sequence[T], page: int, per_page: int) -> Sequence[T]:
    """Return one page of a list."""
    return everything[(page - 1) * per_page : page * per_page]


def project_rate(project: Project) -> dict[str, Any]:
    """Return the rate of a project."""
    return {
        "billable": project.billable,
        "currency": "EUR",
        "has_more_rates": False,
        "hourly_rate": project.hourly_rate,
        "project_color": project.color,
        "project_created_at": project.created_at.isoformat(),
        "project_id": project.id,
        "project_name": project.name,
    }
