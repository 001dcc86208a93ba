"""The interface of a store that shares rate limit and quota among processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

from ._rate_limiter import Pace, RateLimiter
from .errors import SharingFailed

R = TypeVar("R")
Modify: TypeAlias = Callable[[bytes | None], tuple[bytes | None, R]]
"""Returns the new entry, or None to leave the old one unchanged, and a result."""

ENTRY_TTL = 86_400.0
"""Seconds after its last use when an entry expires: longer than any window."""


class SharedStore(Protocol):
    """Stores the entries of all users. Every method may raise SharingFailed."""

    def clock_offset(self, now: float) -> float:
        """Seconds by which the common clock of all processes is ahead of `now` (seconds since 1970)."""

    def update(self, key: str, now: float, modify: Modify[R]) -> R:
        """Call `modify` with an entry, and store the new entry, in one transaction; return the result of `modify`."""

    def error(self, why: object) -> SharingFailed:
        """The error for an entry that cannot be read."""

    def rate_limiter(self, key: str, pace: Pace) -> RateLimiter:
        """A rate limiter for all processes that use this key."""
