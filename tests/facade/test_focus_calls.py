"""Each call on Focus's tasks sends exactly the right request and gives the right value."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from attrs import field, frozen

from tests.support.clients import FOCUS_TOKEN, FOCUS_URL, Clients, collect, maybe_await, resolve
from tests.support.service import Responder, Service, parse_request, raw_reply, reply
from tests.support.tasks import focus_model, focus_page, focus_task
from toggl_openapi.focus import models

TASKS = "/organizations/1/workspaces/2/tasks"
MOMENT = datetime.datetime(2026, 1, 5, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))


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
        call=lambda tasks: tasks.list(1, 2),
        request=("GET", TASKS),
        query=[("per_page", "100")],
        reply=reply(focus_page(focus_task(3), focus_task(4))),
        value=[focus_model(3), focus_model(4)],
    ),
    "list with filters of every kind": Case(
        call=lambda tasks: tasks.list(
            organization_id=1,
            workspace_id=2,
            page=3,
            per_page=10,
            pinned=True,
            archived=False,
            order_by=["name", "start_date"],
            status_id=(5, 6),
            toggl_user_id=7,
            name="a b",
            project_id=[8, None],
            parent_task_id=[None],
            start_date=MOMENT,
            end_date=MOMENT + datetime.timedelta(microseconds=5),
            estimated_mins_min=0,
        ),
        request=("GET", TASKS),
        query=[
            ("archived", "false"),
            ("end_date", "2026-01-05T08:30:00.000005+02:00"),
            ("estimated_mins_min", "0"),
            ("name", "a b"),
            ("order_by", "name"),
            ("order_by", "start_date"),
            ("page", "3"),
            ("parent_task_id", ""),
            ("per_page", "10"),
            ("pinned", "true"),
            ("project_id", ""),
            ("project_id", "8"),
            ("start_date", "2026-01-05T08:30:00+02:00"),
            ("status_id", "5"),
            ("status_id", "6"),
            ("toggl_user_id", "7"),
        ],
        reply=reply(focus_page(page=3, per_page=10)),
        value=[],
    ),
    "create": Case(
        call=lambda tasks: tasks.create(1, 2, name="Write docs"),
        request=("POST", TASKS),
        body={"name": "Write docs"},
        reply=reply(focus_task(3), 201),
        value=focus_model(3),
    ),
    "create with fields of every kind": Case(
        call=lambda tasks: tasks.create(
            1,
            2,
            name="Ü",
            parent_task_id=9,
            tag_ids=[1, 2],
            assignee_user_ids=[],
            start_date=datetime.date(2026, 1, 5),
            priority_at=datetime.date(2026, 1, 6),
            priority="high",
            private=False,
            notes=None,
        ),
        request=("POST", TASKS),
        body={
            "name": "Ü",
            "parent_task_id": 9,
            "tag_ids": [1, 2],
            "assignee_user_ids": [],
            "start_date": "2026-01-05",
            "priority_at": "2026-01-06",
            "priority": "high",
            "private": False,
            "notes": None,
        },
        reply=reply(focus_task(3), 201),
        value=focus_model(3),
    ),
    "create_many": Case(
        call=lambda tasks: tasks.create_many(1, 2, [{"name": "a"}, models.TaskCreate(name="b", pinned=True)]),
        request=("POST", f"{TASKS}/bulk"),
        body={"tasks": [{"name": "a"}, {"name": "b", "pinned": True}]},
        reply=reply([focus_task(3), focus_task(4)], 201),
        value=[focus_model(3), focus_model(4)],
    ),
    "create_many, null": Case(
        call=lambda tasks: tasks.create_many(1, 2, ({"name": "a"},)),
        request=("POST", f"{TASKS}/bulk"),
        body={"tasks": [{"name": "a"}]},
        reply=raw_reply(b"null", 201),
        value=[],
    ),
    "update_many": Case(
        call=lambda tasks: tasks.update_many(1, 2, [{"id": 3, "pinned": True}, models.TaskPatchItem(id=4, notes=None)]),
        request=("PATCH", f"{TASKS}/bulk"),
        body=[{"id": 3, "pinned": True}, {"id": 4, "notes": None}],
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "delete_many": Case(
        call=lambda tasks: tasks.delete_many(1, 2, (4, 3, 4), outbound_sync=False),
        request=("DELETE", f"{TASKS}/bulk"),
        query=[("ids", "3"), ("ids", "4"), ("outbound_sync", "false")],
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "archive": Case(
        call=lambda tasks: tasks.archive(1, 2, [4, 3]),
        request=("POST", f"{TASKS}/bulk/archive"),
        body={"task_ids": [4, 3]},
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "unarchive one": Case(
        call=lambda tasks: tasks.unarchive(1, 2, 3),
        request=("POST", f"{TASKS}/bulk/unarchive"),
        body={"task_ids": [3]},
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "restore": Case(
        call=lambda tasks: tasks.restore(1, 2, iter([3])),
        request=("PATCH", f"{TASKS}/bulk/restore"),
        body={"task_ids": [3]},
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "duplicate": Case(
        call=lambda tasks: tasks.duplicate(1, 2, 3, cascade_duplicate_children=True),
        request=("POST", f"{TASKS}/bulk/duplicate"),
        body={"task_ids": [3], "cascade_duplicate_children": True},
        reply=reply([focus_task(5)], 201),
        value=[focus_model(5)],
    ),
    "get": Case(
        call=lambda tasks: tasks.get(1, 2, 3),
        request=("GET", f"{TASKS}/3"),
        reply=reply(focus_task(3)),
        value=focus_model(3),
    ),
    "replace": Case(
        call=lambda tasks: tasks.replace(1, 2, 3, name="new", status_id=5),
        request=("PUT", f"{TASKS}/3"),
        body={"name": "new", "status_id": 5},
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "find_by_external_id": Case(
        call=lambda tasks: tasks.find_by_external_id(1, 2, source="jira", ext_id=7),
        request=("GET", f"{TASKS}/by-external-id"),
        query=[("ext_id", "7"), ("source", "jira")],
        reply=reply(focus_task(3)),
        value=focus_model(3),
    ),
    "stream": Case(
        call=lambda tasks: tasks.stream(1, 2, pinned=True),
        request=("GET", f"{TASKS}/stream"),
        query=[("pinned", "true")],
        reply=reply([focus_task(3)]),
        value=[focus_model(3)],
    ),
    "children": Case(
        call=lambda tasks: tasks.children(1, 2, 3),
        request=("GET", f"{TASKS}/3/children"),
        query=[("per_page", "100")],
        reply=reply({"data": [focus_task(4)], "page": 1, "per_page": 100}),
        value=[focus_model(4)],
    ),
    "parents": Case(
        call=lambda tasks: tasks.parents(1, 2, 3),
        request=("GET", f"{TASKS}/3/parents"),
        query=[("per_page", "100")],
        reply=reply({"data": None, "page": 1, "per_page": 100}),
        value=[],
    ),
    "recurring": Case(
        call=lambda tasks: tasks.recurring(1, 2),
        request=("GET", f"{TASKS}/recurring"),
        query=[("per_page", "100")],
        reply=reply({"data": [focus_task(4)], "page": 1, "per_page": 100}),
        value=[focus_model(4)],
    ),
    "update": Case(
        call=lambda tasks: tasks.update(1, 2, 3, name="new", description=None),
        request=("PATCH", f"{TASKS}/3"),
        body={"name": "new", "description": None},
        reply=raw_reply(b"", 204),
        value=None,
    ),
    "delete": Case(
        call=lambda tasks: tasks.delete(1, 2, 3),
        request=("DELETE", f"{TASKS}/3"),
        reply=raw_reply(b"", 204),
        value=None,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_a_call_sends_its_request_and_returns_its_value(clients: Clients, case: Case) -> None:
    service = Service(case.reply)
    assert await resolve(case.call(clients.focus(service).tasks)) == case.value
    method, path = case.request
    request = parse_request(service.request)
    assert (request.method, request.url) == (method, FOCUS_URL + path)
    assert request.query == sorted(case.query)
    assert request.body == case.body
    headers = service.request.headers
    assert headers.get_list("authorization") == [f"Bearer {FOCUS_TOKEN}"]
    assert headers.get_list("accept") == ["application/json"]
    assert headers.get_list("content-type") == ([] if case.body is None else ["application/json"])


async def test_values_of_one_filter_keep_their_order(clients: Clients) -> None:
    service = Service(reply(focus_page()))
    await collect(clients.focus(service).tasks.list(1, 2, order_by=["start_date", "name", "-updated_at"]))
    assert service.request.url.params.get_list("order_by") == ["start_date", "name", "-updated_at"]


@pytest.mark.parametrize("call", ["update", "delete"])
@pytest.mark.parametrize("body", [b"", b"null", b'"OK"', b"done", b"{}", b'{"cut'])
async def test_a_call_without_a_result_accepts_any_body(clients: Clients, call: str, body: bytes) -> None:
    tasks = clients.focus(Service(raw_reply(body))).tasks
    assert await maybe_await(getattr(tasks, call)(1, 2, 3)) is None
