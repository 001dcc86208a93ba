"""Tokens in the keyring of the system, or in a file that only this user can read."""

from __future__ import annotations

import msgspec

from .errors import CommandError
from .profiles import Profile, config_folder, write_private

SERVICE = "toggl-tasks"


def load_token(name: str, profile: Profile, api: str) -> str | None:
    """The token of a profile, or None. Raises CommandError if the keyring or the file cannot be read."""
    place = profile.tokens.get(api)
    if place is None:
        return None
    if place == "file":
        return _read_file().get(f"{name}/{api}")
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(SERVICE, f"{name}/{api}")
    except (keyring.errors.KeyringError, OSError, RuntimeError) as error:
        raise CommandError(
            f"the keyring of this system failed: {error}; sign in again with `toggl-tasks auth login`"
        ) from None


def _read_file() -> dict[str, str]:
    try:
        return msgspec.json.decode((config_folder() / "tokens.json").read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"cannot read {config_folder() / 'tokens.json'}: {error}") from None


def save_in_file(profile: str, api: str, token: str) -> None:
    """Add a token to the file of mode 0600."""
    write_private(config_folder() / "tokens.json", msgspec.json.encode({**_read_file(), f"{profile}/{api}": token}))
