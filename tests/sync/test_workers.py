"""Several processes load workspaces into one Postgres, and share the quota through Redis."""

from __future__ import annotations

import json
import signal
from contextlib import closing
from pathlib import Path
from typing import Any

import redis

from tests.support.redis_server import redis_server
from tests.support.sync_worker import Job, Worker
from tests.support.synced import Synced, all_track_tasks, expected
from toggl_sandbox import Sandbox, running

WORKERS = 4
WORKSPACES = 12
DIE_AT = 9
"""A step within the first worker's second workspace."""


def add_workspaces(sandbox: Sandbox, count: int) -> list[int]:
    """Copy the workspace with its projects and tasks; returns the ids of all."""
    state = json.loads(sandbox.export_state())
    contents = state["contents"]
    (source,) = (one for one in contents["workspaces"] if one["id"] == sandbox.workspace_id)
    tables = {
        name: [one for one in contents[name] if one["workspace_id"] == sandbox.workspace_id]
        for name in ("projects", "track_tasks")
    }
    ids = [sandbox.workspace_id]
    for number in range(1, count):
        step = number * 1000
        ids.append(source["id"] + step)
        statuses = [one | {"id": one["id"] + step} for one in source["statuses"].values()]
        empty: dict[str, Any] = {"tags": {}, "clients": {}, "ghost_ids": [], "team_ids": []}
        empty["statuses"] = {str(one["id"]): one for one in statuses}
        contents["workspaces"].append(source | empty | {"id": ids[-1]})
        for project in tables["projects"]:
            moved = {
                "id": project["id"] + step,
                "workspace_id": ids[-1],
                "client_id": None,
                "focus": project["focus"] | {"tag_ids": []},
            }
            contents["projects"].append(project | moved)
        for task in tables["track_tasks"]:
            moved = {"id": task["id"] + step, "project_id": task["project_id"] + step, "workspace_id": ids[-1]}
            contents["track_tasks"].append(task | moved)
    for upcoming in ("workspace", "project", "track task", "status"):
        contents["upcoming_ids"][upcoming] += count * 1000
    sandbox.import_state(json.dumps(state))
    return ids


def run_workers(url: str, parts: list[list[int]], to: str, folder: Path, port: int, die_at: int) -> list[int]:
    """The exit codes of workers that run at the same time. The first one dies at a step."""
    shared = f"redis://127.0.0.1:{port}/0"
    workers = [
        Worker(Job(url, part, to, folder / str(number), shared=shared, die_at=0 if number else die_at))
        for number, part in enumerate(parts)
    ]
    return [worker.wait().code for worker in workers]


def test_workers_share_the_quota_and_one_may_die(tmp_path: Path, postgres: str) -> None:
    sandbox = Sandbox()
    with redis_server(tmp_path) as port, sandbox, running(sandbox) as server, sandbox.track() as track:
        ids = add_workspaces(sandbox, WORKSPACES)
        parts = [ids[number::WORKERS] for number in range(WORKERS)]
        sandbox.quota.plan = "free"
        sandbox.quota.leave(sandbox.seeded.user.id, sandbox.organization_id, 30)
        sandbox.clear_requests()
        codes = run_workers(server.track_url, parts, postgres, tmp_path, port, die_at=DIE_AT)
        assert codes == [-signal.SIGKILL, 0, 0, 0]
        assert len(sandbox.requests) <= 30
        assert {one.status for one in sandbox.requests} == {200}
        sandbox.quota.plan = "off"  # the next hour
        with closing(redis.Redis(port=port)) as client:
            client.flushall()
        assert run_workers(server.track_url, parts, postgres, tmp_path, port, die_at=0) == [0] * WORKERS
        synced = Synced(tmp_path, postgres)
        tasks = [task for workspace in ids for task in all_track_tasks(track, workspace)]
        assert synced.rows_of("track", "tasks") == expected("track", "tasks", tasks)
        assert len(tasks) == 235 * WORKSPACES
