"""What the sandbox holds: users, organizations, workspaces, projects, and the tasks of either API.

Both APIs share everything but the tasks. Nothing here knows HTTP: what a caller may not do is decided by the services.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Coroutine, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from itertools import count
from threading import RLock
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from ..clock import Clock
from .identifiers import Identifiers
from .sorted_index import Rank, View, Views


@dataclass(slots=True)
class User:
    """Somebody with credentials for both APIs; a token of one is unknown to the other."""

    id: int
    name: str
    email: str
    password: str
    track_token: str
    focus_token: str


@dataclass(slots=True)
class Organization:
    """A customer of Toggl; whether its plan has tasks decides between service and 402."""

    id: int
    name: str
    member_ids: set[int]
    has_tasks: bool = True


@dataclass(slots=True)
class Status:
    """A status of Focus tasks. The types (todo, in_progress, done) are assumed; no page lists them."""

    id: int
    name: str
    type: str
    emoji: str


@dataclass(slots=True)
class Tag:
    """A tag of Focus tasks."""

    id: int
    name: str
    color: str


@dataclass(slots=True)
class Workspace:
    """A workspace with what Focus tasks refer to; the first of ``statuses`` is the one a new task gets."""

    id: int
    organization_id: int
    name: str
    member_ids: set[int]
    statuses: dict[int, Status] = field(default_factory=dict)
    tags: dict[int, Tag] = field(default_factory=dict)
    ghost_ids: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Client:
    """Whom a project is done for."""

    id: int
    name: str


@dataclass(slots=True)
class Project:
    """A project; a private one is seen by its members only."""

    id: int
    workspace_id: int
    name: str
    color: str
    member_ids: set[int]
    created_at: datetime
    client: Client | None = None
    billable: bool = False
    private: bool = False
    recurring: bool = False
    archived: bool = False
    hourly_rate: float | None = None

    def seen_by(self, user: User) -> bool:
        """Return whether the user may see the project, given that he may see the workspace."""
        return not self.private or user.id in self.member_ids


@dataclass(slots=True)
class TrackTask:
    """A task of Track. ``extra`` keeps fields that a newer spec has and this module does not know."""

    id: int
    workspace_id: int
    project_id: int
    name: str
    user_id: int | None
    created_at: datetime
    at: datetime
    active: bool = True
    estimated_seconds: int | None = None
    external_reference: str | None = None
    tracked_milliseconds: int = 0
    due_date: date | None = None
    integration: Mapping[str, Any] = field(default_factory=dict)
    server_deleted_at: datetime | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class TimeBlock:
    """Time set aside for a Focus task; a scheduled one stands in a calendar."""

    id: int
    start: datetime
    seconds: int
    completed: bool
    scheduled: bool


@dataclass(slots=True)
class TimeEntry:
    """Time tracked on a Focus task."""

    id: int
    start: datetime
    seconds: int


@dataclass(slots=True)
class FocusTask:
    """A task of Focus. ``extra`` keeps fields that a newer spec has and this module does not know."""

    id: int
    workspace_id: int
    name: str
    toggl_user_id: int
    status_id: int
    created_at: datetime
    updated_at: datetime
    status_updated_at: datetime | None = None
    archived_at: datetime | None = None
    deleted_at: datetime | None = None
    assignee_user_ids: list[int] | None = None
    ghost_assignee_ids: list[int] | None = None
    auto_log_time: bool | None = False
    billable: bool | None = False
    color: str | None = None
    description: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    estimated_mins: int | None = None
    metadata: dict[str, Any] | None = None
    notes: str | None = None
    parent_task_id: int | None = None
    pinned: bool | None = False
    position: int | None = None
    priority: str | None = "none"
    priority_at: datetime | None = None
    private: bool | None = False
    project_id: int | None = None
    recurring_task_id: int | None = None
    rrule: str | None = None
    source: str | None = None
    tag_ids: list[int] | None = None
    team_ids: list[int] = field(default_factory=list)
    time_blocks: list[TimeBlock] = field(default_factory=list)
    time_entries: list[TimeEntry] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


def assign(task: TrackTask | FocusTask, values: Mapping[str, Any]) -> None:
    """Set fields by name; one that only the spec knows is kept in ``extra`` and answered as it came."""
    for name, value in values.items():
        if name in type(task).__dataclass_fields__:
            setattr(task, name, value)
        else:
            task.extra[name] = value


TaskT = TypeVar("TaskT", TrackTask, FocusTask)


class _Tasks(Generic[TaskT]):
    """What the tasks of both APIs have in common: the order in which they came, and who is told of a change."""

    def __init__(self) -> None:
        self.changes: dict[int, TaskT | None] | None = None
        """The tasks by id that changed since somebody put an empty dictionary here; None for one that is no more."""
        self._views: Views[TaskT] = Views()
        self._all: dict[int, TaskT] = {}
        self._places: dict[int, int] = {}
        self._added = count()

    def __iter__(self) -> Iterator[TaskT]:
        """Go through all tasks in the order in which they came."""
        return iter(self._all.values())

    def place(self, task: TaskT) -> int:
        """Return a number that is larger than those of the tasks added before."""
        return self._places[task.id]

    def _has_come(self, task: TaskT) -> None:
        self._all[task.id] = task
        self._places[task.id] = next(self._added)
        self._has_changed(task)

    def _has_changed(self, task: TaskT) -> None:
        self._views.put(task)
        if self.changes is not None:
            self.changes[task.id] = task

    def _has_gone(self, task: TaskT) -> None:
        del self._all[task.id], self._places[task.id]
        self._views.drop(task)
        if self.changes is not None:
            self.changes[task.id] = None


class TrackTasks(_Tasks[TrackTask]):
    """Track's tasks by project, and the names that are taken there. Deleted tasks stay, for ``since``."""

    def __init__(self) -> None:
        super().__init__()
        self._of_project: defaultdict[int, dict[int, TrackTask]] = defaultdict(dict)
        self._names: dict[tuple[int, str], int] = {}

    def add(self, task: TrackTask) -> None:
        """Keep a task that is new here."""
        self._of_project[task.project_id][task.id] = task
        if task.server_deleted_at is None:
            self._names[task.project_id, task.name] = task.id
        self._has_come(task)

    def of_project(self, project_id: int) -> Collection[TrackTask]:
        """Return the tasks of a project, deleted ones too, oldest first."""
        return self._of_project[project_id].values()

    def find(self, project_id: int, task_id: int) -> TrackTask | None:
        """Return a task of the project that is not deleted."""
        task = self._of_project[project_id].get(task_id)
        return task if task and task.server_deleted_at is None else None

    def holder(self, project_id: int, name: str) -> int | None:
        """Return the id of the task that has this name in the project."""
        return self._names.get((project_id, name))

    def view(
        self,
        name: Hashable,
        project_ids: Collection[int],
        wanted: Callable[[TrackTask], bool],
        rank: Callable[[TrackTask], Rank],
    ) -> View[TrackTask]:
        """Return the wanted tasks of some projects by rank; ``name`` says what is wanted and ranked, and by which."""

        def make() -> View[TrackTask]:
            tasks = [task for project_id in project_ids for task in self._of_project[project_id].values()]
            return View(tasks, lambda task: task.project_id in project_ids and wanted(task), rank)

        return self._views.get((name, tuple(project_ids)), make)

    def change(self, task: TrackTask, values: Mapping[str, Any], at: datetime) -> None:
        """Set fields of a task at a moment."""
        del self._names[task.project_id, task.name]
        assign(task, values)
        self._names[task.project_id, task.name] = task.id
        task.at = at
        self._has_changed(task)

    def delete(self, task: TrackTask, at: datetime) -> None:
        """Mark a task as deleted and free its name."""
        del self._names[task.project_id, task.name]
        task.at = task.server_deleted_at = at
        self._has_changed(task)


