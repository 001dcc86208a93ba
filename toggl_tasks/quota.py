"""The hourly request quota: what the service told, and what is left of it."""

from __future__ import annotations

import datetime
import re
import threading
from collections.abc import Mapping
from typing import Protocol

import attrs

SAME_WINDOW = 300.0
"""Seconds by which two replies may differ about the end of one window: whole seconds, and slow replies."""


@attrs.frozen
class Quota:
    """What is left of the hourly quota of one user in one organization (or of `/me` routes)."""

    remaining: int
    """Requests left."""
    resets_at: datetime.datetime | None
    """When the quota is full again, or None when the service did not say."""
    scope: str = attrs.field(default="", eq=False)
    """What it is the quota of: `me`, `organization 7`, or (Track, where replies do not name theirs) `workspace 7`."""


def read_quota(headers: Mapping[str, str], now: float, scope: str) -> Quota | None:
    """The quota in the headers of an answer, or None when it is not there or not readable.

    Every answer carries `X-Toggl-Quota-Remaining` and `X-Toggl-Quota-Resets-In` in seconds (documented). `now` is in
    seconds since 1970.
    """
    remaining = _whole(headers.get("x-toggl-quota-remaining"))
    resets_in = _whole(headers.get("x-toggl-quota-resets-in"))
    if remaining is None:
        return None
    return Quota(remaining, None if resets_in is None else moment(now + resets_in), scope)


def moment(seconds: float) -> datetime.datetime:
    """A moment in UTC from seconds since 1970."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def scope_of(path: str) -> str:
    """What the quota that a route counts against belongs to.

    The hour is counted per user and organization, and per user for `/me` routes (documented).
    """
    if match := re.match(r"/(organization|workspace)s/([0-9]+)(/|$)", path):
        return f"{match[1]} {match[2]}"
    return "me" if re.match(r"/me(/|$)", path) else ""


@attrs.frozen(kw_only=True)
class Account:
    """What is left of one quota, counting requests under way, so that nobody spends what is not there.

    `remaining` never says more than there is while all who spend from it settle here: a request counts from the moment
    it is taken, and a reply that was overtaken by others cannot raise it.
    """

    remaining: int | None = None
    """Requests left; None before the service told."""
    resets_at: float | None = None
    """End of the window, in seconds since 1970; None when the service did not say."""
    under_way: int = 0
    """Requests taken and not yet settled."""
    settled: int = 0
    """Requests settled so far."""

    def at(self, now: float) -> Account:
        """The account at a later time: what was told of a window that has passed is no longer known."""
        if self.resets_at is not None and now >= self.resets_at:
            return Account(settled=self.settled)
        return self

    @property
    def spent(self) -> bool:
        """Whether it is certain that a request would be refused, and until when."""
        return self.remaining is not None and self.remaining <= 0 and self.resets_at is not None

    def take(self) -> Account:
        """With one more request under way."""
        remaining = None if self.remaining is None else self.remaining - 1
        return attrs.evolve(self, remaining=remaining, under_way=self.under_way + 1)

    def settle(self, taken_at: int, told: Quota | None, *, sent: bool) -> Account:
        """With one request less under way, taken when `settled` was `taken_at`, and what its reply told."""
        under_way, settled = max(0, self.under_way - 1), self.settled + 1
        remaining, resets_at = self.remaining, self.resets_at
        if told is not None:
            told_resets_at = None if told.resets_at is None else told.resets_at.timestamp()
            # The least there can be: all that is under way, or was settled meanwhile, may come on top of what this
            # reply counted.
            least = told.remaining - under_way - (self.settled - taken_at)
            if remaining is None or _differ(resets_at, told_resets_at) or least > remaining:
                remaining, resets_at = max(0, least), told_resets_at
            else:
                remaining = min(remaining, told.remaining)
        elif remaining is not None and not sent:
            remaining += 1
        return Account(remaining=remaining, resets_at=resets_at, under_way=under_way, settled=settled)


def _differ(known: float | None, told: float | None) -> bool:
    """Whether a reply speaks of a later window than the known one."""
    return told is not None and (known is None or told > known + SAME_WINDOW)


@attrs.frozen
class Taken:
    """A request that counts against a quota, until it is settled."""

    scope: str
    settled: int


class Ledger(Protocol):
    """Keeps the accounts of one user's quotas. Times are in seconds since 1970."""

    def take(self, scope: str, now: float) -> Taken | Account:
        """Count a request; the account instead, unchanged, when it is known to be spent."""
        ...

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> None:
        """Say how a request ended: what its reply told, and whether it may have been counted by the service."""
        ...


class MemoryLedger:
    """The accounts of one client."""

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._lock = threading.Lock()

    def take(self, scope: str, now: float) -> Taken | Account:
        with self._lock:
            account = self._accounts.get(scope, Account()).at(now)
            if account.spent:
                return account
            self._accounts[scope] = account.take()
            return Taken(scope, account.settled)

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> None:
        with self._lock:
            self._accounts[taken.scope] = self._accounts[taken.scope].settle(taken.settled, told, sent=sent)


def _whole(text: str | None) -> int | None:
    """A count of up to nine digits; the header of a broken proxy is no reason to fail."""
    return int(text) if text and re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else None
