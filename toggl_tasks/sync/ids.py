"""A set of ids that takes 8 bytes for each, where a set of Python takes 70."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

import pyarrow as pa

RECENT = 10_000
"""Number of ids after which they are sorted."""


class Ids:
    """Ids in a sorted array. Adding is fast in ascending order, as the service mostly lists them."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._sorted = array("q")
        self._recent: set[int] = set()
        self.update(ids)

    def update(self, ids: Iterable[int]) -> None:
        for id_ in ids:
            if id_ not in self:
                self._recent.add(id_)
                if len(self._recent) >= RECENT:
                    self._merge()

    def __contains__(self, id_: object) -> bool:
        if not isinstance(id_, int):
            return False
        place = bisect_left(self._sorted, id_)
        return (place < len(self._sorted) and self._sorted[place] == id_) or id_ in self._recent

    def __len__(self) -> int:
        return len(self._sorted) + len(self._recent)

    def to_list(self) -> list[int]:
        self._merge()
        return self._sorted.tolist()

    def _merge(self) -> None:
        recent = array("q", sorted(self._recent))
        self._recent.clear()
        in_order = not recent or not self._sorted or recent[0] > self._sorted[-1]
        self._sorted += recent
        if not in_order:
            ids = pa.array(self._sorted, pa.int64()).sort()
            self._sorted = array("q", memoryview(ids.buffers()[1]).cast("q")[: len(ids)])
