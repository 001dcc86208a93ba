"""Decode responses: strictly first; values that do not match the specification are returned unchanged."""

from __future__ import annotations

import datetime
import functools
import json
import re
import types
import typing
from collections.abc import Callable, Iterator
from typing import Annotated, Any

import attrs
import msgspec

from .errors import DecodeFailed, excerpt, is_page

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""Exceptions that decoding raises for a body that is not JSON; a ValidationError is a DecodeError too."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@attrs.frozen
class Drift:
    """A value that differs from the specification."""

    operation: str
    """Name of the operation whose response contains it."""
    path: str
    """JSON path without list indexes (`$[].permissions`)."""
    expected: str
    """Type in the specification."""
    found: str
    """JSON type in the response, or `nothing`."""

    def __str__(self) -> str:
        return f"{self.operation}: {self.path}: expected {self.expected}, found {self.found}"


@functools.cache
def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """The cached decoder of a type."""
    return msgspec.json.Decoder(kind)


def decode(kind: Any, body: bytes, operation: str, redact: Callable[[str], str]) -> tuple[Any, list[Drift]]:
    """The value in a body, and its differences from `kind`. Raises DecodeFailed if it is not JSON.

    `redact` removes secrets from the text of a body before an error quotes it.
    """
    if kind is None:
        if is_page(body):
            # The response is from a proxy or a sign-in page: the service may not have applied the request.
            raise DecodeFailed(f"{operation}: expected an empty response, found {excerpt(body, redact)}")
        return None, []
    drifts: dict[Drift, None] = {}
    try:
        value = _decode(kind, body, operation, drifts)
    except UNREADABLE as error:
        quote = excerpt(body, redact) or "the body is empty"
        raise DecodeFailed(f"{operation}: {error or 'not JSON'}: {quote}") from None
    for drift in drifts:
        if drift.path == "$":
            raise DecodeFailed(str(drift))
    return value, list(drifts)


def unknown_fields(kind: Any, body: bytes) -> dict[str, Any]:
    """Fields of a body that `kind` does not have, by JSON path: `{"$.data[0].colour": "red"}`."""
    return {} if kind is None else dict(_iterate_unknown(kind, _read_json(body, "", {}), "$"))


def _iterate_unknown(kind: Any, value: Any, path: str) -> Iterator[tuple[str, Any]]:
    for member in _alternatives(kind):
        if typing.get_origin(member) is list and isinstance(value, list):
            (inner,) = typing.get_args(member)
            for index, item in enumerate(value):
                yield from _iterate_unknown(inner, item, f"{path}[{index}]")
        elif _is_model(member) and isinstance(value, dict):
            fields = _fields(member)
            for name, item in value.items():
                if name in fields:
                    yield from _iterate_unknown(fields[name].type, item, f"{path}.{name}")
                else:
                    yield f"{path}.{name}", item


def find_drift(kind: Any, body: bytes, operation: str) -> list[Drift]:
    """All differences of a body from `kind`, for maintainers of the specification.

    Unlike `decode`, it also reports unreadable bodies, at `$`, and fields that `kind` does not have.
    """
    if kind is None:
        return []
    drifts: dict[Drift, None] = {}
    try:
        _decode(kind, body, operation, drifts)
        for path, value in unknown_fields(kind, body).items():
            drifts[Drift(operation, re.sub(r"\[[0-9]+\]", "[]", path), "nothing", _json_type(value))] = None
    except UNREADABLE:
        return [Drift(operation, "$", _type_name(kind), "no JSON" if body.strip() else "nothing")]
    return list(drifts)


def as_list(value: Any, place: str) -> list[Any]:
    """The value of a list in a response: null and absent are empty. Raises DecodeFailed for another type."""
    if value is None or value is msgspec.UNSET:
        return []
    if not isinstance(value, list):
        raise DecodeFailed(f"{place}: expected array, found {_json_type(value)}")
    return value


def _decode(kind: Any, body: bytes, operation: str, drifts: dict[Drift, None]) -> Any:
    """The value in a body; adds differences from `kind` to `drifts`. Raises one of UNREADABLE if it is not JSON."""
    try:
        return decoder(kind).decode(body.removeprefix(BYTE_ORDER_MARK))
    except UNREADABLE:
        pass  # it may be JSON with a value of an unexpected type
    return _convert(kind, _read_json(body, operation, drifts), "$", operation, drifts)


