"""A clock that stands still but for the waits of a client, and remembers them."""

from __future__ import annotations


class StoppedClock:
    """Shows 2025-03-03 09:00 UTC at first."""

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
