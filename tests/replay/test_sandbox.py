"""Each recorded request, sent to the sandbox: status, content type and shape of the response are the recorded ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest

from recorder.folder import load_all
from recorder.specification import ALL
from tests.support.replay.sandbox_answers import FaultOnly, find_differences, find_unanswered, statuses_without_fault
from tests.support.replay.sandbox_differences import Explanation, find_unexplained, load_explanations
from tests.support.replay.shape import Difference, differences, shape
from toggl_sandbox import Fault, Sandbox

RECORDINGS: Final = load_all()
ENTRIES: Final = load_explanations()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def test_the_sandbox_answers_as_recorded_or_the_difference_is_explained(sandbox: Sandbox) -> None:
    found = [(key, one) for key, recording in RECORDINGS.items() for one in find_differences(recording, sandbox)]
    assert list(find_unexplained(found, ENTRIES)) == []
    assert not [key for key, difference in found if difference.place == "status"]


def test_each_status_is_answered_without_a_fault_or_listed_with_a_reason(sandbox: Sandbox) -> None:
    answered = statuses_without_fault(RECORDINGS.values(), sandbox)
    assert list(find_unanswered(ALL, answered)) == []


def test_unanswered_statuses_and_unused_entries_are_reported() -> None:
    (operation,) = (one for one in ALL if (one.document.api, one.id) == ("track", "getMyQuota"))
    answered = {("track.getMyQuota", status) for status in operation.statuses if status not in (404, 500)}
    entries = [FaultOnly((500,), ("track.*", "focus.*"), "It is so.")]
    assert list(find_unanswered([operation], answered, entries)) == [
        "track.getMyQuota: the sandbox never answers 404",
        "no status is missing for 'focus.*' of the entry: It is so.",
    ]


def unexplained_differences(key: str, sandbox: Sandbox, fault: Fault) -> list[str]:
    found = [(key, one) for one in find_differences(RECORDINGS[key], sandbox, fault)]
    return [one for one in find_unexplained(found, ENTRIES) if one.startswith(key)]


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (Fault(drift={"active": "string"}), "$.active: recorded boolean, sandbox string"),
        (Fault(drift={"tracked_seconds": "null"}), "$.tracked_seconds: recorded integer, sandbox null"),
        (Fault(drift={"name": "missing"}), "$.name: recorded string, sandbox nothing"),
        (Fault(drift={"project_name": "missing"}), "$.project_name: recorded string, sandbox nothing"),
        (Fault(drift={"client_id": "number"}), ""),
        (Fault(unknown_fields={"novelty": 1}), "$.novelty: recorded nothing, sandbox integer"),
        (Fault(content_type="text/json"), "content type: recorded application/json, sandbox text/json"),
        (Fault(status=201, body={}), "status: recorded 200, sandbox 201"),
        (Fault(spoil="empty"), "$: recorded object, sandbox nothing"),
    ],
)
def test_a_wrong_shape_is_found(fault: Fault, complaint: str, sandbox: Sandbox) -> None:
    found = unexplained_differences("track/getTask/full", sandbox, fault)
    assert f"track/getTask/full: {complaint}" in found if complaint else not found


@pytest.mark.parametrize(
    ("drift", "key", "place"),
    [
        ({"total_count": "string"}, "track/listWorkspaceTasks/full", "$.total_count"),
        ({"at": "null"}, "track/listProjectTasks/minimal", "$[].at"),
        ({"message": "object"}, "track/patchTasks/full", "$.failure[].message"),
        ({"emoji": "array"}, "focus/listTasks/full", "$.data[].status.emoji"),
        ({"tags": "null"}, "focus/createTask/full", "$.parent.tags"),
        ({"trace_id": "missing"}, "focus/createTask/error-401", "$.trace_id"),
        ({"remaining": "boolean"}, "track/getMyQuota/full", "$[].remaining"),
    ],
)
def test_a_wrong_type_is_found_at_any_depth(drift: dict[str, str], key: str, place: str, sandbox: Sandbox) -> None:
    found = unexplained_differences(key, sandbox, Fault(drift=drift))  # type: ignore[arg-type]
    assert [one for one in found if one.startswith(f"{key}: {place}: recorded ")]


DIFFERENCE: Final = Difference("$.data[].name", "string", "null")
ENTRY: Final = Explanation(["track/*"], ["*.name"], "It is so.", "string", ["null", "array"])


def test_unused_patterns_are_reported() -> None:
    array = Difference("$.name", "string", "array")
    found = [("track/getTask/full", DIFFERENCE), ("track/getTask/full", array)]
    assert list(find_unexplained(found, [ENTRY])) == []
    assert list(find_unexplained(found[:1], [ENTRY])) == ["nothing fits 'array' of the entry: It is so."]


@pytest.mark.parametrize(
    ("key", "difference"),
    [
        ("focus/getTask/full", DIFFERENCE),
        ("track/getTask/full", DIFFERENCE._replace(place="$.data[].names")),
        ("track/getTask/full", DIFFERENCE._replace(recorded="integer or string")),
        ("track/getTask/full", DIFFERENCE._replace(sandbox="object")),
    ],
)
def test_an_entry_explains_only_differences_that_match_in_all_parts(key: str, difference: Difference) -> None:
    assert next(find_unexplained([(key, difference)], [ENTRY])).startswith(f"{key}: {difference.place}: recorded ")


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ('{"a":1}', '{"a":2}', []),
        ('{"a":1}', '{"a":1.0}', ["$.a"]),
        ('{"a":null}', "{}", ["$.a"]),
        ("null", "[]", ["$"]),
        ("[]", "[1]", ["$[]"]),
        ('[{"a":1},{}]', '[{},{"a":5},{}]', []),
        ('[{"a":1},{}]', '[{"a":1}]', ["$[].a"]),
        ('{"a":{"b":{"c":1}}}', '{"a":null}', ["$.a"]),
        ('{"a":[{"b":1}]}', '{"a":[{"b":"1"}]}', ["$.a[].b"]),
        ("[1]", '["a",true]', ["$[]"]),
    ],
)
def test_shapes_differ_where_types_do(before: str, after: str, places: list[str]) -> None:
    shapes = (shape(before, "application/json"), shape(after, "application/json; charset=utf-8"))
    assert [one.place for one in differences(*shapes)] == places


def test_other_bodies_are_text_or_nothing() -> None:
    assert shape("{}", "text/plain") == {"$": {"text"}}
    assert shape("", "application/json") == {"$": {"nothing"}}
