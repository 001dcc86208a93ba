"""The whole state as one JSON document, and back.

What decides a later reply is in it: contents, ids, clock, quota, faults. The request log is not.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import Final, Literal, NamedTuple

import msgspec

from ..clock import Setting
from ..faults.fault import ActiveFault
from ..limits.quota import Plan, Used
from ..limits.rate_limit import Level
from .entities import FocusTask, FocusTasks, Organization, Project, State, TrackTask, TrackTasks, User, Workspace
from .identifiers import Identifiers
from .seed import SeedIds


class InitialSettings(NamedTuple):
    """What a reset goes back to, beside the contents of the seed."""

    plan: Plan
    rate_limit: bool
    frozen_at: datetime | None


class Contents(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What the sandbox holds, in the order in which it answers it."""

    users: list[User]
    organizations: list[Organization]
    workspaces: list[Workspace]
    projects: list[Project]
    track_tasks: list[TrackTask]
    focus_tasks: list[FocusTask]
    seeded: SeedIds
    upcoming_ids: dict[str, int]

    @classmethod
    def of(cls, state: State, seeded: SeedIds) -> Contents:
        """Take what a state holds; the objects are the state's own."""
        return cls(
            users=list(state.users.values()),
            organizations=list(state.organizations.values()),
            workspaces=list(state.workspaces.values()),
            projects=list(state.projects.values()),
            track_tasks=list(state.track_tasks),
            focus_tasks=list(state.focus_tasks),
            seeded=seeded,
            upcoming_ids=state.identifiers.upcoming,
        )

    @classmethod
    def without_entities(cls, state: State, seeded: SeedIds) -> Contents:
        """Take what is not an entity: the ids that come next, and what the seed had made."""
        return cls(
            users=[],
            organizations=[],
            workspaces=[],
            projects=[],
            track_tasks=[],
            focus_tasks=[],
            seeded=seeded,
            upcoming_ids=state.identifiers.upcoming,
        )

    def put_into(self, state: State, seed: int, traces: int = 0) -> SeedIds:
        """Make a state hold this, and return who and what the seed had made."""
        state.identifiers = Identifiers(seed, self.upcoming_ids, traces)
        state.users = {one.id: one for one in self.users}
        state.organizations = {one.id: one for one in self.organizations}
        state.workspaces = {one.id: one for one in self.workspaces}
        state.projects = {one.id: one for one in self.projects}
        state.track_tasks = TrackTasks()
        for track_task in self.track_tasks:
            state.track_tasks.add(track_task)
        state.focus_tasks = FocusTasks()
        for focus_task in self.focus_tasks:
            state.focus_tasks.add(focus_task)
        user, other = self.seeded.user, self.seeded.other_user
        return replace(self.seeded, user=state.users[user.id], other_user=state.users[other.id])

    def check(self) -> None:
        """Raise ``ValueError`` for a reference to nothing or an id that is taken: later requests would fail on it."""
        users = _ids("users", self.users)
        organizations = _ids("organizations", self.organizations)
        _ids("workspaces", self.workspaces)
        workspaces = {one.id: one for one in self.workspaces}
        projects = _ids("projects", self.projects)
        track_tasks = _ids("track_tasks", self.track_tasks)
        focus_tasks = _ids("focus_tasks", self.focus_tasks)
        for kind, ids in (("project", projects), ("track task", track_tasks), ("focus task", focus_tasks)):
            if max(ids, default=0) >= self.upcoming_ids.get(kind, 0):
                raise ValueError(f"upcoming_ids: {kind!r} must be larger than every id that is taken")
        for workspace in self.workspaces:
            _known("workspaces: organization_id", [workspace.organization_id], organizations)
            _known("workspaces: member_ids", workspace.member_ids, users)
        for project in self.projects:
            _known("projects: workspace_id", [project.workspace_id], workspaces)
        for track_task in self.track_tasks:
            _known("track_tasks: project_id", [track_task.project_id], projects)
        for focus_task in self.focus_tasks:
            _known("focus_tasks: workspace_id", [focus_task.workspace_id], workspaces)
            workspace = workspaces[focus_task.workspace_id]
            _known("focus_tasks: status_id", [focus_task.status_id], workspace.statuses)
            _known("focus_tasks: tag_ids", focus_task.tag_ids, workspace.tags)
            _known("focus_tasks: project_id", filter(None, [focus_task.project_id]), projects)
            _known("focus_tasks: parent_task_id", filter(None, [focus_task.parent_task_id]), focus_tasks)
        parents = {task.id: [task.parent_task_id] for task in self.focus_tasks if task.parent_task_id}
        try:
            TopologicalSorter(parents).prepare()
        except CycleError as error:
            raise ValueError(f"focus_tasks: parent_task_id goes in a circle: {error.args[1]}") from None
        _known("seeded: user", [self.seeded.user.id, self.seeded.other_user.id], users)


class Snapshot(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The document."""

    format: Literal[1]
    seed: int
    traces: int
    """Requests answered since the seed: the ids of later ones follow from it."""
    clock: Setting
    plan: Plan
    quota: list[Used]
    rate_limit: bool
    rate_levels: list[Level]
    faults: list[ActiveFault]
    faults_added: int
    contents: Contents

    def check(self) -> None:
        """Raise ``ValueError`` for a reference to nothing, an id that occurs twice or an invalid fault."""
        self.contents.check()
        for active in self.faults:
            active.fault = active.fault.settled()


_CONTENTS: Final = msgspec.json.Decoder(Contents)


def decode_contents(document: bytes) -> Contents:
    """Read encoded contents, each time as new objects."""
    return _CONTENTS.decode(document)


def _ids(name: str, things: Iterable[User | Organization | Workspace | Project | TrackTask | FocusTask]) -> set[int]:
    ids: set[int] = set()
    for thing in things:
        if thing.id in ids:
            raise ValueError(f"{name}: id {thing.id} occurs twice")
        ids.add(thing.id)
    return ids


def _known(name: str, ids: Iterable[int] | None, known: Container[int]) -> None:
    for one in ids or ():
        if one not in known:
            raise ValueError(f"{name} names {one}, which the document does not have")
