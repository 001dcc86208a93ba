"""A process that syncs a workspace of Track, and may kill itself at one of its steps.

Arguments: URL of the API, workspaces (`1,2,3`), destination, folder of the pipelines, URL of Redis or `-`, and the
number of the step at which to die; 0 for never. Prints the number of steps. Settings of the environment: the dataset
is SYNC_DATASET, and the clock of this process is SYNC_CLOCK seconds ahead; with SYNC_HISTORY, versions are stored.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "CRITICAL"
steps = 0


def set_clock(ahead: float) -> None:
    """Set the clock of this process, before dlt and the client are imported."""
    import pendulum

    now, now_pendulum = time.time, pendulum.now
    time.time = lambda: now() + ahead
    pendulum.now = lambda tz=None: now_pendulum(tz).add(seconds=ahead)


def count_steps(die_at: int) -> None:
    """Count the statements sent to the database, and the steps of dlt and of the reader, before and after each."""
    from dlt.destinations.impl.duckdb.sql_client import DuckDbSqlClient
    from dlt.destinations.impl.postgres.sql_client import Psycopg2SqlClient
    from dlt.pipeline.pipeline import Pipeline

    from toggl_tasks.sync.listing import Reader

    def step() -> None:
        global steps
        steps += 1
        if steps == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(kind: Any, name: str) -> None:
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
            watched(kind, name)


def main() -> None:
    url, workspaces, to, folder, redis, die_at = sys.argv[1:]
    set_clock(float(os.environ.get("SYNC_CLOCK", "0")))
    from toggl_tasks import Track
    from toggl_tasks.sync import sync_workspace

    count_steps(int(die_at))
    with Track(token="sandbox-track-token", base_url=url, shared=None if redis == "-" else redis, timeout=60) as track:
        for workspace in workspaces.split(","):
            sync_workspace(
                track,
                int(workspace),
                to,
                dataset=os.environ.get("SYNC_DATASET"),
                history="SYNC_HISTORY" in os.environ,
                pipelines_dir=folder,
                views=False,
                resources=["tasks", "projects"],
            )
    print(steps)


if __name__ == "__main__":
    main()
