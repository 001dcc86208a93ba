# generated from spec/tiny.yaml by `make generate` - do not edit
"""The fields of request objects as dicts, for type checkers and editors."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from . import models

__all__ = [
    "BerthFields",
    "BoatCreateFields",
    "PatchOperationFields",
]


class BerthFields(TypedDict, total=False):
    """Nested object with a name."""

    id: Required[int]
    """Id of the berth."""


class BoatCreateFields(TypedDict, total=False):
    """What a client sends, with a field of each kind."""

    name: Required[str]
    """Constrained text."""

    flag: Required[Literal["FR", "NL"]]
    """Enum in a request."""

    length: float | None
    """Constrained number, nullable."""

    launched_on: datetime.date
    """Date."""

    seen_at: datetime.datetime | None
    """Moment."""

    berth_ids: Sequence[int]
    """Constrained array."""

    berth: models.Berth | BerthFields
    """Nested object with a name."""

    extra: Mapping[str, Any] | None
    """Free-form object."""


class PatchOperationFields(TypedDict, total=False):
    """One JSON Patch operation."""

    op: Required[Literal["add", "remove", "replace"]]
    """What to do."""

    path: Required[str]
    """JSON Pointer to the field."""

    value: Any
    """Any JSON value."""
