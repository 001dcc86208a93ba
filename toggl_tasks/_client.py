"""What the four clients have in common: configuration, life time, and their connection."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypedDict, Unpack
from urllib.parse import urlsplit

import attrs

from ._budget import Budget
from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._decoding import Drift
from ._drivers import AsyncDriver, SyncDriver
from ._hooks import RequestView, ResponseView
from ._quota import Quota
from ._rate_limiter import MemoryPacer, Pace, Pacer
from ._request_flow import Policy, seconds
from ._retries import Retries, number_of_retries

if TYPE_CHECKING:
    import httpx

    from ._sharing import Sharing


class ClientOptions(TypedDict, total=False):
    """What every client accepts, keyword only, and `with_options` changes."""

    timeout: float | None
    """Seconds to wait for the service; 30 unless told otherwise, None waits for ever."""
    deadline: float | None
    """Seconds that one request may take with its waits and repeats; None, as usual, for no limit."""
    retries: int | Retries
    """How often to send a failed request again: 3 times unless told otherwise. `Retries` says more."""
    pace: float | Pace | None
    """Requests a second; None for no limit. Usual is `Pace()` on the live service of Track, and None elsewhere."""
    on_quota: Literal["raise", "wait"]
    """What to do when the hourly quota is spent: `raise` QuotaExceeded, or `wait` until it is full again."""
    max_wait: float | None
    """Most seconds that a call waits for the quota: 3600 unless told otherwise, None for no limit."""
    max_response_bytes: int
    """Most bytes that the body of a reply may have: 64 MiB unless told otherwise."""
    extra_headers: Mapping[str, str]
    """Headers to send with every request."""
    strict: bool
    """Raise DecodeFailed for an answer that is not what the specification says, in place of a warning."""
    on_drift: Callable[[Drift], object] | None
    """Told once of each value that is not what the specification says, in place of a warning."""
    on_request: Callable[[RequestView], object] | None
    """Told of each request before it is sent, without what is secret."""
    on_response: Callable[[ResponseView], object] | None
    """Told how each request ended, without what is secret."""


class Connection(ClientOptions, total=False):
    """What every client accepts when it is made, beside its own kind of httpx client or transport."""

    token: str | None
    """Track's API token, or Focus's API key."""
    email: str | None
    """Goes with `password`, in place of a token."""
    password: str | None
    """Goes with `email`, in place of a token."""
    base_url: str | None
    """Where the API is, when it is not the live service."""
    allow_http: bool
    """Send credentials over `http://` to another machine, where anybody on the way can read them."""
    shared: str | os.PathLike[str] | None
    """Where pace and quota are shared with other processes: the path of a file, or a `redis://` address."""
    clock: Clock
    """Tells the time and lets it pass, in place of this machine's clock."""


def is_base_url(url: str) -> bool:
    """Whether a text is an address of an API: scheme, host, perhaps a port and a path, and nothing else."""
    try:
        parts = urlsplit(url)
        extra = parts.port == 0
    except ValueError:
        return False
    written = url.isprintable() and not any(mark in url for mark in " ?#@")
    return written and parts.scheme in ("http", "https") and bool(parts.hostname) and not extra


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its name or address alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def settings(options: ClientOptions, usual: Policy | None, sharing: Sharing | None) -> dict[str, Any]:
    """The fields of a policy that options set. Raises TypeError or ValueError for one that cannot be."""
    given: dict[str, Any] = dict(options)
    for name in given.keys() - ClientOptions.__annotations__:
        raise TypeError(f"unknown option {name!r}: there are {', '.join(sorted(ClientOptions.__annotations__))}")
    for name in given.keys() & {"timeout", "deadline", "max_wait"}:
        seconds(name, given[name])
    if given.get("on_quota", "raise") not in ("raise", "wait"):
        raise ValueError(f"on_quota is 'raise' or 'wait', not {given['on_quota']!r}")
    largest = given.get("max_response_bytes", 1)
    if isinstance(largest, bool) or not isinstance(largest, int) or largest < 1:
        raise ValueError(f"max_response_bytes is a number of bytes above 0, not {largest!r}")
    if "retries" in given:
        given["retries"] = number_of_retries(given["retries"], usual.retries if usual else Retries())
    if "pace" in given:
        given["pacer"] = pacer(given.pop("pace"), sharing)
    return given


