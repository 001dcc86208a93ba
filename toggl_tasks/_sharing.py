"""Share the rate limit and the quota of one user with other processes and machines (option `shared`)."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import msgspec

from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._quota import Quota, QuotaState, Reservation
from ._rate_limiter import Pace, RateLimiter
from ._shared_store import R, SharedStore


@attrs.frozen
class SharedLimits:
    """The rate limiters and the QuotaStore of one user, in a shared store."""

    store: SharedStore = attrs.field(repr=False)
    user: str = attrs.field(repr=False)
    """Digest of the credentials; they cannot be recovered from it."""

    def rate_limiter(self, pace: Pace) -> RateLimiter:
        """The common rate limiter of all clients of the user; each of them should set the same pace."""
        return self.store.rate_limiter(f"{self.user}:pace", pace)

    def reserve(self, scope: str, now: float) -> Reservation | QuotaState:
        offset = self.store.clock_offset(now)

        def reserve(state: QuotaState) -> tuple[QuotaState | None, Reservation | QuotaState]:
            state = state.at(now + offset)
            if state.is_spent and state.resets_at is not None:
                return None, msgspec.structs.replace(state, resets_at=state.resets_at - offset)
            state, reservation = state.reserve(scope, now + offset)
            return state, msgspec.structs.replace(reservation, clock_offset=offset)

        return self._update(scope, now + offset, reserve)

    def release(self, reservation: Reservation, quota: Quota | None, *, sent: bool) -> None:
        if quota is not None and quota.resets_at is not None:
            offset = datetime.timedelta(seconds=reservation.clock_offset)
            quota = attrs.evolve(quota, resets_at=quota.resets_at + offset)
        self._update(
            reservation.scope, reservation.at, lambda state: (state.release(reservation, quota, sent=sent), None)
        )

    def _update(self, scope: str, now: float, modify: Callable[[QuotaState], tuple[QuotaState | None, R]]) -> R:
        def modify_entry(entry: bytes | None) -> tuple[bytes | None, R]:
            try:
                state = QuotaState() if entry is None else msgspec.json.decode(entry, type=QuotaState)
            except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
                raise self.store.error(error) from error
            modified, result = modify(state)
            return None if modified is None else msgspec.json.encode(modified), result

        return self.store.update(f"{self.user}:quota:{scope}", now, modify_entry)


def share_limits(
    location: str | os.PathLike[str], base_url: str, credentials: Credentials, clock: Clock
) -> SharedLimits:
    """The limits shared at a location: the URL of a Redis server, or the path of a file. Opens nothing yet.

    Raises ValueError for an invalid location, and ImportError for Redis without its package.
    """
    # A scheme of one letter is the drive of a Windows path.
    prefix = re.match(r"([a-z][a-z0-9+.-]+):(//)?", location, re.IGNORECASE) if isinstance(location, str) else None
    scheme = prefix[1].lower() if prefix else ""
    store: SharedStore
    if prefix and prefix[2] and scheme in ("redis", "rediss", "unix") and isinstance(location, str):
        from ._shared_redis import RedisStore

        # The clocks of other machines may be wrong. The program's `clock=` is unrelated to the clock of the server.
        store = RedisStore(location, use_server_clock=isinstance(clock, SystemClock))
    elif scheme or not isinstance(location, str | os.PathLike) or not os.fspath(location):
        found = f"a URL with the scheme {scheme}" if scheme else repr(location)
        raise ValueError(f"shared must be a redis://, rediss:// or unix:// URL, or the path of a file, not {found}")
    else:
        from ._shared_sqlite import SqliteStore

        store = SqliteStore(str(Path(location).absolute()))
    # Deliberately slow: a short password could be guessed from a fast digest.
    user = hashlib.scrypt(credentials.authorization.encode(), salt=base_url.encode(), n=2**14, r=8, p=1, dklen=20)
    return SharedLimits(store, user.hex())
