"""The examples of the README work as written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox, running
from toggl_tasks._resource import Resource

README = (Path(__file__).parent.parent.parent / "README.md").read_text()
EXAMPLES = examples("README.md")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs_against_the_sandbox(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()


def test_every_call_of_the_tables_exists_and_no_other() -> None:
    from toggl_tasks import Focus, Track

    clients = {"track": Track(token="t"), "focus": Focus(token="t")}
    rows = re.findall(r"^\| (`(?:track|focus)\..+?) \| (.+) \|$", README, re.MULTILINE)
    listed: dict[str, set[str]] = {}
    for resources, calls in rows:
        everywhere, _, *rest = calls.partition("; clients also ")
        for resource in re.findall(r"`(.+?)`", resources):
            more = rest[0] if rest and resource.endswith(".clients") else ""
            listed[resource] = set(re.findall(r"`(.+?)`", everywhere + more))
    offered = {
        f"{api}.{name}": {call for call in dir(getattr(client, name)) if not call.startswith("_")}
        for api, client in clients.items()
        for name in dir(client)
        if name != "raw" and isinstance(getattr(client, name), Resource)
    }
    assert listed == offered
