"""Pages saved as HTML give the same facts as pages saved as text."""

from pathlib import Path

import msgspec
import pytest

from generator.pages.docs_vs_spec import load_pages
from generator.pages.documented import read_saved_page
from generator.pages.page_lines import html_lines
from generator.pages.page_parser import (
    Field,
    Page,
    PageError,
    PageOperation,
    Parameter,
    read_page,
)
from tests.support.saved_pages import LAYOUTS, discourse, docusaurus

STORED = [page for page in load_pages(Path(__file__).parents[2] / "spec/documented") if "openapi" not in page.name]
TRACK = "https://api.track.toggl.com/api/v9"

BOATS = Page(
    "boats",
    (
        PageOperation(
            method="POST",
            host=TRACK,
            path="/me/boats",
            path_parameters={},
            query_parameters={"meta": Parameter("boolean", False)},
            body={"name": Field("string")},
            responses={"200": {"boat": Field("object", fields={"oars": Field("integer", nullable=True)})}, "403": None},
        ),
    ),
)

TABLE = """
<table><tr><th>name</th><th>type</th><th>description</th></tr>
<tr><td>oars</td><td>integer</td><td>how many</td></tr></table>
"""
FRAGMENT = f"<p>{TRACK}/me/boats</p><pre>Method::POST</pre><h3>Response</h3><h4>200</h4>{TABLE}"
OARS = {"oars": Field("integer")}


def fields_of(html: str) -> dict[str, Field]:
    (operation,) = read_page(html, "boats").operations
    return dict(operation.responses["200"] or {})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("page", STORED, ids=lambda page: page.name)
def test_every_stored_page_round_trips_through_each_layout(page: Page, layout: str) -> None:
    undated = msgspec.structs.replace(page, date=None)  # the date is not on the page
    assert read_page(LAYOUTS[layout](page), page.name) == undated


def test_blocks_rows_and_samples_are_lines() -> None:
    html = (
        "<h2>GET <b>all</b>&nbsp;boats<a class='hash-link'>#</a>\u200b</h2>one<br>two<p>three\n  four</p>"
        "<ul><li>five<li>six</ul><pre>seven\n<span>eight<br></span>nine</pre>"
        "<table><caption>ten</caption><tr><th>a<td> <code>b</code> | <p>c</p><p>d</p> <tr></table>"
        "<details><summary>eleven</summary>twelve</details>"
    )
    assert [(line.number, line.text, line.cells) for line in html_lines(html)] == [
        (1, "GET all boats", None),
        (2, "one", None),
        (3, "two", None),
        (4, "three four", None),
        (5, "five", None),
        (6, "six", None),
        (7, "seven eight nine", None),
        (8, "ten", None),
        (9, "a | b | c d", ("a", "b | c d")),
        (10, "eleven", None),
        (11, "twelve", None),
    ]


@pytest.mark.parametrize(
    "element",
    ["aside", "button", "footer", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea"],
)
def test_elements_beside_the_content_are_skipped(element: str) -> None:
    assert [line.text for line in html_lines(f"<p>one<{element}>x</{element}></p>")] == ["one"]


def test_a_deeply_nested_page_is_read() -> None:
    assert fields_of("<div>" * 5000 + FRAGMENT) == OARS


def test_an_html_table_needs_no_closing_tags_and_no_head() -> None:
    bare = FRAGMENT
    for tag in ("</th>", "</td>", "</tr>"):
        assert tag in bare
        bare = bare.replace(tag, "")
    assert fields_of(bare) == OARS


def test_pipes_in_a_cell_are_part_of_it() -> None:
    parameters = "<h3>Parameters</h3><h4>Query</h4><table><tr><th>name<th>type<th>required<th>description"
    html = FRAGMENT.replace("<h3>", f"{parameters}<tr><td>oars<td>integer<td>true<td>a | b</table><h3>")
    (operation,) = read_page(html.replace("how many", "one | or | more"), "boats").operations
    assert operation.query_parameters == {"oars": Parameter("integer", True)}
    assert operation.responses == {"200": OARS}


@pytest.mark.parametrize(
    ("words", "type_name"), [("integer | null", "integer"), ("Array of integer | null", "array<integer>")]
)
def test_a_type_with_null_is_nullable(words: str, type_name: str) -> None:
    html = FRAGMENT.replace("<td>integer</td>", f"<td>{words}</td>")
    assert fields_of(html) == {"oars": Field(type_name, nullable=True)}


def test_a_forum_topic_for_crawlers_is_read_without_replies() -> None:
    def post(number: int, content: str) -> str:
        return f'<div id="post_{number}" class="topic-body crawler-post"><div class="post">{content}</div></div>'

    reply = FRAGMENT.replace("integer", "string")
    assert fields_of(f"<body><noscript>{post(1, FRAGMENT)}{post(2, reply)}</noscript></body>") == OARS


def test_a_forum_topic_without_its_first_post_raises() -> None:
    html = discourse(BOATS)
    start, end = html.index('<div class="topic-post'), html.rindex('<div class="topic-post')
    assert start < end
    with pytest.raises(PageError, match="expected the first post of the topic"):
        read_page(html[:start] + html[end:], "boats")


def test_of_posts_without_numbers_the_first_is_read() -> None:
    reply = FRAGMENT.replace("integer", "string")
    assert fields_of(f'<div class="cooked">{FRAGMENT}</div><div class="cooked">{reply}</div>') == OARS


def test_one_of_several_articles_is_not_the_whole_page() -> None:
    assert fields_of(f"<main><article>News</article><article>{FRAGMENT}</article></main>") == OARS


def test_html_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "boats.html"
    path.write_text(docusaurus(BOATS), encoding="utf-8-sig")
    assert read_saved_page(path) == BOATS


@pytest.mark.parametrize(
    ("html", "message"),
    [
        pytest.param("<p></p>", "expected a line with only a URL under", id="nothing"),
        pytest.param(
            "<!DOCTYPE html><div id='root'></div><noscript>Please turn scripts on.</noscript>",
            "expected a line with only a URL under",
            id="page that its script did not fill",
        ),
        pytest.param(
            FRAGMENT.replace("<td>how many</td>", ""),
            "counting the lines that the HTML shows, line 6: expected a row name | type | description "
            "with a known type; found 'oars | integer'",
            id="row with a cell too few",
        ),
        pytest.param(
            FRAGMENT.replace("how many", "<table><tr><td>x</td></tr></table>"),
            "expected no table inside the cell of another; found one in 'oars integer x'",
            id="table in a cell",
        ),
        pytest.param(
            FRAGMENT.replace("<tr><td>oars</td><td>integer</td><td>how many</td></tr>", ""),
            "line 6: expected a row in the table after '200' at line 4",
            id="table without rows",
        ),
        pytest.param(
            f"<h2>GET one</h2><h3>Response</h3><h4>200</h4>{TABLE}<h2>GET two</h2>{FRAGMENT}",
            "line 4: expected a line with only a URL before the first table; found 'name | type | description'",
            id="first operation without its URL",
        ),
    ],
)
def test_unreadable_html_raises_with_what_was_expected(html: str, message: str) -> None:
    with pytest.raises(PageError) as caught:
        read_page(html, "boats")
    assert message in str(caught.value)
