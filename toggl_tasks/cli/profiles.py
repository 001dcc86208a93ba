"""Profiles: API, workspace, organization, and where the token is stored. This file contains no tokens."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from .errors import CommandError

DEFAULT = "default"


class Profile(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """Settings of one account."""

    api: Literal["track", "focus"] = "track"
    workspace: str | None = None
    organization: str | None = None
    read_only: bool = False
    track_url: str | None = None
    focus_url: str | None = None
    tokens: dict[str, Literal["keyring", "file"]] = {}
    """Where the token of each API is stored."""


def config_folder() -> Path:
    """The folder for configuration."""
    return Path(platformdirs.user_config_dir("toggl-tasks", appauthor=False))


def cache_folder() -> Path:
    """The folder for data that can be fetched again."""
    return Path(platformdirs.user_cache_dir("toggl-tasks", appauthor=False))


def state_folder() -> Path:
    """The folder for the state of commands."""
    return Path(platformdirs.user_state_dir("toggl-tasks", appauthor=False))


def account_of(profile: str | None) -> str:
    """A key that differs between accounts; not computed from tokens of profiles, since the keyring may be locked."""
    names = ("TOGGL_API_TOKEN", "TOGGL_FOCUS_TOKEN", "TOGGL_TRACK_URL", "TOGGL_FOCUS_URL")
    return "" if profile else " ".join(os.environ.get(name, "") for name in names)


def cache_file(kind: str, profile: str, account: str = "") -> Path:
    """A file in the cache. Its name does not reveal the token or the URL in `account`."""
    return cache_folder() / f"{kind}-{_digest(profile)}-{_digest(account)}.json"


def clear_cache(profile: str) -> None:
    """Delete the cached data of a profile, as far as possible."""
    for file in cache_folder().glob(f"*-{_digest(profile)}-*.json"):
        with suppress(OSError):
            file.unlink()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def profiles_file() -> Path:
    """The file with all profiles."""
    return config_folder() / "profiles.json"


def load_profiles() -> dict[str, Profile]:
    """All profiles by name. Raises CommandError if the file cannot be read."""
    file = profiles_file()
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Profile])
    except (FileNotFoundError, NotADirectoryError):  # for example for users whose home is /dev/null
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"cannot read the profiles: {file}: {error}; repair or delete the file") from None


def save_profiles(profiles: dict[str, Profile]) -> None:
    """Write the profiles. Raises CommandError if the file cannot be written."""
    write_private(profiles_file(), msgspec.json.format(msgspec.json.encode(profiles)))


def write_private(file: Path, content: bytes) -> None:
    """Replace a file by one that only this user can read. Raises CommandError."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
        draft.replace(file)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise CommandError(f"cannot write {file}: {error.strerror}") from None
