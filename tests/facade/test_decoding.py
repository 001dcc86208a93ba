"""Reading what the service sends: null, absent and empty stay apart, and a drifted field does not break a read."""

from __future__ import annotations

import datetime
import warnings
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from tests.support.clients import Clients, collect, maybe_await
from tests.support.service import Service, SteadyService, raw_reply, reply
from tests.support.tasks import UTC, focus_page, focus_task, track_model, track_page, track_task
from toggl_openapi.focus import models as focus_models
from toggl_openapi.track import models as track_models
from toggl_tasks import DecodeFailed, SchemaDriftWarning
from toggl_tasks._decoding import Drift


async def read(clients: Clients, body: dict[str, Any], **options: Any) -> Any:
    """The task of Track that this body becomes."""
    return await maybe_await(clients.track(Service(reply(body)), **options).tasks.get(1, 2, 3))


async def read_focus(clients: Clients, body: dict[str, Any], **options: Any) -> Any:
    """The task of Focus that this body becomes."""
    return await maybe_await(clients.focus(Service(reply(body, 201)), **options).tasks.create(1, 2, name="x"))


# Values that match


async def test_null_absent_and_empty_are_distinct(clients: Clients) -> None:
    task = await read(clients, track_task(user_name=None, client_name=""))
    assert task.user_name is None
    assert task.client_name == ""
    assert task.project_name is UNSET
    assert "project_name" not in repr(task)
    assert "user_name=None" in repr(task)


async def test_unknown_fields_are_ignored(clients: Clients) -> None:
    task = await read(clients, track_task(new_field={"deep": [1]}, name="x"), strict=True)
    assert task.name == "x"
    assert not hasattr(task, "new_field")
    nested = await read_focus(clients, focus_task(status={"id": 1, "new": True}), strict=True)
    assert nested.status == focus_models.TaskStatus(id=1)


async def test_unknown_enum_values_are_returned(clients: Clients) -> None:
    task = await read_focus(clients, focus_task(priority="galactic", status={"type": "new-type"}), strict=True)
    assert (task.priority, task.status.type) == ("galactic", "new-type")
    page = track_page(track_task()) | {"sort_field": "colour", "sort_order": "SIDEWAYS"}
    answer = await maybe_await(clients.track(Service(reply(page)), strict=True).raw.list_workspace_tasks(1))
    assert (answer.value.sort_field, answer.value.sort_order) == ("colour", "SIDEWAYS")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-17T10:55:38+00:00", datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)),
        ("2024-03-17T10:55:38Z", datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)),
        ("2024-03-17T12:55:38+02:00", datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)),
        *(
            (f"2024-03-17T10:55:38.{'500000000'[:digits]}Z", datetime.datetime(2024, 3, 17, 10, 55, 38, 500_000, UTC))
            for digits in range(1, 10)
        ),
    ],
)
async def test_datetimes_may_have_0_to_9_fraction_digits(
    clients: Clients, text: str, moment: datetime.datetime
) -> None:
    assert (await read(clients, track_task(at=text), strict=True)).at == moment


async def test_nested_objects_are_models(clients: Clients) -> None:
    body = focus_task(
        parent=focus_task(9, tags=[{"id": 1, "name": "x"}]),
        project={"id": 4, "rate": {"hourly_rate": 12.5}, "permissions": None},
        tags=[],
        reucrrence_date={"any": "thing"},
    )
    task = await read_focus(clients, body, strict=True)
    assert task.parent.tags == [focus_models.TaskTag(id=1, name="x")]
    assert task.project.rate.hourly_rate == 12.5
    assert task.project.permissions is None
    assert task.tags == []
    assert task.client is UNSET
    assert task.reucrrence_date == {"any": "thing"}


# Values that do not match


