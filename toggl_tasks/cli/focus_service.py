"""The tasks of Toggl Focus for the command line."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any

import msgspec

from .. import NotFound
from ..focus import Task, TaskPatchItem
from .errors import NOT_FOUND, USAGE, CommandError
from .task_service import State, TaskService, User, all_fields, durations, take

DONE = "done"
"""Type of the statuses of tasks that are done (documented)."""


class FocusService(TaskService):
    """Tasks of a workspace of Focus."""

    columns = ("id", "name", "project", "status", "priority", "assignee", "estimate", "tracked", "remaining")
    fields = (*columns, "client", "done", "overrun", "percent", "updated", "parent", *Task.__struct_fields__)
    repeated = frozenset(
        ["assignees", "assignee_user_ids", "estimated_mins", "parent_task_name", "total_tracked_time", "updated_at"]
    )

    @cached_property
    def organization_id(self) -> int:
        """The organization: from option, environment or profile; otherwise that of the workspace, from Track."""
        if given := self.session.settings.organization or self.session.profile.organization:
            return self._id_of("organization", given, self._organizations)
        for workspace in self._with_track(self.workspaces):
            if workspace["id"] == self.workspace_id:
                return int(workspace["organization_id"])
        raise CommandError(f"choose the organization of workspace {self.workspace_id} with --organization", USAGE)

    def default_workspace_id(self) -> int:
        settings = self.session.cached(
            "focus/me", lambda: [self.session.focus.me.settings()], ("current_workspace_id",)
        )
        if isinstance(found := settings[0]["current_workspace_id"], int):
            return found
        raise CommandError("no workspace is open in the web application: choose one with --workspace", USAGE)

    def _organizations(self) -> list[dict[str, Any]]:
        return self._with_track(
            lambda: self.session.cached("track/organizations", lambda: self.session.track.organizations.list())
        )

    def _with_track(self, fetch: Callable[[], list[dict[str, Any]]]) -> list[dict[str, Any]]:
        """The workspaces with their organizations, from Track. No route of Focus returns them (observed)."""
        if not self.session.has_token("track"):
            raise CommandError(
                "choose the organization with --organization or TOGGL_ORGANIZATION: its id is in the URL of the"
                " web application. With a token of Track too, it is found",
                USAGE,
            )
        return fetch()

    def workspaces(self) -> list[dict[str, Any]]:
        if not self.session.has_token("track"):
            raise CommandError(
                "Focus does not list workspaces: write the id of the workspace. With a token of Track too, its name"
                " is enough",
                USAGE,
            )
        return self.session.cached(
            "track/workspaces", lambda: self.session.track.workspaces.list(), ("organization_id",)
        )

    def projects(self) -> list[dict[str, Any]]:
        def fetch() -> Any:
            return self.session.focus.projects.list(self.organization_id, self.workspace_id)

        return self.session.cached(f"focus/{self.workspace_id}/projects", fetch)

    def check_project(self, project_id: int) -> None:
        self.session.focus.projects.get(self.organization_id, self.workspace_id, project_id)

    def statuses(self) -> list[dict[str, Any]]:
        """All statuses of the workspace, with id, name and type."""

        def fetch() -> Any:
            return self.session.focus.statuses.list(self.workspace_id)

        return self.session.cached(f"focus/{self.workspace_id}/statuses", fetch, ("type", "position"))

    def tags(self) -> list[dict[str, Any]]:
        """All tags of the workspace, with id and name."""
        return self.session.cached(
            f"focus/{self.workspace_id}/tags", lambda: self.session.focus.tags.list(self.workspace_id)
        )

    def users(self) -> list[dict[str, Any]]:
        def fetch() -> Iterator[User]:
            for user in self.session.focus.users.list(self.organization_id):
                # Tasks have the ids of accounts (assumed: the same numbers as in Track).
                yield User(user.user_account_id or user.id, user.name or None)

        return self.session.cached(f"focus/{self.organization_id}/users", fetch)

    def my_id(self) -> int:
        users = self.users()
        if len(users) == 1:
            return int(users[0]["id"])
        if not self.session.has_token("track"):
            # Focus does not return the user of a token (observed).
            raise CommandError("Focus does not return the current user: use --assignee NAME", USAGE)
        me = self.session.cached("track/me", lambda: [self.session.track.me.get()], ("default_workspace_id",))
        return int(me[0]["id"])

    def status_id(self, text: str) -> int:
        """The id of a status: an id, a name or a type."""
        typed = [status for status in self.statuses() if status["type"] == text]
        return int(typed[0]["id"]) if len(typed) == 1 else self._id_of("status", text, self.statuses)

    def status_ids(self, text: str) -> list[int]:
        """The ids of the statuses of a type, or of the one status of this id or name."""
        typed = [status["id"] for status in self.statuses() if status["type"] == text]
        return typed or [self.status_id(text)]

    def first_status(self, kind: str) -> int:
        """The id of the first status of a type. Raises CommandError if there is none."""
        statuses = [status for status in self.statuses() if status["type"] == kind]
        if not statuses:
            raise CommandError(f"the workspace has no status of the type {kind}: use `edit --status`", NOT_FOUND)
        return int(min(statuses, key=lambda status: status["position"] or 0)["id"])

    def tag_ids(self, texts: Sequence[str]) -> list[int]:
        """The ids of tags."""
        return [self._id_of("tag", text, self.tags) for text in texts]

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
        given: dict[str, Any] = {"include_assignees": True, **filters}
        if state != "all":
            done = [status["id"] for status in self.statuses() if (status["type"] == DONE) == (state == "done")]
            given.setdefault("status_id", done)
        if project_id is not None:
            given["project_id"] = project_id
        if search is not None:
            given["name"] = search
        if assignee_id is not None:
            given["assignee_user_id"] = assignee_id
        if limit is not None:
            given["per_page"] = max(1, min(limit, 100))
        return take(self.session.focus.tasks.list(self.organization_id, self.workspace_id, **given), limit)

    def get(self, ids: Sequence[int]) -> list[Task]:
        tasks = []
        for id_ in dict.fromkeys(ids):
            try:
                tasks.append(
                    self.session.focus.tasks.get(self.organization_id, self.workspace_id, id_, include_assignees=True)
                )
            except NotFound:
                raise CommandError(
                    f"there is no task {id_} in workspace {self.workspace_id}", NOT_FOUND, missing=[id_]
                ) from None
        return tasks

    def row(self, task: Task) -> dict[str, Any]:
        fields = all_fields(task)
        project, status, assignees = fields["project"], fields["status"], self._assignees(fields)
        return fields | {
            "task": task,
            "project": getattr(project, "name", None) or task.project_id or None,
            "status": getattr(status, "name", None) or None,
            "assignee": ", ".join(name for _, name in assignees) or None,
            "client": getattr(_client(task), "name", None) or None,
            "parent": fields["parent_task_name"] or fields["parent_task_id"],
            "done": getattr(status, "type", None) == DONE,
            "updated": fields["updated_at"],
            **durations(task.estimate, task.tracked),
        }

    def _assignees(self, row: Mapping[str, Any]) -> list[tuple[int, str]]:
        ids = row["assignee_user_ids"] or []
        names = self._user_names if ids else {}
        return [(id_, str(names.get(id_) or id_)) for id_ in ids]

    @cached_property
    def _user_names(self) -> Mapping[int, str]:
        return {user["id"]: user["name"] for user in self.users()}

    def changes(self, since: datetime.datetime) -> tuple[list[tuple[Task, bool]], datetime.datetime | None]:
        pages = self.session.focus.tasks.list(
            self.organization_id, self.workspace_id, order_by="-updated_at", include_assignees=True
        )

        def changed(task: Task) -> bool:
            return not isinstance(task.updated_at, datetime.datetime) or task.updated_at >= since

        return [(task, bool(task.deleted_at)) for task in takewhile(changed, pages)], pages.asked_at

    def is_new(self, task: Task, last_id: int | None, since: datetime.datetime) -> bool:
        return isinstance(task.created_at, datetime.datetime) and task.created_at >= since

    def groups(self, row: Mapping[str, Any], by: str) -> list[tuple[int, str]]:
        match by:
            case "assignee":
                return self._assignees(row)
            case "tag":
                return [(tag.id, str(tag.name or tag.id)) for tag in row["tags"] or []]
            case "client":
                client = _client(row["task"])
                return [(client.id, str(client.name or client.id))] if client else []
        return [(row["project_id"], str(row["project"]))] if row["project_id"] else []

    def create(self, project_id: int | None, fields: Mapping[str, Any]) -> Task:
        if project_id is not None:
            fields = {**fields, "project_id": project_id}
        return self.session.focus.tasks.create(self.organization_id, self.workspace_id, **fields)

    def update(self, task: Task, fields: Mapping[str, Any]) -> Task:
        self.session.focus.tasks.update(self.organization_id, self.workspace_id, task, **fields)
        return self.get([task.id])[0] if not self.session.settings.dry_run else task

    def template_fields(self, task: Task) -> dict[str, Any]:
        copied = "description estimated_mins assignee_user_ids priority status_id tag_ids parent_task_id"
        return {name: value for name in copied.split() if (value := getattr(task, name)) not in (msgspec.UNSET, None)}

    def set_done(self, tasks: Sequence[Task], done: bool) -> dict[int, str]:
        """Give tasks the first status of the type `done`, or of `todo`."""
        status = self.first_status(DONE if done else "todo")
        changed = [TaskPatchItem(id=task.id, status_id=status) for task in tasks]
        self.session.focus.tasks.update_many(self.organization_id, self.workspace_id, changed)
        return {}

    def delete(self, tasks: Sequence[Task]) -> dict[int, str]:
        self.session.focus.tasks.delete_many(self.organization_id, self.workspace_id, tasks)
        return {}

    def archive(self, tasks: Sequence[Task]) -> None:
        self.session.focus.tasks.archive(self.organization_id, self.workspace_id, tasks)

    def restore(self, ids: Sequence[int], tasks: Sequence[Task]) -> list[Task]:
        """Unarchive and restore tasks. Deleted tasks cannot be read (assumed)."""
        found, deleted = list(tasks), []
        for id_ in ids:
            try:
                found += self.get([id_])
            except CommandError:
                deleted.append(id_)
        if archived := [task for task in found if task.archived_at]:
            self.session.focus.tasks.unarchive(self.organization_id, self.workspace_id, archived)
        if deleted:
            self.session.focus.tasks.restore(self.organization_id, self.workspace_id, deleted)
            found += self.get(deleted) if not self.session.settings.dry_run else []
        return found


def _client(task: Task) -> Any:
    """The client of a task, or of its project; None if there is none."""
    client = task.client or getattr(task.project, "client", None)
    return client if getattr(client, "id", None) else None
