"""The request log is bounded in requests and in bytes."""

from __future__ import annotations

import httpx

from toggl_sandbox import Sandbox
from toggl_sandbox.request_log import MAX_CHARACTERS, MAX_REQUESTS


def test_long_paths_do_not_fill_the_memory(sandbox: Sandbox, track: httpx.Client) -> None:
    long = "x" * 60_000
    for number in range(MAX_CHARACTERS // 60_000 + 50):
        track.get(f"/{number}/{long}")
    requests = sandbox.requests
    assert MAX_CHARACTERS - 100_000 < sum(len(one.path) for one in requests) <= MAX_CHARACTERS
    assert requests[-1].path.startswith(f"/api/v9/{number}/")
    sandbox.clear_requests()
    track.get("/me")
    assert [one.path for one in sandbox.requests] == ["/api/v9/me"]


def test_the_log_has_the_last_requests(sandbox: Sandbox, track: httpx.Client) -> None:
    track.get("/me")
    one = sandbox.requests[0]
    for _ in range(MAX_REQUESTS + 5):
        sandbox.log.add(one)
    assert len(sandbox.requests) == MAX_REQUESTS
