"""The client that openapi-python-client generates from our specification with its own templates."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from . import TOKEN

IMPORT = "import stock_track"
CLIENT = (
    "from stock_track.api.tasks import get_task\n"
    "client = stock_track.AuthenticatedClient(base_url=url, token=token, prefix='Basic')"
)
CALL = "get_task.sync(1, 2, 3, client=client)"


def reader(api: str) -> Callable[[bytes], Any]:
    page = importlib.import_module(f"stock_{api}.models").TaskPage
    return lambda body: page.from_dict(json.loads(body))


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    bulk = importlib.import_module("stock_focus.models").TaskBulkCreate

    def encode() -> bytes:
        written = bulk.from_dict({"tasks": tasks}).to_dict()
        return json.dumps(written, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()

    return encode


def listing(url: str, total: int) -> Iterator[Any]:
    call = importlib.import_module("stock_track.api.tasks.list_workspace_tasks")
    active = importlib.import_module("stock_track.models").ListWorkspaceTasksActive.BOTH
    with _client(url) as client:
        number, left = 1, total
        while left > 0:
            yield from call.sync(total, client=client, active=active, per_page=200, page=number).data
            number, left = number + 1, left - 200


def caller(url: str) -> Callable[[], Any]:
    call = importlib.import_module("stock_track.api.tasks.get_task")
    client = _client(url)
    return lambda: call.sync(1, 2, 3, client=client)


def _client(url: str) -> Any:
    package = importlib.import_module("stock_track")
    return package.AuthenticatedClient(base_url=url, token=TOKEN, prefix="Basic")
