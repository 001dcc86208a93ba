"""`make faults` prints what becomes of each fault, by kind of operation: what the matrix of the tests has seen.

Each cell is a run against the sandbox: attempts, seconds waited, outcome. `+` says that the change was made although
the call failed. Operations of one kind that disagree stand below each other.
"""

from __future__ import annotations

import asyncio
import logging

from rich.console import Console
from rich.table import Table

from tests.support.faults.bad_days import BAD_DAYS, BadDay, Outcome
from tests.support.faults.cell import run_cell
from tests.support.faults.operations import OPERATIONS
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT


def shown(outcome: Outcome) -> str:
    done = " +" if outcome.changes and outcome.result != "value" else ""
    times = f"{outcome.attempts}x" if outcome.requests else "not sent"
    waited = f" {outcome.waited:g} s" if outcome.waited else ""
    return f"{times}{waited} {outcome.result}{done}"


async def row(sandbox: Sandbox, day: BadDay, *, lasting: bool) -> dict[str, list[str]]:
    """What is seen of one day, by kind of operation."""
    cells: dict[str, list[str]] = {}
    for asked in OPERATIONS:
        sandbox.reset()
        sandbox.quota.plan = "off"
        text = shown((await run_cell(sandbox, asked, day, "asyncio", lasting=lasting)).outcome)
        cell = cells.setdefault(asked.kind, [])
        if text not in cell:
            cell.append(text)
    return cells


def main() -> None:
    logging.getLogger("toggl_tasks").setLevel(logging.ERROR)
    kinds = list(dict.fromkeys(asked.kind for asked in OPERATIONS))
    table = Table("fault", *kinds)
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        for day in BAD_DAYS:
            for lasting in (True, False) if day.repeated != "never" else (True,):
                cells = asyncio.run(row(sandbox, day, lasting=lasting))
                name = day.name if lasting else f"{day.name}, once"
                table.add_row(name, *("\n".join(cells[kind]) for kind in kinds))
    Console(width=210).print(table)


if __name__ == "__main__":
    main()
