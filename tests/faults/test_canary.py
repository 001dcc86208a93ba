"""Whatever goes wrong, nothing that is secret or private is to be read anywhere: the bird that must not sing.

`tests/facade/test_secrets.py` has the credentials on all objects; here are all kinds of secrets on every path of error.
"""

from __future__ import annotations

import logging
import traceback
import warnings
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import msgspec
import pytest

from tests.support.cases import all_cases
from tests.support.clients import Clients, resolve
from tests.support.faults.raw_server import raw_server, replying, sending
from tests.support.service import Responder, SteadyService, connection_failure, raw_reply, reply
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import focus_page, focus_task, track_page, track_task
from toggl_tasks import Retries, TogglError, add

EMAIL, PASSWORD = "canary.mail@example.org", "canary-password"
TOKEN, KEY = "canarytoken0123456789", "toggl_sk_canarykey"
CREDENTIALS: dict[str, dict[str, str]] = {
    "track token": {"token": TOKEN},
    "track password": {"email": EMAIL, "password": PASSWORD},
    "focus token": {"token": KEY},
    "focus password": {"email": EMAIL, "password": PASSWORD},
}
OURS = {
    TOKEN,
    KEY,
    EMAIL,
    PASSWORD,
    b64encode(f"{TOKEN}:api_token".encode()).decode(),
    b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode(),
}
"""The credentials of the program."""
SENT = {"canary-header-1", "canary-header-2", "canary search", "canary+search", "canary%20search", "canary-body"}
"""Other private values in its requests."""
RECEIVED = {"canary-reply"}
"""In bodies of responses: an error may show its beginning, a log nothing."""
# Names for them, since a traceback shows the lines of this file.
SEARCH, BODY = "canary search", "canary-body"
HEADERS, CALL_HEADERS = {"x-proxy-key": "canary-header-1"}, {"x-call": "canary-header-2"}

TRACK: dict[str, Callable[[Any], Any]] = {
    "list": lambda client: client.tasks.list(1, search=SEARCH),
    "create": lambda client: client.tasks.create(1, 2, name=BODY, extra_headers=CALL_HEADERS),
    "patch": lambda client: client.tasks.patch(1, 2, [3], [add("/name", BODY)]),
    "delete": lambda client: client.tasks.delete(1, 2, 3),
}
FOCUS: dict[str, Callable[[Any], Any]] = {
    "list": lambda client: client.tasks.list(1, 2, name=SEARCH),
    "create": lambda client: client.tasks.create(1, 2, name=BODY, extra_headers=CALL_HEADERS),
    "update": lambda client: client.tasks.update(1, 2, 3, name=BODY),
}
CASES = pytest.mark.parametrize(
    ("who", "call"),
    [
        pytest.param(who, call, id=f"{who}, {name}")
        for who in CREDENTIALS
        for name, call in (TRACK if who.startswith("track") else FOCUS).items()
    ],
)

DRIFTED: dict[str, Any] = {
    "tags": "canary-reply",
    "permissions": "canary-reply",
    "recurring": "canary-reply",
    "start_date": 5,
}
REPLIES: dict[str, Responder] = {
    **{
        f"status {status}": reply({"message": "canary-reply"}, status, {"retry-after": "1"})
        for status in (100, 302, 400, 401, 402, 403, 404, 410, 418, 429, 500, 502, 503, 504)
    },
    "a redirect": raw_reply(b"canary-reply", 307, {"location": "https://elsewhere.example/canary-reply"}),
    "a redirect to nowhere": raw_reply(b"", 307, {"location": "http://["}),
    "spent quota": raw_reply(
        b"hourly limit canary-reply", 402, {"x-toggl-quota-remaining": "0", "x-toggl-quota-resets-in": "9"}
    ),
    "an HTML page": raw_reply(b"<html><title>canary-reply</title></html>"),
    "an HTML page, 502": raw_reply(b"<html><title>canary-reply</title></html>", 502),
    "not JSON": raw_reply(b"canary-reply"),
    "cut off": raw_reply(b'{"id": 3, "name": "canary-reply'),
    "empty": raw_reply(b""),
    "packed wrongly": lambda request: httpx.Response(
        200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(b"canary-reply")
    ),
    "too large": raw_reply(b'"canary-reply"' + b" " * 5_000),
    "drifted": reply(track_task(**DRIFTED) | focus_task(**DRIFTED)),
    "drifted pages": reply(track_page(track_task(**DRIFTED)) | focus_page(focus_task(**DRIFTED), total=1)),
    "refused": connection_failure(httpx.ConnectError("[Errno 111] Connection refused")),
    "no name": connection_failure(httpx.ConnectError("[Errno -2] Name or service not known")),
    "closed": connection_failure(httpx.RemoteProtocolError("Server disconnected without sending a response.")),
    "reset": connection_failure(httpx.ReadError("[Errno 104] Connection reset by peer")),
    "not written": connection_failure(httpx.WriteError("[Errno 32] Broken pipe")),
    "slow": connection_failure(httpx.ReadTimeout("The read operation timed out")),
    "slow to connect": connection_failure(httpx.ConnectTimeout("timed out")),
    "none free": connection_failure(httpx.PoolTimeout("")),
    "our mistake": connection_failure(httpx.LocalProtocolError("Illegal header value")),
    "a proxy": connection_failure(httpx.ProxyError("403 Forbidden")),
}