def pacer(pace: float | Pace | None, sharing: Sharing | None) -> Pacer | None:
    """What keeps a pace. Raises ValueError for one that cannot be kept."""
    if pace is None:
        return None
    if not isinstance(pace, Pace):
        if isinstance(pace, bool) or not isinstance(pace, int | float) or not pace > 0:
            raise ValueError(f"pace is a number of requests a second above 0, Pace(...) or None, not {pace!r}")
        pace = Pace(pace)
    return MemoryPacer(pace) if sharing is None else sharing.pacer(pace)


class Client:
    """Common base of Track, AsyncTrack, Focus and AsyncFocus."""

    default_url: ClassVar[str]
    url_variable: ClassVar[str]
    usual_pace: ClassVar[Pace | None] = None
    """The pace on the live service, unless the program sets one."""
    _policy: Policy
    _driver: Any

    @staticmethod
    def authenticate(token: str | None, email: str | None, password: str | None) -> Credentials:
        """The credentials that these arguments and the environment make."""
        raise NotImplementedError

    def _configure(
        self,
        *,
        token: str | None = None,
        email: str | None = None,
        password: str | None = None,
        base_url: str | None = None,
        allow_http: bool = False,
        shared: str | os.PathLike[str] | None = None,
        clock: Clock | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        url = base_url if base_url is not None else os.environ.get(self.url_variable) or self.default_url
        if not is_base_url(url):
            shown = f", not {url!r}" if "@" not in url else " and hold no credentials"
            raise ValueError(f"base_url must look like {self.default_url}{shown}")
        host = urlsplit(url).hostname or ""
        if url.lower().startswith("http:") and not is_loopback(host) and not allow_http:
            raise ValueError(
                f"base_url: http:// would send the credentials to {host} for all to read; "
                f"use https://, or pass allow_http=True"
            )
        if url == self.default_url and self.usual_pace is not None:
            options.setdefault("pace", self.usual_pace)
        credentials = self.authenticate(token, email, password)
        base_url, clock = url.rstrip("/"), clock or SystemClock()
        sharing = None
        if shared is not None:
            from ._sharing import share

            sharing = share(shared, base_url, credentials.authorization, clock)
        fields = settings(options, None, sharing)
        if sharing is not None:
            fields |= {"sharing": sharing, "ledger": sharing}
        self._policy = Policy(base_url=base_url, credentials=credentials, clock=clock, **fields)

    def _bind(self) -> None:
        """Make the groups of calls; each client says which it has."""
        raise NotImplementedError

    @property
    def quota(self) -> Quota | None:
        """What is left of the hourly quota as the service last told it; None before the first answer."""
        return self._policy.told.quota

    @property
    def quotas(self) -> Mapping[str, Quota]:
        """What the service last told of each quota, by its scope: each organization has its own, and so has `/me`."""
        return dict(self._policy.told.quotas)

    @contextmanager
    def budget(self, requests: int) -> Iterator[Budget]:
        """Allow at most so many requests while a `with` block runs, of this client and its copies, in all threads.

        A call that is known to need more raises BudgetExceeded before it sends anything; a list, when its first page
        has told how many pages there are. Repeats count.
        """
        budget = Budget(requests)
        self._policy.told.budgets.append(budget)
        try:
            yield budget
        finally:
            self._policy.told.budgets.remove(budget)

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A copy with other options that shares the connection pool; only the original closes it."""
        fields = settings(options, self._policy, self._policy.sharing)
        copy = type(self).__new__(type(self))
        copy._policy = attrs.evolve(self._policy, **fields)
        copy._driver = self._driver.shared()
        copy._bind()
        return copy

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._policy.base_url}>"


class SyncClient(Client):
    """A client whose calls block. Use it as a context manager, or close it."""

    _driver: SyncDriver

    def __init__(
        self,
        *,
        transport: httpx.BaseTransport | None = None,
        http_client: httpx.Client | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        self._configure(**connection)
        self._driver = SyncDriver(http_client, transport, self._policy.clock)
        self._bind()

    def close(self) -> None:
        """Close the connections, unless they belong to the caller's `http_client`."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(Client):
    """A client whose calls are awaited. Use it as an async context manager, or close it."""

    _driver: AsyncDriver

    def __init__(
        self,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        http_client: httpx.AsyncClient | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        self._configure(**connection)
        self._driver = AsyncDriver(http_client, transport, self._policy.clock)
        self._bind()

    async def close(self) -> None:
        """Close the connections, unless they belong to the caller's `http_client`."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
