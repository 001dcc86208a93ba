"""An HTTP client that sends only reading requests, and prints the ones that would change something."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

from .output import dump


class DryRunClient(httpx.Client):
    """Answers requests other than GET itself, so that a command runs through all requests that it would send."""

    def __init__(self, note: Callable[[str], None]) -> None:
        super().__init__()
        self.note = note
        self.withheld = 0
        """Number of requests that were not sent."""
        self._quota: dict[str, str] = {}
        """The last headers from the service: requests that are not sent do not change them."""

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        if request.method == "GET":
            response = super().send(request, **options)
            if "/me" not in request.url.path:  # which has its own quota
                self._quota = {
                    name: text for name, text in response.headers.items() if name.startswith("x-toggl-quota-")
                }
            return response
        self.withheld += 1
        body = json.loads(request.content) if request.content else None
        shown = f" {dump(body)}" if body is not None else ""
        self.note(f"would send {request.method} {request.url.raw_path.decode()}{shown}")
        return httpx.Response(200, json=reply(request, body), headers=self._quota, request=request)


def reply(request: httpx.Request, body: Any) -> Any:
    """The response of the service, as far as the client reads it: the fields that were sent, with the id 0."""
    path = request.url.path.split("/")
    ids = {path[at][:-1]: path[at + 1] for at in range(len(path) - 1) if path[at + 1].isdecimal()}
    if request.method == "PATCH" and isinstance(body, list):
        return {"success": [int(text) for text in path[-1].split(",") if text.isdecimal()], "failure": []}
    if request.method == "DELETE" or not isinstance(body, dict):
        return None
    if isinstance(body.get("tasks"), list):
        return [reply(request, task) for task in body["tasks"]]
    task = {
        "id": int(ids.get("task", 0)),
        "workspace_id": int(ids.get("workspace", 0)),
        "project_id": int(ids.get("project", 0)),
        "name": "",
        "user_id": None,
        "active": True,
        "at": "1970-01-01T00:00:00Z",
        "estimated_seconds": None,
        "tracked_seconds": 0,
        "recurring": False,
        "server_deleted_at": None,
    }
    return task | body