class FocusTasks(_Tasks[FocusTask]):
    """Focus's tasks by workspace and by parent."""

    def __init__(self) -> None:
        super().__init__()
        self._of_workspace: defaultdict[int, dict[int, FocusTask]] = defaultdict(dict)
        self._children: defaultdict[int | None, dict[int, FocusTask]] = defaultdict(dict)
        self._children_with: Counter[tuple[int | None, int]] = Counter()

    def add(self, task: FocusTask) -> None:
        """Keep a task that is new here."""
        self._of_workspace[task.workspace_id][task.id] = task
        self._enter_family(task)
        self._has_come(task)

    def of_workspace(self, workspace_id: int) -> Collection[FocusTask]:
        """Return the tasks of a workspace that are not deleted, oldest first."""
        return self._of_workspace[workspace_id].values()

    def find(self, workspace_id: int, task_id: int | None) -> FocusTask | None:
        """Return a task of the workspace that is not deleted."""
        return self._of_workspace[workspace_id].get(task_id) if task_id else None

    def children(self, task: FocusTask) -> Collection[FocusTask]:
        """Return the sub-tasks that are not deleted."""
        return self._children[task.id].values()

    def count_children(self, task: FocusTask, status_id: int) -> int:
        """Return how many of its sub-tasks have a status."""
        return self._children_with[task.id, status_id]

    def view(
        self,
        name: Hashable,
        workspace_id: int,
        wanted: Callable[[FocusTask], bool],
        rank: Callable[[FocusTask], Rank],
    ) -> View[FocusTask]:
        """Return the wanted tasks of a workspace by rank; ``name`` says what is wanted and ranked, and by which."""
        return self._views.get(
            (name, workspace_id),
            lambda: View(
                self.of_workspace(workspace_id), lambda task: task.workspace_id == workspace_id and wanted(task), rank
            ),
        )

    def change(self, task: FocusTask, values: Mapping[str, Any], at: datetime) -> None:
        """Set fields of a task at a moment."""
        if values.get("status_id", task.status_id) != task.status_id:
            task.status_updated_at = at
        self._leave_family(task)
        assign(task, values)
        self._enter_family(task)
        task.updated_at = at
        self._has_changed(task)

    def delete(self, task: FocusTask, at: datetime) -> None:
        """Remove a task with its time entries (observed) and its sub-tasks (assumed)."""
        for child in list(self.children(task)):
            self.delete(child, at)
        del self._of_workspace[task.workspace_id][task.id]
        self._leave_family(task)
        self._has_gone(task)
        task.deleted_at = at
        task.time_entries.clear()

    def _enter_family(self, task: FocusTask) -> None:
        self._children[task.parent_task_id][task.id] = task
        self._children_with[task.parent_task_id, task.status_id] += 1

    def _leave_family(self, task: FocusTask) -> None:
        del self._children[task.parent_task_id][task.id]
        self._children_with[task.parent_task_id, task.status_id] -= 1


