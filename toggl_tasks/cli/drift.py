"""The command `toggl-tasks drift`."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.exceptions import Exit

from .recordings import find_operation_drift, load_recordings, print_drift_table


@click.command("drift", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", metavar="RECORDINGS", type=click.Path(path_type=Path))
def drift(path: Path) -> None:
    """Report recorded responses that differ from the specification. Error responses are skipped.

    RECORDINGS is a recording, or a folder with recordings.

    The exit code is 1 if there are differences, and 2 if the recordings cannot be read.
    """
    try:
        recordings = load_recordings(path)
    except ValueError as error:
        print(f"toggl-tasks drift: {error}", file=sys.stderr)
        raise Exit(2) from None
    successes = {name: recording for name, recording in recordings.items() if 200 <= recording.response.status < 300}
    found = [
        (drift, name)
        for name, recording in successes.items()
        for drift in find_operation_drift(
            recording.request.api, recording.request.operation, recording.response.content
        )
    ]
    if found:
        print_drift_table(found)
    drifting = len({name for _, name in found})
    skipped = len(recordings) - len(successes)
    print(
        f"{drifting} of {len(successes)} responses differ from the specification ({skipped} error responses skipped)."
    )
    if found:
        raise Exit(1)
