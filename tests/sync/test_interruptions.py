"""A run that dies, or meets the end of the quota, loses nothing."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.synced import Synced, all_focus_tasks, all_track_tasks, expected
from toggl_sandbox import Sandbox, running
from toggl_tasks import Track, WrongCredentials

POINTS = 10
ROOT = Path(__file__).parents[2]


def run_worker(url: str, sandbox: Sandbox, synced: Synced, die_at: int = 0) -> subprocess.CompletedProcess[str]:
    arguments = [url, str(sandbox.workspace_id), synced.to, str(synced.pipelines), "-", str(die_at)]
    environment = os.environ | ({"SYNC_DATASET": synced.dataset} if synced.dataset else {})
    command = [sys.executable, "-m", "tests.support.sync_worker", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("destination", ["duckdb", "postgres"])
def test_a_run_killed_at_any_point_is_completed_by_the_next(
    tmp_path: Path, destination: str, request: pytest.FixtureRequest
) -> None:
    to = request.getfixturevalue("postgres") if destination == "postgres" else None
    with Sandbox() as sandbox, running(sandbox) as server, sandbox.track() as track:
        (tmp_path / "first").mkdir()
        whole = run_worker(server.track_url, sandbox, Synced(tmp_path / "first", to, "killed"))
        steps = int(whole.stdout)
        assert steps >= POINTS
        workspace = sandbox.workspace_id

        def kill(number: int) -> tuple[int, Synced]:
            folder = tmp_path / str(number)
            folder.mkdir()
            synced = Synced(folder, to, f"killed_{number}")
            return run_worker(server.track_url, sandbox, synced, max(1, steps * number // POINTS)).returncode, synced

        with ThreadPoolExecutor(2) as threads:
            killed = list(threads.map(kill, range(POINTS)))
        assert {code for code, _ in killed} == {-signal.SIGKILL}
        track.tasks.create(workspace, sandbox.project_id, name="After the kill")
        for _, synced in killed:
            synced.sync(track, sandbox, resources=["tasks", "projects"])
            assert synced.rows_of("track", "tasks") == expected("track", "tasks", all_track_tasks(track, workspace))


@pytest.mark.parametrize(("deleted", "requests"), [(0, 4), (250, 4)])
def test_a_run_resumes_where_the_quota_ended(tmp_path: Path, deleted: int, requests: int) -> None:
    """Deleted tasks move the others to earlier pages."""
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.track() as track:
        workspace = sandbox.workspace_id
        for number in range(800):
            track.tasks.create(workspace, sandbox.project_id, name=f"Task {number}")
        synced = Synced(tmp_path)
        leave(sandbox, 3)
        first = synced.sync(track, sandbox, resources=["tasks"])
        assert (first.complete, first.counts["tasks"].planned, first.counts["tasks"].new) == (False, 6, 600)
        sandbox.quota.plan = "off"
        sandbox.clock.advance(3601)
        # The oldest, which were read already.
        deletable = [one for one in all_track_tasks(track, workspace) if one.project_id == sandbox.project_id]
        for task in sorted(deletable, key=lambda one: one.id)[:deleted]:
            track.tasks.delete(task)
        second = synced.sync(track, sandbox, resources=["tasks"])
        assert (second.complete, second.requests) == (True, requests)
        assert synced.sync(track, sandbox, resources=["tasks"]).complete
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", all_track_tasks(track, workspace))


def leave(sandbox: Sandbox, requests: int) -> None:
    """Set the number of requests left in the hourly quota."""
    sandbox.quota.plan = "free"
    sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, requests)


def test_the_end_of_the_quota_loads_what_was_read(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.track() as track:
        leave(sandbox, 1)
        synced = Synced(tmp_path)
        report = synced.sync(track, sandbox)
        assert (report.complete, report.counts["tasks"].new) == (False, 200)
        assert report.quota is not None
        assert report.quota.remaining == 0
        sandbox.clock.advance(3601)
        assert synced.sync(track, sandbox).complete
        assert len(synced.rows_of("track", "tasks")) == 235


def test_a_run_of_focus_resumes_in_the_second_of_its_lists(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.focus() as focus:
        synced = Synced(tmp_path)
        leave(sandbox, 2)  # the archived tasks, and 100 others
        first = synced.sync(focus, sandbox, resources=["tasks"]).counts["tasks"]
        assert (first.complete, first.planned, first.requests) == (False, 4, 2)
        sandbox.clock.advance(3601)
        assert synced.sync(focus, sandbox, resources=["tasks"]).complete
        tasks = all_focus_tasks(focus, sandbox.organization_id, sandbox.workspace_id)
        assert synced.rows_of("focus", "tasks") == expected("focus", "tasks", tasks)


def test_with_wait_a_run_waits_for_the_quota(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.track() as track:
        leave(sandbox, 1)
        assert Synced(tmp_path).sync(track, sandbox, resources=["tasks"], wait=True).complete


def test_an_error_of_the_client_is_raised_as_it_is(tmp_path: Path) -> None:
    with (
        Sandbox() as sandbox,
        Track(token="0" * 32, base_url=sandbox.track_url, transport=sandbox.transport()) as track,
        pytest.raises(WrongCredentials),
    ):
        Synced(tmp_path).sync(track, sandbox)
