"""Each call on Track's tasks sends exactly the right request and gives the right value."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from attrs import field, frozen

from tests.support.clients import TRACK_TOKEN, TRACK_URL, Clients, maybe_await, resolve
from tests.support.service import Responder, Service, parse_request, raw_reply, reply
from tests.support.tasks import track_model, track_page, track_task
from toggl_openapi.track import models
from toggl_tasks import DecodeFailed, PatchResult, add, remove, replace
from toggl_tasks._credentials import basic_auth

PROJECT = "/workspaces/1/projects/2/tasks"
PROJECT_MODEL = models.Project(id=2, workspace_id=1, name="Website", active=True)


@frozen(kw_only=True)
class Case:
    call: Callable[[Any], Any]
    request: tuple[str, str]
    query: list[tuple[str, str]] = field(factory=list)
    body: Any = None
    reply: Responder
    value: Any


CASES = {
    "list": Case(
        call=lambda tasks: tasks.list(1),
        request=("GET", "/workspaces/1/tasks"),
        query=[("per_page", "200")],
        reply=reply(track_page(track_task(3), track_task(4))),
        value=[track_model(3), track_model(4)],
    ),
    "list with every filter": Case(
        call=lambda tasks: tasks.list(
            workspace_id=1,
            since=1_700_000_000,
            page=2,
            per_page=50,
            sort_order="DESC",
            sort_field="created_at",
            active="both",
            pid=7,
            start_date=datetime.date(2026, 1, 5),
            end_date=datetime.date(2026, 2, 6),
            search="a+b & ü",
        ),
        request=("GET", "/workspaces/1/tasks"),
        query=[
            ("active", "both"),
            ("end_date", "2026-02-06"),
            ("page", "2"),
            ("per_page", "50"),
            ("pid", "7"),
            ("search", "a+b & ü"),
            ("since", "1700000000"),
            ("sort_field", "created_at"),
            ("sort_order", "DESC"),
            ("start_date", "2026-01-05"),
        ],
        reply=reply(track_page(page=2, per_page=50)),
        value=[],
    ),
    "list_project": Case(
        call=lambda tasks: tasks.list_project(1, 2),
        request=("GET", PROJECT),
        reply=reply([track_task(3), track_task(4)]),
        value=[track_model(3), track_model(4)],
    ),
    "list_project, null": Case(
        call=lambda tasks: tasks.list_project(workspace_id=1, project_id=2),
        request=("GET", PROJECT),
        reply=raw_reply(b"null"),
        value=[],
    ),
    "list_mine": Case(
        call=lambda tasks: tasks.list_mine(),
        request=("GET", "/me/tasks"),
        reply=reply([track_task(3)]),
        value=[track_model(3)],
    ),
    "list_mine with every filter": Case(
        call=lambda tasks: tasks.list_mine(
            meta=True,
            inbox=False,
            include_hidden=True,
            since=0,
            include_not_active="true",
            offset=0,
            per_page=5,
            search="",
        ),
        request=("GET", "/me/tasks"),
        query=[
            ("inbox", "false"),
            ("include_hidden", "true"),
            ("include_not_active", "true"),
            ("meta", "true"),
            ("offset", "0"),
            ("per_page", "5"),
            ("search", ""),
            ("since", "0"),
        ],
        reply=reply([track_task(3)]),
        value=[track_model(3)],
    ),
    "get": Case(
        call=lambda tasks: tasks.get(1, 2, 3),
        request=("GET", f"{PROJECT}/3"),
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "create": Case(
        call=lambda tasks: tasks.create(1, 2, name="Write docs"),
        request=("POST", PROJECT),
        body={"name": "Write docs"},
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "create with every field": Case(
        call=lambda tasks: tasks.create(
            1, 2, name="Ü", active=False, estimated_seconds=0, external_reference="T-1", user_id=None
        ),
        request=("POST", PROJECT),
        body={"name": "Ü", "active": False, "estimated_seconds": 0, "external_reference": "T-1", "user_id": None},
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    # Absent stays as it is, null empties, a value changes: three different things.
    "update": Case(
        call=lambda tasks: tasks.update(1, 2, 3, active=False, estimated_seconds=None),
        request=("PUT", f"{PROJECT}/3"),
        body={"active": False, "estimated_seconds": None},
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "get a task that is known": Case(
        call=lambda tasks: tasks.get(track_model(3)),
        request=("GET", f"{PROJECT}/3"),
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "update a task that is known": Case(
        call=lambda tasks: tasks.update(track_model(3), estimate=datetime.timedelta(hours=2)),
        request=("PUT", f"{PROJECT}/3"),
        body={"estimated_seconds": 7200},
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "create in a project that is known, without an estimate": Case(
        call=lambda tasks: tasks.create(PROJECT_MODEL, name="Write docs", estimate=None),
        request=("POST", PROJECT),
        body={"name": "Write docs", "estimated_seconds": None},
        reply=reply(track_task(3)),
        value=track_model(3),
    ),
    "list the tasks of a project that is known": Case(
        call=lambda tasks: tasks.list(1, project_id=PROJECT_MODEL),
        request=("GET", "/workspaces/1/tasks"),
        query=[("per_page", "200"), ("pid", "2")],
        reply=reply(track_page(track_task(3))),
        value=[track_model(3)],
    ),
    "delete": Case(
        call=lambda tasks: tasks.delete(1, 2, 3),
        request=("DELETE", f"{PROJECT}/3"),
        reply=raw_reply(b""),
        value=None,
    ),
    "patch": Case(
        call=lambda tasks: tasks.patch(
            1, 2, [3, 4, 5], [replace("/active", False), add("/user_id", 9), remove("/estimated_seconds")]
        ),
        request=("PATCH", f"{PROJECT}/3,4,5"),
        body=[
            {"op": "replace", "path": "/active", "value": False},
            {"op": "add", "path": "/user_id", "value": 9},
            {"op": "remove", "path": "/estimated_seconds"},
        ],
        reply=reply({"success": [3, 5], "failure": [{"id": 4, "message": "no such task"}]}),
        value=PatchResult(success=[3, 5], failure=[models.PatchFailure(id=4, message="no such task")]),
    ),
    "patch with dicts": Case(
        call=lambda tasks: tasks.patch(1, 2, (3,), [{"op": "replace", "path": "/estimated_seconds", "value": None}]),
        request=("PATCH", f"{PROJECT}/3"),
        body=[{"op": "replace", "path": "/estimated_seconds", "value": None}],
        reply=reply({"success": [3], "failure": None}),
        value=PatchResult(success=[3]),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_a_call_sends_its_request_and_returns_its_value(clients: Clients, case: Case) -> None:
    service = Service(case.reply)
    assert await resolve(case.call(clients.track(service).tasks)) == case.value
    method, path = case.request
    request = parse_request(service.request)
    assert (request.method, request.url) == (method, TRACK_URL + path)
    assert request.query == sorted(case.query)
    assert request.body == case.body


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_a_call_sends_the_right_headers(clients: Clients, case: Case) -> None:
    service = Service(case.reply)
    await resolve(case.call(clients.track(service).tasks))

    headers = service.request.headers
    assert headers.get_list("authorization") == [basic_auth(TRACK_TOKEN, "api_token").authorization]
    assert headers.get_list("accept") == ["application/json"]
    assert headers.get_list("content-type") == ([] if case.body is None else ["application/json"])


async def test_results_have_the_models_types(clients: Clients) -> None:
    service = Service(*[CASES["get"].reply] * 2, CASES["list_project"].reply)
    tasks = clients.track(service).tasks
    assert type(await maybe_await(tasks.get(1, 2, 3))) is models.Task
    assert type(await maybe_await(tasks.update(1, 2, 3, name="x"))) is models.Task
    assert [type(task) for task in await maybe_await(tasks.list_project(1, 2))] == [models.Task, models.Task]


@pytest.mark.parametrize("body", [b"", b"null", b'"OK"', b"deleted", b"{}", b"[3]", b'{"cut'])
async def test_delete_accepts_any_body(clients: Clients, body: bytes) -> None:
    service = Service(raw_reply(body))
    assert await maybe_await(clients.track(service).tasks.delete(1, 2, 3)) is None


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><title>Sign in</title>", b"\xef\xbb\xbf\n<HTML><body>Sign in"])
async def test_an_html_page_instead_of_no_body_raises(clients: Clients, body: bytes) -> None:
    # A sign-in page of the network answers everything with 200; the task is still there.
    with pytest.raises(DecodeFailed, match="delete_task: expected an empty response, found") as caught:
        await maybe_await(clients.track(Service(raw_reply(body))).tasks.delete(1, 2, 3))
    assert caught.value.response is not None


@pytest.mark.parametrize("status", [200, 201, 202, 204])
async def test_every_2xx_is_a_success(clients: Clients, status: int) -> None:
    service = Service(reply(track_task(3), status))
    assert await maybe_await(clients.track(service).tasks.get(1, 2, 3)) == track_model(3)
