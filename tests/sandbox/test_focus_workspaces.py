"""The routes of Focus that lead to ids: settings, users, statuses, tags and clients."""

from __future__ import annotations

from typing import Any

import httpx
import msgspec
import pytest

from toggl_sandbox import Sandbox
from toggl_server.focus import models


def items(focus: httpx.Client, url: str, model: Any = None) -> list[dict[str, Any]]:
    reply = focus.get(url)
    assert reply.status_code == 200, reply.text
    body = reply.json()
    found: list[dict[str, Any]] = body["data"] if isinstance(body, dict) else body
    for one in found:
        msgspec.convert(one, model or dict[str, Any])
    return found


def names(focus: httpx.Client, url: str) -> list[str]:
    return [one["name"] for one in items(focus, url)]


@pytest.mark.behaviour("focus.me.settings")
def test_settings_have_the_current_workspace(sandbox: Sandbox, focus: httpx.Client) -> None:
    reply = focus.get("/users/me/settings")
    settings = msgspec.convert(reply.json(), models.UserSettings)
    assert settings.current_workspace_id == sandbox.workspace_id
    sandbox.state.workspaces = {}
    assert focus.get("/users/me/settings").json()["current_workspace_id"] is None


@pytest.mark.behaviour("focus.me.quota")
def test_quota_of_routes_without_an_organization(sandbox: Sandbox, focus: httpx.Client) -> None:
    sandbox.quota.plan = "starter"
    replies = [focus.get("/users/me/settings"), focus.get(f"/workspaces/{sandbox.workspace_id}/tags")]
    assert [reply.headers["x-toggl-quota-remaining"] for reply in replies] == ["29", "239"]
    assert {one.organization_id for one in sandbox.quota.used} == {None, sandbox.organization_id}


@pytest.fixture
def users(sandbox: Sandbox) -> str:
    """The path of the users of the organization."""
    return f"/organizations/{sandbox.organization_id}/users"


@pytest.mark.behaviour("focus.users.list", "focus.users.admin")
def test_users_are_listed_page_by_page(sandbox: Sandbox, focus: httpx.Client, users: str) -> None:
    me, other = items(focus, users, models.OrganizationUser)
    assert (me["id"], me["email"], other["name"]) == (sandbox.seeded.user.id, sandbox.email, "Other User")
    assert (me["admin"], me["owner"], other["admin"]) == (True, True, False)
    assert [one["id"] for one in me["workspaces"]] == [sandbox.workspace_id]
    assert names(focus, f"{users}?per_page=1&page=2") == ["Other User"]
    assert items(focus, f"{users}?page=2") == []


ME, OTHER, BOTH, NO_USERS = ["Sandbox User"], ["Other User"], ["Sandbox User", "Other User"], list[str]()
USER_FILTERS = {
    "workspaces=6000001": BOTH,
    "workspaces=6000002": NO_USERS,
    "user_account_ids=4000002": OTHER,
    "org_user_ids=4000001&org_user_ids=1": ME,
    "groups=1": NO_USERS,
    "toggl_products=focus": BOTH,
    "toggl_products=work": NO_USERS,
    "active_status=active": BOTH,
    "active_status=inactive": NO_USERS,
    "roles=1": ME,
    "roles=2": OTHER,
    "only_admins=true": ME,
    "only_admins=false": BOTH,
    "filter=OTHER@": OTHER,
    "filter=sandbox+user": ME,
    "tag_ids=1": NO_USERS,
    "has_group=true": NO_USERS,
    "has_group=false": BOTH,
    "cf_filter=x": BOTH,
}


@pytest.mark.behaviour("focus.users.filters")
@pytest.mark.parametrize("query", USER_FILTERS)
def test_each_filter_selects_users(focus: httpx.Client, users: str, query: str) -> None:
    assert names(focus, f"{users}?{query}") == USER_FILTERS[query]


@pytest.mark.behaviour("focus.users.filters")
def test_every_filter_of_users_is_tested() -> None:
    tested = {part.partition("=")[0] for query in USER_FILTERS for part in query.split("&")}
    others = {"page", "per_page", "sort_dir", "pinned_ids", "include_working_hours", "include_rates"}
    assert tested == set(models.ListUsersQuery.__struct_fields__) - others - {"include_custom_fields"}


