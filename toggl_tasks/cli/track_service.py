"""The tasks of Toggl Track for the command line."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from ..track import Task
from .errors import NOT_FOUND, USAGE, CommandError
from .task_service import State, TaskService, User, all_fields, change_in_turn, durations, take

ACTIVE: Mapping[State, str] = {"open": "true", "done": "false", "all": "both"}


class TrackService(TaskService):
    """Tasks of a workspace of Track."""

    columns = ("id", "name", "project", "assignee", "estimate", "tracked", "remaining")
    fields = (*columns, "client", "done", "overrun", "percent", "updated", *Task.__struct_fields__)
    repeated = frozenset(
        ("active", "at", "client_name", "estimated_seconds", "project_name", "tracked_seconds", "user_name")
    )

    def workspaces(self) -> list[dict[str, Any]]:
        return self.session.cached(
            "track/workspaces", lambda: self.session.track.workspaces.list(), ("organization_id",)
        )

    def default_workspace_id(self) -> int:
        workspaces = self.workspaces()
        if len(workspaces) == 1:
            return int(workspaces[0]["id"])
        if isinstance(default := self._me()["default_workspace_id"], int):
            return default
        listed = "; ".join(f"{item['id']} {item['name']}" for item in workspaces)
        raise CommandError(f"choose a workspace with --workspace: {listed or 'this account has none'}", USAGE)

    def projects(self) -> list[dict[str, Any]]:
        key = f"track/{self.workspace_id}/projects"

        def fetch() -> Any:
            return self.session.track.projects.list(self.workspace_id, active="both")

        return self.session.cached(key, fetch, ("client_name", "active"))

    def check_project(self, project_id: int) -> None:
        self.session.track.projects.get(self.workspace_id, project_id)

    def users(self) -> list[dict[str, Any]]:
        def fetch() -> Iterator[Any]:
            for user in self.session.track.users.list(self.workspace_id):
                yield User(user.id, user.fullname)

        return self.session.cached(f"track/{self.workspace_id}/users", fetch)

    def my_id(self) -> int:
        return int(self._me()["id"])

    def _me(self) -> dict[str, Any]:
        return self.session.cached("track/me", lambda: [self.session.track.me.get()], ("default_workspace_id",))[0]

    def tasks(
        self,
        *,
        project_id: int | None,
        state: State,
        search: str | None,
        assignee_id: int | None,
        limit: int | None,
        filters: Mapping[str, Any],
    ) -> Iterator[Task]:
        given: dict[str, Any] = {"active": ACTIVE[state], **filters}
        if project_id is not None:
            given["project_id"] = project_id
        if search is not None:
            given["search"] = search
        if limit is not None and assignee_id is None:
            given["per_page"] = max(1, min(limit, 200))
        tasks: Iterable[Task] = self.session.track.tasks.list(self.workspace_id, **given)
        if assignee_id is None:
            return take(tasks, limit)
        return islice((task for task in tasks if task.user_id == assignee_id), limit)

    def get(self, ids: Sequence[int]) -> list[Task]:
        listed = self.session.track.tasks.list_basic(self.workspace_id, task_ids=ids, active="both")
        found = {task.id: task for task in listed}
        if missing := [id_ for id_ in ids if id_ not in found]:
            raise CommandError(
                f"there is no task {', '.join(map(str, missing))} in workspace {self.workspace_id}",
                NOT_FOUND,
                missing=missing,
            )
        return [found[id_] for id_ in ids]

    def row(self, task: Task) -> dict[str, Any]:
        return all_fields(task) | {
            "task": task,
            "project": task.project_name or task.project_id,
            "assignee": task.user_name or task.user_id,
            "client": task.client_name or None,
            "done": not task.active,
            "updated": task.at,
            **durations(task.estimate, task.tracked),
        }

    def changes(self, since: datetime.datetime) -> tuple[list[tuple[Task, bool]], datetime.datetime | None]:
        pages = self.session.track.tasks.changes(self.workspace_id, since)
        return [(change.task, change.deleted) for change in pages], pages.asked_at

    def newest_id(self) -> int | None:
        newest = self.session.track.tasks.list(
            self.workspace_id, active="both", sort_field="created_at", sort_order="DESC", per_page=1
        ).first()
        return newest.id if newest else 0

    def is_new(self, task: Task, last_id: int | None, since: datetime.datetime) -> bool:
        return last_id is not None and task.id > last_id  # tasks of Track have no creation time

    def groups(self, row: Mapping[str, Any], by: str) -> list[tuple[int, str]]:
        id_ = row[{"project": "project_id", "client": "client_id", "assignee": "user_id"}[by]]
        return [(id_, str(row[by] or id_))] if id_ else []

    def create(self, project_id: int | None, fields: Mapping[str, Any]) -> Task:
        assert project_id is not None  # `add` checks it
        return self.session.track.tasks.create(self.workspace_id, project_id, **fields)

    def update(self, task: Task, fields: Mapping[str, Any]) -> Task:
        return self.session.track.tasks.update(task, **fields)

    def set_done(self, tasks: Sequence[Task], done: bool) -> dict[int, str]:
        def change(group: Sequence[Task]) -> dict[int, str]:
            tasks = self.session.track.tasks
            result = tasks.done(group) if done else tasks.reopen(group)
            return {failure.id: failure.message for failure in result.failure}

        by_project: dict[int, list[Task]] = {}
        for task in tasks:
            by_project.setdefault(task.project_id, []).append(task)
        return change_in_turn(by_project.values(), change)

    def delete(self, tasks: Sequence[Task]) -> dict[int, str]:
        return change_in_turn([[task] for task in tasks], lambda group: self.session.track.tasks.delete(group[0]))

    def template_fields(self, task: Task) -> dict[str, Any]:
        return {"estimated_seconds": task.estimated_seconds, "user_id": task.user_id}
