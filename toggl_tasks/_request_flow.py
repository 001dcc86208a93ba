"""What happens between a call and its result, without I/O: a generator that says what to send and reads the outcome.

The drivers run it (`drivers.py`), one for threads and one for asyncio, so that the policy stands here once.
"""

from __future__ import annotations

import functools
import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, cast
from urllib.parse import urlencode, urlsplit

import attrs

from toggl_openapi.operation import Operation

from ._budget import Budget
from ._clock import Clock, SystemClock
from ._credentials import Credentials
from ._decoding import Drift, decode, unknown_fields
from ._flow import Ask, Plan, Reply, Send, Wait
from ._hooks import RequestView, ResponseView, request_view, shown_headers
from ._quota import Account, Ledger, MemoryLedger, Quota, Taken, moment, read_quota, scope_of
from ._rate_limiter import Pacer
from ._retries import Retries, number_of_retries, read_retry_after
from .errors import (
    ApiError,
    ConnectionFailed,
    DecodeFailed,
    QuotaExceeded,
    SchemaDriftWarning,
    SharingFailed,
    TimedOut,
    TogglError,
    api_error,
)

if TYPE_CHECKING:
    import httpx

    from ._sharing import Sharing

T = TypeVar("T")
U = TypeVar("U")
logger = logging.getLogger("toggl_tasks")


class CallOptions(TypedDict, total=False):
    """What every call accepts beside its own arguments."""

    timeout: float | None
    """Seconds to wait for the service, in place of the client's; None waits for ever."""
    deadline: float | None
    """Seconds that each request may take with its waits and repeats, in place of the client's."""
    retries: int | Retries
    """How often to send a failed request again, in place of the client's."""
    extra_headers: Mapping[str, str]
    """Headers to send beside the usual ones."""


class ListCallOptions(CallOptions, total=False):
    """What every call accepts that gives a list page by page."""

    prefetch: int
    """Pages to fetch ahead while the caller works on one; 0, as usual, for none."""


@attrs.frozen(kw_only=True)
class Answer(Generic[T]):
    """The decoded value of a call with the response it came in: what `client.raw` gives."""

    value: T
    response: httpx.Response
    attempts: int
    """How often the request was sent."""
    kind: Any = attrs.field(repr=False)
    """The type that the specification gives the value."""

    def unknown_fields(self) -> dict[str, Any]:
        """What the service sent and the specification does not have, by JSON path: `{"$.colour": "red"}`."""
        return unknown_fields(self.kind, self.response.content)


@attrs.define(kw_only=True)
class Told:
    """What the service has said so far, and what the program allows it; shared by all copies of a client."""

    quota: Quota | None = None
    quotas: dict[str, Quota] = attrs.field(factory=dict)
    drifts: set[Drift] = attrs.field(factory=set)
    budgets: list[Budget] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class Policy:
    """How a client talks to one API."""

    base_url: str
    credentials: Credentials
    timeout: float | None = 30.0
    deadline: float | None = None
    retries: Retries = attrs.field(factory=Retries)
    pacer: Pacer | None = None
    on_quota: Literal["raise", "wait"] = "raise"
    max_wait: float | None = 3_600.0
    extra_headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    max_response_bytes: int = 64 * 2**20
    strict: bool = False
    on_drift: Callable[[Drift], object] | None = None
    on_request: Callable[[RequestView], object] | None = None
    on_response: Callable[[ResponseView], object] | None = None
    clock: Clock = attrs.field(factory=SystemClock)
    ledger: Ledger = attrs.field(factory=MemoryLedger, repr=False)
    sharing: Sharing | None = attrs.field(default=None, repr=False)
    """Where the ledger and the pacers come from that are shared with other processes."""
    told: Told = attrs.field(factory=Told, repr=False)

    def exchange(self, operation: Operation[T], options: CallOptions) -> Plan[Answer[T]]:
        """One call: send, repeat where that may help and does no harm, and decode or raise."""
        return Exchange(self, operation, options).run()

    def need(self, requests: int) -> None:
        """Raise BudgetExceeded when a call that still takes so many requests would go beyond a budget."""
        for budget in self.told.budgets:
            budget.need(requests)


