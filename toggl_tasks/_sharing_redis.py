"""Sharing among machines, through Redis."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pyrate_limiter import RedisStateStore

from ._rate_limiter import Pace, Pacer, StorePacer
from ._sharing import KEPT
from .errors import SharingFailed

if TYPE_CHECKING:
    from redis.client import Pipeline

try:
    from redis import Redis, RedisError
    from redis.backoff import NoBackoff
    from redis.retry import Retry
except ImportError as error:
    raise ImportError(
        'shared: sharing through Redis needs the package redis: pip install "toggl-tasks[redis]"'
    ) from error

R = TypeVar("R")

PREFIX = "toggl-tasks:1:"
"""Of all our keys, with the version of what they hold."""
PATIENCE = 5.0
"""Seconds to wait for the server, unless the address says another `socket_timeout`."""


class SharedRedis:
    """A store in Redis, on the clock of its server. Its connections may be used from any thread."""

    def __init__(self, url: str, *, own_clock: bool) -> None:
        self._own_clock = own_clock
        self._redis = connected(url)
        given = self._redis.connection_pool.connection_kwargs
        self._place = given.get("path") or f"{given.get('host', 'localhost')}:{given.get('port', 6379)}"
        hidden = {str(given[name]) for name in ("username", "password", "ssl_password") if given.get(name)}
        self._hidden = sorted(hidden, key=len, reverse=True)

    def ahead(self, now: float) -> float:
        if not self._own_clock:
            return 0.0
        seconds, microseconds = self.ask(self._redis.time)
        return float(seconds + microseconds / 1e6 - now)

    def update(self, key: str, now: float, change: Callable[[bytes | None], tuple[bytes | None, R]]) -> R:
        def carry_out(pipeline: Pipeline) -> Any:  # redis-py types it as if nothing came back
            entry: Any = pipeline.get(PREFIX + key)
            value, outcome = change(entry)
            pipeline.multi()
            if value is not None:
                pipeline.set(PREFIX + key, value, ex=int(KEPT))
            return outcome

        # Begins anew when somebody else was faster.
        result: R = self.ask(lambda: self._redis.transaction(carry_out, PREFIX + key, value_from_callable=True))
        return result

    def ask(self, question: Callable[[], Any]) -> Any:
        """The answer of the server; SharingFailed without one."""
        try:
            return question()
        except RedisError as error:
            failure = self.broken(error)
        raise failure  # without the cause, which may repeat a password

    def broken(self, why: object) -> SharingFailed:
        text = " ".join(str(why).split())[:200]
        for secret in self._hidden:
            text = text.replace(secret, "***")
        return SharingFailed(
            f"pace and quota cannot be shared through Redis at {self._place}: {text}. See that a "
            "Redis server runs there, and takes the user and password of the address"
        )

    def pacer(self, key: str, pace: Pace) -> Pacer:
        return RedisPacer(self, StorePacer(pace, RedisStateStore(self._redis, PREFIX + key)))


class RedisPacer:
    """Keeps a pace on the clock of the server."""

    def __init__(self, store: SharedRedis, pacer: StorePacer) -> None:
        self._store, self._pacer = store, pacer

    def wait(self, now: float) -> float:
        shared_now = now + self._store.ahead(now)
        pause: float = self._store.ask(lambda: self._pacer.wait(shared_now))
        return pause


def connected(url: str) -> Redis:
    """A client, which connects when it is used. Raises ValueError for an address that cannot be read."""
    try:
        # One repeat: the server may have closed a connection that was at rest.
        return Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 1)
        )
    except (ValueError, TypeError):
        pass
    raise ValueError("shared: this address of Redis cannot be read; it looks like redis://user:password@host:6379/0")
