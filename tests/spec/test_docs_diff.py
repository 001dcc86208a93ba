"""A saved page against the specification and the stored facts, on an invented specification and on ours."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.loader import load_specifications
from generator.pages.deviations import load_deviations
from generator.pages.docs_diff import compare
from generator.pages.docs_vs_spec import ABSENT_KINDS, load_pages
from generator.pages.page_parser import Page, read_page, to_json
from generator.pages.swagger import read_swagger
from generator.specification import Document
from tests.support.saved_pages import LAYOUTS

ROOT = Path(__file__).parents[2]
OUR_SOURCES = load_pages(ROOT / "spec/documented")
OUR_PAGES = [page for page in OUR_SOURCES if "openapi" not in page.name]
FOCUS = "https://focus.toggl.com/api"
TRACK = "https://api.track.toggl.com/api/v9"

BOATS = """\
GET Boats of a harbour
https://focus.toggl.com/api/harbours/{harbour_id}/boats
Parameters
Path
| name | type | required | description |
|---|---|---|---|
| harbour_id | integer | true | - |
Query
| name | type | required | description |
|---|---|---|---|
| flags | Array of string | false | - |
| afloat | boolean | false | - |
Response
200
| Name | Type | Description |
|---|---|---|
| boats | Array of object | - |
| tide | number | - |
boats
| Name | Type | Description |
|---|---|---|
| name | string | null |
| crew | object | - |
crew
| Name | Type | Description |
|---|---|---|
| size | integer | - |
400
No such harbour.
PUT Boats of a harbour
https://focus.toggl.com/api/harbours/{harbour_id}/boats
Parameters
Path
| name | type | required | description |
|---|---|---|---|
| harbour_id | integer | true | - |
Body
| Name | Type | Description |
|---|---|---|
| name | string | - |
Response
204
Done.
"""
GET_BOATS, PUT_BOATS = BOATS[: BOATS.index("PUT Boats")], BOATS[BOATS.index("PUT Boats") :]
WINDS = f"GET Winds\n{FOCUS}/winds\nResponse\n200\n| Name | Type | Description |\n| knots | number | - |\n"

NOT_EXPLAINED = "page and spec differ, without an entry in spec/deviations.yaml"
EXPLAINED = "page and spec differ, explained in spec/deviations.yaml"


def an_object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def answer(schema: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"description": "-"} | ({"content": {"application/json": {"schema": schema}}} if schema else {})


def a_document(host: str, paths: dict[str, Any]) -> str:
    info = {"title": "Harbours", "version": "1.0.0"}
    return json.dumps({"openapi": "3.0.3", "info": info, "servers": [{"url": host}], "paths": paths})


def a_parameter(name: str, place: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema}


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A specification folder whose one stored page, BOATS, agrees with it."""
    boat = an_object(name={"type": "string", "nullable": True}, crew=an_object(size={"type": "integer"}))
    boats = an_object(boats={"type": "array", "items": boat}, tide={"type": "number"})
    harbour = {
        "parameters": [a_parameter("harbour_id", "path", {"type": "integer"})],
        "get": {
            "operationId": "listBoats",
            "parameters": [
                a_parameter("flags", "query", {"type": "array", "items": {"type": "string"}}),
                a_parameter("afloat", "query", {"type": "boolean"}),
            ],
            "responses": {"200": answer(boats), "400": answer()},
        },
        "put": {
            "operationId": "replaceBoats",
            "requestBody": {"content": {"application/json": {"schema": an_object(name={"type": "string"})}}},
            "responses": {"204": answer()},
        },
    }
    winds = an_object(knots={"type": "number"})
    tides = {"/tides": {"get": {"operationId": "listTides", "responses": {"200": answer(winds)}}}}
    folder = tmp_path / "spec"
    (folder / "documented").mkdir(parents=True)
    (folder / "focus.yaml").write_text(a_document(FOCUS, {"/harbours/{harbour_id}/boats": harbour}))
    (folder / "track.yaml").write_text(a_document(TRACK, tides))
    (folder / "deviations.yaml").write_text("[]")
    store(folder, "boats", BOATS)
    return folder


def store(spec: Path, name: str, text: str) -> Page:
    page = read_page(text, name)
    (spec / "documented" / f"{name}.json").write_text(to_json(page))
    return page


