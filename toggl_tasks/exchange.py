"""What happens between a call and its result, without I/O: a generator that says what to send and reads the outcome.

The drivers run it (`drivers.py`), one for threads and one for asyncio, so that the policy stands here once.
"""

from __future__ import annotations

import datetime
import logging
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypedDict, TypeVar
from urllib.parse import urlencode

import attrs

from toggl_openapi.operation import Operation

from .credentials import Credentials
from .decoding import Drift, decode
from .errors import DecodeFailed, SchemaDriftWarning, TogglError, api_error
from .quota import Quota, read_quota

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
logger = logging.getLogger("toggl_tasks")


class CallOptions(TypedDict, total=False):
    """What every call accepts beside its own arguments."""

    timeout: float | None
    """Seconds to wait for the service, in place of the client's; None waits for ever."""
    extra_headers: Mapping[str, str]
    """Headers to send beside the usual ones."""


@attrs.frozen(kw_only=True)
class Send:
    """A step that a driver carries out: send this and give the reply back, or throw a ConnectionFailed in."""

    method: str
    url: str
    headers: dict[str, str] = attrs.field(repr=False)
    content: bytes | None = attrs.field(repr=False)
    timeout: float | None


@attrs.frozen(kw_only=True)
class Wait:
    """A step that a driver carries out: let this many seconds pass."""

    seconds: float


@attrs.frozen(kw_only=True)
class Reply:
    """What came back for a Send."""

    status: int
    headers: Mapping[str, str]
    body: bytes = attrs.field(repr=False)
    response: httpx.Response


@attrs.frozen(kw_only=True)
class Answer(Generic[T]):
    """The decoded value of a call with the response it came in: what `client.raw` gives."""

    value: T
    response: httpx.Response
    attempts: int


Plan: TypeAlias = Generator[Send | Wait, Reply | None, T]
"""Yields steps, receives their outcomes, returns the result of the call."""


@attrs.define(kw_only=True)
class Told:
    """What the service has said so far, shared by all copies of a client."""

    quota: Quota | None = None
    drifts: set[Drift] = attrs.field(factory=set)


@attrs.frozen(kw_only=True)
class Policy:
    """How a client talks to one API."""

    base_url: str
    credentials: Credentials
    timeout: float | None = 30.0
    extra_headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    strict: bool = False
    on_drift: Callable[[Drift], object] | None = None
    told: Told = attrs.field(factory=Told, repr=False)

    def exchange(self, operation: Operation[T], options: CallOptions) -> Plan[Answer[T]]:
        """One call: send, and decode or raise."""
        for name in options.keys() - CallOptions.__annotations__:
            raise TypeError(f"{operation.name} takes no argument {name!r}")
        # The place for pacing, retries and waiting for the quota: around this one `yield`.
        reply = yield self.send(operation, options)
        assert reply is not None
        return Answer(value=self.read(operation, reply), response=reply.response, attempts=1)

    def send(self, operation: Operation[Any], options: CallOptions) -> Send:
        headers = {"accept": "application/json"}
        if operation.body is not None:
            headers["content-type"] = "application/json"
        for extra in (self.extra_headers, options.get("extra_headers", {})):
            headers.update((name.lower(), value) for name, value in extra.items())
        headers["authorization"] = self.credentials.authorization
        query = f"?{urlencode(operation.query)}" if operation.query else ""
        return Send(
            method=operation.method,
            url=f"{self.base_url}{operation.path}{query}",
            headers=headers,
            content=operation.body,
            timeout=options.get("timeout", self.timeout),
        )

    def read(self, operation: Operation[T], reply: Reply) -> T:
        """The value in a reply; raises ApiError for a status outside 2xx and DecodeFailed for a body of no use."""
        quota = read_quota(reply.headers, datetime.datetime.now(datetime.UTC))
        if quota is not None:
            self.told.quota = quota
        logger.debug("%s %s: %d", operation.method, operation.name, reply.status)
        if not 200 <= reply.status < 300:
            raise api_error(
                reply.status,
                self.credentials.redacted(reply.body),
                quota=quota,
                request_id=reply.headers.get("x-toggl-request-id"),
                response=reply.response,
            )
        try:
            value, drifts = decode(operation.success, reply.body, operation.name, self.credentials.redacted)
        except DecodeFailed as error:
            error.response = reply.response
            raise
        if drifts:
            self.report(drifts, reply)
        result: T = value
        return result

    def report(self, drifts: list[Drift], reply: Reply) -> None:
        """Tell of each drift once; with `strict` it is an error."""
        if self.strict:
            raise DecodeFailed("; ".join(map(str, drifts)), reply.response)
        for drift in drifts:
            if drift not in self.told.drifts:
                self.told.drifts.add(drift)
                if self.on_drift is not None:
                    self.on_drift(drift)
                else:
                    warnings.warn(str(drift), SchemaDriftWarning, stacklevel=2)


@contextmanager
def about(answer: Answer[Any]) -> Iterator[None]:
    """What goes wrong while an answer is used is told with its response."""
    try:
        yield
    except DecodeFailed as error:
        error.response = answer.response
        raise


def in_turn(parts: Iterable[Plan[object]], achieved: T) -> Plan[T]:
    """Run the parts of a call of several requests, which add to what is achieved; an error says how far it came."""
    for number, part in enumerate(parts):
        try:
            yield from part
        except TogglError as error:
            if number:
                error.partial = achieved
                error.add_note("earlier requests of this call were carried out: see `partial` of this error")
            raise
    return achieved
