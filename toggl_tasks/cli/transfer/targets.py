"""The interface of `import` and `export` to the tasks of Track and Focus."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

import msgspec

from ... import Quota, replace
from ..focus_service import DONE as DONE_TYPE
from ..focus_service import FocusService
from ..services import tasks_of
from ..session import Session
from ..task_service import TaskService
from ..track_service import TrackService
from .columns import ASSIGNEE, DONE, ESTIMATE, NAME, PROJECT, REFERENCE

FEW_PROJECTS = 5
"""Maximum number of projects whose tasks are listed one by one; for more, all tasks of the workspace are listed."""
Values = Mapping[str, Any]
"""Values by column: the name, the id of the project, a timedelta, a tuple of ids of users, a bool, a text."""


class Change(msgspec.Struct):
    """The columns of a task to change, with the new values."""

    row: int
    task: Any
    values: Values


class Target:
    """Tasks of one API, as columns."""

    batch: ClassVar[int]
    """Maximum number of tasks that one request creates."""
    unique_names: ClassVar[bool]
    """Whether two tasks of a project cannot have the same name."""
    service: TaskService

    def users(self) -> list[dict[str, Any]]:
        """All users, with the id that tasks use for them."""
        return self.service.users()

    def projects(self) -> list[dict[str, Any]]:
        """All projects, with id, name and `active`."""
        raise NotImplementedError

    def existing(self, projects: Collection[int | None], whole: bool) -> list[Any]:
        """The tasks of projects, open or done, or of the whole workspace."""
        raise NotImplementedError

    def values(self, task: Any) -> Values:
        """The columns of a task."""
        raise NotImplementedError

    def problem(self, values: Values, old: Values | None) -> Iterator[str]:
        """The error if this API does not allow the values in a new task, or (with `old`) in a change."""
        raise NotImplementedError

    def create(self, tasks: Sequence[Values]) -> list[Any]:
        """Create tasks with one request."""
        raise NotImplementedError

    def update_batches(self, changes: Sequence[Change]) -> list[list[Change]]:
        """Batches of changes, each sent in one request."""
        raise NotImplementedError

    def update(self, changes: Sequence[Change]) -> dict[int, str]:
        """Send one batch; returns the message for each task that was not changed."""
        raise NotImplementedError

    def quota(self) -> Quota | None:
        """The quota in the last response."""
        raise NotImplementedError


def target_of(session: Session) -> Target:
    """The target for the API of a session."""
    service = tasks_of(session)
    return FocusTarget(service) if isinstance(service, FocusService) else TrackTarget(service)


class TrackTarget(Target):
    """Tasks of Track, whose names are unique in a project."""

    batch = 1
    unique_names = True

    def __init__(self, service: TaskService) -> None:
        assert isinstance(service, TrackService)
        self.service: TrackService = service
        self.tasks = service.session.track.tasks
        self._archived: set[int] = set()

    def projects(self) -> list[dict[str, Any]]:
        workspace = self.service.workspace_id
        session = self.service.session
        items = session.cached(
            f"track/{workspace}/projects/both",
            lambda: session.track.projects.list(workspace, active="both"),
            ("active",),
        )
        self._archived = {item["id"] for item in items if item["active"] is False}
        return items

    def existing(self, projects: Collection[int | None], whole: bool) -> list[Any]:
        workspace = self.service.workspace_id
        if whole or len(projects) > FEW_PROJECTS:
            return list(self.tasks.list(workspace, active="both"))
        return [task for id_ in projects if id_ for task in self.tasks.list_project(workspace, id_, active="both")]

    def values(self, task: Any) -> Values:
        return {
            NAME: task.name,
            PROJECT: task.project_id,
            ESTIMATE: task.estimate,
            ASSIGNEE: (task.user_id,) if task.user_id else (),
            DONE: not task.active,
            REFERENCE: task.external_reference or None,
        }

    def problem(self, values: Values, old: Values | None) -> Iterator[str]:
        if old is None and values[PROJECT] is None:
            yield "has no project, which is required in Track: fill the column, or use --project"
        if (values if old is None else old)[PROJECT] in self._archived:
            yield "is in an archived project, whose tasks cannot be changed"
        if len(values.get(ASSIGNEE, ())) > 1:
            yield "has several assignees, but a task of Track has one"
        estimate = values.get(ESTIMATE)
        if estimate and estimate % datetime.timedelta(seconds=1):
            yield "has an estimate with a fraction of a second"

    def create(self, tasks: Sequence[Values]) -> list[Any]:
        (values,) = tasks
        return [self.tasks.create(self.service.workspace_id, values[PROJECT], **_track_fields(values))]

    def update_batches(self, changes: Sequence[Change]) -> list[list[Change]]:
        same: dict[tuple[int, bytes], list[Change]] = {}
        for change in changes:
            key = (change.task.project_id, msgspec.json.encode(_track_fields(change.values)))
            same.setdefault(key, []).append(change)
        return [alike[at : at + 100] for alike in same.values() for at in range(0, len(alike), 100)]

    def update(self, changes: Sequence[Change]) -> dict[int, str]:
        task, fields = changes[0].task, _track_fields(changes[0].values)
        if len(changes) == 1:
            self.tasks.update(task, **fields)
            return {}
        patch = [replace(f"/{name}", value) for name, value in fields.items()]
        result = self.tasks.patch(task.workspace_id, task.project_id, [change.task.id for change in changes], patch)
        return {failure.id: failure.message for failure in result.failure}

    def quota(self) -> Quota | None:
        return self.service.session.track.quota


def _track_fields(values: Values) -> dict[str, Any]:
    """The columns as fields of Track; the project is in the path."""
    fields: dict[str, Any] = {}
    for column, value in values.items():
        match column:
            case "name":
                fields["name"] = value
            case "estimate":
                fields["estimated_seconds"] = None if value is None else round(value.total_seconds())
            case "assignee":
                fields["user_id"] = value[0] if value else None
            case "done":
                fields["active"] = not value
            case "external reference":
                fields["external_reference"] = value
    return fields


class FocusTarget(Target):
    """Tasks of Focus. An external reference is `SOURCE:NUMBER` or a number, and never changes."""

    batch = 100
    unique_names = False

    def __init__(self, service: FocusService) -> None:
        self.service: FocusService = service
        self.tasks = service.session.focus.tasks
        self.place = (service.organization_id, service.workspace_id)

    def projects(self) -> list[dict[str, Any]]:
        # Tasks may be in projects that are not listed, such as private ones.
        of_tasks = {
            task.project_id: {"id": task.project_id, "name": getattr(task.project, "name", None)}
            for task in self._existing
            if task.project_id
        }
        return list((of_tasks | {project["id"]: project for project in self.service.projects()}).values())

    def existing(self, projects: Collection[int | None], whole: bool) -> list[Any]:
        return self._existing

    @cached_property
    def _existing(self) -> list[Any]:
        tasks: list[Any] = []
        for archived in (False, True):  # in one request each, however many there are
            tasks += self.tasks.stream(
                *self.place, archived=archived, include_project_completed=True, include_drafts=True
            )
        return tasks

    def values(self, task: Any) -> Values:
        return {
            NAME: task.name,
            PROJECT: task.project_id or None,
            ESTIMATE: task.estimate,
            ASSIGNEE: tuple(task.assignee_user_ids or ()),
            DONE: self._is_done(task),
            REFERENCE: _focus_reference(task),
        }

    def _is_done(self, task: Any) -> bool:
        if kind := getattr(task.status, "type", None):
            return bool(kind == DONE_TYPE)
        return any(status["id"] == task.status_id and status["type"] == DONE_TYPE for status in self.service.statuses())

    def problem(self, values: Values, old: Values | None) -> Iterator[str]:
        estimate = values.get(ESTIMATE)
        if estimate and estimate % datetime.timedelta(minutes=1):
            yield "has an estimate with seconds, but Focus has whole minutes"
        if old is None and (reference := values.get(REFERENCE)):
            if not reference.rpartition(":")[2].isdecimal():
                yield f"has the external reference {reference!r}, but Focus takes NUMBER or SOURCE:NUMBER"
        elif old is not None and REFERENCE in values:
            yield "has another external reference than the task, which Focus cannot change"

    def create(self, tasks: Sequence[Values]) -> list[Any]:
        return self.tasks.create_many(*self.place, [self._new(values) for values in tasks])

    def _new(self, values: Values) -> Any:
        fields = self._fields(values)
        if values[PROJECT] is not None:
            fields["project_id"] = values[PROJECT]
        if reference := values.get(REFERENCE):
            source, _, number = reference.rpartition(":")
            fields["integration_ext_id"] = int(number)
            if source:
                fields["integration_source"] = source
        return fields

    def _fields(self, values: Values) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for column, value in values.items():
            match column:
                case "name":
                    fields["name"] = value
                case "estimate":
                    fields["estimated_mins"] = None if value is None else round(value / datetime.timedelta(minutes=1))
                case "assignee":
                    fields["assignee_user_ids"] = list(value)
                case "done":
                    fields["status_id"] = self.service.first_status("done" if value else "todo")
        return fields

    def update_batches(self, changes: Sequence[Change]) -> list[list[Change]]:
        return [list(changes[at : at + 100]) for at in range(0, len(changes), 100)]

    def update(self, changes: Sequence[Change]) -> dict[int, str]:
        items: list[Any] = [{"id": change.task.id, **self._fields(change.values)} for change in changes]
        self.tasks.update_many(*self.place, items)
        return {}

    def quota(self) -> Quota | None:
        return self.service.session.focus.quota


def _focus_reference(task: Any) -> str | None:
    id_ = getattr(task.metadata, "external_id", None) or None
    source = task.source or None
    return id_ if not id_ or source in (None, "focus") else f"{source}:{id_}"
