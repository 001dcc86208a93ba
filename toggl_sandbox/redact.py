"""Masks credentials in what the request log shows: `…` takes the place of each."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from .operations import Operations
from .state.entities import User

MASK: Final = "…"
_MASK: Final = MASK.encode()
_KEY: Final = rb"(?:api|access|private)[_-]?key"
_HEADER: Final = re.compile(
    rb"auth(?!enticate)|cookie|token|secret|passw|pwd|credential|session|signature|" + _KEY, re.IGNORECASE
)
_SCHEME: Final = re.compile(rb"(basic|bearer|digest) ", re.IGNORECASE)
_URL_QUERY: Final = re.compile(rb"\?[^\s>]*|//[^/\s@]*@")
_IN_PATH: Final = re.compile(rb"//[^/\s@]*@|[?#;].*", re.DOTALL)
"""The user information of a URL, a query, a fragment, and matrix parameters: no path of an operation has them."""
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
_IN_URL: Final = re.compile(rb"([?&]" + _FIELD + rb"=)[^&\s\"'\\<>#]*", re.IGNORECASE)
"""A parameter of a URL in a body."""
_IN_VALUE: Final = re.compile(_FIELD + rb"[\s\"']*[=:]", re.IGNORECASE)
"""A value of a parameter that contains a parameter or a field of its own."""
_TOKEN: Final = re.compile(rb"toggl_sk_[\w-]+|(?<![\w-])[0-9a-f]{32}(?![\w-])", re.IGNORECASE)
"""A key of Focus or a token of Track, of any user."""
_ESCAPE: Final = re.compile(rb"\\(?:u00([0-9a-f]{2})|.)|%([0-9a-f]{2})", re.IGNORECASE | re.DOTALL)
"""An escape of JSON, of which one of a backslash starts no other; or one of a form."""
_GZIP: Final = b"\x1f\x8b"
_WORDS: Final = (
    b"passw",
    b"token",
    b"secret",
    b"pwd",
    b"cookie",
    b"credential",
    b"signature",
    b"key",
    b"authorization",
)
"""One of these is in the name of each such field: most bodies have none, and need no slow search."""
_SEPARATORS: Final = re.compile(rb"[\s;,]+")
_NO_CREDENTIALS: Final = (b"api_token",)
_PLAIN: Final = re.compile(rb"[\w.~-]+")
_SHORTEST: Final = 8
"""Characters of the shortest credential that is searched for; a shorter one could be part of any word."""


def redact_query(query: bytes, operations: Operations) -> str:
    """Return a query with only the parameters of the operations; the others may contain secrets."""
    members = query.decode("ascii", "replace").split("&") if query else []
    known = [(*one.partition("="), one.partition("=")[0] in operations.query_names) for one in members]
    return "&".join(f"{name}{sign}{_mask_value(value)}" if is_known else MASK for name, sign, value, is_known in known)


def _mask_value(value: str) -> str:
    """Return the value of a parameter, masked if it looks like a token, or has one in a parameter of its own."""
    if len(value) < _SHORTEST:
        return value
    plain = unquote_to_bytes(value)
    return MASK if _TOKEN.search(plain) or _IN_VALUE.search(plain) else value


def is_compressed(head: bytes, body: bytes) -> bool:
    """Return whether a body is compressed, so that credentials in it cannot be found."""
    coding = next((value for name, value in _pairs(head) if name.lower() == b"content-encoding"), b"identity")
    return body.startswith(_GZIP) or coding.strip().lower() not in (b"", b"identity")


def may_have_credentials(query: str) -> bool:
    """Return whether a value of a query is long enough for a credential: most are not, and need no search."""
    return any(len(member) - member.find("=") > _SHORTEST for member in query.split("&"))


class Redactor:
    """Masks what is named like a credential, and the credentials of all users and of some headers wherever they are."""

    def __init__(self, users: Iterable[User], *heads: bytes) -> None:
        known = [one.encode() for user in users for one in (user.password, user.track_token, user.focus_token)]
        found = {*known, *(one for head in heads for one in credentials_in(head))}
        values = {one for one in found if len(one) >= _SHORTEST and one not in _NO_CREDENTIALS}
        written = {form for one in values for form in (one, *_forms(one))}
        self._values = sorted(written, key=len, reverse=True)

    def query(self, text: str) -> str:
        """Return a query without credentials."""
        return self._without_values(text.encode(errors="replace")).decode()

    def unknown_path(self, path: str) -> str:
        """Return a path without credentials; it must not be that of an operation."""
        return self._without_values(_IN_PATH.sub(_MASK, path.encode(errors="replace"))).decode()

    def headers(self, head: bytes) -> list[tuple[str, str]]:
        """Return the headers of stored lines."""
        return [(name.decode("latin-1"), self._header(name, value)) for name, value in _pairs(head)]

    def _header(self, name: bytes, value: bytes) -> str:
        if _HEADER.search(name):
            scheme = _SCHEME.match(value)
            return f"{scheme[1].decode()} {MASK}" if scheme else MASK
        if name.lower() in (b"referer", b"location", b"link"):
            value = _URL_QUERY.sub(_MASK, value)
        return self._without_values(value).decode("latin-1").replace(_MASK.decode("latin-1"), MASK)

    def body(self, body: bytes, media_type: str) -> bytes:
        """Return a body without credentials. What is escaped is written out if it is, or names, a credential."""
        plain = _ESCAPE.sub(_unescaped, body) if b"\\u00" in body or b"%" in body else body
        if plain != body and (masked := self._masked(plain, media_type)) != plain:
            return masked
        return self._masked(body, media_type)

    def _masked(self, body: bytes, media_type: str) -> bytes:
        lower = body.lower()
        if any(word in lower for word in _WORDS):
            body = _MEMBER.sub(rb'\1"' + _MASK + rb'"', body)
            body = _IN_URL.sub(rb"\1" + _MASK, body)
        if not media_type.endswith("json"):
            body = _FORM.sub(rb"\1" + _MASK, body)
        return self._without_values(body)

    def _without_values(self, text: bytes) -> bytes:
        for value in self._values:
            text = text.replace(value, _MASK)
        return text


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """Return the letter, digit or mark that is escaped; another escape as it is, since it may end a text."""
    code = bytes.fromhex((escape[1] or escape[2] or b"00").decode())
    return code if _PLAIN.fullmatch(code) else escape[0]


def _forms(value: bytes) -> Iterator[bytes]:
    """Return a credential as it is written in URLs and forms, and in JSON."""
    if not _PLAIN.fullmatch(value):
        text = value.decode("utf-8", "replace")
        yield quote(value, safe="").encode()
        yield json.dumps(text)[1:-1].encode()
        yield json.dumps(text, ensure_ascii=False)[1:-1].encode()


def head_of(headers: Collection[tuple[bytes, bytes]]) -> bytes:
    """Return headers as lines, which take less memory."""
    return b"\r\n".join([name + b": " + value for name, value in headers])


def _pairs(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in head.split(b"\r\n") if head else ():
        name, _, value = line.partition(b": ")
        yield name, value


def credentials_in(head: bytes) -> Iterator[bytes]:
    """Return the credentials in stored headers, so that they can be masked in bodies too."""
    for name, value in _pairs(head):
        if _HEADER.search(name):
            for piece in _SEPARATORS.split(value):
                # The value of `name=value`, but all of what only ends with `=`, as base64 does.
                yield piece.partition(b"=")[2].strip(b'="') or piece
            if value[:6].lower() == b"basic ":
                with suppress(ValueError):
                    user, _, password = b64decode(value[6:]).partition(b":")
                    # A token comes in the place of the user, with this word as password; an e-mail is no secret.
                    yield user if password == b"api_token" else password
