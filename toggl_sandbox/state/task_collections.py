"""The tasks of either API, indexed for the lists and checks of the services, with a record of what changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any, Final, Generic, TypeVar

from .entities import FocusTask, TrackTask, assign
from .sorted_index import IndexCache, SortedIndex, SortKey
from .task_summary import TaskSummary

BROWSED: Final = 4
"""Indexes that are stored for the control plane."""
TaskT = TypeVar("TaskT", TrackTask, FocusTask)


class _Tasks(Generic[TaskT]):
    """All tasks of one API in the order in which they were added."""

    def __init__(self) -> None:
        self.changes: dict[int, TaskT] | None = None
        """Assign an empty dictionary to record in it the tasks that change, by id."""
        self._indexes: IndexCache[TaskT] = IndexCache()
        self._all: dict[int, TaskT] = {}
        self._sequence_numbers: dict[int, int] = {}
        self._counter = count()
        self._summary: TaskSummary[TaskT] | None = None
        self._browsed: IndexCache[TaskT] = IndexCache(BROWSED)

    def __iter__(self) -> Iterator[TaskT]:
        """Iterate over all tasks, oldest first."""
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def get(self, task_id: int) -> TaskT | None:
        """Return a task, deleted or not."""
        return self._all.get(task_id)

    @property
    def summary(self) -> TaskSummary[TaskT]:
        """Numbers of tasks, and those that changed last; it is built on first use."""
        if self._summary is None:
            self._summary = TaskSummary(self._all.values())
        return self._summary

    def browse(
        self, name: Hashable, includes: Callable[[TaskT], bool], sort_key: Callable[[TaskT], SortKey]
    ) -> SortedIndex[TaskT]:
        """Return an index of all tasks, deleted ones too, that does not take the place of one of the services."""
        return self._browsed.get(name, lambda: SortedIndex(self._all.values(), includes, sort_key))

    def sequence_number(self, task: TaskT) -> int:
        """Return a number that is larger than those of all tasks added before."""
        return self._sequence_numbers[task.id]

    def forget_indexes(self) -> None:
        """Discard the indexes, since other data has changed by which tasks are filtered or sorted."""
        self._indexes = IndexCache()

    def _on_added(self, task: TaskT) -> None:
        self._all[task.id] = task
        self._sequence_numbers[task.id] = next(self._counter)
        self._on_changed(task)

    def _on_changed(self, task: TaskT) -> None:
        self._indexes.put(task)
        self._browsed.put(task)
        if self._summary is not None:
            self._summary.put(task)
        if self.changes is not None:
            self.changes[task.id] = task


class TrackTasks(_Tasks[TrackTask]):
    """Track's tasks by project, and the names in use there. Deleted tasks remain, for ``since``."""

    def __init__(self) -> None:
        super().__init__()
        self._of_project: defaultdict[int, dict[int, TrackTask]] = defaultdict(dict)
        self._names: dict[tuple[int, str], int] = {}

    def add(self, task: TrackTask) -> None:
        """Add a new task."""
        self._of_project[task.project_id][task.id] = task
        if task.server_deleted_at is None:
            self._names[task.project_id, task.name] = task.id
        self._on_added(task)

    def of_project(self, project_id: int) -> Collection[TrackTask]:
        """Return the tasks of a project, including deleted ones, oldest first."""
        return self._of_project[project_id].values()

    def find(self, project_id: int, task_id: int) -> TrackTask | None:
        """Return a task of the project that is not deleted."""
        task = self._of_project[project_id].get(task_id)
        return task if task and task.server_deleted_at is None else None

    def id_of_name(self, project_id: int, name: str) -> int | None:
        """Return the id of the task that has this name in the project."""
        return self._names.get((project_id, name))

    def sorted_index(
        self,
        name: Hashable,
        project_ids: Collection[int],
        includes: Callable[[TrackTask], bool],
        sort_key: Callable[[TrackTask], SortKey],
    ) -> SortedIndex[TrackTask]:
        """Return an index of tasks of some projects; ``name`` must identify what it includes and how it is sorted."""

        def build() -> SortedIndex[TrackTask]:
            tasks = [task for project_id in project_ids for task in self._of_project[project_id].values()]
            return SortedIndex(tasks, lambda task: task.project_id in project_ids and includes(task), sort_key)

        return self._indexes.get((name, tuple(project_ids)), build)

    def change(self, task: TrackTask, values: Mapping[str, Any], at: datetime) -> None:
        """Set fields of a task."""
        del self._names[task.project_id, task.name]
        assign(task, values)
        self._names[task.project_id, task.name] = task.id
        task.at = at
        self._on_changed(task)

    def delete(self, task: TrackTask, at: datetime) -> None:
        """Mark a task as deleted and free its name."""
        del self._names[task.project_id, task.name]
        task.at = task.server_deleted_at = at
        self._on_changed(task)

    def restore(self, task: TrackTask, at: datetime) -> None:
        """Bring back a deleted task, whose name must be free; the service has no such operation."""
        self._names[task.project_id, task.name] = task.id
        task.at, task.server_deleted_at = at, None
        self._on_changed(task)


