"""The sandbox's clock with the interface of a client's clock."""

from __future__ import annotations

import asyncio
from time import sleep

from attrs import frozen

from .clock import Clock


@frozen
class ClientClock:
    """A value for ``clock=`` of a client. While the sandbox's clock is frozen, waiting advances it without sleeping.

    A test of a client that waits an hour for its quota ends immediately.
    """

    clock: Clock

    def time(self) -> float:
        """Return the sandbox's time in seconds since 1970."""
        return self.clock.now().timestamp()

    def monotonic(self) -> float:
        """Return the same value: the sandbox's time only goes backwards when it is reset."""
        return self.time()

    def sleep(self, seconds: float) -> None:
        """Sleep in this thread."""
        if self.clock.frozen:
            self.clock.advance(seconds)
        else:
            sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Sleep in this task."""
        if self.clock.frozen:
            self.clock.advance(seconds)
            await asyncio.sleep(0)
        else:
            await asyncio.sleep(seconds)
