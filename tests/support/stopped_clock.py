"""A clock that only advances when a client waits, and records the waits."""

from __future__ import annotations


class StoppedClock:
    """Starts at 2025-03-03 09:00 UTC."""

    def __init__(self) -> None:
        self.now = 1_740_992_400.0
        self.waits: list[float] = []

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)
