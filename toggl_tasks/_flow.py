"""The steps that a flow yields, and what a driver sends back for each of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")


ACCEPT_ENCODING = "gzip, deflate"
"""The content encodings that a driver decodes: it can limit their decompressed size while it reads a body."""


@attrs.define(kw_only=True)
class SendRequest:
    """Send a request. The driver sends back a Reply, or throws in the TogglError that sending failed with."""

    method: str
    url: str
    headers: dict[str, str] = attrs.field(repr=False)
    content: bytes | None = attrs.field(repr=False)
    timeout: float | None
    """Seconds for each phase: connecting, sending, and each read."""
    total_timeout: float | None
    """Seconds for all phases together."""
    max_response_bytes: int
    may_be_sent: bool = attrs.field(default=False, eq=False)
    """Set by the driver: whether any of the request may have been sent."""


@attrs.frozen(kw_only=True)
class Sleep:
    """Wait this many seconds."""

    seconds: float


@attrs.frozen
class RunBlocking:
    """Call a function that may block on a file or a server. The driver sends back its result."""

    function: Callable[[], Any]


@attrs.frozen(kw_only=True)
class Reply:
    """The outcome of a SendRequest: a response whose body has been read."""

    status: int
    headers: Mapping[str, str]
    body: bytes = attrs.field(repr=False)
    response: httpx.Response


Step: TypeAlias = SendRequest | Sleep | RunBlocking
Flow: TypeAlias = Generator[Step, Any, T]
"""Yields steps, receives their outcomes, and returns the result of the call. It does no I/O itself."""
