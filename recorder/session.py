"""What `make record` asks of one API: the requests, in order, and the tasks of its own that it has to delete again."""

from __future__ import annotations

import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

import httpx

from toggl_tasks import ApiError, Focus, ServerError, TogglError, Track
from toggl_tasks._request_flow import Answer

from .format import Api


class Unknown(Exception):
    """A request needs an id that nobody gave and no answer told."""


class TooManyRequests(TogglError):
    """A session wants to send more than it announced."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One request."""

    name: str
    """Of the recording."""
    operation: str
    """`operationId` of the specification."""
    send: Callable[[], Answer[Any]]
    """Sends it; raises Unknown when it cannot be made up."""
    meant_to_fail: bool = False


class Session(ABC):
    """The requests to one API."""

    api: ClassVar[Api]
    live_url: ClassVar[str]
    spare: ClassVar[int] = 0
    """Requests beyond the steps, when the service does what nobody expects."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self._http = httpx.Client(transport=transport, event_hooks={"request": [self.count]})
        self._sent = 0
        self.announced: int | None = None
        """The most requests that may be sent, where it is not `most`."""
        self._cleaning = False
        self.mark = f"toggl-tasks recording {uuid.uuid4().hex[:8]}"
        """Stands in the name of every task that this session creates, so that they can be found again."""
        self.own: list[int] = []
        """Tasks that this session created and has not tried to delete."""
        self.left: list[int] = []
        """Tasks that could not be deleted."""
        self.created = False
        """Whether any task was created for certain."""
        self.in_doubt = False
        """Whether a task may have been created that is neither own nor left."""

    @property
    @abstractmethod
    def client(self) -> Track | Focus:
        """The client with the user's own token."""

    @property
    @abstractmethod
    def ids(self) -> dict[str, int | None]:
        """The user's own ids, by the name of the parameter; None for one that nobody gave and no answer told yet."""

    def learn(self, value: Any) -> None:  # noqa: B027 - where all ids are given, there is nothing to learn
        """Take the ids that are not known yet from the value of an answer."""

    @abstractmethod
    def reads(self) -> list[Step]:
        """The requests that change nothing."""

    @abstractmethod
    def changes(self) -> list[Step]:
        """The requests that create, change and delete tasks of this session's own, and what shows the effect."""

    @abstractmethod
    def where(self) -> str:
        """Where those tasks are created, for the user to see; raises Unknown when it is not known yet."""

    @abstractmethod
    def delete(self, task_id: int) -> Answer[Any]:
        """Delete one task."""

    @abstractmethod
    def find(self) -> Answer[Any]:
        """List the tasks with the mark, and note them as own."""

    @property
    def most(self) -> int:
        """The most requests that this session sends."""
        return len(self.reads()) + len(self.changes()) + self.spare

    def count(self, _: httpx.Request) -> None:
        """Refuse a request beyond those that were announced: a client may repeat what failed."""
        self._sent += 1
        most = self.most if self.announced is None else self.announced
        if self._sent > most and not self._cleaning:
            raise TooManyRequests(f"more than {most} requests, which is what was announced")

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    @property
    def live(self) -> bool:
        """Whether this talks to the vendor's service, and to nothing else."""
        return self.base_url == self.live_url

    @property
    def host(self) -> str:
        return httpx.URL(self.base_url).netloc.decode()

    def create(self, send: Callable[[], Answer[Any]], ids: Callable[[Any], Iterable[int]]) -> Answer[Any]:
        """Send what creates tasks, and note their ids. When the answer leaves doubt, `clean_up` looks for them."""
        self.in_doubt = True
        try:
            answer = send()
        except ApiError as error:
            self.in_doubt = isinstance(error, ServerError)
            raise
        created = [task_id for task_id in ids(answer.value) if isinstance(task_id, int)]
        self.own += created
        self.created, self.in_doubt = True, not created
        return answer

    def found(self, task_ids: Iterable[int]) -> None:
        """Note the tasks that carry the mark."""
        self.own = list(dict.fromkeys(task_ids))
        self.in_doubt = False

    def delete_own(self) -> Answer[Any]:
        """Delete the task that was created last. It is tried once: a second failure would teach nothing."""
        task_id = self.own_task(-1)
        self.left.append(self.own.pop())
        answer = self.delete(task_id)
        self.left.remove(task_id)
        return answer

    def own_task(self, position: int = 0) -> int:
        """One of the own tasks; raises Unknown when there is none."""
        if not self.own:
            raise Unknown("no task was created")
        return self.own[position]

    def clean_up(self) -> None:
        """Delete every task that this session created or may have created, whatever was announced."""
        self._cleaning = True
        if self.in_doubt:
            with suppress(TogglError):
                self.find()
        while self.own:
            with suppress(TogglError):
                self.delete_own()


def known(value: int | None, variable: str) -> int:
    """An id; raises Unknown when nobody knows it."""
    if value is None:
        raise Unknown(f"set {variable}")
    return value
