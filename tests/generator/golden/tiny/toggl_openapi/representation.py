# generated from generator/codegen/runtime/representation.py by `make generate` - do not edit
"""The base class of models, and values that are computed from their fields."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, Struct

_DATE_TYPES = (datetime.date, datetime.datetime)


class Model(Struct, weakref=True):
    """The base class of all models."""

    _secret_fields: ClassVar[tuple[str, ...]] = ()
    """Names of fields whose values a repr must not show."""

    def to_dict(self) -> dict[str, Any]:
        """The fields as a dict, at any depth. Absent fields are omitted; dates and datetimes are not converted."""
        fields: dict[str, Any] = msgspec.to_builtins(self, builtin_types=_DATE_TYPES)
        return fields

    def to_json(self) -> str:
        """The fields as JSON. Absent fields are omitted."""
        return msgspec.json.encode(self).decode()

    def __repr__(self) -> str:
        # Some models have fifty fields that may be absent.
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({fields})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Names and values of the fields that are not absent; the values of secret fields are `***`."""
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return [
            (name, "***" if value and name in self._secret_fields else value)
            for name, value in values
            if value is not UNSET
        ]


def to_timedelta(value: object, unit: str) -> Any:
    """A duration; None if the value is not a number, or too large for a timedelta."""
    try:
        return datetime.timedelta(**{unit: value}) if isinstance(value, int | float) else None
    except (OverflowError, ValueError):
        return None


def excess(duration: datetime.timedelta | None, other: datetime.timedelta | None) -> datetime.timedelta | None:
    """The difference of two durations, at least zero; None if it is unknown or too large for a timedelta."""
    try:
        return None if duration is None or other is None else max(duration - other, datetime.timedelta())
    except OverflowError:
        return None
