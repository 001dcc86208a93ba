"""Fault injection: deliberate failures, and the conditions that select the requests.

If several faults match a request, the one that was added first fires. Faults are deterministic: the same faults, seeds
and requests produce the same responses.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from hashlib import blake2b
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from ..clock import Clock
from ..json_input import Counter, validate
from ..operations import METHODS, SandboxOperation, covers, operations
from ..process_lock import ProcessLock

BODILESS: Final = (204, 304)
Drop = Literal["refused", "closed", "reset", "closed_midway", "reset_midway"]
Spoil = Literal["cut", "malformed", "empty", "html"]
DriftType = Literal["string", "number", "boolean", "null", "array", "object", "missing"]
Seconds = Annotated[float, Meta(ge=0, le=86_400)]
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE: Final = re.compile(r"(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?")
_FRAMING: Final = ("connection", "content-length", "transfer-encoding")


class Fault(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which requests fail, how often, and how. Without a condition, all match. Over HTTP, the same fields in JSON.

    Effects can be combined in one fault: `Fault(status=503, retry_after=2, delay=1)`.
    """

    method: str | None = None
    """HTTP method, in upper case."""
    operation: str | None = None
    """Operation, such as `track.createTask`, or `createTask` for the operations of both APIs."""
    path: str | None = None
    """Path from the root: `*` or `{name}` matches one segment, `**` at the end matches any number of segments."""

    skip: Annotated[int, Meta(ge=0)] = 0
    """Number of matching requests to skip first."""
    every: Annotated[int, Meta(ge=1)] = 1
    """3 fires on each third of the matching requests that are not skipped."""
    count: Annotated[int, Meta(ge=1)] | None = None
    """How many times it fires; None for no limit."""
    probability: Annotated[float, Meta(ge=0, le=1)] = 1.0
    """Fraction of the matching requests on which it fires, selected by ``seed``."""
    seed: int = 0
    expires_in: Annotated[float, Meta(gt=0, le=1e9)] | None = None
    """Lifetime in seconds on the sandbox's clock; None for no limit."""

    when: Literal["before", "after"] | None = None
    """`before`: fires before the request is applied; the request is then not applied, unless the fault is only a delay.
    `after`: the request is applied and counts against the quota; only the response is affected. Default: `after` if the
    fault changes the response of the service, otherwise `before`."""

    delay: Seconds = 0
    """Real seconds to wait."""
    status: Annotated[int, Meta(ge=200, le=599)] | None = None
    """Status of a response in place of the service's; without ``body``, with the service's error message for it."""
    body: Any | UnsetType = UNSET
    """Body of that response: a string is sent unchanged, any other value as JSON."""
    headers: dict[str, str] = {}
    """Headers to add; they replace headers of the same name."""
    retry_after: int | float | str | None = None
    """Value of Retry-After: whole seconds, a fraction, or any text."""
    retry_after_as: Literal["value", "date"] = "value"
    """`date`: the HTTP date ``retry_after`` seconds from now on the sandbox's clock, as in the header `Date`."""
    drop: Drop | None = None
    """`refused`, `closed` or `reset` before the first byte, `closed_midway` or `reset_midway` in the middle of the
    response, with the Content-Length of the whole body. A socket has already accepted the connection: there `refused`
    is `reset`. In process they raise ConnectError, RemoteProtocolError and ReadError."""
    spoil: Spoil | None = None
    """How to corrupt the body: `cut` it in half with a matching Content-Length, make it `malformed` JSON or `empty`, or
    replace it by the `html` error page of a proxy, with status 502 unless ``status`` is set."""
    content_type: str | None = None
    """Value of Content-Type."""
    drift: dict[str, DriftType] = {}
    """Fields by name, at any depth, and the JSON type to change them to; `missing` removes the field."""
    unknown_fields: dict[str, Any] = {}
    """Fields to add to every object in the response."""
    dribble: Seconds = 0
    """Real seconds between two chunks of the body."""
    piece: Annotated[int, Meta(ge=1)] = 16
    """Bytes in a chunk."""

    @property
    def has_own_reply(self) -> bool:
        """Whether it replaces the response of the service."""
        return self.status is not None or self.spoil == "html"

    @property
    def has_no_reply(self) -> bool:
        """Whether the connection is dropped before the first byte."""
        return self.drop in ("refused", "closed", "reset")

    @property
    def alters_reply(self) -> bool:
        """Whether it changes a response: that of the service or its own."""
        return bool(
            self.headers
            or self.retry_after is not None
            or self.spoil
            or self.content_type is not None
            or self.drift
            or self.unknown_fields
            or self.dribble
            or (self.drop and not self.has_no_reply)
        )

    def validate(self) -> Fault:
        """Return the fault with ``when`` filled in; raises ``ValueError`` with the field and the rule."""
        fault = validate(self)
        fault._check_match()
        fault._check_headers()
        fault._check_effects()
        if fault.when is None:
            when = "after" if fault.alters_reply and not fault.has_own_reply else "before"
            fault = msgspec.structs.replace(fault, when=when)
        return fault

    def _check_effects(self) -> None:
        if not (self.alters_reply or self.has_own_reply or self.drop or self.delay or self.body is not UNSET):
            raise ValueError(
                "a fault must have an effect: set delay, status, drop, spoil, content_type, drift, unknown_fields, "
                "dribble, headers or retry_after"
            )
        if self.body is not UNSET and (self.status is None or self.spoil == "html"):
            raise ValueError("body requires status, and cannot be combined with spoil: html")
        if self.status in BODILESS and (self.body not in (UNSET, "") or self.spoil == "html"):
            raise ValueError(f"status {self.status} has no body: omit body and spoil, or use status 200")
        if self.has_no_reply and (self.alters_reply or self.has_own_reply):
            raise ValueError(f"drop: {self.drop} sends no response: use closed_midway, or omit fields that change it")
        if self.drop == "refused" and self.when == "after":
            raise ValueError("drop: refused happens before the request: with when: after, use closed or reset")
        if self.when == "before" and self.alters_reply and not self.has_own_reply:
            raise ValueError("with when: before there is no response to change: set a status, or use when: after")

    def _check_match(self) -> None:
        if self.method is not None and self.method not in METHODS:
            raise ValueError(f"method must be one of {', '.join(METHODS)}, not {self.method!r}")
        if self.path is not None and not self.path.startswith("/"):
            raise ValueError(f"path must start with /, as in /api/v9/me/**, not {self.path!r}")
        if self.operation is not None:
            names = operations().names | {name.partition(".")[2] for name in operations().names}
            if self.operation not in names:
                close = get_close_matches(self.operation, names, 1)
                hint = f"did you mean {close[0]}? Choose one of" if close else "choose one of"
                known = ", ".join(sorted(operations().names))
                raise ValueError(f"operation {self.operation!r} does not exist: {hint} {known}")

    def _check_headers(self) -> None:
        for name, value in self.headers.items():
            if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
                raise ValueError(f"headers: {name!r} must be the name of a header, with a value in printable ASCII")
            if name.lower() in _FRAMING:
                raise ValueError(f"headers: {name} is set by the sandbox: use drop or spoil for a wrong length")
        for field in ("retry_after", "content_type"):
            if not _VALUE.fullmatch(str(getattr(self, field) or "")):
                raise ValueError(f"{field} must be printable ASCII")
        if self.retry_after_as == "date" and (
            not isinstance(self.retry_after, int | float) or not 0 <= self.retry_after <= 1e9
        ):
            raise ValueError("retry_after must be seconds, from 0 to 1e9, for retry_after_as: date")

    def matches(self, method: str, path: str, operation: SandboxOperation | None) -> bool:
        """Return whether a request matches the conditions on method, operation and path."""
        return (
            self.method in (None, method)
            and (self.path is None or covers(self.path.split("/"), path.split("/")))
            and (
                self.operation is None
                or (operation is not None and self.operation in (operation.name, operation.name.partition(".")[2]))
            )
        )

    def fires_on(self, number: int) -> bool:
        """Return whether it fires on the matching request of this number, of those that are not skipped."""
        if number % self.every:
            return False
        digest = blake2b(f"{self.seed} {number}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) < self.probability * 2**64


@dataclass(slots=True)
class ActiveFault:
    """A fault that was added, and how often it matched and fired."""

    id: str
    fault: Fault
    expires_at: datetime | None
    matched: Counter = 0
    """Number of requests that matched it and no earlier fault."""
    fired: Counter = 0
    """Number of these requests on which it fired."""


class Faults:
    """The faults of a sandbox, in the order in which they were added."""

    def __init__(self, clock: Clock, lock: ProcessLock) -> None:
        self.sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
        """Waits for a delay in real seconds; a test can replace it to avoid waiting."""
        self._clock = clock
        self._lock = lock
        self._active: dict[str, ActiveFault] = {}
        self.added = 0
        """Number of faults added since the start or the last reset; determines the next id."""

    def __iter__(self) -> Iterator[ActiveFault]:
        with self._lock:
            self._expire()
            return iter(list(self._active.values()))

    def add(self, fault: Fault) -> ActiveFault:
        """Add a fault; an invalid one raises ``ValueError`` with the field, the rule and what to do."""
        fault = fault.validate()
        with self._lock:
            self.added += 1
            expires_at = None if fault.expires_in is None else self._clock.now() + timedelta(seconds=fault.expires_in)
            active = ActiveFault(f"fault-{self.added}", fault, expires_at)
            self._active[active.id] = active
            return active

    def get(self, id: str) -> ActiveFault:
        """Return a fault by its id; raises ``KeyError`` for an unknown one."""
        with self._lock:
            self._expire()
            return self._active[id]

    def delete(self, id: str) -> None:
        """Remove a fault; raises ``KeyError`` for an unknown id."""
        with self._lock:
            self._expire()
            del self._active[id]

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._active = {}

    def reset(self) -> None:
        """Remove all faults and restart their ids."""
        self.restore([], 0)

    def restore(self, active: list[ActiveFault], added: int) -> None:
        """Replace the faults with those of a snapshot."""
        with self._lock:
            self._active = {one.id: one for one in active}
            self.added = added

    @contextmanager
    def active(self, *faults: Fault) -> Iterator[list[ActiveFault]]:
        """Add faults for the duration of the ``with`` block."""
        added = [self.add(fault) for fault in faults]
        try:
            yield added
        finally:
            with self._lock:
                for one in added:
                    self._active.pop(one.id, None)

    def match(self, method: str, path: str, operation: SandboxOperation | None) -> ActiveFault | None:
        """Return the fault that fires on a request, and count the request."""
        if not self._active:
            return None
        with self._lock:
            self._expire()
            for active in self._active.values():
                fault = active.fault
                if not fault.matches(method, path, operation):
                    continue
                active.matched += 1
                is_used_up = fault.count is not None and active.fired >= fault.count
                if active.matched > fault.skip and not is_used_up and fault.fires_on(active.matched - fault.skip):
                    active.fired += 1
                    return active
        return None

    def _expire(self) -> None:
        now = self._clock.now()
        live = [one for one in self._active.values() if one.expires_at is None or now < one.expires_at]
        self._active = {one.id: one for one in live}
