"""Host and Origin checks: a socket answers for its own host names only, and the control plane for its own page only.

A page in a browser can resolve its host name to this machine (DNS rebinding), and can send simple requests to any
address. It cannot set the headers that the browser adds: `Host`, `Origin`, `Sec-Fetch-Site`. Other programs send
`Host` only, so the other checks do not affect them.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..operations import CONTROL_PREFIX

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
READING: Final = ("GET", "HEAD")


class HostGuard:
    """Rejects requests for other hosts than the allowed ones."""

    def __init__(self, application: ASGIApp, hosts: Iterable[str]) -> None:
        self._application = application
        self.hosts = LOOPBACK | {name_of(host) for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or reject it with 421 (host) or 403 (origin)."""
        if scope["type"] == "http" and (refusal := self._refusal(scope)):
            await refusal(scope, receive, send)
        else:
            await self._application(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if name_of(host) not in self.hosts:
            # The name comes from the request: it is not repeated.
            return PlainTextResponse("This Host is not allowed; start the sandbox with --allow-host NAME.", 421)
        if f"{scope['path']}/".startswith(f"{CONTROL_PREFIX}/") and _is_foreign(scope["method"], headers, host):
            return PlainTextResponse("Only the sandbox's own page may use the control plane from a browser.", 403)
        return None


def _is_foreign(method: str, headers: Headers, host: str) -> bool:
    """Return whether a browser sends this for a page of another origin: another port of the same host is one too."""
    origin = headers.get("origin")
    if origin is not None:
        # A proxy before the sandbox may speak TLS.
        return origin.lower() not in (f"http://{host}".lower(), f"https://{host}".lower())
    # A link from elsewhere may be followed, as it only reads.
    return method not in READING and headers.get("sec-fetch-site") in ("cross-site", "same-site")


def name_of(host: str) -> str:
    """Return the name or address in a `Host` header, without port and brackets."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_every_address(address: str) -> bool:
    """Return whether a socket that is bound to an address listens on all of the machine's."""
    return ip_address(address.partition("%")[0]).is_unspecified
