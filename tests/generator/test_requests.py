"""Operations check and encode their arguments before anything is sent."""

from __future__ import annotations

import datetime
import json
import typing
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from msgspec import UNSET

from toggl_openapi import request
from toggl_openapi.focus import models as focus_models
from toggl_openapi.focus import operations as focus
from toggl_openapi.operation import Operation
from toggl_openapi.track import models as track_models
from toggl_openapi.track import operations as track

UTC = datetime.UTC
SUMMER = datetime.timezone(datetime.timedelta(hours=2))


def query(**filters: Any) -> tuple[tuple[str, str], ...]:
    return focus.list_tasks(1, 2, **filters).query


def body(operation: Operation[Any]) -> Any:
    assert operation.body is not None
    return json.loads(operation.body)


# Query


def test_omitted_arguments_are_not_sent() -> None:
    assert query() == ()
    assert query(page=UNSET, name=UNSET) == ()


def test_the_query_is_in_the_order_of_the_specification() -> None:
    assert query(priority=["high"], page=2, name="a") == (("page", "2"), ("name", "a"), ("priority", "high"))


def test_booleans_are_true_and_false() -> None:
    assert query(pinned=True, private=False) == (("pinned", "true"), ("private", "false"))


def test_datetimes_are_rfc_3339_with_their_zone() -> None:
    moment = datetime.datetime(2026, 5, 4, 3, 2, 1, 500_000, tzinfo=SUMMER)
    assert query(start_date=moment) == (("start_date", "2026-05-04T03:02:01.500000+02:00"),)
    assert query(start_date=moment.astimezone(UTC)) == (("start_date", "2026-05-04T01:02:01.500000+00:00"),)


def test_dates_have_no_time() -> None:
    day = datetime.date(2026, 5, 4)
    assert track.list_workspace_tasks(1, start_date=day).query == (("start_date", "2026-05-04"),)


@pytest.mark.parametrize("ids", [[5, 3, 5], (5, 3, 5)])
def test_an_array_is_repeated_in_its_order(ids: Any) -> None:
    assert query(status_id=ids) == (("status_id", "5"), ("status_id", "3"), ("status_id", "5"))


def test_an_array_accepts_sets_and_ranges() -> None:
    assert (
        query(status_id={5}) == query(status_id=frozenset({5})) == query(status_id=range(5, 6)) == (("status_id", "5"),)
    )


def test_none_is_an_empty_member_where_the_spec_allows_it() -> None:
    assert query(project_id=[None]) == (("project_id", ""),)
    assert query(project_id=[5, None], client_id=[None, 6]) == (
        ("project_id", "5"),
        ("project_id", ""),
        ("client_id", ""),
        ("client_id", "6"),
    )


def test_text_is_not_encoded_twice() -> None:
    assert query(name="a&b=ü %20", cf_filter=["x,y"]) == (("name", "a&b=ü %20"), ("cf_filter", "x,y"))


@pytest.mark.parametrize("value", ["true", "false", "both"])
def test_an_enum_accepts_its_values(value: Any) -> None:
    assert track.list_workspace_tasks(1, active=value).query == (("active", value),)


