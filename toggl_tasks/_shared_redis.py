"""Share rate limit and quota among machines, through Redis."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyrate_limiter import RedisStateStore

from ._rate_limiter import Pace, RateLimiter, StoreRateLimiter
from ._shared_store import ENTRY_TTL, Modify, R
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

PREFIX = "toggl-tasks:1:"
"""Prefix of all keys, with the version of their format."""
SOCKET_TIMEOUT = 5.0
"""Seconds to wait for the server, unless the URL sets `socket_timeout`."""


class RedisStore:
    """A SharedStore in Redis, on the clock of its server. It can be used from any thread."""

    def __init__(self, url: str, *, use_server_clock: bool) -> None:
        self._use_server_clock = use_server_clock
        self._redis = redis_client(url)
        options = self._redis.connection_pool.connection_kwargs
        self._address = options.get("path") or f"{options.get('host', 'localhost')}:{options.get('port', 6379)}"
        secrets = {str(options[name]) for name in ("username", "password", "ssl_password") if options.get(name)}
        self._secrets = sorted(secrets, key=len, reverse=True)

    def clock_offset(self, now: float) -> float:
        if not self._use_server_clock:
            return 0.0
        seconds, microseconds = self.run(self._redis.time)
        return float(seconds + microseconds / 1e6 - now)

    def update(self, key: str, now: float, modify: Modify[R]) -> R:
        def transaction(pipeline: Pipeline) -> Any:  # redis-py annotates it as returning None
            entry: Any = pipeline.get(PREFIX + key)
            value, result = modify(entry)
            pipeline.multi()
            if value is not None:
                pipeline.set(PREFIX + key, value, ex=int(ENTRY_TTL))
            return result

        # Redis runs it again if another client changes the entry meanwhile.
        result: R = self.run(lambda: self._redis.transaction(transaction, PREFIX + key, value_from_callable=True))
        return result

    def run(self, command: Callable[[], Any]) -> Any:
        """The result of a command of Redis; raises SharingFailed if it fails."""
        try:
            return command()
        except RedisError as error:
            failure = self.error(error)
        raise failure  # without the cause, which may contain the password

    def error(self, why: object) -> SharingFailed:
        text = " ".join(str(why).split())[:200]
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return SharingFailed(
            f"rate limit and quota cannot be shared through Redis at {self._address}: {text}. "
            "Check that a Redis server runs there and accepts the user and password of the URL"
        )

    def rate_limiter(self, key: str, pace: Pace) -> RateLimiter:
        return RedisRateLimiter(self, StoreRateLimiter(pace, RedisStateStore(self._redis, PREFIX + key)))


class RedisRateLimiter:
    """A rate limiter on the clock of the server."""

    def __init__(self, store: RedisStore, limiter: StoreRateLimiter) -> None:
        self._store, self._limiter = store, limiter

    def acquire(self, now: float) -> float:
        server_now = now + self._store.clock_offset(now)
        seconds: float = self._store.run(lambda: self._limiter.acquire(server_now))
        return seconds


def redis_client(url: str) -> Redis:
    """A client that connects on first use. Raises ValueError for an invalid URL."""
    try:
        # One retry: the server may have closed an idle connection.
        return Redis.from_url(
            url, socket_timeout=SOCKET_TIMEOUT, socket_connect_timeout=SOCKET_TIMEOUT, retry=Retry(NoBackoff(), 1)
        )
    except (ValueError, TypeError):
        pass
    raise ValueError("shared: invalid Redis URL; write it as redis://user:password@host:6379/0")
