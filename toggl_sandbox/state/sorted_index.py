"""Sorted indexes of tasks, so that reading a page takes the same time however long the list is.

The first request for a list goes through all tasks and builds an index; after that, each change of a task updates the
indexes. They are plain lists with `bisect`: inserting into the middle of 100,000 entries takes 0.01 ms, little compared
with a request, so a third-party sorted container would make no measurable difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from operator import itemgetter
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

CACHE_SIZE: Final = 16
"""Indexes stored for each collection of tasks: those used last."""

SortKey: TypeAlias = tuple[Any, ...]
"""Sort key of a task in a list. It is unique."""


class _Identified(Protocol):
    id: int


T = TypeVar("T", bound=_Identified)


class SortedIndex(Generic[T]):
    """The tasks that a list includes, sorted by their keys."""

    def __init__(self, tasks: Collection[T], includes: Callable[[T], bool], sort_key: Callable[[T], SortKey]) -> None:
        self._includes = includes
        self._sort_key = sort_key
        self._key_of = {task.id: sort_key(task) for task in tasks if includes(task)}
        pairs = sorted(((self._key_of[task.id], task) for task in tasks if task.id in self._key_of), key=itemgetter(0))
        self._keys = [key for key, _ in pairs]
        self._tasks = [task for _, task in pairs]

    def __len__(self) -> int:
        return len(self._tasks)

    def put(self, task: T) -> None:
        """Insert, move or remove a task that is new or has changed."""
        key = self._sort_key(task) if self._includes(task) else None
        if key != self._key_of.get(task.id):
            self.drop(task)
            if key is not None:
                at = bisect_left(self._keys, key)
                self._keys.insert(at, key)
                self._tasks.insert(at, task)
                self._key_of[task.id] = key

    def drop(self, task: T) -> None:
        """Remove a task, if it is included."""
        key = self._key_of.pop(task.id, None)
        if key is not None:
            at = bisect_left(self._keys, key)
            del self._keys[at], self._tasks[at]

    def page(self, start: int = 0, stop: int | None = None, *, descending: bool = False) -> list[T]:
        """Return the tasks from one position to another."""
        length = len(self)
        start, stop = min(start, length), length if stop is None else min(stop, length)
        return self._tasks[length - stop : length - start][::-1] if descending else self._tasks[start:stop]


class IndexCache(Generic[T]):
    """The sorted indexes of a collection of tasks that were used last."""

    def __init__(self, size: int = CACHE_SIZE) -> None:
        self._size = size
        self._indexes: OrderedDict[Hashable, SortedIndex[T]] = OrderedDict()

    def get(self, name: Hashable, build: Callable[[], SortedIndex[T]]) -> SortedIndex[T]:
        """Return the index of a name, built if it is not in the cache."""
        index = self._indexes.get(name)
        if index is None:
            index = self._indexes[name] = build()
            if len(self._indexes) > self._size:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(name)
        return index

    def put(self, task: T) -> None:
        """Update all indexes for a new or changed task."""
        for index in self._indexes.values():
            index.put(task)

    def drop(self, task: T) -> None:
        """Remove a task from all indexes."""
        for index in self._indexes.values():
            index.drop(task)
