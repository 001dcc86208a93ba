"""`client.raw` has every operation of the specification, and gives the decoded value with the response."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Mapping
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from attrs import frozen

from tests.support.clients import FOCUS_URL, TRACK_URL, Clients, maybe_await
from tests.support.service import Service, parse_request, raw_reply, reply
from tests.support.tasks import focus_model, focus_page, focus_task, track_model, track_page, track_task
from toggl_openapi.focus import models as focus_models
from toggl_openapi.focus import operations as focus_operations
from toggl_openapi.track import models as track_models
from toggl_openapi.track import operations as track_operations
from toggl_tasks import AsyncTrack, NotFound, SchemaDriftWarning, Track
from toggl_tasks.focus import AsyncRawFocus, RawFocus
from toggl_tasks.track import AsyncRawTrack, RawTrack

OPERATIONS = {"track": track_operations, "focus": focus_operations}
BASES = {"track": TRACK_URL, "focus": FOCUS_URL}
PROJECT = "/workspaces/1/projects/2/tasks"
TASKS = "/organizations/1/workspaces/2/tasks"
PROJECTS = "/organizations/1/workspaces/2/projects"
PAGE: dict[str, Any] = {"page": 1, "per_page": 100}
NAMED: dict[str, Any] = {"id": 3, "name": "x", "workspace_id": 2}
UNCOUNTED = PAGE | {"data": [focus_task()]}
UNCOUNTED_PAGE = focus_models.UncountedTaskPage(data=[focus_model()], **PAGE)
QUOTA = {"organization_id": 4, "remaining": 20, "resets_in_secs": 60, "total": 30}
ME: dict[str, Any] = {"id": 5, "email": "ada@example.com", "fullname": "Ada", "default_workspace_id": 1}
ORGANIZATION: dict[str, Any] = {"id": 4, "name": "Harbour"}
WORKSPACE: dict[str, Any] = {"id": 1, "name": "Pier", "organization_id": 4}
PROJECT_REPLY: dict[str, Any] = {"id": 2, "name": "Website", "workspace_id": 1, "active": True}
CLIENT: dict[str, Any] = {"id": 6, "name": "Acme"}
USER: dict[str, Any] = {"id": 5, "email": "ada@example.com", "fullname": "Ada"}


@frozen
class Case:
    arguments: tuple[Any, ...]
    request: str
    body: Any
    reply: Any
    value: Any
    """As it is decoded: no null is smoothed over here."""
    query: Mapping[str, Any] = {}


TRACK = {
    "get_me": Case((), "GET /me", None, ME, track_models.Me(**ME)),
    "get_my_quota": Case((), "GET /me/quota", None, [QUOTA], [track_models.OrganizationQuota(**QUOTA)]),
    "list_my_organizations": Case(
        (), "GET /me/organizations", None, [ORGANIZATION], [track_models.Organization(**ORGANIZATION)]
    ),
    "list_my_workspaces": Case((), "GET /me/workspaces", None, [WORKSPACE], [track_models.Workspace(**WORKSPACE)]),
    "list_my_projects": Case((), "GET /me/projects", None, None, None),
    "get_organization": Case(
        (4,), "GET /organizations/4", None, ORGANIZATION, track_models.Organization(**ORGANIZATION)
    ),
    "list_workspaces": Case((), "GET /workspaces", None, [WORKSPACE], [track_models.Workspace(**WORKSPACE)]),
    "get_workspace": Case((1,), "GET /workspaces/1", None, WORKSPACE, track_models.Workspace(**WORKSPACE)),
    "list_clients": Case((1,), "GET /workspaces/1/clients", None, [CLIENT], [track_models.WorkspaceClient(**CLIENT)]),
    "list_users": Case((1,), "GET /workspaces/1/users", None, [USER], [track_models.WorkspaceUser(**USER)]),
    "list_projects": Case(
        (1,), "GET /workspaces/1/projects", None, [PROJECT_REPLY], [track_models.Project(**PROJECT_REPLY)]
    ),
    "create_project": Case(
        (1, {"name": "Website", "active": True}),
        "POST /workspaces/1/projects",
        {"name": "Website", "active": True},
        PROJECT_REPLY,
        track_models.Project(**PROJECT_REPLY),
    ),
    "get_project": Case(
        (1, 2), "GET /workspaces/1/projects/2", None, PROJECT_REPLY, track_models.Project(**PROJECT_REPLY)
    ),
    "update_project": Case(
        (1, 2, track_models.ProjectUpdate(client_id=None)),
        "PUT /workspaces/1/projects/2",
        {"client_id": None},
        PROJECT_REPLY,
        track_models.Project(**PROJECT_REPLY),
    ),
    "delete_project": Case((1, 2), "DELETE /workspaces/1/projects/2", None, 2, 2),
    "list_project_tasks": Case((1, 2), f"GET {PROJECT}", None, None, None),
    "create_task": Case((1, 2, {"name": "x"}), f"POST {PROJECT}", {"name": "x"}, track_task(), track_model()),
    "patch_tasks": Case(
        (1, 2, "3,4", [track_models.PatchOperation(op="remove", path="/user_id")]),
        f"PATCH {PROJECT}/3,4",
        [{"op": "remove", "path": "/user_id"}],
        {"success": [3, 4], "failure": None},
        track_models.PatchReport(success=[3, 4], failure=None),
    ),
    "get_task": Case((1, 2, 3), f"GET {PROJECT}/3", None, track_task(), track_model()),
    "update_task": Case(
        (1, 2, 3, track_models.TaskUpdate(user_id=None)),
        f"PUT {PROJECT}/3",
        {"user_id": None},
        track_task(),
        track_model(),
    ),
    "delete_task": Case((1, 2, 3), f"DELETE {PROJECT}/3", None, "OK", None),
    "list_workspace_tasks": Case(
        (1,),
        "GET /workspaces/1/tasks",
        None,
        track_page(),
        track_models.TaskPage(data=None, page=1, per_page=200, sort_field="name", sort_order="ASC", total_count=0),
    ),
    "list_basic_tasks": Case(
        (1,),
        "GET /workspaces/1/tasks/basic",
        None,
        track_page(),
        track_models.TaskPage(data=None, page=1, per_page=200, sort_field="name", sort_order="ASC", total_count=0),
    ),
    "list_my_tasks": Case((), "GET /me/tasks", None, {"items": None}, track_models.TaskItems(items=None)),
}
FOCUS = {
    "list_tasks": Case(
        (1, 2),
        f"GET {TASKS}",
        None,
        focus_page(focus_task()),
        focus_models.TaskPage(data=[focus_model()], page=1, per_page=100, total=1),
    ),
    "create_task": Case((1, 2, {"name": "x"}), f"POST {TASKS}", {"name": "x"}, focus_task(), focus_model()),
    "create_tasks": Case(
        (1, 2, {"tasks": [{"name": "x"}]}),
        f"POST {TASKS}/bulk",
        {"tasks": [{"name": "x"}]},
        [focus_task()],
        [focus_model()],
    ),
    "patch_tasks": Case(
        (1, 2, [{"id": 3, "end_date": datetime.date(2026, 1, 5)}]),
        f"PATCH {TASKS}/bulk",
        [{"id": 3, "end_date": "2026-01-05"}],
        None,
        None,
    ),
    "archive_tasks": Case((1, 2, {"task_ids": [3]}), f"POST {TASKS}/bulk/archive", {"task_ids": [3]}, None, None),
    "unarchive_tasks": Case((1, 2, {"task_ids": [3]}), f"POST {TASKS}/bulk/unarchive", {"task_ids": [3]}, None, None),
    "restore_tasks": Case((1, 2, {"task_ids": [3]}), f"PATCH {TASKS}/bulk/restore", {"task_ids": [3]}, None, None),
    "duplicate_tasks": Case(
        (1, 2, {"task_ids": [3], "cascade_duplicate_children": True}),
        f"POST {TASKS}/bulk/duplicate",
        {"task_ids": [3], "cascade_duplicate_children": True},
        [focus_task(4)],
        [focus_model(4)],
    ),
    "stream_tasks": Case((1, 2), f"GET {TASKS}/stream", None, [focus_task()], [focus_model()]),
    "list_recurring_tasks": Case((1, 2), f"GET {TASKS}/recurring", None, UNCOUNTED, UNCOUNTED_PAGE),
    "get_task": Case((1, 2, 3), f"GET {TASKS}/3", None, focus_task(), focus_model()),
    "replace_task": Case(
        (1, 2, 3, {"name": "x", "status_id": 4}), f"PUT {TASKS}/3", {"name": "x", "status_id": 4}, None, None
    ),
    "patch_task": Case((1, 2, 3, {"pinned": True}), f"PATCH {TASKS}/3", {"pinned": True}, None, None),
    "delete_task": Case((1, 2, 3), f"DELETE {TASKS}/3", None, None, None),
    "archive_task": Case((1, 2, 3), f"POST {TASKS}/3/archive", None, None, None),
    "unarchive_task": Case((1, 2, 3), f"POST {TASKS}/3/unarchive", None, None, None),
    "restore_task": Case((1, 2, 3), f"PATCH {TASKS}/3/restore", None, None, None),
    "list_child_tasks": Case((1, 2, 3), f"GET {TASKS}/3/children", None, UNCOUNTED, UNCOUNTED_PAGE),
    "list_parent_tasks": Case((1, 2, 3), f"GET {TASKS}/3/parents", None, UNCOUNTED, UNCOUNTED_PAGE),
    "get_my_settings": Case(
        (),
        "GET /users/me/settings",
        None,
        {"current_workspace_id": 2},
        focus_models.UserSettings(current_workspace_id=2),
    ),
    "list_users": Case((1,), "GET /organizations/1/users", None, [{"id": 5}], [focus_models.OrganizationUser(id=5)]),
    "list_projects": Case(
        (1, 2),
        f"GET {PROJECTS}",
        None,
        PAGE | {"data": [NAMED], "total": 1},
        focus_models.ProjectPage(data=[focus_models.Project(**NAMED)], total=1, **PAGE),
    ),
    "get_project": Case((1, 2, 3), f"GET {PROJECTS}/3", None, NAMED, focus_models.Project(**NAMED)),
    "list_statuses": Case(
        (2,),
        "GET /workspaces/2/statuses",
        None,
        PAGE | {"data": [NAMED]},
        focus_models.StatusPage(data=[focus_models.Status(**NAMED)], **PAGE),
    ),
    "list_tags": Case(
        (2,),
        "GET /workspaces/2/tags",
        None,
        PAGE | {"data": [NAMED], "total": 1},
        focus_models.TagPage(data=[focus_models.Tag(**NAMED)], total=1, **PAGE),
    ),
    "list_clients": Case(
        (2,),
        "GET /workspaces/2/clients",
        None,
        PAGE | {"data": [NAMED]},
        focus_models.WorkspaceClientPage(data=[focus_models.WorkspaceClient(**NAMED)], **PAGE),
    ),
    # Their query is required.
    "delete_tasks": Case((1, 2), f"DELETE {TASKS}/bulk?ids=3&ids=4", None, None, None, {"ids": [3, 4]}),
    "find_task_by_external_id": Case(
        (1, 2),
        f"GET {TASKS}/by-external-id?source=jira&ext_id=5",
        None,
        focus_task(),
        focus_model(),
        {"source": "jira", "ext_id": 5},
    ),
}
CASES = {
    f"{api} {name}": (api, name, case)
    for api, group in (("track", TRACK), ("focus", FOCUS))
    for name, case in group.items()
}


@pytest.mark.parametrize(("api", "name", "case"), CASES.values(), ids=CASES.keys())
async def test_a_raw_call_returns_value_and_response(clients: Clients, api: str, name: str, case: Case) -> None:
    service = Service(reply(case.reply, headers={"x-toggl-request-id": "r1"}))
    answer = await maybe_await(getattr(clients.client_of(api)(service).raw, name)(*case.arguments, **case.query))

    assert answer.value == case.value
    assert isinstance(answer.response, httpx.Response)
    assert answer.response.headers["x-toggl-request-id"] == "r1"
    assert answer.attempts == 1
    request = parse_request(service.request)
    method, target = case.request.split()
    path, _, query = target.partition("?")
    assert (request.method, request.url, request.body) == (method, BASES[api] + path, case.body)
    assert request.query == sorted(parse_qsl(query))


@pytest.mark.parametrize(("api", "group"), [("track", TRACK), ("focus", FOCUS)])
def test_the_cases_cover_all_operations(api: str, group: dict[str, Case]) -> None:
    assert set(group) == set(OPERATIONS[api].__all__)


@pytest.mark.parametrize(
    ("calls", "operations"),
    [
        (RawTrack, track_operations),
        (AsyncRawTrack, track_operations),
        (RawFocus, focus_operations),
        (AsyncRawFocus, focus_operations),
    ],
)
def test_raw_has_every_operation_and_no_other(calls: type, operations: ModuleType) -> None:
    public = {name for name in dir(calls) if not name.startswith("_")}
    assert public == set(operations.__all__)
    for name in public:
        method, operation = getattr(calls, name), getattr(operations, name)
        assert method.__doc__.splitlines()[0] == operation.__doc__.splitlines()[0]
        # Except for `self` and the result, their signatures are the same.
        parameters = list(inspect.signature(method).parameters.values())
        assert parameters[1:] == list(inspect.signature(operation).parameters.values())


async def test_filters_are_sent_as_query_parameters(clients: Clients) -> None:
    service = Service(reply(track_page(page=3)))
    answer = await maybe_await(clients.track(service).raw.list_workspace_tasks(1, page=3, active="both"))
    assert parse_request(service.request).query == [("active", "both"), ("page", "3")]
    assert answer.value.page == 3


async def test_a_raw_call_requests_one_page(clients: Clients) -> None:
    service = Service(reply(focus_page(focus_task(), total=500)))
    await maybe_await(clients.focus(service).raw.list_tasks(1, 2))
    assert len(service.requests) == 1


async def test_raw_raises_and_warns_like_the_other_calls(clients: Clients) -> None:
    service = Service(raw_reply(b"", 404), reply(track_task(active="yes")))
    track = clients.track(service)
    with pytest.raises(NotFound):
        await maybe_await(track.raw.get_task(1, 2, 3))
    with pytest.warns(SchemaDriftWarning):
        answer = await maybe_await(track.raw.get_task(1, 2, 3))
    assert answer.value.active == "yes"


def test_help_shows_the_arguments_of_the_operation() -> None:
    track = Track(token="t")
    for method in (track.raw.get_task, AsyncTrack(token="t").raw.get_task, track.tasks.get):
        names = list(inspect.signature(method).parameters)
        assert names[:3] == ["workspace_id", "project_id", "task_id"]
        assert method.__name__ in ("get_task", "get")
        assert method.__doc__
