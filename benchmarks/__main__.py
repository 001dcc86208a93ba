"""`python -m benchmarks [ROW …]`: measure, print one table, and write it as JSON and as a chart."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

from . import chart, report, server
from .environment import BUILD, ROOT, generate_peers
from .rounds import in_turn
from .rows import ROWS, Row

DOCS = ROOT / "docs/project"
MEASURED = ("msgspec", "httpx", "httpx2", "pydantic", "openapi-generator-cli", "pyperf")
PINNED = ("openapi-python-client", "datamodel-code-generator")


def main(arguments: list[str] | None = None) -> int:
    """Exit codes: 0 all budgets met, 1 one is missed, 2 bad arguments."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(row.name for row in ROWS)}")
    parser.add_argument("--quick", action="store_true", help="one round of each, to see that it works")
    parser.add_argument("--publish", action="store_true", help="update the numbers and the chart of docs/project/")
    options = parser.parse_args(arguments)
    unknown = set(options.rows) - {row.name for row in ROWS}
    if unknown:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    if options.publish and (options.quick or options.rows):
        parser.error("--publish takes a full run")
    skipped: list[str] = []

    def report_skipped(reason: str) -> None:
        skipped.append(reason)
        print(reason, file=sys.stderr)

    missing = generate_peers(report_skipped)
    lines: list[report.Line] = []
    with server.running() as url:
        for row in ROWS:
            if not options.rows or row.name in options.rows:
                print(f"measuring {row.name} …", file=sys.stderr)
                lines += measure(row, url, missing, report_skipped, quick=options.quick)
    machine = about()
    sys.stdout.write(f"{machine}\n\n{report.table(lines)}")
    folder = DOCS if options.publish else BUILD
    (folder / "benchmarks.json").write_text(
        json.dumps({"machine": machine, "skipped": skipped, "lines": report.as_json(lines)}, indent=1) + "\n"
    )
    chart.draw(lines, folder / "benchmarks.svg")
    if options.publish:
        page = DOCS / "benchmarks.md"
        page.write_text(report.update_page(page.read_text(), machine, lines))
    print(f"\nwritten: {folder}/benchmarks.json, {folder}/benchmarks.svg", file=sys.stderr)
    return int(any(line.met is False for line in lines))


def measure(
    row: Row, url: str, missing: set[str], report_skipped: Callable[[str], None], *, quick: bool
) -> Sequence[report.Line]:
    members = [member for member in row.members if member not in missing]
    reason = row.missing()
    if reason is not None:
        report_skipped(f"skipped: {reason}")
        members = members[:1]
    rounds = 1 if quick else row.rounds
    return list(report.lines(row, in_turn(members, lambda member: row.measure(member, url), rounds=rounds)))


def about() -> str:
    """The machine and the versions, in a line."""
    lock = (ROOT / "requirements.lock").read_text()
    pins = [f"{name} {found[1]}" for name in PINNED if (found := re.search(rf"^{name}==(\S+)", lock, re.MULTILINE))]
    versions = [f"{name} {version(name)}" for name in MEASURED]
    load = f"load {os.getloadavg()[2]:.1f}"  # of the last 15 minutes
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {load}, Python {platform.python_version()}"
    return ", ".join([machine, *versions, *pins])


if __name__ == "__main__":
    sys.exit(main())
