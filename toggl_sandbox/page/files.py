"""The page for people at `/`: ES modules, a style sheet and a document, served unchanged, without a build step.

The page reads and changes everything through the control plane. A name of a task is text that others wrote: the page
inserts it as text, and the policy below lets the browser run and load nothing but these files if that ever fails.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.responses import Response

import toggl_server

from ..operations import CONTROL_PREFIX

MODULES: Final = (
    *("page", "control", "elements", "choices", "connect", "requests", "trouble", "fault_fields", "world"),
    *("world_changes", "operations", "snippets", "try", "form_fields", "exchange", "explanation"),
)
OPERATIONS: Final = str(Path(toggl_server.__file__).with_name("operations.json"))
FILES: Final = {
    "/": ("page.html", "text/html; charset=utf-8"),
    f"{CONTROL_PREFIX}/page.css": ("page.css", "text/css; charset=utf-8"),
    f"{CONTROL_PREFIX}/page.svg": ("page.svg", "image/svg+xml"),
    **{f"{CONTROL_PREFIX}/{name}.js": (f"{name}.js", "text/javascript; charset=utf-8") for name in MODULES},
    f"{CONTROL_PREFIX}/operations.json": (OPERATIONS, "application/json"),
}
"""Name, relative to this folder, and type of the files by path. Only the first is outside of the reserved prefix."""
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",  # no other page can show this one and redirect clicks to it
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


def page_file(method: str, path: str) -> Response | None:
    """Return the response to a request for one of the files; any other method at `/` gets the 404 of Track."""
    if path not in FILES or method not in ("GET", "HEAD"):
        return None
    name, media_type = FILES[path]
    content = (Path(__file__).parent / name).read_bytes()
    headers = {**_HEADERS, "content-type": media_type, "content-length": str(len(content))}
    return Response(content, headers=headers)
