"""The clock of the sandbox: the source of times in responses, quotas and seeded dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

FROZEN_AT: Final = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
"""Default time of a frozen clock: a Monday morning."""


EARLIEST: Final = datetime(1971, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""Seeded dates before and after any time between these two are valid datetimes."""


class ClockSetting(NamedTuple):
    """The time at which a clock is frozen, or the seconds by which a running clock is ahead of real time."""

    frozen_at: datetime | None
    offset_seconds: float


class Clock:
    """A running or a frozen clock: ``Clock()`` runs on real time, ``Clock(FROZEN_AT)`` is frozen.

    Time never goes backwards, except by ``reset`` and by freezing at an earlier time.
    """

    def __init__(self, frozen_at: datetime | None = None) -> None:
        self.first_frozen_at = _to_utc(frozen_at) if frozen_at else None
        """The time at which ``reset`` freezes the clock; None lets it run."""
        self.reset()

    def reset(self) -> None:
        """Return to the initial setting: running on real time, or frozen at the initial time."""
        self._frozen_at = self.first_frozen_at
        self._offset = timedelta()

    @property
    def frozen(self) -> bool:
        """Whether the clock is frozen."""
        return self._frozen_at is not None

    def now(self) -> datetime:
        """Return the current time in UTC."""
        return self._frozen_at or datetime.now(UTC) + self._offset

    @property
    def setting(self) -> ClockSetting:
        """The current setting, which can be assigned to another clock."""
        return ClockSetting(self._frozen_at, self._offset.total_seconds())

    @setting.setter
    def setting(self, setting: ClockSetting) -> None:
        frozen_at = _to_utc(setting.frozen_at) if setting.frozen_at else None
        offset = _to_timedelta(setting.offset_seconds)
        _check_range(datetime.now(UTC), offset)
        self._frozen_at, self._offset = frozen_at, offset

    def freeze(self, at: datetime | None = None) -> None:
        """Stop the clock at its current time, or at another one.

        Raises ``ValueError`` for a time without a time zone or outside of the years 1971 to 8999.
        """
        self._frozen_at = _to_utc(at) if at else self.now()

    def advance(self, by: timedelta | float) -> None:
        """Move the clock forward by a timedelta or by seconds, frozen or not.

        Raises ``ValueError`` if it is negative or the result is after the year 8999.
        """
        step = by if isinstance(by, timedelta) else _to_timedelta(by)
        if step < timedelta():
            raise ValueError("a clock can only be advanced forwards")
        _check_range(self.now(), step)
        if self._frozen_at is None:
            self._offset += step
        else:
            self._frozen_at += step

    def run(self) -> None:
        """Run on real time."""
        self._frozen_at, self._offset = None, timedelta()

    def resume(self) -> None:
        """Run from the current time of the clock."""
        if self._frozen_at is not None:
            self._offset = self._frozen_at - datetime.now(UTC)
            self._frozen_at = None


def _to_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("the time of the clock must have a time zone")
    _check_range(moment, timedelta())
    return moment.astimezone(UTC)


def _to_timedelta(seconds: float) -> timedelta:
    try:
        return timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        raise ValueError(f"a clock cannot be moved by {seconds} seconds") from None


def _check_range(moment: datetime, step: timedelta) -> None:
    if not EARLIEST - moment <= step < LATEST - moment:
        raise ValueError("the time of the clock must be in the years 1971 to 8999")
