"""How a client proves who it is."""

from __future__ import annotations

import os
from base64 import b64encode

from attrs import field, frozen


@frozen
class Credentials:
    """The value of the Authorization header; never shown."""

    authorization: str = field(repr=False)


def basic(user: str, password: str) -> Credentials:
    return Credentials("Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii"))


def track_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """Token (or `TOGGL_API_TOKEN`), or e-mail and password, by HTTP Basic (documented).

    Raises ValueError when there are none, or when they are those of Focus.
    """
    given = _given(token, email, password, "TOGGL_API_TOKEN")
    if isinstance(given, str):
        if given.startswith("toggl_sk_"):
            raise ValueError("token: this is an API key of Toggl Focus; Track wants the token of your Track profile")
        return basic(given, "api_token")
    return basic(*given)


def focus_credentials(token: str | None, email: str | None, password: str | None) -> Credentials:
    """API key (or `TOGGL_FOCUS_TOKEN`) as Bearer, or e-mail and password by HTTP Basic (both documented).

    Raises ValueError when there are none.
    """
    given = _given(token, email, password, "TOGGL_FOCUS_TOKEN")
    return Credentials(f"Bearer {given}") if isinstance(given, str) else basic(*given)


def _given(token: str | None, email: str | None, password: str | None, variable: str) -> str | tuple[str, str]:
    if token is not None and (email is not None or password is not None):
        raise ValueError("give either token= or email= and password=, not both")
    if (email is None) != (password is None):
        raise ValueError("email= and password= go together")
    if email is not None and password is not None:
        if ":" in email:
            raise ValueError("email: HTTP Basic does not allow a colon in it")
        return email, password
    found = (token if token is not None else os.environ.get(variable, "")).strip()
    if not found:
        raise ValueError(f"no credentials: pass token=, or email= and password=, or set {variable}")
    if not found.isascii() or not found.isprintable() or " " in found:
        raise ValueError("token: not a token; it has spaces, line breaks or characters beyond ASCII")
    return found
