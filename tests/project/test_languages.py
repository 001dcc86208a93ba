"""The programs in other languages: what the harness reports, and that the texts about them are true."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from examples.clients import __main__ as command
from examples.clients.harness import Language, compare_lines, compare_requests, languages, missing_tools, run_language
from examples.clients.scenario import ExpectedRequest, expected_lines, expected_requests, limits
from generator.publish.languages import CLIENTS, PAGE, with_tables
from toggl_sandbox.request_log import Request

ALL = languages()
LINES = {"first": "one", "second": "two", "third": "three"}
REQUESTS = [
    ExpectedRequest("first", "track.createTask", 200),
    ExpectedRequest("second", "track.updateTask", 200),
    ExpectedRequest("third", "track.updateTask", 404),
]


def lines_of(**results: str) -> list[str]:
    return [f"{step}: {result}" for step, result in results.items()]


def sent(*requests: tuple[str, int]) -> list[Request]:
    return [
        Request(
            at=datetime.now(UTC),
            method="PUT",
            path="/api/v9/tasks",
            query="page=1",
            operation=operation,
            status=status,
            id=1,
            request_id="0",
            duration=0.1,
        )
        for operation, status in requests
    ]


def test_the_right_lines_have_no_differences() -> None:
    assert compare_lines(LINES, lines_of(**LINES)) == []


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (lines_of(first="one", second="2", third="three"), "step second: expected 'two', got '2'"),
        (lines_of(first="one", third="three"), "step second: expected 'two', but the program printed no line for it"),
        (lines_of(first="one"), "step second: expected 'two', but the program ended before it"),
        ([*lines_of(**LINES), "fourth: four"], "unexpected line 'fourth: four'"),
        (
            lines_of(first="one", second="cannot: no null", third="three"),
            "step second: expected 'two', got 'cannot: no null'; limits.yaml has no entry for it",
        ),
        (
            lines_of(second="two", first="one", third="three"),
            "the steps are in the wrong order: second, first, third",
        ),
    ],
)
def test_a_wrong_line_is_reported_with_its_step(lines: list[str], problem: str) -> None:
    assert compare_lines(LINES, lines) == [problem]


def test_a_step_that_cannot_work_must_fail() -> None:
    unable = lines_of(first="one", second="cannot: no null", third="three")
    assert compare_lines(LINES, unable, {"second"}) == []
    assert compare_lines(LINES, lines_of(**LINES), {"second"}) == [
        "step second: works, but limits.yaml has an entry for it: delete the entry"
    ]


RIGHT = ("track.createTask", 200), ("track.updateTask", 200), ("track.updateTask", 404)


@pytest.mark.parametrize(
    ("requests", "problem"),
    [
        (RIGHT, None),
        (
            (RIGHT[0], ("track.updateTask", 400), RIGHT[2]),
            "step second: expected the request track.updateTask with 200, "  # noqa: ISC004
            "got track.updateTask with 400 (PUT /api/v9/tasks?page=1)",
        ),
        (RIGHT[:2], "step third: expected the request track.updateTask with 404, got no request"),
        (
            (*RIGHT, RIGHT[0]),
            "unexpected request after the last step: track.createTask with 200 (PUT /api/v9/tasks?page=1)",
        ),
    ],
)
def test_a_wrong_request_is_reported_with_its_step(requests: tuple[tuple[str, int], ...], problem: str | None) -> None:
    assert compare_requests(REQUESTS, sent(*requests)) == ([problem] if problem else [])


@pytest.mark.parametrize("requests", [RIGHT, (RIGHT[0], RIGHT[2]), (RIGHT[0], ("track.updateTask", 400), RIGHT[2])])
def test_the_request_of_a_step_that_cannot_work_may_be_absent(requests: tuple[tuple[str, int], ...]) -> None:
    assert compare_requests(REQUESTS, sent(*requests), {"second"}) == []


def write_language(folder: Path, script: str, needs: str = "{sh: 'true'}") -> Path:
    """Write a language called `fake`, and return the folder of all languages."""
    (folder / "fake").mkdir()
    (folder / "fake/language.yaml").write_text(f"name: Fake\ngenerator: none 1.0\noptions: ''\nneeds: {needs}\n")
    run = folder / "fake/run"
    run.write_text(f"#!/bin/sh\n{script}\n")
    run.chmod(0o755)
    return folder


def test_a_broken_language_fails_and_names_the_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = "echo 'list-workspace-tasks: Five, Four'; echo 'Task has no field total_count' >&2; exit 3"
    assert command.main(["fake"], write_language(tmp_path, script)) == 1
    out = capsys.readouterr().out
    assert re.search(r"^fake +none 1\.0 +\d+\.\d  FAILED$", out, re.MULTILINE)
    assert "step list-workspace-tasks: expected 'Five, Four, One, Three, Two', got 'Five, Four'" in out
    assert "step list-project-tasks: expected 'Five, Four, One, Three', but the program ended before it" in out
    assert "expected the request track.listWorkspaceTasks with 200, got no request" in out
    assert "./run exited with 3:\nTask has no field total_count" in out


def test_code_that_does_not_compile_is_reported_with_the_error_of_the_compiler(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = "echo 'Task has no field total_count' >&2; exit 1"
    assert command.main(["fake"], write_language(tmp_path, script)) == 1
    assert capsys.readouterr().out.endswith(
        "  FAILED\n  ./run exited with 1 before the first step:\nTask has no field total_count\n"
    )


@pytest.mark.skipif(not shutil.which("curl"), reason="install curl")
def test_requests_are_compared_although_the_lines_are_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = f'cat \'{CLIENTS}/expected.txt\'; curl --silent --user "$TOGGL_API_TOKEN:api_token" "$TOGGL_TRACK_URL/me"'
    assert command.main(["fake"], write_language(tmp_path, script)) == 1
    out = capsys.readouterr().out
    assert "step list-workspace-tasks: expected the request track.listWorkspaceTasks with 200, got track.getMe" in out


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_a_missing_tool_is_named_and_fails_in_ci(
    ci: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    folder = write_language(tmp_path, "echo ran >ran", "{Fake 2.0 or later: fake-compiler --version, sh: 'true'}")
    assert command.main([], folder) == code
    assert "skipped: install Fake 2.0 or later\n" in capsys.readouterr().out
    assert not (folder / "fake/ran").exists()


def test_an_unknown_language_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["cobol"]) == 2
    assert re.match(r"unknown language cobol: choose from arazzo, curl, ", capsys.readouterr().err)


@pytest.mark.parametrize("name", ["curl", "python"])
def test_a_program_prints_and_requests_what_the_scenario_says(name: str) -> None:
    if missing := missing_tools(ALL[name]):
        pytest.skip(f"install {missing[0]}")
    assert run_language(ALL[name]).problems == []


def test_the_scenario_has_requests_for_every_line() -> None:
    assert list(dict.fromkeys(request.step for request in expected_requests())) == list(expected_lines())


def test_the_limits_are_valid(tmp_path: Path) -> None:
    assert {one.language for one in limits()} <= ALL.keys()
    wrong = tmp_path / "limits.yaml"
    wrong.write_text("- {language: go, generator: ogen, step: get-taks, reason: It fails., link: 'https://ogen.dev'}")
    with pytest.raises(ValueError, match=r"entry 1: step 'get-taks' is not in expected\.txt"):
        limits(wrong)


def test_the_tables_of_the_readme_are_current(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == with_tables(text), "stale: run `python -m generator languages`"
    folder = write_language(tmp_path, "")
    (folder / "limits.yaml").write_text(
        "- {language: fake, generator: none, step: quota, reason: It hides the headers., link: 'https://fake.example'}"
    )
    changed = with_tables(text, folder)
    assert "| [Fake](../examples/clients/fake) | none 1.0 |  | `quota` |" in changed
    assert "| Fake | `quota` | It hides the headers. | [source](https://fake.example) |" in changed


@pytest.mark.parametrize("language", ALL.values(), ids=ALL)
def test_a_folder_has_a_short_readme_and_one_command(language: Language) -> None:
    readme = (language.folder / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 25
    assert f"make languages ONLY={language.id}" in readme
    assert os.access(language.folder / "run", os.X_OK)
    assert (language.folder / "run").read_text(encoding="utf-8").startswith("#!/bin/sh\n")


def commands_of_the_readme() -> dict[str, list[str]]:
    """Return the lines of each block of commands, by the file that a block says it is from."""
    found = re.findall(r"^`examples/clients/(\S+)`:\n\n((?:    .*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {file: [line.strip() for line in block.splitlines()] for file, block in found}


def test_the_commands_of_the_readme_are_those_that_run() -> None:
    commands = commands_of_the_readme()
    assert {file.partition("/")[0] for file in commands} == ALL.keys() - {"curl", "python"}
    for file, lines in commands.items():
        here = [line.strip() for line in (CLIENTS / file).read_text(encoding="utf-8").splitlines()]
        assert [line for line in lines if line not in here] == [], file


def test_nothing_generated_is_committed() -> None:
    tracked = subprocess.run(["git", "ls-files", "."], cwd=CLIENTS, capture_output=True, text=True, check=False).stdout
    assert not [name for name in tracked.splitlines() if "build/" in name or "node_modules/" in name]


def test_the_readme_has_every_step_in_order() -> None:
    table = (CLIENTS / "README.md").read_text(encoding="utf-8").partition("| step |")[2]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(expected_lines())
