"""Listing page by page, lazily: a page is fetched when its first item is asked for."""

from __future__ import annotations

import datetime
import email.utils
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import aclosing, closing
from typing import Any, Generic, TypeVar

import attrs

from toggl_openapi.operation import Operation

from ._decoding import members
from ._flow import Plan
from ._prefetch import AsyncPrefetch, SyncPrefetch, number_of_pages
from ._request_flow import Answer, CallOptions, Policy, about
from .errors import BudgetExceeded

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Page(Generic[T]):
    """One page of a list."""

    items: list[T]
    total: int | None
    """How many items all pages hold together, where the service says."""
    next: Operation[Any] | None = attrs.field(repr=False)
    """The request for the page after this one; None on the last page."""
    requests: int | None = None
    """How many requests the pages from this one on take, itself included, where the service's count tells."""
    answer: Answer[Any] | None = attrs.field(default=None, repr=False, eq=False)
    """The reply that the page came in."""

    @property
    def served_at(self) -> datetime.datetime | None:
        """When the service answered, by its own clock; None where it did not say."""
        date = self.answer.response.headers.get("date", "") if self.answer is not None else ""
        try:
            moment = email.utils.parsedate_to_datetime(date)
        except (ValueError, OverflowError):
            return None
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)

    def following(self) -> Iterator[Operation[Any]]:
        """The requests for the pages after this one, as far as they are known."""
        if self.next is not None:
            yield self.next
            number = int(dict(self.next.query).get("page", 0))
            for further in range(1, (self.requests or 0) - 1):
                yield continued(self.next, page=number + further)


@attrs.frozen(kw_only=True)
class Walk(Generic[T]):
    """Which page comes first, and how to read one."""

    policy: Policy
    options: CallOptions = attrs.field(repr=False)
    first: Operation[Any]
    read: Callable[[Operation[Any], Any], Page[T]]
    prefetch: int = attrs.field(default=0, converter=number_of_pages)
    """How many pages to fetch ahead of the caller."""

    def fetch(self, operation: Operation[Any]) -> Plan[Page[T]]:
        answer = yield from self.policy.exchange(operation, self.options)
        with about(answer):
            page = attrs.evolve(self.read(operation, answer.value), answer=answer)
        if operation is self.first and page.requests is not None:
            try:
                self.policy.need(page.requests - 1)
            except BudgetExceeded as error:
                error.partial = page
                raise
        return page


class Listing(Generic[T]):
    """What is known of a list so far, for threads and asyncio."""

    def __init__(self, walk: Walk[T], run: Callable[..., Any]) -> None:
        self._walk, self._run = walk, run
        self._held: Page[T] | None = None
        """The first page, when it was fetched for what it tells and no loop has taken it yet."""
        self._total: int | None = None
        self._requests: int | None = None
        self._asked_at: datetime.datetime | None = None

    @property
    def asked_at(self) -> datetime.datetime | None:
        """When the service answered the first page, by its own clock; None before, and where it did not say."""
        return self._asked_at

    def _noted(self, operation: Operation[Any], page: Page[T]) -> Page[T]:
        """A page that was fetched by this request; what it tells of the list is kept."""
        self._total = page.total
        if operation is self._walk.first:
            self._requests = page.requests
            self._asked_at = page.served_at
        return page


class Pages(Listing[T]):
    """The items of a list. Iterate it, or its `pages()`; each new loop asks the service again."""

    def __iter__(self) -> Iterator[T]:
        with closing(self.pages()) as pages:
            for page in pages:
                yield from page.items

    def pages(self) -> Generator[Page[T], None, None]:
        """The pages, each fetched when it is asked for, or before by `prefetch`."""
        page, self._held = self._held, None
        if page is None:
            page = self._fetch(self._walk.first)
        with SyncPrefetch(self._walk.prefetch, self._fetch) as ahead:
            ahead.begin(page)
            yield page
            while page.next is not None:
                page = ahead.take(page.next)
                ahead.begin(page)
                yield page

    @property
    def total(self) -> int | None:
        """The service's count of all items, or None where it does not say. Fetches the first page if need be."""
        if self._total is None and self._held is None:
            self._held = self._fetch(self._walk.first)
        return self._total

    @property
    def requests(self) -> int | None:
        """How many requests the whole list takes, the first one included; None where the service gives no count.

        Fetches the first page if need be, which a loop that follows does not fetch again.
        """
        if self._requests is None and self._held is None:
            self._held = self._fetch(self._walk.first)
        return self._requests

    def _fetch(self, operation: Operation[Any], stopped: threading.Event | None = None) -> Page[T]:
        return self._noted(operation, self._run(self._walk.fetch(operation), stopped))


class AsyncPages(Listing[T]):
    """The items of a list. Iterate it with `async for`, or its `pages()`; each new loop asks the service again."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for item in page.items:
                    yield item

    async def pages(self) -> AsyncGenerator[Page[T], None]:
        """The pages, each fetched when it is asked for, or before by `prefetch`."""
        page, self._held = self._held, None
        if page is None:
            page = await self._fetch(self._walk.first)
        async with AsyncPrefetch(self._walk.prefetch, self._fetch) as ahead:
            ahead.begin(page)
            yield page
            while page.next is not None:
                page = await ahead.take(page.next)
                ahead.begin(page)
                yield page

    @property
    async def total(self) -> int | None:
        """The service's count of all items: `await pages.total`. Fetches the first page if need be."""
        if self._total is None and self._held is None:
            self._held = await self._fetch(self._walk.first)
        return self._total

    @property
    async def requests(self) -> int | None:
        """How many requests the whole list takes, the first one included; None where the service gives no count.

        Fetches the first page if need be, which a loop that follows does not fetch again.
        """
        if self._requests is None and self._held is None:
            self._held = await self._fetch(self._walk.first)
        return self._requests

    async def _fetch(self, operation: Operation[Any]) -> Page[T]:
        return self._noted(operation, await self._run(self._walk.fetch(operation)))


def numbered_page(operation: Operation[Any], data: Any, per_page: Any, total: Any) -> Page[Any]:
    """A page of a list that is walked by page numbers.

    The number is the one we asked for, so that a service which ignores it cannot keep us walking.
    """
    items = members(data, f"{operation.name}: $.data")
    asked = dict(operation.query)
    number = int(asked.get("page", 1))
    size = per_page if isinstance(per_page, int) and per_page > 0 else int(asked["per_page"])
    count = total if isinstance(total, int) else None
    more = len(items) >= size if count is None else bool(items) and (number - 1) * size + len(items) < count
    return Page(
        items=items,
        total=count,
        next=continued(operation, page=number + 1) if more else None,
        requests=None if count is None else max(1, -(-count // size) - number + 1),
    )


def continued(operation: Operation[Any], **numbers: int) -> Operation[Any]:
    """The same request with other values for these parameters of its query."""
    kept = tuple((name, value) for name, value in operation.query if name not in numbers)
    added = tuple((name, str(value)) for name, value in numbers.items())
    return attrs.evolve(operation, query=kept + added)
