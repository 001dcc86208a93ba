from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.support.control_client import Control
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.limits.rate_limit import BURST


@pytest.fixture
def limited(sandbox: Sandbox) -> Iterator[Sandbox]:
    sandbox.rate_limit.enabled = True
    yield sandbox
    sandbox.rate_limit.enabled = False


def statuses(track: httpx.Client, number: int, path: str = "/me/tasks") -> list[int]:
    return [track.get(path).status_code for _ in range(number)]


def test_the_rate_limit_is_off_by_default(track: httpx.Client) -> None:
    assert set(statuses(track, 4 * BURST)) == {200}


@pytest.mark.behaviour("both.rate-limit.bucket")
def test_the_argument_enables_it_and_reset_restores_it() -> None:
    with Sandbox(rate_limit=True, clock=Clock(FROZEN_AT)) as sandbox:
        authentication = (sandbox.token, "api_token")
        with httpx.Client(transport=sandbox.transport(), base_url=sandbox.track_url, auth=authentication) as client:
            assert statuses(client, BURST + 1)[-1] == 429
            sandbox.rate_limit.enabled = False
            sandbox.reset()
            assert sandbox.rate_limit.enabled
            assert statuses(client, BURST + 1) == [200] * BURST + [429]


@pytest.mark.behaviour("both.rate-limit.bucket", "both.rate-limit.burst")
def test_one_request_per_second_of_the_clock_is_allowed_after_a_burst(limited: Sandbox, track: httpx.Client) -> None:
    assert statuses(track, BURST + 2) == [200] * BURST + [429, 429]
    limited.clock.advance(0.9)
    assert statuses(track, 1) == [429]
    limited.clock.advance(0.1)
    assert statuses(track, 2) == [200, 429]
    limited.clock.advance(3600)
    assert statuses(track, BURST + 1) == [200] * BURST + [429]
    limited.clock.freeze(FROZEN_AT)
    assert statuses(track, 1) == [429]


@pytest.mark.behaviour("both.rate-limit.bucket", "focus.errors.names")
def test_each_token_has_its_own_bucket(
    limited: Sandbox, track: httpx.Client, focus: httpx.Client, focus_tasks: str
) -> None:
    statuses(track, BURST + 1)
    assert focus.get(focus_tasks).status_code == 200
    other = (limited.seeded.other_user.track_token, "api_token")
    assert track.get("/me/tasks", auth=other).status_code == 200
    assert track.get("/me/tasks", auth=("wrong", "api_token")).status_code == 403
    for _ in range(BURST):
        reply = focus.get(focus_tasks)
    assert (reply.status_code, reply.json()["error"]) == (429, "too_many_requests")


@pytest.mark.behaviour("both.rate-limit.not-charged", "both.rate-limit.retry-after")
def test_a_429_is_not_charged_and_has_retry_after_on_request_only(limited: Sandbox, track: httpx.Client) -> None:
    limited.quota.plan = "free"
    statuses(track, BURST)
    reply = track.get("/me/tasks")
    assert (reply.status_code, reply.text, reply.headers.get("retry-after")) == (429, "Too Many Requests", None)
    assert [one.used for one in limited.quota.used] == [BURST]
    limited.rate_limit.retry_after = True
    limited.clock.advance(0.5)
    assert track.get("/me/tasks").headers["retry-after"] == "1"


def test_the_rate_limit_can_be_set_over_http_and_exported(sandbox: Sandbox, track: httpx.Client) -> None:
    with Control(sandbox) as control:
        assert control.patch("/quota", json={"rate_limit": True}).json()["rate_limit"] is True
        statuses(track, BURST)
        document = sandbox.export_state()
        sandbox.reset()
        assert control.get("/quota").json()["rate_limit"] is False
    sandbox.import_state(document)
    assert statuses(track, 1) == [429]
