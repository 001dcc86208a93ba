"""A Swagger 2.0 document gives the facts of its operations."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.pages.documented import read_saved_page
from generator.pages.page_parser import Field, PageError, PageOperation, Parameter, from_json, to_json
from generator.pages.swagger import read_swagger

HOST = "https://focus.toggl.com/api"
PATH = "/harbours/{harbour_id}/boats"


def a_document(
    operation: dict[str, Any], *, method: str = "get", definitions: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    whole = {"swagger": "2.0", "info": {"title": "Boats", "version": "1"}, "host": "focus.toggl.com"}
    paths = {PATH: {method: {"responses": {}} | operation}}
    return whole | {"basePath": "/api", "paths": paths, "definitions": definitions or {}} | more


def read(document: dict[str, Any]) -> PageOperation:
    (operation,) = read_swagger(json.dumps(document), "boats").operations
    return operation


def read_body(schema: dict[str, Any], definitions: dict[str, Any] | None = None) -> Any:
    """The facts of a schema, as those of a body."""
    parameter = {"in": "body", "name": "payload", "schema": schema}
    return read(a_document({"parameters": [parameter]}, method="post", definitions=definitions)).body


def test_parameters_have_types_flags_values_and_limits() -> None:
    parameters = [
        {"name": "harbour_id", "in": "path", "type": "integer", "required": True},
        {"name": "size", "in": "query", "type": "integer", "minimum": 1, "maximum": 9},
        {"name": "flag", "in": "query", "type": "string", "enum": ["red", "blue", "red"], "minLength": 3},
        {
            "name": "owner_id",
            "in": "query",
            "type": "array",
            "collectionFormat": "csv",
            "x-nullable": True,
            "maxItems": 5,
            "items": {"type": "integer", "enum": [1, 2], "minimum": 1},
        },
    ]
    operation = read(a_document({"parameters": parameters}))
    assert operation.route == (HOST, "GET", PATH)
    assert operation.path_parameters == {"harbour_id": Parameter("integer", True)}
    assert operation.query_parameters == {
        "size": Parameter("integer", False, limits={"minimum": 1, "maximum": 9}),
        "flag": Parameter("string", False, enum=("red", "blue"), limits={"minLength": 3}),
        "owner_id": Parameter("array<integer>", False, True, (1, 2), {"minimum": 1, "maxItems": 5}),
    }


def test_shared_parameters_are_merged_and_references_followed() -> None:
    document = a_document({"parameters": [{"name": "size", "in": "query", "type": "integer"}]})
    document["paths"][PATH]["parameters"] = [
        {"$ref": "#/parameters/harbour"},
        {"name": "size", "in": "query", "type": "string"},
    ]
    document["parameters"] = {"harbour": {"name": "harbour_id", "in": "path", "type": "integer", "required": True}}
    operation = read(document)
    assert operation.path_parameters == {"harbour_id": Parameter("integer", True)}
    assert operation.query_parameters == {"size": Parameter("integer", False)}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_form_is_the_query_of_a_get_and_else_the_body(method: str) -> None:
    operation = read(a_document({"parameters": [{"name": "size", "in": "formData", "type": "integer"}]}, method=method))
    if method == "get":
        assert (operation.query_parameters, operation.body) == ({"size": Parameter("integer", False)}, None)
    else:
        assert (operation.query_parameters, operation.body) == ({}, {"size": Field("integer", required=False)})


def test_a_header_is_no_fact() -> None:
    operation = read(a_document({"parameters": [{"name": "X-Tide", "in": "header", "type": "string"}]}))
    assert (operation.path_parameters, operation.query_parameters, operation.body) == ({}, {}, None)


def test_fields_are_read_through_references_at_any_depth() -> None:
    definitions = {
        "a/b.Boat": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 80},
                "crew": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/Sailor"}},
                "colour": {"$ref": "#/definitions/Colour"},
                "extra": {},
                "grid": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        },
        "Sailor": {"properties": {"age": {"type": "integer", "x-nullable": True}}},
        "Colour": {"type": "string", "enum": ["red", "blue"]},
    }
    sailor = {"age": Field("integer", nullable=True, required=False)}
    assert read_body({"$ref": "#/definitions/a~1b.Boat"}, definitions) == {
        "name": Field("string", required=True, limits={"minLength": 1, "maxLength": 80}),
        "crew": Field("array<object>", fields=sailor, required=False, limits={"minItems": 1}),
        "colour": Field("string", required=False, enum=("red", "blue")),
        "extra": Field("any", required=False),
        "grid": Field("array<array<number>>", required=False),
        "labels": Field("object", required=False),
    }


def test_parts_of_all_of_are_one_schema() -> None:
    definitions = {"Boat": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}
    part = {"$ref": "#/definitions/Boat"}
    schema = {"allOf": [part, {"properties": {"size": {"type": "integer"}}}]}
    expected = {"name": Field("string", required=True), "size": Field("integer", required=False)}
    assert read_body(schema, definitions) == expected
    twin = {"properties": {"twin": {"x-nullable": True, "allOf": [part]}}}
    assert read_body(twin, definitions) == {
        "twin": Field("object", nullable=True, fields={"name": Field("string", required=True)}, required=False)
    }


def test_a_document_without_required_lists_says_nothing_about_it() -> None:
    assert read_body({"properties": {"name": {"type": "string"}}}) == {"name": Field("string")}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"type": "array", "items": {"type": "integer"}, "maxItems": 100},
            Field("array<integer>", limits={"maxItems": 100}),
        ),
        ({"type": "string"}, Field("string")),
        ({}, Field("any")),
    ],
    ids=["array", "string", "any"],
)
def test_a_body_that_is_no_object_is_a_single_field(schema: dict[str, Any], expected: Field) -> None:
    assert read_body(schema) == {"$": expected}


def test_a_response_has_a_table_only_with_a_schema() -> None:
    responses = {
        "200": {"description": "-", "schema": {"type": "array", "items": {"$ref": "#/definitions/Boat"}}},
        "204": {"description": "-"},
        "400": {"$ref": "#/responses/Refused"},
        "x-note": "-",
    }
    definitions = {"Boat": {"properties": {"name": {"type": "string"}}}}
    refused = {"Refused": {"description": "-", "schema": {"type": "object"}}}
    assert read(a_document({"responses": responses}, definitions=definitions, responses=refused)).responses == {
        "200": {"$": Field("array<object>", fields={"name": Field("string")})},
        "204": None,
        "400": {},
    }


def test_recursion_ends() -> None:
    boat = {"$ref": "#/definitions/Boat"}
    definitions = {
        "Boat": {"properties": {"tow": boat, "fleet": {"type": "array", "items": boat}, "both": {"allOf": [boat]}}},
        "Nest": {"type": "array", "items": {"$ref": "#/definitions/Nest"}},
        "Loop": {"allOf": [{"$ref": "#/definitions/Loop"}]},
    }
    expected = {"tow": Field("object"), "fleet": Field("array<object>"), "both": Field("object")}
    assert read_body(boat, definitions) == expected
    assert read_body({"$ref": "#/definitions/Nest"}, definitions) == {"$": Field("array<array<any>>")}
    assert read_body({"$ref": "#/definitions/Loop"}, definitions) == {"$": Field("any")}


def test_a_schema_used_twice_is_read_twice() -> None:
    flag = {"$ref": "#/definitions/Flag"}
    definitions = {"Flag": {"properties": {"colour": {"type": "string"}}}}
    inside = Field("object", fields={"colour": Field("string")})
    assert read_body({"properties": {"bow": flag, "stern": flag}}, definitions) == {"bow": inside, "stern": inside}


def test_operations_are_sorted_and_sentences_left_out() -> None:
    operation = {
        "summary": "Lists boats.",
        "description": "All of them.",
        "responses": {"200": {"description": "Fine."}},
    }
    document = a_document(operation)
    document["paths"] = {"/b": {"put": operation, "get": operation}, "/a": {"get": operation}}
    page = read_swagger(json.dumps(document), "boats")
    assert [each.route[1:] for each in page.operations] == [("GET", "/a"), ("GET", "/b"), ("PUT", "/b")]
    assert not any(word in to_json(page) for word in ("Lists", "All", "Fine"))
    assert from_json(to_json(page)) == page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"swagger": "1.2"}, "expected a Swagger 2.0 document"),
        ({"host": "example.com"}, "expected a document for https://api.track.toggl.com/api/v9 or"),
        ({"host": None}, "found https://None/api"),
        ({"paths": {}}, "expected at least one operation"),
        ({"paths": []}, "expected a valid Swagger 2.0 document"),
        ({"paths": {PATH: {"get": {}}}}, "expected a valid Swagger 2.0 document"),
        (
            {"paths": {PATH: {"get": {"parameters": [{"name": "tide", "in": "cookie"}], "responses": {}}}}},
            f"GET {PATH}: expected a parameter in path, query,",
        ),
        (
            {"paths": {PATH: {"get": {"responses": {"200": {"schema": {"$ref": "#/definitions/Ship"}}}}}}},
            "expected a target of #/definitions/Ship",
        ),
        (
            {
                "paths": {PATH: {"get": {"responses": {"200": {"schema": {"$ref": "#/definitions/A"}}}}}},
                "definitions": {"A": {"$ref": "#/definitions/A"}},
            },
            "expected a target of #/definitions/A",
        ),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    file = tmp_path / "boats.json"
    file.write_text(json.dumps(a_document({}) | changes), encoding="utf-8")
    with pytest.raises(PageError) as caught:
        read_saved_page(file)
    assert str(caught.value).startswith("boats.json: ")
    assert message in str(caught.value)


def test_broken_json_is_named(tmp_path: Path) -> None:
    file = tmp_path / "boats.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(PageError, match=r"boats\.json: expected JSON"):
        read_saved_page(file)
