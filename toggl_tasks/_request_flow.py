"""The flow of a call: rate limit, quota, sending, retries, decoding.

It is a generator without I/O, which yields steps and receives their outcomes. A driver (`_drivers`) runs it, one for
threads and one for asyncio, so that the logic exists once.
"""

from __future__ import annotations

import copy
import functools
import inspect
import logging
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, cast
from urllib.parse import urlencode, urlsplit

import attrs

from toggl_openapi.operation import Operation
from toggl_openapi.request import check_headers as check_headers

from . import _quota, errors
from ._budget import Budget
from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._decoding import Drift, decode, unknown_fields
from ._flow import ACCEPT_ENCODING, Flow, Reply, RunBlocking, SendRequest, Sleep
from ._hooks import RequestView, ResponseView, request_view, safe_headers
from ._rate_limiter import RateLimiter
from ._retries import Retries, make_retries, read_retry_after

if TYPE_CHECKING:
    import httpx

    from ._sharing import SharedLimits

MAX_SECONDS = 2_000_000
"""Maximum time limit, about 23 days: sockets allow no longer one."""
T = TypeVar("T")
U = TypeVar("U")
logger = logging.getLogger("toggl_tasks")
WRITES: Counter[str] = Counter()
"""Changes with each write that any client of this process sends to a base URL, before and after it."""

MAX_QUOTA_WAITS = 20
"""Maximum number of waits of one request for the quota, whatever `max_wait` is."""


class CallOptions(TypedDict, total=False):
    """Options of every call, in addition to its own arguments."""

    timeout: float | None
    """Timeout in seconds, in place of the client's; None for no timeout."""
    deadline: float | None
    """Seconds for each request including its waits and retries, in place of the client's."""
    retries: int | Retries
    """Number of retries of a failed request, in place of the client's."""
    extra_headers: Mapping[str, str] | None
    """Headers to send in addition to the default ones."""
    on_acquired: Callable[[], object]
    """Called whenever rate limit and quota allow an attempt. Only for prefetching: methods have no such argument."""


class ManyOptions(CallOptions, total=False):
    """Options of calls that take several requests."""

    progress: Callable[[int, int], object] | None
    """Called after each request with the number of items so far, and of all items."""


@attrs.frozen(kw_only=True)
class Answer(Generic[T]):
    """The decoded value of a call and its response: the result of every call of `client.raw`."""

    value: T
    response: httpx.Response
    """With an `http_client` of httpx2, an `httpx2.Response`."""
    attempts: int
    """Number of times that the request was sent."""
    kind: Any = attrs.field(repr=False)
    """The type of the value according to the specification."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle without the credentials: only safe headers of the request are included."""
        response = copy.copy(self.response)
        request = response.request
        response.request = type(request)(request.method, request.url, headers=safe_headers(request.headers))
        return functools.partial(Answer, **attrs.asdict(self, recurse=False) | {"response": response}), ()

    def unknown_fields(self) -> dict[str, Any]:
        """Fields of the response that the specification does not have, by JSON path: `{"$.colour": "red"}`."""
        return unknown_fields(self.kind, self.response.content)


