"""The operations of both APIs by name, found by method and path without loading a server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import toggl_server

TRACK_PREFIX: Final = "/api/v9"
FOCUS_PREFIX: Final = "/api"
_PREFIXES: Final = {"track": TRACK_PREFIX, "focus": FOCUS_PREFIX}


class Operation(NamedTuple):
    """One operation: a name such as `track.createTask`, its method, its path from the root, its query parameters."""

    name: str
    method: str
    path: str
    query: frozenset[str] = frozenset()


_WORKSPACE: Final = f"{TRACK_PREFIX}/workspaces/{{workspace_id}}"
REACH: Final = (
    Operation("track.getMe", "GET", f"{TRACK_PREFIX}/me"),
    Operation("track.listMyOrganizations", "GET", f"{TRACK_PREFIX}/me/organizations"),
    Operation("track.listMyWorkspaces", "GET", f"{TRACK_PREFIX}/me/workspaces"),
    Operation("track.listMyProjects", "GET", f"{TRACK_PREFIX}/me/projects"),
    Operation("track.listWorkspaces", "GET", f"{TRACK_PREFIX}/workspaces"),
    Operation("track.getWorkspace", "GET", _WORKSPACE),
    Operation(
        "track.listProjects",
        "GET",
        f"{_WORKSPACE}/projects",
        frozenset({"active", "name", "page", "per_page"}),
    ),
    Operation("track.createProject", "POST", f"{_WORKSPACE}/projects"),
    Operation("track.getProject", "GET", f"{_WORKSPACE}/projects/{{project_id}}"),
)
"""The operations outside of the specification; see the module `reach`."""


class Operations:
    """A table of operations."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.all = tuple(operations)
        self.names = frozenset(operation.name for operation in self.all)
        self.query_names: frozenset[str] = frozenset().union(*(operation.query for operation in self.all))
        """The names of all query parameters."""
        self._of_method: dict[str, list[tuple[Operation, list[str]]]] = {}
        # A literal path such as `tasks/bulk` goes before `tasks/{task_id}`.
        for operation in sorted(self.all, key=lambda one: one.path.count("{")):
            self._of_method.setdefault(operation.method, []).append((operation, operation.path.split("/")))

    def find(self, method: str, path: str) -> Operation | None:
        """Return the operation that answers a request, whether or not its parameters are valid."""
        segments = path.split("/")
        for operation, pattern in self._of_method.get(method, ()):
            if covers(pattern, segments):
                return operation
        return None


def covers(pattern: Sequence[str], segments: Sequence[str]) -> bool:
    """Return whether the segments of a path fit a pattern: `*` and `{anything}` are one segment, a final `**` any."""
    if pattern[-1] == "**":
        pattern = pattern[:-1]
        segments = segments[: len(pattern)]
    return len(pattern) == len(segments) and all(
        wanted in (have, "*") or (wanted.startswith("{") and wanted.endswith("}"))
        for wanted, have in zip(pattern, segments, strict=True)
    )


@cache
def operations() -> Operations:
    """Return the operations of both contracts, and those on the way to them."""
    return Operations([*REACH, *(operation for api in _PREFIXES for operation in _of_contract(api))])


def _of_contract(api: str) -> Iterable[Operation]:
    contract = Path(toggl_server.__path__[0]) / api / "server/_generated/openapi.json"
    document: Mapping[str, Any] = json.loads(contract.read_bytes())
    for path, item in document["paths"].items():
        shared = item.get("parameters", [])
        for method, operation in item.items():
            if method != "parameters":
                parameters = [*shared, *operation.get("parameters", [])]
                query = frozenset(one["name"] for one in parameters if one.get("in") == "query")
                yield Operation(f"{api}.{operation['operationId']}", method.upper(), _PREFIXES[api] + path, query)
