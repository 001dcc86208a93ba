"""Failures that the sandbox cannot inject: bytes that are not HTTP, wrong lengths, endless responses."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import msgspec
import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.faults.raw_server import Conduct, RawServer, in_turn, raw_server, replying, reset_after, sending
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import track_task
from toggl_tasks import ConnectionFailed, DecodeFailed, Retries, TimedOut, TogglError

TASK = msgspec.json.encode(track_task())
GOOD = replying(TASK)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CALLS: dict[str, Callable[[Any], Any]] = {
    "GET": lambda track: track.raw.get_task(1, 2, 3),
    "PUT": lambda track: track.raw.update_task(1, 2, 3, {"name": "x"}),
    "POST": lambda track: track.raw.create_task(1, 2, {"name": "x"}),
}


def endless_headers(connection: socket.socket, request: bytes) -> None:
    connection.sendall(HEAD)
    for number in range(100_000):
        connection.sendall(b"X-Header-%d: %s\r\n" % (number, b"x" * 1_000))


def endless_body(connection: socket.socket, request: bytes) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"400\r\n" + b" " * 1024 + b"\r\n")


def endless_drip(connection: socket.socket, request: bytes) -> None:
    """Never silent for as long as the timeout, and never done."""
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    for _ in range(2_000):
        connection.sendall(b"1\r\n \r\n")
        time.sleep(0.005)


BROKEN: dict[str, Conduct] = {
    "nothing": sending(),
    "no HTTP": sending(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "a garbled status line": sending(b"HTTP/1.1 OK 200\r\n\r\n"),
    "a status of four digits": sending(b"HTTP/1.1 2000 OK\r\n\r\n"),
    "a status line only": sending(b"HTTP/1.1 200 OK\r\n"),
    "a header without a name": sending(HEAD + b": x\r\n\r\n{}"),
    "a header with a null byte": sending(HEAD + b"X: a\x00b\r\n\r\n{}"),
    "two lengths": sending(HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
    "a negative length": sending(HEAD + b"Content-Length: -2\r\n\r\n{}"),
    "a length that is no number": sending(HEAD + b"Content-Length: two\r\n\r\n{}"),
    "a length and chunks": sending(HEAD + b"Content-Length: 2\r\nTransfer-Encoding: foo\r\n\r\n{}"),
    "a length too long": replying(TASK, length=len(TASK) + 1),
    "a broken chunk": sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"),
    "no last chunk": sending(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
    "reset": reset_after(b""),
    "reset in the status line": reset_after(b"HTTP/1.1 2"),
    "reset in the headers": reset_after(HEAD + b"X-Tog"),
    "reset in the body": reset_after(HEAD + b"Content-Length: 50\r\n\r\n{"),
    "headers without an end": endless_headers,
    "an answer to come": sending(b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.fixture(params=["threads", "asyncio", "threads over httpx2", "asyncio over httpx2"])
async def clients(request: pytest.FixtureRequest) -> AsyncIterator[Clients]:
    made = Clients(request.param)
    yield made
    await made.close()


async def send_request(clients: Clients, server: RawServer, call: str, **options: Any) -> Any:
    track = clients.track(base_url=server.url(), clock=StoppedClock(), **options)
    return await maybe_await(CALLS[call](track))


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("broken", BROKEN)
async def test_a_retry_after_a_broken_response_succeeds(clients: Clients, broken: str, call: str) -> None:
    with raw_server(in_turn(BROKEN[broken], GOOD)) as server:
        if call == "POST":
            with pytest.raises(ConnectionFailed) as caught:
                await send_request(clients, server, call, retries=3)
            assert (caught.value.attempts, caught.value.may_have_arrived) == (1, True)
            assert len(server.requests) == 1
        else:
            answer = await send_request(clients, server, call, retries=3)
            assert (answer.attempts, len(server.requests)) == (2, 2)
            assert answer.value.id == 3


@pytest.mark.parametrize("broken", BROKEN)
async def test_a_response_that_stays_broken_raises(clients: Clients, broken: str) -> None:
    with raw_server(BROKEN[broken]) as server:
        with pytest.raises(ConnectionFailed) as caught:
            await send_request(clients, server, "GET", retries=2)
        assert caught.value.attempts == len(server.requests) == 3


@pytest.mark.parametrize("call", CALLS)
async def test_a_refused_connection_raises(clients: Clients, call: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    clock = StoppedClock()
    retries = Retries(count=2, jitter=lambda: 1.0)
    track = clients.track(base_url=f"http://127.0.0.1:{port}", clock=clock, retries=retries)
    with pytest.raises(ConnectionFailed) as caught:
        await maybe_await(CALLS[call](track))
    assert (caught.value.attempts, caught.value.may_have_arrived, clock.waits) == (3, False, [0.5, 1.0])


@pytest.mark.parametrize("call", CALLS)
async def test_a_short_content_length_truncates_the_body(clients: Clients, call: str) -> None:
    with raw_server(replying(TASK, length=len(TASK) - 1)) as server:
        with pytest.raises(DecodeFailed) as caught:
            await send_request(clients, server, call, retries=3)
        assert caught.value.attempts == len(server.requests) == 1


async def test_a_response_may_end_with_the_connection(clients: Clients) -> None:
    with raw_server(sending(HEAD + b"\r\n", TASK)) as server:
        assert (await send_request(clients, server, "GET")).value.id == 3


async def test_an_interim_response_is_skipped(clients: Clients) -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
    length = b"Content-Length: %d\r\n\r\n" % len(TASK)
    with raw_server(sending(early + HEAD + length + TASK)) as server:
        assert (await send_request(clients, server, "GET")).value.id == 3


@pytest.mark.parametrize("way", ["endless", "gzip", "deflate"])
async def test_a_body_beyond_the_limit_raises(clients: Clients, way: str) -> None:
    bomb = b" " * 20_000_000
    conduct = {
        "endless": endless_body,
        "gzip": replying(gzip.compress(bomb), headers=("Content-Encoding: gzip",)),
        "deflate": replying(zlib.compress(bomb), headers=("Content-Encoding: deflate",)),
    }[way]
    with raw_server(conduct) as server:
        with pytest.raises(DecodeFailed, match="larger than 1000000 bytes") as caught:
            await send_request(clients, server, "GET", max_response_bytes=1_000_000, retries=3)
        assert caught.value.attempts == len(server.requests) == 1


async def test_a_body_with_two_content_encodings_raises(clients: Clients) -> None:
    # Each layer multiplies by up to a thousand, and httpx would unpack all of them before it gives a part.
    packed = gzip.compress(gzip.compress(b" " * 1_000_000))
    with raw_server(replying(packed, headers=("Content-Encoding: gzip, gzip",))) as server:
        with pytest.raises(DecodeFailed, match="content-encoding"):
            await send_request(clients, server, "GET", max_response_bytes=1_000)
        assert len(server.requests) == 1


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_broken_content_encoding_raises(clients: Clients, encoding: str) -> None:
    with raw_server(replying(TASK, headers=(f"Content-Encoding: {encoding}",))) as server:
        with pytest.raises(DecodeFailed) as caught:
            await send_request(clients, server, "GET", retries=3)
        assert caught.value.attempts == len(server.requests) == 1


async def wait_for_requests(server: RawServer, count: int) -> int:
    """The number of requests, once there are `count`: the server may be slower than the client's timeout."""
    for _ in range(1_000):
        if len(server.requests) >= count:
            break
        await asyncio.sleep(0.01)
    return len(server.requests)


