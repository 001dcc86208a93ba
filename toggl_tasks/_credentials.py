"""Credentials: the Authorization header, and redaction of secrets."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from typing import NoReturn

from attrs import field, frozen

TOKEN_PASSWORD = "api_token"  # noqa: S105 - the fixed password for a token (documented)
BACKSLASHES = r"\\{0,9}"


@frozen
class Credentials:
    """The value of the Authorization header, and the secrets in it. Its repr shows neither."""

    authorization: str = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    source: str = "the credentials"
    """The arguments or the environment variable that the credentials were read from."""

    def redact(self, text: str) -> str:
        """Replace the secrets in a text from the service: a proxy in debug mode may echo them.

        Call it after the text is decoded, and before it is shortened. JSON escapes are recognized, since the text may
        quote JSON.
        """
        for secret in self.secrets:
            text = re.sub("".join(map(_spellings, secret)), "***", text)
        return text

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client cannot be pickled, since it contains credentials: create one in each process")


def _spellings(character: str) -> str:
    """A pattern that matches a character in JSON, escaped or not, and in JSON inside a JSON string."""
    units = character.encode("utf-16-be").hex()
    codes = (units[start : start + 4] for start in range(0, len(units), 4))
    patterns = [BACKSLASHES + re.escape(character), "".join(f"{BACKSLASHES}u(?i:{code})" for code in codes)]
    if letter := {"\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t"}.get(character):
        patterns.append(BACKSLASHES + letter)
    return f"(?:{'|'.join(patterns)})"


def basic_auth(user: str, password: str, source: str = "the credentials") -> Credentials:
    encoded = b64encode(f"{user}:{password}".encode()).decode("ascii")
    secrets = sorted({user, password} - {TOKEN_PASSWORD}, key=len, reverse=True)
    return Credentials(f"Basic {encoded}", (encoded, *secrets), source)


def track_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """HTTP Basic with the token (or `TOGGL_API_TOKEN`), or with e-mail and password (documented).

    Raises ValueError for missing or invalid credentials, and for credentials of Focus.
    """
    user, secret, source = _read_credentials(token, email, password, "TOGGL_API_TOKEN")
    if secret is None and user.startswith("toggl_sk_"):
        raise ValueError(f"{source}: this is an API key of Toggl Focus; Track needs the token from your Track profile")
    return basic_auth(user, TOKEN_PASSWORD if secret is None else secret, source)


def focus_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """Bearer with the API key (or `TOGGL_FOCUS_TOKEN`), or HTTP Basic with e-mail and password (documented).

    Raises ValueError for missing or invalid credentials.
    """
    user, secret, source = _read_credentials(token, email, password, "TOGGL_FOCUS_TOKEN")
    return Credentials(f"Bearer {user}", (user,), source) if secret is None else basic_auth(user, secret, source)


def _read_credentials(
    token: str | None, email: str | None, password: str | None, variable: str
) -> tuple[str, str | None, str]:
    """Token and None, or e-mail and password; and the arguments or the variable that they were read from."""
    if kinds := [type(value).__name__ for value in (token, email, password) if not isinstance(value, str | None)]:
        raise TypeError(f"token, email and password must be str, not {kinds[0]}")
    if token is not None and (email is not None or password is not None):
        raise ValueError("give either token= or email= and password=, not both")
    if (email is None) != (password is None):
        raise ValueError("email= and password= must be passed together")
    if email is not None and password is not None:
        if not email or not password:
            raise ValueError("email= or password= is empty")
        if ":" in email:
            raise ValueError("email= contains a colon, which HTTP Basic does not allow")
        if any(0xD800 <= ord(character) < 0xE000 for character in email + password):
            raise ValueError("email= or password= contains a lone surrogate, which cannot be encoded")
        return email, password, "email= and password="
    source = variable if token is None else "token="
    value = (os.environ.get(variable, "") if token is None else token).strip()
    if not value:
        found = "no credentials" if token is None else "token= is empty"
        raise ValueError(f"{found}: pass token=, or email= and password=, or set {variable}")
    if not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError(f"{source}: not a valid token: it contains spaces, line breaks or non-ASCII characters")
    return value, None, source
