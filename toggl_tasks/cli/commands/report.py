"""`report`: estimated and tracked time by group."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import click

from ..errors import FAILED, USAGE, CommandError
from ..output import note
from ..report.summary import By, Summary, summarize
from ..root import command
from ..services import tasks_of
from ..session import Session
from ..task_service import State, TaskService
from .tasks import FILTERS, filtered_rows, sort_rows, task_filters

COLUMNS = ("name", "tasks", "open", "done", "estimate", "tracked", "percent", "remaining", "overrun")
FIELDS = (*COLUMNS, "by", "id", "overrun_tasks", "without_estimate", "tracked_unknown")
KINDS = ("project", "client", "assignee", "tag")
STDOUT = "-"


@command("report", params=FILTERS)
@click.argument("project", required=False)
@click.option("--by", type=click.Choice(KINDS), default="project", show_default=True, help="Group by; tags: Focus.")
@click.option("--open", "state", flag_value="open", help="Only open tasks.")
@click.option("--done", "state", flag_value="done", help="Only tasks that are done.")
@task_filters
@click.option("--html", metavar="FILE", help="Also write an HTML page with charts and tables; - for stdout.")
@click.option("--chart", metavar="FILE.svg|.png", help="Also write a chart; PNG needs the extra `png`.")
def report(
    session: Session,
    *,
    project: str | None,
    by: By,
    state: State | None,
    html: str | None,
    chart: str | None,
    **options: Any,
) -> None:
    """Sum estimated and tracked time of the tasks of the workspace, or of one PROJECT, open and done.

    `remaining` is the estimated time of open tasks that is not tracked yet, `overrun` the time tracked beyond the
    estimates; `%` is tracked time in percent of the estimate, for tasks that have one. JSON, NDJSON, CSV and TSV have
    durations in seconds, and the total as the last row, with `total` in the column `by`.
    """
    if by == "tag" and session.api != "focus":
        raise CommandError("tasks of Track have no tags: use --api focus, or choose another --by", USAGE)
    kind = Path(chart).suffix.lower() if chart else ""
    if chart and kind not in (".svg", ".png"):
        raise CommandError(f"cannot write a chart to {chart!r}: the name of the file must end in .svg or .png", USAGE)
    if kind == ".png":
        from ..report.chart import require_png

        require_png()
    session.output.chosen(FIELDS)
    service = tasks_of(session)
    rows = list(filtered_rows(session, project, state or "all", options))
    summary = summarize(rows, by, service.groups)
    title = f"Estimated and tracked time by {by}"
    if chart:
        from ..report.chart import chart_file, png

        svg = chart_file(summary.groups, title)
        write(session, chart, png(svg) if kind == ".png" else svg)
    if html:
        from ..report.page import page

        chosen = [f"{name}: {value}" for name, value in _chosen(session).items()]
        now = datetime.datetime.now().astimezone()
        source = (f"Toggl {session.api.capitalize()}", _workspace(service))
        about = [*source, *chosen, f"{now:%Y-%m-%d %H:%M %Z}"]
        rows = sort_rows(rows, "remaining", descending=False)  # sorted by overrun, descending
        write(session, html, page(summary, rows, title="Task report", about=about, by_title=title))
    if html != STDOUT:
        _print(session, summary)


def write(session: Session, file: str, content: bytes) -> None:
    """Write a file, or stdout for `-`; with `--dry-run`, only report it. Raises CommandError."""
    if session.settings.dry_run:
        note(f"would write {file}")
    elif file == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        try:
            Path(file).write_bytes(content)
        except OSError as error:
            raise CommandError(f"cannot write {file}: {error.strerror}", FAILED) from None
        note(f"wrote {file}")


def _print(session: Session, summary: Summary) -> None:
    settings = session.settings
    plain = settings.quiet or settings.fields is not None or session.output.format != "table"
    if not summary.groups and session.output.format == "table":
        note("no tasks")
    elif plain or not sys.stdout.isatty():
        rows = [one.row(summary.by) for one in summary.groups]
        if not settings.quiet:
            rows.append(summary.total.row("total"))
        session.output.rows(rows, COLUMNS, fields=FIELDS)
    else:
        from ..report.terminal import print_report

        print_report(summary)
    if summary.overlapping:
        note(f"a task with several {summary.by}s is in the sums of each, and in the total once")


def _chosen(session: Session) -> dict[str, str]:
    """The arguments that select tasks, as they were given."""
    chosen: dict[str, str] = {}
    for parameter in session.context.command.params:
        name = parameter.name or ""
        source = session.context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE" and name not in ("html", "chart", "by"):
            value = session.context.params[name]
            values = value if isinstance(value, tuple) else [value]
            chosen[name.replace("_", " ")] = ", ".join("yes" if one is True else str(one) for one in values)
    return chosen


def _workspace(service: TaskService) -> str:
    """The workspace by its name, if it was found already."""
    known = service.session.names.find("workspaces", service.session.api)
    names = [item["name"] for item in known if item["id"] == service.workspace_id and item["name"]]
    return f"workspace {names[0]} ({service.workspace_id})" if names else f"workspace {service.workspace_id}"
