"""`toggl-tasks sync`."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import click

from .. import BudgetExceeded, Forbidden, PaymentRequired
from ..cli.errors import DONE, FAILED, PARTLY, QUOTA, USAGE, CommandError
from ..cli.output import console, note
from ..cli.root import command
from ..cli.services import tasks_of
from ..cli.session import Session
from ..cli.values import plural
from .destinations import parse_destination
from .listing import Counts
from .locks import SyncInProgress
from .run import WorkspaceReport, interruptions, sync_workspace
from .sources import DEFAULT_FULL_EVERY, FOCUS_TABLES, TRACK_TABLES

DEFAULT = "duckdb:toggl.duckdb"
COLUMNS = ("workspace", "table", "new", "changed", "deleted", "drifted", "requests", "complete", "quota_left")
LONGEST_CAUSE = 400
"""Characters of an error of dlt, which can fill pages."""
QUERIES = (
    "SELECT project, open_tasks, estimated_hours, tracked_hours FROM {dataset}.estimate_by_project ORDER BY project",
    "SELECT name, overrun_hours FROM {dataset}.overrun_tasks ORDER BY overrun_hours DESC LIMIT 10",
    "SELECT * FROM {dataset}.open_work_by_assignee ORDER BY remaining_hours DESC",
)


@command("sync")
@click.option("--to", default=DEFAULT, show_default=True, metavar="DESTINATION", help="Where to: duckdb:FILE,"
              " postgresql://USER:PASSWORD@HOST/DATABASE, filesystem:DIR, or another destination of dlt.")  # fmt: skip
@click.option("--dataset", metavar="NAME", help="Schema of the tables; default toggl_track or toggl_focus.")
@click.option("--resources", metavar="A,B", help="Only these tables; default all.")
@click.option("--all-workspaces", is_flag=True, help="Each workspace of the user, not only the chosen one.")
@click.option("--soft-delete", is_flag=True, help="Mark deleted rows in sync_deleted_at, instead of deleting them.")
@click.option("--history", is_flag=True, help="Also store each version of the tasks, which burn_down needs.")
@click.option("--full", is_flag=True, help="Read everything, not only what has changed.")
@click.option("--full-every", type=click.IntRange(0), default=DEFAULT_FULL_EVERY, show_default=True, metavar="N",
              help="Read everything in each Nth run, which finds deletions; 0: never.")  # fmt: skip
@click.option("--state", metavar="DIR", help="Folder of the working files; default pipelines in"
              " DLT_DATA_DIR, which is ~/.dlt, or /var/dlt for root.")  # fmt: skip
def sync(
    session: Session,
    *,
    to: str,
    dataset: str | None,
    resources: str | None,
    all_workspaces: bool,
    soft_delete: bool,
    history: bool,
    full: bool,
    full_every: int,
    state: str | None,
) -> int:
    """Load tasks, and what belongs to them, into a database; later runs load only what has changed.

    At the end of the quota, a run loads what it has and exits with 5; the next run resumes. With --wait, it waits.
    """
    os.environ.setdefault("RUNTIME__DLTHUB_TELEMETRY", "false")
    os.environ.setdefault("RUNTIME__LOG_LEVEL", "CRITICAL")  # errors are raised as well
    if session.settings.dry_run:
        raise CommandError("sync has no dry run: it changes nothing at Toggl", USAGE)
    session.output.chosen(COLUMNS)
    api = session.api
    known = FOCUS_TABLES if api == "focus" else TRACK_TABLES
    tables = [name.strip() for name in resources.split(",")] if resources is not None else list(known)
    unknown = [name for name in tables if name not in known]
    if unknown:
        raise CommandError(f"--resources: no table {unknown[0]!r}: choose from {', '.join(known)}", USAGE)
    if dataset is not None and not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", dataset):
        raise CommandError(f"--dataset: {dataset!r} is not a name such as my_tasks: use only a-z, 0-9 and _", USAGE)
    try:
        with interruptions():
            parse_destination(to)
    except ValueError as error:
        raise CommandError(f"--to: {error}", USAGE) from None
    service = tasks_of(session)
    ids = [int(one["id"]) for one in service.workspaces()] if all_workspaces else [service.workspace_id]
    reports = []
    skipped = 0
    for workspace_id in random.sample(ids, len(ids)):  # each is the first at times, if the quota is too small for all
        with _progress(session, workspace_id) as on_progress:
            try:
                report = _run(
                    session,
                    to,
                    workspace_id,
                    organization_id=service.organization_id if api == "focus" else None,  # type: ignore[attr-defined]
                    dataset=dataset,
                    resources=tables,
                    deletions="soft" if soft_delete else "hard",
                    history=history,
                    full=full,
                    full_every=full_every,
                    wait=session.settings.wait,
                    pipelines_dir=state,
                    on_progress=on_progress,
                )
            except (SyncInProgress, Forbidden, PaymentRequired) as error:
                if len(ids) > 1:
                    note(f"skipped workspace {workspace_id}: {error}")
                    skipped += 1
                    continue
                if isinstance(error, SyncInProgress):
                    raise CommandError(str(error), FAILED) from None
                raise
        reports.append(report)  # also at the end of a quota: each organization has its own
    reports.sort(key=lambda report: ids.index(report.workspace_id))
    rows = [row for report in reports for row in _rows(report)]
    session.output.rows(rows, COLUMNS)
    note(f"{plural(sum(report.requests for report in reports), 'request')} sent, loaded into {_without_password(to)}")
    if undated := sorted({one.table for report in reports for one in report.counts.values() if one.undated}):
        note(
            f"warning: the service sent no Date header, so the next run reads everything again: {', '.join(undated)};"
            " check whether a proxy removes it"
        )
    for report in reports:
        for one in report.counts.values():
            if one.unlisted:
                note(
                    f"warning: the service counts {one.unlisted} more {one.table} of {report.workspace_id} than"
                    " it listed: no row was deleted, and the next run reads everything again"
                )
    if to == DEFAULT and reports and reports[0].first and resources is None and not session.settings.quiet:
        note(f"Try: duckdb {to.partition(':')[2]}")
        for query in QUERIES:
            note(f"  {query.format(dataset=dataset or f'toggl_{api}')};")
    if all(report.complete for report in reports):
        return PARTLY if skipped else DONE
    note("the quota ended: what was read is loaded; run it again to resume, or add --wait")
    return QUOTA


def _run(session: Session, to: str, workspace_id: int, **options: Any) -> WorkspaceReport:
    """Sync a workspace. Raises CommandError if dlt fails, or if the budget is too small."""
    from dlt.common.destination.exceptions import DestinationException
    from dlt.pipeline.exceptions import PipelineStepFailed

    client = session.focus if session.api == "focus" else session.track
    try:
        return sync_workspace(client, workspace_id, to, **options)
    except BudgetExceeded as error:
        needed = session.requests + error.needed
        raise CommandError(
            f"--budget {session.settings.budget} is too small: the run takes at least {plural(needed, 'request')};"
            f" nothing of workspace {workspace_id} was loaded; raise it",
            QUOTA,
            needed=needed,
        ) from None
    except (PipelineStepFailed, DestinationException, OSError, sqlite3.Error) as error:  # or of the working files
        cause: BaseException = error
        while cause.__cause__ is not None:
            cause = cause.__cause__
        text = " ".join(str(cause).split())
        if not session.settings.verbose:
            text = textwrap.shorten(text, LONGEST_CAUSE, placeholder=" … (--verbose shows the rest)")
        if password := urlsplit(to).password:
            text = re.sub(rf"(?<!\w){re.escape(password)}(?!\w)", "***", text)
        raise CommandError(f"cannot load into {_without_password(to)}: {text}", FAILED) from None


@contextmanager
def _progress(session: Session, workspace_id: int) -> Iterator[Callable[[Counts], None]]:
    """Shows each page: in a terminal a line for each table, elsewhere a line when its number of requests is known."""
    named: dict[str, Any] = {}
    if not sys.stderr.isatty() or session.settings.verbose:

        def print_line(counts: Counts) -> None:
            if counts.planned is not None and named.get(counts.table) is None:
                named[counts.table] = counts.planned
                note(f"workspace {workspace_id}: {counts.table} takes {plural(counts.planned, 'request')}")

        yield print_line
        return
    from rich.progress import BarColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} of {task.fields[planned]}")
    with Progress(*columns, console=console(stderr=True)) as progress:

        def draw(counts: Counts) -> None:
            planned = plural(counts.planned, "request") if counts.planned is not None else "? requests"
            shown: dict[str, Any] = {"total": counts.planned, "completed": counts.requests, "planned": planned}
            if counts.table in named:
                progress.update(named[counts.table], **shown)
            else:
                named[counts.table] = progress.add_task(f"{workspace_id} {counts.table}", **shown)

        yield draw


def _rows(report: WorkspaceReport) -> list[dict[str, Any]]:
    left = report.quota.remaining if report.quota is not None else None
    names = ("table", "new", "changed", "deleted", "drifted", "requests", "complete")
    return [
        {"workspace": report.workspace_id, "quota_left": left} | {name: getattr(counts, name) for name in names}
        for counts in report.counts.values()
    ]


def _without_password(to: str) -> str:
    password = urlsplit(to).password
    return to.replace(f":{password}@", ":***@") if password else to
