"""Read a list of the service: whole, with a place to resume from, or only what has changed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Generator, Iterator, MutableMapping, Sequence
from typing import Any

import attrs
import pyarrow as pa

from .. import Pages, QuotaExceeded, TogglError
from .ids import Ids
from .store import Store
from .tables import Item, Table

BATCH = 10_000
"""Number of items from which a batch is loaded."""
OVERLAP = datetime.timedelta(minutes=1)
"""How far before the last sync changes are listed again: a request may take as long, and `Date` is in seconds."""


@attrs.define
class Counts:
    """What a run has done with one table."""

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


@attrs.frozen(kw_only=True)
class Query:
    """How to list the items of a table."""

    sweeps: Sequence[Callable[[int], Pages[Any]]]
    """List all items from a page on, in an order that new items do not change.

    Several lists make the whole; an item may move from one to another while they are read.
    """
    changes: Sequence[Callable[[datetime.datetime], Pages[Any]]] = ()
    """List what has changed since a time; empty if the service cannot."""
    changed_at: Callable[[Any], datetime.datetime | None] | None = None
    """The time of the last change of an item, if `changes` are all items, the latest first."""
    item: Callable[[Any], Any] = lambda item: item
    """The row in what `changes` lists."""
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
    """Survives the run, together with the rows: `since`, `runs`, `columns`, and `sweep` while a sweep is unfinished."""
    counts: Counts
    full: bool
    full_every: int
    on_progress: Callable[[Counts], object]
    _batch: dict[int, Item] = attrs.field(factory=dict, init=False)
    _seen: Ids = attrs.field(factory=Ids, init=False)
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
        )
        if whole or since is None:
            yield from self._sweep()
            if self.counts.complete:
                self.state["columns"], self.state["runs"] = columns, 0
        else:
            yield from self._changes(datetime.datetime.fromisoformat(since))
            self.state["runs"] = self.state.get("runs", 0) + 1
        self.counts.drifted = self.table.drifted

    def _sweep(self) -> Iterator[pa.Table]:
        progress = self.state.pop("sweep", None) or {"started": None, "list": 0, "ids": []}
        started, number = progress["started"], progress["list"]
        self._seen, earlier = Ids(progress["ids"]), len(progress["ids"])
        fresh = self.counts.first
        in_list = progress.get("in_list", 0)
        try:
            for number in range(number, len(self.query.sweeps)):  # noqa: B020 - resumes at the list it was at
                pages = self._resume(self.query.sweeps[number], in_list)
                in_list = in_list // self.query.page_size * self.query.page_size
                further = len(self.query.sweeps) - number - 1 + self._rereads
                for page in self._pages(pages, further):
                    started = started or _text(pages.asked_at)
                    in_list += len(page)
                    yield from self._take(page, fresh)
                in_list = 0
            number = len(self.query.sweeps)
            yield from self._read_moved(started, fresh)
        except QuotaExceeded:
            if len(self._seen) > earlier or progress["started"]:
                ids = list(self._seen)
                self.state["sweep"] = {"started": started, "list": number, "in_list": in_list, "ids": ids}
            yield from self._flush(fresh)
            return
        yield from self._flush(fresh)
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
            yield from self._read_changes(self.query.changes[0], begin, fresh, further=0)
        elif len(self.query.sweeps) > 1 and not fresh and any(self.store.missing(self._seen)):
            for page in self._pages(self.query.sweeps[0](1)):
                yield from self._take(page, fresh)

    @property
    def _rereads(self) -> bool:
        """Whether each sweep ends with what has changed in its first list."""
        return len(self.query.sweeps) > 1 and bool(self.query.changes)

    def _resume(self, sweep: Callable[[int], Pages[Any]], in_list: int) -> Pages[Any]:
        """The list from its first page that may hold new items: one that begins with an item that was read before.

        Items that were deleted meanwhile move the others to earlier pages.
        """
        page = max(1, in_list // self.query.page_size)
        while True:
            pages = sweep(page)
            if page == 1:
                return pages
            first = pages.first()
            if first is not None and first.id in self._seen:
                return pages
            self.counts.requests += 1
            page -= 1

    def _changes(self, since: datetime.datetime) -> Iterator[pa.Table]:
        begin, asked_at = since - OVERLAP, None
        try:
            for number, changes in enumerate(self.query.changes, 1):
                further = len(self.query.changes) - number
                first = yield from self._read_changes(changes, begin, fresh=False, further=further)
                asked_at = asked_at or first
        except QuotaExceeded:
            yield from self._flush(fresh=False)
            return
        yield from self._flush(fresh=False)
        self._set_since(asked_at)
        self.counts.complete = True

    def _read_changes(
        self, changes: Callable[[datetime.datetime], Pages[Any]], begin: datetime.datetime, fresh: bool, further: int
    ) -> Generator[pa.Table, None, str | None]:
        """Returns the time of the first response."""
        pages = changes(begin)
        for page in self._pages(pages, further, begin):
            later = [item for item in page if self._is_later(item, begin)]
            yield from self._take(later, fresh)
            if len(later) < len(page):
                break
        return _text(pages.asked_at)

    def _set_since(self, time: str | None) -> None:
        """Set the time from which the next run lists changes."""
        self.counts.undated = time is None and bool(self.query.changes)
        self.state["since"] = time or self.state.get("since")

    def _is_later(self, item: Any, begin: datetime.datetime) -> bool:
        changed_at = self.query.changed_at(item) if self.query.changed_at is not None else None
        return not isinstance(changed_at, datetime.datetime) or changed_at >= begin

    def _pages(
        self, pages: Pages[Any], further: int = 0, begin: datetime.datetime | None = None
    ) -> Iterator[list[Any]]:
        """The pages of a list; `further` lists are read after it. The list may end early, at items before `begin`."""
        before = self.counts.requests
        for page in pages.pages():
            self.counts.requests += 1
            if begin is not None and self.query.changed_at is not None:  # more pages than these are not expected
                self.counts.planned = self.counts.requests + further
            elif self.counts.requests == before + 1 and page.requests is not None:
                self.counts.planned = before + page.requests + further
            elif page.requests is None and page.next is None:
                self.counts.planned = self.counts.requests + further
            self.on_progress(self.counts)
            yield [item for item in map(self.query.item, page.items) if self.query.includes(item)]

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
            batch = [item for item in batch if self._is_news(item, known)]
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
