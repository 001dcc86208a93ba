"""Members are measured in turn, and compared round by round."""

from __future__ import annotations

import pytest

from benchmarks.rounds import Spread, Values, in_turn, ratio


def test_each_round_has_every_member_once_and_starts_with_another() -> None:
    measured: list[str] = []

    def measure(member: str) -> Values:
        measured.append(member)
        return {"cpu": len(measured)}

    taken = in_turn(["a", "b", "c"], measure, rounds=3)
    assert [measured[start : start + 3] for start in range(0, 12, 3)] == [
        ["c", "a", "b"],
        ["a", "b", "c"],
        ["b", "c", "a"],
        ["c", "a", "b"],
    ]
    # The first round only warms up.
    assert taken == {
        "a": [{"cpu": 4}, {"cpu": 9}, {"cpu": 11}],
        "b": [{"cpu": 5}, {"cpu": 7}, {"cpu": 12}],
        "c": [{"cpu": 6}, {"cpu": 8}, {"cpu": 10}],
    }


def test_a_round_that_was_slow_for_all_changes_no_ratio() -> None:
    assert ratio([1, 10, 1.5, 1], [2, 20, 3, 2]) == Spread(0.5, 0.5, 0.5)


def test_a_spread_has_the_median_and_quartiles() -> None:
    assert Spread.of([5, 1, 2, 4, 3]) == Spread(3, 2, 4)
    assert Spread.of([7]) == Spread(7, 7, 7)


def test_rounds_of_different_length_raise() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        ratio([1, 2], [1])
