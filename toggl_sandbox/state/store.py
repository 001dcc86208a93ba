"""A snapshot in an SQLite file.

Each entity is a row, and the rest of the snapshot is one more: a request writes only what it changed, in one
transaction. An open store locks the file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from ..json_input import read_json
from .snapshot import Contents, InitialSettings, Snapshot
from .state import StoreError

APPLICATION: Final = 0x746F6767
"""SQLite's application id that marks the files of the sandbox."""
VERSION: Final = 1
"""Version of the file format: increase it if older files can no longer be read."""
LOCK_TIMEOUT: Final = 1.0
"""Seconds to wait for another sandbox to release the file."""
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
    """An open file. Raises ``StoreError`` when it cannot be used, and leaves it unchanged."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._saved = b""
        self.is_closed = False
        place = Path(self.path).absolute()
        if place.is_dir():
            raise StoreError(f"{self.path} is a folder: choose a file in it")
        if not place.parent.is_dir():
            raise StoreError(f"{self.path} cannot be created: there is no folder {place.parent}; create it first")
        with self._translate_errors():
            # All access is under the lock of the state.
            self._connection = sqlite3.connect(
                place, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False
            )
            try:
                self._lock(self._is_empty())
                self._check_integrity()
                rows = "SELECT EXISTS (SELECT * FROM rest) OR EXISTS (SELECT * FROM entity)"
                self.is_new: bool = not self._connection.execute(rows).fetchone()[0]
                """Whether nothing has been saved in it yet."""
            except BaseException:
                self._connection.close()
                raise

    def load(self) -> tuple[Snapshot, InitialSettings]:
        """Return what was saved."""
        with self._translate_errors():
            rest = dict(self._connection.execute("SELECT name, CAST(value AS BLOB) FROM rest"))
            # A damaged value may be of another type.
            query = "SELECT CAST(value AS BLOB) FROM entity WHERE kind = ? ORDER BY place"
            lists = {
                kind: b",".join(value or b"" for (value,) in self._connection.execute(query, (kind,)))
                for kind in _KINDS
            }
        if not rest.keys() >= {"first", "snapshot"}:
            raise self.damage_error("it has tasks, but no settings")
        try:
            snapshot, first = read_json(rest["snapshot"], Snapshot), read_json(rest["first"], InitialSettings)
            for kind, encoded in lists.items():
                setattr(snapshot.contents, kind, read_json(b"[" + encoded + b"]", _KINDS[kind]))
        except ValueError as error:
            raise self.damage_error(error) from None
        self._saved = rest["snapshot"]
        return snapshot, first

    def damage_error(self, reason: object) -> StoreError:
        """Return the error for a file whose contents are not valid."""
        return StoreError(" ".join(f"{self.path} {_DAMAGED}: {reason}".splitlines()))

    def save(self, snapshot: Snapshot, changes: Mapping[str, Mapping[int, object]]) -> None:
        """Write changed entities by kind and id, None for a deleted one, and a snapshot without entities.

        When this returns, the changes survive a crash. Raises ``StoreError`` if the file cannot be written; then
        nothing is.
        """
        self._check_open()
        rest = msgspec.json.encode(snapshot)
        changed = any(changes.values())
        if not changed and rest == self._saved:
            return
        with self._translate_errors(), self._transaction("FULL" if changed else "NORMAL"):
            self._write(changes)
            self._connection.execute(_PUT_REST, ("snapshot", rest))
        self._saved = rest

    def replace(self, snapshot: Snapshot, first: InitialSettings) -> None:
        """Replace everything in the file by a snapshot. Raises ``StoreError`` as ``save`` does."""
        self._check_open()
        no_entities = msgspec.structs.replace(snapshot.contents, **{kind: [] for kind in _KINDS})
        rest = msgspec.json.encode(msgspec.structs.replace(snapshot, contents=no_entities))
        with self._translate_errors(), self._transaction("FULL"):
            self._connection.execute("DELETE FROM entity")
            for kind in _KINDS:
                rows = ((kind, one.id, msgspec.json.encode(one)) for one in getattr(snapshot.contents, kind))
                self._connection.executemany(_PUT, rows)
            self._connection.execute(_PUT_REST, ("first", msgspec.json.encode(first)))
            self._connection.execute(_PUT_REST, ("snapshot", rest))
        self._saved = rest

    def close(self) -> None:
        """Close the file; saving raises ``StoreError`` from now on."""
        self.is_closed = True
        self._connection.close()

    def _check_open(self) -> None:
        if self.is_closed:
            raise StoreError(f"{self.path} was closed with its sandbox: create a new sandbox")

    def _write(self, changes: Mapping[str, Mapping[int, object]]) -> None:
        for kind, entities in changes.items():
            for number, entity in entities.items():
                if entity is None:
                    self._connection.execute("DELETE FROM entity WHERE kind = ? AND id = ?", (kind, number))
                else:
                    self._connection.execute(_PUT, (kind, number, msgspec.json.encode(entity)))

    def _is_empty(self) -> bool:
        """Return whether the file is empty. Raises ``StoreError`` for one of another program; does not write."""
        pages, application, version, tables = (
            self._connection.execute(question).fetchone()[0]
            for question in (
                "PRAGMA page_count",
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_master",
            )
        )
        if (pages, application, version, tables) == (0, 0, 0, 0):
            return True
        if application != APPLICATION:
            raise StoreError(f"{self.path} is a database of another program: name another file")
        if version != VERSION:
            raise StoreError(
                f"{self.path} has version {version}, but this sandbox reads version {VERSION}: "
                "name another file, or open it with the sandbox that wrote it"
            )
        return False

    def _check_integrity(self) -> None:
        (reason,) = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
        if reason != "ok":
            raise self.damage_error(reason)

    def _lock(self, is_empty: bool) -> None:
        """Lock the file until the connection is closed, and create the tables of an empty one."""
        execute = self._connection.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("BEGIN EXCLUSIVE")
        for statement in _SCHEMA if is_empty else ():
            execute(statement)
        execute("COMMIT")
        execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def _transaction(self, synchronous: Literal["FULL", "NORMAL"]) -> Iterator[None]:
        """Commit everything, or nothing on an error.

        A commit survives a crash of this process in either mode. With `FULL` it also survives a power failure, but has
        to wait for the disk, which is too slow for requests that only change counters.
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
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            # Errors of Python's module itself, such as for a closed connection, have no code.
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            reason = _REASONS.get(code, f"cannot be used: {error}: name another file")
            raise StoreError(" ".join(f"{self.path} {reason}".splitlines())) from error


_DAMAGED: Final = "is damaged: name another file, or restore it from a copy"
_REASONS: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_NOTADB: "is not a database: name another file",
    sqlite3.SQLITE_BUSY: "is in use by another sandbox or program: stop that one, or name another file",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: make it and its folder writable, or name another file",
    sqlite3.SQLITE_PERM: "cannot be opened: make it and its folder writable, or name another file",
    sqlite3.SQLITE_READONLY: "cannot be written: make it and its folder writable, or name another file",
    sqlite3.SQLITE_FULL: "cannot grow: free some space on its disk",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
