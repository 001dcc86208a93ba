"""`make faults`."""

from __future__ import annotations

from tests.support.faults.__main__ import row
from tests.support.faults.fault_cases import FAULT_CASES
from toggl_sandbox import Sandbox


async def test_the_fault_table_has_a_row_for_each_fault(toggl_sandbox: Sandbox) -> None:
    (case,) = [case for case in FAULT_CASES if case.name == "closed, applied"]
    assert await row(toggl_sandbox, case, permanent=True) == {
        "GET": ["4x 3.5 s ConnectionFailed"],
        "PUT": ["4x 3.5 s ConnectionFailed +"],
        "DELETE": ["4x 3.5 s ConnectionFailed +"],
        "POST": ["1x ConnectionFailed +"],
        # Those that restore or unarchive change nothing of a task that is neither deleted nor archived.
        "POST (idempotent)": ["4x 3.5 s ConnectionFailed +", "4x 3.5 s ConnectionFailed"],
        "PATCH": ["1x ConnectionFailed +"],
        "PATCH (idempotent)": ["4x 3.5 s ConnectionFailed"],
        "PATCH (allowed)": ["4x 3.5 s ConnectionFailed +"],
        "PATCH (allowed, add)": ["1x ConnectionFailed +"],
    }
