# generated from generator/codegen/runtime/operation.py by `make generate` - do not edit
"""One call of an API, before it is sent."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from attrs import frozen

T_co = TypeVar("T_co", covariant=True)


@frozen(kw_only=True)
class Operation(Generic[T_co]):
    """The request to send and how to decode the response; `T_co` is the type of the result."""

    name: str
    """Name of the operation and of the function that creates it."""
    method: str
    """HTTP method."""
    path: str
    """Path below the base URL, with every parameter encoded."""
    query: tuple[tuple[str, str], ...] = ()
    """Names and values of the query, in order, not yet encoded."""
    body: bytes | None = None
    """JSON to send, or None for no body."""
    idempotent: bool = False
    """Whether sending it twice has the same effect as sending it once."""
    success: Any
    """The type to decode the body of a 2xx response into; None if it has no body."""
