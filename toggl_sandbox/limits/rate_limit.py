"""The leaky bucket beside the hourly quota: about one request a second for each token, then 429.

The rate is documented ("about"); how many requests fit into the bucket is assumed, and so is that a refused request
adds nothing to it and is not charged to the quota. Retry-After is not promised by the service: it is sent on wish only.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil
from threading import Lock
from typing import Final, NamedTuple

from ..clock import Clock

RATE: Final = 1.0
"""Requests that leak out in a second."""
BURST: Final = 5
"""Requests that fit into the bucket."""


class Level(NamedTuple):
    """How full the bucket of a token was at a moment."""

    token: str
    level: float
    at: datetime


class RateLimit:
    """One bucket for each token; all of its attributes may be changed at any time."""

    def __init__(self, clock: Clock, enabled: bool = False) -> None:
        self.enabled = enabled
        self.retry_after = False
        """Whether a refusal says in whole seconds when the next request fits."""
        self._clock = clock
        self._lock = Lock()
        self._levels: dict[str, Level] = {}

    @property
    def levels(self) -> list[Level]:
        """The buckets; assign them to another limit to have the same ones there."""
        return list(self._levels.values())

    @levels.setter
    def levels(self, levels: list[Level]) -> None:
        self._levels = {one.token: one for one in levels}

    def wait(self, token: str) -> float:
        """Put a request into the bucket of a token, and return 0; or the seconds until it would fit."""
        if not self.enabled:
            return 0
        with self._lock:
            now = self._clock.now()
            last = self._levels.get(token, Level(token, 0, now))
            # Time can go back by freezing: the bucket does not fill by that.
            level = max(last.level - max((now - last.at).total_seconds(), 0) * RATE, 0)
            if level + 1 > BURST:
                return (level + 1 - BURST) / RATE
            self._levels[token] = Level(token, level + 1, now)
            return 0

    def reset(self, enabled: bool) -> None:
        """Empty the buckets, and be as when it was made."""
        self.enabled = enabled
        self.retry_after = False
        self._levels = {}

    def headers(self, wait: float) -> dict[str, str]:
        """Return what a refusal carries."""
        return {"Retry-After": str(ceil(wait))} if self.retry_after else {}
