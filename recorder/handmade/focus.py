"""Successful responses of Focus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from recorder.format import AS_SPECIFIED, Evidence, Expected, Recording

from . import focus_routes as routes
from .builder import Query, Reply, build, json_reply
from .focus_routes import CLIENT, OTHER_TAG, OTHER_TASK, PARENT, PROJECT, STATUS, TAG, TASK, USER, WORKSPACE

RATE: Final[dict[str, Any]] = {
    "billable": True,
    "currency": "EUR",
    "end_at": "2026-12-31T23:00:00Z",
    "has_more_rates": False,
    "hourly_rate": 10.5,
    "project_color": "#06a893",
    "project_created_at": "2025-11-03T08:00:00Z",
    "project_id": PROJECT,
    "project_name": "Text 2",
    "project_rate_id": 1014,
    "start_at": "2026-01-01T00:00:00Z",
    "workspace_rate_id": 1015,
}
CUSTOM_FIELD: Final[dict[str, Any]] = {"custom_field_id": 1025, "custom_field_name": "Text 16", "value": "Text 17"}
DESCRIBED: Final[dict[str, Any]] = {
    "allocation_unit": "flat",
    "archived_at": "2026-05-01T08:00:00Z",
    "assignee_user_ids": [USER, 1016],
    "assignees": [{"id": USER, "type": "user"}, {"id": 1024, "type": "team"}],
    "auto_log_time": True,
    "billable": True,
    "client": {"id": CLIENT, "name": "Text 3"},
    "color": "#c7741c",
    "created_at": "2026-03-17T10:55:38.5667Z",
    "custom_field_values": [CUSTOM_FIELD],
    "deleted_at": "2026-05-02T08:00:00+00:00",
    "description": "Text 4",
    "end_date": "2026-04-30",
    "estimate_type": "total",
    "estimated_mins": 90,
    "ghost_assignee_ids": [1017],
    "id": TASK,
    "is_template": False,
    "metadata": {
        "all_day": False,
        "calendar_event_id": 1018,
        "calendar_id": 1019,
        "extension_source": "Text 18",
        "extension_url": "https://example.com/2",
        "external_id": "Text 5",
        "ical_uid": "Text 6",
        "last_asserted_track_project_id": 1026,
        "meeting_link": "https://example.com/1",
        "project_assignment": {"origin": "manual"},
        "updated_at": "2026-03-18T10:00:00Z",
    },
    "name": "Text 1",
    "notes": "Text 7",
    "parent_task_id": PARENT,
    "parent_task_name": "Text 8",
    "pinned": True,
    "position": 3,
    "priority": "high",
    "priority_at": "2026-03-20",
    "private": False,
    "project": {
        "archived_at": "2026-05-01T08:00:00Z",
        "client": {"id": CLIENT, "name": "Text 3"},
        "color": "#06a893",
        "custom_field_values": [CUSTOM_FIELD],
        "draft": False,
        "id": PROJECT,
        "is_template": False,
        "name": "Text 2",
        "permissions": ["read"],
        "private": True,
        "rate": RATE,
    },
    "project_id": PROJECT,
    "recurrence_date": "2026-04-01",
    "recurring_task_id": 1020,
    "reucrrence_date": {},
    "rrule": "FREQ=WEEKLY;BYDAY=MO",
    "source": "google_calendar",
    "source_template_task_id": 1027,
    "start_date": "2026-04-01",
    "status": {"emoji": "⚪", "id": STATUS, "name": "Text 9", "type": "todo"},
    "status_id": STATUS,
    "status_updated_at": "2026-03-17T10:55:38Z",
    "tag_ids": [TAG, OTHER_TAG],
    "tags": [
        {"color": "#2da608", "id": TAG, "name": "Text 10"},
        {"color": "#e36a00", "id": OTHER_TAG, "name": "Text 11"},
    ],
    "toggl_user_id": USER,
    "updated_at": "2026-04-02T12:00:00.25Z",
    "workspace_id": WORKSPACE,
}
"""Every field that a task and its parent have in common, none of them null."""
FULL: Final[dict[str, Any]] = DESCRIBED | {
    "parent": DESCRIBED | {"id": PARENT, "name": "Text 8"},
    "sub_task_done_count": 1,
    "sub_task_total_count": 2,
    "time_block_completed_count": 1,
    "time_block_scheduled_completed_count": 0,
    "time_block_scheduled_total_count": 1,
    "time_block_total_count": 2,
    "time_entry_total_count": 4,
    "total_blocked_time": 7200,
    "total_scheduled_blocked_time": 3600,
    "total_tracked_time": 5738,
}
MINIMAL: Final[dict[str, Any]] = {"id": OTHER_TASK, "name": "Text 12", "workspace_id": WORKSPACE}
EMPTIED: Final = dict.fromkeys(FULL) | MINIMAL

FIELDS: Final[dict[str, Any]] = {
    "allocation_unit": "percent",
    "assignee_user_ids": [USER],
    "auto_log_time": True,
    "billable": True,
    "color": "#c7741c",
    "custom_fields": {},
    "description": "Text 4",
    "end_date": "2026-04-30",
    "estimate_type": "daily",
    "estimated_mins": 90,
    "ghost_assignee_ids": [1017],
    "name": "Text 1",
    "notes": "Text 7",
    "parent_task_id": PARENT,
    "pinned": True,
    "position": 3,
    "priority": "high",
    "priority_at": "2026-03-20",
    "private": False,
    "rrule": "FREQ=WEEKLY;BYDAY=MO",
    "start_date": "2026-04-01",
    "status_id": STATUS,
    "tag_ids": [TAG],
    "team_assignee_ids": [1024],
}
"""Every field that can be given to a new task and changed later."""
CHANGED: Final = FIELDS | {"outbound_sync": False, "recurring_task_id": 1020}
"""Every field that can be changed."""
CREATED: Final = FIELDS | {
    "integration_ext_id": 1021,
    "integration_source": "google_calendar",
    "project_id": PROJECT,
}
"""Every field that a new task can have."""
NOT_NULL: Final = frozenset({"allocation_unit", "estimate_type", "name", "priority"})
"""The fields that are not null in a new task."""

PAGE_SOURCE = "the fields of the documentation page and of the vendor's OpenAPI document, 2026"
MINIMAL_SOURCE = "the fewest fields that the specification allows; which are always there is a guess"
WHOLE_TASK = "others report the whole task in the response"
NO_CONTENT = "others report 204 without a body"


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    yield from pages()
    yield from creations()
    yield from bulk_creations()
    yield from streams()
    yield from changes()


def pages() -> Iterator[tuple[str, Recording]]:
    """Pages in an envelope with `data`."""

    def page(
        name: str,
        data: list[dict[str, Any]] | None,
        evidence: Evidence,
        source: str,
        *,
        query: Query | None = None,
        expected: Expected = AS_SPECIFIED,
        **envelope: object,
    ) -> tuple[str, Recording]:
        reply = {"page": 1, "per_page": 100, "data": data, "total": len(data or ()), **envelope}
        return build(routes.LIST, name, json_reply(reply), evidence, source, query=query, expected=expected)

    envelope = "others report an envelope with data"
    yield page("full", [FULL], "observed", f"{envelope}; {PAGE_SOURCE}")
    yield page("minimal", [MINIMAL], "assumed", MINIMAL_SOURCE)
    yield page("empty", [], "observed", envelope)
    yield page("null", None, "assumed", "null in place of an empty list, as in Track")
    yield page(
        "middle",
        [MINIMAL],
        "assumed",
        MINIMAL_SOURCE,
        query=[("per_page", 20), ("page", 2)],
        page=2,
        per_page=20,
        total=41,
    )
    yield page("nulls", [EMPTIED], "assumed", "null in every field that the specification lets be null")
    reported = FULL | {"tag_ids": None, "tags": [], "project": FULL["project"] | {"permissions": None}}
    yield page("nulls-reported", [reported], "observed", "others report null in tag_ids and permissions")
    words = ("none", "low", "medium", "high")
    ranked = [MINIMAL | {"id": 2000 + number, "priority": word} for number, word in enumerate(words)]
    yield page("priorities", ranked, "assumed", f"others report these priorities; {MINIMAL_SOURCE}")
    later = [MINIMAL | {"priority": "cosmic", "source": "moon_calendar", "status": {"type": "frozen"}}]
    yield page("unknown-words", later, "assumed", "values of a later version")
    later = [MINIMAL | {"time_entries": [], "status": {"id": STATUS, "rank": 1}}]
    unknown = ["$.cursor", "$.data[].status.rank", "$.data[].time_entries"]
    source = "fields of a later version"
    yield page("unknown-fields", later, "assumed", source, expected=Expected(unknown=unknown), cursor=None)
    times = ["10:55:38Z", *(f"10:55:38.{'123456789'[:digits]}Z" for digits in range(1, 10)), "12:55:38+02:00"]
    timed = [MINIMAL | {"id": 2000 + number, "created_at": f"2026-03-17T{time}"} for number, time in enumerate(times)]
    yield page("fraction-digits", timed, "assumed", "0 to 9 fraction digits, as others report of Track")
    texts = {"tag_ids": "Text 13", "total_tracked_time": "Text 14", "start_date": "Text 15"}
    drifted = [MINIMAL | texts | {"id": task_id, "project": PROJECT} for task_id in (TASK, OTHER_TASK)]
    drift = ["$.data[].project", "$.data[].start_date", "$.data[].tag_ids", "$.data[].total_tracked_time"]
    expected = Expected(drift=drift, not_in_specification="types that the specification does not have")
    yield page("drifted", drifted, "assumed", "types of a later version", expected=expected)
    yield page(
        "every-filter",
        [],
        "observed",
        f"every filter of the page at once; {envelope}",
        query=EVERY_FILTER,
        page=2,
        per_page=50,
    )


EVERY_FILTER: Final[Query] = [
    ("page", 2),
    ("per_page", 50),
    ("with_entries", "true"),
    ("pinned", "false"),
    ("order_by", "name"),
    ("order_by", "-created_at"),
    ("status_id", STATUS),
    ("status_id", 1022),
    ("toggl_user_id", USER),
    ("name", "Text 1"),
    ("has_time_entries", "true"),
    ("has_time_blocks", "false"),
    ("has_dates", "true"),
    ("private", "false"),
    ("archived", "false"),
    ("include_project_completed", "true"),
    ("include_drafts", "false"),
    ("project_id", PROJECT),
    ("project_id", ""),
    ("parent_task_id", ""),
    ("start_date", "2026-03-01T00:00:00+00:00"),
    ("end_date", "2026-04-01T00:00:00+02:00"),
    ("active_by_date", "2026-03-09T00:00:00+00:00"),
    ("start_date_from", "2026-03-01T00:00:00+00:00"),
    ("start_date_to", "2026-03-02T00:00:00+00:00"),
    ("end_date_from", "2026-03-03T00:00:00+00:00"),
    ("end_date_to", "2026-03-04T00:00:00+00:00"),
    ("dates_overlap_start", "2026-03-05T00:00:00+00:00"),
    ("dates_overlap_end", "2026-03-06T12:30:00+00:00"),
    ("estimated_mins_min", 15),
    ("estimated_mins_max", 480),
    ("source", "focus"),
    ("source", "plan"),
    ("priority", "high"),
    ("priority", "none"),
    ("is_priority", "true"),
    ("state", "timeblocked"),
    ("state", "done"),
    ("timeblock_start_from", "2026-03-07T00:00:00+00:00"),
    ("timeblock_start_until", "2026-03-08T00:00:00+00:00"),
    ("time_block_id", 1023),
    ("time_block_completed", "true"),
    ("team_id", 1024),
    ("team_id", ""),
    ("assignee_team_id", 1024),
    ("assignee_user_id", USER),
    ("assignee_user_id", ""),
    ("tag_id", TAG),
    ("tag_id", ""),
    ("recurring", "false"),
    ("recurring_task_ids", 1020),
    ("client_id", CLIENT),
    ("client_id", ""),
    ("include_rates", "true"),
    ("include_ghost_assignees", "true"),
    ("assignee_ghost_id", 1017),
    ("include_assignees", "true"),
    ("include_parent_matches", "true"),
    ("disable_aggregations", "false"),
    ("cf_filter", "Text 19"),
]
ONLY_OF_PAGES: Final = frozenset(
    {
        "page",
        "per_page",
        "timeblock_start_from",
        "timeblock_start_until",
        "include_rates",
        "include_ghost_assignees",
        "assignee_ghost_id",
        "disable_aggregations",
    }
)
"""The parameters that the stream of all tasks does not have."""


def creations() -> Iterator[tuple[str, Recording]]:
    """201 with the whole task."""
    route = routes.CREATE
    yield build(route, "full", json_reply(FULL, 201), "observed", f"{WHOLE_TASK}; {PAGE_SOURCE}", body=CREATED)
    yield build(route, "minimal", json_reply(MINIMAL, 201), "assumed", f"{WHOLE_TASK}; {MINIMAL_SOURCE}")
    subtask = {"name": "Text 12", "parent_task_id": PARENT}
    reply = EMPTIED | {"parent_task_id": PARENT, "status": FULL["status"], "status_id": STATUS, "priority": "none"}
    source = "others report that parent_task_id makes a sub-task, and Todo for a status that is not given"
    yield build(route, "sub-task", json_reply(reply, 201), "assumed", f"{source}; the nulls are a guess", body=subtask)
    nulls = {name: None for name in CREATED if name not in NOT_NULL} | {"name": "Text 12"}
    source = "a new task with a name only, and null in the other fields"
    yield build(route, "nulls", json_reply(EMPTIED, 201), "assumed", source, body=nulls)


def bulk_creations() -> Iterator[tuple[str, Recording]]:
    """201 with an array of the new tasks."""
    route = routes.CREATE_MANY
    source = "the response of the vendor's OpenAPI document, with the fields of the page"
    two = [FULL, MINIMAL]
    yield build(route, "full", json_reply(two, 201), "assumed", source, body={"tasks": [CREATED, {"name": "Text 12"}]})
    yield build(route, "minimal", json_reply([MINIMAL], 201), "assumed", source, body={"tasks": [{"name": "Text 12"}]})
    yield build(route, "null", json_reply(None, 201), "assumed", source)


def streams() -> Iterator[tuple[str, Recording]]:
    """A bare array."""
    route = routes.STREAM
    bare = "others report a bare array"
    yield build(route, "full", json_reply([FULL]), "observed", f"{bare}; {PAGE_SOURCE}")
    yield build(route, "minimal", json_reply([MINIMAL]), "assumed", f"{bare}; {MINIMAL_SOURCE}")
    yield build(route, "empty", json_reply([]), "observed", bare)
    yield build(route, "null", json_reply(None), "assumed", "null in place of an empty list, as in Track")
    filters = [(name, value) for name, value in EVERY_FILTER if name not in ONLY_OF_PAGES]
    yield build(route, "every-filter", json_reply([]), "assumed", "every filter at once", query=filters)


def changes() -> Iterator[tuple[str, Recording]]:
    """204 without a body."""
    done = Reply(status=204)
    fields = f"{NO_CONTENT}; the fields are those of the vendor's OpenAPI document"
    yield build(routes.PATCH, "full", done, "assumed", fields, body=CHANGED)
    yield build(routes.PATCH, "minimal", done, "assumed", fields)
    fixed = NOT_NULL | {"billable", "outbound_sync", "pinned", "private", "status_id"}
    nulls = {name: None for name in CHANGED if name not in fixed}
    yield build(routes.PATCH, "nulls", done, "assumed", f"{fields}; that null clears them is a guess too", body=nulls)
    later: Query = [("from_recurring_task_id", 1020)]
    yield build(routes.PATCH, "later-occurrences", done, "assumed", f"{fields}; what it does is a guess", query=later)
    many = [{"id": TASK} | CHANGED, {"id": OTHER_TASK, "name": "Text 12"}]
    yield build(routes.PATCH_MANY, "full", done, "assumed", fields, body=many)
    yield build(routes.PATCH_MANY, "minimal", done, "assumed", fields, body=[{"id": TASK}])
    yield build(routes.DELETE, "empty", done, "observed", NO_CONTENT)
    later = [*later, ("outbound_sync", "false")]
    yield build(routes.DELETE, "empty-later-occurrences", done, "assumed", NO_CONTENT, query=later)
