"""Changes to several tasks: what is asked, what is sent, and what is said if some fail."""

from __future__ import annotations

import pytest

from tests.support.command_line import APIS, CommandLine
from toggl_sandbox import Fault


def add(toggl: CommandLine, api: str, *names: str) -> list[str]:
    ids = toggl("add", *names, "--project", "Website", "--api", api, "--quiet").lines
    toggl.requests()
    return ids


def test_deletion_of_several_needs_yes_without_a_terminal(toggl: CommandLine, api: str) -> None:
    ids = add(toggl, api, "One", "Two")
    refused = toggl("delete", *ids, "--api", api)
    assert refused.code == 2
    assert refused.stderr.splitlines() == [
        f"{ids[0]} One",
        f"{ids[1]} Two",
        "toggl-tasks: Delete these 2 tasks? There is no terminal to ask on: add --yes to do it",
    ]
    assert toggl.changes() == []
    assert toggl("delete", *ids, "--yes", "--api", api, "--quiet").lines == ids


def test_deletion_by_a_part_of_a_name_needs_yes(toggl: CommandLine, api: str) -> None:
    add(toggl, api, "Quarterly numbers")
    assert toggl("delete", "quarterly", "--api", api).code == 2
    assert toggl.changes() == []
    assert toggl("delete", "quarterly numbers", "--api", api).code == 0


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1)])
def test_deletion_asks_on_a_terminal(toggl: CommandLine, typed: str, code: int) -> None:
    ids = add(toggl, "track", "One", "Two")
    done, text = toggl.in_terminal("delete", *ids, typed=typed)
    assert done == code
    assert "Delete these 2 tasks? [y/N]: " in text
    assert ("cancelled; nothing was changed" in text) == (code == 1)
    assert len(toggl.changes()) == (2 if code == 0 else 0)


@pytest.mark.parametrize(
    ("api", "arguments", "count"),
    [
        *((api, ["add", "A", "B", "--project", "Website"], 2) for api in APIS),
        *((api, ["edit", "One", "--name", "Uno"], 1) for api in APIS),
        *((api, ["done", "One", "Two"], 1) for api in APIS),
        ("track", ["delete", "One", "Two"], 2),
        ("focus", ["delete", "One", "Two"], 1),
        ("focus", ["archive", "One", "Two"], 1),
        ("focus", ["restore", "999"], 1),
    ],
    ids=str,
)
def test_dry_run_shows_each_change_and_sends_none(
    toggl: CommandLine, api: str, arguments: list[str], count: int
) -> None:
    add(toggl, api, "One", "Two")
    outcome = toggl(*arguments, "--dry-run", "--api", api)
    sent = toggl.requests()
    assert (outcome.code, outcome.stdout) == (0, "")
    assert {method for method, _ in sent} <= {"GET"}
    *shown, last = outcome.stderr.splitlines()
    assert len(shown) == count
    assert all(line.startswith(("would send POST /api/", "would send P", "would send DELETE /api/")) for line in shown)
    noun = "request" if count == 1 else "requests"
    assert last == f"dry run: {count} {noun} not sent, {len(sent)} sent to read"


def test_partly_failed_creation_prints_what_was_created(toggl: CommandLine, api: str) -> None:
    add(toggl, api, "Warm up")
    toggl.sandbox.faults.add(Fault(method="POST", status=400, body="no such luck", skip=1, count=1))
    arguments = ("add", "A", "B", "C", "--project", "Website", "--api", api)
    outcome = toggl(*arguments, "--fields", "name", "--format", "csv")
    assert (outcome.code, outcome.lines) == (6, ["name", "A"])
    assert outcome.stderr.startswith("toggl-tasks: 1 of 3 tasks created, 'B' failed: 400: no such luck")
    assert len(toggl.changes()) == 2


def test_partly_failed_deletion_prints_what_was_deleted(toggl: CommandLine) -> None:
    ids = add(toggl, "track", "One", "Two", "Three")
    toggl.sandbox.faults.add(Fault(method="DELETE", status=400, body="no such luck", skip=1, count=1))
    outcome = toggl("delete", *ids, "--yes")
    assert outcome.code == 6
    assert outcome.lines == [f"deleted {ids[0]} One", f"deleted {ids[2]} Three"]
    assert outcome.stderr.splitlines()[0].startswith(f"task {ids[1]}: 400: no such luck")
    assert outcome.stderr.splitlines()[1] == "toggl-tasks: 1 of 3 tasks not deleted"


def test_deletion_stops_when_the_quota_is_spent(toggl: CommandLine) -> None:
    ids = add(toggl, "track", "One", "Two", "Three")
    toggl.sandbox.quota.plan = "free"
    toggl.sandbox.quota.leave(toggl.sandbox.seeded.user.id, toggl.sandbox.organization_id, 2)
    outcome = toggl("delete", *ids, "--yes", "--format", "json")
    assert outcome.code == 6
    assert [row["id"] for row in outcome.json] == [int(ids[0])]
    assert [failure["id"] for failure in outcome.error["failed"]] == [int(ids[1]), int(ids[2])]
    assert outcome.error["failed"][1]["message"] == "not tried"


def test_change_that_fails_entirely_has_the_code_of_its_cause(toggl: CommandLine) -> None:
    ids = add(toggl, "track", "One", "Two")
    toggl.sandbox.faults.add(Fault(method="DELETE", status=403))
    assert toggl("delete", *ids, "--yes").code == 3
