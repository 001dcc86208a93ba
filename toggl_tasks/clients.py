"""What the four clients have in common: configuration, life time, and their connection."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypedDict, Unpack
from urllib.parse import urlsplit

import attrs

from .credentials import Credentials
from .decoding import Drift
from .drivers import AsyncDriver, SyncDriver
from .exchange import Policy
from .quota import Quota

if TYPE_CHECKING:
    import httpx


class ClientOptions(TypedDict, total=False):
    """What every client accepts, keyword only, and `with_options` changes."""

    timeout: float | None
    """Seconds to wait for the service; 30 unless told otherwise, None waits for ever."""
    extra_headers: Mapping[str, str]
    """Headers to send with every request."""
    strict: bool
    """Raise DecodeFailed for an answer that is not what the specification says, in place of a warning."""
    on_drift: Callable[[Drift], object] | None
    """Told once of each value that is not what the specification says, in place of a warning."""


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


def is_base_url(url: str) -> bool:
    """Whether a text is an address of an API: scheme, host, perhaps a port and a path, and nothing else."""
    try:
        parts = urlsplit(url)
        extra = parts.port == 0
    except ValueError:
        return False
    written = url.isprintable() and not any(mark in url for mark in " ?#@")
    return written and parts.scheme in ("http", "https") and bool(parts.hostname) and not extra


def only_options(options: Mapping[str, object]) -> None:
    """Raise TypeError for an option that clients do not have."""
    for name in options.keys() - ClientOptions.__annotations__:
        raise TypeError(f"unknown option {name!r}: there are {', '.join(sorted(ClientOptions.__annotations__))}")


class Client:
    """Common base of Track, AsyncTrack, Focus and AsyncFocus."""

    default_url: ClassVar[str]
    url_variable: ClassVar[str]
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
        **options: Unpack[ClientOptions],
    ) -> None:
        url = base_url if base_url is not None else os.environ.get(self.url_variable) or self.default_url
        if not is_base_url(url):
            shown = f", not {url!r}" if "@" not in url else " and hold no credentials"
            raise ValueError(f"base_url must look like {self.default_url}{shown}")
        only_options(options)
        credentials = self.authenticate(token, email, password)
        self._policy = Policy(base_url=url.rstrip("/"), credentials=credentials, **options)

    def _bind(self) -> None:
        """Make the groups of calls; each client says which it has."""
        raise NotImplementedError

    @property
    def quota(self) -> Quota | None:
        """What is left of the hourly quota as the service last told it; None before the first answer."""
        return self._policy.told.quota

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A copy with other options that shares the connection pool; only the original closes it."""
        only_options(options)
        copy = type(self).__new__(type(self))
        copy._policy = attrs.evolve(self._policy, **options)
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
        self._driver = SyncDriver(http_client, transport)
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
        self._driver = AsyncDriver(http_client, transport)
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
