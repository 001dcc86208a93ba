"""Failures that Schemathesis reports although the sandbox is right, each with its reason. All others are bugs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case

NOT_RUN: Final = {
    "max_response_time": "No test asserts a time; the benchmarks measure ratios.",
    "object_level_authorization": (
        "It wants two users who may not see each other's objects, while members of one workspace share theirs. Who "
        "sees what is tested in tests/sandbox/test_authentication.py."
    ),
}
"""Disabled checks, each with its reason."""


@dataclass(frozen=True)
class Exclusion:
    """Failures of one kind in some operations (all when empty) whose response matches, and why it is right."""

    failure: str
    """The name of Schemathesis's class."""
    status: int
    reason: str
    operations: frozenset[str] = frozenset()
    text: str = ""
    by_chance: bool = False
    """Whether it does not occur in every run, so that its absence proves nothing."""

    def covers(self, failure: Failure, case: Case[Any], response: Response) -> bool:
        """Return whether this exclusion applies to a failure."""
        operation_id = case.operation.definition.raw["operationId"]
        return (
            type(failure).__name__ == self.failure
            and response.status_code == self.status
            and (not self.operations or operation_id in self.operations)
            and re.search(self.text, response.content.decode()) is not None
        )


EXCLUSIONS: Final = {
    "track": (
        Exclusion(
            "RejectedPositiveData",
            400,
            "400 is documented for what no schema can say: an unknown project or user, a name that is taken, an "
            "archived project.",
            text=r"^(Invalid (project|user)_id|A task of this name exists .*|Tasks of an archived project .*)$",
        ),
        Exclusion(
            "RejectedPositiveData",
            400,
            "The same of projects: an unknown client, a name that is taken, and values that the document leaves open.",
            operations=frozenset({"createProject", "updateProject"}),
            text=r"^(Invalid (client_id|cid|client_name|color|estimated_hours)|Name has already been taken)$",
        ),
        Exclusion(
            "RejectedPositiveData",
            402,
            "Responses name a workspace whose plan has no tasks, where task routes answer 402 (observed).",
            text="^The plan of this workspace has no tasks",
        ),
        Exclusion(
            "AllowHeaderMismatch",
            405,
            "`tasks/{task_ids}` and `tasks/{task_id}` are one URL, whose `Allow` has the methods of both.",
            operations=frozenset({"patchTasks", "getTask", "updateTask", "deleteTask"}),
        ),
        Exclusion(
            "UseAfterFree",
            200,
            "A patch of several tasks always answers 200 and lists deleted tasks in `failure` (documented).",
            operations=frozenset({"patchTasks"}),
            text='"message":"Task not found"',
            by_chance=True,
        ),
    ),
    "focus": (
        Exclusion(
            "RejectedPositiveData",
            400,
            "400 for what no schema can say: ids that the workspace does not have, dates that cross, a text that is "
            "no recurrence rule.",
            text=r'"(\w+ names (-?\d+, which|no|the task)|end_date is|rrule: )',
        ),
        Exclusion(
            "EnsureResourceAvailability",
            404,
            "A bulk request names tasks in its body or query, not in its path; 404 is about one of them.",
            operations=frozenset(
                {"archiveTasks", "deleteTasks", "duplicateTasks", "patchTasks", "restoreTasks", "unarchiveTasks"}
            ),
            text="there is no task",
            by_chance=True,
        ),
    ),
}
