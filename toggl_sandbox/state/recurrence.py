"""Recurrence rules of Focus tasks (RFC 5545), expanded by dateutil, which is slow to import: the first rule does so."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateutil.rrule import rrule

MOST: Final = 1000
"""Maximum number of occurrences of one task in a range (assumed), since a rule may have no end."""
_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


def check_rule(text: str) -> None:
    """Raise ``ValueError`` for a text that is not a recurrence rule of whole days."""
    _read_rule(text, date(2000, 1, 1))


def occurrences(text: str, start: date, first: date, last: date) -> list[date]:
    """Return the days of a range on which a task that starts on a day recurs, at most ``MOST``."""
    if not has_days(text):
        return []
    days: dict[date, None] = {}
    moments = _read_rule(text, start).xafter(datetime.combine(first, time.min), inc=True)
    try:
        for moment in islice(moments, MOST):
            if moment.date() > last:
                break
            days[moment.date()] = None
    except (IndexError, ValueError):
        pass  # dateutil, on a rule such as "the tenth Monday of each month", and after the last day of the year 9999
    return list(days)


@lru_cache(maxsize=256)
def has_days(text: str) -> bool:
    """Return whether the days that a rule names exist.

    For a daily rule on 30 February, dateutil tries each day until the year 9999, which takes seconds; of a yearly rule
    it only tries the years.
    """
    from dateutil.rrule import DAILY, WEEKLY, YEARLY

    rule = _read_rule(text, date(2000, 1, 1))
    if rule._freq not in (DAILY, WEEKLY):  # type: ignore[attr-defined]
        return True
    changes: dict[str, Any] = {"freq": YEARLY, "interval": 1, "count": None, "until": None, "bysetpos": None}
    if "BYDAY" not in text.upper():
        changes["byweekday"] = range(7)
    yearly = rule.replace(**changes)
    return next(iter(yearly), None) is not None


@lru_cache(maxsize=256)
def _read_rule(text: str, start: date) -> rrule:
    from dateutil.rrule import rrulestr

    try:
        parts = dict(part.split("=") for part in text.upper().removeprefix("RRULE:").split(";"))
        if len(text.split()) == 1 and parts["FREQ"] in _FREQUENCIES and int(parts.get("INTERVAL", "1")) > 0:
            # UNTIL may have a time zone, but tasks have days only.
            return rrulestr(text, dtstart=datetime.combine(start, time.min), ignoretz=True)  # type: ignore[return-value]
    except Exception:  # noqa: BLE001, S110 - dateutil raises errors of several kinds for invalid texts
        pass
    raise ValueError(f"{text!r} is not a recurrence rule of whole days (RFC 5545) such as FREQ=WEEKLY;BYDAY=MO")
