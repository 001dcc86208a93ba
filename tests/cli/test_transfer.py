"""`import` and `export` against a sandbox."""

from __future__ import annotations

import asyncio
import csv
import io
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import PROGRAM, CommandLine
from toggl_sandbox import Fault
from toggl_tasks import Track
from toggl_tasks.cli.transfer import in_flight

CREATE = {"track": "createTask", "focus": "createTasks"}
WITHOUT_PACE = "from toggl_tasks import Track; Track.default_pace = None; from toggl_tasks.cli.main import main; main()"
"""A command that does not limit itself to one request a second."""


@pytest.fixture(autouse=True)
def _without_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Track, "default_pace", None)


def write(toggl: CommandLine, header: str, *rows: Sequence[str]) -> Path:
    """A CSV file; columns are separated by commas in the header."""
    file = toggl.home / "tasks.csv"
    text = io.StringIO()
    csv.writer(text).writerows([header.split(","), *rows])
    file.write_text(text.getvalue(), newline="")
    return file


def tasks_of(toggl: CommandLine, api: str) -> list[Any]:
    sandbox = toggl.sandbox
    if api == "track":
        with sandbox.track() as track:
            return list(track.tasks.list(sandbox.workspace_id, active="both"))
    with sandbox.focus() as focus:
        return list(focus.tasks.list(sandbox.organization_id, sandbox.workspace_id))


def names_of(toggl: CommandLine, api: str) -> Counter[str]:
    return Counter(task.name for task in tasks_of(toggl, api))


def many_rows(count: int = 300) -> list[tuple[str, str]]:
    return [(f"Imported {number}", "Website") for number in range(count)]


def test_import_creates_a_task_for_each_row(toggl: CommandLine, api: str) -> None:
    reference = "REF 1" if api == "track" else "jira:1"
    file = write(
        toggl,
        "Name,PROJECT,estimate,assignee,done,External_Reference,colour",
        ("One 🙂", "website", "2h30m", "Other User", "", reference, "red"),
        ("'=Two", "Support", "", "", "yes", "", ""),
    )
    code, _, stderr = done = toggl("import", file, "--api", api, "--format", "json")
    assert code == 0, stderr
    assert "ignored columns: colour\n" in stderr
    assert f"2 rows: 2 to create; {'2 requests' if api == 'track' else '1 request'}, and 600 are left" in stderr
    assert [(row["row"], row["result"], row["name"]) for row in done.json] == [
        (2, "created", "One 🙂"),
        (3, "created", "=Two"),
    ]
    found = {task.id: task for task in tasks_of(toggl, api)}
    one, two = (found[row["id"]] for row in done.json)
    assert one.estimate.total_seconds() == 9_000
    if api == "track":
        assert (one.project_name, one.user_name, one.active) == ("Website", "Other User", True)
        assert (one.external_reference, two.user_id, two.active) == (reference, None, False)
    else:
        assert (one.project.name, one.source, one.metadata.external_id) == ("Website", "jira", "1")
        assert (len(one.assignee_user_ids), two.assignee_user_ids or []) == (1, [])
        assert (one.status.type, two.status.type) == ("todo", "done")


def test_import_again_creates_and_changes_nothing(toggl: CommandLine, api: str) -> None:
    reference = "R" if api == "track" else "R:7"
    rows = [("One", "Website", reference), ("Two", "Website", ""), ("Three", "", "")]
    file = write(toggl, "name,project,external reference", *rows)
    first = toggl("import", file, "--project", "Support", "--api", api, "--format", "json")
    before = names_of(toggl, api)
    toggl.requests()
    file.write_text(file.read_text().replace("One", "Renamed"))  # the reference says that it is the same task
    again = toggl("import", file, "--project", "Support", "--api", api, "--format", "json")
    assert toggl.changes() == []
    assert [row["result"] for row in again.json] == ["exists"] * 3
    assert [row["id"] for row in again.json] == [row["id"] for row in first.json]
    assert again.json[0]["message"] == "differs in name; --update changes it"
    assert names_of(toggl, api) == before


