"""Recordings as text and back."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from recorder.folder import load_all, save
from recorder.format import AS_SPECIFIED, Provenance, Recording, Request, Response, dump, parse
from recorder.scrub import Scrubber


def a_recording(response: Response) -> Recording:
    return Recording(
        provenance=Provenance(evidence="assumed", source="a test", date=datetime.date(2026, 11, 21)),
        request=Request(api="track", operation="listMyTasks", method="GET", path="/me/tasks", query="search=a+b"),
        response=response,
    )


@pytest.mark.parametrize("content", [b"", b"null", '{"emoji":"⚪"}'.encode(), b"\r\n\t\x00", b"\xff\xfe", b"caf\xe9"])
def test_bodies_round_trip_byte_for_byte(content: bytes) -> None:
    recording = a_recording(Response.of(200, {}, content))
    assert parse(dump(recording)) == recording
    assert parse(dump(recording)).response.content == content


def test_bytes_that_are_not_utf_8_are_stored_as_base64() -> None:
    assert Response.of(502, {}, b"caf\xe9").body_base64 == "Y2Fm6Q=="
    assert Response.of(502, {}, b"cafe").body_base64 is None


def test_defaults_are_omitted() -> None:
    text = dump(a_recording(Response(status=200, headers={})))
    assert '"expected"' not in text
    assert '"body"' not in text
    assert parse(text).expected == AS_SPECIFIED


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('"assumed"', '"certain"', "Invalid enum value 'certain'"),
        ('"assumed"', '"recorded"', "host goes with the evidence `recorded`"),
        ('"date"', '"host": "focus.toggl.com", "date"', "host goes with the evidence `recorded`"),
        ('"path"', '"headers": {}, "path"', "unknown field `headers`"),
        ('"headers": {}', '"headers": {"set-cookie": "a"}', "header 'set-cookie' is not allowed"),
        ('"headers": {}', '"headers": {"Date": "today"}', "header 'Date' is not allowed"),
        ('"headers": {}', '"headers": {}, "body": "a", "body_base64": "YQ=="', "either body or body_base64"),
    ],
)
def test_invalid_recordings_raise(before: str, after: str, message: str) -> None:
    text = dump(a_recording(Response(status=200, headers={})))
    assert before in text
    with pytest.raises(msgspec.ValidationError, match=message):
        parse(text.replace(before, after, 1))


def test_a_folder_is_read_by_key(tmp_path: Path) -> None:
    recording = a_recording(Response(status=200, headers={"content-type": "application/json"}, body="[]"))
    path = save(recording, "empty", Scrubber(), tmp_path)
    assert path == tmp_path / "track/listMyTasks/empty.json"
    scrubbed = msgspec.structs.replace(
        recording, request=msgspec.structs.replace(recording.request, query="search=Text+1")
    )
    assert load_all(tmp_path) == {"track/listMyTasks/empty": scrubbed}


def test_invalid_files_raise_with_their_name(tmp_path: Path) -> None:
    (tmp_path / "track/getTask").mkdir(parents=True)
    (tmp_path / "track/getTask/broken.json").write_text("{}")
    with pytest.raises(ValueError, match=r"broken\.json: .*provenance"):
        load_all(tmp_path)
