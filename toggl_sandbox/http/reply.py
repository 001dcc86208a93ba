"""A reply as a whole, so that it can be altered before it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field

from .asgi import ASGIApplication, Message, Receive


@dataclass(slots=True)
class Reply:
    """Status, headers with names in lower case, body."""

    status: int
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    def set_header(self, name: str, value: str) -> None:
        """Set a header in place of those of the same name."""
        key = name.lower().encode("ascii")
        self.headers = [*((have, one) for have, one in self.headers if have != key), (key, value.encode("latin-1"))]

    @property
    def start(self) -> Message:
        """The ASGI message that starts it."""
        return {"type": "http.response.start", "status": self.status, "headers": self.headers}


async def reply_of(application: ASGIApplication, scope: Message, receive: Receive) -> Reply:
    """Let an application answer, and keep what it sends."""
    reply = Reply(500)

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            reply.status = message["status"]
            reply.headers = list(message["headers"])
        else:
            reply.body += message.get("body", b"")

    await application(scope, receive, keep)
    return reply
