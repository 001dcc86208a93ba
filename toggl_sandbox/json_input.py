"""Validation of JSON against types. Errors are ``ValueError`` with a text of one line: the field, then the rule."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


def read_json(document: bytes | str, kind: type[T]) -> T:
    """Decode JSON as a type; raises ``ValueError``."""
    try:
        return msgspec.json.decode(document, type=kind)
    except msgspec.ValidationError as error:
        raise ValueError(_describe(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"not valid JSON: {error}") from None


def validate(value: T) -> T:
    """Return a copy of a msgspec struct with the types of its fields checked; raises ``ValueError``."""
    try:
        return msgspec.convert(msgspec.to_builtins(value), type=type(value))
    except msgspec.ValidationError as error:
        raise ValueError(_describe(error)) from None
    except TypeError as error:
        raise ValueError(f"only JSON values are supported: {error}") from None


def field_and_rule(error: msgspec.ValidationError) -> tuple[str, str]:
    """Split "Expected `int`, got `str` - at `$.users[0].id`" into "users[0].id" and "expected `int`, got `str`"."""
    rule, _, path = " ".join(str(error).splitlines()).partition(" - at `")
    return path.removeprefix("key in ")[1:-1].removeprefix("."), f"{rule[0].lower()}{rule[1:]}"


def _describe(error: msgspec.ValidationError) -> str:
    field, rule = field_and_rule(error)
    return f"{field}: {rule}" if field else rule
