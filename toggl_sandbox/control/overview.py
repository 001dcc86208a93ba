"""What the page at `/` shows: everything in short. Lists are cut, so that it stays small however much there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from heapq import nlargest
from itertools import islice
from operator import attrgetter
from typing import Any, Final, TypeVar

from .. import discovery
from ..operations import FOCUS_PREFIX, TRACK_PREFIX, operations
from ..state.entities import FocusTask, TrackTask
from ..state.world import World

T = TypeVar("T")
SHOWN: Final = 25
"""How many of each kind are listed."""


def overview(world: World) -> dict[str, Any]:
    """Return operations, contents and requests in short; the caller holds the world's lock.

    Lists are objects of ``total``, a number, and ``shown``, at most 25. Tasks are those that changed last, requests
    the last ones, both the newest first; deleted tasks are left out.
    """
    state = world.state
    track_tasks = [task for task in state.track_tasks if task.server_deleted_at is None]
    focus_tasks = list(state.focus_tasks)
    in_workspace = _Counts(track_tasks, focus_tasks, attrgetter("workspace_id"))
    in_project = _Counts(track_tasks, focus_tasks, attrgetter("project_id"))
    projects_in = Counter(project.workspace_id for project in state.projects.values())
    requests = world.requests
    asked = Counter(request.operation for request in requests)
    return {
        "version": _version(),
        "track_path": TRACK_PREFIX,
        "focus_path": FOCUS_PREFIX,
        "operations": [
            {
                "name": operation.name,
                "method": operation.method,
                "path": operation.path,
                "specified": operation.route not in discovery.ROUTES,
                "requests": asked[operation.name],
            }
            for operation in sorted(
                operations().all, key=lambda one: one.route in discovery.ROUTES
            )  # specified ones first
        ],
        "requests": _short(requests, reversed(requests)),
        "workspaces": _short(
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
        "projects": _short(
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
        "track_tasks": _short(
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
        "focus_tasks": _short(
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


class _Counts:
    """How many tasks of either API there are, by workspace or by project."""

    def __init__(
        self, track_tasks: Iterable[TrackTask], focus_tasks: Iterable[FocusTask], key: attrgetter[int | None]
    ) -> None:
        self._track = Counter(map(key, track_tasks))
        self._focus = Counter(map(key, focus_tasks))

    def of(self, id: int) -> dict[str, int]:
        return {"track_tasks": self._track[id], "focus_tasks": self._focus[id]}


def _short(everything: Collection[object], listed: Iterable[object]) -> dict[str, Any]:
    return {"total": len(everything), "shown": list(islice(listed, SHOWN))}


def _latest(tasks: list[T], changed_at: str) -> list[T]:
    """Return what changed last; of the same moment, what was made last."""
    return nlargest(SHOWN, reversed(tasks), key=attrgetter(changed_at))


@cache
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # late: it takes a fifth of the start

    try:
        return version("toggl-tasks")
    except PackageNotFoundError:  # Run from a folder, without having been installed.
        return "unknown"
