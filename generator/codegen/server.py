"""Drives datamodel-code-generator: one document becomes the sandbox's server contract.

The models are the generator's output for msgspec. The table of routes comes from a template of this project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..specification import Document, SpecificationError, escape, follow, operations, references, resolve
from .nullable_ids import with_nullable_ids

TEMPLATES = Path(__file__).parent / "templates/server"

#: Every choice that shapes the output is named, so that only a new pin can change it.
OPTIONS = (
    "--input-file-type=openapi",
    "--preset=standard-py311-20261027",
    "--openapi-scopes=schemas",
    "--output-model-type=msgspec.Struct",
    "--output-date-class=date",
    "--output-datetime-class=datetime",
    "--additional-imports=msgspec.UNSET,msgspec.UnsetType",
    "--enum-field-as-literal=all",
    "--reuse-model",
    "--strict-nullable",
    "--disable-timestamp",
    f"--custom-template-dir={TEMPLATES}",
)  # fmt: skip

PROSE = ("description", "title", "example", "deprecated")
#: Patterns of dates and times in what the server only writes.
TEXTS = {
    "date": r"^\d{4}-\d\d-\d\d$",
    "date-time": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$",
}


def generate_server(document: Document, name: str, output: Path, staging: Path) -> None:
    """Write `toggl_server/<name>` below `output`; raises SpecificationError when the generator fails or warns."""
    document = with_nullable_ids(document)
    staging.mkdir(parents=True, exist_ok=True)
    header = f"# generated from spec/{name}.yaml by `make generate` - do not edit"
    package = output / "toggl_server" / name
    (staging / "schemas.json").write_text(json.dumps(schemas_document(document)))
    command = [
        *(sys.executable, "-W", "error", "-m", "datamodel_code_generator", *OPTIONS),
        *("--input", "schemas.json", "--custom-file-header", header, "--output", "models.py"),
    ]
    done = subprocess.run(command, cwd=staging, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SpecificationError(f"spec/{name}.yaml", *parse_error(done.stderr))
    package.mkdir(parents=True)
    (package / "models.py").write_bytes((staging / "models.py").read_bytes())
    template = Environment(  # noqa: S701 - it writes Python, not HTML
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template("routes.py.jinja")
    (package / "routes.py").write_text(f"{header}\n{template.render(api=name, routes=list(routes(document)))}")
    (package / "__init__.py").write_text(f'{header}\n"""Server contract of one API."""\n')


def parse_error(stderr: str) -> tuple[str, str]:
    """JSON pointer and cause in the generator's message: `Error: POINTER: CAUSE; POINTER: CAUSE` or a traceback."""
    said = [line for line in stderr.splitlines() if line.strip() and "For further information" not in line]
    last = said[-1] if said else "the server generator failed without a message"
    placed = re.fullmatch(r"Error: (/.*?): (.*?)(; /.*)?", last)
    return (placed[1], placed[2]) if placed else ("", last)


def schemas_document(document: Document) -> Document:
    """The document as the generator reads it: schemas alone, with one for each path, query and inline body."""
    schemas = dict(document.get("components", {}).get("schemas", {}))
    inputs: dict[str, Any] = {}
    for route in routes(document):
        for kind in ("path", "query"):
            if parameters := route[f"{kind}_parameters"]:
                required = [one["name"] for one in parameters if one.get("required")]
                properties = {one["name"]: one["schema"] for one in parameters}
                schema = {"type": "object", "required": required, "properties": properties}
                if inputs.setdefault(route[kind], schema) != schema or route[kind] in schemas:
                    raise SpecificationError("spec", route["pointer"], f"the name {route[kind]} is taken")
        if route["body"]:
            inputs.setdefault(route["body"], route["body_schema"])
    read = {name for schema in inputs.values() for name in component_names(schema, document)} | inputs.keys()
    return {
        "openapi": "3.0.3",
        "info": {"title": document["info"]["title"], "version": document["info"]["version"]},
        "paths": {},
        "components": {
            "schemas": {
                name: to_server_schema(schema, is_read=name in read) for name, schema in {**inputs, **schemas}.items()
            }
        },
    }


def component_names(schema: Any, document: Document) -> set[str]:
    """The names of the component schemas that a schema leads to."""
    found: set[str] = set()
    waiting = [reference for _, reference in references(schema)]
    while waiting:
        reference = waiting.pop()
        name = reference.rpartition("/")[2]
        if name not in found:
            found.add(name)
            waiting += [one for _, one in references(resolve(document, reference))]
    return found


