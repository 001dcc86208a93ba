"""Calls that take several requests: `patch` by 100 ids, `create_many` by 100 tasks."""

from __future__ import annotations

import httpx
import pytest

from tests.support.clients import Clients, maybe_await
from tests.support.service import Responder, Service, SteadyService, connection_failure, parse_request, raw_reply, reply
from tests.support.tasks import focus_task
from toggl_openapi.track import models
from toggl_tasks import ConnectionFailed, DecodeFailed, NotFound, PatchResult, ServerError, add, remove, replace
from toggl_tasks.errors import TogglError

DONE = [replace("/active", False)]


def patched_ids(request: httpx.Request) -> list[int]:
    return [int(task_id) for task_id in request.url.path.rpartition("/")[2].split(",")]


def patch_all(request: httpx.Request) -> httpx.Response:
    return reply({"success": patched_ids(request), "failure": []})(request)


def patch_odd(request: httpx.Request) -> httpx.Response:
    ids = patched_ids(request)
    failed = [{"id": number, "message": f"{number} is even"} for number in ids if number % 2 == 0]
    return reply({"success": [number for number in ids if number % 2], "failure": failed})(request)


def create_tasks(request: httpx.Request) -> httpx.Response:
    """Each task gets the number in its name for its id."""
    return reply([focus_task(int(task["name"])) for task in parse_request(request).body["tasks"]], 201)(request)


def test_patch_helpers_make_operations() -> None:
    assert replace("/active", False) == models.PatchOperation(op="replace", path="/active", value=False)
    assert add("/user_id", 9) == models.PatchOperation(op="add", path="/user_id", value=9)
    assert remove("/user_id") == models.PatchOperation(op="remove", path="/user_id")
    # Null is a value; remove has none.
    assert replace("/user_id", None).value is None
    assert remove("/user_id").value is not None


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])])
async def test_patch_sends_one_request_for_each_100_ids(clients: Clients, count: int, sizes: list[int]) -> None:
    service = SteadyService(patch_all)
    # Neither sorted nor a list: the order is the caller's.
    result = await maybe_await(clients.track(service).tasks.patch(1, 2, iter(range(count, 0, -1)), DONE))
    assert result == PatchResult(success=list(range(count, 0, -1)))
    assert [len(patched_ids(request)) for request in service.requests] == sizes
    assert [parse_request(request).body for request in service.requests] == [
        [{"op": "replace", "path": "/active", "value": False}]
    ] * len(sizes)


async def test_patch_merges_the_failures(clients: Clients) -> None:
    result = await maybe_await(clients.track(SteadyService(patch_odd)).tasks.patch(1, 2, range(1, 204), DONE))
    assert result.success == list(range(1, 204, 2))
    assert [(failed.id, failed.message) for failed in result.failure] == [
        (number, f"{number} is even") for number in range(2, 204, 2)
    ]
    assert all(type(failed) is models.PatchFailure for failed in result.failure)


async def test_null_lists_in_reports_are_empty(clients: Clients) -> None:
    service = Service(
        reply({"success": None, "failure": None}),
        reply({"success": [101], "failure": None}),
    )
    result = await maybe_await(clients.track(service).tasks.patch(1, 2, range(1, 102), DONE))
    assert result == PatchResult(success=[101])


async def test_each_call_has_a_result_of_its_own(clients: Clients) -> None:
    tasks = clients.track(SteadyService(patch_all)).tasks
    one, other = await maybe_await(tasks.patch(1, 2, [1], DONE)), await maybe_await(tasks.patch(1, 2, [2], DONE))
    assert (one.success, other.success) == ([1], [2])


FAILURES = pytest.mark.parametrize(
    ("broken", "kind"),
    [
        (raw_reply(b"", 500), ServerError),
        (raw_reply(b"<html>", 200), DecodeFailed),
        (connection_failure(httpx.ConnectError("refused")), ConnectionFailed),
        (connection_failure(httpx.ReadTimeout("slow")), ConnectionFailed),
    ],
)


@FAILURES
async def test_partial_has_the_patch_result(clients: Clients, broken: Responder, kind: type[TogglError]) -> None:
    service = Service(patch_all, patch_odd, broken)
    with pytest.raises(kind) as caught:
        await maybe_await(clients.track(service).tasks.patch(1, 2, range(1, 401), DONE))
    assert isinstance(caught.value.partial, PatchResult)
    assert caught.value.partial.success == [*range(1, 101), *range(101, 201, 2)]
    assert [failed.id for failed in caught.value.partial.failure] == list(range(102, 201, 2))
    (note,) = caught.value.__notes__
    assert "partial" in note
    assert len(service.requests) == 3


@FAILURES
async def test_partial_has_the_created_tasks(clients: Clients, broken: Responder, kind: type[TogglError]) -> None:
    tasks = [{"name": str(number)} for number in range(1, 251)]
    with pytest.raises(kind) as caught:
        await maybe_await(clients.focus(Service(create_tasks, create_tasks, broken)).tasks.create_many(1, 2, tasks))
    assert [task.id for task in caught.value.partial] == list(range(1, 201))
    (note,) = caught.value.__notes__
    assert "partial" in note


