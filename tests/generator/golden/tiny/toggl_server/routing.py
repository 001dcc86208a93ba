# generated from generator/codegen/server_runtime/routing.py by `make generate` - do not edit
"""How the generated tables describe a route."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})


class Parameter(NamedTuple):
    """How a parameter of a path or query is read from text."""

    type: Literal["boolean", "date-time", "integer", "number", "string"]
    repeats: bool = False
    """Whether it is an array, one member for each item."""
    nullable: bool = False
    """Whether an empty member means null."""


class Route(NamedTuple):
    """One operation: where it is, the models of what it takes, and the method of the service that answers it."""

    name: str
    """Such as `track.createTask`."""
    service: str
    handler: str
    method: str
    url: str
    """The path below the base URL, with `{name}` for each parameter."""
    status: int
    """Status of a success."""
    path: Any = None
    """Model of the parameters in the path; None without any. The same for query and body."""
    query: Any = None
    body: Any = None
    parameters: Mapping[str, Parameter] = _NONE
    """Those of path and query, by name."""
    replies: bool = True
    """Whether a success has a body."""