def test_update_changes_what_differs_in_the_fewest_requests(toggl: CommandLine, api: str) -> None:
    rows = [(f"Task {number}", "Website", "1h", "no") for number in range(4)]
    toggl("import", write(toggl, "name,project,estimate,done", *rows), "--api", api)
    toggl.requests()
    changed = [(name, project, "2h", "no") for name, project, *_ in rows[:3]] + [("Task 3", "Website", "none", "yes")]
    file = write(toggl, "name,project,estimate,done", *changed, ("Task 4", "Website", "", ""))
    done = toggl("import", file, "--update", "--api", api, "--format", "json")
    assert [row["result"] for row in done.json] == ["changed"] * 4 + ["created"]
    methods = [method for method, _ in toggl.changes()]
    assert methods == (["PATCH", "PUT", "POST"] if api == "track" else ["PATCH", "POST"])
    again = toggl("import", file, "--update", "--api", api, "--format", "json")
    assert ({row["result"] for row in again.json}, toggl.changes()) == ({"exists"}, [])
    last = next(task for task in tasks_of(toggl, api) if task.name == "Task 3")
    assert last.estimate is None
    assert (not last.active) if api == "track" else (last.status.type == "done")


def test_a_row_with_an_id_renames_its_task(toggl: CommandLine, api: str) -> None:
    task = tasks_of(toggl, api)[0]
    file = write(toggl, "id,name", (str(task.id), "Renamed"), ("1", "Nothing"))
    code, _, stderr = toggl("import", file, "--update", "--api", api)
    assert (code, toggl.changes()) == (2, [])
    assert "row 3: there is no task 1 in the workspace" in stderr
    toggl("import", write(toggl, "id,name", (str(task.id), "Renamed")), "--update", "--api", api)
    assert next(one.name for one in tasks_of(toggl, api) if one.id == task.id) == "Renamed"


def test_all_faults_of_all_rows_are_reported_and_nothing_is_sent(toggl: CommandLine, api: str) -> None:
    file = write(
        toggl,
        "name,project,estimate,assignee,done",
        ("Good", "Website", "1h", "", ""),
        ("Bad", "Websit", "90", "Nobody", "maybe"),
        ("", "Website", "1h", "", ""),
    )
    code, stdout, stderr = toggl("import", file, "--api", api)
    assert (code, stdout, toggl.changes()) == (2, "", [])
    assert stderr.splitlines() == [
        "row 3: project: no project is named 'Websit': did you mean 'Website'?",
        "row 3: estimate: '90' is not a duration: use 2h30m, 90m, 1.5h or 2:30",
        "row 3: assignee: no user is named 'Nobody': enter the whole name or the id of a user",
        "row 3: done: 'maybe' is not yes or no",
        "row 4: has no name",
        f"toggl-tasks: 2 rows of {file} with errors: nothing was sent; correct them and run the command again",
    ]
    faults = toggl("import", file, "--api", api, "--format", "json").error["faults"]
    assert [fault["row"] for fault in faults] == [3, 3, 3, 3, 4]


def test_objects_of_json_are_no_names(toggl: CommandLine, api: str) -> None:
    file = toggl.home / "tasks.json"
    file.write_text('[{"name": {"a": 1}}, {"name": "A", "project": ["Website"]}]')
    code, _, stderr = toggl("import", file, "--api", api)
    assert (code, toggl.changes()) == (2, [])
    assert stderr.splitlines()[:2] == [
        "row 1: name: {'a': 1} is not a text",
        "row 2: project: ['Website'] is not a text",
    ]


def test_spaces_around_a_name_are_no_change(toggl: CommandLine) -> None:
    toggl("import", write(toggl, "name,project", ("A", "Website")), "--api", "track")
    toggl.requests()
    done = toggl("import", write(toggl, "name,project", (" A ", "Website")), "--api", "track", "--update")
    assert (done.code, toggl.changes()) == (0, [])


