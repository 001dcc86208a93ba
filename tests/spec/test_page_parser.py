"""The parser of documentation pages, on invented pages in each layout of the real ones."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.pages.documented import read_saved_page
from generator.pages.page_parser import (
    Field,
    Page,
    PageError,
    PageOperation,
    Parameter,
    from_json,
    read_page,
    to_json,
)

FOCUS = "https://focus.toggl.com/api"
TRACK = "https://api.track.toggl.com/api/v9"

OUTER_PIPES = """\
Boats
GET Boats of a harbour
https://focus.toggl.com/api/harbours/{harbour_id}/boats
Which boats lie there.
- cURL
- Rust
curl https://focus.toggl.com/api/harbours/{harbour_id}/boats \\
let json = client.request(Method::GET, "https://focus.toggl.com/api/harbours/{harbour_id}/boats")
.json()
Parameters
Path
| name | type | required | description |
|---|---|---|---|
| harbour_id | integer | true | number of the harbour |
Query
| name | type | required | description |
|---|---|---|---|
| flags | []string | false | one | or | more |
Query
| name | type | required | description |
|---|---|---|---|
| afloat | boolean | false | only those that swim |
Response
200
| Name | Type | Description |
|---|---|---|
| boats | Array of object | - |
| buoys | Array of integer | null |
| tide | number | - |
boats
| Name | Type | Description |
|---|---|---|
| crew | object | null |
| cargo | object | - |
| engine | object | - |
| hull | object | - |
| mast | object | - |
crew
| Name | Type | Description |
|---|---|---|
| captain | object | - |
captain
| Name | Type | Description |
|---|---|---|
| nick | string | null, as often |
engine
hull
| Name | Type | Description |
|---|---|---|
mast
| Name | Type | Description |
|---|---|---|
| metres | integer | - |
400
Possible errors:
- no such harbour

