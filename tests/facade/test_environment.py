"""Variables of proxies and certificates: what a client uses, what it ignores, and what it refuses by name."""

from __future__ import annotations

import base64
import inspect
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import certifi
import pytest

from tests.support.clients import TRACK_TOKEN
from toggl_sandbox import Sandbox, running
from toggl_tasks import AsyncTrack, ConnectionFailed, ServerError, Track
from toggl_tasks._environment import bypasses_proxy, find_proxy

LIVE = "https://api.track.toggl.com/api/v9"
LOOPBACK = "http://127.0.0.1:8181/api/v9"
EACH = pytest.mark.parametrize("kind", [Track, AsyncTrack])


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.lower().endswith("_proxy") or name.startswith("SSL"):
            monkeypatch.delenv(name)
    # Without the cache of contexts that makes the other tests faster.
    monkeypatch.setattr(ssl, "create_default_context", inspect.unwrap(ssl.create_default_context))


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that refuses: its URL, and the heads of the requests it got."""
    heads: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                heads.append(connection.recv(65_536))
                connection.sendall(b"HTTP/1.1 502 no\r\ncontent-length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heads
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_loopback_never_goes_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, proxy: tuple[str, list[bytes]], name: str
) -> None:
    monkeypatch.setenv(name, proxy[0])
    with Sandbox() as sandbox, running(sandbox) as server:
        for url in (server.track_url, server.track_url.replace("127.0.0.1", "localhost")):
            with Track(token=sandbox.token, base_url=url, retries=0) as track:
                assert track.tasks.list(sandbox.workspace_id).total
    assert proxy[1] == []


def test_https_goes_through_the_proxy_with_connect(
    monkeypatch: pytest.MonkeyPatch, proxy: tuple[str, list[bytes]]
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy[0].removeprefix("http://"))
    with Track(token=TRACK_TOKEN, retries=0) as track, pytest.raises(ConnectionFailed):
        track.tasks.get(1, 2, 3)
    (head,) = proxy[1]
    assert head.startswith(b"CONNECT api.track.toggl.com:443 ")
    assert b"authorization" not in head.lower()
    assert base64.b64encode(f"{TRACK_TOKEN}:api_token".encode()) not in head


def test_http_to_a_proxy_needs_allow_http(monkeypatch: pytest.MonkeyPatch, proxy: tuple[str, list[bytes]]) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy[0])
    url = "http://toggl.example/api/v9"
    with pytest.raises(ValueError, match="allow_http=True"):
        Track(token=TRACK_TOKEN, base_url=url)
    with (
        Track(token=TRACK_TOKEN, base_url=url, allow_http=True, retries=0) as track,
        pytest.raises(ServerError),
    ):
        track.tasks.get(1, 2, 3)
    assert len(proxy[1]) == 1


UNUSABLE = [
    ("ALL_PROXY", "socks://127.0.0.1:7891/", "socks5://host:port"),
    ("ALL_PROXY", "socks5://127.0.0.1:7891", r"pip install \"httpx\[socks\]\""),
    ("all_proxy", "socks5h://127.0.0.1:7891", "NO_PROXY"),
    ("HTTPS_PROXY", "ftp://127.0.0.1:21", "http://host:port"),
    ("https_proxy", "http://", "http://host:port"),
    ("HTTPS_PROXY", "http://[::1", "http://host:port"),
    ("HTTPS_PROXY", "http://proxy:99999", "http://host:port"),
    ("SSL_CERT_FILE", "/nonexistent/ca.pem", "PEM"),
    ("SSL_CERT_FILE", __file__, "PEM"),
    ("SSL_CERT_FILE", "/", "PEM"),
    ("SSL_CERT_DIR", "/nonexistent", "a folder of them"),
    ("SSLKEYLOGFILE", "/nonexistent/keys", "SSLKEYLOGFILE"),
]


@EACH
@pytest.mark.parametrize(("name", "value", "remedy"), UNUSABLE)
def test_an_unusable_variable_raises_only_where_it_is_needed(
    monkeypatch: pytest.MonkeyPatch, kind: Any, name: str, value: str, remedy: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=remedy) as caught:
        kind(token=TRACK_TOKEN)
    assert f"{name}={value}" in str(caught.value)
    kind(token=TRACK_TOKEN, base_url=LOOPBACK)
    if name.lower().endswith("_proxy"):
        monkeypatch.setenv("NO_PROXY", "toggl.com")
        kind(token=TRACK_TOKEN)


@EACH
def test_variables_that_the_base_url_does_not_need_are_ignored(monkeypatch: pytest.MonkeyPatch, kind: Any) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "ftp://127.0.0.1:1")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "10.0.0.0/8,[::1],[fe80::/10,*.example,:::,http://")
    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    monkeypatch.setenv("SSL_CERT_DIR", "/nonexistent")
    kind(token=TRACK_TOKEN)


def test_the_password_of_a_proxy_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks9://me:pass@word@proxy.example:1080")
    with pytest.raises(ValueError, match=r"HTTPS_PROXY=socks9://\*\*\*@proxy\.example:1080: ") as caught:
        Track(token=TRACK_TOKEN)
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert "word" not in str(caught.value)


@pytest.mark.parametrize(
    ("no_proxy", "host", "bypassed"),
    [
        ("*", "api.track.toggl.com", True),
        ("toggl.com", "api.track.toggl.com", True),
        (".toggl.com", "api.track.toggl.com", True),
        ("*.toggl.com", "api.track.toggl.com", True),
        (" API.track.Toggl.com ", "api.track.toggl.com", True),
        ("oggl.com", "api.track.toggl.com", False),
        ("toggl.com:443", "api.track.toggl.com", True),
        ("toggl.com:80", "api.track.toggl.com", False),
        ("https://toggl.com", "api.track.toggl.com", True),
        ("a.example, 10.0.0.0/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("10.1.2.3:443", "10.1.2.3", True),
        ("[fd00::1]", "fd00::1", True),
        ("[fd00::1]:443", "fd00::1", True),
        ("fd00::/8", "fd00::1", True),
        ("fd00::/8", "fe00::1", False),
        ("", "api.track.toggl.com", False),
        (",,", "api.track.toggl.com", False),
    ],
)
def test_no_proxy_names_hosts_domains_addresses_and_networks(no_proxy: str, host: str, bypassed: bool) -> None:
    assert bypasses_proxy(no_proxy, host, 443) is bypassed


def test_the_variable_of_the_scheme_comes_before_all_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://all.example:1")
    assert find_proxy(LIVE) == ("ALL_PROXY", "http://all.example:1")
    monkeypatch.setenv("https_proxy", "one.example:2")
    assert find_proxy(LIVE) == ("https_proxy", "http://one.example:2")
    assert find_proxy(LOOPBACK) is None
