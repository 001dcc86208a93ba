"""The base of the four clients: their options, and how they are opened and closed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar
from urllib.parse import urlsplit

import attrs
from msgspec import UNSET, UnsetType

from ._budget import Budget
from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._decoding import Drift
from ._drivers import AsyncDriver, AsyncHttpClient, AsyncTransport, SyncDriver, SyncHttpClient, SyncTransport
from ._environment import is_loopback
from ._hooks import RequestView, ResponseView
from ._quota import Quota
from ._rate_limiter import MemoryRateLimiter, Pace, RateLimiter
from ._request_flow import ClientConfig, check_headers, check_seconds
from ._resource import explain_arguments
from ._retries import Retries, make_retries

if TYPE_CHECKING:
    from ._sharing import SharedLimits

TransportT = TypeVar("TransportT")
HttpClientT = TypeVar("HttpClientT")
ClientT = TypeVar("ClientT", bound="BaseClient[Any, Any]")
"""The client class. Not `Self`: jedi resolves it to the class that defines the method, which has no resources."""


def is_base_url(url: str) -> bool:
    """Whether a string is a valid base URL: scheme, host, optional port and path, and nothing else."""
    try:
        parts = urlsplit(url)
        port_zero = parts.port == 0
    except ValueError:
        return False
    plain = url.isprintable() and not any(mark in url for mark in " ?#@")
    labels = (parts.hostname or "").removesuffix(".").split(".")
    return plain and parts.scheme in ("http", "https") and all(0 < len(one) < 64 for one in labels) and not port_zero


def normalize_url(url: str) -> str:
    """The base URL in normal form: no trailing slash, host in lower case, no default port."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = "" if parts.port in (None, {"http": 80, "https": 443}[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


OPTIONS = {field.name for field in attrs.fields(ClientConfig)} - {"base_url", "clock", "retries"}
"""The options that become fields of a ClientConfig as they are."""


def check_options(options: Mapping[str, Any]) -> None:
    """Raise TypeError or ValueError for an invalid option."""
    for name in options.keys() & {"timeout", "deadline", "max_wait"}:
        check_seconds(name, options[name])
    check_headers(options.get("extra_headers"))
    if options.get("on_quota", "raise") not in ("raise", "wait"):
        raise ValueError(f"on_quota must be 'raise' or 'wait', not {options['on_quota']!r}")
    size = options.get("max_response_bytes", 1)
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise ValueError(f"max_response_bytes must be a number of bytes above 0, not {size!r}")


def make_rate_limiter(pace: float | Pace | None, shared_limits: SharedLimits | None) -> RateLimiter | None:
    """The rate limiter for the option `pace`. Raises ValueError for an invalid one."""
    if pace is None:
        return None
    if not isinstance(pace, Pace):
        if isinstance(pace, bool) or not isinstance(pace, int | float) or not pace > 0:
            raise ValueError(f"pace must be a number of requests a second above 0, Pace(...) or None, not {pace!r}")
        pace = Pace(pace)
    return MemoryRateLimiter(pace) if shared_limits is None else shared_limits.rate_limiter(pace)


