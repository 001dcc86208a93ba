"""The JSON document of an export: everything that affects later responses. It does not contain the request log."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date, datetime
from graphlib import CycleError, TopologicalSorter
from typing import Final, Literal, NamedTuple, TypeVar

import msgspec

from toggl_server.focus import models as focus
from toggl_server.track import models as track

from ..clock import ClockSetting
from ..faults.fault import ActiveFault
from ..json_input import Counter, field_and_rule
from ..limits.quota import Plan, QuotaUsage
from ..limits.rate_limit import BucketLevel
from .entities import FocusTask, Organization, Project, TrackTask, User, Workspace
from .identifiers import Identifiers
from .recurrence import check_rule
from .seed import SeedIds
from .state import State
from .task_collections import FocusTasks, TrackTasks

EntityT = TypeVar("EntityT", User, Organization, Workspace, Project, TrackTask, FocusTask)


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
    upcoming_ids: dict[str, Counter]

    @classmethod
    def of(cls, state: State, seeded: SeedIds) -> Contents:
        """Return the contents of a state; the entities are not copied."""
        return cls(
            users=list(state.users.values()),
            organizations=list(state.organizations.values()),
            workspaces=list(state.workspaces.values()),
            # The deleted ones by id, so that the order in which they were deleted needs no place in a file.
            projects=[*state.projects.values(), *sorted(state.deleted_projects.values(), key=lambda one: one.id)],
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
        state.projects = {one.id: one for one in self.projects if one.server_deleted_at is None}
        state.deleted_projects = {one.id: one for one in self.projects if one.server_deleted_at}
        state.track_tasks = TrackTasks()
        for track_task in self.track_tasks:
            state.track_tasks.add(track_task)
        state.focus_tasks = FocusTasks()
        for focus_task in self.focus_tasks:
            state.focus_tasks.add(focus_task)
        user, other = self.seeded.user, self.seeded.other_user
        return replace(self.seeded, user=state.users[user.id], other_user=state.users[other.id])

    def check(self) -> None:
        """Raise ``ValueError`` unless every reference is to an entity of the document and what must be unique is."""
        users = _by_id("users", self.users)
        organizations = _by_id("organizations", self.organizations)
        workspaces = _by_id("workspaces", self.workspaces)
        projects = _by_id("projects", self.projects)
        track_tasks = _by_id("track_tasks", self.track_tasks)
        focus_tasks = _by_id("focus_tasks", self.focus_tasks)
        for kind, ids in (("project", projects), ("track task", track_tasks), ("focus task", focus_tasks)):
            if max(ids, default=0) >= self.upcoming_ids.get(kind, 0):
                raise ValueError(f"upcoming_ids: {kind!r} must be larger than every id in use")
        for name in ("email", "track_token", "focus_token"):
            _check_unique("users", name, [getattr(user, name) for user in self.users])
        for workspace in self.workspaces:
            _check_known("workspaces: organization_id", [workspace.organization_id], organizations)
            _check_known("workspaces: member_ids", workspace.member_ids, users)
            for name, members in (
                ("statuses", workspace.statuses),
                ("tags", workspace.tags),
                ("clients", workspace.clients),
            ):
                for key, one in members.items():
                    if one.id != key:
                        raise ValueError(f"workspaces: {name} has id {one.id} under the key {key}")
        for organization in self.organizations:
            _check_known("organizations: member_ids", organization.member_ids, users)
        live_projects = {project.id for project in self.projects if project.server_deleted_at is None}
        for project in self.projects:
            _check_known("projects: workspace_id", [project.workspace_id], workspaces)
            _check_known("projects: member_ids", project.member_ids, users)
            clients = workspaces[project.workspace_id].clients
            _check_known("projects: client_id", filter(None, [project.client_id]), clients)
            own = project.focus
            _check_known("projects: creator_id", filter(None, [own.creator_id]), users)
            _check_known("projects: tag_ids", own.tag_ids, workspaces[project.workspace_id].tags)
            _check_dates("projects", project.id, own.start_date, own.end_date)
        for track_task in self.track_tasks:
            _check_known("track_tasks: project_id", [track_task.project_id], projects)
            _check_known("track_tasks: user_id", filter(None, [track_task.user_id]), users)
            _check_workspace("track_tasks: project_id", track_task, projects[track_task.project_id])
            if track_task.server_deleted_at is None:
                _check_known("track_tasks: project_id", [track_task.project_id], live_projects)
            _check_extra("track_tasks", track_task, track.TaskCreate)
        live = [(task.project_id, task.name) for task in self.track_tasks if task.server_deleted_at is None]
        _check_unique("track_tasks", "project_id and name", live)
        for focus_task in self.focus_tasks:
            _check_known("focus_tasks: workspace_id", [focus_task.workspace_id], workspaces)
            workspace = workspaces[focus_task.workspace_id]
            _check_known("focus_tasks: toggl_user_id", [focus_task.toggl_user_id], users)
            _check_known("focus_tasks: assignee_user_ids", focus_task.assignee_user_ids, users)
            _check_known("focus_tasks: ghost_assignee_ids", focus_task.ghost_assignee_ids, workspace.ghost_ids)
            _check_known("focus_tasks: status_id", [focus_task.status_id], workspace.statuses)
            _check_known("focus_tasks: tag_ids", focus_task.tag_ids, workspace.tags)
            _check_known("focus_tasks: team_assignee_ids", focus_task.team_assignee_ids, workspace.team_ids)
            if focus_task.project_id is not None:
                _check_known("focus_tasks: project_id", [focus_task.project_id], live_projects)
                _check_workspace("focus_tasks: project_id", focus_task, projects[focus_task.project_id])
            if focus_task.parent_task_id is not None:
                _check_known("focus_tasks: parent_task_id", [focus_task.parent_task_id], focus_tasks)
                _check_workspace("focus_tasks: parent_task_id", focus_task, focus_tasks[focus_task.parent_task_id])
            _check_dates("focus_tasks", focus_task.id, focus_task.start_date, focus_task.end_date)
            _check_extra("focus_tasks", focus_task, focus.TaskCreate)
        for rule in sorted({task.rrule for task in self.focus_tasks if task.rrule is not None}):
            try:
                check_rule(rule)
            except ValueError as error:
                raise ValueError(f"focus_tasks: rrule: {error}") from None
        parents = {task.id: [task.parent_task_id] for task in self.focus_tasks if task.parent_task_id}
        try:
            TopologicalSorter(parents).prepare()
        except CycleError as error:
            raise ValueError(f"focus_tasks: parent_task_id is circular: {error.args[1]}") from None
        for user in (self.seeded.user, self.seeded.other_user):
            _check_known("seeded: user", [user.id], users)
            if users[user.id] != user:
                raise ValueError(f"seeded: user {user.id} differs from the user of the same id in users")


class Snapshot(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The document."""

    format: Literal[1]
    seed: int
    traces: Counter
    """Number of requests since the reset; determines the ids of later ones."""
    clock: ClockSetting
    plan: Plan
    quota: list[QuotaUsage]
    rate_limit: bool
    rate_levels: list[BucketLevel]
    faults: list[ActiveFault]
    faults_added: Counter
    contents: Contents

    def check(self) -> None:
        """Raise ``ValueError`` if a later request could fail on this."""
        self.contents.check()
        _check_known("quota: user_id", [one.user_id for one in self.quota], {one.id for one in self.contents.users})
        organizations = {None, *(one.id for one in self.contents.organizations)}
        _check_known("quota: organization_id", [one.organization_id for one in self.quota], organizations)
        _check_unique("faults", "id", [active.id for active in self.faults])
        for active in self.faults:
            if not _FAULT_ID.fullmatch(active.id) or int(active.id.removeprefix("fault-")) > self.faults_added:
                raise ValueError(f"faults: id {active.id!r} must be one of fault-1 to fault-{self.faults_added}")
            active.fault = active.fault.validate()


