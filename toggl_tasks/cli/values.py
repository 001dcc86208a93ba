"""Durations and times as people write and read them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

import click

UNITS = {"w": 7 * 86_400, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
CONTROL_CHARACTERS = {
    code: f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
    # C0, DEL and C1, which control the terminal; and bidirectional marks, which reorder the rest of a line.
    for code in [*range(32), *range(127, 160), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
}


def printable(text: str) -> str:
    """The text with control characters written as escapes: a name must not control the terminal."""
    return text.translate(CONTROL_CHARACTERS)


def plural(count: int, noun: str) -> str:
    """A number with its noun, such as `1 task` or `2 tasks`."""
    return f"{count} {noun if count == 1 else noun + ('es' if noun.endswith('s') else 's')}"


def parse_duration(text: str) -> datetime.timedelta:
    """A duration such as `2h30m`, `2h 30m`, `90m`, `1.5h`, `2:30`, `2:30:00` or `1d` (24 hours). Raises ValueError."""
    compact = text.replace(" ", "").lower()
    if match := re.fullmatch(r"(\d+):([0-5]\d)(?::([0-5]\d))?", compact):
        return datetime.timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3] or 0))
    parts = re.findall(r"(\d+(?:\.\d+)?)([wdhms])", compact)
    if not parts or "".join(number + unit for number, unit in parts) != compact:
        raise ValueError(f"{text!r} is not a duration: use 2h30m, 90m, 1.5h or 2:30")
    try:
        return datetime.timedelta(seconds=sum(float(number) * UNITS[unit] for number, unit in parts))
    except OverflowError:
        raise ValueError(f"{text!r} is too long for a duration") from None


def format_duration(value: datetime.timedelta) -> str:
    """Hours and minutes, such as `2h 30m`, `45m`, `-1h`; seconds below a minute."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [f"{hours}h"] * bool(hours) + [f"{minutes}m"] * bool(minutes)
    return sign + (" ".join(parts) or f"{rest}s")


def parse_when(text: str) -> datetime.datetime:
    """A time: `2d` (ago), `2025-03-01`, `2025-03-01T12:00` (local time zone) or UNIX seconds."""
    try:
        if re.fullmatch(r"\d{9,}", text):
            return datetime.datetime.fromtimestamp(int(text), datetime.UTC)
        if re.fullmatch(r"\d{4}-.*", text):
            return datetime.datetime.fromisoformat(text).astimezone()
        return datetime.datetime.now(datetime.UTC) - parse_duration(text)
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{text!r} is not a time: use 2d, 12h, 2025-03-01 or 2025-03-01T12:00") from None


def parse_number(text: str) -> int:
    """A whole number from 0. Raises ValueError."""
    if not re.fullmatch(r"[0-9]+", text):
        raise ValueError(f"{text!r} is not a whole number from 0")
    return int(text)


class Parsed(click.ParamType[Any]):
    """A parameter type from a function that raises ValueError."""

    def __init__(self, name: str, parse: Callable[[str], Any]) -> None:
        self.name = name
        self.parse = parse

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        if not isinstance(value, str):
            return value
        try:
            return self.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


DURATION = Parsed("duration", parse_duration)
WHEN = Parsed("time", parse_when)
DATE = Parsed("date", datetime.date.fromisoformat)
NUMBER = Parsed("n", parse_number)
