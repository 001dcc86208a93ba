"""The spec and the documented facts agree, except for differences that deviations.yaml explains."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.loader import load_specifications
from generator.pages.deviations import (
    Deviation,
    DeviationError,
    StaleEntry,
    find_stale,
    find_unexplained,
    load_deviations,
)
from generator.pages.docs_vs_spec import ABSENT_KINDS, Difference, find_differences, load_pages
from generator.pages.page_parser import Field, Page, PageError, PageOperation, Parameter

SPEC = Path(__file__).parents[2] / "spec"
HOST = "https://focus.toggl.com/api"
PATH = "/harbours/{harbour_id}/boats"


@pytest.fixture(scope="module")
def real_differences() -> list[Difference]:
    specs = load_specifications(SPEC)
    return find_differences(load_pages(SPEC / "documented"), specs)


def test_every_difference_of_the_spec_is_explained(real_differences: list[Difference]) -> None:
    rows = find_unexplained(real_differences, load_deviations(SPEC / "deviations.yaml"))
    assert not rows, "add to spec/deviations.yaml or correct the spec:\n" + "\n".join(str(row) for row in rows)


def test_every_deviation_still_matches(real_differences: list[Difference]) -> None:
    rows = find_stale(real_differences, load_deviations(SPEC / "deviations.yaml"))
    assert not rows, "remove from spec/deviations.yaml:\n" + "\n".join(str(row) for row in rows)


def test_every_page_and_every_documented_operation_is_compared() -> None:
    pages = load_pages(SPEC / "documented")
    assert [page.name for page in pages] == [
        "focus-openapi",
        "focus-tasks",
        "track-openapi",
        "track-v9-create-task-forum",
        "track-v9-me-tasks-forum",
        "track-v9-tasks",
        "track-v9-workspace-tasks-forum",
    ]
    routes = {(operation.host, operation.method, operation.path) for page in pages for operation in page.operations}
    assert len(routes) == 54


def test_sources_in_the_spec_are_the_pages_of_an_operation() -> None:
    pages = load_pages(SPEC / "documented")
    specs = load_specifications(SPEC)
    for document in specs.values():
        for path, path_item in document["paths"].items():
            for method, operation in path_item.items():
                if method == "parameters":
                    continue
                route = (document["servers"][0]["url"], method.upper(), path)
                source = operation.get("x-source", {})
                named = {source[key] for key in ("page",) if key in source}
                named |= set(source.get("older", []))
                assert named == {
                    page.name
                    for page in pages
                    for each in page.operations
                    if (each.host, each.method, each.path) == route
                }, operation["operationId"]


def a_page(
    *,
    path_parameters: dict[str, Parameter] | None = None,
    query_parameters: dict[str, Parameter] | None = None,
    body: dict[str, Field] | None = None,
    responses: dict[str, dict[str, Field] | None] | None = None,
    method: str = "GET",
    name: str = "boats",
) -> Page:
    operation = PageOperation(
        method=method,
        host=HOST,
        path=PATH,
        path_parameters=path_parameters or {},
        query_parameters=query_parameters or {},
        body=body,
        responses={} if responses is None else responses,
    )
    return Page(name, (operation,))


def a_spec(
    *,
    parameters: list[dict[str, Any]] | None = None,
    body: dict[str, Any] | None = None,
    responses: dict[str, dict[str, Any] | None] | None = None,
    schemas: dict[str, Any] | None = None,
    shared_parameters: list[dict[str, Any]] | None = None,
) -> dict[str, dict[str, Any]]:
    """One GET operation `harbour.listBoats`; a response is given by its schema, None for none."""
    operation: dict[str, Any] = {
        "operationId": "listBoats",
        "parameters": parameters or [],
        "responses": {
            status: {"description": "-"} | ({"content": a_content(schema)} if schema else {})
            for status, schema in (responses or {}).items()
        },
    }
    if body:
        operation["requestBody"] = {"content": a_content(body)}
    return {
        "harbour": {
            "servers": [{"url": HOST}],
            "paths": {PATH: {"parameters": shared_parameters or [], "get": operation}},
            "components": {"schemas": schemas or {}},
        }
    }


def a_content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def a_parameter(name: str, type_name: str, *, place: str = "query", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": {"type": type_name}, **more}


def an_object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def row(place: str, name: str, kind: Any, documented: str = "", spec: str = "", **more: str) -> Difference:
    page = more.get("page", "" if kind in ABSENT_KINDS else "boats")
    return Difference(page, "harbour.listBoats", place, name, kind, documented, spec)


INTEGER = {"type": "integer"}
STRING = {"type": "string"}


def test_agreement_gives_no_difference() -> None:
    page = a_page(
        path_parameters={"harbour_id": Parameter("integer", True)},
        query_parameters={"flags": Parameter("array<string>", False)},
        body={"name": Field("string", nullable=True)},
        responses={
            "200": {
                "boats": Field(
                    "array<object>",
                    fields={"crew": Field("object", fields={"size": Field("integer")})},
                )
            },
            "500": None,
        },
    )
    flags = {"name": "flags", "in": "query", "schema": {"type": "array", "items": STRING}}
    spec = a_spec(
        shared_parameters=[a_parameter("harbour_id", "integer", place="path", required=True)],
        parameters=[flags],
        body=an_object(name={"type": "string", "nullable": True}),
        responses={"200": {"$ref": "#/components/schemas/Boats"}, "500": None},
        schemas={
            "Boats": an_object(boats={"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}),
            "Boat": an_object(crew={"$ref": "#/components/schemas/Crew"}),
            "Crew": an_object(size=INTEGER) | {"nullable": True},
        },
    )
    assert find_differences([page], spec) == []


@pytest.mark.parametrize("place", ["path", "query"])
def test_parameters_are_compared_in_both_directions(place: str) -> None:
    parameters = {
        "lost": Parameter("string", False),
        "retyped": Parameter("integer", False),
        "needed": Parameter("string", True),
    }
    page = a_page(**{f"{place}_parameters": parameters})  # type: ignore[arg-type]
    spec = a_spec(
        parameters=[
            a_parameter("retyped", "string", place=place),
            a_parameter("needed", "string", place=place),
            a_parameter("added", "boolean", place=place),
        ]
    )
    assert find_differences([page], spec) == [
        row(place, "added", "not_on_page", "", "boolean"),
        row(place, "lost", "not_in_spec", "string", ""),
        row(place, "needed", "required_differs", "True", "False"),
        row(place, "retyped", "type_differs", "integer", "string"),
    ]


def test_a_parameter_in_a_header_is_on_no_page() -> None:
    spec = a_spec(parameters=[a_parameter("X-Tide", "string", place="header")])
    assert find_differences([a_page()], spec) == [row("header", "X-Tide", "not_on_page", "", "string")]


def test_array_items_count_as_part_of_the_type() -> None:
    page = a_page(query_parameters={"flags": Parameter("array<integer>", False)})
    flags = {"name": "flags", "in": "query", "schema": {"type": "array", "items": STRING}}
    assert find_differences([page], a_spec(parameters=[flags])) == [
        row("query", "flags", "type_differs", "array<integer>", "array<string>")
    ]


@pytest.mark.parametrize("place", ["body", "response 200"])
def test_fields_are_compared_in_both_directions_at_any_depth(place: str) -> None:
    inside = {
        "lost": Field("string"),
        "retyped": Field("integer"),
        "emptied": Field("string", nullable=True),
    }
    boat = {"crew": Field("object", fields=inside)}
    fields = {"boats": Field("array<object>", fields=boat)}
    crew = an_object(retyped=STRING, emptied=STRING, added=an_object(deep=INTEGER))
    schema = an_object(boats={"type": "array", "items": an_object(crew=crew)})
    if place == "body":
        page, spec = a_page(body=fields), a_spec(body=schema)
    else:
        page, spec = a_page(responses={"200": fields}), a_spec(responses={"200": schema})
    assert find_differences([page], spec) == [
        row(place, "boats[].crew.added", "not_on_page", "", "object"),
        row(place, "boats[].crew.added.deep", "not_on_page", "", "integer"),
        row(place, "boats[].crew.emptied", "nullable_differs", "nullable", "not nullable"),
        row(place, "boats[].crew.lost", "not_in_spec", "string", ""),
        row(place, "boats[].crew.retyped", "type_differs", "integer", "string"),
    ]


def test_the_spec_may_allow_null_where_the_page_does_not_mention_it() -> None:
    page = a_page(responses={"200": {"name": Field("string")}})
    spec = a_spec(responses={"200": an_object(name={"type": "string", "nullable": True})})
    assert find_differences([page], spec) == []


def test_a_schema_without_a_type_is_any_and_allows_null() -> None:
    page = a_page(body={"value": Field("object", nullable=True)})
    spec = a_spec(body=an_object(value={"description": "-"}))
    assert find_differences([page], spec) == [row("body", "value", "type_differs", "object", "any")]


def test_statuses_are_compared_in_both_directions() -> None:
    page = a_page(responses={"200": None, "418": None})
    spec = a_spec(responses={"200": None, "404": STRING})
    assert find_differences([page], spec) == [
        row("responses", "404", "status_not_on_page", "", "404"),
        row("responses", "418", "status_not_in_spec", "418", ""),
    ]


def test_a_body_on_one_side_only_is_one_difference() -> None:
    page = a_page(body={"name": Field("string")}, responses={"200": None})
    spec = a_spec(responses={"200": an_object(name=STRING)})
    assert find_differences([page], spec) == [
        row("response 200", "$", "not_on_page", "", "object"),
        row("body", "$", "not_in_spec", "object", ""),
    ]


def test_an_array_in_place_of_an_object_is_one_difference_and_its_items_are_compared() -> None:
    page = a_page(responses={"200": {"name": Field("string"), "lost": Field("integer")}})
    array = {"type": "array", "items": an_object(name=INTEGER)}
    assert find_differences([page], a_spec(responses={"200": array})) == [
        row("response 200", "$", "type_differs", "object", "array<object>"),
        row("response 200", "[].lost", "not_in_spec", "integer", ""),
        row("response 200", "[].name", "type_differs", "string", "integer"),
    ]


def test_an_array_in_place_of_items_is_one_difference_and_its_items_are_compared() -> None:
    page = a_page(body={"items": Field("array<object>", fields={"name": Field("string")})})
    array = {"type": "array", "items": an_object(name=INTEGER)}
    assert find_differences([page], a_spec(body=array)) == [
        row("body", "$", "type_differs", "object{items}", "array<object>"),
        row("body", "[].name", "type_differs", "string", "integer"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"items": Field("object", fields={"name": Field("string")})},
        {"items": Field("array<object>", fields={"name": Field("string")}), "page": Field("integer")},
    ],
    ids=["no array", "more than items"],
)
def test_other_objects_with_items_are_not_compared_as_arrays(fields: dict[str, Field]) -> None:
    array = {"type": "array", "items": an_object(name=STRING)}
    rows = [found for found in find_differences([a_page(body=fields)], a_spec(body=array)) if found.page]
    assert rows[0] == row("body", "$", "type_differs", "object", "array<object>")
    assert "[].items" in {difference.name for difference in rows}


def test_variants_beside_the_documented_object_are_differences() -> None:
    page = a_page(responses={"200": {"items": Field("integer")}})
    spec = a_spec(
        responses={"200": {"$ref": "#/components/schemas/Either"}},
        schemas={
            "Either": {"oneOf": [{"$ref": "#/components/schemas/Boats"}, an_object(items=STRING)]},
            "Boats": {"type": "array", "items": an_object(name=STRING)},
        },
    )
    assert find_differences([page], spec) == [
        row("response 200", "$", "not_on_page", "", "array<object>"),
        row("response 200", "items", "type_differs", "integer", "string"),
    ]


def test_a_field_with_variants_has_the_types_of_all() -> None:
    page = a_page(body={"size": Field("integer", nullable=True)})
    either = {"oneOf": [INTEGER, STRING | {"nullable": True}]}
    assert find_differences([page], a_spec(body=an_object(size=either))) == [
        row("body", "size", "type_differs", "integer", "integer|string")
    ]


def test_object_variants_are_merged() -> None:
    page = a_page(body={"size": Field("integer", nullable=True), "name": Field("string")})
    nullable = STRING | {"nullable": True}
    spec = a_spec(body={"oneOf": [an_object(size=INTEGER), an_object(size=nullable, name=STRING)]})
    assert find_differences([page], spec) == [row("body", "size", "type_differs", "integer", "integer|string")]


def test_a_recursive_schema_terminates() -> None:
    page = a_page(body={"name": Field("string"), "tow": Field("object")})
    boat = an_object(name=STRING, tow={"$ref": "#/components/schemas/Boat"})
    spec = a_spec(body={"$ref": "#/components/schemas/Boat"}, schemas={"Boat": boat})
    assert find_differences([page], spec) == []


def test_references_with_escapes_are_followed() -> None:
    page = a_page(body={"name": Field("string")})
    schemas = {"a/b~c": an_object(name=STRING)}
    spec = a_spec(body={"$ref": "#/components/schemas/a~1b~0c"}, schemas=schemas)
    assert find_differences([page], spec) == []


def test_an_operation_on_one_side_only_is_one_difference() -> None:
    page = a_page(method="POST", body={"name": Field("string")})
    spec = a_spec(responses={"200": an_object(name=STRING)})
    assert find_differences([page], spec) == [
        Difference("", "harbour.listBoats", "operation", f"GET {PATH}", "operation_not_on_page"),
        Difference("boats", f"POST {PATH}", "operation", f"POST {PATH}", "operation_not_in_spec"),
    ]


def test_the_same_path_on_another_host_is_another_operation() -> None:
    spec = a_spec()
    spec["harbour"]["servers"][0]["url"] = "https://api.track.toggl.com/api/v9"
    kinds = [difference.kind for difference in find_differences([a_page()], spec)]
    assert kinds == ["operation_not_on_page", "operation_not_in_spec"]


def test_each_page_of_an_operation_is_compared_by_itself() -> None:
    older = a_page(name="older", query_parameters={"size": Parameter("string", False)})
    newer = a_page(name="newer", query_parameters={"size": Parameter("integer", False)})
    spec = a_spec(parameters=[a_parameter("size", "integer")])
    assert find_differences([older, newer], spec) == [
        row("query", "size", "type_differs", "string", "integer", page="older")
    ]


def test_what_any_page_has_is_documented() -> None:
    first = a_page(
        name="first", query_parameters={"size": Parameter("integer", False)}, responses={"200": None, "418": None}
    )
    second = a_page(name="second", responses={"200": {"name": Field("string")}, "500": None})
    spec = a_spec(
        parameters=[a_parameter("size", "integer"), a_parameter("tide", "number")],
        responses={"200": an_object(name=STRING, depth=INTEGER), "418": None, "500": STRING, "404": None},
    )
    assert find_differences([first, second], spec) == [
        row("query", "tide", "not_on_page", "", "number"),
        row("response 200", "depth", "not_on_page", "", "integer"),
        row("response 500", "$", "not_on_page", "", "string"),
        row("responses", "404", "status_not_on_page", "", "404"),
    ]


def test_an_operation_is_undocumented_only_if_no_page_has_it() -> None:
    kinds = [found.kind for found in find_differences([a_page(method="PUT"), a_page(name="other")], a_spec())]
    assert kinds == ["operation_not_in_spec"]


def test_an_array_and_an_object_of_two_pages_document_both_variants() -> None:
    old = a_page(name="old", responses={"200": {"items": Field("array<object>", fields={"name": Field("string")})}})
    new = a_page(name="new", responses={"200": {"$": Field("array<object>", fields={"name": Field("string")})}})
    array = {"type": "array", "items": an_object(name=STRING, size=INTEGER)}
    spec = a_spec(responses={"200": {"oneOf": [an_object(items=array), array]}})
    assert find_differences([old, new], spec) == [
        row("response 200", "[].size", "not_on_page", "", "integer"),
        row("response 200", "items[].size", "not_on_page", "", "integer"),
    ]
    assert find_differences([new], spec) == [
        row("response 200", "$", "not_on_page", "", "object"),
        row("response 200", "[].size", "not_on_page", "", "integer"),
    ]


@pytest.mark.parametrize(
    ("whole", "schema", "expected"),
    [
        (Field("string"), STRING, None),
        (Field("string"), INTEGER, ("string", "integer")),
        (Field("array<integer>"), {"type": "array", "items": INTEGER}, None),
        (Field("array<integer>"), {"type": "array", "items": STRING}, ("array<integer>", "array<string>")),
        (Field("array<integer>"), an_object(), ("array<integer>", "object")),
    ],
)
def test_a_body_that_is_no_object_is_compared(
    whole: Field, schema: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    page = a_page(body={"$": whole})
    rows = [row("body", "$", "type_differs", *expected)] if expected else []
    assert find_differences([page], a_spec(body=schema)) == rows


def test_a_limit_of_a_bare_array_is_compared() -> None:
    page = a_page(body={"$": Field("array<integer>", limits={"maxItems": 100})})
    assert find_differences([page], a_spec(body={"type": "array", "items": INTEGER})) == [
        row("body", "$", "limit_differs", "maxItems 100", "")
    ]


LEVELS = {"type": "string", "enum": ["low", "high"]}


@pytest.mark.parametrize(
    ("documented", "schema", "in_request", "in_response"),
    [
        pytest.param(None, LEVELS, None, None, id="only the spec has values"),
        pytest.param(("high", "low"), LEVELS, None, None, id="the same in another order"),
        pytest.param(("low", "high"), STRING, ("high, low", "any"), None, id="the spec is open"),
        pytest.param(("low",), LEVELS, ("", "high"), None, id="the spec has more"),
        pytest.param(("low", "mid"), LEVELS, ("mid", "high"), ("mid", "high"), id="the spec lacks one"),
    ],
)
def test_values_are_compared_where_the_page_names_them(
    documented: tuple[str, ...] | None,
    schema: dict[str, Any],
    in_request: tuple[str, str] | None,
    in_response: tuple[str, str] | None,
) -> None:
    field = {"level": Field("string", enum=documented)}
    pages = [a_page(body=field, query_parameters={"level": Parameter("string", False, enum=documented)})]
    level = {"name": "level", "in": "query", "schema": schema}
    expected = [row(place, "level", "enum_differs", *in_request) for place in ("body", "query")] if in_request else []
    assert find_differences(pages, a_spec(body=an_object(level=schema), parameters=[level])) == expected

    pages, spec = [a_page(responses={"200": field})], a_spec(responses={"200": an_object(level=schema)})
    expected = [row("response 200", "level", "enum_differs", *in_response)] if in_response else []
    assert find_differences(pages, spec) == expected


@pytest.mark.parametrize(
    ("documented", "limits", "in_request", "in_response"),
    [
        pytest.param(None, {"maximum": 9}, None, None, id="only the spec has one"),
        pytest.param({"minimum": 1}, {"minimum": 1, "maximum": 9}, None, None, id="the same"),
        pytest.param({"minimum": 1, "maximum": 9}, {}, ("maximum 9 minimum 1", ""), None, id="the spec is open"),
        pytest.param({"maximum": 9}, {"maximum": 10}, ("maximum 9", "maximum 10"), None, id="the spec is wider"),
        pytest.param(
            {"minimum": 1, "maximum": 9},
            {"minimum": 2, "maximum": 8},
            ("maximum 9 minimum 1", "maximum 8 minimum 2"),
            ("maximum 9 minimum 1", "maximum 8 minimum 2"),
            id="the spec is narrower",
        ),
    ],
)
def test_limits_are_compared_where_the_page_has_them(
    documented: dict[str, int | float] | None,
    limits: dict[str, int],
    in_request: tuple[str, str] | None,
    in_response: tuple[str, str] | None,
) -> None:
    field = {"size": Field("integer", limits=documented)}
    schema = an_object(size=INTEGER | limits)
    expected = [row("body", "size", "limit_differs", *in_request)] if in_request else []
    assert find_differences([a_page(body=field)], a_spec(body=schema)) == expected
    expected = [row("response 200", "size", "limit_differs", *in_response)] if in_response else []
    assert find_differences([a_page(responses={"200": field})], a_spec(responses={"200": schema})) == expected


@pytest.mark.parametrize(
    ("documented", "in_spec", "in_request", "in_response"),
    [
        pytest.param(None, True, False, False, id="the page does not know"),
        pytest.param(True, True, False, False, id="both"),
        pytest.param(True, False, True, False, id="only the page"),
        pytest.param(False, True, True, True, id="only the spec"),
    ],
)
def test_required_fields_are_compared_where_the_page_knows(
    documented: bool | None, in_spec: bool, in_request: bool, in_response: bool
) -> None:
    field = {"size": Field("integer", required=documented)}
    schema = an_object(size=INTEGER) | ({"required": ["size"]} if in_spec else {})
    found = find_differences([a_page(body=field)], a_spec(body=schema))
    expected = [row("body", "size", "required_differs", str(documented), str(in_spec))]
    assert found == (expected if in_request else [])
    found = find_differences([a_page(responses={"200": field})], a_spec(responses={"200": schema}))
    expected = [row("response 200", "size", "required_differs", str(documented), str(in_spec))]
    assert found == (expected if in_response else [])


def test_values_and_limits_of_items_count_for_an_array() -> None:
    parameter = Parameter("array<string>", False, nullable=True, enum=("low", "high"), limits={"maxItems": 2})
    page = a_page(query_parameters={"level": parameter})
    schema = {"type": "array", "maxItems": 2, "items": LEVELS | {"x-nullable-id": True}}
    level = {"name": "level", "in": "query", "schema": schema}
    assert find_differences([page], a_spec(parameters=[level])) == []
    plain = {"name": "level", "in": "query", "schema": {"type": "array", "items": STRING}}
    assert find_differences([page], a_spec(parameters=[plain])) == [
        row("query", "level", "enum_differs", "high, low", "any"),
        row("query", "level", "limit_differs", "maxItems 2", ""),
        row("query", "level", "nullable_differs", "nullable", "not nullable"),
    ]


A_DIFFERENCE = row("response 200", "boats[].size", "type_differs", "string", "integer")
ANOTHER = row("query", "tide", "not_on_page", "", "number")


def a_deviation(**changes: Any) -> Deviation:
    given: dict[str, Any] = {
        "pages": ("boats",),
        "operations": ("harbour.listBoats",),
        "places": ("response 200",),
        "names": ("boats[].size",),
        "kind": "type_differs",
        "reason": "-",
        "evidence": "assumed",
        "documented": "string",
        "spec": "integer",
    }
    return Deviation(**(given | changes))


def test_an_entry_explains_its_difference_and_no_other() -> None:
    assert find_unexplained([A_DIFFERENCE, ANOTHER], [a_deviation()]) == [ANOTHER]
    assert find_stale([A_DIFFERENCE, ANOTHER], [a_deviation()]) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"pages": ("older",)},
        {"operations": ("harbour.getBoat",)},
        {"places": ("body",)},
        {"names": ("boats[].name",)},
        {"kind": "nullable_differs"},
        {"documented": "number"},
        {"spec": "number"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_an_entry_about_anything_else_explains_nothing_and_is_stale(
    changes: dict[str, Any],
) -> None:
    entry = a_deviation(**changes)
    assert find_unexplained([A_DIFFERENCE], [entry]) == [A_DIFFERENCE]
    assert {"pages", "operations", "places", "names"} == {found.key for found in find_stale([A_DIFFERENCE], [entry])}


@pytest.mark.parametrize("key", ["pages", "operations", "places", "names"])
def test_an_extra_word_in_an_entry_is_stale(key: str) -> None:
    words = getattr(a_deviation(), key)
    entries = [a_deviation(), a_deviation(**{key: (*words, "sunk")})]
    assert find_unexplained([A_DIFFERENCE], entries) == []
    found = find_stale([A_DIFFERENCE], entries)
    assert found == [StaleEntry(2, key, "sunk")]
    assert str(found[0]) == f"entry 2: 'sunk' in '{key}' matches no difference"


@pytest.mark.parametrize(
    ("key", "word", "matches"),
    [
        ("pages", "b*", True),
        ("operations", "harbour.*", True),
        ("operations", "*", True),
        ("names", "boats[].*", True),
        ("names", "boats*size", True),
        ("names", "*[].size", True),
        ("names", "boats[].size*", True),
        ("names", "boats[].s?ze", False),
        ("names", "boats[.*", False),
        ("names", "*[].siz", False),
        ("names", "boat.*", False),
        ("places", "response *", False),
    ],
)
def test_a_star_in_a_word_is_any_text(key: str, word: str, matches: bool) -> None:
    entry = a_deviation(**{key: (word,)})
    assert find_unexplained([A_DIFFERENCE], [entry]) == ([] if matches else [A_DIFFERENCE])
    assert bool(find_stale([A_DIFFERENCE], [entry])) is not matches


def test_a_word_with_a_star_is_stale_when_it_meets_nothing() -> None:
    entry = a_deviation(names=("boats[].*", "crew.*"))
    assert find_stale([A_DIFFERENCE], [entry]) == [StaleEntry(1, "names", "crew.*")]


def test_each_operation_of_an_entry_about_statuses_must_lack_each_status() -> None:
    differences = [
        Difference("boats", f"harbour.{operation}", "responses", status, "status_not_on_page")
        for operation, status in [("get", "404"), ("get", "429"), ("put", "404")]
    ]
    entry = a_deviation(
        operations=("harbour.get", "harbour.put"),
        places=("responses",),
        names=("404", "429"),
        kind="status_not_on_page",
        documented=None,
        spec=None,
    )
    assert find_unexplained(differences, [entry]) == []
    assert find_stale(differences, [entry]) == [StaleEntry(1, "operations and names", "harbour.put 429")]
    assert find_stale(differences, [replace(entry, operations=("harbour.*",))]) == []


def test_an_entry_without_pages_explains_an_operation_on_no_page() -> None:
    difference = Difference("", "harbour.sink", "operation", "PUT /x", "operation_not_on_page")
    entry = a_deviation(
        pages=(),
        operations=("harbour.sink",),
        places=("operation",),
        names=("PUT /x",),
        kind="operation_not_on_page",
        documented=None,
        spec=None,
    )
    assert find_unexplained([difference], [entry]) == []
    assert find_stale([difference], [entry]) == []
    assert find_unexplained([A_DIFFERENCE], [entry]) == [A_DIFFERENCE]


GOOD_ENTRIES = """\
- operations: [harbour.sink]
  places: [operation]
  names: [PUT /x]
  kind: operation_not_on_page
  reason: Seen from the pier.
  evidence: observed
