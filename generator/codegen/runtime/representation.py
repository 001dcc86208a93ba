"""How models are shown."""

from __future__ import annotations

from msgspec import UNSET, Struct


def without_unset(model: Struct) -> str:
    """The repr of a model: the fields that are there. Some models have fifty that may be absent."""
    values = ((name, getattr(model, name)) for name in model.__struct_fields__)
    shown = ", ".join(f"{name}={value!r}" for name, value in values if value is not UNSET)
    return f"{type(model).__name__}({shown})"
