"""Carries out the steps of a plan over httpx: the only module here that does I/O."""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

import httpx

from ._clock import Clock
from ._flow import Ask, Plan, Reply, Send, Step, Wait
from .errors import ConnectionFailed, DecodeFailed, TimedOut, TogglError

T = TypeVar("T")

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Errors that say that no byte of the request left."""
UNBOUNDED = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""As many connections as there are threads at work: a pool that closes an idle one to keep a limit may close one that
another thread has just begun to use (httpcore issue 1110)."""
LASTING = (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)
"""Errors that a repeat would only bring again."""
SLICE = 0.05
"""Seconds after which a wait that can be stopped looks whether it is."""
_sending: ContextVar[bool] = ContextVar("sending", default=False)


@contextmanager
def unlogged() -> Iterator[None]:
    """While it lasts, what httpx logs has no queries: names and searches are the user's own business."""
    token = _sending.set(True)
    try:
        yield
    finally:
        _sending.reset(token)


def _without_query(record: logging.LogRecord) -> bool:
    if _sending.get() and isinstance(record.args, tuple):
        record.args = tuple(one.copy_with(query=None) if isinstance(one, httpx.URL) else one for one in record.args)
    return True


logging.getLogger("httpx").addFilter(_without_query)


def no_cookies() -> CookieJar:
    """A jar that stays empty: each request proves who asks, and what a service sets may not even be sendable."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def transport_error(step: Send, error: httpx.HTTPError | httpx.InvalidURL | TimeoutError) -> TogglError:
    """Our name for what went wrong. The text names the host, never a header or a body."""
    _unquote(error)
    place = f"{step.method} {urlsplit(step.url).hostname}"
    if isinstance(error, httpx.DecodingError):
        # The reply came, and its content-encoding is broken.
        undecodable = DecodeFailed(f"{place}: {error}")
        undecodable.__cause__ = error
        return undecodable
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        limit = step.total if isinstance(error, TimeoutError) else step.timeout
        failed: ConnectionFailed = TimedOut(f"{place}: no answer" + ("" if limit is None else f" within {limit:.3g} s"))
    else:
        failed = ConnectionFailed(f"{place}: {str(error) or type(error).__name__}")
    failed.may_have_arrived = not isinstance(error, NEVER_SENT + LASTING)
    failed.passing = not isinstance(error, LASTING) and not _untrusted(error)
    failed.__cause__ = error
    return failed


def _unquote(error: BaseException | None) -> None:
    """Take the bytes of headers out of the texts of an error and its causes: those not allowed in HTTP are quoted."""
    while error is not None:
        if error.args and isinstance(error.args[0], str):
            error.args = (re.sub(r"(?s)\b(bytearray\()?b['\"].*", "...", error.args[0]), *error.args[1:])
        error = error.__cause__ or error.__context__


def _untrusted(error: BaseException | None) -> bool:
    """Whether a certificate was refused somewhere down the chain of causes."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


class Body:
    """The body of a reply as it comes, up to the largest size."""

    def __init__(self, step: Send, response: httpx.Response) -> None:
        if "," in response.headers.get("content-encoding", ""):
            # Each layer makes a thousand bytes of one, and httpx undoes all of them before it gives a part.
            raise DecodeFailed(f"{step.method} {urlsplit(step.url).hostname}: more than one content-encoding")
        self.step, self.response = step, response
        self.parts: list[bytes] = []
        self.size = 0

    def take(self, part: bytes) -> None:
        """Add a part, decoded; raises DecodeFailed when that is too much."""
        self.parts.append(part)
        self.size += len(part)
        if self.size > self.step.largest:
            raise DecodeFailed(
                f"{self.step.method} {urlsplit(self.step.url).hostname}: the reply ({self.response.status_code}) is "
                f"larger than {self.step.largest} bytes; `max_response_bytes` sets another limit"
            )

    def reply(self) -> Reply:
        response, content = self.response, b"".join(self.parts)
        response._content = content  # what `response.read()` does, which has no limit
        return Reply(status=response.status_code, headers=response.headers, body=content, response=response)


def resume(plan: Plan[T], outcome: object) -> Step:
    """The next step of a plan; StopIteration carries its result."""
    return plan.throw(outcome) if isinstance(outcome, TogglError) else plan.send(outcome)


