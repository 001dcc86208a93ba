"""The summary that the page at `/` shows. Lists are truncated, so that it stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from heapq import nlargest
from itertools import islice
from operator import attrgetter
from typing import Any, Final, TypeVar

from ..operations import FOCUS_PREFIX, TRACK_PREFIX, operations
from ..state.entities import FocusTask, TrackTask
from ..state.world import World

T = TypeVar("T")
LIMIT: Final = 25
"""Maximum length of a list."""


def overview(world: World) -> dict[str, Any]:
    """Return a summary of operations, contents and requests; the caller holds the lock of the state.

    A list is an object of its length, ``total``, and its first 25 entries, ``shown``. Tasks are sorted by their last
    change and requests by time, newest first; deleted tasks are omitted.
    """
    state = world.state
    track_tasks = [task for task in state.track_tasks if task.server_deleted_at is None]
    focus_tasks = [task for task in state.focus_tasks if task.deleted_at is None]
    in_workspace = _TaskCounts(track_tasks, focus_tasks, attrgetter("workspace_id"))
    in_project = _TaskCounts(track_tasks, focus_tasks, attrgetter("project_id"))
    projects_in = Counter(project.workspace_id for project in state.projects.values())
    requests = world.requests
    request_counts = Counter(request.operation for request in requests)
    return {
        "version": _version(),
        "track_path": TRACK_PREFIX,
        "focus_path": FOCUS_PREFIX,
        "operations": [
            {
                "name": operation.name,
                "method": operation.method,
                "path": operation.path,
                "requests": request_counts[operation.name],
            }
            for operation in operations().all
        ],
        "requests": _truncate(requests, reversed(requests)),
        "workspaces": _truncate(
            state.workspaces,
            (
                {
                    "id": workspace.id,
                    "name": workspace.name,
                    "organization_id": workspace.organization_id,
                    "has_tasks": state.organizations[workspace.organization_id].has_tasks,
                    "projects": projects_in[workspace.id],
                    **in_workspace.of(workspace.id),
                }
                for workspace in state.workspaces.values()
            ),
        ),
        "projects": _truncate(
            state.projects,
            (
                {
                    "id": project.id,
                    "name": project.name,
                    "workspace_id": project.workspace_id,
                    "color": project.color,
                    "archived": project.archived,
                    "private": project.private,
                    "recurring": project.recurring,
                    **in_project.of(project.id),
                }
                for project in state.projects.values()
            ),
        ),
        "track_tasks": _truncate(
            track_tasks,
            (
                {
                    "id": task.id,
                    "name": task.name,
                    "project": state.projects[task.project_id].name,
                    "active": task.active,
                    "changed_at": task.at,
                }
                for task in _latest(track_tasks, "at")
            ),
        ),
        "focus_tasks": _truncate(
            focus_tasks,
            (
                {
                    "id": task.id,
                    "name": task.name,
                    "project": project.name if (project := state.project(task)) else None,
                    "status": state.status(task).name,
                    "changed_at": task.updated_at,
                }
                for task in _latest(focus_tasks, "updated_at")
            ),
        ),
    }


class _TaskCounts:
    """The numbers of tasks of either API, by workspace or by project."""

    def __init__(
        self, track_tasks: Iterable[TrackTask], focus_tasks: Iterable[FocusTask], key: attrgetter[int | None]
    ) -> None:
        self._track = Counter(map(key, track_tasks))
        self._focus = Counter(map(key, focus_tasks))

    def of(self, id: int) -> dict[str, int]:
        return {"track_tasks": self._track[id], "focus_tasks": self._focus[id]}


def _truncate(everything: Collection[object], entries: Iterable[object]) -> dict[str, Any]:
    return {"total": len(everything), "shown": list(islice(entries, LIMIT))}


def _latest(tasks: list[T], changed_at: str) -> list[T]:
    """Return the tasks that changed last; among equal times, those created last."""
    return nlargest(LIMIT, reversed(tasks), key=attrgetter(changed_at))


@cache
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # imported late: it takes a fifth of the start-up time

    try:
        return version("toggl-tasks")
    except PackageNotFoundError:  # Not installed, but run from a folder.
        return "unknown"
