"""The work whose instructions `benchmarks.guard` counts: run under callgrind, which writes a part at each mark.

A mark is a call of getpgid, which is not called otherwise. Each part is one piece of work, done a fixed number of
times after a first one that warms up; the pieces and their inputs are the same on every run.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

import httpx
import msgspec

from toggl_openapi.focus import models as focus
from toggl_openapi.track import models as track
from toggl_tasks._credentials import basic_auth
from toggl_tasks._decoding import decode

from . import tasks
from .guard import REFERENCE
from .peers import PASSWORD, TOKEN, httpx_json, toggl_tasks

URL = "http://127.0.0.1"


def mark() -> None:
    os.getpgid(0)


def reply(request: httpx.Request) -> httpx.Response:
    headers = {"content-type": "application/json", "x-toggl-quota-remaining": "599", "x-toggl-quota-resets-in": "3600"}
    return httpx.Response(200, headers=headers, content=ONE)


ONE = tasks.one_task()
REPEATS = {"read-track": 5, "read-focus": 5, "call": 40, "encode": 10}


def work() -> dict[str, Callable[[], Any]]:
    """The pieces by name; `reference` is what the other one of the same kind is compared with."""
    track_page, focus_page, new_tasks = tasks.track_page(), tasks.focus_page(), tasks.new_tasks()
    redact = basic_auth(TOKEN, PASSWORD).redact
    transport = httpx.MockTransport(reply)
    plain = httpx.Client(base_url=URL, auth=(TOKEN, PASSWORD), transport=transport)
    ours = toggl_tasks.client(URL, transport=transport)
    return {
        "read-track reference": lambda: msgspec.json.decode(track_page),
        "read-track": lambda: decode(track.TaskPage, track_page, "list_workspace_tasks", redact),
        "read-focus reference": lambda: msgspec.json.decode(focus_page),
        "read-focus": lambda: decode(focus.TaskPage, focus_page, "list_tasks", redact),
        "call reference": lambda: plain.get("/workspaces/1/projects/2/tasks/3").raise_for_status().json(),
        "call": lambda: ours.tasks.get(1, 2, 3),
        "encode reference": httpx_json.encoder(new_tasks),
        "encode": toggl_tasks.encoder(new_tasks),
    }


def main() -> None:
    """Prints the names of the pieces in the order of the parts."""
    pieces = work()
    print("\n".join(pieces), flush=True)
    for name, piece in pieces.items():
        repeats = range(REPEATS[name.removesuffix(REFERENCE)])
        for _ in range(3):
            piece()
        gc.collect()
        gc.disable()  # when it runs depends on all that was made before
        mark()
        for _ in repeats:
            piece()
        mark()
        gc.enable()


if __name__ == "__main__":
    main()
