"""The call of `client.raw` that sends a recorded request: its arguments, from the specification."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, unquote

from .format import Request
from .specification import Document, Schema, SpecOperation, operation_of


@dataclass(frozen=True)
class Arguments:
    """The arguments of a call."""

    path: dict[str, Any]
    query: dict[str, Any]
    body: Any


def arguments_of(request: Request) -> Arguments:
    """Return the arguments with which a client sends this request."""
    operation = operation_of(request)
    return Arguments(
        path={
            name: _from_text(unquote(text), operation.parameter("path", name)["schema"])
            for name, text in operation.path_arguments(request.path).items()
        },
        query=_query_arguments(operation, request.query),
        body=None if request.body is None else _body_argument(operation, request.body),
    )


def _query_arguments(operation: SpecOperation, query: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)):
        schema = operation.parameter("query", name)["schema"]
        if schema["type"] == "array":
            found.setdefault(name, []).append(_from_text(text, schema["items"]))
        elif name in found:
            raise ValueError(f"{operation.id}: {name} is a duplicate in the query")
        else:
            found[name] = _from_text(text, schema)
    return found


def _body_argument(operation: SpecOperation, body: str) -> Any:
    assert operation.body is not None, f"{operation.id} takes no body"
    return _from_json(operation.document, json.loads(body), operation.body)


def _from_text(text: str, schema: Schema) -> Any:
    if "x-nullable-id" in schema:
        return int(text) if text else None
    match schema["type"]:
        case "integer":
            return int(text)
        case "boolean":
            return {"true": True, "false": False}[text]
    return _TEXTS.get(schema.get("format", ""), str)(text)


_TEXTS: Final[Mapping[str, Callable[[str], Any]]] = {
    "date": datetime.date.fromisoformat,
    "date-time": datetime.datetime.fromisoformat,
}


def _from_json(document: Document, value: Any, schema: Schema) -> Any:
    schema = document.resolve(schema)
    if isinstance(value, list):
        return [_from_json(document, one, schema["items"]) for one in value]
    if isinstance(value, dict):
        return {name: _from_json(document, one, schema["properties"][name]) for name, one in value.items()}
    if isinstance(value, str):
        return _TEXTS.get(schema.get("format", ""), str)(value)
    return value


def raw_call(client: Any, operation: SpecOperation, given: Arguments) -> Any:
    """Call the operation through `client.raw`."""
    body = {} if given.body is None else {"body": given.body}
    return getattr(client.raw, operation.function)(**given.path, **body, **given.query)
