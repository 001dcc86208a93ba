"""The request log is bounded in requests, in the length of their paths and headers, and in bytes of bodies."""

from __future__ import annotations

import httpx

from toggl_sandbox import Sandbox
from toggl_sandbox.request_log import MAX_BODIES, MAX_BODY, MAX_CHARACTERS, MAX_REQUESTS, Exchange, Message


def test_long_paths_and_headers_do_not_fill_the_memory(sandbox: Sandbox, track: httpx.Client) -> None:
    track.get("/" + "x" * 60_000)
    first = sandbox.requests[0]
    for number in range(MAX_CHARACTERS // 60_000 + 50):
        add_request(sandbox, path=f"/{number}/" + "x" * 30_000, head=b"x" * 30_000)
    requests = sandbox.requests
    assert MAX_CHARACTERS - 100_000 < sum(len(one.path) + 30_000 for one in requests) <= MAX_CHARACTERS
    assert requests[-1].path.startswith(f"/{number}/")
    assert first not in requests
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


def test_the_oldest_bodies_are_dropped_first(sandbox: Sandbox) -> None:
    ids = [add_request(sandbox, b"x" * MAX_BODY) for _ in range(MAX_BODIES // MAX_BODY + 3)]
    assert sandbox.log.stored_bytes == MAX_BODIES
    bodies = [exchange.response.body for _, exchange in reversed(sandbox.log.entries())]
    assert bodies[:3] == [None] * 3
    assert all(body is not None for body in bodies[3:])
    assert [one.id for one in sandbox.requests] == ids
    sandbox.clear_requests()
    add_request(sandbox, b"x")
    assert sandbox.log.stored_bytes == 1


def test_requests_that_leave_the_log_take_their_bodies_along(sandbox: Sandbox) -> None:
    for _ in range(MAX_REQUESTS + 5):
        add_request(sandbox, b"xy")
    assert sandbox.log.stored_bytes == 2 * MAX_REQUESTS


def add_request(sandbox: Sandbox, body: bytes = b"", path: str = "/api/v9/me", head: bytes = b"") -> int:
    """Add an entry to the log, and return its id."""
    return sandbox.log.add(
        Exchange(Message(head), Message(b"", body, len(body)), None, None, None),
        at=sandbox.clock.now(),
        method="GET",
        path=path,
        query="",
        operation="track.getMe",
        status=200,
        request_id="1",
        fault=None,
        duration=0.1,
    )
