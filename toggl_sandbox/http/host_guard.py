"""Who may knock on a socket: requests for its own host name, and no page but its own at the control plane.

A page in a browser can make its own host name point at this machine (DNS rebinding), and can send simple requests to
any address. Neither can choose what the browser tells: `Host`, `Origin`, `Sec-Fetch-Site`. Programs that are no
browser send the first only, and are not affected by the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from ..control.routes import PREFIX
from .asgi import ASGIApplication, Message, Receive, Send, header

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
READING: Final = ("GET", "HEAD")


class Door:
    """Lets an application answer requests for some hosts only."""

    def __init__(self, application: ASGIApplication, hosts: Iterable[str]) -> None:
        self._application = application
        self.hosts = LOOPBACK | {name_of(host) for host in hosts}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with 421 (host) or 403 (origin)."""
        if scope["type"] == "http":
            host = header(scope, b"host") or ""
            if name_of(host) not in self.hosts:
                # The name is somebody else's text: it is not repeated.
                await _refuse(send, 421, "This sandbox does not answer for that Host; start it with --allow-host NAME.")
                return
            if f"{scope['path']}/".startswith(f"{PREFIX}/") and _is_foreign(scope, host):
                await _refuse(send, 403, "Only the sandbox's own page may use the control plane from a browser.")
                return
        await self._application(scope, receive, send)


def _is_foreign(scope: Message, host: str) -> bool:
    """Return whether a browser sends this for a page of another origin: another port of the same host is one too."""
    origin = header(scope, b"origin")
    if origin is not None:
        # A proxy before the sandbox may speak TLS.
        return origin.lower() not in (f"http://{host}".lower(), f"https://{host}".lower())
    # A link from elsewhere may be followed, as it only reads.
    return scope["method"] not in READING and header(scope, b"sec-fetch-site") in ("cross-site", "same-site")


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
