"""The checks of the built site: links, anchors, navigation, and that nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

#: Elements that load what they name, with the attribute.
ASSETS: Final = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "script": "src",
    "source": "src",
    "video": "src",
}
#: Values of `rel` of a link element that a browser does not load.
NOT_LOADED: Final = {"alternate", "author", "canonical", "edit", "license", "next", "prev"}
#: What a stylesheet loads.
STYLE_URL: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""")


class Page(HTMLParser):
    """The anchors, links and assets of an HTML page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.assets: list[str] = []
        self._in_style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if values.get(name)}
        self._in_style = tag == "style"
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        attribute = ASSETS.get(tag, "")
        if values.get(attribute) and not (tag == "link" and set(values.get("rel", "").split()) <= NOT_LOADED):
            self.assets.append(values[attribute])
        self.assets += STYLE_URL.findall(values.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.assets += STYLE_URL.findall(data)


def problems(site: Path) -> list[str]:
    """Return what is wrong with the pages of a folder, one line for each problem."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = path.relative_to(site)
        found += [f"{name}: loads {url} from another host" for url in page.assets if is_external(url)]
        for url in [*page.links, *(url for url in page.assets if not is_external(url))]:
            found += [f"{name}: {url} {reason}" for reason in broken(site, path, url, pages)]
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(site)}: loads {url} from another host" for url in STYLE_URL.findall(text)]
    return found


def is_external(url: str) -> bool:
    """Whether a URL leads to another host."""
    return bool(urlsplit(url).netloc)


def broken(site: Path, path: Path, url: str, pages: dict[Path, Page]) -> Iterator[str]:
    """Yield why a URL on a page leads nowhere. URLs of other hosts are not checked."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or parts.fragment.startswith("/"):  # the latter are routes of a script
        return
    start = path.parent
    if parts.path.startswith("/"):
        if path.name != "404.html":  # which a server shows for a path of any depth
            yield "starts at the root of the host, where the site need not be"
            return
        start = site
    target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
    if not target.is_relative_to(site.resolve()) and target != path:
        yield "leads out of the site"
    elif not target.is_file():
        yield "leads to no file"
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        yield "leads to no anchor"


def not_listed(listed: set[str], sources: Path) -> list[str]:
    """Return the pages that the navigation does not list, and those that it lists without a file."""
    present = {path.relative_to(sources).as_posix() for path in sources.rglob("*.md")}
    return [
        *(f"{name}: not in the navigation of mkdocs.yml" for name in sorted(present - listed)),
        *(f"mkdocs.yml: the navigation lists {name}, which does not exist" for name in sorted(listed - present)),
    ]
