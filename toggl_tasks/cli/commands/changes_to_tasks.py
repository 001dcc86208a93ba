"""`add`, `edit`, `done`, `reopen`, `delete`, `archive` and `restore`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import click

from ... import TogglError
from ...focus import Tasks as FocusTasks
from ...track import Tasks as TrackTasks
from ..completion import complete_names
from ..errors import FAILED, PARTLY, USAGE, CommandError, to_command_error
from ..focus_service import FocusService
from ..output import note
from ..references import to_id
from ..root import Command, command, in_project
from ..services import tasks_of
from ..session import Session
from ..spec_options import NONE, Methods, check_focus_options, given_arguments, spec_options
from ..task_service import State
from ..values import Parsed, parse_duration, plural, printable

CREATE_METHODS: Methods = {"track": TrackTasks.create, "focus": FocusTasks.create}
UPDATE_METHODS: Methods = {"track": TrackTasks.update, "focus": FocusTasks.update}
OWN_OPTIONS = {
    *("name", "active", "priority", "estimate", "estimated_mins", "estimated_seconds", "user_id"),
    *("project_id", "parent_task_id", "status_id", "tag_ids"),
}
"""Fields that have a hand-written option or a command."""

TASK_OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.option(
        "--estimate",
        type=Parsed("duration", lambda text: datetime.timedelta() if text == NONE else parse_duration(text)),
        metavar="2h30m",
        help="Estimated time, or `none`.",
    ),
    click.option(
        "--assignee",
        metavar="NAME|ID",
        shell_complete=complete_names("users"),
        help="Assigned user: a name, an id, `me` or `none`.",
    ),
    click.option("--status", metavar="NAME|ID", shell_complete=complete_names("statuses"), help="Status (Focus)."),
    click.option("--priority", type=click.Choice(["none", "low", "medium", "high"]), help="Priority (Focus)."),
    click.option("--parent", metavar="TASK", help="Parent task, or `none` (Focus)."),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="NAME|ID",
        shell_complete=complete_names("tags"),
        help="Tag, in place of the previous ones, or `none` (Focus). Can be repeated.",
    ),
)


def task_options(function: Any) -> Any:
    """Add the options for fields of a task."""
    for option in reversed(TASK_OPTIONS):
        function = option(function)
    return function


def task_fields(session: Session, methods: Methods, options: dict[str, Any]) -> dict[str, Any]:
    """The fields from the options of `add` and `edit`, with the names of the API."""
    service = tasks_of(session)
    fields = given_arguments(session, methods)
    check_focus_options(
        session,
        status=options["status"],
        priority=options["priority"],
        parent=options["parent"],
        tag=options["tags"],
    )
    if options["estimate"] is not None:
        fields["estimate"] = options["estimate"] or None
    if (assignee := options["assignee"]) is not None:
        user = None if assignee == NONE else service.user_id(assignee)
        fields |= {"user_id": user} if session.api == "track" else {"assignee_user_ids": [user] if user else []}
    if options["status"]:
        fields["status_id"] = service.status_id(options["status"])
    if options["priority"]:
        fields["priority"] = options["priority"]
    if options["parent"]:
        parent = options["parent"]
        fields["parent_task_id"] = None if parent == NONE else service.find([parent], None)[0].id
    if options["tags"]:
        fields["tag_ids"] = [] if options["tags"] == (NONE,) else service.tag_ids(options["tags"])
    return fields


@command("add", params=spec_options(CREATE_METHODS, without=OWN_OPTIONS, noun="fields"))
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--project",
    metavar="NAME|ID",
    shell_complete=complete_names("projects"),
    help="Project of the tasks; required in Track.",
)
@click.option("--from-template", "template", metavar="TASK", help="Copy the other fields from this task.")
@task_options
def add(session: Session, *, names: Sequence[str], project: str | None, template: str | None, **options: Any) -> None:
    """Create a task for each NAME."""
    session.check_writable()
    service = tasks_of(session)
    session.output.chosen(service.fields)
    if any(not name.strip() for name in names):
        raise CommandError("the name of a task is empty: enter a name for each task", USAGE)
    fields = task_fields(session, CREATE_METHODS, options)
    project_id = service.project_id(project) if project else None
    if template:
        (source,) = service.find([template], None)
        fields = service.template_fields(source) | fields
        project_id = project_id or source.project_id
    if project_id is None and session.api == "track":
        raise CommandError("--project is missing: every task of Track belongs to a project", USAGE)
    created: list[Any] = []
    try:
        for name in names:
            created.append(service.create(project_id, {**fields, "name": name}))  # noqa: PERF401 - it may fail midway
    except TogglError as error:
        if not created:
            raise
        failure = to_command_error(error).message
        text = f"{len(created)} of {plural(len(names), 'task')} created, {names[len(created)]!r} failed: {failure}"
        raise CommandError(text, PARTLY) from error
    finally:
        if created and not session.settings.dry_run:
            rows = map(service.row, created)
            session.output.rows(rows, service.columns, fields=service.fields, whole=service.whole)


@command("edit", params=spec_options(UPDATE_METHODS, without=OWN_OPTIONS, noun="fields"))
@click.argument("task")
@click.option("--name", metavar="NAME", help="New name.")
@in_project
@task_options
def edit(session: Session, *, task: str, name: str | None, project: str | None, **options: Any) -> None:
    """Change fields of a TASK: an id, a URL of the web application, a name, or part of a name."""
    session.check_writable()
    service = tasks_of(session)
    session.output.chosen(service.fields)
    fields = task_fields(session, UPDATE_METHODS, options)
    if name is not None:
        fields["name"] = name
    if not fields:
        raise CommandError("nothing to change: set at least one field, such as --name or --estimate", USAGE)
    (found,) = service.find([task], project)
    changed = service.update(found, fields)
    if session.settings.dry_run:
        return
    session.output.rows([service.row(changed)], service.columns, fields=service.fields, whole=service.whole)


def confirm_deletion(session: Session, texts: Sequence[str], found: Sequence[Any]) -> None:
    """Ask for confirmation before deleting several tasks, or one that was found by part of its name."""
    exact = {task.name.casefold() for task in found}
    if len(found) == 1 and (to_id(texts[0], "task") is not None or texts[0].casefold() in exact):
        return
    if session.settings.yes or session.settings.dry_run:
        return
    for task in found:
        note(f"{task.id} {task.name}")
    session.confirm(f"Delete {'this task' if len(found) == 1 else f'these {len(found)} tasks'}?")


def print_changed(session: Session, tasks: Sequence[Any], past: str) -> None:
    """Print which tasks were changed: a sentence for each, or their rows."""
    service = tasks_of(session)
    if session.output.format == "table" and not session.settings.quiet and session.settings.fields is None:
        for task in tasks:
            click.echo(f"{past} {task.id} {printable(task.name)}")
        return
    names = ("id", "name")
    # More fields may take a request, for the names of users.
    rows = [
        service.row(task) if session.settings.fields else {name: getattr(task, name) for name in names}
        for task in tasks
    ]
    fields = (*names, *service.fields)
    session.output.rows(rows, names, fields=fields, whole=lambda row: {name: row[name] for name in names})


def check_focus_command(session: Session, name: str) -> None:
    """Raise CommandError if a command of Focus is used with Track."""
    if session.api != "focus":
        raise CommandError(f"`{name}` is for Focus: use --api focus", USAGE)


def _many(
    name: str,
    state: State,
    help_text: str,
    change: Callable[[Any, list[Any]], Any],
    past: str,
    *,
    only_focus: bool = False,
) -> Command:
    """A command that changes the tasks in its arguments."""

    def run(session: Session, *, tasks: Sequence[str], project: str | None) -> None:
        session.check_writable()
        if only_focus:
            check_focus_command(session, name)
        service = tasks_of(session)
        session.output.chosen(service.fields)
        found = service.find(tasks, project, state)
        if name == "delete":
            confirm_deletion(session, tasks, found)
        failed = change(service, found) or {}
        if session.settings.dry_run:
            return
        changed = [task for task in found if task.id not in failed]
        print_changed(session, changed, past)
        if failed:
            for id_, message in failed.items():
                note(f"task {id_}: {message}")
            raise CommandError(
                f"{len(failed)} of {plural(len(found), 'task')} not {past}",
                PARTLY if changed else FAILED,
                failed=[{"id": id_, "message": message} for id_, message in failed.items()],
            )

    run.__doc__ = help_text
    decorated = click.argument("tasks", nargs=-1, required=True, metavar="TASK...")(in_project(run))
    return command(name)(decorated)


done = _many("done", "open", "Mark each TASK as done.", lambda service, tasks: service.set_done(tasks, True), "done")
reopen = _many("reopen", "done", "Reopen each TASK.", lambda service, tasks: service.set_done(tasks, False), "reopened")
delete = _many("delete", "all", "Delete each TASK.", lambda service, tasks: service.delete(tasks), "deleted")
archive = _many(
    "archive",
    "all",
    "Archive each TASK (Focus).",
    lambda service, tasks: service.archive(tasks),
    "archived",
    only_focus=True,
)


@command("restore")
@click.argument("tasks", nargs=-1, required=True, metavar="TASK...")
@in_project
def restore(session: Session, *, tasks: Sequence[str], project: str | None) -> None:
    """Restore each archived or deleted TASK (Focus). Deleted tasks can be restored by id only."""
    session.check_writable()
    check_focus_command(session, "restore")
    service = FocusService(session)
    session.output.chosen(service.fields)
    named = service.find([text for text in tasks if to_id(text, "task") is None], project, "all", {"archived": True})
    ids = [number for text in tasks if (number := to_id(text, "task")) is not None]
    restored = service.restore(ids, named)
    if not session.settings.dry_run:
        print_changed(session, restored, "restored")
