"""A run that dies, or meets the end of the quota, loses nothing."""

from __future__ import annotations

import datetime
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg2
import pytest
from dlt.common.configuration.container import Container
from dlt.common.configuration.exceptions import ContainerInjectableContextMangled
from dlt.common.pipeline import StateInjectableContext
from dlt.common.storages.load_package import PackageStorage
from dlt.destinations.impl.postgres.postgres import PostgresClient
from dlt.pipeline.pipeline import Pipeline
from dlt.pipeline.state_sync import default_pipeline_state

from tests.support.sync_worker import run_worker
from tests.support.synced import Synced, all_focus_tasks, all_track_tasks, expected
from toggl_sandbox import Sandbox, running
from toggl_tasks import Track, WrongCredentials

POINTS = 10


@pytest.mark.parametrize("destination", ["duckdb", "postgres"])
def test_a_run_killed_at_any_point_is_completed_by_the_next(
    tmp_path: Path, destination: str, request: pytest.FixtureRequest
) -> None:
    to = request.getfixturevalue("postgres") if destination == "postgres" else None
    with Sandbox() as sandbox, running(sandbox) as server, sandbox.track() as track:
        (tmp_path / "first").mkdir()
        first = Synced(tmp_path / "first", to, "killed")
        steps = run_worker(server.track_url, sandbox, first.to, first.pipelines, dataset=first.dataset).steps
        assert steps >= POINTS
        workspace = sandbox.workspace_id

        def kill(number: int) -> tuple[int, Synced]:
            folder = tmp_path / str(number)
            folder.mkdir()
            synced = Synced(folder, to, f"killed_{number}")
            options = {"dataset": synced.dataset, "die_at": max(1, steps * number // POINTS)}
            return run_worker(server.track_url, sandbox, synced.to, synced.pipelines, **options).code, synced

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


def interrupt_second_sync(synced: Synced, track: Track, sandbox: Sandbox, kind: type, method: str) -> None:
    """Sync, create a task, and interrupt the next sync in a method of dlt."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    synced.sync(track, sandbox, resources=["tasks"])
    track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="New")
    with patch.object(kind, method, interrupt), pytest.raises(KeyboardInterrupt):
        synced.sync(track, sandbox, resources=["tasks"])


@pytest.mark.parametrize("destination", ["duckdb", "postgres"])
def test_an_interrupted_load_into_a_database_that_is_lost_is_read_again(
    tmp_path: Path, destination: str, request: pytest.FixtureRequest
) -> None:
    to = request.getfixturevalue("postgres") if destination == "postgres" else None
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path, to, "lost")
        interrupt_second_sync(synced, track, sandbox, Pipeline, "load")
        if to is None:
            (tmp_path / "test.duckdb").unlink()
        else:
            with closing(psycopg2.connect(to)) as connection, connection, connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA lost CASCADE")
        assert synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"].new == 236


def test_many_changes_of_track_are_read_over_several_hours(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        synced.sync(track, sandbox, resources=["tasks"])
        sandbox.clock.advance(7200)
        created = [
            track.tasks.create(sandbox.workspace_id, sandbox.project_id, name=f"Task {number}") for number in range(500)
        ]
        found = []
        for _ in range(4):
            sandbox.clock.advance(3601)
            leave(sandbox, 1)
            with sandbox.track() as client:
                counts = synced.sync(client, sandbox, resources=["tasks"]).counts["tasks"]
            found.append((counts.new, counts.complete))
            sandbox.quota.plan = "off"
            track.tasks.delete(created.pop(0))
        assert found == [(200, False), (200, False), (100, False), (0, True)]  # the last page is of deleted ones
        synced.sync(track, sandbox, resources=["tasks"])
        tasks = all_track_tasks(track, sandbox.workspace_id)
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)


def test_many_changes_of_focus_are_read_over_several_hours(tmp_path: Path) -> None:
    """Tasks that are archived or changed meanwhile move the others, to earlier and to later pages."""
    sandbox = Sandbox()
    sandbox.clock.freeze(datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC))
    with sandbox, sandbox.focus() as focus:
        place = sandbox.organization_id, sandbox.workspace_id
        synced = Synced(tmp_path)
        synced.sync(focus, sandbox, resources=["tasks"])
        created = []
        for number in range(350):
            sandbox.clock.advance(60)
            created.append(focus.tasks.create(*place, name=f"Task {number}"))
        found = []
        for _ in range(5):
            sandbox.clock.advance(3601)
            leave(sandbox, 3)
            with sandbox.focus() as client:
                found.append(synced.sync(client, sandbox, resources=["tasks"]).complete)
            sandbox.quota.plan = "off"
            focus.tasks.archive(*place, [created.pop().id for _ in range(5)])
            focus.tasks.update(*place, created[0].id, name="Changed")
        assert found[0] is False
        assert found[-1]
        synced.sync(focus, sandbox, resources=["tasks"])
        assert synced.rows_of("focus", "tasks") == expected("focus", "tasks", all_focus_tasks(focus, *place))


@pytest.mark.parametrize("destination", ["duckdb", "postgres"])
def test_a_load_that_was_committed_but_not_recorded_is_repeated(
    tmp_path: Path, destination: str, request: pytest.FixtureRequest
) -> None:
    """Postgres refuses dlt's own rows a second time, so that the load can never end: everything is read again."""
    to = request.getfixturevalue("postgres") if destination == "postgres" else None
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path, to, "committed")
        interrupt_second_sync(synced, track, sandbox, PackageStorage, "complete_job")
        synced.sync(track, sandbox, resources=["tasks"])
        tasks = all_track_tasks(track, sandbox.workspace_id)
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)