def to_server_schema(node: Any, *, is_read: bool, in_properties: bool = False) -> Any:
    """A schema without prose, as the generator reads it.

    What the server reads has the limits of `int64`, since the generator gives the format no meaning. What it only
    writes has patterns in place of dates and times, which each service writes in its own way.
    """
    if isinstance(node, list):
        return [to_server_schema(one, is_read=is_read) for one in node]
    if not isinstance(node, dict):
        return node
    schema = {
        key: to_server_schema(value, is_read=is_read, in_properties=key == "properties" and not in_properties)
        for key, value in node.items()
        if in_properties or key not in PROSE
    }
    if in_properties:
        return schema
    if is_read and schema.get("format") == "int64":
        schema = {"minimum": -(2**63), "maximum": 2**63 - 1, **schema}
    if not is_read and schema.get("format") in TEXTS:
        schema["pattern"] = TEXTS[schema.pop("format")]
    if schema.get("type") == "object" and "properties" not in schema:
        schema["additionalProperties"] = {}
    return schema


def routes(document: Document) -> Iterator[dict[str, Any]]:
    """The variables of the template for each operation."""
    paths = {tuple(names_in(operation, "path")) for _, _, operation in operations(document)}
    for path, method, operation in operations(document):
        name = operation["operationId"]
        model = name[0].upper() + name[1:]
        in_path, in_query = (
            [one for one in operation["parameters"] if one["in"] == place] for place in ("path", "query")
        )
        content = follow(document, operation.get("requestBody", {})).get("content", {})
        body = content.get("application/json", {}).get("schema", {})
        status, reply = success(operation, document)
        yield {
            "name": name,
            "handler": re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower(),
            "service": operation["tags"][0],
            "pointer": f"/paths/{escape(path)}/{method}",
            "method": method.upper(),
            "url": path,
            "path": path_model(tuple(names_in(operation, "path")), paths),
            "path_parameters": in_path,
            "query": f"{model}Query" if in_query else "",
            "query_parameters": in_query,
            "parameters": [parameter(one, document) for one in (*in_path, *in_query)],
            "body": schema_name(body, f"{model}Body"),
            "body_schema": body,
            "reply": type_of(reply, document),
            "status": status,
        }


def names_in(operation: dict[str, Any], place: str) -> list[str]:
    """The names of the parameters of an operation in its path or its query."""
    return [parameter["name"] for parameter in operation["parameters"] if parameter["in"] == place]


def path_model(names: tuple[str, ...], paths: Collection[tuple[str, ...]]) -> str:
    """The name of the model of a path, after its last parameter: `/workspaces/{workspace_id}` has a WorkspacePath.

    It is named after all its parameters if paths with the same last parameter have different other ones.
    """
    if not names:
        return ""
    is_unique = sum(names[-1:] == other[-1:] for other in paths) == 1
    words = "_".join(name.removesuffix("_id") for name in (names[-1:] if is_unique else names)).split("_")
    return "".join(word.capitalize() for word in words) + "Path"


def schema_name(schema: dict[str, Any], otherwise: str) -> str:
    """The name of the model of a schema: that of its component, or `otherwise`; empty where there is no schema."""
    return str(schema["$ref"]).rpartition("/")[2] if "$ref" in schema else otherwise if schema else ""


def type_of(schema: dict[str, Any], document: Document) -> str:
    """The Python type of a response; `None` where there is no body."""
    if not schema:
        return "None"
    target = follow(document, schema)
    if "oneOf" in target:
        return " | ".join(type_of(one, document) for one in target["oneOf"])
    if target.get("type") == "array":
        return f"list[{type_of(target['items'], document)}]" + (" | None" if target.get("nullable") else "")
    if "$ref" not in schema:
        raise SpecificationError("spec", "", "a response needs a schema with a name, under components/schemas")
    return f"models.{schema_name(schema, '')}"


def parameter(described: dict[str, Any], document: Document) -> dict[str, Any]:
    """How a parameter is read from text: its type, whether it repeats, and whether an empty member means null."""
    schema = follow(document, described["schema"])
    item = follow(document, schema["items"]) if schema.get("type") == "array" else schema
    return {
        "name": described["name"],
        "type": "date-time" if item.get("format") == "date-time" else item.get("type", "string"),
        "repeats": item is not schema,
        "nullable": bool(item.get("nullable")),
    }


def success(operation: dict[str, Any], document: Document) -> tuple[int, dict[str, Any]]:
    """Status and schema of the response of a success; an empty schema where there is no body."""
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            content = follow(document, response).get("content", {})
            schema: dict[str, Any] = content.get("application/json", {}).get("schema", {})
            return int(status), schema
    raise SpecificationError("spec", "", f"{operation['operationId']} has no response of a success")
