"""The examples of the guides run as written against a sandbox, and print what the page shows."""

from __future__ import annotations

import asyncio
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.examples import ROOT, Example, blocks
from toggl_sandbox import Sandbox, running
from toggl_sandbox.clock import FROZEN_AT, Clock
from toggl_tasks import Pace, Retries, Track
from toggl_tasks.track import Task

PAGES = (
    "authentication",
    "ids",
    "lists",
    "changing-tasks",
    "errors-and-retries",
    "quota",
    "timeouts",
    "async",
    "proxies",
    "logging",
    "caching",
    "typing",
    "testing",
)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Sandbox]:
    """A sandbox that clients without arguments use, and a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Task, "tracked_unit", Task.tracked_unit)  # is restored
    monkeypatch.setattr(os, "umask", lambda mode: mode)
    level, handlers = logging.getLogger("toggl_tasks").level, logging.root.handlers[:]
    with Sandbox(clock=Clock(FROZEN_AT), plan="starter") as sandbox, running(sandbox) as server:
        with sandbox.track() as track:
            track.projects.create(sandbox.workspace_id, name="Intranet", active=True)
        for variable, value in {
            "TOGGL_TRACK_URL": server.track_url,
            "TOGGL_API_TOKEN": sandbox.token,
            "TOGGL_FOCUS_URL": server.focus_url,
            "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
        }.items():
            monkeypatch.setenv(variable, value)
        yield sandbox
    logging.getLogger("toggl_tasks").setLevel(level)
    logging.root.handlers[:] = handlers


def given(sandbox: Sandbox) -> dict[str, Any]:
    """The names that the pages say an example has."""
    with sandbox.track() as track:
        project = track.projects.find(sandbox.workspace_id, name="Website")
        return {
            "organization_id": sandbox.organization_id,
            "workspace_id": sandbox.workspace_id,
            "project_id": sandbox.project_id,
            "project": project,
            "task_id": track.tasks.list_project(project)[0].id,
        }


def run(page: str, title: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> list[tuple[Example, str]]:
    """Run the examples of a page that have no tabs or this tab; returns them with what they print."""
    printed = []
    names = given(sandbox)
    with asyncio.Runner() as runner:
        if title == "Async":
            names |= {"track": sandbox.async_track(), "focus": sandbox.async_focus()}
        else:
            names |= {"track": sandbox.track(), "focus": sandbox.focus()}
        space: dict[str, Any] = {"__name__": "example"}
        for example in blocks(page):
            if example.language == "python" and example.title in (title, "" if title == "Sync" else title):
                space |= names  # an example may have closed a client
                example.run(space, runner.run)
                printed.append((example, capsys.readouterr().out))
        for name in ("track", "focus"):
            if title == "Async":
                runner.run(names[name].close())
            else:
                names[name].close()
    return printed


def outputs(page: str) -> dict[int, str]:
    """The output that the page shows for each example, by the line of the example."""
    shown: dict[int, str] = {}
    above: list[Example] = []
    for block in blocks(page):
        if block.title == "Output":
            shown |= {example.line: block.code for example in above}
        above = [*above, block] if block.title == "Async" and above and above[-1].title == "Sync" else [block]
    return shown


@pytest.mark.parametrize("title", ["Sync", "Async"])
@pytest.mark.parametrize("page", PAGES)
def test_the_examples_print_what_the_page_shows(
    page: str, title: str, served: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"docs/guides/{page}.md"
    expected = outputs(path)
    for example, text in run(path, title, served, capsys):
        assert text == expected.get(example.line, text), (path, example.line)


def test_the_defaults_on_the_pages_are_those_of_the_clients() -> None:
    text = {page: (ROOT / f"docs/guides/{page}.md").read_text(encoding="utf-8") for page in PAGES}
    defaults = re.findall(r"# The defaults?:\n.*?((?:Retries|Pace)\([^()]*\))", text["errors-and-retries"])
    expected = [Retries(), Retries(), Pace()]
    assert [eval(one, {"Retries": Retries, "Pace": Pace}) for one in defaults] == expected
    config = Track(token="t")._config
    assert f"| `timeout` | {config.timeout:g} |" in text["timeouts"]
    assert f"| `deadline` | {config.deadline} |" in text["timeouts"]
    assert f"larger than {config.max_response_bytes // 2**20} MiB" in text["timeouts"]
    assert (config.on_quota, config.max_wait) == ("raise", 3600)
    assert "`max_wait` (an hour by default)" in text["quota"]


def test_the_variables_of_shell_examples_are_in_the_reference() -> None:
    reference = (ROOT / "docs/reference/environment-variables.md").read_text(encoding="utf-8")
    shells = [block.code for page in PAGES for block in blocks(f"docs/guides/{page}.md") if block.language == "sh"]
    variables = re.findall(r"^export (\w+)=", "".join(shells), re.MULTILINE)
    assert variables
    assert [name for name in variables if f"| `{name}` |" not in reference] == []


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_fit_the_column_of_the_site(page: str) -> None:
    lines = [line for block in blocks(f"docs/guides/{page}.md") for line in block.code.splitlines()]
    assert [line for line in lines if len(line) > 88] == []
