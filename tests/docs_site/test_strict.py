"""The site's generator with the project's settings fails for what a reader would run into."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from docs_site.build import ZENSICAL
from docs_site.navigation import configuration
from generator import ROOT

pytestmark = pytest.mark.skipif(not ZENSICAL.exists(), reason="needs Zensical: make docs")


def build(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Build a site of two pages, with the settings of the project."""
    settings = configuration() | {"docs_dir": "docs", "site_dir": "site", "nav": ["index.md", "other.md"]}
    (settings["plugins"][-1]["mkdocstrings"]["handlers"]["python"])["paths"] = [str(ROOT)]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text(f"# Home\n\n{text}\n")
    (folder / "docs/other.md").write_text("# Other\n\n## Here\n\n::: toggl_tasks.Pace\n")
    command = [str(ZENSICAL), "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("text", ["[a](other.md)", "[a](other.md#here)", "[Pace][toggl_tasks.Pace]"])
def test_good_links_are_accepted(tmp_path: Path, text: str) -> None:
    done = build(tmp_path, text)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "token bucket" in (tmp_path / "site/other.html").read_text()


@pytest.mark.parametrize(
    "text",
    [
        "[a](nowhere.md)",
        "[a](other.md#nowhere)",
        "[a][toggl_tasks.Nothing]",
        "::: toggl_tasks.Nothing",
    ],
)
def test_dead_links_and_unknown_references_fail(tmp_path: Path, text: str) -> None:
    assert build(tmp_path, text).returncode != 0
