"""A cache of ids and names for one day, so that most commands need no request to find a project by name."""

from __future__ import annotations

import time
from typing import Any

import msgspec

from .errors import CommandError
from .profiles import cache_file, write_private

TTL = 86_400.0
"""Lifetime of an entry in seconds."""


class Entry(msgspec.Struct):
    """A list of items with `id` and `name`, and when it was fetched."""

    at: float
    items: list[dict[str, Any]]


class NamesCache:
    """The file of one account. It contains ids and names only; a file that cannot be read or written is ignored."""

    def __init__(self, profile: str, account: str) -> None:
        self.file = cache_file("names", profile, account)
        self.opened_at = time.time()
        self.problem: str | None = None
        """The reason why the file could not be used."""
        self.entries: dict[str, Entry] = {}
        self._read: str | None = None
        try:
            self.entries = msgspec.json.decode(self.file.read_bytes(), type=dict[str, Entry])
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            self.problem = str(error)

    def get(self, key: str) -> list[dict[str, Any]] | None:
        """The items of a list, or None if they are unknown or too old."""
        entry = self.entries.get(key)
        if entry is None or not 0 <= time.time() - entry.at < TTL:
            return None
        self._read = key
        return entry.items

    def forget_earlier(self) -> None:
        """Remove the lists that earlier commands fetched."""
        self.entries = {key: entry for key, entry in self.entries.items() if entry.at >= self.opened_at}

    def find(self, kind: str, api: str) -> list[dict[str, Any]]:
        """All items of a kind, such as `projects`, in any workspace of an API."""
        shared = ("workspaces", "organizations")  # are the same in both APIs, and cached for Track
        start = "track/" if kind in shared else f"{api}/"
        keys = [key for key in self.entries if key.startswith(start) and key.partition("?")[0].endswith(f"/{kind}")]
        return [item for key in keys for item in self.get(key) or []]

    def drop_read(self) -> bool:
        """Remove the list that was read last. Returns whether there was one, so fetching it again may help."""
        found = self._read is not None and self.entries.pop(self._read, None) is not None
        self._read = None
        return found

    def clear(self) -> None:
        """Remove all lists, since an id in them is no longer valid."""
        self.entries = {}
        self._write()

    def put(self, key: str, items: list[dict[str, Any]]) -> None:
        """Store the items of a list."""
        self.entries[key] = Entry(time.time(), items)
        self._read = None  # it is not from the file
        self._write()

    def _write(self) -> None:
        try:
            write_private(self.file, msgspec.json.encode(self.entries))
        except CommandError as error:
            self.problem = str(error)
