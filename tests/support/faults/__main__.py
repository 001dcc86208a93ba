"""`make faults` prints the outcome of each fault, by kind of operation, as the fault matrix of the tests finds it.

A cell shows attempts, seconds waited and outcome. `+` means that the change was made although the call failed.
Operations of one kind with different outcomes are listed below each other.
"""

from __future__ import annotations

import asyncio
import logging

from rich.console import Console
from rich.table import Table

from tests.support.faults.cell import reset_after_cell, run_cell
from tests.support.faults.fault_cases import FAULT_CASES, FaultCase, Outcome
from tests.support.faults.operations import OPERATIONS
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT


def outcome_text(outcome: Outcome) -> str:
    done = " +" if outcome.changes and outcome.result != "value" else ""
    times = f"{outcome.attempts}x" if outcome.requests else "not sent"
    waited = f" {outcome.waited:g} s" if outcome.waited else ""
    return f"{times}{waited} {outcome.result}{done}"


async def row(sandbox: Sandbox, case: FaultCase, *, permanent: bool) -> dict[str, list[str]]:
    """The outcomes of one case, by kind of operation."""
    cells: dict[str, list[str]] = {}
    for call in OPERATIONS:
        outcome = (await run_cell(sandbox, call, case, "asyncio", permanent=permanent)).outcome
        reset_after_cell(sandbox, changed=outcome.changes > 0)
        text = outcome_text(outcome)
        cell = cells.setdefault(call.kind, [])
        if text not in cell:
            cell.append(text)
    return cells


def main() -> None:
    logging.getLogger("toggl_tasks").setLevel(logging.ERROR)
    kinds = list(dict.fromkeys(call.kind for call in OPERATIONS))
    table = Table("fault", *kinds)
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        for case in FAULT_CASES:
            for permanent in (True, False) if case.retried != "never" else (True,):
                cells = asyncio.run(row(sandbox, case, permanent=permanent))
                name = case.name if permanent else f"{case.name}, once"
                table.add_row(name, *("\n".join(cells[kind]) for kind in kinds))
    Console(width=210).print(table)


if __name__ == "__main__":
    main()
