"""The page for people at `/`: four files as they are, without a build step.

What it shows it asks of the control plane, `/_sandbox/overview`, and what its buttons do are requests to it. A name of
a task is somebody else's text: the page inserts it as text, and the policy below lets the browser run and load nothing
but these files, should that ever fail.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..control.routes import PREFIX
from ..http.asgi import Message, Send

FILES: Final = {
    "/": ("page.html", "text/html; charset=utf-8"),
    f"{PREFIX}/page.css": ("page.css", "text/css; charset=utf-8"),
    f"{PREFIX}/page.js": ("page.js", "text/javascript; charset=utf-8"),
    f"{PREFIX}/page.svg": ("page.svg", "image/svg+xml"),
}
"""Name and type of the files by path. Only the first is outside of the reserved prefix."""
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",  # nobody gets its buttons pressed by clicks meant for another page
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


def is_page(scope: Message) -> bool:
    """Return whether a request is for one of the files; any other method at `/` is left to Track, which has no `/`."""
    return scope["path"] in FILES and scope["method"] in ("GET", "HEAD")


async def send_page(scope: Message, send: Send) -> None:
    """Answer a request for one of the files."""
    name, media_type = FILES[scope["path"]]
    content = Path(__file__).with_name(name).read_bytes()
    headers = [
        (b"content-type", media_type.encode()),
        (b"content-length", str(len(content)).encode()),
        *_HEADERS,
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else content})