@pytest.mark.parametrize(
    ("of", "header", "rows", "fault"),
    [
        ("track", "name", [("A",)], "row 2: has no project"),
        ("track", "name,project", [("A", "Website"), (" A ", "Website")], "row 3: refers to the same task as row 2"),
        ("track", "name,project", [("A", "Old website")], "row 2: is in an archived project"),
        ("track", "name,project,assignee", [("A", "Website", "Sandbox User;Other User")], "row 2: has several assign"),
        ("focus", "name,estimate", [("A", "90s")], "row 2: has an estimate with seconds, but Focus has whole minutes"),
        ("focus", "name,external reference", [("A", "REF-1")], "row 2: has the external reference 'REF-1', but Focus"),
        ("focus", "name,external reference", [("A", "x:1"), ("B", "x:1")], "row 3: refers to the same task as row 2"),
    ],
)
def test_what_an_api_does_not_allow_is_a_fault(
    toggl: CommandLine, of: str, header: str, rows: list[tuple[str, ...]], fault: str
) -> None:
    code, _, stderr = toggl("import", write(toggl, header, *rows), "--api", of)
    assert (code, toggl.changes()) == (2, [])
    assert fault in stderr


def test_a_name_with_another_reference_is_a_fault_in_track(toggl: CommandLine) -> None:
    toggl("import", write(toggl, "name,project,external reference", ("A", "Website", "1")), "--api", "track")
    file = write(toggl, "name,project,external reference", ("A", "Website", "2"))
    code, _, stderr = toggl("import", file, "--api", "track")
    assert code == 2
    assert "which has the external reference '1'" in stderr


def test_a_task_is_not_moved_to_another_project(toggl: CommandLine) -> None:
    toggl("import", write(toggl, "name,project,external reference", ("A", "Website", "x:1")), "--api", "focus")
    toggl.requests()
    file = write(toggl, "name,project,external reference", ("A", "Support", "x:1"))
    code, _, stderr = toggl("import", file, "--update", "--api", "focus")
    assert (code, toggl.changes()) == (2, [])
    assert "is in another project, and an import cannot move it" in stderr


def test_rows_with_one_name_are_tasks_of_their_own_in_focus(toggl: CommandLine) -> None:
    rows = [("Meeting", "1h"), ("Meeting", "2h")]
    file = write(toggl, "name,estimate", *rows)
    for _ in range(2):
        assert toggl("import", file, "--api", "focus").code == 0
        assert names_of(toggl, "focus")["Meeting"] == 2
    toggl.requests()
    file = write(toggl, "name,estimate", ("Meeting", "3h"))
    code, _, stderr = toggl("import", file, "--update", "--api", "focus")
    assert (code, toggl.changes()) == (2, [])
    assert "2 tasks of the project have this name: add a column `id` to choose one" in stderr


def test_a_project_that_is_newer_than_the_cache_is_found(toggl: CommandLine) -> None:
    toggl("import", write(toggl, "name,project", ("A", "Website")), "--api", "track")
    with toggl.sandbox.track() as track:
        track.projects.create(toggl.sandbox.workspace_id, name="Brand new", active=True)
    code, _, stderr = toggl("import", write(toggl, "name,project", ("A", "Brand new")), "--api", "track")
    assert code == 0, stderr


def test_dry_run_shows_all_and_changes_nothing(toggl: CommandLine, api: str) -> None:
    file = write(toggl, "name,project", ("A", "Website"), ("B", "Website"))
    code, stdout, stderr = toggl("import", file, "--api", api, "--dry-run", "--format", "csv", "--fields", "row,result")
    assert (code, toggl.changes()) == (0, [])
    assert stdout == "row,result\n2,would create\n3,would create\n"
    assert stderr.count("would send POST") == (2 if api == "track" else 1)


def test_quiet_prints_the_ids(toggl: CommandLine, api: str) -> None:
    code, stdout, _ = toggl("import", write(toggl, "name,project", ("A", "Website")), "--api", api, "--quiet")
    assert code == 0
    assert [task.name for task in tasks_of(toggl, api) if task.id == int(stdout)] == ["A"]


