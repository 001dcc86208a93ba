"""The fields of a request body."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct


def given_fields(body: Struct) -> dict[str, Any]:
    """Return the fields that are present in a body, null or not."""
    fields = ((name, getattr(body, name)) for name in body.__struct_fields__)
    return {name: value for name, value in fields if value is not UNSET}
