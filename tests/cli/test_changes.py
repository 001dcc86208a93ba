"""`changes`: what is new, changed and gone, each once."""

from __future__ import annotations

import datetime
import signal
import time
from collections.abc import Sequence

import msgspec
import pytest

from tests.support.command_line import CommandLine, Outcome
from toggl_sandbox import Fault
from toggl_tasks import Quota
from toggl_tasks.cli.commands.changes import parse_interval, pause

NOW = 1_700_000_000.0


def listed(toggl: CommandLine, *arguments: object) -> list[tuple[str, str]]:
    """Kind and name of each change."""
    outcome = toggl("changes", "--format", "ndjson", *arguments)
    assert outcome.code == 0, outcome
    records = [msgspec.json.decode(line) for line in outcome.lines]
    return [(record["change"], record["name"]) for record in records]


def add(toggl: CommandLine, api: str, name: str) -> str:
    (id_,) = toggl("add", name, "--project", "Website", "--api", api, "--quiet").lines
    return id_


def test_each_change_is_listed_once(toggl: CommandLine, api: str) -> None:
    assert listed(toggl, "--api", api) == []
    toggl.sandbox.clock.advance(10)
    first = add(toggl, api, "First")
    assert listed(toggl, "--api", api) == [("new", "First")]
    assert listed(toggl, "--api", api) == []
    toggl.sandbox.clock.advance(1)
    toggl("edit", first, "--api", api, "--name", "First, renamed")
    add(toggl, api, "Second")
    assert sorted(listed(toggl, "--api", api)) == [("changed", "First, renamed"), ("new", "Second")]
    toggl("delete", first, "--api", api, "--yes")
    assert listed(toggl, "--api", api) == ([("gone", "First, renamed")] if api == "track" else [])


def test_changes_of_the_same_second_are_not_lost(toggl: CommandLine, api: str) -> None:
    task = add(toggl, api, "Zero")
    listed(toggl, "--api", api, "--since", "2025-03-01")
    for name in ("One", "Two", "Three"):  # the clock of the sandbox is frozen
        toggl("edit", task, "--api", api, "--name", name)
        assert listed(toggl, "--api", api) == [("changed", name)]
        assert listed(toggl, "--api", api) == []


def test_a_change_before_the_end_of_the_last_run_is_not_lost(toggl: CommandLine, api: str) -> None:
    """The service may show a change some seconds after its time."""
    toggl.sandbox.clock.advance(3600)
    listed(toggl, "--api", api)
    late = toggl.sandbox.clock.now() - datetime.timedelta(seconds=20)
    task = add(toggl, api, "Late")
    state = toggl.sandbox.state
    if api == "track":
        found = next(one for one in state.track_tasks if one.id == int(task))
        found.at = late
    else:
        other = next(one for one in state.focus_tasks if one.id == int(task))
        other.updated_at = late
    assert [name for _, name in listed(toggl, "--api", api)] == ["Late"]


def test_an_old_task_is_not_new(toggl: CommandLine) -> None:
    """The first run looks up the newest task, so that the second one knows which are newer."""
    listed(toggl)
    toggl("edit", "100000001", "--name", "Old")
    assert listed(toggl) == [("changed", "Old")]
    add(toggl, "track", "New")
    assert listed(toggl) == [("new", "New")]


def test_since_starts_elsewhere(toggl: CommandLine, api: str) -> None:
    toggl.sandbox.clock.advance(7200)
    add(toggl, api, "Some")
    kind = "changed" if api == "track" else "new"  # Track does not say when a task was created
    outcome = toggl("changes", "--api", api, "--since", "2025-03-03T10:30", "--fields", "change,name")
    assert [line.split() for line in outcome.lines] == [["change", "name"], [kind, "Some"]]
    assert listed(toggl, "--api", api) == []
    assert "Some" in str(listed(toggl, "--api", api, "--since", "2025-03-01"))
    assert toggl("changes", "--since", "soon").code == 2


def test_positions_are_separate_and_dry_run_moves_none(toggl: CommandLine) -> None:
    toggl.write_profiles(other={"tokens": {"track": "file"}, "track_url": toggl.environment["TOGGL_TRACK_URL"]})
    toggl.write_tokens({"other/track": toggl.sandbox.token})
    for profile in ((), ("--profile", "other")):
        listed(toggl, *profile)
    add(toggl, "track", "Seen twice")
    assert listed(toggl, "--dry-run") == [("new", "Seen twice")]
    assert listed(toggl) == [("new", "Seen twice")]
    assert listed(toggl, "--profile", "other") == [("new", "Seen twice")]
    files = list((toggl.home / ".local/state/toggl-tasks").glob("changes-*.json"))
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600] * 2


def test_a_position_that_cannot_be_read_or_written(toggl: CommandLine) -> None:
    listed(toggl)
    (file,) = (toggl.home / ".local/state/toggl-tasks").glob("changes-*.json")
    file.write_bytes(b"{")
    outcome = toggl("changes")
    assert outcome.code == 1
    assert f"{file}" in outcome.stderr
    assert "pass --since" in outcome.stderr
    assert toggl("changes", "--since", "2025-03-03").code == 0
    assert toggl("changes").code == 0
    file.unlink()
    file.parent.rmdir()
    file.parent.write_bytes(b"")
    add(toggl, "track", "Shown all the same")
    outcome = toggl("changes", "--since", "2025-03-03")
    assert outcome.code == 1
    assert "Shown all the same" in outcome.stdout
    assert "cannot" in outcome.stderr


