"""Lists of tasks kept in order, so that a page costs the same however long its list is.

The first request for a list goes through all tasks and leaves a view of it; from then on each change of a task is put
into the views. They are plain lists with `bisect`: an entry in the middle of 100,000 moves in 0.01 ms, which is little
beside a request, so that a sorted container from outside would not be noticed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

LIMIT: Final = 16
"""Views that a collection keeps: those used last."""

Rank: TypeAlias = tuple[Any, ...]
"""Where a task stands in a list. Two tasks never have the same one."""


class _Identified(Protocol):
    id: int


T = TypeVar("T", bound=_Identified)


class View(Generic[T]):
    """The tasks that a list wants, by rank."""

    def __init__(self, tasks: Collection[T], wanted: Callable[[T], bool], rank: Callable[[T], Rank]) -> None:
        self._wanted = wanted
        self._rank = rank
        self._rank_of = {task.id: rank(task) for task in tasks if wanted(task)}
        pairs = sorted(((self._rank_of[task.id], task) for task in tasks if task.id in self._rank_of), key=_first)
        self._ranks = [rank for rank, _ in pairs]
        self._tasks = [task for _, task in pairs]

    def __len__(self) -> int:
        return len(self._tasks)

    def put(self, task: T) -> None:
        """Take in a task that is new or has changed: where it belongs, if anywhere."""
        rank = self._rank(task) if self._wanted(task) else None
        if rank != self._rank_of.get(task.id):
            self.drop(task)
            if rank is not None:
                at = bisect_left(self._ranks, rank)
                self._ranks.insert(at, rank)
                self._tasks.insert(at, task)
                self._rank_of[task.id] = rank

    def drop(self, task: T) -> None:
        """Take out a task, if it is there."""
        rank = self._rank_of.pop(task.id, None)
        if rank is not None:
            at = bisect_left(self._ranks, rank)
            del self._ranks[at], self._tasks[at]

    def page(self, start: int = 0, stop: int | None = None, *, descending: bool = False) -> list[T]:
        """Return the tasks from one position to another."""
        length = len(self)
        start, stop = min(start, length), length if stop is None else min(stop, length)
        return self._tasks[length - stop : length - start][::-1] if descending else self._tasks[start:stop]


class Views(Generic[T]):
    """The views of a collection of tasks, each under what tells its list from others."""

    def __init__(self) -> None:
        self._views: OrderedDict[Hashable, View[T]] = OrderedDict()

    def get(self, name: Hashable, make: Callable[[], View[T]]) -> View[T]:
        """Return a view, made if need be."""
        view = self._views.get(name)
        if view is None:
            view = self._views[name] = make()
            if len(self._views) > LIMIT:
                self._views.popitem(last=False)
        self._views.move_to_end(name)
        return view

    def put(self, task: T) -> None:
        """Take a new or changed task into all of them."""
        for view in self._views.values():
            view.put(task)

    def drop(self, task: T) -> None:
        """Take a task out of all of them."""
        for view in self._views.values():
            view.drop(task)


def _first(pair: tuple[Rank, object]) -> Rank:
    return pair[0]
