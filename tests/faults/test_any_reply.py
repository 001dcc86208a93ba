"""Any response gives a value or raises a TogglError."""

from __future__ import annotations

import asyncio
import socket
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN
from tests.support.faults.raw_server import RawServer, raw_server
from tests.support.stopped_clock import StoppedClock
from tests.support.tasks import focus_page, focus_task, track_page, track_task
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Retries, TogglError, Track, replace
from toggl_tasks._retries import read_retry_after

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Ask = Callable[[Any], Any]
TRACK: dict[str, Ask] = {
    "a task": lambda track: track.tasks.get(1, 2, 3),
    "a list": lambda track: track.tasks.list_project(1, 2),
    "a page": lambda track: track.tasks.list(1),
    "one of several shapes": lambda track: track.tasks.list_mine(per_page=2),
    "a report": lambda track: track.tasks.patch(1, 2, [3], [replace("/active", False)]),
    "a new task": lambda track: track.tasks.create(1, 2, name="x"),
    "nothing": lambda track: track.tasks.delete(1, 2, 3),
    "quotas": lambda track: track.raw.get_my_quota(),
}
FOCUS: dict[str, Ask] = {
    "a page": lambda focus: focus.tasks.list(1, 2),
    "new tasks": lambda focus: focus.tasks.create_many(1, 2, [{"name": "x"}]),
    "nothing": lambda focus: focus.tasks.update(1, 2, 3, name="x"),
    "a stream": lambda focus: focus.raw.stream_tasks(1, 2),
}
# One response is tried with every call: making it takes longer than reading it.
CALLS = pytest.mark.parametrize(("api", "calls"), [("track", TRACK), ("focus", FOCUS)], ids=["track", "focus"])


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


text_headers = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=40)
known_names = st.sampled_from(
    [
        "content-type",
        "content-length",
        "location",
        "set-cookie",
        "retry-after",
        "x-toggl-quota-remaining",
        "x-toggl-quota-resets-in",
        "x-toggl-request-id",
        "date",
        "link",
        "www-authenticate",
        "transfer-encoding",
    ]
)
headers = st.lists(
    st.tuples(known_names | st.text("abcXYZ-_", min_size=1, max_size=8), text_headers | st.binary(max_size=20)),
    max_size=5,
)
packings = st.sampled_from([None, "gzip", "deflate", "br", "zstd", "identity", "gzip, gzip", "gzip,,", ""])


def encode(pairs: Any) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value if isinstance(value, bytes) else value.encode()) for name, value in pairs]


def outcomes(runner: asyncio.Runner, api: str, ask: Ask, transport: httpx.MockTransport, **options: Any) -> list[str]:
    """How a call ends for threads and for asyncio; anything but a value or a TogglError gets through."""
    kinds: tuple[Any, Any] = (Track, AsyncTrack) if api == "track" else (Focus, AsyncFocus)
    token = TRACK_TOKEN if api == "track" else FOCUS_TOKEN
    given = {"retries": Retries(count=1), "pace": None, "clock": StoppedClock()} | options
    made: list[Any] = [kind(token=token, transport=transport, **given) for kind in kinds]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # drift warns
        return [blocking(made[0], ask), runner.run(run_async(made[1], ask))]


def blocking(client: Any, ask: Ask) -> str:
    try:
        with client:
            result = ask(client)
            if hasattr(result, "pages"):
                next(iter(result.pages()))
    except TogglError as error:
        return type(error).__name__
    return "value"


async def run_async(client: Any, ask: Ask) -> str:
    try:
        async with client:
            result = ask(client)
            if hasattr(result, "pages"):
                await anext(aiter(result.pages()))
            else:
                await result
    except TogglError as error:
        return type(error).__name__
    return "value"


