"""The sandbox's clock as clients of it read it."""

from __future__ import annotations

import asyncio
from time import sleep

from attrs import frozen

from .clock import Clock


@frozen
class ClientClock:
    """What ``clock=`` of a client takes: while the sandbox's clock is frozen, a client that waits advances it.

    So a client that waits an hour for its quota is tested in no time.
    """

    clock: Clock

    def time(self) -> float:
        """Return the sandbox's time in seconds since 1970."""
        return self.clock.now().timestamp()

    def monotonic(self) -> float:
        """Return the same: the sandbox's time only goes back when it is reset."""
        return self.time()

    def sleep(self, seconds: float) -> None:
        """Let seconds pass for this thread."""
        if self.clock.frozen:
            self.clock.advance(seconds)
        else:
            sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Let seconds pass for this task."""
        if self.clock.frozen:
            self.clock.advance(seconds)
            await asyncio.sleep(0)
        else:
            await asyncio.sleep(seconds)
