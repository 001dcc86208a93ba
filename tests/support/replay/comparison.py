"""Compares a decoded body with the body, field by field, as the specification describes it.

It shares no code with the client: times are read here once more, and the types come from the YAML.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from decimal import Decimal
from typing import Any, Final

import msgspec

from recorder.specification import Document, Schema

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN: Final = {"integer": int, "boolean": bool, "string": str, "number": float}
_UNITS: Final = {"milliseconds": 1000, "seconds": 1_000_000, "minutes": 60_000_000}
"""Microseconds in each unit of `x-duration`."""


class Comparison:
    """Compares one decoded value; `wrong` is empty if the value has all data of the body."""

    def __init__(self, document: Document, drift: Collection[str] = ()) -> None:
        """`drift` has the paths of values that are not what the specification says, and must be returned unchanged."""
        self._document = document
        self._drift = drift
        self.wrong: list[str] = []
        self.unknown: set[str] = set()
        """Paths of fields in the body that the specification does not have."""

    def compare(self, value: Any, sent: Any, schema: Schema, path: str = "$") -> None:
        """Compare a value with the JSON value that it was decoded from."""
        if path in self._drift or sent is None:
            self._check(same(value, sent), path, value, sent)
            return
        reference = schema.get("$ref", "").rpartition("/")[2]
        schema = self._document.resolve(schema)
        if "oneOf" in schema:
            self.compare(value, sent, self._alternative(schema, sent), path)
        elif schema.get("type") == "array" and isinstance(sent, list):
            self._compare_list(value, sent, schema, path)
        elif "properties" in schema and isinstance(sent, dict):
            self._compare_model(value, sent, schema, reference, path)
        else:
            self._check(_is_read(value, sent, schema), path, value, sent)

    def _compare_list(self, value: Any, sent: list[Any], schema: Schema, path: str) -> None:
        if type(value) is not list or len(value) != len(sent):
            self._check(False, path, value, sent)
            return
        for one, one_sent in zip(value, sent, strict=True):
            self.compare(one, one_sent, schema["items"], f"{path}[]")

    def _compare_model(self, value: Any, sent: dict[str, Any], schema: Schema, name: str, path: str) -> None:
        properties: dict[str, Schema] = schema["properties"]
        self.unknown |= {f"{path}.{field}" for field in sent.keys() - properties.keys()}
        if type(value).__name__ != name or set(value.__struct_fields__) != properties.keys():
            self.wrong.append(f"{path}: {value!r} is no {name} with the fields of the specification")
            return
        for field, described in properties.items():
            here = f"{path}.{field}"
            if field in sent:
                self.compare(getattr(value, field), sent[field], described, here)
            elif getattr(value, field) is not msgspec.UNSET:
                self.wrong.append(f"{here}: {getattr(value, field)!r} for a field that was not sent")
            if "x-duration" in described and here not in self._drift:
                self._compare_duration(value, sent.get(field), described["x-duration"], path)

    def _compare_duration(self, value: Any, sent: int | None, duration: dict[str, str], path: str) -> None:
        made = getattr(value, duration["property"])
        meant = None if sent is None else datetime.timedelta(microseconds=sent * _UNITS[duration["unit"]])
        self._check(made == meant, f"{path}.{duration['property']}", made, sent)

    def _alternative(self, schema: Schema, sent: Any) -> Schema:
        kind = "array" if isinstance(sent, list) else "object"
        alternatives: list[Schema] = schema["oneOf"]
        (found,) = (one for one in alternatives if self._document.resolve(one)["type"] == kind)
        return found

    def _check(self, right: bool, path: str, value: Any, sent: Any) -> None:
        if not right:
            self.wrong.append(f"{path}: {value!r} for {sent!r}")


def same(value: Any, sent: Any) -> bool:
    """Whether a value is the JSON value itself: 1, 1.0 and True are three different things."""
    if type(value) is not type(sent):
        return False
    if isinstance(sent, dict):
        return value.keys() == sent.keys() and all(same(value[name], one) for name, one in sent.items())
    if isinstance(sent, list):
        return len(value) == len(sent) and all(map(same, value, sent))
    return bool(value == sent)


def _is_read(value: Any, sent: Any, schema: Schema) -> bool:
    """Whether a value is what the specification makes of a JSON value that is no list and no model."""
    kind = schema.get("type")
    if kind not in _PLAIN:
        return same(value, sent)
    if schema.get("format") == "date-time":
        return isinstance(sent, str) and _is_moment(value, sent)
    if schema.get("format") == "date":
        is_day = isinstance(sent, str) and _DAY.fullmatch(sent) is not None
        return is_day and type(value) is datetime.date and value == datetime.date.fromisoformat(sent)
    wanted = float(sent) if kind == "number" and type(sent) is int else sent
    return type(value) is _PLAIN[kind] and same(value, wanted)


def _is_moment(value: Any, sent: str) -> bool:
    """Whether a value is the moment of an RFC 3339 text, to the nearest microsecond, with its offset."""
    parts = _MOMENT.fullmatch(sent)
    if parts is None or type(value) is not datetime.datetime or value.tzinfo is None:
        return False
    day, time, fraction, offset = parts.groups()
    whole = datetime.datetime.fromisoformat(f"{day}T{time}{'+00:00' if offset == 'Z' else offset}")
    microseconds = Decimal(fraction or 0) * 1_000_000
    distance = (value - whole) // datetime.timedelta(microseconds=1) - microseconds
    return value.utcoffset() == whole.utcoffset() and abs(distance) <= Decimal("0.5")