async def test_a_drifted_value_is_returned_with_one_warning(clients: Clients) -> None:
    with pytest.warns(SchemaDriftWarning) as caught:
        task = await read(clients, track_task(permissions="admin"))
    assert task.permissions == "admin"
    assert (type(task), task.name) == (track_models.Task, "Task 3")
    assert task.at == datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)
    (warning,) = caught
    for part in ("get_task", "$.permissions", "array", "str"):
        assert part in str(warning.message)
    # The value may be anybody's.
    assert "admin" not in str(warning.message)


@pytest.mark.parametrize(
    ("field", "value", "expected", "found"),
    [
        ("id", "3", "int", "str"),
        ("id", 1.5, "int", "float"),
        ("name", None, "str", "null"),
        ("active", "true", "bool", "str"),
        ("active", 1, "bool", "int"),
        ("user_id", {"id": 3}, "int", "object"),
        ("at", "yesterday", "datetime", "str"),
        ("server_deleted_at", "", "datetime", "str"),
        ("at", ["x"], "datetime", "array"),
        ("integration_provider", "jira", "object", "str"),
        ("permissions", True, "array", "bool"),
    ],
)
async def test_drift_has_path_expected_and_found_type(
    clients: Clients, field: str, value: object, expected: str, found: str
) -> None:
    drifts: list[Drift] = []
    task = await read(clients, track_task() | {field: value}, on_drift=drifts.append)
    assert getattr(task, field) == value
    (drift,) = drifts
    assert (drift.operation, drift.path, drift.found) == ("get_task", f"$.{field}", found)
    # A type, perhaps with `| null`; not a sentence of msgspec's.
    assert drift.expected.split(" ")[0] == expected


async def test_a_missing_required_field_is_unset(clients: Clients) -> None:
    body = track_task()
    del body["recurring"], body["server_deleted_at"]
    drifts: list[Drift] = []
    task = await read(clients, body, on_drift=drifts.append)
    assert task.recurring is UNSET
    assert task.server_deleted_at is UNSET
    assert {(drift.path, drift.found) for drift in drifts} == {
        ("$.recurring", "nothing"),
        ("$.server_deleted_at", "nothing"),
    }
    assert "recurring" not in repr(task)


async def test_an_empty_object_is_a_task_without_values(clients: Clients) -> None:
    drifts: list[Drift] = []
    task = await read(clients, {}, on_drift=drifts.append)
    assert task.id is UNSET
    assert task.user_name is UNSET
    assert repr(task) == "Task()"
    assert len(drifts) == 11


async def test_nested_drift_has_its_path(clients: Clients) -> None:
    drifts: list[Drift] = []
    body = focus_task(
        parent=focus_task(9, tags=[{"id": "1"}, {"id": 2, "name": 5}, {"id": "3"}]),
        project={"rate": {"hourly_rate": "12.50"}},
        tag_ids=[1, "2", None],
    )
    task = await read_focus(clients, body, on_drift=drifts.append)
    assert {drift.path for drift in drifts} == {
        "$.parent.tags[].id",
        "$.parent.tags[].name",
        "$.project.rate.hourly_rate",
        "$.tag_ids[]",
    }
    assert [tag.id for tag in task.parent.tags] == ["1", 2, "3"]
    assert all(type(tag) is focus_models.TaskTag for tag in task.parent.tags)
    assert type(task.parent) is focus_models.ParentTask
    assert task.parent.start_date == datetime.date(2026, 1, 5)
    assert task.project.rate.hourly_rate == "12.50"
    assert task.tag_ids == [1, "2", None]


async def test_many_items_with_the_same_drift_give_one_warning(clients: Clients) -> None:
    first, second = (
        [track_task(task_id, permissions="admin" if task_id % 2 else None) for task_id in range(start, start + 200)]
        for start in (1, 201)
    )
    service = Service(reply(track_page(*first, total=400)), reply(track_page(*second, page=2, total=400)))
    with pytest.warns(SchemaDriftWarning) as caught:
        items = await collect(clients.track(service).tasks.list(1))
    assert len(items) == 400
    assert [str(warning.message) for warning in caught] == [
        "list_workspace_tasks: $.data[].permissions: expected array | null, found str"
    ]
    # The values next to a drifted one are decoded.
    assert items[1].permissions is None
    assert items[1].at == datetime.datetime(2024, 3, 17, 10, 55, 38, tzinfo=UTC)


