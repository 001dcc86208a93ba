"""Numbers of tasks, and the tasks by their last change, for the overview: updated with each change of a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from .sorted_index import SortedIndex


class Summarized(Protocol):
    """The fields of a task that a summary reads."""

    id: int
    workspace_id: int

    @property
    def project_id(self) -> int | None:
        """The project, if it has one."""
        ...

    @property
    def changed_at(self) -> datetime:
        """When it was last changed."""
        ...

    @property
    def is_deleted(self) -> bool:
        """Whether it is deleted."""
        ...


T = TypeVar("T", bound=Summarized)


class TaskSummary(Generic[T]):
    """The tasks of one API that are not deleted."""

    def __init__(self, tasks: Collection[T]) -> None:
        self.in_workspace: Counter[int] = Counter()
        self.in_project: Counter[int | None] = Counter()
        self._places: dict[int, tuple[int, int | None]] = {}
        self._by_change = SortedIndex(tasks, lambda task: not task.is_deleted, lambda task: (task.changed_at, task.id))
        for task in tasks:
            self._count(task)

    def __len__(self) -> int:
        return len(self._by_change)

    def latest(self, number: int) -> list[T]:
        """Return the tasks that changed last; among equal times, those created last."""
        return self._by_change.page(0, number, descending=True)

    def put(self, task: T) -> None:
        """Take in a task that is new or has changed."""
        self._by_change.put(task)
        if place := self._places.pop(task.id, None):
            self.in_workspace[place[0]] -= 1
            self.in_project[place[1]] -= 1
        self._count(task)

    def _count(self, task: T) -> None:
        if not task.is_deleted:
            self._places[task.id] = task.workspace_id, task.project_id
            self.in_workspace[task.workspace_id] += 1
            self.in_project[task.project_id] += 1