async def test_an_unreadable_report_raises_with_the_partial_result(clients: Clients) -> None:
    service = Service(patch_all, reply({"success": "101", "failure": None}))
    track = clients.track(service, on_drift=lambda drift: None)
    with pytest.raises(DecodeFailed, match="success") as caught:
        await maybe_await(track.tasks.patch(1, 2, range(1, 102), DONE))
    assert caught.value.partial == PatchResult(success=list(range(1, 101)))
    assert caught.value.response is not None


@pytest.mark.parametrize("count", [1, 101])
async def test_the_first_failure_has_no_note(clients: Clients, count: int) -> None:
    refused = Service(reply("no such project", 404))
    with pytest.raises(NotFound) as caught:
        await maybe_await(clients.track(refused).tasks.patch(1, 2, range(1, count + 1), DONE))
    assert not hasattr(caught.value, "__notes__")
    assert caught.value.partial is None

    refused = Service(reply("no such workspace", 404))
    with pytest.raises(NotFound) as caught:
        await maybe_await(clients.focus(refused).tasks.create_many(1, 2, [{"name": "x"}] * count))
    assert not hasattr(caught.value, "__notes__")
    assert caught.value.partial is None


async def test_a_single_request_has_no_partial_result(clients: Clients) -> None:
    with pytest.raises(NotFound) as caught:
        await maybe_await(clients.track(Service(reply("no", 404))).tasks.get(1, 2, 3))
    assert caught.value.partial is None


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])])
async def test_create_many_sends_one_request_for_each_100_tasks(clients: Clients, count: int, sizes: list[int]) -> None:
    service = SteadyService(create_tasks)
    tasks = [{"name": str(number)} for number in range(count, 0, -1)]
    result = await maybe_await(clients.focus(service).tasks.create_many(1, 2, tasks))
    assert [task.id for task in result] == list(range(count, 0, -1))
    assert [len(parse_request(request).body["tasks"]) for request in service.requests] == sizes


async def test_an_invalid_task_in_a_later_chunk_raises_before_any_request(clients: Clients) -> None:
    tasks = [{"name": "x"}] * 150 + [{"name": 5}]
    with pytest.raises(TypeError, match="name"):
        await maybe_await(clients.focus(Service()).tasks.create_many(1, 2, tasks))


async def test_an_invalid_id_in_a_later_chunk_raises_before_any_request(clients: Clients) -> None:
    with pytest.raises(ValueError, match="-5"):
        await maybe_await(clients.track(Service()).tasks.patch(1, 2, [*range(1, 200), -5], DONE))


async def test_options_go_with_every_request(clients: Clients) -> None:
    service = SteadyService(patch_all)
    options = {"timeout": 5, "extra_headers": {"x-trace": "t1"}}
    await maybe_await(clients.track(service).tasks.patch(1, 2, range(1, 202), DONE, **options))
    assert [request.headers["x-trace"] for request in service.requests] == ["t1"] * 3
    assert [request.extensions["timeout"]["read"] for request in service.requests] == [5] * 3


@pytest.mark.parametrize("status", [201, 204])
async def test_create_many_accepts_an_empty_response(clients: Clients, status: int) -> None:
    # No page shows an answer; an error would make a caller create the tasks twice.
    service = SteadyService(raw_reply(b"", status))
    tasks = [{"name": f"Task {number}"} for number in range(101)]
    assert await maybe_await(clients.focus(service).tasks.create_many(1, 2, tasks)) == []
    assert len(service.requests) == 2


async def test_patch_sends_each_id_once(clients: Clients) -> None:
    service = SteadyService(patch_all)
    result = await maybe_await(
        clients.track(service).tasks.patch(1, 2, [*range(1, 151), *range(150, 0, -1), 7], [replace("/active", False)])
    )
    assert [patched_ids(request) for request in service.requests] == [list(range(1, 101)), list(range(101, 151))]
    assert result.success == list(range(1, 151))


def archive_in_turn(failing: int) -> Responder:
    """Archive tasks until a request has this id."""

    def archive(request: httpx.Request) -> httpx.Response:
        ids = parse_request(request).body["task_ids"]
        return (reply("no", 403) if failing in ids else raw_reply(b"", 204))(request)

    return archive


async def test_archive_sends_one_request_for_each_100_ids(clients: Clients) -> None:
    service = SteadyService(archive_in_turn(0))
    assert await maybe_await(clients.focus(service).tasks.archive(1, 2, [*range(1, 251), 250, 1])) is None
    assert [parse_request(request).body["task_ids"] for request in service.requests] == [
        [*range(1, 101)],
        [*range(101, 201)],
        [*range(201, 251)],
    ]


async def test_a_failure_of_a_later_request_has_the_ids_so_far(clients: Clients) -> None:
    service = SteadyService(archive_in_turn(150))
    with pytest.raises(TogglError) as caught:
        await maybe_await(clients.focus(service).tasks.archive(1, 2, range(1, 251)))
    assert caught.value.partial == [*range(1, 101)]
    assert len(service.requests) == 2


async def test_all_items_are_checked_before_the_first_request(clients: Clients) -> None:
    changes = [{"id": number, "pinned": True} for number in range(1, 101)] + [{"id": 101, "pined": True}]
    with pytest.raises(TypeError, match="pined"):
        await maybe_await(clients.focus(Service()).tasks.update_many(1, 2, changes))