def test_an_import_can_be_read_from_a_pipe(toggl: CommandLine) -> None:
    done = toggl.process("import", "-", "--api", "focus", "--format", "json", stdin='{"name": "From a pipe"}\n')
    assert [row["name"] for row in done.json] == ["From a pipe"]


def test_a_read_only_profile_imports_nothing(toggl: CommandLine) -> None:
    toggl.write_profiles(default={"read_only": True})
    code, _, stderr = toggl("import", write(toggl, "name,project", ("A", "Website")), "--api", "track")
    assert (code, toggl.requests()) == (3, [])
    assert "read-only" in stderr


def test_unknown_fields_are_an_error_before_anything_is_sent(toggl: CommandLine) -> None:
    file = write(toggl, "name,project", ("A", "Website"))
    assert toggl("import", file, "--api", "track", "--fields", "nothing").code == 2
    assert toggl("import", file, "--api", "track", "--fields").lines[0] == "row"
    assert toggl.requests() == []


def test_a_refused_row_does_not_stop_the_others(toggl: CommandLine) -> None:
    toggl.sandbox.faults.add(Fault(operation="track.createTask", skip=1, count=1, status=400, body="Invalid name"))
    file = write(toggl, "name,project", *[(name, "Website") for name in "ABC"])
    done = toggl("import", file, "--api", "track", "--format", "json")
    assert done.code == 6
    assert [(row["name"], row["result"]) for row in done.json] == [
        ("A", "created"),
        ("B", "failed"),
        ("C", "created"),
    ]
    assert "Invalid name" in done.json[1]["message"]
    assert [row["result"] for row in toggl("import", file, "--api", "track", "--format", "json").json] == [
        "exists",
        "created",
        "exists",
    ]


def test_a_spent_quota_stops_the_import_which_can_be_resumed(toggl: CommandLine) -> None:
    file = write(toggl, "name,project", *many_rows(count=40))
    toggl.sandbox.quota.plan = "free"
    try:
        stopped = toggl("import", file, "--api", "track", "--format", "csv", "--fields", "result,message")
    finally:
        toggl.sandbox.quota.plan = "off"
    assert stopped.code == 5
    assert "but only 28 are left" in stopped.stderr
    assert "UTC" not in stopped.stdout  # times are those of this machine
    assert "28 rows done: to continue, run the same command again; it creates no duplicate tasks" in stopped.stderr
    assert Counter(line.partition(",")[0] for line in stopped.lines[1:]) == {"created": 28, "not sent": 12}
    assert toggl("import", file, "--api", "track").code == 0
    assert Counter(dict(many_rows(count=40)).keys()) <= names_of(toggl, "track")
    assert (
        set(names_of(toggl, "track").values()) == {1}
        or max(names_of(toggl, "track")[name] for name, _ in many_rows(count=40)) == 1
    )


def test_dry_run_spends_no_quota(toggl: CommandLine) -> None:
    file = write(toggl, "name,project", *many_rows(count=40))
    toggl.sandbox.quota.plan = "free"
    try:
        outcome = toggl("import", file, "--api", "track", "--dry-run", "--format", "csv", "--fields", "result")
    finally:
        toggl.sandbox.quota.plan = "off"
    assert outcome.code == 0, outcome.stderr
    assert "but only 28 are left" in outcome.stderr
    assert Counter(outcome.lines[1:]) == {"would create": 40}


def test_a_budget_stops_the_import_too(toggl: CommandLine) -> None:
    file = write(toggl, "name,project", *many_rows(count=5))
    done = toggl("import", file, "--api", "track", "--workspace", toggl.sandbox.workspace_id, "--budget", 5)
    assert done.code == 5
    assert "3 rows done" in done.stderr


