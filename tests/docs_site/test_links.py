"""The checks of the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_site.links import not_listed, problems


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="b.html#there">', []),
        ('<a href="#here"><p id="here">', []),
        ('<a href="https://example.org/"><a href="mailto:a@example.org">', []),
        ('<a href="c.html">', ["a.html: c.html leads to no file"]),
        ('<img src="c.png">', ["a.html: c.png leads to no file"]),
        ('<a href="b.html#gone">', ["a.html: b.html#gone leads to no anchor"]),
        ('<a href="#gone">', ["a.html: #gone leads to no anchor"]),
        ('<a href="../other.html">', ["a.html: ../other.html leads out of the site"]),
        ('<a href="/b.html">', ["a.html: /b.html starts at the root of the host, where the site need not be"]),
        ('<script src="https://cdn.example/a.js">', ["a.html: loads https://cdn.example/a.js from another host"]),
        ('<link rel="stylesheet" href="//f.example/a.css">', ["a.html: loads //f.example/a.css from another host"]),
        ('<link rel="preconnect" href="https://f.example">', ["a.html: loads https://f.example from another host"]),
        ('<link rel="canonical" href="https://f.example">', []),
        (
            "<style>@import 'https://f.example/a.css'</style>",
            ["a.html: loads https://f.example/a.css from another host"],
        ),
        ('<p style="background: url(https://f.example/a)">', ["a.html: loads https://f.example/a from another host"]),
    ],
)
def test_problems_of_a_page(tmp_path: Path, body: str, expected: list[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "other.html").touch()
    (site / "a.html").write_text(body)
    (site / "b.html").write_text('<h1 id="there">')
    assert problems(site) == expected


def test_stylesheets_load_nothing_from_another_host(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a { background: url('https://f.example/a.png') }")
    assert problems(tmp_path) == ["a.css: loads https://f.example/a.png from another host"]


def test_every_page_is_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    assert not_listed({"a.md"}, tmp_path) == []
    assert not_listed({"b.md"}, tmp_path) == [
        "a.md: not in the navigation of mkdocs.yml",
        "mkdocs.yml: the navigation lists b.md, which does not exist",
    ]
