"""After each sync the tables equal the service, whatever was done between the syncs."""

from __future__ import annotations

import datetime
import random
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.synced import Synced, all_focus_tasks, all_track_tasks, expected
from tests.support.tasks import track_task
from toggl_sandbox import Clock, Fault, Sandbox
from toggl_tasks import Track

ROUNDS = 5
ACTIONS = 4
"""Between two syncs."""


@pytest.fixture(params=["duckdb", "postgres"])
def to(request: pytest.FixtureRequest) -> str | None:
    return None if request.param == "duckdb" else str(request.getfixturevalue("postgres"))


def frozen() -> Clock:
    clock = Clock()
    clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    return clock


@pytest.mark.parametrize("deletions", ["hard", "soft"])
def test_track_equals_the_service_after_each_sync(tmp_path: Path, to: str | None, deletions: str) -> None:
    chance = random.Random(deletions)
    with Sandbox(clock=frozen()) as sandbox, sandbox.track() as track:
        workspace = sandbox.workspace_id
        projects = [one.id for one in track.projects.list(workspace, active=True)][:2]
        synced = Synced(tmp_path, to, f"track_{deletions}")
        dead: set[int] = set()

        def act() -> None:
            tasks = all_track_tasks(track, workspace)
            match chance.choice(["create", "update", "done", "reopen", "delete"]):
                case "create":
                    track.tasks.create(workspace, chance.choice(projects), name=f"New {chance.random()}")
                case "update":
                    task = chance.choice([one for one in tasks if one.project_id in projects])
                    track.tasks.update(task, estimated_seconds=chance.randrange(9) * 600)
                case "done":
                    track.tasks.done(chance.choice([one for one in tasks if one.project_id in projects]))
                case "reopen":
                    track.tasks.reopen(chance.choice([one for one in tasks if one.project_id in projects]))
                case "delete":
                    task = chance.choice([one for one in tasks if one.project_id in projects])
                    dead.add(task.id)
                    track.tasks.delete(task)

        for number in range(ROUNDS):
            synced.sync(track, sandbox, deletions=deletions, resources=["tasks", "projects"], full=number == 3)
            assert synced.rows_of("track", "tasks") == expected("track", "tasks", all_track_tasks(track, workspace))
            gone = {id_ for (id_,) in synced.deleted("tasks")}
            assert gone == (dead if deletions == "soft" else set())
            for _ in range(ACTIONS):
                act()
            sandbox.clock.advance(chance.choice([0, 0.4, 1, 7200]))


def test_focus_equals_the_service_after_each_sync(tmp_path: Path, to: str | None) -> None:
    chance = random.Random(7)
    with Sandbox(clock=frozen()) as sandbox, sandbox.focus() as focus:
        place = sandbox.organization_id, sandbox.workspace_id
        statuses = [one.id for one in focus.statuses.list(sandbox.workspace_id)]
        synced = Synced(tmp_path, to)
        dead: list[Any] = []
        for number in range(ROUNDS):
            # A restored or deleted task is found by reading all tasks.
            report = synced.sync(focus, sandbox, resources=["tasks"], full=number > 0 and number % 2 == 0)
            if number % 2 == 0:
                assert synced.rows_of("focus", "tasks") == expected("focus", "tasks", all_focus_tasks(focus, *place))
                assert report.complete
            tasks = [one for one in all_focus_tasks(focus, *place) if not one.rrule and not one.is_template]
            for _ in range(ACTIONS):
                task = chance.choice(tasks)
                match chance.choice(["create", "update", "status", "archive", "delete", "restore"]):
                    case "create":
                        focus.tasks.create(*place, name=f"New {chance.random()}")
                    case "update":
                        focus.tasks.update(*place, task.id, name=f"Renamed {chance.random()}")
                    case "status":
                        focus.tasks.update(*place, task.id, status_id=chance.choice(statuses))
                    case "archive":
                        focus.tasks.archive(*place, [task.id])
                    case "delete" if task.id not in dead:
                        focus.tasks.delete(*place, task.id)
                        tasks.remove(task)
                        dead.append(task.id)
                    case "restore" if dead:
                        focus.tasks.restore(*place, [dead.pop()])
            sandbox.clock.advance(chance.choice([0, 1, 7200]))


def test_an_incremental_sync_of_focus_reads_changed_tasks_only(tmp_path: Path) -> None:
    with Sandbox(clock=frozen()) as sandbox, sandbox.focus() as focus:
        synced = Synced(tmp_path)
        synced.sync(focus, sandbox, resources=["tasks"])
        sandbox.clock.advance(7200)
        focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="New")
        report = synced.sync(focus, sandbox, resources=["tasks"])
        counts = report.counts["tasks"]
        assert (counts.new, counts.changed, counts.deleted, report.requests) == (1, 0, 0, 2)


