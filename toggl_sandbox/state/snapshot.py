"""The JSON document of an export: everything that decides later replies. The request log is not in it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import Final, Literal, NamedTuple

import msgspec

from ..clock import ClockSetting
from ..faults.fault import ActiveFault
from ..limits.quota import Plan, QuotaUsage
from ..limits.rate_limit import BucketLevel
from .entities import FocusTask, Organization, Project, TrackTask, User, Workspace
from .identifiers import Identifiers
from .seed import SeedIds
from .state import State
from .task_collections import FocusTasks, TrackTasks


class InitialSettings(NamedTuple):
    """The settings that a reset restores, in addition to the contents of the seed."""

    plan: Plan
    rate_limit: bool
    frozen_at: datetime | None


class Contents(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The entities, in the order in which lists return them, and the ids."""

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
        """Return the contents of a state; the entities are not copied."""
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
        """Return the contents of a state except for its entities."""
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

    def apply_to(self, state: State, seed: int, traces: int = 0) -> SeedIds:
        """Replace the contents of a state, and return the ids of what the seed created."""
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
        """Raise ``ValueError`` for an unknown or a duplicate id, on which later requests would fail."""
        users = _unique_ids("users", self.users)
        organizations = _unique_ids("organizations", self.organizations)
        _unique_ids("workspaces", self.workspaces)
        workspaces = {one.id: one for one in self.workspaces}
        projects = _unique_ids("projects", self.projects)
        track_tasks = _unique_ids("track_tasks", self.track_tasks)
        focus_tasks = _unique_ids("focus_tasks", self.focus_tasks)
        for kind, ids in (("project", projects), ("track task", track_tasks), ("focus task", focus_tasks)):
            if max(ids, default=0) >= self.upcoming_ids.get(kind, 0):
                raise ValueError(f"upcoming_ids: {kind!r} must be larger than every id in use")
        for workspace in self.workspaces:
            _check_known("workspaces: organization_id", [workspace.organization_id], organizations)
            _check_known("workspaces: member_ids", workspace.member_ids, users)
        for project in self.projects:
            _check_known("projects: workspace_id", [project.workspace_id], workspaces)
        for track_task in self.track_tasks:
            _check_known("track_tasks: project_id", [track_task.project_id], projects)
        for focus_task in self.focus_tasks:
            _check_known("focus_tasks: workspace_id", [focus_task.workspace_id], workspaces)
            workspace = workspaces[focus_task.workspace_id]
            _check_known("focus_tasks: status_id", [focus_task.status_id], workspace.statuses)
            _check_known("focus_tasks: tag_ids", focus_task.tag_ids, workspace.tags)
            _check_known("focus_tasks: project_id", filter(None, [focus_task.project_id]), projects)
            _check_known("focus_tasks: parent_task_id", filter(None, [focus_task.parent_task_id]), focus_tasks)
        parents = {task.id: [task.parent_task_id] for task in self.focus_tasks if task.parent_task_id}
        try:
            TopologicalSorter(parents).prepare()
        except CycleError as error:
            raise ValueError(f"focus_tasks: parent_task_id is circular: {error.args[1]}") from None
        _check_known("seeded: user", [self.seeded.user.id, self.seeded.other_user.id], users)


class Snapshot(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The document."""

    format: Literal[1]
    seed: int
    traces: int
    """Number of requests answered since the reset; decides the ids of later ones."""
    clock: ClockSetting
    plan: Plan
    quota: list[QuotaUsage]
    rate_limit: bool
    rate_levels: list[BucketLevel]
    faults: list[ActiveFault]
    faults_added: int
    contents: Contents

    def check(self) -> None:
        """Raise ``ValueError`` for an unknown or a duplicate id or an invalid fault."""
        self.contents.check()
        for active in self.faults:
            active.fault = active.fault.validate()


_CONTENTS: Final = msgspec.json.Decoder(Contents)


def decode_contents(document: bytes) -> Contents:
    """Decode contents that were encoded here."""
    return _CONTENTS.decode(document)


def _unique_ids(
    name: str, entities: Iterable[User | Organization | Workspace | Project | TrackTask | FocusTask]
) -> set[int]:
    ids: set[int] = set()
    for entity in entities:
        if entity.id in ids:
            raise ValueError(f"{name}: duplicate id {entity.id}")
        ids.add(entity.id)
    return ids


def _check_known(name: str, ids: Iterable[int] | None, known: Container[int]) -> None:
    for one in ids or ():
        if one not in known:
            raise ValueError(f"{name} refers to {one}, which is not in the document")
