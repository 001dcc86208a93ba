"""The arithmetic of the guard; `make bench-guard` itself is not part of the tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from benchmarks import guard
from benchmarks.guard_work import REPEATS, work

BASELINE = {"read": 0.5, "call": 1.05}


def part(count: int) -> str:
    return f"version: 1\nevents: Ir\nsummary: {count}\n\nfn=(1) main\n1 {count}\n\ntotals: {count}\n"


def test_ratios_compare_a_piece_with_its_reference() -> None:
    counts = {"read reference": 1000, "read": 500, "call reference": 200, "call": 210}
    assert guard.ratios(counts) == {"read": 0.5, "call": 1.05}


def test_every_second_part_is_a_piece() -> None:
    assert guard.read_counts([part(999), part(10), part(888), part(20)], ["a", "b"]) == {"a": 10, "b": 20}


@pytest.mark.parametrize("parts", [[part(1)], [part(1), "version: 1\n"], [part(1), part(2), part(3)]])
def test_missing_or_broken_parts_raise(parts: list[str]) -> None:
    with pytest.raises(ValueError, match=r"callgrind wrote \d parts, expected 2"):
        guard.read_counts(parts, ["a"])


@pytest.mark.parametrize(("ratio", "failed"), [(0.40, False), (0.5, False), (0.549, False), (0.551, True)])
def test_more_than_a_tenth_above_the_baseline_fails(ratio: float, failed: bool) -> None:
    read, call = guard.compare_with_baseline({"read": ratio, "call": 1.05}, BASELINE)
    assert read.failed is failed
    assert not call.failed
    assert ("FAILED" in str(read)) is failed
    assert ("renew it" in str(read)) is (ratio < 0.45)


def test_a_piece_without_a_baseline_fails() -> None:
    with pytest.raises(ValueError, match="renew it"):
        guard.compare_with_baseline({"read": 0.5}, BASELINE)
    with pytest.raises(ValueError, match="renew it"):
        guard.compare_with_baseline({**BASELINE, "write": 1.0}, BASELINE)


def test_the_committed_baseline_has_every_piece() -> None:
    pieces = work()
    assert guard.ratios(dict.fromkeys(pieces, 1)).keys() == json.loads(guard.BASELINE.read_text())["ratios"].keys()
    assert {name.removesuffix(guard.REFERENCE) for name in pieces} == REPEATS.keys()
    for piece in pieces.values():
        assert piece()


def test_without_valgrind_it_prints_that_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert guard.main([]) == 0
    assert "skipped: bench-guard needs valgrind" in capsys.readouterr().out


@pytest.mark.parametrize(("count", "code"), [(525, 0), (600, 1)])
def test_the_exit_code_is_1_above_the_limit(
    count: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = tmp_path / "guard.json"
    baseline.write_text(json.dumps({"python": "3.0", "httpx": "0", "msgspec": "0", "ratios": {"read": 0.5}}))
    monkeypatch.setattr(guard, "BASELINE", baseline)
    monkeypatch.setattr(shutil, "which", lambda name: "valgrind")
    monkeypatch.setattr(guard, "count", lambda valgrind: {"read reference": 1000, "read": count})
    assert guard.main([]) == code
    complaint = capsys.readouterr().err
    assert ("the baseline is of python 3.0" in complaint) is bool(code)
