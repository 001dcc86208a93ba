"""The body of a request."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

LONGEST_BODY: Final = 1 << 20
"""Maximum size of a request body in bytes: more than any operation needs. The limit of the services is unknown."""


class TooLarge(Exception):
    """A body is larger than the limit, which the message contains; ``size`` is the number of bytes known so far."""

    def __init__(self, limit: int, size: int = 0) -> None:
        super().__init__(f"The body is too large: send at most {limit} bytes.")
        self.size = size


async def read_body(request: Request, limit: int = LONGEST_BODY) -> bytes:
    """Read a body; raises TooLarge as soon as it exceeds the limit, ClientDisconnect if the client disconnects."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise TooLarge(limit, int(length))
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise TooLarge(limit, len(body))
    return bytes(body)
