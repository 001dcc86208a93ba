"""Carries out a fault on one request."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from email.utils import format_datetime
from http.client import responses as phrases
from typing import Any, Final

from msgspec import UNSET

from ..clock import Clock
from ..http.asgi import Send
from ..http.connection import Connection, How, Sleep
from ..http.reply import Reply
from .fault import BODILESS, Drifted, Fault

_MIDWAY: Final[dict[str, How]] = {"closed_midway": "closed", "reset_midway": "reset"}
_PAGE: Final = """<html>
<head><title>{title}</title></head>
<body>
<center><h1>{title}</h1></center>
<hr><center>nginx</center>
</body>
</html>
"""


async def misbehave(
    fault: Fault,
    connection: Connection,
    *,
    serve: Callable[[], Awaitable[Reply]],
    refuse: Callable[[int, str], Awaitable[Reply]],
    send: Send,
    give_up: Callable[[], None],
    clock: Clock,
    sleep: Sleep,
) -> None:
    """Answer a request as a fault wants it.

    ``serve`` applies the request and returns the service's reply; ``refuse`` writes an error as the service does;
    ``give_up`` is told before a connection is dropped, when the client cannot yet have noticed.
    """
    reply = await serve() if fault.when == "after" else None
    if fault.delay and not await connection.pause(fault.delay, sleep):
        return
    if fault.drop == "refused" or fault.drop == "closed" or fault.drop == "reset":
        give_up()
        await connection.drop(fault.drop)
        return
    if fault.made_up:
        reply = await _made_up(fault, refuse)
    elif reply is None:
        reply = await serve()
    _alter(fault, reply, clock)
    how = _MIDWAY.get(fault.drop or "")
    if how and len(reply.body) < 2:
        # Nothing in the body to stop in the middle of: stop in the status line.
        give_up()
        await connection.drop(how, b"HTTP/1.1 ")
    else:
        await _send(fault, reply, how, connection, send, sleep)


async def _made_up(fault: Fault, refuse: Callable[[int, str], Awaitable[Reply]]) -> Reply:
    status = fault.status or 502
    phrase = phrases.get(status, "Error")
    if fault.spoil == "html":
        page = _PAGE.format(title=f"{status} {phrase}")
        return Reply(status, [(b"content-type", b"text/html")], page.encode())
    if isinstance(fault.body, str):
        return Reply(status, [(b"content-type", b"text/plain; charset=utf-8")], fault.body.encode())
    if fault.body is not UNSET:
        return Reply(status, [(b"content-type", b"application/json")], _written(fault.body))
    return await refuse(status, phrase) if status >= 400 else Reply(status)


def _alter(fault: Fault, reply: Reply, clock: Clock) -> None:
    if (fault.drift or fault.unknown_fields) and reply.body:
        try:
            value = json.loads(reply.body)
        except ValueError:
            pass  # An error in plain text has no fields.
        else:
            reply.body = _written(_altered(value, fault))
    if fault.spoil == "cut":
        reply.body = reply.body[: len(reply.body) // 2]
    elif fault.spoil == "malformed":
        reply.body = b"{" + reply.body
    elif fault.spoil == "empty":
        reply.body = b""
    if reply.status in BODILESS:
        reply.body = b""
    else:
        reply.set_header("content-length", str(len(reply.body)))
    if fault.content_type is not None:
        reply.set_header("content-type", fault.content_type)
    for name, text in fault.headers.items():
        reply.set_header(name, text)
    if isinstance(fault.retry_after, int | float) and fault.retry_after_as == "date":
        moment = clock.now() + timedelta(seconds=fault.retry_after)
        reply.set_header("retry-after", format_datetime(moment, usegmt=True))
    elif fault.retry_after is not None:
        reply.set_header("retry-after", str(fault.retry_after))


def _altered(value: Any, fault: Fault) -> Any:
    if isinstance(value, list):
        return [_altered(one, fault) for one in value]
    if not isinstance(value, dict):
        return value
    members = {name: _altered(one, fault) for name, one in value.items() if fault.drift.get(name) != "missing"}
    for name, kind in fault.drift.items():
        if name in members:
            members[name] = _drifted(members[name], kind)
    return members | fault.unknown_fields


def _drifted(value: Any, kind: Drifted) -> Any:
    """Return a value of another type that still tells the old one, where the type can."""
    match kind:
        case "string":
            return value if isinstance(value, str) else json.dumps(value)
        case "number":
            return value if isinstance(value, int | float) and not isinstance(value, bool) else 0
        case "boolean":
            return bool(value)
        case "array":
            return value if isinstance(value, list) else [value]
        case "object":
            return value if isinstance(value, dict) else {"value": value}
        case _:
            return None


async def _send(fault: Fault, reply: Reply, how: How | None, connection: Connection, send: Send, sleep: Sleep) -> None:
    body = reply.body[: len(reply.body) // 2] if how else reply.body
    await send(reply.start)
    size = fault.piece if fault.dribble else len(body) or 1
    for start in range(0, len(body), size):
        if start and not await connection.pause(fault.dribble, sleep):
            return
        await send({"type": "http.response.body", "body": body[start : start + size], "more_body": True})
    if how:
        await connection.drop(how)
    else:
        await send({"type": "http.response.body", "body": b""})


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
