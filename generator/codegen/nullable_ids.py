"""`x-nullable-id` for our own generators: a string item becomes an integer or null."""

from __future__ import annotations

from typing import Any

NULLABLE_ID = {"type": "integer", "format": "int64", "minimum": 1, "nullable": True}


def with_nullable_ids(node: Any) -> Any:
    """A copy of a document in which items with `x-nullable-id` are integers that may be null."""
    if isinstance(node, list):
        return [with_nullable_ids(value) for value in node]
    if not isinstance(node, dict):
        return node
    return dict(NULLABLE_ID) if "x-nullable-id" in node else {key: with_nullable_ids(node[key]) for key in node}
