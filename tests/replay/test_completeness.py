"""There is a recording for everything that the specification describes, and none that nothing replays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from recorder.arguments import arguments_of
from recorder.folder import RECORDINGS as FOLDER
from recorder.folder import key as key_of
from recorder.specification import ALL, APIS, Schema, SpecOperation, operation_of
from tests.replay import test_conformity, test_replay
from tests.support.cases import all_cases
from tests.support.replay.calls import FACADE, RAW_ONLY
from tests.support.replay.completeness import (
    RECORDINGS,
    fields_without_recording,
    parameters_without_recording,
    recordings_of,
    statuses_without_recording,
)

every_operation = pytest.mark.parametrize(
    "operation",
    [pytest.param(operation, id=f"{operation.document.api}-{operation.id}") for operation in ALL],
)


def answers_list(operation: SpecOperation) -> bool:
    """Whether an operation answers an array, or an envelope that must have one."""
    resolve = operation.document.resolve
    schema = resolve(operation.reply or {})
    required = [resolve(schema["properties"][name]) for name in schema.get("required", ())]
    arrays = [one for one in [schema, *required] if one.get("type") == "array"]
    return operation.method == "GET" and bool(arrays or "oneOf" in schema)


def optional_fields(sent: Any, schema: Schema, operation: SpecOperation, path: str = "$") -> Iterator[str]:
    """Paths of the fields that a JSON value has although a schema does not require them."""
    schema = operation.document.resolve(schema)
    if isinstance(sent, list) and "items" in schema:
        for one in sent:
            yield from optional_fields(one, schema["items"], operation, f"{path}[]")
    elif isinstance(sent, dict) and "properties" in schema:
        required = set(schema.get("required", ()))
        # Of a body in which nothing is required, one field is the least that means something.
        if len(sent.keys() - required) > (not required):
            yield from (f"{path}.{name}" for name in sent.keys() - required)
        for name in sent.keys() & required:
            yield from optional_fields(sent[name], schema["properties"][name], operation, f"{path}.{name}")


@every_operation
def test_a_full_recording_has_every_field(operation: SpecOperation) -> None:
    recordings = recordings_of(operation, "full")
    if operation.reply is None and operation.body is None:
        assert not recordings, "nothing can be full where neither side sends a body"
        return
    for key, recording in recordings.items():
        assert recording.response.status == operation.success, key
    assert list(fields_without_recording(operation)) == []


@every_operation
def test_a_minimal_recording_has_only_required_fields(operation: SpecOperation) -> None:
    recordings = recordings_of(operation, "minimal")
    if operation.reply is None and operation.body is None:
        assert not recordings, "nothing can be minimal where neither side sends a body"
        return
    assert recordings
    for key, recording in recordings.items():
        assert recording.response.status == operation.success, key
        if operation.body is not None:
            assert not list(optional_fields(json.loads(recording.request.body or ""), operation.body, operation)), key
        if operation.reply is not None:
            body = json.loads(recording.response.body)
            assert body, key
            assert not list(optional_fields(body, operation.reply, operation)), key


@every_operation
def test_an_empty_recording_has_an_empty_list_or_no_body(operation: SpecOperation) -> None:
    """For lists, and where the response has no body."""
    recordings = recordings_of(operation, "empty")
    no_bodies = operation.reply is None and operation.body is None
    if not answers_list(operation) and not no_bodies:
        return
    assert {"empty"} <= {key.rpartition("/")[2] for key in recordings}
    for key, recording in recordings_of(operation, "empty").items():
        if answers_list(operation):
            body = json.loads(recording.response.body)
            (listed,) = [body] if isinstance(body, list) else [one for one in body.values() if isinstance(one, list)]
            assert listed == [], key
        else:
            assert recording.response.content == b"", key


@every_operation
def test_every_list_has_a_recording_with_null(operation: SpecOperation) -> None:
    if not answers_list(operation):
        return
    bodies = [json.loads(recording.response.body) for recording in recordings_of(operation, "null").values()]
    assert any(body is None or None in body.values() for body in bodies)


@every_operation
def test_every_status_is_recorded(operation: SpecOperation) -> None:
    assert list(statuses_without_recording(operation)) == []


@every_operation
def test_every_parameter_is_sent_in_some_recording(operation: SpecOperation) -> None:
    assert list(parameters_without_recording(operation)) == []


def test_both_kinds_of_402_are_recorded() -> None:
    for api in APIS:
        kinds = {
            recording.expected.error.type
            for recording in RECORDINGS.values()
            if recording.request.api == api and recording.response.status == 402 and recording.expected.error
        }
        assert kinds == {"QuotaExceeded", "PaymentRequired"}


def test_every_operation_has_a_facade_call_or_is_listed_as_raw_only() -> None:
    operations = {(operation.document.api, operation.id) for operation in ALL}
    assert operations - FACADE.keys() == RAW_ONLY
    assert FACADE.keys() <= operations


def test_every_file_in_the_folder_is_replayed() -> None:
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()} - {"README.md"}
    replayed = {name.rpartition(", ")[0] for name, _, _ in test_replay.REPLAYS}
    assert files == {f"{key}.json" for key in replayed}
    assert set(test_conformity.RECORDINGS) == replayed


def test_recordings_are_in_the_folder_of_their_operation() -> None:
    with all_cases() as cases:
        for key, recording in RECORDINGS.items():
            with cases.case(key):
                assert key == key_of(recording, key.rpartition("/")[2])
                assert recording.request.method == operation_of(recording.request).method
                arguments_of(recording.request)
