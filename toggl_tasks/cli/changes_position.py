"""The position of `changes`, stored for each profile, API and workspace."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import msgspec

from .errors import CommandError
from .profiles import state_folder, write_private


class Position(msgspec.Struct):
    """The state that the next run needs to list each change once."""

    since: datetime.datetime
    """Time from which the next run reads, on the clock of the service."""
    last_id: int | None = None
    """The largest id of a task so far; None if unknown. Tasks with larger ids are new (assumed for Track)."""
    seen: dict[int, str] = {}
    """Digests of tasks that were listed and that the next run reads again."""


def position_file(key: str) -> Path:
    """The file of a position; its name must not reveal a URL or a profile."""
    return state_folder() / f"changes-{hashlib.sha256(key.encode()).hexdigest()[:16]}.json"


def load_position(key: str) -> Position | None:
    """The position of the last run; None before the first. Raises CommandError if the file cannot be read."""
    file = position_file(key)
    try:
        return msgspec.json.decode(file.read_bytes(), type=Position)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"cannot read the position of `changes`: {file}: {error}; pass --since") from None


def save_position(key: str, position: Position) -> None:
    """Store a position. Raises CommandError if the file cannot be written."""
    write_private(position_file(key), msgspec.json.encode(position))