class BaseClient(Generic[TransportT, HttpClientT]):
    """Common base of Track, AsyncTrack, Focus and AsyncFocus."""

    authenticate: ClassVar[staticmethod[[str | None, str | None, str | None], Credentials]]
    """Returns the credentials from token, email and password, or from the environment."""
    default_url: ClassVar[str]
    url_variable: ClassVar[str]
    default_pace: ClassVar[Pace | None]
    """Rate limit on the live service, unless the program sets one."""
    driver_class: ClassVar[type]
    _config: ClientConfig
    _driver: Any

    def __init__(
        self,
        *,
        token: str | None = None,
        email: str | None = None,
        password: str | None = None,
        base_url: str | None = None,
        allow_http: bool = False,
        timeout: float | None = 30.0,
        deadline: float | None = None,
        retries: int | Retries = 3,
        pace: float | Pace | UnsetType | None = UNSET,
        on_quota: Literal["raise", "wait"] = "raise",
        max_wait: float | None = 3600.0,
        max_response_bytes: int = 64 * 2**20,
        extra_headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], object] | None = None,
        on_request: Callable[[RequestView], object] | None = None,
        on_response: Callable[[ResponseView], object] | None = None,
        shared: str | os.PathLike[str] | None = None,
        clock: Clock | None = None,
        transport: TransportT | None = None,
        http_client: HttpClientT | None = None,
    ) -> None:
        """Create a client; sends no request.

        Args:
            token: Track's API token, or Focus's API key. Default: the environment variable.
            email: Used with `password`, instead of a token.
            password: Used with `email`, instead of a token.
            base_url: URL of the API, if it is not the live service.
            allow_http: Allow `http://` to other machines, which sends credentials unencrypted.
            timeout: Timeout in seconds; None for no timeout.
            deadline: Seconds for one request including its waits and retries; None for no limit.
            retries: Number of retries of a failed request; or `Retries` for more settings.
            pace: Rate limit in requests a second, None for no limit; default `Pace()` for Track's live service, None
                otherwise.
            on_quota: What to do when the hourly quota is spent: `raise` QuotaExceeded, or `wait` until it resets.
            max_wait: Maximum number of seconds that a request waits for the quota; None for no limit. It waits
                at most 20 times.
            max_response_bytes: Maximum size of a response body.
            extra_headers: Headers to send with every request.
            strict: Raise DecodeFailed for a response that differs from the specification, instead of a warning.
            on_drift: Called once for each value that differs from the specification, instead of a warning.
            on_request: Called before each request is sent; secrets are redacted.
            on_response: Called after each request; secrets are redacted.
            shared: Share rate limit and quota with other processes through this file or `redis://` URL.
            clock: Clock to use instead of the system clock.
            transport: Transport of httpx or httpx2 to send requests with.
            http_client: Client of httpx or httpx2 to send requests with. Closing this client does not close it.

        Raises:
            TypeError, ValueError: An invalid option.
        """
        failure: Exception | None = None
        try:
            credentials = self.authenticate(token, email, password)
        except (TypeError, ValueError) as error:
            failure = error.with_traceback(None)
        # Crash reporters show the local variables of a traceback.
        token = email = password = None
        if failure is not None:
            failure.__context__ = None
            raise failure
        base_url = self._choose_url(base_url, allow_http)
        options = {name: value for name, value in locals().items() if name in OPTIONS}
        check_options(options)
        clock = clock or SystemClock()
        shared_limits = None
        if shared is not None:
            from ._sharing import share_limits

            shared_limits = share_limits(shared, base_url, credentials, clock)
            options |= {"shared_limits": shared_limits, "quota_store": shared_limits}
        if pace is UNSET:
            pace = self.default_pace if base_url == self.default_url else None
        self._config = ClientConfig(
            base_url=base_url,
            api_path=urlsplit(self.default_url).path,
            clock=clock,
            retries=make_retries(retries, Retries()),
            rate_limiter=make_rate_limiter(pace, shared_limits),
            **options,
        )
        self._driver = self.driver_class(http_client, transport, clock, base_url)

    def _choose_url(self, base_url: str | None, allow_http: bool) -> str:
        """The base URL from the argument or the environment. Raises ValueError for an unsuitable one."""
        url = base_url if base_url is not None else os.environ.get(self.url_variable) or self.default_url
        if not isinstance(url, str) or not is_base_url(url):
            found = f", not {url!r}" if "@" not in str(url) else " and must not contain credentials"
            raise ValueError(f"base_url or {self.url_variable} must look like {self.default_url}{found}")
        host = urlsplit(url).hostname or ""
        if url.lower().startswith("http:") and not is_loopback(host) and not allow_http:
            raise ValueError(
                f"base_url: http:// would send credentials unencrypted to {host}; use https://, or pass allow_http=True"
            )
        return normalize_url(url)

    @property
    def quota(self) -> Quota | None:
        """The hourly quota in the headers of the last response; None before the first response."""
        return self._config.state.quota

    @property
    def quotas(self) -> Mapping[str, Quota]:
        """The last known quota of each scope: each organization has its own quota, and so do the `/me` routes."""
        return dict(self._config.state.quotas)

    @contextmanager
    def budget(self, requests: int) -> Iterator[Budget]:
        """Limit the number of requests in a `with` block, for this client and its copies, in all threads.

        A call that needs more requests raises BudgetExceeded before it sends any. A list raises it after its first
        page, when the number of pages is known. Retries count.
        """
        budget = Budget(requests)
        self._config.state.budgets.append(budget)
        try:
            yield budget
        finally:
            self._config.state.budgets.remove(budget)

    def with_options(
        self: ClientT,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        pace: float | Pace | UnsetType | None = UNSET,
        on_quota: Literal["raise", "wait"] | UnsetType = UNSET,
        max_wait: float | UnsetType | None = UNSET,
        max_response_bytes: int | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType | None = UNSET,
        strict: bool | UnsetType = UNSET,
        on_drift: Callable[[Drift], object] | UnsetType | None = UNSET,
        on_request: Callable[[RequestView], object] | UnsetType | None = UNSET,
        on_response: Callable[[ResponseView], object] | UnsetType | None = UNSET,
    ) -> ClientT:
        """A copy with other options that uses the same connections; only the original closes them.

        The options are described at the client's constructor.
        """
        given: dict[str, Any] = {
            name: value for name, value in locals().items() if name in OPTIONS and value is not UNSET
        }
        check_options(given)
        if retries is not UNSET:
            given["retries"] = make_retries(retries, self._config.retries)
        if pace is not UNSET:
            given["rate_limiter"] = make_rate_limiter(pace, self._config.shared_limits)
        copy = type(self).__new__(type(self))
        copy._config = attrs.evolve(self._config, **given)
        copy._driver = self._driver.borrow()
        return copy

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._config.base_url}>"


# Not as decorators: jedi would list `self` among the arguments.
for name in ("__init__", "with_options"):
    setattr(BaseClient, name, explain_arguments(getattr(BaseClient, name)))


class SyncClient(BaseClient[SyncTransport, SyncHttpClient]):
    """A synchronous client. Use it as a context manager, or call `close`."""

    driver_class = SyncDriver
    _driver: SyncDriver

    def close(self) -> None:
        """Close the connections, except those of the caller's `http_client`."""
        self._driver.close()

    def __enter__(self: ClientT) -> ClientT:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(BaseClient[AsyncTransport, AsyncHttpClient]):
    """An asynchronous client. Use it as an async context manager, or await `close`."""

    driver_class = AsyncDriver
    _driver: AsyncDriver

    async def close(self) -> None:
        """Close the connections, except those of the caller's `http_client`."""
        await self._driver.close()

    async def __aenter__(self: ClientT) -> ClientT:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
