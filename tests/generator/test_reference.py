"""`operations.json`: what it says about the tiny specification is in the golden output; here is what that lacks."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from generator.codegen.reference import MAX_DEPTH, generate_reference, to_plain_schema

NODE: dict[str, Any] = {
    "type": "object",
    "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}}},
}


def test_a_schema_that_contains_itself_ends() -> None:
    schema = to_plain_schema(NODE, {"components": {"schemas": {"Node": NODE}}})
    depth = 0
    while schema:
        schema = schema.get("properties", {}).get("children") or schema.get("items") or {}
        depth += 1
    assert depth == MAX_DEPTH + 1


def test_descriptions_of_parameters_come_before_those_of_their_schemas(tmp_path: Path) -> None:
    parameter = {
        "name": "day",
        "in": "query",
        "description": "First day.",
        "schema": {"type": "string", "format": "date", "description": "A day.", "example": datetime.date(2025, 3, 3)},
    }
    operation = {"operationId": "listBoats", "tags": ["boats"], "summary": "List boats.", "parameters": [parameter]}
    document = {"servers": [{"url": "https://harbour.example/api"}], "paths": {"/boats": {"get": operation}}}
    generate_reference({"tiny": document}, tmp_path)
    (written,) = json.loads((tmp_path / "operations.json").read_text())["operations"]
    assert written == {
        "name": "tiny.listBoats",
        "tag": "boats",
        "method": "GET",
        "path": "/api/boats",
        "summary": "List boats.",
        "parameters": [
            {
                "name": "day",
                "in": "query",
                "required": False,
                "type": "string",
                "format": "date",
                "example": "2025-03-03",
                "description": "First day.",
            }
        ],
        "body": None,
        "body_required": False,
    }
