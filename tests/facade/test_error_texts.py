"""Error messages contain the place, the cause, and what to do."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN, Clients, maybe_await
from tests.support.service import Responder, Service, connection_failure, raw_reply, reply
from toggl_sandbox import Sandbox, running
from toggl_tasks import (
    ApiError,
    AsyncTrack,
    ConnectionFailed,
    Forbidden,
    NotAuthenticated,
    NotFound,
    TimedOut,
    Track,
    WrongCredentials,
)

EACH_LIBRARY = pytest.mark.parametrize(
    "clients", ["threads", "asyncio", "threads over httpx2", "asyncio over httpx2"], indirect=True
)


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def http_client(clients: Clients, **options: Any) -> Any:
    """A caller's own client of the library, which uses no proxy of the environment."""
    kind = clients.library.AsyncClient if clients.asynchronous else clients.library.Client
    options = {"verify": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "trust_env": False} | options
    return clients.add(kind(**options))


async def failure_text(clients: Clients, base_url: str, **options: Any) -> str:
    track = clients.track(base_url=base_url, allow_http=True, http_client=http_client(clients, **options))
    with pytest.raises(ConnectionFailed) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    return str(caught.value)


@EACH_LIBRARY
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_refused_connection_to_this_machine_names_the_sandbox(
    clients: Clients, closed_port: int, host: str
) -> None:
    assert await failure_text(clients, f"http://{host}:{closed_port}/api/v9") == (
        f"GET http://{host}:{closed_port}: connection refused: no server is listening; "
        "start the sandbox with `toggl-tasks sandbox`, or check base_url"
    )


async def test_the_cause_is_found_among_those_of_several_addresses(clients: Clients) -> None:
    # As anyio raises it, where a host has several addresses.
    error = httpx.ConnectError("All connection attempts failed")
    refused = [ConnectionRefusedError("[::1]"), ConnectionRefusedError("127.0.0.1")]
    error.__cause__ = OSError("All connection attempts failed")
    error.__cause__.__cause__ = ExceptionGroup("multiple connection attempts failed", refused)
    with pytest.raises(ConnectionFailed, match="connection refused: no server is listening; check base_url"):
        await maybe_await(clients.track(Service(connection_failure(error))).tasks.get(1, 2, 3))


@EACH_LIBRARY
@pytest.mark.parametrize(("scheme", "port"), [("https", 443), ("http", 80)])
async def test_an_unknown_host_name_is_named_with_its_port(clients: Clients, scheme: str, port: int) -> None:
    text = await failure_text(clients, f"{scheme}://toggl.invalid/api/v9")
    assert text.startswith(f"GET {scheme}://toggl.invalid:{port}: host name not found (")
    assert text.endswith("; check base_url and the network connection")


@EACH_LIBRARY
async def test_tls_to_a_port_without_tls_says_so(clients: Clients) -> None:
    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        port = server.getsockname()[1]
        text = await failure_text(clients, f"https://127.0.0.1:{port}/api/v9")
    assert text.startswith(f"GET https://127.0.0.1:{port}: TLS failed (")
    assert text.endswith("; check that base_url is an https:// server")


@EACH_LIBRARY
async def test_a_refused_connection_to_a_proxy_names_the_proxy_without_its_password(
    clients: Clients, closed_port: int
) -> None:
    proxy = f"http://someone:hidden@127.0.0.1:{closed_port}"
    assert await failure_text(clients, "https://toggl.invalid/api/v9", proxy=proxy) == (
        f"GET https://toggl.invalid:443 through the proxy http://127.0.0.1:{closed_port}: "
        "connection refused: no server is listening; check the URL of the proxy"
    )


