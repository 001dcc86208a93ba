"""`workspaces`, `projects`, `statuses` and `tags`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import click

from ..errors import USAGE, CommandError
from ..focus_service import FocusService
from ..root import command
from ..services import tasks_of
from ..session import Session
from ..task_service import TaskService


def as_dict(item: Any) -> dict[str, Any]:
    """The fields of a model that the service sent."""
    fields: dict[str, Any] = item.to_dict()
    return fields


@command("workspaces")
def workspaces(session: Session) -> None:
    """List the workspaces of the account, which are the same for Track and Focus."""
    items = map(as_dict, session.track.workspaces.list())
    session.output.rows(items, ("id", "name", "organization_id"), empty="no workspaces")


@command("projects")
@click.option("--all", "archived", is_flag=True, help="Include archived projects.")
@click.option("--search", metavar="TEXT", help="Only projects whose name contains this text.")
def projects(session: Session, *, archived: bool, search: str | None) -> None:
    """List the projects of the workspace."""
    extra: tuple[str, ...] = ()
    service: TaskService
    if session.api == "focus":
        service = FocusService(session)
        given: dict[str, Any] = {"name": search} if search else {}
        items: Iterable[Any] = session.focus.projects.list(service.organization_id, service.workspace_id, **given)
        if archived:
            more = session.focus.projects.list(service.organization_id, service.workspace_id, archived=True, **given)
            items = itertools.chain(items, more)
        columns = ("id", "name", "active", "updated_at")
    else:
        service = tasks_of(session)
        given = {"search": search} if search else {}
        items = session.track.projects.list(service.workspace_id, active="both" if archived else "true", **given)
        columns = ("id", "name", "client_name", "active")
        extra = ("client_name",)
    if not search and not archived:
        items = list(items)
        session.store(f"{session.api}/{service.workspace_id}/projects", items, extra)
    session.output.rows(map(as_dict, items), columns, empty="no projects")


@command("statuses")
def statuses(session: Session) -> None:
    """List the statuses that tasks of Focus can have."""
    items = session.focus.statuses.list(_focus_workspace(session))
    session.output.rows(map(as_dict, items), ("id", "name", "type"), empty="no statuses")


@command("tags")
def tags(session: Session) -> None:
    """List the tags of Focus."""
    session.output.rows(
        map(as_dict, session.focus.tags.list(_focus_workspace(session))), ("id", "name"), empty="no tags"
    )


def _focus_workspace(session: Session) -> int:
    if session.api != "focus":
        raise CommandError(f"{session.context.info_name} are in Focus: use --api focus", USAGE)
    return tasks_of(session).workspace_id
