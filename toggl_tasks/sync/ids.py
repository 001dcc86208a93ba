"""A set of ids that takes a few bytes for each, where a set of Python takes 70."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator


class Ids:
    """Ids, of which a workspace can have millions."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._parts: dict[int, array[int]] = {}
        """The lower 16 bits in ascending order, by the bits above them."""
        self._count = 0
        self.update(ids)

    def update(self, ids: Iterable[int]) -> None:
        for id_ in ids:
            low, part = id_ & 0xFFFF, self._parts.setdefault(id_ >> 16, array("H"))
            place = bisect_left(part, low)
            if place == len(part) or part[place] != low:
                part.insert(place, low)
                self._count += 1

    def __contains__(self, id_: object) -> bool:
        if not isinstance(id_, int) or (part := self._parts.get(id_ >> 16)) is None:
            return False
        place = bisect_left(part, id_ & 0xFFFF)
        return place < len(part) and part[place] == id_ & 0xFFFF

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[int]:
        """In ascending order."""
        for high in sorted(self._parts):
            for low in self._parts[high]:
                yield high << 16 | low