async def test_an_item_that_is_not_an_object_is_returned(clients: Clients) -> None:
    drifts: list[Drift] = []
    track = clients.track(Service(reply([track_task(), None, 5])), on_drift=drifts.append)
    assert await maybe_await(track.tasks.list_project(1, 2)) == [track_model(), None, 5]
    assert {(drift.path, drift.found) for drift in drifts} == {("$[]", "null"), ("$[]", "int")}


async def test_each_drift_is_reported_once_per_client(clients: Clients) -> None:
    drifts: list[str] = []
    service = SteadyService(reply(track_task(permissions="admin")))
    track = clients.track(service, on_drift=lambda drift: drifts.append(str(drift)))
    for _ in range(3):
        await maybe_await(track.tasks.get(1, 2, 3))
    await maybe_await(track.with_options(timeout=3).tasks.get(1, 2, 3))
    assert drifts == ["get_task: $.permissions: expected array | null, found str"]
    # Another operation, another kind of value, another client: news.
    await maybe_await(track.tasks.update(1, 2, 3, name="x"))
    assert len(drifts) == 2
    with pytest.warns(SchemaDriftWarning):
        await maybe_await(clients.track(service).tasks.get(1, 2, 3))


async def test_each_wrong_type_is_its_own_drift(clients: Clients) -> None:
    service = Service(reply(track_task(permissions="admin")), reply(track_task(permissions=5)))
    track = clients.track(service)
    with pytest.warns(SchemaDriftWarning, match="found str"):
        await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.warns(SchemaDriftWarning, match="found int"):
        await maybe_await(track.tasks.get(1, 2, 3))


async def test_on_drift_replaces_the_warning(clients: Clients) -> None:
    drifts: list[Drift] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        await read(clients, track_task(permissions="admin", active="yes"), on_drift=drifts.append)
    assert {drift.path for drift in drifts} == {"$.permissions", "$.active"}
    assert drifts[0] in {drifts[0]}


async def test_without_drift_on_drift_is_not_called(clients: Clients) -> None:
    await read(clients, track_task(), on_drift=lambda drift: pytest.fail(str(drift)))


async def test_strict_raises_for_drift(clients: Clients) -> None:
    service = SteadyService(reply(track_task(permissions="admin", active="yes")))
    track = clients.track(service, strict=True, on_drift=lambda drift: pytest.fail(str(drift)))
    for _ in range(2):  # each time, not once
        with pytest.raises(DecodeFailed) as caught:
            await maybe_await(track.tasks.get(1, 2, 3))
        assert "$.permissions" in str(caught.value)
        assert "$.active" in str(caught.value)
        assert caught.value.response is not None
        assert caught.value.response.status_code == 200


async def test_strict_raises_for_a_missing_field(clients: Clients) -> None:
    body = track_task()
    del body["recurring"]
    with pytest.raises(DecodeFailed, match="recurring"):
        await read(clients, body, strict=True)


async def test_strict_applies_to_a_copy_only(clients: Clients) -> None:
    track = clients.track(SteadyService(reply(track_task(permissions="admin"))), on_drift=lambda drift: None)
    strict = track.with_options(strict=True)
    assert (await maybe_await(track.tasks.get(1, 2, 3))).permissions == "admin"
    with pytest.raises(DecodeFailed):
        await maybe_await(strict.tasks.get(1, 2, 3))
    assert (await maybe_await(strict.with_options(strict=False).tasks.get(1, 2, 3))).permissions == "admin"


# Bodies that cannot be used

