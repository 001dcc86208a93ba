"""The comparison of a body with a model finds every difference."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from functools import partial
from operator import setitem
from typing import Any, Final

import msgspec
import pytest

from recorder.folder import load_all
from recorder.specification import document
from tests.support.cases import all_cases
from tests.support.replay.comparison import Comparison, same
from toggl_openapi.focus.models import Task as FocusTask
from toggl_openapi.track.models import Task as TrackTask

RECORDINGS: Final = load_all()
TRACK: Final[dict[str, Any]] = json.loads(RECORDINGS["track/getTask/full"].response.body)
FOCUS: Final[dict[str, Any]] = json.loads(RECORDINGS["focus/createTask/full"].response.body)
UTC: Final = datetime.UTC


def compare(value: Any, sent: Any, *drift: str) -> Comparison:
    comparison = Comparison(document("track" if isinstance(value, TrackTask) else "focus"), drift)
    comparison.compare(value, sent, {"$ref": "#/components/schemas/Task"})
    return comparison


def track_task(**changes: Any) -> tuple[TrackTask, dict[str, Any]]:
    """Return a task and the JSON that it was decoded from."""
    sent = TRACK | changes
    return msgspec.convert(sent, TrackTask), sent


def focus_task() -> tuple[FocusTask, dict[str, Any]]:
    return msgspec.convert(FOCUS, FocusTask), FOCUS


def fields(value: Any, path: str = "$") -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Yield the path of each value in a model, with a function that replaces it."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            here = f"{path}.{field}"
            yield here, partial(setattr, value, field)
            yield from fields(getattr(value, field), here)
    elif isinstance(value, list):
        for position, one in enumerate(value):
            here = f"{path}[{position}]"
            yield here, partial(setitem, value, position)
            yield from fields(one, here)


def test_a_complete_task_is_right() -> None:
    assert compare(*track_task()).wrong == []
    assert compare(*focus_task()).wrong == []
    assert len(list(fields(track_task()[0]))) > len(TRACK)
    assert len(list(fields(focus_task()[0]))) > 2 * len(FOCUS)


@pytest.mark.parametrize("new", [None, msgspec.UNSET], ids=["null", "absent"])
@pytest.mark.parametrize("make_task", [track_task, focus_task])
def test_every_field_is_compared(make_task: Callable[[], tuple[Any, dict[str, Any]]], new: Any) -> None:
    with all_cases() as cases:
        for path, _ in fields(make_task()[0]):
            value, sent = make_task()
            dict(fields(value))[path](new)
            with cases.case(path):
                assert compare(value, sent).wrong


@pytest.mark.parametrize(
    ("name", "sent", "made"),
    [
        ("id", 5, 5.0),
        ("id", 1, True),
        ("active", True, 1),
        ("name", "1", 1),
        ("rate", 10, 10),
        ("user_id", None, msgspec.UNSET),
        ("estimated_seconds", 0, None),
        ("permissions", [], None),
        ("permissions", ["read"], ["read", "update"]),
        ("permissions", ["read"], ("read",)),
        ("integration_provider", {"a": 1}, {"a": True}),
        ("integration_provider", {"a": None}, {}),
        ("at", "2026-03-17T10:55:38Z", "2026-03-17T10:55:38Z"),
        ("at", "2026-03-17T10:55:38Z", datetime.datetime(2026, 3, 17, 10, 55, 38)),  # noqa: DTZ001
        ("at", "2026-03-17T10:55:38.1234564Z", datetime.datetime(2026, 3, 17, 10, 55, 38, 123457, UTC)),
        ("at", "2026-03-17T10:55:38.999999999Z", datetime.datetime(2026, 3, 17, 10, 55, 38, 999999, UTC)),
        ("at", "2026-03-17T12:55:38+02:00", datetime.datetime(2026, 3, 17, 10, 55, 38, 0, UTC)),
        ("at", "2026-03-17", datetime.datetime(2026, 3, 17, tzinfo=UTC)),
        ("server_deleted_at", "2026-03-17T10:55:38Z", datetime.date(2026, 3, 17)),
    ],
)
def test_a_value_of_another_type_or_time_is_wrong(name: str, sent: Any, made: Any) -> None:
    value, body = track_task()
    setattr(value, name, made)
    assert [wrong for wrong in compare(value, body | {name: sent}).wrong if wrong.startswith(f"$.{name}: ")]


def test_a_datetime_in_place_of_a_date_is_wrong() -> None:
    value, sent = focus_task()
    value.start_date = datetime.datetime(2026, 4, 1, tzinfo=UTC)
    assert [wrong.partition(":")[0] for wrong in compare(value, sent).wrong] == ["$.start_date"]


def test_a_field_that_was_not_sent_must_be_absent() -> None:
    value, sent = track_task()
    del sent["client_name"]
    assert [wrong.partition(":")[0] for wrong in compare(value, sent).wrong] == ["$.client_name"]


def test_a_duration_of_another_unit_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    value, sent = track_task()
    monkeypatch.setattr(TrackTask, "tracked", datetime.timedelta(seconds=value.tracked_seconds))
    assert [wrong.partition(":")[0] for wrong in compare(value, sent).wrong] == ["$.tracked"]


def test_drifted_values_must_be_unchanged() -> None:
    value, sent = track_task()
    sent["permissions"] = "read"
    for made, is_wrong in (("read", False), (["read"], True), (None, True), (msgspec.UNSET, True)):
        setattr(value, "permissions", made)  # noqa: B010 - of another type
        assert bool(compare(value, sent, "$.permissions").wrong) is is_wrong
    assert compare(value, sent).wrong, "unexpected drift"


def test_a_dict_in_place_of_a_model_is_wrong() -> None:
    assert compare(TRACK, TRACK).wrong


def test_unknown_fields_are_listed() -> None:
    value, sent = track_task()
    assert compare(value, sent | {"section": None}).unknown == {"$.section"}


@pytest.mark.parametrize(
    ("value", "sent"), [(1, 1.0), (True, 1), (None, 0), ([1], [1, 2]), ({"a": 1}, {"a": 1, "b": 1})]
)
def test_equal_json_values_of_different_types_are_not_the_same(value: Any, sent: Any) -> None:
    assert same(sent, sent)
    assert not same(value, sent)
    assert not same([value], [sent])
    assert not same({"in": value}, {"in": sent})
