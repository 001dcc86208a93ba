"""Credentials go to the service and nowhere else: no redirect, no plain http, no untrusted certificate, no odd path."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import msgspec
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await
from tests.support.faults.raw_server import raw_server, replying
from tests.support.tasks import track_task
from toggl_openapi.request import segment
from toggl_tasks import ApiError, AsyncTrack, ConnectionFailed, Retries, Track

TASK = msgspec.json.encode(track_task())


@pytest.mark.parametrize("status", ["301 X", "302 X", "303 X", "307 X", "308 X"])
@pytest.mark.parametrize("own", [False, True])
async def test_a_redirect_is_not_followed(clients: Clients, status: str, own: bool) -> None:
    with raw_server(replying(TASK)) as elsewhere:
        place = f"Location: {elsewhere.url('localhost')}/workspaces/1/projects/2/tasks/3"
        with raw_server(replying(b"", status, (place,))) as server:
            options: dict[str, Any] = {}
            if own:
                options["http_client"] = (
                    httpx.AsyncClient(follow_redirects=True)
                    if clients.asynchronous
                    else httpx.Client(follow_redirects=True)
                )
            track = clients.track(base_url=server.url(), retries=3, **options)
            with pytest.raises(ApiError) as caught:
                await maybe_await(track.tasks.get(1, 2, 3))
            assert caught.value.status == int(status[:3])
            assert len(server.requests) == 1
            assert elsewhere.requests == []
            if own:
                await maybe_await(
                    options["http_client"].aclose() if clients.asynchronous else options["http_client"].close()
                )


@pytest.mark.parametrize("cookie", ["session=abc; Path=/", "session=\xe4\xf6"])
async def test_no_cookie_is_stored(clients: Clients, cookie: str) -> None:
    # A session would outlive the credentials of the request; one that is not ASCII stops httpx from sending any more.
    with raw_server(replying(TASK, headers=(f"Set-Cookie: {cookie}",))) as server:
        track = clients.track(base_url=server.url())
        for _ in range(2):
            assert (await maybe_await(track.tasks.get(1, 2, 3))).id == 3
        assert len(server.requests) == 2
        assert not any(b"cookie" in request.lower() for request in server.requests)


@pytest.mark.parametrize("make", [Track, AsyncTrack])
@pytest.mark.parametrize("host", ["example.org", "10.0.0.1", "localhost.example.org", "127.0.0.1.example.org", "[::2]"])
def test_http_to_another_machine_raises(make: Any, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="allow_http=True"):
        make(token=TRACK_TOKEN, base_url=f"http://{host}/api")
    monkeypatch.setenv("TOGGL_TRACK_URL", f"HTTP://{host}/api")
    with pytest.raises(ValueError, match="allow_http=True"):
        make(token=TRACK_TOKEN)
    assert make(token=TRACK_TOKEN, allow_http=True)


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's context with a self-signed certificate for 127.0.0.1."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("a certificate of the test's own needs the program openssl")
    folder: Path = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


SWITCHES = {
    "PYTHONHTTPSVERIFY": "0",
    "SSL_VERIFY": "false",
    "SSL_NO_VERIFY": "1",
    "HTTPX_VERIFY": "0",
    "HTTPX_SSL_VERIFY": "0",
    "CURL_CA_BUNDLE": "",
    "REQUESTS_CA_BUNDLE": "",
    "NODE_TLS_REJECT_UNAUTHORIZED": "0",
    "GIT_SSL_NO_VERIFY": "true",
    "TOGGL_VERIFY": "0",
    "TOGGL_INSECURE": "1",
    "TOGGL_SSL_VERIFY": "0",
    "TOGGL_TLS_VERIFY": "0",
    "TOGGL_ALLOW_HTTP": "1",
}
"""Variables that switch it off elsewhere, or would be ours."""


@pytest.mark.parametrize("switched", [False, True])
async def test_an_untrusted_certificate_raises(
    clients: Clients, own_certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, switched: bool
) -> None:
    if switched:
        for name, value in SWITCHES.items():
            monkeypatch.setenv(name, value)
    with raw_server(replying(TASK), own_certificate) as server:
        track = clients.track(base_url=server.url(scheme="https"), retries=Retries(count=3, first_wait=0))
        with pytest.raises(ConnectionFailed, match=r"(?i)certificate") as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
        assert (caught.value.attempts, caught.value.passing, caught.value.may_have_arrived) == (1, False, False)
    assert server.requests == []
    assert server.handshakes_failed == 1


async def test_a_trusted_certificate_is_accepted(clients: Clients, own_certificate: ssl.SSLContext) -> None:
    # What the tests above were refused for is the certificate, and nothing else.
    with raw_server(replying(TASK), own_certificate) as server:
        transport: Any = httpx.AsyncHTTPTransport if clients.asynchronous else httpx.HTTPTransport
        track = clients.track(transport(verify=False), base_url=server.url(scheme="https"))
        assert (await maybe_await(track.tasks.get(1, 2, 3))).id == 3


@given(st.text(min_size=1) | st.text("./\\%?#;&:@,2eEfF \u2024\uff0f", min_size=1))
@example("../../../me")
@example("..%2f..%2fme")
@example("%2e%2e")
@example("3?x=1")
@example("3#x")
@example("\\..\\me")
@example("3/../../../me")
@example("\u2025")
def test_no_value_of_a_path_leads_to_another_route(value: str) -> None:
    assume(value not in (".", ".."))  # refused, below
    try:
        written = segment("task_ids", value, str)
    except UnicodeEncodeError:
        assume(False)  # a lone surrogate
    url = httpx.Request("GET", f"https://api.example/api/v9/workspaces/1/{written}/tasks").url
    before, _, query = url.raw_path.partition(b"?")
    assert (query, url.fragment, url.host) == (b"", "", "api.example")
    parts = before.split(b"/")
    assert (parts[:5], parts[6:]) == ([b"", b"api", b"v9", b"workspaces", b"1"], [b"tasks"])
    assert unquote(parts[5].decode()) == value


@pytest.mark.parametrize("value", [".", "..", ""])
def test_an_invalid_path_segment_raises(value: str) -> None:
    with pytest.raises(ValueError, match="would change the route"):
        segment("task_ids", value, str)


@pytest.mark.parametrize("value", ["\ud800", "3,\udfff"])
def test_a_path_segment_of_another_type_raises(value: str) -> None:
    with pytest.raises(ValueError):
        segment("task_ids", value, str)
