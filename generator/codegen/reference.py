"""Writes `toggl_server/operations.json`: what a page needs to show each operation and to build a request to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..specification import Document, follow, operations

#: Keys of a schema that a form needs, in addition to its properties and items.
SCHEMA_KEYS = (
    *("type", "format", "nullable", "enum", "default", "example", "description"),
    *("minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "x-nullable-id"),
)
#: How deep a schema is followed: a schema may contain itself.
MAX_DEPTH = 8


def generate_reference(documents: Mapping[str, Document], package: Path) -> None:
    """Write the operations of all documents into one file."""
    reference = {
        "x-generated": "generated from spec/ by `make generate` - do not edit",
        "operations": [each for name, document in documents.items() for each in describe_operations(name, document)],
    }
    text = json.dumps(reference, indent=1, ensure_ascii=False, default=str)  # of a date
    (package / "operations.json").write_text(f"{text}\n", encoding="utf-8")


def describe_operations(api: str, document: Document) -> Iterator[dict[str, Any]]:
    """Each operation of a document, with all references resolved."""
    prefix = urlsplit(document["servers"][0]["url"]).path
    for path, method, operation in operations(document):
        body = follow(document, operation.get("requestBody", {}))
        schema = body.get("content", {}).get("application/json", {}).get("schema")
        yield {
            "name": f"{api}.{operation['operationId']}",
            "tag": operation["tags"][0],
            "method": method.upper(),
            "path": prefix + path,
            "summary": operation["summary"],
            **({"description": operation["description"]} if "description" in operation else {}),
            **({"deprecated": True} if operation.get("deprecated") else {}),
            "parameters": [describe_parameter(one, document) for one in operation["parameters"]],
            "body": None if schema is None else to_plain_schema(schema, document),
            "body_required": bool(body.get("required")),
        }


def describe_parameter(parameter: dict[str, Any], document: Document) -> dict[str, Any]:
    """A parameter with its name and schema. Its own description and example come before those of the schema."""
    own: dict[str, Any] = {key: parameter[key] for key in ("description", "example", "deprecated") if key in parameter}
    return {
        "name": parameter["name"],
        "in": parameter["in"],
        "required": bool(parameter.get("required")),
        **to_plain_schema(parameter["schema"], document),
        **own,
    }


def to_plain_schema(node: dict[str, Any], document: Document, depth: int = 0) -> dict[str, Any]:
    """A schema without references; below the maximum depth, it is any value."""
    if depth > MAX_DEPTH:
        return {}
    schema = follow(document, node)
    plain = {key: schema[key] for key in SCHEMA_KEYS if key in schema}
    if "properties" in schema:
        plain["required"] = list(schema.get("required", []))
        plain["properties"] = {
            name: to_plain_schema(each, document, depth + 1) for name, each in schema["properties"].items()
        }
    if "items" in schema:
        plain["items"] = to_plain_schema(schema["items"], document, depth + 1)
    return plain