_FAULT_ID: Final = re.compile(r"fault-[1-9][0-9]{0,18}")
_CONTENTS: Final = msgspec.json.Decoder(Contents)


def decode_contents(document: bytes) -> Contents:
    """Decode contents that were encoded here."""
    return _CONTENTS.decode(document)


def _by_id(name: str, entities: Iterable[EntityT]) -> dict[int, EntityT]:
    found = {one.id: one for one in entities}
    _check_unique(name, "id", [one.id for one in entities])
    return found


def _check_unique(name: str, field: str, values: Iterable[object]) -> None:
    seen = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{name}: duplicate {field} {value!r}")
        seen.add(value)


def _check_known(name: str, values: Iterable[object] | None, known: Container[object]) -> None:
    for value in values or ():
        if value not in known:
            raise ValueError(f"{name} refers to {value}, which is not in the document")


def _check_dates(name: str, id: int, start: date | None, end: date | None) -> None:
    if start and end and end < start:
        raise ValueError(f"{name}: end_date of {id} is before its start_date")


def _check_workspace(name: str, task: TrackTask | FocusTask, other: Project | FocusTask) -> None:
    if task.workspace_id != other.workspace_id:
        raise ValueError(f"{name} of {task.id} refers to {other.id}, which is in another workspace")


def _check_extra(name: str, task: TrackTask | FocusTask, request: type[msgspec.Struct]) -> None:
    """Check fields of a newer specification: a request must be able to set them."""
    for field in task.extra:
        if field not in request.__struct_fields__ or field in type(task).__dataclass_fields__:
            raise ValueError(f"{name}: extra of {task.id} contains unknown field {field!r}")
    try:
        msgspec.convert({"name": "-", **task.extra}, request)
    except msgspec.ValidationError as error:
        raise ValueError("{}: extra of {}: {}: {}".format(name, task.id, *field_and_rule(error))) from None
