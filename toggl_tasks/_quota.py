"""The hourly request quota: the response headers, and the remaining requests while others are in flight."""

from __future__ import annotations

import datetime
import re
import threading
from collections.abc import Mapping
from typing import Protocol

import attrs
import msgspec
from msgspec.structs import replace

WINDOW = 3_600.0
"""Length of a window in seconds (documented). Longer windows are ignored, whatever their source."""
SAME_WINDOW = 300.0
"""Two responses belong to one window if they agree on its end to within this many seconds."""
CLOCK_TOLERANCE = 60.0
"""Maximum difference in seconds between two readings of the clock of a Redis server, due to network latency."""
IN_FLIGHT_TTL = 300.0
"""Seconds after which a request has either arrived or will never arrive."""


@attrs.frozen
class Quota:
    """The remaining hourly quota of one user in one organization (or of `/me` routes)."""

    remaining: int
    """Requests left."""
    resets_at: datetime.datetime | None
    """Time when the quota resets, or None if the service did not return it."""
    scope: str = attrs.field(default="", eq=False)
    """Owner of the quota: `me`, `organization 7`, or `workspace 7` (Track does not return the organization)."""


def read_quota(headers: Mapping[str, str], scope: str, *times: float) -> list[Quota | None]:
    """The quota in response headers for each of these times, or None if the headers are missing or unreadable.

    Every response carries `X-Toggl-Quota-Remaining` and `X-Toggl-Quota-Resets-In` in seconds (documented).
    Each of `times` is the current time on one of the clocks.
    """
    remaining = _parse_count(headers.get("x-toggl-quota-remaining"))
    resets_in = _parse_count(headers.get("x-toggl-quota-resets-in"))
    if remaining is None:
        return [None] * len(times)
    ends = [None if resets_in is None else from_timestamp(now + min(resets_in, WINDOW)) for now in times]
    return [Quota(remaining, end, scope) for end in ends]


def from_timestamp(seconds: float) -> datetime.datetime:
    """The UTC datetime for seconds since 1970."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def scope_of(path: str) -> str:
    """The scope of the quota that a route counts against.

    The service counts requests per user and organization, and per user for `/me` routes (documented).
    """
    if match := re.match(r"/(organization|workspace)s/([0-9]+)(/|$)", path):
        return f"{match[1]} {match[2]}"
    return "me" if re.match(r"/(users/)?me(/|$)|/workspaces$", path) else ""


class Reservation(msgspec.Struct, frozen=True):
    """A request that counts against a quota until it is released or expires."""

    scope: str
    number: int
    """Sequence number among all reservations."""
    releases: int
    """Number of releases before this reservation."""
    at: float
    """Time of the reservation, on the clock of the quota store."""
    clock_offset: float = 0.0
    """Seconds by which the clock of the store is ahead of the client's."""


