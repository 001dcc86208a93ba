"""Who may knock on a socket: requests for its own host name, and no other site's page at the control plane.

A page in a browser can make its own host name point at this machine (DNS rebinding), and can send simple requests to
any address. Neither can choose the `Host` or the `Origin` that the browser tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from .asgi import ASGIApplication, Message, Receive, Send, header
from .control import PREFIX

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Door:
    """Lets an application answer requests for some hosts only."""

    def __init__(self, application: ASGIApplication, hosts: Iterable[str]) -> None:
        self._application = application
        self.hosts = LOOPBACK | {name_of(host) for host in hosts}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 421 (host) or 403 (origin)."""
        if scope["type"] == "http":
            host, origin = header(scope, b"host"), header(scope, b"origin")
            if name_of(host or "") not in self.hosts:
                # The name is somebody else's text: it is not repeated.
                await _refuse(send, 421, "This sandbox does not answer for that Host; start it with --allow-host NAME.")
                return
            is_control = f"{scope['path']}/".startswith(f"{PREFIX}/")
            if is_control and origin is not None and (urlsplit(origin).hostname or "") not in self.hosts:
                await _refuse(send, 403, "Pages of other sites may not use the control plane.")
                return
        await self._application(scope, receive, send)


def name_of(host: str) -> str:
    """Return the name or address in a `Host` header, without port and brackets."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_every_address(address: str) -> bool:
    """Return whether a socket that is bound to an address listens on all of the machine's."""
    return ip_address(address.partition("%")[0]).is_unspecified


async def _refuse(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