- pages: [boats]
  operations: [harbour.listBoats]
  places: [response 200]
  names: ['boats[].size']
  kind: type_differs
  documented: string
  spec: integer
  reason: A size is a number.
  evidence: assumed
"""


def test_deviations_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deviations.yaml"
    path.write_text(GOOD_ENTRIES, encoding="utf-8")
    entries = load_deviations(path)
    assert entries[1] == a_deviation(reason="A size is a number.")
    assert (entries[0].pages, entries[0].documented) == ((), None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        *(
            pytest.param(line, "", f"deviations.yaml, entry 2: missing '{key}'", id=f"no {key}")
            for key, line in [
                ("pages", "pages: [boats]\n  "),
                ("operations", "  operations: [harbour.listBoats]\n"),
                ("places", "  places: [response 200]\n"),
                ("names", "  names: ['boats[].size']\n"),
                ("documented", "  documented: string\n"),
                ("spec", "  spec: integer\n"),
                ("reason", "  reason: A size is a number.\n"),
                ("evidence", "  evidence: assumed\n"),
                ("kind", "  kind: type_differs\n"),
            ]
        ),
        ("names: ['boats[].size']", "names: []", "entry 2: missing 'names'"),
        ("reason: A size is a number.", "reason: ''", "entry 2: missing 'reason'"),
        ("reason: A size is a number.", "reason: 7", "entry 2: 'reason' is no text"),
        ("pages: [boats]", "pages: boats", "entry 2: 'pages' is no list of texts"),
        ("names: ['boats[].size']", "names: [404]", "entry 2: 'names' is no list of texts"),
        ("pages: [boats]", "pages: [boats, boats]", "entry 2: 'pages' holds a word twice"),
        ("kind: type_differs", "kind: odd", "entry 2: 'kind' is none of not_in_spec,"),
        ("kind: type_differs", "kind: nullable_differs", "entry 2: unknown key 'documented'"),
        ("kind: operation_not_on_page", "kind: not_in_spec", "entry 1: missing 'pages'"),
        ("kind: type_differs", "kind: not_on_page", "entry 2: unknown key 'pages'"),
        ("evidence: assumed", "evidence: hearsay", "entry 2: 'evidence' is none of recorded,"),
        ("- operations", "- pages: [boats]\n  operations", "entry 1: unknown key 'pages'"),
        (GOOD_ENTRIES, "- boats\n", "entry 1: expected a mapping"),
        (GOOD_ENTRIES, "boats: 1\n", "deviations.yaml: expected a list of entries"),
        (GOOD_ENTRIES, "- [boats\n", "deviations.yaml: not YAML"),
    ],
)
def test_a_malformed_entry_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD_ENTRIES
    path = tmp_path / "deviations.yaml"
    path.write_text(GOOD_ENTRIES.replace(old, new), encoding="utf-8")
    with pytest.raises(DeviationError) as caught:
        load_deviations(path)
    assert message in str(caught.value)


def test_a_malformed_file_of_facts_is_named(tmp_path: Path) -> None:
    (tmp_path / "boats.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PageError, match=r"boats\.json: expected facts as written by to_json"):
        load_pages(tmp_path)
