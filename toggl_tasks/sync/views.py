"""Views for reports, in SQL that DuckDB and Postgres both take."""

from __future__ import annotations

import re

from dlt.destinations.exceptions import DatabaseException
from dlt.pipeline.pipeline import Pipeline

from .. import focus, track

SECONDS = {"milliseconds": 1000.0, "seconds": 1.0}
OPEN_DAYS = """
WITH RECURSIVE days(day) AS (
    SELECT MIN(CAST(_dlt_valid_from AS DATE)) FROM {dataset}.tasks_history
    UNION ALL
    SELECT day + 1 FROM days WHERE day < CURRENT_DATE
)
SELECT
    days.day,
    history.project_id,
    COUNT(history.id) AS open_tasks,
    SUM(GREATEST(COALESCE({estimate} - COALESCE({tracked}, 0), 0), 0)) / 3600.0 AS remaining_hours
FROM days
LEFT JOIN {dataset}.tasks_history AS history
    ON CAST(history._dlt_valid_from AS DATE) <= days.day
    AND (history._dlt_valid_to IS NULL OR CAST(history._dlt_valid_to AS DATE) > days.day)
    AND history.sync_deleted_at IS NULL
    AND {is_open}
WHERE days.day IS NOT NULL
GROUP BY days.day, history.project_id
"""
VIEWS = {
    "estimate_by_project": (
        {"tasks", "projects"},
        """
SELECT
    tasks.sync_workspace_id,
    tasks.project_id,
    projects.name AS project,
    COUNT(*) AS tasks,
    CAST(SUM(CASE WHEN {is_open} THEN 1 ELSE 0 END) AS BIGINT) AS open_tasks,
    SUM({estimate}) / 3600.0 AS estimated_hours,
    SUM({tracked}) / 3600.0 AS tracked_hours
FROM {dataset}.tasks AS tasks
LEFT JOIN {dataset}.projects AS projects
    ON projects.id = tasks.project_id AND projects.sync_workspace_id = tasks.sync_workspace_id
WHERE tasks.sync_deleted_at IS NULL
GROUP BY tasks.sync_workspace_id, tasks.project_id, projects.name
""",
    ),
    "overrun_tasks": (
        {"tasks"},
        """
SELECT
    tasks.sync_workspace_id,
    tasks.project_id,
    tasks.id,
    tasks.name,
    {estimate} / 3600.0 AS estimated_hours,
    {tracked} / 3600.0 AS tracked_hours,
    ({tracked} - {estimate}) / 3600.0 AS overrun_hours
FROM {dataset}.tasks AS tasks
WHERE tasks.sync_deleted_at IS NULL AND {tracked} > {estimate}
""",
    ),
    "burn_down": ({"tasks_history"}, OPEN_DAYS),
}
TRACK_VIEWS = {
    "open_work_by_assignee": (
        {"tasks", "users"},
        """
SELECT
    tasks.sync_workspace_id,
    tasks.user_id,
    users.fullname AS assignee,
    COUNT(*) AS open_tasks,
    SUM(GREATEST(COALESCE({estimate} - COALESCE({tracked}, 0), 0), 0)) / 3600.0 AS remaining_hours
FROM {dataset}.tasks AS tasks
LEFT JOIN {dataset}.users AS users
    ON users.id = tasks.user_id AND users.sync_workspace_id = tasks.sync_workspace_id
WHERE tasks.sync_deleted_at IS NULL AND {is_open}
GROUP BY tasks.sync_workspace_id, tasks.user_id, users.fullname
""",
    )
}
FOCUS_VIEWS = {
    # `assignee_user_ids` is a list in JSON, which DuckDB and Postgres read with different functions.
    "open_work_by_assignee": (
        {"tasks", "statuses"},
        """
SELECT
    tasks.sync_workspace_id,
    CAST(tasks.assignee_user_ids AS VARCHAR) AS assignee_user_ids,
    COUNT(*) AS open_tasks,
    SUM(GREATEST(COALESCE({estimate} - COALESCE({tracked}, 0), 0), 0)) / 3600.0 AS remaining_hours
FROM {dataset}.tasks AS tasks
WHERE tasks.sync_deleted_at IS NULL AND {is_open}
GROUP BY tasks.sync_workspace_id, CAST(tasks.assignee_user_ids AS VARCHAR)
""",
    )
}
TRACK_TERMS = {
    "estimate": "{table}.estimated_seconds",
    "tracked": f"{{table}}.tracked_seconds / {SECONDS[track.Task.tracked_unit]}",
    "is_open": "{table}.active",
}
FOCUS_TERMS = {
    "estimate": "{table}.estimated_mins * 60",
    "tracked": f"{{table}}.total_tracked_time / {SECONDS[focus.Task.tracked_unit]}",
    "is_open": "{table}.archived_at IS NULL AND {table}.status_id NOT IN"
    " (SELECT id FROM {dataset}.statuses WHERE type = 'done')",
}


def create_views(pipeline: Pipeline, *, focus: bool) -> list[str]:
    """Create or replace the views whose tables exist; returns their names. Other databases get none."""
    if pipeline.destination.destination_name not in ("duckdb", "postgres"):
        return []
    views = VIEWS | (FOCUS_VIEWS if focus else TRACK_VIEWS)
    created = []
    with pipeline.sql_client() as client:
        dataset = client.fully_qualified_dataset_name()
        tables = {name for (name,) in client.execute_sql(TABLES, pipeline.dataset_name) or []}
        for name, (needed, template) in views.items():
            if not (needed | ({"statuses"} if focus else set())) <= tables:
                continue
            table = "history" if "tasks_history" in needed else "tasks"
            terms = {
                term: text.format(table=table, dataset=dataset)
                for term, text in (FOCUS_TERMS if focus else TRACK_TERMS).items()
            }
            query = re.sub(r"\s+", " ", template.format(dataset=dataset, **terms)).strip()
            view = f"{dataset}.{name}"
            try:
                client.execute_sql(f"CREATE OR REPLACE VIEW {view} AS {query}")
            except DatabaseException:  # another process creates it too, or its columns have changed
                client.execute_sql(f"DROP VIEW IF EXISTS {view}")
                client.execute_sql(f"CREATE OR REPLACE VIEW {view} AS {query}")
            created.append(name)
    return created


TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = %s"
