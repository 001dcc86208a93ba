"""Both specifications keep to the part of OpenAPI 3.0 that all generators read in the same way.

Each rule is a function from a document to what breaks it, as JSON pointers. Each has a document that breaks it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml as yaml_1_1
from ruamel.yaml import YAML

from generator.specification import escape

SPEC = Path(__file__).parents[2] / "spec"
PAGES = {path.stem for path in (SPEC / "documented").glob("*.json")}
EVIDENCE = ("recorded", "documented", "observed", "assumed")
EXTENSIONS = {"x-source", "x-evidence", "x-duration"}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
#: Lists for which no page and no client knows a limit.
NO_LIMIT_KNOWN = {"listMyTasks.per_page"}

Document = dict[str, Any]
Node = dict[str, Any]
#: JSON pointers of what breaks a rule.
Breaches = Iterator[str]
Rule = Callable[[Document], Breaches]


def nodes(value: object, pointer: str = "") -> Iterator[tuple[str, Node]]:
    """Every mapping of a document, with its JSON pointer."""
    if isinstance(value, dict):
        yield pointer, value
        for key, inner in value.items():
            yield from nodes(inner, f"{pointer}/{escape(str(key))}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from nodes(inner, f"{pointer}/{index}")


def followed(document: Document, node: Node) -> Node:
    while "$ref" in node:
        target: Any = document
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def operations(document: Document) -> Iterator[tuple[str, Node]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield f"/paths/{escape(path)}/{method}", item[method]


def parameters(document: Document) -> Iterator[tuple[str, Node]]:
    """Parameters where they are written: in components, for a path and for an operation."""
    for pointer, node in nodes(document):
        if re.search(r"/parameters/[^/]+$", pointer) and "$ref" not in node:
            yield pointer, node


def schemas(document: Document) -> Iterator[tuple[str, Node]]:
    """Schemas where they are written: in components, and inside of those and of parameters, headers and contents."""
    for pointer, node in nodes(document):
        inside = re.search(r"/(schema|items|additionalProperties|(properties|oneOf|anyOf|allOf)/[^/]+)$", pointer)
        if (inside or re.fullmatch("/components/schemas/[^/]+", pointer)) and "$ref" not in node:
            yield pointer, node


def responses(document: Document) -> Iterator[tuple[str, Node]]:
    for pointer, node in nodes(document):
        if re.search(r"/responses/[^/]+$", pointer) and "$ref" not in node:
            yield pointer, node


def contents(document: Document) -> Iterator[tuple[str, str, Node]]:
    """Pointer, media type and media object of every body, sent or received."""
    for pointer, node in nodes(document):
        if pointer.endswith("/content"):
            for media_type, media in node.items():
                yield f"{pointer}/{escape(media_type)}", media_type, media


# Rules


def openapi_is_3_0_3(document: Document) -> Breaches:
    if document["openapi"] != "3.0.3":
        yield "/openapi"


def version_is_semantic(document: Document) -> Breaches:
    if not re.fullmatch(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", str(document["info"]["version"])):
        yield "/info/version"


def there_is_one_server(document: Document) -> Breaches:
    if len(document.get("servers", [])) != 1:
        yield "/servers"
    # A server of its own would send one operation somewhere else.
    yield from (f"{pointer}/servers" for pointer, node in nodes(document) if pointer and "servers" in node)


def operation_ids_are_camel_case(document: Document) -> Breaches:
    for pointer, operation in operations(document):
        if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", operation.get("operationId", "")):
            yield f"{pointer}/operationId"


def operation_ids_are_unique(document: Document) -> Breaches:
    seen: set[str] = set()
    for pointer, operation in operations(document):
        name = operation.get("operationId", pointer).lower()
        if name in seen:
            yield f"{pointer}/operationId"
        seen.add(name)


def operations_have_one_tag(document: Document) -> Breaches:
    """Generators make a file for each tag; several would make several copies."""
    declared = {tag["name"] for tag in document.get("tags", [])}
    for pointer, operation in operations(document):
        if len(operation.get("tags", [])) != 1 or operation["tags"][0] not in declared:
            yield f"{pointer}/tags"


def style_and_explode_are_explicit(document: Document) -> Breaches:
    for pointer, parameter in parameters(document):
        yield from (f"{pointer}/{key}" for key in ("style", "explode", "required") if key not in parameter)


def parameters_are_in_path_or_query(document: Document) -> Breaches:
    yield from (f"{pointer}/in" for pointer, node in parameters(document) if node["in"] not in ("path", "query"))


def parameters_have_one_simple_type(document: Document) -> Breaches:
    """No alternatives, no objects and no references: half of the generators send those as `[object Object]`."""
    for pointer, parameter in parameters(document):
        schema = parameter.get("schema", {})
        member = schema.get("items", {}) if schema.get("type") == "array" else schema
        if member.get("type") not in ("string", "integer", "number", "boolean"):
            yield f"{pointer}/schema"


def empty_members_are_nullable(document: Document) -> Breaches:
    """`allowEmptyValue` and nullable items say the same: the empty text stands for null."""
    for pointer, parameter in parameters(document):
        items = parameter["schema"].get("items", {})
        if parameter.get("allowEmptyValue", False) != items.get("nullable", False):
            yield f"{pointer}/allowEmptyValue"


def nullable_stands_beside_a_type(document: Document) -> Breaches:
    for pointer, schema in schemas(document):
        if "nullable" in schema and "type" not in schema:
            yield f"{pointer}/nullable"


def there_is_no_all_of(document: Document) -> Breaches:
    yield from (f"{pointer}/allOf" for pointer, schema in schemas(document) if "allOf" in schema)


def there_is_nothing_beside_a_reference(document: Document) -> Breaches:
    """OpenAPI 3.0 says to ignore it, and some generators do."""
    yield from (pointer for pointer, node in nodes(document) if "$ref" in node and len(node) > 1)


def enums_are_texts_of_their_type(document: Document) -> Breaches:
    """No null, and nothing that YAML reads as another type (`[yes, no]`)."""
    for pointer, schema in schemas(document):
        if "enum" in schema:
            if schema.get("type") != "string" or not all(isinstance(value, str) for value in schema["enum"]):
                yield f"{pointer}/enum"
            if len({str(value).lower() for value in schema["enum"]}) < len(schema["enum"]):
                yield f"{pointer}/enum"


def arrays_have_items(document: Document) -> Breaches:
    yield from (p for p, schema in schemas(document) if (schema.get("type") == "array") != ("items" in schema))


def alternatives_are_named(document: Document) -> Breaches:
    for pointer, schema in schemas(document):
        for key in ("oneOf", "anyOf"):
            if any("$ref" not in alternative for alternative in schema.get(key, [])):
                yield f"{pointer}/{key}"


def bodies_are_named(document: Document) -> Breaches:
    """What is sent and received has a name, that generators give to a class; so have the objects inside of it."""
    yield from (f"{pointer}/schema" for pointer, _, media in contents(document) if "$ref" not in media["schema"])
    for pointer, schema in schemas(document):
        is_component = re.fullmatch("/components/schemas/[^/]+", pointer)
        if "properties" in schema and not is_component:
            yield pointer


def no_schema_has_a_taken_name(document: Document) -> Breaches:
    """`Client` is what generators call the client; the others are types of the languages they write."""
    taken = {"client", "apiclient", "configuration", "object", "string", "list", "map", "date", "exception", "response"}
    for name in document["components"]["schemas"]:
        if name.lower() in taken or not re.fullmatch(r"([A-Z][a-z]+)+", name):
            yield f"/components/schemas/{escape(name)}"


def names_differ_in_more_than_case(document: Document) -> Breaches:
    """Some generators write a file for each schema, and some file systems do not tell the case of letters."""
    seen: set[str] = set()
    for name in document["components"]["schemas"]:
        if name.lower() in seen:
            yield f"/components/schemas/{escape(name)}"
        seen.add(name.lower())


def every_schema_is_used(document: Document) -> Breaches:
    used = {node["$ref"] for _, node in nodes(document) if "$ref" in node}
    for kind in ("schemas", "parameters", "responses", "headers"):
        for name in document["components"].get(kind, {}):
            if f"#/components/{kind}/{name}" not in used:
                yield f"/components/{kind}/{escape(name)}"


def bodies_have_one_content_type(document: Document) -> Breaches:
    for pointer, node in nodes(document):
        if pointer.endswith("/content") and len(node) != 1:
            yield pointer
    for pointer, media_type, _ in contents(document):
        if media_type not in ("application/json", "text/plain"):
            yield pointer


def there_is_one_reply_of_a_success(document: Document) -> Breaches:
    for pointer, operation in operations(document):
        if len([code for code in operation["responses"] if code.startswith("2")]) != 1:
            yield f"{pointer}/responses"


def errors_of_an_operation_have_one_type(document: Document) -> Breaches:
    for pointer, operation in operations(document):
        kinds = {
            (media_type, media["schema"].get("$ref"))
            for code, reply in operation["responses"].items()
            if not code.startswith("2")
            for media_type, media in followed(document, reply).get("content", {}).items()
        }
        if len(kinds) != 1:
            yield f"{pointer}/responses"


def ids_in_parameters_are_positive(document: Document) -> Breaches:
    for pointer, parameter in parameters(document):
        schema = parameter["schema"]
        member = schema.get("items", schema)
        is_id = re.fullmatch(r"(.*_)?(id|ids|pid|wid|tid|uid|cid)", parameter["name"])
        if is_id and member["type"] == "integer" and (member.get("minimum"), member.get("format")) != (1, "int64"):
            yield f"{pointer}/schema"
        if is_id and member["type"] == "string" and not str(member.get("pattern")).startswith("^[1-9]"):
            yield f"{pointer}/schema"


def pages_have_a_known_limit(document: Document) -> Breaches:
    for pointer, operation in operations(document):
        for index, parameter in enumerate(operation.get("parameters", [])):
            found = followed(document, parameter)
            name = f"{operation.get('operationId')}.{found['name']}"
            if found["name"] == "per_page" and ("maximum" in found["schema"]) == (name in NO_LIMIT_KNOWN):
                yield f"{pointer}/parameters/{index}/schema/maximum"


def patterns_hold_the_whole_text(document: Document) -> Breaches:
    """JSON Schema searches, other tools match from the start: `^` makes them agree."""
    for pointer, schema in schemas(document):
        if "pattern" in schema and not schema["pattern"].startswith("^"):
            yield f"{pointer}/pattern"


def everything_is_described(document: Document) -> Breaches:
    described = [
        *operations(document),
        *parameters(document),
        *responses(document),
        *((f"/tags/{index}", tag) for index, tag in enumerate(document.get("tags", []))),
        *((f"/servers/{index}", server) for index, server in enumerate(document["servers"])),
        *((pointer, node) for pointer, node in nodes(document["components"], "/components")
          if re.fullmatch(r"/components/(headers|schemas|securitySchemes)/[^/]+", pointer)),
        *((pointer, schema) for pointer, schema in schemas(document) if re.search(r"/properties/[^/]+$", pointer)),
        ("/info", document["info"]),
    ]  # fmt: skip
    for pointer, node in described:
        if len(str(node.get("description", ""))) < 8 or not str(node["description"]).endswith("."):
            yield f"{pointer}/description"
    for pointer, operation in operations(document):
        if not str(operation.get("summary", "")).endswith("."):
            yield f"{pointer}/summary"


def evidence_is_a_known_class(document: Document) -> Breaches:
    for pointer, node in nodes(document):
        if "x-evidence" in node and node["x-evidence"] not in EVIDENCE:
            yield f"{pointer}/x-evidence"


def operations_say_how_they_are_known(document: Document) -> Breaches:
    """Either a page says so, or there is a class of evidence."""
    for pointer, operation in operations(document):
        if ("x-source" in operation) == ("x-evidence" in operation):
            yield pointer


def sources_are_pages(document: Document) -> Breaches:
    for pointer, node in nodes(document):
        if "x-source" in node:
            source = node["x-source"]
            pages = [source.get("page"), *source.get("older", [])]
            if set(source) - {"page", "older"} or not PAGES.issuperset(pages):
                yield f"{pointer}/x-source"


def extensions_are_known(document: Document) -> Breaches:
    for pointer, node in nodes(document):
        if not re.search(r"/(properties|schemas|headers)$", pointer):  # those keys are names of theirs
            yield from (f"{pointer}/{key}" for key in node if key.startswith("x-") and key not in EXTENSIONS)


def durations_name_property_and_unit(document: Document) -> Breaches:
    for pointer, schema in schemas(document):
        if "x-duration" in schema:
            duration = schema["x-duration"]
            known = set(duration) == {"property", "unit"} and duration["unit"] in ("milliseconds", "seconds", "minutes")
            if not known or schema.get("type") not in ("integer", "number"):
                yield f"{pointer}/x-duration"


RULES: list[Rule] = [
    openapi_is_3_0_3,
    version_is_semantic,
    there_is_one_server,
    operation_ids_are_camel_case,
    operation_ids_are_unique,
    operations_have_one_tag,
    style_and_explode_are_explicit,
    parameters_are_in_path_or_query,
    parameters_have_one_simple_type,
    empty_members_are_nullable,
    nullable_stands_beside_a_type,
    there_is_no_all_of,
    there_is_nothing_beside_a_reference,
    enums_are_texts_of_their_type,
    arrays_have_items,
    alternatives_are_named,
    bodies_are_named,
    no_schema_has_a_taken_name,
    names_differ_in_more_than_case,
    every_schema_is_used,
    bodies_have_one_content_type,
    there_is_one_reply_of_a_success,
    errors_of_an_operation_have_one_type,
    ids_in_parameters_are_positive,
    pages_have_a_known_limit,
    patterns_hold_the_whole_text,
    everything_is_described,
    evidence_is_a_known_class,
    operations_say_how_they_are_known,
    sources_are_pages,
    extensions_are_known,
    durations_name_property_and_unit,
]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    yaml = YAML(typ="safe", pure=True)
    return {name: yaml.load((SPEC / f"{name}.yaml").read_text()) for name in ("track", "focus")}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", ["track", "focus"])
def test_the_specifications_keep_the_rules(documents: dict[str, Document], name: str, rule: Rule) -> None:
    assert list(rule(documents[name])) == []


@pytest.mark.parametrize("name", ["track", "focus"])
def test_old_and_new_yaml_read_the_same(documents: dict[str, Document], name: str) -> None:
    """`no` and `on` are booleans and `0123` is octal to half of the world's YAML readers."""
    assert yaml_1_1.safe_load((SPEC / f"{name}.yaml").read_text()) == documents[name]


