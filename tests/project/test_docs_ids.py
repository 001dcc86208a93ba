"""The examples of docs/guides/ids.md work as written."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.examples import examples
from toggl_sandbox import Sandbox, running


def test_the_examples_run_against_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        for variable, value in {
            "TOGGL_TRACK_URL": server.track_url,
            "TOGGL_API_TOKEN": sandbox.token,
            "TOGGL_FOCUS_URL": server.focus_url,
            "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
        }.items():
            monkeypatch.setenv(variable, value)
        printed = []
        names: dict[str, Any] = {}
        for example in examples("docs/guides/ids.md"):
            exec(compile(example, "ids.md", "exec"), names)
            printed.append(capsys.readouterr().out)
    assert f"{sandbox.project_id} Website" in printed[0]
    assert printed[1] == "True\n"
    assert len(printed[2].splitlines()) > 5
    assert printed[3] == "list_projects: none is named 'Webseite'; did you mean 'Website'?\n"
