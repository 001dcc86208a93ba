"""A DAG for Airflow 3: load every workspace into a database each hour, with one task for each workspace.

Copy this file and sync_workspaces.py into the folder of the DAGs. The workers need `toggl-tasks[sync]`, and in their
environment TOGGL_API_TOKEN, and TOGGL_SYNC_TO with a destination that several processes can load, such as Postgres.
"""

from __future__ import annotations

import os

from airflow.sdk import dag, task

try:
    from examples.sync_workspaces import list_workspaces, load_workspace
except ModuleNotFoundError:  # Airflow imports from the folder of the DAGs
    from sync_workspaces import list_workspaces, load_workspace  # type: ignore[no-redef]

list_all = task(retries=3)(list_workspaces)
load_one = task(retries=3, max_active_tis_per_dagrun=4)(load_workspace)  # a retry resumes


@dag(schedule="@hourly", catchup=False, max_active_runs=1)  # type: ignore[untyped-decorator]  # one process loads a workspace
def toggl() -> None:
    load_one.partial(to=os.environ["TOGGL_SYNC_TO"]).expand(workspace_id=list_all())


toggl()