500
Sunk
PATCH Boats of a harbour
https://focus.toggl.com/api/harbours/{harbour_id}/boats
Renames them.
req, err := http.NewRequest(http.MethodGet,
let json = client.request(Method::GET, "https://focus.toggl.com/api/harbours/{harbour_id}/boats")
.json(&serde_json::json!(\\{"name":"string"\\}))
Parameters
Path
| name | type | required | description |
|---|---|---|---|
| harbour_id | integer | true | number of the harbour |
Body
| Name | Type | Description |
|---|---|---|
| items | Array of object | - |
items
| Name | Type | Description |
|---|---|---|
| name | string | null |
"""

OUTER_PIPES_OPERATIONS = (
    PageOperation(
        method="GET",
        host=FOCUS,
        path="/harbours/{harbour_id}/boats",
        path_parameters={"harbour_id": Parameter("integer", True)},
        query_parameters={
            "flags": Parameter("array<string>", False),
            "afloat": Parameter("boolean", False),
        },
        body=None,
        responses={
            "200": {
                "boats": Field(
                    "array<object>",
                    fields={
                        "crew": Field(
                            "object",
                            nullable=True,
                            fields={"captain": Field("object", fields={"nick": Field("string")})},
                        ),
                        "cargo": Field("object"),
                        "engine": Field("object"),
                        "hull": Field("object"),
                        "mast": Field("object", fields={"metres": Field("integer")}),
                    },
                ),
                "buoys": Field("array<integer>", nullable=True),
                "tide": Field("number"),
            },
            "400": None,
            "500": None,
        },
    ),
    PageOperation(
        method="PATCH",
        host=FOCUS,
        path="/harbours/{harbour_id}/boats",
        path_parameters={"harbour_id": Parameter("integer", True)},
        query_parameters={},
        body={"items": Field("array<object>", fields={"name": Field("string", nullable=True)})},
        responses={},
    ),
)

NO_OUTER_PIPES = """\
https://api.track.toggl.com/api/v9/me/boats
Registers a boat.
- cURL
- Rust
let json=client.request(Method::POST, "https://api.track.toggl.com/api/v9/me/boats").json(&x)
Parameters
Query
name | type | required | description |
---|---|---|---|
meta | boolean | false | |
Body
Name | Type | Description |
---|---|---|
name | string | what to paint on it |
Response
200
Name | Type | Description |
---|---|---|
boat | object | - |
boat
Name | Type | Description |
---|---|---|
name | string | null |
403
Not yours.
"""

ONE_CELL_A_LINE = """\
https://api.track.toggl.com/api/v9/me/boats
Registers a boat.
cURL
Rust
client.request(Method::POST, "https://api.track.toggl.com/api/v9/me/boats").json(&x)
Parameters
Query
name
type
required
description
meta
boolean
false
-
Body
Name
Type
Description
name
string
what to paint on it
Response
200
Name
Type
Description
boat
object
-
boat
Name
Type
Description
name
string
null
403
Not yours.
"""

FORUM_OPERATION = PageOperation(
    method="POST",
    host=TRACK,
    path="/me/boats",
    path_parameters={},
    query_parameters={"meta": Parameter("boolean", False)},
    body={"name": Field("string")},
    responses={
        "200": {"boat": Field("object", fields={"name": Field("string", nullable=True)})},
        "403": None,
    },
)

REPLY = """\
Ada
March 3, 2025, 9:05pm
2
I called
https://api.track.toggl.com/api/v9/me/boats
and read
Response
404
Name | Type | Description |
---|---|---|
oar | string | - |
"""


def test_reads_tables_with_outer_pipes() -> None:
    assert read_page(OUTER_PIPES, "boats") == Page("boats", OUTER_PIPES_OPERATIONS)


@pytest.mark.parametrize("text", [NO_OUTER_PIPES, ONE_CELL_A_LINE])
def test_reads_both_forum_layouts_alike(text: str) -> None:
    assert read_page(text, "boats") == Page("boats", (FORUM_OPERATION,))


@pytest.mark.parametrize("text", [NO_OUTER_PIPES, ONE_CELL_A_LINE])
def test_ignores_replies_of_readers(text: str) -> None:
    assert read_page(text + REPLY, "boats") == read_page(text, "boats")


@pytest.mark.parametrize("text", [NO_OUTER_PIPES, ONE_CELL_A_LINE])
def test_a_reply_directly_after_a_table_is_ignored(text: str) -> None:
    ends_in_table = text.removesuffix("403\nNot yours.\n")
    boat = {"boat": Field("object", fields={"name": Field("string", nullable=True)})}
    expected = replace(FORUM_OPERATION, responses={"200": boat})
    assert read_page(ends_in_table + REPLY, "boats") == Page("boats", (expected,))


@pytest.mark.parametrize("text", [NO_OUTER_PIPES, ONE_CELL_A_LINE])
def test_operations_without_headings_follow_each_other(text: str) -> None:
    ends_in_table = text.removesuffix("403\nNot yours.\n")
    paths = ["/me/boats", "/me/canoes", "/me/rafts"]
    texts = [ends_in_table.replace("/me/boats", path) for path in paths]
    page = read_page("".join(texts), "boats")
    alone = [read_page(each, "boats").operations[0] for each in texts]
    assert [operation.path for operation in alone] == paths
    assert page.operations == tuple(alone)


def test_tables_without_delimiter_rows_are_read() -> None:
    bare = OUTER_PIPES.replace("|---|---|---|---|\n", "").replace("|---|---|---|\n", "")
    bare = bare.replace("| - |", "| --- |")
    assert read_page(bare, "boats") == read_page(OUTER_PIPES, "boats")


def test_ignores_the_date_of_the_first_post_itself() -> None:
    dated = "Ada\nMarch 3, 2025, 9:05pm\n1\n" + NO_OUTER_PIPES
    assert read_page(dated, "boats") == read_page(NO_OUTER_PIPES, "boats")


def test_indentation_and_blank_lines_are_ignored() -> None:
    loose = "\n\n".join(f"   {line} \t" for line in OUTER_PIPES.splitlines())
    assert read_page(loose, "boats") == read_page(OUTER_PIPES, "boats")


def test_json_is_sorted_and_has_no_descriptions() -> None:
    text = to_json(read_page(NO_OUTER_PIPES, "boats"))
    assert '      "query_parameters": {"meta": {"type": "boolean", "required": false}},\n' in text
    assert text.endswith("  ]\n}\n")
    assert json.loads(text) == {
        "page": "boats",
        "operations": [
            {
                "method": "POST",
                "host": TRACK,
                "path": "/me/boats",
                "path_parameters": {},
                "query_parameters": {"meta": {"type": "boolean", "required": False}},
                "body": {"name": {"type": "string"}},
                "responses": {
                    "200": {
                        "boat": {
                            "type": "object",
                            "fields": {"name": {"type": "string", "nullable": True}},
                        }
                    },
                    "403": None,
                },
            }
        ],
    }


def test_json_does_not_depend_on_the_order_of_a_page() -> None:
    tide = "| tide | number | - |\n"
    assert OUTER_PIPES.count(tide) == 1
    first = "| boats | Array of object | - |\n"
    reordered = OUTER_PIPES.replace(tide, "").replace(first, tide + first)
    get, patch = reordered.removeprefix("Boats\n").split("PATCH Boats")
    reordered = "PATCH Boats" + patch + get
    assert reordered != OUTER_PIPES
    assert to_json(read_page(reordered, "boats")) == to_json(read_page(OUTER_PIPES, "boats"))


def test_json_round_trips() -> None:
    page = read_page(OUTER_PIPES, "boats")
    assert from_json(to_json(page)) == page


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"page": "boats", "operations": [{}]}'])
def test_foreign_json_raises(text: str) -> None:
    with pytest.raises(PageError, match="expected facts as written by to_json"):
        from_json(text)


def test_the_default_page_name_is_that_of_the_file(tmp_path: Path) -> None:
    page = tmp_path / "harbour-boats.txt"
    page.write_text(NO_OUTER_PIPES, encoding="utf-8")
    assert read_saved_page(page).name == "harbour-boats"
    assert read_saved_page(page, "boats").name == "boats"


def test_a_page_that_is_not_utf_8_raises(tmp_path: Path) -> None:
    page = tmp_path / "boats.txt"
    page.write_bytes(b"\xff\xfe")
    with pytest.raises(PageError, match="expected UTF-8 text"):
        read_saved_page(page)


def line_of(text: str, line: str) -> int:
    return text.splitlines().index(line) + 1


@pytest.mark.parametrize("text", ["", "Boats\nNothing here.\n", f"see {FOCUS}/boats\n"])
def test_a_page_without_an_operation_raises(text: str) -> None:
    with pytest.raises(PageError, match="expected a line with only a URL under"):
        read_page(text, "boats")


def test_section_without_its_table_names_line_and_columns() -> None:
    text = NO_OUTER_PIPES.replace("name | type | required | description |\n", "Nothing.\n")
    query = line_of(text, "Query")
    with pytest.raises(PageError) as caught:
        read_page(text, "boats")
    assert str(caught.value) == (
        f"line {query + 1}: expected a table with columns "
        f"name | type | required | description after 'Query' at line {query}; found 'Nothing.'"
    )


@pytest.mark.parametrize(
    ("page", "old", "new", "message"),
    [
        pytest.param(
            NO_OUTER_PIPES,
            "Method::POST",
            "Method::FETCH",
            "line 1: expected a heading such as 'GET tasks' above the URL",
            id="no method",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "- Rust",
            "- Rust Method::GET",
            "line 1: expected a heading such as 'GET tasks' above the URL",
            id="two methods in the samples",
        ),
        pytest.param(
            OUTER_PIPES,
            f"harbour\n{FOCUS}",
            "harbour\nhttps://example.org",
            "line 3: expected a URL under",
            id="unknown host under a heading",
        ),
        pytest.param(
            OUTER_PIPES,
            f"PATCH Boats of a harbour\n{FOCUS}/harbours/{{harbour_id}}/boats\n",
            "PATCH Boats of a harbour\n",
            "expected a line with only a URL before the next operation's sections; found 'Parameters'",
            id="operation that lost its URL",
        ),
        pytest.param(
            OUTER_PIPES,
            "PATCH Boats",
            "GET Boats",
            "expected GET /harbours/{harbour_id}/boats once a page",
            id="the same operation twice",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            NO_OUTER_PIPES[NO_OUTER_PIPES.index("Parameters") :],
            "",
            "line 6: expected 'Parameters' or 'Response' after the URL at line 1; found the end of the operation",
            id="no section at all",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "Query\n",
            "Header\n",
            "line 7: expected 'Path', 'Query' or 'Body' after 'Parameters'; found 'Header'",
            id="unknown section",
        ),
        pytest.param(
            OUTER_PIPES,
            "| afloat |",
            "| flags |",
            "expected the Query parameter 'flags' only once",
            id="parameter in both Query tables",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "meta | boolean | false | |\n",
            "",
            "expected a row in the table after 'Query' at line 7",
            id="table without rows",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "name | string | what to paint on it |\n",
            "",
            "expected a row in the table after 'Body' at line 11",
            id="body without rows",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "Query\nname | type | required | description |\n---|---|---|---|\nmeta | boolean | false | |\n",
            "Body\nName | Type | Description |\nname | string | - |\n",
            "expected one 'Body' an operation; found 'Body'",
            id="two bodies",
        ),
        pytest.param(
            OUTER_PIPES,
            "| tide | number | - |",
            "| tide | number | - |\n| tide | number | - |",
            "expected the field 'tide' only once",
            id="field twice",
        ),
        pytest.param(
            OUTER_PIPES,
            "| tide | number | - |",
            "| tide | moon | - |",
            "expected a row name | type | description with a known type; found '| tide | moon",
            id="unknown type",
        ),
        pytest.param(
            OUTER_PIPES,
            "| tide | number | - |",
            "| tide | number |",
            "expected a row name | type | description with a known type; found '| tide | number",
            id="row with a cell too few",
        ),
        pytest.param(
            OUTER_PIPES,
            "| harbour_id | integer | true |",
            "| harbour_id | integer | yes |",
            "expected a row name | type | required | description with a known type",
            id="required is neither true nor false",
        ),
        pytest.param(
            ONE_CELL_A_LINE,
            "boat\nobject\n-\n",
            "boat\nobject\n-\ntide\nmoon\n-\n",
            "expected a known row, the table of an object, or a status such as 200, each once; found 'tide'",
            id="unknown type, one cell a line",
        ),
        pytest.param(
            ONE_CELL_A_LINE,
            "what to paint on it\n",
            "",
            "expected a description in the row of 'name'; found 'name'",
            id="missing cell, one cell a line",
        ),
        pytest.param(
            OUTER_PIPES,
            "boats\n| Name",
            "ships\n| Name",
            "the table of an object, or a status such as 200, each once; found 'ships'",
            id="table that belongs to no field",
        ),
        pytest.param(
            OUTER_PIPES,
            "items\n| Name",
            "things\n| Name",
            "expected a known row, the table of an object, 'Path', 'Query', 'Body', 'Response' "
            "or the end; found 'things'",
            id="body table that belongs to no field",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            NO_OUTER_PIPES[NO_OUTER_PIPES.index("200\n") :],
            "",
            "a status such as 200, each once; found the end of the operation",
            id="no status",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "403\n",
            "200\n",
            "a status such as 200, each once; found '200'",
            id="status twice",
        ),
        pytest.param(
            NO_OUTER_PIPES,
            "200\nName | Type | Description |",
            "200\nName | Type | Meaning |",
            "expected a table with columns name | type | description after '200'",
            id="unknown columns",
        ),
    ],
)
def test_an_unreadable_page_raises_with_what_was_expected(page: str, old: str, new: str, message: str) -> None:
    assert old in page
    with pytest.raises(PageError) as caught:
        read_page(page.replace(old, new), "boats")
    assert str(caught.value).startswith("line ")
    assert message in str(caught.value)
