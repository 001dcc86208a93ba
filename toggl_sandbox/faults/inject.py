"""Inject a fault into one request."""

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
from .fault import BODILESS, DriftType, Fault

_MIDWAY: Final[dict[str, How]] = {"closed_midway": "closed", "reset_midway": "reset"}
_PAGE: Final = """<html>
<head><title>{title}</title></head>
<body>
<center><h1>{title}</h1></center>
<hr><center>nginx</center>
</body>
</html>
"""


async def inject_fault(
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
    """Answer a request with the effects of a fault.

    ``serve`` applies the request and returns the service's reply; ``refuse`` makes an error reply in the service's
    format; ``give_up`` is called before a connection is dropped, when the client cannot have noticed yet.
    """
    reply = await serve() if fault.when == "after" else None
    if fault.delay and not await connection.pause(fault.delay, sleep):
        return
    if fault.drop == "refused" or fault.drop == "closed" or fault.drop == "reset":
        give_up()
        await connection.drop(fault.drop)
        return
    if fault.has_own_reply:
        reply = await _make_reply(fault, refuse)
    elif reply is None:
        reply = await serve()
    _alter_reply(fault, reply, clock)
    how = _MIDWAY.get(fault.drop or "")
    if how and len(reply.body) < 2:
        # The body is too short to break off in the middle: break off in the status line.
        give_up()
        await connection.drop(how, b"HTTP/1.1 ")
    else:
        await _send(fault, reply, how, connection, send, sleep)


async def _make_reply(fault: Fault, refuse: Callable[[int, str], Awaitable[Reply]]) -> Reply:
    status = fault.status or 502
    phrase = phrases.get(status, "Error")
    if fault.spoil == "html":
        page = _PAGE.format(title=f"{status} {phrase}")
        return Reply(status, [(b"content-type", b"text/html")], page.encode())
    if isinstance(fault.body, str):
        return Reply(status, [(b"content-type", b"text/plain; charset=utf-8")], fault.body.encode())
    if fault.body is not UNSET:
        return Reply(status, [(b"content-type", b"application/json")], _encode_json(fault.body))
    return await refuse(status, phrase) if status >= 400 else Reply(status)


def _alter_reply(fault: Fault, reply: Reply, clock: Clock) -> None:
    if (fault.drift or fault.unknown_fields) and reply.body:
        try:
            value = json.loads(reply.body)
        except ValueError:
            pass  # An error in plain text has no fields.
        else:
            reply.body = _encode_json(_alter_value(value, fault))
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


def _alter_value(value: Any, fault: Fault) -> Any:
    if isinstance(value, list):
        return [_alter_value(one, fault) for one in value]
    if not isinstance(value, dict):
        return value
    members = {name: _alter_value(one, fault) for name, one in value.items() if fault.drift.get(name) != "missing"}
    for name, kind in fault.drift.items():
        if name in members:
            members[name] = _change_type(members[name], kind)
    return members | fault.unknown_fields


def _change_type(value: Any, kind: DriftType) -> Any:
    """Convert a value to another JSON type, with the old value inside where possible."""
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


def _encode_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
