"""JSON Patch (RFC 6902) as Track's bulk route takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import Factory, define

from toggl_openapi.track.models import PatchFailure, PatchOperation, PatchReport

from ._decoding import members


def add(path: str, value: Any) -> PatchOperation:
    """Set a field that may be empty; `path` is a JSON Pointer such as `/estimated_seconds`."""
    return PatchOperation(op="add", path=path, value=value)


def replace(path: str, value: Any) -> PatchOperation:
    """Set a field; `path` is a JSON Pointer such as `/active`."""
    return PatchOperation(op="replace", path=path, value=value)


def remove(path: str) -> PatchOperation:
    """Empty a field; `path` is a JSON Pointer such as `/estimated_seconds`."""
    return PatchOperation(op="remove", path=path)


@define
class PatchResult:
    """The outcome of a patch, task by task. Check `failure`: the service answers 200 even when every task failed."""

    success: list[int] = Factory(list)
    """Ids of the tasks that were changed."""
    failure: list[PatchFailure] = Factory(list)
    """The tasks that were not changed, each with the service's message."""

    def take(self, report: PatchReport) -> None:
        """Add what one request achieved."""
        self.success.extend(members(report.success, "patch_tasks: $.success"))
        self.failure.extend(members(report.failure, "patch_tasks: $.failure"))


def id_list(task_ids: Sequence[int]) -> str:
    """Ids of tasks as the path wants them; raises TypeError or ValueError for one that is none."""
    for task_id in task_ids:
        if not isinstance(task_id, int) or isinstance(task_id, bool):
            raise TypeError(f"task_ids must hold ints, not {task_id!r}")
        if task_id < 1:
            raise ValueError(f"task_ids must be at least 1, not {task_id}")
    return ",".join(map(str, task_ids))
