"""Compare the tables of a sync with what the service lists."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import psycopg2

from toggl_sandbox import Sandbox
from toggl_tasks import Focus, Track
from toggl_tasks.sync import WorkspaceReport, sync_workspace
from toggl_tasks.sync.sources import FOCUS_TABLES, TRACK_TABLES
from toggl_tasks.sync.tables import Table, to_json


class Synced:
    """A destination, and syncs of a sandbox's workspace into it."""

    def __init__(self, folder: Path, to: str | None = None, dataset: str | None = None) -> None:
        self.to = to or f"duckdb:{folder}/test.duckdb"
        self.pipelines = folder / "pipelines"
        self.dataset = dataset

    def sync(self, client: Track | Focus, sandbox: Sandbox, **options: Any) -> WorkspaceReport:
        options = {"workspace_id": sandbox.workspace_id, "views": False, "dataset": self.dataset} | options
        if isinstance(client, Focus):
            options["organization_id"] = sandbox.organization_id
        workspace_id = options.pop("workspace_id")
        return sync_workspace(client, workspace_id, self.to, pipelines_dir=self.pipelines, **options)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        if self.to.startswith("duckdb"):
            with duckdb.connect(self.to.partition(":")[2]) as connection:
                return connection.sql(sql).fetchall()
        connection = psycopg2.connect(self.to)
        try:
            cursor = connection.cursor()
            cursor.execute(sql)
            return list(cursor.fetchall())
        finally:
            connection.close()

    def deleted(self, table: str) -> list[tuple[Any, ...]]:
        """The ids of deleted rows."""
        dataset = self.dataset or "toggl_track"
        return self.query(f"SELECT id FROM {dataset}.{table} WHERE sync_deleted_at IS NOT NULL")

    def rows_of(self, api: str, table: str) -> list[dict[str, Any]]:
        """The rows of a table that are not deleted, by id."""
        kinds = Table(table, MODELS[api][table]).kinds
        columns = [f'CAST("{name}" AS VARCHAR)' if kind.dlt == "json" else f'"{name}"' for name, kind in kinds.items()]
        dataset = self.dataset or f"toggl_{api}"
        sql = f'SELECT {", ".join(columns)} FROM {dataset}."{table}" WHERE sync_deleted_at IS NULL ORDER BY id'
        rows = [dict(zip(kinds, row, strict=True)) for row in self.query(sql)]
        return [_comparable(row, kinds) for row in rows]


MODELS: dict[str, dict[str, Any]] = {"track": TRACK_TABLES, "focus": FOCUS_TABLES}


def expected(api: str, table: str, items: Iterable[Any]) -> list[dict[str, Any]]:
    """The rows that a table must have for what the service lists, by id."""
    kinds = Table(table, MODELS[api][table]).kinds
    rows = []
    for item in sorted(items, key=lambda item: item.id):
        fields = item.to_dict()
        row = {name: fields.get(name) for name in kinds}
        texts = {
            name: to_json(row[name]) for name, kind in kinds.items() if kind.dlt == "json" and row[name] is not None
        }
        rows.append(_comparable(row | texts, kinds))
    return rows


def _comparable(row: dict[str, Any], kinds: dict[str, Any]) -> dict[str, Any]:
    return {
        name: json.loads(value) if kinds[name].dlt == "json" and value is not None else value
        for name, value in row.items()
    }


def all_track_tasks(client: Track, workspace_id: int) -> list[Any]:
    return client.tasks.list(workspace_id, active="both").to_list()


def all_focus_tasks(client: Focus, organization_id: int, workspace_id: int) -> list[Any]:
    return [
        task
        for archived in (True, False)
        for task in client.tasks.list(
            organization_id, workspace_id, archived=archived, include_project_completed=True, include_drafts=True,
            include_assignees=True,
        )
    ]  # fmt: skip


os.environ.setdefault("RUNTIME__LOG_LEVEL", "ERROR")