def test_bounds_are_inclusive() -> None:
    assert query(page=1, per_page=100, estimated_mins_min=0) == (
        ("page", "1"),
        ("per_page", "100"),
        ("estimated_mins_min", "0"),
    )


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        ({"page": None}, TypeError, "page must be an int, not None"),
        ({"page": "1"}, TypeError, "page must be an int, not '1'"),
        ({"page": 1.0}, TypeError, "page must be an int, not 1.0"),
        ({"page": True}, TypeError, "page must be an int, not True"),
        ({"page": 0}, ValueError, "page must be at least 1, not 0"),
        ({"per_page": 101}, ValueError, "per_page must be at most 100, not 101"),
        ({"estimated_mins_min": -1}, ValueError, "estimated_mins_min must be at least 0, not -1"),
        ({"pinned": 1}, TypeError, "pinned must be a bool, not 1"),
        ({"pinned": "true"}, TypeError, "pinned must be a bool, not 'true'"),
        ({"name": 5}, TypeError, "name must be a str, not 5"),
        ({"name": b"a"}, TypeError, "name must be a str, not b'a'"),
        ({"status_id": "5"}, TypeError, "status_id must be an int or a Status, not '5'"),
        ({"state": "open"}, ValueError, "state must be one of timeblocked, .*, not 'open'"),
        ({"state": b"done"}, ValueError, "state must be one of timeblocked, .*, not b'done'"),
        ({"status_id": {5: 6}}, TypeError, "status_id must be an int or a Status, not {5: 6}"),
        ({"status_id": iter([5])}, TypeError, "status_id must be an int or a Status, not <list_iterator"),
        ({"status_id": []}, ValueError, "status_id is an empty list: omit it to disable the filter"),
        ({"project_id": ()}, ValueError, "project_id is an empty list"),
        ({"status_id": [5, None]}, TypeError, "status_id must be an int or a Status, not None"),
        ({"status_id": [5, "6"]}, TypeError, "status_id must be an int or a Status, not '6'"),
        ({"status_id": [5, 0]}, ValueError, "status_id must be at least 1, not 0"),
        ({"project_id": [None, 0]}, ValueError, "project_id must be at least 1, not 0"),
        ({"start_date": "2026-05-04"}, TypeError, "start_date must be a datetime, not '2026-05-04'"),
        ({"start_date": datetime.date(2026, 5, 4)}, TypeError, "start_date must be a datetime, not datetime.date"),
        (
            {"start_date": datetime.datetime(2026, 5, 4)},  # noqa: DTZ001
            ValueError,
            "start_date must have a time zone: .*; add tzinfo=",
        ),
        ({"colour": "red"}, TypeError, "unexpected keyword argument 'colour'"),
    ],
)
def test_an_invalid_filter_raises(filters: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        query(**filters)


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        ({"active": "done"}, ValueError, "active must be one of true, false, both, not 'done'"),
        ({"sort_order": "asc"}, ValueError, "sort_order must be one of ASC, DESC, not 'asc'"),
        ({"sort_order": None}, ValueError, "sort_order must be one of ASC, DESC, not None"),
        ({"per_page": 201}, ValueError, "per_page must be at most 200, not 201"),
        ({"start_date": datetime.datetime(2026, 5, 4, tzinfo=UTC)}, TypeError, "start_date must be a date, not"),
        ({"start_date": "2026-05-04"}, TypeError, "start_date must be a date, not '2026-05-04'"),
    ],
)
def test_an_invalid_filter_of_track_raises(filters: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        track.list_workspace_tasks(1, **filters)


def test_a_number_may_be_an_int() -> None:
    assert request.text("hourly_rate", 5, float) == "5"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_infinity_and_nan_raise(value: float) -> None:
    with pytest.raises(ValueError, match="hourly_rate"):
        request.text("hourly_rate", value, float)


# Path


def test_ids_are_in_the_path() -> None:
    assert track.get_task(1, 2, 3).path == "/workspaces/1/projects/2/tasks/3"
    assert track.list_my_tasks().path == "/me/tasks"
    assert focus.create_tasks(4, 5, {"tasks": [{"name": "a"}]}).path == "/organizations/4/workspaces/5/tasks/bulk"


def test_commas_in_a_list_of_ids_are_not_encoded() -> None:
    operation = track.patch_tasks(1, 2, "3,40,500", [{"op": "remove", "path": "/user_id"}])
    assert operation.path == "/workspaces/1/projects/2/tasks/3,40,500"


@pytest.mark.parametrize("ids", [(0, 2, 3), (1, -2, 3), (1, 2, 0)])
def test_an_id_that_is_not_positive_raises(ids: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="_id must be at least 1, not"):
        track.get_task(*ids)


@pytest.mark.parametrize("value", ["1", "1/../2", None, True, 1.0, [1], UNSET])
def test_an_id_that_is_no_int_raises(value: Any) -> None:
    with pytest.raises(TypeError, match="project_id must be an int or a Project, not"):
        track.get_task(1, value, 3)


@pytest.mark.parametrize(
    "value", ["", ",", "1,", ",1", "1,,2", "1, 2", "0", "01", "1/2", "1\n", "..", "1;2", "٣", "1?a=b"]
)
def test_an_invalid_list_of_ids_raises(value: str) -> None:
    with pytest.raises(ValueError, match="task_ids must match"):
        track.patch_tasks(1, 2, value, [{"op": "remove", "path": "/user_id"}])


@pytest.mark.parametrize("value", ["a/b", "../b", "a?b=c", "a#b", "a%2Fb", "a b", "ü", "a\\b", "a;b", "//a", "a\r\nb"])
def test_a_string_stays_in_its_path_segment(value: str) -> None:
    segment = request.segment("name", value, str)
    assert unquote(segment) == value
    assert not set(segment) & set("/?#\\ \r\n;")


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_an_empty_or_dot_segment_raises(value: str) -> None:
    with pytest.raises(ValueError, match="name"):
        request.segment("name", value, str)


# Body


def test_absent_fields_are_omitted_and_null_is_sent() -> None:
    assert body(track.update_task(1, 2, 3, {})) == {}
    assert body(track.update_task(1, 2, 3, track_models.TaskUpdate())) == {}
    assert body(track.update_task(1, 2, 3, track_models.TaskUpdate(user_id=None, active=UNSET))) == {"user_id": None}
    assert body(track.update_task(1, 2, 3, {"user_id": None, "active": False})) == {"user_id": None, "active": False}


def test_an_operation_without_a_body_has_none() -> None:
    assert track.get_task(1, 2, 3).body is None
    assert track.delete_task(1, 2, 3).body is None


def test_dates_and_datetimes_in_a_body_are_encoded() -> None:
    moment = datetime.datetime(2026, 5, 4, 3, 2, 1, tzinfo=SUMMER)
    operation = focus.create_task(1, 2, {"name": "a", "start_date": moment.date(), "custom_fields": {"due": moment}})
    due = {"due": "2026-05-04T03:02:01+02:00"}
    assert body(operation) == {"name": "a", "start_date": "2026-05-04", "custom_fields": due}


def test_models_and_dicts_give_the_same_bytes() -> None:
    day, due = datetime.date(2026, 5, 4), {"due": datetime.datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)}
    model = focus_models.TaskCreate(name="a", tag_ids=[1, 2], notes=None, start_date=day, custom_fields=due)
    fields: Any = {"custom_fields": due, "start_date": day, "notes": None, "tag_ids": (1, 2), "name": "a"}
    bodies: list[Any] = [
        focus_models.TaskBulkCreate(tasks=[model, model]),
        {"tasks": [fields, fields]},
        {"tasks": [model, fields]},
        {"tasks": (fields, model)},
    ]
    sent = {focus.create_tasks(1, 2, each).body for each in bodies}
    assert len(sent) == 1
    assert focus.create_task(1, 2, model).body == focus.create_task(1, 2, fields).body