class QuotaState(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one quota, with requests in flight counted as spent.

    `remaining` is never more than what is left, provided that every client that spends the quota uses this state: a
    request counts from its reservation on, and a response that arrives out of order cannot raise the number. If no
    response arrives, the request still counts; it is released after five minutes (`IN_FLIGHT_TTL`).

    >>> state = QuotaState()                                    # nothing is known yet
    >>> state, first = state.reserve("me", now=0.0)
    >>> state, second = state.reserve("me", now=1.0)            # both are in flight
    >>> state = state.release(first, Quota(29, from_timestamp(3600.0)), sent=True)
    >>> state.remaining                                         # 29 by the headers, less the second request
    28
    >>> state = state.release(second, None, sent=False)         # it could not connect, so it costs nothing
    >>> state.remaining
    29
    >>> state, third = state.reserve("me", now=2.0)
    >>> state.at(2.0 + IN_FLIGHT_TTL).in_flight                 # no response came: it counts, but has expired
    {}
    >>> state.at(3600.0).remaining is None                      # a new window: unknown until the next response
    True
    """

    # The names in a shared store are those of version 0.1, so that both versions can use one store.
    remaining: int | None = None
    """Requests left; None before the first response. Below 0 if more are in flight than the service allows."""
    resets_at: float | None = None
    """End of the window, in seconds since 1970; None if the service did not return it."""
    in_flight: Mapping[int, float] = msgspec.field(default_factory=dict, name="under_way")
    """Time of each reservation that has not been released, by its number."""
    reservations: int = msgspec.field(default=0, name="taken")
    """Number of reservations so far."""
    releases: int = msgspec.field(default=0, name="settled")
    """Number of requests so far that the service has counted or will never count."""

    def at(self, now: float) -> QuotaState:
        """The state at a later time: after the end of the window, the numbers are unknown.

        Requests in flight are still counted, since they may arrive in the new window. Times too far in the future
        come from a wrong clock and are treated as past.
        """
        in_flight = {number: at for number, at in self.in_flight.items() if abs(now - at) < IN_FLIGHT_TTL}
        # The service may have counted an expired request after any response that is still to come.
        releases = self.releases + len(self.in_flight) - len(in_flight)
        ended = self.resets_at is not None and not now < self.resets_at <= now + WINDOW + CLOCK_TOLERANCE
        if not ended and releases == self.releases:
            return self
        state = replace(self, in_flight=in_flight, releases=releases)
        return replace(state, remaining=None, resets_at=None) if ended else state

    @property
    def is_spent(self) -> bool:
        """Whether the service is certain to reject a request before `resets_at`."""
        return self.remaining is not None and self.remaining <= 0 and self.resets_at is not None

    def reserve(self, scope: str, now: float) -> tuple[QuotaState, Reservation]:
        """The state with one more request in flight."""
        reservation = Reservation(scope, self.reservations + 1, self.releases, now)
        remaining = None if self.remaining is None else self.remaining - 1
        in_flight = {**self.in_flight, reservation.number: now}
        return replace(self, remaining=remaining, in_flight=in_flight, reservations=reservation.number), reservation

    def release(self, reservation: Reservation, quota: Quota | None, *, sent: bool) -> QuotaState:
        """The state with one request fewer in flight, and with the quota of its response."""
        overtaken_by = self.releases - reservation.releases
        if reservation.number not in self.in_flight:  # expired, and released by that
            return self if quota is None else self._apply_headers(quota, overtaken_by)
        in_flight = {number: at for number, at in self.in_flight.items() if number != reservation.number}
        state = replace(self, in_flight=in_flight)
        if not sent:
            return state if self.remaining is None else replace(state, remaining=self.remaining + 1)
        if quota is not None:
            state = state._apply_headers(quota, overtaken_by)
        return replace(state, releases=self.releases + 1)

    def _apply_headers(self, quota: Quota, overtaken_by: int) -> QuotaState:
        """The state with the quota of a response, during whose request that many others were released."""
        ends = None if quota.resets_at is None else quota.resets_at.timestamp()
        # Worst case: the service has not yet counted the requests in flight, nor those that were released meanwhile.
        least = quota.remaining - len(self.in_flight) - overtaken_by
        updated = replace(self, remaining=least, resets_at=self.resets_at if ends is None else ends)
        if self.remaining is None or self.resets_at is None:
            return updated
        if ends is not None and abs(ends - self.resets_at) > SAME_WINDOW:
            return updated if ends > self.resets_at else self
        # Fewer than expected: other programs use the quota too. A response without a window may be from an earlier one.
        others_spend = quota.remaining < self.remaining
        return updated if others_spend or (least > self.remaining and ends is not None) else self


class QuotaStore(Protocol):
    """Stores the state of each quota of one user. Times are on the clock of `ClientConfig.limits_now`."""

    def reserve(self, scope: str, now: float) -> Reservation | QuotaState:
        """Count a request. If the quota is spent, return its state and count nothing."""

    def release(self, reservation: Reservation, quota: Quota | None, *, sent: bool) -> None:
        """Record the end of a request: the quota in its response, or that it was not sent.

        Not called for a request that was sent and got no response: the service may still count it.
        """


class MemoryQuotaStore:
    """The quotas of one client."""

    def __init__(self) -> None:
        self._states: dict[str, QuotaState] = {}
        self._lock = threading.Lock()

    def reserve(self, scope: str, now: float) -> Reservation | QuotaState:
        with self._lock:
            state = self._states.get(scope, QuotaState()).at(now)
            if state.is_spent:
                return state
            self._states[scope], reservation = state.reserve(scope, now)
            return reservation

    def release(self, reservation: Reservation, quota: Quota | None, *, sent: bool) -> None:
        with self._lock:
            self._states[reservation.scope] = self._states[reservation.scope].release(reservation, quota, sent=sent)


def _parse_count(text: str | None) -> int | None:
    """A count of up to nine digits, or None: an invalid header must not fail a call."""
    return int(text) if text and re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else None
