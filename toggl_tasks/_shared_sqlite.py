"""Share rate limit and quota among the processes of one machine, in an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import msgspec
from pyrate_limiter import Rate, StateAlgorithm, StateStore

from ._rate_limiter import Pace, RateLimiter, StoreRateLimiter
from ._shared_store import ENTRY_TTL, Modify, R
from .errors import SharingFailed

if TYPE_CHECKING:
    from pyrate_limiter.abstracts.algorithm import Decision, State

APPLICATION_ID = 0x54_47_4C_53
"""SQLite's application id that marks the files of this package."""
SCHEMA_VERSION = 1
BUSY_TIMEOUT = 30.0
"""Seconds to wait for other processes, each of which locks the file for a millisecond."""


class SqliteStore:
    """A SharedStore in a file.

    Each use opens the file again, in half a millisecond, so it works in any thread and after a fork. Writes are not
    fsynced: the file survives a killed process, but may be corrupt after a power failure.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def clock_offset(self, now: float) -> float:
        return 0.0

    def update(self, key: str, now: float, modify: Modify[R]) -> R:
        with self._transaction() as connection:
            row = connection.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
            value, result = modify(row[0] if row else None)
            if value is not None:
                connection.execute("REPLACE INTO entry VALUES (?, ?, ?)", (key, value, now))
                connection.execute("DELETE FROM entry WHERE abs(used_at - ?) > ?", (now, ENTRY_TTL))
            return result

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=BUSY_TIMEOUT, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("BEGIN IMMEDIATE")
                self._prepare(connection)
                yield connection
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self.error(error) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Create the table in a new file; raises SharingFailed if the file is not ours."""
        ((application_id,),) = connection.execute("PRAGMA application_id")
        ((version,),) = connection.execute("PRAGMA user_version")
        if (application_id, version) == (APPLICATION_ID, SCHEMA_VERSION):
            return
        if application_id == APPLICATION_ID:
            raise self.error("another version of toggl-tasks created it")
        if application_id or version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise self.error("it is the database of another program")
        connection.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, value BLOB, used_at REAL) WITHOUT ROWID")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def error(self, why: object) -> SharingFailed:
        return SharingFailed(
            f"rate limit and quota cannot be shared through the file {self.path}: {why}. "
            "Use a file on a local disk, in a folder with write permission; delete the file if it is corrupt"
        )

    def rate_limiter(self, key: str, pace: Pace) -> RateLimiter:
        return StoreRateLimiter(pace, SqliteStateStore(self, key))


class SqliteStateStore(StateStore):
    """The state of one rate limiter in a SqliteStore; pyrate-limiter has no such state store."""

    def __init__(self, store: SqliteStore, key: str) -> None:
        self.store, self.key = store, key

    def check(self, algorithm: StateAlgorithm, rates: list[Rate], now: int, weight: int) -> Decision:
        def modify(entry: bytes | None) -> tuple[bytes | None, Decision]:
            state, decision = algorithm.step(rates, self._state(algorithm, rates, entry), now, weight)
            return msgspec.json.encode(state) if decision.allowed else None, decision

        return self.store.update(self.key, now / 1_000, modify)

    def read(self, algorithm: StateAlgorithm, rates: list[Rate]) -> State:
        return self.store.update(self.key, 0.0, lambda entry: (None, self._state(algorithm, rates, entry)))

    def reset(self) -> None:
        self.store.update(self.key, 0.0, lambda entry: (b"null", None))

    def _state(self, algorithm: StateAlgorithm, rates: list[Rate], entry: bytes | None) -> State:
        try:
            state = None if entry is None else msgspec.json.decode(entry, type=tuple[int, ...] | None)
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
            raise self.store.error(error) from error
        return state if state is not None and len(state) == len(rates) else algorithm.initial(rates)
