"""Responses that are nearly right: as much of them as possible is used, and the rest is reported."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import pytest

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, raw_reply, reply
from tests.support.tasks import focus_task, track_page, track_task
from toggl_openapi.focus.models import Task as FocusTask
from toggl_openapi.track.models import Task
from toggl_tasks import BadRequest, DecodeFailed, replace
from toggl_tasks._decoding import Drift, find_drift

BOM = b"\xef\xbb\xbf"
BODY = msgspec.json.encode(track_task(colour="red"))


async def test_a_byte_order_mark_is_skipped(clients: Clients) -> None:
    drifts: list[Drift] = []
    track = clients.track(Service(raw_reply(BOM + BODY), raw_reply(BOM + BODY, 201)), on_drift=drifts.append)
    answer = await maybe_await(track.raw.get_task(1, 2, 3))
    assert (answer.value.id, answer.unknown_fields(), drifts) == (3, {"$.colour": "red"}, [])
    assert (await maybe_await(track.tasks.create(1, 2, name="x"))).id == 3
    assert find_drift(Task, BOM + BODY, "get_task") == find_drift(Task, BODY, "get_task")


async def test_a_byte_order_mark_before_an_error_is_skipped(clients: Clients) -> None:
    bodies = (BOM + b'{"message": "Invalid task_id"}', BOM + b"Invalid task_id")
    track = clients.track(Service(*(raw_reply(body, 400) for body in bodies)))
    for _ in bodies:
        with pytest.raises(BadRequest) as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
        assert caught.value.message == "Invalid task_id"


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\\ud800", b"\\udfff!"])
async def test_text_that_is_not_utf_8_costs_one_value(clients: Clients, bad: bytes) -> None:
    body = msgspec.json.encode(track_page(track_task(1), track_task(2, name="caf@"), track_task(3))).replace(b"@", bad)
    drifts: list[Drift] = []
    tasks = await collect(clients.track(Service(raw_reply(body)), on_drift=drifts.append).tasks.list(1))
    assert [task.id for task in tasks] == [1, 2, 3]
    assert tasks[1].name.startswith("caf\ufffd")
    assert tasks[0].at == tasks[1].at == tasks[2].at != ""
    assert list(map(str, drifts)) == ["list_workspace_tasks: $.data[].name: expected str, found invalid UTF-8"]
    strict = clients.track(Service(raw_reply(body)), strict=True)
    with pytest.raises(DecodeFailed, match="invalid UTF-8"):
        await collect(strict.tasks.list(1))


async def test_names_that_are_not_utf_8_are_unknown_fields(clients: Clients) -> None:
    body = msgspec.json.encode(track_task()).replace(b"{", b'{"caf\xff": 1, ', 1)
    track = clients.track(Service(raw_reply(body)), on_drift=lambda drift: None)
    answer = await maybe_await(track.raw.get_task(1, 2, 3))
    assert (answer.value.id, answer.unknown_fields()) == (3, {"$.caf\ufffd": 1})


@pytest.mark.parametrize("body", [b"\xff", b'{"a": "\xff"', b'{"a": "\xff", "b": NaN}', b'{"a": "\xff", "b": 1e999}'])
async def test_a_body_that_is_no_json_either_still_raises(clients: Clients, body: bytes) -> None:
    with pytest.raises(DecodeFailed):
        await maybe_await(clients.track(Service(raw_reply(body))).tasks.get(1, 2, 3))


@pytest.mark.parametrize("text", ["2024-03-17T10:55:38", "2024-03-17T10:55:38.5", "2024-03-17 10:55:38"])
async def test_a_time_without_a_zone_is_drift_and_taken_as_utc(clients: Clients, text: str) -> None:
    body = track_page(track_task(1, at=text), track_task(2, at="2024-03-17T12:55:38+02:00"))
    drifts: list[Drift] = []
    first, second = await collect(clients.track(Service(reply(body)), on_drift=drifts.append).tasks.list(1))
    assert first.at == datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)
    assert sorted([second, first], key=lambda task: task.at) == [second, first]
    expected = "list_workspace_tasks: $.data[].at: expected a time with a zone, found a time without one"
    assert list(map(str, drifts)) == [expected]


async def test_every_time_of_focus_without_a_zone_is_drift(clients: Clients) -> None:
    body = focus_task(created_at="2024-03-17T10:55:38", updated_at="yesterday")
    drifts: list[Drift] = []
    focus = clients.focus(
        Service(reply({"data": [body], "page": 1, "per_page": 100, "total": 1})), on_drift=drifts.append
    )
    (task,) = await collect(focus.tasks.list(1, 2))
    assert task.created_at == datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=datetime.UTC)
    assert task.updated_at == "yesterday"
    found = {str(drift).partition(": ")[2] for drift in drifts}
    assert "$.data[].created_at: expected a time with a zone, found a time without one" in found
    assert "$.data[].updated_at: expected datetime | null, found str" in found


@pytest.mark.parametrize(
    "value", [10**30, -(10**18), 2**63 - 1, 1e300, float("nan"), float("inf"), None, "x", [1], True]
)
@pytest.mark.parametrize("model", [Task, FocusTask])
def test_computed_properties_never_raise(model: Any, value: object) -> None:
    fields = dict.fromkeys(model.__struct_fields__, value)
    task = model(**fields)
    names = [name for name, found in vars(model).items() if isinstance(found, property)]
    assert names
    for name in names:
        found = getattr(task, name)
        assert found is None or isinstance(found, datetime.timedelta)


WRITES: dict[str, Any] = {
    "create": lambda track: track.tasks.create(1, 2, name="x"),
    "update": lambda track: track.tasks.update(1, 2, 3, name="x"),
    "patch": lambda track: track.tasks.patch(1, 2, [3], [replace("/active", False)]),
}


@pytest.mark.parametrize("body", [b"", b'{"id": 3', b"[]", b'"done"'])
@pytest.mark.parametrize("write", WRITES)
async def test_an_accepted_write_with_an_unreadable_response_says_so(clients: Clients, write: str, body: bytes) -> None:
    service = Service(raw_reply(body, 201))
    with pytest.raises(DecodeFailed, match=r"the service accepted it \(201\), so do not repeat the call") as caught:
        await maybe_await(WRITES[write](clients.track(service, retries=3)))
    assert (caught.value.status, caught.value.may_have_been_applied) == (201, True)
    assert str(caught.value).count("accepted") == 1


@pytest.mark.parametrize(
    "headers", [{"content-encoding": "gzip, gzip"}, {"content-encoding": "gzip"}, {"content-length": "99"}]
)
async def test_an_accepted_write_says_so_whatever_is_wrong(clients: Clients, headers: dict[str, str]) -> None:
    body = BODY if "content-length" in headers else b"x"
    stream = [body]

    def answer(request: Any) -> Any:
        class Both(httpx.AsyncByteStream, httpx.SyncByteStream):
            def __iter__(self) -> Any:
                return iter(stream)

            async def __aiter__(self) -> Any:
                for part in stream:
                    yield part

        return httpx.Response(200, stream=Both(), headers=headers)

    with pytest.raises(DecodeFailed, match="accepted") as caught:
        await maybe_await(clients.track(Service(answer), max_response_bytes=50).tasks.create(1, 2, name="x"))
    assert (caught.value.status, caught.value.may_have_been_applied) == (200, True)


async def test_an_empty_response_to_create_of_focus_says_that_it_was_accepted(clients: Clients) -> None:
    with pytest.raises(DecodeFailed, match="the service accepted it") as caught:
        await maybe_await(clients.focus(Service(raw_reply(b"", 201))).tasks.create(1, 2, name="x"))
    assert caught.value.may_have_been_applied


async def test_strict_says_that_a_write_was_accepted(clients: Clients) -> None:
    track = clients.track(Service(reply(track_task(active="yes"))), strict=True)
    with pytest.raises(DecodeFailed, match=r"\$.active.*the service accepted it"):
        await maybe_await(track.tasks.create(1, 2, name="x"))


async def test_a_read_or_a_page_of_a_network_is_not_called_accepted(clients: Clients) -> None:
    page = b"<html><title>Sign in</title></html>"
    track = clients.track(Service(raw_reply(b""), raw_reply(page), raw_reply(page)))
    calls: list[tuple[Callable[[], Any], bool]] = [
        (lambda: track.tasks.get(1, 2, 3), False),
        (lambda: track.tasks.create(1, 2, name="x"), True),
        (lambda: track.tasks.delete(1, 2, 3), True),
    ]
    for call, applied in calls:
        with pytest.raises(DecodeFailed) as caught:
            await maybe_await(call())
        assert "accepted" not in str(caught.value)
        assert caught.value.may_have_been_applied is applied
