"""One process at a time loads a workspace into a dataset."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from dlt.destinations.exceptions import DestinationConnectionError
from dlt.destinations.sql_client import SqlClientBase
from dlt.pipeline.pipeline import Pipeline


class SyncInProgress(RuntimeError):
    """Another process, or another thread, is loading the same workspace. Nothing was sent or loaded."""


DUCKDB_HEADERS = 3 * 4096
"""Bytes at the beginning of a DuckDB file, before any data."""
_guard = threading.Lock()
_written_files: set[Path] = set()
"""DuckDB files that threads of this process write."""


@contextmanager
def workspace_lock(pipeline: Pipeline, workspace_id: int) -> Iterator[None]:
    """Lock a workspace for the `with` block. The end of the process releases the lock, however it ends.

    The lock on the working files works for all processes that share them. That of the destination works on all
    machines, but only Postgres and DuckDB have one; DuckDB locks the whole file.

    Raises:
        SyncInProgress: It is locked.
    """
    with _lock_files(pipeline, workspace_id):
        if pipeline.default_schema_name not in (None, *pipeline.schemas):
            pipeline.drop()  # another run was killed while dlt cleared its working files
        match pipeline.destination.destination_name:
            case "postgres":
                with _lock_in_postgres(pipeline, workspace_id):
                    yield
            case "duckdb":
                with _lock_in_duckdb(pipeline):
                    yield
            case _:
                yield


@contextmanager
def _lock_files(pipeline: Pipeline, workspace_id: int) -> Iterator[None]:
    """Lock the working files of a pipeline: a transaction of SQLite, which works on every system."""
    folder = Path(pipeline.pipelines_dir)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{pipeline.pipeline_name}.lock"
    with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise _in_progress(workspace_id) from None
        yield


@contextmanager
def _lock_in_postgres(pipeline: Pipeline, workspace_id: int) -> Iterator[None]:
    """An advisory lock, in a connection that stays open. A pool that shares connections by transaction breaks it."""
    name = f"{pipeline.dataset_name}/{workspace_id}".encode()
    key = int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), signed=True)
    with _connected(pipeline) as client:
        ((free,),) = client.execute_sql("SELECT pg_try_advisory_lock(%s)", key) or [(False,)]
        if not free:
            raise _in_progress(workspace_id)
        yield


@contextmanager
def _lock_in_duckdb(pipeline: Pipeline) -> Iterator[None]:
    """Hold the file open: DuckDB lets one process at a time open it for writing, and this lock one thread."""
    database = str(pipeline.sql_client().credentials.database)
    if database.startswith(":"):  # in memory
        yield
        return
    file = Path(os.path.realpath(database))
    is_new = not file.exists()
    with ExitStack() as stack:
        try:
            stack.enter_context(_connected(pipeline))
        except DestinationConnectionError:
            if is_new and file.exists() and file.stat().st_size < DUCKDB_HEADERS:
                file.unlink()  # the disk is full; DuckDB could never open what it has written
            raise
        with _guard:
            if file in _written_files:
                raise _file_in_use("thread", str(file))
            _written_files.add(file)
        try:
            yield
        finally:
            _written_files.discard(file)


@contextmanager
def _connected(pipeline: Pipeline) -> Iterator[SqlClientBase[Any]]:
    client = pipeline.sql_client()
    try:
        client.open_connection()
    except Exception as error:  # noqa: BLE001 - each driver has its own
        cause = getattr(error, "inner_exc", error)
        if "Conflicting lock" in str(cause):
            raise _file_in_use("process", str(cause)) from None
        raise DestinationConnectionError(type(client).__name__, pipeline.dataset_name, str(cause), cause) from cause
    try:
        yield client
    finally:
        client.close_connection()


def _file_in_use(by: str, details: str) -> SyncInProgress:
    return SyncInProgress(
        f"another {by} has the DuckDB file open, and only one can write it at a time:"
        f" wait until it ends, or choose another file ({details})"
    )


def _in_progress(workspace_id: int) -> SyncInProgress:
    return SyncInProgress(f"workspace {workspace_id} is being synced into this dataset already: wait until that ends")
