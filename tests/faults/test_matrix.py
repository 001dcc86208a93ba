"""The fault matrix: each fault with each operation, for threads and asyncio."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.support.cases import all_cases
from tests.support.faults.cell import CellResult, expected_value, reset_after_cell, run_cell
from tests.support.faults.fault_cases import FAULT_CASES, FaultCase, expected_outcome
from tests.support.faults.operations import OPERATIONS, OperationCall
from toggl_openapi.focus import operations as focus
from toggl_openapi.track import operations as track
from toggl_sandbox import Sandbox
from toggl_tasks import ApiError, QuotaExceeded

CASES = [
    (case, permanent) for case in FAULT_CASES for permanent in (True, False) if permanent or case.retried != "never"
]
WAYS = ("threads", "asyncio", "threads over httpx2", "asyncio over httpx2")
WITH_HTTPX2 = ("get_task", "create_task", "delete_task")
"""The differences of httpx2 do not depend on the operation: one that reads, one without retries, one without a body."""


def test_the_matrix_has_every_operation() -> None:
    defined = {
        (api, name)
        for api, module in (("track", track), ("focus", focus))
        for name, one in vars(module).items()
        if getattr(one, "__module__", "") == module.__name__ and callable(one)
    }
    assert defined == {(call.api, call.name) for call in OPERATIONS}


def without_colour(value: Any) -> Any:
    """The value as it is without the unknown field `colour`."""
    if isinstance(value, list):
        return list(map(without_colour, value))
    if isinstance(value, dict):
        return {name: without_colour(one) for name, one in value.items() if name != "colour"}
    return value


@pytest.mark.parametrize(
    ("case", "permanent"), CASES, ids=[f"{case}{'' if last else ', once'}" for case, last in CASES]
)
async def test_every_operation_meets_the_fault_as_expected(
    toggl_sandbox: Sandbox, case: FaultCase, permanent: bool
) -> None:
    with all_cases() as cases:
        for number, call in enumerate(OPERATIONS):
            if case.breaks_fields and not call.has_fields:
                continue
            ways: tuple[str, ...] = WAYS if call.name in WITH_HTTPX2 else WAYS[:2]
            if not call.thorough:
                # Once for each fault, in turns: by threads or asyncio, with a fault that lasts or one that does not.
                ways = ways[number // 2 % 2 :][:1] if case.retried == "never" or permanent == number % 2 else ()
            for way in ways:
                with cases.case(f"{call}, {way}"):
                    result = await run_cell(toggl_sandbox, call, case, way, permanent=permanent)
                    check_cell(result, toggl_sandbox, call, case, permanent=permanent)
                reset_after_cell(toggl_sandbox, changed=result.outcome.changes > 0)


def check_cell(result: CellResult, sandbox: Sandbox, call: OperationCall, case: FaultCase, *, permanent: bool) -> None:
    assert result.outcome == expected_outcome(call, case, permanent=permanent)
    if result.error is None:
        drifts = case.fault is not None and bool(case.fault.drift) and call.reads_body
        assert bool(result.drifts) == drifts
        if not drifts:
            good = expected_value(call, result.outcome.waited, sandbox.quota.plan)
            assert without_colour(msgspec.to_builtins(result.answer.value)) == msgspec.to_builtins(good)
            assert type(result.answer.value) is type(good)
    elif isinstance(result.error, ApiError) and result.outcome.attempts:
        assert result.error.response is not None
        assert result.error.status == result.error.response.status_code
    if isinstance(result.error, QuotaExceeded):
        assert result.error.resets_at is not None
        assert (result.error.resets_at - sandbox.clock.now()).total_seconds() == 3600
