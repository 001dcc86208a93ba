"""The clock of a client: the time, and sleeping."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """The methods of a clock. Pass your own as `clock=`, for example to test without real waits."""

    def time(self) -> float:
        """Seconds since 1970 (UTC), for times that are shared with other machines or processes."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary start; never decreases. For durations, rate limit and quota of one process."""

    def sleep(self, seconds: float) -> None:
        """Sleep in this thread."""

    async def sleep_async(self, seconds: float) -> None:
        """Sleep in this asyncio task."""


class SystemClock:
    """The system clock."""

    def time(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        import asyncio  # programs without asyncio do not load it

        await asyncio.sleep(seconds)
