"""`list` and `show`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from ..spec_options import NONE, FilterHelp, Methods, check_focus_options, given_arguments, spec_options
from ..task_service import State, TaskService

LIST_METHODS: Methods = {"track": TrackTasks.list, "focus": FocusTasks.list}
FILTERS = [
    *spec_options(
        LIST_METHODS,
        without={
            *("active", "state", "status_id", "project_id", "pid", "parent_task_id", "tag_id", "search", "name"),
            *("sort_field", "sort_order", "order_by", "include_assignees"),
        },
        noun="filters",
        common={
            *("since", "start_date", "end_date", "priority", "client_id", "team_id"),
            *("archived", "pinned", "recurring", "has_dates"),
        },
    ),
    FilterHelp(),
]


TASK_FILTERS: Sequence[Callable[[Any], Any]] = (
    click.option("--search", metavar="TEXT", help="Only tasks whose name contains this text."),
    click.option("--mine", is_flag=True, help="Only tasks that are assigned to you."),
    click.option(
        "--assignee",
        metavar="NAME|ID",
        shell_complete=complete_names("users"),
        help="Only tasks that are assigned to this user.",
    ),
    click.option(
        "--status",
        metavar="NAME|ID",
        shell_complete=complete_names("statuses"),
        help="Only tasks with this status or type of status (Focus).",
    ),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="NAME|ID",
        shell_complete=complete_names("tags"),
        help="Only tasks with one of these tags (Focus).",
    ),
    click.option(
        "--parent", metavar="TASK", help="Only sub-tasks of this task; `none`: tasks without a parent (Focus)."
    ),
    click.option("--overrun", is_flag=True, help="Only tasks with more tracked time than estimated."),
)


def task_filters(function: Any) -> Any:
    """Add the options that select tasks; the others of `filtered_rows` are `FILTERS`."""
    for option in reversed(TASK_FILTERS):
        function = option(function)
    return function


def filtered_rows(
    session: Session, project: str | None, state: State, options: Mapping[str, Any], limit: int | None = None
) -> Iterable[Row]:
    """The tasks that the options of `task_filters` and `FILTERS` select; `limit` may save requests."""
    service = tasks_of(session)
    filters = given_arguments(session, LIST_METHODS)
    status, tags, parent = options["status"], options["tags"], options["parent"]
    check_focus_options(session, status=status, tag=tags, parent=parent)
    if status:
        filters["status_id"] = service.status_ids(status)
    if tags:
        filters["tag_id"] = service.tag_ids(tags)
    if parent:
        filters["parent_task_id"] = [None if parent == NONE else service.find([parent], None)[0].id]
    user = "me" if options["mine"] else options["assignee"]
    overrun = options["overrun"]
    project_id = service.project_id(project) if project else None
    tasks = service.tasks(
        project_id=project_id,
        state=state,
        search=options["search"],
        assignee_id=service.user_id(user) if user else None,
        limit=None if overrun else limit,
        filters=filters,
    )
    if project_id is not None:
        tasks = _unless_project_is_missing(service, project_id, tasks)
    rows = (service.row(task) for task in tasks)
    return islice((row for row in rows if row["overrun"] or not overrun), limit)


def _unless_project_is_missing(service: TaskService, project_id: int, tasks: Iterable[Any]) -> Iterator[Any]:
    """The tasks of a project. Without one, raises NotFound if the project does not exist, which a list does not say."""
    empty = True
    for task in tasks:
        empty = False
        yield task
    if empty:
        service.check_project(project_id)


LIST_OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.option("--done", "state", flag_value="done", help="Only tasks that are done."),
    click.option("--all", "state", flag_value="all", help="Tasks that are open and tasks that are done."),
    task_filters,
    click.option("--sort", metavar="FIELD", help="Sort by a field; -FIELD for descending order."),
    click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N tasks."),
)


def list_options(function: Any) -> Any:
    """Add the options that select and sort tasks; `select_rows` takes them."""
    for option in reversed(LIST_OPTIONS):
        function = option(function)
    return function


@command("list", params=FILTERS)
@click.argument("project", required=False, shell_complete=complete_names("projects"))
@list_options
def list_tasks(session: Session, *, project: str | None, **options: Any) -> None:
    """List the open tasks of the workspace, or of one PROJECT.

    PROJECT is an id, a URL of the web application, a name, or part of a name.
    """
    service = tasks_of(session)
    session.output.chosen(service.fields)
    rows = select_rows(session, project, **options)
    session.output.rows(rows, service.columns, fields=service.fields, whole=service.whole, empty="no tasks")


def select_rows(
    session: Session, project: str | None, *, state: State | None, sort: str | None, limit: int | None, **options: Any
) -> Iterable[Row]:
    """The rows of the tasks that the options of `list` select."""
    key, descending = (sort or "").removeprefix("-"), (sort or "").startswith("-")
    if sort:
        session.output.check_field(key, tasks_of(session).fields)
    rows = filtered_rows(session, project, state or "open", options, None if sort else limit)
    return islice(sort_rows(rows, key, descending), limit) if sort else rows


def sort_rows(rows: Iterable[Row], key: str, descending: bool) -> list[Row]:
    """Rows sorted by a column; rows without a value come last."""
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

    TASK is an id, a URL of the web application, a name, or part of a name.
    """
    service = tasks_of(session)
    session.output.chosen(service.fields)
    (found,) = service.find([task], project)
    row = service.row(found)
    columns = [name for name in dict.fromkeys(service.fields) if name in row and name not in service.repeated]
    session.output.record(row, columns=columns, whole=service.whole, fields=service.fields)
