"""The types of ASGI, and a request's body read whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
ASGIApplication: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

LONGEST_BODY: Final = 1 << 20
"""Bytes of a request's body that are read: more than any operation needs. The services' own limit is not known."""


class TooLarge(Exception):
    """A body is longer than its limit; the text says how long it may be."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"The body is too large: send at most {limit} bytes.")


class ClientGone(Exception):
    """The client closed the connection before its request was whole."""


async def whole_body(scope: Message, receive: Receive, limit: int = LONGEST_BODY) -> bytes:
    """Read a body; ``TooLarge`` as soon as that is certain, ``ClientGone`` when the rest will not come."""
    length = header(scope, b"content-length") or ""
    if length.isdecimal() and int(length) > limit:
        raise TooLarge(limit)
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        body += message.get("body", b"")
        if len(body) > limit:
            raise TooLarge(limit)
        more = message.get("more_body", False)
    return bytes(body)


def header(scope: Message, name: bytes) -> str | None:
    """Return a header of a request by its name in lower case."""
    for have, value in scope["headers"]:
        if have == name:
            text: str = value.decode("latin-1")
            return text
    return None
