"""The request log is bounded in requests and in bytes."""

from __future__ import annotations

import httpx

from toggl_sandbox import Sandbox
from toggl_sandbox.request_log import MAX_CHARACTERS, MAX_REQUESTS, Exchange, Message


def test_long_paths_do_not_fill_the_memory(sandbox: Sandbox, track: httpx.Client) -> None:
    long = "x" * 60_000
    for number in range(MAX_CHARACTERS // 60_000 + 50):
        track.get(f"/{number}/{long}")
    requests = sandbox.requests
    assert MAX_CHARACTERS - 400_000 < sum(len(one.path) for one in requests) <= MAX_CHARACTERS
    assert requests[-1].path.startswith(f"/api/v9/{number}/")
    sandbox.clear_requests()
    track.get("/me")
    assert [one.path for one in sandbox.requests] == ["/api/v9/me"]


def test_the_log_has_the_last_requests(sandbox: Sandbox) -> None:
    first = add_request(sandbox)
    for _ in range(MAX_REQUESTS + 4):
        last = add_request(sandbox)
    assert [one.id for one in sandbox.requests] == list(range(first + 5, last + 1))
    assert len(sandbox.log) == MAX_REQUESTS
    assert sandbox.log.counts == {"track.getMe": MAX_REQUESTS}
    assert sandbox.log.find(first) is None


def add_request(sandbox: Sandbox, body: bytes = b"") -> int:
    """Add an entry to the log, and return its id."""
    return sandbox.log.add(
        Exchange(Message(), Message(b"", body, len(body)), None, None, None),
        at=sandbox.clock.now(),
        method="GET",
        path="/api/v9/me",
        query="",
        operation="track.getMe",
        status=200,
        request_id="1",
        fault=None,
        duration=0.1,
    )
