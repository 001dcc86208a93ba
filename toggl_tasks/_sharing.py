"""Pace and quota that processes and machines keep together: what is shared, wherever it is kept."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

import attrs
import msgspec

from ._clock import Clock, SystemClock
from ._quota import Account, Quota, Taken
from ._rate_limiter import Pace, Pacer
from .errors import SharingFailed

R = TypeVar("R")

KEPT = 86_400.0
"""Seconds after which an entry that nobody used is gone: longer than any window."""


class Store(Protocol):
    """Where the entries of all users are kept. Every method may raise SharingFailed."""

    def ahead(self, now: float) -> float:
        """Seconds that the clock of all who share shows more than `now` (seconds since 1970)."""
        ...

    def update(self, key: str, now: float, change: Callable[[bytes | None], tuple[bytes | None, R]]) -> R:
        """Give an entry to a function and keep what it returns, while nobody else changes it; None changes nothing."""
        ...

    def broken(self, why: object) -> SharingFailed:
        """The error for an entry that cannot be read."""
        ...

    def pacer(self, key: str, pace: Pace) -> Pacer:
        """What keeps a pace among all who have the key."""
        ...


@attrs.frozen
class Sharing:
    """The accounts of one user in a store, and paces: a Ledger."""

    store: Store = attrs.field(repr=False)
    user: str = attrs.field(repr=False)
    """Stands for the credentials, which cannot be had from it."""

    def pacer(self, pace: Pace) -> Pacer:
        """What keeps a pace among all who share; each should be given the same."""
        return self.store.pacer(f"{self.user}:pace", pace)

    def take(self, scope: str, now: float) -> Taken | Account:
        ahead = self.store.ahead(now)

        def change(account: Account) -> tuple[Account | None, Taken | Account]:
            account = account.at(now + ahead)
            if account.spent and account.resets_at is not None:
                return None, attrs.evolve(account, resets_at=account.resets_at - ahead)
            account, taken = account.take(scope, now + ahead)
            return account, attrs.evolve(taken, ahead=ahead)

        return self._change(scope, now + ahead, change)

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> None:
        if told is not None and told.resets_at is not None:
            told = attrs.evolve(told, resets_at=told.resets_at + datetime.timedelta(seconds=taken.ahead))
        self._change(taken.scope, taken.at, lambda account: (account.settle(taken, told, sent=sent), None))

    def _change(self, scope: str, now: float, change: Callable[[Account], tuple[Account | None, R]]) -> R:
        def change_entry(entry: bytes | None) -> tuple[bytes | None, R]:
            try:
                account = Account() if entry is None else msgspec.json.decode(entry, type=Account)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise self.store.broken(error) from error
            changed, outcome = change(account)
            return None if changed is None else msgspec.json.encode(changed), outcome

        return self.store.update(f"{self.user}:quota:{scope}", now, change_entry)


def share(place: str | os.PathLike[str], base_url: str, authorization: str, clock: Clock) -> Sharing:
    """What is shared at a place: the address of a Redis server, or the path of a file.

    Raises ValueError for what is neither, and ImportError for Redis without its package. Nothing is opened yet.
    """
    scheme = urlsplit(place).scheme.lower() if isinstance(place, str) and "://" in place else ""
    store: Store
    if scheme in ("redis", "rediss", "unix") and isinstance(place, str):
        from ._sharing_redis import SharedRedis

        # Other machines' clocks may be wrong, and a clock of the program's own is nobody else's.
        store = SharedRedis(place, own_clock=isinstance(clock, SystemClock))
    elif scheme or not isinstance(place, str | os.PathLike) or not os.fspath(place):
        shown = f"an address of {scheme}" if scheme else repr(place)
        raise ValueError(f"shared is a redis://, rediss:// or unix:// address, or the path of a file, not {shown}")
    else:
        from ._sharing_file import SharedFile

        store = SharedFile(str(Path(place).absolute()))
    # Slow on purpose: a password may be short enough to be guessed from a fast digest.
    user = hashlib.scrypt(authorization.encode(), salt=base_url.encode(), n=2**14, r=8, p=1, dklen=20)
    return Sharing(store, user.hex())
