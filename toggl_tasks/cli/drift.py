"""The command `toggl-tasks drift`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Exit

from .recordings import drifts_of, print_table, recordings_in


def drift(
    recordings: Annotated[
        Path, Argument(metavar="RECORDINGS", help="Folder of recordings, or one of them.", show_default=False)
    ],
) -> None:
    """Report where stored replies are not what the specification says.

    Exit code 1 when there are any, 2 when the recordings cannot be read. Replies of failure are left out.
    """
    try:
        stored = recordings_in(recordings)
    except ValueError as error:
        print(f"toggl-tasks drift: {error}", file=sys.stderr)
        raise Exit(2) from None
    successes = {name: one for name, one in stored.items() if 200 <= one.response.status < 300}
    found = [
        (drift, name)
        for name, one in successes.items()
        for drift in drifts_of(one.request.api, one.request.operation, one.response.content)
    ]
    if found:
        print_table(found)
    departing = len({name for _, name in found})
    failures = len(stored) - len(successes)
    print(
        f"{departing} of {len(successes)} replies are not what the specification says (failures left out: {failures})."
    )
    if found:
        raise Exit(1)
