"""`quota`: the last known quota, without a request."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import CommandLine


@pytest.fixture
def metered(toggl: CommandLine) -> CommandLine:
    """A command line in a sandbox with the quota of the free plan."""
    toggl.sandbox.quota.plan = "free"
    return toggl


def test_quota_shows_what_replies_said_without_a_request(metered: CommandLine, api: str) -> None:
    workspace = ("--workspace", metered.sandbox.workspace_id, "--organization", metered.sandbox.organization_id)
    command = ("list", "--api", api, "--all", "--limit", 1, *workspace)
    assert metered(*command).code == 0
    metered.requests()
    rows = metered("quota", "--format", "json").json
    assert metered.requests() == []
    (row,) = [row for row in rows if row["scope"] != "me"]
    scope = f"workspace {metered.sandbox.workspace_id}" if api == "track" else "organization 5000001"
    assert (row["api"], row["scope"]) == (api, scope)
    assert 0 < row["remaining"] < 30
    assert metered(*command).code == 0
    after = metered("quota", "--format", "json").json
    assert {row["scope"]: row["remaining"] for row in after}[scope] < row["remaining"]


def test_quota_asks_once_when_nothing_is_known(metered: CommandLine) -> None:
    first = metered("quota", "--format", "json").json
    assert metered.requests() == [("GET", "/api/v9/me/quota")]
    assert [(row["scope"], row["total"]) for row in first][:2] == [("me", 30), ("organization 5000001", 30)]
    assert first[0]["remaining"] == 29
    metered("quota")
    assert metered.requests() == []
    metered("quota", "--refresh")
    assert metered.requests() == [("GET", "/api/v9/me/quota")]


def test_quota_of_one_organization_has_its_name_from_the_cache(metered: CommandLine) -> None:
    metered("workspaces")
    metered("list", "--api", "focus", "--organization", "sandbox", "--limit", 1)  # caches organizations
    rows = metered("quota", "--refresh", "--organization", 5000001, "--format", "json").json
    (row,) = rows
    assert row["scope"] == "organization 5000001"
    assert isinstance(row["organization"], str)


def test_quota_of_focus_alone_names_a_command(metered: CommandLine) -> None:
    done = metered("quota", TOGGL_API_TOKEN=None)
    assert (done.code, metered.requests()) == (2, [])
    assert "run another command first" in done.stderr
    assert metered("statuses", TOGGL_API_TOKEN=None).code == 0
    assert metered("quota", TOGGL_API_TOKEN=None).code == 0


def test_quota_of_ended_hour_is_not_shown(metered: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    metered("quota")
    metered.requests()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3_601)
    metered("quota")
    assert metered.requests() == [("GET", "/api/v9/me/quota")]


def test_unwritable_cache_is_no_error(toggl: CommandLine) -> None:
    Path(toggl.home / "cache").write_text("a file, no folder")
    assert toggl("list", "--limit", 1).code == 0
    assert toggl("quota").code == 0


def test_spent_quota_is_an_error_with_the_time_and_shown_as_none_left(metered: CommandLine) -> None:
    for _ in range(30):
        metered.sandbox.quota.charge(4000001, None)
    spent = metered("api", "getMe", "--format", "json")
    assert (spent.code, "the hourly quota is spent until" in spent.stderr) == (5, True)
    (row,) = metered("quota", "--format", "json").json
    assert (row["scope"], row["remaining"]) == ("me", 0)


def test_table_leaves_out_empty_columns_but_not_zeros(metered: CommandLine) -> None:
    metered("list", "--limit", 1)
    metered.sandbox.quota.leave(metered.sandbox.seeded.user.id, metered.sandbox.organization_id, 1)
    metered("list", "--limit", 1)
    header, *rows = metered("quota", "--organization", 5000001).lines
    assert header.split() == ["scope", "api", "remaining", "resets_at", "seen_at"]
    assert [row.split()[3] for row in rows] == ["0"]
