"""The example for schedulers runs without one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from examples.sync_workspaces import list_workspaces, load_workspace
from toggl_sandbox import Sandbox, running


def test_the_example_loads_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox() as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("DLT_DATA_DIR", str(tmp_path / "dlt"))
        assert sandbox.workspace_id in list_workspaces()
        to = f"duckdb:{tmp_path}/toggl.duckdb"
        assert load_workspace(sandbox.workspace_id, to)["tasks"] == 235
        with duckdb.connect(str(tmp_path / "toggl.duckdb")) as connection:
            assert connection.sql("SELECT COUNT(*) FROM toggl_track.burn_down").fetchall()[0][0] > 0
        sandbox.quota.plan = "free"
        sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, 0)
        with pytest.raises(RuntimeError, match="a retry resumes"):
            load_workspace(sandbox.workspace_id, to)