def test_working_files_without_their_schema_are_replaced(tmp_path: Path) -> None:
    """A run that is killed while dlt clears its working files leaves them like this."""
    with Sandbox() as sandbox, sandbox.track() as track:
        synced = Synced(tmp_path)
        synced.sync(track, sandbox, resources=["tasks"])
        for file in synced.pipelines.glob("*/schemas/*"):
            file.unlink()
        track.tasks.create(sandbox.workspace_id, sandbox.project_id, name="New")
        assert synced.sync(track, sandbox, resources=["tasks"]).counts["tasks"].new == 1


def test_an_interruption_while_dlt_reads_its_state_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Pipeline) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Pipeline, "_restore_state_from_destination", interrupt)
    with Sandbox() as sandbox, sandbox.track() as track, pytest.raises(KeyboardInterrupt):
        Synced(tmp_path).sync(track, sandbox, resources=["tasks"])


@pytest.mark.parametrize("kind", ["pipeline", "lock"])
def test_an_interruption_that_breaks_the_context_of_dlt_is_one(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """dlt then raises an error while it cleans up, in the midst of a step or outside of any."""

    def interrupt(*_: object, **__: object) -> None:
        with Container().injectable_context(StateInjectableContext(state=default_pipeline_state())):
            Container()[StateInjectableContext] = StateInjectableContext(state=default_pipeline_state())
            raise KeyboardInterrupt

    if kind == "pipeline":
        monkeypatch.setattr(Pipeline, "_extract_source", interrupt)
    else:
        monkeypatch.setattr(Pipeline, "sql_client", interrupt)
    with Sandbox() as sandbox, sandbox.track() as track:
        with pytest.raises(ContainerInjectableContextMangled):
            interrupt()
        with pytest.raises(KeyboardInterrupt):
            Synced(tmp_path).sync(track, sandbox, resources=["tasks"])


def test_workspaces_that_create_the_same_tables_at_the_same_time_are_loaded(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another workspace is loaded between the look at the tables and their creation."""
    build = PostgresClient._build_schema_update_sql
    others: list[Synced] = [Synced(tmp_path / "other", postgres, "created")]

    def build_after_the_other(client: PostgresClient, storage_tables: Any) -> Any:
        statements = build(client, list(storage_tables))
        if others:
            other = others.pop()
            with ThreadPoolExecutor() as threads:
                options = {"workspace_id": sandbox.workspace_id + 1, "resources": ["tasks"]}
                assert threads.submit(other.sync, track, sandbox, **options).result().complete
        return statements

    with Sandbox() as sandbox, sandbox.track() as track:
        for organization in sandbox.state.organizations.values():
            organization.has_tasks = True
        monkeypatch.setattr(PostgresClient, "_build_schema_update_sql", build_after_the_other)
        synced = Synced(tmp_path, postgres, "created")
        report = synced.sync(track, sandbox, resources=["tasks"])
        assert (report.complete, report.counts["tasks"].new, others) == (True, 235, [])
        tasks = all_track_tasks(track, sandbox.workspace_id) + all_track_tasks(track, sandbox.workspace_id + 1)
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)
