"""`make record`: captures recordings from the live service with your token, and deletes what it creates.

    TOGGL_API_TOKEN=... make record
    TOGGL_FOCUS_TOKEN=... TOGGL_ORGANIZATION_ID=... TOGGL_WORKSPACE_ID=... make record

It prints the number of requests and asks for confirmation before it starts, and again before it creates, changes and
deletes tasks of its own. Exit code 2 means a missing setting, 1 that it could not finish or clean up.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final

from toggl_tasks import Drift, TogglError

from .capture import Recorder
from .environment import MAX_REQUESTS, REQUEST_INTERVAL, MissingSetting, confirm, sessions_from_environment
from .folder import RECORDINGS
from .scrub import Scrubber
from .session import Session, UnknownId

SANDBOX_RECORDINGS: Final = Path("build/recordings")
"""The folder for recordings of other services."""


def main(arguments: Sequence[str]) -> int:
    """Run `make record`; returns the exit code."""
    options = argument_parser().parse_args(arguments)
    drifts: list[Drift] = []
    try:
        sessions = sessions_from_environment(drifts)
    except (MissingSetting, ValueError) as error:
        print(f"make record: {error}", file=sys.stderr)
        return 2
    live = all(session.live for session in sessions)
    folder: Path = options.output or (RECORDINGS if live else SANDBOX_RECORDINGS)
    announce(sessions, folder, read_only=options.read_only)
    with ExitStack() as stack:
        for session in sessions:
            stack.enter_context(closing(session))
        if not (options.yes or confirm("Start?")):
            print("Nothing was sent.")
            return 0
        scrubber = Scrubber(os.environ.get(name, "") for name in ("TOGGL_API_TOKEN", "TOGGL_FOCUS_TOKEN"))
        recorder = Recorder(folder, scrubber, say=print, pause=lambda: time.sleep(REQUEST_INTERVAL if live else 0))
        done = [record(session, recorder, yes=options.yes, read_only=options.read_only) for session in sessions]
    for drift in dict.fromkeys(drifts):
        print(f"  ! differs from the specification: {drift}")
    print(f"{len(recorder.stored)} recordings in {folder}. Review them before you publish them.")
    return 0 if all(done) else 1


def argument_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make record", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    parser.add_argument("--read-only", action="store_true", help="send only requests that change nothing")
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder for the recordings")
    return parser


def request_count(session: Session, *, read_only: bool) -> int:
    """Return the maximum number of requests of a session."""
    return len(session.reads()) if read_only else session.max_requests


def announce(sessions: Sequence[Session], folder: Path, *, read_only: bool) -> None:
    total = 0
    for session in sessions:
        count = request_count(session, read_only=read_only)
        own = "all read-only" if read_only else f"{len(session.changes())} of them on tasks of its own"
        print(f"  {session.api} at {session.host}: at most {count} requests, {own}")
        total += count
    assert total <= MAX_REQUESTS, "more requests than the free plan allows in an hour"
    print(f"Together at most {total}. Recordings go to {folder}, without tokens, names and ids.")


def record(session: Session, recorder: Recorder, *, yes: bool, read_only: bool) -> bool:
    """Record one API; returns whether it finished and deleted everything that it created."""
    print(f"{session.api} at {session.host}")
    finished = False
    try:
        recorder.run(session, session.reads())
        if not read_only and confirm_changes(session, yes=yes):
            recorder.run(session, session.changes())
        finished = True
    except TogglError as error:
        print(f"  stopped: {error}", file=sys.stderr)
    finally:
        # Also after Ctrl-C: delete what was created.
        session.clean_up()
        if session.undeleted or session.maybe_created:
            ids = ", ".join(map(str, session.undeleted)) or "of unknown id"
            print(f"  could not delete: tasks {ids}, named {session.mark!r}: delete them by hand", file=sys.stderr)
    return finished and not session.undeleted and not session.maybe_created


def confirm_changes(session: Session, *, yes: bool) -> bool:
    try:
        where = session.location()
    except UnknownId as unknown:
        print(f"  - no task is created: {unknown}")
        return False
    return yes or confirm(f"  Create, change and delete tasks of its own in {where}?")
