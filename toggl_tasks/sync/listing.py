"""Read a list of the service: whole, with a place to resume from, or only what has changed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import Any

import attrs
import msgspec
import pyarrow as pa
from pyroaring import BitMap64

from .. import DecodeFailed, Pages, QuotaExceeded, TogglError
from .store import Store
from .tables import Item, Table

BATCH = 10_000
"""Number of items from which a batch is loaded."""
OVERLAP = datetime.timedelta(minutes=1)
"""How far before the last sync changes are listed again: a request may take as long, and `Date` is in seconds."""


@attrs.define
class Counts:
    """The result of a run for one table."""

    table: str
    new: int = 0
    changed: int = 0
    deleted: int = 0
    drifted: int = 0
    """Number of rows with values of another type than the specification says; see the column `sync_drift`."""
    planned: int | None = None
    """Number of requests that the table takes, as far as the first page of each list tells; None if it does not."""
    requests: int = 0
    """Number of pages that were fetched; retries do not count."""
    first: bool = False
    """Whether the destination had no rows of this table and workspace."""
    failed: bool = False
    """Whether an error ended the list."""
    complete: bool = False
    """Whether the whole list was read. If not, the next run resumes."""
    undated: bool = False
    """The service sent no `Date` header, so the next run cannot tell what has changed, and reads everything."""
    unlisted: int = 0
    """Items that the service counted and did not list. No row is deleted then, and the next run reads everything."""


@attrs.frozen(kw_only=True)
class Query:
    """How to list the items of a table."""

    sweeps: Sequence[Callable[[int], Pages[Any]]]
    """List all items from a page on, in an order that new items do not change.

    Several lists make the whole; an item may move from one to another while they are read.
    """
    changes: Sequence[Callable[[datetime.datetime, int], Pages[Any]]] = ()
    """List what has changed since a time, from a page on; empty if the service cannot.

    Nothing leaves this list; or else it is in the order of `changed_at`.
    """
    changed_at: Callable[[Any], datetime.datetime | None] | None = None
    """The time of the last change of an item, if `changes` are all items, the latest first."""
    deleted_at: Callable[[Any], Any] = lambda _: None
    includes: Callable[[Any], bool] = lambda _: True
    """Whether an item belongs to the workspace, if the list is not of one workspace."""
    page_size: int = 200


@attrs.define(kw_only=True)
class Reader:
    """Reads one list, and yields the rows that the destination does not have yet, as Arrow tables."""

    table: Table
    query: Query
    store: Store
    state: MutableMapping[str, Any]
    """Survives the run, together with the rows: `since`, `runs`, `columns`, `history`, and `sweep` or `changes` while
    one of these lists is unfinished."""
    counts: Counts
    history: bool
    """Whether versions of the rows are stored, too."""
    full: bool
    full_every: int
    on_progress: Callable[[Counts], object]
    _batch: dict[int, Item] = attrs.field(factory=dict, init=False)
    _seen: BitMap64 = attrs.field(factory=BitMap64, init=False)
    """Of the items that this run has read, or the unfinished one before it."""

    def read(self) -> Iterator[pa.Table]:
        with self.store.connected():
            try:
                yield from self._read()
            except TogglError:
                self.counts.failed = True
                raise

    def _read(self) -> Iterator[pa.Table]:
        columns = sorted(self.table.kinds)
        self.counts.first = self.store.is_empty()
        if self.store.readable and self.counts.first:  # also if the table was dropped since the last run
            self.state.clear()
        since = self.state.get("since")
        whole = (
            self.full
            or not self.query.changes
            or "sweep" in self.state
            or self.state.get("columns") != columns  # a column that is new in the specification
            or self.state.get("runs", 0) + 1 >= self.full_every > 0
            or self._lacks_history
        )
        if whole or since is None:
            yield from self._sweep()
            if self.counts.complete:
                self.state.update(columns=columns, runs=0, history=self.history)
        else:
            yield from self._changes(datetime.datetime.fromisoformat(since))
            self.state.update(runs=self.state.get("runs", 0) + self.counts.complete, history=self.history)
        self.counts.drifted = self.table.drifted

    @property
    def _lacks_history(self) -> bool:
        """Whether versions are stored from this run on, so that rows that have not changed must be loaded, too."""
        return self.history and not self.state.get("history")

    def _sweep(self) -> Iterator[pa.Table]:
        self.state.pop("changes", None)
        progress = self.state.pop("sweep", {})
        if not progress or (self._lacks_history and not progress.get("history")):
            progress = {"started": None, "list": 0, "ids": []}
        started, number = progress["started"], progress["list"]
        self._seen, earlier = BitMap64(progress["ids"]), len(progress["ids"])
        fresh = self.counts.first
        in_list = progress.get("in_list", 0)
        try:
            for number in range(number, len(self.query.sweeps)):  # noqa: B020 - resumes at the list it was at
                page_before = max(1, in_list // self.query.page_size)
                pages, first = self._resume(self.query.sweeps[number], page_before, lambda item: item.id in self._seen)
                in_list = (first - 1) * self.query.page_size
                further = len(self.query.sweeps) - number - 1 + self._rereads
                for page in self._pages(pages, further, listed=in_list):
                    started = started or _text(pages.asked_at)
                    in_list += len(page)
                    yield from self._take(page, fresh)
                in_list = 0
            number = len(self.query.sweeps)
            yield from self._read_moved(started, fresh)
        except QuotaExceeded:
            if len(self._seen) > earlier or progress["started"]:
                self.state["sweep"] = {
                    "started": started,
                    "list": number,
                    "in_list": in_list,
                    "ids": list(self._seen),
                    "history": self.history,
                }
            yield from self._flush(fresh)
            return
        yield from self._flush(fresh)
        if self.counts.unlisted:
            self.state.pop("since", None)
        else:
            if not fresh:
                yield from self._delete(started)
            self._set_since(started)
        self.counts.complete = True

    def _read_moved(self, started: str | None, fresh: bool) -> Iterator[pa.Table]:
        """Read what may have moved from a later list to the first one, after that was read.

        If the service cannot list changes, the first list is read again before rows are deleted.
        """
        if self._rereads and started is not None:
            begin = datetime.datetime.fromisoformat(started) - OVERLAP
            yield from self._read_changes(begin, {"list": 0, "page": 1}, fresh, further=0)
        elif len(self.query.sweeps) > 1 and not fresh and any(self.store.missing(self._seen)):
            for page in self._pages(self.query.sweeps[0](1)):
                yield from self._take(page, fresh)

    @property
    def _rereads(self) -> bool:
        """Whether each sweep ends with what has changed in its first list."""
        return len(self.query.sweeps) > 1 and bool(self.query.changes)

    def _resume(
        self, list_from: Callable[[int], Pages[Any]], page: int, was_read: Callable[[Any], bool]
    ) -> tuple[Pages[Any], int]:
        """The list from its first page that may hold new items, and that page: it begins with an item that was read.

        Items that have left the list meanwhile move the others to earlier pages.
        """
        while True:
            pages = list_from(page)
            if page == 1:
                return pages, page
            first = pages.first()
            if first is not None and was_read(_with_number(first)):
                return pages, page
            self.counts.requests += 1
            page -= 1

    def _changes(self, since: datetime.datetime) -> Iterator[pa.Table]:
        progress = self.state.pop("changes", {"list": 0, "page": 1})
        try:
            for number in range(progress["list"], len(self.query.changes)):
                further = len(self.query.changes) - number - 1
                yield from self._read_changes(since - OVERLAP, progress, fresh=False, further=further)
                progress |= {"list": number + 1, "page": 1}
                progress.pop("reached", None)
        except QuotaExceeded:
            self.state["changes"] = progress
            yield from self._flush(fresh=False)
            return
        yield from self._flush(fresh=False)
        self._set_since(progress["asked_at"])
        self.counts.complete = True

    def _read_changes(
        self, begin: datetime.datetime, progress: dict[str, Any], fresh: bool, further: int
    ) -> Iterator[pa.Table]:
        """Read a list of changes from a page on; sets that page, and the time of the first response."""

        def was_read(item: Any) -> bool:
            return "reached" not in progress or self._is_later(
                item, datetime.datetime.fromisoformat(progress["reached"])
            )

        changes = self.query.changes[progress["list"]]
        pages, progress["page"] = self._resume(lambda page: changes(begin, page), progress["page"], was_read)
        for page in self._pages(pages, further, begin):
            progress.setdefault("asked_at", _text(pages.asked_at))
            progress["page"] += 1
            if page and isinstance(reached := self._changed_at(page[-1]), datetime.datetime):
                progress["reached"] = _text(reached)
            later = [item for item in page if self._is_later(item, begin)]
            yield from self._take(later, fresh)
            if len(later) < len(page):
                break

    def _set_since(self, time: str | None) -> None:
        """Set the time from which the next run lists changes."""
        self.counts.undated = time is None and bool(self.query.changes)
        self.state["since"] = time or self.state.get("since")

    def _changed_at(self, item: Any) -> datetime.datetime | None:
        return None if self.query.changed_at is None else self.query.changed_at(item)

    def _is_later(self, item: Any, begin: datetime.datetime) -> bool:
        changed_at = self._changed_at(item)
        return not isinstance(changed_at, datetime.datetime) or changed_at >= begin

    def _pages(
        self, pages: Pages[Any], further: int = 0, begin: datetime.datetime | None = None, listed: int = 0
    ) -> Iterator[list[Any]]:
        """The pages of a list; `further` lists are read after it. The list may end early, at items before `begin`.

        `listed` is the number of items on earlier pages.
        """
        before, total = self.counts.requests, None
        for page in pages.pages():
            self.counts.requests += 1
            if begin is not None and self.query.changed_at is not None:  # more pages than these are not expected
                self.counts.planned = self.counts.requests + further
            elif self.counts.requests == before + 1 and page.requests is not None:
                self.counts.planned = before + page.requests + further
            elif page.requests is None and page.next is None:
                self.counts.planned = self.counts.requests + further
            self.on_progress(self.counts)
            listed, total = listed + len(page.items), page.total
            yield [item for item in map(_with_number, page.items) if self.query.includes(item)]

        if begin is None and total is not None:
            self.counts.unlisted += max(0, total - listed)

    def _take(self, items: list[Any], fresh: bool) -> Iterator[pa.Table]:
        for item in items:
            if item.id in self._seen and item.id not in self._batch:
                continue  # one row for each id: a later state of an item that moved is loaded by the next run
            deleted_at = self.query.deleted_at(item)
            deleted_at = deleted_at if isinstance(deleted_at, datetime.datetime) else None
            self._batch[item.id] = Item(item, self.table.hash(item, deleted_at is not None), deleted_at)
        self._seen.update(item.id for item in items)
        if len(self._batch) >= BATCH:
            yield from self._flush(fresh)

    def _flush(self, fresh: bool) -> Iterator[pa.Table]:
        batch = list(self._batch.values())
        self._batch = {}
        if not fresh and batch and self.store.readable:
            known = self.store.hashes(item.value.id for item in batch)
            batch = [item for item in batch if self._is_news(item, known) or self._lacks_history]
        else:
            self.counts.new += sum(item.deleted_at is None for item in batch)
            self.counts.deleted += sum(item.deleted_at is not None for item in batch)
        if batch:
            yield self.table.build(batch, self.store.workspace_id)

    def _is_news(self, item: Item, known: dict[int, str]) -> bool:
        """Whether the destination does not have an item as it is now; counts it."""
        exists = item.value.id in known
        if item.deleted_at is not None:
            self.counts.deleted += exists
            return exists
        self.counts.new += not exists
        changed = exists and known[item.value.id] != item.hash
        self.counts.changed += changed
        return changed or not exists

    def _delete(self, started: str | None) -> Iterator[pa.Table]:
        """The rows that exist and were not listed, as deleted."""
        at = datetime.datetime.fromisoformat(started) if started else datetime.datetime.now(datetime.UTC)
        for rows in self.store.missing(self._seen):
            self.counts.deleted += len(rows)
            yield self.table.deleted(rows, self.store.workspace_id, at)


def _text(time: datetime.datetime | None) -> str | None:
    return None if time is None else time.isoformat()


def _with_number(item: Any) -> Any:
    """An item whose id is a number. Raises DecodeFailed if it has no id that can be one."""
    if isinstance(item.id, str) and item.id.isdecimal():
        item = msgspec.structs.replace(item, id=int(item.id))
    if type(item.id) is not int or not 0 <= item.id < 2**63:
        raise DecodeFailed(
            f"the service sent a {type(item).__name__} whose id is {item.id!r}, not a number, so that it cannot be"
            " loaded; run it again later, or omit the table with --resources"
        )
    return item
