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
LONGEST_WAY = 300.0
"""Seconds after which a request that was let through has arrived, or never will."""


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


@attrs.frozen
class Taken:
    """A request that counts against a quota, until it is settled or forgotten."""

    scope: str
    number: int
    """Which of all that were taken."""
    settled: int
    """How many were settled when it was taken."""
    at: float
    """When it was taken, on the clock of the ledger."""
    ahead: float = 0.0
    """Seconds that the clock of the ledger shows more than that of the client."""


@attrs.frozen(kw_only=True)
class Account:
    """What is left of one quota, counting requests under way, so that nobody spends what is not there.

    `remaining` never says more than there is while all who spend from it settle here: a request counts from the moment
    it is taken, and a reply that was overtaken by others cannot raise it. A request whose end nobody tells (its process
    was killed, its reply never came) counts on until it is forgotten, `LONGEST_WAY` later; should the service not have
    counted it, a later reply gives it back.
    """

    remaining: int | None = None
    """Requests left; None before the service told. Below 0 when more were under way than it turned out to have."""
    resets_at: float | None = None
    """End of the window, in seconds since 1970; None when the service did not say."""
    under_way: Mapping[int, float] = attrs.field(factory=dict)
    """When each request was taken that is not settled, by its number."""
    taken: int = 0
    """Requests taken so far."""
    settled: int = 0
    """Requests so far that the service has counted, or will not count any more."""

    def at(self, now: float) -> Account:
        """The account at a later time: what was told of a window that has passed is no longer known.

        What is under way stays so, since it may arrive in the new window.
        """
        under_way = {number: at for number, at in self.under_way.items() if now < at + LONGEST_WAY}
        # A forgotten request may have been counted after any reply that is still to come.
        settled = self.settled + len(self.under_way) - len(under_way)
        passed = self.resets_at is not None and now >= self.resets_at
        if not passed and settled == self.settled:
            return self
        return Account(
            remaining=None if passed else self.remaining,
            resets_at=None if passed else self.resets_at,
            under_way=under_way,
            taken=self.taken,
            settled=settled,
        )

    @property
    def spent(self) -> bool:
        """Whether it is certain that a request would be refused, and until when."""
        return self.remaining is not None and self.remaining <= 0 and self.resets_at is not None

    def take(self, scope: str, now: float) -> tuple[Account, Taken]:
        """With one more request under way."""
        taken = Taken(scope, self.taken + 1, self.settled, now)
        account = Account(
            remaining=None if self.remaining is None else self.remaining - 1,
            resets_at=self.resets_at,
            under_way={**self.under_way, taken.number: now},
            taken=taken.number,
            settled=self.settled,
        )
        return account, taken

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> Account:
        """With one request less under way, and what its reply told."""
        meanwhile = self.settled - taken.settled
        if taken.number not in self.under_way:  # forgotten, and settled by that
            return self if told is None else self._hear(told, meanwhile)
        under_way = {number: at for number, at in self.under_way.items() if number != taken.number}
        account = attrs.evolve(self, under_way=under_way)
        if not sent:
            return account if self.remaining is None else attrs.evolve(account, remaining=self.remaining + 1)
        if told is not None:
            account = account._hear(told, meanwhile)
        return attrs.evolve(account, settled=self.settled + 1)

    def _hear(self, told: Quota, meanwhile: int) -> Account:
        """With what a reply told, during whose request so many others were settled."""
        ends = None if told.resets_at is None else told.resets_at.timestamp()
        # The least there can be: all that is under way, or was settled meanwhile, may come on top of what it counted.
        least = told.remaining - len(self.under_way) - meanwhile
        heard = attrs.evolve(self, remaining=least, resets_at=self.resets_at if ends is None else ends)
        if self.remaining is None or self.resets_at is None:
            return heard
        if ends is not None and abs(ends - self.resets_at) > SAME_WINDOW:
            return heard if ends > self.resets_at else self
        # Less than is known: others spend too, who do not settle here. A reply without a window may speak of none.
        others = told.remaining < self.remaining
        return heard if others or (least > self.remaining and ends is not None) else self


class Ledger(Protocol):
    """Keeps the accounts of one user's quotas. Times are in seconds since 1970."""

    def take(self, scope: str, now: float) -> Taken | Account:
        """Count a request; the account instead, unchanged, when it is known to be spent."""
        ...

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> None:
        """Say how a request ended: what its reply told, or that it was not sent.

        Nothing is said of one that was sent and not answered: the service may still count it.
        """
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
            self._accounts[scope], taken = account.take(scope, now)
            return taken

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> None:
        with self._lock:
            self._accounts[taken.scope] = self._accounts[taken.scope].settle(taken, told, sent=sent)


def _whole(text: str | None) -> int | None:
    """A count of up to nine digits; the header of a broken proxy is no reason to fail."""
    return int(text) if text and re.fullmatch(r"\s*[0-9]{1,9}\s*", text) else None