@pytest.mark.behaviour("focus.users.order", "focus.users.list")
def test_users_are_sorted(focus: httpx.Client, users: str) -> None:
    assert names(focus, f"{users}?sort_dir=asc") == BOTH[::-1]
    assert names(focus, f"{users}?sort_dir=desc") == BOTH
    assert names(focus, f"{users}?pinned_ids=4000002") == BOTH[::-1]
    query = "include_working_hours=true&include_rates=true&include_custom_fields=true"
    user = items(focus, f"{users}?{query}", models.OrganizationUser)[0]
    assert (user["working_hours"], user["rate"], user["custom_field_values"]) == (8.0, None, [])


@pytest.mark.behaviour("focus.users.access")
def test_users_of_other_organizations_are_refused(sandbox: Sandbox, focus: httpx.Client) -> None:
    for organization_id in (sandbox.seeded.other_organization_id, 987654):
        reply = focus.get(f"/organizations/{organization_id}/users")
        assert (reply.status_code, reply.json()["error"]) == (403, "forbidden")


@pytest.mark.behaviour("focus.statuses.list")
def test_statuses_are_listed(sandbox: Sandbox, focus: httpx.Client) -> None:
    url = f"/workspaces/{sandbox.workspace_id}/statuses"
    found = items(focus, url, models.Status)
    assert [(one["name"], one["type"], one["position"]) for one in found] == [
        ("Todo", "todo", 1),
        ("In progress", "in_progress", 2),
        ("Done", "done", 3),
    ]
    assert focus.get(url).json().keys() == {"data", "page", "per_page"}
    for query, expected in {
        "name=DO": ["Todo", "Done"],
        "type=done": ["Done"],
        "type=blocked": [],
        "order_by=name": ["Done", "In progress", "Todo"],
        "order_by=-position": ["Done", "In progress", "Todo"],
        "order_by=-created_at&order_by=updated_at&order_by=workspace_id": ["Todo", "In progress", "Done"],
        "per_page=2&page=2": ["Done"],
    }.items():
        assert names(focus, f"{url}?{query}") == expected, query


@pytest.mark.behaviour("focus.tags.list")
def test_tags_are_listed(sandbox: Sandbox, focus: httpx.Client) -> None:
    url = f"/workspaces/{sandbox.workspace_id}/tags"
    assert [one["color"] for one in items(focus, url, models.Tag)] == ["#2da608", "#e36a00", "#0b83d9"]
    assert focus.get(f"{url}?per_page=1").json().items() >= {"page": 1, "per_page": 1, "total": 3}.items()
    for query, expected in {
        "name=W": ["waiting", "deep work"],
        "order_by=name": ["deep work", "quick", "waiting"],
        "order_by=-name": ["waiting", "quick", "deep work"],
        "tag_id=90001&tag_id=90003": ["quick", "deep work"],
        "per_page=2&page=2": ["deep work"],
    }.items():
        assert names(focus, f"{url}?{query}") == expected, query


@pytest.mark.behaviour("focus.clients.list")
def test_clients_are_listed(sandbox: Sandbox, focus: httpx.Client) -> None:
    url = f"/workspaces/{sandbox.workspace_id}/clients"
    assert [one["active"] for one in items(focus, url, models.WorkspaceClient)] == [True, True]
    assert focus.get(url).json().keys() == {"data", "page", "per_page"}
    north, south = sandbox.state.workspaces[sandbox.workspace_id].clients.values()
    north.at, south.archived = sandbox.state.now(), True
    for query, expected in {
        "name=south": ["Client South"],
        "order_by=-name": ["Client South", "Client North"],
        "order_by=active": ["Client South", "Client North"],
        "order_by=created_at": ["Client South", "Client North"],
        "order_by=-updated_at": ["Client North", "Client South"],
        "per_page=1&page=2": ["Client South"],
    }.items():
        assert names(focus, f"{url}?{query}") == expected, query


@pytest.mark.behaviour("focus.ids.plan")
@pytest.mark.parametrize("kind", ["statuses", "tags", "clients"])
def test_access_to_the_lists_of_a_workspace(sandbox: Sandbox, focus: httpx.Client, kind: str) -> None:
    seeded = sandbox.seeded
    assert focus.get(f"/workspaces/{seeded.planless_workspace_id}/{kind}").status_code == 200
    for unknown in (seeded.other_workspace_id, 987654):
        reply = focus.get(f"/workspaces/{unknown}/{kind}")
        assert (reply.status_code, reply.json()["error"]) == (403, "forbidden")
