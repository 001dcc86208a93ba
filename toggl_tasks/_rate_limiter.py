"""How many requests a second a client sends."""

from __future__ import annotations

import threading
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Protocol

import attrs

if TYPE_CHECKING:
    import pyrate_limiter


@attrs.frozen
class Pace:
    """At most `rate` requests a second, after a burst: a token bucket.

    The service's own is a leaky bucket of about one request a second for each token (documented).
    """

    rate: float = attrs.field(default=1.0, validator=[attrs.validators.gt(0), attrs.validators.le(1000)])
    """Requests a second that go on for ever."""
    burst: int = attrs.field(default=5, validator=attrs.validators.ge(1))
    """Requests that may follow each other at once after a rest."""


class Pacer(Protocol):
    """Lets requests through at a pace."""

    def wait(self, now: float) -> float:
        """Seconds until the next request may go, at `now` (seconds since 1970); 0.0 counts it as gone."""
        ...


class StorePacer:
    """Paces all who share a store of pyrate-limiter, by its generic cell rate algorithm."""

    def __init__(self, pace: Pace, store: pyrate_limiter.StateStore) -> None:
        from pyrate_limiter import GCRA, Rate

        self._store = store
        self._algorithm = GCRA()
        self._rates = [Rate(1_000, round(1_000_000 / pace.rate), pace.burst)]

    def wait(self, now: float) -> float:
        decision = self._store.check(self._algorithm, self._rates, int(now * 1_000), 1)
        assert not isinstance(decision, Awaitable)
        return 0.0 if decision.allowed else (decision.retry_after_ms or 1) / 1_000


class MemoryPacer:
    """Paces one client. pyrate-limiter is imported when the first request is sent."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._pacer: StorePacer | None = None
        self._lock = threading.Lock()

    def wait(self, now: float) -> float:
        with self._lock:
            if self._pacer is None:
                from pyrate_limiter import InMemoryStateStore

                self._pacer = StorePacer(self.pace, InMemoryStateStore())
        return self._pacer.wait(now)
