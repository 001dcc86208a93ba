"""The columns of a file of tasks, and how their values are written."""

from __future__ import annotations

import datetime
import re
from typing import Any

from ..values import parse_duration

NAME, PROJECT, ESTIMATE, ASSIGNEE, DONE, REFERENCE = (
    "name",
    "project",
    "estimate",
    "assignee",
    "done",
    "external reference",
)
COLUMNS = (NAME, PROJECT, ESTIMATE, ASSIGNEE, DONE, REFERENCE)
"""The columns that `export` writes and `import` reads."""
ID = "id"
"""A column that `import` also reads: the row is for this task."""
NONE = "none"
"""A cell that removes a value; an empty cell changes nothing."""
YES = {"yes", "true", "1", "done", "x", "y", "closed"}
NO = {"no", "false", "0", "open", "n", "todo"}


def column_of(title: str) -> str:
    """The normalized name of a column: `External_Reference ` becomes `external reference`."""
    return re.sub(r"[\s_-]+", " ", title).strip().casefold()


def parse_estimate(value: Any) -> datetime.timedelta | None:
    """A duration such as `2h 30m`, or `none`; a number of a JSON file is in seconds. Raises ValueError."""
    match value:
        case bool():
            raise ValueError(f"{value!r} is not a duration: write 2h30m, 90m, 1.5h or 2:30")
        case int() | float():
            return _not_negative(datetime.timedelta(seconds=value))
        case datetime.timedelta():
            return _not_negative(value)
        case datetime.time():  # how a spreadsheet stores 2:30
            return datetime.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    text = str(value).strip()
    return None if text.casefold() == NONE else parse_duration(text)


def _not_negative(value: datetime.timedelta) -> datetime.timedelta:
    if value < datetime.timedelta():
        raise ValueError(f"an estimate cannot be negative: {value.total_seconds():.0f} seconds")
    return value


def parse_done(value: Any) -> bool:
    """`yes` or `no`, or another word for it. Raises ValueError."""
    text = str(value).strip().casefold()
    if text in YES | NO:
        return text in YES
    raise ValueError(f"{value!r} is not yes or no")


def write_estimate(value: datetime.timedelta | None) -> str | None:
    """A duration without rounding, such as `2h 30m 5s`."""
    if value is None:
        return None
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{number}{unit}" for number, unit in ((hours, "h"), (minutes, "m"), (seconds, "s")) if number]
    return " ".join(parts) or "0m"


def is_empty(value: Any) -> bool:
    """Whether a cell is empty."""
    return value is None or (isinstance(value, str) and not value.strip())


def text_cell(value: Any) -> str:
    """A cell as text; a spreadsheet turns a name such as 2024 into a number. Raises ValueError for a list or object."""
    if isinstance(value, dict | list):
        raise ValueError(f"{str(value)[:100]} is not a text")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)
