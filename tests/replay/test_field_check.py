"""`make field-check` names what a new field, parameter or status misses."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from recorder.specification import Document, SpecOperation, document
from tests.support import field_check
from tests.support.field_check import Step, report
from tests.support.replay.completeness import (
    fields_without_recording,
    parameters_without_recording,
    statuses_without_recording,
)
from tests.support.repository import Repository

Change = Callable[[dict[str, Any]], object]


def changed_operation(name: str, change: Change) -> SpecOperation:
    """An operation of Track in a document that was changed."""
    content = copy.deepcopy(dict(document("track").content))
    change(content)
    (found,) = (one for one in Document("track", content).operations() if one.id == name)
    return found


def add_field(schema: str) -> Change:
    return lambda content: content["components"]["schemas"][schema]["properties"].update(mood={"type": "string"})


def test_a_new_field_of_a_response_needs_a_recording() -> None:
    operation = changed_operation("getTask", add_field("Task"))
    assert list(fields_without_recording(operation)) == ["track/getTask/full: no $.mood in the response"]


def test_a_new_field_of_a_body_needs_a_recording_and_a_test_of_the_sandbox() -> None:
    operation = changed_operation("createTask", add_field("TaskCreate"))
    assert list(fields_without_recording(operation)) == ["track/createTask/full: no $.mood in the body"]
    assert list(field_check.untested_requests([operation])) == [
        "track.createTask: no test in tests/sandbox/test_track*.py sends mood"
    ]


def test_a_new_parameter_needs_a_recording_and_a_test_of_the_sandbox() -> None:
    def add(content: dict[str, Any]) -> None:
        parameter = {"name": "mood", "in": "query", "schema": {"type": "string"}}
        content["paths"]["/me/tasks"]["get"]["parameters"].append(parameter)

    operation = changed_operation("listMyTasks", add)
    assert list(parameters_without_recording(operation)) == ["track/listMyTasks: no request sends mood"]
    assert list(field_check.untested_requests([operation])) == [
        "track.listMyTasks: no test in tests/sandbox/test_track*.py sends mood"
    ]


def test_a_new_status_needs_a_recording() -> None:
    def add(content: dict[str, Any]) -> None:
        content["paths"]["/me/tasks"]["get"]["responses"]["409"] = {"description": "Conflict."}

    operation = changed_operation("listMyTasks", add)
    assert list(statuses_without_recording(operation)) == ["track/listMyTasks: no recording of status 409"]


def test_a_new_operation_needs_a_service_and_a_call() -> None:
    def add(content: dict[str, Any]) -> None:
        operation = content["paths"]["/me/tasks"]["get"] | {"operationId": "listUrgentTasks"}
        content["paths"]["/me/tasks/urgent"] = {"get": operation}

    operation = changed_operation("listUrgentTasks", add)
    assert list(field_check.unserved([operation])) == [
        "track.listUrgentTasks: no method list_urgent_tasks in the service of tasks"
    ]
    assert list(field_check.uncalled([operation])) == [
        "track.listUrgentTasks: no call of the clients replays its recordings"
    ]
    assert list(field_check.unserved()) == list(field_check.uncalled()) == []


def test_nothing_of_the_requests_is_untested_and_no_recording_drifts() -> None:
    assert list(field_check.untested_requests()) == []
    assert list(field_check.drifted()) == []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "work")
    write(made, "spec/track.yaml", "info:\n  version: 1.1.0\n")
    write(made, "spec/focus.yaml", "info:\n  version: 1.0.0\n")
    write(made, "spec/CHANGELOG.md", "## track.yaml 1.1.0, focus.yaml 1.0.0\n")
    write(made, "CHANGELOG.md", "## Unreleased\n")
    made.commit()
    made.git("branch", "--force", "main")
    made.git("switch", "--quiet", "--create", "topic")
    return made


def write(repository: Repository, name: str, text: str) -> None:
    path = repository.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def unmentioned(repository: Repository) -> list[str]:
    base = field_check.branch_point(None, repository.folder)
    assert base is not None
    return [one.replace(base, "BASE") for one in field_check.unmentioned_changes(base, repository.folder)]


def test_a_changed_specification_needs_lines_in_both_changelogs(repository: Repository) -> None:
    assert unmentioned(repository) == []
    write(repository, "spec/track.yaml", "info:\n  version: 1.1.0\nmore: true\n")
    repository.commit()
    assert unmentioned(repository) == [
        "spec/CHANGELOG.md: no line about the change of spec/ since BASE",
        "CHANGELOG.md: no line about the change of spec/ since BASE",
    ]
    write(repository, "spec/CHANGELOG.md", "## track.yaml 1.1.0, focus.yaml 1.0.0\n\n- more\n")
    write(repository, "CHANGELOG.md", "## Unreleased\n\n- more\n")
    assert unmentioned(repository) == []


def test_a_version_needs_a_section_of_the_changelog(repository: Repository) -> None:
    write(repository, "spec/CHANGELOG.md", "## 1.1.0\n\n- focus.yaml 1.0.0\n")
    assert unmentioned(repository) == ["spec/CHANGELOG.md: no section of 1.0.0, the version of focus.yaml"]


def test_an_unknown_base_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert field_check.main(["no-such-branch"]) == 2
    assert capsys.readouterr().err == "no-such-branch: no such commit, branch or tag\n"


def test_the_report_groups_equal_texts_and_gives_the_advice() -> None:
    steps = [Step("One", lambda: ["a: no x", "b: no x", "c: no y"], "do this"), Step("Two", list, "do that")]
    assert list(report(steps)) == [
        " 1 One: 3 missing",
        "     a and 1 more: no x",
        "     c: no y",
        "   > do this",
        " 2 Two: complete",
    ]


def failing() -> Iterator[str]:
    raise KeyError("mood")
    yield


def test_a_step_that_needs_an_earlier_one_waits_for_it() -> None:
    broken = Step("Broken", failing, "")
    lines = list(report([Step("One", lambda: ["a: no x"], "do this"), broken]))
    assert lines[-1] == " 2 Broken: cannot be checked before the steps above are complete"
    with pytest.raises(KeyError):
        list(report([Step("One", list, ""), broken]))


@pytest.mark.parametrize(("missing", "code"), [([], 0), (["a: no x"], 1)])
def test_the_exit_code_shows_whether_something_is_missing(
    missing: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(field_check, "steps", lambda base: [Step("One", lambda: missing, "do this")])
    assert field_check.main([]) == code
    assert ("Nothing is missing." in capsys.readouterr().out) == (code == 0)