@pytest.mark.parametrize("call", CALLS)
async def test_a_slow_response_ends_at_the_deadline(clients: Clients, call: str) -> None:
    with raw_server(endless_drip) as server:
        # The deadline is one of real time: only a socket can keep a client waiting.
        with pytest.raises(TimedOut) as caught:
            await maybe_await(CALLS[call](clients.track(base_url=server.url(), retries=3, timeout=5, deadline=0.5)))
        assert caught.value.attempts == 1
        assert await wait_for_requests(server, 1) == 1


@pytest.mark.parametrize("call", CALLS)
async def test_a_missing_response_times_out(clients: Clients, call: str) -> None:
    def stay_silent(connection: socket.socket, request: bytes) -> None:
        server.over.wait(10)

    def limit_reading_only(request: Any) -> None:
        request.extensions["timeout"].update(connect=10, write=10, pool=10)

    async def limit_reading_only_async(request: Any) -> None:
        limit_reading_only(request)

    # On a busy machine, connecting may take longer than the timeout too, and the server would miss a request.
    http_client = clients.http_client()
    http_client.event_hooks = {"request": [limit_reading_only_async if clients.asynchronous else limit_reading_only]}
    with raw_server(stay_silent) as server:
        with pytest.raises(TimedOut) as caught:
            await send_request(clients, server, call, retries=2, timeout=0.05, http_client=http_client)
        expected = 1 if call == "POST" else 3
        assert caught.value.attempts == expected
        assert await wait_for_requests(server, expected) == expected
        assert caught.value.may_have_arrived


@pytest.mark.parametrize("broken", ["no HTTP", "reset in the body", "a length too long"])
async def test_an_error_leaves_the_connections_usable(clients: Clients, broken: str) -> None:
    with raw_server(in_turn(BROKEN[broken], BROKEN[broken], GOOD)) as server:
        track = clients.track(base_url=server.url())
        for _ in range(2):
            with pytest.raises(TogglError):
                await maybe_await(CALLS["GET"](track))
        assert (await maybe_await(CALLS["GET"](track))).value.id == 3


