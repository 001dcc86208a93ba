"""What can go wrong on purpose, and which request meets it.

A fault is met by the first request that fits it; of several that fit, the one that was added first acts. Nothing here
is random: the same faults, seeds and requests give the same replies.
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
from threading import RLock
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from ..clock import Clock
from ..json_input import checked
from ..operations import Operation, covers, operations

METHODS: Final = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
BODILESS: Final = (204, 304)
Drop = Literal["refused", "closed", "reset", "closed_midway", "reset_midway"]
Spoiled = Literal["cut", "malformed", "empty", "html"]
Drifted = Literal["string", "number", "boolean", "null", "array", "object", "missing"]
Seconds = Annotated[float, Meta(ge=0, le=86_400)]
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE: Final = re.compile(r"(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?")
_FRAMING: Final = ("connection", "content-length", "transfer-encoding")


class Fault(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which requests fail, how often, and how. Without a part that chooses, all do; over HTTP it is the same in JSON.

    Fields that act add up: `Fault(status=503, retry_after=2, delay=1)`.
    """

    method: str | None = None
    """HTTP method, in capitals."""
    operation: str | None = None
    """Such as `track.createTask`, or `createTask` for that of either API."""
    path: str | None = None
    """From the root: `*` or `{name}` stands for one segment, `**` at the end for any."""

    skip: Annotated[int, Meta(ge=0)] = 0
    """How many fitting requests pass first."""
    count: Annotated[int, Meta(ge=1)] | None = None
    """How often it acts; None for always."""
    probability: Annotated[float, Meta(ge=0, le=1)] = 1.0
    """The share of fitting requests it acts on, chosen by ``seed``."""
    seed: int = 0
    expires_in: Annotated[float, Meta(gt=0, le=1e9)] | None = None
    """Seconds on the sandbox's clock; None for no end."""

    when: Literal["before", "after"] | None = None
    """Whether it acts `before` the request is applied, which then never happens unless the fault only delays it, or
    `after`: everything is done and charged, and only the reply suffers. Without it: after for what alters the reply of
    the service, before for all else."""

    delay: Seconds = 0
    """Real seconds to wait."""
    status: Annotated[int, Meta(ge=200, le=599)] | None = None
    """Status of a made-up reply; without ``body`` it has the service's own words for it."""
    body: Any | UnsetType = UNSET
    """Body of that reply: a string as it is, anything else as JSON."""
    headers: dict[str, str] = {}
    """Headers in addition, or in place of those of the same name."""
    retry_after: int | float | str | None = None
    """Value of Retry-After: whole seconds, a fraction, or any text."""
    retry_after_as: Literal["value", "date"] = "value"
    """`date`: the HTTP date that is ``retry_after`` seconds ahead on the sandbox's clock, which `Date` shows too."""
    drop: Drop | None = None
    """`refused`, `closed` or `reset` before the first byte, `closed_midway` or `reset_midway` in the middle of the
    reply, which promises its whole Content-Length. A socket that took the connection already cannot refuse it: there
    `refused` is `reset`. In process they are ConnectError, RemoteProtocolError and ReadError."""
    spoil: Spoiled | None = None
    """What becomes of the body: `cut` in half with a fitting Content-Length, `malformed` JSON, `empty`, or the `html`
    page of a proxy, with status 502 unless given."""
    content_type: str | None = None
    """What the reply says it is."""
    drift: dict[str, Drifted] = {}
    """Fields by name, at any depth, and the JSON type they take; `missing` leaves one out."""
    unknown_fields: dict[str, Any] = {}
    """Fields that every object of the reply has in addition."""
    dribble: Seconds = 0
    """Real seconds between one piece of the body and the next."""
    piece: Annotated[int, Meta(ge=1)] = 16
    """Bytes in a piece."""

    @property
    def made_up(self) -> bool:
        """Whether the reply is the fault's own."""
        return self.status is not None or self.spoil == "html"

    @property
    def without_reply(self) -> bool:
        """Whether the connection is dropped before the first byte."""
        return self.drop in ("refused", "closed", "reset")

    def settled(self) -> Fault:
        """Return the fault with its fields checked and ``when`` filled in; ``ValueError`` says what is wrong."""
        fault = checked(self)
        alters = bool(
            fault.headers
            or fault.retry_after is not None
            or fault.spoil
            or fault.content_type is not None
            or fault.drift
            or fault.unknown_fields
            or fault.dribble
            or (fault.drop and not fault.without_reply)
        )
        fault._check(alters)
        if fault.when is None:
            needs_reply = alters and not fault.made_up
            fault = msgspec.structs.replace(fault, when="after" if needs_reply else "before")
        return fault

    def _check(self, alters: bool) -> None:
        self._check_match()
        self._check_headers()
        if not (alters or self.made_up or self.drop or self.delay or self.body is not UNSET):
            raise ValueError(
                "a fault must do something: give it a delay, status, drop, spoil, content_type, drift, unknown_fields, "
                "dribble, headers or retry_after"
            )
        if self.body is not UNSET and (self.status is None or self.spoil == "html"):
            raise ValueError("body belongs to a made-up reply: give a status too, and no spoil: html")
        if self.status in BODILESS and (self.body not in (UNSET, "") or self.spoil == "html"):
            raise ValueError(f"status {self.status} has no body: leave out body and spoil, or take status 200")
        if self.without_reply and (alters or self.made_up):
            raise ValueError(f"drop: {self.drop} leaves no reply: take closed_midway, or leave out what alters a reply")
        if self.drop == "refused" and self.when == "after":
            raise ValueError("drop: refused happens before the request: take closed or reset with when: after")
        if self.when == "before" and alters and not self.made_up:
            raise ValueError("when: before leaves no reply to alter: give a status, or take when: after")

    def _check_match(self) -> None:
        if self.method is not None and self.method not in METHODS:
            raise ValueError(f"method must be one of {', '.join(METHODS)}, not {self.method!r}")
        if self.path is not None and not self.path.startswith("/"):
            raise ValueError(f"path must start with /, as in /api/v9/me/**, not {self.path!r}")
        if self.operation is not None:
            names = operations().names | {name.partition(".")[2] for name in operations().names}
            if self.operation not in names:
                close = get_close_matches(self.operation, names, 1)
                meant = f"did you mean {close[0]}? there are" if close else "there are"
                known = ", ".join(sorted(operations().names))
                raise ValueError(f"operation {self.operation!r} does not exist: {meant} {known}")

    def _check_headers(self) -> None:
        for name, value in self.headers.items():
            if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
                raise ValueError(f"headers: {name!r} must be a header's name, with a value in printable ASCII")
            if name.lower() in _FRAMING:
                raise ValueError(f"headers: {name} is up to the sandbox: take drop or spoil for a wrong length")
        for field in ("retry_after", "content_type"):
            if not _VALUE.fullmatch(str(getattr(self, field) or "")):
                raise ValueError(f"{field} must be printable ASCII")
        if self.retry_after_as == "date" and (
            not isinstance(self.retry_after, int | float) or not 0 <= self.retry_after <= 1e9
        ):
            raise ValueError("retry_after must be seconds, from 0 to 1e9, for retry_after_as: date")

    def fits(self, method: str, path: str, operation: Operation | None) -> bool:
        """Return whether a request is one of those it is for."""
        return (
            self.method in (None, method)
            and (self.path is None or covers(self.path.split("/"), path.split("/")))
            and (
                self.operation is None
                or (operation is not None and self.operation in (operation.name, operation.name.partition(".")[2]))
            )
        )

    def chooses(self, number: int) -> bool:
        """Return whether it acts on the fitting request of this number, by its probability and seed."""
        drawn = blake2b(f"{self.seed} {number}".encode(), digest_size=8).digest()
        return int.from_bytes(drawn) < self.probability * 2**64


