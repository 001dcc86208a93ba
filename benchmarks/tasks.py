"""The tasks that all benchmarks read: as full as those of the sandbox, and the same on every run."""

from __future__ import annotations

import json
from typing import Any

TRACK_PAGE = 200
"""Tasks on the largest page of Track."""
FOCUS_PAGE = 100
"""Tasks on the largest page of Focus, and in one bulk request."""


def track_task(number: int) -> dict[str, Any]:
    """A task of Track with 28 of its 32 fields, some of them null."""
    client = number % 4
    return {
        "id": 100_000_000 + number,
        "name": f"Check agenda {number}",
        "workspace_id": 6_000_001,
        "project_id": 200_000_000 + number % 17,
        "user_id": 4_000_000 + number % 3 if number % 5 else None,
        "active": number % 3 != 0,
        "at": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T10:56:50+00:00",
        "estimated_seconds": number % 9 * 3600 if number % 4 else None,
        "tracked_seconds": number % 1000 * 26_309,
        "recurring": number % 50 == 0,
        "server_deleted_at": None,
        "avatar_url": None,
        "client_id": 60_000_000 + client if client else None,
        "client_name": f"Client {client}" if client else None,
        "external_reference": f"REF-{number}" if number % 2 else None,
        "integration_ext_id": f"SB-{number}" if number % 2 else None,
        "integration_ext_type": "issue" if number % 2 else None,
        "integration_provider": {"name": "jira"} if number % 2 else None,
        "permissions": ["read", "write"] if number % 10 == 0 else None,
        "project_billable": number % 2 == 0,
        "project_color": f"#{number % 17 * 15:02x}7425",
        "project_is_private": number % 6 == 0,
        "project_name": f"Project {number % 17}",
        "rate": 82.5 if number % 8 == 0 else None,
        "rate_last_updated": None,
        "toggl_accounts_id": None,
        "user_name": "Zoë Ågren" if number % 5 else None,
        "wid": 6_000_001,
    }


def focus_task(number: int) -> dict[str, Any]:
    """A task of Focus with its project, status and tags inside."""
    state = ("Todo", "todo") if number % 2 else ("In progress", "in_progress")
    tags = [{"id": 90_000 + tag, "name": f"tag {tag}", "color": "#2da608"} for tag in range(number % 3)]
    day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "archived_at": None,
        "assignee_user_ids": [4_000_001] if number % 3 else [],
        "auto_log_time": False,
        "billable": number % 3 == 0,
        "client": {"id": 60_000_001, "name": "Client South", "archived_at": None} if number % 4 == 0 else None,
        "color": None,
        "created_at": f"{day}T00:20:34Z",
        "deleted_at": None,
        "description": f"What task {number} is about." if number % 2 else None,
        "end_date": day,
        "estimated_mins": 225 if number % 4 else None,
        "id": 300_000_000 + number,
        "metadata": None,
        "name": f"Test chart {number}",
        "notes": None,
        "parent": {"id": 300_000_000, "name": "Test chart 0", "workspace_id": 6_000_001} if number % 5 == 1 else None,
        "parent_task_id": 300_000_000 if number % 5 == 1 else None,
        "parent_task_name": "Test chart 0" if number % 5 == 1 else None,
        "pinned": number % 7 == 0,
        "position": number,
        "priority": ("none", "low", "medium", "high")[number % 4],
        "priority_at": None,
        "private": False,
        "project": {
            "id": 200_000_003,
            "name": "Support",
            "color": "#291d8e",
            "permissions": None,
            "private": False,
        },
        "project_id": 200_000_003,
        "recurring_task_id": None,
        "rrule": None,
        "source": "focus",
        "start_date": day,
        "status": {"id": 95_000 + number % 2, "name": state[0], "type": state[1], "emoji": "⚪"},
        "status_id": 95_000 + number % 2,
        "status_updated_at": f"{day}T00:20:34Z",
        "sub_task_done_count": number % 4,
        "sub_task_total_count": 3,
        "tag_ids": [tag["id"] for tag in tags],
        "tags": tags,
        "time_block_completed_count": 0,
        "time_block_scheduled_completed_count": 0,
        "time_block_scheduled_total_count": 0,
        "time_block_total_count": 0,
        "time_entry_total_count": 3,
        "toggl_user_id": 4_000_001,
        "total_blocked_time": 0,
        "total_scheduled_blocked_time": 0,
        "total_tracked_time": number % 1000 * 57,
        "updated_at": f"{day}T03:50:18Z",
        "workspace_id": 6_000_001,
    }


def new_tasks() -> list[dict[str, Any]]:
    """The tasks of a bulk request of Focus, as plain dicts."""
    return [
        {
            "name": f"Test chart {number}",
            "project_id": 200_000_003,
            "description": f"What task {number} is about.",
            "estimated_mins": 45,
            "priority": "low",
            "tag_ids": [90_001, 90_002],
            "billable": number % 2 == 0,
        }
        for number in range(FOCUS_PAGE)
    ]


def track_page(number: int = 1, total: int = 10_000) -> bytes:
    """One page of a listing of `total` tasks, as the service writes it."""
    return envelope(block(number), number, total)


def block(number: int) -> bytes:
    """The tasks of one page without what is around them."""
    first = (number - 1) * TRACK_PAGE
    return _json([track_task(first + offset) for offset in range(TRACK_PAGE)])


def envelope(tasks: bytes, number: int, total: int) -> bytes:
    """The page that holds these tasks."""
    around = b'{"data":%b,"page":%d,"per_page":%d,"sort_field":"name","sort_order":"ASC","total_count":%d}'
    return around % (tasks, number, TRACK_PAGE, total)


def focus_page() -> bytes:
    tasks = [focus_task(number) for number in range(FOCUS_PAGE)]
    return _json({"data": tasks, "page": 1, "per_page": FOCUS_PAGE, "total": 10_000})


def one_task() -> bytes:
    return _json(track_task(1))


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
