"""Writes the facts of a page as saved pages, in each layout that the parser knows.

Only the structure is that of the vendor's pages. The prose is ours, with traps: text in a sample, a menu or a reply
must never become a fact.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from generator.pages.page_parser import Field, Page, PageOperation, Parameter

PARAMETER_COLUMNS = ("name", "type", "required", "description")
FIELD_COLUMNS = ("Name", "Type", "Description")

Table = list[tuple[str, ...]]
"""The header and the rows."""

Block = str | Table
"""A heading, or a table."""


def pipes(page: Page) -> str:
    """Text: a heading for each operation, and tables with outer pipes."""
    return _text(page, _outer_pipes, with_heading=True)


def forum(page: Page) -> str:
    """Text of a forum post: no headings, and tables without outer pipes."""
    return _text(page, _inner_pipes, with_heading=False)


def cells(page: Page) -> str:
    """Text of a forum post: no headings, and tables with one cell a line."""
    return _text(page, _one_cell_a_line, with_heading=False)


def docusaurus(page: Page) -> str:
    """A saved page of Docusaurus: with navigation, and samples in hidden tabs."""
    content = "".join(_docusaurus_operation(operation) for operation in page.operations)
    return f"""<!DOCTYPE html>
<!-- saved from url=(0027)https://docs.example/boats -->
<html lang="en" dir="ltr" class="plugin-docs"><head><meta charset="utf-8"><title>GET all | Boats</title>
<style>.a{{color:red}}</style><script>document.write("https://focus.toggl.com/api/script")</script></head>
<body class="navigation-with-keyboard"><div id="__docusaurus"><nav class="navbar"><a href="/">Response</a></nav>
<div class="main-wrapper"><aside class="theme-doc-sidebar-container"><ul><li>https://focus.toggl.com/api/menu</li></ul>
</aside><main><div class="container"><article><nav class="theme-doc-breadcrumbs"><span>Boats</span></nav>
<div class="tocCollapsible theme-doc-toc-mobile"><button type="button">On this page</button></div>
<div class="theme-doc-markdown markdown"><header><h1>Boats</h1></header>{content}</div>
<footer class="theme-doc-footer">Response</footer></article>
<nav class="pagination-nav"><a href="/x">Parameters</a></nav></div>
<ul class="table-of-contents"><li><a href="#get">Parameters</a></li><li><a href="#p">Path</a></li></ul>
</main></div><footer class="footer">Body</footer></div></body></html>
"""


def discourse(page: Page) -> str:
    """A saved topic of Discourse: the page is the first post, followed by replies of readers."""
    content = "".join(_discourse_operation(operation) for operation in page.operations)
    reply = "".join(_discourse_operation(operation) for operation in page.operations).replace("integer", "string")
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>Boats - Harbour forum</title></head><body class="docked"><div id="main-outlet">
<h1 class="fancy-title">GET boats</h1><div class="post-stream">
<div class="topic-post regular"><article id="post_1" data-post-id="1"><div class="names"><a href="/u/ada">Ada</a></div>
<div class="post-date">March 3, 2025, 9:05pm</div><div class="regular contents"><div class="cooked">{content}</div>
<div class="actions"><button>Like</button></div></div></article></div>
<div class="topic-post regular"><article id="post_2" data-post-id="2"><div class="names"><a href="/u/bob">Bob</a></div>
<div class="regular contents"><div class="cooked"><p>Mine differs:</p>{reply}</div></div></article></div>
</div></div></body></html>
"""


LAYOUTS: Mapping[str, Callable[[Page], str]] = {
    layout.__name__: layout for layout in (pipes, forum, cells, docusaurus, discourse)
}


def _text(page: Page, write_table: Callable[[Table], list[str]], *, with_heading: bool) -> str:
    lines: list[str] = []
    for operation in page.operations:
        lines += [f"{operation.method} Something"] * with_heading
        url = operation.host + operation.path
        lines += [url, "What it is for.", "- cURL", "- Rust", f'client.request(Method::{operation.method}, "{url}")']
        for block in _blocks(operation):
            lines += [block] if isinstance(block, str) else write_table(block)
    return "\n".join(lines) + "\n"


def _outer_pipes(table: Table) -> list[str]:
    header, *rows = (f"| {' | '.join(row)} |" for row in table)
    return [header, "|---" * len(table[0]) + "|", *rows]