@dataclass(slots=True)
class ActiveFault:
    """A fault that was added, and what it has done so far."""

    id: str
    fault: Fault
    expires_at: datetime | None
    matched: int = 0
    """How many requests fitted it when its turn came."""
    fired: int = 0
    """How many it acted on."""


class Faults:
    """The faults of a sandbox, in the order in which they were added."""

    def __init__(self, clock: Clock, lock: RLock) -> None:
        self.sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
        """Waits the real seconds of a delay; a test that does not want to wait puts its own here."""
        self._clock = clock
        self._lock = lock
        self._active: dict[str, ActiveFault] = {}
        self.added = 0
        """How many were added since the start or the last reset: the next id follows from it."""

    def __iter__(self) -> Iterator[ActiveFault]:
        with self._lock:
            self._expire()
            return iter(list(self._active.values()))

    def add(self, fault: Fault) -> ActiveFault:
        """Let requests meet a fault; ``ValueError`` names the field that is wrong, and the remedy."""
        fault = fault.settled()
        with self._lock:
            self.added += 1
            expires_at = None if fault.expires_in is None else self._clock.now() + timedelta(seconds=fault.expires_in)
            active = ActiveFault(f"fault-{self.added}", fault, expires_at)
            self._active[active.id] = active
            return active

    def get(self, id: str) -> ActiveFault:
        """Return a fault by its id; ``KeyError`` when there is none."""
        with self._lock:
            self._expire()
            return self._active[id]

    def delete(self, id: str) -> None:
        """Take a fault away; ``KeyError`` when there is none."""
        with self._lock:
            self._expire()
            del self._active[id]

    def clear(self) -> None:
        """Take all faults away."""
        with self._lock:
            self._active = {}

    def reset(self) -> None:
        """Take all faults away and count ids from the start."""
        self.restore([], 0)

    def restore(self, active: list[ActiveFault], added: int) -> None:
        """Have these faults, as another sandbox had them."""
        with self._lock:
            self._active = {one.id: one for one in active}
            self.added = added

    @contextmanager
    def active(self, *faults: Fault) -> Iterator[list[ActiveFault]]:
        """Let requests meet faults for as long as the ``with`` block lasts."""
        added = [self.add(fault) for fault in faults]
        try:
            yield added
        finally:
            with self._lock:
                for one in added:
                    self._active.pop(one.id, None)

    def take(self, method: str, path: str, operation: Operation | None) -> ActiveFault | None:
        """Return the fault that a request meets, and count it."""
        if not self._active:
            return None
        with self._lock:
            self._expire()
            for active in self._active.values():
                fault = active.fault
                if not fault.fits(method, path, operation):
                    continue
                active.matched += 1
                spent = fault.count is not None and active.fired >= fault.count
                if active.matched > fault.skip and not spent and fault.chooses(active.matched - fault.skip):
                    active.fired += 1
                    return active
        return None

    def _expire(self) -> None:
        now = self._clock.now()
        live = [one for one in self._active.values() if one.expires_at is None or now < one.expires_at]
        self._active = {one.id: one for one in live}
