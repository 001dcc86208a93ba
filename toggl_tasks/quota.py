"""The hourly request quota, as the service last told it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from attrs import frozen


@frozen
class Quota:
    """What is left of the hourly quota of one user in one organization (or of `/me` routes)."""

    remaining: int
    """Requests left."""
    resets_at: datetime.datetime | None
    """When the quota is full again, or None when the service did not say."""


def read_quota(headers: Mapping[str, str], now: datetime.datetime) -> Quota | None:
    """The quota in the headers of an answer, or None when it is not there or not readable.

    Every answer carries `X-Toggl-Quota-Remaining` and `X-Toggl-Quota-Resets-In` in seconds (documented).
    """
    remaining = _whole(headers.get("x-toggl-quota-remaining"))
    resets_in = _whole(headers.get("x-toggl-quota-resets-in"))
    if remaining is None:
        return None
    return Quota(remaining, None if resets_in is None else now + datetime.timedelta(seconds=resets_in))


def _whole(text: str | None) -> int | None:
    """A count of up to nine digits; the header of a broken proxy is no reason to fail."""
    return int(text) if text and re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else None
