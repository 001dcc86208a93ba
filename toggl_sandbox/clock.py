"""The one clock: times in replies, quotas and seeded dates are all read from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

FROZEN_AT: Final = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
"""Where a frozen clock stands unless told otherwise: a Monday morning."""


class Clock:
    """Real time, or time that stands still: ``Clock()`` runs, ``Clock(FROZEN_AT)`` is frozen.

    Time never goes backwards, except by ``reset`` and by freezing at an earlier moment.
    """

    def __init__(self, frozen_at: datetime | None = None) -> None:
        self._began_frozen_at = _utc(frozen_at) if frozen_at else None
        self.reset()

    def reset(self) -> None:
        """Go back to how the clock was made: running on real time, or frozen at its first moment."""
        self._frozen_at = self._began_frozen_at
        self._ahead = timedelta()

    @property
    def frozen(self) -> bool:
        """Whether time stands still."""
        return self._frozen_at is not None

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return self._frozen_at or datetime.now(UTC) + self._ahead

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, here or at another moment; ``ValueError`` for one without a time zone."""
        self._frozen_at = _utc(at) if at else self.now()

    def advance(self, by: timedelta | float) -> None:
        """Jump ahead by a timedelta or by seconds, frozen or not; ``ValueError`` when negative."""
        step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        if step < timedelta():
            raise ValueError("a clock can only be advanced forwards")
        if self._frozen_at is None:
            self._ahead += step
        else:
            self._frozen_at += step

    def resume(self) -> None:
        """Run again from the moment the clock shows."""
        if self._frozen_at is not None:
            self._ahead = self._frozen_at - datetime.now(UTC)
            self._frozen_at = None


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a clock needs a moment with a time zone")
    return moment.astimezone(UTC)