@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("archive", [True, False])
def test_a_task_of_focus_that_moves_between_the_lists_is_not_missed(tmp_path: Path, fresh: bool, archive: bool) -> None:
    """Archived tasks are listed first; one is archived or unarchived before the others are listed."""
    with Sandbox(clock=frozen()) as sandbox, sandbox.focus() as focus:
        place = sandbox.organization_id, sandbox.workspace_id
        archived, others = (focus.tasks.list(*place, archived=each).to_list() for each in (True, False))
        task = next(one for one in (others if archive else archived) if not one.rrule and not one.is_template)
        synced = Synced(tmp_path)
        if not fresh:
            synced.sync(focus, sandbox, resources=["tasks"])
        moved: list[Any] = []

        def move(_: object) -> None:
            if not moved:
                moved.append((focus.tasks.archive if archive else focus.tasks.unarchive)(*place, [task.id]))

        sandbox.clock.advance(7200)
        counts = synced.sync(focus, sandbox, resources=["tasks"], full=True, on_progress=move).counts["tasks"]
        tasks = all_focus_tasks(focus, *place)
        assert synced.rows_of("focus", "tasks") == expected("focus", "tasks", tasks)
        assert (counts.new, counts.changed > 0, counts.deleted) == ((len(tasks), False, 0) if fresh else (0, True, 0))
        assert counts.requests == counts.planned


def test_a_project_of_focus_that_is_archived_meanwhile_is_not_deleted(tmp_path: Path) -> None:
    with Sandbox(clock=frozen()) as sandbox, sandbox.focus() as focus, sandbox.track() as track:
        place = sandbox.organization_id, sandbox.workspace_id
        projects = focus.projects.list(*place).to_list()
        synced = Synced(tmp_path)
        synced.sync(focus, sandbox, resources=["projects"])
        moved: list[Any] = []

        def move(_: object) -> None:
            if not moved:
                moved.append(track.projects.update(sandbox.workspace_id, projects[0].id, active=False))

        counts = synced.sync(focus, sandbox, resources=["projects"], on_progress=move).counts["projects"]
        assert (counts.new, counts.changed, counts.deleted, counts.requests) == (0, 1, 0, 3)


def test_without_a_date_header_each_run_reads_everything_and_says_so(tmp_path: Path) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"data": [track_task()], "page": 1, "per_page": 200, "total_count": 1})

    with (
        Sandbox() as sandbox,
        Track(token="0" * 32, base_url="https://t.test/api/v9", transport=httpx.MockTransport(handle)) as track,
    ):
        synced = Synced(tmp_path)
        for new in (1, 0):
            counts = synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"]
            assert (counts.undated, counts.complete, counts.new, counts.deleted) == (True, True, new, 0)
        assert not synced.sync(sandbox.track(), sandbox, resources=["tasks"]).counts["tasks"].undated


def test_a_sync_without_changes_takes_one_request_for_each_list(tmp_path: Path) -> None:
    with Sandbox(clock=frozen()) as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        first = synced.sync(track, sandbox)
        second = synced.sync(track, sandbox)
        assert (first.requests, second.requests) == (6, 5)
        assert [(one.new, one.changed, one.deleted) for one in second.counts.values()] == [(0, 0, 0)] * 5
        assert first.counts["tasks"].new == 235


def test_a_lost_database_is_filled_again(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        synced.sync(track, sandbox)
        (tmp_path / "test.duckdb").unlink()
        synced.sync(track, sandbox)
        assert len(synced.rows_of("track", "tasks")) == 235


def test_two_destinations_have_states_of_their_own(tmp_path: Path) -> None:
    with Sandbox(clock=frozen()) as sandbox, sandbox.track() as track:
        one, other = Synced(tmp_path), Synced(tmp_path, f"duckdb:{tmp_path}/other.duckdb")
        for each in (one, other):
            each.sync(track, sandbox, resources=["tasks"])
        sandbox.clock.advance(7200)
        track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="New")
        sandbox.clock.advance(7200)
        for each in (one, other):
            each.sync(track, sandbox, resources=["tasks"])
            assert len(each.rows_of("track", "tasks")) == 236


def test_the_clock_of_this_machine_does_not_matter(tmp_path: Path) -> None:
    """The sandbox lives in 2026-03; its clients and dlt have the clock of this machine or any other."""
    with Sandbox(clock=frozen()) as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        synced.sync(track, sandbox, resources=["tasks"])
        track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="In the same second")
        report = synced.sync(track, sandbox, resources=["tasks"])
        assert report.counts["tasks"].new == 1


def test_history_has_each_version_of_a_task(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        synced.sync(track, sandbox)
        synced.sync(track, sandbox, history=True, views=True)  # of the tasks that were loaded without it, too
        task = track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="First")
        for change in (lambda: None, lambda: track.tasks.update(task, name="Second"), lambda: track.tasks.delete(task)):
            change()
            synced.sync(track, sandbox, history=True)
        sql = (
            "SELECT name, sync_deleted_at IS NOT NULL, _dlt_valid_to IS NULL FROM toggl_track.tasks_history"
            f" WHERE id = {task.id} ORDER BY _dlt_valid_from"
        )
        assert synced.query(sql) == [("First", False, False), ("Second", False, False), ("Second", True, True)]
        (row,) = synced.query("SELECT COUNT(*), SUM(open_tasks) FROM toggl_track.burn_down WHERE day = CURRENT_DATE")
        assert row[1] == sum(one.active for one in all_track_tasks(track, sandbox.workspace_id))


def test_no_row_is_deleted_if_the_service_lists_fewer_items_than_it_counts(tmp_path: Path) -> None:
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        total = synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"].new
        sandbox.faults.add(Fault(drift={"data": "null"}, count=1))
        counts = synced.sync(track, sandbox, resources=["tasks"], full=True).counts["tasks"]
        assert (counts.unlisted, counts.deleted) == (total, 0)
        counts = synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"]
        assert (counts.unlisted, counts.new, counts.deleted, counts.requests) == (0, 0, 0, 2)
        assert synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"].requests == 1
