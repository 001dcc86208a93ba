# generated from generator/codegen/runtime/representation.py by `make generate` - do not edit
"""How models are shown, and values that are computed from their fields."""

from __future__ import annotations

import datetime
from typing import Any

from msgspec import UNSET, Struct


def without_unset(model: Struct, *secrets: str) -> str:
    """The repr of a model: the fields that are there. Some models have fifty that may be absent."""
    shown = ", ".join(f"{name}={value!r}" for name, value in shown_fields(model, *secrets))
    return f"{type(model).__name__}({shown})"


def shown_fields(model: Struct, *secrets: str) -> list[tuple[str, Any]]:
    """Names and values of the fields that are there; the values of secrets are `***`."""
    values = ((name, getattr(model, name)) for name in model.__struct_fields__)
    return [(name, "***" if value and name in secrets else value) for name, value in values if value is not UNSET]


def to_timedelta(value: object, unit: str) -> Any:
    """A duration; None if the value is no number, or one that a timedelta cannot hold."""
    try:
        return datetime.timedelta(**{unit: value}) if isinstance(value, int | float) else None
    except (OverflowError, ValueError):
        return None
