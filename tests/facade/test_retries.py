"""Which requests are sent again, how often, and after which time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import Service, connection_failure, raw_reply, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import (
    ApiError,
    ConnectionFailed,
    RateLimited,
    Retries,
    ServerError,
    TimedOut,
    TogglError,
    add,
    replace,
)
from toggl_tasks._retries import read_retry_after

FULL = Retries(jitter=lambda: 1.0)
"""Waits as long as it may each time."""

CALLS: dict[str, Callable[[Any], Any]] = {
    "GET": lambda tasks: tasks.get(1, 2, 3),
    "PUT": lambda tasks: tasks.update(1, 2, 3, name="x"),
    "DELETE": lambda tasks: tasks.delete(1, 2, 3),
    "POST": lambda tasks: tasks.create(1, 2, name="x"),
    "PATCH": lambda tasks: tasks.patch(1, 2, [3], [replace("/active", False)]),
}
SAFE = {"GET", "PUT", "DELETE"}
BODIES = {"PATCH": {"success": [3], "failure": []}, "DELETE": "gone"}


def answer(method: str) -> Callable[[httpx.Request], httpx.Response]:
    return reply(BODIES.get(method, track_task()))


async def sent_again(clients: Clients, method: str, trouble: Any, **options: Any) -> bool:
    """Whether a call is repeated after this trouble; it succeeds then, and its waits are as they should be."""
    service, clock = Service(trouble, answer(method)), StoppedClock()
    track = clients.track(service, clock=clock, **{"retries": FULL} | options)
    error: TogglError | None = None
    try:
        await maybe_await(CALLS[method](track.tasks))
    except TogglError as raised:
        error = raised
    if error is not None:
        assert (error.attempts, len(service.requests), clock.waits) == (1, 1, [])
        return False
    assert (len(service.requests), clock.waits) == (2, [0.5])
    assert service.requests[0].content == service.requests[1].content
    assert service.requests[0].headers == service.requests[1].headers
    return True


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("error", [httpx.ConnectError("refused"), httpx.ConnectTimeout(""), httpx.PoolTimeout("")])
async def test_connect_errors_are_always_retried(clients: Clients, method: str, error: Exception) -> None:
    assert await sent_again(clients, method, connection_failure(error))


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadError("reset"),
        httpx.WriteError("broken pipe"),
        httpx.ReadTimeout(""),
        httpx.WriteTimeout(""),
        httpx.RemoteProtocolError("Server disconnected without sending a response."),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_broken_connections_are_retried_only_if_idempotent(
    clients: Clients, method: str, error: Exception
) -> None:
    assert await sent_again(clients, method, connection_failure(error)) == (method in SAFE)


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_gateway_error_is_retried_if_idempotent(clients: Clients, method: str, status: int) -> None:
    assert await sent_again(clients, method, reply("x", status)) == (method in SAFE)


@pytest.mark.parametrize("method", CALLS)
async def test_429_is_retried_for_every_operation(clients: Clients, method: str) -> None:
    assert await sent_again(clients, method, reply("x", 429))


@pytest.mark.parametrize("status", [301, 400, 401, 402, 403, 404, 410, 418, 500, 501])
async def test_final_statuses_are_not_retried(clients: Clients, status: int) -> None:
    assert not await sent_again(clients, "GET", reply("x", status))


@pytest.mark.parametrize(
    "error", [httpx.UnsupportedProtocol("x"), httpx.LocalProtocolError("x"), httpx.InvalidURL("x")], ids=repr
)
async def test_local_protocol_errors_are_not_retried(clients: Clients, error: Exception) -> None:
    assert not await sent_again(clients, "GET", connection_failure(error))


async def test_patch_is_retried_only_if_allowed(clients: Clients) -> None:
    chosen = Retries(patch=True, jitter=lambda: 1.0)
    assert await sent_again(clients, "PATCH", reply("x", 503), retries=chosen)
    service = Service(reply("x", 503))
    track = clients.track(service, retries=chosen)
    with pytest.raises(ServerError):
        await maybe_await(track.tasks.patch(1, 2, [3], [replace("/active", False), add("/tags", 1)]))
    focus = clients.focus(Service(reply("x", 503), raw_reply(b"", 204)), retries=chosen, clock=StoppedClock())
    await maybe_await(focus.tasks.update(1, 2, 3, name="x"))


async def test_backoff_doubles_up_to_a_limit(clients: Clients) -> None:
    service, clock = Service(*[reply("x", 503)] * 6), StoppedClock()
    track = clients.track(service, clock=clock, retries=Retries(count=5, longest_wait=3, jitter=lambda: 1.0))
    with pytest.raises(ServerError) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [0.5, 1, 2, 3, 3]
    assert caught.value.attempts == 6


async def test_backoff_has_full_jitter() -> None:
    waits = [Retries(first_wait=8).pause(0, None) for _ in range(400)]
    assert 0 <= min(waits) < 2
    assert 6 < max(waits) <= 8


async def test_three_retries_by_default(clients: Clients) -> None:
    service, clock = Service(*[reply("x", 429)] * 4), StoppedClock()
    with pytest.raises(RateLimited):
        await maybe_await(clients.track(service, clock=clock, retries=Retries()).tasks.get(1, 2, 3))
    assert len(service.requests) == 4


@pytest.mark.parametrize(("number", "requests"), [(0, 1), (1, 2), (5, 6)])
async def test_a_call_can_set_its_retries(clients: Clients, number: int, requests: int) -> None:
    service, clock = Service(*[reply("x", 503)] * requests), StoppedClock()
    track = clients.track(service, clock=clock, retries=FULL)
    with pytest.raises(ServerError):
        await maybe_await(track.tasks.get(1, 2, 3, retries=number))
    assert len(service.requests) == requests
    assert clock.waits == [0.5, 1, 2, 4, 8][: requests - 1]  # the rest of the client's settings stays


async def test_each_request_counts_its_own_retries(clients: Clients) -> None:
    service = Service(reply("x", 503), reply(track_task()), reply("x", 503), reply(track_task()))
    track = clients.track(service, clock=StoppedClock(), retries=1)
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert len(service.requests) == 4


@pytest.mark.parametrize("given", [-1, True, 1.5, "3", None])
async def test_invalid_retries_raise(clients: Clients, given: Any) -> None:
    with pytest.raises(ValueError, match="retries must be a number of retries"):
        clients.track(Service(), retries=given)
    track = clients.track(Service())
    with pytest.raises(ValueError, match="retries must be a number of retries"):
        await maybe_await(track.tasks.get(1, 2, 3, retries=given))


@pytest.mark.parametrize("retry_after", ["7", "7.0", " 7 ", "Mon, 03 Mar 2025 09:00:07 GMT"])
async def test_retry_after_sets_the_wait(clients: Clients, retry_after: str) -> None:
    service, clock = Service(reply("x", 429, {"Retry-After": retry_after}), reply(track_task())), StoppedClock()
    await maybe_await(clients.track(service, clock=clock, retries=1).tasks.get(1, 2, 3))
    assert clock.waits == [7]


async def test_retry_after_is_limited(clients: Clients) -> None:
    service, clock = Service(reply("x", 503, {"Retry-After": "86400"}), reply(track_task())), StoppedClock()
    track = clients.track(service, clock=clock, retries=Retries(longest_retry_after=20))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert clock.waits == [20]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("0", 0),
        ("1.5", 1.5),
        ("Mon, 03 Mar 2025 08:00:00 GMT", 0),
        *((text, None) for text in ("", "soon", "-3", "1e3", "nan", "inf", "0x10", "\u0661", "9" * 400, "Mon, 99 Foo")),
    ],
)
def test_retry_after_is_read(text: str | None, seconds: float | None) -> None:
    assert read_retry_after(text, 1_740_992_400.0) == seconds


async def test_the_error_has_retry_after(clients: Clients) -> None:
    with pytest.raises(ApiError) as caught:
        await maybe_await(clients.track(Service(reply("x", 503, {"Retry-After": "7"}))).tasks.get(1, 2, 3))
    assert caught.value.retry_after == 7


async def test_the_deadline_ends_repeats(clients: Clients) -> None:
    service, clock = Service(reply("x", 503), reply("x", 503), reply("x", 503)), StoppedClock()
    track = clients.track(service, clock=clock, retries=FULL, deadline=2)
    with pytest.raises(ServerError) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert (clock.waits, caught.value.attempts) == ([0.5, 1], 3)  # two more seconds would be too many


async def test_an_attempt_gets_no_more_time_than_the_deadline_leaves(clients: Clients) -> None:
    service, clock = Service(reply("x", 503), reply(track_task())), StoppedClock()
    track = clients.track(service, clock=clock, retries=FULL, timeout=30)
    await maybe_await(track.tasks.get(1, 2, 3, deadline=2))
    assert [request.extensions["timeout"]["read"] for request in service.requests] == [2, 1.5]


async def test_a_retry_is_logged_with_its_reason(clients: Clients, caplog: pytest.LogCaptureFixture) -> None:
    service = Service(reply("x", 503), connection_failure(httpx.ReadTimeout("")), reply(track_task()))
    with caplog.at_level(logging.WARNING, "toggl_tasks"):
        await maybe_await(clients.track(service, clock=StoppedClock(), retries=FULL).tasks.get(1, 2, 3))
    first, second = (record.getMessage() for record in caplog.records)
    assert first == "GET get_task: attempt 1 failed (503); next attempt in 0.5 s"
    assert second == "GET get_task: attempt 2 failed (ReadTimeout); next attempt in 1 s"


async def test_attempts_is_the_number_of_requests(clients: Clients) -> None:
    service = Service(reply("x", 503), reply(track_task()), reply(track_task()))
    raw = clients.track(service, clock=StoppedClock(), retries=1).raw
    assert (await maybe_await(raw.get_task(1, 2, 3))).attempts == 2
    assert (await maybe_await(raw.get_task(1, 2, 3))).attempts == 1


async def test_a_repeated_timeout_raises(clients: Clients) -> None:
    service = Service(*[connection_failure(httpx.ReadTimeout(""))] * 2)
    with pytest.raises(TimedOut) as caught:
        await maybe_await(clients.track(service, clock=StoppedClock(), retries=1).tasks.get(1, 2, 3))
    assert caught.value.attempts == 2
    assert isinstance(caught.value, ConnectionFailed)