def test_a_body_may_be_a_list() -> None:
    operations: Any = (
        track_models.PatchOperation(op="replace", path="/name", value="b"),
        {"op": "replace", "path": "/user_id", "value": None},
        {"op": "remove", "path": "/estimated_seconds"},
        {"op": "add", "path": "/anything", "value": {"deep": [1, {"deeper": True}]}},
    )
    assert body(track.patch_tasks(1, 2, "3", operations)) == [
        {"op": "replace", "path": "/name", "value": "b"},
        {"op": "replace", "path": "/user_id", "value": None},
        {"op": "remove", "path": "/estimated_seconds"},
        {"op": "add", "path": "/anything", "value": {"deep": [1, {"deeper": True}]}},
    ]


def create(fields: Any) -> Operation[Any]:
    return focus.create_task(1, 2, fields)


def create_several(fields: Any) -> Operation[Any]:
    return focus.create_tasks(1, 2, fields)


def patch(operations: Any) -> Operation[Any]:
    return track.patch_tasks(1, 2, "3", operations)


@pytest.mark.parametrize(
    ("call", "value", "message"),
    [
        (create, {"name": "a", "colour": "red"}, "body has no field 'colour'; it has .*color"),
        (create, {"nam": "a"}, "body has no field 'nam'; it has .*name"),
        (create_several, {"tasks": [{"name": "a"}], "task": 1}, "body has no field 'task'; it has tasks"),
        (create_several, {"tasks": [{"name": "a"}, {"name": "b", "x": 1}]}, r"body.tasks\[1\] has no field 'x'"),
        (patch, [{"op": "remove", "path": "/a", "from": "/b"}], r"body\[0\] has no field 'from'"),
    ],
)
def test_an_unknown_field_at_any_depth_raises(call: Callable[[Any], object], value: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call(value)


def test_an_unknown_field_inside_a_tuple_raises() -> None:
    with pytest.raises(TypeError, match=r"body.tasks\[0\] has no field 'x'"):
        create_several({"tasks": ({"name": "a", "x": 1},)})


@pytest.mark.parametrize(
    ("call", "value", "message"),
    [
        (create, None, "body must be `object`, got `null`"),
        (create, [], "body must be `object`, got `array`"),
        (create, "name", "body must be `object`, got `str`"),
        (create, {}, "name is missing"),
        (create, {"name": None}, r"name must be `str`, got `null`"),
        (create, {"name": ""}, r"name is empty"),
        (create, {"name": 5}, r"name must be `str`, got `int`"),
        (create, {"name": "a", "pinned": 1}, r"pinned must be `bool \| null`, got `int`"),
        (create, {"name": "a", "project_id": "5"}, r"project_id must be `int \| null`, got `str`"),
        (create, {"name": "a", "project_id": True}, r"project_id must be `int \| null`, got `bool`"),
        (create, {"name": "a", "project_id": 5.0}, r"project_id must be `int \| null`, got `float`"),
        (create, {"name": "a", "estimated_mins": -1}, r"estimated_mins must be `int` >= 0"),
        (create, {"name": "a", "tag_ids": "12"}, r"tag_ids must be `array \| null`, got `str`"),
        (create, {"name": "a", "tag_ids": [1, "2"]}, r"tag_ids\[1\] must be `int`, got `str`"),
        (create, {"name": "a", "start_date": datetime.datetime(2026, 5, 4, tzinfo=UTC)}, "Expected `date | null`, got"),
        (create, {"name": "a", "priority": "urgent"}, r"priority: invalid enum value 'urgent'"),
        (create, focus_models.TaskCreate(name=""), r"name is empty"),
        (create, focus_models.Task(id=1, name="a", workspace_id=1), "body has no field 'id'; it has"),
        (create_several, {"tasks": []}, r"tasks must be `array` of length >= 1"),
        (create_several, {"tasks": [{"name": "a"}, {}]}, r"tasks\[1\].name is missing"),
        (patch, {"op": "remove", "path": "/a"}, "body must be `array`, got `object`"),
        (patch, [{"op": "move", "path": "/a"}], r"body\[0\].op: invalid enum value 'move'"),
        (patch, [{"op": "remove", "path": "a"}], r"body\[0\].path must be `str` matching regex '\^/'"),
    ],
)
def test_an_invalid_body_raises(call: Callable[[Any], object], value: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        call(value)


def test_an_empty_patch_raises() -> None:
    with pytest.raises(TypeError, match="length >= 1"):
        patch([])


def test_a_datetime_without_a_zone_at_any_depth_raises() -> None:
    moment = datetime.datetime(2026, 3, 1, 12)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match=r"body\[0\].value must have a time zone"):
        patch([{"op": "replace", "path": "/due", "value": moment}])
    with pytest.raises(ValueError, match=r"body.tasks\[1\].custom_fields.due\[0\] must have a time zone"):
        create_several(
            {"tasks": [{"name": "a", "custom_fields": None}, {"name": "b", "custom_fields": {"due": [moment]}}]}
        )


@pytest.mark.parametrize("operations", [focus, track])
def test_models_of_responses_allow_unknown_fields(operations: Any) -> None:
    """Those of requests do not, so a model cannot be in both."""
    kinds = [typing.get_type_hints(getattr(operations, name))["return"] for name in operations.__all__]
    found: set[type[msgspec.Struct]] = set()
    while kinds:
        kind = kinds.pop()
        kinds += typing.get_args(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in found:
            found.add(kind)
            kinds += [field.type for field in msgspec.structs.fields(kind)]
    assert len(found) > 10
    assert not [model for model in found if model.__struct_config__.forbid_unknown_fields]


def test_unset_in_a_dict_raises_and_says_how_to_omit_a_field() -> None:
    with pytest.raises(TypeError, match="omit it"):
        create_several({"tasks": [{"name": UNSET}]})
