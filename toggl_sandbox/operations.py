"""The operations of both APIs, found by method and path for the dispatcher and for faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from toggl_server.focus import routes as focus_routes
from toggl_server.routing import Route
from toggl_server.track import routes as track_routes

TRACK_PREFIX: Final = "/api/v9"
FOCUS_PREFIX: Final = "/api"
CONTROL_PREFIX: Final = "/_sandbox"
DIRECT_PREFIX: Final = f"{CONTROL_PREFIX}/direct"
"""Before the whole path of a request to an API that is neither logged nor charged."""
METHODS: Final = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")

_IDS: Final = {"integer": re.compile("[0-9]+"), "string": re.compile("[0-9,]+")}
"""Patterns of path parameters by type: an id, or a list of ids."""


class SandboxOperation(NamedTuple):
    """A route with its path from the root."""

    route: Route
    path: str
    """Path from the root, with `{name}` for each parameter."""
    segments: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name, such as `track.createTask`."""
        return self.route.name

    @property
    def method(self) -> str:
        """The HTTP method, in upper case."""
        return self.route.method

    @property
    def query(self) -> frozenset[str]:
        """The names of the query parameters."""
        return frozenset(name for name in self.route.parameters if f"{{{name}}}" not in self.segments)

    def answers(self, method: str) -> bool:
        """Return whether it answers requests with a method; `GET` routes also answer `HEAD`."""
        return self.method == ("GET" if method == "HEAD" else method)

    def is_at(self, segments: Sequence[str]) -> bool:
        """Return whether it answers requests at a path, whose ids consist of digits."""
        return covers(self.segments, segments) and all(
            _IDS[parameter.type].fullmatch(segment)
            for pattern, segment in zip(self.segments, segments, strict=True)
            if (parameter := self.route.parameters.get(pattern[1:-1]))
        )

    def values(self, path: str) -> dict[str, str]:
        """Return the parameters in the path of a request to this operation, as text."""
        return {
            pattern[1:-1]: segment
            for pattern, segment in zip(self.segments, path.split("/"), strict=True)
            if pattern.startswith("{")
        }


class Operations:
    """A table of operations."""

    def __init__(self, operations: Iterable[SandboxOperation]) -> None:
        self.all = tuple(operations)
        self.names = frozenset(operation.name for operation in self.all)
        self.query_names: frozenset[str] = frozenset().union(*(operation.query for operation in self.all))
        """The names of all query parameters."""
        self._by_length: dict[int, list[SandboxOperation]] = {}
        # A literal path such as `tasks/bulk` comes before `tasks/{task_id}`.
        for operation in sorted(self.all, key=lambda one: one.path.count("{")):
            self._by_length.setdefault(len(operation.segments), []).append(operation)

    def find(self, method: str, path: str) -> SandboxOperation | None:
        """Return the operation that answers a request."""
        segments = path.split("/")
        for operation in self._by_length.get(len(segments), ()):
            if operation.answers(method) and operation.is_at(segments):
                return operation
        return None

    def named(self, name: str) -> frozenset[str]:
        """Return the full names for a name: both APIs have an operation `createTask`."""
        return frozenset(one for one in self.names if name in (one, one.partition(".")[2]))

    def methods(self, path: str) -> list[str]:
        """Return the methods of all operations at a path."""
        segments = path.split("/")
        found = [one for one in self._by_length.get(len(segments), ()) if one.is_at(segments)]
        return [method for method in METHODS if any(one.answers(method) for one in found)]


def covers(pattern: Sequence[str], segments: Sequence[str]) -> bool:
    """Return whether the segments of a path match a pattern: `*` and `{anything}` are one segment, a final `**` any."""
    if pattern[-1] == "**":
        pattern = pattern[:-1]
        segments = segments[: len(pattern)]
    return len(pattern) == len(segments) and all(
        wanted in (have, "*") or (wanted.startswith("{") and wanted.endswith("}"))
        for wanted, have in zip(pattern, segments, strict=True)
    )


def below(prefix: str, routes: Iterable[Route]) -> Iterable[SandboxOperation]:
    """Return routes as operations below a prefix."""
    return (SandboxOperation(route, prefix + route.url, tuple((prefix + route.url).split("/"))) for route in routes)


@cache
def operations() -> Operations:
    """Return the operations of both contracts."""
    return Operations([*below(TRACK_PREFIX, track_routes.ROUTES), *below(FOCUS_PREFIX, focus_routes.ROUTES)])