def test_lists_without_a_known_limit_are_still_there(documents: dict[str, Document]) -> None:
    found = {
        f"{operation['operationId']}.{parameter['name']}"
        for document in documents.values()
        for _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if "name" in parameter
    }
    assert found >= NO_LIMIT_KNOWN


# Each rule is broken once


def boats() -> Document:
    """A small document that keeps all rules."""
    identifier = {"type": "integer", "format": "int64", "minimum": 1}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Boats", "version": "1.0.0", "description": "Boats of a harbour."},
        "servers": [{"url": "https://harbour.example", "description": "No such service."}],
        "tags": [{"name": "boats", "description": "Boats of a harbour."}],
        "paths": {
            "/boats/{boat_id}": {
                "parameters": [{"$ref": "#/components/parameters/BoatId"}],
                "get": {
                    "operationId": "getBoat",
                    "tags": ["boats"],
                    "summary": "Read one boat.",
                    "description": "Answers the boat.",
                    "x-evidence": "assumed",
                    "parameters": [
                        {
                            "name": "owner_id",
                            "in": "query",
                            "required": False,
                            "style": "form",
                            "explode": True,
                            "allowEmptyValue": True,
                            "description": "Only of these owners.",
                            "schema": {"type": "array", "items": {**identifier, "nullable": True}},
                        },
                        {
                            "name": "per_page",
                            "in": "query",
                            "required": False,
                            "style": "form",
                            "explode": True,
                            "description": "Boats on a page.",
                            "schema": {"type": "integer", "maximum": 10},
                        },
                    ],
                    "responses": {
                        "200": {
                            "description": "One boat.",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}},
                        },
                        "400": {"$ref": "#/components/responses/BadRequest"},
                        "404": {"$ref": "#/components/responses/BadRequest"},
                    },
                },
                "delete": {
                    "operationId": "deleteBoat",
                    "tags": ["boats"],
                    "summary": "Delete one boat.",
                    "description": "Takes its log along.",
                    "x-source": {"page": "track-v9-tasks"},
                    "responses": {
                        "204": {"description": "Deleted it."},
                        "400": {"$ref": "#/components/responses/BadRequest"},
                    },
                },
            }
        },
        "components": {
            "parameters": {
                "BoatId": {
                    "name": "boat_id",
                    "in": "path",
                    "required": True,
                    "style": "simple",
                    "explode": False,
                    "description": "Id of the boat.",
                    "schema": identifier,
                }
            },
            "responses": {
                "BadRequest": {
                    "description": "Something is wrong.",
                    "content": {"text/plain": {"schema": {"$ref": "#/components/schemas/ErrorText"}}},
                }
            },
            "schemas": {
                "ErrorText": {"type": "string", "description": "What went wrong."},
                "Boat": {
                    "description": "One of two kinds.",
                    "oneOf": [{"$ref": "#/components/schemas/Sloop"}, {"$ref": "#/components/schemas/Names"}],
                },
                "Names": {"type": "array", "description": "Only its names.", "items": {"type": "string"}},
                "Sloop": {
                    "type": "object",
                    "description": "A sloop, of course.",
                    "properties": {
                        "flag": {"type": "string", "enum": ["NL", "FR"], "description": "Where it is from."},
                        "code": {"type": "string", "pattern": "^[a-z]", "description": "Short name."},
                        "age": {
                            "type": "integer",
                            "nullable": True,
                            "description": "How old it is.",
                            "x-duration": {"property": "lifetime", "unit": "seconds"},
                        },
                    },
                },
            },
        },
    }