def drip(head: bytes, parts: bytes) -> Conduct:
    def send(connection: socket.socket, request: bytes) -> None:
        connection.sendall(head)
        for _ in range(1_000):
            connection.sendall(parts)
            time.sleep(0.01)

    return send


EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
"""A block of deflate that holds nothing."""
DRIPS = {
    "headers": drip(HEAD, b"X-A: b\r\n"),
    "a header line": drip(HEAD + b"X-A: ", b"b"),
    "interim responses": drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "nothing in gzip": drip(
        HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\na\r\n" + gzip.compress(b"")[:10] + b"\r\n",
        b"5\r\n" + EMPTY_BLOCK + b"\r\n",
    ),
}


@pytest.mark.parametrize("way", DRIPS)
async def test_the_deadline_holds_while_a_response_drips(clients: Clients, way: str) -> None:
    with raw_server(DRIPS[way]) as server:
        began = time.monotonic()
        with pytest.raises(TimedOut):
            await maybe_await(CALLS["GET"](clients.track(base_url=server.url(), timeout=20, deadline=0.5)))
        # The drip takes 10 s, and a busy machine delays the end at the deadline.
        assert time.monotonic() - began < 7


async def test_an_endless_body_that_decompresses_to_nothing_raises(clients: Clients) -> None:
    def send(connection: socket.socket, request: bytes) -> None:
        connection.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10])
        while True:
            connection.sendall(EMPTY_BLOCK * 10_000)

    with raw_server(send) as server, pytest.raises(DecodeFailed, match="larger than 1000 bytes"):
        await send_request(clients, server, "GET", max_response_bytes=1_000)


@pytest.mark.parametrize("clients", ["threads", "asyncio"], indirect=True)  # it takes long
@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
async def test_the_limit_bounds_memory(clients: Clients, coding: str) -> None:
    blank = b" " * 50_000_000
    if coding == "gzip":
        packed = gzip.compress(blank)
    else:
        packer = zlib.compressobj(wbits=zlib.MAX_WBITS if coding == "deflate" else -zlib.MAX_WBITS)
        packed = packer.compress(blank) + packer.flush()
    del blank
    with raw_server(replying(packed, headers=(f"Content-Encoding: {coding.split()[-1]}",))) as server:
        track = clients.track(base_url=server.url(), max_response_bytes=1_000_000)
        tracemalloc.start()
        try:
            with pytest.raises(DecodeFailed, match="larger than 1000000 bytes"):
                await maybe_await(CALLS["GET"](track))
            assert tracemalloc.get_traced_memory()[1] < 8_000_000
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP", "deflate", "raw deflate", "identity"])
async def test_supported_content_encodings_are_decompressed(clients: Clients, coding: str) -> None:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = {"deflate": zlib.compress(TASK), "identity": TASK, "raw deflate": packer.compress(TASK) + packer.flush()}
    body = packed.get(coding) or gzip.compress(TASK)
    with raw_server(replying(body, headers=(f"Content-Encoding: {coding.split()[-1]}",))) as server:
        answer = await send_request(clients, server, "GET")
        assert (answer.value.id, answer.response.content) == (3, TASK)
        assert b"\r\naccept-encoding: gzip, deflate\r\n" in server.requests[0].lower()


@pytest.mark.parametrize("coding", ["zstd", "br", "compress", "x"])
async def test_another_content_encoding_raises(clients: Clients, coding: str) -> None:
    unsupported = pytest.raises(DecodeFailed, match=f"content-encoding '{coding}' is not supported")
    with raw_server(replying(TASK, headers=(f"Content-Encoding: {coding}",))) as server, unsupported:
        await send_request(clients, server, "GET")


def chunked(body: bytes) -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize("framing", ["length", "chunked", "no body"])
async def test_bytes_after_a_response_are_not_taken_for_the_next(clients: Clients, framing: str) -> None:
    length = HEAD + b"Content-Length: %d\r\n\r\n" % len(TASK)
    first = {"length": length + TASK, "chunked": chunked(TASK), "no body": b"HTTP/1.1 204 No Content\r\n\r\n"}[framing]
    other = msgspec.json.encode(track_task(666))

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(first + HEAD + b"Content-Length: %d\r\n\r\n" % len(other) + other)
        server.over.wait(1)

    with raw_server(in_turn(answer, GOOD)) as server:
        track = clients.track(base_url=server.url(), on_drift=lambda drift: None)
        await maybe_await(track.raw.delete_task(1, 2, 3))
        assert (await maybe_await(track.tasks.get(1, 2, 3))).id == 3
        assert len(server.requests) == 2