def _read_json(body: bytes, operation: str, drifts: dict[Drift, None]) -> Any:
    """The value in a body. Replaces invalid UTF-8 by U+FFFD and adds the paths of these strings to `drifts`."""
    body = body.removeprefix(BYTE_ORDER_MARK)
    try:
        return msgspec.json.decode(body)
    except UNREADABLE as error:
        found: set[str] = set()
        try:
            value = _replace_surrogates(json.loads(body.decode("utf-8", "surrogateescape")), "$", found)
            value = msgspec.json.decode(json.dumps(value)) if found else None
        except (ValueError, RecursionError):
            found.clear()
        if not found:
            raise error from None
    drifts.update(dict.fromkeys(Drift(operation, path, "str", "invalid UTF-8") for path in sorted(found)))
    return value


def _replace_surrogates(value: Any, path: str, found: set[str]) -> Any:
    """The value with U+FFFD in place of lone surrogates; adds the paths of strings with one to `found`."""
    if isinstance(value, str):
        replaced = re.sub("[\ud800-\udfff]", "\ufffd", value)
        if replaced != value:
            found.add(path)
        return replaced
    if isinstance(value, list):
        return [_replace_surrogates(item, f"{path}[]", found) for item in value]
    if isinstance(value, dict):
        names = {name: _replace_surrogates(name, path, found) for name in value}
        return {name: _replace_surrogates(value[key], f"{path}.{name}", found) for key, name in names.items()}
    return value


def _convert(kind: Any, value: Any, path: str, operation: str, drifts: dict[Drift, None]) -> Any:
    """The value as `kind` where it matches, otherwise unchanged; adds each difference to `drifts`."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        pass
    for member in _alternatives(kind):
        if typing.get_origin(member) is Annotated and (time := _naive_time(member, value)) is not None:
            drifts[Drift(operation, path, "a time with a zone", "a time without one")] = None
            return time.replace(tzinfo=datetime.UTC)
        if typing.get_origin(member) is list and isinstance(value, list):
            (inner,) = typing.get_args(member)
            return [_convert(inner, item, f"{path}[]", operation, drifts) for item in value]
        if _is_model(member) and isinstance(value, dict):
            return _convert_model(member, value, path, operation, drifts)
    drifts[Drift(operation, path, _type_name(kind), _json_type(value))] = None
    return value


def _convert_model(
    model: type[msgspec.Struct], value: dict[str, Any], path: str, operation: str, drifts: dict[Drift, None]
) -> Any:
    values: dict[str, Any] = {}
    for name, field in _fields(model).items():
        field_path = f"{path}.{name}"
        if name in value:
            values[name] = _convert(field.type, value[name], field_path, operation, drifts)
        else:
            values[name] = msgspec.UNSET
            if field.required:
                drifts[Drift(operation, field_path, "a value", "nothing")] = None
    return model(**values)  # does not check types


def _naive_time(kind: Any, value: object) -> datetime.datetime | None:
    """The datetime in a string, if `kind` is one and no time zone is given."""
    if typing.get_args(kind)[0] is not datetime.datetime or not isinstance(value, str):
        return None
    try:
        time = msgspec.convert(value, datetime.datetime)
    except msgspec.ValidationError:
        return None
    return time if time.tzinfo is None else None


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


def _type_name(kind: Any) -> str:
    """The name of a type, with the names that `_json_type` uses."""
    names = {type(None): "null", dict: "object", list: "array"}
    kinds = (typing.get_args(one)[0] if typing.get_origin(one) is Annotated else one for one in _alternatives(kind))
    members = (typing.get_origin(member) or member for member in kinds if member is not msgspec.UnsetType)
    return " | ".join(names.get(member, "object" if _is_model(member) else member.__name__) for member in members)


def _json_type(value: object) -> str:
    names = {dict: "object", list: "array", str: "str", bool: "bool", int: "int", float: "float"}
    return "null" if value is None else names.get(type(value), type(value).__name__)