@attrs.define(kw_only=True)
class ClientState:
    """The mutable state of a client, which all its copies share."""

    quota: _quota.Quota | None = None
    quotas: dict[str, _quota.Quota] = attrs.field(factory=dict)
    drifts: set[Drift] = attrs.field(factory=set)
    budgets: list[Budget] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class ClientConfig:
    """How a client calls its API."""

    base_url: str
    credentials: Credentials
    api_path: str = ""
    """Path of the live service; a correct `base_url` ends with it."""
    timeout: float | None = 30.0
    deadline: float | None = None
    retries: Retries = attrs.field(factory=Retries)
    rate_limiter: RateLimiter | None = None
    on_quota: Literal["raise", "wait"] = "raise"
    max_wait: float | None = 3_600.0
    extra_headers: Mapping[str, str] | None = attrs.field(default=None, repr=False)
    max_response_bytes: int = 64 * 2**20
    strict: bool = False
    on_drift: Callable[[Drift], object] | None = None
    on_request: Callable[[RequestView], object] | None = None
    on_response: Callable[[ResponseView], object] | None = None
    clock: Clock = attrs.field(factory=SystemClock)
    quota_store: _quota.QuotaStore = attrs.field(factory=_quota.MemoryQuotaStore, repr=False)
    shared_limits: SharedLimits | None = attrs.field(default=None, repr=False)
    """Source of the quota store and of the rate limiters, if other processes share them."""
    state: ClientState = attrs.field(factory=ClientState, repr=False)

    def execute(self, operation: Operation[T], options: CallOptions) -> Flow[Answer[T]]:
        """Send a request, retry it if a retry is safe, and decode the response or raise."""
        return RequestFlow(self, operation, options).run()

    def limits_now(self) -> float:
        """The time for rate limiter and quota store: since 1970 if processes share them, otherwise monotonic."""
        return self.clock.monotonic() if self.shared_limits is None else self.clock.time()

    def check_budgets(self, requests: int) -> None:
        """Raise BudgetExceeded if this many more requests would exceed a budget."""
        for budget in self.state.budgets:
            budget.need(requests)


