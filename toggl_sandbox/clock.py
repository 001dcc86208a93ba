"""The one clock: times in replies, quotas and seeded dates are all read from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

FROZEN_AT: Final = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
"""Where a frozen clock stands unless told otherwise: a Monday morning."""


EARLIEST: Final = datetime(1971, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""Between these there is room on both sides for the dates that a sandbox makes."""


class Setting(NamedTuple):
    """How a clock is set: where it is frozen, or how many seconds it runs ahead of real time."""

    frozen_at: datetime | None
    ahead_seconds: float


class Clock:
    """Real time, or time that stands still: ``Clock()`` runs, ``Clock(FROZEN_AT)`` is frozen.

    Time never goes backwards, except by ``reset`` and by freezing at an earlier moment.
    """

    def __init__(self, frozen_at: datetime | None = None) -> None:
        self.first_frozen_at = _utc(frozen_at) if frozen_at else None
        """Where ``reset`` freezes it; None to let it run."""
        self.reset()

    def reset(self) -> None:
        """Go back to how the clock was made: running on real time, or frozen at its first moment."""
        self._frozen_at = self.first_frozen_at
        self._ahead = timedelta()

    @property
    def frozen(self) -> bool:
        """Whether time stands still."""
        return self._frozen_at is not None

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return self._frozen_at or datetime.now(UTC) + self._ahead

    @property
    def setting(self) -> Setting:
        """How the clock is set now; assign one to set it so."""
        return Setting(self._frozen_at, self._ahead.total_seconds())

    @setting.setter
    def setting(self, setting: Setting) -> None:
        frozen_at = _utc(setting.frozen_at) if setting.frozen_at else None
        ahead = _seconds(setting.ahead_seconds)
        _bounded(datetime.now(UTC), ahead)
        self._frozen_at, self._ahead = frozen_at, ahead

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still, here or at another moment.

        ``ValueError`` for one without a time zone, or outside of the years 1971 to 8999.
        """
        self._frozen_at = _utc(at) if at else self.now()

    def advance(self, by: timedelta | float) -> None:
        """Jump ahead by a timedelta or by seconds, frozen or not; ``ValueError`` when negative or past 8999."""
        step = by if isinstance(by, timedelta) else _seconds(by)
        if step < timedelta():
            raise ValueError("a clock can only be advanced forwards")
        _bounded(self.now(), step)
        if self._frozen_at is None:
            self._ahead += step
        else:
            self._frozen_at += step

    def run(self) -> None:
        """Show real time."""
        self._frozen_at, self._ahead = None, timedelta()

    def resume(self) -> None:
        """Run again from the moment the clock shows."""
        if self._frozen_at is not None:
            self._ahead = self._frozen_at - datetime.now(UTC)
            self._frozen_at = None


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a clock needs a moment with a time zone")
    _bounded(moment, timedelta())
    return moment.astimezone(UTC)


def _seconds(number: float) -> timedelta:
    try:
        return timedelta(seconds=number)
    except (OverflowError, ValueError):
        raise ValueError(f"a clock cannot be moved by {number} seconds") from None


def _bounded(moment: datetime, step: timedelta) -> None:
    if not EARLIEST - moment <= step < LATEST - moment:
        raise ValueError("a clock stays between the years 1971 and 8999")