class FocusTasks(_Tasks[FocusTask]):
    """Focus's tasks by workspace and by parent. Deleted tasks remain, to be restored."""

    def __init__(self) -> None:
        super().__init__()
        self._of_workspace: defaultdict[int, dict[int, FocusTask]] = defaultdict(dict)
        self._children: defaultdict[int | None, dict[int, FocusTask]] = defaultdict(dict)
        self._children_with: Counter[tuple[int | None, int]] = Counter()
        """The number of children by parent and status."""
        self._deleted_children: defaultdict[int | None, dict[int, FocusTask]] = defaultdict(dict)

    def add(self, task: FocusTask) -> None:
        """Add a task, deleted or not."""
        if task.deleted_at is None:
            self._add_to_lists(task)
        else:
            self._deleted_children[task.parent_task_id][task.id] = task
        self._on_added(task)

    def of_workspace(self, workspace_id: int) -> Collection[FocusTask]:
        """Return the tasks of a workspace that are not deleted, oldest first."""
        return self._of_workspace[workspace_id].values()

    def find(self, workspace_id: int, task_id: int | None) -> FocusTask | None:
        """Return a task of the workspace that is not deleted."""
        return self._of_workspace[workspace_id].get(task_id) if task_id else None

    def find_deleted(self, workspace_id: int, task_id: int | None) -> FocusTask | None:
        """Return a deleted task of the workspace."""
        task = self._all.get(task_id) if task_id else None
        return task if task and task.deleted_at and task.workspace_id == workspace_id else None

    def children(self, task: FocusTask) -> Collection[FocusTask]:
        """Return the sub-tasks that are not deleted."""
        return self._children[task.id].values()

    def count_children(self, task: FocusTask, status_id: int) -> int:
        """Return the number of sub-tasks that have a status."""
        return self._children_with[task.id, status_id]

    def sorted_index(
        self,
        name: Hashable,
        workspace_id: int,
        includes: Callable[[FocusTask], bool],
        sort_key: Callable[[FocusTask], SortKey],
    ) -> SortedIndex[FocusTask]:
        """Return an index of tasks of a workspace; ``name`` must identify what it includes and how it is sorted."""
        return self._indexes.get(
            (name, workspace_id),
            lambda: SortedIndex(
                self.of_workspace(workspace_id),
                lambda task: task.deleted_at is None and task.workspace_id == workspace_id and includes(task),
                sort_key,
            ),
        )

    def change(self, task: FocusTask, values: Mapping[str, Any], at: datetime) -> None:
        """Set fields of a task."""
        if values.get("status_id", task.status_id) != task.status_id:
            task.status_updated_at = at
        self._remove_from_parent(task)
        assign(task, values)
        self._add_to_parent(task)
        task.updated_at = at
        self._on_changed(task)
        for child in self.children(task):
            # Its place in a list can depend on its parent.
            self._indexes.put(child)

    def delete(self, task: FocusTask, at: datetime) -> None:
        """Mark a task as deleted with its sub-tasks (assumed), and remove their time entries (observed)."""
        family = [task]
        for one in family:
            family += self.children(one)
        for one in family:
            del self._of_workspace[one.workspace_id][one.id]
            self._remove_from_parent(one)
            self._deleted_children[one.parent_task_id][one.id] = one
            one.updated_at = one.deleted_at = at
            one.time_entries.clear()
            self._on_changed(one)

    def restore(self, task: FocusTask, at: datetime) -> None:
        """Bring back a deleted task with the sub-tasks that were deleted with it (assumed)."""
        family = [task]
        for one in family:
            family += [each for each in self._deleted_children[one.id].values() if each.deleted_at == task.deleted_at]
        for one in family:
            del self._deleted_children[one.parent_task_id][one.id]
            one.updated_at, one.deleted_at = at, None
            self._add_to_lists(one)
            self._on_changed(one)

    def remove_from_project(self, project_id: int, at: datetime) -> None:
        """Take all tasks out of a project; deleted ones too: they can be restored after it is deleted."""
        for task in self:
            if task.project_id == project_id:
                if task.deleted_at is None:
                    self.change(task, {"project_id": None}, at)
                else:
                    task.project_id = None
                    self._on_changed(task)

    def _add_to_lists(self, task: FocusTask) -> None:
        self._of_workspace[task.workspace_id][task.id] = task
        self._add_to_parent(task)

    def _add_to_parent(self, task: FocusTask) -> None:
        self._children[task.parent_task_id][task.id] = task
        self._children_with[task.parent_task_id, task.status_id] += 1

    def _remove_from_parent(self, task: FocusTask) -> None:
        del self._children[task.parent_task_id][task.id]
        self._children_with[task.parent_task_id, task.status_id] -= 1
