"""Pagination: lists whose pages are fetched lazily."""

from __future__ import annotations

import datetime
import threading
from array import array
from bisect import bisect_left
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import aclosing, closing
from itertools import compress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import attrs

from toggl_openapi.operation import Operation

from ._decoding import as_list
from ._flow import Flow
from ._prefetch import AsyncPrefetch, SyncPrefetch, check_prefetch
from ._request_flow import WRITES, Answer, CallOptions, ClientConfig, attach_response
from ._retries import parse_date
from .errors import BudgetExceeded, DecodeFailed

T = TypeVar("T")
MAX_FRUITLESS_PASSES = 3
"""Maximum number of passes in a row without a new item, for a list that changes all the time."""


@attrs.frozen(kw_only=True, repr=False)
class Page(Generic[T]):
    """One page of a list."""

    items: list[T]
    total: int | None
    """Number of items on all pages, if the service returns it."""
    next: Operation[Any] | None
    """The request for the next page; None on the last page."""
    requests: int | None = None
    """Number of requests from this page to the last, this one included; None if the service gives no total."""
    answer: Answer[Any] | None = attrs.field(default=None, eq=False)
    """The response that this page was in."""
    writes: tuple[int, int] = attrs.field(default=(0, 0), eq=False)
    """WRITES to this service when the page was requested, and when it arrived."""

    def __repr__(self) -> str:
        return f"<Page: {len(self.items)} items{'' if self.total is None else f' of {self.total}'}>"

    @property
    def served_at(self) -> datetime.datetime | None:
        """Time of the response by the clock of the service (`Date` header); None if it is missing."""
        return None if self.answer is None else parse_date(self.answer.response.headers.get("date", ""))

    def next_requests(self) -> Iterator[Operation[Any]]:
        """The requests for the pages after this one: all of them if the total is known, otherwise one."""
        if self.next is not None:
            yield self.next
            number = int(dict(self.next.query).get("page", 0))
            for offset in range(1, (self.requests or 0) - 1):
                yield with_query(self.next, page=number + offset)


@attrs.frozen(kw_only=True)
class PageReader:
    """How to read a page of a list from a response."""

    items: str | None = None
    """Name of the field with the items; None if the response is the array itself."""
    total: str | None = None
    """Name of the field with the number of items on all pages, if there is one."""
    key: str | None = None
    """Name of the field that distinguishes items with the same id, if there can be any."""
    convert: Callable[[Any], Any] | None = None
    """Converts each item."""
    overlap: ClassVar[int] = 0
    """Number of items that a page repeats from the page before."""

    def read(self, operation: Operation[Any], reply: Any) -> Page[Any]:
        """The page in the response to an operation."""
        items, place = reply, "$"
        if self.items is not None and not isinstance(reply, list | None):
            items, place = getattr(reply, self.items), f"$.{self.items}"
        items = as_list(items, f"{operation.name}: {place}")
        page = self.page(operation, items, reply)
        return page if self.convert is None else attrs.evolve(page, items=list(map(self.convert, items)))

    def identify(self, item: Any) -> object:
        """The identity of an item; None if it has no id."""
        id_ = item_id(item)
        return id_ if self.key is None or id_ is None else (id_, str(getattr(item, self.key)))

    def page(self, operation: Operation[Any], items: list[Any], reply: Any) -> Page[Any]:
        raise NotImplementedError


class SinglePage(PageReader):
    """The whole list is in one response."""

    def page(self, operation: Operation[Any], items: list[Any], reply: Any) -> Page[Any]:
        return Page(items=items, total=len(items), next=None, requests=1)


