"""`toggl-tasks sync` against a sandbox on a socket."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import psycopg2
import pytest
from dlt.destinations.exceptions import DatabaseTransientException

from tests.support.command_line import PROGRAM, CommandLine
from tests.support.synced import Synced, all_track_tasks, expected
from toggl_sandbox import Fault, Sandbox, running
from toggl_tasks import Page
from toggl_tasks.sync import run


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def toggl(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CommandLine]:
    sandbox.reset()
    monkeypatch.chdir(tmp_path)
    with running(sandbox) as server:
        yield CommandLine(sandbox, server, tmp_path)


def test_the_first_run_makes_a_file_that_answers_the_printed_queries(toggl: CommandLine, tmp_path: Path) -> None:
    outcome = toggl("sync", "--format", "json", "--state", "state")
    assert outcome.code == 0
    tasks = outcome.json[0]
    assert (tasks["table"], tasks["new"], tasks["changed"], tasks["requests"]) == ("tasks", 235, 0, 2)
    assert "tasks takes 2 requests" in outcome.stderr
    assert "6 requests sent" in outcome.stderr
    queries = re.findall(r"^ *(SELECT .*);$", outcome.stderr, re.MULTILINE)
    assert len(queries) == 3
    with duckdb.connect(str(tmp_path / "toggl.duckdb")) as connection:
        assert all(connection.sql(query).fetchall() for query in queries)
    again = toggl("sync", "--format", "json", "--state", "state")
    assert (again.code, again.json[0]["new"], "SELECT" in again.stderr) == (0, 0, False)


def test_focus_is_loaded_into_files(toggl: CommandLine, tmp_path: Path) -> None:
    workspace, organization = str(toggl.sandbox.workspace_id), str(toggl.sandbox.organization_id)
    place = ["--api", "focus", "--workspace", workspace, "--organization", organization]
    outcome = toggl("sync", *place, "--to", "filesystem:out", "--resources", "tasks,tags", "--state", "state")
    assert outcome.code == 0
    assert list((tmp_path / "out/toggl_focus/tasks").glob("*.parquet*")) or list(tmp_path.glob("out/**/tasks/*"))


def test_the_end_of_the_quota_exits_with_5(toggl: CommandLine) -> None:
    toggl.sandbox.quota.plan = "free"
    toggl.sandbox.quota.leave(toggl.sandbox.seeded.user.id, toggl.sandbox.organization_id, 1)
    outcome = toggl("sync", "--workspace", str(toggl.sandbox.workspace_id), "--state", "state", "--format", "json")
    assert outcome.code == 5
    assert (outcome.json[0]["new"], outcome.json[0]["complete"]) == (200, False)
    assert "run it again to resume" in outcome.stderr


def test_the_end_of_a_quota_does_not_stop_other_organizations(
    toggl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {toggl.sandbox.workspace_id: False, toggl.sandbox.workspace_id + 1: True}
    toggl.sandbox.quota.plan = "free"
    toggl.sandbox.quota.leave(toggl.sandbox.seeded.user.id, toggl.sandbox.organization_id, 0)
    for step in (1, -1):
        monkeypatch.setattr("random.sample", lambda found, _, step=step: sorted(found)[::step])
        outcome = toggl(
            "sync", "--all-workspaces", "--resources", "workspaces,projects", "--state", "state", "--format", "json"
        )
        assert outcome.code == 5
        assert [(row["workspace"], row["complete"]) for row in outcome.json if row["table"] == "projects"] == [
            *ids.items()
        ]


@pytest.mark.parametrize(("budget", "needed"), [(2, 6), (3, 6), (6, None)])
def test_a_budget_that_is_too_small_says_how_many_requests_are_needed(
    toggl: CommandLine, budget: int, needed: int | None
) -> None:
    workspace = str(toggl.sandbox.workspace_id)
    outcome = toggl("sync", "--workspace", workspace, "--budget", budget, "--state", "state", "--format", "json")
    if needed is None:
        assert outcome.code == 0
        return
    assert (outcome.code, outcome.error["needed"]) == (5, needed)
    assert f"--budget {budget} is too small: the run takes at least {needed} requests" in outcome.stderr
    assert f"nothing of workspace {workspace} was loaded" in outcome.stderr


def test_in_a_terminal_each_table_has_a_line_of_progress(toggl: CommandLine) -> None:
    code, text = toggl.in_terminal("sync", "--state", "state", columns=120)
    assert code == 0
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    for name, requests in {"tasks": "2 of 2 requests", "projects": "1 of 1 request"}.items():
        assert re.search(rf"{toggl.sandbox.workspace_id} {name} .* {requests}\s", lines), lines


def test_a_missing_date_header_is_reported_once(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Page, "served_at", None)
    outcome = toggl("sync", "--state", "state")
    assert outcome.code == 0
    warnings = [line for line in outcome.stderr.splitlines() if "no Date header" in line]
    assert len(warnings) == 1
    assert "projects, tasks; check whether a proxy removes it" in warnings[0]


def test_a_list_that_is_shorter_than_its_total_is_reported(toggl: CommandLine) -> None:
    toggl.sandbox.faults.add(Fault(operation="track.listWorkspaceTasks", drift={"data": "null"}, count=1))
    outcome = toggl("sync", "--resources", "tasks", "--state", "state")
    assert outcome.code == 0
    assert f"more tasks of {toggl.sandbox.workspace_id} than it listed: no row was deleted" in outcome.stderr


@pytest.mark.parametrize(("api", "status"), [("track", 402), ("focus", 403)])
def test_workspaces_without_access_or_tasks_are_skipped(toggl: CommandLine, api: str, status: int) -> None:
    outcome = toggl("sync", "--api", api, "--all-workspaces", "--resources", "tasks", "--state", "state")
    assert outcome.code == 6
    assert re.search(rf"skipped workspace \d+: {status}: ", outcome.stderr)
    assert "SELECT" not in outcome.stderr  # the queries need tables that were not chosen
    assert f"{toggl.sandbox.workspace_id}  tasks" in outcome.stdout


def test_a_workspace_that_another_process_loads_is_skipped(toggl: CommandLine, tmp_path: Path) -> None:
    with closing(duckdb.connect(str(tmp_path / "toggl.duckdb"))):
        alone = toggl.process("sync", "--state", "state")
        all_of_them = toggl.process("sync", "--all-workspaces", "--state", "state")
    assert (alone.code, "another process has the DuckDB file open" in alone.stderr) == (1, True), alone.stderr
    assert (all_of_them.code, "skipped workspace" in all_of_them.stderr) == (6, True), all_of_them.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--to", "nothing:here"], 2, "unknown destination"),
        (["--to", "postgresql://user@host/db"], 2, "has no password"),
        (["--to", "postgresql://user:secret@host:port/db"], 2, "the URL is not valid"),
        (["--resources", "tags"], 2, "choose from tasks, projects"),
        (["--resources", ""], 2, "choose from tasks, projects"),
        (["--dataset", "My/Tasks"], 2, "such as my_tasks"),
        (
            ["--to", "postgresql://user:secret@127.0.0.1:1/db"],
            1,
            "cannot load into postgresql://user:***@127.0.0.1:1/db",
        ),
    ],
)
def test_errors_say_what_to_do(toggl: CommandLine, arguments: list[str], code: int, message: str) -> None:
    outcome = toggl("sync", *arguments, "--state", "state")
    assert (outcome.code, message in outcome.stderr) == (code, True), outcome.stderr
    assert "secret" not in outcome.stderr


def test_the_database_may_refuse_and_the_error_is_short(toggl: CommandLine, postgres: str) -> None:
    with closing(psycopg2.connect(postgres)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE ROLE reader LOGIN PASSWORD 'r'")
    to = postgres.replace("toggl:toggl", "reader:r")
    outcome = toggl("sync", "--to", to, "--dataset", "refused", "--state", "state")
    assert outcome.code == 1
    (line,) = (line for line in outcome.stderr.splitlines() if " takes " not in line)
    assert line.startswith("toggl-tasks: cannot load into postgresql://reader:***@")
    assert "permission denied for database postgres" in line


def test_a_missing_configuration_is_reported_in_one_short_line(toggl: CommandLine) -> None:
    outcome = toggl("sync", "--to", "bigquery", "--state", "state")
    assert outcome.code == 1
    assert len(outcome.stderr) < 600
    assert "Missing 1 field(s) in configuration" in outcome.stderr
    assert outcome.stderr.endswith("(--verbose shows the rest)\n")


def test_a_lost_connection_after_the_load_is_reported(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DatabaseTransientException(OSError("server closed the connection"))

    monkeypatch.setattr(run, "create_views", fail)
    outcome = toggl("sync", "--state", "state")
    assert (outcome.code, "cannot load into duckdb:toggl.duckdb: server closed" in outcome.stderr) == (1, True)


def run_with_full_disk(toggl: CommandLine, kibibytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command that cannot write beyond a size of a file, in place of a full disk."""
    command = ["sh", "-c", 'ulimit -f "$0"; exec "$@"', str(2 * kibibytes), str(PROGRAM), *arguments]
    environment = toggl.env({"PYTHONDONTWRITEBYTECODE": "1"})  # they would be cut off
    return subprocess.run(command, env=environment, cwd=toggl.home, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("first", "kibibytes", "cause"),
    [
        (True, 0, "File too large"),  # a working file of dlt
        (True, 1, "IO Error: Could not write"),  # the headers of DuckDB
        (True, 16, "File too large"),  # a working file with rows
        (True, 40, "Failed to commit: Could not write"),  # the log of DuckDB
        (False, 0, "disk I/O error"),  # the lock
        (False, 1, "File too large"),
        (False, 16, "File too large"),
        (False, 40, "File too large"),
    ],
)
def test_a_full_disk_loses_nothing(toggl: CommandLine, first: bool, kibibytes: int, cause: str) -> None:
    arguments = ("sync", "--state", "state", "--resources", "tasks")
    with toggl.sandbox.track() as track:
        synced = Synced(toggl.home, f"duckdb:{toggl.home}/toggl.duckdb")
        before = []
        if not first:
            assert toggl(*arguments).code == 0
            before = synced.rows_of("track", "tasks")
            for number in range(200):
                track.tasks.create(toggl.sandbox.workspace_id, toggl.sandbox.project_id, name=f"{number}" * 99)
        failed = run_with_full_disk(toggl, kibibytes, *arguments)
        (line,) = (line for line in failed.stderr.splitlines() if " takes " not in line)
        assert (failed.returncode, line.startswith("toggl-tasks: cannot load into duckdb:toggl.duckdb: ")) == (1, True)
        assert cause in line
        if not first:
            assert synced.rows_of("track", "tasks") == before
        assert toggl(*arguments).code == 0
        tasks = all_track_tasks(track, toggl.sandbox.workspace_id)
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)


def test_a_missing_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['dlt'] = None\n"
        "from toggl_tasks.cli.main import run\n"
        "sys.exit(run(['sync']))"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert "pip install 'toggl-tasks[sync]'" in done.stderr


def test_a_client_does_not_import_dlt() -> None:
    program = "import sys, toggl_tasks.track, toggl_tasks.cli.root; sys.exit('dlt' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
