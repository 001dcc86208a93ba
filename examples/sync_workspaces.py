"""Load every workspace into a database, one task of a scheduler for each: for Airflow, Dagster, Prefect or cron.

`list_workspaces` and `load_workspace` import nothing of a scheduler; airflow_dag.py calls them in Airflow. A workspace
can be loaded by one process at a time, so only one run may be active. A retry resumes. `shared` is the URL of a Redis
server through which workers on several machines share the rate limit and the hourly quota.
"""

from __future__ import annotations

import sys

from toggl_tasks import PaymentRequired, Track
from toggl_tasks.sync import sync_workspace


def list_workspaces(shared: str | None = None) -> list[int]:
    """The ids of all workspaces. Takes one request."""
    with Track(shared=shared) as track:
        return [workspace.id for workspace in track.workspaces.list()]


def load_workspace(workspace_id: int, to: str, shared: str | None = None) -> dict[str, int]:
    """Load one workspace; returns the number of new rows by table. Raises RuntimeError at the end of the quota."""
    with Track(shared=shared) as track:
        try:
            report = sync_workspace(track, workspace_id, to, history=True)
        except PaymentRequired:  # the plan of this workspace has no tasks
            return {}
    if not report.complete:
        raise RuntimeError(f"workspace {workspace_id}: the quota ended; what was read is loaded, and a retry resumes")
    return {name: counts.new for name, counts in report.counts.items()}


def main() -> None:
    to = sys.argv[1] if len(sys.argv) > 1 else "duckdb:toggl.duckdb"
    for workspace_id in list_workspaces():
        print(workspace_id, load_workspace(workspace_id, to))


if __name__ == "__main__":
    main()
