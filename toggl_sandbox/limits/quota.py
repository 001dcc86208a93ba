"""The hourly quotas: one for each user in each organization, one for each user's ``/me`` routes.

The sizes, the hour that opens with the first request and the 402 are documented. Plan ``off`` counts nothing and shows
the figures of a full ``premium`` quota, so that a client that paces itself never waits for the sandbox.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from threading import Lock
from typing import Final, Literal, NamedTuple, get_args

from ..clock import Clock

Plan = Literal["off", "free", "starter", "premium"]
HOURLY: Final[dict[str, int]] = {"free": 30, "starter": 240, "premium": 600}
HOURLY_ME: Final = 30
HOUR: Final = timedelta(hours=1)


class Reading(NamedTuple):
    """A quota as it stands: requests an hour, requests left, seconds to the next full hour (None: not open)."""

    total: int
    remaining: int
    resets_in: int | None


UNCOUNTED: Final = Reading(HOURLY["premium"], HOURLY["premium"], None)


@dataclass(slots=True)
class _Bucket:
    opened_at: datetime
    used: int = 0


class Used(NamedTuple):
    """What a user has used of one hour; the organization is None for ``/me`` routes."""

    user_id: int
    organization_id: int | None
    opened_at: datetime
    used: int


class Quota:
    """Counts requests against the plan; ``plan`` may be changed at any time."""

    def __init__(self, clock: Clock, plan: Plan) -> None:
        self.plan = plan
        self._clock = clock
        self._lock = Lock()
        self._buckets: dict[tuple[int, int | None], _Bucket] = {}

    @property
    def plan(self) -> Plan:
        """The plan of every organization; ``ValueError`` for setting one that does not exist."""
        return self._plan

    @plan.setter
    def plan(self, plan: Plan) -> None:
        if plan not in get_args(Plan):
            raise ValueError(f"unknown plan {plan!r}: choose one of {', '.join(get_args(Plan))}")
        self._plan: Plan = plan

    @property
    def used(self) -> list[Used]:
        """What was used, also in hours that are over; assign it to another quota to have the same one there."""
        with self._lock:
            return [Used(*key, bucket.opened_at, bucket.used) for key, bucket in self._buckets.items()]

    @used.setter
    def used(self, used: Iterable[Used]) -> None:
        self._buckets = {(one.user_id, one.organization_id): _Bucket(one.opened_at, one.used) for one in used}

    def clear(self) -> None:
        """Forget what was used."""
        self._buckets.clear()

    def leave(self, user_id: int, organization_id: int | None, remaining: int) -> None:
        """Set how many requests are left this hour, opening one if need be.

        ``ValueError`` when the plan is ``off`` or does not have as many.
        """
        if self.plan == "off":
            raise ValueError("plan is off, which counts nothing: set it to free, starter or premium first")
        total = self._total(organization_id)
        if not 0 <= remaining <= total:
            raise ValueError(f"remaining must lie between 0 and {total}, the requests an hour of this quota")
        with self._lock:
            bucket = self._open(user_id, organization_id) or _Bucket(self._clock.now())
            bucket.used = total - remaining
            self._buckets[user_id, organization_id] = bucket

    def charge(self, user_id: int, organization_id: int | None) -> tuple[Reading, bool]:
        """Count one request; return the reading after it and whether the request may pass.

        An ``organization_id`` of None stands for the user's ``/me`` routes.
        """
        if self.plan == "off":
            return UNCOUNTED, True
        with self._lock:
            total = self._total(organization_id)
            bucket = self._open(user_id, organization_id)
            if bucket is None:
                bucket = self._buckets[user_id, organization_id] = _Bucket(self._clock.now())
            passes = bucket.used < total
            bucket.used += passes
            return self._read(total, bucket), passes

    def reading(self, user_id: int, organization_id: int | None) -> Reading:
        """Return a quota as it stands, without counting a request."""
        if self.plan == "off":
            return UNCOUNTED
        return self._read(self._total(organization_id), self._open(user_id, organization_id))

    def full(self) -> Reading:
        """Return what a reply shows that belongs to no quota: a full one, its hour not open."""
        return UNCOUNTED if self.plan == "off" else self._read(HOURLY[self.plan], None)

    def _total(self, organization_id: int | None) -> int:
        return HOURLY_ME if organization_id is None else HOURLY[self.plan]

    def _open(self, user_id: int, organization_id: int | None) -> _Bucket | None:
        bucket = self._buckets.get((user_id, organization_id))
        return bucket if bucket and self._clock.now() < bucket.opened_at + HOUR else None

    def _read(self, total: int, bucket: _Bucket | None) -> Reading:
        if bucket is None:
            return Reading(total, total, None)
        left = bucket.opened_at + HOUR - self._clock.now()
        # A plan made smaller in the middle of an hour must not show less than nothing.
        return Reading(total, max(total - bucket.used, 0), ceil(left.total_seconds()))
