"""The interface of commands to the tasks of an API."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar, Literal

import msgspec

from .. import BudgetExceeded, ConnectionFailed, QuotaExceeded, TogglError
from .errors import USAGE, CommandError, to_command_error
from .references import pick, to_id
from .session import Session

State = Literal["open", "done", "all"]
ID_DIGITS = 7
"""Shorter numbers may be names of projects, such as 2025 (ids of projects have more digits: assumed)."""


class User(msgspec.Struct):
    """The fields of a user that the cache stores."""

    id: int
    name: str | None


class TaskService:
    """The tasks of one workspace. Subclasses implement Track and Focus."""

    columns: ClassVar[Sequence[str]]
    """Default columns of a table."""
    fields: ClassVar[Sequence[str]]
    """Valid values of `--fields`: columns, and the fields of the API."""
    repeated: ClassVar[frozenset[str]]
    """Fields of the API that columns show, under other names: `show` prints the columns."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def workspace_id(self) -> int:
        """The workspace: from option, environment or profile; otherwise the only one; otherwise the user's default."""
        if given := self.session.settings.workspace or self.session.profile.workspace:
            return self._id_of("workspace", given, self.workspaces)
        return self.default_workspace_id()

    def default_workspace_id(self) -> int:
        """The default workspace of the user."""
        raise NotImplementedError

    def workspaces(self) -> list[dict[str, Any]]:
        """All workspaces, with id and name."""
        raise NotImplementedError

    def projects(self) -> list[dict[str, Any]]:
        """All projects of the workspace, with id and name; in Track also `active`, in Focus only active ones."""
        raise NotImplementedError

    def users(self) -> list[dict[str, Any]]:
        """All users of the workspace, with id and name."""
        raise NotImplementedError

    def my_id(self) -> int:
        """The id of the user of the token."""
        raise NotImplementedError

    def tasks(
        self,
        *,
        project_id: int | None,
        state: State,
        search: str | None,
        assignee_id: int | None,
        limit: int | None,
        filters: Mapping[str, Any],
    ) -> Iterator[Any]:
        """Tasks, page by page."""
        raise NotImplementedError

    def get(self, ids: Sequence[int]) -> list[Any]:
        """Tasks by id, in this order. Raises CommandError for those that do not exist."""
        raise NotImplementedError

    def changes(self, since: datetime.datetime) -> tuple[list[tuple[Any, bool]], datetime.datetime | None]:
        """The tasks that changed since a time, with whether each was deleted; and the time on the service's clock."""
        raise NotImplementedError

    def newest_id(self) -> int | None:
        """The largest id of a task, if `is_new` needs it."""
        return None

    def is_new(self, task: Any, last_id: int | None, since: datetime.datetime) -> bool:
        """Whether a task was created since a time, or after the task `last_id`."""
        raise NotImplementedError

    def create(self, project_id: int | None, fields: Mapping[str, Any]) -> Any:
        """Create a task; returns it."""
        raise NotImplementedError

    def update(self, task: Any, fields: Mapping[str, Any]) -> Any:
        """Change fields of a task; returns the changed task."""
        raise NotImplementedError

    def set_done(self, tasks: Sequence[Any], done: bool) -> dict[int, str]:
        """Mark tasks as done or open, in the fewest requests; returns the message for each that was not changed."""
        raise NotImplementedError

    def delete(self, tasks: Sequence[Any]) -> dict[int, str]:
        """Delete tasks, in the fewest requests; returns the message for each that was not deleted."""
        raise NotImplementedError

    def template_fields(self, task: Any) -> dict[str, Any]:
        """The fields to copy to a new task, except for the name."""
        raise NotImplementedError

    def _only_focus(self, *_: Any) -> Any:
        raise CommandError(f"`{self.session.context.info_name}` is for Focus: use --api focus", USAGE)

    status_id = status_ids = tag_ids = archive = _only_focus

    def row(self, task: Any) -> dict[str, Any]:
        """The columns of a task."""
        raise NotImplementedError

    def groups(self, row: Mapping[str, Any], by: str) -> list[tuple[int, str]]:
        """Id and name of the project, the client, the assignees or the tags of a task (`by`)."""
        raise NotImplementedError

    def whole(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as JSON: the fields that the service sent, with their names in the API."""
        fields: dict[str, Any] = row["task"].to_dict()
        return fields

    def check_project(self, project_id: int) -> None:
        """Raise NotFound unless there is a project with this id."""
        raise NotImplementedError

    def project_id(self, text: str) -> int:
        """The id of a project. An id is not checked."""
        return self._id_of("project", text, self.projects)

    def user_id(self, text: str) -> int:
        """The id of a user: `me`, an id or a name."""
        if text == "me":
            return self.my_id()
        return self._id_of("user", text, self.users)

    def find(
        self, texts: Sequence[str], project: str | None, state: State = "all", filters: Mapping[str, Any] | None = None
    ) -> list[Any]:
        """The tasks for the texts, without duplicates. Names match only tasks in this state, with these filters.

        A number is an id or, if no task has this id, the whole name of a task.
        """
        project_id = self.project_id(project) if project else None
        numbers = {text: to_id(text, "task") for text in texts}
        found: dict[str, Any] = {}
        while ids := [number for text, number in numbers.items() if number is not None and text not in found]:
            try:
                tasks = {task.id: task for task in self.get(ids)}
            except CommandError as error:
                named = [text for text, id_ in numbers.items() if id_ in error.details.get("missing", ())]
                if not named:
                    raise
                for text in named:
                    rows = [row for row in self._search(text, project_id, state, filters or {}) if row["name"] == text]
                    if not rows:
                        raise
                    found[text] = pick("task", text, rows)["task"]
            else:
                found |= {text: tasks[number] for text, number in numbers.items() if number in tasks}
        for text in texts:
            if text not in found:
                found[text] = self._named(text, project_id, state, filters or {})
        return list({found[text].id: found[text] for text in texts}.values())

    def _named(self, text: str, project_id: int | None, state: State, filters: Mapping[str, Any]) -> Any:
        if not text:
            raise CommandError("the name of a task is empty: enter an id, a name or part of a name", USAGE)
        kind = "task" if state == "all" else f"{state} task"
        return pick(kind, text, self._search(text, project_id, state, filters))["task"]

    def _search(
        self, text: str, project_id: int | None, state: State, filters: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        tasks = self.tasks(
            project_id=project_id, state=state, search=text, assignee_id=None, limit=None, filters=filters
        )
        return [self.row(task) for task in tasks]

    def _id_of(self, kind: str, text: str, items: Callable[[], list[dict[str, Any]]]) -> int:
        number = to_id(text, kind)
        if number is not None:
            if kind == "project" and len(text) < ID_DIGITS and number not in [item["id"] for item in items()]:
                named = [item for item in items() if item["name"] == text]
                return int(pick(kind, text, named)["id"]) if named else number
            return number
        try:
            return int(pick(kind, text, items())["id"])
        except CommandError as error:
            if error.details.get("candidates") or not self.session.names.drop_read():
                raise
        return int(pick(kind, text, items())["id"])  # the cached list may be too old


def change_in_turn(
    groups: Iterable[Sequence[Any]], change: Callable[[Sequence[Any]], Mapping[int, str] | None]
) -> dict[int, str]:
    """Change groups of tasks one after the other; returns the message for each task that was not changed.

    Raises the first error if no task was changed.
    """
    failed: dict[int, str] = {}
    first: TogglError | None = None
    changed = False
    for tasks in groups:
        if isinstance(first, ConnectionFailed | QuotaExceeded | BudgetExceeded):  # the others would fail too
            failed |= {task.id: "not tried" for task in tasks}
            continue
        try:
            failures = change(tasks) or {}
        except TogglError as error:
            first = first or error
            failed |= {task.id: to_command_error(error).message for task in tasks}
        else:
            failed |= failures
            changed = changed or len(failures) < len(tasks)
    if first is not None and not changed:
        raise first
    return failed


def take(tasks: Iterable[Any], limit: int | None) -> Iterator[Any]:
    """The first tasks of a list, without a budget error for further pages that are not needed."""
    try:
        yield from islice(tasks, limit)
    except BudgetExceeded as error:
        first = getattr(error.partial, "items", [])
        if limit is None or len(first) < limit:
            raise
        yield from first[:limit]


def all_fields(task: Any) -> dict[str, Any]:
    """The fields of a task, with None for those that are absent."""
    fields = msgspec.structs.asdict(task)
    return {name: None if value is msgspec.UNSET else value for name, value in fields.items()}


def durations(estimate: datetime.timedelta | None, tracked: datetime.timedelta | None) -> dict[str, Any]:
    """The columns that follow from estimate and tracked time."""
    remaining = None if estimate is None or tracked is None else estimate - tracked
    percent = None
    if estimate and tracked is not None:
        percent = round(100 * tracked / estimate)
    return {
        "estimate": estimate,
        "tracked": tracked,
        "remaining": remaining,
        "percent": percent,
        "overrun": None if remaining is None else remaining < datetime.timedelta(),
    }
