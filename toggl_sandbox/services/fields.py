"""The fields that a body gives."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct


def given_fields(body: Struct) -> dict[str, Any]:
    """Return the fields that a body gives, null or not."""
    fields = ((name, getattr(body, name)) for name in body.__struct_fields__)
    return {name: value for name, value in fields if value is not UNSET}
