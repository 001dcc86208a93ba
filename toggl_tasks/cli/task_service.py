"""What commands need of an API's tasks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal

import msgspec

from .errors import USAGE, CommandError
from .references import pick, to_id
from .session import Session

State = Literal["open", "done", "all"]


class TaskService:
    """The tasks of one workspace. Subclasses know Track and Focus."""

    columns: ClassVar[Sequence[str]]
    """What a table shows."""
    fields: ClassVar[Sequence[str]]
    """What `--fields` may name: columns, and the fields of the API."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def workspace_id(self) -> int:
        """The workspace: by option, environment or profile; else the only one; else the user's default."""
        if given := self.session.settings.workspace or self.session.profile.workspace:
            return self._id_of("workspace", given, self.workspaces)
        return self.default_workspace_id()

    def default_workspace_id(self) -> int:
        """The workspace of a user who named none."""
        raise NotImplementedError

    def workspaces(self) -> list[dict[str, Any]]:
        """All workspaces, with id and name."""
        raise NotImplementedError

    def projects(self) -> list[dict[str, Any]]:
        """All active projects of the workspace, with id and name."""
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

    def create(self, project_id: int | None, fields: Mapping[str, Any]) -> Any:
        """Create a task; returns it."""
        raise NotImplementedError

    def update(self, task: Any, fields: Mapping[str, Any]) -> Any:
        """Change fields of a task; returns it as it is then."""
        raise NotImplementedError

    def set_done(self, tasks: Sequence[Any], done: bool) -> dict[int, str]:
        """Mark tasks as done or open, in the fewest requests; returns the message for each that was not changed."""
        raise NotImplementedError

    def delete(self, tasks: Sequence[Any]) -> None:
        """Delete tasks."""
        raise NotImplementedError

    def template_fields(self, task: Any) -> dict[str, Any]:
        """The fields that a copy of a task has, but for the name."""
        raise NotImplementedError

    def _only_focus(self, *_: Any) -> Any:
        raise CommandError(f"`{self.session.context.info_name}` is for Focus: add --api focus", USAGE)

    status_id = tag_ids = archive = restore = _only_focus

    def row(self, task: Any) -> dict[str, Any]:
        """The columns of a task."""
        raise NotImplementedError

    def whole(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as JSON: the fields that the service sent, by their names there."""
        fields: dict[str, Any] = row["task"].to_dict()
        return fields

    def project_id(self, text: str) -> int:
        """The id of a project."""
        return self._id_of("project", text, self.projects)

    def user_id(self, text: str) -> int:
        """The id of a user: `me`, an id or a name."""
        if text == "me":
            return self.my_id()
        return self._id_of("user", text, self.users)

    def find(self, texts: Sequence[str], project: str | None, state: State = "all") -> list[Any]:
        """The tasks that the texts mean, each once. With `state`, a name only means tasks in that state."""
        project_id = self.project_id(project) if project else None
        numbers = {text: to_id(text, "task") for text in texts}
        ids = [number for number in numbers.values() if number is not None]
        found = {task.id: task for task in self.get(ids)} if ids else {}
        tasks = []
        for text in texts:
            number = numbers[text]
            tasks.append(found[number] if number is not None else self._named(text, project_id, state))
        return list({task.id: task for task in tasks}.values())

    def _named(self, text: str, project_id: int | None, state: State) -> Any:
        tasks = list(
            self.tasks(project_id=project_id, state=state, search=text, assignee_id=None, limit=None, filters={})
        )
        rows = [self.row(task) for task in tasks]
        chosen = pick("task", text, rows)
        return tasks[rows.index(chosen)]

    def _id_of(self, kind: str, text: str, items: Callable[[], list[dict[str, Any]]]) -> int:
        return to_id(text, kind) or int(pick(kind, text, items())["id"])


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