def _inner_pipes(table: Table) -> list[str]:
    header, *rows = (f"{' | '.join(row)} |" for row in table)
    return [header, "---|" * len(table[0]), *rows]


def _one_cell_a_line(table: Table) -> list[str]:
    return [cell for row in table for cell in row]


def _docusaurus_operation(operation: PageOperation) -> str:
    url = operation.host + operation.path
    samples = (
        [f"curl {url} \\", "  -u x", url, "Parameters", "| name | type |"],
        ["extern crate y;", "Response", f'client.request(Method::GET, "{url}")'],
    )
    tabs = "".join(
        f'<div role="tabpanel" class="tabItem_x"{" hidden" * (number > 0)}><div class="theme-code-block">'
        '<div class="codeBlockContent_x"><pre tabindex="0" class="prism-code"><code class="codeBlockLines_x">'
        + "".join(f'<span class="token-line"><span>{escape(line)}</span><br></span>' for line in sample)
        + '</code></pre><button type="button">Copy</button></div></div></div>'
        for number, sample in enumerate(samples)
    )
    parts = [
        _docusaurus_heading(2, f"{operation.method} Something"),
        f"<p>{escape(url)}</p><p>What it is for.</p>",
        '<div class="tabs-container tabList_x"><ul role="tablist" class="tabs"><li role="tab">cURL</li>',
        f'<li role="tab">Rust</li></ul><div class="margin-top--md">{tabs}</div></div>',
    ]
    blocks = (
        _docusaurus_heading(3, block) if isinstance(block, str) else _html_table(block) for block in _blocks(operation)
    )
    return "".join([*parts, *blocks])


def _docusaurus_heading(level: int, text: str) -> str:
    link = '<a href="#x" class="hash-link" aria-label="Direct link" title="Direct link">#\u200b</a>'
    return f'<h{level} class="anchor anchorWithStickyNavbar_x" id="x">{escape(text)}{link}</h{level}>'


def _discourse_operation(operation: PageOperation) -> str:
    url = escape(operation.host + operation.path)
    parts = [
        f'<p><a href="{url}" rel="noopener">{url}<span class="badge badge-notification clicks">12</span></a><br>\n',
        "What it is for.</p>\n<ul>\n<li>cURL</li>\n<li>Rust</li>\n</ul>\n",
        f'<pre data-code-wrap="rust"><code>client.request(Method::{operation.method},\n"{url}")\n{url}</code></pre>',
    ]
    for block in _blocks(operation):
        if isinstance(block, str):
            parts.append(f'<h3><a name="x" class="anchor" href="#x"></a>{escape(block)}</h3>\n')
        else:
            parts.append(f'<div class="md-table">\n{_html_table(block)}\n<button>Full size</button></div>\n')
    return "".join(parts)


def _html_table(table: Table) -> str:
    header, *rows = table
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _blocks(operation: PageOperation) -> Iterator[Block]:
    if operation.path_parameters or operation.query_parameters or operation.body is not None:
        yield "Parameters"
    for heading, parameters in (("Path", operation.path_parameters), ("Query", operation.query_parameters)):
        if parameters:
            yield heading
            yield [PARAMETER_COLUMNS, *_parameter_rows(parameters)]
    if operation.body is not None:
        yield "Body"
        yield from _field_tables(operation.body)
    if operation.responses:
        yield "Response"
    for status, fields in operation.responses.items():
        yield status
        if fields is None:
            yield "Something happened."
        else:
            yield from _field_tables(fields)


def _parameter_rows(parameters: Mapping[str, Parameter]) -> Iterator[tuple[str, ...]]:
    for name, parameter in parameters.items():
        yield name, _words(parameter.type), str(parameter.required).lower(), "-"


def _field_tables(fields: Mapping[str, Field]) -> Iterator[Block]:
    rows = [(name, _words(field.type), "null" if field.nullable else "-") for name, field in fields.items()]
    yield [FIELD_COLUMNS, *rows]
    for name, field in fields.items():
        if field.fields is not None:
            yield name
            yield from _field_tables(field.fields)


def _words(type_name: str) -> str:
    """`array<integer>` as pages write it."""
    inside = type_name.removeprefix("array<").removesuffix(">")
    return type_name if inside == type_name else f"Array of {_words(inside)}"
