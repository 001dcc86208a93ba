"""What came of one call: its value or its error, the warnings, and what the client knows of the quota."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from toggl_tasks import AsyncFocus, AsyncTrack, Focus, SchemaDriftWarning, TogglError, Track

AnyClient: TypeAlias = Track | Focus | AsyncTrack | AsyncFocus


@dataclass
class Outcome:
    """What came of one call."""

    started: datetime.datetime
    value: Any = None
    error: TogglError | None = None
    drifts: list[str] = field(default_factory=list)
    """The JSON path of each warning."""
    quota: Any = None
    ended: datetime.datetime | None = None


@contextmanager
def watched(client: AnyClient) -> Iterator[Outcome]:
    """Collects what comes of the block beside its value. A warning of any other kind is raised."""
    outcome = Outcome(datetime.datetime.now(datetime.UTC))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error")
        warnings.simplefilter("always", SchemaDriftWarning)
        try:
            yield outcome
        except TogglError as error:
            outcome.error = error
    outcome.ended = datetime.datetime.now(datetime.UTC)
    outcome.drifts = [str(warning.message).split(": ")[1] for warning in caught]
    outcome.quota = client.quota
