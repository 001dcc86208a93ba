"""What the four clients have in common: their options, and opening and closing them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Self, TypedDict, TypeVar, Unpack, cast, overload
from urllib.parse import urlsplit

import attrs

from ._budget import Budget
from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._decoding import Drift
from ._drivers import AsyncDriver, SyncDriver
from ._environment import is_loopback
from ._hooks import RequestView, ResponseView
from ._quota import Quota
from ._rate_limiter import MemoryRateLimiter, Pace, RateLimiter
from ._request_flow import ClientConfig, check_seconds
from ._resource import AsyncResource, SyncResource
from ._retries import Retries, make_retries

if TYPE_CHECKING:
    import httpx

    from ._httpx2 import HTTPX2AsyncClient, HTTPX2AsyncTransport, HTTPX2Client, HTTPX2Transport
    from ._sharing import SharedLimits

S = TypeVar("S", bound=SyncResource)
A = TypeVar("A", bound=AsyncResource)


class ClientOptions(TypedDict, total=False):
    """Options of every client, which `with_options` can change."""

    timeout: float | None
    """Timeout in seconds; default 30, None for no timeout."""
    deadline: float | None
    """Seconds for one request including its waits and retries; default None, for no limit."""
    retries: int | Retries
    """Number of retries of a failed request, default 3; or `Retries` for more settings."""
    pace: float | Pace | None
    """Rate limit in requests a second, None for no limit; default `Pace()` for Track's live service, None otherwise."""
    on_quota: Literal["raise", "wait"]
    """What to do when the hourly quota is spent: `raise` QuotaExceeded, or `wait` until it resets."""
    max_wait: float | None
    """Maximum number of seconds that a request waits for the quota; default 3600. None for no limit but 20 waits."""
    max_response_bytes: int
    """Maximum size of a response body; default 64 MiB."""
    extra_headers: Mapping[str, str] | None
    """Headers to send with every request."""
    strict: bool
    """Raise DecodeFailed for a response that differs from the specification, instead of a warning."""
    on_drift: Callable[[Drift], object] | None
    """Called once for each value that differs from the specification, instead of a warning."""
    on_request: Callable[[RequestView], object] | None
    """Called before each request is sent; secrets are redacted."""
    on_response: Callable[[ResponseView], object] | None
    """Called after each request; secrets are redacted."""


class ConnectOptions(ClientOptions, total=False):
    """Options of every new client, in addition to its HTTP client or transport."""

    token: str | None
    """Track's API token, or Focus's API key."""
    email: str | None
    """Used with `password`, instead of a token."""
    password: str | None
    """Used with `email`, instead of a token."""
    base_url: str | None
    """URL of the API, if it is not the live service."""
    allow_http: bool
    """Allow `http://` to other machines, which sends credentials unencrypted."""
    shared: str | os.PathLike[str] | None
    """Share rate limit and quota with other processes through this file or `redis://` URL."""
    clock: Clock
    """Clock to use instead of the system clock."""


def is_base_url(url: str) -> bool:
    """Whether a text can be the URL of an API: scheme, host, optional port and path, and nothing else."""
    try:
        parts = urlsplit(url)
        port_zero = parts.port == 0
    except ValueError:
        return False
    plain = url.isprintable() and not any(mark in url for mark in " ?#@")
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname) and not port_zero