DRIFTED = track_task(name="caf") | {"id": "3"}
UNREADABLE = {
    "empty": b"",
    "space": b"  \n",
    "HTML": b"<!doctype html><title>Log in</title><p>x",
    "text": b"OK",
    "cut off": msgspec.json.encode(track_task())[:-10],
    "cut off behind a drift": msgspec.json.encode(DRIFTED)[:-10],
    "two values": msgspec.json.encode(track_task()) * 2,
    "two values, the first drifted": msgspec.json.encode(DRIFTED) * 2,
    "nested without end": b"[" * 100_000,
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
@pytest.mark.parametrize("strict", [False, True])
async def test_a_body_that_is_not_json_raises(clients: Clients, body: bytes, strict: bool) -> None:
    track = clients.track(Service(raw_reply(body)), strict=strict)
    with pytest.raises(DecodeFailed) as caught:
        await maybe_await(track.tasks.get(1, 2, 3))
    assert caught.value.response is not None
    assert caught.value.response.content == body
    assert str(caught.value).startswith("get_task: ")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<!doctype html><title>Log in</title><p>x", "an HTML page: Log in"),
        (b"OK  \n then", "OK then"),
        (b'{"id": 3, "name', '{"id": 3, "name'),
    ],
)
async def test_the_error_quotes_a_body_that_is_not_json(clients: Clients, body: bytes, shown: str) -> None:
    with pytest.raises(DecodeFailed) as caught:
        await maybe_await(clients.track(Service(raw_reply(body))).tasks.get(1, 2, 3))
    assert shown in str(caught.value)


async def test_a_long_body_is_quoted_in_part(clients: Clients) -> None:
    with pytest.raises(DecodeFailed) as caught:
        await maybe_await(clients.track(Service(raw_reply(b"{" + b"x" * 50_000))).tasks.get(1, 2, 3))
    assert 200 < len(str(caught.value)) < 500


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"5", b"true"])
async def test_another_type_than_a_task_raises(clients: Clients, body: bytes) -> None:
    # No part of it is a Task.
    with pytest.raises(DecodeFailed, match="expected object"):
        await maybe_await(clients.track(Service(raw_reply(body))).tasks.get(1, 2, 3))


@pytest.mark.parametrize("body", [b"{}", b'"text"', b"5"])
async def test_another_type_than_a_list_raises(clients: Clients, body: bytes) -> None:
    with pytest.raises(DecodeFailed, match="expected array"):
        await maybe_await(clients.track(Service(raw_reply(body))).tasks.list_project(1, 2))
    with pytest.raises(DecodeFailed, match="expected array"):
        await maybe_await(clients.focus(Service(raw_reply(body))).tasks.create_many(1, 2, [{"name": "x"}]))


async def test_a_focus_page_keeps_its_drifted_values(clients: Clients) -> None:
    page = focus_page(focus_task(), focus_task(4, notes=5))
    with pytest.warns(SchemaDriftWarning, match=r"\$\.data\[\]\.notes"):
        items = await collect(clients.focus(Service(reply(page))).tasks.list(1, 2))
    assert [item.notes for item in items] == [UNSET, 5]


# Durations


def hours(number: float) -> datetime.timedelta:
    return datetime.timedelta(hours=number)


@pytest.mark.parametrize(
    ("field", "value", "name", "duration"),
    [
        ("estimated_seconds", 5400, "estimate", hours(1.5)),
        ("estimated_seconds", 0, "estimate", hours(0)),
        ("estimated_seconds", None, "estimate", None),
        ("tracked_seconds", 5_400_000, "tracked", hours(1.5)),
        ("tracked_seconds", 1, "tracked", datetime.timedelta(milliseconds=1)),
        ("tracked_seconds", 0, "tracked", hours(0)),
        ("tracked_seconds", None, "tracked", None),
        ("tracked_seconds", "5400000", "tracked", None),
        ("estimated_seconds", "5400", "estimate", None),
    ],
)
async def test_track_durations_are_timedeltas(
    clients: Clients, field: str, value: object, name: str, duration: datetime.timedelta | None
) -> None:
    task = await read(clients, track_task() | {field: value}, on_drift=lambda drift: None)
    assert getattr(task, name) == duration
    assert getattr(task, field) == value


