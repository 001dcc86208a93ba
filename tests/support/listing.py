"""Fake services with paginated lists."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import httpx
from attrs import define, frozen

from tests.support.clients import Clients
from tests.support.service import SteadyService, reply
from tests.support.tasks import focus_page, focus_task, track_page, track_task


@frozen
class PagedList:
    """A list of one API with page numbers."""

    api: str
    largest: int
    default: int
    """Default number of items on a page."""
    total: str
    """Name of the service's count in a page."""
    search: str
    """Name of the filter that searches for a text."""
    task: Callable[..., dict[str, Any]]
    page: Callable[..., dict[str, Any]]

    def call(self, clients: Clients, service: SteadyService, options: Any = None, **filters: Any) -> Any:
        """Call the list on a new client with these options."""
        tasks = clients.client_of(self.api)(service, **options or {}).tasks
        return tasks.list(1, 2, **filters) if self.api == "focus" else tasks.list(1, **filters)

    def fewest_requests(self, count: int) -> int:
        return max(1, math.ceil(count / self.largest))


TRACK_LIST = PagedList("track", 200, 50, "total_count", "search", track_task, track_page)
FOCUS_LIST = PagedList("focus", 100, 20, "total", "name", focus_task, focus_page)


@define
class FakeList:
    """Tasks 1 to `count`, which a service lists. A test may change `count` between pages."""

    of: PagedList
    count: int
    cap: int = 1_000
    """Maximum number of items on a page, even if the request asks for more."""

    def service(self) -> SteadyService:
        return SteadyService(lambda request: reply(self.page(request))(request))

    def page(self, request: httpx.Request) -> dict[str, Any]:
        query = request.url.params
        number, per_page = int(query.get("page", 1)), min(int(query.get("per_page", self.of.default)), self.cap)
        ids = range((number - 1) * per_page + 1, min(number * per_page, self.count) + 1)
        return self.of.page(*map(self.of.task, ids), page=number, per_page=per_page, total=self.count)


def requested_pages(service: SteadyService) -> list[int]:
    """The page number of each request; 1 if it has none."""
    return [int(request.url.params.get("page", 1)) for request in service.requests]


def ids(tasks: list[Any]) -> list[int]:
    return [task.id for task in tasks]
