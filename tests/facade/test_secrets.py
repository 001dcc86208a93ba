"""Nothing that a program may print or log ever holds a token or a password."""

from __future__ import annotations

import datetime
import json
import logging
import re
import socket
import time
import traceback
import warnings
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import httpx
import pytest
from attrs import frozen

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Responder, Service, SteadyService, connection_failure, raw_reply, reply
from tests.support.tasks import focus_page, track_page, track_task
from toggl_openapi.track import operations
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, TogglError, Track
from toggl_tasks._flow import SendRequest
from toggl_tasks._pages import PageQuery, SinglePage
from toggl_tasks._request_flow import ClientConfig
from toggl_tasks.errors import MAX_EXCERPT


@frozen
class Secret:
    """Credentials for a client, and the texts that must not show."""

    api: str
    given: dict[str, str]
    texts: list[str]


def basic(user: str, password: str) -> str:
    return b64encode(f"{user}:{password}".encode()).decode()


SECRETS = [
    Secret("track", {"token": "canary3token"}, ["canary3token", basic("canary3token", "api_token")]),
    Secret(
        "track",
        {"email": "me@example.org", "password": "canary4password"},
        ["canary4password", basic("me@example.org", "canary4password")],
    ),
    Secret("focus", {"token": "toggl_sk_canary5token"}, ["canary5token"]),
    Secret(
        "focus",
        {"email": "me@example.org", "password": "canary6password"},
        ["canary6password", basic("me@example.org", "canary6password")],
    ),
]
EACH = pytest.mark.parametrize(
    "secret", SECRETS, ids=["track token", "track password", "focus token", "focus password"]
)


def assert_hidden(secret: Secret, *objects: object) -> None:
    for text in secret.texts:
        for place in objects:
            assert text not in str(place)
            assert text not in repr(place)


def causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def texts_of(error: BaseException) -> list[object]:
    """All that a log, a console or a crash reporter takes from an error, its causes included."""
    shown: list[object] = [*traceback.format_exception(error)]
    for part in causes(error):
        shown += [part, part.args, getattr(part, "__notes__", ()), vars(part)]
    return shown


def every_object_of(client: Any) -> list[object]:
    """The client and all objects that it refers to, as a debugger or a crash reporter shows them."""
    return [
        client,
        vars(client),
        client.tasks,
        vars(client.tasks),
        client.raw,
        client._config,
        client._config.credentials,
        client._driver,
        vars(client._driver),
        client.with_options(timeout=3),
        client.quota,
    ]


def outcome(api: str, client: Any) -> Any:
    """One call that decodes a body."""
    if api == "track":
        return client.tasks.get(1, 2, 3)
    return client.tasks.create(1, 2, name="x")


@EACH
async def test_reprs_hide_secrets(clients: Clients, secret: Secret) -> None:
    client = clients.client_of(secret.api)(Service(), **secret.given)
    assert_hidden(secret, *every_object_of(client), f"{client}", f"{client.tasks!r}")


def test_internal_objects_hide_secrets() -> None:
    from toggl_tasks._credentials import Credentials

    secret = SECRETS[0]
    credentials = Credentials(f"Basic {secret.texts[1]}")
    headers = {"x-key": "canary3token"}
    config = ClientConfig(base_url="https://host.example", credentials=credentials, extra_headers=headers)
    request = next(config.execute(operations.get_task(1, 2, 3), {"extra_headers": headers}))
    assert isinstance(request, SendRequest)
    assert secret.texts[1] in request.headers["authorization"]
    query: PageQuery[object] = PageQuery(
        config=config,
        options={"extra_headers": headers},
        first=operations.list_workspace_tasks(1),
        reader=SinglePage(),
    )
    assert_hidden(secret, credentials, config, request, query)


@EACH
async def test_lists_hide_secrets(clients: Clients, secret: Secret) -> None:
    page = track_page() if secret.api == "track" else focus_page()
    client = clients.client_of(secret.api)(SteadyService(reply(page)), **secret.given)
    pages = client.tasks.list(1) if secret.api == "track" else client.tasks.list(1, 2)
    shown = await collect(pages.pages())
    assert_hidden(secret, pages, vars(pages), *shown)


