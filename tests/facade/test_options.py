"""Time limits, headers, copies of a client, and who closes what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await, resolve
from tests.support.service import Service, SteadyService, reply
from tests.support.tasks import track_page, track_task
from toggl_tasks._credentials import basic_auth

CALLS: dict[str, tuple[Callable[..., Any], Any]] = {
    "list": (lambda tasks, **options: tasks.list(1, **options), track_page()),
    "list_mine": (lambda tasks, **options: tasks.list_mine(**options), []),
    "list_project": (lambda tasks, **options: tasks.list_project(1, 2, **options), []),
    "get": (lambda tasks, **options: tasks.get(1, 2, 3, **options), track_task()),
    "create": (lambda tasks, **options: tasks.create(1, 2, name="x", **options), track_task()),
    "update": (lambda tasks, **options: tasks.update(1, 2, 3, name="x", **options), track_task()),
    "delete": (lambda tasks, **options: tasks.delete(1, 2, 3, **options), None),
    "patch": (
        lambda tasks, **options: tasks.patch(1, 2, [3], [{"op": "remove", "path": "/user_id"}], **options),
        {"success": [3], "failure": []},
    ),
}
FOCUS_CALLS: dict[str, tuple[Callable[..., Any], Any]] = {
    "list": (lambda tasks, **options: tasks.list(1, 2, **options), {"data": [], "page": 1, "per_page": 1, "total": 0}),
    "create": (
        lambda tasks, **options: tasks.create(1, 2, name="x", **options),
        {"id": 3, "name": "x", "workspace_id": 2},
    ),
    "create_many": (lambda tasks, **options: tasks.create_many(1, 2, [{"name": "x"}], **options), []),
    "update": (lambda tasks, **options: tasks.update(1, 2, 3, name="x", **options), None),
    "delete": (lambda tasks, **options: tasks.delete(1, 2, 3, **options), None),
}
EVERY = {
    **{f"track {name}": ("track", *case) for name, case in CALLS.items()},
    **{f"focus {name}": ("focus", *case) for name, case in FOCUS_CALLS.items()},
}
every_call = pytest.mark.parametrize(("api", "call", "body"), EVERY.values(), ids=EVERY.keys())


def time_limits(service: Service) -> list[dict[str, float | None]]:
    return [request.extensions["timeout"] for request in service.requests]


def everywhere(seconds: float | None) -> dict[str, float | None]:
    return dict.fromkeys(("connect", "read", "write", "pool"), seconds)


@every_call
async def test_every_call_takes_a_time_limit_and_headers(
    clients: Clients, api: str, call: Callable[..., Any], body: Any
) -> None:
    service = SteadyService(reply(body))
    tasks = clients.client_of(api)(service).tasks
    await resolve(call(tasks))
    await resolve(call(tasks, timeout=2.5, extra_headers={"X-Trace": "t1"}))
    await resolve(call(tasks, timeout=None))
    assert time_limits(service) == [everywhere(30), everywhere(2.5), everywhere(None)]
    assert [request.headers.get("x-trace") for request in service.requests] == [None, "t1", None]
    # An option is no field and no filter.
    one, other, _ = service.requests
    assert (one.url, one.content) == (other.url, other.content)


@every_call
async def test_an_unknown_option_of_any_call_raises(
    clients: Clients, api: str, call: Callable[..., Any], body: Any
) -> None:
    tasks = clients.client_of(api)(Service()).tasks
    with pytest.raises(TypeError, match="tmeout"):
        await resolve(call(tasks, tmeout=3))


async def test_options_of_the_client_apply_to_every_call_without_its_own(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service, timeout=5, extra_headers={"X-Team": "docs", "X-Trace": "client"})
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3, timeout=7, extra_headers={"x-trace": "call"}))
    await maybe_await(track.raw.get_task(1, 2, 3))
    assert time_limits(service) == [everywhere(5), everywhere(7), everywhere(5)]
    assert [request.headers.get_list("x-team") for request in service.requests] == [["docs"]] * 3
    # A header of a call goes before that of the client, however it is written.
    assert [request.headers.get_list("x-trace") for request in service.requests] == [["client"], ["call"], ["client"]]


@pytest.mark.parametrize("name", ["authorization", "Authorization", "AUTHORIZATION"])
@pytest.mark.parametrize("level", ["client", "call", "copy"])
async def test_no_header_replaces_the_credentials(clients: Clients, name: str, level: str) -> None:
    service = Service(reply(track_task()))
    headers = {name: "Bearer evil"}
    track = clients.track(service, **({"extra_headers": headers} if level == "client" else {}))
    if level == "copy":
        track = track.with_options(extra_headers=headers)
    await maybe_await(track.tasks.get(1, 2, 3, **({"extra_headers": headers} if level == "call" else {})))
    assert service.request.headers.get_list("authorization") == [basic_auth(TRACK_TOKEN, "api_token").authorization]


@pytest.mark.parametrize("name", ["accept", "Accept"])
async def test_other_default_headers_can_be_replaced(clients: Clients, name: str) -> None:
    service = Service(reply(track_task()))
    await maybe_await(clients.track(service).tasks.get(1, 2, 3, extra_headers={name: "text/plain"}))
    assert service.request.headers.get_list("accept") == ["text/plain"]


async def test_with_options_changes_the_copy_only(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service, extra_headers={"x-team": "docs"})
    copy = track.with_options(timeout=3, extra_headers={"x-team": "other"})
    assert type(copy) is type(track)
    await maybe_await(copy.tasks.get(1, 2, 3))
    await maybe_await(copy.raw.get_task(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert time_limits(service) == [everywhere(3), everywhere(3), everywhere(30)]
    assert [request.headers["x-team"] for request in service.requests] == ["other", "other", "docs"]


async def test_with_options_keeps_the_other_options(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service, timeout=5, base_url="https://host.example", extra_headers={"x-team": "docs"})
    await maybe_await(track.with_options(strict=True).with_options().tasks.get(1, 2, 3))
    request = service.request
    assert (request.url.host, request.headers["x-team"]) == ("host.example", "docs")
    assert request.headers["authorization"] == basic_auth(TRACK_TOKEN, "api_token").authorization
    assert time_limits(service) == [everywhere(5)]


async def test_a_copy_shares_the_connections_and_does_not_close_them(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    track = clients.track(service)
    copy = track.with_options(timeout=3)
    await maybe_await(copy.close())
    assert service.closed == 0
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(copy.tasks.get(1, 2, 3))
    assert len(service.requests) == 2

    await maybe_await(track.close())
    assert service.closed == 1
    for closed in (track, copy):
        with pytest.raises(RuntimeError, match="closed"):
            await maybe_await(closed.tasks.get(1, 2, 3))


async def test_closing_twice_is_allowed(clients: Clients) -> None:
    service = Service()
    track = clients.track(service)
    await maybe_await(track.close())
    await maybe_await(track.close())
    assert service.closed == 1


async def test_a_context_manager_closes_the_client(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    for make in (clients.track, clients.focus):
        service.closed = 0
        made = make(service)
        if clients.asynchronous:
            async with made as client:
                assert client is made
                assert service.closed == 0
        else:
            with made as client:
                assert client is made
                assert service.closed == 0
        assert service.closed == 1


async def test_a_context_manager_closes_after_an_error_and_reraises_it(clients: Clients) -> None:
    service = Service()
    made = clients.track(service)
    with pytest.raises(KeyError):  # noqa: PT012 - the block is what is tested
        if clients.asynchronous:
            async with made:
                raise KeyError
        else:
            with made:
                raise KeyError
    assert service.closed == 1


async def test_the_callers_http_client_stays_open(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    http_client = clients.http_client(service)
    track = clients.track(http_client=http_client)
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.with_options(timeout=3).close())
    await maybe_await(track.close())
    assert service.closed == 0
    assert not http_client.is_closed
    with pytest.raises(RuntimeError, match="closed"):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(clients.track(http_client=http_client).tasks.get(1, 2, 3))
    assert len(service.requests) == 2


async def test_the_callers_http_client_keeps_its_headers(clients: Clients) -> None:
    service = SteadyService(reply(track_task()))
    http_client = clients.http_client(service)
    http_client.headers.update({"user-agent": "mine/1", "authorization": "Bearer evil"})
    await maybe_await(clients.track(http_client=http_client).tasks.get(1, 2, 3))
    assert service.request.headers["user-agent"] == "mine/1"
    assert service.request.headers.get_list("authorization") == [basic_auth(TRACK_TOKEN, "api_token").authorization]
    # Our time limit, not that of the caller's client.
    assert time_limits(service) == [everywhere(30)]


async def test_the_repr_of_a_client_is_its_url(clients: Clients) -> None:
    kind = "AsyncTrack" if clients.asynchronous else "Track"
    assert repr(clients.track(Service())) == f"<{kind} https://api.track.toggl.com/api/v9>"
    assert repr(clients.focus(Service(), base_url="http://localhost:9/")).endswith("Focus http://localhost:9>")
