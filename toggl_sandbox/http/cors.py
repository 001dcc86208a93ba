"""CORS: pages of allowed origins may use the two APIs from a browser, but not the control plane."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from ..operations import FOCUS_PREFIX, METHODS


def with_cors(application: ASGIApp, origins: Iterable[str]) -> ASGIApp:
    """Return an application that allows pages of these origins; raises ``ValueError`` for an invalid origin."""
    allowed = [_origin(one) for one in origins]
    if not allowed:
        return application
    # Both APIs are below the prefix of Focus.
    cors = CORSMiddleware(
        application, allow_origins=allowed, allow_methods=METHODS, allow_headers=["*"], expose_headers=["*"]
    )

    async def respond(scope: Scope, receive: Receive, send: Send) -> None:
        is_api = scope["type"] == "http" and scope["path"].startswith(f"{FOCUS_PREFIX}/")
        await (cors if is_api else application)(scope, receive, send)

    return respond


def _origin(url: str) -> str:
    """Return an origin in the form in which browsers send it."""
    try:
        parts = urlsplit(url.lower())
        port = parts.port
    except ValueError:
        port, parts = None, urlsplit("")
    if not parts.scheme or not parts.hostname or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(f"allowed origin {url!r} must be scheme, host and port, such as http://localhost:3000")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    is_default = port is None or (parts.scheme, port) in (("http", 80), ("https", 443))
    return f"{parts.scheme}://{host}" + ("" if is_default else f":{port}")
