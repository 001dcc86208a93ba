"""The control plane of the sandbox: its routes, and the fields of a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator import ROOT
from generator.specification import Document, follow, operations
from generator.table import markdown

DOCUMENT = ROOT / "toggl_sandbox/control/control.yaml"


def page() -> str:
    """Return the page."""
    document: Document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    lines = [
        "# Sandbox control plane and faults",
        "",
        *paragraphs(document["info"]["description"]),
        "The [guide](../guides/sandbox.md) shows examples. [The complete description](http/control.html) also has the",
        "responses. A running sandbox serves it as OpenAPI at `/_sandbox/openapi.yaml`. An error is a JSON object with",
        "the field `error`, which names the invalid field and the rule.",
        "",
        "## Routes",
        "",
        "Paths are relative to `/_sandbox`.",
    ]
    for tag in document["tags"]:
        rows = [
            (
                f"`{method.upper()} {path}`",
                " ".join([operation["summary"], *operation.get("description", "").split()]),
                query_parameters(document, operation),
                body_fields(document, operation),
            )
            for path, method, operation in operations(document)
            if operation["tags"] == [tag["name"]]
        ]
        lines += ["", f"### {tag['name'].capitalize()}", "", tag["description"], ""]
        lines += markdown([("route", "effect", "query", "body"), *rows])
    fault = document["components"]["schemas"]["Fault"]
    fields = [(f"`{name}`", *field(follow(document, one))) for name, one in fault["properties"].items()]
    lines += ["", "## Fields of a fault", "", " ".join(fault["description"].split()), ""]
    lines += markdown([("field", "type", "default", "meaning"), *fields])
    return "\n".join(lines)


def paragraphs(text: str) -> Iterator[str]:
    """Yield the lines of a description, with an empty line after each paragraph."""
    for paragraph in text.strip().split("\n\n"):
        yield from (" ".join(paragraph.split()), "")


def query_parameters(document: Document, operation: Mapping[str, Any]) -> str:
    """Return the names of the query parameters."""
    found = (follow(document, one) for one in operation.get("parameters", []))
    return ", ".join(f"`{one['name']}`" for one in found if one["in"] == "query")


def body_fields(document: Document, operation: Mapping[str, Any]) -> str:
    """Return the names of the fields of a request body."""
    if "requestBody" not in operation:
        return ""
    content = follow(document, operation["requestBody"])["content"]["application/json"]
    schema = content["schema"]
    if "$ref" in schema:
        return f"a {schema['$ref'].rpartition('/')[2].lower()}"
    return ", ".join(f"`{name}`" for name in schema["properties"])


def field(schema: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return type, default and meaning of a field."""
    values = [str(value) for value in schema.get("enum", []) if value is not None]
    kind = " or ".join(one["type"] for one in schema["oneOf"]) if "oneOf" in schema else schema.get("type", "any")
    default = f"`{schema['default']}`" if "default" in schema else ""
    return ", ".join(f"`{value}`" for value in values) or kind, default, " ".join(schema.get("description", "").split())
