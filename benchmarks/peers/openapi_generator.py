"""The Python client that openapi-generator makes of our specification, on urllib3 and pydantic."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from . import PASSWORD, TOKEN

IMPORT = "import openapi_generator_track"
CLIENT = (
    "configuration = openapi_generator_track.Configuration(host=url, username=token, password='api_token')\n"
    "client = openapi_generator_track.TasksApi(openapi_generator_track.ApiClient(configuration))"
)
CALL = "client.get_task(1, 2, 3)"


def reader(api: str) -> Callable[[bytes], Any]:
    page = importlib.import_module(f"openapi_generator_{api}.models").TaskPage
    return lambda body: page.from_dict(json.loads(body))


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    bulk = importlib.import_module("openapi_generator_focus.models").TaskBulkCreate
    client = importlib.import_module("openapi_generator_focus").ApiClient()

    def encode() -> bytes:
        written = client.sanitize_for_serialization(bulk.from_dict({"tasks": tasks}))
        return json.dumps(written).encode()

    return encode


def listing(url: str, total: int) -> Iterator[Any]:
    client = _client(url)
    number, left = 1, total
    while left > 0:
        yield from client.list_workspace_tasks(total, active="both", per_page=200, page=number).data
        number, left = number + 1, left - 200


def caller(url: str) -> Callable[[], Any]:
    client = _client(url)
    return lambda: client.get_task(1, 2, 3)


def _client(url: str) -> Any:
    package = importlib.import_module("openapi_generator_track")
    configuration = package.Configuration(host=url, username=TOKEN, password=PASSWORD)
    return package.TasksApi(package.ApiClient(configuration))
