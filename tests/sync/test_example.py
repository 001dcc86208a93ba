"""The example for schedulers runs without one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import pytest

from examples.sync_workspaces import list_workspaces, load_workspace
from toggl_sandbox import Sandbox, running


class StandInTask:
    """A task of the stand-in for Airflow. `expand` runs it for each value of an argument."""

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        self.function, self.options, self.results = function, options, list[Any]()

    def __call__(self) -> Any:
        return self.function()

    def partial(self, **arguments: Any) -> StandInTask:
        self.arguments = arguments
        return self

    def expand(self, **lists: list[Any]) -> None:
        ((name, values),) = lists.items()
        self.results += [self.function(**self.arguments, **{name: value}) for value in values]


def stand_in_for_airflow(dags: list[dict[str, Any]]) -> ModuleType:
    """`airflow.sdk`, as far as the example uses it: it runs a DAG where Airflow registers it. It is not Airflow."""
    sdk = ModuleType("airflow.sdk")

    def dag(**options: Any) -> Callable[[Callable[[], None]], Callable[[], None]]:
        dags.append(options)
        return lambda function: function

    sdk.dag = dag  # type: ignore[attr-defined]
    sdk.task = lambda **options: lambda function: StandInTask(function, options)  # type: ignore[attr-defined]
    return sdk


def test_the_dag_loads_each_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dags: list[dict[str, Any]] = []
    monkeypatch.setitem(sys.modules, "airflow", ModuleType("airflow"))
    monkeypatch.setitem(sys.modules, "airflow.sdk", stand_in_for_airflow(dags))
    monkeypatch.delitem(sys.modules, "examples.airflow_dag", raising=False)
    with Sandbox() as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        monkeypatch.setenv("TOGGL_SYNC_TO", f"duckdb:{tmp_path}/toggl.duckdb")
        monkeypatch.setenv("DLT_DATA_DIR", str(tmp_path / "dlt"))
        module = importlib.import_module("examples.airflow_dag")
        monkeypatch.delitem(sys.modules, "examples.airflow_dag")
        assert [one["max_active_runs"] for one in dags] == [1]
        assert module.load_one.options["retries"] > 0
        counts, of_free_plan = module.load_one.results
        assert (counts["tasks"], of_free_plan) == (235, {})
        with duckdb.connect(str(tmp_path / "toggl.duckdb")) as connection:
            sql = "SELECT DISTINCT sync_workspace_id FROM toggl_track.tasks"
            assert connection.sql(sql).fetchall() == [(sandbox.workspace_id,)]


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
