"""`client.quota`: the quota headers of the last response."""

from __future__ import annotations

import datetime

import httpx
import pytest

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, connection_failure, raw_reply, reply
from tests.support.tasks import track_page, track_task
from toggl_tasks import ApiError, ConnectionFailed, DecodeFailed
from toggl_tasks._quota import scope_of

REMAINING, RESETS_IN = "X-Toggl-Quota-Remaining", "X-Toggl-Quota-Resets-In"


async def test_the_quota_is_none_before_the_first_response(clients: Clients) -> None:
    assert clients.track(Service()).quota is None
    assert clients.focus(Service()).quota is None


@pytest.mark.parametrize("api", ["track", "focus"])
async def test_each_response_updates_the_quota(clients: Clients, api: str) -> None:
    service = Service(
        raw_reply(b"", 204, {REMAINING: "29", RESETS_IN: "3600"}), raw_reply(b"", 204, {REMAINING: "0", RESETS_IN: "1"})
    )
    client = clients.client_of(api)(service)
    before = datetime.datetime.now(datetime.UTC)
    await maybe_await(client.tasks.delete(1, 2, 3))
    after = datetime.datetime.now(datetime.UTC)
    assert client.quota.remaining == 29
    assert before <= client.quota.resets_at - datetime.timedelta(hours=1) <= after
    await maybe_await(client.tasks.delete(1, 2, 3))
    assert client.quota.remaining == 0


@pytest.mark.parametrize("status", [301, 400, 401, 402, 403, 404, 410, 429, 500])
async def test_errors_update_the_quota(clients: Clients, status: int) -> None:
    track = clients.track(Service(reply("no", status, {REMAINING: "7"})))
    with pytest.raises(ApiError):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert (track.quota.remaining, track.quota.resets_at) == (7, None)


async def test_an_unreadable_body_updates_the_quota(clients: Clients) -> None:
    track = clients.track(Service(raw_reply(b"<", headers={REMAINING: "7"})))
    with pytest.raises(DecodeFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert track.quota.remaining == 7


async def test_lists_and_raw_calls_update_the_quota(clients: Clients) -> None:
    service = Service(reply(track_page(), headers={REMAINING: "5"}), reply(None, headers={REMAINING: "4"}))
    track = clients.track(service)
    await collect(track.tasks.list(1))
    assert track.quota.remaining == 5
    await maybe_await(track.raw.get_my_quota())
    assert track.quota.remaining == 4


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {RESETS_IN: "60"},
        *({REMAINING: text} for text in ("", " ", "many", "-1", "1.5", "1e3", "0x10", "\u00b2", "9" * 5_000, "3, 4")),
    ],
)
async def test_unreadable_quota_headers_are_ignored(clients: Clients, headers: dict[str, str]) -> None:
    # A number of thousands of digits cannot be right; it may be ignored or cut, but it is no reason to fail.
    def answer(request: httpx.Request) -> httpx.Response:
        encoded = [(name.encode(), text.encode("utf-8")) for name, text in headers.items()]
        return httpx.Response(200, headers=encoded, json=track_task(), request=request)

    track = clients.track(Service(reply(track_task(), headers={REMAINING: "9"}), answer))
    await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.tasks.get(1, 2, 3))
    if len(headers.get(REMAINING, "")) < 5_000:
        assert track.quota.remaining == 9


@pytest.mark.parametrize("resets_in", ["", "soon", "-5", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT"])
async def test_an_unreadable_reset_is_none(clients: Clients, resets_in: str) -> None:
    track = clients.track(Service(reply(track_task(), headers={REMAINING: "9", RESETS_IN: resets_in})))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert (track.quota.remaining, track.quota.resets_at) == (9, None)


@pytest.mark.parametrize("resets_in", ["9" * 12, "9" * 30])
async def test_a_reset_beyond_the_calendar_is_ignored(clients: Clients, resets_in: str) -> None:
    track = clients.track(Service(reply(track_task(), headers={REMAINING: "9", RESETS_IN: resets_in})))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert track.quota.remaining == 9


async def test_space_around_a_quota_header_is_ignored(clients: Clients) -> None:
    track = clients.track(Service(reply(track_task(), headers={REMAINING: " 9 ", RESETS_IN: " 60"})))
    await maybe_await(track.tasks.get(1, 2, 3))
    assert track.quota.remaining == 9
    assert track.quota.resets_at is not None


async def test_a_failed_connection_does_not_change_the_quota(clients: Clients) -> None:
    service = Service(reply(track_task(), headers={REMAINING: "9"}), connection_failure(httpx.ConnectError("x")))
    track = clients.track(service)
    await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    assert track.quota.remaining == 9


async def test_copies_share_the_quota(clients: Clients) -> None:
    service = Service(*(reply(track_task(), headers={REMAINING: text}) for text in ("9", "8")))
    track = clients.track(service)
    copy = track.with_options(timeout=3)
    await maybe_await(copy.tasks.get(1, 2, 3))
    assert track.quota.remaining == 9
    await maybe_await(track.tasks.get(1, 2, 3))
    assert copy.quota.remaining == 8
    assert copy.with_options(strict=True).quota.remaining == 8


async def test_clients_have_separate_quotas(clients: Clients) -> None:
    service = Service(reply(track_task(), headers={REMAINING: "9"}))
    one, other = clients.track(service), clients.track(service)
    await maybe_await(one.tasks.get(1, 2, 3))
    assert other.quota is None


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("/me", "me"),
        ("/me/tasks", "me"),
        ("/users/me/settings", "me"),
        ("/workspaces", "me"),
        ("/workspaces/5/tasks", "workspace 5"),
        ("/organizations/4/workspaces/5/tasks", "organization 4"),
        ("/meals", ""),
    ],
)
def test_routes_count_against_the_quota_of_their_scope(path: str, scope: str) -> None:
    assert scope_of(path) == scope
