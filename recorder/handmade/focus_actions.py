"""Responses of Focus for reading one task, and for replacing, archiving, restoring and copying tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from recorder.format import Recording

from . import focus_routes as routes
from .builder import Query, Reply, Route, build, json_reply
from .focus import CHANGED, FULL, MINIMAL, MINIMAL_SOURCE
from .focus_routes import PROJECT, STATUS, TAG, TASK, USER

VENDOR: Final = "the vendor's OpenAPI document, 2026"
FULL_SOURCE: Final = f"the fields of the documentation page and of {VENDOR}; no source has all of them together"
NULL: Final = "null in place of an empty list, as in Track"
FILTERS: Final[Query] = [
    ("page", 2),
    ("per_page", 50),
    ("order_by", "name"),
    ("order_by", "-updated_at"),
    ("status_id", STATUS),
    ("archived", "false"),
    ("source", "focus"),
    ("source", "plan"),
    ("team_id", 1024),
    ("team_id", ""),
    ("assignee_user_id", USER),
    ("assignee_user_id", ""),
    ("tag_id", TAG),
    ("tag_id", ""),
    ("include_assignees", "true"),
]
"""Every filter of the sub-tasks and parents of a task."""
RECURRING_FILTERS: Final[Query] = [
    *((name, value) for name, value in FILTERS if name not in ("order_by", "status_id", "source")),
    ("start_date", "2026-03-01T00:00:00+00:00"),
    ("end_date", "2026-04-01T00:00:00+02:00"),
    ("dates_overlap_start", "2026-03-05T00:00:00+00:00"),
    ("dates_overlap_end", "2026-03-06T12:30:00+00:00"),
    ("recurring_task_ids", 1020),
    ("assignee_team_id", 1024),
]
REPLACED: Final[dict[str, Any]] = {
    name: value for name, value in CHANGED.items() if name not in ("ghost_assignee_ids", "priority_at")
} | {"project_id": PROJECT}
"""Every field of a PUT."""


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    for route in (routes.GET, routes.BY_EXTERNAL_ID):
        yield build(route, "full", json_reply(FULL), "assumed", FULL_SOURCE)
        yield build(route, "minimal", json_reply(MINIMAL), "assumed", MINIMAL_SOURCE)
    query: Query = [("include_assignees", "true")]
    yield build(routes.GET, "with-assignees", json_reply(FULL), "assumed", FULL_SOURCE, query=query)
    for route, filters in (
        (routes.CHILDREN, FILTERS),
        (routes.PARENTS, FILTERS),
        (routes.RECURRING, RECURRING_FILTERS),
    ):
        yield from pages(route, filters)
    yield from changes()
    copies = {"cascade_duplicate_children": True, "task_ids": [TASK]}
    yield build(routes.DUPLICATE, "full", json_reply([FULL], 201), "assumed", FULL_SOURCE, body=copies)
    yield build(routes.DUPLICATE, "minimal", json_reply([MINIMAL], 201), "assumed", MINIMAL_SOURCE)
    yield build(routes.DUPLICATE, "null", json_reply(None, 201), "assumed", NULL)


def pages(route: Route, filters: Query) -> Iterator[tuple[str, Recording]]:
    """Pages in an envelope without a total."""

    def page(data: list[dict[str, Any]] | None, page: int = 1, per_page: int = 100) -> Reply:
        return json_reply({"data": data, "page": page, "per_page": per_page})

    yield build(route, "full", page([FULL]), "assumed", FULL_SOURCE)
    yield build(route, "minimal", page([MINIMAL]), "assumed", MINIMAL_SOURCE)
    yield build(route, "empty", page([]), "documented", VENDOR)
    yield build(route, "null", page(None), "assumed", NULL)
    yield build(route, "every-filter", page([], 2, 50), "documented", f"every filter of {VENDOR}", query=filters)


def changes() -> Iterator[tuple[str, Recording]]:
    """204 without a body."""
    done = Reply(status=204)
    yield build(routes.REPLACE, "full", done, "documented", VENDOR, body=REPLACED)
    yield build(routes.REPLACE, "minimal", done, "documented", VENDOR)
    for route in (routes.ARCHIVE, routes.UNARCHIVE, routes.RESTORE, routes.DELETE_MANY):
        yield build(route, "empty", done, "documented", VENDOR)
    later: Query = [("from_recurring_task_id", 1020)]
    yield build(routes.ARCHIVE, "empty-later-occurrences", done, "documented", VENDOR, query=later)
    query: Query = [*routes.DELETE_MANY.query, ("outbound_sync", "true")]
    yield build(routes.DELETE_MANY, "empty-outbound-sync", done, "documented", VENDOR, query=query)
    for route in (routes.ARCHIVE_MANY, routes.UNARCHIVE_MANY, routes.RESTORE_MANY):
        yield build(route, "full", done, "documented", VENDOR)
        yield build(route, "minimal", done, "documented", VENDOR, body={"task_ids": [TASK]})
