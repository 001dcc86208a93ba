"""Load tasks into DuckDB: `python -m benchmarks.sync MEMBER URL TOTAL`, in the environment of the project.

Prints wall and CPU time, and the peak of the memory above that after the imports, as JSON. The memory is that of the
process, with DuckDB in it, for which sync sets a limit.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from tempfile import TemporaryDirectory
from typing import Any

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "ERROR"

import dlt
import duckdb
from dlt.sources.rest_api import rest_api_source

from toggl_tasks import Track
from toggl_tasks.sync import sync_workspace

REST_API = "rest_api of dlt"


def ours(url: str, total: int, folder: str) -> None:
    with Track(token="0" * 32, base_url=url) as track:
        place = f"duckdb:{folder}/bench.duckdb"
        sync_workspace(track, total, place, pipelines_dir=folder, dataset="loaded", resources=["tasks"], views=False)


def rest_api(url: str, total: int, folder: str) -> None:
    endpoint: Any = {
        "path": f"workspaces/{total}/tasks",
        "params": {"active": "both", "per_page": 200},
        "data_selector": "data",
        "paginator": {"type": "page_number", "base_page": 1, "total_path": None, "maximum_page": total // 200 + 1},
    }
    source = rest_api_source(
        {
            "client": {"base_url": url},
            "resource_defaults": {"primary_key": "id", "write_disposition": "merge"},
            "resources": [{"name": "tasks", "endpoint": endpoint}],
        }
    )
    destination = dlt.destinations.duckdb(f"{folder}/bench.duckdb")
    dlt.pipeline("rest", destination=destination, dataset_name="loaded", pipelines_dir=folder).run(source)


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    member, url, total = sys.argv[1], sys.argv[2], int(sys.argv[3])
    load = rest_api if member == REST_API else ours
    with TemporaryDirectory() as folder:
        before, wall, cpu = peak(), time.perf_counter(), time.process_time()
        load(url, total, folder)
        values = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "memory": peak() - before}
        with duckdb.connect(f"{folder}/bench.duckdb") as connection:
            found = connection.sql("SELECT COUNT(DISTINCT id) FROM loaded.tasks").fetchall()
    if found != [(total,)]:
        raise RuntimeError(f"{member} has loaded {found} of {total} tasks")
    print(json.dumps(values))


if __name__ == "__main__":
    main()
