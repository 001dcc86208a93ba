"""The problems of a document that keep the generators from writing code that works, with their JSON pointers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from keyword import iskeyword
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.validators import validator_for
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import OpenAPIV30SpecValidator
from openapi_spec_validator.schemas import schema_v30

from .specification import Document, escape, follow, operations, references, resolve

#: JSON pointer and cause.
Problem = tuple[str, str]

#: Style and explode that the operations send; no other is supported.
STYLES = {"path": ("simple", False), "query": ("form", True)}
PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
UNITS = ("milliseconds", "seconds", "minutes")
#: Names that the generated modules use; a field or schema of that name would hide them.
RESERVED_FIELDS = {"to_dict", "to_json", "bool", "datetime", "dict", "float", "int", "list", "property", "str"}
RESERVED_SCHEMAS = {
    *(
        "Annotated",
        "Any",
        "Literal",
        "Mapping",
        "Meta",
        "Model",
        "Operation",
        "Required",
        "Sequence",
        "TypedDict",
        "UnsetType",
    ),
    "UNSET",
}


def find_problems(document: Document) -> Iterator[Problem]:
    """The problems of a document. Each step relies on the absence of those before it."""
    validator = OpenAPIV30SpecValidator(document)
    yield from non_json_values(document)
    yield from reference_problems(document)
    # The validator itself would use jsonschema-rs where that is installed, whose messages quote the whole document.
    for invalid in validator_for(dict(schema_v30))(dict(schema_v30)).iter_errors(document):
        yield pointer_of(invalid), most_specific(invalid).message
    for pointer, schema in schemas(document):
        yield from schema_problems(document, pointer, schema)
    yield from schema_name_problems(document)
    yield from operation_problems(document)
    yield from method_problems(document)
    for invalid in validator.root_validator(validator.schema_path):
        yield pointer_of(invalid), most_specific(invalid).message


def non_json_values(node: object, pointer: str = "", inside: tuple[int, ...] = ()) -> Iterator[Problem]:
    """Values that YAML has and JSON has not: `200:` is a number, `2024-01-01` a date, an alias may be circular."""
    if id(node) in inside:
        yield pointer, "circular alias"
    elif isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                yield pointer, f"the key {key!r} is not a string: put it in quotes"
            else:
                yield from non_json_values(value, f"{pointer}/{escape(key)}", (*inside, id(node)))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from non_json_values(value, f"{pointer}/{index}", (*inside, id(node)))
    elif not isinstance(node, str | int | float | None):
        yield pointer, f"{node} is read as a {type(node).__name__}: put it in quotes"


def reference_problems(document: Document) -> Iterator[Problem]:
    """References without a target, to a component of the wrong kind, or to themselves."""
    for pointer, reference in references(document):
        target = resolve(document, reference)
        if target is None:
            yield pointer, f"{reference} has no target"
        seen = {reference}
        while isinstance(target, dict) and isinstance(target.get("$ref"), str):
            if target["$ref"] in seen:
                yield pointer, f"{reference} refers to itself"
                break
            seen.add(target["$ref"])
            target = resolve(document, target["$ref"])
        kind = component_kind(pointer)
        if kind and not reference.startswith(f"#/components/{kind}/"):
            yield pointer, f"{reference} is not one of components/{kind}"


def component_kind(pointer: str) -> str | None:
    """The section of `components` that a `$ref` at this place must refer to; None when any will do."""
    parts = pointer.split("/")
    if re.fullmatch(r"/components/\w+/[^/]+", pointer):
        return parts[2]
    if parts[-2:-1] in (["parameters"], ["responses"], ["headers"]):
        return parts[-2]
    if parts[-1] == "requestBody":
        return "requestBodies"
    if parts[-1] in ("schema", "items") or parts[-2:-1] in (["properties"], ["oneOf"], ["anyOf"], ["allOf"]):
        return "schemas"
    return None


def schema_problems(document: Document, pointer: str, schema: dict[str, Any]) -> Iterator[Problem]:
    """Parts of one schema that the generators would skip, or write code from that does not work."""
    if schema.get("type") == "array" and "items" not in schema:
        yield pointer, "an array needs items"
    if "x-nullable-id" in schema:
        is_item = re.fullmatch(r".*/parameters/\w+/schema/items", pointer)
        if not is_item or (schema["x-nullable-id"], schema.get("type")) != (True, "string"):
            yield f"{pointer}/x-nullable-id", "must be true, for items of the type string in a parameter"
    for key in ("format", "pattern", "minimum", "maximum", "oneOf", "anyOf", "enum", "default"):
        if key in schema:
            yield from ((f"{pointer}/{key}", cause) for cause in keyword_problems(document, schema, key))
    yield from property_problems(f"{pointer}/properties", schema.get("properties", {}))


def keyword_problems(document: Document, schema: dict[str, Any], key: str) -> Iterator[str]:
    """The causes of problems with one keyword of a schema."""
    value, kind = schema[key], schema.get("type", "")
    match key:
        case "format" if value in ("binary", "uuid"):
            yield f"there is no Python type for the format {value}"
        case "pattern":
            try:
                re.compile(value)
            except re.error as error:
                yield f"{value!r} is not a regular expression: {error}"
        case "minimum" | "maximum" if kind == "integer" and not isinstance(value, int):
            yield "the bound of an integer must be an integer"
        case "oneOf" | "anyOf":
            kinds = [follow(document, inner).get("type") for inner in value]
            if len(set(kinds)) < len(kinds):
                yield "alternatives need different JSON types: msgspec decides by them"
        case "enum":
            for index, member in enumerate(value):
                if member in value[:index]:
                    yield f"duplicate value {member!r}"
                # A bool is an int to Python.
                if type(member) not in PYTHON_TYPES.get(kind, ()):
                    yield f"{member!r} does not fit the type {kind}"
        case "default" if not any(references(schema)):
            yield from (invalid.message for invalid in OAS30Validator(schema).iter_errors(value))


def property_problems(pointer: str, properties: dict[str, Any]) -> Iterator[Problem]:
    """Fields that cannot become attributes of a model."""
    attributes = set(properties)
    for name, schema in properties.items():
        place = f"{pointer}/{escape(name)}"
        if not is_name(name) or name.startswith("_"):
            yield place, "not a Python name; msgspec decodes attributes by name"
        if name in RESERVED_FIELDS:
            yield place, "this name hides a Python type that the model needs"
        if "x-duration" in schema:
            yield from duration_problems(place, schema, attributes)


def duration_problems(pointer: str, schema: dict[str, Any], attributes: set[str]) -> Iterator[Problem]:
    """Problems of `x-duration`; a valid one adds its property to `attributes`."""
    duration = schema["x-duration"]
    if not isinstance(duration, dict) or set(duration) != {"property", "unit"} or duration["unit"] not in UNITS:
        yield f"{pointer}/x-duration", f"needs a property and a unit, one of {', '.join(UNITS)}"
    elif not isinstance(duration["property"], str) or not is_name(duration["property"]):
        yield f"{pointer}/x-duration/property", f"{duration['property']!r} is not a Python name"
    elif duration["property"] in attributes:
        yield f"{pointer}/x-duration/property", f"duplicate attribute name {duration['property']}"
    else:
        attributes.add(duration["property"])
    if schema.get("type") not in ("integer", "number"):
        yield f"{pointer}/x-duration", "a duration must be a number"


def schema_name_problems(document: Document) -> Iterator[Problem]:
    for name in document.get("components", {}).get("schemas", {}):
        pointer = f"/components/schemas/{escape(name)}"
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
            yield pointer, "the name of a schema becomes that of a class: write it like TaskPage"
        if name in RESERVED_SCHEMAS:
            yield pointer, "this name is imported by the generated modules"


def operation_problems(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    if not document["paths"]:
        yield "/paths", "no operations"
    for path, method, operation in operations(document):
        pointer = f"/paths/{escape(path)}/{method}"
        name = operation.get("operationId", "")
        if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name):
            yield f"{pointer}/operationId", f"{name!r} becomes the name of a function: write it like listTasks"
        if name.lower() in seen:
            yield f"{pointer}/operationId", f"duplicate operationId {name}"
        seen.add(name.lower())
        if operation.get("x-idempotent", True) is not True:
            yield f"{pointer}/x-idempotent", "must be true, or missing"
        yield from parameter_problems(document, pointer, path, method)
        if "requestBody" in operation:
            yield from content_problems(f"{pointer}/requestBody", follow(document, operation["requestBody"]), JSON_ONLY)
        replies = {code: follow(document, reply) for code, reply in operation["responses"].items() if code[:2] != "x-"}
        for code, reply in replies.items():
            if "content" in reply:
                allowed = JSON_ONLY if code.startswith("2") else (*JSON_ONLY, "text/plain")
                yield from content_problems(f"{pointer}/responses/{code}", reply, allowed)
        if len([code for code in replies if code.startswith("2")]) != 1:
            yield f"{pointer}/responses", "an operation needs exactly one success response, with a status such as '200'"


def method_problems(document: Document) -> Iterator[Problem]:
    """Problems of `x-method` and `x-pagination`."""
    tags = [tag["name"] for tag in document.get("tags", [])]
    seen: set[tuple[str, str]] = set()
    for path, method, operation in operations(document):
        pointer = f"/paths/{escape(path)}/{method}"
        name, pagination = operation.get("x-method"), operation.get("x-pagination")
        if name is None:
            if pagination is not None:
                yield f"{pointer}/x-pagination", "needs an x-method"
            continue
        if not isinstance(name, str) or not is_name(name) or name.startswith("_"):
            yield f"{pointer}/x-method", f"{name!r} is not a Python name"
            continue
        if len(operation.get("tags", [])) != 1 or operation["tags"][0] not in tags:
            yield f"{pointer}/tags", "a method needs one tag, which the document describes: its resource"
            continue
        if "x-bulk" in operation and not is_name(str(operation["x-bulk"])):
            yield f"{pointer}/x-bulk", f"{operation['x-bulk']!r} is not a Python name"
        key = (operation["tags"][0], name)
        if key in seen:
            yield f"{pointer}/x-method", f"duplicate method {'.'.join(key)}"
        seen.add(key)
        parameters = {parameter["name"]: parameter.get("schema", {}) for parameter in operation["parameters"]}
        match pagination:
            case None | {"style": "single"}:
                pass
            case {"style": "page"} if "page" in parameters and "maximum" in parameters.get("per_page", {}):
                pass
            case {"style": "offset"} if {"offset", "per_page"} <= parameters.keys():
                pass
            case _:
                styles = "page (with page, and per_page with a maximum), offset (with offset and per_page) or single"
                yield f"{pointer}/x-pagination", f"the style must be {styles}"


JSON_ONLY = ("application/json",)


def content_problems(pointer: str, node: dict[str, Any], allowed: tuple[str, ...]) -> Iterator[Problem]:
    if len(node["content"]) != 1:
        yield f"{pointer}/content", "only one content type is supported"
    for name, media in node["content"].items():
        if name not in allowed:
            yield f"{pointer}/content/{escape(name)}", f"{name} is not supported here, only {' and '.join(allowed)}"
        if "schema" not in media:
            yield f"{pointer}/content/{escape(name)}", "has no schema"


def parameter_problems(document: Document, pointer: str, path: str, method: str) -> Iterator[Problem]:
    item = document["paths"][path]
    places = [
        (f"{place}/parameters/{index}", follow(document, parameter))
        for place, node in ((pointer.rsplit("/", 1)[0], item), (pointer, item[method]))
        for index, parameter in enumerate(node.get("parameters", []))
    ]
    if not re.fullmatch(r"(/([\w.~-]+|\{\w+\}))+", path, re.ASCII):
        yield pointer.rsplit("/", 1)[0], "a path may contain only words and {parameters}"
    names = [parameter["name"] for _, parameter in places if parameter["in"] == "path"]
    for name in re.findall(r"\{(\w+)\}", path):
        if name not in names:
            yield f"{pointer}/parameters", f"{{{name}}} is in the path but is not a parameter"
    seen = {"body"} if "requestBody" in item[method] else set()
    for place, parameter in places:
        name, where, schema = parameter["name"], parameter["in"], parameter.get("schema", {})
        if where not in STYLES:
            yield place, f"a parameter in a {where} is not supported"
            continue
        if where == "path" and f"{{{name}}}" not in path:
            yield place, f"{name} is not in the path"
        if not is_name(name):
            yield f"{place}/name", f"{name!r} is not a Python name"
        if name in seen:
            yield place, f"duplicate argument name {name}"
        seen.add(name)
        member = schema.get("items", {}) if schema.get("type") == "array" else schema
        if member.get("type") not in PYTHON_TYPES or (where == "path" and member is not schema):
            yield (
                f"{place}/schema",
                "a parameter must be a string, a number, a boolean or, in a query, an array of these",
            )
        if "x-alias" in schema and not is_name(str(schema["x-alias"])):
            yield f"{place}/schema/x-alias", f"{schema['x-alias']!r} is not a Python name"
        if "x-timestamp" in schema and (schema["x-timestamp"], schema.get("type")) != ("seconds", "integer"):
            yield f"{place}/schema/x-timestamp", "a timestamp must be an integer in seconds"
        style, explode = STYLES[where]
        given = parameter.get("style", style)
        if (given, parameter.get("explode", given == "form")) != (style, explode):
            yield place, f"only style {style} with explode {str(explode).lower()} is supported in a {where}"


def is_name(text: str) -> bool:
    return text.isidentifier() and not iskeyword(text)


def schemas(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema with its JSON pointer, at any depth."""

    def below(node: object, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key == "schema":
                    yield from inside(value, f"{pointer}/schema")
                else:
                    yield from below(value, f"{pointer}/{escape(key)}")
        elif isinstance(node, list):
            for index, value in enumerate(node):
                yield from below(value, f"{pointer}/{index}")

    def inside(schema: object, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if not isinstance(schema, dict) or "$ref" in schema:
            return
        yield pointer, schema
        for name, inner in schema.get("properties", {}).items():
            yield from inside(inner, f"{pointer}/properties/{escape(name)}")
        for key in ("oneOf", "anyOf", "allOf"):
            for index, inner in enumerate(schema.get(key, ())):
                yield from inside(inner, f"{pointer}/{key}/{index}")
        for key in ("items", "additionalProperties", "not"):
            yield from inside(schema.get(key), f"{pointer}/{key}")

    components = document.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        yield from inside(schema, f"/components/schemas/{escape(name)}")
    others = {name: node for name, node in components.items() if name != "schemas"}
    yield from chain(below(others, "/components"), below(document["paths"], "/paths"))


def most_specific(error: ValidationError) -> ValidationError:
    """The most specific cause of an `anyOf`/`oneOf` error, which itself only says that nothing matched."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def pointer_of(error: ValidationError) -> str:
    """The JSON pointer of the place of an error in the document."""
    return "".join(f"/{escape(str(part))}" for part in most_specific(error).absolute_path)
