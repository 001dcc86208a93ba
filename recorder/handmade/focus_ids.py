"""Responses of Focus with the ids for tasks: settings, users, projects, statuses, tags and clients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from recorder.format import Evidence, Recording

from . import focus_routes as routes
from .builder import Query, Route, build, json_reply
from .focus import CUSTOM_FIELD, MINIMAL_SOURCE, RATE
from .focus_actions import NULL, VENDOR
from .focus_routes import CLIENT, ORGANIZATION, OTHER_TAG, PROJECT, STATUS, TAG, USER, WORKSPACE

GUESSED: Final = f"{VENDOR}; the contents of its free-form objects are a guess"
ARRAY: Final = f"{VENDOR}; it has one object, and an array of them is a guess"
SETTINGS: Final[dict[str, Any]] = {
    "calendar_task_creation_behavior": "Text 26",
    "current_workspace_id": WORKSPACE,
    "date_format": "Text 27",
    "default_page": "Text 28",
    "duration_format": "Text 29",
    "language_code": "Text 30",
    "start_week_on": 1,
    "theme": "Text 31",
    "time_format": "Text 32",
    "timezone": "Text 33",
}
GROUP: Final[dict[str, Any]] = {"emoji": "🟢", "id": 1030, "name": "Text 20", "workspace_ids": [WORKSPACE]}
USER_FULL: Final[dict[str, Any]] = {
    "account_locked_at": "2026-05-01T08:00:00Z",
    "active": True,
    "admin": False,
    "can_edit_personal_details": True,
    "created_at": "2025-11-03T08:00:00Z",
    "custom_field_values": [CUSTOM_FIELD],
    "deleted_at": "2026-05-02T08:00:00Z",
    "email": "Text 34",
    "groups": [GROUP],
    "id": USER,
    "invite_sent": True,
    "joined": True,
    "name": "Text 21",
    "organization_id": ORGANIZATION,
    "owner": False,
    "permissions": {"edit": True},
    "rate": {"amount": 10.5},
    "tags": [{"color": "#2da608", "id": 1031, "label": "Text 22"}],
    "updated_at": "2026-04-02T12:00:00Z",
    "user_account_id": 1032,
    "user_id": "Text 23",
    "working_hours": 8.5,
    "workspaces": [
        {
            "focus_role_id": 1033,
            "groups": [GROUP],
            "id": WORKSPACE,
            "name": "Text 24",
            "toggl_products": ["Text 35"],
            "track_role_id": 1034,
            "work_role_id": 1035,
            "workspace_user_id": 1036,
        }
    ],
}
PROJECT_FULL: Final[dict[str, Any]] = {
    "active": True,
    "alert_status": {"level": 1},
    "archived_at": "2026-05-01T08:00:00Z",
    "auto_compute_estimates": True,
    "billable": True,
    "client": {"id": CLIENT, "name": "Text 3"},
    "client_id": CLIENT,
    "color": "#06a893",
    "completed_at": "2026-05-01T08:00:00Z",
    "completion_mode": "Text 38",
    "created_at": "2025-11-03T08:00:00Z",
    "custom_field_values": [CUSTOM_FIELD],
    "deleted_at": "2026-05-02T08:00:00Z",
    "description": "Text 25",
    "draft": False,
    "end_date": "2026-06-30",
    "estimated_mins": 600,
    "fixed_fee": {"amount": 10.5, "currency": "EUR"},
    "id": PROJECT,
    "is_template": False,
    "name": "Text 2",
    "parent_project_id": 1037,
    "permissions": ["read"],
    "pinned": True,
    "private": False,
    "rate": RATE,
    "recurring_project_id": 1038,
    "rollover_mins": 30,
    "rollover_mode": "Text 39",
    "rrule": "FREQ=MONTHLY",
    "source_template_id": 1039,
    "start_date": "2026-01-01",
    "tag_ids": [TAG],
    "tags": [{"color": "#2da608", "id": TAG, "name": "Text 10"}],
    "task_estimated_mins": 90,
    "toggl_user_id": USER,
    "total_tasks": 4,
    "total_tracked_secs": 5738,
    "updated_at": "2026-04-02T12:00:00.25Z",
    "workspace_id": WORKSPACE,
}
TIMES: Final[dict[str, Any]] = {
    "created_at": "2025-11-03T08:00:00Z",
    "deleted_at": "2026-05-02T08:00:00Z",
    "updated_at": "2026-04-02T12:00:00Z",
    "workspace_id": WORKSPACE,
}
STATUS_FULL: Final = {"emoji": "⚪", "id": STATUS, "name": "Text 9", "position": 1, "type": "todo"} | TIMES
TAG_FULL: Final = {"color": "#2da608", "id": TAG, "name": "Text 10"} | TIMES
CLIENT_FULL: Final = {"active": True, "currency": "EUR", "id": CLIENT, "name": "Text 3", "toggl_user_id": USER} | TIMES

USER_FILTERS: Final[Query] = [
    ("page", 2),
    ("per_page", 50),
    ("workspaces", WORKSPACE),
    ("user_account_ids", 1032),
    ("org_user_ids", USER),
    ("groups", 1030),
    ("toggl_products", "Text 35"),
    ("active_status", "Text 36"),
    ("roles", 1033),
    ("only_admins", "true"),
    ("filter", "Text 21"),
    ("sort_dir", "Text 37"),
    ("tag_ids", 1031),
    ("include_working_hours", "true"),
    ("include_rates", "true"),
    ("pinned_ids", USER),
    ("has_group", "true"),
    ("cf_filter", "Text 19"),
    ("include_custom_fields", "true"),
]
PROJECT_FILTERS: Final[Query] = [
    ("page", 2),
    ("per_page", 50),
    ("order_by", "name"),
    ("order_by", "-updated_at"),
    ("pinned", "true"),
    ("archived", "false"),
    ("completed", "false"),
    ("private", "false"),
    ("name", "Text 2"),
    ("client_id", CLIENT),
    ("client_id", ""),
    ("creator_id", USER),
    ("tag_id", TAG),
    ("tag_id", ""),
    ("assignee_user_id", USER),
    ("assignee_user_id", ""),
    ("project_id", PROJECT),
    ("user_id", USER),
    ("only_me", "true"),
    ("include_rates", "true"),
    ("include_rollover", "true"),
    ("include_idle_recurring_templates", "true"),
    ("include_drafts", "true"),
    ("include_locked_private", "true"),
    ("start_date", "2026-03-01T00:00:00+00:00"),
    ("end_date", "2026-04-01T00:00:00+02:00"),
    ("date_overlap_start", "2026-03-05T00:00:00+00:00"),
    ("date_overlap_end", "2026-03-06T12:30:00+00:00"),
    ("cf_filter", "Text 19"),
]
PAGE: Final[Query] = [("page", 2), ("per_page", 50), ("order_by", "name"), ("name", "Text 1")]
LISTS: Final[tuple[tuple[Route, dict[str, Any], bool, Query], ...]] = (
    (routes.PROJECTS, PROJECT_FULL, True, PROJECT_FILTERS),
    (routes.STATUSES, STATUS_FULL, False, [*PAGE, ("type", "todo")]),
    (routes.TAGS, TAG_FULL, True, [*PAGE, ("tag_id", TAG), ("tag_id", OTHER_TAG)]),
    (routes.CLIENTS, CLIENT_FULL, False, PAGE),
)
"""Lists in an envelope: an object with all fields, whether the number of all is there, and every filter."""


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    yield build(routes.SETTINGS, "full", json_reply(SETTINGS), "documented", VENDOR)
    minimal = {"current_workspace_id": WORKSPACE}
    yield build(routes.SETTINGS, "minimal", json_reply(minimal), "observed", "the field that other clients read")
    yield from users()
    yield build(routes.GET_PROJECT, "full", json_reply(PROJECT_FULL), "assumed", GUESSED)
    yield build(routes.GET_PROJECT, "minimal", json_reply(required(PROJECT_FULL)), "assumed", MINIMAL_SOURCE)
    for route, full, is_counted, filters in LISTS:

        def page(
            data: list[dict[str, Any]] | None, page: int = 1, per_page: int = 100, is_counted: bool = is_counted
        ) -> dict[str, Any]:
            total = {"total": len(data or ())} if is_counted else {}
            return {"data": data, "page": page, "per_page": per_page, **total}

        evidence: Evidence = "assumed" if route is routes.PROJECTS else "documented"
        source = GUESSED if route is routes.PROJECTS else VENDOR
        yield build(route, "full", json_reply(page([full])), evidence, source)
        yield build(route, "minimal", json_reply(page([required(full)])), "assumed", MINIMAL_SOURCE)
        yield build(route, "empty", json_reply(page([])), "documented", VENDOR)
        yield build(route, "null", json_reply(page(None)), "assumed", NULL)
        source = f"every filter of {VENDOR}"
        yield build(route, "every-filter", json_reply(page([], 2, 50)), "documented", source, query=filters)


def users() -> Iterator[tuple[str, Recording]]:
    """A bare array."""
    route = routes.USERS
    yield build(route, "full", json_reply([USER_FULL]), "assumed", ARRAY)
    yield build(route, "minimal", json_reply([{"id": USER}]), "assumed", MINIMAL_SOURCE)
    yield build(route, "empty", json_reply([]), "assumed", ARRAY)
    yield build(route, "null", json_reply(None), "assumed", NULL)
    source = f"every filter of {ARRAY}"
    yield build(route, "every-filter", json_reply([]), "assumed", source, query=USER_FILTERS)


def required(full: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that are always there."""
    return {name: full[name] for name in ("id", "name", "workspace_id")}
