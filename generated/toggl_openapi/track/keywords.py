# generated from spec/track.yaml by `make generate` - do not edit
"""The fields of request objects as dicts, for type checkers and editors."""

from __future__ import annotations

from typing import Any, Literal, Required, TypedDict

__all__ = [
    "TaskCreateFields",
    "TaskUpdateFields",
    "PatchOperationFields",
]


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
