"""Reads JSON documents into types, and says in one line what is wrong with one: the field and the remedy."""

from __future__ import annotations

import re
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")
_WORDS: Final = {
    "int": "a whole number",
    "float": "a number",
    "str": "a string",
    "bool": "true or false",
    "object": "an object",
    "array": "an array",
    "datetime": "a time such as 2025-03-03T09:00:00Z",
    "null": "null",
}
_PLACE: Final = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")


def read(document: bytes | str, kind: type[T]) -> T:
    """Decode JSON as a type; ``ValueError`` names the field and what it should be."""
    try:
        return msgspec.json.decode(document, type=kind)
    except msgspec.ValidationError as error:
        raise ValueError(_explained(str(error), kind)) from None
    except msgspec.DecodeError as error:
        raise ValueError(f"the body must be a JSON object: {str(error)[0].lower()}{str(error)[1:]}") from None
    except UnicodeDecodeError:
        raise ValueError("the body must be a JSON object in UTF-8") from None


def checked(value: T) -> T:
    """Return a msgspec value as if it had come by JSON, so that its fields have their types; ``ValueError`` if not."""
    try:
        return msgspec.convert(msgspec.to_builtins(value), type=type(value))
    except msgspec.ValidationError as error:
        raise ValueError(_explained(str(error), type(value))) from None
    except TypeError as error:
        raise ValueError(f"only JSON values fit here: {error}") from None


def _explained(text: str, kind: type) -> str:
    place = _PLACE.search(text)
    text = _PLACE.sub("", text)
    field = place[1] if place else ""
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", text):
        inside = f" of {field}" if field else ""
        return f"{unknown[1]} is no field{inside}: take one of {', '.join(_fields(kind, field))}"
    if missing := re.fullmatch(r"Object missing required field `(.*)`", text):
        return f"{field}.{missing[1]} is required".lstrip(".")
    name = field or "the body"
    if invalid := re.fullmatch(r"Invalid enum value (.*)", text, re.DOTALL):
        return f"{name} must be one of {', '.join(_choices(_type_at(kind, field)))}, not {invalid[1]}"
    if wrong := re.fullmatch(r"Expected `(.*)`, got `(.*)`", text):
        return f"{name} must be {_words(wrong[1])}, not {_words(wrong[2])}"
    if bound := re.fullmatch(r"Expected `(.*?)` (.*)", text):
        return f"{name} must be {_words(bound[1])} {bound[2]}"
    if text.startswith("Invalid RFC3339 encoded datetime"):
        return f"{name} must be {_WORDS['datetime']}"
    return f"{name}: {text[0].lower()}{text[1:]}"


def _words(types: str) -> str:
    return " or ".join(_WORDS.get(one, one) for one in types.split(" | "))


def _type_at(kind: Any, field: str) -> Any:
    """Return the type at a place such as `contents.users[0].id`; `[...]` is the value of any key."""
    for step in re.findall(r"\[[^]]*\]|[^.[]+", field):
        kind = get_args(kind)[-1] if step.startswith("[") else get_type_hints(_with_fields(kind))[step]
    return kind


def _with_fields(kind: Any) -> Any:
    """Return, of `X` and `X | None` and `list[X]` alike, the X that has fields."""
    if hasattr(kind, "__annotations__"):
        return kind
    return next(filter(None, map(_with_fields, get_args(kind))), None)


def _fields(kind: type, field: str) -> list[str]:
    return sorted(get_type_hints(_with_fields(_type_at(kind, field))))


def _choices(kind: Any) -> list[str]:
    if get_origin(kind) is Literal:
        return [str(one) for one in get_args(kind)]
    return [choice for one in get_args(kind) for choice in _choices(one)]


def field_and_rule(error: msgspec.ValidationError) -> tuple[str, str]:
    """Split "Expected `int`, got `str` - at `$.users[0].id`" into "users[0].id" and "expected `int`, got `str`"."""
    rule, _, path = str(error).partition(" - at `")
    return path.removeprefix("key in ")[1:-1].removeprefix("."), f"{rule[0].lower()}{rule[1:]}"
