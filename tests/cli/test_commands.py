"""Each command of the core, in each format, for both APIs."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import msgspec
import pytest

from tests.support.command_line import CommandLine

READING = [
    (("list", "--limit", "3"), 3),
    (("list", "Website", "--done", "--limit", "2"), 2),
    (("show", "TASK"), 1),
    (("projects",), 4),
    (("workspaces",), 2),
    (("statuses",), 3),
    (("tags",), 3),
]
TASK = {"track": "100000003", "focus": "300000001"}


@pytest.mark.parametrize("format_", ["table", "json", "ndjson", "csv", "tsv", "quiet"])
@pytest.mark.parametrize(("arguments", "count"), READING, ids=lambda value: str(value))
def test_each_reading_command_in_each_format(
    toggl: CommandLine, api: str, arguments: Sequence[str], count: int, format_: str
) -> None:
    arguments = [TASK[api] if argument == "TASK" else argument for argument in arguments]
    asked = ["--quiet"] if format_ == "quiet" else ["--format", format_]
    outcome = toggl(*arguments, "--api", api, *asked)
    if api == "track" and arguments[0] in ("statuses", "tags"):
        assert outcome.code == 2
        assert "use --api focus" in outcome.stderr
        assert not outcome.stdout
        return
    assert (outcome.code, outcome.stderr) == (0, "")
    match format_:
        case "json":
            records = outcome.json if arguments[0] != "show" else [outcome.json]
            ids = [record["id"] for record in records]
        case "ndjson":
            ids = [msgspec.json.decode(line)["id"] for line in outcome.lines]
        case "csv" | "tsv":
            rows = csv.DictReader(outcome.lines, delimiter="," if format_ == "csv" else "\t")
            ids = [int(row["id"]) for row in rows]
        case "quiet":
            ids = [int(line) for line in outcome.lines]
        case _ if arguments[0] == "show":
            assert all(line == line.rstrip() for line in outcome.lines)
            ids = [int(line.split()[1]) for line in outcome.lines if line.startswith("id ")]
        case _:
            assert outcome.lines[0].startswith("id ")
            assert all(line == line.rstrip() for line in outcome.lines)
            ids = [int(line.split()[0]) for line in outcome.lines[1:]]
    assert len(set(ids)) == len(ids) == count


CHANGING = ["add", "edit", "done", "reopen", "delete", "archive", "restore"]


@pytest.mark.parametrize("format_", ["table", "json", "csv", "quiet"])
@pytest.mark.parametrize("name", CHANGING)
def test_each_changing_command_in_each_format(toggl: CommandLine, api: str, name: str, format_: str) -> None:
    created = int(toggl("add", "Mine", "--project", "Website", "--api", api, "--quiet").stdout)
    if name == "reopen":
        toggl("done", created, "--api", api)
    if name == "restore":
        toggl("archive", created, "--api", api)
    toggl.requests()
    arguments: dict[str, list[object]] = {
        "add": ["Mine 2", "--project", "Website"],
        "edit": [created, "--name", "Other"],
    }
    rest = arguments.get(name, [created])
    asked = ["--quiet"] if format_ == "quiet" else ["--format", format_]
    outcome = toggl(name, *rest, "--api", api, *asked)
    if api == "track" and name in ("archive", "restore"):
        assert (outcome.code, toggl.requests()) == (2, [])
        return
    assert (outcome.code, outcome.stderr) == (0, "")
    assert len(toggl.changes()) == 1
    match format_:
        case "json":
            (id_,) = (record["id"] for record in outcome.json)
        case "quiet":
            id_ = int(outcome.stdout)
        case "csv":
            (id_,) = (int(row["id"]) for row in csv.DictReader(outcome.lines))
        case _:
            id_ = int(next(word for word in outcome.lines[-1].split() if word.isdecimal()))
    assert id_ == created + (name == "add")


def test_changes_arrive(toggl: CommandLine, api: str) -> None:
    def shown() -> dict[str, str]:
        fields = "name,estimate,assignee,done"
        (row,) = csv.DictReader(toggl("show", task, "--api", api, "--format", "csv", "--fields", fields).lines)
        return row

    arguments = ("--project", "Website", "--estimate", "2h30m", "--assignee", "me")
    task = toggl("add", "Docs", *arguments, "--api", api, "--quiet").stdout.strip()
    assert shown() == {"name": "Docs", "estimate": "9000", "assignee": "Sandbox User", "done": "no"}
    toggl("edit", task, "--name", "Doc", "--estimate", "1:30", "--assignee", "other", "--api", api)
    assert shown() == {"name": "Doc", "estimate": "5400", "assignee": "Other User", "done": "no"}
    toggl("edit", task, "--estimate", "0m", "--assignee", "none", "--api", api)
    toggl("done", "Doc", "--api", api)
    assert shown() == {"name": "Doc", "estimate": "", "assignee": "", "done": "yes"}
    toggl("reopen", "Doc", "--api", api)
    assert shown()["done"] == "no"
    assert toggl("delete", "Doc", "--api", api).stdout == f"deleted {task} Doc\n"
    assert toggl("list", "--all", "--search", "Doc", "--api", api).stderr == "no tasks\n"


def test_focus_has_status_priority_parent_and_tags(toggl: CommandLine) -> None:
    parent = toggl("add", "Parent", "--api", "focus", "--quiet").stdout.strip()
    options = ("--status", "in prog", "--priority", "high", "--tag", "quick", "--tag", "waiting", "--parent", "Parent")
    added = toggl("add", "Child", *options, "--api", "focus", "--format", "json").json[0]
    tags = [tag["name"] for tag in added["tags"]]
    assert (added["status"]["name"], added["priority"], tags) == ("In progress", "high", ["quick", "waiting"])
    assert added["parent_task_id"] == int(parent)
    for filters in (("--status", "in_progress"), ("--tag", "quick"), ("--parent", parent), ("--priority", "high")):
        assert str(added["id"]) in toggl("list", *filters, "--api", "focus", "--quiet").lines, filters
    for filters in (("--status", "todo"), ("--tag", "deep work"), ("--parent", "none"), ("--priority", "low")):
        assert str(added["id"]) not in toggl("list", *filters, "--api", "focus", "--quiet").lines, filters
    changed = toggl("edit", "Child", "--tag", "none", "--parent", "none", "--api", "focus", "--format", "json").json[0]
    assert (changed["tags"], changed["parent_task_id"]) == ([], None)


def test_status_done_overrides_the_default_of_open_tasks(toggl: CommandLine) -> None:
    listed = toggl("list", "--status", "done", "--limit", "4", "--api", "focus", "--format", "json").json
    assert {task["status"]["type"] for task in listed} == {"done"}


@pytest.mark.parametrize("option", [("--status", "Todo"), ("--priority", "low"), ("--tag", "quick"), ("--parent", "1")])
@pytest.mark.parametrize("name", ["add", "edit", "list"])
def test_options_of_focus_are_refused_for_track(toggl: CommandLine, name: str, option: tuple[str, str]) -> None:
    outcome = toggl(name, *([] if name == "list" else ["1"]), *option)
    assert (outcome.code, toggl.requests()) == (2, [])
    assert outcome.stderr == f"toggl-tasks: {option[0]} is for Focus: use --api focus\n"


def test_archived_projects_are_listed_only_with_all(toggl: CommandLine, api: str) -> None:
    assert "Old website" not in toggl("projects", "--api", api).stdout
    assert "Old website" in toggl("projects", "--all", "--api", api).stdout


def test_restored_tasks_are_found_by_name_and_deleted_ones_by_id(toggl: CommandLine) -> None:
    task = toggl("add", "Mine", "--api", "focus", "--quiet").stdout.strip()
    toggl("archive", "Mine", "--api", "focus")
    assert toggl("restore", "Mine", "--api", "focus").stdout == f"restored {task} Mine\n"
    toggl("delete", task, "--api", "focus")
    assert toggl("show", "Mine", "--api", "focus").code == 4
    assert toggl("restore", task, "--api", "focus").stdout == f"restored {task} Mine\n"
    assert toggl("show", "Mine", "--api", "focus").code == 0


def test_sorting_puts_rows_without_a_value_last(toggl: CommandLine, api: str) -> None:
    for key in ("estimate", "-estimate"):
        arguments = ("--sort", key, "--fields", "estimate", "--format", "json", "--api", api)
        values = [row["estimate"] for row in toggl("list", *arguments).json]
        known = [value for value in values if value is not None]
        assert known == sorted(known, reverse=key.startswith("-"))
        assert values[len(known) :] == [None] * (len(values) - len(known)) != []
        assert toggl("list", *arguments, "--limit", 2).json == [{"estimate": value} for value in values[:2]]


def test_overrun_tasks_have_more_tracked_than_estimated(toggl: CommandLine, api: str) -> None:
    arguments = ("--overrun", "--fields", "remaining,overrun", "--format", "json", "--api", api)
    rows = toggl("list", *arguments, "--limit", 3).json
    assert [row["overrun"] for row in rows] == [True] * 3
    assert all(row["remaining"] < 0 for row in rows)


def test_mine_and_assignee(toggl: CommandLine, api: str) -> None:
    for asked, name in ((["--mine"], "Sandbox User"), (["--assignee", "other"], "Other User")):
        rows = toggl("list", *asked, "--limit", 3, "--api", api, "--fields", "assignee", "--format", "json").json
        assert len(rows) == 3
        assert all(name in row["assignee"] for row in rows)


def test_global_options_before_and_after_the_command(toggl: CommandLine) -> None:
    before = toggl("--api", "focus", "--format", "json", "--fields", "id", "list", "--limit", "1")
    after = toggl("list", "--limit", "1", "--api", "focus", "--format", "json", "--fields", "id")
    assert before == after
    assert before.json == [{"id": 300000001}]
    both = toggl("--api", "track", "--format", "csv", "list", "--limit", "1", "--api", "focus", "--quiet")
    assert both.stdout == "300000001\n"


def test_fields_alone_lists_them_without_a_request(toggl: CommandLine, api: str) -> None:
    for arguments in (["list"], ["show", "1"], ["add", "x"], ["edit", "1"], ["done", "1"], ["delete", "1"]):
        names = toggl(*arguments, "--api", api, "--fields")
        assert names.code == 0
        assert {"id", "name", "estimate", "overrun", "workspace_id"} <= set(names.lines)
        assert len(set(names.lines)) == len(names.lines)
        wrong = toggl(*arguments, "--api", api, "--fields", "id,estimat")
        assert (wrong.code, wrong.stdout) == (2, "")
        assert wrong.stderr == "toggl-tasks: there is no field 'estimat': did you mean 'estimate'?\n"
    assert toggl.requests() == []


def test_copies_of_a_template(toggl: CommandLine, api: str) -> None:
    toggl("add", "Template", "--project", "Website", "--estimate", "2h", "--assignee", "other", "--api", api)
    copy = toggl("add", "A", "--from-template", "Template", "--api", api, "--format", "csv").lines
    (row,) = csv.DictReader(copy)
    assert (row["project"], row["assignee"], row["estimate"]) == ("Website", "Other User", "7200")


def test_requests_are_few(toggl: CommandLine) -> None:
    for api, first in (("track", 100000003), ("focus", 300000001)):
        toggl("list", "--limit", 1, "--api", api)
        toggl.requests()
        for arguments, count in (
            (["list", "Website", "--limit", 1], 1),
            (["show", first], 1),
            (["done", first, first + 1], 2 if api == "track" else 3),
        ):
            toggl("list", "Website", "--limit", 1, "--api", api)
            toggl.requests()
            assert toggl(*arguments, "--api", api).code == 0
            assert len(toggl.requests()) == count, arguments
