"""Tasks as the services send them, and the models that they decode to."""

from __future__ import annotations

import datetime
from typing import Any

from toggl_openapi.focus import models as focus_models
from toggl_openapi.track import models as track_models

UTC = datetime.UTC
TRACK_AT = datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)


def track_task(id: int = 3, **changes: Any) -> dict[str, Any]:
    """The fields that every task of Track has (reported by clients), with these changes."""
    return {
        "id": id,
        "name": f"Task {id}",
        "workspace_id": 1,
        "project_id": 2,
        "user_id": None,
        "active": True,
        "at": "2024-03-17T10:55:38+00:00",
        "estimated_seconds": 3600,
        "tracked_seconds": 90_000,
        "recurring": False,
        "server_deleted_at": None,
    } | changes


def track_model(id: int = 3) -> track_models.Task:
    """The model of `track_task(id)`, written by hand."""
    return track_models.Task(
        id=id,
        name=f"Task {id}",
        workspace_id=1,
        project_id=2,
        user_id=None,
        active=True,
        at=TRACK_AT,
        estimated_seconds=3600,
        tracked_seconds=90_000,
        recurring=False,
        server_deleted_at=None,
    )


def focus_task(id: int = 3, **changes: Any) -> dict[str, Any]:
    """A small task of Focus, with these changes."""
    return {"id": id, "name": f"Task {id}", "workspace_id": 2, "start_date": "2026-01-05", "tag_ids": None} | changes


def focus_model(id: int = 3) -> focus_models.Task:
    """The model of `focus_task(id)`, written by hand."""
    return focus_models.Task(
        id=id, name=f"Task {id}", workspace_id=2, start_date=datetime.date(2026, 1, 5), tag_ids=None
    )


def track_page(*tasks: dict[str, Any], page: int = 1, per_page: int = 200, total: int | None = None) -> dict[str, Any]:
    """One page of a workspace's tasks in Track."""
    return {
        "data": list(tasks) or None,
        "page": page,
        "per_page": per_page,
        "sort_field": "name",
        "sort_order": "ASC",
        "total_count": len(tasks) if total is None else total,
    }


def focus_page(*tasks: dict[str, Any], page: int = 1, per_page: int = 100, total: int | None = None) -> dict[str, Any]:
    """One page of a workspace's tasks in Focus."""
    return {
        "page": page,
        "per_page": per_page,
        "data": list(tasks),
        "total": len(tasks) if total is None else total,
    }
