"""Polls of the overview get only what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.support.control_client import Control
from toggl_sandbox import Fault, Sandbox
from toggl_sandbox.state.entities import TrackTask
from toggl_sandbox.state.task_collections import FocusTasks, TrackTasks


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[Control]:
    with Control(sandbox) as client:
        yield client


class Poll:
    """Polls the overview as the page does."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self.all: dict[str, Any] = control.get("/overview").json()

    def changed(self) -> set[str]:
        """Return the names of the sections that a poll gets."""
        new = self._control.get(f"/overview?since={self.all['revision']}").json()
        assert (new["revision"] > self.all["revision"]) is (len(new) > 1)
        self.all |= new
        assert self.all == self._control.get("/overview").json()
        return set(new) - {"revision"}


def test_a_poll_gets_the_sections_that_changed(
    sandbox: Sandbox,
    control: Control,
    track: httpx.Client,
    focus: httpx.Client,
    project_tasks: str,
    focus_tasks: str,
) -> None:
    poll = Poll(control)
    assert poll.changed() == set()
    total = poll.all["track_tasks"]["total"]
    task = track.post(project_tasks, json={"name": "New"}).json()["id"]
    assert poll.changed() == {"operations", "requests", "track_tasks", "workspaces", "projects"}
    assert poll.changed() == set()
    track.get("/nowhere")
    assert poll.changed() == {"requests"}
    track.put(f"{project_tasks}/{task}", json={"active": False})
    assert poll.changed() == {"operations", "requests", "track_tasks"}
    made = focus.post(focus_tasks, json={"name": "New", "project_id": sandbox.project_id}).json()["id"]
    assert poll.changed() == {"operations", "requests", "focus_tasks", "workspaces", "projects"}
    count = {one["id"]: one["focus_tasks"] for one in poll.all["projects"]["shown"]}[sandbox.project_id]
    task_in_project = sandbox.state.focus_tasks.get(made)
    assert task_in_project
    body = {"name": "In no project", "status_id": task_in_project.status_id}
    assert focus.put(f"{focus_tasks}/{made}", json=body).is_success
    assert poll.changed() == {"operations", "requests", "focus_tasks", "projects"}
    after = {one["id"]: one["focus_tasks"] for one in poll.all["projects"]["shown"]}[sandbox.project_id]
    assert after == count - 1
    focus.delete(f"{focus_tasks}/{made}")
    assert poll.changed() == {"operations", "requests", "focus_tasks", "workspaces"}
    sandbox.faults.add(Fault(status=500))
    assert poll.changed() == {"faults"}
    sandbox.clock.advance(1)
    assert poll.changed() == {"clock"}
    sandbox.quota.plan = "free"
    assert poll.changed() == {"quota"}
    sandbox.state.organizations[sandbox.organization_id].has_tasks = False
    assert poll.changed() == {"workspaces"}
    control.delete("/requests")
    assert poll.changed() == {"operations", "requests"}
    sandbox.reset()
    poll.changed()
    assert poll.all["track_tasks"]["total"] == total


def test_a_poll_tells_of_projects_and_rights_that_are_not_shown(
    sandbox: Sandbox, control: Control, track: httpx.Client
) -> None:
    projects = f"/workspaces/{sandbox.workspace_id}/projects"
    ids = [
        track.post(projects, json={"name": f"Project {number}", "active": True}).json()["id"] for number in range(30)
    ]
    poll = Poll(control)
    assert max(ids) not in [one["id"] for one in poll.all["projects"]["shown"]]
    track.put(f"{projects}/{max(ids)}", json={"name": "Renamed"})
    assert "projects" in poll.changed()
    user = sandbox.seeded.other_user
    control.patch(f"/world/users/{user.id}", json={"workspace_ids": []})
    assert "projects" in poll.changed()


def test_a_running_clock_moves_with_each_poll(sandbox: Sandbox, control: Control) -> None:
    poll = control.get("/overview").json()
    sandbox.clock.resume()
    assert control.get(f"/overview?since={poll['revision']}").json().keys() == {"revision", "clock"}


def test_two_pages_can_poll(sandbox: Sandbox, control: Control, track: httpx.Client) -> None:
    revisions = [control.get("/overview").json()["revision"] for _ in range(2)]
    track.get("/nowhere")
    for revision in revisions:
        assert control.get(f"/overview?since={revision}").json().keys() == {"revision", "requests"}


def test_an_unknown_revision_gets_everything(control: Control) -> None:
    everything = control.get("/overview").json()
    for revision in (0, 17, -1, everything["revision"] + 1):
        assert control.get(f"/overview?since={revision}").json() == everything
    assert control.get("/overview?since=x").json()["error"] == "since: expected `int | null`, got `str`"


def test_the_revision_of_an_earlier_sandbox_gets_everything(control: Control) -> None:
    control.get("/overview")
    with Sandbox() as other, Control(other) as control_of_other:
        everything = control_of_other.get("/overview").json()
        earlier = control.get("/overview").json()["revision"]
        assert earlier < everything["revision"]
        assert control_of_other.get(f"/overview?since={earlier}").json().keys() == everything.keys()


def test_a_poll_goes_through_no_list_of_tasks(
    sandbox: Sandbox,
    control: Control,
    track: httpx.Client,
    project_tasks: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = sandbox.state.now()
    poll = Poll(control)
    total = poll.all["track_tasks"]["total"]
    for number in range(200_000_000, 200_001_000):
        task = TrackTask(number, sandbox.workspace_id, sandbox.project_id, f"Task {number}", None, now, now)
        sandbox.state.track_tasks.add(task)
    poll.changed()

    def refuse(self: object) -> None:
        raise AssertionError("a poll must not go through all tasks")

    for kind in (TrackTasks, FocusTasks):
        monkeypatch.setattr(kind, "__iter__", refuse)
    monkeypatch.setattr(type(sandbox.log), "__iter__", refuse)
    track.put(f"{project_tasks}/200000999", json={"name": "Changed"})
    poll.changed()
    assert poll.all["track_tasks"]["shown"][0]["name"] == "Changed"
    assert poll.all["track_tasks"]["total"] == total + 1_000
