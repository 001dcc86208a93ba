"""The hourly quotas: one for each user in each organization, and one for each user's ``/me`` routes.

The sizes, the hour that starts with the first request and the status 402 are documented. Plan ``off`` counts nothing
and reports a full ``premium`` quota, so that clients never wait for the quota of the sandbox.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from threading import Lock
from typing import Final, Literal, NamedTuple, get_args

from ..clock import Clock
from ..json_input import Counter

Plan = Literal["off", "free", "starter", "premium"]
HOURLY: Final[dict[str, int]] = {"free": 30, "starter": 240, "premium": 600}
HOURLY_ME: Final = 30
HOUR: Final = timedelta(hours=1)


class QuotaStatus(NamedTuple):
    """Requests an hour, requests left, and seconds until the quota resets (None: no hour has started)."""

    total: int
    remaining: int
    resets_in: int | None


UNLIMITED: Final = QuotaStatus(HOURLY["premium"], HOURLY["premium"], None)
"""The quota that plan ``off`` reports."""


@dataclass(slots=True)
class _Bucket:
    opened_at: datetime
    used: int = 0


class QuotaUsage(NamedTuple):
    """The requests of a user in one hour; the organization is None for ``/me`` routes."""

    user_id: int
    organization_id: int | None
    opened_at: datetime
    used: Counter


class HourlyQuota:
    """Counts requests against the plan; ``plan`` may be changed at any time."""

    def __init__(self, clock: Clock, plan: Plan) -> None:
        self.plan = plan
        self._clock = clock
        self._lock = Lock()
        self._buckets: dict[tuple[int, int | None], _Bucket] = {}

    @property
    def plan(self) -> Plan:
        """The plan of every organization; assigning an unknown one raises ``ValueError``."""
        return self._plan

    @plan.setter
    def plan(self, plan: Plan) -> None:
        if plan not in get_args(Plan):
            raise ValueError(f"unknown plan {plan!r}: choose one of {', '.join(get_args(Plan))}")
        self._plan: Plan = plan

    @property
    def used(self) -> list[QuotaUsage]:
        """The requests counted, including those of past hours; can be assigned to another quota."""
        with self._lock:
            return [QuotaUsage(*key, bucket.opened_at, bucket.used) for key, bucket in self._buckets.items()]

    @used.setter
    def used(self, used: Iterable[QuotaUsage]) -> None:
        self._buckets = {(one.user_id, one.organization_id): _Bucket(one.opened_at, one.used) for one in used}

    def clear(self) -> None:
        """Reset all quotas."""
        self._buckets.clear()

    def leave(self, user_id: int, organization_id: int | None, remaining: int) -> None:
        """Set the number of requests left in this hour; starts an hour if none has started.

        Raises ``ValueError`` if the plan is ``off`` or allows fewer requests.
        """
        if self.plan == "off":
            raise ValueError("plan is off, which has no quota: set it to free, starter or premium first")
        total = self._total(organization_id)
        if not 0 <= remaining <= total:
            raise ValueError(f"remaining must be between 0 and {total}, the requests an hour of this quota")
        with self._lock:
            bucket = self._current_bucket(user_id, organization_id) or _Bucket(self._clock.now())
            bucket.used = total - remaining
            self._buckets[user_id, organization_id] = bucket

    def charge(self, user_id: int, organization_id: int | None) -> tuple[QuotaStatus, bool]:
        """Count one request; return the new status and whether the request is allowed.

        An ``organization_id`` of None means the user's ``/me`` routes.
        """
        if self.plan == "off":
            return UNLIMITED, True
        with self._lock:
            total = self._total(organization_id)
            bucket = self._current_bucket(user_id, organization_id)
            if bucket is None:
                bucket = self._buckets[user_id, organization_id] = _Bucket(self._clock.now())
            is_allowed = bucket.used < total
            bucket.used += is_allowed
            return self._bucket_status(total, bucket), is_allowed

    def status(self, user_id: int, organization_id: int | None) -> QuotaStatus:
        """Return the status of a quota without counting a request."""
        if self.plan == "off":
            return UNLIMITED
        return self._bucket_status(self._total(organization_id), self._current_bucket(user_id, organization_id))

    def full(self) -> QuotaStatus:
        """Return the status for responses without a quota: a full one whose hour has not started."""
        return UNLIMITED if self.plan == "off" else self._bucket_status(HOURLY[self.plan], None)

    def _total(self, organization_id: int | None) -> int:
        return HOURLY_ME if organization_id is None else HOURLY[self.plan]

    def _current_bucket(self, user_id: int, organization_id: int | None) -> _Bucket | None:
        bucket = self._buckets.get((user_id, organization_id))
        # Freezing may set the clock back, before the start of the hour.
        is_current = bucket and bucket.opened_at <= self._clock.now() < bucket.opened_at + HOUR
        return bucket if is_current else None

    def _bucket_status(self, total: int, bucket: _Bucket | None) -> QuotaStatus:
        if bucket is None:
            return QuotaStatus(total, total, None)
        left = bucket.opened_at + HOUR - self._clock.now()
        # After a change to a smaller plan within the hour, more may be used than the plan allows.
        return QuotaStatus(total, max(total - bucket.used, 0), ceil(left.total_seconds()))
