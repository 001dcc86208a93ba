"""Focus's operations on tasks, behind the generated contract.

The status codes, the default status of tasks and the sub-tasks of `parent_task_id` are observed; which ids a request
may refer to is assumed. A bulk request changes all its tasks, or none if one cannot be changed (assumed).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from toggl_server.focus import models

from ..state.entities import FocusTask, User, Workspace
from ..state.recurrence import occurrences
from ..state.state import State
from .access import sees_task, visible_workspace
from .errors import ServiceError
from .focus_fields import page_of
from .focus_filters import Filters
from .focus_order import TaskOrder
from .focus_task_changes import TaskChanges
from .focus_task_replies import TaskReplies

_RANGE: Final = frozenset({"start_date", "end_date", "dates_overlap_start", "dates_overlap_end", "recurring_task_ids"})
"""Parameters of the list of recurring tasks that select occurrences."""


class FocusTasksService:
    """The task routes of Focus."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.ListTasksQuery, /
    ) -> models.TaskPage:
        """Answer one page of the tasks that pass the filters."""
        replies = TaskReplies(
            self.state,
            user,
            rates=query.include_rates,
            ghosts=query.include_ghost_assignees,
            assignees=query.include_assignees,
            entries=query.with_entries,
            aggregations=not query.disable_aggregations,
        )
        tasks, total = self._listed(user, path, query, (query.page - 1) * query.per_page, query.page * query.per_page)
        data = [replies.task(task) for task in tasks]
        return models.TaskPage(data=data, page=query.page, per_page=query.per_page, total=total)

    def stream_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.StreamTasksQuery, /
    ) -> list[models.Task] | None:
        """Answer all tasks that pass the filters, in a bare array (observed)."""
        replies = TaskReplies(self.state, user, assignees=query.include_assignees, entries=query.with_entries)
        tasks, _ = self._listed(user, path, query)
        return [replies.task(task) for task in tasks]

    def list_recurring_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.ListRecurringTasksQuery, /
    ) -> models.UncountedTaskPage:
        """Answer one page of the tasks with a recurrence rule.

        In a range of dates, each of them is there once for each of its days in the range, sorted by these (assumed).
        Of a range without an end there is the first day only, and without a range the task is as it was stored.
        """
        workspace = self._workspace(user, path)
        replies = TaskReplies(self.state, user, assignees=query.include_assignees)
        filters, wanted = Filters(self.state, query, ignored=_RANGE), query.recurring_task_ids
        tasks = [
            task
            for task in self._oldest_first(self.state.focus_tasks.of_workspace(workspace.id))
            if task.rrule and sees_task(self.state, user, task) and filters.keep(task)
            if wanted is None or task.id in wanted or task.recurring_task_id in wanted
        ]
        first = max(map(_day, filter(None, (query.start_date, query.dates_overlap_start))), default=None)
        last = min(map(_day, filter(None, (query.end_date, query.dates_overlap_end))), default=None)
        if first is None and last is None:
            data = [replies.task(task) for task in page_of(tasks, query.page, query.per_page)]
        else:
            days = [(day, task) for task in tasks for day in _days(task, first, last)]
            days.sort(key=lambda one: one[0])
            data = [replies.occurrence(task, day) for day, task in page_of(days, query.page, query.per_page)]
        return models.UncountedTaskPage(data=data, page=query.page, per_page=query.per_page)

    def list_child_tasks(
        self, user: User, path: models.TaskPath, query: models.ListChildTasksQuery, /
    ) -> models.UncountedTaskPage:
        """Answer one page of the sub-tasks of a task."""
        task = self._task(user, self._workspace(user, path), path.task_id)
        return self._family(user, query, self._oldest_first(self.state.focus_tasks.children(task)))

    def list_parent_tasks(
        self, user: User, path: models.TaskPath, query: models.ListParentTasksQuery, /
    ) -> models.UncountedTaskPage:
        """Answer one page of the tasks above a task, the nearest first (assumed)."""
        tasks, chain = self.state.focus_tasks, []
        above: FocusTask | None = self._task(user, self._workspace(user, path), path.task_id)
        while above and (above := tasks.find(path.workspace_id, above.parent_task_id)):
            chain.append(above)
        return self._family(user, query, chain)

    def get_task(self, user: User, path: models.TaskPath, query: models.GetTaskQuery, /) -> models.Task:
        """Answer one task with its parent, counts and totals; a deleted one is not found (assumed)."""
        task = self._task(user, self._workspace(user, path), path.task_id)
        return TaskReplies(self.state, user, assignees=query.include_assignees).task(task)

    def find_task_by_external_id(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.FindTaskByExternalIdQuery, /
    ) -> models.Task:
        """Answer the oldest task that was imported from an item of another system."""
        workspace = self._workspace(user, path)
        for task in self._oldest_first(self.state.focus_tasks.of_workspace(workspace.id)):
            if (
                task.source == query.source
                and (task.metadata or {}).get("external_id") == str(query.ext_id)
                and sees_task(self.state, user, task)
            ):
                return TaskReplies(self.state, user).task(task)
        raise ServiceError(404, f"there is no task with the id {query.ext_id} of {query.source} in this workspace")

    def create_task(
        self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskCreate, /
    ) -> models.Task:
        """Create a task of the authenticated user and return all of its fields."""
        return self._create(user, path, [body])[0]

    def create_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskBulkCreate, /
    ) -> list[models.Task] | None:
        """Create several tasks."""
        return self._create(user, path, body.tasks)

    def duplicate_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskDuplicate, /
    ) -> list[models.Task] | None:
        """Copy tasks to where they are; each copy comes before those of its sub-tasks (assumed)."""
        copies: list[FocusTask] = []
        for original in self._tasks(user, path, body.task_ids):
            waiting = [(original, original.parent_task_id)]
            while waiting:
                task, parent_id = waiting.pop()
                children = self._oldest_first(self.state.focus_tasks.children(task))
                copies.append(copy := self._copy(user, task, parent_id))
                if body.cascade_duplicate_children:
                    waiting += [(one, copy.id) for one in reversed(children) if sees_task(self.state, user, one)]
        replies = TaskReplies(self.state, user)
        return [replies.task(task) for task in copies]

    def replace_task(self, user: User, path: models.TaskPath, body: models.TaskReplace, /) -> None:
        """Set all fields. Fields that the body omits are cleared (documented)."""
        workspace = self._workspace(user, path)
        task = self._task(user, workspace, path.task_id)
        values = TaskChanges(self.state, user, workspace).of_put(task, body)
        task.extra.clear()
        self.state.focus_tasks.change(task, values, self.state.now())

    def patch_task(
        self, user: User, path: models.TaskPath, query: models.PatchTaskQuery, body: models.TaskPatch, /
    ) -> None:
        """Change the given fields. A `project_id` has no effect (observed): the contract has none."""
        workspace = self._workspace(user, path)
        changes = TaskChanges(self.state, user, workspace)
        tasks = self._occurrences(user, self._task(user, workspace, path.task_id), query.from_recurring_task_id)
        for task, values in [(task, changes.of_patch(task, body)) for task in tasks]:
            self.state.focus_tasks.change(task, values, self.state.now())

    def patch_tasks(self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskPatchList, /) -> None:
        """Change several tasks."""
        workspace = self._workspace(user, path)
        changes = TaskChanges(self.state, user, workspace)
        values: dict[int, dict[str, object]] = {}
        tasks = {item.id: self._task(user, workspace, item.id) for item in body}
        for item in body:
            values[item.id] = changes.of_patch(tasks[item.id], item, values)
        for task_id, task in tasks.items():
            self.state.focus_tasks.change(task, values[task_id], self.state.now())

    def delete_task(self, user: User, path: models.TaskPath, query: models.DeleteTaskQuery, /) -> None:
        """Delete the task with its time entries (observed) and its sub-tasks (assumed)."""
        task = self._task(user, self._workspace(user, path), path.task_id)
        self._delete(self._occurrences(user, task, query.from_recurring_task_id))

    def delete_tasks(
        self, user: User, path: models.OrganizationWorkspacePath, query: models.DeleteTasksQuery, /
    ) -> None:
        """Delete several tasks."""
        self._delete(self._tasks(user, path, query.ids))

    def archive_task(self, user: User, path: models.TaskPath, query: models.ArchiveTaskQuery, /) -> None:
        """Archive the task, without its sub-tasks (assumed)."""
        task = self._task(user, self._workspace(user, path), path.task_id)
        self._archive(self._occurrences(user, task, query.from_recurring_task_id))

    def archive_tasks(self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskIds, /) -> None:
        """Archive several tasks."""
        self._archive(self._tasks(user, path, body.task_ids))

    def unarchive_task(self, user: User, path: models.TaskPath, /) -> None:
        """Take the task out of the archive."""
        self._unarchive(self._tasks(user, path, [path.task_id]))

    def unarchive_tasks(self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskIds, /) -> None:
        """Take several tasks out of the archive."""
        self._unarchive(self._tasks(user, path, body.task_ids))

    def restore_task(self, user: User, path: models.TaskPath, /) -> None:
        """Bring back the deleted task with the sub-tasks that were deleted with it (assumed)."""
        self._restore(user, path, [path.task_id])

    def restore_tasks(self, user: User, path: models.OrganizationWorkspacePath, body: models.TaskIds, /) -> None:
        """Bring back several deleted tasks."""
        self._restore(user, path, body.task_ids)

    def _workspace(self, user: User, path: models.OrganizationWorkspacePath | models.TaskPath) -> Workspace:
        return visible_workspace(self.state, user, path.workspace_id, path.organization_id)

    def _task(self, user: User, workspace: Workspace, task_id: int, *, deleted: bool = False) -> FocusTask:
        tasks = self.state.focus_tasks
        task = tasks.find(workspace.id, task_id) or (tasks.find_deleted(workspace.id, task_id) if deleted else None)
        if task is None:
            raise ServiceError(404, f"there is no task {task_id} in this workspace")
        if not sees_task(self.state, user, task):
            raise ServiceError(403, "you have no access to this task")
        return task

    def _tasks(
        self,
        user: User,
        path: models.OrganizationWorkspacePath | models.TaskPath,
        task_ids: Iterable[int],
        *,
        deleted: bool = False,
    ) -> list[FocusTask]:
        workspace = self._workspace(user, path)
        return [self._task(user, workspace, task_id, deleted=deleted) for task_id in task_ids]

    def _oldest_first(self, tasks: Iterable[FocusTask]) -> list[FocusTask]:
        return sorted(tasks, key=self.state.focus_tasks.sequence_number)

    def _listed(
        self,
        user: User,
        path: models.OrganizationWorkspacePath,
        query: models.ListTasksQuery | models.StreamTasksQuery,
        start: int = 0,
        stop: int | None = None,
    ) -> tuple[list[FocusTask], int]:
        """Return some of the tasks that pass the filters, and the number of all."""
        self._workspace(user, path)
        tasks = self.state.focus_tasks
        filters = Filters(self.state, query)
        order = TaskOrder(query.order_by, self.state.now(), query.name)
        index = tasks.sorted_index(
            (user.id, filters.name, order.name),
            path.workspace_id,
            lambda task: sees_task(self.state, user, task) and filters.keep(task),
            lambda task: (*order.rank(task), tasks.sequence_number(task)),
        )
        return index.page(start, stop), len(index)

    def _family(
        self, user: User, query: models.ListChildTasksQuery, tasks: list[FocusTask]
    ) -> models.UncountedTaskPage:
        """Return one page of those tasks that the user sees and that pass the filters."""
        filters, order = Filters(self.state, query), TaskOrder(query.order_by, self.state.now())
        found = [task for task in tasks if sees_task(self.state, user, task) and filters.keep(task)]
        found.sort(key=order.rank)
        replies = TaskReplies(self.state, user, assignees=query.include_assignees)
        data = [replies.task(task) for task in page_of(found, query.page, query.per_page)]
        return models.UncountedTaskPage(data=data, page=query.page, per_page=query.per_page)

    def _occurrences(self, user: User, task: FocusTask, recurring_task_id: int | None) -> list[FocusTask]:
        """Return a task and, where a recurring task is named, its later occurrences (assumed)."""
        start, later = task.start_date, []
        if recurring_task_id is not None and start is not None:
            later = [
                one
                for one in self._oldest_first(self.state.focus_tasks.of_workspace(task.workspace_id))
                if one.recurring_task_id == recurring_task_id
                and (one.start_date is not None and one.start_date >= start and one is not task)
                and sees_task(self.state, user, one)
            ]
        return [task, *later]

    def _create(
        self, user: User, path: models.OrganizationWorkspacePath, bodies: Iterable[models.TaskCreate]
    ) -> list[models.Task]:
        workspace = self._workspace(user, path)
        changes = TaskChanges(self.state, user, workspace)
        now, created = self.state.now(), []
        for values in [changes.of_new(body) for body in bodies]:
            task = FocusTask(
                id=self.state.identifiers.next("focus task"),
                workspace_id=workspace.id,
                name=values["name"],
                toggl_user_id=user.id,
                status_id=values["status_id"],
                created_at=now,
                updated_at=now,
                status_updated_at=now,
            )
            self.state.focus_tasks.add(task)
            self.state.focus_tasks.change(task, values, now)
            created.append(task)
        replies = TaskReplies(self.state, user)
        return [replies.task(task) for task in created]

    def _copy(self, user: User, task: FocusTask, parent_id: int | None) -> FocusTask:
        """Add a copy of a task without its time blocks, time entries and link to another system (assumed)."""
        now = self.state.now()
        copy = replace(
            task,
            id=self.state.identifiers.next("focus task"),
            parent_task_id=parent_id,
            toggl_user_id=user.id,
            created_at=now,
            updated_at=now,
            status_updated_at=now,
            archived_at=None,
            metadata=None,
            time_blocks=[],
            time_entries=[],
            extra=dict(task.extra),
        )
        self.state.focus_tasks.add(copy)
        return copy

    def _delete(self, tasks: Iterable[FocusTask]) -> None:
        for task in tasks:
            # A sub-task is deleted with its parent.
            if task.deleted_at is None:
                self.state.focus_tasks.delete(task, self.state.now())

    def _archive(self, tasks: Iterable[FocusTask]) -> None:
        now = self.state.now()
        for task in tasks:
            if task.archived_at is None:
                self.state.focus_tasks.change(task, {"archived_at": now}, now)

    def _unarchive(self, tasks: Iterable[FocusTask]) -> None:
        for task in tasks:
            if task.archived_at is not None:
                self.state.focus_tasks.change(task, {"archived_at": None}, self.state.now())

    def _restore(
        self, user: User, path: models.OrganizationWorkspacePath | models.TaskPath, task_ids: Iterable[int]
    ) -> None:
        for task in self._tasks(user, path, task_ids, deleted=True):
            if task.deleted_at is not None:
                self.state.focus_tasks.restore(task, self.state.now())


def _day(moment: datetime) -> date:
    try:
        return moment.astimezone(UTC).date()
    except OverflowError:  # the first or the last day that Python has
        return moment.date()


def _days(task: FocusTask, first: date | None, last: date | None) -> list[date]:
    """Return the days of a range on which a task recurs; without an end, the first one only."""
    assert task.rrule
    start = task.start_date or _day(task.created_at)
    days = occurrences(task.rrule, start, first or start, last or date.max)
    return days if last else days[:1]
