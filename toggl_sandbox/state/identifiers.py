"""Ids of entities and requests: the same seed produces the same ids in the same order."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import Final

FIRST: Final[Mapping[str, int]] = MappingProxyType(
    {
        "user": 4_000_001,
        "organization": 5_000_001,
        "workspace": 6_000_001,
        "client": 60_000_001,
        "team": 70_001,
        "ghost": 80_001,
        "tag": 90_001,
        "status": 95_001,
        "project": 200_000_001,
        "track task": 100_000_001,
        "focus task": 300_000_001,
        "recurring task": 400_001,
        "time block": 500_001,
        "time entry": 900_000_001,
    }
)
"""The first id of each kind, far enough apart that an id of one kind is unknown to the others."""


class Identifiers:
    """Counters of ids by kind and of requests; ``upcoming`` and ``traces`` are their whole state."""

    def __init__(self, seed: int, upcoming: Mapping[str, int] = FIRST, traces: int = 0) -> None:
        self._seed = seed
        self.upcoming = {**FIRST, **upcoming}
        self.traces = traces

    def next(self, kind: str) -> int:
        """Return the next id of a kind that ``FIRST`` lists."""
        number = self.upcoming[kind]
        self.upcoming[kind] = number + 1
        return number

    def trace(self) -> str:
        """Return the id of the next request, 32 hex digits."""
        self.traces += 1
        return blake2b(f"trace {self.traces} of {self._seed}".encode(), digest_size=16).hexdigest()
