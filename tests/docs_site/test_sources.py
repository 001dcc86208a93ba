"""The Markdown of the site: links, and the pages from outside of docs/."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_site.sources import assemble, page, repository_url, site_link
from generator import ROOT, CommandError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("docs/guides/ids.md", "docs/report.svg", "examples/demo.py", "CONTRIBUTING.md", "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Title\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("docs/guides/ids.md", "../../CONTRIBUTING.md#rules", "../project/contributing.md#rules"),
        ("docs/guides/ids.md", "../report.svg", "../report.svg"),
        ("docs/guides/ids.md", "#anchor", "#anchor"),
        ("docs/guides/ids.md", "https://example.org/a.md", "https://example.org/a.md"),
        ("README.md", "docs/guides/ids.md", "guides/ids.md"),
        ("README.md", "docs/report.svg", "report.svg"),
        ("CONTRIBUTING.md", "README.md", "../index.md"),
        ("README.md", "examples/demo.py", f"{repository_url()}/blob/main/examples/demo.py"),
        ("docs/guides/ids.md", "../../examples", f"{repository_url()}/tree/main/examples"),
    ],
)
def test_links_lead_to_the_page_of_the_site_or_to_the_repository(
    root: Path, name: str, target: str, expected: str
) -> None:
    assert site_link(name, target, root) == expected


def test_links_are_changed_in_text_and_not_in_code(root: Path, tmp_path: Path) -> None:
    code = "```md\n[a](README.md)\n```\n\n`[a](README.md)`\n"
    (root / "CONTRIBUTING.md").write_text(f"[a `b`](README.md) ![c](docs/report.svg)\n\n{code}")
    assemble(tmp_path / "site", root)
    changed = (tmp_path / "site/project/contributing.md").read_text()
    assert changed == f"[a `b`](../index.md) ![c](../report.svg)\n\n{code}"
    assert (tmp_path / "site/guides/ids.md").exists()


def test_pipes_in_the_code_of_a_table_lose_the_backslash_that_would_be_shown(root: Path) -> None:
    (root / "docs/guides/ids.md").write_text("`a \\| b`\n\n| `a \\| b` | c \\| d |\n")
    assert page("docs/guides/ids.md", root) == "`a \\| b`\n\n| `a | b` | c \\| d |\n"


def test_blocks_with_titles_become_tabs(root: Path) -> None:
    sync = '```python title="Sync"\na\n\nb\n```\n'
    twin = '```python title="Async"\nawait a\n```\n'
    output = '```text title="Output"\n1\n```\n'
    rest = f"\n{output}\ntext\n\n{sync}\ntext\n\n```python\nc\n```\n\n{twin}"
    (root / "docs/guides/ids.md").write_text(f"{sync}\n{twin}{rest}")
    tabs = [
        '=== "Sync"\n\n    ```python\n    a\n\n    b\n    ```\n',
        '=== "Async"\n\n    ```python\n    await a\n    ```\n',
    ]
    assert page("docs/guides/ids.md", root) == "\n".join(tabs) + rest


def test_a_link_without_a_target_raises(root: Path, tmp_path: Path) -> None:
    (root / "docs/guides/ids.md").write_text("[a](lists.md)\n")
    with pytest.raises(CommandError, match=r"docs/guides/ids\.md: the link lists\.md leads to no file"):
        assemble(tmp_path / "site", root)


@pytest.mark.parametrize("picture", sorted((ROOT / "docs").rglob("*.svg")), ids=lambda path: path.name)
def test_pictures_have_dark_colors(picture: Path) -> None:
    style = (ROOT / "docs/stylesheets/site.css").read_text(encoding="utf-8")
    dark = f'[data-md-color-scheme="slate"] .md-typeset img[src$="{picture.name}"]'
    assert "prefers-color-scheme: dark" in picture.read_text(encoding="utf-8") or dark in style
