"""The examples of the README work as written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox, running

README = (Path(__file__).parent.parent.parent / "README.md").read_text()
EXAMPLES = examples("README.md")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs_against_the_sandbox(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        names = {"workspace_id": sandbox.workspace_id, "project_id": sandbox.project_id}
        exec(compile(example, "README.md", "exec"), names)
    assert capsys.readouterr().out.strip()


def test_every_call_of_the_table_exists() -> None:
    from toggl_tasks import Focus, Track

    tasks: dict[str, object] = {"track": Track(token="t").tasks, "focus": Focus(token="t").tasks}
    rows = re.findall(r"^\| `(track|focus)\.tasks\.(.+?) \| `", README, re.MULTILINE)
    assert len(rows) == 10
    for api, calls in rows:
        for name in re.findall(r"(?:^|, )`?([a-z_]+)(?:`|\(|$)", calls):
            assert callable(getattr(tasks[api], name)), name
