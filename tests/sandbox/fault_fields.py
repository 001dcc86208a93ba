"""Writes `fault_fields.js`, the page's help on the fields of a fault, from the description of the control plane.

`python -m tests.sandbox.fault_fields` writes the file; a test compares it with the description.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import yaml

import toggl_sandbox

PACKAGE: Final = Path(toggl_sandbox.__file__).parent
FILE: Final = PACKAGE / "page/fault_fields.js"


def fault_fields() -> str:
    """Return the text of the file: each field with its name, type, allowed values, description and an example."""
    description = yaml.safe_load((PACKAGE / "control/control.yaml").read_text(encoding="utf-8"))
    properties = description["components"]["schemas"]["Fault"]["properties"]
    lines = "\n".join(
        f"  {json.dumps(_field(name, schema), ensure_ascii=False)}," for name, schema in properties.items()
    )
    return (
        "// Made from control.yaml by `python -m tests.sandbox.fault_fields`: do not edit.\n\n"
        f"export const FAULT_FIELDS = [\n{lines}\n];\n"
    )


def _field(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    types = [schema] if "type" in schema else schema.get("oneOf", [])
    # The values of an object with free names are a part of its type.
    values = schema.get("enum") or (schema.get("additionalProperties") or {}).get("enum") or []
    return {
        "name": name,
        "type": " or ".join(one["type"] for one in types) or "any value",
        "values": [one for one in values if one is not None],
        "range": [schema.get("minimum"), schema.get("maximum")],
        "default": schema.get("default"),
        "description": schema.get("description", ""),
    }


if __name__ == "__main__":
    FILE.write_text(fault_fields(), encoding="utf-8")