class StoreError(Exception):
    """A file cannot keep the state, or keeps none; the text names the file and the remedy."""


class State:
    """Everything, behind one lock, with the clock and the source of ids."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self.lock = RLock()
        self.clock = clock
        self.clear(seed)

    def clear(self, seed: int) -> None:
        """Forget everything and count ids from the start."""
        self.identifiers = Identifiers(seed)
        self.users: dict[int, User] = {}
        self.organizations: dict[int, Organization] = {}
        self.workspaces: dict[int, Workspace] = {}
        self.projects: dict[int, Project] = {}
        self.new_projects: list[Project] = []
        """Those added since somebody emptied the list."""
        self.track_tasks = TrackTasks()
        self.focus_tasks = FocusTasks()

    def add_project(self, project: Project) -> None:
        """Keep a project that is new here."""
        self.projects[project.id] = project
        self.new_projects.append(project)

    def unsaved_changes(self) -> Mapping[str, Mapping[int, object]] | None:
        """Return the entities changed since ``mark_saved`` by kind and id, or None when all of them must be saved.

        The value of a deleted one is None.
        """
        if self.track_tasks.changes is None or self.focus_tasks.changes is None:
            return None
        return {
            "projects": {one.id: one for one in self.new_projects},
            "track_tasks": self.track_tasks.changes,
            "focus_tasks": self.focus_tasks.changes,
        }

    def mark_saved(self) -> None:
        """Start to record changes."""
        self.new_projects.clear()
        self.track_tasks.changes = {}
        self.focus_tasks.changes = {}

    def project(self, task: FocusTask) -> Project | None:
        """Return the project of a Focus task, if it has one."""
        return self.projects[task.project_id] if task.project_id else None

    def status(self, task: FocusTask) -> Status:
        """Return the status of a Focus task."""
        return self.workspaces[task.workspace_id].statuses[task.status_id]

    def now(self) -> datetime:
        """Return the moment in UTC, in whole seconds as both services write their times."""
        return self.clock.now().replace(microsecond=0)


class _Stateful(Protocol):
    state: State


_ServiceT = TypeVar("_ServiceT", bound=_Stateful)
_P = ParamSpec("_P")
_R = TypeVar("_R")


def exclusive(
    operation: Callable[Concatenate[_ServiceT, _P], Coroutine[Any, Any, _R]],
) -> Callable[Concatenate[_ServiceT, _P], Coroutine[Any, Any, _R]]:
    """Run an operation alone, since event loops of several threads can share one state.

    The lock is held across an await that never suspends: no operation waits for anything.
    """

    @wraps(operation)
    async def alone(service: _ServiceT, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with service.state.lock:
            return await operation(service, *args, **kwargs)

    return alone
