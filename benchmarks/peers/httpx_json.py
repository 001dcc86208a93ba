"""Plain httpx, and `response.json()` into dicts: what a program without a client does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from . import PASSWORD, TOKEN

IMPORT = "import httpx"
CLIENT = "client = httpx.Client(base_url=url, auth=(token, 'api_token'))"
CALL = "client.get('/workspaces/1/projects/2/tasks/3').raise_for_status().json()"


def reader(api: str) -> Callable[[bytes], Any]:
    return json.loads  # what `response.json()` calls


def encoder(tasks: list[dict[str, Any]]) -> Callable[[], bytes]:
    # As httpx writes `json=`, and like it without a check.
    return lambda: json.dumps({"tasks": tasks}, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def pages(url: str, total: int, read: Callable[[Any], Any]) -> Iterator[Any]:
    """The pages of a workspace; `read` takes the response."""
    import httpx

    with httpx.Client(base_url=url, auth=(TOKEN, PASSWORD)) as client:
        number, left = 1, total
        while left > 0:
            query: dict[str, Any] = {"active": "both", "per_page": 200, "page": number}
            page = read(client.get(f"/workspaces/{total}/tasks", params=query).raise_for_status())
            yield page
            number, left = number + 1, left - 200


def listing(url: str, total: int) -> Iterator[Any]:
    for page in pages(url, total, lambda response: response.json()):
        yield from page["data"]


def caller(url: str) -> Callable[[], Any]:
    import httpx

    client = httpx.Client(base_url=url, auth=(TOKEN, PASSWORD))
    return lambda: client.get("/workspaces/1/projects/2/tasks/3").raise_for_status().json()
