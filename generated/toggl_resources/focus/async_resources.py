# generated from spec/focus.yaml by `make generate` - do not edit
"""The methods of each resource of the client, for asyncio."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.focus import models, operations

from toggl_tasks._pages import AsyncPages, NumberedPages
from toggl_tasks._resource import AsyncResource, call_options
from toggl_tasks._retries import Retries

__all__ = [
    "AsyncTasks",
]


class AsyncTasks(AsyncResource):
    """Tasks of a workspace."""

    def list(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
        with_entries: bool | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        order_by: Sequence[str] | UnsetType = UNSET,
        status_id: Sequence[int] | UnsetType = UNSET,
        toggl_user_id: int | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        has_time_entries: bool | UnsetType = UNSET,
        has_time_blocks: bool | UnsetType = UNSET,
        has_dates: bool | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        project_id: Sequence[int | None] | UnsetType = UNSET,
        parent_task_id: Sequence[int | None] | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        start_date_from: datetime.datetime | UnsetType = UNSET,
        start_date_to: datetime.datetime | UnsetType = UNSET,
        end_date_from: datetime.datetime | UnsetType = UNSET,
        end_date_to: datetime.datetime | UnsetType = UNSET,
        dates_overlap_start: datetime.datetime | UnsetType = UNSET,
        dates_overlap_end: datetime.datetime | UnsetType = UNSET,
        estimated_mins_min: int | UnsetType = UNSET,
        estimated_mins_max: int | UnsetType = UNSET,
        source: str | UnsetType = UNSET,
        priority: str | UnsetType = UNSET,
        is_priority: bool | UnsetType = UNSET,
        state: Sequence[str] | UnsetType = UNSET,
        timeblock_start_from: datetime.datetime | UnsetType = UNSET,
        timeblock_start_until: datetime.datetime | UnsetType = UNSET,
        time_block_id: Sequence[int] | UnsetType = UNSET,
        time_block_completed: bool | UnsetType = UNSET,
        team_id: Sequence[int] | UnsetType = UNSET,
        assignee_user_id: Sequence[int] | UnsetType = UNSET,
        tag_id: Sequence[int] | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_task_ids: Sequence[int] | UnsetType = UNSET,
        client_id: Sequence[int | None] | UnsetType = UNSET,
        include_rates: bool | UnsetType = UNSET,
        include_ghost_assignees: bool | UnsetType = UNSET,
        assignee_ghost_id: Sequence[int] | UnsetType = UNSET,
        disable_aggregations: bool | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> AsyncPages[models.Task]:
        """List the tasks of a workspace, page by page.

        Filters are joined by "and"; several values of one filter by "or". A parameter that
        takes several values is repeated (`status_id=1&status_id=2`).

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            page: Which page to answer, counted from 1.
            per_page: Tasks on a page. More than 100 answers 400.
            with_entries: Whether time entries come along. Which field then holds them is not documented.
            pinned: Only tasks that are pinned, or only those that are not.
            order_by: Fields that order the list, the first one first. The page does not say how a
                descending order is asked for.
            status_id: Only tasks with one of these statuses, by id.
            toggl_user_id: Only tasks of this user.
            name: Only tasks whose name contains this text.
            has_time_entries: Only tasks with, or only tasks without time entries.
            has_time_blocks: Only tasks with, or only tasks without time blocks.
            has_dates: True lists tasks with a start or an end date, false those with neither.
            private: Only private tasks, or only those that are not.
            archived: Only archived tasks, or only those that are not.
            project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists
                tasks without a project.
            parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also
                lists tasks without a parent.
            start_date: Start of a range of moments, RFC 3339; only tasks whose own dates overlap the
                range. Goes with `end_date`.
            end_date: End of a range of moments, RFC 3339; only tasks whose own dates overlap the
                range. Goes with `start_date`.
            start_date_from: Earliest start date of a task, RFC 3339. Legacy, the page names `start_date` in
                its place.
            start_date_to: Latest start date of a task, RFC 3339. Legacy, the page names `start_date` in
                its place.
            end_date_from: Earliest end date of a task, RFC 3339. Legacy, the page names `end_date` in its
                place.
            end_date_to: Latest end date of a task, RFC 3339. Legacy, the page names `end_date` in its
                place.
            dates_overlap_start: Start of a range that the task's dates overlap, RFC 3339. Legacy, the page names
                `start_date` in its place.
            dates_overlap_end: End of a range that the task's dates overlap, RFC 3339. Legacy, the page names
                `start_date` in its place.
            estimated_mins_min: Only tasks with an estimate of at least this many minutes.
            estimated_mins_max: Only tasks with an estimate of at most this many minutes.
            source: Only tasks that came from this source, such as an integration.
            priority: Only tasks of this priority; `none`, `low`, `medium`, `high` and `urgent` have
                been seen.
            is_priority: Only tasks that the user has made a priority, or only the others.
            state: Only tasks whose status is of one of these types. The types are not documented.
            timeblock_start_from: Only tasks with a time block that starts at or after this moment, RFC 3339.
            timeblock_start_until: Only tasks with a time block that starts at or before this moment, RFC 3339.
            time_block_id: Only tasks with one of these time blocks, by id.
            time_block_completed: Only tasks with a completed time block, or only tasks with an open one.
            team_id: Only tasks of one of these teams, by id.
            assignee_user_id: Only tasks assigned to one of these users, by id.
            tag_id: Only tasks with one of these tags, by id.
            recurring: Only recurring tasks, or only the others.
            recurring_task_ids: Only occurrences of one of these recurring tasks, by id.
            client_id: Only tasks of one of these clients. An empty member (`client_id=`) also lists
                tasks without a client.
            include_rates: Whether the rate of the project comes along in `project.rate`.
            include_ghost_assignees: Whether assignees without an account come along in `ghost_assignee_ids`.
            assignee_ghost_id: Only tasks assigned to one of these people without an account, by id.
            disable_aggregations: True leaves out the counts, totals and the parent task, for a faster reply.
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
            operations.list_tasks(
                organization_id,
                workspace_id,
                page=page,
                per_page=per_page,
                with_entries=with_entries,
                pinned=pinned,
                order_by=order_by,
                status_id=status_id,
                toggl_user_id=toggl_user_id,
                name=name,
                has_time_entries=has_time_entries,
                has_time_blocks=has_time_blocks,
                has_dates=has_dates,
                private=private,
                archived=archived,
                project_id=project_id,
                parent_task_id=parent_task_id,
                start_date=start_date,
                end_date=end_date,
                start_date_from=start_date_from,
                start_date_to=start_date_to,
                end_date_from=end_date_from,
                end_date_to=end_date_to,
                dates_overlap_start=dates_overlap_start,
                dates_overlap_end=dates_overlap_end,
                estimated_mins_min=estimated_mins_min,
                estimated_mins_max=estimated_mins_max,
                source=source,
                priority=priority,
                is_priority=is_priority,
                state=state,
                timeblock_start_from=timeblock_start_from,
                timeblock_start_until=timeblock_start_until,
                time_block_id=time_block_id,
                time_block_completed=time_block_completed,
                team_id=team_id,
                assignee_user_id=assignee_user_id,
                tag_id=tag_id,
                recurring=recurring,
                recurring_task_ids=recurring_task_ids,
                client_id=client_id,
                include_rates=include_rates,
                include_ghost_assignees=include_ghost_assignees,
                assignee_ghost_id=assignee_ghost_id,
                disable_aggregations=disable_aggregations,
            ),
            call_options(timeout, deadline, retries, extra_headers),
            NumberedPages(items="data", total="total"),
            prefetch,
        )

    async def create(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        name: str,
        assignee_user_ids: Sequence[int] | None | UnsetType = UNSET,
        auto_log_time: bool | None | UnsetType = UNSET,
        billable: bool | None | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        end_date: datetime.date | None | UnsetType = UNSET,
        estimated_mins: int | None | UnsetType = UNSET,
        ghost_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        integration_ext_id: int | None | UnsetType = UNSET,
        integration_source: str | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        parent_task_id: int | None | UnsetType = UNSET,
        pinned: bool | None | UnsetType = UNSET,
        position: int | None | UnsetType = UNSET,
        priority: str | None | UnsetType = UNSET,
        priority_at: datetime.datetime | None | UnsetType = UNSET,
        private: bool | None | UnsetType = UNSET,
        project_id: int | None | UnsetType = UNSET,
        rrule: str | None | UnsetType = UNSET,
        start_date: datetime.date | None | UnsetType = UNSET,
        status_id: int | None | UnsetType = UNSET,
        tag_ids: Sequence[int] | None | UnsetType = UNSET,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Create a task.

        Creates one task and answers it whole, although the page shows no body.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            name: Name of the task.
            assignee_user_ids: Ids of the users the task is assigned to.
            auto_log_time: Whether time is logged by itself from the task's time blocks.
            billable: Whether time on the task is billable.
            color: Colour of the task.
            description: What the task is about.
            end_date: Last day of the task, `YYYY-MM-DD`.
            estimated_mins: Estimated effort in minutes.
            ghost_assignee_ids: Ids of assignees without an account.
            integration_ext_id: Id of the linked thing in another system.
            integration_source: Name of that other system.
            notes: Notes on the task.
            parent_task_id: Id of the task that the new one is a sub-task of.
            pinned: Whether the task is pinned.
            position: Place of the task in a list sorted by hand.
            priority: Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.
            priority_at: When the user made the task a priority.
            private: Whether only the user sees the task.
            project_id: Id of the project; none when left out.
            rrule: How the task recurs, an RFC 5545 recurrence rule.
            start_date: First day of the task, `YYYY-MM-DD`.
            status_id: Id of the status; the first one of the workspace (Todo) when left out.
            tag_ids: Ids of the tags of the task.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return await self._call(
            operations.create_task(
                organization_id,
                workspace_id,
                request.fields(
                    name=name,
                    assignee_user_ids=assignee_user_ids,
                    auto_log_time=auto_log_time,
                    billable=billable,
                    color=color,
                    description=description,
                    end_date=end_date,
                    estimated_mins=estimated_mins,
                    ghost_assignee_ids=ghost_assignee_ids,
                    integration_ext_id=integration_ext_id,
                    integration_source=integration_source,
                    notes=notes,
                    parent_task_id=parent_task_id,
                    pinned=pinned,
                    position=position,
                    priority=priority,
                    priority_at=priority_at,
                    private=private,
                    project_id=project_id,
                    rrule=rrule,
                    start_date=start_date,
                    status_id=status_id,
                    tag_ids=tag_ids,
                ),
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    async def delete(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int,
        *,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete one task.

        Takes the time entries of the task along.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return await self._call(
            operations.delete_task(
                organization_id,
                workspace_id,
                task_id,
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )

    async def update(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int,
        *,
        assignee_user_ids: Sequence[int] | None | UnsetType = UNSET,
        auto_log_time: bool | None | UnsetType = UNSET,
        billable: bool | None | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        end_date: datetime.date | None | UnsetType = UNSET,
        estimated_mins: int | None | UnsetType = UNSET,
        ghost_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        integration_ext_id: int | None | UnsetType = UNSET,
        integration_source: str | None | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        parent_task_id: int | None | UnsetType = UNSET,
        pinned: bool | None | UnsetType = UNSET,
        position: int | None | UnsetType = UNSET,
        priority: str | None | UnsetType = UNSET,
        priority_at: datetime.datetime | None | UnsetType = UNSET,
        private: bool | None | UnsetType = UNSET,
        rrule: str | None | UnsetType = UNSET,
        start_date: datetime.date | None | UnsetType = UNSET,
        status_id: int | None | UnsetType = UNSET,
        tag_ids: Sequence[int] | None | UnsetType = UNSET,
        timeout: float | None | UnsetType = UNSET,
        deadline: float | None | UnsetType = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Change fields of one task.

        Changes the fields that the body names and leaves the others as they are. A `project_id`
        in the body does not stick, users report, so it is not offered here.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            assignee_user_ids: Ids of the users the task is assigned to, in place of those before.
            auto_log_time: Whether time is logged by itself from the task's time blocks.
            billable: Whether time on the task is billable.
            color: Colour of the task.
            description: What the task is about.
            end_date: Last day of the task, `YYYY-MM-DD`.
            estimated_mins: Estimated effort in minutes.
            ghost_assignee_ids: Ids of assignees without an account.
            integration_ext_id: Id of the linked thing in another system.
            integration_source: Name of that other system.
            name: Name of the task.
            notes: Notes on the task.
            parent_task_id: Id of the task this is a sub-task of.
            pinned: Whether the task is pinned.
            position: Place of the task in a list sorted by hand.
            priority: Priority; `none`, `low`, `medium`, `high` and `urgent` have been seen.
            priority_at: When the user made the task a priority.
            private: Whether only the user sees the task.
            rrule: How the task recurs, an RFC 5545 recurrence rule.
            start_date: First day of the task, `YYYY-MM-DD`.
            status_id: Id of the status.
            tag_ids: Ids of the tags of the task.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return await self._call(
            operations.patch_task(
                organization_id,
                workspace_id,
                task_id,
                request.fields(
                    assignee_user_ids=assignee_user_ids,
                    auto_log_time=auto_log_time,
                    billable=billable,
                    color=color,
                    description=description,
                    end_date=end_date,
                    estimated_mins=estimated_mins,
                    ghost_assignee_ids=ghost_assignee_ids,
                    integration_ext_id=integration_ext_id,
                    integration_source=integration_source,
                    name=name,
                    notes=notes,
                    parent_task_id=parent_task_id,
                    pinned=pinned,
                    position=position,
                    priority=priority,
                    priority_at=priority_at,
                    private=private,
                    rrule=rrule,
                    start_date=start_date,
                    status_id=status_id,
                    tag_ids=tag_ids,
                ),
            ),
            call_options(timeout, deadline, retries, extra_headers),
        )
