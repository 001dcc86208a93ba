# generated from spec/track.yaml by `make generate` - do not edit
"""The methods of each resource of the client."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Mapping
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.track import models, operations

from toggl_tasks._pages import NumberedPages, OffsetPages, Pages
from toggl_tasks._resource import SyncResource, call_options
from toggl_tasks._retries import Retries

__all__ = [
    "Tasks",
]


class Tasks(SyncResource):
    """Tasks of a workspace and its projects."""

    def list_project(
        self,
        workspace_id: int,
        project_id: int,
        *,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """List the tasks of one project.

        All active tasks of the project in one reply, without paging. The page shows a single
        object; the service answers an array, and `null` when there is nothing to list.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._list(
            operations.list_project_tasks(
                workspace_id,
                project_id,
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    def create(
        self,
        workspace_id: int,
        project_id: int,
        *,
        name: str,
        active: bool | UnsetType = UNSET,
        estimated_seconds: int | None | UnsetType = UNSET,
        external_reference: str | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Create a task in a project.

        Creates one task and answers it whole. The name must be unique in the project. Tasks of
        an archived project cannot be created (400); a plan without tasks answers 402.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            name: Name of the task, unique in its project.
            active: False creates the task as done already. True when left out.
            estimated_seconds: Estimated effort in seconds.
            external_reference: A reference of your own to this task in another system.
            user_id: Id of the user the task is for; the user who asks when left out.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._call(
            operations.create_task(
                workspace_id,
                project_id,
                request.fields(
                    name=name,
                    active=active,
                    estimated_seconds=estimated_seconds,
                    external_reference=external_reference,
                    user_id=user_id,
                ),
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    def get(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
        *,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Read one task.

        Answers the task as one flat object, without an envelope.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            task_id: Id of the task.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._call(
            operations.get_task(
                workspace_id,
                project_id,
                task_id,
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    def update(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
        *,
        name: str | UnsetType = UNSET,
        active: bool | UnsetType = UNSET,
        estimated_seconds: int | None | UnsetType = UNSET,
        external_reference: str | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Change fields of one task.

        Changes the fields that the body names and leaves the others as they are. The workspace
        and the project of a task cannot change.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            task_id: Id of the task.
            name: New name, unique in the project.
            active: False marks the task as done, true opens it again.
            estimated_seconds: Estimated effort in seconds; null removes the estimate.
            external_reference: A reference of your own to this task in another system; null removes it.
            user_id: Id of the user the task is for; null for nobody.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._call(
            operations.update_task(
                workspace_id,
                project_id,
                task_id,
                request.fields(
                    name=name,
                    active=active,
                    estimated_seconds=estimated_seconds,
                    external_reference=external_reference,
                    user_id=user_id,
                ),
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    def delete(
        self,
        workspace_id: int,
        project_id: int,
        task_id: int,
        *,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete one task.

        There is no bulk delete in v9.

        Args:
            workspace_id: Id of the workspace.
            project_id: Id of the project.
            task_id: Id of the task.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._call(
            operations.delete_task(
                workspace_id,
                project_id,
                task_id,
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    def list(
        self,
        workspace_id: int,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int = 200,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        pid: int | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of a workspace, page by page.

        Tasks of all projects that the user may see. Without `active` only tasks that are not
        done are listed. With `since` the list also holds tasks deleted since then, with
        `server_deleted_at` set.

        Args:
            workspace_id: Id of the workspace.
            since: Only tasks created, changed or deleted at or after this moment, in UNIX seconds.
                Deleted tasks are listed too.
            page: Which page to answer, counted from 1.
            per_page: Tasks on a page; 200 is the most that clients are known to ask for.
            sort_order: Ascending or descending.
            sort_field: The field that orders the list.
            active: `true` for open tasks (as when it is left out), `false` for tasks that are done,
                `both` for all of them.
            pid: Only tasks of this project.
            start_date: First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not
                documented.
            end_date: Last day of a date range, `YYYY-MM-DD`, included.
            search: Only tasks whose name contains this text.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._pages(
            operations.list_workspace_tasks(
                workspace_id,
                since=since,
                page=page,
                per_page=per_page,
                sort_order=sort_order,
                sort_field=sort_field,
                active=active,
                pid=pid,
                start_date=start_date,
                end_date=end_date,
                search=search,
            ),
            call_options(timeout, deadline, retries, extra_headers),
            NumberedPages(items="data", total="total_count"),
            prefetch,
        )

    def list_mine(
        self,
        *,
        meta: bool | UnsetType = UNSET,
        inbox: bool | UnsetType = UNSET,
        include_hidden: bool | UnsetType = UNSET,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        include_not_active: bool | Literal["false", "true"] | UnsetType = UNSET,
        offset: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of the projects the user takes part in.

        Pages by `offset` and `per_page`; everything comes in one reply when `per_page` is left
        out. Counts against the quota of `/me` routes. Three shapes of the reply are known: a
        bare array (every client reads that), `null` for none, and an envelope with `items` (as
        the page has it).

        Args:
            meta: Whether the names and colours of project and client come along.
            inbox: Whether tasks are put in the order of the user's inbox.
            include_hidden: Whether hidden tasks are listed.
            since: Only tasks created, changed or deleted at or after this moment, in UNIX seconds.
                Deleted tasks are listed too.
            include_not_active: Whether tasks that are done are listed too. The page calls it a string, and
                answers 400 to an invalid one; that `true` and `false` are the valid ones is
                assumed.
            offset: How many tasks to skip.
            per_page: Tasks in one reply; all of them when left out.
            search: Only tasks where this text stands in the task's, its project's or its client's
                name.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._pages(
            operations.list_my_tasks(
                meta=meta,
                inbox=inbox,
                include_hidden=include_hidden,
                since=since,
                include_not_active=include_not_active,
                offset=offset,
                per_page=per_page,
                search=search,
            ),
            call_options(timeout, deadline, retries, extra_headers),
            OffsetPages(items="items"),
            prefetch,
        )
