"""A request's body, read whole."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

LONGEST_BODY: Final = 1 << 20
"""Bytes of a request's body that are read: more than any operation needs. The services' own limit is not known."""


class TooLarge(Exception):
    """A body is longer than its limit; the text says how long it may be, ``size`` how many bytes are known of."""

    def __init__(self, limit: int, size: int = 0) -> None:
        super().__init__(f"The body is too large: send at most {limit} bytes.")
        self.size = size


async def read_body(request: Request, limit: int = LONGEST_BODY) -> bytes:
    """Read a body; raises TooLarge as soon as that is certain, ClientDisconnect when the rest will not come."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise TooLarge(limit, int(length))
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise TooLarge(limit, len(body))
    return bytes(body)