def causes_of(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def assert_silent(birds: set[str], *shown: object) -> None:
    for place in shown:
        for text in (str(place), repr(place)):
            assert not [bird for bird in birds if bird in text], text


def traceback_of(part: BaseException) -> list[str]:
    """Without those of its causes, which are parts of their own."""
    return traceback.format_exception(part, chain=False)


def assert_error_silent(error: BaseException) -> None:
    """In nothing that a console or a crash reporter takes from an error and its causes."""
    for part in causes_of(error):
        assert_silent(OURS | SENT, part, part.args, getattr(part, "__notes__", ()), *traceback_of(part))
        own = {name: value for name, value in vars(part).items() if name not in ("request", "response", "_request")}
        assert_silent(OURS | SENT, own)
        # What the caller may ask for are httpx's own objects; they do not show credentials by themselves.
        assert_silent(OURS | {"canary-body", *HEADERS.values()}, vars(part))


@CASES
async def test_no_error_shows_a_secret(
    clients: Clients, caplog: pytest.LogCaptureFixture, who: str, call: Callable[[Any], Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    with all_cases() as cases:
        for name, responder in REPLIES.items():
            caplog.clear()
            with cases.case(name):
                await assert_no_error_shows_a_secret(clients, caplog, who, call, responder)


async def assert_no_error_shows_a_secret(
    clients: Clients, caplog: pytest.LogCaptureFixture, who: str, call: Callable[[Any], Any], responder: Responder
) -> None:
    views: list[object] = []
    for strict in (False, True):
        client = clients.client_of(who.partition(" ")[0])(
            SteadyService(responder),
            retries=Retries(count=1),
            on_quota="wait",
            max_wait=10,
            max_response_bytes=4_000,
            clock=StoppedClock(),
            extra_headers=HEADERS,
            strict=strict,
            on_request=views.append,
            on_response=views.append,
            **CREDENTIALS[who],
        )
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                await resolve(call(client))
            except TogglError as error:
                assert_error_silent(error)
        assert_silent(OURS | SENT | RECEIVED, *(one.message for one in warned))
        assert_silent(OURS | SENT, client, vars(client), client._config, client.quota, client.quotas)
    assert caplog.records
    assert views
    assert_silent(OURS | SENT | RECEIVED, caplog.text, *views, *(vars(record) for record in caplog.records))


@CASES
@pytest.mark.parametrize("way", ["status line", "header", "reason"])
async def test_an_echo_of_the_request_in_odd_places_is_redacted(
    clients: Clients, caplog: pytest.LogCaptureFixture, who: str, call: Callable[[Any], Any], way: str
) -> None:
    # Errors of the HTTP library quote what it cannot parse.
    caplog.set_level(logging.DEBUG)
    authorization = b"".join(b" " + bird.encode() for bird in sorted(OURS))
    sent = {
        "status line": b"HTTP/1.1 nope" + authorization + b"\r\n\r\n",
        "header": b"HTTP/1.1 200 OK\r\n bad" + authorization + b"\r\n\r\n",
        "reason": b"HTTP/1.1 500 Got" + authorization + b"\r\nContent-Length: 0\r\n\r\n",
    }[way]
    own = set(CREDENTIALS[who].values())
    own |= {b64encode(f"{TOKEN}:api_token".encode()).decode()} if who == "track token" else set()
    own |= {b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()} if "password" in who else set()
    with raw_server(sending(sent)) as server:
        client = clients.client_of(who.partition(" ")[0])(base_url=server.url(), **CREDENTIALS[who])
        with pytest.raises(TogglError) as caught:
            await resolve(call(client))
    for part in causes_of(caught.value):
        assert_silent(own, part, part.args, *traceback_of(part))
    ours = [record for record in caplog.records if record.name == "toggl_tasks"]
    assert ours
    assert_silent(own, *(record.getMessage() for record in ours))


@CASES
async def test_an_unsendable_header_is_not_quoted(clients: Clients, who: str, call: Callable[[Any], Any]) -> None:
    headers = {name: f"{value}\n" for name, value in HEADERS.items()}
    with raw_server(sending(b"")) as server:
        client = clients.client_of(who.partition(" ")[0])(base_url=server.url(), **CREDENTIALS[who])
        with pytest.raises(ValueError, match=r"^extra_headers: 'x-.*' cannot be sent") as caught:
            await resolve(call(client.with_options(extra_headers=headers)))
        assert not server.requests
    for part in causes_of(caught.value):
        assert_silent(OURS | SENT, part, part.args, *traceback_of(part))


@CASES
async def test_logs_of_a_success_show_no_canary(
    clients: Clients, caplog: pytest.LogCaptureFixture, who: str, call: Callable[[Any], Any]
) -> None:
    # With those of httpx and httpcore, at every level.
    caplog.set_level(logging.DEBUG)
    page = track_page(track_task(name="canary-reply")) | focus_page(focus_task(name="canary-reply"), total=1)
    body = msgspec.json.encode(page | track_task(name="canary-reply") | focus_task(name="canary-reply"))
    with raw_server(replying(body)) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a page that is a task as well
        client = clients.client_of(who.partition(" ")[0])(
            base_url=server.url(), extra_headers=HEADERS, **CREDENTIALS[who]
        )
        await resolve(call(client))
    assert {"toggl_tasks", "httpx", "httpcore.http11"} <= {record.name for record in caplog.records}
    assert_silent(OURS | SENT | RECEIVED, caplog.text)


def test_logs_of_other_httpx_clients_are_unchanged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    httpx.Client(transport=SteadyService(reply({}))).get("https://host.example/?q=theirs")
    assert "https://host.example/?q=theirs" in caplog.text
