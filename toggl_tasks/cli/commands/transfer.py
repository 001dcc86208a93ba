"""`import` and `export`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from ... import Quota, TogglError
from ..errors import FAILED, PARTLY, USAGE, CommandError, to_command_error
from ..output import console, note
from ..root import command
from ..session import Session
from ..transfer.check_rows import Fault, check_rows
from ..transfer.columns import ASSIGNEE, COLUMNS, DONE, ESTIMATE, NAME, PROJECT, REFERENCE
from ..transfer.in_flight import InFlight
from ..transfer.plan import make_plan
from ..transfer.read_files import read_table
from ..transfer.run_import import Import
from ..transfer.targets import Target, target_of
from ..transfer.write_files import write_file, writer_of
from ..values import plural
from .tasks import FILTERS, list_options, select_rows

REPORT = ("row", "result", "id", "name", "project", "message")


@command("import")
@click.argument("file")
@click.option("--project", metavar="NAME|ID", help="Project for rows without one.")
@click.option("--update", is_flag=True, help="Update existing tasks from their rows.")
def import_tasks(session: Session, *, file: str, project: str | None, update: bool) -> None:
    """Create a task for each row of FILE: CSV, JSON, NDJSON or XLSX; - for stdin.

    Columns: name, project, estimate, assignee, done, external reference; others are ignored. A row with an `id` is for
    the task with this id.

    All rows are checked first; if one is invalid, nothing is sent. A row creates no task if the task exists: it is
    found by its external reference, otherwise by its name in the project. To resume a failed import, run the same
    command again.

    With --update, an empty cell changes nothing, and `none` removes a value.
    """
    session.check_writable()
    session.output.chosen(REPORT)
    table = read_table(file)
    if table.ignored:
        note(f"ignored columns: {', '.join(table.ignored)}")
    if not table.rows:
        note(f"{table.source} has no rows")
        return
    target = target_of(session)
    in_flight = None
    if not target.unique_names and not session.settings.dry_run:
        in_flight = InFlight(session, target.service.workspace_id)
        in_flight.wait_for_earlier()
    project_id = target.service.project_id(project) if project else None
    entries, faults = check_rows(session, target, table, project_id)
    if faults:
        raise _faulty(session, table.source, faults)
    projects = dict.fromkeys(entry.values[PROJECT] for entry in entries)
    tasks = target.existing(projects, any(entry.id is not None for entry in entries))
    plan = make_plan(entries, tasks, target, update=update, assignee_column=ASSIGNEE in table.columns)
    if plan.faults:
        raise _faulty(session, table.source, plan.faults)
    job = Import(plan, target, session.settings.dry_run, in_flight)
    counts = ((len(plan.creates), "to create"), (len(plan.updates), "to change"), (len(plan.existing), "that exist"))
    note(
        f"{plural(len(entries), 'row')}: {', '.join(f'{number} {text}' for number, text in counts if number)}; "
        f"{plural(job.requests(), 'request')}{_quota_text(target.quota(), job.requests(), session.settings.wait)}"
    )
    try:
        with _progress(session, len(plan.creates) + len(plan.updates)) as advance:
            job.run(advance)
    except TogglError as error:
        known = to_command_error(error)
        done = sum(result["result"] in ("created", "changed") for result in job.results.values())
        hint = f"{plural(done, 'row')} done: to continue, run the same command again; it creates no duplicate tasks"
        raise CommandError(f"{known.message}; {hint}", known.exit_code, **known.details) from error
    finally:
        _report(session, job)
    failed = sum(result["result"] == "failed" for result in job.results.values())
    if failed:
        raise CommandError(f"{failed} of {len(entries)} rows failed", FAILED if failed == len(entries) else PARTLY)


def _faulty(session: Session, source: str, faults: list[Fault]) -> CommandError:
    if session.settings.format not in ("json", "ndjson"):
        for fault in faults:
            note(str(fault))
    rows = len({fault.row for fault in faults})
    return CommandError(
        f"{plural(rows, 'row')} of {source} with errors: nothing was sent; correct them and run the command again",
        USAGE,
        faults=[{"row": fault.row, "message": fault.message} for fault in faults],
    )


def _quota_text(quota: Quota | None, needed: int, wait: bool) -> str:
    if quota is None or not needed:
        return ""
    until = f" until {quota.resets_at.astimezone():%H:%M}" if quota.resets_at else ""
    if quota.remaining >= needed:
        return f", and {quota.remaining} are left{until}"
    way = "it waits for more" if wait else "add --wait, or run it again when it stops"
    return f", but only {quota.remaining} are left{until}: {way}"


@contextmanager
def _progress(session: Session, total: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on a terminal; yields the function that advances it."""
    if not sys.stderr.isatty() or session.settings.verbose or session.settings.dry_run or not total:
        yield lambda rows: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        bar = progress.add_task("importing", total=total)
        yield lambda rows: progress.advance(bar, rows)


def _report(session: Session, job: Import) -> None:
    results = [job.results[row] for row in sorted(job.results)]
    shown = [result for result in results if result["id"]] if session.settings.quiet else results
    session.output.rows(shown, REPORT)
    counts = Counter(result["result"] for result in results)
    note(", ".join(f"{number} {result}" for result, number in counts.items()))


@command("export", params=FILTERS)
@click.argument("file")
@click.argument("project", required=False)
@list_options
def export(session: Session, *, file: str, project: str | None, **options: Any) -> None:
    """Write tasks to FILE.csv, .tsv, .json, .ndjson or .xlsx, which `import` can read; - for stdout.

    Takes the same options as `list`: without --all or --done, open tasks only. The columns are those of `import`; to
    choose others, use --fields. In JSON, estimates are in seconds.
    """
    output = session.output
    target = target_of(session)
    fields = list(dict.fromkeys([*COLUMNS, *target.service.fields]))
    columns = output.chosen(fields) or COLUMNS
    write = writer_of(file, output.format)
    rows = list(select_rows(session, project, **options))
    write_file(file, write, columns, _export_rows(target, rows))
    note(f"wrote {plural(len(rows), 'task')}" + (f" to {file}" if file != "-" else ""))


def _export_rows(target: Target, rows: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The rows with the columns that `import` reads: names where they are unique, otherwise ids."""
    values = [target.values(row["task"]) for row in rows]
    projects: dict[str, set[int]] = {}
    for row, value in zip(rows, values, strict=True):
        if value[PROJECT]:
            projects.setdefault(str(row[PROJECT]), set()).add(value[PROJECT])
    users = _user_names(target) if any(value[ASSIGNEE] for value in values) else {}
    for row, value in zip(rows, values, strict=True):
        project = None
        if value[PROJECT]:
            project = str(row[PROJECT] if len(projects[str(row[PROJECT])]) == 1 else value[PROJECT])
        yield {
            **row,
            NAME: value[NAME],
            PROJECT: project,
            ESTIMATE: value[ESTIMATE],
            ASSIGNEE: "; ".join(users.get(id_, str(id_)) for id_ in value[ASSIGNEE]) or None,
            DONE: value[DONE],
            REFERENCE: value[REFERENCE],
        }


def _user_names(target: Target) -> dict[int, str]:
    """The names of users by id, if only one user has the name."""
    users = target.users()
    counts = Counter(user["name"] for user in users)
    return {int(user["id"]): user["name"] for user in users if user["name"] and counts[user["name"]] == 1}
