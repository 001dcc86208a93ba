"""Every fault with every operation, for threads and asyncio: attempts, requests, waits, outcome, and what changed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.support.faults.bad_days import BAD_DAYS, BadDay, expected
from tests.support.faults.cell import good_value, run_cell
from tests.support.faults.operations import OPERATIONS, Asked
from toggl_openapi.focus import operations as focus
from toggl_openapi.track import operations as track
from toggl_sandbox import Sandbox
from toggl_tasks import ApiError, QuotaExceeded

LASTING = [(day, lasting) for day in BAD_DAYS for lasting in (True, False) if lasting or day.repeated != "never"]


def test_the_matrix_has_every_operation() -> None:
    defined = {
        (api, name)
        for api, module in (("track", track), ("focus", focus))
        for name, one in vars(module).items()
        if getattr(one, "__module__", "") == module.__name__ and callable(one)
    }
    assert defined == {(asked.api, asked.name) for asked in OPERATIONS}


def without_colour(value: Any) -> Any:
    """What was before `colour` came into each object; those that are for free use keep it."""
    if isinstance(value, list):
        return list(map(without_colour, value))
    if isinstance(value, dict):
        return {name: without_colour(one) for name, one in value.items() if name != "colour"}
    return value


@pytest.mark.parametrize("way", ["threads", "asyncio"])
@pytest.mark.parametrize("asked", OPERATIONS, ids=str)
@pytest.mark.parametrize(("day", "lasting"), LASTING, ids=[f"{day}{'' if last else ', once'}" for day, last in LASTING])
async def test_each_fault_has_its_expected_outcome(
    toggl_sandbox: Sandbox, asked: Asked, day: BadDay, lasting: bool, way: str
) -> None:
    found = await run_cell(toggl_sandbox, asked, day, way, lasting=lasting)
    assert found.outcome == expected(asked, day, lasting=lasting)
    if found.error is None:
        drifts = day.fault is not None and bool(day.fault.drift) and asked.reads_body
        assert bool(found.drifts) == drifts
        if not drifts:
            good = good_value(asked, found.outcome.waited, toggl_sandbox.quota.plan)
            assert without_colour(msgspec.to_builtins(found.answer.value)) == msgspec.to_builtins(good)
            assert type(found.answer.value) is type(good)
    elif isinstance(found.error, ApiError) and found.outcome.attempts:
        assert found.error.response is not None
        assert found.error.status == found.error.response.status_code
    if isinstance(found.error, QuotaExceeded):
        assert found.error.resets_at is not None
        assert (found.error.resets_at - toggl_sandbox.clock.now()).total_seconds() == 3600
