"""How a client proves who it is."""

from __future__ import annotations

import os
from base64 import b64encode

from attrs import field, frozen

TOKEN_PASSWORD = "api_token"  # noqa: S105 - the word that goes with a token (documented)


@frozen
class Credentials:
    """The value of the Authorization header, and the texts in it that must not show; neither is shown."""

    authorization: str = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def redacted(self, body: bytes) -> bytes:
        """A body without our secrets, which a proxy in debug mode may repeat. Before it is cut or its gaps close."""
        for secret in self.secrets:
            body = body.replace(secret.encode(), b"***")
        return body


def basic(user: str, password: str) -> Credentials:
    encoded = b64encode(f"{user}:{password}".encode()).decode("ascii")
    secrets = sorted({user, password} - {TOKEN_PASSWORD}, key=len, reverse=True)
    return Credentials(f"Basic {encoded}", (encoded, *secrets))


def track_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """Token (or `TOGGL_API_TOKEN`), or e-mail and password, by HTTP Basic (documented).

    Raises ValueError when there are none, or when they are those of Focus.
    """
    given = _given(token, email, password, "TOGGL_API_TOKEN")
    if isinstance(given, str):
        if given.startswith("toggl_sk_"):
            raise ValueError("token: this is an API key of Toggl Focus; Track wants the token of your Track profile")
        return basic(given, TOKEN_PASSWORD)
    return basic(*given)


def focus_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """API key (or `TOGGL_FOCUS_TOKEN`) as Bearer, or e-mail and password by HTTP Basic (both documented).

    Raises ValueError when there are none.
    """
    given = _given(token, email, password, "TOGGL_FOCUS_TOKEN")
    return Credentials(f"Bearer {given}", (given,)) if isinstance(given, str) else basic(*given)


def _given(token: str | None, email: str | None, password: str | None, variable: str) -> str | tuple[str, str]:
    if token is not None and (email is not None or password is not None):
        raise ValueError("give either token= or email= and password=, not both")
    if (email is None) != (password is None):
        raise ValueError("email= and password= go together")
    if email is not None and password is not None:
        if not email or not password:
            raise ValueError("email= or password= is empty")
        if ":" in email:
            raise ValueError("email: HTTP Basic does not allow a colon in it")
        if any(0xD800 <= ord(character) < 0xE000 for character in email + password):
            raise ValueError("email= or password= holds what no text can (a lone surrogate)")
        return email, password
    found = (token if token is not None else os.environ.get(variable, "")).strip()
    if not found:
        raise ValueError(f"no credentials: pass token=, or email= and password=, or set {variable}")
    if not found.isascii() or not found.isprintable() or " " in found:
        raise ValueError("token: not a token; it has spaces, line breaks or characters beyond ASCII")
    return found
