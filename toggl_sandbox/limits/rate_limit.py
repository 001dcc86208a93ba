"""The leaky bucket, in addition to the hourly quota: about one request a second for each token, then 429.

The rate is documented ("about"). The size of the bucket is assumed, and so is that a rejected request neither fills it
nor counts against the quota. The service does not guarantee Retry-After: it is only sent if ``retry_after`` is set.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil
from threading import Lock
from typing import Annotated, Final, NamedTuple

from msgspec import Meta

from ..clock import Clock

RATE: Final = 1.0
"""Requests that leak out in a second."""
BURST: Final = 5
"""Requests that fit into the bucket."""


class BucketLevel(NamedTuple):
    """The level of a token's bucket at a point in time."""

    token: str
    level: Annotated[float, Meta(ge=0, le=BURST)]
    at: datetime


class RateLimit:
    """One bucket for each token; all public attributes may be changed at any time."""

    def __init__(self, clock: Clock, enabled: bool = False) -> None:
        self.enabled = enabled
        self.retry_after = False
        """Whether a 429 has Retry-After with the seconds until the next request is accepted."""
        self._clock = clock
        self._lock = Lock()
        self._levels: dict[str, BucketLevel] = {}

    @property
    def levels(self) -> list[BucketLevel]:
        """The levels of all buckets; can be assigned to another rate limit."""
        return list(self._levels.values())

    @levels.setter
    def levels(self, levels: list[BucketLevel]) -> None:
        self._levels = {one.token: one for one in levels}

    def wait(self, token: str) -> float:
        """Add a request to the bucket of a token and return 0, or return the seconds until it would fit."""
        if not self.enabled:
            return 0
        with self._lock:
            now = self._clock.now()
            last = self._levels.get(token, BucketLevel(token, 0, now))
            # Freezing may set the clock back, which must not fill the bucket.
            level = max(last.level - max((now - last.at).total_seconds(), 0) * RATE, 0)
            if level + 1 > BURST:
                return (level + 1 - BURST) / RATE
            self._levels[token] = BucketLevel(token, level + 1, now)
            return 0

    def reset(self, enabled: bool) -> None:
        """Empty the buckets and restore the initial settings."""
        self.enabled = enabled
        self.retry_after = False
        self._levels = {}

    def headers(self, wait: float) -> dict[str, str]:
        """Return the extra headers of a 429."""
        return {"Retry-After": str(ceil(wait))} if self.retry_after else {}
