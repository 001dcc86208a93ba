"""`on_request` and `on_response`: their arguments, their order, and what they do not see."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import httpx
import pytest

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await, resolve
from tests.support.service import Service, connection_failure, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_page, track_task
from toggl_tasks import AsyncTrack, ConnectionFailed, NotFound, RequestView, ResponseView, TogglError


async def record_views(clients: Clients, service: Service, call: Any, **options: Any) -> list[Any]:
    """All views of one call in the order they were given."""
    views: list[Any] = []
    hooks = {"on_request": views.append, "on_response": views.append}
    track = clients.track(service, clock=StoppedClock(), **hooks | options)
    with contextlib.suppress(TogglError):
        await resolve(call(track))
    return views


async def test_hooks_are_called_in_order_with_attempts_and_names(clients: Clients) -> None:
    service = Service(reply("no", 503), connection_failure(httpx.ReadError("reset")), reply(track_task()))
    views = await record_views(clients, service, lambda track: track.tasks.get(1, 2, 3), retries=3)
    assert [type(view) for view in views] == [RequestView, ResponseView] * 3
    for number, (request, response) in enumerate(zip(views[::2], views[1::2], strict=True), 1):
        assert response.request is request
        assert (request.operation, request.method, request.attempt) == ("get_task", "GET", number)
        assert (request.host, request.path, request.query) == (
            "api.track.toggl.com",
            "/workspaces/1/projects/2/tasks/3",
            (),
        )
    assert [(view.status, view.error) for view in views[1::2]] == [(503, None), (None, "ConnectionFailed"), (200, None)]


async def test_on_request_is_called_before_each_request(clients: Clients) -> None:
    service = Service(reply("no", 503), reply(track_task()))
    sent: list[int] = []

    def count(view: Any) -> None:
        sent.append(len(service.requests))

    hooks = {"on_request": count, "on_response": count, "retries": 1}
    await maybe_await(clients.track(service, clock=StoppedClock(), **hooks).tasks.get(1, 2, 3))
    assert sent == [0, 1, 1, 2]


async def test_hooks_see_only_safe_values(clients: Clients) -> None:
    headers = {
        "content-type": "application/json",
        "retry-after": "3",
        "x-toggl-quota-remaining": "7",
        "x-toggl-request-id": "abc",
        "set-cookie": "session=secret",
        "location": "https://elsewhere.example/?secret",
        "www-authenticate": "secret",
    }
    options = {"search": "secret", "active": "both", "page": 3, "extra_headers": {"x-key": "secret"}}
    request, response = await record_views(
        clients, Service(reply(track_page(), 200, headers)), lambda track: track.tasks.list(1, **options)
    )
    assert dict(request.query) == {"search": "***", "active": "both", "page": "3", "per_page": "200"}
    assert request.headers == {"accept": "application/json"}
    assert set(response.headers) - {"content-length"} == set(headers) - {"set-cookie", "location", "www-authenticate"}
    assert "secret" not in repr((request, response))


async def test_an_unreadable_body_is_reported_as_a_response(clients: Clients) -> None:
    _, response = await record_views(clients, Service(reply("text")), lambda track: track.tasks.get(1, 2, 3))
    assert (response.status, response.error) == (200, None)


async def test_hooks_are_not_called_for_unsent_requests(clients: Clients) -> None:
    spent = {"x-toggl-quota-remaining": "0", "x-toggl-quota-resets-in": "60"}
    views: list[Any] = []
    track = clients.track(Service(reply("no", 404, spent)), clock=StoppedClock(), on_request=views.append)
    for _ in range(3):
        with pytest.raises(TogglError):
            await maybe_await(track.tasks.get(1, 2, 3))
    assert len(views) == 1


async def test_each_hook_works_alone(clients: Clients) -> None:
    for hook, kind in (("on_request", RequestView), ("on_response", ResponseView)):
        views: list[object] = []
        track = clients.track(Service(reply("no", 404)), **{hook: views.append})
        with pytest.raises(NotFound):
            await maybe_await(track.tasks.get(1, 2, 3))
        assert [type(view) for view in views] == [kind]


@pytest.mark.parametrize("hook", ["on_request", "on_response"])
async def test_an_exception_in_a_hook_ends_only_the_call(clients: Clients, hook: str) -> None:
    class Broken(Exception):
        pass

    def fail(view: Any) -> None:
        views.append(view)
        if len(views) == 1:
            raise Broken

    views: list[Any] = []
    service = Service(*[reply(track_task())] * (1 if hook == "on_request" else 2))
    track = clients.track(service, **{hook: fail})
    with pytest.raises(Broken):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert (await maybe_await(track.tasks.get(1, 2, 3))).id == 3


async def test_a_cancelled_call_is_reported() -> None:
    class Stuck(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            sent.set()
            await asyncio.Event().wait()
            raise ConnectionFailed

    views: list[Any] = []
    sent = asyncio.Event()
    async with AsyncTrack(token=TRACK_TOKEN, transport=Stuck(), on_response=views.append) as track:
        call = asyncio.create_task(track.tasks.get(1, 2, 3))
        await asyncio.wait_for(sent.wait(), 10)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    assert [(view.status, view.error) for view in views] == [(None, "Cancelled")]
