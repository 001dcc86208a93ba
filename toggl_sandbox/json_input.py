"""Validation of JSON against types. Errors are ``ValueError`` with a message of one line: the field, then the rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")
MAX_LEVELS: Final = 100
"""Maximum number of levels of arrays and objects in a value."""
TOO_DEEP: Final = f"expected at most {MAX_LEVELS} levels of arrays and objects"
INTEGERS: Final = range(-(2**63), 2**63)
Counter: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**62)]
"""Maximum value of counters; they still fit into 64 bits after many requests."""
YEARS: Final = range(2, 9999)
"""Years whose times can be converted to any time zone and moved by a day."""


def read_json(document: bytes | str, kind: type[T]) -> T:
    """Decode JSON as a type; raises ``ValueError``."""
    try:
        value = msgspec.json.decode(document, type=kind)
    except msgspec.ValidationError as error:
        raise ValueError(_field_first(error, kind)) from None
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ValueError(f"not valid JSON: {error}") from None
    except RecursionError:
        raise ValueError(TOO_DEEP) from None
    check_ranges(value)
    return value


def validate(value: T) -> T:
    """Return a copy of a msgspec struct with the types of its fields checked; raises ``ValueError``."""
    try:
        value = msgspec.convert(msgspec.to_builtins(value), type=type(value))
    except msgspec.ValidationError as error:
        raise ValueError(_field_first(error, type(value))) from None
    except TypeError as error:
        raise ValueError(f"only JSON values are supported: {error}") from None
    except RecursionError:
        raise ValueError(TOO_DEEP) from None
    check_ranges(value)
    return value


class OutOfRange(ValueError):
    """A value is out of range: ``field`` is the path to it, ``rule`` describes the valid values."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.field, self.rule = "", rule

    def __str__(self) -> str:
        return " ".join(f"{self.field}: {self.rule}".splitlines()) if self.field else self.rule


def check_ranges(value: Any, levels: int = MAX_LEVELS) -> None:
    """Raise ``OutOfRange`` for a value, at any depth, of the right type that cannot be sent, stored or computed."""
    rule = ""
    members: Iterable[tuple[object, Any]] = ()
    if isinstance(value, str):
        rule = "" if value.isascii() or _is_unicode(value) else "expected Unicode text"
    elif isinstance(value, int):
        rule = "" if value in INTEGERS else "expected `int` of 64 bits"
    elif isinstance(value, datetime):
        if value.tzinfo is None:
            rule = "expected `datetime` with a timezone component"
        elif value.year not in YEARS:
            rule = f"expected a time in the years {YEARS[0]} to {YEARS[-1]}"
    elif isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list | tuple | set):
        members = ((f"[{index}]", member) for index, member in enumerate(value))
    elif names := getattr(value, "__struct_fields__", None) or getattr(value, "__dataclass_fields__", None):
        members = ((name, getattr(value, name)) for name in names)
    if members and not levels:
        rule = TOO_DEEP
    if rule:
        raise OutOfRange(rule)
    for step, member in members:
        if member is None or type(member) is bool:
            continue  # most members of an entity
        try:
            check_ranges(member, levels - 1)
        except OutOfRange as error:
            dot = "." if error.field and not error.field.startswith("[") else ""
            error.field = f"{step}{dot}{error.field}"
            raise


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def field_and_rule(error: msgspec.ValidationError) -> tuple[str, str]:
    """Split "Expected `int`, got `str` - at `$.users[0].id`" into "users[0].id" and "expected `int`, got `str`"."""
    rule, _, path = " ".join(str(error).splitlines()).partition(" - at `")
    return path.removeprefix("key in ")[1:-1].removeprefix("."), f"{rule[0].lower()}{rule[1:]}"


def _field_first(error: msgspec.ValidationError, kind: type) -> str:
    field, rule = field_and_rule(error)
    if rule.startswith("invalid enum value") and isinstance(kind, type):
        choices = _literals(get_type_hints(kind).get(field.partition("[")[0]))
        rule += f": choose one of {', '.join(map(str, choices))}" if choices else ""
    return f"{field}: {rule}" if field else rule


def _literals(kind: Any) -> list[object]:
    arguments = get_args(kind)
    return list(arguments) if get_origin(kind) is Literal else [one for each in arguments for one in _literals(each)]
