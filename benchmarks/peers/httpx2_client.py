"""The client for httpx2 that datamodel-code-generator makes of our specification (`--generate-client httpx2`)."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from . import PASSWORD, TOKEN

IMPORT = "import httpx2_track.client"
CLIENT = "client = httpx2_track.client.Client(base_url=url, basic_auth=(token, 'api_token'))"
CALL = "client.tasks.get_task(workspace_id=1, project_id=2, task_id=3)"


def reader(api: str) -> Callable[[bytes], Any]:
    read: Callable[[bytes], Any] = importlib.import_module(f"httpx2_{api}.models").TaskPage.model_validate_json
    return read


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    bulk = importlib.import_module("httpx2_focus.models").TaskBulkCreate

    def encode() -> bytes:
        written: str = bulk.model_validate({"tasks": tasks}).model_dump_json(exclude_unset=True)
        return written.encode()

    return encode


def listing(url: str, total: int) -> Iterator[Any]:
    with _client(url) as client:
        number, left = 1, total
        while left > 0:
            page = client.tasks.list_workspace_tasks(workspace_id=total, active="both", per_page=200, page=number)
            yield from page.data
            number, left = number + 1, left - 200


def caller(url: str) -> Callable[[], Any]:
    client = _client(url)
    return lambda: client.tasks.get_task(workspace_id=1, project_id=2, task_id=3)


def _client(url: str) -> Any:
    package = importlib.import_module("httpx2_track.client")
    return package.Client(base_url=url, basic_auth=(TOKEN, PASSWORD))