@EACH
async def test_answers_hide_secrets(clients: Clients, secret: Secret) -> None:
    client = clients.client_of(secret.api)(SteadyService(reply([])), **secret.given)
    answer = await maybe_await(client.raw.stream_tasks(1, 2) if secret.api == "focus" else client.raw.get_my_quota())
    assert answer.response.request.headers["authorization"]
    assert_hidden(secret, answer, answer.response, answer.response.request, answer.response.request.headers)


BROKEN: dict[str, Responder] = {
    **{
        f"status {status}": reply({"message": "no"}, status) for status in (302, 400, 401, 402, 403, 404, 410, 429, 500)
    },
    "empty error": raw_reply(b"", 403),
    "HTML error": raw_reply(b"<html><title>502</title></html>", 502),
    "spent quota": raw_reply(b"hourly limit", 402, {"x-toggl-quota-remaining": "0"}),
    "refused": connection_failure(httpx.ConnectError("[Errno 111] Connection refused")),
    "broken": connection_failure(httpx.RemoteProtocolError("Server disconnected")),
    "slow": connection_failure(httpx.ReadTimeout("The read operation timed out")),
    "no connection free": connection_failure(httpx.PoolTimeout("")),
    "loop": connection_failure(httpx.TooManyRedirects("Exceeded maximum allowed redirects.")),
    "not JSON": raw_reply(b"<html>"),
    "empty": raw_reply(b""),
    "cut off": raw_reply(b'{"id": 3, "name": "x'),
    "cut off behind a drift": raw_reply(b'{"id": "3", "name": "x'),
    "another type": reply("text"),
}


