"""Where a client reads the time, and how it lets time pass."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """What a client needs of a clock; give another one as `clock=` where no real time shall pass."""

    def time(self) -> float:
        """Seconds since 1970 in UTC, for what other machines are told: when a quota is full again."""
        ...

    def monotonic(self) -> float:
        """Seconds from any start, never going back, for what is measured here."""
        ...

    def sleep(self, seconds: float) -> None:
        """Let seconds pass in this thread."""
        ...

    async def sleep_async(self, seconds: float) -> None:
        """Let seconds pass in this task."""
        ...


class SystemClock:
    """The clock of this machine."""

    def time(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