class Exchange(Generic[T]):
    """The state of one call."""

    def __init__(self, policy: Policy, operation: Operation[T], options: CallOptions) -> None:
        for name in options.keys() - CallOptions.__annotations__:
            raise TypeError(f"{operation.name} takes no argument {name!r}")
        self.policy, self.operation = policy, operation
        self.scope = scope_of(operation.path)
        self.timeout = seconds("timeout", options.get("timeout", policy.timeout))
        self.retries = number_of_retries(options.get("retries", policy.retries), policy.retries)
        deadline = seconds("deadline", options.get("deadline", policy.deadline))
        self.ends = None if deadline is None else policy.clock.monotonic() + deadline
        self.deadline = deadline
        self.headers = self._headers(options.get("extra_headers", {}))
        query = f"?{urlencode(operation.query)}" if operation.query else ""
        self.url = f"{policy.base_url}{operation.path}{query}"
        self.attempts = 0
        self.repeats = 0
        self.waited_for_quota = 0.0

    def _headers(self, extra_headers: Mapping[str, str]) -> dict[str, str]:
        headers = {"accept": "application/json"}
        if self.operation.body is not None:
            headers["content-type"] = "application/json"
        for extra in (self.policy.extra_headers, extra_headers):
            headers.update((name.lower(), value) for name, value in extra.items())
        headers["authorization"] = self.policy.credentials.authorization
        return headers

    def run(self) -> Plan[Answer[T]]:
        """Attempts until one succeeds, or fails for good."""
        while True:
            try:
                reply = yield from self.attempt()
                value = self.read(reply)
            except TogglError as failure:
                failure.attempts = self.attempts
                pause = self.pause(failure)
                if pause is None:
                    raise
                yield Wait(seconds=pause)
            else:
                return Answer(value=value, response=reply.response, attempts=self.attempts, kind=self.operation.success)

    def attempt(self) -> Plan[Reply]:
        """Send the request once, when budget, quota and pace allow it, and learn the quota of the reply."""
        taken = yield from self.admitted()
        try:
            reply = yield from self.sent()
        except ConnectionFailed as failure:
            if not failure.may_have_arrived:
                yield from self.settle(taken, None, sent=False)
            raise
        cached = from_cache(reply)
        told = None if cached else read_quota(reply.headers, self.policy.clock.time(), self.scope)
        yield from self.settle(taken, told, sent=not cached)
        if told is not None:
            self.policy.told.quota = self.policy.told.quotas[self.scope] = told
        if not 200 <= reply.status < 300:
            raise self.refusal(reply, told)
        return reply

    def admitted(self) -> Plan[Taken]:
        """Wait until a request may be sent; raises when it may not."""
        policy = self.policy
        policy.need(1)
        while True:
            taken = yield from self.ask(policy.ledger.take, self.scope, policy.clock.time())
            if isinstance(taken, Account):
                raise self.known_to_be_spent(taken)
            try:
                pause = (yield from self.ask(policy.pacer.wait, policy.clock.time())) if policy.pacer else 0.0
                if not pause:
                    for budget in policy.told.budgets:
                        budget.spend()
                    return taken
            except TogglError:
                yield from self.settle(taken, None, sent=False)
                raise
            # Nothing stays taken during the wait, which may be long, and in which a process may be killed.
            yield from self.settle(taken, None, sent=False)
            if self.too_late(pause):
                raise self.timed_out(f"the pace asks to wait for {pause:.3g} s more")
            yield Wait(seconds=pause)

    def ask(self, question: Callable[..., U], *given: Any, **named: Any) -> Plan[U]:
        """The answer of a pacer or a ledger; a driver asks those that are shared, which may block for a moment."""
        if self.policy.sharing is not None:
            return cast("U", (yield Ask(functools.partial(question, *given, **named))))
        return question(*given, **named)

    def settle(self, taken: Taken, told: Quota | None, *, sent: bool) -> Plan[None]:
        """Tell the ledger how a request ended. A reply is not lost for a ledger that cannot be told any more."""
        try:
            yield from self.ask(self.policy.ledger.settle, taken, told, sent=sent)
        except SharingFailed as failure:
            logger.warning("%s %s: how it ended is not shared: %s", self.operation.method, self.operation.name, failure)

    def sent(self) -> Plan[Reply]:
        """Send the request and tell the hooks."""
        policy, clock = self.policy, self.policy.clock
        self.attempts += 1
        watched = policy.on_request or policy.on_response or logger.isEnabledFor(logging.DEBUG)
        if not watched:
            reply: Reply = yield self.send()
            return reply
        view = request_view(self.operation, urlsplit(policy.base_url).hostname or "", self.headers, self.attempts)
        logger.debug("%s %s: %s, attempt %d", view.method, view.operation, _line(view), view.attempt)
        if policy.on_request is not None:
            policy.on_request(view)
        began, status, headers, error = clock.monotonic(), None, {}, None
        try:
            reply = yield self.send()
            status, headers = reply.status, shown_headers(reply.headers)
            return reply
        except BaseException as failure:
            # A driver that is interrupted while it waits closes the plan.
            error = "Cancelled" if isinstance(failure, GeneratorExit) else type(failure).__name__
            raise
        finally:
            ended = ResponseView(
                request=view, status=status, headers=headers, seconds=clock.monotonic() - began, error=error
            )
            logger.debug(
                "%s %s: %s in %.3f s, %s", view.method, view.operation, status or error, ended.seconds, headers
            )
            if policy.on_response is not None:
                policy.on_response(ended)

    def send(self) -> Send:
        left = None if self.ends is None else self.ends - self.policy.clock.monotonic()
        if left is not None and left <= 0:
            raise self.timed_out("no time is left to send the request")
        limits = [limit for limit in (self.timeout, left) if limit is not None]
        return Send(
            method=self.operation.method,
            url=self.url,
            headers=self.headers,
            content=self.operation.body,
            timeout=min(limits, default=None),
            total=left,
            largest=self.policy.max_response_bytes,
        )

    def refusal(self, reply: Reply, quota: Quota | None) -> ApiError:
        """The error that a status outside 2xx stands for."""
        error = api_error(
            reply.status,
            self.policy.credentials.redacted(reply.body),
            quota=quota,
            request_id=reply.headers.get("x-toggl-request-id"),
            response=reply.response,
        )
        error.retry_after = read_retry_after(reply.headers.get("retry-after"), self.policy.clock.time())
        return error

    def known_to_be_spent(self, account: Account) -> QuotaExceeded:
        assert account.resets_at is not None
        resets_at = moment(account.resets_at)
        of = f" of {self.scope}" if self.scope else ""
        error = QuotaExceeded(402, f"no request was sent: the quota{of} is spent until {resets_at:%H:%M:%S} UTC")
        error.resets_at = resets_at
        return error

    def timed_out(self, why: str) -> TimedOut:
        error = TimedOut(f"{self.operation.name}: {why}, and the deadline is {self.deadline:g} s")
        error.may_have_arrived = error.passing = False
        return error

    def too_late(self, pause: float) -> bool:
        """Whether a pause would go beyond the deadline."""
        return self.ends is not None and self.policy.clock.monotonic() + pause >= self.ends

    def pause(self, failure: TogglError) -> float | None:
        """Seconds until the next attempt, or None when there is none."""
        if isinstance(failure, QuotaExceeded):
            why: str | None = "quota spent"
            pause = self.quota_pause(failure)
        else:
            why = self.retries.reason(self.operation, failure)
            pause = None if why is None else self.retry_pause(failure)
        if pause is None or self.too_late(pause):
            return None
        what = f"attempt {self.attempts} failed" if self.attempts else "not sent yet"
        logger.warning(
            "%s %s: %s (%s); the next in %s s",
            self.operation.method, self.operation.name, what, why, f"{pause:.3g}" if pause < 100 else f"{pause:.0f}",
        )  # fmt: skip
        return pause

    def retry_pause(self, failure: TogglError) -> float | None:
        if self.repeats >= self.retries.count:
            return None
        retry_after = failure.retry_after if isinstance(failure, ApiError) else None
        pause = self.retries.pause(self.repeats, retry_after)
        self.repeats += 1
        return pause

    def quota_pause(self, failure: QuotaExceeded) -> float | None:
        policy = self.policy
        if policy.on_quota != "wait" or failure.resets_at is None:
            return None
        # At least a second: the service counts whole ones, and may be asked again too early otherwise.
        pause = max(1.0, failure.resets_at.timestamp() - policy.clock.time())
        if policy.max_wait is not None and self.waited_for_quota + pause > policy.max_wait:
            return None
        self.waited_for_quota += pause
        return pause

    def read(self, reply: Reply) -> T:
        """The value in a reply; raises DecodeFailed for a body of no use."""
        policy = self.policy
        try:
            value, drifts = decode(self.operation.success, reply.body, self.operation.name, policy.credentials.redacted)
        except DecodeFailed as error:
            error.response = reply.response
            raise
        if drifts:
            self.report(drifts, reply)
        result: T = value
        return result

    def report(self, drifts: list[Drift], reply: Reply) -> None:
        """Tell of each drift once; with `strict` it is an error."""
        policy = self.policy
        if policy.strict:
            raise DecodeFailed("; ".join(map(str, drifts)), reply.response)
        for drift in drifts:
            if drift not in policy.told.drifts:
                policy.told.drifts.add(drift)
                if policy.on_drift is not None:
                    policy.on_drift(drift)
                else:
                    warnings.warn(str(drift), SchemaDriftWarning, stacklevel=2)


