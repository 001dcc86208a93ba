"""Errors, answers and pages cross process borders as pickles: they arrive, and without credentials."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.facade.test_secrets import basic
from tests.support.clients import TRACK_TOKEN, Clients, collect, maybe_await
from tests.support.service import Service, SteadyService, connection_failure, raw_reply, reply
from tests.support.tasks import track_page, track_task
from toggl_tasks import BudgetExceeded, TogglError, replace

SECRETS = (TRACK_TOKEN.encode(), basic(TRACK_TOKEN, "api_token").encode(), b"canary-header")
OPTIONS: dict[str, Any] = {"extra_headers": {"x-key": "canary-header"}}


def round_trip(value: Any, protocol: int = pickle.HIGHEST_PROTOCOL) -> Any:
    pickled = pickle.dumps(value, protocol)
    for secret in SECRETS:
        assert secret not in pickled
    return pickle.loads(pickled)


FAILURES: dict[str, Callable[[httpx.Request], httpx.Response]] = {
    "not JSON": raw_reply(b"<html>"),
    "redirect": reply("x", 302, {"location": "/elsewhere"}),
    "not found": reply({"message": "no"}, 404, {"x-toggl-request-id": "r1"}),
    "quota": reply("hourly limit", 402, {"x-toggl-quota-remaining": "0", "x-toggl-quota-resets-in": "60"}),
    "refused": connection_failure(httpx.ConnectError("refused")),
    "slow": connection_failure(httpx.ReadTimeout("")),
}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())
async def test_an_error_is_pickled_without_credentials(clients: Clients, failure: Any, protocol: int) -> None:
    with pytest.raises(TogglError) as caught:
        await maybe_await(clients.track(SteadyService(failure), **OPTIONS).tasks.get(1, 2, 3))
    error = caught.value
    error.add_note("note")
    for back in (round_trip(error, protocol), copy.copy(error)):
        assert (type(back), str(back), back.args) == (type(error), str(error), error.args)
        hidden = ("request", "response")
        assert {**vars(back), **dict.fromkeys(hidden)} == {**vars(error), **dict.fromkeys(hidden)}
        assert getattr(back, "response", None) is None


async def test_an_error_of_a_list_is_pickled_with_its_partial_page(clients: Clients) -> None:
    page = track_page(track_task()) | {"total_count": 5_000}
    track = clients.track(SteadyService(reply(page)), **OPTIONS)
    with track.budget(3), pytest.raises(BudgetExceeded) as caught:
        await collect(track.tasks.list(1))
    back = round_trip(caught.value)
    assert back.partial.items == caught.value.partial.items
    assert back.partial.answer.response.json() == caught.value.partial.answer.response.json()
    assert (back.needed, back.left) == (caught.value.needed, caught.value.left)


async def test_a_partial_result_is_pickled(clients: Clients) -> None:
    service = Service(reply({"success": [1], "failure": []}), reply("x", 500))
    track = clients.track(service, **OPTIONS)
    with pytest.raises(TogglError) as caught:
        await maybe_await(track.tasks.patch(1, 2, range(1, 150), [replace("/active", False)]))
    assert round_trip(caught.value).partial.success == [1]


async def test_an_answer_is_pickled_without_credentials(clients: Clients) -> None:
    track = clients.track(SteadyService(reply(track_task())), **OPTIONS)
    answer = await maybe_await(track.raw.get_task(1, 2, 3))
    for back in (round_trip(answer), copy.deepcopy(answer)):
        assert (back.value, back.attempts, back.kind) == (answer.value, answer.attempts, answer.kind)
        assert back.response.json() == answer.response.json()
        assert (back.response.request.method, back.response.request.url) == ("GET", answer.response.request.url)
        assert "authorization" not in back.response.request.headers
        assert back.unknown_fields() == answer.unknown_fields()
    assert "authorization" in answer.response.request.headers


async def test_a_page_is_pickled_without_credentials(clients: Clients) -> None:
    track = clients.track(SteadyService(reply(track_page(track_task()))), **OPTIONS)
    for page in await collect(track.tasks.list(1).pages()):
        back = round_trip(page)
        assert (back, back.served_at) == (page, page.served_at)