@EACH
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
async def test_errors_hide_secrets(
    clients: Clients, secret: Secret, broken: Responder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = clients.client_of(secret.api)(Service(broken), **secret.given)
    with pytest.raises(TogglError) as caught:
        await maybe_await(outcome(secret.api, client))
    assert_hidden(secret, *texts_of(caught.value), caplog.text, *caplog.records)


ECHOES: dict[str, Responder] = {
    "plain text": lambda request: raw_reply(shown_by(request), 403)(request),
    "JSON": lambda request: reply({"message": shown_by(request).decode()}, 500)(request),
    "description": lambda request: reply({"error_description": shown_by(request).decode()}, 401)(request),
    "not JSON": lambda request: raw_reply(shown_by(request))(request),
}


def shown_by(request: httpx.Request) -> bytes:
    """The response of a proxy that echoes the request."""
    return f"{request.method} {request.url}, Authorization: {request.headers['authorization']}".encode()


@EACH
@pytest.mark.parametrize("broken", ECHOES.values(), ids=ECHOES.keys())
async def test_an_echo_of_the_request_is_redacted(clients: Clients, secret: Secret, broken: Responder) -> None:
    client = clients.client_of(secret.api)(Service(broken), **secret.given)
    with pytest.raises(TogglError) as caught:
        await maybe_await(outcome(secret.api, client))
    shown = [
        caught.value,
        caught.value.args,
        getattr(caught.value, "message", ""),
        *traceback.format_exception(caught.value),
    ]
    assert_hidden(secret, *shown)


@EACH
async def test_an_echo_of_the_token_is_redacted(clients: Clients, secret: Secret) -> None:
    (value,) = [value for name, value in secret.given.items() if name != "email"]
    client = clients.client_of(secret.api)(Service(raw_reply(f"unknown: {value}".encode(), 403)), **secret.given)
    with pytest.raises(TogglError) as caught:
        await maybe_await(outcome(secret.api, client))
    assert_hidden(secret, caught.value, caught.value.args, *traceback.format_exception(caught.value))


@EACH
@pytest.mark.parametrize("status", [200, 403])
async def test_a_secret_at_the_end_of_the_excerpt_is_redacted(clients: Clients, secret: Secret, status: int) -> None:
    (value,) = [value for name, value in secret.given.items() if name != "email"]
    for before in range(MAX_EXCERPT - len(value), MAX_EXCERPT):
        client = clients.client_of(secret.api)(
            Service(raw_reply(b"-" * before + value.encode(), status)), **secret.given
        )
        with pytest.raises(TogglError) as caught:
            await maybe_await(outcome(secret.api, client))
        assert value[:4] not in str(caught.value)


@pytest.mark.parametrize("status", [200, 403])
async def test_a_password_with_many_spaces_is_redacted(clients: Clients, status: int) -> None:
    # An excerpt closes the gaps; the password must be found before.
    password = "canary7  \t password"
    service = Service(raw_reply(f"bad: {password}".encode(), status))
    with pytest.raises(TogglError) as caught:
        await maybe_await(clients.track(service, email="me@example.org", password=password).tasks.get(1, 2, 3))
    assert "canary7" not in str(caught.value)


@EACH
async def test_logs_and_warnings_of_a_success_hide_secrets(
    clients: Clients, secret: Secret, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    now = datetime.datetime.now(datetime.UTC).isoformat()
    drifted = track_task(at=now, estimated_seconds="long", permissions="all", workspace_id="1")
    client = clients.client_of(secret.api)(Service(reply(drifted)), **secret.given)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = await maybe_await(outcome(secret.api, client))
    assert caught
    assert "toggl_tasks" in {record.name for record in caplog.records}
    assert_hidden(secret, value, *(warning.message for warning in caught), caplog.text, *caplog.records)


@pytest.mark.parametrize("secret", SECRETS[1::2], ids=["track", "focus"])
def test_an_unencodable_password_is_not_quoted(clients: Clients, secret: Secret) -> None:
    # Lone surrogates come from arguments of a command line that are not valid UTF-8.
    given = secret.given | {"password": secret.given["password"] + "\udcff"}
    with pytest.raises(ValueError, match="password") as caught:
        clients.client_of(secret.api)(Service(), **given)
    assert_hidden(secret, *texts_of(caught.value))


@EACH
async def test_invalid_arguments_raise_before_a_request(clients: Clients, secret: Secret) -> None:
    client = clients.client_of(secret.api)(Service(), **secret.given)
    with pytest.raises((TypeError, ValueError)) as caught:
        await maybe_await(client.tasks.delete(1, 2, 0))
    assert_hidden(secret, *texts_of(caught.value))


@EACH
async def test_a_timeout_error_hides_secrets(clients: Clients, secret: Secret) -> None:
    client = clients.client_of(secret.api)(
        Service(connection_failure(httpx.ReadTimeout(""))), timeout=None, **secret.given
    )
    with pytest.raises(TogglError) as caught:
        await maybe_await(outcome(secret.api, client))
    assert_hidden(secret, *texts_of(caught.value))


KINDS: dict[str, tuple[Any, ...]] = {"track": (Track, AsyncTrack), "focus": (Focus, AsyncFocus)}
SPELLINGS: dict[str, Callable[[str], str]] = {
    "shortest escapes": lambda text: json.dumps(text, ensure_ascii=False),
    "ASCII": json.dumps,
    "capitals": lambda text: re.sub(r"(?<=\\u)....", lambda code: code[0].upper(), json.dumps(text)),
    "escaped slashes": lambda text: json.dumps(text).replace("/", r"\/"),
    "escapes for all": lambda text: '"' + re.sub("(....)", r"\\u\1", text.encode("utf-16-be").hex()) + '"',
    "JSON in JSON": lambda text: json.dumps(json.dumps(text)),
    "JSON in JSON in JSON": lambda text: json.dumps(json.dumps(json.dumps(text))),
}
QUOTES: dict[str, str] = {
    "message": '{"message": %s}',
    "other object": '{"error": {"form": [%s]}}',
    "list": '["wrong", %s]',
    "cut off": '{"message": "no", "sent": %s',
    "after a page": "<html><title>sent: %s</title>",
}


@pytest.mark.parametrize("status", [200, 403])
@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES.keys())
@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
@pytest.mark.parametrize(
    "password", ['canary"8', "canary\\8", "canary\u00e48", "canary/8", "canary\t8", "canary\U0001f6088"]
)
async def test_a_password_with_escapes_is_redacted(
    clients: Clients, password: str, spelling: Callable[[str], str], quote: str, status: int
) -> None:
    service = Service(raw_reply((quote % spelling(password)).encode(), status))
    client = clients.track(service, email="me@example.org", password=password, strict=True)
    with pytest.raises(TogglError) as caught:
        await maybe_await(client.tasks.get(1, 2, 3))
    shown = f"{caught.value} {getattr(caught.value, 'message', '')}"
    for _ in range(4):
        assert "canary" not in shown
        shown = re.sub(r"\\u(....)", lambda code: chr(int(code[1], 16)), shown).replace("\\", "")


def test_redaction_takes_little_time() -> None:
    from toggl_tasks._credentials import basic_auth

    began = time.perf_counter()
    for text in ("\\" * 100_000, "a\\" * 50_000, "u0061" * 20_000):
        basic_auth("me@example.org", "a" * 100 + "b").redact(text)
    assert time.perf_counter() - began < 5


def variables_of(error: BaseException, but: object) -> Iterator[str]:
    """All variables of the frames of an error and its causes, as a crash reporter shows them; not those of the test."""
    for part in causes(error):
        for frame, _ in traceback.walk_tb(part.__traceback__):
            if frame.f_code.co_filename != but:
                for name, value in frame.f_locals.items():
                    with suppress(AttributeError):  # in the repr of a client that is not complete
                        yield f"{frame.f_code.co_qualname}: {name} = {value!r}"


@EACH
@pytest.mark.parametrize(
    "options",
    [
        {"base_url": "ftp://x"}, {"base_url": "http://other.example/api"}, {"timeout": -1}, {"unknown": 1}, {"pace": 0},
        {"shared": ""}, {"shared": "ftp://x"}, {"retries": "many"}, {"http_client": 1, "transport": 1},
    ],
)  # fmt: skip
def test_the_frames_of_a_failed_constructor_hide_secrets(secret: Secret, options: dict[str, Any]) -> None:
    for kind in KINDS[secret.api]:
        with pytest.raises((ValueError, TypeError)) as caught:
            kind(**secret.given, **options)
        assert_hidden(secret, *variables_of(caught.value, __file__))


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("track", {"token": "toggl_sk_canary"}), ("track", {"token": "canary token"}), ("focus", {"token": b"canary"}),
        ("track", {"email": "a:b", "password": "canary"}), ("track", {"password": "canary"}),
        ("track", {"email": "me@example.org", "password": "canary\udcff"}), ("focus", {"token": ["canary"]}),
        ("track", {"token": "canary", "email": "me@example.org"}), ("track", {"email": 1, "password": "canary"}),
    ],
)  # fmt: skip
def test_the_frames_for_invalid_credentials_hide_them(kind: str, given: dict[str, Any]) -> None:
    for made in KINDS[kind]:
        with pytest.raises((ValueError, TypeError)) as caught:
            made(**given)
        assert "canary" not in "".join(variables_of(caught.value, __file__))


@EACH
@pytest.mark.parametrize("value", [1, None, b"x\n", "\u20ac", "a\nb"])
async def test_the_frames_for_a_bad_header_hide_secrets(clients: Clients, secret: Secret, value: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/api"
        client = clients.client_of(secret.api)(base_url=url, **secret.given)
        with pytest.raises((TypeError, ValueError)) as caught:
            await maybe_await(outcome(secret.api, client.with_options(extra_headers={"x-key": value})))
    assert_hidden(secret, *variables_of(caught.value, __file__))


@EACH
async def test_the_frames_of_a_timeout_hide_secrets(clients: Clients, secret: Secret) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/api"
        client = clients.client_of(secret.api)(base_url=url, timeout=0.2, **secret.given)
        arguments = (1, 2, 3) if secret.api == "track" else (1, 2)
        large = {"extra_headers": {"x-large": "x" * 30_000_000}}
        for options in ({}, {"deadline": 0.1}, large):  # while reading, for the deadline, while writing
            call = client.tasks.get if secret.api == "track" else partial(client.tasks.create, name="x")
            with pytest.raises(TogglError) as caught:
                await maybe_await(call(*arguments, **options))
            assert_hidden(secret, *variables_of(caught.value, __file__))
