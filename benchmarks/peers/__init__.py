"""The clients that are compared, each in a separate module with the same names.

A peer has only the functions that it supports. Each function imports what it needs, so that imports can be measured:

- `reader(api)`: decodes the bytes of a page of `track` or `focus`;
- `encoder(tasks)`: validates and encodes plain dicts as the body of a bulk request of Focus;
- `listing(url, total)`: all tasks of a workspace of `total` tasks;
- `caller(url)`: reads one task over HTTP;
- `IMPORT`, `CLIENT`, `CALL`: the first statements of a program.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Protocol, cast

OURS = "toggl_tasks"
LABELS = {
    OURS: "toggl_tasks",
    "httpx_json": "httpx + json() to dicts",
    "bare_struct": "bare msgspec.Struct",
    "stock": "openapi-python-client, stock",
    "httpx2_client": "datamodel-code-generator, httpx2",
    "openapi_generator": "openapi-generator, python",
}
TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 - of no account
PASSWORD = "api_token"  # noqa: S105 - the word that goes with a token


class Peer(Protocol):
    IMPORT: str
    CLIENT: str
    CALL: str

    def reader(self, api: str) -> Callable[[bytes], Any]: ...
    def encoder(self, tasks: list[dict[str, Any]]) -> Callable[[], bytes]: ...
    def listing(self, url: str, total: int) -> Iterator[Any]: ...
    def caller(self, url: str) -> Callable[[], Any]: ...


def peer(name: str) -> Peer:
    """The module of a peer."""
    module: ModuleType = importlib.import_module(f".{name}", __name__)
    return cast("Peer", module)
