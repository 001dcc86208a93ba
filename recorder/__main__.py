"""`make record`: captures recordings from the live service, with your token, and leaves nothing behind.

    TOGGL_API_TOKEN=... make record
    TOGGL_FOCUS_TOKEN=... TOGGL_ORGANIZATION_ID=... TOGGL_WORKSPACE_ID=... make record

It says how many requests it will send and asks before it starts, and once more before it creates, changes and deletes
tasks of its own. Exit code 2 means that something is missing, 1 that it could not finish or clean up.
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

from toggl_tasks import TogglError
from toggl_tasks._decoding import Drift

from .capture import Recorder
from .environment import BETWEEN_REQUESTS, MOST_REQUESTS, Incomplete, agreed, sessions_of_environment
from .folder import RECORDINGS
from .scrub import Scrubber
from .session import Session, Unknown

ELSEWHERE: Final = Path("build/recordings")
"""Where recordings go that are not of the live service."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Record; returns the exit code."""
    options = parser().parse_args(arguments)
    drifts: list[Drift] = []
    try:
        sessions = sessions_of_environment(drifts)
    except (Incomplete, ValueError) as error:
        print(f"make record: {error}", file=sys.stderr)
        return 2
    live = all(session.live for session in sessions)
    folder: Path = options.output or (RECORDINGS if live else ELSEWHERE)
    announce(sessions, folder, read_only=options.read_only)
    with ExitStack() as stack:
        for session in sessions:
            stack.enter_context(closing(session))
        if not (options.yes or agreed("Start?")):
            print("Nothing was sent.")
            return 0
        scrubber = Scrubber(os.environ.get(name, "") for name in ("TOGGL_API_TOKEN", "TOGGL_FOCUS_TOKEN"))
        recorder = Recorder(folder, scrubber, say=print, pause=lambda: time.sleep(BETWEEN_REQUESTS if live else 0))
        done = [record(session, recorder, yes=options.yes, read_only=options.read_only) for session in sessions]
    for drift in dict.fromkeys(drifts):
        print(f"  ! not as the specification says: {drift}")
    print(f"{len(recorder.stored)} recordings in {folder}. Read them before you publish them.")
    return 0 if all(done) else 1


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="make record", description=(__doc__ or "").partition("\n")[0])
    made.add_argument("--yes", action="store_true", help="do not ask")
    made.add_argument("--read-only", action="store_true", help="create, change and delete nothing")
    made.add_argument("--output", type=Path, metavar="DIR", help="the folder for the recordings")
    return made


def requests_of(session: Session, *, read_only: bool) -> int:
    """The most requests that a session sends."""
    return len(session.reads()) if read_only else session.most


def announce(sessions: Sequence[Session], folder: Path, *, read_only: bool) -> None:
    total = 0
    for session in sessions:
        count = requests_of(session, read_only=read_only)
        own = "none that changes anything" if read_only else f"{len(session.changes())} of them on tasks of its own"
        print(f"  {session.api} at {session.host}: at most {count} requests, {own}")
        total += count
    assert total <= MOST_REQUESTS, "the plan has grown beyond what the free plan allows in an hour"
    print(f"Together at most {total}. Recordings go to {folder}, without tokens, names and ids.")


def record(session: Session, recorder: Recorder, *, yes: bool, read_only: bool) -> bool:
    """Record one API; returns whether it went to its end and left nothing behind."""
    print(f"{session.api} at {session.host}")
    finished = False
    try:
        recorder.run(session, session.reads())
        if not read_only and allowed(session, yes=yes):
            recorder.run(session, session.changes())
        finished = True
    except TogglError as error:
        print(f"  stopped: {error}", file=sys.stderr)
    finally:
        # Also when the user interrupts: whatever was created has to go.
        session.clean_up()
        if session.left or session.in_doubt:
            ids = ", ".join(map(str, session.left)) or "of unknown id"
            print(f"  could not delete: tasks {ids}, named {session.mark!r}: please do it by hand", file=sys.stderr)
    return finished and not session.left and not session.in_doubt


def allowed(session: Session, *, yes: bool) -> bool:
    try:
        where = session.where()
    except Unknown as unknown:
        print(f"  - nothing is created: {unknown}")
        return False
    return yes or agreed(f"  Create, change and delete tasks of its own in {where}?")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
