"""The Markdown of each page, and llms.txt."""

from __future__ import annotations

from pathlib import Path

from docs_site.plain_text import summary, write


def test_python_objects_are_written_out(tmp_path: Path) -> None:
    sources, site = tmp_path / "docs", tmp_path / "site"
    sources.mkdir()
    (sources / "api.md").write_text("# API\n\n::: toggl_tasks.Pace\n    options:\n      members: false\n\nEnd.\n")
    write(sources, site, [("api.md", "Reference")])
    text = (site / "api.md").read_text()
    assert "## `Pace`\n\n    Pace(rate: float = 1.0, burst: int = 5)\n" in text
    assert "token bucket" in text
    assert "options:" not in text
    assert ":::" not in text
    assert text.endswith("\nEnd.\n")


def test_llms_txt_lists_the_pages_by_section(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Home\n\nWhat it *is*. More.\n")
    (tmp_path / "b.md").write_text(
        "<!-- made -->\n\n# Lists\n\n![x](y.svg)\n\n    code\n\nThe [first](c.md) words. More.\n"
    )
    write(tmp_path, tmp_path / "site", [("a.md", ""), ("b.md", "Guides")])
    lines = (tmp_path / "site/llms.txt").read_text().splitlines()
    assert lines[0] == "# toggl-tasks"
    assert lines[2].startswith("> ")
    assert lines[4:] == [
        "- [Home](a.md): What it *is*.",
        "",
        "## Guides",
        "",
        "- [Lists](b.md): The first words.",
    ]


def test_a_summary_is_the_first_sentence() -> None:
    assert (
        summary("# T\n\n| a |\n|---|\n\nOff by default: it costs\nmemory. More.") == "Off by default: it costs memory."
    )
