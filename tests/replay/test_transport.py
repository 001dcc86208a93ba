"""The replay answers the recorded request, and no other."""

from __future__ import annotations

import datetime
import socket
from typing import Any, Final

import httpx
import msgspec
import pytest

from recorder.format import Provenance, Recording, Request, Response
from tests.support.replay.transport import BASE_URL, ReplayTransport

AUTHORIZATION: Final = "Bearer replay-token"
RECORDING: Final = Recording(
    provenance=Provenance(evidence="assumed", source="a test", date=datetime.date(2026, 11, 21)),
    request=Request(
        api="focus",
        operation="createTask",
        method="POST",
        path="/organizations/1/workspaces/2/tasks",
        query="a=1&b=x+y&a=2&c=",
        body='{"name":"Text 1","position":1}',
    ),
    response=Response(status=201, headers={"x-trace-id": "t"}, body='{"id":3}'),
)


def send_recorded(recording: Recording = RECORDING, times: int = 1, **changes: Any) -> httpx.Response:
    request: dict[str, Any] = {
        "method": "POST",
        "url": f"{BASE_URL}/organizations/1/workspaces/2/tasks?b=x%20y&a=1&a=2&c=",
        "headers": {"authorization": AUTHORIZATION, "content-type": "application/json"},
        "content": '{"position": 1, "name": "Text 1"}',
        **changes,
    }
    with httpx.Client(transport=ReplayTransport(recording, AUTHORIZATION)) as client:
        return [client.request(**request) for _ in range(times)][-1]


def test_the_recorded_request_is_answered() -> None:
    response = send_recorded()
    assert (response.status_code, response.content, response.headers["x-trace-id"]) == (201, b'{"id":3}', "t")


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PUT"},
        {"url": f"{BASE_URL}/organizations/1/workspaces/3/tasks?b=x%20y&a=1&a=2&c="},
        {"url": f"{BASE_URL}/organizations/1/workspaces/2/tasks/?b=x%20y&a=1&a=2&c="},
        {"url": f"{BASE_URL}/organizations/1/workspaces/2/tasks?b=x%20y&a=2&a=1&c="},
        {"url": f"{BASE_URL}/organizations/1/workspaces/2/tasks?b=x%20y&a=1&a=2"},
        {"url": f"{BASE_URL}/organizations/1/workspaces/2/tasks?b=x%20y&a=1&a=2&c=&d=1"},
        {"url": "https://focus.toggl.com/organizations/1/workspaces/2/tasks?b=x%20y&a=1&a=2&c="},
        {"content": '{"name": "Text 1"}'},
        {"content": '{"name": "Text 1", "position": true}'},
        {"content": '{"name": "Text 1", "position": 1, "pinned": null}'},
        {"headers": {"authorization": "Bearer other", "content-type": "application/json"}},
        {"headers": {"authorization": AUTHORIZATION}},
        {"headers": {"content-type": "application/json"}},
        {"times": 2},
    ],
)
def test_any_other_request_raises(changes: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        send_recorded(**changes)


def test_an_unexpected_body_raises() -> None:
    request = msgspec.structs.replace(RECORDING.request, body=None)
    bodyless = msgspec.structs.replace(RECORDING, request=request)
    assert send_recorded(bodyless, content=None).status_code == 201
    with pytest.raises(AssertionError):
        send_recorded(bodyless)


def test_no_test_of_this_folder_reaches_a_network() -> None:
    with socket.socket() as connection, pytest.raises(AssertionError, match="wanted to connect"):
        connection.connect(("127.0.0.1", 9))
