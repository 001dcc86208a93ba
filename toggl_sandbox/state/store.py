"""The state of a sandbox in an SQLite file: the document of an export, taken apart into rows.

Each entity is a row, and what else is in the document is one more: a request writes what it changed and nothing else,
in one transaction. The file belongs to one sandbox as long as that is open.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from ..json_input import read
from .entities import StoreError
from .snapshot import Contents, InitialSettings, Snapshot

APPLICATION: Final = 0x746F6767
"""Tells our files from other SQLite databases."""
VERSION: Final = 1
"""To be raised when a file of before cannot be read any more."""
PATIENCE: Final = 1.0
"""Seconds to wait for another sandbox that is about to end."""
_ENTITIES: Final = ("users", "organizations", "workspaces", "projects", "track_tasks", "focus_tasks")
_KINDS: Final[Mapping[str, Any]] = {
    field.name: field.type for field in msgspec.structs.fields(Contents) if field.name in _ENTITIES
}
_SCHEMA: Final = (
    "CREATE TABLE entity (place INTEGER PRIMARY KEY, kind TEXT, id INT, value BLOB, UNIQUE (kind, id))",
    "CREATE TABLE rest (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
    f"PRAGMA user_version = {VERSION}",
    f"PRAGMA application_id = {APPLICATION}",
)
_PUT: Final = (
    "INSERT INTO entity (kind, id, value) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value"
)
_PUT_REST: Final = "INSERT OR REPLACE INTO rest VALUES (?, ?)"


class Store:
    """An open file. ``StoreError`` when it cannot be used, which leaves it as it was."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._written = b""
        self.is_closed = False
        place = Path(self.path).absolute()
        if place.is_dir():
            raise StoreError(f"{self.path} is a folder: name a file in it")
        if not place.parent.is_dir():
            raise StoreError(f"{self.path} cannot be made: there is no folder {place.parent}; make it first")
        with self._explained():
            # All access is under the lock of the state.
            self._connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                self._take(self._is_empty())
                self.is_new: bool = not self._connection.execute("SELECT count(*) FROM rest").fetchone()[0]
                """Whether nothing was saved in it yet."""
            except BaseException:
                self._connection.close()
                raise

    def load(self) -> tuple[Snapshot, InitialSettings]:
        """Read the file."""
        with self._explained():
            rest = dict(self._connection.execute("SELECT name, value FROM rest"))
            lists = {
                kind: b",".join(
                    value
                    for (value,) in self._connection.execute(
                        "SELECT value FROM entity WHERE kind = ? ORDER BY place", (kind,)
                    )
                )
                for kind in _KINDS
            }
        try:
            snapshot, first = read(rest["snapshot"], Snapshot), read(rest["first"], InitialSettings)
            for kind, encoded in lists.items():
                setattr(snapshot.contents, kind, read(b"[" + encoded + b"]", _KINDS[kind]))
        except (KeyError, ValueError) as error:
            raise self.damaged(error) from None
        self._written = rest["snapshot"]
        return snapshot, first

    def damaged(self, error: Exception) -> StoreError:
        """Return the error to raise for a file that does not hold a valid state."""
        return StoreError(f"{self.path} {_DAMAGED}: {error}")

    def save(self, snapshot: Snapshot, changes: Mapping[str, Mapping[int, object]]) -> None:
        """Write changed entities by kind and id, None for a deleted one, and a snapshot without entities.

        When this returns, a crash does not lose them. ``StoreError`` writes nothing.
        """
        self._check_open()
        rest = msgspec.json.encode(snapshot)
        changed = any(changes.values())
        if not changed and rest == self._written:
            return
        with self._explained(), self._transaction("FULL" if changed else "NORMAL"):
            self._write(changes)
            self._connection.execute(_PUT_REST, ("snapshot", rest))
        self._written = rest

    def replace(self, snapshot: Snapshot, first: InitialSettings) -> None:
        """Write a whole snapshot in place of what the file holds. ``StoreError`` writes nothing."""
        self._check_open()
        no_entities = msgspec.structs.replace(snapshot.contents, **{kind: [] for kind in _KINDS})
        rest = msgspec.json.encode(msgspec.structs.replace(snapshot, contents=no_entities))
        with self._explained(), self._transaction("FULL"):
            self._connection.execute("DELETE FROM entity")
            for kind in _KINDS:
                rows = ((kind, one.id, msgspec.json.encode(one)) for one in getattr(snapshot.contents, kind))
                self._connection.executemany(_PUT, rows)
            self._connection.execute(_PUT_REST, ("first", msgspec.json.encode(first)))
            self._connection.execute(_PUT_REST, ("snapshot", rest))
        self._written = rest

    def close(self) -> None:
        """Close the file; saving raises ``StoreError`` from now on."""
        self.is_closed = True
        self._connection.close()

    def _check_open(self) -> None:
        if self.is_closed:
            raise StoreError(f"{self.path} was closed with its sandbox: make a new one to go on")

    def _write(self, changes: Mapping[str, Mapping[int, object]]) -> None:
        for kind, entities in changes.items():
            for number, entity in entities.items():
                if entity is None:
                    self._connection.execute("DELETE FROM entity WHERE kind = ? AND id = ?", (kind, number))
                else:
                    self._connection.execute(_PUT, (kind, number, msgspec.json.encode(entity)))

    def _is_empty(self) -> bool:
        """Return whether the file is a new one, and refuse those of others; nothing is written before."""
        application, version, tables = (
            self._connection.execute(question).fetchone()[0]
            for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if (application, version, tables) == (0, 0, 0):
            return True
        if application != APPLICATION:
            raise StoreError(f"{self.path} is a database of something else: name another file")
        if version != VERSION:
            raise StoreError(
                f"{self.path} is of version {version}, this sandbox reads {VERSION}: "
                "name another file, or open it with the sandbox that wrote it"
            )
        return False

    def _take(self, is_empty: bool) -> None:
        """Keep others out, from here to the end of the connection."""
        execute = self._connection.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("BEGIN EXCLUSIVE")
        for statement in _SCHEMA if is_empty else ():
            execute(statement)
        execute("COMMIT")
        execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def _transaction(self, synchronous: Literal["FULL", "NORMAL"]) -> Iterator[None]:
        """Commit all or nothing.

        Killing this process loses no commit either way. `FULL` holds through a power cut too: it waits for the disk,
        which is too much for the requests that only count.
        """
        self._connection.execute(f"PRAGMA synchronous = {synchronous}")
        self._connection.execute("BEGIN")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            # Python's own complaint about a closed connection has no code.
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            raise StoreError(f"{self.path} {_REASONS.get(code, f'cannot be used: {error}')}") from error


_DAMAGED: Final = "is damaged: name another file, or put a copy in its place"
_REASONS: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_NOTADB: "is no database: name another file",
    sqlite3.SQLITE_BUSY: "is in use by another sandbox or program: end that one, or name another file",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: let it and its folder be written, or name another file",
    sqlite3.SQLITE_PERM: "cannot be opened: let it and its folder be written, or name another file",
    sqlite3.SQLITE_READONLY: "cannot be written: let it and its folder be written, or name another file",
    sqlite3.SQLITE_FULL: "has no room left: make some on its disk",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