def normalize_url(url: str) -> str:
    """A base URL without a slash at its end, upper case in its host, and the default port."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = "" if parts.port in (None, {"http": 80, "https": 443}[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def config_fields(
    options: ClientOptions, default_retries: Retries, shared_limits: SharedLimits | None
) -> dict[str, Any]:
    """The fields of a ClientConfig that options set. Raises TypeError or ValueError for an invalid option."""
    fields: dict[str, Any] = dict(options)
    for name in fields.keys() - ClientOptions.__annotations__:
        raise TypeError(f"unknown option {name!r}: there are {', '.join(sorted(ClientOptions.__annotations__))}")
    for name in fields.keys() & {"timeout", "deadline", "max_wait"}:
        check_seconds(name, fields[name])
    if fields.get("on_quota", "raise") not in ("raise", "wait"):
        raise ValueError(f"on_quota is 'raise' or 'wait', not {fields['on_quota']!r}")
    size = fields.get("max_response_bytes", 1)
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise ValueError(f"max_response_bytes is a number of bytes above 0, not {size!r}")
    if "retries" in fields:
        fields["retries"] = make_retries(fields["retries"], default_retries)
    if "pace" in fields:
        fields["rate_limiter"] = make_rate_limiter(fields.pop("pace"), shared_limits)
    return fields


def make_rate_limiter(pace: float | Pace | None, shared_limits: SharedLimits | None) -> RateLimiter | None:
    """The rate limiter for the option `pace`. Raises ValueError for an invalid one."""
    if pace is None:
        return None
    if not isinstance(pace, Pace):
        if isinstance(pace, bool) or not isinstance(pace, int | float) or not pace > 0:
            raise ValueError(f"pace is a number of requests a second above 0, Pace(...) or None, not {pace!r}")
        pace = Pace(pace)
    return MemoryRateLimiter(pace) if shared_limits is None else shared_limits.rate_limiter(pace)


class BaseClient:
    """Common base of Track, AsyncTrack, Focus and AsyncFocus."""

    default_url: ClassVar[str]
    url_variable: ClassVar[str]
    default_pace: ClassVar[Pace | None] = None
    """Rate limit on the live service, unless the program sets one."""
    _config: ClientConfig
    _driver: Any

    @staticmethod
    def authenticate(token: str | None, email: str | None, password: str | None) -> Credentials:
        """The credentials from these arguments or the environment."""
        raise NotImplementedError

    def _take_credentials(self, options: ConnectOptions) -> Credentials:
        """The credentials. Removes them from `options`: a crash reporter shows the variables of a traceback."""
        try:
            return self.authenticate(
                options.pop("token", None), options.pop("email", None), options.pop("password", None)
            )
        except (AttributeError, TypeError, ValueError) as error:
            failure = error.with_traceback(None)
        failure.__context__ = None
        raise failure

    def _configure(self, options: ConnectOptions) -> None:
        credentials = self._take_credentials(options)
        base_url, allow_http = options.pop("base_url", None), options.pop("allow_http", False)
        shared, clock = options.pop("shared", None), options.pop("clock", None)
        url = base_url if base_url is not None else os.environ.get(self.url_variable) or self.default_url
        if not is_base_url(url):
            found = f", not {url!r}" if "@" not in url else " and hold no credentials"
            raise ValueError(f"base_url must look like {self.default_url}{found}")
        host = urlsplit(url).hostname or ""
        if url.lower().startswith("http:") and not is_loopback(host) and not allow_http:
            raise ValueError(
                f"base_url: http:// would send credentials unencrypted to {host}; use https://, or pass allow_http=True"
            )
        base_url = normalize_url(url)
        if base_url == self.default_url and self.default_pace is not None:
            options.setdefault("pace", self.default_pace)
        clock = clock or SystemClock()
        shared_limits = None
        if shared is not None:
            from ._sharing import share_limits

            shared_limits = share_limits(shared, base_url, credentials, clock)
        fields = config_fields(cast("ClientOptions", options), Retries(), shared_limits)
        if shared_limits is not None:
            fields |= {"shared_limits": shared_limits, "quota_store": shared_limits}
        self._config = ClientConfig(base_url=base_url, credentials=credentials, clock=clock, **fields)

    @property
    def quota(self) -> Quota | None:
        """The hourly quota by the headers of the last response; None before the first one."""
        return self._config.state.quota

    @property
    def quotas(self) -> Mapping[str, Quota]:
        """The last known quota of each scope: every organization has its own, and so has `/me`."""
        return dict(self._config.state.quotas)

    @contextmanager
    def budget(self, requests: int) -> Iterator[Budget]:
        """Limit the number of requests in a `with` block, for this client and its copies, in all threads.

        A call that needs more raises BudgetExceeded before it sends anything; a list does so after its first page,
        which has the number of pages. Retries count.
        """
        budget = Budget(requests)
        self._config.state.budgets.append(budget)
        try:
            yield budget
        finally:
            self._config.state.budgets.remove(budget)

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A copy with other options that uses the same connections; only the original closes them."""
        fields = config_fields(options, self._config.retries, self._config.shared_limits)
        copy = type(self).__new__(type(self))
        copy._config = attrs.evolve(self._config, **fields)
        copy._driver = self._driver.borrow()
        return copy

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._config.base_url}>"


class SyncClient(BaseClient):
    """A client whose calls block. Use it as a context manager, or close it."""

    _driver: SyncDriver

    def __init__(
        self,
        *,
        transport: httpx.BaseTransport | HTTPX2Transport | None = None,
        http_client: httpx.Client | HTTPX2Client | None = None,
        **options: Unpack[ConnectOptions],
    ) -> None:
        self._configure(options)
        self._driver = SyncDriver(http_client, transport, self._config.clock, self._config.base_url)

    def close(self) -> None:
        """Close the connections, except those of the caller's `http_client`."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(BaseClient):
    """A client whose calls are awaited. Use it as an async context manager, or close it."""

    _driver: AsyncDriver

    def __init__(
        self,
        *,
        transport: httpx.AsyncBaseTransport | HTTPX2AsyncTransport | None = None,
        http_client: httpx.AsyncClient | HTTPX2AsyncClient | None = None,
        **options: Unpack[ConnectOptions],
    ) -> None:
        self._configure(options)
        self._driver = AsyncDriver(http_client, transport, self._config.clock, self._config.base_url)

    async def close(self) -> None:
        """Close the connections, except those of the caller's `http_client`."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class resource(Generic[S, A]):  # noqa: N801 - used like a decorator, to define an attribute
    """A group of calls as an attribute of a client: `tasks = resource(Tasks, AsyncTasks)`."""

    def __init__(self, sync: type[S], asynchronous: type[A]) -> None:
        self.sync, self.asynchronous = sync, asynchronous

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, client: SyncClient, owner: type) -> S: ...
    @overload
    def __get__(self, client: AsyncClient, owner: type) -> A: ...
    @overload
    def __get__(self, client: None, owner: type) -> Self: ...
    def __get__(self, client: BaseClient | None, owner: type) -> Any:
        if client is None:
            return self
        kind: Any = self.sync if isinstance(client, SyncClient) else self.asynchronous
        # The next access finds it in the instance.
        calls = vars(client)[self.name] = kind(client._config, client._driver)
        return calls
