"""The rate limit of a client: how many requests a second it sends."""

from __future__ import annotations

import math
import threading
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Protocol

import attrs

if TYPE_CHECKING:
    import pyrate_limiter


CLOCK_TOLERANCE = 1.0
"""Maximum difference in seconds between two readings of the clock of a Redis server, due to network latency."""


@attrs.frozen
class Pace:
    """A rate limit of `rate` requests a second with bursts of `burst` requests (token bucket).

    The service itself uses a leaky bucket of about one request a second for each token (documented).
    """

    rate: float = attrs.field(default=1.0, validator=[attrs.validators.gt(0), attrs.validators.le(1000)])
    """Sustained requests a second."""
    burst: int = attrs.field(default=5, validator=attrs.validators.ge(1))
    """Requests that may be sent at once after a pause."""


class RateLimiter(Protocol):
    """Limits the rate of requests."""

    def acquire(self, now: float) -> float:
        """Count a request and return 0.0, or count nothing and return the seconds to wait.

        `now` is on the clock of `ClientConfig.limits_now`.
        """


class StoreRateLimiter:
    """Limits all clients that use one store of pyrate-limiter, by the generic cell rate algorithm."""

    def __init__(self, pace: Pace, store: pyrate_limiter.StateStore) -> None:
        from pyrate_limiter import GCRA, Rate

        self._store = store
        self._algorithm = GCRA()
        self._rates = [Rate(1_000, round(1_000_000 / pace.rate), pace.burst)]
        self._longest_wait = math.ceil(1_000 / pace.rate) / 1_000

    def acquire(self, now: float) -> float:
        seconds = self._check(now)
        if seconds > self._longest_wait + CLOCK_TOLERANCE:
            # A client with this pace cannot have written such a state: its clock was ahead, or ours was set back.
            self._store.reset()
            seconds = self._check(now)
        return min(seconds, self._longest_wait)

    def _check(self, now: float) -> float:
        decision = self._store.check(self._algorithm, self._rates, int(now * 1_000), 1)
        assert not isinstance(decision, Awaitable)
        return 0.0 if decision.allowed else (decision.retry_after_ms or 1) / 1_000


class MemoryRateLimiter:
    """Limits one client. The first request imports pyrate-limiter."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._limiter: StoreRateLimiter | None = None
        self._lock = threading.Lock()

    def acquire(self, now: float) -> float:
        with self._lock:
            if self._limiter is None:
                from pyrate_limiter import InMemoryStateStore

                self._limiter = StoreRateLimiter(self.pace, InMemoryStateStore())
        return self._limiter.acquire(now)
