"""What a plan asks of the driver that runs it, and what it is given back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Send:
    """Send this and give the Reply back, or throw in the TogglError that came instead."""

    method: str
    url: str
    headers: dict[str, str] = attrs.field(repr=False)
    content: bytes | None = attrs.field(repr=False)
    timeout: float | None
    """Seconds for each phase: to connect, to send, and between two parts of the reply."""
    total: float | None
    """Seconds for all of it."""
    largest: int
    """Bytes that the body of the reply may have."""


@attrs.frozen(kw_only=True)
class Wait:
    """Let this many seconds pass."""

    seconds: float


@attrs.frozen
class Ask:
    """Call this and give its result back. It may block for a moment: it asks a file or a server."""

    question: Callable[[], Any]


@attrs.frozen(kw_only=True)
class Reply:
    """What came back for a Send."""

    status: int
    headers: Mapping[str, str]
    body: bytes = attrs.field(repr=False)
    response: httpx.Response


Step: TypeAlias = Send | Wait | Ask
Plan: TypeAlias = Generator[Step, Any, T]
"""Yields steps, receives their outcomes, returns the result of the call."""
