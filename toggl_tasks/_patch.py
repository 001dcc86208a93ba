"""JSON Patch (RFC 6902) for Track's bulk route."""

from __future__ import annotations

from typing import Any

from attrs import Factory, define

from toggl_openapi.track.models import PatchFailure, PatchOperation, PatchReport

from ._decoding import as_list


def add(path: str, value: Any) -> PatchOperation:
    """Set a field that may be null; `path` is a JSON Pointer such as `/estimated_seconds`."""
    return PatchOperation(op="add", path=path, value=value)


def replace(path: str, value: Any) -> PatchOperation:
    """Set a field; `path` is a JSON Pointer such as `/active`."""
    return PatchOperation(op="replace", path=path, value=value)


def remove(path: str) -> PatchOperation:
    """Clear a field; `path` is a JSON Pointer such as `/estimated_seconds`."""
    return PatchOperation(op="remove", path=path)


@define
class PatchResult:
    """The outcome of a patch for each task. Check `failure`: the service answers 200 even if every task failed."""

    success: list[int] = Factory(list)
    """Ids of the changed tasks."""
    failure: list[PatchFailure] = Factory(list)
    """The tasks that were not changed, with the message from the service."""

    def take(self, report: PatchReport) -> None:
        """Add the outcome of one request."""
        self.success.extend(as_list(report.success, "patch_tasks: $.success"))
        self.failure.extend(as_list(report.failure, "patch_tasks: $.failure"))
