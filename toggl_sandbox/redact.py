"""Masks credentials in what the request log shows: `…` takes the place of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from .operations import Operations

MASK: Final = "…"
_MASK: Final = MASK.encode()
_KEY: Final = rb"(?:api|access|private)[_-]?key"
_HEADER: Final = re.compile(
    rb"auth(?!enticate)|cookie|token|secret|passw|pwd|credential|session|signature|" + _KEY, re.IGNORECASE
)
_SCHEME: Final = re.compile(rb"(basic|bearer|digest) ", re.IGNORECASE)
_URL_QUERY: Final = re.compile(rb"\?[^\s>]*|//[^/\s@]*@")
_FIELD: Final = (
    rb"(?:[\w.-]{0,40}(?:passw\w{0,40}|(?:token|secret|pwd|cookie|credential|signature|"
    + _KEY
    + rb")s?)|(?:[\w-]{0,40}[_-])?authorization)"
)
"""The name of a field. Its length is limited so that no body takes long to search."""
_MEMBER: Final = re.compile(
    rb'("' + _FIELD + rb'"\s*:\s*)("(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{[^}]*\}?|-?\d[\d.eE+-]*)',
    re.IGNORECASE | re.DOTALL,
)
"""A member of a JSON object, also in a body that is cut off or malformed."""
_FORM: Final = re.compile(rb"((?:^|&)" + _FIELD + rb"=)[^&]*", re.IGNORECASE)
_SHORTEST: Final = 8
"""Characters of the shortest credential that is searched for; a shorter one could be part of any word."""


def redact_query(query: bytes, operations: Operations) -> str:
    """Return a query with only the parameters of the operations; the others may contain secrets."""
    members = query.decode("ascii", "replace").split("&") if query else []
    return "&".join(one if one.partition("=")[0] in operations.query_names else MASK for one in members)


class Redactor:
    """Masks headers and bodies: what is named like a credential, and the credentials of the sandbox's users."""

    def __init__(self, credentials: Iterable[str]) -> None:
        values = sorted({one for one in credentials if len(one) >= _SHORTEST}, key=len, reverse=True)
        self._values = re.compile(b"|".join(re.escape(one.encode()) for one in values) or b"(?!)")

    def headers(self, head: bytes) -> list[tuple[str, str]]:
        """Return the headers of stored lines."""
        pairs = (line.partition(b": ")[::2] for line in head.split(b"\r\n") if line)
        return [(name.decode("latin-1"), self._header(name, value)) for name, value in pairs]

    def _header(self, name: bytes, value: bytes) -> str:
        if _HEADER.search(name):
            scheme = _SCHEME.match(value)
            return f"{scheme[1].decode()} {MASK}" if scheme else MASK
        if name.lower() in (b"referer", b"location", b"link"):
            value = _URL_QUERY.sub(_MASK, value)
        hidden = self._values.sub(b"\0", value)
        return hidden.decode("latin-1").replace("\0", MASK)

    def body(self, body: bytes, media_type: str) -> bytes:
        """Return a body without credentials."""
        body = _MEMBER.sub(rb'\1"' + _MASK + rb'"', body)
        if media_type == "application/x-www-form-urlencoded":
            body = _FORM.sub(rb"\1" + _MASK, body)
        return self._values.sub(_MASK, body)


def head_of(headers: Collection[tuple[bytes, bytes]]) -> bytes:
    """Return headers as lines, which take less memory."""
    return b"\r\n".join([b"%b: %b" % one for one in headers])
