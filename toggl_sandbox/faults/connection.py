"""The effects of faults on a connection that ASGI cannot express."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final, Literal, Protocol, TypeAlias

from starlette.types import Scope

Sleep: TypeAlias = Callable[[float], Awaitable[object]]
How = Literal["refused", "closed", "reset"]
EXTENSION: Final = "toggl_sandbox.connection"
"""The ASGI extension that contains the connection."""


class Connection(Protocol):
    """The connection of one request."""

    async def pause(self, seconds: float, sleep: Sleep) -> bool:
        """Wait; return False if the client disconnects during the wait."""
        ...

    async def drop(self, how: How, head: bytes = b"") -> None:
        """Send the start of a response, if any, and drop the connection."""
        ...


class UnknownConnection:
    """The connection of any other ASGI server, which drops it because of an exception."""

    async def pause(self, seconds: float, sleep: Sleep) -> bool:
        """Wait."""
        await sleep(seconds)
        return True

    async def drop(self, how: How, head: bytes = b"") -> None:
        """Raise ``ConnectionAbortedError``."""
        raise ConnectionAbortedError(f"connection {how} by a fault of the sandbox")


def connection_of(scope: Scope) -> Connection:
    """Return the connection of a request."""
    connection: Connection = (scope.get("extensions") or {}).get(EXTENSION) or UnknownConnection()
    return connection
