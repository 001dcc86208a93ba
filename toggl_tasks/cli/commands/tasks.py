"""`list` and `show`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import click

from ...focus import Tasks as FocusTasks
from ...track import Tasks as TrackTasks
from ..completion import complete_names
from ..output import Row
from ..root import command, in_project
from ..services import tasks_of
from ..session import Session
from ..spec_options import NONE, Methods, check_focus_options, given_arguments, spec_options
from ..task_service import State

LIST_METHODS: Methods = {"track": TrackTasks.list, "focus": FocusTasks.list}
FILTERS = spec_options(
    LIST_METHODS,
    without={
        *("active", "state", "status_id", "project_id", "pid", "parent_task_id", "tag_id", "search", "name"),
        *("sort_field", "sort_order", "order_by", "include_assignees"),
    },
    noun="filters",
)


@command("list", params=FILTERS)
@click.argument("project", required=False, shell_complete=complete_names("projects"))
@click.option("--done", "state", flag_value="done", help="Only tasks that are done.")
@click.option("--all", "state", flag_value="all", help="Tasks that are open and tasks that are done.")
@click.option("--search", metavar="TEXT", help="Only tasks whose name contains this text.")
@click.option("--mine", is_flag=True, help="Only tasks that are assigned to you.")
@click.option(
    "--assignee",
    metavar="NAME|ID",
    shell_complete=complete_names("users"),
    help="Only tasks that are assigned to this user.",
)
@click.option(
    "--status",
    metavar="NAME|ID",
    shell_complete=complete_names("statuses"),
    help="Only tasks with this status or type of status (Focus).",
)
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="NAME|ID",
    shell_complete=complete_names("tags"),
    help="Only tasks with one of these tags (Focus).",
)
@click.option("--parent", metavar="TASK", help="Only sub-tasks of this task; `none`: no sub-tasks (Focus).")
@click.option("--overrun", is_flag=True, help="Only tasks with more tracked time than estimated.")
@click.option("--sort", metavar="FIELD", help="Sort by a field; -FIELD for descending order.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N tasks.")
def list_tasks(
    session: Session,
    *,
    project: str | None,
    state: State | None,
    search: str | None,
    mine: bool,
    assignee: str | None,
    status: str | None,
    tags: Sequence[str],
    parent: str | None,
    overrun: bool,
    sort: str | None,
    limit: int | None,
    **_: Any,
) -> None:
    """List the open tasks of the workspace, or of one PROJECT.

    PROJECT is an id, an address of the web application, a name, or a part of a name.
    """
    service = tasks_of(session)
    session.output.chosen(service.fields)
    filters = given_arguments(session, LIST_METHODS)
    check_focus_options(session, status=status, tag=tags, parent=parent)
    if status:
        filters["status_id"] = service.status_ids(status)
    if tags:
        filters["tag_id"] = service.tag_ids(tags)
    if parent:
        filters["parent_task_id"] = [None if parent == NONE else service.find([parent], None)[0].id]
    user = "me" if mine else assignee
    key, descending = (sort or "").removeprefix("-"), (sort or "").startswith("-")
    if sort:
        session.output.check_field(key, service.fields)
    tasks = service.tasks(
        project_id=service.project_id(project) if project else None,
        state=state or "open",
        search=search,
        assignee_id=service.user_id(user) if user else None,
        limit=None if sort or overrun else limit,
        filters=filters,
    )
    rows: Iterable[Row] = (service.row(task) for task in tasks)
    if overrun:
        rows = (row for row in rows if row["overrun"])
    if sort:
        rows = sort_rows(rows, key, descending)
    session.output.rows(
        islice(rows, limit), service.columns, fields=service.fields, whole=service.whole, empty="no tasks"
    )


def sort_rows(rows: Iterable[Row], key: str, descending: bool) -> list[Row]:
    """Rows in the order of a column; those without a value are the last."""
    known: list[Row] = []
    unknown: list[Row] = []
    for row in rows:
        (unknown if row[key] is None else known).append(row)
    try:
        known.sort(key=lambda row: row[key].casefold() if isinstance(row[key], str) else row[key], reverse=descending)
    except TypeError:
        known.sort(key=lambda row: str(row[key]), reverse=descending)
    return known + unknown


@command("show")
@click.argument("task")
@in_project
def show(session: Session, *, task: str, project: str | None) -> None:
    """Show all fields of a TASK.

    TASK is an id, an address of the web application, a name, or a part of a name.
    """
    service = tasks_of(session)
    session.output.chosen(service.fields)
    (found,) = service.find([task], project)
    row = service.row(found)
    columns = [name for name in dict.fromkeys(service.fields) if name in row and name not in service.repeated]
    session.output.record(row, columns=columns, whole=service.whole, fields=service.fields)
