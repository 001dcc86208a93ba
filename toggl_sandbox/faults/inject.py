"""Inject a fault into one request."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from email.utils import format_datetime
from http.client import responses as phrases
from typing import Any, Final

from msgspec import UNSET
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..clock import Clock
from .connection import Connection, How, Sleep
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


class DroppedResponse(Response):
    """No response: the connection is dropped before a status was sent, or within the status line."""

    def __init__(self, connection: Connection, how: How, head: bytes = b"") -> None:
        super().__init__()
        self.status_code = 0
        self._connection, self._how, self._head = connection, how, head

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Drop the connection."""
        await self._connection.drop(self._how, self._head)


class BrokenResponse(Response):
    """A response whose body is sent in chunks, with pauses, or is interrupted in the middle."""

    def __init__(self, whole: Response, fault: Fault, connection: Connection, sleep: Sleep) -> None:
        super().__init__(status_code=whole.status_code)
        self.raw_headers = whole.raw_headers
        self._how = _MIDWAY.get(fault.drop or "")
        self.body = whole.body[: len(whole.body) // 2] if self._how else whole.body
        self._fault, self._connection, self._sleep = fault, connection, sleep
        self.on_client_gone: Callable[[int], object] = lambda _: None
        """Receives the number of bytes that were sent if the client disconnects before the end."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the chunks until the end, the interruption, or a disconnect of the client."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        size = self._fault.piece if self._fault.dribble else len(self.body) or 1
        for start in range(0, len(self.body), size):
            if start and not await self._connection.pause(self._fault.dribble, self._sleep):
                self.on_client_gone(start)
                return
            piece = self.body[start : start + size]
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        if self._how:
            await self._connection.drop(self._how)
        else:
            await send({"type": "http.response.body", "body": b""})


async def inject_fault(
    fault: Fault,
    connection: Connection,
    *,
    serve: Callable[[], Awaitable[Response]],
    make_error: Callable[[int, str], Response],
    clock: Clock,
    sleep: Sleep,
) -> Response:
    """Return the response to a request on which a fault fires; raises ClientDisconnect on a disconnect before.

    ``serve`` applies the request and returns the service's response; ``make_error`` writes an error as the service
    does.
    """
    response = await serve() if fault.when == "after" else None
    if fault.delay and not await connection.pause(fault.delay, sleep):
        raise ClientDisconnect
    if fault.drop == "refused" or fault.drop == "closed" or fault.drop == "reset":
        return DroppedResponse(connection, fault.drop)
    if fault.has_own_reply:
        response = _make_response(fault, make_error)
    elif response is None:
        response = await serve()
    _alter_response(fault, response, clock)
    how = _MIDWAY.get(fault.drop or "")
    if how and len(response.body) < 2:
        # The body is too short to interrupt it: interrupt the status line.
        return DroppedResponse(connection, how, b"HTTP/1.1 ")
    return BrokenResponse(response, fault, connection, sleep) if how or fault.dribble else response


def _make_response(fault: Fault, make_error: Callable[[int, str], Response]) -> Response:
    status = fault.status or 502
    phrase = phrases.get(status, "Error")
    if fault.spoil == "html":
        return Response(_PAGE.format(title=f"{status} {phrase}"), status, {"content-type": "text/html"})
    if isinstance(fault.body, str):
        return Response(fault.body, status, media_type="text/plain")
    if fault.body is not UNSET:
        return Response(_json(fault.body), status, media_type="application/json")
    return make_error(status, phrase) if status >= 400 else Response(status_code=status)


def _alter_response(fault: Fault, response: Response, clock: Clock) -> None:
    if (fault.drift or fault.unknown_fields) and response.body:
        try:
            value = json.loads(bytes(response.body))
        except ValueError:
            pass  # An error in plain text has no fields.
        else:
            response.body = _json(_alter_value(value, fault))
    if fault.spoil == "cut":
        response.body = response.body[: len(response.body) // 2]
    elif fault.spoil == "malformed":
        response.body = b"{" + response.body
    elif fault.spoil == "empty":
        response.body = b""
    if response.status_code in BODILESS:
        response.body = b""
    else:
        response.headers["content-length"] = str(len(response.body))
    if fault.content_type is not None:
        response.headers["content-type"] = fault.content_type
    for name, text in fault.headers.items():
        response.headers[name] = text
    if isinstance(fault.retry_after, int | float) and fault.retry_after_as == "date":
        moment = clock.now() + timedelta(seconds=fault.retry_after)
        response.headers["retry-after"] = format_datetime(moment, usegmt=True)
    elif fault.retry_after is not None:
        response.headers["retry-after"] = str(fault.retry_after)


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


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
