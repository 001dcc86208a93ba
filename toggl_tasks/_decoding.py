"""Reading what the service sends: strictly first, and what does not fit is kept as it came."""

from __future__ import annotations

import functools
import re
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import msgspec

from .errors import DecodeFailed, excerpt, is_page

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading a body that is no JSON raises; a ValidationError is a DecodeError too."""


@attrs.frozen
class Drift:
    """A value that is not what the specification says."""

    operation: str
    """Name of the operation whose answer holds it."""
    path: str
    """Where it stands, as a JSON path without list positions (`$[].permissions`)."""
    expected: str
    """What the specification says."""
    found: str
    """What the service sent: a JSON type, or `nothing`."""

    def __str__(self) -> str:
        return f"{self.operation}: {self.path}: expected {self.expected}, found {self.found}"


@functools.cache
def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """The decoder of a type; built once."""
    return msgspec.json.Decoder(kind)


def decode(kind: Any, body: bytes, operation: str, redacted: Callable[[bytes], bytes]) -> tuple[Any, list[Drift]]:
    """The value in a body, and how it departs from `kind`. Raises DecodeFailed when it is not JSON.

    `redacted` takes secrets out of a body that is shown.
    """
    if kind is None:
        if is_page(body):
            # Some proxy or sign-in page answered in place of the service: nothing says that anything was done.
            raise DecodeFailed(f"{operation}: expected no answer, found {excerpt(redacted(body))}")
        return None, []
    drifts: dict[Drift, None] = {}
    try:
        value = _read(kind, body, operation, drifts)
    except UNREADABLE as error:
        shown = excerpt(redacted(body)) or "the body is empty"
        raise DecodeFailed(f"{operation}: {error or 'not JSON'}: {shown}") from None
    for drift in drifts:
        if drift.path == "$":
            raise DecodeFailed(str(drift))
    return value, list(drifts)


def unknown_fields(kind: Any, body: bytes) -> dict[str, Any]:
    """What a body holds and `kind` has no field for, by JSON path: `{"$.data[0].colour": "red"}`."""
    return {} if kind is None else dict(_unknown(kind, msgspec.json.decode(body), "$"))


def _unknown(kind: Any, value: Any, path: str) -> Iterator[tuple[str, Any]]:
    for member in _alternatives(kind):
        if typing.get_origin(member) is list and isinstance(value, list):
            (inner,) = typing.get_args(member)
            for index, item in enumerate(value):
                yield from _unknown(inner, item, f"{path}[{index}]")
        elif _is_model(member) and isinstance(value, dict):
            fields = _fields(member)
            for name, item in value.items():
                if name in fields:
                    yield from _unknown(fields[name].type, item, f"{path}.{name}")
                else:
                    yield f"{path}.{name}", item


def departures(kind: Any, body: bytes, operation: str) -> list[Drift]:
    """How a body departs from `kind`, for those who keep the specification.

    Beside what `decode` tells, that is a body of no use, at `$`, and fields that `kind` does not have.
    """
    if kind is None:
        return []
    drifts: dict[Drift, None] = {}
    try:
        _read(kind, body, operation, drifts)
        for path, value in unknown_fields(kind, body).items():
            drifts[Drift(operation, re.sub(r"\[[0-9]+\]", "[]", path), "nothing", _json_type(value))] = None
    except UNREADABLE:
        return [Drift(operation, "$", _named(kind), "no JSON" if body.strip() else "nothing")]
    return list(drifts)


def members(value: Any, place: str) -> list[Any]:
    """A list of an answer: null and absent are empty. Raises DecodeFailed when it has drifted to something else."""
    if value is None or value is msgspec.UNSET:
        return []
    if not isinstance(value, list):
        raise DecodeFailed(f"{place}: expected array, found {_json_type(value)}")
    return value


def _read(kind: Any, body: bytes, operation: str, drifts: dict[Drift, None]) -> Any:
    """The value in a body, noting what departs from `kind`; raises one of UNREADABLE when it is not JSON."""
    try:
        return decoder(kind).decode(body)
    except UNREADABLE:
        pass  # among these is a value of another type
    return _kept(kind, msgspec.json.decode(body), "$", operation, drifts)


def _kept(kind: Any, value: Any, path: str, operation: str, drifts: dict[Drift, None]) -> Any:
    """The value as `kind` where it fits; where it does not, its good parts, and the rest as it came."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        pass
    for member in _alternatives(kind):
        if typing.get_origin(member) is list and isinstance(value, list):
            (inner,) = typing.get_args(member)
            return [_kept(inner, item, f"{path}[]", operation, drifts) for item in value]
        if _is_model(member) and isinstance(value, dict):
            return _kept_model(member, value, path, operation, drifts)
    drifts[Drift(operation, path, _named(kind), _json_type(value))] = None
    return value


def _kept_model(
    model: type[msgspec.Struct], value: dict[str, Any], path: str, operation: str, drifts: dict[Drift, None]
) -> Any:
    kept: dict[str, Any] = {}
    for name, field in _fields(model).items():
        place = f"{path}.{name}"
        if name in value:
            kept[name] = _kept(field.type, value[name], place, operation, drifts)
        else:
            kept[name] = msgspec.UNSET
            if field.required:
                drifts[Drift(operation, place, "a value", "nothing")] = None
    return model(**kept)  # checks no types


@functools.cache
def _fields(model: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(model)}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _alternatives(kind: Any) -> Iterator[Any]:
    """The members of a union, or the type itself."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        yield from typing.get_args(kind)
    else:
        yield kind


def _named(kind: Any) -> str:
    """A type in the words of `_json_type`."""
    names = {type(None): "null", dict: "object", list: "array"}
    members = (typing.get_origin(member) or member for member in _alternatives(kind) if member is not msgspec.UnsetType)
    return " | ".join(names.get(member, "object" if _is_model(member) else member.__name__) for member in members)


def _json_type(value: object) -> str:
    names = {dict: "object", list: "array", str: "str", bool: "bool", int: "int", float: "float"}
    return "null" if value is None else names.get(type(value), type(value).__name__)
