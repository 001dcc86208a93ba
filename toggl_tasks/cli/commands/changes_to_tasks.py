"""`add`, `edit`, `done`, `reopen`, `delete`, `archive` and `restore`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from ...focus import Tasks as FocusTasks
from ...track import Tasks as TrackTasks
from ..completion import complete_names
from ..errors import PARTLY, USAGE, CommandError
from ..output import note
from ..root import Command, command
from ..services import tasks_of
from ..session import Session
from ..spec_options import Methods, given_arguments, spec_options
from ..task_service import State
from ..values import DURATION, printable

CREATE_METHODS: Methods = {"track": TrackTasks.create, "focus": FocusTasks.create}
UPDATE_METHODS: Methods = {"track": TrackTasks.update, "focus": FocusTasks.update}
OWN_OPTIONS = {"estimate", "name", "project_id", "active", "priority"}
"""Fields that have an option of ours, or a command."""

TASK_OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.option("--estimate", type=DURATION, metavar="2h30m", help="Estimated time; `0m` for none."),
    click.option(
        "--assignee",
        metavar="NAME|ID",
        shell_complete=complete_names("users"),
        help="User who is to do it: a name, an id, `me` or `none`.",
    ),
    click.option("--status", metavar="NAME|ID", shell_complete=complete_names("statuses"), help="Status (Focus)."),
    click.option("--priority", type=click.Choice(["none", "low", "medium", "high"]), help="Priority (Focus)."),
    click.option("--parent", metavar="TASK", help="The task that this is a sub-task of (Focus)."),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="NAME|ID",
        shell_complete=complete_names("tags"),
        help="Tag (Focus); can be given more than once.",
    ),
)


def task_options(function: Any) -> Any:
    """Add the options for fields of a task."""
    for option in reversed(TASK_OPTIONS):
        function = option(function)
    return function


def task_fields(session: Session, methods: Methods, options: dict[str, Any]) -> dict[str, Any]:
    """The fields that the options of `add` and `edit` give, under the names of the API."""
    service = tasks_of(session)
    fields = given_arguments(session, methods)
    focus_only = {name: options[name] for name in ("status", "priority", "parent", "tags") if options[name]}
    if session.api != "focus" and focus_only:
        raise CommandError(f"--{next(iter(focus_only)).removesuffix('s')} is for Focus: add --api focus", USAGE)
    if options["estimate"] is not None:
        fields["estimate"] = options["estimate"] or None
    if (assignee := options["assignee"]) is not None:
        user = None if assignee == "none" else service.user_id(assignee)
        fields |= {"user_id": user} if session.api == "track" else {"assignee_user_ids": [user] if user else []}
    if options["status"]:
        fields["status_id"] = service.status_id(options["status"])
    if options["priority"]:
        fields["priority"] = options["priority"]
    if options["parent"]:
        (parent,) = service.find([options["parent"]], None)
        fields["parent_task_id"] = parent.id
    if options["tags"]:
        fields["tag_ids"] = service.tag_ids(options["tags"])
    return fields


@command("add", params=spec_options(CREATE_METHODS, without=OWN_OPTIONS, noun="fields"))
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--project",
    metavar="NAME|ID",
    shell_complete=complete_names("projects"),
    help="Project of the tasks; Track needs one.",
)
@click.option("--from-template", "template", metavar="TASK", help="Take the fields that are not given from this task.")
@task_options
def add(session: Session, *, names: Sequence[str], project: str | None, template: str | None, **options: Any) -> None:
    """Create a task for each NAME."""
    session.check_writable()
    service = tasks_of(session)
    fields = task_fields(session, CREATE_METHODS, options)
    project_id = service.project_id(project) if project else None
    if template:
        (source,) = service.find([template], None)
        fields = service.template_fields(source) | fields
        project_id = project_id or source.project_id
    if project_id is None and session.api == "track":
        raise CommandError("--project is missing: a task of Track is in a project", USAGE)
    created = []
    try:
        for name in names:
            created.append(service.create(project_id, {**fields, "name": name}))  # noqa: PERF401 - it may fail midway
    finally:
        if created and not session.settings.dry_run:
            rows = map(service.row, created)
            session.output.rows(rows, service.columns, fields=service.fields, whole=service.whole)


@command("edit", params=spec_options(UPDATE_METHODS, without=OWN_OPTIONS, noun="fields"))
@click.argument("task")
@click.option("--name", metavar="NAME", help="New name.")
@click.option(
    "--project",
    metavar="NAME|ID",
    shell_complete=complete_names("projects"),
    help="Project of the task, if several tasks have the name.",
)
@task_options
def edit(session: Session, *, task: str, name: str | None, project: str | None, **options: Any) -> None:
    """Change fields of a TASK: an id, an address of the web application, a name, or a part of a name."""
    session.check_writable()
    service = tasks_of(session)
    fields = task_fields(session, UPDATE_METHODS, options)
    if name is not None:
        fields["name"] = name
    if not fields:
        raise CommandError("nothing to change: give at least one field, such as --name or --estimate", USAGE)
    (found,) = service.find([task], project)
    changed = service.update(found, fields)
    if session.settings.dry_run:
        return
    session.output.rows([service.row(changed)], service.columns, fields=service.fields, whole=service.whole)


def _many(name: str, state: State, help_text: str, change: Callable[[Any, list[Any]], Any], past: str) -> Command:
    """A command that changes the tasks that it is given."""

    def run(session: Session, *, tasks: Sequence[str], project: str | None) -> None:
        session.check_writable()
        service = tasks_of(session)
        found = service.find(tasks, project, state)
        if name == "delete" and len(found) > 1:
            session.confirm(f"Delete {len(found)} tasks?")
        failed = change(service, found) or {}
        if session.settings.dry_run:
            return
        changed = [service.row(task) for task in found if task.id not in failed]
        if session.output.format == "table" and not session.settings.quiet:
            for row in changed:
                click.echo(f"{past} {row['id']} {printable(row['name'])}")
        else:
            fields = ("id", "name", *service.fields)
            session.output.rows(changed, ("id", "name"), fields=fields, whole=lambda row: {"id": row["id"]})
        for id_, message in failed.items():
            note(f"toggl-tasks: task {id_}: {message}")
        if failed:
            raise CommandError(f"{len(failed)} of {len(found)} tasks were not changed", PARTLY)

    run.__doc__ = help_text
    decorated = click.option(
        "--project",
        metavar="NAME|ID",
        shell_complete=complete_names("projects"),
        help="Project of the tasks, if names are not unique.",
    )(run)
    decorated = click.argument("tasks", nargs=-1, required=True, metavar="TASK...")(decorated)
    return command(name)(decorated)


done = _many("done", "open", "Mark each TASK as done.", lambda service, tasks: service.set_done(tasks, True), "done")
reopen = _many("reopen", "done", "Reopen each TASK.", lambda service, tasks: service.set_done(tasks, False), "reopened")
delete = _many("delete", "all", "Delete each TASK.", lambda service, tasks: service.delete(tasks), "deleted")
archive = _many(
    "archive", "all", "Archive each TASK (Focus).", lambda service, tasks: service.archive(tasks), "archived"
)
restore = _many(
    "restore",
    "all",
    "Restore each archived or deleted TASK (Focus).",
    lambda service, tasks: service.restore(tasks),
    "restored",
)
