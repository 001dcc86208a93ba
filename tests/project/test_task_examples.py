"""The examples of jobs with tasks run against a sandbox, twice where they say that they can."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from toggl_sandbox import Fault, Sandbox, running
from toggl_tasks import Focus, Track

Run = Callable[..., list[str]]


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox() as sandbox, running(sandbox) as server:
        monkeypatch.setenv("TOGGL_TRACK_URL", server.track_url)
        monkeypatch.setenv("TOGGL_API_TOKEN", sandbox.token)
        monkeypatch.setenv("TOGGL_FOCUS_URL", server.focus_url)
        monkeypatch.setenv("TOGGL_FOCUS_TOKEN", sandbox.focus_token)
        yield sandbox


@pytest.fixture
def track(sandbox: Sandbox) -> Iterator[Track]:
    with sandbox.track() as track:
        yield track


@pytest.fixture
def run(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(program: str, *arguments: str) -> list[str]:
        """The lines that a program prints; the last one is its error if it exits with one."""
        monkeypatch.setattr(sys, "argv", [program, *arguments])
        error = []
        try:
            runpy.run_module(f"examples.{program}", run_name="__main__")
        except SystemExit as ended:
            error = [str(ended.code)]
        return capsys.readouterr().out.splitlines() + error

    return run


@pytest.fixture
def steps(sandbox: Sandbox, track: Track) -> list[int]:
    """Ids of three tasks in one project and one in another."""
    other = track.projects.create(sandbox.workspace_id, name="Intranet", active=True)
    places = [sandbox.project_id] * 3 + [other.id]
    return [
        track.tasks.create(sandbox.workspace_id, project_id, name=f"Step {number}").id
        for number, project_id in enumerate(places)
    ]


def test_a_task_is_found_by_name(run: Run, steps: list[int]) -> None:
    assert run("find_task", "step 1") == run("find_task", "Step 1", "Website") == [f"{steps[1]} Step 1, open"]
    assert run("find_task", "Step 1", "Intranet")[0].endswith("no item is named 'Step 1'; did you mean 'Step 3'?")


def test_a_task_is_created_once_and_opened_again(sandbox: Sandbox, track: Track, run: Run) -> None:
    (line,) = run("ensure_task", "Website", "Write docs")
    task = track.tasks.find(sandbox.workspace_id, name="Write docs")
    assert line == f"created {task.id} Write docs"
    track.tasks.done(task)
    assert run("ensure_task", "Website", "Write docs") == [f"found {task.id} Write docs"]
    assert track.tasks.get(task).active


def test_an_import_resumes_after_a_lost_response(sandbox: Sandbox, track: Track, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "tasks.txt"
    file.write_text("Plan\nBuild\nShip\n")
    with sandbox.faults.active(Fault(method="POST", drop="closed", when="after", skip=1, count=1)):
        first, error = run("import_tasks", "Website", str(file))
    assert first == "1 of 3"
    assert error.startswith("stopped after 1 tasks, run it again: ")
    assert run("import_tasks", "Website", str(file)) == ["1 of 1", "created 1 tasks, 2 existed"]
    names = [task.name for task in track.tasks.list_project(sandbox.workspace_id, sandbox.project_id)]
    assert [names.count(name) for name in ("Plan", "Build", "Ship")] == [1, 1, 1]


def test_tasks_of_several_projects_are_done_and_opened_again(track: Track, run: Run, steps: list[int]) -> None:
    def active() -> list[bool]:
        found = {task.id: task.active for task in track.tasks.list_mine(include_not_active=True)}
        return [found[id_] for id_ in steps]

    assert run("finish_tasks", "Step ") == ["3 of 4", "4 of 4"]
    assert active() == [False] * 4
    assert run("finish_tasks", "Step ", "--reopen") == ["3 of 4", "4 of 4"]
    assert active() == [True] * 4
    assert run("finish_tasks_async", "Step ") == ["3 of 4", "4 of 4"]
    assert active() == [False] * 4
    assert run("finish_tasks", "Step ") == run("finish_tasks_async", "Step ") == ["no task contains 'Step '"]


def test_done_tasks_are_deleted(sandbox: Sandbox, track: Track, run: Run, steps: list[int]) -> None:
    done = track.tasks.list_project(sandbox.workspace_id, sandbox.project_id, active=False)
    track.tasks.done(steps[:2], workspace_id=sandbox.workspace_id, project_id=sandbox.project_id)
    count = len(done) + 2
    assert run("delete_done_tasks", "Website") == [f"deleted {count} tasks, 0 did not exist"]
    assert run("delete_done_tasks", "Website") == ["no task is done"]
    left = track.tasks.list_project(sandbox.workspace_id, sandbox.project_id, active="both")
    assert {*steps[:3]} & {task.id for task in left} == {steps[2]}


def test_a_task_continues_in_another_project(sandbox: Sandbox, track: Track, run: Run, steps: list[int]) -> None:
    lines = run("move_task", "Step 1", "Website", "Intranet")
    old, new = (
        track.tasks.find(
            sandbox.workspace_id, name="Step 1", project=track.projects.find(sandbox.workspace_id, name=name)
        )
        for name in ("Website", "Intranet")
    )
    assert lines == [f"{steps[1]} is done with 0:00:00 tracked, {new.id} continues it"]
    assert (old.id, old.active, new.active) == (steps[1], False, True)
    assert run("move_task", "Step 1", "Website", "Intranet") == lines


def test_overruns_are_listed(sandbox: Sandbox, track: Track, run: Run) -> None:
    over = [task for task in track.tasks.list(sandbox.workspace_id) if task.overrun]
    *lines, left = run("overruns")
    assert [line.partition(": ")[0] for line in lines] == [task.name for task in over]
    assert over
    assert left.startswith("left for the others: ")


def test_tasks_of_focus_are_done(sandbox: Sandbox, focus_names: list[str], run: Run) -> None:
    place = sandbox.organization_id, sandbox.workspace_id
    assert run("finish_focus_tasks", *map(str, place), *focus_names) == ["2 tasks are done"]
    with sandbox.focus() as focus:
        assert [status_of(focus, place, name) for name in focus_names] == ["done", "done"]


def status_of(focus: Focus, place: tuple[int, int], name: str) -> object:
    status = focus.tasks.find(*place, name=name).status
    return getattr(status, "type", None)


@pytest.fixture
def focus_names(sandbox: Sandbox) -> list[str]:
    names = ["Write the docs of it", "Ship it at last"]
    with sandbox.focus() as focus:
        for name in names:
            focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name=name)
    return names