def test_requests_of_a_run(toggl: CommandLine, api: str) -> None:
    listed(toggl, "--api", api)
    toggl.requests()
    listed(toggl, "--api", api)
    assert len(toggl.requests()) == 1


def test_focus_says_that_deleted_tasks_are_missing(toggl: CommandLine) -> None:
    assert "does not list deleted tasks" in toggl("changes", "--api", "focus").stderr
    assert "deleted" not in toggl("changes").stderr


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json"])
def test_formats(toggl: CommandLine, api: str, format_: str) -> None:
    listed(toggl, "--api", api)
    add(toggl, api, "Some")
    outcome = toggl("changes", "--api", api, "--format", format_)
    if format_ == "json":
        assert [(one["change"], one["name"]) for one in outcome.json] == [("new", "Some")]
    else:
        header, row = outcome.lines
        assert header.startswith("change")
        assert row.startswith("new")
    assert toggl("changes", "--api", api, "--format", format_).stdout.count("new") == 0


def test_watch_is_stopped_by_an_interrupt(toggl: CommandLine) -> None:
    listed(toggl)
    add(toggl, "track", "One")
    (file,) = (toggl.home / ".local/state/toggl-tasks").glob("changes-*.json")
    before = file.read_bytes()
    process = toggl.start("changes", "--watch", "--format", "ndjson")
    assert process.stdout is not None
    try:
        assert '"One"' in process.stdout.readline()  # it is flushed
        while file.read_bytes() == before and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, stdout, stderr) == (0, "", "stopped\n")
    assert listed(toggl) == []  # the position is stored


def watch(
    toggl: CommandLine, monkeypatch: pytest.MonkeyPatch, *arguments: str, names: Sequence[str] = ("One", "Two")
) -> tuple[list[float], Outcome]:
    """Watch while a task of each name is added during a pause; returns the seconds of the pauses, and the outcome."""
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) > len(names):
            raise KeyboardInterrupt
        with toggl.sandbox.track() as track:
            track.tasks.create(toggl.sandbox.workspace_id, toggl.sandbox.project_id, name=names[len(pauses) - 1])

    monkeypatch.setattr("toggl_tasks.cli.commands.changes.sleep", sleep)
    outcome = toggl("changes", "--watch", *arguments)
    assert outcome.code == 0, outcome
    return pauses, outcome


@pytest.mark.parametrize("format_", ["table", "csv", "ndjson"])
def test_watch_prints_changes_as_they_come(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    listed(toggl)
    _, outcome = watch(toggl, monkeypatch, "--format", format_)
    assert outcome.stderr == "stopped\n"
    *header, first, second = outcome.lines
    assert ("One" in first, "Two" in second) == (True, True)
    assert [line.startswith("change") for line in header] == [True] * (format_ != "ndjson")


def test_watch_is_as_slow_as_the_quota_needs(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(toggl)
    assert watch(toggl, monkeypatch)[0] == [30] * 3
    assert watch(toggl, monkeypatch, "2m", names=["Three"])[0] == [120] * 2
    toggl.sandbox.quota.plan = "free"
    pauses, _ = watch(toggl, monkeypatch, "5", names=["Four"])
    assert all(200 < seconds < 400 for seconds in pauses)


def test_watch_goes_on_after_an_error(toggl: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(toggl)
    toggl.sandbox.faults.add(Fault(method="GET", status=500, count=1))
    _, outcome = watch(toggl, monkeypatch, "--format", "ndjson")
    assert outcome.stderr.count("; trying again") == 1
    assert len(outcome.lines) == 2


def test_watch_cannot_write_json(toggl: CommandLine) -> None:
    outcome = toggl("changes", "--watch", "--format", "json")
    assert outcome.code == 2
    assert toggl.requests() == []


@pytest.mark.parametrize(
    ("quota", "requests", "expected"),
    [
        (None, 1, 30),
        (Quota(10, None), 1, 30),
        (Quota(600, datetime.datetime.fromtimestamp(NOW + 3600, datetime.UTC)), 1, 30),
        (Quota(30, datetime.datetime.fromtimestamp(NOW + 3600, datetime.UTC)), 1, 240),
        (Quota(30, datetime.datetime.fromtimestamp(NOW + 3600, datetime.UTC)), 3, 720),
        (Quota(1, datetime.datetime.fromtimestamp(NOW + 900, datetime.UTC)), 1, 900),
        (Quota(0, datetime.datetime.fromtimestamp(NOW + 900, datetime.UTC)), 0, 900),
        (Quota(0, datetime.datetime.fromtimestamp(NOW - 5, datetime.UTC)), 1, 30),
    ],
)
def test_half_of_the_quota_lasts_until_it_is_full_again(quota: Quota | None, requests: int, expected: float) -> None:
    assert pause(quota, requests, 30, NOW) == expected


@pytest.mark.parametrize(("text", "seconds"), [("90", 90), ("1.5", 1.5), ("2m", 120), ("1h", 3600)])
def test_intervals(text: str, seconds: float) -> None:
    assert parse_interval(text) == seconds


@pytest.mark.parametrize("text", ["0", "0.5", "-1", "2d", "soon", ""])
def test_invalid_intervals(text: str) -> None:
    with pytest.raises(ValueError, match=r"interval|duration"):
        parse_interval(text)