def save(spec: Path, text: str, name: str = "saved.txt") -> str:
    path = spec.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def rows(output: str, title: str) -> list[tuple[str, ...]]:
    """The cells below a title, without those of the header."""
    lines = output.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(title))
    table = []
    for line in lines[start + 1 :]:
        if not line.startswith("  "):
            break
        table.append(tuple(re.split(r"  +", line.strip())))
    assert lines[start] == f"{title}: {max(len(table) - 2, 0)}"
    return table[2:]


@pytest.fixture
def openapi() -> dict[str, Any]:
    """BOATS as a Swagger 2.0 document."""
    boat = an_object(name={"type": "string", "x-nullable": True}, crew=an_object(size={"type": "integer"}))
    harbour = {
        "parameters": [{"name": "harbour_id", "in": "path", "type": "integer", "required": True}],
        "get": {
            "parameters": [
                {"name": "flags", "in": "query", "type": "array", "items": {"type": "string"}},
                {"name": "afloat", "in": "query", "type": "boolean"},
            ],
            "responses": {
                "200": {"schema": an_object(boats={"type": "array", "items": boat}, tide={"type": "number"})},
                "400": {},
            },
        },
        "put": {
            "parameters": [{"name": "payload", "in": "body", "schema": an_object(name={"type": "string"})}],
            "responses": {"204": {}},
        },
    }
    paths = {"/harbours/{harbour_id}/boats": harbour}
    return {"swagger": "2.0", "host": "focus.toggl.com", "basePath": "/api", "paths": paths}


LIST, REPLACE = "focus.listBoats", "focus.replaceBoats"

# Text to replace on the page, its replacement, the kind of the deviation, and the row of the report.
CASES = [
    pytest.param(
        "| afloat |",
        "| wet | string | true | - |\n| afloat |",
        "not_in_spec",
        (LIST, "query", "wet", "new", "string", "-"),
        id="new parameter",
    ),
    pytest.param(
        "| afloat | boolean | false | - |\n",
        "",
        "not_on_page",
        (LIST, "query", "afloat", "gone", "-", "boolean"),
        id="parameter gone",
    ),
    pytest.param(
        "| tide |",
        "| moon | object | - |\n| tide |",
        "not_in_spec",
        (LIST, "response 200", "moon", "new", "object", "-"),
        id="new field",
    ),
    pytest.param(
        "| size |",
        "| names | Array of string | - |\n| size |",
        "not_in_spec",
        (LIST, "response 200", "boats[].crew.names", "new", "array<string>", "-"),
        id="new field inside",
    ),
    pytest.param(
        "| name | string | null |\n",
        "",
        "not_on_page",
        (LIST, "response 200", "boats[].name", "gone", "-", "string"),
        id="field gone",
    ),
    pytest.param(
        "harbour_id | integer",
        "harbour_id | string",
        "type_differs",
        (LIST, "path", "harbour_id", "changed type", "string", "integer"),
        id="changed type of a parameter",
    ),
    pytest.param(
        "| name | string | - |",
        "| name | object | - |",
        "type_differs",
        (REPLACE, "body", "name", "changed type", "object", "string"),
        id="changed type of a field",
    ),
    pytest.param(
        "boolean | false",
        "boolean | true",
        "required_differs",
        (LIST, "query", "afloat", "changed required flag", "required", "optional"),
        id="changed required flag",
    ),
    pytest.param(
        "| tide | number | - |",
        "| tide | number | null |",
        "nullable_differs",
        (LIST, "response 200", "tide", "changed null mark", "nullable", "not nullable"),
        id="changed null mark",
    ),
    pytest.param(
        "400\n",
        "409\nTaken.\n400\n",
        "status_not_in_spec",
        (LIST, "responses", "409", "changed status", "409", "-"),
        id="new status",
    ),
    pytest.param(
        "400\nNo such harbour.\n",
        "",
        "status_not_on_page",
        (LIST, "responses", "400", "changed status", "-", "400"),
        id="status gone",
    ),
    pytest.param(
        "204\nDone.\n",
        "204\nDone.\n| Name | Type | Description |\n| boats | integer | - |\n",
        "not_in_spec",
        (REPLACE, "response 204", "$", "new", "object", "-"),
        id="new table",
    ),
    pytest.param(
        "Body\n| Name | Type | Description |\n|---|---|---|\n| name | string | - |\n",
        "",
        "not_on_page",
        (REPLACE, "body", "$", "gone", "-", "object"),
        id="table gone",
    ),
    pytest.param(
        "GET Boats",
        f"{WINDS}GET Boats",
        "operation_not_in_spec",
        ("GET /winds", "operation", "GET /winds", "new", "-", "-"),
        id="new operation",
    ),
]


