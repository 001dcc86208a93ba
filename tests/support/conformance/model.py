"""A simple model of both task APIs: the sandbox must agree with it after any sequence of requests."""

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
    """The tasks of Track, and the projects that have them."""

    projects: list[int]
    """Two projects that are not deleted."""
    archived: set[int] = field(default_factory=set)
    tasks: dict[int, TrackTask] = field(default_factory=dict)

    def takes_tasks(self, project_id: int) -> bool:
        """Return whether tasks of the project can be changed."""
        return project_id in self.projects and project_id not in self.archived

    def replace_project(self, project_id: int, by: int) -> None:
        """Delete a project and all of its tasks, and add another."""
        self.projects[self.projects.index(project_id)] = by
        self.archived.discard(project_id)
        for task in self.tasks.values():
            task.deleted |= task.project_id == project_id

    def current_tasks(self) -> list[TrackTask]:
        """Return the tasks that are not deleted, sorted by name as in lists."""
        current_tasks = [task for task in self.tasks.values() if not task.deleted]
        return sorted(current_tasks, key=lambda task: (task.name.casefold(), task.id))

    def is_taken(self, project_id: int, name: str, by_other_than: int | None = None) -> bool:
        """Return whether another task of the project has the name."""
        return any(
            task.project_id == project_id and task.name == name and task.id != by_other_than
            for task in self.current_tasks()
        )


@dataclass
class FocusTask:
    """A task of Focus."""

    id: int
    name: str
    parent_id: int | None
    status_id: int
    archived: bool = False


@dataclass
class Focus:
    """The tasks of Focus."""

    tasks: dict[int, FocusTask] = field(default_factory=dict)
    """Those that are not deleted."""
    deleted: dict[int, FocusTask] = field(default_factory=dict)

    def children(self, task_id: int) -> list[FocusTask]:
        """Return the sub-tasks of a task."""
        return [task for task in self.tasks.values() if task.parent_id == task_id]

    def subtree(self, task_id: int) -> set[int]:
        """Return the ids of a task and of all tasks below it."""
        return {task_id}.union(*(self.subtree(child.id) for child in self.children(task_id)))

    def can_move(self, task_id: int, parent_id: int) -> bool:
        """Return whether a task can be put below another one, which no deleted task may make a circle later."""
        if parent_id not in self.tasks:
            return False
        everything = self.tasks | self.deleted
        above: int | None = parent_id
        while above is not None and above != task_id:
            above = everything[above].parent_id
        return above is None

    def delete(self, task_id: int) -> None:
        """Delete a task and all tasks below it."""
        for one in self.subtree(task_id):
            self.deleted[one] = self.tasks.pop(one)

    def restore(self, task_id: int) -> None:
        """Bring back a task and all deleted tasks below it: the clock stands still, so all were deleted together."""
        if task_id in self.deleted:
            self.tasks[task_id] = self.deleted.pop(task_id)
            for child in [one.id for one in self.deleted.values() if one.parent_id == task_id]:
                self.restore(child)