def always(status: int, fields: list[tuple[bytes, bytes]], body: bytes) -> httpx.MockTransport:
    """Answers with what goes over the wire; the body is unpacked as it would be from there."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=fields, stream=httpx.ByteStream(body))

    return httpx.MockTransport(answer)


@CALLS
@MANY
@given(body=st.binary(max_size=200), status=st.integers(100, 599), fields=headers, packing=packings)
@example(body=b"", status=200, fields=[], packing=None)
@example(body=b"[" * 100_000, status=200, fields=[], packing=None)
@example(body=b"[" * 100_000, status=500, fields=[], packing=None)
@example(body=b'"\\ud800"', status=400, fields=[], packing=None)
@example(body=b"\xff\xfe<\x00h\x00", status=502, fields=[], packing=None)
@example(body=b"9" * 5_000, status=200, fields=[], packing=None)
@example(body=b"1e999", status=200, fields=[], packing=None)
@example(body=b"<title>" * 10_000, status=502, fields=[], packing=None)
@example(body=b"", status=302, fields=[("location", "http://[")], packing=None)
@example(body=b"", status=302, fields=[("location", "http://\u0130.example:99999/")], packing=None)
@example(body=b"", status=502, fields=[("set-cookie", "\x80")], packing=None)
@example(body=b"", status=200, fields=[("set-cookie", 'a=b; expires=\u0661; max-age=x; port="y')], packing=None)
def test_any_response_gives_a_value_or_a_documented_error(
    runner: asyncio.Runner,
    api: str,
    calls: dict[str, Ask],
    body: bytes,
    status: int,
    fields: Any,
    packing: str | None,
) -> None:
    packed = [] if packing is None else [(b"content-encoding", packing.encode())]
    transport = always(status, [*encode(fields), *packed], body)
    for name, ask in calls.items():
        note(f"call: {name}")
        blocked, awaited = outcomes(runner, api, ask, transport)
        assert blocked == awaited
        if not 200 <= status < 300:
            assert blocked != "value"


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields_of_a_task = st.sampled_from(
    sorted({*track_task(), *focus_task(), "permissions", "status", "priority", "parent"})
)
changes = st.dictionaries(fields_of_a_task, json, max_size=4)
bodies = st.one_of(
    json,
    changes.map(lambda changed: track_task() | changed),
    changes.map(lambda changed: focus_task() | changed),
    st.lists(changes.map(lambda changed: track_task() | changed) | json, max_size=3),
    st.builds(
        lambda page, changed: page | changed,
        st.sampled_from([track_page(track_task()), focus_page(focus_task()), {"items": None}, {"success": [3]}]),
        st.dictionaries(
            st.sampled_from(["data", "page", "per_page", "total", "total_count", "items", "success", "failure"]), json
        ),
    ),
)


@CALLS
@pytest.mark.parametrize("strict", [False, True])
@MANY
@given(body=bodies, status=st.sampled_from([200, 201, 400, 402, 500]))
@example(body=None, status=200)
@example(body=track_page(track_task()) | {"data": None, "total_count": None}, status=200)
@example(body=track_page(track_task()) | {"per_page": 0, "total_count": 10**30}, status=200)
@example(body=focus_page(focus_task(priority="urgent", tag_ids=None)), status=200)
@example(body={"success": None, "failure": None}, status=200)
def test_any_json_gives_a_value_or_a_documented_error(
    runner: asyncio.Runner, api: str, calls: dict[str, Ask], strict: bool, body: Any, status: int
) -> None:
    transport = always(status, [], msgspec.json.encode(body))
    for name, ask in calls.items():
        note(f"call: {name}")
        blocked, awaited = outcomes(runner, api, ask, transport, strict=strict)
        assert blocked == awaited


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=40) | st.text("0123456789.,:+- GMTSunJanuary", max_size=40) | st.floats().map(str))
@example("Sun, 06 Nov 1994 08:49:37 GMT")
@example("Sun, 06 Nov 0000 08:49:37 GMT")
@example("Sun, 06 Nov 9999 23:59:59 -9999")
@example("1" * 400)
@example("\u0663")
def test_any_retry_after_is_handled(text: str) -> None:
    seconds = read_retry_after(text, 1_740_992_400.0)
    assert seconds is None or 0 <= seconds < 1e12


@MANY
@given(remaining=text_headers, resets_in=text_headers | st.integers().map(str), retry_after=text_headers)
@example(remaining="0", resets_in="999999999", retry_after="")
@example(remaining="0", resets_in="-1", retry_after="1e400")
@pytest.mark.parametrize("status", [200, 402, 429])
def test_any_quota_and_retry_after_headers_are_handled(
    runner: asyncio.Runner, status: int, remaining: str, resets_in: str, retry_after: str
) -> None:
    fields = [
        ("x-toggl-quota-remaining", remaining),
        ("x-toggl-quota-resets-in", resets_in),
        ("retry-after", retry_after),
    ]
    transport = always(status, encode(fields), msgspec.json.encode(track_task()))
    waiting = {"on_quota": "wait", "max_wait": 10, "retries": Retries(count=2, longest_retry_after=5)}
    for options in ({}, waiting):
        result = outcomes(runner, "track", TRACK["a task"], transport, **options)
        assert result[0] == result[1]
        assert (result[0] == "value") == (status == 200)


class Bytes:
    """The next response of the raw server."""

    sent = b""

    def __call__(self, connection: socket.socket, request: bytes) -> None:
        connection.sendall(self.sent)


status_lines = st.one_of(
    st.binary(max_size=30),
    st.integers(100, 599).map(lambda status: b"HTTP/1.1 %d X\r\n" % status),
)
field_lines = st.lists(
    st.one_of(
        st.binary(max_size=30),
        st.sampled_from(
            [
                b"Content-Length: 3\r\n",
                b"Content-Length: 0\r\n",
                b"Transfer-Encoding: chunked\r\n",
                b"Content-Encoding: gzip\r\n",
                b"Connection: close\r\n",
                b"Location: //\r\n",
            ]
        ),
    ),
    max_size=4,
)


@pytest.mark.parametrize("ask", [TRACK["a task"], TRACK["nothing"]], ids=["a task", "nothing"])
def test_any_bytes_on_a_socket_give_a_value_or_a_documented_error(runner: asyncio.Runner, ask: Ask) -> None:
    bytes_sent = Bytes()

    @settings(max_examples=150, deadline=None)
    @given(
        st.one_of(
            st.binary(max_size=100),
            st.builds(
                lambda line, lines, body: line + b"".join(lines) + b"\r\n" + body,
                status_lines,
                field_lines,
                st.binary(max_size=40),
            ),
        )
    )
    @example(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
    @example(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nabcde")
    def ask_for_it(sent: bytes) -> None:
        bytes_sent.sent = sent
        # Transports of their own: without a certificate store, which takes long to read.
        blocking(Track(**options, transport=httpx.HTTPTransport(verify=False)), ask)
        runner.run(run_async(AsyncTrack(**options, transport=httpx.AsyncHTTPTransport(verify=False)), ask))

    with raw_server(bytes_sent) as server:
        options: dict[str, Any] = options_of(server)
        ask_for_it()
        assert server.requests


def options_of(server: RawServer) -> dict[str, Any]:
    return {"token": TRACK_TOKEN, "base_url": server.url(), "retries": 0, "timeout": 5}
