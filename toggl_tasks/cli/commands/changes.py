"""`changes`: new, changed and deleted tasks since a time or since the last run."""

from __future__ import annotations

import datetime
import hashlib
import sys
from time import sleep, time

import click
import msgspec

from ... import ConnectionFailed, Quota, ServerError, TimedOut
from ..changes_position import Position, load_position, save_position
from ..errors import USAGE, CommandError
from ..output import Row, note
from ..root import command
from ..services import tasks_of
from ..session import Session
from ..task_service import TaskService
from ..values import WHEN, Parsed, parse_duration

FIRST = datetime.timedelta(days=1)
"""Period that the first run covers."""
OVERLAP = datetime.timedelta(minutes=1)
"""Overlap of two runs: the `Date` header and the times of tasks may be from different clocks."""
INTERVAL = "30"
"""Default interval of polls in seconds."""
SHARE = 0.5
"""Fraction of the remaining quota that `--watch` may spend."""


def parse_interval(text: str) -> float:
    """Seconds between two polls: `90` or `2m`. Raises ValueError."""
    seconds = float(text) if text.replace(".", "", 1).isdecimal() else parse_duration(text).total_seconds()
    if not 1 <= seconds <= 86_400:
        raise ValueError(f"{text!r} is not an interval: use 1 to 86400 seconds, or 2m")
    return seconds


@command("changes")
@click.option("--since", type=WHEN, metavar="TIME", help="Start at `2d` (ago), `2025-03-01`, `2025-03-01T12:00`.")
@click.option(
    "--watch",
    type=Parsed("seconds", parse_interval),
    metavar="[SECONDS]",
    is_flag=False,
    flag_value=INTERVAL,
    help=f"Poll for changes until Ctrl-C; default: every {INTERVAL} seconds, less often if the quota is low.",
)
def changes(session: Session, *, since: datetime.datetime | None, watch: float | None) -> None:
    """List the tasks that are new, changed or deleted since the last run.

    The first run lists the changes of one day. New tasks of Track are recognized from the second run on. Each run
    stores its position for each profile and workspace, except with `--dry-run`. Focus does not list deleted
    tasks.
    """
    if watch and session.output.format == "json":
        raise CommandError("--watch does not end, so it cannot write a JSON list: use --format ndjson", USAGE)
    service = tasks_of(session)
    session.output.chosen(("change", *service.fields))
    session.settings.wait |= watch is not None
    key = f"{session.profile_name} {session.api} {session.url_of(session.api)} {service.workspace_id}"
    try:
        position = load_position(key)
    except CommandError:
        if since is None:
            raise
        position = None
    if since is not None:
        position = Position(since, position.last_id if position else None)
    elif position is None:
        position = Position(datetime.datetime.now(datetime.UTC) - FIRST)
        note(f"first run: changes since {position.since.astimezone():%Y-%m-%d %H:%M}")
    if session.api == "focus" and session.output.format == "table":
        note("Focus does not list deleted tasks")
    if watch is None:
        _run(session, service, key, position)
        return
    try:
        _watch(session, service, key, position, watch)
    except KeyboardInterrupt:
        note("stopped")


def _watch(session: Session, service: TaskService, key: str, position: Position, interval: float) -> None:
    client = session.focus if session.api == "focus" else session.track
    header = True
    while True:
        before = session.requests
        try:
            position, count = _run(session, service, key, position, watching=True, header=header)
            header = header and not count
        except (ConnectionFailed, TimedOut, ServerError) as error:
            note(f"{error}; trying again")
        sleep(pause(client.quota, session.requests - before, interval, time()))


def _run(
    session: Session, service: TaskService, key: str, position: Position, *, watching: bool = False, header: bool = True
) -> tuple[Position, int]:
    """List the changes since a position, and store the next one."""
    rows, after = read_changes(service, position)
    if rows or not watching:
        session.output.rows(
            rows,
            ("change", *service.columns, "updated"),
            fields=service.fields,
            whole=lambda row: {"change": row["change"], **service.whole(row)},
            empty="no changes",
            header=header,
        )
        sys.stdout.flush()
    if not session.settings.dry_run:
        save_position(key, after)
    return after, len(rows)


def read_changes(service: TaskService, position: Position) -> tuple[list[Row], Position]:
    """The changes since a position, the oldest first, and the position after them."""
    newest = service.newest_id() if position.last_id is None else position.last_id
    listed, asked_at = service.changes(position.since)
    since = position.since if asked_at is None else asked_at - OVERLAP
    rows: list[Row] = []
    seen: dict[int, str] = {}
    for task, gone in listed:
        row = service.row(task)
        digest = hashlib.sha256(msgspec.json.encode([service.whole(row), gone])).hexdigest()[:16]
        if position.seen.get(task.id) != digest:
            is_new = task.id not in position.seen and service.is_new(task, position.last_id, position.since)
            rows.append({"change": "gone" if gone else "new" if is_new else "changed", **row})
        seen[task.id] = digest
    last_id = max([task.id for task, _ in listed] + ([newest] if newest else []), default=None)
    rows.sort(key=lambda row: (row["updated"] is not None, row["updated"]))
    return rows, Position(since, last_id, seen)


def pause(quota: Quota | None, requests: int, interval: float, now: float) -> float:
    """Seconds until the next poll, so that half of the remaining quota lasts until it resets."""
    if quota is None or quota.resets_at is None:
        return interval
    until_full = max(quota.resets_at.timestamp() - now, 0.0)
    polls = quota.remaining * SHARE / max(requests, 1)
    return max(interval, until_full / polls if polls >= 1 else until_full)
