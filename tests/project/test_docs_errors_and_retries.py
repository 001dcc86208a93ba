"""The examples of docs/guides/errors-and-retries.md work as written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox, running
from toggl_tasks import Retries, Track

PAGE = (Path(__file__).parent.parent.parent / "docs/guides/errors-and-retries.md").read_text()


def test_the_examples_run_against_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        workspace_id, project_id = sandbox.workspace_id, sandbox.project_id
        with sandbox.track() as track:
            task_id = track.tasks.list_project(workspace_id, project_id)[0].id
        names: dict[str, Any] = {"workspace_id": workspace_id, "project_id": project_id, "task_id": task_id}
        shown = examples("docs/guides/errors-and-retries.md")
        assert len(shown) == 3
        made = []
        for example in shown:
            exec(compile(example, "errors-and-retries.md", "exec"), names)
            made.append(names["track"])
        names["track"].tasks.list_project(workspace_id, project_id)
        assert (tmp_path / "toggl.shared").exists()
        for track in made:
            track.close()
    printed = capsys.readouterr().out.split("\n")
    assert (printed[0], printed[-2]) == ("1", "0")  # one request, spent before the budget began


def test_the_named_settings_exist_and_have_the_documented_defaults() -> None:
    for name in re.findall(r"\((?:`([a-z_]+)`, )?`([a-z_]+)`\)", PAGE):
        for setting in filter(None, name):
            assert hasattr(Retries(), setting) or hasattr(Track(token="t")._config, setting), setting
    default = Track(token="t")._config
    assert (default.timeout, default.deadline, default.retries.count, default.on_quota, default.max_wait) == (
        30,
        None,
        3,
        "raise",
        3_600,
    )
    assert (default.retries.first_wait, default.retries.longest_wait, default.retries.longest_retry_after) == (
        0.5,
        30,
        120,
    )
    assert default.max_response_bytes == 64 * 2**20