class RequestFlow(Generic[T]):
    """The state of one request."""

    def __init__(self, config: ClientConfig, operation: Operation[T], options: CallOptions) -> None:
        self.config, self.operation, self.on_acquired = config, operation, options.get("on_acquired")
        self.scope = _quota.scope_of(operation.path)
        self.timeout = check_seconds("timeout", options.get("timeout", config.timeout))
        self.retries = make_retries(options.get("retries", config.retries), config.retries)
        self.deadline = check_seconds("deadline", options.get("deadline", config.deadline))
        self.ends_at = None if self.deadline is None else config.clock.monotonic() + self.deadline
        self.headers = self._headers(options.get("extra_headers"))
        query = f"?{urlencode(operation.query)}" if operation.query else ""
        self.url = f"{config.base_url}{operation.path}{query}"
        self.attempts = 0
        self.retries_done = 0
        self.waited_for_quota = 0.0
        self.quota_waits = 0
        self.request: SendRequest | None = None
        """The current attempt, once it is sent."""
        self.charged: list[Budget] = []
        """Budgets that the current attempt counts against."""

    def _headers(self, extra_headers: Mapping[str, str] | None) -> dict[str, str]:
        headers = {"accept": "application/json", "accept-encoding": ACCEPT_ENCODING}
        if self.operation.body is not None:
            headers["content-type"] = "application/json"
        for extra in (self.config.extra_headers, check_headers(extra_headers)):
            headers.update((name.lower(), value) for name, value in (extra or {}).items())
        headers["authorization"] = self.config.credentials.authorization
        return headers

    def run(self) -> Flow[Answer[T]]:
        """Send the request until it succeeds or cannot be retried."""
        while True:
            try:
                reply = yield from self.attempt()
                value = self.decode(reply)
            except errors.TogglError as failure:
                failure.attempts = self.attempts
                if isinstance(failure, errors.DecodeFailed):
                    note_acceptance(failure, self.operation.method)
                seconds = self.retry_delay(failure)
                if seconds is None:
                    raise
                yield Sleep(seconds=seconds)
            else:
                return Answer(value=value, response=reply.response, attempts=self.attempts, kind=self.operation.success)

    def attempt(self) -> Flow[Reply]:
        """Send the request once, and apply the quota headers of the response. Raises for a status outside 2xx."""
        reservation = yield from self.acquire_slot()
        writes = int(self.operation.method != "GET")
        WRITES[self.config.base_url] += writes
        try:
            reply = yield from self.send_with_hooks()
        except errors.ConnectionFailed as failure:
            if not failure.may_have_arrived:
                self.refund()
                yield from self.run_blocking(self.release, reservation, None, sent=False)
            raise
        except BaseException:
            if self.request is None or not self.request.may_be_sent:
                self.undo(reservation)
            raise
        finally:
            WRITES[self.config.base_url] += writes
        cached = is_from_cache(reply)
        config = self.config
        headers = {} if cached else reply.headers
        quota, stored = _quota.read_quota(headers, self.scope, config.clock.time(), config.limits_now())
        yield from self.run_blocking(self.release, reservation, stored, sent=not cached)
        if quota is not None:
            config.state.quota = config.state.quotas[self.scope] = quota
        if not 200 <= reply.status < 300:
            raise self.status_error(reply, quota)
        return reply

    def acquire_slot(self) -> Flow[_quota.Reservation]:
        """Wait until the rate limit allows a request. Raises if quota, budget or deadline do not allow it."""
        config = self.config
        config.check_budgets(1)
        self.request, self.charged = None, []
        while True:
            reservation = yield from self.run_blocking(config.quota_store.reserve, self.scope, config.limits_now())
            if isinstance(reservation, _quota.QuotaState):
                raise self.quota_spent(reservation)
            try:
                seconds = 0.0
                if config.rate_limiter is not None:
                    seconds = yield from self.run_blocking(config.rate_limiter.acquire, config.limits_now())
                if not seconds:
                    for budget in config.state.budgets:
                        budget.spend()
                        self.charged.append(budget)
                    if self.on_acquired is not None:
                        self.on_acquired()
                    return reservation
            except BaseException:
                self.undo(reservation)
                raise
            # Release the reservation during the wait, which may be long, and during which the process may be killed.
            yield from self.run_blocking(self.release, reservation, None, sent=False)
            if self.misses_deadline(seconds):
                raise self.timed_out(f"the rate limit requires a wait of {seconds:.3g} s")
            yield Sleep(seconds=seconds)

    def run_blocking(self, function: Callable[..., U], *args: Any, **kwargs: Any) -> Flow[U]:
        """Call a rate limiter or a quota store. If they are shared, the driver calls them, since the call may block."""
        if self.config.shared_limits is not None:
            return cast("U", (yield RunBlocking(functools.partial(function, *args, **kwargs))))
        return function(*args, **kwargs)

    def release(self, reservation: _quota.Reservation, quota: _quota.Quota | None, *, sent: bool) -> None:
        """Release a reservation. If the quota store fails, log it: the response must not be lost."""
        try:
            self.config.quota_store.release(reservation, quota, sent=sent)
        except errors.SharingFailed as failure:
            logger.warning("%s %s: shared quota not updated: %s", self.operation.method, self.operation.name, failure)

    def refund(self) -> None:
        """Refund the current attempt to the budgets."""
        while self.charged:
            self.charged.pop().refund()

    def undo(self, reservation: _quota.Reservation) -> None:
        """Refund quota and budget for a request that was not sent; yields no step, since the flow may be closing."""
        self.refund()
        self.release(reservation, None, sent=False)

    def send_with_hooks(self) -> Flow[Reply]:
        """Send the request, with debug log lines and calls of the hooks."""
        config, clock = self.config, self.config.clock
        self.attempts += 1
        if not (config.on_request or config.on_response or logger.isEnabledFor(logging.DEBUG)):
            reply: Reply = yield self.make_request()
            return reply
        request = request_view(self.operation, urlsplit(config.base_url).hostname or "", self.headers, self.attempts)
        logger.debug("%s %s: %s, attempt %d", request.method, request.operation, _describe(request), request.attempt)
        if config.on_request is not None:
            config.on_request(request)
        began, status, headers, error = clock.monotonic(), None, {}, None
        try:
            reply = yield self.make_request()
            status, headers = reply.status, safe_headers(reply.headers)
            return reply
        except BaseException as failure:
            # A driver that is cancelled while it waits closes the flow.
            error = "Cancelled" if isinstance(failure, GeneratorExit) else type(failure).__name__
            raise
        finally:
            response = ResponseView(
                request=request, status=status, headers=headers, seconds=clock.monotonic() - began, error=error
            )
            logger.debug(
                "%s %s: %s in %.3f s, %s",
                request.method, request.operation, status or error, response.seconds, headers,
            )  # fmt: skip
            if config.on_response is not None:
                config.on_response(response)

    def make_request(self) -> SendRequest:
        time_left = None if self.ends_at is None else self.ends_at - self.config.clock.monotonic()
        if time_left is not None and time_left <= 0:
            raise self.timed_out("no time was left to send the request")
        timeouts = [timeout for timeout in (self.timeout, time_left) if timeout is not None]
        self.request = SendRequest(
            method=self.operation.method,
            url=self.url,
            headers=self.headers,
            content=self.operation.body,
            timeout=min(timeouts, default=None),
            total_timeout=time_left,
            max_response_bytes=self.config.max_response_bytes,
        )
        return self.request

    def status_error(self, reply: Reply, quota: _quota.Quota | None) -> errors.ApiError:
        """The error for a status outside 2xx."""
        config = self.config
        error = errors.api_error(reply, quota, config.credentials.redact)
        error.retry_after = read_retry_after(reply.headers.get("retry-after"), config.clock.time())
        # Messages for unknown routes, not for missing objects. Not checked earlier: a proxy may rewrite paths.
        no_route = re.match(r"404 page not found|not found$|an HTML page|$", error.message, re.IGNORECASE)
        if isinstance(error, errors.NotAuthenticated):
            error.args = (f"{error}; check {config.credentials.source}",)
        elif 300 <= error.status < 400 and reply.headers.get("location"):
            place = reply.headers["location"].partition("?")[0].rpartition("@")[2].encode()
            error.args = (f"{error}; redirects to {errors.excerpt(place, config.credentials.redact)}: check base_url",)
        elif isinstance(error, errors.NotFound) and no_route and not config.base_url.endswith(config.api_path):
            likely = urlsplit(config.base_url)._replace(path=config.api_path).geturl()
            error.args = (f"{error}; base_url {config.base_url} lacks {config.api_path}; did you mean {likely}?",)
        return error

    def quota_spent(self, state: _quota.QuotaState) -> errors.QuotaExceeded:
        """The error for a request that was not sent, because the quota is spent."""
        assert state.resets_at is not None
        now = self.config.clock.time()
        resets_at = _quota.from_timestamp(now + min(state.resets_at - self.config.limits_now(), _quota.WINDOW))
        of = f" of {self.scope}" if self.scope else ""
        day = "" if resets_at.date() == _quota.from_timestamp(now).date() else f"{resets_at:%Y-%m-%d} "
        error = errors.QuotaExceeded(
            402, f"no request was sent: the quota{of} is spent until {day}{resets_at:%H:%M:%S} UTC"
        )
        error.resets_at = resets_at
        return error

    def timed_out(self, why: str) -> errors.TimedOut:
        """The error for a request that was not sent, because of the deadline."""
        error = errors.TimedOut(f"{self.operation.name}: {why}; the deadline is {self.deadline:g} s")
        error.may_have_arrived = error.passing = False
        return error

    def misses_deadline(self, seconds: float) -> bool:
        """Whether a wait would exceed the deadline."""
        return self.ends_at is not None and self.config.clock.monotonic() + seconds >= self.ends_at

    def retry_delay(self, failure: errors.TogglError) -> float | None:
        """Seconds until the next attempt, or None if the failure is final."""
        if isinstance(failure, errors.QuotaExceeded):
            reason: str | None = "quota spent"
            seconds = self.quota_delay(failure)
        else:
            reason = self.retries.reason(self.operation, failure)
            seconds = None if reason is None else self.backoff(failure)
        if seconds is None or self.misses_deadline(seconds):
            return None
        event = f"attempt {self.attempts} failed" if self.attempts else "not sent yet"
        shown = f"{seconds:.3g}" if seconds < 100 else f"{seconds:.0f}"
        logger.warning(
            "%s %s: %s (%s); next attempt in %s s", self.operation.method, self.operation.name, event, reason, shown
        )
        return seconds

    def backoff(self, failure: errors.TogglError) -> float | None:
        """Seconds until the next retry, or None after the last one."""
        if self.retries_done >= self.retries.count:
            return None
        retry_after = failure.retry_after if isinstance(failure, errors.ApiError) else None
        seconds = self.retries.pause(self.retries_done, retry_after)
        self.retries_done += 1
        return seconds

    def quota_delay(self, failure: errors.QuotaExceeded) -> float | None:
        """Seconds until the quota resets, or None if the client does not wait for that."""
        config = self.config
        if config.on_quota != "wait" or failure.resets_at is None or self.quota_waits >= MAX_QUOTA_WAITS:
            return None
        # The service counts whole seconds and may return 0 repeatedly: wait at least 1, 2, 4, ... seconds.
        seconds = min(max(2.0**self.quota_waits, failure.resets_at.timestamp() - config.clock.time()), _quota.WINDOW)
        if config.max_wait is not None and self.waited_for_quota + seconds > config.max_wait:
            return None
        self.waited_for_quota += seconds
        self.quota_waits += 1
        return seconds

    def decode(self, reply: Reply) -> T:
        """The value in a response; raises DecodeFailed if it cannot be read."""
        redact = self.config.credentials.redact
        try:
            value, drifts = decode(self.operation.success, reply.body, self.operation.name, redact)
        except errors.DecodeFailed as error:
            error.response = reply.response
            raise
        if drifts:
            self.report_drift(drifts, reply)
        result: T = value
        return result

    def report_drift(self, drifts: list[Drift], reply: Reply) -> None:
        """Report each drift once by a warning or `on_drift`; with `strict`, raise DecodeFailed."""
        config = self.config
        if config.strict:
            raise errors.DecodeFailed("; ".join(map(str, drifts)), reply.response)
        for drift in drifts:
            if drift not in config.state.drifts:
                config.state.drifts.add(drift)
                if config.on_drift is not None:
                    config.on_drift(drift)
                else:
                    warnings.warn(str(drift), errors.SchemaDriftWarning, stacklevel=level_of_caller())


