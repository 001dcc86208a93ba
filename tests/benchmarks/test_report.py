"""The results of a row, and their output."""

from __future__ import annotations

import json

import pytest

from benchmarks import report
from benchmarks.peers import OURS
from benchmarks.report import Line, amount, cells, lines
from benchmarks.rows import DICTS, FLOOR, Metric, Row


def row(*metrics: Metric) -> Row:
    return Row(
        name="read", title="read a page", metrics=metrics, members=(OURS, DICTS, FLOOR), measure=lambda *_: {}, rounds=3
    )


def both(ours: list[float], dicts: list[float], floor: list[float] | None = None) -> list[Line]:
    """The lines of a row in which each took these CPU seconds, with budgets of 0.5 and of 2."""
    taken = {OURS: ours, DICTS: dicts} | ({FLOOR: floor} if floor else {})
    metric = Metric("cpu", "CPU time", "s", {DICTS: 0.5, FLOOR: 2})
    return list(lines(row(metric), {name: [{"cpu": value} for value in values] for name, values in taken.items()}))


@pytest.mark.parametrize(("ours", "met"), [(0.4, True), (0.5, True), (0.51, False)])
def test_budgets_limit_the_median_ratio(ours: float, met: bool) -> None:
    (line,) = both([ours, ours, 9], [1, 1, 1])
    assert line.met is met
    assert line.against == "httpx + json() to dicts"
    assert line.what == "read a page: CPU time"
    assert ("MISSED" in report.table([line])) is not met
    assert cells(line)[-2:] == ("≤ 0.5", "met" if met else "MISSED")


def test_each_peer_has_its_own_budget() -> None:
    dicts, floor = both([1, 1, 1], [1, 1, 1], [1, 1, 1])
    assert (dicts.budget, dicts.met) == (0.5, False)
    assert (floor.budget, floor.met) == (2, True)


def test_rows_without_a_budget_cannot_miss_it() -> None:
    (line,) = both([3, 3, 3], [1, 1, 1])
    metric = Metric("cpu", "CPU time", "s")
    (free,) = lines(row(metric), {OURS: [{"cpu": 3}], DICTS: [{"cpu": 1}]})
    assert line.met is False
    assert free.met is None
    assert free.ratio is not None
    assert free.ratio.median == 3


@pytest.mark.parametrize(("seconds", "met"), [([9, 1.2, 1.1], True), ([9, 1.1, 1.3], False)])
def test_budgets_in_seconds_limit_the_median(seconds: list[float], met: bool) -> None:
    metric = Metric("start", "start", "s", {OURS: 1.2})
    own, other = lines(row(metric), {OURS: [{"start": one} for one in seconds], "Prism": [{"start": 1}] * len(seconds)})
    assert own.met is met
    assert own.against == ""
    assert own.ours.median == sorted(seconds)[1]
    assert other.against == "Prism"
    assert other.met is None


@pytest.mark.parametrize(("rate", "met"), [(4, True), (3.9, False)])
def test_budgets_of_rates_are_minimums(rate: float, met: bool) -> None:
    metric = Metric("rate", "requests", "1/s", {"Prism": 4})
    (line,) = lines(row(metric), {OURS: [{"rate": rate}], "Prism": [{"rate": 1}]})
    assert line.met is met
    assert cells(line)[-2:] == ("≥ 4", "met" if met else "MISSED")


def test_a_row_without_peers_has_a_line() -> None:
    (line,) = lines(row(Metric("rate", "requests", "1/s")), {OURS: [{"rate": 5}]})
    assert line.ratio is None
    assert "5/s" in report.table([line])


def test_lines_survive_json() -> None:
    written = both([0.4, 0.5, 0.6], [1, 1, 1], [1, 2, 3])
    read = report.from_json(json.loads(json.dumps(report.as_json(written))))
    assert read == written
    assert [one["met"] for one in report.as_json(written)] == [True, True]


def test_results_replace_the_text_between_the_markers() -> None:
    page = f"# Title\n\n{report.BEGIN}old\n{report.END}\nafter\n"
    once = report.update_page(page, "a machine", both([1], [2]))
    assert once.startswith(f"# Title\n\n{report.BEGIN}Measured on a machine.\n\n| what |")
    assert once.endswith(f"{report.END}\nafter\n")
    assert "old" not in once
    assert report.update_page(once, "a machine", both([1], [2])) == once
    with pytest.raises(ValueError, match="markers"):
        report.update_page("# Title\n", "a machine", [])


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (2.5, "s", "2.5 s"),
        (0.25, "s", "250 ms"),
        (0.00025, "s", "250 µs"),
        (0.00000025, "s", "0.25 µs"),
        (20 * 1024 * 1024, "B", "20.0 MiB"),
        (1658.4, "1/s", "1658/s"),
    ],
)
def test_values_have_a_readable_unit(value: float, unit: str, text: str) -> None:
    assert amount(value, unit) == text
