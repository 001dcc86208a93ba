"""The comparison notices everything that can go wrong between a body and a value."""

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
from tests.support.replay.comparison import Comparison, same
from toggl_openapi.focus.models import Task as FocusTask
from toggl_openapi.track.models import Task as TrackTask

RECORDINGS: Final = load_all()
TRACK: Final[dict[str, Any]] = json.loads(RECORDINGS["track/getTask/full"].response.body)
FOCUS: Final[dict[str, Any]] = json.loads(RECORDINGS["focus/createTask/full"].response.body)
UTC: Final = datetime.UTC


def compared(value: Any, sent: Any, *drift: str) -> Comparison:
    comparison = Comparison(document("track" if isinstance(value, TrackTask) else "focus"), drift)
    comparison.compare(value, sent, {"$ref": "#/components/schemas/Task"})
    return comparison


def track_task(**changes: Any) -> tuple[TrackTask, dict[str, Any]]:
    """A task and what it was made of."""
    sent = TRACK | changes
    return msgspec.convert(sent, TrackTask), sent


def focus_task() -> tuple[FocusTask, dict[str, Any]]:
    return msgspec.convert(FOCUS, FocusTask), FOCUS


def places(value: Any, path: str = "$") -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Each place in a model where a value stands, with what puts another one there."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            here = f"{path}.{field}"
            yield here, partial(setattr, value, field)
            yield from places(getattr(value, field), here)
    elif isinstance(value, list):
        for position, one in enumerate(value):
            here = f"{path}[{position}]"
            yield here, partial(setitem, value, position)
            yield from places(one, here)


TRACK_PLACES: Final = [path for path, _ in places(track_task()[0])]
FOCUS_PLACES: Final = [path for path, _ in places(focus_task()[0])]


def test_a_task_that_arrived_whole_is_not_wrong() -> None:
    assert compared(*track_task()).wrong == []
    assert compared(*focus_task()).wrong == []
    assert len(TRACK_PLACES) > len(TRACK)
    assert len(FOCUS_PLACES) > 2 * len(FOCUS)


@pytest.mark.parametrize("path", TRACK_PLACES)
@pytest.mark.parametrize("new", [None, msgspec.UNSET], ids=["null", "absent"])
def test_every_place_in_a_track_task_is_compared(path: str, new: Any) -> None:
    value, sent = track_task()
    dict(places(value))[path](new)
    assert compared(value, sent).wrong


@pytest.mark.parametrize("path", FOCUS_PLACES)
@pytest.mark.parametrize("new", [None, msgspec.UNSET], ids=["null", "absent"])
def test_every_place_in_a_focus_task_is_compared(path: str, new: Any) -> None:
    value, sent = focus_task()
    dict(places(value))[path](new)
    assert compared(value, sent).wrong


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
def test_a_value_of_another_type_or_moment_is_wrong(name: str, sent: Any, made: Any) -> None:
    value, body = track_task()
    setattr(value, name, made)
    assert [wrong for wrong in compared(value, body | {name: sent}).wrong if wrong.startswith(f"$.{name}: ")]


def test_a_moment_for_a_day_is_wrong() -> None:
    value, sent = focus_task()
    value.start_date = datetime.datetime(2026, 4, 1, tzinfo=UTC)
    assert [wrong.partition(":")[0] for wrong in compared(value, sent).wrong] == ["$.start_date"]


def test_a_field_that_was_not_sent_has_to_be_absent() -> None:
    value, sent = track_task()
    del sent["client_name"]
    assert [wrong.partition(":")[0] for wrong in compared(value, sent).wrong] == ["$.client_name"]


def test_a_duration_of_another_unit_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    value, sent = track_task()
    monkeypatch.setattr(TrackTask, "tracked", datetime.timedelta(seconds=value.tracked_seconds))
    assert [wrong.partition(":")[0] for wrong in compared(value, sent).wrong] == ["$.tracked"]


def test_what_drifted_has_to_be_kept_as_it_came() -> None:
    value, sent = track_task()
    sent["permissions"] = "read"
    for made, is_wrong in (("read", False), (["read"], True), (None, True), (msgspec.UNSET, True)):
        setattr(value, "permissions", made)  # noqa: B010 - of another type
        assert bool(compared(value, sent, "$.permissions").wrong) is is_wrong
    assert compared(value, sent).wrong, "drift that nobody expected"


def test_a_dict_is_no_model() -> None:
    assert compared(TRACK, TRACK).wrong


def test_fields_that_nobody_described_are_counted() -> None:
    value, sent = track_task()
    assert compared(value, sent | {"section": None}).unknown == {"$.section"}


@pytest.mark.parametrize(
    ("value", "sent"), [(1, 1.0), (True, 1), (None, 0), ([1], [1, 2]), ({"a": 1}, {"a": 1, "b": 1})]
)
def test_json_values_that_only_look_alike_are_not_the_same(value: Any, sent: Any) -> None:
    assert same(sent, sent)
    assert not same(value, sent)
    assert not same([value], [sent])
    assert not same({"in": value}, {"in": sent})
