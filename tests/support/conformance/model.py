"""What both task APIs hold, as simply as it can be said: the sandbox has to agree with it after any sequence."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class TrackTask:
    """A task of Track, deleted or not."""

    id: int
    project_id: int
    name: str
    active: bool
    estimate: int | None = None
    deleted: bool = False


@dataclass
class Track:
    """The tasks of Track."""

    tasks: dict[int, TrackTask] = field(default_factory=dict)

    def living(self) -> list[TrackTask]:
        """Return those that are not deleted, by name as the lists have them."""
        living = [task for task in self.tasks.values() if not task.deleted]
        return sorted(living, key=lambda task: (task.name.casefold(), task.id))

    def is_taken(self, project_id: int, name: str, by_other_than: int | None = None) -> bool:
        """Return whether another task of the project has the name."""
        return any(
            task.project_id == project_id and task.name == name and task.id != by_other_than for task in self.living()
        )


@dataclass
class FocusTask:
    """A task of Focus."""

    id: int
    name: str
    parent_id: int | None
    status_id: int


@dataclass
class Focus:
    """The tasks of Focus; a deleted one is gone."""

    tasks: dict[int, FocusTask] = field(default_factory=dict)

    def children(self, task_id: int) -> list[FocusTask]:
        """Return the sub-tasks of a task."""
        return [task for task in self.tasks.values() if task.parent_id == task_id]

    def family(self, task_id: int) -> set[int]:
        """Return a task with all that is below it."""
        return {task_id}.union(*(self.family(child.id) for child in self.children(task_id)))

    def delete(self, task_id: int) -> None:
        """Take a task out with all that is below it."""
        for one in self.family(task_id):
            del self.tasks[one]
