"""Sharing among the processes of one machine, in a file of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TypeVar

import msgspec
from pyrate_limiter import Rate, StateAlgorithm, StateStore

from ._rate_limiter import Pace, Pacer, StorePacer
from ._sharing import KEPT
from .errors import SharingFailed

if TYPE_CHECKING:
    from pyrate_limiter.abstracts.algorithm import Decision, State

R = TypeVar("R")

APPLICATION = 0x54_47_4C_53
"""What SQLite calls the application id: says that a file is one of ours."""
LAYOUT = 1
PATIENCE = 30.0
"""Seconds to wait for other processes, each of which needs the file for a millisecond."""


class SharedFile:
    """A store in a file.

    Each use opens the file anew, in half a millisecond: so it may come from any thread, and from a process that was
    forked. Nothing waits for the disk: whoever is killed leaves a whole file, but a power cut may spoil it.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def ahead(self, now: float) -> float:
        return 0.0

    def update(self, key: str, now: float, change: Callable[[bytes | None], tuple[bytes | None, R]]) -> R:
        with self._transaction() as connection:
            found = connection.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
            value, outcome = change(found[0] if found else None)
            if value is not None:
                connection.execute("REPLACE INTO entry VALUES (?, ?, ?)", (key, value, now))
                connection.execute("DELETE FROM entry WHERE used_at < ?", (now - KEPT,))
            return outcome

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("BEGIN IMMEDIATE")
                self._prepare(connection)
                yield connection
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self.broken(error) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Make the table in a new file; raises SharingFailed for a file of something else."""
        ((application,),) = connection.execute("PRAGMA application_id")
        ((layout,),) = connection.execute("PRAGMA user_version")
        if (application, layout) == (APPLICATION, LAYOUT):
            return
        if application == APPLICATION:
            raise self.broken("another version of toggl-tasks made it")
        if application or layout or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise self.broken("it is the database of another program")
        connection.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, value BLOB, used_at REAL) WITHOUT ROWID")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")

    def broken(self, why: object) -> SharingFailed:
        return SharingFailed(
            f"pace and quota cannot be shared through the file {self.path}: {why}. Name a file on a disk of "
            "this machine, in a folder that may be written to; a spoiled one may be deleted"
        )

    def pacer(self, key: str, pace: Pace) -> Pacer:
        return StorePacer(pace, FileStateStore(self, key))


class FileStateStore(StateStore):
    """The state of one pace in a file: pyrate-limiter has no store of its own for that."""

    def __init__(self, file: SharedFile, key: str) -> None:
        self.file, self.key = file, key

    def check(self, algorithm: StateAlgorithm, rates: list[Rate], now: int, weight: int) -> Decision:
        def change(entry: bytes | None) -> tuple[bytes | None, Decision]:
            state, decision = algorithm.step(rates, self._state(algorithm, rates, entry), now, weight)
            return msgspec.json.encode(state) if decision.allowed else None, decision

        return self.file.update(self.key, now / 1_000, change)

    def read(self, algorithm: StateAlgorithm, rates: list[Rate]) -> State:
        return self.file.update(self.key, 0.0, lambda entry: (None, self._state(algorithm, rates, entry)))

    def reset(self) -> None:
        self.file.update(self.key, 0.0, lambda entry: (b"null", None))

    def _state(self, algorithm: StateAlgorithm, rates: list[Rate], entry: bytes | None) -> State:
        try:
            state = None if entry is None else msgspec.json.decode(entry, type=tuple[int, ...] | None)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self.file.broken(error) from error
        return state if state is not None and len(state) == len(rates) else algorithm.initial(rates)
