"""The clock of a client: the time, and sleeping."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """The methods of a clock. Pass your own as `clock=`, for example to test without real waits."""

    def time(self) -> float:
        """Seconds since 1970 (UTC), for times that other machines or processes agree on."""

    def monotonic(self) -> float:
        """Seconds since any start, never going back, for durations, rate limit and quota of one process."""

    def sleep(self, seconds: float) -> None:
        """Wait in this thread."""

    async def sleep_async(self, seconds: float) -> None:
        """Wait in this asyncio task."""


class SystemClock:
    """The clock of this machine."""

    def time(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        import asyncio  # a program without it need not load it

        await asyncio.sleep(seconds)