GET = "/paths/~1boats~1{boat_id}/get"
SLOOP = "/components/schemas/Sloop"
FLAG = f"{SLOOP}/properties/flag"
REMOVED = object()


def changed(pointer: str, value: object) -> Document:
    document = copy.deepcopy(boats())
    *parts, last = [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("/").split("/")]
    node: Any = document
    for part in parts:
        node = node[int(part)] if isinstance(node, list) else node[part]
    if isinstance(node, list):
        node[int(last)] = value
    elif value is REMOVED:
        del node[last]
    else:
        node[last] = value
    return document


@pytest.mark.parametrize("rule", RULES)
def test_the_small_document_keeps_the_rules(rule: Rule) -> None:
    assert list(rule(boats())) == []


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
PARAMETER = f"{GET}/parameters/0"
#: Rule, what is changed in the small document, and the place that the rule then names (the changed one if left out).
BREACHES: list[tuple[Rule, str, object] | tuple[Rule, str, object, str]] = [
    (openapi_is_3_0_3, "/openapi", "3.0.2"),
    (openapi_is_3_0_3, "/openapi", "3.1.0"),
    (version_is_semantic, "/info/version", "1.0"),
    (version_is_semantic, "/info/version", 1.0),
    (version_is_semantic, "/info/version", "v1.0.0"),
    (there_is_one_server, "/servers", []),
    (there_is_one_server, "/servers", [{"url": "https://a.example"}, {"url": "https://b.example"}]),
    (there_is_one_server, f"{GET}/servers", [{"url": "https://a.example"}]),
    (operation_ids_are_camel_case, f"{GET}/operationId", REMOVED),
    (operation_ids_are_camel_case, f"{GET}/operationId", "get_boat"),
    (operation_ids_are_camel_case, f"{GET}/operationId", "GetBoat"),
    (operation_ids_are_unique, "/paths/~1boats~1{boat_id}/delete/operationId", "getBoat"),
    (operation_ids_are_unique, "/paths/~1boats~1{boat_id}/delete/operationId", "getboat"),
    (operations_have_one_tag, f"{GET}/tags", REMOVED),
    (operations_have_one_tag, f"{GET}/tags", ["boats", "boats"]),
    (operations_have_one_tag, f"{GET}/tags", ["ships"]),
    (style_and_explode_are_explicit, f"{PARAMETER}/style", REMOVED),
    (style_and_explode_are_explicit, "/components/parameters/BoatId/explode", REMOVED),
    (style_and_explode_are_explicit, f"{PARAMETER}/required", REMOVED),
    (parameters_are_in_path_or_query, f"{PARAMETER}/in", "header"),
    (parameters_have_one_simple_type, f"{PARAMETER}/schema", {"oneOf": [{"type": "string"}, {"type": "boolean"}]}),
    (parameters_have_one_simple_type, f"{PARAMETER}/schema", {"anyOf": [{"type": "string"}]}),
    (parameters_have_one_simple_type, f"{PARAMETER}/schema", {"type": "object"}),
    (parameters_have_one_simple_type, f"{PARAMETER}/schema", {"$ref": "#/components/schemas/ErrorText"}),
    (parameters_have_one_simple_type, f"{PARAMETER}/schema/items", {"oneOf": []}, f"{PARAMETER}/schema"),
    (empty_members_are_nullable, f"{PARAMETER}/allowEmptyValue", REMOVED),
    (empty_members_are_nullable, f"{PARAMETER}/schema/items/nullable", False, f"{PARAMETER}/allowEmptyValue"),
    (nullable_stands_beside_a_type, f"{SLOOP}/properties/age/type", REMOVED, f"{SLOOP}/properties/age/nullable"),
    (nullable_stands_beside_a_type, "/components/schemas/Boat/nullable", True),
    (there_is_no_all_of, FLAG, {"nullable": True, "allOf": [{"$ref": SLOOP}]}, f"{FLAG}/allOf"),
    (there_is_no_all_of, f"{SLOOP}/allOf", [OBJECT]),
    (there_is_nothing_beside_a_reference, FLAG, {"$ref": "#/components/schemas/Names", "nullable": True}),
    (enums_are_texts_of_their_type, f"{FLAG}/enum", ["NL", None]),
    (enums_are_texts_of_their_type, f"{FLAG}/enum", ["NL", False]),
    (enums_are_texts_of_their_type, f"{FLAG}/enum", ["NL", "nl"]),
    (enums_are_texts_of_their_type, f"{FLAG}/type", REMOVED, f"{FLAG}/enum"),
    (arrays_have_items, "/components/schemas/Names/items", REMOVED, "/components/schemas/Names"),
    (arrays_have_items, f"{SLOOP}/items", {"type": "string"}, SLOOP),
    (alternatives_are_named, "/components/schemas/Boat/oneOf/0", OBJECT, "/components/schemas/Boat/oneOf"),
    (alternatives_are_named, f"{FLAG}/anyOf", [{"type": "string"}]),
    (bodies_are_named, f"{GET}/responses/200/content/application~1json/schema", {"type": "string"}),
    (bodies_are_named, "/components/responses/BadRequest/content/text~1plain/schema", {"type": "string"}),
    (bodies_are_named, f"{GET}/requestBody", {"content": {"application/json": {"schema": {}}}},
     f"{GET}/requestBody/content/application~1json/schema"),
    (bodies_are_named, FLAG, OBJECT),
    (bodies_are_named, "/components/schemas/Names/items", OBJECT),
    (no_schema_has_a_taken_name, "/components/schemas/Client", OBJECT),
    (no_schema_has_a_taken_name, "/components/schemas/boat_page", OBJECT),
    (names_differ_in_more_than_case, "/components/schemas/ErrorTEXT", OBJECT),
    (every_schema_is_used, "/components/schemas/Unused", OBJECT),
    (every_schema_is_used, "/components/parameters/Unused", {"name": "unused"}),
    (bodies_have_one_content_type, f"{GET}/responses/200/content/text~1plain", {"schema": {}},
     f"{GET}/responses/200/content"),
    (bodies_have_one_content_type, f"{GET}/responses/200/content", {"text/html": {"schema": {}}},
     f"{GET}/responses/200/content/text~1html"),
    (there_is_one_reply_of_a_success, f"{GET}/responses/201", {"description": "Another."}, f"{GET}/responses"),
    (there_is_one_reply_of_a_success, f"{GET}/responses/200", REMOVED, f"{GET}/responses"),
    (errors_of_an_operation_have_one_type, f"{GET}/responses/404",
     {"content": {"text/plain": {"schema": {"$ref": "#/components/schemas/Sloop"}}}}, f"{GET}/responses"),
    (errors_of_an_operation_have_one_type, f"{GET}/responses/404",
     {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorText"}}}}, f"{GET}/responses"),
    (ids_in_parameters_are_positive, "/components/parameters/BoatId/schema", {"type": "integer", "format": "int64"}),
    (ids_in_parameters_are_positive, "/components/parameters/BoatId/schema", {"type": "integer", "minimum": 1}),
    (ids_in_parameters_are_positive, f"{PARAMETER}/schema/items/minimum", 0, f"{PARAMETER}/schema"),
    (ids_in_parameters_are_positive, "/components/parameters/BoatId/schema", {"type": "string"}),
    (pages_have_a_known_limit, f"{GET}/parameters/1/schema/maximum", REMOVED),
    (pages_have_a_known_limit, f"{GET}/operationId", "listMyTasks", f"{GET}/parameters/1/schema/maximum"),
    (patterns_hold_the_whole_text, f"{SLOOP}/properties/code/pattern", "[a-z]$"),
    (everything_is_described, f"{GET}/description", REMOVED),
    (everything_is_described, f"{GET}/summary", "Read one boat"),
    (everything_is_described, f"{PARAMETER}/description", REMOVED),
    (everything_is_described, f"{GET}/responses/200/description", ""),
    (everything_is_described, "/components/responses/BadRequest/description", "Bad."),
    (everything_is_described, f"{SLOOP}/description", REMOVED),
    (everything_is_described, f"{FLAG}/description", REMOVED),
    (everything_is_described, f"{FLAG}/description", "Where it is from"),
    (everything_is_described, "/tags/0/description", REMOVED),
    (evidence_is_a_known_class, f"{GET}/x-evidence", "guessed"),
    (evidence_is_a_known_class, f"{FLAG}/x-evidence", None),
    (operations_say_how_they_are_known, f"{GET}/x-evidence", REMOVED, GET),
    (operations_say_how_they_are_known, f"{GET}/x-source", {"page": "track-v9-tasks"}, GET),
    (sources_are_pages, "/paths/~1boats~1{boat_id}/delete/x-source", {"page": "no-such-page"}),
    (sources_are_pages, "/paths/~1boats~1{boat_id}/delete/x-source", {"page": "track-v9-tasks", "older": ["none"]}),
    (sources_are_pages, "/paths/~1boats~1{boat_id}/delete/x-source", {"url": "https://harbour.example"}),
    (extensions_are_known, f"{GET}/x-internal", True),
    (extensions_are_known, f"{FLAG}/x-enum-varnames", ["NL"]),
    (durations_name_property_and_unit, f"{SLOOP}/properties/age/x-duration", {"property": "a", "unit": "hours"}),
    (durations_name_property_and_unit, f"{FLAG}/x-duration", {"property": "a", "unit": "seconds"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "place", "value", "named"),
    [pytest.param(*breach[:3], (*breach, breach[1])[3], id=f"{breach[0].__name__}-{breach[1]}") for breach in BREACHES],
)
def test_a_breach_is_found(rule: Rule, place: str, value: object, named: str) -> None:
    assert named in list(rule(changed(place, value)))


def test_every_rule_has_been_broken() -> None:
    assert {breach[0] for breach in BREACHES} == set(RULES)
