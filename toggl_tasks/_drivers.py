"""Run flows over httpx or httpx2, in threads or asyncio. No other module here does network I/O."""

from __future__ import annotations

import copy
import datetime
import functools
import importlib
import logging
import os
import re
import socket
import ssl
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit

import httpcore
import httpx

from ._clock import Clock
from ._environment import CERTIFICATES_THAT_WORK, PROXIES_THAT_WORK, find_proxy, hide_password, is_loopback
from ._flow import Flow, Reply, RunBlocking, SendRequest, Sleep, Step
from ._httpx2 import HTTPX2AsyncClient, HTTPX2AsyncTransport, HTTPX2Client, HTTPX2Transport
from .errors import ConnectionFailed, DecodeFailed, TimedOut, TogglError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
SyncTransport: TypeAlias = httpx.BaseTransport | HTTPX2Transport
SyncHttpClient: TypeAlias = httpx.Client | HTTPX2Client
AsyncTransport: TypeAlias = httpx.AsyncBaseTransport | HTTPX2AsyncTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient | HTTPX2AsyncClient

LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""A pool that closes idle connections to enforce a limit may close one that another thread has just started to use
(httpcore issue 1110), and a limited asyncio pool leaks the connections of cancelled requests."""
GZIP = zlib.MAX_WBITS | 16
WINDOW_BITS = {"": 0, "identity": 0, "gzip": GZIP, "x-gzip": GZIP, "deflate": zlib.MAX_WBITS}
"""For zlib, by content-encoding; 0 for no compression."""
TIMEOUTS = ("connect", "read", "write", "pool")
MAX_CONNECTIONS = 100
"""Maximum number of simultaneous connections of an asyncio client."""
POLL_INTERVAL = 0.05
"""Interval in seconds at which a wait checks whether it was stopped."""
_is_sending: ContextVar[bool] = ContextVar("is_sending", default=False)
"""Whether the library's log records are for a request of this package. Their URLs are logged without the query, which
may contain names and search texts of the user."""


class Library:
    """The parts of httpx, or of its fork httpx2, that the drivers use. Both have the same class names."""

    def __init__(self, name: str) -> None:
        self.http: Any = importlib.import_module(name)
        self.core: Any = importlib.import_module(name.replace("httpx", "httpcore"))
        # Without HTTPStatusError, which only hooks of the caller's client raise. The library does not wrap SOCKSError.
        socks = getattr(sys.modules.get("socksio"), "SOCKSError", TimeoutError)
        self.errors: tuple[type[Exception], ...] = (self.http.RequestError, self.http.InvalidURL, TimeoutError, socks)
        self.non_retryable = (self.http.InvalidURL, self.http.UnsupportedProtocol, self.http.LocalProtocolError)
        """Errors that a retry would raise again."""
        self.unsent = (self.http.ConnectError, self.http.ConnectTimeout, self.http.PoolTimeout, *self.non_retryable)
        """Errors before the first byte of the request is sent."""
        self.logger = logging.getLogger(name)
        self.logger.addFilter(self.remove_query)

    def remove_query(self, record: logging.LogRecord) -> bool:
        if _is_sending.get() and isinstance(record.args, tuple):
            url = self.http.URL
            record.args = tuple(arg.copy_with(query=None) if isinstance(arg, url) else arg for arg in record.args)
        return True


load_library = functools.cache(Library)
HTTPX = load_library(httpx.__name__)
"""The default library. In an application that calls `httpx2.alias_httpx()`, it is httpx2."""


def library_of(value: object, kind: str) -> Library | None:
    """The library that has a class of this name of which `value` is an instance.

    httpx2 is optional: a program that has a client of it has imported it already.
    """
    for module in (httpx, sys.modules.get("httpx2", httpx)):
        if isinstance(value, getattr(module, kind, ())):
            return load_library(module.__name__)
    return None


def send_directly(library: Library, transport: Any, request: httpx.Request, **_: object) -> httpx.Response:
    """Send a request like the client of the library, but without cookies, redirects and hooks, which cost time.

    Every request contains the credentials, and a cookie from the service may be one that httpx cannot send.
    """
    try:
        return attach_request(library, request, transport.handle_request(request))
    except library.http.RequestError as error:
        error.request = request
        raise


async def send_directly_async(library: Library, transport: Any, request: httpx.Request, **_: object) -> httpx.Response:
    """The same for asyncio."""
    try:
        return attach_request(library, request, await transport.handle_async_request(request))
    except library.http.RequestError as error:
        error.request = request
        raise


def attach_request(library: Library, request: httpx.Request, response: httpx.Response) -> httpx.Response:
    """Attach the request to the response, and log both as the library does."""
    response.request = request
    if library.logger.isEnabledFor(logging.INFO):
        answer = f"{response.http_version} {response.status_code} {response.reason_phrase}"
        library.logger.info('HTTP Request: %s %s "%s"', request.method, request.url, answer)
    return response


def place_of(request: SendRequest) -> str:
    """Method, scheme, host and port of a request."""
    parts = urlsplit(request.url)
    port = "" if parts.port else ":443" if parts.scheme == "https" else ":80"
    return f"{request.method} {parts.scheme}://{parts.netloc}{port}"


def transport_error(driver: Driver, request: SendRequest, error: Exception) -> TogglError:
    """The TogglError for an error of the library. Its text names the host, never a header or a body."""
    _remove_quoted_bytes(error)
    clear_locals(error)
    library, place, proxy = driver.library, place_of(request), driver.proxy_of(request)
    place += f" through the proxy {proxy}" if proxy else ""
    if isinstance(error, library.http.DecodingError):
        # A response arrived, but its content-encoding is invalid.
        undecodable = DecodeFailed(f"{place}: {error}")
        undecodable.__cause__ = error
        return undecodable
    if isinstance(error, library.http.TimeoutException | TimeoutError):
        limit = request.total_timeout if isinstance(error, TimeoutError) else request.timeout
        missing = "no connection" if isinstance(error, library.unsent) else "no response"
        failed: ConnectionFailed = TimedOut(f"{place}: {missing}" + ("" if limit is None else f" within {limit:.3g} s"))
    else:
        reason = explain_connect_error(error, request, proxy) if isinstance(error, library.http.ConnectError) else None
        failed = ConnectionFailed(f"{place}: {reason or str(error) or type(error).__name__}")
    untrusted = any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(error))
    failed.may_have_arrived = request.may_be_sent and not isinstance(error, library.unsent)
    failed.passing = not untrusted and not isinstance(error, library.non_retryable)
    failed.__cause__ = error
    return failed


def explain_connect_error(error: Exception, request: SendRequest, proxy: str | None) -> str | None:
    """The reason why no connection was opened and what to check, if it is known."""
    is_local = proxy is None and is_loopback(urlsplit(request.url).hostname or "")
    start = "start the sandbox with `toggl-tasks sandbox`, or " if is_local else ""
    checked = "the URL of the proxy" if proxy else "base_url"
    for cause in causes(error):
        match cause:
            case ConnectionRefusedError():
                return f"connection refused: no server is listening; {start}check {checked}"
            case socket.gaierror():
                return f"host name not found ({cause.strerror}); check {checked} and the network connection"
            case ssl.SSLCertVerificationError():
                return f"{cause}; check base_url and the clock, or set SSL_CERT_FILE to your network's CA certificate"
            case ssl.SSLError():
                return f"TLS failed ({cause}); check that base_url is an https:// server"
    return None


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and its causes. An exception group has one error for each IP address of a host."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from causes(part)
        error = error.__cause__ or error.__context__


def _remove_quoted_bytes(error: BaseException) -> None:
    """Remove bytes literals from the texts of an error and its causes: they quote headers that HTTP does not allow."""
    for cause in causes(error):
        if cause.args and isinstance(cause.args[0], str):
            cause.args = (re.sub(r"(?s)\b(bytearray\()?b['\"].*", "...", cause.args[0]), *cause.args[1:])


def clear_locals(error: BaseException) -> None:
    """Clear the variables of finished calls in the tracebacks of an error and its causes: some hold the credentials."""
    for cause in causes(error):
        traceback.clear_frames(cause.__traceback__)


def make_transport(new_transport: Callable[..., T], base_url: str) -> T:
    """A transport of httpx for a base URL. Raises ValueError for an environment variable that is required but invalid.

    Requests to this machine never go through a proxy: it would get their credentials unencrypted.
    """
    secure = base_url.lower().startswith("https:")
    found = find_proxy(base_url)
    # If SSL_CERT_FILE is set, httpx ignores SSL_CERT_DIR.
    folders = "" if os.environ.get("SSL_CERT_FILE") else os.environ.get("SSL_CERT_DIR", "")
    try:
        if secure and folders and not any(map(os.path.isdir, folders.split(os.pathsep))):
            # OpenSSL would trust no certificate, without an error.
            raise FileNotFoundError("no such folder")
        # Without TLS, no certificates are needed: an empty context saves the time to load them.
        verify = True if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if found is None:
            return new_transport(verify=verify)
        try:
            proxy = httpx.Proxy(found[1])
            if not proxy.url.host or not 0 < (proxy.url.port or 80) < 65_536:
                raise ValueError
            return new_transport(verify=verify, proxy=proxy)
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            # The messages of httpx quote the URL, which may contain a password.
            reason = "it needs the package socksio" if isinstance(error, ImportError) else "httpx does not support it"
        raise ValueError(f"{found[0]}={hide_password(found[1])}: {reason}; {PROXIES_THAT_WORK}")
    except OSError as error:
        names = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")
        values = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
        if not values:
            raise
        raise ValueError(f"{values}: {error}; {CERTIFICATES_THAT_WORK}") from error


_ends_at: ContextVar[float | None] = ContextVar("ends_at", default=None)
"""Deadline of the request that this thread sends, on the clock `time.monotonic`."""


def limit_timeout(timeout: float | None, error: type[Exception]) -> float | None:
    """The timeout, limited to the time left until the deadline; raises `error` if none is left."""
    ends_at = _ends_at.get()
    if ends_at is None:
        return timeout
    if (left := ends_at - time.monotonic()) <= 0:
        raise error
    return left if timeout is None else min(timeout, left)


class DeadlineStream:
    """A connection that checks the deadline at each read: headers, interim responses and bodies may arrive slowly."""

    def __init__(self, stream: httpcore.NetworkStream, core: Any) -> None:
        self._stream, self._core = stream, core

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, limit_timeout(timeout, self._core.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, limit_timeout(timeout, self._core.WriteTimeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> DeadlineStream:
        limit = limit_timeout(timeout, self._core.ConnectTimeout)
        return DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, limit), self._core)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class DeadlineBackend:
    """Opens a DeadlineStream for each connection."""

    def __init__(self, core: Any) -> None:
        self._backend, self._core = core.SyncBackend(), core

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *options: Any, **more: Any
    ) -> DeadlineStream:
        limit = limit_timeout(timeout, self._core.ConnectTimeout)
        return DeadlineStream(self._backend.connect_tcp(host, port, limit, *options, **more), self._core)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)


def has_excess(response: httpx.Response) -> bool:
    """Whether the server sent more data than the response; httpcore would read the rest as the next response."""
    found: Any = getattr(response.stream, "_stream", response.stream)
    for name in ("_httpcore_stream", "_stream", "_connection", "_h11_state", "trailing_data"):
        found = getattr(found, name, None)
    return bool(found and found[0])


class BodyReader:
    """Collects and decompresses the body of a response, up to the maximum size."""

    def __init__(self, request: SendRequest, response: httpx.Response) -> None:
        self.request, self.response = request, response
        self.parts: list[bytes] = []
        self.size = self.raw_size = 0
        # A response that the transport has already read is already decompressed.
        self.coding = (
            "" if response.is_stream_consumed else response.headers.get("content-encoding", "").strip().lower()
        )
        if self.coding not in WINDOW_BITS:
            raise self.failure(f"the content-encoding {self.coding!r} is not supported")
        self.inflater = zlib.decompressobj(WINDOW_BITS[self.coding]) if WINDOW_BITS[self.coding] else None

    def failure(self, why: str) -> DecodeFailed:
        error = DecodeFailed(f"{place_of(self.request)}: {why}")
        error.status = self.response.status_code
        return error

    def add(self, part: bytes) -> None:
        """Add a part as it was sent; raises DecodeFailed if the body is too large or cannot be decompressed."""
        limit = self.request.max_response_bytes
        self.raw_size += len(part)
        if self.inflater is not None:
            part = self.inflate(part, limit + 1 - self.size)
        self.parts.append(part)
        self.size += len(part)
        # A compressed body can be slightly larger than its content, or have no content at all: limit its size too.
        if self.size > limit or self.raw_size > limit + 2**20:
            raise self.failure(
                f"the response ({self.response.status_code}) is larger than {limit} bytes; "
                "raise the limit with `max_response_bytes`"
            )

    def inflate(self, part: bytes, limit: int) -> bytes:
        """At most `limit` bytes of the decompressed part of a body."""
        assert self.inflater is not None
        try:
            return self.inflater.decompress(part, limit)
        except zlib.error as error:
            if self.coding == "deflate" and self.raw_size == len(part):  # some services omit the zlib header
                self.inflater, self.coding = zlib.decompressobj(-zlib.MAX_WBITS), "raw deflate"
                return self.inflate(part, limit)
            raise self.failure(str(error)) from error

    def reply(self, began: float) -> Reply:
        """The response to the request that was sent at `began`, on the clock `time.perf_counter`."""
        response, content = self.response, b"".join(self.parts)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - began)
        response._content = content  # like `response.read()`, which has no size limit
        response.is_stream_consumed = True
        return Reply(status=response.status_code, headers=response.headers, body=content, response=response)


class Driver:
    """The base of both drivers: the client of httpx or httpx2, and whether the driver closes it."""

    client_kind: ClassVar[str]
    handler: ClassVar[str]
    """The method of a transport that sends a request."""
    new_transport: ClassVar[Callable[..., Any]]
    send_directly: ClassVar[Callable[..., Any]]

    def __init__(self, client: Any, transport: Any, clock: Clock, base_url: str) -> None:
        if client is not None and transport is not None:
            raise ValueError("pass either transport= or http_client=, not both")
        self.owns_client = client is None
        if client is None:
            # A transport can be of any class that has the methods of a transport.
            self.library = library_of(transport, self.client_kind.replace("Client", "BaseTransport")) or HTTPX
            if transport is None:
                transport = make_transport(self.new_transport, base_url)
            elif not hasattr(transport, self.handler):
                raise TypeError(f"transport has no {self.handler}: pass a transport for httpx.{self.client_kind}")
            client = getattr(self.library.http, self.client_kind)(transport=transport)
            # Replaces a method that `client.send` calls, not `send` itself, which tracing tools patch.
            client._send_handling_auth = functools.partial(self.send_directly, self.library, transport)
            self.new_request, self.default_headers = self.library.http.Request, dict(client.headers)
        elif found := library_of(client, self.client_kind):
            self.library, self.new_request, self.default_headers = found, client.build_request, {}
        else:
            kinds = f"httpx.{self.client_kind} or httpx2.{self.client_kind}"
            raise TypeError(f"http_client must be an {kinds}, not {type(client)}")
        self.client = client
        self.clock = clock
        self.closed = self.borrowed = False
        self.processes: list[int] = []
        """Id of the process of the first request; empty before it. A list, which borrowed drivers share."""

    def borrow(self) -> Self:
        """A driver with the same connections, whose `close` does nothing."""
        driver = copy.copy(self)
        driver.closed, driver.borrowed = False, True
        return driver

    def build_request(self, request: SendRequest, trace: Callable[..., object]) -> httpx.Request:
        """The request object of the library. It counts as sent, unless `trace` or an error shows that it was not."""
        built: httpx.Request = self.new_request(
            request.method,
            request.url,
            headers=self.default_headers | request.headers,
            content=request.content,
            extensions={"timeout": dict.fromkeys(TIMEOUTS, request.timeout), "trace": trace},
        )
        request.may_be_sent = True
        return built

    def check_open(self) -> None:
        """Raise RuntimeError if the client is closed or belongs to another process."""
        if not self.processes:
            self.processes.append(os.getpid())
        if self.is_foreign:
            raise RuntimeError("this client was used before a fork, in another process: create one in each process")
        if self.closed or self.client.is_closed:
            raise RuntimeError("this client is closed: create a new one")

    @property
    def is_foreign(self) -> bool:
        """Whether another process uses the connections. After a fork, they must be neither used nor closed."""
        return self.processes not in ([], [os.getpid()])

    def proxy_of(self, request: SendRequest) -> str | None:
        """Scheme, host and port of the proxy that the HTTP client uses for a request, if there is one."""
        origin = self.library.http.URL(place_of(request).split()[1])  # the whole URL may be too long for the library
        url = getattr(getattr(self.client._transport_for_url(origin), "_pool", None), "_proxy_url", None)
        return url and f"{url.scheme.decode()}://{url.host.decode()}:{url.port}"

    def mark_closed(self) -> bool:
        """Refuse further calls; returns whether the HTTP client has to be closed too."""
        self.closed = not self.borrowed
        return self.closed and self.owns_client and not self.is_foreign


class SyncDriver(Driver):
    """Runs flows in the calling thread; it can be used by several threads at once."""

    client: httpx.Client
    client_kind, handler = "Client", "handle_request"
    new_transport = staticmethod(functools.partial(httpx.HTTPTransport, limits=LIMITS))
    send_directly = staticmethod(send_directly)

    def __init__(self, client: Any, transport: Any, clock: Clock, base_url: str) -> None:
        super().__init__(client, transport, clock, base_url)
        if self.owns_client:
            pool: Any = getattr(self.client._transport, "_pool", None)
            if isinstance(pool, self.library.core.ConnectionPool):
                pool._network_backend = DeadlineBackend(self.library.core)

    def run(self, flow: Flow[T], stopped: threading.Event | None = None) -> T:
        """Run a flow and return its result; raises CancelledError if `stopped` is set before its end."""
        outcome: object = None
        with closing(flow):
            self.check_open()
            while True:
                try:
                    step = resume(flow, outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                outcome = self.perform(step, stopped)

    def perform(self, step: Step, stopped: threading.Event | None) -> object:
        if stopped is not None and stopped.is_set():
            from concurrent.futures import CancelledError  # already loaded: the call is in a worker thread

            raise CancelledError
        if isinstance(step, SendRequest):
            return self.send(step)
        if isinstance(step, Sleep):
            self.sleep(step.seconds, stopped)
            return None
        return run_blocking(step)

    def sleep(self, seconds: float, stopped: threading.Event | None) -> None:
        if stopped is None:
            self.clock.sleep(seconds)
            return
        # In short intervals, so that the wait ends soon after `stopped` is set.
        while seconds > 0 and not stopped.is_set():
            self.clock.sleep(min(seconds, POLL_INTERVAL))
            seconds -= POLL_INTERVAL

    def send(self, request: SendRequest) -> Reply | TogglError:
        ends_at = None if request.total_timeout is None else time.monotonic() + request.total_timeout
        response: httpx.Response | None = None
        began, token, sending = time.perf_counter(), _ends_at.set(ends_at), _is_sending.set(True)
        try:
            built = self.build_request(request, functools.partial(note_progress, request))
            response = self.client.send(built, stream=True, follow_redirects=False, auth=None)
            body = BodyReader(request, response)
            parts: Any = response.iter_bytes() if response.is_stream_consumed else response.stream
            for part in parts:
                body.add(part)
                if ends_at is not None and time.monotonic() > ends_at:
                    raise TimeoutError
            if has_excess(response):
                response.extensions["network_stream"].close()
            return body.reply(began)
        except self.library.errors as error:
            return transport_error(self, request, error)
        except DecodeFailed as error:
            return error
        except BaseException as error:
            clear_locals(error)
            raise
        finally:
            _ends_at.reset(token)
            _is_sending.reset(sending)
            if response is not None:
                response.close()

    def close(self) -> None:
        if self.mark_closed():
            self.client.close()


class AsyncDriver(Driver):
    """Runs flows on one event loop: the one that runs the first of them."""

    client: httpx.AsyncClient
    client_kind, handler = "AsyncClient", "handle_async_request"
    new_transport = staticmethod(functools.partial(httpx.AsyncHTTPTransport, limits=LIMITS))
    send_directly = staticmethod(send_directly_async)

    def __init__(self, client: Any, transport: Any, clock: Clock, base_url: str) -> None:
        import asyncio  # here and below: programs without asyncio do not load it, which takes 15 ms

        super().__init__(client, transport, clock, base_url)
        self.loops: list[asyncio.AbstractEventLoop] = []
        """Event loop of the first request; empty before it. A list, which borrowed drivers share."""
        self.slots = asyncio.Semaphore(MAX_CONNECTIONS)

    async def run(self, flow: Flow[T]) -> T:
        """Run a flow and return its result."""
        outcome: object = None
        with closing(flow):
            self.check_open()
            self.check_loop()
            while True:
                try:
                    step = resume(flow, outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                outcome = await self.perform(step)

    def check_loop(self) -> None:
        """Raise RuntimeError without an asyncio event loop, or on another one: connections belong to one loop."""
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise RuntimeError("asynchronous clients need asyncio: no asyncio event loop is running") from None
        if not self.loops:
            self.loops.append(loop)
        if self.loops[0] is not loop:
            raise RuntimeError("this client was first used on another event loop: create a client for each event loop")

    async def perform(self, step: Step) -> object:
        if isinstance(step, SendRequest):
            return await self.send(step)
        if isinstance(step, Sleep):
            await self.clock.sleep_async(step.seconds)
            return None
        import asyncio

        return await asyncio.to_thread(run_blocking, step)

    async def send(self, request: SendRequest) -> Reply | TogglError:
        import asyncio

        response: httpx.Response | None = None
        began, sending = time.perf_counter(), _is_sending.set(True)

        async def trace(event: str, info: dict[str, Any]) -> None:
            note_progress(request, event, info)

        try:
            async with asyncio.timeout(request.total_timeout), self.slots:
                built = self.build_request(request, trace)
                response = await self.client.send(built, stream=True, follow_redirects=False, auth=None)
                body = BodyReader(request, response)
                parts: Any = response.aiter_bytes() if response.is_stream_consumed else response.stream
                async for part in parts:
                    body.add(part)
                if has_excess(response):
                    await response.extensions["network_stream"].aclose()
                return body.reply(began)
        except self.library.errors as error:
            return transport_error(self, request, error)
        except DecodeFailed as error:
            return error
        except BaseException as error:
            clear_locals(error)
            raise
        finally:
            _is_sending.reset(sending)
            if response is not None:
                # In a separate task: cancelling the call itself would leave its connection open and in use.
                closing = asyncio.create_task(response.aclose())
                try:
                    await asyncio.shield(closing)
                finally:
                    await asyncio.wait([closing])
            else:
                self.drop_orphans()

    def drop_orphans(self) -> None:
        """Remove connections from the pool that no request uses or will use.

        A request that is cancelled between creating a connection and opening it leaves one. httpcore2 removes it.
        """
        for transport in (self.client._transport, *self.client._mounts.values()):
            pool = getattr(transport, "_pool", None)
            if isinstance(pool, httpcore.AsyncConnectionPool):
                used = {id(request.connection) for request in pool._requests}
                pool._connections[:] = [
                    one for one in pool._connections if id(one) in used or one.is_idle() or one.is_closed()
                ]

    async def close(self) -> None:
        if self.mark_closed():
            await self.client.aclose()


def note_progress(request: SendRequest, event: str, info: dict[str, Any]) -> None:
    """Note whether a request may have been sent, by an event of httpcore."""
    if event == "connection.connect_tcp.started":
        request.may_be_sent = False
    elif event.endswith(".send_request_headers.started"):
        request.may_be_sent = True
        del info["request"].extensions["trace"]  # later events give no new information


def resume(flow: Flow[T], outcome: object) -> Step:
    """The next step of a flow; raises StopIteration with its result."""
    return flow.throw(outcome) if isinstance(outcome, TogglError) else flow.send(outcome)


def run_blocking(step: RunBlocking) -> Any:
    """The result of the function, or the TogglError that it raised."""
    try:
        return step.function()
    except TogglError as error:
        return error