class SyncDriver:
    """Runs plans in the calling thread; any number of threads may do so at once."""

    def __init__(self, client: httpx.Client | None, transport: httpx.BaseTransport | None, clock: Clock) -> None:
        if client is not None and transport is not None:
            raise ValueError("give either transport= or http_client=, not both")
        self.owned = client is None
        self.closed = False
        if client is None:
            client = httpx.Client(transport=transport, limits=UNBOUNDED, cookies=no_cookies())
        self.client = client
        self.clock = clock

    def run(self, plan: Plan[T], stopped: threading.Event | None = None) -> T:
        """The result of a plan; raises CancelledError when `stopped` is set before its end."""
        if self.closed or self.client.is_closed:
            plan.close()
            raise RuntimeError("this client is closed: make another one")
        outcome: object = None
        try:
            while True:
                try:
                    step = resume(plan, outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                outcome = self.step(step, stopped)
        finally:
            plan.close()

    def step(self, step: Step, stopped: threading.Event | None) -> object:
        if stopped is not None and stopped.is_set():
            raise CancelledError
        if isinstance(step, Send):
            return self.send(step)
        if isinstance(step, Wait):
            self.wait(step.seconds, stopped)
            return None
        return answer(step)

    def wait(self, seconds: float, stopped: threading.Event | None) -> None:
        if stopped is None:
            self.clock.sleep(seconds)
            return
        # In small parts, by whatever clock it is, so that the wait ends soon after `stopped` is set.
        while seconds > 0 and not stopped.is_set():
            self.clock.sleep(min(seconds, SLICE))
            seconds -= SLICE

    def send(self, step: Send) -> Reply | TogglError:
        ends = None if step.total is None else time.monotonic() + step.total
        response: httpx.Response | None = None
        try:
            request = self.client.build_request(
                step.method, step.url, headers=step.headers, content=step.content, timeout=step.timeout
            )
            with unlogged():
                response = self.client.send(request, stream=True, follow_redirects=False, auth=None)
            body = Body(step, response)
            for part in response.iter_bytes():
                body.take(part)
                if ends is not None and time.monotonic() > ends:
                    raise TimeoutError
            return body.reply()
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            return transport_error(step, error)
        except DecodeFailed as error:
            return error
        finally:
            if response is not None:
                response.close()

    def shared(self) -> SyncDriver:
        """A driver on the same connections that does not close them."""
        return SharedSyncDriver(self.client, None, self.clock)

    def close(self) -> None:
        self.closed = True
        if self.owned:
            self.client.close()


class SharedSyncDriver(SyncDriver):
    """The driver of a copy of a client; there is nothing to close."""

    def close(self) -> None:
        pass


class AsyncDriver:
    """Runs plans on one event loop: the one that runs the first of them."""

    def __init__(
        self, client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None, clock: Clock
    ) -> None:
        if client is not None and transport is not None:
            raise ValueError("give either transport= or http_client=, not both")
        self.owned = client is None
        self.closed = False
        if client is None:
            client = httpx.AsyncClient(transport=transport, cookies=no_cookies())
        self.client = client
        self.clock = clock
        self.loops: list[asyncio.AbstractEventLoop] = []

    async def run(self, plan: Plan[T]) -> T:
        self.check(plan)
        outcome: object = None
        try:
            while True:
                try:
                    step = resume(plan, outcome)
                except StopIteration as stop:
                    return cast("T", stop.value)
                outcome = await self.step(step)
        finally:
            plan.close()

    def check(self, plan: Plan[T]) -> None:
        """Raise RuntimeError on a closed client, and on another event loop: connections belong to one."""
        if not self.loops:
            self.loops.append(asyncio.get_running_loop())
        if self.closed or self.client.is_closed:
            plan.close()
            raise RuntimeError("this client is closed: make another one")
        if self.loops[0] is not asyncio.get_running_loop():
            plan.close()
            raise RuntimeError("this client was first used on another event loop: make one for each loop")

    async def step(self, step: Step) -> object:
        if isinstance(step, Send):
            return await self.send(step)
        if isinstance(step, Wait):
            await self.clock.sleep_async(step.seconds)
            return None
        return await asyncio.to_thread(answer, step)

    async def send(self, step: Send) -> Reply | TogglError:
        response: httpx.Response | None = None
        try:
            async with asyncio.timeout(step.total):
                request = self.client.build_request(
                    step.method, step.url, headers=step.headers, content=step.content, timeout=step.timeout
                )
                with unlogged():
                    response = await self.client.send(request, stream=True, follow_redirects=False, auth=None)
                body = Body(step, response)
                async for part in response.aiter_bytes():
                    body.take(part)
                return body.reply()
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            return transport_error(step, error)
        except DecodeFailed as error:
            return error
        finally:
            if response is not None:
                await response.aclose()

    def shared(self) -> AsyncDriver:
        """A driver on the same connections that does not close them."""
        driver = SharedAsyncDriver(self.client, None, self.clock)
        driver.loops = self.loops
        return driver

    async def close(self) -> None:
        self.closed = True
        if self.owned:
            await self.client.aclose()


class SharedAsyncDriver(AsyncDriver):
    """The driver of a copy of a client; there is nothing to close."""

    async def close(self) -> None:
        pass


def answer(step: Ask) -> Any:
    """What the store of a pace or a quota says, or the TogglError it failed with."""
    try:
        return step.question()
    except TogglError as error:
        return error
