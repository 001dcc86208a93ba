"""The summary that the page at `/` shows. Lists are truncated, so that it stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sized
from functools import cache
from itertools import islice
from time import time
from typing import Any, Final

import msgspec

from ..operations import FOCUS_PREFIX, TRACK_PREFIX, operations
from ..state.world import World

LIMIT: Final = 25
"""Maximum length of a list."""


class Revisions:
    """Remembers in which revision each section of the overview last changed, so that a poll gets only what is new."""

    def __init__(self) -> None:
        # A sandbox that is started later has larger ones; JavaScript can read them exactly.
        self._revision = int(time() * 1000)
        self._first = self._revision
        self._sections: dict[str, tuple[bytes, int]] = {}

    def since(self, sections: dict[str, Any], since: int | None) -> dict[str, Any]:
        """Return the sections that changed after a revision, all of them without one or if it is of another sandbox."""
        encoded = {name: msgspec.json.encode(value) for name, value in sections.items()}
        before = {name: content for name, (content, _) in self._sections.items()}
        changed = [name for name, content in encoded.items() if before.get(name) != content]
        self._revision += bool(changed)
        self._sections |= {name: (encoded[name], self._revision) for name in changed}
        if since is None or not self._first < since <= self._revision:
            since = self._first
        new = {name: msgspec.Raw(content) for name, (content, revision) in self._sections.items() if revision > since}
        return {"revision": self._revision, **new}


def overview(world: World) -> dict[str, Any]:
    """Return a summary of operations, contents and requests; the caller holds the lock of the state.

    A list is an object of its length, ``total``, and its first 25 entries, ``shown``. Tasks are sorted by their last
    change and requests by time, newest first; deleted tasks are omitted.
    """
    state = world.state
    track_tasks, focus_tasks = state.track_tasks.summary, state.focus_tasks.summary
    projects_in = Counter(project.workspace_id for project in state.projects.values())
    log = world.log
    return {
        "version": version(),
        "track_path": TRACK_PREFIX,
        "focus_path": FOCUS_PREFIX,
        "operations": [
            {
                "name": operation.name,
                "method": operation.method,
                "path": operation.path,
                "requests": log.counts[operation.name],
            }
            for operation in operations().all
        ],
        "requests": _truncate(log, log.latest(LIMIT)),
        "workspaces": _truncate(
            state.workspaces,
            (
                {
                    "id": workspace.id,
                    "name": workspace.name,
                    "organization_id": workspace.organization_id,
                    "has_tasks": state.organizations[workspace.organization_id].has_tasks,
                    "projects": projects_in[workspace.id],
                    "track_tasks": track_tasks.in_workspace[workspace.id],
                    "focus_tasks": focus_tasks.in_workspace[workspace.id],
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
                    "track_tasks": track_tasks.in_project[project.id],
                    "focus_tasks": focus_tasks.in_project[project.id],
                }
                for project in state.projects.values()
            ),
        )
        | {"changes": state.changes},
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
                for task in track_tasks.latest(LIMIT)
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
                for task in focus_tasks.latest(LIMIT)
            ),
        ),
    }


def _truncate(everything: Sized, entries: Iterable[object]) -> dict[str, Any]:
    return {"total": len(everything), "shown": list(islice(entries, LIMIT))}


@cache
def version() -> str:
    """Return the version of toggl-tasks."""
    from importlib.metadata import PackageNotFoundError, version  # imported late: it takes a fifth of the start-up time

    try:
        return version("toggl-tasks")
    except PackageNotFoundError:  # Not installed, but run from a folder.
        return "unknown"