def test_a_lost_response_creates_nothing_twice(toggl: CommandLine, api: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(in_flight.InFlight.wait_for_earlier, "__defaults__", (waits.append,))
    skip = 5 if api == "track" else 1
    toggl.sandbox.faults.add(Fault(operation=f"{api}.{CREATE[api]}", skip=skip, count=1, when="after", drop="closed"))
    rows = many_rows(count=10 if api == "track" else 250)
    file = write(toggl, "name,project", *rows)
    lost = toggl("import", file, "--api", api, "--format", "csv", "--fields", "result")
    assert lost.code == 1
    counts = (
        {"created": 5, "unknown": 1, "not sent": 4}
        if api == "track"
        else {"created": 100, "unknown": 100, "not sent": 50}
    )
    assert Counter(lost.lines[1:]) == counts
    assert toggl("import", file, "--api", api).code == 0
    found = names_of(toggl, api)
    assert [found[name] for name, _ in rows] == [1] * len(rows)
    assert len(waits) == (0 if api == "track" else 1)  # names of Track are unique: no second task is possible
    assert toggl("import", file, "--api", api).code == 0
    assert len(waits) < 2


def test_an_error_whose_request_did_not_arrive_needs_no_wait(
    toggl: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(in_flight.InFlight.wait_for_earlier, "__defaults__", (waits.append,))
    toggl.sandbox.faults.add(Fault(operation="focus.createTasks", count=1, status=403))
    file = write(toggl, "name", ("A",))
    assert toggl("import", file, "--api", "focus").code == 3
    assert toggl("import", file, "--api", "focus").code == 0
    assert waits == []


@pytest.fixture
def arrived(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set when the sandbox received a request that a fault delays, which it does for a minute."""
    event = threading.Event()

    async def hold(_: float) -> None:
        event.set()
        await asyncio.sleep(60)

    monkeypatch.setattr(toggl.sandbox.faults, "sleep", hold)
    return event


def test_kill_in_the_middle_and_again_gives_each_task_once(
    toggl: CommandLine, api: str, arrived: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(toggl, "name,project", *many_rows())
    skip = 100 if api == "track" else 1  # each time, 100 tasks are created before
    toggl.sandbox.faults.add(Fault(operation=f"{api}.{CREATE[api]}", skip=skip, count=1, delay=60))
    process = subprocess.Popen(
        [sys.executable, "-c", WITHOUT_PACE, "import", str(file), "--api", api],
        env=toggl.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert arrived.wait(60)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    names = [name for name, _ in many_rows()]
    found = names_of(toggl, api)
    assert [found[name] for name in names] == [1] * 100 + [0] * 200

    def apply_late(_: float) -> None:
        """The service does not notice that the client has disconnected; the sandbox does."""
        sandbox = toggl.sandbox
        late: Any = [{"name": name, "project_id": sandbox.project_id} for name in names[100:200]]
        with sandbox.focus() as focus:
            focus.tasks.create_many(sandbox.organization_id, sandbox.workspace_id, late)

    monkeypatch.setattr(in_flight.InFlight.wait_for_earlier, "__defaults__", (apply_late,))
    code, _, stderr = toggl("import", file, "--api", api)
    assert code == 0, stderr
    assert ("waiting" in stderr) is (api == "focus")
    found = names_of(toggl, api)
    assert [found[name] for name in names] == [1] * 300


def test_an_interrupted_import_reports_what_is_done(toggl: CommandLine, arrived: threading.Event) -> None:
    toggl.sandbox.faults.add(Fault(operation="track.createTask", skip=2, count=1, delay=60))
    file = write(toggl, "name,project", *many_rows(4))
    process = toggl.start("import", str(file), "--api", "track", "--format", "csv", "--fields", "result")
    assert arrived.wait(60)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stdout.split() == ["result", "created", "created", "unknown", "not", "sent"]
    assert stderr.endswith("toggl-tasks: interrupted\n")


def test_a_terminal_shows_progress(toggl: CommandLine) -> None:
    file = write(toggl, "name", ("A",))
    code, received = toggl.in_terminal("import", file, "--api", "focus")
    assert code == 0
    assert "importing" in received
    assert received.endswith("1 created\n")


NAMES = ["=1+1", "'=1+1", "emoji 👩‍🚀", "שלום \u200f", "two\nlines", 'a "b", c;', "2024", "-5 %", "\ta"]


@pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "ndjson", "xlsx"])
def test_what_was_exported_is_the_same_after_an_import(toggl: CommandLine, api: str, suffix: str) -> None:
    rows = [(name, "Website", "1h 1m", "yes" if number % 2 else "no") for number, name in enumerate(NAMES)]
    file = toggl.home / f"out.{suffix}"
    write_csv = write(
        toggl,
        "name,project,estimate,done",
        *[(f"'{row[0]}" if row[0][0] in "='" else row[0], *row[1:]) for row in rows],
    )
    assert toggl("import", write_csv, "--api", api).code == 0
    assert toggl("export", file, "--all", "--api", api).code == 0
    toggl.requests()
    again = toggl("import", file, "--update", "--api", api, "--format", "json")
    assert again.code == 0, again.stderr
    assert ({row["result"] for row in again.json}, toggl.changes()) == ({"exists"}, [])
    assert {row["name"] for row in again.json} >= set(NAMES)
    content = file.read_bytes()
    if api == "focus":  # where a task needs no project of the old state
        toggl.sandbox.reset()
        assert toggl("import", file, "--api", api).code == 0
        toggl("export", file, "--all", "--api", api, "--sort", "id")
        assert suffix == "xlsx" or sorted(file.read_bytes().splitlines()) == sorted(content.splitlines())


def test_export_takes_the_filters_of_list(toggl: CommandLine, api: str) -> None:
    done = toggl.process("export", "-", "Website", "--done", "--api", api, "--format", "json")
    expected = toggl("list", "Website", "--done", "--api", api, "--format", "json")
    assert [row["name"] for row in done.json] == [row["name"] for row in expected.json]
    assert {(row["project"], row["done"]) for row in done.json} == {("Website", True)}
    assert list(done.json[0]) == ["name", "project", "estimate", "assignee", "done", "external reference"]
    assert f"wrote {len(done.json)} tasks\n" == done.stderr


def test_export_writes_other_fields(toggl: CommandLine, api: str) -> None:
    file = toggl.home / "out.csv"
    assert toggl("export", file, "--fields", "id,tracked,updated", "--limit", "1", "--api", api).code == 0
    header, row = file.read_text("utf-8-sig").splitlines()
    assert header == "id,tracked,updated"
    assert row.split(",")[2].endswith("+00:00")


def test_export_writes_ids_of_projects_with_one_name(toggl: CommandLine) -> None:
    for project in toggl.sandbox.state.projects.values():
        if project.name == "Support":
            project.name = "Website"
    file = toggl.home / "out.json"
    toggl("export", file, "--api", "track")
    again = toggl("import", file, "--update", "--api", "track", "--format", "json")
    assert {row["result"] for row in again.json} == {"exists"}
    assert sum(row["project"].isdecimal() for row in again.json) > 1
    code, _, stderr = toggl("import", write(toggl, "name,project", ("A", "Website")), "--api", "track")
    assert code == 2
    assert "2 projects are named 'Website': enter the id, one of" in stderr


def test_export_fails_before_any_request_for_an_unknown_format(toggl: CommandLine) -> None:
    for name in ("out.xls", "out.parquet"):
        assert toggl("export", toggl.home / name, "--api", "track").code == 2
    assert toggl.requests() == []
    missing = toggl("export", toggl.home / "no" / "out.csv", "--api", "track")
    assert missing.code == 1
    assert "cannot write" in missing.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_stdout_is_an_error(toggl: CommandLine) -> None:
    for command in (["list"], ["export", "-"]):
        with Path("/dev/full").open("w") as full:
            process = subprocess.Popen(
                [PROGRAM, *command, "--api", "track"],
                env=toggl.environment,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
            )
            _, stderr = process.communicate(timeout=60)
        assert process.returncode == 1
        assert "No space left on device" in stderr
        assert "Traceback" not in stderr
        assert "Exception" not in stderr
