"""The accepted differences between recordings and sandbox: `sandbox_differences.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec
import yaml

from tests.support.replay.shape import Difference

LIST: Final = Path(__file__).with_suffix(".yaml")


class Explanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Differences with one reason. All but the reason are patterns in which `*` matches any text."""

    recordings: list[str]
    places: list[str]
    reason: str
    recorded: str | list[str] = "*"
    sandbox: str | list[str] = "*"

    def patterns(self) -> Iterator[tuple[int, str]]:
        """Each pattern with the position of the part of a difference that it must match."""
        for position, given in enumerate((self.recordings, self.places, self.recorded, self.sandbox)):
            for pattern in [given] if isinstance(given, str) else given:
                yield position, pattern

    def matches(self, key: str, difference: Difference) -> set[tuple[int, str]]:
        """The patterns that match a difference; none unless each of its parts matches one."""
        parts = (key, *difference)
        fits = {(position, pattern) for position, pattern in self.patterns() if _matches(pattern, parts[position])}
        return fits if len({position for position, _ in fits}) == len(parts) else set()


def load_explanations(path: Path = LIST) -> list[Explanation]:
    """Read the list; raises ValueError for an invalid entry."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[Explanation])


def find_unexplained(found: Iterable[tuple[str, Difference]], entries: list[Explanation]) -> Iterator[str]:
    """The differences that no entry explains, and the patterns of entries that fit no difference."""
    unused = [dict.fromkeys(entry.patterns()) for entry in entries]
    for key, difference in found:
        matching = [entry.matches(key, difference) for entry in entries]
        if not any(matching):
            yield f"{key}: {difference.place}: recorded {difference.recorded}, sandbox {difference.sandbox}"
        for left, fits in zip(unused, matching, strict=True):
            for used in fits:
                left.pop(used, None)
    for entry, left in zip(entries, unused, strict=True):
        for _, pattern in left:
            yield f"nothing fits {pattern!r} of the entry: {entry.reason}"


def _matches(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None
