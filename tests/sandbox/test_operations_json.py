"""`/_sandbox/operations.json`: the operations that the page offers are those that the sandbox answers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from toggl_sandbox import Sandbox
from toggl_sandbox.operations import operations


@pytest.fixture
def listed(sandbox: Sandbox) -> list[dict[str, Any]]:
    with httpx.Client(transport=sandbox.transport(), base_url="https://toggl.sandbox.test") as client:
        reply = client.get("/_sandbox/operations.json")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/json")
    found: list[dict[str, Any]] = reply.json()["operations"]
    return found


def test_it_lists_every_operation_of_the_sandbox(listed: list[dict[str, Any]]) -> None:
    assert [(one["name"], one["method"], one["path"]) for one in listed] == [
        (one.name, one.method, one.path) for one in operations().all
    ]
    for described, operation in zip(listed, operations().all, strict=True):
        names = {one["name"]: one["in"] for one in described["parameters"]}
        assert names.keys() == operation.route.parameters.keys()
        assert {name for name, place in names.items() if place == "query"} == operation.query
        assert (described["body"] is not None) == (operation.route.body is not None)


def test_it_has_types_choices_defaults_limits_and_fields(listed: list[dict[str, Any]]) -> None:
    by_name = {one["name"]: one for one in listed}
    parameters = {one["name"]: one for one in by_name["track.listWorkspaceTasks"]["parameters"]}
    assert parameters["active"].items() >= {"enum": ["true", "false", "both"], "default": "true"}.items()
    assert parameters["per_page"].items() >= {"type": "integer", "maximum": 200, "default": 50}.items()
    assert parameters["workspace_id"].items() >= {"in": "path", "required": True, "minimum": 1}.items()
    body = by_name["track.createTask"]["body"]
    assert body["required"] == ["name"]
    assert body["properties"]["estimated_seconds"]["nullable"] is True
    operation = by_name["track.patchTasks"]["body"]["items"]
    assert operation["example"] == {"op": "replace", "path": "/estimated_seconds", "value": 3600}
