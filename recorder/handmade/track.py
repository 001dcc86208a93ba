"""Successful responses of Track."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from recorder.format import AS_SPECIFIED, Evidence, Expected, Recording

from . import track_routes as routes
from .builder import QUOTA, Query, Reply, Route, build, expected_error, json_reply
from .track_routes import (
    CLIENT,
    ORGANIZATION,
    OTHER_ORGANIZATION,
    OTHER_PROJECT,
    OTHER_TASK,
    PROJECT,
    TASK,
    UNKNOWN_TASK,
    USER,
    WORKSPACE,
)

FULL: Final[dict[str, Any]] = {
    "id": TASK,
    "name": "Text 1",
    "workspace_id": WORKSPACE,
    "project_id": PROJECT,
    "user_id": USER,
    "active": True,
    "at": "2026-03-17T10:55:38+00:00",
    "estimated_seconds": 5400,
    "tracked_seconds": 3723000,
    "recurring": False,
    "server_deleted_at": "2026-04-01T09:30:00.5667Z",
    "avatar_url": "https://example.com/1",
    "client_id": CLIENT,
    "client_name": "Text 2",
    "due_date": "2026-04-30",
    "external_reference": "Text 3",
    "integration_ext_id": "Text 4",
    "integration_ext_type": "issue",
    "integration_provider": {"name": "Text 5", "kind": None, "links": [1, 2]},
    "permissions": ["read", "update"],
    "project_billable": True,
    "project_color": "#06a893",
    "project_is_private": False,
    "project_name": "Text 6",
    "rate": 10.5,
    "rate_last_updated": "2026-01-05T08:00:00Z",
    "toggl_accounts_id": "Text 7",
    "user_name": "Text 8",
    "wid": WORKSPACE,
    "pid": PROJECT,
    "uid": USER,
    "cid": CLIENT,
}
"""Every field of the specification, none of them null."""

MINIMAL: Final[dict[str, Any]] = {
    "id": OTHER_TASK,
    "name": "Text 9",
    "workspace_id": WORKSPACE,
    "project_id": PROJECT,
    "user_id": None,
    "active": True,
    "at": "2026-03-18T00:00:00Z",
    "estimated_seconds": None,
    "tracked_seconds": 0,
    "recurring": False,
    "server_deleted_at": None,
}
"""The fields that several clients take for granted."""

REPORTED: Final = frozenset({"server_deleted_at", "due_date", "wid", "pid", "uid", "cid"})
"""Fields that the page of tasks does not have."""
ON_PAGE: Final = {name: value for name, value in FULL.items() if name not in REPORTED} | {"integration_provider": {}}
NEWER: Final = frozenset(
    {"avatar_url", "client_id", "external_reference", "project_is_private", "user_name"},
)
"""Fields that the forum copies do not have yet."""
ON_FORUM_COPY: Final = {
    **{name: value for name, value in ON_PAGE.items() if name not in NEWER},
    "permissions": "read",
    "integration_provider": "jira",
}
EMPTIED: Final = {name: None for name in FULL if name not in MINIMAL} | MINIMAL
"""Every field that may be null is null."""

FULL_SOURCE = (
    "every field at once: of the page, of the forum copies, of other clients, and of other objects of the service"
)
PAGE_SOURCE = "the fields of the documentation page of tasks, 2026"
COPY_SOURCE = "the fields and types of a forum copy of the page, 2024"
MINIMAL_SOURCE = "the fields that several independent clients rely on; no response with a task has been published"
OPTIONAL_SOURCE = "other clients: every field but those they rely on may be null"
NO_DELETION = "the page has no server_deleted_at, which clients rely on"
OLDER_TYPES = "the forum copies have permissions and integration_provider as strings, and no server_deleted_at"

TIMES: Final = (
    "2026-03-17T10:55:38Z",
    "2026-03-17T10:55:38.1Z",
    "2026-03-17T10:55:38.12Z",
    "2026-03-17T10:55:38.123Z",
    "2026-03-17T10:55:38.5667Z",
    "2026-03-17T10:55:38.12345Z",
    "2026-03-17T10:55:38.123456+00:00",
    "2026-03-17T10:55:38.1234567Z",
    "2026-03-17T10:55:38.12345678+00:00",
    "2026-03-17T10:55:38.999999999Z",
    "2026-03-17T12:55:38.25+02:00",
)


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    for route in (routes.GET, routes.CREATE, routes.UPDATE):
        yield from one_task(route)
    yield from drifted_tasks()
    yield from requests_of_one_task()
    yield from lists_of_project()
    yield from lists_of_workspace()
    yield from basic_lists()
    yield from lists_of_user()
    yield from patches()
    yield from deletions()
    yield from quotas()


def one_task(route: Route) -> Iterator[tuple[str, Recording]]:
    """A flat task, as three operations answer it."""
    everything = {
        "createTask": {
            "name": "Text 1",
            "active": True,
            "estimated_seconds": 5400,
            "external_reference": "Text 3",
            "user_id": USER,
        },
        "updateTask": {
            "name": "Text 1",
            "active": False,
            "estimated_seconds": 5400,
            "external_reference": "Text 3",
            "user_id": USER,
        },
    }.get(route.operation)
    yield build(route, "full", json_reply(FULL), "assumed", FULL_SOURCE, body=everything)
    yield build(route, "minimal", json_reply(MINIMAL), "observed", MINIMAL_SOURCE)
    expected = Expected(drift=["$.server_deleted_at"], not_in_specification=NO_DELETION)
    yield build(route, "page", json_reply(ON_PAGE), "documented", PAGE_SOURCE, expected=expected)


def drifted_tasks() -> Iterator[tuple[str, Recording]]:
    """A task with values that are reported, documented elsewhere, or to be expected one day."""
    route = routes.GET
    twins = MINIMAL | {"wid": WORKSPACE, "pid": PROJECT, "uid": None, "cid": CLIENT}
    source = "other objects of the service include the older names too"
    yield build(route, "older-names", json_reply(twins), "assumed", source)
    yield build(route, "nulls", json_reply(EMPTIED), "observed", OPTIONAL_SOURCE)
    new = MINIMAL | {"checklist": ["Text 1", "Text 2"], "section": {"id": 1010, "name": "Text 3"}}
    expected = Expected(unknown=["$.checklist", "$.section"])
    yield build(route, "unknown-fields", json_reply(new), "assumed", "fields of a later version", expected=expected)
    new = MINIMAL | {"integration_ext_type": "moonshot", "permissions": ["levitate"]}
    yield build(route, "unknown-words", json_reply(new), "assumed", "values of a later version")
    drifted: dict[str, tuple[dict[str, Any], list[str], Evidence, str]] = {
        "permissions-string": (
            MINIMAL | {"permissions": "read"},
            ["$.permissions"],
            "observed",
            "a string in forum copies of the page, 2024, among the fields that other clients rely on",
        ),
        "integration-provider-string": (
            MINIMAL | {"integration_provider": "jira"},
            ["$.integration_provider"],
            "observed",
            "a string in forum copies of the page, 2024, among the fields that other clients rely on",
        ),
        "required-null": (
            MINIMAL | {"tracked_seconds": None, "name": None},
            ["$.name", "$.tracked_seconds"],
            "assumed",
            "unexpected null",
        ),
    }
    for name, (task, paths, evidence, source) in drifted.items():
        expected = Expected(drift=paths, not_in_specification="a type that the specification does not have")
        yield build(route, name, json_reply(task), evidence, source, expected=expected)


def requests_of_one_task() -> Iterator[tuple[str, Recording]]:
    """Recordings of requests."""
    expected = Expected(
        drift=["$.integration_provider", "$.permissions", "$.server_deleted_at"], not_in_specification=OLDER_TYPES
    )
    yield build(routes.CREATE, "forum-page", json_reply(ON_FORUM_COPY), "documented", COPY_SOURCE, expected=expected)
    nulls = {"estimated_seconds": None, "external_reference": None, "user_id": None}
    source = "the page has null in these fields of a task; that null clears them is a guess"
    yield build(routes.UPDATE, "emptied", json_reply(MINIMAL), "assumed", source, body=nulls)
    yield build(
        routes.CREATE,
        "nulls",
        json_reply(MINIMAL),
        "assumed",
        "a new task with a name only, and null in the other fields",
        body={"name": "Text 9"} | nulls,
    )


def lists_of_project() -> Iterator[tuple[str, Recording]]:
    """A bare array."""
    route = routes.LIST_PROJECT
    bare = "others report a bare array"
    yield build(route, "full", json_reply([FULL, MINIMAL]), "assumed", FULL_SOURCE)
    yield build(route, "minimal", json_reply([MINIMAL]), "observed", f"{bare}; {MINIMAL_SOURCE}")
    yield build(route, "empty", json_reply([]), "observed", bare)
    yield build(route, "null", json_reply(None), "assumed", "null in place of an empty list, as on other routes")
    done = MINIMAL | {"active": False}
    source = f"the parameter is in the vendor's OpenAPI document; {MINIMAL_SOURCE}"
    yield build(route, "done", json_reply([done]), "observed", source, query=[("active", "false")])
    expected = Expected(drift=["$[].server_deleted_at"], not_in_specification=NO_DELETION)
    yield build(route, "page-fields", json_reply([ON_PAGE]), "observed", f"{bare}; {PAGE_SOURCE}", expected=expected)
    expected = expected_error(
        "DecodeFailed", "found object", not_in_specification="the specification has an array here"
    )
    yield build(route, "page", json_reply(ON_PAGE), "documented", "the page, 2026: a single object", expected=expected)
    timed = [MINIMAL | {"id": 2000 + number, "at": time} for number, time in enumerate(TIMES)]
    source = "0 to 9 fraction digits and both ways to write UTC are reported, of other objects"
    yield build(route, "fraction-digits", json_reply(timed), "assumed", source)
    mixed = [MINIMAL | {"permissions": value} for value in ("read", ["read"], None, "update")]
    yield build(
        route,
        "permissions-mixed",
        json_reply(mixed),
        "assumed",
        "a string in pages of 2024, an array in 2026, null in other objects: all in one list",
        expected=Expected(
            drift=["$[].permissions"], not_in_specification="a type that the specification does not have"
        ),
    )


def lists_of_workspace() -> Iterator[tuple[str, Recording]]:
    """Pages in an envelope with `data`."""

    def page(
        name: str,
        data: object,
        evidence: Evidence,
        source: str,
        *,
        query: Query = (),
        total: int = 0,
        expected: Expected = AS_SPECIFIED,
        **envelope: object,
    ) -> tuple[str, Recording]:
        asked = [*routes.LIST_WORKSPACE.query, *query]
        reply = {"data": data, "page": 1, "per_page": 200, "total_count": total, **envelope}
        return build(routes.LIST_WORKSPACE, name, json_reply(reply), evidence, source, query=asked, expected=expected)

    envelope = "others report an envelope with data"
    words: dict[str, Any] = {"sort_field": "name", "sort_order": "ASC"}
    yield page("full", [FULL, MINIMAL], "assumed", FULL_SOURCE, total=2, **words)
    yield page("minimal", [MINIMAL], "observed", f"{envelope}; {MINIMAL_SOURCE}", total=1)
    yield page("empty", [], "observed", envelope, **words)
    yield page("null", None, "observed", "others report null in place of an empty list", **words)
    yield page(
        "sort-null",
        None,
        "assumed",
        "every field but those that clients rely on may be null",
        sort_field=None,
        sort_order=None,
    )
    yield page(
        "unknown-words",
        [MINIMAL],
        "assumed",
        "values of a later version",
        total=1,
        sort_field="colour",
        sort_order="SHUFFLED",
    )
    expected = Expected(unknown=["$.cursor", "$.data[].section"])
    yield page(
        "unknown-fields",
        [MINIMAL | {"section": None}],
        "assumed",
        "fields of a later version",
        total=1,
        expected=expected,
        cursor="Text 1",
    )
    expected = Expected(drift=["$.data[].server_deleted_at"], not_in_specification=NO_DELETION)
    yield page("page", [ON_PAGE], "documented", PAGE_SOURCE, total=1, expected=expected, **words)
    drift = ["$.data[].integration_provider", "$.data[].permissions", "$.data[].server_deleted_at"]
    expected = Expected(drift=drift, not_in_specification=OLDER_TYPES)
    yield page(
        "forum-page",
        [ON_FORUM_COPY, ON_FORUM_COPY | {"id": OTHER_TASK}],
        "documented",
        COPY_SOURCE,
        total=2,
        expected=expected,
        **words,
    )
    done = MINIMAL | {"active": False}
    yield page(
        "done", [done], "assumed", f"tasks that are done; {MINIMAL_SOURCE}", query=[("active", "false")], total=1
    )
    both = [MINIMAL, done | {"id": TASK}]
    yield page("done-or-not", both, "assumed", f"all tasks; {MINIMAL_SOURCE}", query=[("active", "both")], total=2)
    gone = MINIMAL | {"server_deleted_at": "2026-03-19T08:00:00.123Z", "active": False}
    source = "lists with since hold deleted things too, others report of another route"
    yield page("since", [MINIMAL, gone | {"id": TASK}], "assumed", source, query=[("since", 1767225600)], total=2)
    yield page(
        "middle",
        [MINIMAL],
        "observed",
        f"{envelope}; {MINIMAL_SOURCE}",
        query=[("page", 2)],
        page=2,
        total=401,
        **words,
    )
    filters: Query = [
        ("since", 1767225600),
        ("page", 3),
        ("sort_order", "DESC"),
        ("sort_field", "created_at"),
        ("active", "both"),
        ("pid", PROJECT),
        ("start_date", "2026-01-01"),
        ("end_date", "2026-12-31"),
        ("search", "Text 9"),
    ]
    source = f"every filter of the page at once; {envelope}"
    yield page(
        "every-filter", [], "observed", source, query=filters, page=3, sort_field="created_at", sort_order="DESC"
    )


def basic_lists() -> Iterator[tuple[str, Recording]]:
    """The same pages, with other filters."""
    route = routes.LIST_BASIC
    document = "the envelope and the filters of the vendor's OpenAPI document"
    words: dict[str, Any] = {"page": 1, "per_page": 200, "sort_field": "name", "sort_order": "ASC"}
    minimal = {"data": [MINIMAL], "page": 1, "per_page": 200, "total_count": 1}
    yield build(route, "full", json_reply({"data": [FULL, MINIMAL], **words, "total_count": 2}), "assumed", FULL_SOURCE)
    yield build(route, "minimal", json_reply(minimal), "observed", f"{document}; {MINIMAL_SOURCE}")
    yield build(route, "empty", json_reply({"data": [], **words, "total_count": 0}), "documented", document)
    source = f"{document}; null in place of an empty list, as on other routes"
    yield build(route, "null", json_reply({"data": None, **words, "total_count": 0}), "assumed", source)
    query: Query = [
        ("page", 1),
        ("per_page", 2),
        ("sort_order", "DESC"),
        ("sort_field", "created_at"),
        ("active", "both"),
        ("search", "Text 9"),
        ("project_id", PROJECT),
        ("project_ids", PROJECT),
        ("project_ids", OTHER_PROJECT),
        ("task_ids", TASK),
        ("task_ids", OTHER_TASK),
        ("client_ids", CLIENT),
        ("only_me", "false"),
    ]
    reply = {"data": [], "page": 1, "per_page": 2, "sort_field": "created_at", "sort_order": "DESC", "total_count": 0}
    yield build(route, "every-filter", json_reply(reply), "documented", document, query=query)


def lists_of_user() -> Iterator[tuple[str, Recording]]:
    """A bare array or null, as clients read it, or an envelope with `items`, as the page has it."""
    route = routes.LIST_MINE
    bare = "every known client reads a bare array"
    envelope = "a forum copy of the page, 2024, has an envelope with items"
    yield build(route, "full", json_reply([FULL, MINIMAL]), "assumed", FULL_SOURCE)
    yield build(route, "minimal", json_reply([MINIMAL]), "observed", f"{bare}; {MINIMAL_SOURCE}")
    yield build(route, "empty", json_reply([]), "observed", bare)
    yield build(route, "null", json_reply(None), "observed", "every known client is ready for null")
    yield build(route, "full-items", json_reply({"items": [FULL, MINIMAL]}), "assumed", FULL_SOURCE)
    source = f"{envelope}; {MINIMAL_SOURCE}"
    yield build(route, "minimal-items", json_reply({"items": [MINIMAL]}), "observed", source)
    yield build(route, "empty-items", json_reply({"items": []}), "documented", envelope)
    source = "the envelope of a forum copy of the page, with null in place of an empty list, as on other routes"
    yield build(route, "null-items", json_reply({"items": None}), "assumed", source)
    drift = ["$.items[].integration_provider", "$.items[].permissions", "$.items[].server_deleted_at"]
    listed = ON_FORUM_COPY | {"due_date": "2026-04-30"}
    expected = Expected(drift=drift, not_in_specification=OLDER_TYPES)
    yield build(route, "forum-page", json_reply({"items": [listed]}), "documented", COPY_SOURCE, expected=expected)
    filters: Query = [
        ("meta", "true"),
        ("inbox", "false"),
        ("include_hidden", "true"),
        ("since", 1767225600),
        ("include_not_active", "true"),
        ("offset", 0),
        ("per_page", 2),
        ("search", "Text 9"),
    ]
    source = f"every filter of the page at once; {bare}; {MINIMAL_SOURCE}"
    two = [MINIMAL, MINIMAL | {"id": TASK}]
    yield build(route, "every-filter", json_reply(two), "observed", source, query=filters)


def patches() -> Iterator[tuple[str, Recording]]:
    """Which tasks were changed, and which were not."""
    route = routes.PATCH
    page = "the documentation page of tasks, 2026"
    failures = [{"id": UNKNOWN_TASK, "message": "Task not found"}]
    everything = [
        {"op": "add", "path": "/estimated_seconds", "value": 3600},
        {"op": "replace", "path": "/active", "value": False},
        {"op": "replace", "path": "/user_id", "value": None},
        {"op": "replace", "path": "/name", "value": "Text 1"},
        {"op": "remove", "path": "/external_reference"},
    ]
    report: dict[str, Any] = {"success": [TASK, OTHER_TASK], "failure": failures}
    yield build(route, "full", json_reply(report), "documented", page, body=everything)
    remove = [{"op": "remove", "path": "/user_id"}]
    report = {"success": [TASK, OTHER_TASK, UNKNOWN_TASK], "failure": []}
    yield build(route, "minimal", json_reply(report), "documented", page, body=remove)
    report = {"success": [], "failure": [{"id": task, "message": "Task not found"} for task in (TASK, OTHER_TASK)]}
    yield build(route, "all-failed", json_reply(report), "documented", page)
    source = "null in place of an empty list, as on other routes"
    yield build(route, "null", json_reply({"success": None, "failure": None}), "assumed", source)


def deletions() -> Iterator[tuple[str, Recording]]:
    """200 with an unknown body."""
    route = routes.DELETE
    yield build(route, "empty", Reply(status=200), "documented", "the documentation page of tasks, 2026: no body")
    yield build(route, "null", json_reply(None), "assumed", "a guess")
    source = "an older copy of the page has a string; this message is invented"
    yield build(route, "string", json_reply("OK"), "assumed", source)


def quotas() -> Iterator[tuple[str, Recording]]:
    """The state of each quota."""
    route = routes.QUOTA
    source = "the fields that other clients read; no page has this route"
    one = {"organization_id": ORGANIZATION, "remaining": 214, "resets_in_secs": 1835, "total": 240}
    me = {"organization_id": None, "remaining": 30, "resets_in_secs": None, "total": 30}
    other = {"organization_id": OTHER_ORGANIZATION, "remaining": 0, "resets_in_secs": 12, "total": 30}
    yield build(route, "full", json_reply([one, other, me]), "assumed", source)
    yield build(route, "minimal", json_reply([me]), "assumed", source, quota=QUOTA)
    yield build(route, "empty", json_reply([]), "assumed", source)
    yield build(route, "null", json_reply(None), "assumed", "null in place of an empty list, as on other routes")
