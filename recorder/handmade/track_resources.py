"""Responses of Track with the ids for tasks: the user, organizations, workspaces, projects, clients and users."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from recorder.format import Evidence, Expected, Recording

from . import track_routes as routes
from .builder import Query, Route, build, json_reply
from .track import FULL as TASK
from .track_routes import CLIENT, ORGANIZATION, OTHER_PROJECT, PROJECT, TAG, USER, WORKSPACE

AT: Final = "2026-03-17T10:55:38+00:00"
INTEGRATION: Final = {
    "integration_ext_id": "Text 4",
    "integration_ext_type": "issue",
    "integration_provider": "jira",
    "permissions": ["read", "update"],
}

ORGANIZATION_FULL: Final[dict[str, Any]] = {
    "id": ORGANIZATION,
    "name": "Text 1",
    "admin": True,
    "owner": False,
    "pricing_plan_id": 4,
    "pricing_plan_name": "Text 2",
    "pricing_plan_enterprise": False,
    "is_multi_workspace_enabled": True,
    "is_unified": False,
    "max_workspaces": 20,
    "max_data_retention_days": 90,
    "user_count": 3,
    "permissions": ["read"],
    "subscription": {"enterprise": False},
    "trial_info": {"can_have_trial": True},
    "at": AT,
    "created_at": AT,
    "suspended_at": AT,
}
ORGANIZATION_MINIMAL: Final[dict[str, Any]] = {"id": ORGANIZATION, "name": "Text 1"}

WORKSPACE_FULL: Final[dict[str, Any]] = {
    "id": WORKSPACE,
    "name": "Text 2",
    "organization_id": ORGANIZATION,
    "at": AT,
    "admin": True,
    "role": "admin",
    "permissions": ["read"],
    "premium": True,
    "business_ws": False,
    "active_project_count": 4,
    "api_token": "(removed)",
    "default_currency": "Text 3",
    "default_hourly_rate": 10.5,
    "rate_last_updated": AT,
    "disable_approvals": False,
    "disable_expenses": False,
    "disable_timesheet_view": False,
    "hide_start_end_times": False,
    "ical_enabled": True,
    "ical_url": "https://example.com/1",
    "limit_public_project_data": False,
    "logo_url": "https://example.com/2",
    "max_data_retention_days": 90,
    "only_admins_may_create_projects": False,
    "only_admins_may_create_tags": False,
    "only_admins_see_team_dashboard": False,
    "projects_billable_by_default": True,
    "projects_enforce_billable": False,
    "projects_private_by_default": True,
    "reports_collapse": True,
    "rounding": 1,
    "rounding_minutes": 15,
    "working_hours_in_minutes": 480,
    "csv_upload": {"at": AT},
    "subscription": {"auto_renew": True},
    "te_constraints": {"task_present": True},
    "last_modified": AT,
    "suspended_at": AT,
}
WORKSPACE_MINIMAL: Final[dict[str, Any]] = {"id": WORKSPACE, "name": "Text 2", "organization_id": ORGANIZATION}
NULL_WHERE_SEEN: Final = {
    "permissions": None,
    "default_hourly_rate": None,
    "rate_last_updated": None,
    "logo_url": None,
    "suspended_at": None,
    "csv_upload": None,
    "subscription": None,
    "te_constraints": None,
}

CLIENT_FULL: Final[dict[str, Any]] = {
    "id": CLIENT,
    "name": "Text 5",
    "wid": WORKSPACE,
    "archived": True,
    "notes": "Text 6",
    "external_reference": "Text 7",
    "creator_id": USER,
    **INTEGRATION,
    "total_count": 1,
    "at": AT,
}
CLIENT_MINIMAL: Final[dict[str, Any]] = {"id": CLIENT, "name": "Text 5"}

USER_FULL: Final[dict[str, Any]] = {
    "id": USER,
    "email": "Text 8",
    "fullname": "Text 9",
    "inactive": False,
    "is_active": True,
    "is_admin": True,
    "role": "admin",
}
USER_MINIMAL: Final[dict[str, Any]] = {"id": USER, "email": "Text 8", "fullname": "Text 9"}

PROJECT_FULL: Final[dict[str, Any]] = {
    "id": PROJECT,
    "name": "Text 1",
    "workspace_id": WORKSPACE,
    "active": True,
    "status": "active",
    "client_id": CLIENT,
    "client_name": "Text 2",
    "color": "#06a893",
    "is_private": False,
    "billable": True,
    "can_track_time": True,
    "pinned": True,
    "start_date": "2026-03-01",
    "end_date": "2026-12-31",
    "estimated_hours": 2,
    "estimated_seconds": 7200,
    "auto_estimates": True,
    "actual_hours": 1,
    "actual_seconds": 3600,
    "currency": "EUR",
    "rate": 10.5,
    "rate_last_updated": AT,
    "fixed_fee": 10.5,
    "recurring": True,
    "recurring_parameters": [
        {
            "period": "custom",
            "custom_period": 9,
            "estimated_seconds": 3600,
            "project_start_date": "2026-03-01",
            "parameter_start_date": "2026-03-01",
            "parameter_end_date": "2026-04-01",
        }
    ],
    "current_period": {"start_date": "2026-03-01", "end_date": "2026-03-09"},
    "template": True,
    "template_id": OTHER_PROJECT,
    "external_reference": "Text 3",
    **INTEGRATION,
    "total_count": 1,
    "at": AT,
    "created_at": AT,
    "server_deleted_at": "2026-04-01T09:30:00.5667Z",
    "wid": WORKSPACE,
    "cid": CLIENT,
}
PROJECT_MINIMAL: Final[dict[str, Any]] = {"id": PROJECT, "name": "Text 1", "workspace_id": WORKSPACE, "active": True}
PROJECT_SENT: Final[dict[str, Any]] = {
    "name": "Text 1",
    "active": True,
    "client_id": CLIENT,
    "client_name": "Text 2",
    "color": "#06a893",
    "is_private": False,
    "is_shared": True,
    "billable": True,
    "start_date": "2026-03-01",
    "end_date": "2026-12-31",
    "estimated_hours": 2,
    "auto_estimates": True,
    "currency": "EUR",
    "rate": 10.5,
    "rate_change_mode": "override-all",
    "fixed_fee": 10.5,
    "recurring": True,
    "recurring_parameters": {"period": "custom", "custom_period": 9, "project_start_date": "2026-03-01"},
    "template": True,
    "template_id": OTHER_PROJECT,
    "external_reference": "Text 3",
    "cid": CLIENT,
}

ME_MINIMAL: Final[dict[str, Any]] = {
    "id": USER,
    "email": "Text 8",
    "fullname": "Text 9",
    "default_workspace_id": WORKSPACE,
}
ME: Final[dict[str, Any]] = {
    **ME_MINIMAL,
    "api_token": "(removed)",
    "timezone": "Text 10",
    "beginning_of_week": 1,
    "country_id": 7,
    "image_url": "https://example.com/3",
    "has_password": True,
    "openid_enabled": True,
    "openid_email": "Text 11",
    "oauth_providers": ["Text 12"],
    "intercom_hash": "Text 13",
    "options": {},
    "at": AT,
    "created_at": AT,
    "updated_at": AT,
    "authorization_updated_at": "(removed)",
}
RELATED: Final[dict[str, Any]] = {
    "workspaces": [WORKSPACE_FULL],
    "clients": [CLIENT_FULL],
    "projects": [PROJECT_FULL],
    "tasks": [TASK],
    "tags": [
        {
            "id": TAG,
            "name": "Text 14",
            "workspace_id": WORKSPACE,
            "creator_id": USER,
            **INTEGRATION,
            "at": AT,
            "deleted_at": AT,
        }
    ],
    "time_entries": [{"id": 1013, "workspace_id": WORKSPACE, "duration": 60}],
}

DOCUMENT: Final = "the fields of the vendor's OpenAPI document, 2026"
OBSERVED: Final = "the fields that others report of the live service"
LEAST: Final = "the fewest fields that the specification allows"
NULL: Final = "null in place of an empty list, as on other routes"
EMPTY: Final = "an empty list in place of null, as on other routes"


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    yield from users()
    for route, full, least in (
        (routes.LIST_MY_ORGANIZATIONS, ORGANIZATION_FULL, ORGANIZATION_MINIMAL),
        (routes.LIST_MY_WORKSPACES, WORKSPACE_FULL, WORKSPACE_MINIMAL),
        (routes.LIST_WORKSPACES, WORKSPACE_FULL, WORKSPACE_MINIMAL),
        (routes.LIST_CLIENTS, CLIENT_FULL, CLIENT_MINIMAL),
        (routes.LIST_USERS, USER_FULL, USER_MINIMAL),
        (routes.LIST_MY_PROJECTS, PROJECT_FULL, PROJECT_MINIMAL),
        (routes.LIST_PROJECTS, PROJECT_FULL, PROJECT_MINIMAL),
    ):
        yield from one_list(route, full, least)
    for route, full, least in (
        (routes.GET_ORGANIZATION, ORGANIZATION_FULL, ORGANIZATION_MINIMAL),
        (routes.GET_WORKSPACE, WORKSPACE_FULL, WORKSPACE_MINIMAL),
        (routes.GET_PROJECT, PROJECT_FULL, PROJECT_MINIMAL),
    ):
        yield build(route, "full", json_reply(full), *evidence_of(full))
        yield build(route, "minimal", json_reply(least), "assumed", LEAST)
    yield from filtered()
    yield from changes()
    yield from drifted()


def users() -> Iterator[tuple[str, Recording]]:
    """The user whose credentials are sent."""
    route, related = routes.GET_ME, [("with_related_data", "true")]
    source = f"{DOCUMENT}, without the one that is not in responses"
    yield build(route, "full", json_reply(ME | RELATED), "assumed", f"{source}; {DOCUMENT}", query=related)
    yield build(route, "without-related", json_reply(ME), "observed", source)
    yield build(route, "minimal", json_reply(ME_MINIMAL), "assumed", LEAST)
    lists = dict.fromkeys(RELATED)
    yield build(route, "related-null", json_reply(ME | lists), "assumed", NULL, query=related)
    lonely = ME_MINIMAL | {"default_workspace_id": 0}
    yield build(route, "without-workspace", json_reply(lonely), "assumed", "a user who has left every workspace")


def evidence_of(full: dict[str, Any]) -> tuple[Evidence, str]:
    """Every field is documented, but for one that workspaces were seen to have."""
    return (
        ("observed", f"{DOCUMENT}, and one that others report") if full is WORKSPACE_FULL else ("documented", DOCUMENT)
    )


def one_list(route: Route, full: dict[str, Any], least: dict[str, Any]) -> Iterator[tuple[str, Recording]]:
    """A bare array."""
    yield build(route, "full", json_reply([full]), *evidence_of(full))
    yield build(route, "minimal", json_reply([least]), "assumed", LEAST)
    yield build(route, "empty", json_reply([]), "assumed", EMPTY)
    yield build(route, "null", json_reply(None), "observed", NULL)


def filtered() -> Iterator[tuple[str, Recording]]:
    """Lists with every parameter."""
    source = f"every parameter of the vendor's OpenAPI document at once; {LEAST}"
    since: Query = [("since", 1767225600)]
    archived = PROJECT_MINIMAL | {"active": False}
    requests: list[tuple[Route, Query, dict[str, Any]]] = [
        (routes.LIST_MY_WORKSPACES, since, WORKSPACE_MINIMAL | {"at": AT}),
        (routes.LIST_MY_PROJECTS, [("include_archived", "true"), *since], archived),
        (routes.LIST_CLIENTS, [("status", "both"), ("name", "Text 5")], CLIENT_MINIMAL),
        (routes.LIST_USERS, [("exclude_deleted", "true")], USER_MINIMAL),
    ]
    for route, query, one in requests:
        yield build(route, "every-filter", json_reply([one]), "assumed", source, query=query)
    query = [
        ("active", "both"),
        *since,
        ("billable", "true"),
        ("user_ids", USER),
        ("client_ids", CLIENT),
        ("group_ids", 1014),
        ("project_ids", PROJECT),
        ("project_ids", OTHER_PROJECT),
        ("statuses", "active"),
        ("statuses", "archived"),
        ("name", "Text 1"),
        ("search", "Text 1"),
        ("only_templates", "true"),
        ("only_me", "true"),
        ("only_editable", "true"),
        ("page", 2),
        ("per_page", 200),
        ("sort_field", "name"),
        ("sort_order", "DESC"),
        ("sort_pinned", "true"),
    ]
    yield build(routes.LIST_PROJECTS, "every-filter", json_reply([]), "assumed", source, query=query)


def changes() -> Iterator[tuple[str, Recording]]:
    """Projects that are created, changed and deleted."""
    for route in (routes.CREATE_PROJECT, routes.UPDATE_PROJECT):
        yield build(route, "full", json_reply(PROJECT_FULL), "documented", DOCUMENT, body=PROJECT_SENT)
        yield build(route, "minimal", json_reply(PROJECT_MINIMAL | {"active": False}), "assumed", LEAST)
    source = f"clients send active with a name: {OBSERVED}"
    body = {"name": "Text 1", "active": True}
    yield build(routes.CREATE_PROJECT, "active", json_reply(PROJECT_MINIMAL), "observed", source, body=body)
    source = "null for no client and for the usual colour is a guess"
    body = {"client_id": None, "color": None}
    reply = PROJECT_MINIMAL | {"client_id": None, "color": "#06a893"}
    yield build(routes.UPDATE_PROJECT, "emptied", json_reply(reply), "assumed", source, body=body)
    source = "the vendor's OpenAPI document has an integer, which is assumed to be the id"
    query: Query = [("teDeletionMode", "delete")]
    yield build(routes.DELETE_PROJECT, "full", json_reply(PROJECT), "assumed", source, query=query)
    yield build(routes.DELETE_PROJECT, "minimal", json_reply(PROJECT), "assumed", source)


def drifted() -> Iterator[tuple[str, Recording]]:
    """Values that are reported, or to be expected one day."""
    seen = WORKSPACE_FULL | NULL_WHERE_SEEN
    yield build(routes.GET_WORKSPACE, "nulls", json_reply(seen), "observed", OBSERVED)
    emptied = {name: None for name in PROJECT_FULL if name not in PROJECT_MINIMAL} | PROJECT_MINIMAL
    source = "every field but those that clients rely on may be null"
    yield build(routes.GET_PROJECT, "nulls", json_reply(emptied), "assumed", source)
    new = PROJECT_MINIMAL | {"section": {"id": 1010, "name": "Text 3"}}
    expected = Expected(unknown=["$.section"])
    yield build(
        routes.GET_PROJECT, "unknown-fields", json_reply(new), "assumed", "fields of a later version", expected=expected
    )
    expected = Expected(unknown=["$.2fa_enabled"])
    source = "the vendor's OpenAPI document has 2fa_enabled, which no response was seen to have"
    yield build(
        routes.GET_ME, "two-factor", json_reply(ME | {"2fa_enabled": True}), "documented", source, expected=expected
    )
    wrong = PROJECT_MINIMAL | {"active": None}
    expected = Expected(drift=["$[].active"], not_in_specification="unexpected null")
    yield build(
        routes.LIST_PROJECTS,
        "required-null",
        json_reply([wrong]),
        "assumed",
        "unexpected null",
        expected=expected,
    )
