# generated from generator/codegen/runtime/request.py by `make generate` - do not edit
"""Checks and encodes the arguments of operations. An invalid argument raises before the request is sent."""

from __future__ import annotations

import datetime
import functools
import math
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any
from urllib.parse import quote

import msgspec

_DATE_TYPES = (datetime.date, datetime.datetime)
_ABSENT = (None, msgspec.UNSET)
_HEADER = re.compile(r"(?!(content-length|transfer-encoding):)[!#$%&'*+.^_`|~0-9a-z-]+:[\t -~]*", re.IGNORECASE)
_MAX_SHOWN = 100
"""Maximum number of characters of a value that an error quotes."""


def segment(name: str, value: object, kind: type, **rules: Any) -> str:
    """One segment of a path, encoded so that no value can reach another route."""
    written = text(name, value, kind, **rules)
    if written in ("", ".", ".."):
        raise ValueError(f"{name} must not be {written!r}, which would change the route")
    return quote(written, safe=",")


def add(
    query: list[tuple[str, str]],
    name: str,
    value: object,
    kind: type,
    *,
    many: bool = False,
    empty: bool = False,
    **rules: Any,
) -> None:
    """Add a parameter to a query: an array repeats it, and None is an empty member if the API documents one."""
    is_list = many and isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes)
    members: Any = value if is_list else (value,)
    if not members:
        raise ValueError(f"{name} is an empty list: omit it to disable the filter")
    query.extend((name, "" if empty and member is None else text(name, member, kind, **rules)) for member in members)


def text(
    name: str,
    value: object,
    kind: type,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    pattern: str | None = None,
    choices: Sequence[str] = (),
    timestamp: bool = False,
    model: type[Any] | None = None,
) -> str:
    """A value as text for a path or query; raises TypeError or ValueError with the argument's name and the rule."""
    value = value.value if isinstance(value, Enum) else value
    if model is not None:
        value = to_id(value, model)
    if timestamp:
        value = _to_unix_seconds(name, value)
    if choices:
        written = _to_text(value)
        if written not in choices:
            raise ValueError(f"{name} must be one of {', '.join(choices)}, not {value!r}")
        return written
    is_bool, wants_bool = isinstance(value, bool), kind is bool
    is_moment, wants_date = isinstance(value, datetime.datetime), kind is datetime.date
    kinds = (int, float) if kind is float else kind
    if not isinstance(value, kinds) or is_bool != wants_bool or (is_moment and wants_date):
        wanted = "a datetime, a date or UNIX seconds" if timestamp else _article(kind)
        wanted += f" or {_article(model)}" if model is not None else ""
        raise TypeError(f"{name} must be {wanted}, not {show(value)}")
    if isinstance(value, datetime.datetime):
        _check_zone(name, value)
    if isinstance(value, int | float):
        if not math.isfinite(value):
            raise ValueError(f"{name} must be a finite number, not {value}")
        if minimum is not None and value < minimum:
            raise ValueError(f"{name} must be at least {minimum}, not {value}")
        if maximum is not None and value > maximum:
            raise ValueError(f"{name} must be at most {maximum}, not {value}")
    if isinstance(value, str) and pattern is not None and not re.fullmatch(pattern, value):
        raise ValueError(f"{name} must match {pattern}, not {value!r}")
    return _to_text(value)


def _to_unix_seconds(name: str, value: object) -> object:
    """A datetime or the start of a date in UTC as seconds since 1970; another value unchanged."""
    if isinstance(value, datetime.datetime):
        _check_zone(name, value)
        return int(value.timestamp())
    if isinstance(value, datetime.date):
        return int(datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.UTC).timestamp())
    return value


def _check_zone(name: str, value: datetime.datetime) -> None:
    if value.tzinfo is None:
        raise ValueError(f"{name} must have a time zone: {value!r} has none; add tzinfo=datetime.timezone.utc")


def _to_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, _DATE_TYPES) else str(value)


def _article(kind: type) -> str:
    return f"an {kind.__name__}" if kind.__name__[0].lower() in "aeio" else f"a {kind.__name__}"


def show(value: object) -> str:
    """An invalid argument for an error message. A model is shown as its name and API: it may have many fields."""
    if isinstance(value, msgspec.Struct):
        return f"a {type(value).__name__} of {type(value).__module__.removesuffix('.models')}"
    text = repr(value)
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."


def alias(name: str, value: Any, other_name: str, other: Any) -> Any:
    """The value of an argument that has two names."""
    if value is not msgspec.UNSET and other is not msgspec.UNSET:
        raise TypeError(f"{name} and {other_name} are two names of one argument: pass only one of them")
    return other if value is msgspec.UNSET else value


def duration(name: str, value: Any, other_name: str, other: Any, unit: str) -> Any:
    """The value of a field that is a whole number of units of time; `other` is a timedelta."""
    if isinstance(other, datetime.timedelta):
        length = datetime.timedelta(**{unit: 1})
        if other % length:
            raise ValueError(f"{other_name} must be a whole number of {unit}, not {other}")
        other = other // length
    elif other is not None and other is not msgspec.UNSET:
        raise TypeError(f"{other_name} must be a timedelta, not {show(other)}; {name} takes {unit}")
    return alias(name, value, other_name, other)


def to_id(value: Any, model: type[Any]) -> Any:
    """The id of a model; another value unchanged."""
    return value.id if isinstance(value, model) else value


