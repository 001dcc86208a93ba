"""`toggl-tasks drift`: recorded responses that differ from the specification."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from recorder.folder import RECORDINGS as FOLDER
from recorder.folder import load_all
from toggl_tasks import Drift
from toggl_tasks.cli import main as command_line
from toggl_tasks.cli.recordings import find_operation_drift, success_type

RECORDINGS: Final = {key: recording for key, recording in load_all().items() if recording.succeeded}
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drift(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command; gives exit code, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["toggl-tasks", "drift", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            command_line.main()
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return run


def write_recording(folder: Path, name: str = "some.json", /, **changes: Any) -> Path:
    """A recording of a task of Track, with other values in its response."""
    content = json.loads((FOLDER / "track/getTask/minimal.json").read_text(encoding="utf-8"))
    content["response"]["body"] = json.dumps(json.loads(content["response"]["body"]) | changes)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("key", RECORDINGS)
def test_recordings_have_exactly_the_drift_they_declare(key: str) -> None:
    recording = RECORDINGS[key]
    request, expected = recording.request, recording.expected
    found = find_operation_drift(request.api, request.operation, recording.response.content)
    useless = ["$"] if expected.error is not None else []
    assert sorted(one.path for one in found) == sorted([*expected.drift, *expected.unknown, *useless])
    assert {one.operation for one in found} <= {f"{request.api}.{request.operation}"}


def test_the_table_has_each_drift_once_with_its_files(drift: Command, tmp_path: Path) -> None:
    write_recording(tmp_path, "a/one.json", permissions="read", checklist=[1])
    write_recording(tmp_path, "b.json", permissions="all", name=None)
    write_recording(tmp_path, "c.json")
    shutil.copy(FOLDER / "track/getTask/error-404.json", tmp_path)
    code, output, errors = drift(tmp_path)
    rows = [re.split(r" {2,}", line.strip()) for line in output.splitlines() if "─" not in line]
    assert [row for row in rows if row != [""]] == [
        ["operation", "JSON path", "expected", "found", "seen in"],
        ["track.getTask", "$.permissions", "array | null", "str", "a/one.json and 1 more"],
        ["track.getTask", "$.checklist", "nothing", "array", "a/one.json"],
        ["track.getTask", "$.name", "str", "null", "b.json"],
        ["2 of 3 responses differ from the specification (1 error responses skipped)."],
    ]
    assert (code, errors) == (1, "")


def test_a_long_path_stays_on_its_line_in_a_pipe(drift: Command, tmp_path: Path) -> None:
    write_recording(tmp_path, f"{'long-' * 30}name.json", **{"field_" * 20: 1})
    assert f"$.{'field_' * 20}" in drift(tmp_path)[1]
    assert f"{'long-' * 30}name.json" in drift(tmp_path)[1]


def test_without_drift_no_table_is_printed(drift: Command, tmp_path: Path) -> None:
    code, output, errors = drift(write_recording(tmp_path))
    assert (code, errors) == (0, "")
    assert output == "0 of 1 responses differ from the specification (0 error responses skipped).\n"


def test_a_single_file_is_named(drift: Command, tmp_path: Path) -> None:
    code, output, _ = drift(write_recording(tmp_path, "one.json", active=1))
    assert code == 1
    assert re.search(r"\$\.active +bool +int +one\.json", output)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "contains no recordings (files that end in .json)"),
        (b"", "is not a recording: Input data was truncated"),
        (b"\xff", "is not a recording: JSON is malformed"),
        (b'{"request": {"api": "track"}}', "is not a recording: Object missing required field `operation`"),
        (b'{"request": {"api": "plan", "operation": "getTask"}}', "is not a recording: Invalid enum value 'plan'"),
        (
            b'{"request": {"api": "focus", "operation": "moveTask"}, "response": {"status": 200}}',
            "is not a recording: the specification of focus has no operation 'moveTask'",
        ),
        (
            b'{"request": {"api": "track", "operation": "getTask"}, "response": {"status": 200, "body_base64": "YQ"}}',
            "is not a recording: Incorrect padding",
        ),
    ],
)
def test_unreadable_recordings_are_reported_in_one_line(
    content: bytes | None, complaint: str, drift: Command, tmp_path: Path
) -> None:
    write_recording(tmp_path / "other")
    folder = tmp_path / "recordings"
    folder.mkdir()
    if content is not None:
        (folder / "broken.json").write_bytes(content)
    code, output, errors = drift(folder)
    place = folder if content is None else folder / "broken.json"
    assert (code, output) == (2, "")
    assert errors.startswith(f"toggl-tasks drift: {place} {complaint}")
    assert errors.count("\n") == 1


def test_a_missing_folder_and_an_unreadable_file_are_reported(drift: Command, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert drift(missing) == (2, "", f"toggl-tasks drift: {missing} does not exist\n")
    (tmp_path / "folder.json").mkdir()
    place = tmp_path / "folder.json"
    assert drift(tmp_path) == (2, "", f"toggl-tasks drift: {place}: Is a directory\n")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", [("$", "object", "nothing")]),
        (b" \n", [("$", "object", "nothing")]),
        (b"\xff", [("$", "object", "no JSON")]),
        (b"<html>", [("$", "object", "no JSON")]),
        (b'{"id":1', [("$", "object", "no JSON")]),
        (b"[" * 100_000, [("$", "object", "no JSON")]),
        (b"null", [("$", "object", "null")]),
        (b"[]", [("$", "object", "array")]),
    ],
)
def test_an_unreadable_body_is_one_drift(body: bytes, found: list[tuple[str, str, str]]) -> None:
    assert find_operation_drift("track", "getTask", body) == [Drift("track.getTask", *one) for one in found]


@pytest.mark.parametrize("body", [b"", b"null", b'"OK"', b"<html>"])
def test_an_operation_without_a_body_has_no_drift(body: bytes) -> None:
    assert success_type("track", "deleteTask") is None
    assert find_operation_drift("track", "deleteTask", body) == []
