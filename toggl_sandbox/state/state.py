"""All entities of a sandbox behind one lock. It does not depend on HTTP: the services check what a caller may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ..clock import Clock
from ..process_lock import ProcessLock
from .entities import Client, FocusTask, Organization, Project, Status, TrackTask, User, Workspace
from .identifiers import Identifiers
from .task_collections import FocusTasks, TrackTasks


class StoreError(Exception):
    """A file cannot be used to store the state; the message contains the file and what to do."""


class State:
    """All entities, with the lock that guards them, the clock and the source of ids."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self.lock = ProcessLock()
        self.clock = clock
        self.changes = 0
        """Grows when a project or somebody's access changes, and when everything is replaced."""
        self.clear(seed)

    def clear(self, seed: int) -> None:
        """Remove everything and restart the ids."""
        self.changes += 1
        self.identifiers = Identifiers(seed)
        self.users: dict[int, User] = {}
        self.organizations: dict[int, Organization] = {}
        self.workspaces: dict[int, Workspace] = {}
        self.projects: dict[int, Project] = {}
        self.deleted_projects: dict[int, Project] = {}
        """Deleted projects, for ``since``; deleted tasks of Track refer to them."""
        self.track_tasks = TrackTasks()
        self.focus_tasks = FocusTasks()
        self._changed_projects: dict[int, Project | None] = {}
        self._changed_others: dict[str, dict[int, object]] = {"organizations": {}, "workspaces": {}}

    def add_project(self, project: Project) -> None:
        """Add a new project."""
        self.projects[project.id] = self._changed_projects[project.id] = project
        self.changes += 1

    def change_project(self, project: Project, values: Mapping[str, Any]) -> None:
        """Set fields of a project."""
        for name, value in values.items():
            setattr(project, name, value)
        project.at = self.now()
        self._changed_projects[project.id] = project
        self.changes += 1
        self.track_tasks.forget_indexes()
        self.focus_tasks.forget_indexes()

    def delete_project(self, project: Project) -> None:
        """Delete a project with its tasks of Track; those of Focus leave it."""
        now = self.now()
        for track_task in self.track_tasks.of_project(project.id):
            if track_task.server_deleted_at is None:
                self.track_tasks.delete(track_task, now)
        self.focus_tasks.remove_from_project(project.id, now)
        self.deleted_projects[project.id] = self.projects.pop(project.id)
        self.change_project(project, {"server_deleted_at": now})

    def restore_project(self, project: Project) -> None:
        """Bring back a deleted project with the tasks of Track that were deleted with it; the services cannot."""
        now = self.now()
        self.projects[project.id] = self.deleted_projects.pop(project.id)
        # The newest first: one of the same name may have been deleted before it, in the same second.
        for task in reversed([*self.track_tasks.of_project(project.id)]):
            is_free = self.track_tasks.id_of_name(project.id, task.name) is None
            if is_free and task.server_deleted_at == project.server_deleted_at:
                self.track_tasks.restore(task, now)
        self.change_project(project, {"server_deleted_at": None})

    def change_access(
        self,
        *,
        organizations: Iterable[Organization] = (),
        workspaces: Iterable[Workspace] = (),
        projects: Iterable[Project] = (),
    ) -> None:
        """Take note that plans or members were changed, which decide who sees what."""
        self._changed_others["organizations"] |= {one.id: one for one in organizations}
        self._changed_others["workspaces"] |= {one.id: one for one in workspaces}
        self._changed_projects |= {one.id: one for one in projects}
        self.changes += 1
        self.track_tasks.forget_indexes()
        self.focus_tasks.forget_indexes()

    def unsaved_changes(self) -> Mapping[str, Mapping[int, object]] | None:
        """Return the entities changed since ``mark_saved`` by kind and id, or None when all of them must be saved.

        The value of a deleted one is None.
        """
        if self.track_tasks.changes is None or self.focus_tasks.changes is None:
            return None
        return {
            **self._changed_others,
            "projects": self._changed_projects,
            "track_tasks": self.track_tasks.changes,
            "focus_tasks": self.focus_tasks.changes,
        }

    def mark_saved(self) -> None:
        """Start to record changes."""
        self._changed_projects = {}
        self._changed_others = {kind: {} for kind in self._changed_others}
        self.track_tasks.changes = {}
        self.focus_tasks.changes = {}

    def track_project(self, task: TrackTask) -> Project:
        """Return the project of a Track task, which may be deleted with it."""
        return self.projects.get(task.project_id) or self.deleted_projects[task.project_id]

    def project(self, task: FocusTask) -> Project | None:
        """Return the project of a Focus task, if it has one."""
        return self.projects[task.project_id] if task.project_id else None

    def client(self, project: Project) -> Client | None:
        """Return the client of a project, if it has one."""
        return self.workspaces[project.workspace_id].clients[project.client_id] if project.client_id else None

    def status(self, task: FocusTask) -> Status:
        """Return the status of a Focus task."""
        return self.workspaces[task.workspace_id].statuses[task.status_id]

    def now(self) -> datetime:
        """Return the current time in UTC, in whole seconds as both services write times."""
        return self.clock.now().replace(microsecond=0)
