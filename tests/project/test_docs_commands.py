"""A reader of the README, the tutorials and the guides can do what they say, and sees what they show."""

from __future__ import annotations

import re
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.project import test_docs_guides
from tests.support.command_line import CommandLine
from tests.support.examples import ROOT, blocks
from tests.support.page_reader import PageReader, without_times
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT

GUIDES = {f"docs/guides/{name}.md" for name in test_docs_guides.PAGES}
"""Pages whose Python is run elsewhere, by examples that share names."""
OTHERS = {"docs/guides/sandbox.md", "docs/guides/sync-charts.md"}
"""Pages with tests of their own."""
FOLDERS = ("tutorials", "guides", "agents")
PAGES = sorted(
    {path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*.md")}
    | {"README.md"}
)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in OTHERS])
def test_what_a_page_says_works(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks.csv").write_text("name,project\nFix menu,Website\n")
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        reader = PageReader(page, CommandLine(sandbox, server, tmp_path))
        outputs = reader.read()
        if page in GUIDES:
            return
        assert any(block.language == "sh" for block in blocks(page))
        for output, written in outputs:
            assert without_times(written) == without_times(output.code), (page, output.line)
        for program in reader.programs:
            assert reader.run_program(program), (page, program.line)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in GUIDES])
def test_examples_fit_the_column_of_the_site(page: str) -> None:
    lines = [line for block in blocks(page) if block.language == "python" for line in block.code.splitlines()]
    assert [line for line in lines if len(line) > 88] == []


@pytest.mark.parametrize("page", ["README.md", "docs/guides/testing.md"])
def test_the_pytest_examples_pass(page: str, tmp_path: Path) -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        reader = PageReader(page, CommandLine(sandbox, server, tmp_path))
        reader.save_files()
        assert " passed" in reader.run_tests(["-q"])


def test_the_picture_of_the_readme(tmp_path: Path) -> None:
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server:
        outcome = CommandLine(sandbox, server, tmp_path)("report", "--chart", str(tmp_path / "report.svg"))
    assert outcome.code == 0, outcome.stderr
    assert (tmp_path / "report.svg").read_text() == (ROOT / "docs/report.svg").read_text()


def test_every_method_is_in_the_tables_of_the_reference() -> None:
    from toggl_tasks import Focus, Track
    from toggl_tasks._resource import Resource

    text = "".join((ROOT / f"docs/reference/python/{api}.md").read_text(encoding="utf-8") for api in ("track", "focus"))
    listed = {
        resource: {*re.findall(r"`(.+?)`", methods)}
        for resources, methods in re.findall(r"^\| (`(?:track|focus)\..+?) \| (.+) \|$", text, re.MULTILINE)
        for resource in re.findall(r"`(.+?)`", resources)
    }
    offered = {
        f"{api}.{name}": {call for call in dir(getattr(client, name)) if not call.startswith("_")}
        for api, client in {"track": Track(token="t"), "focus": Focus(token="t")}.items()
        for name in dir(client)
        if name != "raw" and isinstance(getattr(client, name), Resource)
    }
    assert listed == offered
