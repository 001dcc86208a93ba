"""A record of the request in flight, in case the process ends before the response.

The service may apply such a request after the process has ended. If two tasks can have the same name, the next import
must list the tasks only after that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import msgspec

from ... import ConnectionFailed, DecodeFailed, ServerError, TogglError
from ..errors import CommandError
from ..output import note
from ..profiles import write_private
from ..session import Session

APPLY_TIME = 30.0
"""Seconds after which a request has been applied or will never be applied (assumed)."""


def may_be_applied(error: TogglError) -> bool:
    """Whether the service may have applied a request that failed."""
    match error:
        case ConnectionFailed():
            return error.may_have_arrived
        case DecodeFailed():
            return error.may_have_been_applied
    return isinstance(error, ServerError)


class InFlight:
    """The record for one workspace, a file in the cache folder; nothing is recorded if the folder is not writable."""

    def __init__(self, session: Session, workspace_id: int) -> None:
        names = session.names.file
        self.file = names.with_name(f"import-{workspace_id}-{names.name}")

    def wait_for_earlier(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Wait until the last request of an earlier import has been applied, if its response was lost."""
        try:
            age = time.time() - msgspec.json.decode(self.file.read_bytes(), type=float)
        except (OSError, msgspec.DecodeError):
            return
        if 0 <= age < APPLY_TIME:
            note(f"the last import received no response: waiting {APPLY_TIME - age:.0f} s to avoid duplicate tasks")
            sleep(APPLY_TIME - age)
        self.file.unlink(missing_ok=True)

    @contextmanager
    def sending(self) -> Iterator[None]:
        """Record that a request is sent; the record remains if there is no response."""
        with suppress(CommandError):
            write_private(self.file, msgspec.json.encode(time.time()))
        try:
            yield
        except TogglError as error:
            if not may_be_applied(error):
                self.file.unlink(missing_ok=True)
            raise
        self.file.unlink(missing_ok=True)
