"""Models are plain values: what a program does with values works with them, with drifted ones too."""

from __future__ import annotations

import copy
import pickle
import weakref
from collections.abc import Callable

import msgspec
import pytest

from toggl_openapi.track.models import Task
from toggl_tasks._decoding import decode

BODY = {
    "id": 3,
    "name": "Write docs",
    "workspace_id": 1,
    "project_id": 2,
    "user_id": None,
    "active": True,
    "at": "2025-03-03T09:00:00Z",
    "estimated_seconds": 3600,
    "tracked_seconds": 0,
    "recurring": False,
    "server_deleted_at": None,
}


def task(**changes: object) -> Task:
    """A task as a client reads it."""
    value, _ = decode(Task, msgspec.json.encode(BODY | changes), "get_task", str)
    assert isinstance(value, Task)
    return value


@pytest.mark.parametrize("read", [task, lambda: task(permissions="read", user_id=[4])], ids=["as specified", "drifted"])
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))],
    ids=["copy", "deep", "pickle"],
)
def test_a_copied_model_is_equal_and_keeps_absent_fields(
    read: Callable[[], Task], copied: Callable[[Task], Task]
) -> None:
    value = read()
    same = copied(value)
    assert same is not value
    assert same == value
    assert same.client_name is msgspec.UNSET
    same.name = "Read docs"
    assert same != value
    assert value.name == "Write docs"


def test_models_can_be_weakly_referenced() -> None:
    value = task()
    assert weakref.ref(value)() is value


def test_an_unknown_field_of_a_model_raises() -> None:
    with pytest.raises(AttributeError):
        task().nmae = "Read docs"  # type: ignore[attr-defined]


def test_models_are_keyword_only() -> None:
    with pytest.raises(TypeError):
        Task(3, "Write docs")  # type: ignore[call-arg]
