"""The requests of `make record` to one API, in order, and the tasks that it creates and deletes again."""

from __future__ import annotations

import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

import httpx

from toggl_tasks import Answer, ApiError, Focus, ServerError, TogglError, Track

from .format import Api


class UnknownId(Exception):
    """A request needs an id that is neither configured nor found in an earlier response."""


class TooManyRequests(TogglError):
    """A session would send more requests than it announced."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One request."""

    name: str
    """Name of the recording."""
    operation: str
    """`operationId` of the specification."""
    send: Callable[[], Answer[Any]]
    """Sends the request; raises UnknownId when it needs an id that is not known."""
    error_expected: bool = False


class Session(ABC):
    """The requests to one API."""

    api: ClassVar[Api]
    live_url: ClassVar[str]
    spare: ClassVar[int] = 0
    """Extra requests, for unexpected results of a step."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self._http = httpx.Client(transport=transport, trust_env=self.live, event_hooks={"request": [self.count]})
        self._sent = 0
        self.announced: int | None = None
        """Limit of requests; None for `max_requests`."""
        self._cleaning = False
        self.mark = f"toggl-tasks recording {uuid.uuid4().hex[:8]}"
        """Part of the name of every task that this session creates, to find them again."""
        self.own: list[int] = []
        """Ids of tasks that this session created and has not tried to delete."""
        self.undeleted: list[int] = []
        """Ids of tasks whose deletion failed."""
        self.created = False
        """Whether a task was certainly created."""
        self.maybe_created = False
        """Whether a task may have been created whose id is unknown."""

    @property
    @abstractmethod
    def client(self) -> Track | Focus:
        """The client with the user's own token."""

    @property
    @abstractmethod
    def ids(self) -> dict[str, int | None]:
        """The user's ids by parameter name; None for an id that is not known yet."""

    def learn_ids(self, value: Any) -> None:  # noqa: B027 - optional: Focus requires all ids
        """Take missing ids from a response."""

    @abstractmethod
    def reads(self) -> list[Step]:
        """Return the read-only requests."""

    @abstractmethod
    def changes(self) -> list[Step]:
        """Return the requests that create, change and delete tasks, and the reads that show the effect."""

    @abstractmethod
    def location(self) -> str:
        """Describe where tasks are created; raises UnknownId when it is not known yet."""

    @abstractmethod
    def delete(self, task_id: int) -> Answer[Any]:
        """Delete one task."""

    @abstractmethod
    def find(self) -> Answer[Any]:
        """List the tasks with the mark and add them to `own`."""

    @property
    def max_requests(self) -> int:
        """The maximum number of requests of this session."""
        return len(self.reads()) + len(self.changes()) + self.spare

    def count(self, _: httpx.Request) -> None:
        """Raise TooManyRequests beyond the announced number: a client may retry."""
        self._sent += 1
        limit = self.max_requests if self.announced is None else self.announced
        if self._sent > limit and not self._cleaning:
            raise TooManyRequests(f"more than {limit} requests, the announced maximum")

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    @property
    def live(self) -> bool:
        """Whether the base URL is that of the live service."""
        return self.base_url == self.live_url

    @property
    def host(self) -> str:
        return httpx.URL(self.base_url).netloc.decode()

    def create(self, send: Callable[[], Answer[Any]], ids: Callable[[Any], Iterable[int]]) -> Answer[Any]:
        """Send a request that creates tasks and add their ids to `own`; without a response, `clean_up` finds them."""
        self.maybe_created = True
        try:
            answer = send()
        except ApiError as error:
            self.maybe_created = isinstance(error, ServerError)
            raise
        created = [task_id for task_id in ids(answer.value) if isinstance(task_id, int)]
        self.own += created
        self.created, self.maybe_created = True, not created
        return answer

    def set_own(self, task_ids: Iterable[int]) -> None:
        """Replace `own` by the tasks with the mark."""
        self.own = list(dict.fromkeys(task_ids))
        self.maybe_created = False

    def delete_own(self) -> Answer[Any]:
        """Delete the task that was created last; a failure is not retried."""
        task_id = self.own_task(-1)
        self.undeleted.append(self.own.pop())
        answer = self.delete(task_id)
        self.undeleted.remove(task_id)
        return answer

    def own_task(self, position: int = 0) -> int:
        """Return the id of an own task; raises UnknownId when there is none."""
        if not self.own:
            raise UnknownId("no task was created")
        return self.own[position]

    def clean_up(self) -> None:
        """Delete every task that this session created or may have created, regardless of the announced limit."""
        self._cleaning = True
        if self.maybe_created:
            with suppress(TogglError):
                self.find()
        while self.own:
            with suppress(TogglError):
                self.delete_own()


def require_id(value: int | None, variable: str) -> int:
    """Return the id; raises UnknownId when it is None."""
    if value is None:
        raise UnknownId(f"set {variable}")
    return value
