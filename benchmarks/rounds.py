"""Measures the members of a row alternately in rounds, so that disturbances affect all of them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

Values: TypeAlias = dict[str, float]
"""The values of one measurement by name: CPU seconds, bytes, …"""
Rounds: TypeAlias = dict[str, list[Values]]
"""The measurements of each member of a row, round by round."""


def in_turn(members: Sequence[str], measure: Callable[[str], Values], *, rounds: int) -> Rounds:
    """Measure each member once a round; each round begins with another one, and a first round only warms up."""
    taken: Rounds = {member: [] for member in members}
    for number in range(-1, rounds):
        start = number % len(members)
        for member in (*members[start:], *members[:start]):
            values = measure(member)
            if number >= 0:
                taken[member].append(values)
    return taken


@frozen
class Spread:
    """The median of several numbers, and the quartiles around it."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Spread:
        if len(numbers) == 1:
            return cls(numbers[0], numbers[0], numbers[0])
        low, median, high = statistics.quantiles(numbers, n=4, method="inclusive")
        return cls(median, low, high)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """The ratios of two members, each pair from one round: a disturbance of a whole round cancels out."""
    return Spread.of([one / other for one, other in zip(ours, theirs, strict=True)])
