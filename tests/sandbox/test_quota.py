from __future__ import annotations

from datetime import timedelta
from typing import get_args

import httpx
import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.limits.quota import HourlyQuota, Plan

EXHAUSTED = "You have hit your hourly limit for API calls. Your quota will reset in 3600 seconds."


def quota_headers(reply: httpx.Response) -> tuple[int, int, int]:
    headers = reply.headers
    return reply.status_code, int(headers["x-toggl-quota-remaining"]), int(headers["x-toggl-quota-resets-in"])


@pytest.mark.behaviour(
    "both.quota.sizes", "both.quota.headers", "both.quota.shared-by-both-apis", "track.quota.spent", "focus.quota.spent"
)
@pytest.mark.parametrize(("plan", "hourly"), [("free", 30), ("starter", 240), ("premium", 600)])
def test_each_plan_allows_its_number_of_requests_for_both_apis(
    sandbox: Sandbox,
    track: httpx.Client,
    focus: httpx.Client,
    project_tasks: str,
    focus_tasks: str,
    plan: Plan,
    hourly: int,
) -> None:
    sandbox.quota.plan = plan
    task = f"{project_tasks}/1"
    for used in range(1, hourly + 1):
        assert quota_headers(track.get(task)) == (404, hourly - used, 3600)
    reply = track.get(task)
    assert quota_headers(reply) == (402, 0, 3600)
    assert reply.text == EXHAUSTED
    assert reply.headers["content-type"].startswith("text/plain")
    # Both APIs share the quota of a user and organization.
    reply = focus.get(focus_tasks)
    assert quota_headers(reply) == (402, 0, 3600)
    assert (reply.json()["error"], reply.json()["error_description"]) == ("payment_required", EXHAUSTED)


@pytest.mark.behaviour("both.quota.hour")
def test_the_hour_starts_with_the_first_request(sandbox: Sandbox, track: httpx.Client, project_tasks: str) -> None:
    sandbox.quota.plan = "free"
    sandbox.clock.advance(timedelta(minutes=30))
    for _ in range(31):
        track.get(f"{project_tasks}/1")
    sandbox.clock.advance(timedelta(minutes=59, seconds=59))
    assert quota_headers(track.get(f"{project_tasks}/1")) == (402, 0, 1)
    sandbox.clock.advance(1)
    assert quota_headers(track.get(f"{project_tasks}/1")) == (404, 29, 3600)


@pytest.mark.behaviour("both.quota.refused-requests")
def test_rejected_requests_count_and_rejected_credentials_do_not(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    sandbox.quota.plan = "free"
    assert quota_headers(track.get(f"{workspace_tasks}?page=0")) == (400, 29, 3600)
    assert quota_headers(track.get(workspace_tasks, auth=("wrong", "api_token"))) == (403, 30, 3600)
    assert quota_headers(track.get("/nowhere")) == (404, 30, 3600)
    assert quota_headers(track.get(workspace_tasks)) == (200, 28, 3600)


@pytest.mark.behaviour("both.quota.shared-by-both-apis")
def test_no_spelling_of_a_path_escapes_the_quota(
    sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, workspace_tasks: str, focus_tasks: str
) -> None:
    sandbox.quota.plan = "free"
    workspace, organization = str(sandbox.workspace_id), str(sandbox.organization_id)
    spellings = [
        (track, workspace_tasks.replace(workspace, workspace.zfill(40))),
        (track, workspace_tasks.replace(workspace, f"%{ord(workspace[0]):x}{workspace[1:]}")),
        (track, workspace_tasks.replace("workspaces", "%77orkspaces")),
        (track, f"{workspace_tasks}?#x"),
        (focus, focus_tasks.replace(organization, organization.zfill(40))),
        (focus, focus_tasks.replace("organizations", "org%61nizations")),
    ]
    for number, (client, path) in enumerate(spellings, 1):
        assert quota_headers(client.get(path)) == (200, 30 - number, 3600)
    for number, path in enumerate(("/me/tasks", "/%6de", "/me/%71uota", "/workspaces"), 1):
        assert quota_headers(track.get(path)) == (200, 30 - number, 3600)
    for path in (f"//workspaces/{workspace}/tasks", "/me/", "/ME/tasks"):
        assert track.get(path).status_code == 404


@pytest.mark.behaviour("both.quota.hour")
def test_an_hour_from_the_future_is_over(sandbox: Sandbox, track: httpx.Client, workspace_tasks: str) -> None:
    sandbox.quota.plan = "free"
    sandbox.clock.advance(timedelta(days=365))
    sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, 0)
    sandbox.clock.freeze(FROZEN_AT)
    assert quota_headers(track.get(workspace_tasks)) == (200, 29, 3600)


@pytest.mark.behaviour("both.quota.per-user-and-organization", "track.plan.no-tasks")
def test_each_user_and_organization_has_its_own_quota(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    sandbox.quota.plan = "free"
    for _ in range(30):
        track.get(workspace_tasks)
    other = (sandbox.seeded.other_user.track_token, "api_token")
    assert quota_headers(track.get(workspace_tasks, auth=other)) == (200, 29, 3600)
    planless = f"/workspaces/{sandbox.seeded.planless_workspace_id}/tasks"
    assert quota_headers(track.get(planless)) == (402, 29, 3600)
    assert track.get(workspace_tasks).status_code == 402


@pytest.mark.behaviour("track.quota.me")
def test_me_routes_have_their_own_quota_on_every_plan(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    sandbox.quota.plan = "premium"
    for used in range(1, 31):
        assert quota_headers(track.get("/me/tasks")) == (200, 30 - used, 3600)
    assert quota_headers(track.get("/me/quota")) == (402, 0, 3600)
    assert quota_headers(track.get(workspace_tasks)) == (200, 599, 3600)


@pytest.mark.behaviour("track.quota.route")
def test_the_quota_route_lists_all_quotas(sandbox: Sandbox, track: httpx.Client, workspace_tasks: str) -> None:
    sandbox.quota.plan = "starter"
    track.get(workspace_tasks)
    sandbox.clock.advance(10)
    assert track.get("/me/quota").json() == [
        {"organization_id": sandbox.organization_id, "remaining": 239, "resets_in_secs": 3590, "total": 240},
        {
            "organization_id": sandbox.seeded.planless_organization_id,
            "remaining": 240,
            "resets_in_secs": None,
            "total": 240,
        },
        {"organization_id": None, "remaining": 29, "resets_in_secs": 3600, "total": 30},
    ]


@pytest.mark.behaviour("both.quota.headers")
def test_plan_off_counts_nothing(track: httpx.Client, workspace_tasks: str) -> None:
    for _ in range(3):
        assert quota_headers(track.get(workspace_tasks)) == (200, 600, 3600)
        assert quota_headers(track.get("/me/quota")) == (200, 600, 3600)


@pytest.mark.behaviour("both.quota.smaller-plan")
def test_a_change_to_a_smaller_plan_leaves_no_requests(
    sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    sandbox.quota.plan = "premium"
    for _ in range(40):
        track.get(f"{workspace_tasks}?page=0")
    sandbox.quota.plan = "free"
    assert quota_headers(track.get(workspace_tasks)) == (402, 0, 3600)


def test_an_unknown_plan_raises() -> None:
    with pytest.raises(ValueError, match="unknown plan 'gold': choose one of off, free, starter, premium"):
        Sandbox(plan="gold")  # type: ignore[arg-type]
    assert all(HourlyQuota(Sandbox().clock, plan).plan == plan for plan in get_args(Plan))
