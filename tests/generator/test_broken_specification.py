"""A broken specification gives exit code 2 and one line on stderr: file, JSON pointer and cause."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.codegen import output
from generator.codegen.client import generate_client
from generator.codegen.server import generate_server
from generator.loader import load
from generator.specification import SpecificationError
from tests.support.generator_command import Workplace, tiny_specifications
from tests.support.tiny import SPECIFICATIONS

TINY = (SPECIFICATIONS / "tiny.yaml").read_text()
BOATS = "/paths/~1harbours~1{harbour_id}~1boats"
BOAT = "/components/schemas/Boat"
CREATE = "/components/schemas/BoatCreate"

#: What is replaced in the tiny specification, by what, and the JSON pointer and cause that it must give.
Case = tuple[str, str, str, str]

YAML: dict[str, Case] = {
    "no YAML": ("paths:\n", "paths: [\n", "/", "line 22, column 13: expected ',' or ']', but got '{'"),
    "a tab": (
        "  title: Tiny",
        "\ttitle: Tiny",
        "/",
        "line 3, column 1: found character '\\t' that cannot start any token",
    ),
    "a key twice": (
        "      summary: Delete one boat.\n",
        "      summary: Delete one boat.\n      tags: [me]\n",
        "/",
        'line 198, column 7: found duplicate key "tags" with value "[]" (original value: "[]")',
    ),
    "an alias to nothing": (
        "openapi: 3.0.3",
        "openapi: *version",
        "/",
        "line 1, column 10: found undefined alias 'version'",
    ),
    "an alias to itself": ("info:\n", "info: &info\n  x-self: *info\n", "/info/x-self", "circular alias"),
    "a key that is a number": (
        "        '201':",
        "        201:",
        f"{BOATS}/post/responses",
        "the key 201 is not a string: put it in quotes",
    ),
    "a date": (
        "          description: Date, nullable, may be absent.",
        "          example: 2026-01-02",
        f"{BOAT}/properties/launched_on/example",
        "2026-01-02 is read as a date: put it in quotes",
    ),
    "a list": (TINY, "- openapi\n", "/", "an OpenAPI document is a mapping"),
    "an empty file": (TINY, "", "/", "an OpenAPI document is a mapping"),
}

REFERENCES: dict[str, Case] = {
    "to nothing": (
        "berth:\n          $ref: '#/components/schemas/Berth'\n        skipper",
        "berth:\n          $ref: '#/components/schemas/Bert'\n        skipper",
        f"{BOAT}/properties/berth",
        "#/components/schemas/Bert has no target",
    ),
    "to a file": (
        "schema: {$ref: '#/components/schemas/MyBoats'}",
        "schema: {$ref: 'boats.yaml#/MyBoats'}",
        "/paths/~1me~1boats/get/responses/200/content/application~1json/schema",
        "boats.yaml#/MyBoats has no target",
    ),
    "to another kind of thing": (
        "schema: {$ref: '#/components/schemas/MyBoats'}",
        "schema: {$ref: '#/components/responses/BadRequest'}",
        "/paths/~1me~1boats/get/responses/200/content/application~1json/schema",
        "#/components/responses/BadRequest is not one of components/schemas",
    ),
    "to itself": (
        "    ErrorText:\n      type: string\n      description: What went wrong, for people.",
        "    ErrorText:\n      $ref: '#/components/schemas/ErrorText'",
        "/components/responses/BadRequest/content/text~1plain/schema",
        "#/components/schemas/ErrorText refers to itself",
    ),
}

OPENAPI: dict[str, Case] = {
    "another version": (
        "openapi: 3.0.3",
        "openapi: 3.1.0",
        "/openapi",
        "'3.1.0' does not match '^3\\\\.0\\\\.\\\\d(-.+)?$'",
    ),
    "a type of its own": (
        "type: string\n          description: Required text.",
        "type: text\n          description: Required text.",
        f"{BOAT}/properties/name/type",
        "'text' is not one of ['array', 'boolean', 'integer', 'number', 'object', 'string']",
    ),
    "a keyword of the wrong type": (
        "required: [op, path]",
        "required: op",
        "/components/schemas/PatchOperation/required",
        "'op' is not of type 'array'",
    ),
    "a misspelt keyword": (
        "maxLength: 40",
        "maxlength: 40",
        f"{CREATE}/properties/name",
        "'maxlength' does not match any of the regexes: '^x-'",
    ),
    "a pattern that is none": (
        "pattern: '^\\S'",
        "pattern: '(['",
        f"{CREATE}/properties/name/pattern",
        "'([' is not a regular expression: unterminated character set at position 1",
    ),
    "a default of the wrong type": (
        "maximum: 400",
        "default: long",
        f"{CREATE}/properties/length/default",
        "'long' is not of type 'number'",
    ),
    "a tag twice": ("tags:\n", "tags:\n  - name: boats\n", "/", "Duplicate tag name 'boats'"),
    "a default that is no choice": (
        "default: name",
        "default: age",
        f"{BOATS}/get/parameters/1/schema/default",
        "'age' is not one of ['name', 'length']",
    ),
}

OPERATIONS: dict[str, Case] = {
    "none at all": (
        TINY[TINY.index("paths:") : TINY.index("components:")],
        "paths: {}\n",
        "/paths",
        "no operations",
    ),
    "an id twice": (
        "operationId: listMyBoats",
        "operationId: listBoats",
        "/paths/~1me~1boats/get/operationId",
        "duplicate operationId listBoats",
    ),
    "an id that no function can have": (
        "operationId: listMyBoats",
        "operationId: list-my-boats",
        "/paths/~1me~1boats/get/operationId",
        "'list-my-boats' becomes the name of a function: write it like listTasks",
    ),
    "no id": (
        "      operationId: listMyBoats\n",
        "",
        "/paths/~1me~1boats/get/operationId",
        "'' becomes the name of a function: write it like listTasks",
    ),
    "a parameter that is not in the path": (
        "  /harbours/{harbour_id}/boats/{boat_ids}:",
        "  /harbours/{harbour_id}/boats/several:",
        "/paths/~1harbours~1{harbour_id}~1boats~1several/parameters/1",
        "boat_ids is not in the path",
    ),
    "a path without its parameter": (
        "  /me/boats:",
        "  /me/{boat_id}:",
        "/paths/~1me~1{boat_id}/get/parameters",
        "{boat_id} is in the path but is not a parameter",
    ),
    "a path that is code": (
        "  /me/boats:",
        "  '/me/\" + boats':",
        '/paths/~1me~1" + boats',
        "a path may contain only words and {parameters}",
    ),
    "a parameter twice": (
        "name: search",
        "name: harbour_id",
        f"{BOATS}/get/parameters/11",
        "duplicate argument name harbour_id",
    ),
    "a parameter that no argument can be": (
        "name: search",
        "name: from",
        f"{BOATS}/get/parameters/11/name",
        "'from' is not a Python name",
    ),
    "a parameter in a header": (
        "in: query\n          required: false\n          deprecated: true\n          style: form\n",
        "in: header\n          required: false\n",
        f"{BOATS}/get/parameters/11",
        "a parameter in a header is not supported",
    ),
    "a parameter of several types": (
        "schema: {type: boolean}",
        "schema: {oneOf: [{type: boolean}, {type: string}]}",
        f"{BOATS}/get/parameters/5/schema",
        "a parameter must be a string, a number, a boolean or, in a query, an array of these",
    ),
    "an array in another style": (
        "style: form\n          explode: true\n          description: Array in a query.",
        "style: form\n          explode: false\n          description: Array in a query.",
        f"{BOATS}/get/parameters/2",
        "only style form with explode true is supported in a query",
    ),
    "a body of another content type": (
        "application/json:\n            schema: {$ref: '#/components/schemas/BoatCreate'}",
        "application/xml:\n            schema: {$ref: '#/components/schemas/BoatCreate'}",
        f"{BOATS}/post/requestBody/content/application~1xml",
        "application/xml is not supported here, only application/json",
    ),
    "a body of two content types": (
        "application/json:\n            schema: {$ref: '#/components/schemas/BoatCreate'}",
        "application/json: {}\n          text/plain: {}",
        f"{BOATS}/post/requestBody/content",
        "only one content type is supported",
    ),
    "a body without a schema": (
        "application/json:\n            schema: {$ref: '#/components/schemas/BoatCreate'}",
        "application/json: {}",
        f"{BOATS}/post/requestBody/content/application~1json",
        "has no schema",
    ),
    "a response of another content type": (
        "application/json:\n              schema: {$ref: '#/components/schemas/BoatPage'}",
        "text/csv:\n              schema: {$ref: '#/components/schemas/BoatPage'}",
        f"{BOATS}/get/responses/200/content/text~1csv",
        "text/csv is not supported here, only application/json",
    ),
    "no response of a success": (
        "        '201':",
        "        '301':",
        f"{BOATS}/post/responses",
        "an operation needs exactly one success response, with a status such as '200'",
    ),
}

SCHEMAS: dict[str, Case] = {
    "a field that no attribute can be": (
        "        afloat:\n",
        "        still-afloat:\n",
        f"{BOAT}/properties/still-afloat",
        "not a Python name; msgspec decodes attributes by name",
    ),
    "a field that is a keyword": (
        "        afloat:\n",
        "        class:\n",
        f"{BOAT}/properties/class",
        "not a Python name; msgspec decodes attributes by name",
    ),
    "a field that hides a type": (
        "        afloat:\n",
        "        datetime:\n",
        f"{BOAT}/properties/datetime",
        "this name hides a Python type that the model needs",
    ),
    "a field of an inline object": (
        "            latitude:\n",
        "            lat.:\n",
        f"{BOAT}/properties/position/properties/lat.",
        "not a Python name; msgspec decodes attributes by name",
    ),
    "a name that no class can have": (
        "    Extra:\n      type: object\n",
        "    Extra:\n      type: object\n    further-extra:\n      type: object\n",
        "/components/schemas/further-extra",
        "the name of a schema becomes that of a class: write it like TaskPage",
    ),
    "a name that hides an import": (
        "    Extra:\n      type: object\n",
        "    Extra:\n      type: object\n    Literal:\n      type: object\n",
        "/components/schemas/Literal",
        "this name is imported by the generated modules",
    ),
    "an array without items": (
        "items: {type: string}\n",
        "title: Names\n",
        f"{BOAT}/properties/former_names",
        "an array needs items",
    ),
    "a format without a type": (
        "description: Required text.",
        "format: uuid",
        f"{BOAT}/properties/name/format",
        "there is no Python type for the format uuid",
    ),
    "an enum of several types": (
        "          enum: [NL, FR]\n          description: Enum in a response, may be absent.",
        "          enum: [NL, false]\n          description: Enum in a response, may be absent.",
        f"{BOAT}/properties/flag/enum",
        "False does not fit the type string",
    ),
    "a value twice": (
        "enum: [add, replace, remove]",
        "enum: [add, replace, add]",
        "/components/schemas/PatchOperation/properties/op/enum",
        "duplicate value 'add'",
    ),
    "alternatives that look the same": (
        "        - $ref: '#/components/schemas/BoatList'",
        "        - $ref: '#/components/schemas/BoatPage'",
        "/components/schemas/MyBoats/oneOf",
        "alternatives need different JSON types: msgspec decides by them",
    ),
    "a bound that no integer has": (
        "schema: {type: integer, minimum: 1900, maximum: 2100}",
        "schema: {type: integer, minimum: 1899.5, maximum: 2100}",
        f"{BOATS}/get/parameters/0/schema/minimum",
        "the bound of an integer must be an integer",
    ),
    "a duration in another unit": (
        "unit: milliseconds",
        "unit: fortnights",
        f"{BOAT}/properties/idle_ms/x-duration",
        "needs a property and a unit, one of milliseconds, seconds, minutes",
    ),
    "a duration that no attribute can be": (
        "property: idle,",
        "property: idle time,",
        f"{BOAT}/properties/idle_ms/x-duration/property",
        "'idle time' is not a Python name",
    ),
    "a duration that is a text": (
        "description: Required text.",
        "x-duration: {property: named, unit: seconds}",
        f"{BOAT}/properties/name/x-duration",
        "a duration must be a number",
    ),
    "a duration in the place of a field": (
        "property: idle,",
        "property: name,",
        f"{BOAT}/properties/idle_ms/x-duration/property",
        "duplicate attribute name name",
    ),
    "an id that may be null and is an integer": (
        "items: {type: string, pattern: '^([1-9][0-9]{0,17})?$', x-nullable-id: true}",
        "items: {type: integer, x-nullable-id: true}",
        f"{BOATS}/get/parameters/3/schema/items/x-nullable-id",
        "must be true, for items of the type string in a parameter",
    ),
    "an id that may be null in a field": (
        "description: Required text.",
        "x-nullable-id: true",
        f"{BOAT}/properties/name/x-nullable-id",
        "must be true, for items of the type string in a parameter",
    ),
    "a timestamp in another unit": (
        "x-timestamp: seconds",
        "x-timestamp: days",
        f"{BOATS}/get/parameters/9/schema/x-timestamp",
        "a timestamp must be an integer in seconds",
    ),
    "a method that no method can be": (
        "x-method: create",
        "x-method: import",
        f"{BOATS}/post/x-method",
        "'import' is not a Python name",
    ),
    "an operation that is not said to be idempotent": (
        "x-idempotent: true",
        "x-idempotent: maybe",
        "/paths/~1harbours~1{harbour_id}~1boats~1{boat_ids}/patch/x-idempotent",
        "must be true, or missing",
    ),
    "a method twice": (
        "x-method: create",
        "x-method: list",
        f"{BOATS}/post/x-method",
        "duplicate method boats.list",
    ),
    "a method without a resource": (
        "tags: [boats]\n      x-method: create",
        "x-method: create",
        f"{BOATS}/post/tags",
        "a method needs one tag, which the document describes: its resource",
    ),
    "pages without a method": (
        "x-method: list\n      x-pagination: {style: single, items: data}",
        "x-pagination: {style: single, items: data}",
        f"{BOATS}/get/x-pagination",
        "needs an x-method",
    ),
    "pages without their parameters": (
        "{style: single, items: data}",
        "{style: page, items: data}",
        f"{BOATS}/get/x-pagination",
        "the style must be page (with page, and per_page with a maximum), offset (with offset and per_page) or single",
    ),
}

#: Found by the generators themselves.
CLIENT: dict[str, Case] = {
    "a bulk operation without a limit": (
        "x-method: create\n",
        "x-method: create\n      x-bulk: berth_ids\n",
        "/",
        "ValueError: create_boat: x-bulk requires an array berth_ids with maxItems",
    ),
    "enums of the same name": (
        "    Extra:\n",
        "    BoatFlag:\n      type: string\n      enum: [SE]\n    Extra:\n",
        BOAT,
        "Found conflicting enums named BoatFlag with incompatible values.",
    ),
    "a body with the name of a schema": (
        "schema: {$ref: '#/components/schemas/BoatCreate'}",
        "schema: {title: Boat, type: object, properties: {name: {type: string}}}",
        f"{BOATS}/post",
        'Attempted to generate duplicate models with name "Boat"',
    ),
}
SERVER: dict[str, Case] = {
    "a warning": (
        "description: Required text.",
        "format: knots",
        "/",
        "UserWarning: format of 'knots' not understood for 'string' - using default",
    ),
}


def parameters(groups: dict[str, dict[str, Case]]) -> list[object]:
    return [
        pytest.param(*case, id=f"{group}: {name}") for group, cases in groups.items() for name, case in cases.items()
    ]


def change_tiny(old: str, new: str) -> str:
    assert TINY.count(old) == 1, f"tiny.yaml has {old!r} {TINY.count(old)} times"
    return TINY.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "pointer", "cause"),
    parameters({"YAML": YAML, "$ref": REFERENCES, "OpenAPI": OPENAPI, "operation": OPERATIONS, "schema": SCHEMAS}),
)
def test_an_invalid_document_is_one_line(
    old: str, new: str, pointer: str, cause: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    specifications = tiny_specifications(tmp_path, track=change_tiny(old, new))
    output = tmp_path / "output"
    assert main(["generate", "--spec", str(specifications), "--output", str(output)]) == 2
    assert capsys.readouterr() == ("", f"spec/track.yaml: {pointer}: {cause}\n")
    assert not output.exists()


@pytest.mark.parametrize(("old", "new", "pointer", "cause"), parameters({"client": CLIENT}))
def test_an_error_of_the_client_generator_raises(old: str, new: str, pointer: str, cause: str, tmp_path: Path) -> None:
    document = load(tiny_specifications(tmp_path, track=change_tiny(old, new)) / "track.yaml")
    with pytest.raises(SpecificationError) as caught:
        generate_client(document, "track", tmp_path / "output", tmp_path, tmp_path / "no_jobs.py")
    assert str(caught.value) == f"spec/track.yaml: {pointer}: {cause}"
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(("old", "new", "pointer", "cause"), parameters({"server": SERVER}))
def test_an_error_of_the_server_generator_raises(old: str, new: str, pointer: str, cause: str, tmp_path: Path) -> None:
    document = load(tiny_specifications(tmp_path, track=change_tiny(old, new)) / "track.yaml")
    with pytest.raises(SpecificationError) as caught:
        generate_server(document, "track", tmp_path / "output", tmp_path)
    assert str(caught.value) == f"spec/track.yaml: {pointer}: {cause}"
    assert not (tmp_path / "output").exists()


def test_a_run_that_fails_is_one_line_and_leaves_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, pointer, cause = next(iter(CLIENT.values()))
    place = Workplace.make(tmp_path, tiny_specifications(tmp_path, track=change_tiny(old, new)))
    monkeypatch.setattr(tempfile, "tempdir", str(place.temporary))
    monkeypatch.setattr(output, "generate_server", lambda *_: None)  # slow, and not what fails
    assert main(["generate", "--spec", str(place.specifications), "--output", str(place.output)]) == 2
    assert capsys.readouterr() == ("", f"spec/track.yaml: {pointer}: {cause}\n")
    assert not place.output.exists()
    assert place.left_behind == []


def test_a_missing_document_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    specifications = tiny_specifications(tmp_path)
    (specifications / "focus.yaml").unlink()
    assert main(["check", "--spec", str(specifications), "--output", str(tmp_path / "output")]) == 2
    assert capsys.readouterr() == ("", "spec/focus.yaml: /: no such file\n")


@pytest.mark.parametrize("content", [b"openapi: \xff", b"openapi: \x01"])
def test_a_document_that_is_not_utf_8_is_one_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    specifications = tiny_specifications(tmp_path)
    (specifications / "track.yaml").write_bytes(content)
    assert main(["check", "--spec", str(specifications), "--output", str(tmp_path / "output")]) == 2
    stdout, stderr = capsys.readouterr()
    assert not stdout
    assert stderr.startswith("spec/track.yaml: /: not YAML: ")
    assert stderr.count("\n") == 1


def test_a_cause_that_quotes_the_document_is_shortened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parameter = TINY[TINY.index("        - name: season\n") : TINY.index("        - name: sort\n")]
    specifications = tiny_specifications(tmp_path, track=change_tiny(parameter, parameter * 2))
    assert main(["generate", "--spec", str(specifications), "--output", str(tmp_path / "output")]) == 2
    stderr = capsys.readouterr().err
    assert stderr.startswith(f"spec/track.yaml: {BOATS}/get/parameters: [{{")
    assert stderr.endswith(" has non-unique elements\n")
    assert len(stderr) < 400