def place_of(item: Any, model: type[Any], names: Sequence[str], others: Sequence[Any]) -> Any:
    """The ids of a path: from the item, if it is a model, or from the arguments."""
    missing = [name for name, value in zip(names[1:], others, strict=True) if value is msgspec.UNSET]
    if isinstance(item, model):
        if len(missing) < len(others):
            raise TypeError(f"a {model.__name__} has its {' and '.join(names[:-1])}: pass no other positional argument")
        return (*(getattr(item, name) for name in names[:-1]), item)
    if missing:
        raise TypeError(f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing")
    return (item, *others)


def check_name(name: object) -> None:
    """Raise TypeError for an invalid name."""
    if not isinstance(name, str) or not name:
        raise TypeError(f"name must be a str of at least one character, not {show(name)}")


def check_headers(headers: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """Additional headers; raises TypeError or ValueError, without their values, for those that cannot be sent."""
    if headers is not None and not isinstance(headers, Mapping):
        raise TypeError(f"extra_headers must be a dict, not {type(headers).__name__}")
    for name, value in (headers or {}).items():
        if not isinstance(name, str) or not isinstance(value, str) or not _HEADER.fullmatch(f"{name}:{value}"):
            raise ValueError(
                f"extra_headers: {name!r} cannot be sent: names and values must be ASCII text without line breaks, "
                "and the client itself sets the length"
            )
    return headers


def fields(**values: Any) -> Any:
    """The fields of a body that were given a value."""
    return {name: value for name, value in values.items() if value is not msgspec.UNSET}


def body(kind: Any, value: object, argument: str = "body") -> bytes:
    """A request body as JSON, from models or plain dicts; raises TypeError for a field it does not have.

    `argument` is the caller's name for it.
    """
    try:
        given = msgspec.to_builtins(value, builtin_types=_DATE_TYPES)
    except TypeError as error:
        raise TypeError(f"{argument}: {error}; to leave a field unset, omit it") from None
    try:
        model = msgspec.convert(given, kind, builtin_types=_DATE_TYPES)
    except msgspec.ValidationError as error:
        _check_zones(given)
        for place, name, known in _unknown_fields(kind, given, argument):
            raise TypeError(f"{place} has no field {name!r}; it has {known}") from None
        raise TypeError(_explain(str(error), argument)) from None
    # Values of any type are not checked by msgspec: a datetime may have no time zone. Most bodies have no such value.
    if any(_values(model, path) for path in _free_form(kind)):
        _check_zones(given)
    return msgspec.json.encode(model)


@functools.cache
def _free_form(kind: Any) -> list[tuple[str | None, ...]]:
    """Paths of the values in a body that may have any type; None is each item of a list."""
    if kind is Any or typing.get_origin(kind) is dict:
        return [()]
    if typing.get_origin(kind) is list:
        return [(None, *path) for path in _free_form(typing.get_args(kind)[0])]
    if _is_model(kind):
        return [(field.name, *path) for field in msgspec.structs.fields(kind) for path in _free_form(field.type)]
    return [path for member in typing.get_args(kind) for path in _free_form(member)]


def _values(value: Any, path: tuple[str | None, ...]) -> list[Any]:
    """The values at a path, except absent ones."""
    values = [value]
    for name in path:
        if name is None:
            values = [item for items in values for item in items]
        else:
            values = [field for item in values if (field := getattr(item, name)) not in _ABSENT]
    return values


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _explain(error: str, argument: str) -> str:
    """The text of a ValidationError, beginning with the field that it is about."""
    text, _, path = error.partition(" - at `$")
    path = path.removesuffix("`")
    if missing := re.fullmatch(r"Object missing required field `(.+?)`", text):
        text, path = "is missing", f"{path}.{missing[1]}"
    elif text == "Expected `str` of length >= 1":
        text = "is empty"
    else:
        text = f"must be {text.removeprefix('Expected ')}" if text.startswith("Expected ") else text.lower()
    place = path.removeprefix(".") if path.startswith(".") else f"{argument}{path}"
    return f"{place} {text}" if text.startswith(("is ", "must ")) else f"{place}: {text}"


def _check_zones(given: Any) -> None:
    for place in _naive(given, "body"):
        raise ValueError(f"{place} must have a time zone: add tzinfo=datetime.timezone.utc")


def _naive(given: Any, place: str) -> Iterator[str]:
    """Paths of datetimes without a time zone."""
    if isinstance(given, datetime.datetime) and given.tzinfo is None:
        yield place
    elif isinstance(given, Mapping):
        for name, value in given.items():
            yield from _naive(value, f"{place}.{name}")
    elif isinstance(given, list | tuple):
        for index, value in enumerate(given):
            yield from _naive(value, f"{place}[{index}]")


def _unknown_fields(kind: Any, given: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Fields that a body does not have: path, name and the valid names."""
    if _is_model(kind) and isinstance(given, Mapping):
        fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
        for name, value in given.items():
            if name not in fields:
                yield place, name, ", ".join(sorted(fields))
            else:
                yield from _unknown_fields(fields[name], value, f"{place}.{name}")
    elif typing.get_origin(kind) is list and isinstance(given, list | tuple):
        for index, value in enumerate(given):
            yield from _unknown_fields(typing.get_args(kind)[0], value, f"{place}[{index}]")
    else:
        for member in typing.get_args(kind):
            yield from _unknown_fields(member, given, place)
