"""Random sequences of operations on both APIs against a simple model: the same tasks, fields and counts."""

from __future__ import annotations

import shutil
from bisect import bisect
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.support.conformance.model import Focus, FocusTask, Track, TrackTask
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.services import focus_order, focus_tasks
from toggl_sandbox.state import entities, store
from toggl_sandbox.state.sorted_index import SortedIndex
from toggl_sandbox.state.state import State
from toggl_sandbox.state.task_collections import FocusTasks, TrackTasks

NAMES = st.sampled_from(["a", "A", "b", "B", "Ä", "zz", "a b"])
ESTIMATES = st.one_of(st.none(), st.integers(0, 10**6))
WHICH = st.integers(0, 1)
"""One of two projects."""
STATUS = st.integers(0, 2)
SETTINGS = settings(
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


class Sequences(RuleBasedStateMachine):
    """One sandbox without seeded tasks, driven over HTTP in parallel with the model."""

    sandbox: ClassVar[Sandbox]
    without_tasks: ClassVar[bytes]
    file: ClassVar[Path | None]
    restarted: ClassVar[Sandbox]
    track_ids = Bundle("track_ids")
    focus_ids = Bundle("focus_ids")

    def __init__(self) -> None:
        super().__init__()
        sandbox = self.sandbox
        sandbox.import_state(self.without_tasks)
        self.client = httpx.Client(transport=sandbox.transport(), auth=(sandbox.email, sandbox.password))
        self.workspace = f"{sandbox.track_url}/workspaces/{sandbox.workspace_id}"
        self.focus_tasks = (
            f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
        )
        self.projects = f"{self.workspace}/projects"
        self.statuses = list(sandbox.state.workspaces[sandbox.workspace_id].statuses)
        seeded = sandbox.seeded
        self.track, self.focus = Track([seeded.project_id, seeded.recurring_project_id]), Focus()

    def teardown(self) -> None:
        self.client.close()

    def send(self, method: str, url: str, body: object = None, expect: int = 200) -> Any:
        """Send a request and return the decoded body of the response, whose status must be the expected one."""
        reply = self.client.request(method, url, json=body)
        assert reply.status_code == expect, reply.text
        return reply.json() if reply.content and expect < 300 else None

    def tasks_of(self, project_id: int) -> str:
        return f"{self.projects}/{project_id}/tasks"

    # A rule that takes ids while there are none would end its sequence.

    @initialize(target=track_ids, name=NAMES)
    def create_first_track(self, name: str) -> Any:
        return self.create_track_task(0, name, active=True, estimate=None)

    @initialize(target=focus_ids, name=NAMES)
    def create_first_focus(self, name: str) -> int:
        return self.add_focus_task(self.send("POST", self.focus_tasks, {"name": name}, 201))

    # Track

    @rule(target=track_ids, which=WHICH, name=NAMES, active=st.booleans(), estimate=ESTIMATES)
    def create_track(self, which: int, name: str, active: bool, estimate: int | None) -> Any:
        return self.create_track_task(which, name, active, estimate)

    def create_track_task(self, which: int, name: str, active: bool, estimate: int | None) -> Any:
        body = {"name": name, "active": active, "estimated_seconds": estimate}
        project_id = self.track.projects[which]
        if not self.track.takes_tasks(project_id) or self.track.is_taken(project_id, name):
            self.send("POST", self.tasks_of(project_id), body, 400)
            return multiple()
        made = self.send("POST", self.tasks_of(project_id), body)
        assert made["id"] not in self.track.tasks
        self.track.tasks[made["id"]] = TrackTask(made["id"], project_id, name, active, estimate)
        return made["id"]

    @rule(task_id=track_ids, change=st.fixed_dictionaries({}, optional={"name": NAMES, "active": st.booleans()}))
    def update_track(self, task_id: int, change: dict[str, Any]) -> None:
        task = self.track.tasks[task_id]
        url = f"{self.tasks_of(task.project_id)}/{task_id}"
        if not self.track.takes_tasks(task.project_id):
            self.send("PUT", url, change, 400)
        elif task.deleted:
            self.send("PUT", url, change, 404)
        elif "name" in change and self.track.is_taken(task.project_id, change["name"], task_id):
            self.send("PUT", url, change, 400)
        else:
            self.send("PUT", url, change)
            for name, value in change.items():
                setattr(task, name, value)

    @rule(task_ids=st.lists(track_ids, min_size=1, max_size=5, unique=True), name=NAMES, estimate=ESTIMATES)
    def patch_track(self, task_ids: list[int], name: str, estimate: int | None) -> None:
        project_id = self.track.tasks[task_ids[0]].project_id
        document = [
            {"op": "replace", "path": "/name", "value": name},
            {"op": "remove", "path": "/estimated_seconds"}
            if estimate is None
            else {"op": "add", "path": "/estimated_seconds", "value": estimate},
        ]
        url = f"{self.tasks_of(project_id)}/{','.join(map(str, task_ids))}"
        if not self.track.takes_tasks(project_id):
            self.send("PATCH", url, document, 400)
            return
        report = self.send("PATCH", url, document)
        expected = []
        for task in map(self.track.tasks.__getitem__, task_ids):
            if (
                task.project_id == project_id
                and not task.deleted
                and not self.track.is_taken(project_id, name, task.id)
            ):
                task.name, task.estimate = name, estimate
                expected.append(task.id)
        assert report["success"] == expected
        assert [one["id"] for one in report["failure"]] == [one for one in task_ids if one not in expected]

    @rule(task_id=track_ids)
    def delete_track(self, task_id: int) -> None:
        task = self.track.tasks[task_id]
        url = f"{self.tasks_of(task.project_id)}/{task_id}"
        if not self.track.takes_tasks(task.project_id):
            self.send("DELETE", url, expect=400)
            return
        self.send("DELETE", url, expect=404 if task.deleted else 200)
        task.deleted = True

    @rule(which=WHICH, active=st.booleans())
    def archive_project(self, which: int, active: bool) -> None:
        project_id = self.track.projects[which]
        assert self.send("PUT", f"{self.projects}/{project_id}", {"active": active})["active"] is active
        (self.track.archived.discard if active else self.track.archived.add)(project_id)

    @rule(which=WHICH)
    def replace_project(self, which: int) -> None:
        project_id = self.track.projects[which]
        old = f"{self.projects}/{project_id}"
        body = {"name": self.send("GET", old)["name"], "active": True}
        self.send("POST", self.projects, body, 400)
        assert self.send("DELETE", old) == project_id
        self.send("GET", old, expect=404)
        self.track.replace_project(project_id, self.send("POST", self.projects, body)["id"])

    @rule(
        per_page=st.integers(1, 7),
        descending=st.booleans(),
        active=st.sampled_from(["true", "false", "both"]),
        by_creation=st.booleans(),
        search=st.sampled_from([None, "a"]),
    )
    def page_through_track(
        self, per_page: int, descending: bool, active: str, by_creation: bool, search: str | None
    ) -> None:
        expected = [
            one
            for one in self.track.current_tasks()
            if active in ("both", str(one.active).lower()) and (search is None or search in one.name.casefold())
        ]
        query = f"active={active}&per_page={per_page}&sort_order={'DESC' if descending else 'ASC'}"
        if by_creation:
            # The clock is frozen, so all creation times are equal and the id decides.
            expected.sort(key=lambda one: one.id)
            query += "&sort_field=created_at"
        if search is not None:
            query += f"&search={search}"
        if descending:
            expected.reverse()
        found: list[dict[str, Any]] = []
        for page in range(1, len(expected) // per_page + 3):
            answer = self.send("GET", f"{self.workspace}/tasks?{query}&page={page}")
            assert answer["total_count"] == len(expected)
            assert len(answer["data"] or ()) <= per_page
            found += answer["data"] or []
        assert [returned_fields(task) for task in found] == [expected_fields(task) for task in expected]

    @rule(which=WHICH)
    def list_other_ways(self, which: int) -> None:
        active = [one for one in self.track.current_tasks() if one.active]
        project_id = self.track.projects[which]
        of_project = [one.id for one in active if one.project_id == project_id]
        listed = self.send("GET", self.tasks_of(project_id)) or []
        assert [one["id"] for one in listed] == of_project
        basic = self.send("GET", f"{self.workspace}/tasks/basic?project_ids={project_id}&per_page=200")["data"] or []
        assert [one["id"] for one in basic] == of_project
        mine = self.send("GET", f"{self.sandbox.track_url}/me/tasks?include_not_active=true") or []
        assert sorted(one["id"] for one in mine) == sorted(
            one.id for one in self.track.current_tasks() if one.project_id not in self.track.archived
        )
        projects = self.send("GET", f"{self.projects}?active=false&project_ids={project_id}") or []
        assert [one["id"] for one in projects] == [project_id for _ in self.track.archived & {project_id}]
        ever = self.send("GET", f"{self.workspace}/tasks?since=0&active=both&per_page=200")["data"] or []
        assert {one["id"]: one["server_deleted_at"] is not None for one in ever} == {
            task.id: task.deleted for task in self.track.tasks.values()
        }

    # Focus

    @rule(target=focus_ids, name=NAMES, parent_id=st.none() | focus_ids, status=STATUS)
    def create_focus(self, name: str, parent_id: int | None, status: int) -> Any:
        body = {"name": name, "parent_task_id": parent_id, "status_id": self.statuses[status]}
        if parent_id is not None and parent_id not in self.focus.tasks:
            self.send("POST", self.focus_tasks, body, 400)
            return multiple()
        return self.add_focus_task(self.send("POST", self.focus_tasks, body, 201))

    @rule(target=focus_ids, names=st.lists(NAMES, min_size=1, max_size=4), parent_id=st.none() | focus_ids)
    def create_several_focus(self, names: list[str], parent_id: int | None) -> Any:
        # The last one decides whether all are created or none.
        tasks = [{"name": name} for name in names] + [{"name": "last", "parent_task_id": parent_id}]
        if parent_id is not None and parent_id not in self.focus.tasks:
            self.send("POST", f"{self.focus_tasks}/bulk", {"tasks": tasks}, 400)
            return multiple()
        made = self.send("POST", f"{self.focus_tasks}/bulk", {"tasks": tasks}, 201)
        assert [one["name"] for one in made] == [*names, "last"]
        return multiple(*map(self.add_focus_task, made))

    def add_focus_task(self, made: Mapping[str, Any]) -> int:
        task = FocusTask(made["id"], made["name"], made["parent_task_id"], made["status_id"])
        assert task.id not in self.focus.tasks
        self.focus.tasks[task.id] = task
        return task.id

    @rule(task_id=focus_ids, parent_id=st.none() | focus_ids)
    def move_focus(self, task_id: int, parent_id: int | None) -> None:
        body = {"parent_task_id": parent_id}
        url = f"{self.focus_tasks}/{task_id}"
        if task_id not in self.focus.tasks:
            self.send("PATCH", url, body, 404)
        elif parent_id is not None and not self.focus.can_move(task_id, parent_id):
            self.send("PATCH", url, body, 400)
        else:
            self.send("PATCH", url, body, 204)
            self.focus.tasks[task_id].parent_id = parent_id

    @rule(task_ids=st.lists(focus_ids, min_size=1, max_size=4, unique=True), status=STATUS, name=NAMES)
    def change_several_focus(self, task_ids: list[int], status: int, name: str) -> None:
        items = [{"id": one, "status_id": self.statuses[status], "name": name} for one in task_ids]
        gone = any(one not in self.focus.tasks for one in task_ids)
        self.send("PATCH", f"{self.focus_tasks}/bulk", items, 404 if gone else 204)
        for one in () if gone else task_ids:
            self.focus.tasks[one].status_id, self.focus.tasks[one].name = self.statuses[status], name

    @rule(task_id=focus_ids)
    def delete_focus(self, task_id: int) -> None:
        known = task_id in self.focus.tasks
        self.send("DELETE", f"{self.focus_tasks}/{task_id}", expect=204 if known else 404)
        if known:
            self.focus.delete(task_id)

    @rule(task_ids=st.lists(focus_ids, min_size=1, max_size=4, unique=True))
    def delete_several_focus(self, task_ids: list[int]) -> None:
        gone = any(one not in self.focus.tasks for one in task_ids)
        ids = "&".join(f"ids={one}" for one in task_ids)
        self.send("DELETE", f"{self.focus_tasks}/bulk?{ids}", expect=404 if gone else 204)
        for one in () if gone else task_ids:
            if one in self.focus.tasks:
                self.focus.delete(one)

    @rule(task_ids=st.lists(focus_ids, min_size=1, max_size=4, unique=True))
    def restore_focus(self, task_ids: list[int]) -> None:
        self.send("PATCH", f"{self.focus_tasks}/bulk/restore", {"task_ids": task_ids}, 204)
        for one in task_ids:
            self.focus.restore(one)

    @rule(task_ids=st.lists(focus_ids, min_size=1, max_size=4, unique=True), archived=st.booleans())
    def archive_focus(self, task_ids: list[int], archived: bool) -> None:
        gone = any(one not in self.focus.tasks for one in task_ids)
        action = "archive" if archived else "unarchive"
        self.send("POST", f"{self.focus_tasks}/bulk/{action}", {"task_ids": task_ids}, 404 if gone else 204)
        for one in () if gone else task_ids:
            self.focus.tasks[one].archived = archived

    @rule(task_id=focus_ids, name=NAMES, parent_id=st.none() | focus_ids, status=STATUS)
    def replace_focus(self, task_id: int, name: str, parent_id: int | None, status: int) -> None:
        body = {"name": name, "status_id": self.statuses[status]}
        if parent_id is not None:
            body["parent_task_id"] = parent_id
        url = f"{self.focus_tasks}/{task_id}"
        if task_id not in self.focus.tasks:
            self.send("PUT", url, body, 404)
        elif parent_id is not None and not self.focus.can_move(task_id, parent_id):
            self.send("PUT", url, body, 400)
        else:
            self.send("PUT", url, body, 204)
            task = self.focus.tasks[task_id]
            task.name, task.parent_id, task.status_id = name, parent_id, self.statuses[status]

    @rule(target=focus_ids, task_id=focus_ids, cascade=st.booleans())
    def duplicate_focus(self, task_id: int, cascade: bool) -> Any:
        body = {"task_ids": [task_id], "cascade_duplicate_children": cascade}
        url = f"{self.focus_tasks}/bulk/duplicate"
        if task_id not in self.focus.tasks:
            self.send("POST", url, body, 404)
            return multiple()
        made = self.send("POST", url, body, 201)
        originals = self.focus.subtree(task_id) if cascade else {task_id}
        assert sorted((one["name"], one["status_id"]) for one in made) == sorted(
            (self.focus.tasks[one].name, self.focus.tasks[one].status_id) for one in originals
        )
        assert made[0]["parent_task_id"] == self.focus.tasks[task_id].parent_id
        assert {one["parent_task_id"] for one in made[1:]} <= {one["id"] for one in made}
        return multiple(*map(self.add_focus_task, made))

    @rule(task_id=focus_ids)
    def read_focus(self, task_id: int) -> None:
        url = f"{self.focus_tasks}/{task_id}"
        if task_id not in self.focus.tasks:
            self.send("GET", url, expect=404)
            return
        self.check_subtasks([self.send("GET", url)])
        listed = self.send("GET", f"{url}/children?per_page=100")["data"]
        assert [one["id"] for one in listed] == [
            one.id for one in sorted(self.focus.children(task_id), key=lambda one: one.id) if not one.archived
        ]
        above: list[int] = []
        task: FocusTask | None = self.focus.tasks[task_id]
        while task and (task := self.focus.tasks.get(task.parent_id or 0)):
            above += [] if task.archived else [task.id]
        assert [one["id"] for one in self.send("GET", f"{url}/parents?per_page=100")["data"]] == above

    @rule(
        per_page=st.integers(1, 7),
        order=st.sampled_from(["", "name", "-name", "sub_tasks_grouped"]),
        status=st.none() | STATUS,
        archived=st.booleans(),
    )
    def page_through_focus(self, per_page: int, order: str, status: int | None, archived: bool) -> None:
        expected = sorted(self.focus.tasks.values(), key=lambda one: one.id)
        expected = [one for one in expected if one.archived is archived]
        if order == "sub_tasks_grouped":
            expected.sort(key=lambda one: (one.parent_id or one.id, one.parent_id is not None))
        if order.endswith("name"):
            expected.sort(key=lambda one: one.name.casefold(), reverse=order == "-name")
        query = f"per_page={per_page}" + (f"&order_by={order}" if order else "")
        query += "&archived=true" if archived else ""
        if status is not None:
            expected = [one for one in expected if one.status_id == self.statuses[status]]
            query += f"&status_id={self.statuses[status]}"
        found: list[dict[str, Any]] = []
        for page in range(1, len(expected) // per_page + 3):
            answer = self.send("GET", f"{self.focus_tasks}?{query}&page={page}")
            assert answer["total"] == len(expected)
            assert len(answer["data"]) <= per_page
            found += answer["data"]
        assert [(one["id"], one["name"], one["status_id"]) for one in found] == [
            (one.id, one.name, one.status_id) for one in expected
        ]
        self.check_subtasks(found)

    @rule()
    def stream_focus(self) -> None:
        found = self.send("GET", f"{self.focus_tasks}/stream")
        assert [one["id"] for one in found] == sorted(one.id for one in self.focus.tasks.values() if not one.archived)
        self.check_subtasks(found)

    # Both

    @rule()
    def export_and_import_the_state(self) -> None:
        document = self.sandbox.export_state()
        self.sandbox.import_state(self.without_tasks)
        self.sandbox.import_state(document)

    @precondition(lambda self: self.file)
    @rule()
    def crash(self) -> None:
        # The files as they would be if the process were killed now.
        for suffix in ("", "-wal"):
            shutil.copy(f"{self.file}{suffix}", f"{self.file}-copy{suffix}")
        found = store.Store(f"{self.file}-copy")
        self.restarted._restore(found.load()[0])
        found._connection.execute("PRAGMA synchronous = OFF")  # Faster: a power failure is not tested here.
        found.close()
        assert self.restarted.export_state() == self.sandbox.export_state()

    def check_subtasks(self, found: list[dict[str, Any]]) -> None:
        for one in found:
            children = self.focus.children(one["id"])
            assert one["sub_task_total_count"] == len(children)
            assert one["sub_task_done_count"] == sum(child.status_id == self.statuses[-1] for child in children)
            parent_id = self.focus.tasks[one["id"]].parent_id
            assert one["parent_task_id"] == parent_id
            # Of a deleted parent there is the id only.
            assert (one["parent"] and one["parent"]["id"]) == (parent_id if parent_id in self.focus.tasks else None)


def returned_fields(task: Mapping[str, Any]) -> tuple[object, ...]:
    return (task["id"], task["project_id"], task["name"], task["active"], task["estimated_seconds"])


def expected_fields(task: TrackTask) -> tuple[object, ...]:
    return (task.id, task.project_id, task.name, task.active, task.estimate)


def run(how: settings, file: Path | None = None) -> None:
    Sequences.file, Sequences.restarted = file, Sandbox()
    with Sandbox(clock=Clock(FROZEN_AT), persist=file) as sandbox:
        sandbox.state.track_tasks = TrackTasks()
        sandbox.state.focus_tasks = FocusTasks()
        Sequences.sandbox, Sequences.without_tasks = sandbox, sandbox.export_state()
        run_state_machine_as_test(Sequences, settings=how)


def test_random_sequences_match_the_model(tmp_path: Path) -> None:
    run(SETTINGS, tmp_path / "state.db")


def delete_nothing(tasks: TrackTasks, task: entities.TrackTask, at: datetime) -> None:
    """Delete nothing."""


change_project = State.change_project


def change_but_not_archive(state: State, project: entities.Project, values: Mapping[str, Any]) -> None:
    """Leave an active project active."""
    change_project(state, project, {name: value for name, value in values.items() if name != "archived"})


def keep_old_parent(tasks: FocusTasks, task: entities.FocusTask, values: Mapping[str, Any], at: datetime) -> None:
    """Move a task, and count it under its old parent as well."""
    entities.assign(task, values)
    tasks._children[task.parent_task_id][task.id] = task


def keep_old_position(index: SortedIndex[Any], task: object) -> None:
    """Keep a changed or deleted task at its old position as well."""


def skip_names_that_differ_by_case(index: SortedIndex[Any], task: entities.TrackTask | entities.FocusTask) -> None:
    """Omit a task if the index has one whose name differs by case only."""
    index.drop(task)
    if index._includes(task) and task.name.casefold() not in [one.name.casefold() for one in index._tasks]:
        at = bisect(index._keys, index._sort_key(task))
        index._keys.insert(at, index._sort_key(task))
        index._tasks.insert(at, task)
        index._key_of[task.id] = index._sort_key(task)


def append_without_sorting(index: SortedIndex[Any], task: entities.TrackTask | entities.FocusTask) -> None:
    """Append new tasks instead of inserting them in order."""
    if index._includes(task) and task.id not in index._key_of:
        index._keys.append(index._sort_key(task))
        index._tasks.append(task)
        index._key_of[task.id] = index._sort_key(task)


write = store.Store._write


def write_without_focus(saved: store.Store, changes: Mapping[str, Mapping[int, object]]) -> None:
    """Save changed entities but no tasks of Focus."""
    write(saved, {kind: of for kind, of in changes.items() if kind != "focus_tasks"})


BUGS: dict[str, tuple[object, str, Callable[..., object]]] = {
    "Track deletes nothing": (TrackTasks, "delete", delete_nothing),
    "Track allows duplicate names": (TrackTasks, "id_of_name", lambda tasks, project_id, name: None),
    "An archived project stays active": (State, "change_project", change_but_not_archive),
    "A list loses a task": (SortedIndex, "put", skip_names_that_differ_by_case),
    "A list forgets its order": (SortedIndex, "put", append_without_sorting),
    "A list keeps deleted tasks": (SortedIndex, "drop", keep_old_position),
    "Focus counts a moved sub-task twice": (FocusTasks, "change", keep_old_parent),
    "Focus hides every fifth task": (focus_tasks, "sees_task", lambda state, user, task: task.id % 5 != 0),
    "The file misses changes of tasks": (store.Store, "_write", write_without_focus),
    "Focus orders by the wrong name": (
        focus_order.TaskOrder,
        "rank",
        lambda order, task: tuple(getattr(task, field.removeprefix("-"), 0) for field in order.fields),
    ),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_is_detected(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bug: str) -> None:
    monkeypatch.setattr(*BUGS[bug])
    # Which example is the first to find a bug changes with any constant in the code, so there are far more than needed.
    with pytest.raises(AssertionError):
        run(
            settings(
                SETTINGS, max_examples=1000, report_multiple_bugs=False, phases=[Phase.generate], print_blob=False
            ),
            tmp_path / "state.db" if bug.startswith("The file") else None,
        )
