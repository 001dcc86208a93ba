"""The load benchmark detects lost and wrong tasks; the speed of the sandbox is not tested here."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.sandbox_load import Place, Worker, lost

ABOUT = {"workspace_id": 1, "project_id": 2, "organization_id": 3}


@pytest.mark.parametrize(
    ("track", "focus", "losses"),
    [
        ({1: "changed 0.0"}, {7: "bulk 0.0"}, 0),
        ({1: "changed 0.0", 2: "gone 0.0"}, {7: "bulk 0.0"}, 1),
        ({1: "kept 0.0"}, {7: "bulk 0.0"}, 1),
        ({}, {7: "bulk 0.0"}, 1),
        ({1: "changed 0.0", 9: "kept 0.1"}, {7: "bulk 0.0"}, 1),
        ({1: "changed 0.0", 9: "Somebody else's"}, {7: "bulk 0.0"}, 0),
        ({1: "changed 0.0"}, {}, 1),
    ],
)
def test_a_lost_or_invented_write_is_counted(track: dict[int, str], focus: dict[int, str], losses: int) -> None:
    worker = Worker(0, Place("http://localhost", ABOUT), {1: "changed 0.0", 2: None, 7: "bulk 0.0", 8: None})
    contents: dict[str, Any] = {
        "track_tasks": [{"id": key, "name": name, "server_deleted_at": None} for key, name in track.items()]
        + [{"id": 2, "name": "gone 0.0", "server_deleted_at": "2025-03-03T09:00:00Z"}],
        "focus_tasks": [{"id": key, "name": name, "deleted_at": None} for key, name in focus.items()],
    }
    if 2 in track:
        contents["track_tasks"].pop()
    assert lost([worker], contents) == losses


def test_a_duplicate_id_is_counted() -> None:
    place = Place("http://localhost", ABOUT)
    workers = [Worker(number, place, {1: "kept 0.0"}) for number in range(2)]
    contents = {"track_tasks": [{"id": 1, "name": "kept 0.0", "server_deleted_at": None}], "focus_tasks": []}
    assert lost(workers, contents) == 1
