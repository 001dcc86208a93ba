"""Reads the arguments of an operation from a request: path, query and body, each as a model of the route."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec

from toggl_server.routing import Parameter, Route

from ..json_input import TOO_DEEP, OutOfRange, check_ranges, field_and_rule

_INTEGER: Final = re.compile(r"-?\d{1,4000}", re.ASCII)
_BOOLEANS: Final = {
    **dict.fromkeys(("1", "t", "T", "TRUE", "true", "True"), True),
    **dict.fromkeys(("0", "f", "F", "FALSE", "false", "False"), False),
}
"""The values that Go parses as booleans (assumed)."""
_JSON: Final = re.compile(r"application/([\w.+-]+\+)?json\s*(;|$)", re.IGNORECASE)


class InvalidArgument(Exception):
    """An argument breaks a rule: where it is (`path`, `query`, `body`), its name, and the rule."""

    def __init__(self, place: str, name: str, rule: str) -> None:
        super().__init__(rule)
        self.place, self.name, self.rule = place, name, rule


def read_arguments(route: Route, path: Mapping[str, str], query: bytes, content_type: str, body: bytes) -> list[Any]:
    """Return the models that a handler takes; raises InvalidArgument."""
    arguments = []
    if route.path is not None:
        values = {name: _read_text(route.parameters[name], text) for name, text in path.items()}
        arguments.append(_convert("path", values, route.path))
    if route.query is not None:
        arguments.append(_convert("query", _read_query(route.parameters, query), route.query))
    if route.body is not None:
        arguments.append(read_body(route.body, content_type, body))
    return arguments


def read_body(model: Any, content_type: str, body: bytes) -> Any:
    """Return a JSON body as a model; raises InvalidArgument."""
    if not body:
        raise InvalidArgument("body", "body", "is required")
    if not _JSON.match(content_type):
        raise InvalidArgument("body", "body", "must be application/json")
    try:
        value = _decoder(model).decode(body)
        check_ranges(value)
    except msgspec.ValidationError as error:
        raise _invalid("body", error) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InvalidArgument("body", "", "The body is not valid JSON.") from None
    except RecursionError:
        raise InvalidArgument("body", "body", TOO_DEEP) from None
    except OutOfRange as error:
        raise InvalidArgument("body", error.field or "body", error.rule) from None
    return value


@cache
def _decoder(model: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(model)


def _read_query(parameters: Mapping[str, Parameter], query: bytes) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
        parameter = parameters.get(name)
        if parameter is None:
            continue
        value = _read_text(parameter, text)
        if parameter.repeats:
            values.setdefault(name, []).append(value)
        else:
            values[name] = value
    return values


def _read_text(parameter: Parameter, text: str) -> Any:
    """Return the value of a text. An invalid text is returned unchanged and then rejected by msgspec."""
    if parameter.nullable and not text:
        return None
    if parameter.type == "integer":
        return int(text) if _INTEGER.fullmatch(text) else text
    if parameter.type == "boolean":
        return _BOOLEANS.get(text, text)
    if parameter.type == "number":
        try:
            return float(text)
        except ValueError:
            return text
    # msgspec also accepts a space in place of the T.
    return text.replace(" ", "_") if parameter.type == "date-time" else text


def _convert(place: str, values: Mapping[str, Any], model: Any) -> Any:
    try:
        return msgspec.convert(values, model)
    except msgspec.ValidationError as error:
        raise _invalid(place, error) from None


def _invalid(place: str, error: msgspec.ValidationError) -> InvalidArgument:
    name, rule = field_and_rule(error)
    return InvalidArgument(place, name or place, rule)
