"""The documentation shows what was measured."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks import report
from benchmarks.peers import LABELS, OURS
from benchmarks.rows import ROWS

ROOT = Path(__file__).parent.parent.parent
RESULTS = json.loads((ROOT / "docs/project/benchmarks.json").read_text())
LINES = report.from_json(RESULTS["lines"])


def test_the_page_has_the_published_results() -> None:
    page = (ROOT / "docs/project/benchmarks.md").read_text()
    assert report.update_page(page, RESULTS["machine"], LINES) == page


def test_the_results_have_every_row_and_budget() -> None:
    assert {line.row for line in LINES} == {row.name for row in ROWS}
    measured = {(line.row, line.against, line.budget) for line in LINES if line.budget is not None}
    assert measured == {
        (row.name, "" if name == OURS else LABELS.get(name, name), budget)
        for row in ROWS
        for metric in row.metrics
        for name, budget in metric.budgets.items()
    }


def test_the_page_shows_the_chart_which_loads_nothing_external() -> None:
    assert "](benchmarks.svg)" in (ROOT / "docs/project/benchmarks.md").read_text()
    chart = (ROOT / "docs/project/benchmarks.svg").read_text()
    assert chart.lstrip().startswith("<?xml")
    assert not re.findall(r'(?:href|src)="(?!#)', chart)
    assert "<script" not in chart
