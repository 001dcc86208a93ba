"""Limits of a client: response sizes, redirects, and tokens over plain HTTP to other machines."""

from __future__ import annotations

import gzip
from typing import Any

import httpx
import pytest

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await
from tests.support.service import Service, raw_reply, reply
from tests.support.tasks import track_task
from toggl_tasks import ApiError, DecodeFailed, Track


async def test_a_body_up_to_the_limit_is_read(clients: Clients) -> None:
    body = b'{"id": 3}'.ljust(1_000)
    fine = clients.track(Service(raw_reply(body)), max_response_bytes=1_000)
    with pytest.warns(UserWarning, match="expected"):
        assert (await maybe_await(fine.tasks.get(1, 2, 3))).id == 3
    for status in (200, 500):
        small = clients.track(Service(raw_reply(body, status)), max_response_bytes=999)
        with pytest.raises(
            DecodeFailed, match=rf"the response \({status}\) is larger than 999 bytes; .* `max_response_bytes`"
        ):
            await maybe_await(small.tasks.get(1, 2, 3))


async def test_a_body_that_decompresses_beyond_the_limit_raises(clients: Clients) -> None:
    packed = gzip.compress(bytes(10_000_000))
    track = clients.track(Service(raw_reply(packed, headers={"content-encoding": "gzip"})), max_response_bytes=100_000)
    with pytest.raises(DecodeFailed, match="larger than 100000 bytes"):
        await maybe_await(track.tasks.get(1, 2, 3))


async def test_the_response_can_be_read_as_usual(clients: Clients) -> None:
    packed = raw_reply(gzip.compress(b'"gone"'), headers={"content-encoding": "gzip"})
    answer = await maybe_await(clients.track(Service(packed)).raw.delete_task(1, 2, 3))
    assert (answer.response.content, answer.response.text, answer.response.json()) == (b'"gone"', '"gone"', "gone")
    assert answer.response.is_closed


@pytest.mark.parametrize("limit", [0, -1, True, 1.5, "10 MB"])
async def test_invalid_limits_raise(clients: Clients, limit: Any) -> None:
    with pytest.raises(ValueError, match="max_response_bytes"):
        clients.track(Service(), max_response_bytes=limit)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(clients: Clients, status: int) -> None:
    service = Service(
        raw_reply(b"", status, {"location": f"https://me:pass@elsewhere.example/{TRACK_TOKEN}?key=private"})
    )
    http_client = clients.http_client(service)
    http_client.follow_redirects = True
    with pytest.raises(ApiError) as caught:
        await maybe_await(clients.track(http_client=http_client).tasks.get(1, 2, 3))
    assert caught.value.status == status
    assert str(caught.value).endswith("redirects to elsewhere.example/***: check base_url")
    assert len(service.requests) == 1


async def test_the_credentials_are_those_of_the_client(clients: Clients) -> None:
    service = Service(reply(track_task()))
    http_client = clients.http_client(service)
    http_client.auth = httpx.BasicAuth("somebody", "else")
    await maybe_await(clients.track(http_client=http_client).tasks.get(1, 2, 3))
    own = Service(reply(track_task()))
    await maybe_await(clients.track(own).tasks.get(1, 2, 3))
    assert service.request.headers["authorization"] == own.request.headers["authorization"]


@pytest.mark.parametrize("host", ["toggl.example", "10.0.0.7", "localhost.example", "[::2]", "0.0.0.0"])
def test_http_to_another_machine_raises(host: str) -> None:
    with pytest.raises(ValueError, match=r"would send credentials unencrypted to .* allow_http=True") as caught:
        Track(token=TRACK_TOKEN, base_url=f"http://{host}/api/v9")
    assert TRACK_TOKEN not in str(caught.value)
    Track(token=TRACK_TOKEN, base_url=f"http://{host}/api/v9", allow_http=True)
    Track(token=TRACK_TOKEN, base_url=f"https://{host}/api/v9")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]", "toggl.localhost", "LOCALHOST"])
def test_http_to_this_machine_is_allowed(host: str) -> None:
    Track(token=TRACK_TOKEN, base_url=f"http://{host}:8181/api/v9")
