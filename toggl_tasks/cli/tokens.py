"""Tokens in the keyring of the system, or in a file that only this user can read."""

from __future__ import annotations

from pathlib import Path

import msgspec

from .errors import CommandError
from .profiles import Profile, config_folder, write_private

SERVICE = "toggl-tasks"
"""Name of the service in the keyring; the user there is `PROFILE/API`."""


def tokens_file() -> Path:
    """The file for tokens where there is no keyring."""
    return config_folder() / "tokens.json"


def load_token(name: str, profile: Profile, api: str) -> str | None:
    """The token of a profile, or None. Raises CommandError if the keyring or the file cannot be read."""
    place = profile.tokens.get(api)
    if place is None:
        return None
    if place == "file":
        return _read_file().get(f"{name}/{api}")
    import keyring

    try:
        return keyring.get_password(SERVICE, f"{name}/{api}")
    except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise
        raise CommandError(
            f"the keyring of this system failed: {_reason(error)}; sign in again with `toggl-tasks auth login`"
        ) from None


def save_in_keyring(profile: str, api: str, token: str) -> None:
    """Store a token in the keyring of the system. Raises CommandError if there is none, or if it fails."""
    import keyring

    user = f"{profile}/{api}"
    try:
        keyring.set_password(SERVICE, user, token)
        stored = keyring.get_password(SERVICE, user)
    except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise
        raise CommandError(_reason(error).replace(token, "***")) from None
    if stored != token:  # for example the backend `null`, which stores nothing
        raise CommandError("it did not store the token")


def save_in_file(profile: str, api: str, token: str) -> None:
    """Add a token to the file of mode 0600."""
    write_private(tokens_file(), msgspec.json.encode({**_read_file(), f"{profile}/{api}": token}))


def delete_token(name: str, api: str, place: str) -> None:
    """Delete a token from where it is stored. Raises CommandError if that fails."""
    user = f"{name}/{api}"
    if place == "file":
        tokens = _read_file()
        if tokens.pop(user, None) is not None:
            write_private(tokens_file(), msgspec.json.encode(tokens))
        return
    import keyring

    try:
        if keyring.get_password(SERVICE, user) is not None:
            keyring.delete_password(SERVICE, user)
    except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise
        raise CommandError(
            f"the keyring failed: {_reason(error)}; delete {user!r} of {SERVICE!r} there yourself"
        ) from None


def keyring_name() -> str:
    """The keyring in use, such as `SecretService Keyring`; empty if there is none."""
    import keyring
    from keyring.backends import fail, null

    try:
        backend = keyring.get_keyring()
    except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise
        return f"unusable: {_reason(error)}"
    return "" if isinstance(backend, fail.Keyring | null.Keyring) else str(backend.name)


def _reason(error: Exception) -> str:
    from keyring.errors import NoKeyringError

    if isinstance(error, NoKeyringError):
        return "this system has none"
    return " ".join(str(error).split()) or type(error).__name__


def _read_file() -> dict[str, str]:
    try:
        return msgspec.json.decode(tokens_file().read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"cannot read {tokens_file()}: {error}; repair or delete the file") from None
