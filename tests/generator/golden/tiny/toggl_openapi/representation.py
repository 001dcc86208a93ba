# generated from generator/runtime/representation.py by `make generate` - do not edit
"""How models are shown."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET


def without_unset(model: Any) -> str:
    """The repr of a model: the fields that are there. Some models have fifty that may be absent."""
    names = [field.name for field in type(model).__attrs_attrs__]
    values = ((name, getattr(model, name)) for name in names)
    shown = ", ".join(f"{name}={value!r}" for name, value in values if value is not UNSET)
    return f"{type(model).__name__}({shown})"