class NumberedPages(PageReader):
    """Pages have numbers: the query parameters `page` and `per_page`."""

    def page(self, operation: Operation[Any], items: list[Any], reply: Any) -> Page[Any]:
        query = dict(operation.query)
        number = int(query.get("page", 1))
        size = getattr(reply, "per_page", None)
        size = size if isinstance(size, int) and size > 0 else int(query["per_page"])
        count = getattr(reply, self.total, None) if self.total is not None else None
        count = count if isinstance(count, int) else None
        more = len(items) >= size if count is None else bool(items) and (number - 1) * size + len(items) < count
        return Page(
            items=items,
            total=count,
            next=with_query(operation, page=number + 1) if more else None,
            requests=None if count is None else max(1, -(-count // size) - number + 1),
        )


class OffsetPages(PageReader):
    """Pages begin at an item: the query parameters `offset` and `per_page`. The response has no total.

    After a full page there may be another one. It begins with the last item of the page before, which shows whether
    items have moved meanwhile.
    """

    overlap = 1

    def page(self, operation: Operation[Any], items: list[Any], reply: Any) -> Page[Any]:
        query = dict(operation.query)
        size, offset = int(query.get("per_page", 0)), int(query.get("offset", 0))
        after = with_query(operation, offset=offset + size - 1, per_page=max(2, size))
        return Page(items=items, total=None, next=after if 0 < size == len(items) else None)


@attrs.frozen(kw_only=True)
class PageQuery(Generic[T]):
    """The first request of a list, and how to read a page."""

    config: ClientConfig
    options: CallOptions = attrs.field(repr=False)
    first: Operation[Any]
    reader: PageReader = attrs.field(repr=False)
    prefetch: int = attrs.field(default=0, converter=check_prefetch)
    """Number of pages to fetch ahead of the caller."""

    def fetch(self, operation: Operation[Any], on_acquired: Callable[[], object] | None = None) -> Flow[Page[T]]:
        writes = WRITES[self.config.base_url]
        options: CallOptions = self.options if on_acquired is None else {**self.options, "on_acquired": on_acquired}
        answer = yield from self.config.execute(operation, options)
        with attach_response(answer):
            page = attrs.evolve(
                self.reader.read(operation, answer.value), answer=answer, writes=(writes, WRITES[self.config.base_url])
            )
        if operation is self.first and page.requests is not None:
            try:
                self.config.check_budgets(page.requests - 1)
            except BudgetExceeded as error:
                error.partial = page
                raise
        return page


class IdSet:
    """A set of ids. Numbers take a few bytes each, since a list can have millions of items."""

    def __init__(self) -> None:
        self._numbers: dict[int, array[int]] = {}
        """The lower 16 bits in ascending order, by the bits above them."""
        self._others: set[object] = set()

    def add(self, id_: object) -> bool:
        """Whether the id is new. None always is."""
        if not isinstance(id_, int):
            count = len(self._others)
            self._others.add(id_)
            return id_ is None or len(self._others) > count
        low, ordered = id_ & 0xFFFF, self._numbers.setdefault(id_ >> 16, array("H"))
        place = bisect_left(ordered, low)
        if new := place == len(ordered) or ordered[place] != low:
            ordered.insert(place, low)
        return new


class Walk(Generic[T]):
    """Which items a loop has returned, and whether the list changed while its pages were fetched.

    A change can move items to pages that were fetched before. Signs of one are another total, an item that comes again,
    a missing overlap, and writes of this process. After a pass with such a sign, the loop reads the list again and
    returns the items that it has not returned yet.
    """

    def __init__(self, query: PageQuery[T]) -> None:
        self._query = query
        self._returned = IdSet()
        self._fruitless_passes = 0
        self._begin_pass(self._returned)  # the first pass returns every item that it reads, so both use one set

    def _begin_pass(self, seen: IdSet) -> None:
        self._last: Page[T] | None = None
        self._seen = seen
        self._changed = self._found = False

    def take(self, page: Page[T]) -> Page[T] | None:
        """The page without items that were returned before; None if that leaves nothing, except for the first page.

        Raises DecodeFailed if the service repeats a page.
        """
        reader, last = self._query.reader, self._last
        ids = list(map(reader.identify, page.items))
        new = list(map(self._seen.add, ids))
        required = last is None and self._seen is self._returned
        if last is not None:
            last_ids = list(map(reader.identify, last.items))
            unchanged = page.total == last.total and page.writes[1] == last.writes[0]
            if unchanged and len(ids) > reader.overlap and ids == last_ids and None not in ids:
                response = page.answer.response if page.answer is not None else None
                raise DecodeFailed(f"{self._query.first.name}: the service returned the same page twice", response)
            joined = ids[: reader.overlap] == last_ids[len(last_ids) - reader.overlap :]
            self._changed |= not (unchanged and joined and all(new[reader.overlap :]))
        self._last = page
        new = new if self._seen is self._returned else list(map(self._returned.add, ids))
        items = list(compress(page.items, new))
        self._found |= bool(items)
        return attrs.evolve(page, items=items) if items or required else None

    def read_again(self) -> Operation[Any] | None:
        """The request that begins another pass; None at the end of the walk."""
        self._fruitless_passes = 0 if self._found else self._fruitless_passes + 1
        again = self._changed and self._fruitless_passes < MAX_FRUITLESS_PASSES
        self._begin_pass(IdSet())
        return attrs.evolve(self._query.first) if again else None


def item_id(item: Any) -> object:
    """The id of a task, or of the task of a change; None if it has none."""
    found = getattr(getattr(item, "task", item), "id", None)
    return found if isinstance(found, int | str) else None


class BasePages(Generic[T]):
    """The state of a list, for threads and asyncio."""

    def __init__(self, query: PageQuery[T], run: Callable[..., Any]) -> None:
        self._query, self._run = query, run
        self._first_page: Page[T] | None = None
        """The first page, if `total` or `requests` fetched it and no loop has used it yet."""
        self._total: int | None = None
        self._requests: int | None = None
        self._asked_at: datetime.datetime | None = None

    def __repr__(self) -> str:
        total = "not fetched yet" if self._requests is None and self._total is None else f"{self._total} items"
        return f"<{type(self).__name__} of {self._query.first.name} at {self._query.first.path}: {total}>"

    if not TYPE_CHECKING:  # type checkers report len() themselves

        def __len__(self) -> int:
            raise TypeError("pages have no length: use `total`, which fetches the first page, or `to_list()`")

    def __bool__(self) -> bool:
        raise TypeError("pages are neither true nor false: use `first() is not None`, which fetches the first page")

    @property
    def asked_at(self) -> datetime.datetime | None:
        """Time of the first response by the clock of the service; None before it, or without a `Date` header."""
        return self._asked_at

    def _fetch(
        self, operation: Operation[Any], on_acquired: Callable[[], object] | None = None, **stop: threading.Event
    ) -> Any:
        """Fetch a page; for asyncio, returns a coroutine. `stop` is for the driver of threads."""
        return self._run(self._page_flow(operation, on_acquired), **stop)

    def _page_flow(self, operation: Operation[Any], on_acquired: Callable[[], object] | None) -> Flow[Page[T]]:
        """Fetch a page and take the totals of the list from it."""
        page = yield from self._query.fetch(operation, on_acquired)
        self._total = page.total
        if operation is self._query.first:
            self._requests = page.requests
            self._asked_at = page.served_at
        return page


class Pages(BasePages[T]):
    """The items of a list. Iterate over it, or over its `pages()`; each loop sends its requests again.

    No item is returned twice. If the list changes during the loop, items that moved to an earlier page come last.
    """

    def __iter__(self) -> Iterator[T]:
        with closing(self.pages()) as pages:
            for page in pages:
                yield from page.items

    def pages(self) -> Generator[Page[T], None, None]:
        """The pages. Each is fetched on demand, or ahead of it with `prefetch`."""
        held, self._first_page = self._first_page, None
        walk = Walk(self._query)
        operation: Operation[Any] | None = self._query.first
        with closing(SyncPrefetch(self._query.prefetch, self._fetch)) as prefetch:
            while operation is not None:
                page, held = held or prefetch.pop(operation), None
                prefetch.fill(page.next_requests())
                if (new := walk.take(page)) is not None:
                    yield new
                operation = page.next or walk.read_again()

    def first(self) -> T | None:
        """The first item; None if there is none. Fetches the first page; the next loop does not fetch it again."""
        if self._first_page is None:
            self._first_page = self._fetch(self._query.first)
        return next(iter(self._first_page.items), None)

    def to_list(self) -> list[T]:
        """All items."""
        return list(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """All items as dicts, for data frames: `pandas.DataFrame(pages.to_dicts())`."""
        return [item.to_dict() for item in self]  # type: ignore[attr-defined]

    @property
    def total(self) -> int | None:
        """Number of all items, or None if the service does not return it. Fetches the first page if necessary."""
        if self._total is None and self._first_page is None:
            self._first_page = self._fetch(self._query.first)
        return self._total

    @property
    def requests(self) -> int | None:
        """Number of requests that the whole list takes; None if the service gives no total.

        Fetches the first page if necessary; the next loop does not fetch it again.
        """
        if self._requests is None and self._first_page is None:
            self._first_page = self._fetch(self._query.first)
        return self._requests


class AsyncPages(BasePages[T]):
    """The items of a list. Iterate over it, or its `pages()`, with `async for`; each loop sends its requests again.

    No item is returned twice. If the list changes during the loop, items that moved to an earlier page come last.
    """

    def __aiter__(self) -> AsyncIterator[T]:
        return self._items()  # jedi does not see what an asynchronous `__aiter__` yields

    async def _items(self) -> AsyncIterator[T]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for item in page.items:
                    yield item

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """The pages. Each is fetched on demand, or ahead of it with `prefetch`."""
        held, self._first_page = self._first_page, None
        walk = Walk(self._query)
        operation: Operation[Any] | None = self._query.first
        async with aclosing(AsyncPrefetch(self._query.prefetch, self._fetch)) as prefetch:
            while operation is not None:
                page, held = held or await prefetch.pop(operation), None
                prefetch.fill(page.next_requests())
                if (new := walk.take(page)) is not None:
                    yield new
                operation = page.next or walk.read_again()

    async def first(self) -> T | None:
        """The first item; None if there is none. Fetches the first page; the next loop does not fetch it again."""
        if self._first_page is None:
            self._first_page = await self._fetch(self._query.first)
        return next(iter(self._first_page.items), None)

    async def to_list(self) -> list[T]:
        """All items."""
        return [item async for item in self]

    async def to_dicts(self) -> list[dict[str, Any]]:
        """All items as dicts, for data frames: `pandas.DataFrame(await pages.to_dicts())`."""
        return [item.to_dict() async for item in self]  # type: ignore[attr-defined]

    @property
    async def total(self) -> int | None:
        """Number of all items: `await pages.total`. Fetches the first page if necessary."""
        if self._total is None and self._first_page is None:
            self._first_page = await self._fetch(self._query.first)
        return self._total

    @property
    async def requests(self) -> int | None:
        """Number of requests that the whole list takes; None if the service gives no total.

        Fetches the first page if necessary; the next loop does not fetch it again.
        """
        if self._requests is None and self._first_page is None:
            self._first_page = await self._fetch(self._query.first)
        return self._requests


def with_query(operation: Operation[Any], **parameters: int) -> Operation[Any]:
    """The same request with these query parameters."""
    others = tuple((name, value) for name, value in operation.query if name not in parameters)
    return attrs.evolve(operation, query=others + tuple((name, str(value)) for name, value in parameters.items()))
