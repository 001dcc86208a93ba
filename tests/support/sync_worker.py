"""Processes that sync workspaces of Track, and may kill themselves at one of their steps.

A server imports dlt once, and forks each process: multiprocessing's `forkserver`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "CRITICAL"

import attrs
import pendulum
from dlt.common.time import increasing_precise_time
from dlt.destinations.impl.duckdb.sql_client import DuckDbSqlClient
from dlt.destinations.impl.postgres.sql_client import Psycopg2SqlClient
from dlt.pipeline.pipeline import Pipeline

from toggl_sandbox import Sandbox
from toggl_tasks import Track
from toggl_tasks.sync import sync_workspace
from toggl_tasks.sync.listing import Reader

FORKSERVER = multiprocessing.get_context("forkserver")
FORKSERVER.set_forkserver_preload([__name__])


@attrs.frozen
class Job:
    """The work of one process."""

    url: str
    workspace_ids: list[int]
    to: str
    folder: Path
    """Of dlt's working files."""
    dataset: str | None = None
    history: bool = False
    shared: str | None = None
    """URL of Redis."""
    die_at: int = 0
    """Number of the step at which the process dies; 0 for never."""
    clock: float = 0
    """Seconds by which the clock of the process is ahead."""


@attrs.frozen
class Outcome:
    """How a process ended. One that was killed reports nothing else."""

    code: int
    steps: int = 0
    error: str = ""


class Worker:
    """A process that runs a job."""

    def __init__(self, job: Job) -> None:
        self._receiver, sender = FORKSERVER.Pipe(duplex=False)
        self._process = FORKSERVER.Process(target=_work, args=(job, sender))
        self._process.start()
        sender.close()

    def wait(self) -> Outcome:
        with self._receiver:
            try:
                steps, error = self._receiver.recv()
            except EOFError:
                steps, error = 0, ""
        self._process.join(120)
        code = self._process.exitcode
        assert code is not None, "the process does not end"
        self._process.close()
        return Outcome(code, steps, error)


def run_worker(url: str, sandbox: Sandbox, to: str, folder: Path, **options: Any) -> Outcome:
    """Sync the workspace of a sandbox in a process."""
    return Worker(Job(url, [sandbox.workspace_id], to, folder, **options)).wait()


def _work(job: Job, sender: Connection) -> None:
    set_clock(job.clock)
    steps, error = 0, ""

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == job.die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    watch_steps(step)
    try:
        with Track(token="sandbox-track-token", base_url=job.url, shared=job.shared, timeout=60) as track:
            for workspace_id in job.workspace_ids:
                sync_workspace(
                    track,
                    workspace_id,
                    job.to,
                    dataset=job.dataset,
                    history=job.history,
                    pipelines_dir=job.folder,
                    views=False,
                    resources=["tasks", "projects"],
                )
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
        raise
    finally:
        sender.send((steps, error))


def set_clock(ahead: float) -> None:
    """Set the clock of this process, also where it was read or imported before."""
    now, now_pendulum = time.time, pendulum.now
    replacements: dict[Any, Any] = {
        now: lambda: now() + ahead,
        now_pendulum: lambda tz=None: now_pendulum(tz).add(seconds=ahead),
    }
    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items()):
            if value is now or value is now_pendulum:
                setattr(module, name, replacements[value])
    increasing_precise_time._last = time.time()  # it never goes back


def watch_steps(step: Callable[[], None]) -> None:
    """Call `step` before and after each statement that is sent to the database, and each step of dlt and the reader."""

    def watch(kind: Any, name: str) -> None:
        method = getattr(kind, name)

        def run(*arguments: Any, **options: Any) -> Any:
            step()
            result = method(*arguments, **options)
            step()
            return result

        setattr(kind, name, run)

    for kind, name in (
        (DuckDbSqlClient, "execute_query"),
        (DuckDbSqlClient, "execute_many"),
        (DuckDbSqlClient, "commit_transaction"),
        (Psycopg2SqlClient, "execute_query"),
        (Psycopg2SqlClient, "commit_transaction"),
        (Pipeline, "extract"),
        (Pipeline, "normalize"),
        (Pipeline, "load"),
        (Reader, "_flush"),
    ):
        if hasattr(kind, name):
            watch(kind, name)