def level_of_caller() -> int:
    """The `stacklevel` of a warning that points at the line of the program which called this package."""
    level = 1
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(("toggl_", "asyncio")):
        level, frame = level + 1, frame.f_back
    return level


def is_from_cache(reply: Reply) -> bool:
    """Whether a caching transport (hishel) answered from its cache; the quota headers are then out of date."""
    status = reply.response.extensions.get("caching")
    return isinstance(status, dict) and bool(status.get("from_cache"))


def _describe(request: RequestView) -> str:
    """URL and headers of a request in one line."""
    query = "&".join(f"{name}={value}" for name, value in request.query)
    return f"{request.host} {request.path}{'?' if query else ''}{query} {dict(request.headers)}"


def check_seconds(name: str, value: float | None) -> float | None:
    """A time limit; raises ValueError unless it is a positive number or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MAX_SECONDS:
        raise ValueError(f"{name} must be a number of seconds above 0, or None for no limit, not {value!r}")
    return value


def note_acceptance(error: errors.DecodeFailed, method: str) -> None:
    """Add to an error about the response to a write that the service accepted the write."""
    if error.response is not None:
        error.status = error.response.status_code
    if method != "GET" and 200 <= (error.status or 0) < 300 and not error.may_have_been_applied:
        error.may_have_been_applied = True
        if error.response is None or not errors.is_page(error.response.content):  # such a page is not from the service
            error.args = (f"{error}; the service accepted it ({error.status}), so do not repeat the call",)


@contextmanager
def attach_response(answer: Answer[Any]) -> Iterator[None]:
    """Attach the response to any DecodeFailed that the block raises."""
    try:
        yield
    except errors.DecodeFailed as error:
        error.response = answer.response
        note_acceptance(error, answer.response.request.method)
        raise


def run_all(
    config: ClientConfig, flows: Sequence[Flow[object]], result: T, options: ManyOptions, counts: Sequence[int] = ()
) -> Flow[T]:
    """Run the flows of a call that takes several requests, each of which adds to `result`.

    If one of them fails, `partial` of the error is the result so far. `counts` are the numbers of items after each
    flow, for `progress`; by default, a flow is for one item.
    """
    config.check_budgets(len(flows))
    progress = options.get("progress")
    if progress is not None and (not callable(progress) or inspect.iscoroutinefunction(progress)):
        raise TypeError(f"progress must be a plain function, not {progress!r}")
    counts = counts or range(1, len(flows) + 1)
    for number, flow in enumerate(flows):
        try:
            yield from flow
        except errors.TogglError as error:
            if number:
                error.partial = result
                error.add_note("earlier requests of this call succeeded: see `partial` of this error")
            raise
        if progress is not None:
            progress(counts[number], counts[-1])
    return result