def from_cache(reply: Reply) -> bool:
    """Whether a cache in the transport gave the reply, as hishel says it; such a reply has old news of the quota."""
    status = reply.response.extensions.get("caching")
    return isinstance(status, dict) and bool(status.get("from_cache"))


def _line(view: RequestView) -> str:
    """Address and headers of a request in one line."""
    query = "&".join(f"{name}={value}" for name, value in view.query)
    return f"{view.host} {view.path}{'?' if query else ''}{query} {dict(view.headers)}"


def seconds(name: str, given: float | None) -> float | None:
    """A time limit; raises for one that is no positive number."""
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float) or not given > 0:
        raise ValueError(f"{name} is a number of seconds above 0, or None for no limit, not {given!r}")
    return given


@contextmanager
def about(answer: Answer[Any]) -> Iterator[None]:
    """What goes wrong while an answer is used is told with its response."""
    try:
        yield
    except DecodeFailed as error:
        error.response = answer.response
        raise


def in_turn(policy: Policy, parts: Sequence[Plan[object]], achieved: T) -> Plan[T]:
    """Run the parts of a call of several requests, which add to what is achieved; an error says how far it came."""
    policy.need(len(parts))
    for number, part in enumerate(parts):
        try:
            yield from part
        except TogglError as error:
            if number:
                error.partial = achieved
                error.add_note("earlier requests of this call were carried out: see `partial` of this error")
            raise
    return achieved
