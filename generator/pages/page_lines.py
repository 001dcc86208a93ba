"""The lines of a saved documentation page, before they are parsed.

Of HTML they are the lines that the page shows: one for each block, one for each row of a table, and one for a whole
code sample, so that nothing in a sample looks like a part of the page. A page of Docusaurus is read without its
navigation, and a topic of Discourse without its replies.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .. import CommandError

_BLOCK = re.compile(
    "address|article|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]"
    "|header|hgroup|hr|html|legend|li|main|menu|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_SKIPPED = re.compile("aside|button|footer|head|nav|noscript|script|select|style|svg|template|textarea")
# Docusaurus puts a link into each heading, and Discourse used to put a number of clicks after each link.
_SKIPPED_CLASSES = frozenset({"hash-link", "clicks"})
# Zero-width space (in the link of a heading), soft hyphen, word joiner and byte order mark.
_INVISIBLE = dict.fromkeys((0x200B, 0xAD, 0x2060, 0xFEFF))

# Of a topic of Discourse: the post as its script shows it, and as it is for crawlers and in <noscript>.
_FIRST_POST = "#post_1 .cooked, #post_1.crawler-post .post"
_NUMBERED_POST = "[id^=post_] .cooked, [id^=post_].crawler-post"
_POST = ".cooked, .crawler-post .post"
# Narrowest first; one that a page has twice does not hold the whole content.
_CONTENTS = (".theme-doc-markdown", "article", "main", "body")


class PageError(CommandError):
    """A page, or a file of facts, that cannot be read. Its text names the line and what was expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, never empty; `cells` are those of a row whose borders the page itself marks."""

    number: int
    text: str
    cells: tuple[str, ...] | None = None

    @property
    def is_row(self) -> bool:
        """Whether the line is, or may be, a row of a table: its cells are known or there are pipes in it."""
        return self.cells is not None or "|" in self.text

    def split(self, at_most: int = 0) -> Sequence[str]:
        """The cells of a row; with `at_most`, further pipes belong to the last cell."""
        if self.cells is not None:
            return self.cells
        inside = self.text.removeprefix("|").removesuffix("|")
        return [cell.strip() for cell in inside.split("|", at_most - 1)]


def text_lines(text: str) -> list[Line]:
    """The lines of a page that was saved as text, without indentation and blank lines."""
    numbered = enumerate((line.strip() for line in text.splitlines()), start=1)
    return [Line(number, line) for number, line in numbered if line]


def is_html(text: str) -> bool:
    """Whether a saved page is HTML: it begins with a tag or a comment."""
    return text.lstrip().startswith("<")


def html_lines(html: str) -> list[Line]:
    """The lines of the content of a page. Raises PageError where lines cannot keep what the page says."""
    lines: list[Line] = []
    for text, cells in _each_line(_content(LexborHTMLParser(html))):
        if text:
            lines.append(Line(len(lines) + 1, text, cells))
    return lines


def _content(document: LexborHTMLParser) -> LexborNode:
    if post := document.css_first(_FIRST_POST):
        return post
    if document.css_first(_NUMBERED_POST):
        raise PageError("expected the first post of the topic (its id is post_1); save it from the top of the topic")
    if post := document.css_first(_POST):
        return post
    for selector in _CONTENTS:
        found = document.css(selector)
        if len(found) == 1:
            return found[0]
    raise PageError("expected an HTML document with a body")


def _each_line(content: LexborNode) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The text of each line, some of them empty, with the cells if it is a row."""
    text = ""
    for piece in _pieces(content, whole=("pre", "tr")):
        if isinstance(piece, str):
            text += piece
            continue
        yield _tidy(text), None
        text = ""
        if piece is not None and piece.tag == "tr":
            cells = _cells(piece)
            yield " | ".join(cells).strip(), cells
        elif piece is not None:
            yield _one_line(piece), None
    yield _tidy(text), None


def _pieces(content: LexborNode, whole: Container[str | None] = ()) -> Iterator[str | LexborNode | None]:
    """Texts in their order, None where a line ends, and elements in `whole` without a look inside.

    It keeps a stack of its own, for a page can be nested deeper than Python likes to recurse.
    """
    ahead: list[LexborNode | None] = [content]
    while ahead:
        node = ahead.pop()
        if node is None or node.tag == "br":
            yield None
        elif node.is_text_node:
            yield node.text_content or ""
        elif node is not content and node.tag in whole:
            yield node
        elif node is content or not _is_skipped(node):
            if _BLOCK.fullmatch(node.tag or ""):
                yield None
                ahead.append(None)
            ahead.extend(reversed(list(node.iter(include_text=True))))


def _is_skipped(node: LexborNode) -> bool:
    classes = (node.attributes.get("class") or "").split()
    return _SKIPPED.fullmatch(node.tag or "") is not None or not _SKIPPED_CLASSES.isdisjoint(classes)


def _cells(row: LexborNode) -> tuple[str, ...]:
    if row.css_first("table"):
        raise PageError(f"expected no table inside the cell of another; found one in {_one_line(row)[:60]!r}")
    return tuple(_one_line(cell) for cell in row.iter() if cell.tag in ("td", "th"))


def _one_line(element: LexborNode) -> str:
    return _tidy("".join(piece if isinstance(piece, str) else " " for piece in _pieces(element)))


def _tidy(text: str) -> str:
    return " ".join(text.translate(_INVISIBLE).split())
