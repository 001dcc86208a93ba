"""One process at a time loads a workspace into a dataset."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.sync_worker import Outcome, run_worker
from tests.support.synced import Synced, all_track_tasks, expected
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT
from toggl_tasks.sync import SyncInProgress


def test_a_second_run_with_the_same_working_files_raises(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path, f"filesystem:{tmp_path}/out")
        caught: list[str] = []

        def run_again(_: object) -> None:
            with ThreadPoolExecutor() as threads:  # dlt has a context for each thread
                error = threads.submit(synced.sync, track, sandbox, resources=["tasks"]).exception()
            assert isinstance(error, SyncInProgress)
            caught.append(str(error))

        assert synced.sync(track, sandbox, resources=["workspaces"], on_progress=run_again).complete
        assert [f"workspace {sandbox.workspace_id} is being synced" in one for one in caught] == [True]
        assert synced.sync(track, sandbox, resources=["workspaces"]).complete


def test_a_second_run_on_another_machine_raises_in_postgres(tmp_path: Path, postgres: str) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        one, other = Synced(tmp_path / "one", postgres, "locked"), Synced(tmp_path / "other", postgres, "locked")
        elsewhere = Synced(tmp_path / "other", postgres, "not_locked")
        caught: list[object] = []

        def run_again(_: object) -> None:
            with ThreadPoolExecutor() as threads:
                error = threads.submit(other.sync, track, sandbox, resources=["tasks"]).exception()
                caught.append(type(error))
                assert threads.submit(elsewhere.sync, track, sandbox, resources=["workspaces"]).result().complete

        assert one.sync(track, sandbox, resources=["workspaces"], on_progress=run_again).complete
        assert caught == [SyncInProgress]
        assert other.sync(track, sandbox, resources=["workspaces"]).complete


def test_a_second_process_cannot_write_a_duckdb_file(tmp_path: Path) -> None:
    with Sandbox() as sandbox, running(sandbox) as server, sandbox.track() as track:
        synced, other = Synced(tmp_path), Synced(tmp_path / "other", f"duckdb:{tmp_path}/test.duckdb")
        failures: list[Outcome] = []

        def run_again(_: object) -> None:
            failures.append(run_worker(server.track_url, sandbox, other.to, other.pipelines))

        synced.sync(track, sandbox, resources=["workspaces"], on_progress=run_again)
        assert [one.code for one in failures] == [1]
        assert "SyncInProgress: another process has the DuckDB file open" in failures[0].error


def test_a_second_thread_cannot_write_a_duckdb_file(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        (tmp_path / "link.duckdb").symlink_to(tmp_path / "test.duckdb")
        others = [
            Synced(tmp_path / "other", f"duckdb:{tmp_path}/{name}.duckdb", "other")
            for name in ("test", "link", "third")
        ]
        found: list[object] = []

        def run_others(_: object) -> None:
            with ThreadPoolExecutor() as threads:
                for other in others:
                    error = threads.submit(other.sync, track, sandbox, resources=["workspaces"]).exception()
                    found.append(error if error is None else (type(error), str(error)[:42]))

        synced.sync(track, sandbox, resources=["workspaces"], on_progress=run_others)
        refused = (SyncInProgress, "another thread has the DuckDB file open, a")
        assert found == [refused, refused, None]
        assert synced.sync(track, sandbox, resources=["workspaces"]).complete


def test_machines_whose_clocks_differ_by_hours_lose_nothing(tmp_path: Path, postgres: str) -> None:
    """Three machines and the service have other times; two of them take turns, the third one comes last."""
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server, sandbox.track() as track:
        workspace = sandbox.workspace_id
        clocks = [5 * 3600, -5 * 3600, 5 * 3600, -5 * 3600, 48 * 3600, -5 * 3600]
        for number, clock in enumerate(clocks):
            synced = Synced(tmp_path / str(clock), postgres, "skewed")
            options = {"dataset": "skewed", "history": True, "clock": clock}
            assert run_worker(server.track_url, sandbox, synced.to, synced.pipelines, **options).code == 0
            tasks = all_track_tasks(track, workspace)
            assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)
            sql = (
                "SELECT COUNT(*), COUNT(DISTINCT id) FROM skewed.tasks_history"
                " WHERE _dlt_valid_to IS NULL AND sync_deleted_at IS NULL"
            )
            assert synced.query(sql) == [(len(tasks), len(tasks))]
            track.tasks.create(workspace, sandbox.project_id, name=f"Task {number}")
            mine = [one for one in tasks if one.project_id == sandbox.project_id]
            track.tasks.update(mine[0], name=f"Renamed {number}")
            track.tasks.delete(mine[1])
            sandbox.clock.advance(1)
