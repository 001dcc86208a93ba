"""The socket connection of a request, and how it is taken from uvicorn."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from ..faults.connection import EXTENSION, How, Sleep

_TRANSPORT: Final = "toggl_sandbox.transport"
_AT_ONCE: Final = struct.pack("ii", 1, 0)
"""SO_LINGER with zero seconds: closing the socket sends a reset."""


class LendingProtocol(H11Protocol):
    """uvicorn's protocol, with its transport in the state that it gives to every request of a connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take over a new connection."""
        super().connection_made(transport)
        # `access_log=False` only detaches uvicorn's logger; a program that attaches it again would log whole queries.
        self.access_log = False
        self.app_state = {**self.app_state, _TRANSPORT: transport}

    def _should_upgrade(self) -> bool:
        """Ignore `Upgrade`: Java offers HTTP/2 in every request, and uvicorn would log a warning about WebSockets."""
        return False


class SocketConnection:
    """The effects of faults on a socket."""

    def __init__(self, transport: asyncio.Transport, receive: Receive) -> None:
        self._transport = transport
        self._receive = receive

    async def pause(self, seconds: float, sleep: Sleep) -> bool:
        """Wait; return False as soon as the client has disconnected."""
        slept = asyncio.ensure_future(sleep(seconds))
        gone = asyncio.ensure_future(self._wait_for_disconnect())
        try:
            await asyncio.wait({slept, gone}, return_when=asyncio.FIRST_COMPLETED)
            return not gone.done()
        finally:
            for one in (slept, gone):
                one.cancel()
            await asyncio.gather(slept, gone, return_exceptions=True)

    async def drop(self, how: How, head: bytes = b"") -> None:
        """Close or reset the connection, and wait until uvicorn has noticed; it would send a 500 otherwise."""
        if head:
            self._transport.write(head)
        if how == "closed":
            self._transport.close()
        else:
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            self._transport.abort()
        await self._wait_for_disconnect()

    async def _wait_for_disconnect(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass


def with_connections(application: ASGIApp) -> ASGIApp:
    """Return an application that finds its connection in every scope of a ``LendingProtocol``."""

    async def lent(scope: Scope, receive: Receive, send: Send) -> None:
        transport = scope.get("state", {}).pop(_TRANSPORT, None)
        if transport is not None:
            scope = {**scope, "extensions": {EXTENSION: SocketConnection(transport, receive)}}
        await application(scope, receive, send)

    return lent