async def test_the_proxy_of_the_environment_is_named(
    clients: Clients, closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://someone:hidden@127.0.0.1:{closed_port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("https_proxy", raising=False)
    with pytest.raises(ConnectionFailed) as caught:
        await maybe_await(clients.track(base_url="https://toggl.invalid/api/v9").tasks.get(1, 2, 3))
    assert f"through the proxy http://127.0.0.1:{closed_port}: connection refused" in str(caught.value)
    assert "hidden" not in str(caught.value)


@EACH_LIBRARY
async def test_a_timeout_tells_connecting_from_waiting(clients: Clients) -> None:
    def fail(name: str) -> Callable[[Any], Any]:
        def fail(request: Any) -> Any:
            raise getattr(clients.library, name)("")

        return fail

    texts = []
    for name in ("ConnectTimeout", "ReadTimeout"):
        transport = clients.library.MockTransport(fail(name))
        track = clients.track(http_client=http_client(clients, transport=transport), timeout=7)
        with pytest.raises(TimedOut) as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
        texts.append(str(caught.value).partition("443: ")[2])
    assert texts == ["no connection within 7 s", "no response within 7 s"]


@pytest.mark.parametrize("call", [lambda track: track.me.get(), lambda track: track.tasks.list(1).first()])
def test_without_asyncio_an_asynchronous_client_says_what_it_needs(call: Callable[[AsyncTrack], Any]) -> None:
    # As another library runs a coroutine, such as trio.
    coroutine = call(AsyncTrack(token=TRACK_TOKEN, transport=Service(reply([]))))
    with pytest.raises(RuntimeError, match="asynchronous clients need asyncio"):
        coroutine.send(None)


async def not_found(clients: Clients, api: str, responder: Responder, **options: Any) -> str:
    with pytest.raises(NotFound) as caught:
        await maybe_await(clients.client_of(api)(Service(responder), **options).users.list(7).first())
    return str(caught.value)


async def test_404_names_method_and_path_but_not_the_query(clients: Clients) -> None:
    with pytest.raises(NotFound) as caught:
        await maybe_await(clients.track(Service(reply("no", 404))).tasks.list(1, search="secret").first())
    assert str(caught.value) == "404: no (GET /api/v9/workspaces/1/tasks)"


UNKNOWN_ROUTES = [b"404 page not found\n", b"", b"<html><title>404 Not Found</title></html>", b'"Not Found"']


@pytest.mark.parametrize("body", UNKNOWN_ROUTES)
@pytest.mark.parametrize(
    ("api", "base_url", "path"),
    [
        ("track", "http://localhost:8181", "/api/v9"),
        ("track", "http://localhost:8181/api/v8", "/api/v9"),
        ("track", "http://localhost:8181/api", "/api/v9"),
        ("focus", "http://localhost:8181", "/api"),
        ("focus", "http://localhost:8181/api/v9", "/api"),
    ],
)
async def test_404_for_a_base_url_without_the_path_of_the_api_suggests_it(
    clients: Clients, api: str, base_url: str, path: str, body: bytes
) -> None:
    text = await not_found(clients, api, raw_reply(body, 404), base_url=base_url)
    assert text.endswith(f"; base_url {base_url} lacks {path}; did you mean http://localhost:8181{path}?")


@pytest.mark.parametrize(
    ("base_url", "body"),
    [
        ("http://localhost:8181/api/v9", b"404 page not found"),
        ("http://localhost:8181/proxied/api/v9", b"404 page not found"),
        ("http://localhost:8181/toggl", b'"Task not found"'),  # a proxy rewrites paths, and the service answers
    ],
)
async def test_404_suggests_no_other_base_url_where_it_may_be_right(
    clients: Clients, base_url: str, body: bytes
) -> None:
    assert "base_url" not in await not_found(clients, "track", raw_reply(body, 404), base_url=base_url)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def test_a_base_url_of_the_sandbox_without_its_path_is_recognized(sandbox: Sandbox) -> None:
    with running(sandbox) as server:
        origin = server.track_url.removesuffix("/api/v9")
        with Track(token=sandbox.token, base_url=origin) as track, pytest.raises(NotFound) as caught:
            track.me.get()
    assert str(caught.value).endswith(f"did you mean {server.track_url}?")


@pytest.mark.parametrize(
    ("arguments", "variable", "source"),
    [
        ({"token": "wrong"}, None, "token="),
        ({"email": "me@example.org", "password": "wrong"}, None, "email= and password="),
        ({"token": None}, "wrong", "TOGGL_API_TOKEN"),
    ],
)
def test_wrong_credentials_of_track_raise_both_errors_and_name_their_source(
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    arguments: dict[str, Any],
    variable: str | None,
    source: str,
) -> None:
    if variable:
        monkeypatch.setenv("TOGGL_API_TOKEN", variable)
    track = Track(transport=sandbox.transport(), base_url=sandbox.track_url, **arguments)
    for kind in (WrongCredentials, NotAuthenticated, Forbidden):
        with track.budget(1), pytest.raises(kind) as caught:
            track.me.get()
        assert type(caught.value) is WrongCredentials
        assert str(caught.value).startswith("403: Incorrect username and/or password")
        assert str(caught.value).endswith(f"; check {source}")
        assert "wrong" not in str(caught.value)


async def test_a_missing_right_is_no_wrong_credential(clients: Clients) -> None:
    with pytest.raises(Forbidden) as caught:
        await maybe_await(clients.track(Service(reply("User does not have access", 403))).tasks.get(1, 2, 3))
    assert type(caught.value) is Forbidden
    assert str(caught.value) == "403: User does not have access"


@pytest.mark.parametrize(
    ("variable", "api", "token"),
    [("TOGGL_API_TOKEN", "track", TRACK_TOKEN), ("TOGGL_FOCUS_TOKEN", "focus", FOCUS_TOKEN)],
)
async def test_401_names_the_source_of_the_credentials(
    clients: Clients, monkeypatch: pytest.MonkeyPatch, variable: str, api: str, token: str
) -> None:
    monkeypatch.setenv(variable, token)
    track = clients.client_of(api)(Service(raw_reply(b"", 401)), token=None)
    with pytest.raises(ApiError) as caught:
        await maybe_await(track.users.list(7).first())
    assert type(caught.value) is NotAuthenticated
    assert str(caught.value) == f"401: no message; check {variable}"


@pytest.mark.parametrize("token", ["", " \n"])
def test_an_empty_token_is_said_to_be_empty(token: str) -> None:
    with pytest.raises(ValueError, match=r"^token= is empty: pass token=.* or set TOGGL_API_TOKEN"):
        Track(token=token)
    with pytest.raises(ValueError, match=r"^no credentials: pass token="):
        Track()


def test_every_extra_that_a_text_names_exists() -> None:
    root = Path(__file__).parents[2]
    extras = tomllib.loads((root / "pyproject.toml").read_text())["project"]["optional-dependencies"].keys()
    texts = [*root.glob("toggl_*/**/*.py"), *root.glob("docs/**/*.md"), root / "README.md"]
    named = {
        extra.strip()
        for path in texts
        for group in re.findall(r"(?:toggl-tasks|['\"]\.)\[([a-z0-9, ]+)\]", path.read_text(encoding="utf-8"))
        for extra in group.split(",")
    }
    assert {"cli", "sandbox", "redis", "httpx2"} <= named
    assert named <= extras