def change_page(old: str, new: str) -> str:
    assert old in BOATS
    return BOATS.replace(old, new, 1)


def entry_for(kind: str, row: tuple[str, ...], **more: Any) -> dict[str, Any]:
    operation, place, name, _, documented, in_spec = row
    types = {"documented": documented, "spec": in_spec} if kind == "type_differs" else {}
    pages = {} if kind in ABSENT_KINDS else {"pages": ["boats"]}
    entry: dict[str, Any] = {"operations": [operation], "places": [place], "names": [name]}
    return entry | pages | types | {"kind": kind, "reason": "So it is.", "evidence": "assumed"} | more


def test_a_page_that_agrees_has_no_differences(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs-diff", save(spec, BOATS), "--spec", str(spec)]) == 0
    assert capsys.readouterr().out == (
        "2 operations, compared as boats\n\n"
        f"{NOT_EXPLAINED}: 0\n\n{EXPLAINED}: 0\n\n"
        "changed since spec/documented/boats.json: 0\n"
    )


@pytest.mark.parametrize(("old", "new", "kind", "row"), CASES)
def test_each_kind_of_difference_is_reported(
    spec: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, kind: str, row: tuple[str, ...]
) -> None:
    assert main(["docs-diff", save(spec, change_page(old, new)), "--spec", str(spec)]) == 1
    output = capsys.readouterr().out
    assert rows(output, NOT_EXPLAINED) == [row]
    assert rows(output, EXPLAINED) == []
    # The stored facts are what the spec says too, so they have changed in the same way.
    assert rows(output, "changed since spec/documented/boats.json") == [row]


@pytest.mark.parametrize(("old", "new", "kind", "row"), CASES)
def test_an_entry_explains_each_kind_of_difference(
    spec: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, kind: str, row: tuple[str, ...]
) -> None:
    entries = [entry_for(kind, row, names=["other"]), entry_for(kind, row)]
    (spec / "deviations.yaml").write_text(json.dumps(entries))
    page = save(spec, change_page(old, new))

    assert main(["docs-diff", page, "--spec", str(spec)]) == 0
    output = capsys.readouterr().out
    assert rows(output, NOT_EXPLAINED) == []
    assert f"{EXPLAINED}: 1 (--explained lists them)\n" in output
    assert rows(output, "changed since spec/documented/boats.json") == [row]

    assert main(["docs-diff", page, "--spec", str(spec), "--explained"]) == 0
    assert rows(capsys.readouterr().out, EXPLAINED) == [(*row, "2")]


def test_the_entry_of_another_page_explains_nothing(spec: Path) -> None:
    row = (LIST, "responses", "409", "changed status", "409", "-")
    (spec / "deviations.yaml").write_text(json.dumps([entry_for("status_not_in_spec", row, pages=["ships"])]))
    page = save(spec, change_page("400\n", "409\nTaken.\n400\n"))
    assert main(["docs-diff", page, "--spec", str(spec)]) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_compared(spec: Path, capsys: pytest.CaptureFixture[str], layout: str) -> None:
    write = LAYOUTS[layout]
    assert main(["docs-diff", save(spec, write(read_page(BOATS, "boats"))), "--spec", str(spec)]) == 0
    capsys.readouterr()
    moon = change_page("| tide |", "| moon | object | - |\n| tide |")
    assert main(["docs-diff", save(spec, write(read_page(moon, "boats"))), "--spec", str(spec)]) == 1
    output = capsys.readouterr().out
    assert rows(output, NOT_EXPLAINED) == [(LIST, "response 200", "moon", "new", "object", "-")]


def test_columns_are_aligned(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = change_page("| tide | number | - |", "| tide | string | - |").replace("boolean | false", "boolean | true")
    assert main(["docs-diff", save(spec, text), "--spec", str(spec)]) == 1
    start = f"{NOT_EXPLAINED}: 2\n"
    output = capsys.readouterr().out
    assert output[output.index(start) :].startswith(
        start
        + "  operation        place         name    difference             page      spec\n"
        + "  ---------------  ------------  ------  ---------------------  --------  --------\n"
        + "  focus.listBoats  query         afloat  changed required flag  required  optional\n"
        + "  focus.listBoats  response 200  tide    changed type           string    number\n"
        + "\n"
    )


def test_an_openapi_document_is_compared_like_a_page(
    spec: Path, openapi: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docs-diff", save(spec, json.dumps(openapi), "saved.json"), "--spec", str(spec)]) == 0
    assert capsys.readouterr().out.startswith("2 operations, compared as boats\n")
    parameters = openapi["paths"]["/harbours/{harbour_id}/boats"]["get"]["parameters"]
    parameters[0] |= {"maxItems": 3, "items": {"type": "string", "enum": ["red", "blue"]}}
    assert main(["docs-diff", save(spec, json.dumps(openapi), "saved.json"), "--spec", str(spec)]) == 1
    output = capsys.readouterr().out
    expected = [
        (LIST, "query", "flags", "changed values", "blue, red", "any"),
        (LIST, "query", "flags", "changed limit", "maxItems 3", "-"),
    ]
    assert rows(output, NOT_EXPLAINED) == expected
    assert rows(output, "changed since spec/documented/boats.json") == expected


def test_what_another_stored_source_has_is_not_gone(
    spec: Path, openapi: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    facts = to_json(read_swagger(json.dumps(openapi), "focus-openapi"))
    (spec / "documented/focus-openapi.json").write_text(facts)
    text = change_page("400\nNo such harbour.\n", "")
    assert main(["docs-diff", save(spec, text), "--spec", str(spec)]) == 0
    output = capsys.readouterr().out
    gone = (LIST, "responses", "400", "changed status", "-", "400")
    assert rows(output, "changed since spec/documented/boats.json") == [gone]


TIDES = {
    "operations": ["track.listTides"],
    "places": ["operation"],
    "names": ["GET /tides"],
    "kind": "operation_not_on_page",
    "reason": "Seen from the pier.",
    "evidence": "observed",
}


def test_without_a_page_the_coverage_of_each_source_is_printed(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = entry_for("type_differs", (LIST, "response 200", "tide", "", "object", "number"))
    (spec / "deviations.yaml").write_text(json.dumps([TIDES, entry]))
    changed = change_page("| tide | number | - |", "| tide | object | - |")
    store(spec, "boats", WINDS + changed.replace("| afloat |", "| wet | string | true | - |\n| afloat |"))
    assert main(["docs-diff", "--spec", str(spec)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["source", "what", "documented", "in", "spec", "missing", "differ", "explained"]
    assert [line.split() for line in lines[2:7]] == [
        ["boats", "operations", "3", "2", "1", "0", "0"],
        ["boats", "parameters", "5", "4", "1", "0", "0"],
        ["boats", "statuses", "4", "3", "1", "0", "0"],
        ["boats", "bodies", "3", "2", "1", "0", "0"],
        ["boats", "fields", "7", "6", "1", "1", "1"],
    ]
    assert lines[8:] == [
        "differences explained in spec/deviations.yaml: 2",
        "differences without an entry: 2",
        "  boats: GET /winds, operation, GET /winds: operation_not_in_spec (page '', spec '')",
        "  boats: focus.listBoats, query, wet: not_in_spec (page 'string', spec '')",
        "entries without a difference: 0",
    ]


def test_coverage_fails_on_a_stale_entry_and_else_not(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (spec / "deviations.yaml").write_text(json.dumps([TIDES]))
    assert main(["docs-diff", "--spec", str(spec)]) == 0
    assert "Seen" not in capsys.readouterr().out
    assert main(["docs-diff", "--spec", str(spec), "--explained"]) == 0
    assert "no page: track.listTides, operation, GET /tides: operation_not_on_page" in capsys.readouterr().out
    stale = entry_for("status_not_in_spec", (LIST, "responses", "418", "", "", ""))
    (spec / "deviations.yaml").write_text(json.dumps([TIDES, stale]))
    assert main(["docs-diff", "--spec", str(spec)]) == 1
    assert "  entry 2: '418' in 'names' matches no difference\n" in capsys.readouterr().out


def test_what_an_entry_leaves_out_counts_as_explained(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    winds = entry_for("operation_not_in_spec", ("GET /winds", "operation", "GET /winds", "", "", ""))
    (spec / "deviations.yaml").write_text(json.dumps([TIDES, winds]))
    store(spec, "boats", WINDS + BOATS)
    assert main(["docs-diff", "--spec", str(spec)]) == 0
    counts = [line.split()[1:] for line in capsys.readouterr().out.splitlines()[2:7]]
    assert [(thing, missing, explained) for thing, _, _, missing, _, explained in counts] == [
        ("operations", "1", "1"),
        ("parameters", "0", "0"),
        ("statuses", "1", "1"),
        ("bodies", "1", "1"),
        ("fields", "1", "1"),
    ]


def test_an_operation_missing_from_the_page_is_a_change_and_no_difference(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = save(spec, GET_BOATS)
    assert main(["docs-diff", page, "--spec", str(spec)]) == 0
    route = "PUT /harbours/{harbour_id}/boats"
    output = capsys.readouterr().out
    assert output.startswith("1 operation, compared as boats\n")
    assert rows(output, "changed since spec/documented/boats.json") == [(REPLACE, "operation", route, "gone", "-", "-")]


def test_a_change_that_the_spec_already_has_is_reported(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store(
        spec,
        "boats",
        change_page("| tide | number | - |", "| tide | object | null |").replace("204\nDone.", "205\nDone."),
    )
    assert main(["docs-diff", save(spec, BOATS), "--spec", str(spec)]) == 0
    assert rows(capsys.readouterr().out, "changed since spec/documented/boats.json") == [
        (LIST, "response 200", "tide", "changed type", "number", "object"),
        (LIST, "response 200", "tide", "changed null mark", "not nullable", "nullable"),
        (REPLACE, "responses", "204", "changed status", "204", "-"),
        (REPLACE, "responses", "205", "changed status", "-", "205"),
    ]


@pytest.mark.parametrize(
    ("stored", "saved", "name"),
    [
        pytest.param({"a": PUT_BOATS, "z": GET_BOATS}, BOATS, "boats", id="page of two"),
        pytest.param({"a": PUT_BOATS, "z": GET_BOATS}, GET_BOATS, "z", id="page of one"),
        pytest.param({"a": PUT_BOATS, "z": GET_BOATS}, WINDS + BOATS, "boats", id="page that gained one"),
        pytest.param({"boats": WINDS + BOATS, "z": GET_BOATS}, BOATS, "boats", id="page that lost one"),
        pytest.param(
            {"z": GET_BOATS.replace("| tide | number | - |\n", "").replace("400\nNo such harbour.\n", "")},
            GET_BOATS,
            "z",
            id="page of one that changed much",
        ),
    ],
)
def test_the_stored_page_with_most_common_operations_is_chosen(
    spec: Path, capsys: pytest.CaptureFixture[str], stored: dict[str, str], saved: str, name: str
) -> None:
    for stored_name, text in stored.items():
        store(spec, stored_name, text)
    main(["docs-diff", save(spec, saved), "--spec", str(spec)])
    assert f"compared as {name}\n" in capsys.readouterr().out


def test_of_equal_candidates_the_one_with_fewer_changes_is_chosen(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = change_page("| tide | number | - |\n", "")
    store(spec, "a-copy", older)
    for text, name in ((BOATS, "boats"), (older, "a-copy")):
        main(["docs-diff", save(spec, text), "--spec", str(spec)])
        assert f"compared as {name}\n" in capsys.readouterr().out


def test_the_page_name_option_chooses_the_stored_page(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store(spec, "winds", WINDS)
    text = change_page("400\n", "409\nTaken.\n400\n")
    row = (LIST, "responses", "409", "changed status", "409", "-")
    (spec / "deviations.yaml").write_text(json.dumps([entry_for("status_not_in_spec", row, pages=["winds"])]))
    assert main(["docs-diff", save(spec, text), "--spec", str(spec), "--page-name", "winds"]) == 0
    output = capsys.readouterr().out
    assert "compared as winds\n" in output
    assert len(rows(output, "changed since spec/documented/winds.json")) == 3


def test_entries_do_not_apply_to_an_unknown_page(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = ("GET /winds", "operation", "GET /winds", "new", "-", "-")
    (spec / "deviations.yaml").write_text(json.dumps([entry_for("operation_not_in_spec", row)]))
    assert main(["docs-diff", save(spec, WINDS, "boats.txt"), "--spec", str(spec)]) == 1
    output = capsys.readouterr().out
    assert output.startswith("1 operation, like no page in spec/documented/\n")
    assert rows(output, NOT_EXPLAINED) == [row]
    assert "changed since" not in output


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("saved.txt", "Nothing here.", "saved.txt: expected a line with only a URL under", id="no page"),
        pytest.param("saved.html", "<p>Nothing here.</p>", "saved.html: counting the lines", id="no page in HTML"),
        pytest.param("saved.txt", BOATS.replace("tide |", ""), "saved.txt: line 18: expected a row", id="broken row"),
        pytest.param("saved.txt", BOATS.replace("tide | number", "tide | moon"), "with a known type", id="new type"),
        pytest.param("spec/deviations.yaml", "- {}", "deviations.yaml, entry 1: missing", id="deviations"),
        pytest.param("spec/documented/boats.json", "{}", "boats.json: expected facts as written", id="stored facts"),
        pytest.param("spec/focus.yaml", "{}", "focus.yaml: ", id="specification"),
    ],
)
def test_an_unreadable_file_exits_with_2_and_prints_no_report(
    spec: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, message: str
) -> None:
    page = save(spec, BOATS)
    changed_file = save(spec, content, name)
    page = changed_file if name.startswith("saved") else page
    assert main(["docs-diff", page, "--spec", str(spec)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


def test_an_unknown_page_name_lists_the_known_ones(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs-diff", save(spec, BOATS), "--spec", str(spec), "--page-name", "ships"]) == 2
    assert "expected the name of a stored page (boats); found 'ships'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(BOATS, 0, id="agrees"),
        pytest.param(BOATS.replace("| tide |", "| ebb |"), 1, id="differs"),
        pytest.param("Nothing here.", 2, id="cannot be read"),
        pytest.param(None, 2, id="is not there"),
    ],
)
def test_the_exit_code_shows_differences_and_failures(
    spec: Path, capsys: pytest.CaptureFixture[str], text: str | None, code: int
) -> None:
    page = str(spec / "missing.html") if text is None else save(spec, text)
    assert main(["docs-diff", page, "--spec", str(spec)]) == code
    stdout, stderr = capsys.readouterr()
    assert bool(stdout) == (code < 2)
    assert bool(stderr) == (code == 2)


@pytest.fixture(scope="module")
def our_specs() -> dict[str, Document]:
    return load_specifications(ROOT / "spec")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("page", OUR_PAGES, ids=lambda page: page.name)
def test_our_own_pages_are_explained_in_each_layout(our_specs: dict[str, Document], page: Page, layout: str) -> None:
    copy = read_page(LAYOUTS[layout](page), "saved")
    diff = compare(copy, OUR_SOURCES, our_specs, load_deviations(ROOT / "spec/deviations.yaml"))
    assert diff.stored == page
    assert diff.unexplained == []
    assert diff.changes == []


def test_the_default_is_our_own_specification(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = OUR_PAGES[0]
    saved = tmp_path / "saved.html"
    saved.write_text(LAYOUTS["docusaurus"](page), encoding="utf-8")
    assert main(["docs-diff", str(saved)]) == 0
    assert f"compared as {page.name}\n" in capsys.readouterr().out


def test_documented_replaces_the_most_similar_page(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed = BOATS.replace("| tide |", "| ebb |")
    assert main(["documented", save(spec, renamed), "--spec", str(spec), "--date", "2026-08-17"]) == 0
    assert capsys.readouterr().out == "spec/documented/boats.json: operations: 2, facts that changed: 2\n"
    stored = (spec / "documented/boats.json").read_text()
    assert stored.startswith('{\n  "page": "boats",\n  "date": "2026-08-17",\n')
    assert '"ebb"' in stored


def test_documented_dates_a_copy_today_by_default(spec: Path) -> None:
    before = datetime.datetime.now(datetime.UTC).date()
    assert main(["documented", save(spec, BOATS), "--spec", str(spec)]) == 0
    (page,) = load_pages(spec / "documented")
    assert before.isoformat() <= str(page.date) <= datetime.datetime.now(datetime.UTC).date().isoformat()


def test_documented_stores_a_new_page_under_the_given_name(
    spec: Path, openapi: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    saved = save(spec, json.dumps(openapi), "focus-openapi.json")
    assert main(["documented", saved, "--spec", str(spec), "--page-name", "focus-new"]) == 0
    assert capsys.readouterr().out.startswith("spec/documented/focus-new.json: operations: ")
    assert {page.name for page in load_pages(spec / "documented")} == {"boats", "focus-new"}


def test_documented_without_a_page_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documented"]) == 2
    assert "run `make documented PAGE=file`" in capsys.readouterr().err


def test_documented_needs_a_name_for_a_page_like_no_other(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documented", save(spec, WINDS), "--spec", str(spec)]) == 2
    assert 'name the new page, ARGS="--page-name NAME"' in capsys.readouterr().err
    assert [page.name for page in load_pages(spec / "documented")] == ["boats"]