@pytest.mark.parametrize(("field", "name"), [("estimated_seconds", "estimate"), ("tracked_seconds", "tracked")])
async def test_absent_track_durations_are_none(clients: Clients, field: str, name: str) -> None:
    body = track_task()
    del body[field]
    assert getattr(await read(clients, body, on_drift=lambda drift: None), name) is None


@pytest.mark.parametrize(
    ("body", "name", "duration"),
    [
        ({"estimated_mins": 90}, "estimate", hours(1.5)),
        ({"estimated_mins": 0}, "estimate", hours(0)),
        ({"estimated_mins": None}, "estimate", None),
        ({}, "estimate", None),
        ({"total_tracked_time": 5400}, "tracked", hours(1.5)),
        ({"total_tracked_time": 0}, "tracked", hours(0)),
        ({"total_tracked_time": None}, "tracked", None),
        ({}, "tracked", None),
        ({"total_tracked_time": "5400"}, "tracked", None),
    ],
)
async def test_focus_durations_are_timedeltas(
    clients: Clients, body: dict[str, Any], name: str, duration: datetime.timedelta | None
) -> None:
    task = await read_focus(clients, focus_task(**body), on_drift=lambda drift: None)
    assert getattr(task, name) == duration


@pytest.mark.parametrize(
    ("estimate", "tracked", "remaining", "overrun"),
    [
        (2, 0.5, hours(1.5), hours(0)),
        (2, 2, hours(0), hours(0)),
        (2, 3, hours(0), hours(1)),
        (0, 3, hours(0), hours(3)),
        (None, 3, None, None),
        (2, None, None, None),
        (2e10, -2e10, None, None),  # more than a timedelta can hold
    ],
)
async def test_remaining_and_overrun_compare_estimate_and_tracked(
    clients: Clients,
    estimate: float | None,
    tracked: float | None,
    remaining: datetime.timedelta | None,
    overrun: datetime.timedelta | None,
) -> None:
    def seconds(number: float | None, unit: float) -> int | None:
        return None if number is None else int(number * unit)

    track = track_task() | {
        "estimated_seconds": seconds(estimate, 3600),
        "tracked_seconds": seconds(tracked, 3_600_000),
    }
    focus = focus_task(estimated_mins=seconds(estimate, 60), total_tracked_time=seconds(tracked, 3600))
    for task in (await read(clients, track, on_drift=lambda drift: None), await read_focus(clients, focus)):
        assert (task.remaining, task.overrun) == (remaining, overrun)


async def test_an_estimate_for_each_day_is_not_compared_with_all_tracked_time(clients: Clients) -> None:
    fields = {"estimated_mins": 60, "total_tracked_time": 1800}
    task = await read_focus(clients, focus_task(estimate_type="daily", **fields))
    assert (task.estimate, task.remaining, task.overrun) == (hours(1), None, None)
    assert (await read_focus(clients, focus_task(estimate_type="total", **fields))).remaining == hours(0.5)


async def test_the_unit_of_tracked_can_be_set(clients: Clients, monkeypatch: pytest.MonkeyPatch) -> None:
    task = await read(clients, track_task() | {"tracked_seconds": 1800})
    assert task.tracked == datetime.timedelta(seconds=1.8)
    monkeypatch.setattr(track_models.Task, "tracked_unit", "seconds")
    assert (task.tracked, task.remaining) == (hours(0.5), hours(0.5))
    assert task.to_dict() == track_task() | {"tracked_seconds": 1800, "at": task.at}


async def test_the_estimate_of_a_parent_task_is_a_timedelta(clients: Clients) -> None:
    task = await read_focus(clients, focus_task(parent=focus_task(9, estimated_mins=90)))
    assert task.parent.estimate == hours(1.5)
