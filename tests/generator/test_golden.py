"""The output for the tiny specification, byte by byte, and that it works."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import UNSET

from tests.generator.golden.tiny.toggl_openapi.tiny import keywords, models, operations
from tests.support.tiny import GOLDEN, change

ROOT = Path(__file__).parents[2]
MINIMAL = {
    "id": 7,
    "name": "Anna",
    "owner_id": None,
    "afloat": True,
    "length": 12.5,
    "seen_at": "2026-05-04T03:02:01.5Z",
    "sailed_seconds": 90,
    "planned_mins": None,
}
OPTIONAL = {
    "launched_on": "1999-12-31",
    "idle_ms": 1500,
    "flag": "SE",  # a value that the enum does not know
    "former_names": None,
    "berths": [{"id": 1}, {"id": 2}],
    "position": {"latitude": 52.4, "longitude": None},
    "berth": {"id": 1},
    "skipper": {"name": "Ida"},
    "extra": {"paint": ["red", {"coats": 2}]},
    "papers": [1, "two", None],
}


def decode(kind: Any, value: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value), type=kind)


def test_the_generator_writes_the_golden_output() -> None:
    difference = change()
    assert not difference, (
        f"{difference}\nThis is what the generator (or a new version of one it drives) changes. When it is right, "
        "write it with `python -m tests.generator.golden` and commit it."
    )


def test_the_golden_client_passes_mypy() -> None:
    # From its own folder, where it is the only toggl_openapi.
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "-p",
        "toggl_openapi",
        "-p",
        "toggl_resources",
    ]
    environment = os.environ | {"MYPYPATH": os.pathsep.join(map(str, (GOLDEN, ROOT)))}
    done = subprocess.run(command, cwd=GOLDEN, env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout + done.stderr


def test_a_minimal_reply_is_decoded() -> None:
    boat = decode(operations.get_boat(1, 7).success, MINIMAL)
    assert boat == models.Boat(
        id=7,
        name="Anna",
        owner_id=None,
        afloat=True,
        length=12.5,
        seen_at=datetime.datetime(2026, 5, 4, 3, 2, 1, 500_000, tzinfo=datetime.UTC),
        sailed_seconds=90,
        planned_mins=None,
    )
    assert all(getattr(boat, name) is UNSET for name in OPTIONAL)


def test_a_full_reply_is_decoded() -> None:
    boat = decode(models.Boat, MINIMAL | OPTIONAL)
    assert boat.launched_on == datetime.date(1999, 12, 31)
    assert boat.former_names is None
    assert boat.flag == "SE"
    assert boat.berths == [models.Berth(id=1), models.Berth(id=2)]
    assert boat.position == models.BoatPosition(latitude=52.4, longitude=None)
    assert boat.skipper == models.Skipper(name="Ida")
    assert boat.extra == {"paint": ["red", {"coats": 2}]}
    assert boat.papers == [1, "two", None]


def test_a_reply_round_trips() -> None:
    for reply in (
        MINIMAL,
        MINIMAL | OPTIONAL,
        MINIMAL | {"skipper": None, "extra": None, "position": {"latitude": 1.0}},
    ):
        assert msgspec.to_builtins(decode(models.Boat, reply)) == reply | {"seen_at": "2026-05-04T03:02:01.500000Z"}


def test_durations_are_timedeltas() -> None:
    boat = decode(models.Boat, MINIMAL)
    assert (boat.sailed, boat.planned, boat.idle) == (datetime.timedelta(seconds=90), None, None)
    boat = decode(models.Boat, MINIMAL | {"planned_mins": 5, "idle_ms": 1500})
    assert (boat.planned, boat.idle) == (datetime.timedelta(minutes=5), datetime.timedelta(seconds=1.5))


def test_the_repr_omits_absent_fields() -> None:
    assert repr(models.BoatPosition(latitude=1.5)) == "BoatPosition(latitude=1.5)"
    assert repr(models.Skipper(name=None)) == "Skipper(name=None)"


def test_reprs_hide_secrets() -> None:
    skipper = models.Skipper(name="Ida", key="canary")
    assert repr(skipper) == "Skipper(key='***', name='Ida')"
    assert dict(skipper.__rich_repr__()) == {"key": "***", "name": "Ida"}
    assert repr(models.Skipper(name="Ida", key="")) == "Skipper(key='', name='Ida')"


@pytest.mark.parametrize("field", MINIMAL)
def test_a_missing_required_field_raises(field: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"missing required field `{field}`"):
        decode(models.Boat, {name: value for name, value in MINIMAL.items() if name != field})


def test_a_reply_may_have_one_of_several_shapes() -> None:
    success, boats = operations.list_my_boats().success, decode(list[models.Boat], [MINIMAL])
    assert decode(success, [MINIMAL]) == boats
    assert decode(success, {"items": [MINIMAL]}) == models.BoatItems(items=boats)
    assert decode(success, None) is None
    assert decode(operations.list_favourites().success, None) is None
    assert decode(operations.list_boats(1, season=2026).success, {"data": None, "total": 0}) == models.BoatPage(
        data=None, total=0
    )


def test_the_success_type_of_an_empty_reply_is_none() -> None:
    assert operations.delete_boat(1, 2).success is None
    assert operations.patch_boats(1, "2", [{"op": "remove", "path": "/flag"}]).success is None


def test_queries_are_encoded() -> None:
    operation = operations.list_boats(
        4,
        season=2026,
        sort="length",
        berth_id=[1, 2],
        owner_id=[3, None],
        flag=["NL", "FR"],
        afloat=False,
        length_min=2.5,
        launched=datetime.date(2026, 1, 2),
        seen_since=datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
        since=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        sold=True,
        search="a&b c",
    )
    assert operation.query == (
        ("season", "2026"),
        ("sort", "length"),
        ("berth_id", "1"),
        ("berth_id", "2"),
        ("owner_id", "3"),
        ("owner_id", ""),
        ("flag", "NL"),
        ("flag", "FR"),
        ("afloat", "false"),
        ("length_min", "2.5"),
        ("launched", "2026-01-02"),
        ("seen_since", "2026-01-02T03:04:05+00:00"),
        ("since", "1767312000"),
        ("sold", "true"),
        ("search", "a&b c"),
    )
    assert operations.list_boats(4, season=2026, since=datetime.date(2026, 1, 2)).query[1:] == (
        ("since", "1767312000"),
    )
    assert operations.list_boats(4, season=2026, since=5, sold="both").query[1:] == (("since", "5"), ("sold", "both"))
    assert operations.list_boats(4, season=2026).query == (("season", "2026"),)
    one_of_several = operations.list_boats(4, season=2026, berth_id=1, owner_id=None, flag="NL")
    assert one_of_several.query[1:] == (("berth_id", "1"), ("owner_id", ""), ("flag", "NL"))


def test_operations_have_name_method_and_path() -> None:
    operation = operations.patch_boats(4, "1,2", [{"op": "add", "path": "/flag", "value": None}])
    assert (operation.name, operation.method, operation.path) == ("patch_boats", "PATCH", "/harbours/4/boats/1,2")
    assert json.loads(operation.body or b"") == [{"op": "add", "path": "/flag", "value": None}]
    operation_of_two_ids = operations.get_boat(4, 5)
    assert (operation_of_two_ids.method, operation_of_two_ids.path) == ("GET", "/harbours/4/boats/5")
    assert operation_of_two_ids.body is None
    assert operation.idempotent
    assert operation_of_two_ids.idempotent
    assert not operations.create_boat(4, {"name": "Anna", "flag": "NL"}).idempotent


def test_bodies_are_encoded() -> None:
    fields: keywords.BoatCreateFields = {
        "name": "Anna",
        "flag": "NL",
        "length": None,
        "launched_on": datetime.date(2026, 1, 2),
        "seen_at": datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
        "berth_ids": [1, 2],
        "berth": models.Berth(id=1),
        "extra": {"paint": ["red"]},
    }
    assert json.loads(operations.create_boat(1, fields).body or b"") == {
        "name": "Anna",
        "flag": "NL",
        "length": None,
        "launched_on": "2026-01-02",
        "seen_at": "2026-01-02T03:04:05Z",
        "berth_ids": [1, 2],
        "berth": {"id": 1},
        "extra": {"paint": ["red"]},
    }
    minimal = operations.create_boat(1, models.BoatCreate(name="Anna", flag="NL"))
    assert json.loads(minimal.body or b"") == {"name": "Anna", "flag": "NL"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 41),
        ("name", " starts with a space"),
        ("name", None),
        ("flag", "SE"),  # unlike in a response
        ("length", 0.25),
        ("length", 401),
        ("berth_ids", []),
        ("berth", {"id": "one"}),
        ("berth", {"id": 1, "name": "no such field"}),
    ],
)
def test_an_invalid_body_raises(field: str, value: object) -> None:
    body: Any = {"name": "Anna", "flag": "NL", field: value}
    with pytest.raises(TypeError, match=field):
        operations.create_boat(1, body)


def test_a_datetime_without_a_zone_raises() -> None:
    body: Any = {"name": "Anna", "flag": "NL", "seen_at": datetime.datetime(2026, 1, 2)}  # noqa: DTZ001 - it is the point
    with pytest.raises(ValueError, match=r"body\.seen_at must have a time zone"):
        operations.create_boat(1, body)
