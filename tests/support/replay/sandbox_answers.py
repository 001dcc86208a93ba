"""How the sandbox answers the recorded requests, and which statuses it answers only through a fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from recorder.format import Recording
from recorder.specification import SpecOperation
from tests.support.replay.sandbox_setup import SandboxSetup
from tests.support.replay.shape import NOTHING, Difference, differences, shape
from toggl_sandbox import Fault, Sandbox

Answered = Collection[tuple[str, int]]
"""Operations, such as `track.getTask`, and statuses."""


class FaultOnly(NamedTuple):
    """Statuses that no recorded request causes in the sandbox. The operations are patterns of fnmatch."""

    statuses: tuple[int, ...]
    operations: tuple[str, ...]
    reason: str


FAULT_ONLY: Final = (
    FaultOnly((500,), ("*",), "No request causes a failure of the service."),
    FaultOnly(
        (400,),
        ("*",),
        "Most recorded requests are valid; tests/sandbox and tests/conformance send requests that are not.",
    ),
    FaultOnly(
        (404,),
        ("focus.list*", "focus.createTask*", "focus.streamTasks", "track.list*", "track.create*", "track.get[OW]*"),
        "The path names an organization, a workspace or a project: an unknown one is a 403, an unknown project a 400.",
    ),
    FaultOnly((404,), ("*.getMe", "*.getMy*"), "The path names no object."),
    FaultOnly((404,), ("track.patchTasks",), "Unknown tasks are failures in a 200 (documented)."),
    FaultOnly((403,), ("focus.getMySettings",), "Every user may read their own settings."),
    FaultOnly((422,), ("focus.listUsers",), "The source names no cause."),
)
"""A new status of an operation fails a test until the sandbox answers it, or an entry here says why it does not."""


def find_differences(recording: Recording, sandbox: Sandbox, *faults: Fault) -> list[Difference]:
    """How the sandbox answers otherwise than it was recorded."""
    setup = SandboxSetup(recording)
    setup.prepare(sandbox)
    with sandbox.faults.active(*faults):
        reply = setup.send(sandbox)
    response = recording.response
    if reply.status_code != response.status:
        return [Difference("status", str(response.status), str(reply.status_code))]
    before, after = (headers.get("content-type", NOTHING) for headers in (response.headers, reply.headers))
    found = list(differences(shape(response.body, before), shape(reply.text, after)))
    return found if before == after else [*found, Difference("content type", before, after)]


def statuses_without_fault(recordings: Collection[Recording], sandbox: Sandbox) -> set[tuple[str, int]]:
    """The recorded statuses that the sandbox answers because of its state; `find_differences` checks the answers."""
    found: set[tuple[str, int]] = set()
    for recording in recordings:
        SandboxSetup(recording).prepare(sandbox)
        if not sandbox.faults.added:
            found.add((f"{recording.request.api}.{recording.request.operation}", recording.response.status))
    return found


def find_unanswered(
    operations: Collection[SpecOperation], answered: Answered, entries: Collection[FaultOnly] = FAULT_ONLY
) -> Iterator[str]:
    """The statuses that the sandbox does not answer by itself and no entry explains, and what explains none."""
    missing = [
        (name, status)
        for operation in operations
        for name in [f"{operation.document.api}.{operation.id}"]
        for status in operation.statuses
        if (name, status) not in answered
    ]
    explained = {
        (name, status): [
            (entry, pattern)
            for entry in entries
            if status in entry.statuses
            for pattern in entry.operations
            if fnmatchcase(name, pattern)
        ]
        for name, status in missing
    }
    yield from (
        f"{name}: the sandbox never answers {status}" for (name, status), found in explained.items() if not found
    )
    used = [one for found in explained.values() for one in found]
    for entry in entries:
        for pattern in entry.operations:
            if (entry, pattern) not in used:
                yield f"no status is missing for {pattern!r} of the entry: {entry.reason}"
