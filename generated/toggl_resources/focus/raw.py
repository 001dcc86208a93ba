# generated from spec/focus.yaml by `make generate` - do not edit
"""One method for each operation of the specification: `client.raw`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi.focus import models, operations
from toggl_openapi.focus.keywords import (
    TaskBulkCreateFields,
    TaskCreateFields,
    TaskDuplicateFields,
    TaskIdsFields,
    TaskPatchFields,
    TaskPatchItemFields,
    TaskReplaceFields,
)

from toggl_tasks._request_flow import Answer
from toggl_tasks._resource import SyncResource


class RawFocus(SyncResource):
    """One method for each operation, which returns the decoded value with the response."""

    def get_my_settings(
        self,
    ) -> Answer[models.UserSettings]:
        """Get the settings of the authenticated user.

        `GET /users/me/settings`

        The arguments are those of `toggl_openapi.focus.operations.get_my_settings`.
        """
        return self._driver.run(
            self._config.execute(
                operations.get_my_settings(),
                {},
            )
        )

    def list_users(
        self,
        organization_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        workspaces: int | Sequence[int] | UnsetType = UNSET,
        user_account_ids: int | Sequence[int] | UnsetType = UNSET,
        org_user_ids: int | Sequence[int] | UnsetType = UNSET,
        groups: int | Sequence[int] | UnsetType = UNSET,
        toggl_products: str | Sequence[str] | UnsetType = UNSET,
        active_status: str | Sequence[str] | UnsetType = UNSET,
        roles: int | Sequence[int] | UnsetType = UNSET,
        only_admins: bool | UnsetType = UNSET,
        filter: str | UnsetType = UNSET,
        sort_dir: str | UnsetType = UNSET,
        tag_ids: int | models.Tag | Sequence[int | models.Tag] | UnsetType = UNSET,
        include_working_hours: bool | UnsetType = UNSET,
        include_rates: bool | UnsetType = UNSET,
        pinned_ids: int | Sequence[int] | UnsetType = UNSET,
        has_group: bool | UnsetType = UNSET,
        cf_filter: str | Sequence[str] | UnsetType = UNSET,
        include_custom_fields: bool | UnsetType = UNSET,
    ) -> Answer[list[models.OrganizationUser] | None]:
        """List the users of an organization, page by page.

        `GET /organizations/{organization_id}/users`

        The arguments are those of `toggl_openapi.focus.operations.list_users`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_users(
                    organization_id,
                    page=page,
                    per_page=per_page,
                    workspaces=workspaces,
                    user_account_ids=user_account_ids,
                    org_user_ids=org_user_ids,
                    groups=groups,
                    toggl_products=toggl_products,
                    active_status=active_status,
                    roles=roles,
                    only_admins=only_admins,
                    filter=filter,
                    sort_dir=sort_dir,
                    tag_ids=tag_ids,
                    include_working_hours=include_working_hours,
                    include_rates=include_rates,
                    pinned_ids=pinned_ids,
                    has_group=has_group,
                    cf_filter=cf_filter,
                    include_custom_fields=include_custom_fields,
                ),
                {},
            )
        )

    def list_projects(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal[
            "-active",
            "-billable",
            "-client_id",
            "-client_name",
            "-created_at",
            "-name",
            "-parent_project_id",
            "-pinned",
            "-private",
            "-relevance",
            "-toggl_user_id",
            "-updated_at",
            "active",
            "billable",
            "client_id",
            "client_name",
            "created_at",
            "created_by_user",
            "name",
            "parent_project_id",
            "pinned",
            "private",
            "relevance",
            "toggl_user_id",
            "updated_at",
        ]
        | Sequence[
            Literal[
                "-active",
                "-billable",
                "-client_id",
                "-client_name",
                "-created_at",
                "-name",
                "-parent_project_id",
                "-pinned",
                "-private",
                "-relevance",
                "-toggl_user_id",
                "-updated_at",
                "active",
                "billable",
                "client_id",
                "client_name",
                "created_at",
                "created_by_user",
                "name",
                "parent_project_id",
                "pinned",
                "private",
                "relevance",
                "toggl_user_id",
                "updated_at",
            ]
        ]
        | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        completed: bool | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        client_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        creator_id: int | Sequence[int] | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        project_id: int | models.Project | Sequence[int | models.Project] | UnsetType = UNSET,
        user_id: int | Sequence[int] | UnsetType = UNSET,
        only_me: bool | UnsetType = UNSET,
        include_rates: bool | UnsetType = UNSET,
        include_rollover: bool | UnsetType = UNSET,
        include_idle_recurring_templates: bool | UnsetType = UNSET,
        include_drafts: bool | UnsetType = UNSET,
        include_locked_private: bool | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        date_overlap_start: datetime.datetime | UnsetType = UNSET,
        date_overlap_end: datetime.datetime | UnsetType = UNSET,
        cf_filter: str | Sequence[str] | UnsetType = UNSET,
    ) -> Answer[models.ProjectPage]:
        """List the projects of a workspace, page by page.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/projects`

        The arguments are those of `toggl_openapi.focus.operations.list_projects`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_projects(
                    organization_id,
                    workspace_id,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    pinned=pinned,
                    archived=archived,
                    completed=completed,
                    private=private,
                    name=name,
                    client_id=client_id,
                    creator_id=creator_id,
                    tag_id=tag_id,
                    assignee_user_id=assignee_user_id,
                    project_id=project_id,
                    user_id=user_id,
                    only_me=only_me,
                    include_rates=include_rates,
                    include_rollover=include_rollover,
                    include_idle_recurring_templates=include_idle_recurring_templates,
                    include_drafts=include_drafts,
                    include_locked_private=include_locked_private,
                    start_date=start_date,
                    end_date=end_date,
                    date_overlap_start=date_overlap_start,
                    date_overlap_end=date_overlap_end,
                    cf_filter=cf_filter,
                ),
                {},
            )
        )

    def get_project(
        self,
        organization_id: int,
        workspace_id: int,
        project_id: int | models.Project,
    ) -> Answer[models.Project]:
        """Get one project.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/projects/{project_id}`

        The arguments are those of `toggl_openapi.focus.operations.get_project`.
        """
        return self._driver.run(
            self._config.execute(
                operations.get_project(
                    organization_id,
                    workspace_id,
                    project_id,
                ),
                {},
            )
        )

    def list_statuses(
        self,
        workspace_id: int,
        *,
        name: str | UnsetType = UNSET,
        type: Literal["blocked", "done", "in_progress", "todo"] | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal[
            "-created_at",
            "-name",
            "-position",
            "-updated_at",
            "-workspace_id",
            "created_at",
            "name",
            "position",
            "updated_at",
            "workspace_id",
        ]
        | Sequence[
            Literal[
                "-created_at",
                "-name",
                "-position",
                "-updated_at",
                "-workspace_id",
                "created_at",
                "name",
                "position",
                "updated_at",
                "workspace_id",
            ]
        ]
        | UnsetType = UNSET,
    ) -> Answer[models.StatusPage]:
        """List the task statuses of a workspace, page by page.

        `GET /workspaces/{workspace_id}/statuses`

        The arguments are those of `toggl_openapi.focus.operations.list_statuses`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_statuses(
                    workspace_id,
                    name=name,
                    type=type,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                ),
                {},
            )
        )

    def list_tags(
        self,
        workspace_id: int,
        *,
        name: str | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal["-name", "name"] | Sequence[Literal["-name", "name"]] | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag] | UnsetType = UNSET,
    ) -> Answer[models.TagPage]:
        """List the tags of a workspace, page by page.

        `GET /workspaces/{workspace_id}/tags`

        The arguments are those of `toggl_openapi.focus.operations.list_tags`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_tags(
                    workspace_id,
                    name=name,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    tag_id=tag_id,
                ),
                {},
            )
        )

    def list_clients(
        self,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal[
            "-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"
        ]
        | Sequence[
            Literal["-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"]
        ]
        | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
    ) -> Answer[models.WorkspaceClientPage]:
        """List the clients of a workspace, page by page.

        `GET /workspaces/{workspace_id}/clients`

        The arguments are those of `toggl_openapi.focus.operations.list_clients`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_clients(
                    workspace_id,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    name=name,
                ),
                {},
            )
        )

    def list_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        with_entries: bool | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        order_by: Literal[
            "-assignees",
            "-billable",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-position",
            "-priority",
            "-priority_at",
            "-project_id",
            "-relevance",
            "-start_date",
            "-status_id",
            "-sub_tasks_grouped",
            "-tag_ids",
            "-timeblock_now_diff",
            "-timeblock_start",
            "-updated_at",
            "-user_id",
            "assignees",
            "billable",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "position",
            "priority",
            "priority_at",
            "project_id",
            "relevance",
            "start_date",
            "status_id",
            "sub_tasks_grouped",
            "tag_ids",
            "timeblock_now_diff",
            "timeblock_start",
            "updated_at",
            "user_id",
        ]
        | Sequence[
            Literal[
                "-assignees",
                "-billable",
                "-created_at",
                "-end_date",
                "-estimated_mins",
                "-last_activity",
                "-name",
                "-parent_task_id",
                "-pinned",
                "-position",
                "-priority",
                "-priority_at",
                "-project_id",
                "-relevance",
                "-start_date",
                "-status_id",
                "-sub_tasks_grouped",
                "-tag_ids",
                "-timeblock_now_diff",
                "-timeblock_start",
                "-updated_at",
                "-user_id",
                "assignees",
                "billable",
                "created_at",
                "end_date",
                "estimated_mins",
                "last_activity",
                "name",
                "parent_task_id",
                "pinned",
                "position",
                "priority",
                "priority_at",
                "project_id",
                "relevance",
                "start_date",
                "status_id",
                "sub_tasks_grouped",
                "tag_ids",
                "timeblock_now_diff",
                "timeblock_start",
                "updated_at",
                "user_id",
            ]
        ]
        | UnsetType = UNSET,
        status_id: int | models.Status | Sequence[int | models.Status] | UnsetType = UNSET,
        toggl_user_id: int | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        has_time_entries: bool | UnsetType = UNSET,
        has_time_blocks: bool | UnsetType = UNSET,
        has_dates: bool | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        include_project_completed: bool | UnsetType = UNSET,
        include_drafts: bool | UnsetType = UNSET,
        project_id: int | models.Project | Sequence[int | models.Project | None] | None | UnsetType = UNSET,
        parent_task_id: int | models.Task | Sequence[int | models.Task | None] | None | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        active_by_date: datetime.datetime | UnsetType = UNSET,
        start_date_from: datetime.datetime | UnsetType = UNSET,
        start_date_to: datetime.datetime | UnsetType = UNSET,
        end_date_from: datetime.datetime | UnsetType = UNSET,
        end_date_to: datetime.datetime | UnsetType = UNSET,
        dates_overlap_start: datetime.datetime | UnsetType = UNSET,
        dates_overlap_end: datetime.datetime | UnsetType = UNSET,
        estimated_mins_min: int | UnsetType = UNSET,
        estimated_mins_max: int | UnsetType = UNSET,
        source: Literal["focus", "google_calendar", "outlook_calendar", "plan"]
        | Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
        | UnsetType = UNSET,
        priority: Literal["high", "low", "medium", "none"]
        | Sequence[Literal["high", "low", "medium", "none"]]
        | UnsetType = UNSET,
        is_priority: bool | UnsetType = UNSET,
        state: Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]
        | Sequence[Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]]
        | UnsetType = UNSET,
        timeblock_start_from: datetime.datetime | UnsetType = UNSET,
        timeblock_start_until: datetime.datetime | UnsetType = UNSET,
        time_block_id: int | Sequence[int] | UnsetType = UNSET,
        time_block_completed: bool | UnsetType = UNSET,
        team_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        assignee_team_id: int | Sequence[int] | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_task_ids: int | Sequence[int] | UnsetType = UNSET,
        client_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        include_rates: bool | UnsetType = UNSET,
        include_ghost_assignees: bool | UnsetType = UNSET,
        assignee_ghost_id: int | Sequence[int] | UnsetType = UNSET,
        include_assignees: bool | UnsetType = UNSET,
        include_parent_matches: bool | UnsetType = UNSET,
        disable_aggregations: bool | UnsetType = UNSET,
        cf_filter: str | Sequence[str] | UnsetType = UNSET,
    ) -> Answer[models.TaskPage]:
        """List the tasks of a workspace, page by page.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks`

        The arguments are those of `toggl_openapi.focus.operations.list_tasks`.
        """
        return self._driver.run(
            self._config.execute(
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
                    include_project_completed=include_project_completed,
                    include_drafts=include_drafts,
                    project_id=project_id,
                    parent_task_id=parent_task_id,
                    start_date=start_date,
                    end_date=end_date,
                    active_by_date=active_by_date,
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
                    assignee_team_id=assignee_team_id,
                    assignee_user_id=assignee_user_id,
                    tag_id=tag_id,
                    recurring=recurring,
                    recurring_task_ids=recurring_task_ids,
                    client_id=client_id,
                    include_rates=include_rates,
                    include_ghost_assignees=include_ghost_assignees,
                    assignee_ghost_id=assignee_ghost_id,
                    include_assignees=include_assignees,
                    include_parent_matches=include_parent_matches,
                    disable_aggregations=disable_aggregations,
                    cf_filter=cf_filter,
                ),
                {},
            )
        )

    def create_task(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskCreate | TaskCreateFields,
    ) -> Answer[models.Task]:
        """Create a task.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks`

        The arguments are those of `toggl_openapi.focus.operations.create_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.create_task(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def create_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskBulkCreate | TaskBulkCreateFields,
    ) -> Answer[list[models.Task] | None]:
        """Create several tasks.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk`

        The arguments are those of `toggl_openapi.focus.operations.create_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.create_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def delete_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        ids: int | models.Task | Sequence[int | models.Task],
        outbound_sync: bool | UnsetType = UNSET,
    ) -> Answer[None]:
        """Delete several tasks.

        `DELETE /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk`

        The arguments are those of `toggl_openapi.focus.operations.delete_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.delete_tasks(
                    organization_id,
                    workspace_id,
                    ids=ids,
                    outbound_sync=outbound_sync,
                ),
                {},
            )
        )

    def patch_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: Sequence[models.TaskPatchItem | TaskPatchItemFields],
    ) -> Answer[None]:
        """Change fields of several tasks.

        `PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk`

        The arguments are those of `toggl_openapi.focus.operations.patch_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.patch_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def archive_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskIds | TaskIdsFields,
    ) -> Answer[None]:
        """Archive several tasks.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/archive`

        The arguments are those of `toggl_openapi.focus.operations.archive_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.archive_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def unarchive_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskIds | TaskIdsFields,
    ) -> Answer[None]:
        """Unarchive several tasks.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/unarchive`

        The arguments are those of `toggl_openapi.focus.operations.unarchive_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.unarchive_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def restore_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskIds | TaskIdsFields,
    ) -> Answer[None]:
        """Restore several deleted tasks.

        `PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/restore`

        The arguments are those of `toggl_openapi.focus.operations.restore_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.restore_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def duplicate_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        body: models.TaskDuplicate | TaskDuplicateFields,
    ) -> Answer[list[models.Task] | None]:
        """Duplicate several tasks.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/bulk/duplicate`

        The arguments are those of `toggl_openapi.focus.operations.duplicate_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.duplicate_tasks(
                    organization_id,
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    def stream_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        with_entries: bool | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        order_by: Literal[
            "-assignees",
            "-billable",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-position",
            "-priority",
            "-priority_at",
            "-project_id",
            "-relevance",
            "-start_date",
            "-status_id",
            "-sub_tasks_grouped",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "billable",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "position",
            "priority",
            "priority_at",
            "project_id",
            "relevance",
            "start_date",
            "status_id",
            "sub_tasks_grouped",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
        | Sequence[
            Literal[
                "-assignees",
                "-billable",
                "-created_at",
                "-end_date",
                "-estimated_mins",
                "-last_activity",
                "-name",
                "-parent_task_id",
                "-pinned",
                "-position",
                "-priority",
                "-priority_at",
                "-project_id",
                "-relevance",
                "-start_date",
                "-status_id",
                "-sub_tasks_grouped",
                "-tag_ids",
                "-updated_at",
                "-user_id",
                "assignees",
                "billable",
                "created_at",
                "end_date",
                "estimated_mins",
                "last_activity",
                "name",
                "parent_task_id",
                "pinned",
                "position",
                "priority",
                "priority_at",
                "project_id",
                "relevance",
                "start_date",
                "status_id",
                "sub_tasks_grouped",
                "tag_ids",
                "updated_at",
                "user_id",
            ]
        ]
        | UnsetType = UNSET,
        status_id: int | models.Status | Sequence[int | models.Status] | UnsetType = UNSET,
        toggl_user_id: int | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        has_time_entries: bool | UnsetType = UNSET,
        has_time_blocks: bool | UnsetType = UNSET,
        has_dates: bool | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        include_project_completed: bool | UnsetType = UNSET,
        include_drafts: bool | UnsetType = UNSET,
        project_id: int | models.Project | Sequence[int | models.Project | None] | None | UnsetType = UNSET,
        parent_task_id: int | models.Task | Sequence[int | models.Task | None] | None | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        active_by_date: datetime.datetime | UnsetType = UNSET,
        start_date_from: datetime.datetime | UnsetType = UNSET,
        start_date_to: datetime.datetime | UnsetType = UNSET,
        end_date_from: datetime.datetime | UnsetType = UNSET,
        end_date_to: datetime.datetime | UnsetType = UNSET,
        dates_overlap_start: datetime.datetime | UnsetType = UNSET,
        dates_overlap_end: datetime.datetime | UnsetType = UNSET,
        estimated_mins_min: int | UnsetType = UNSET,
        estimated_mins_max: int | UnsetType = UNSET,
        source: Literal["focus", "google_calendar", "outlook_calendar", "plan"]
        | Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
        | UnsetType = UNSET,
        priority: Literal["high", "low", "medium", "none"]
        | Sequence[Literal["high", "low", "medium", "none"]]
        | UnsetType = UNSET,
        is_priority: bool | UnsetType = UNSET,
        state: Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]
        | Sequence[Literal["active", "done", "not_timeblocked", "not_tracked", "timeblocked", "tracked"]]
        | UnsetType = UNSET,
        time_block_id: int | Sequence[int] | UnsetType = UNSET,
        time_block_completed: bool | UnsetType = UNSET,
        team_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        assignee_team_id: int | Sequence[int] | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_task_ids: int | Sequence[int] | UnsetType = UNSET,
        client_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        include_assignees: bool | UnsetType = UNSET,
        include_parent_matches: bool | UnsetType = UNSET,
        cf_filter: str | Sequence[str] | UnsetType = UNSET,
    ) -> Answer[list[models.Task] | None]:
        """List all tasks of a workspace in one response.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/stream`

        The arguments are those of `toggl_openapi.focus.operations.stream_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.stream_tasks(
                    organization_id,
                    workspace_id,
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
                    include_project_completed=include_project_completed,
                    include_drafts=include_drafts,
                    project_id=project_id,
                    parent_task_id=parent_task_id,
                    start_date=start_date,
                    end_date=end_date,
                    active_by_date=active_by_date,
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
                    time_block_id=time_block_id,
                    time_block_completed=time_block_completed,
                    team_id=team_id,
                    assignee_team_id=assignee_team_id,
                    assignee_user_id=assignee_user_id,
                    tag_id=tag_id,
                    recurring=recurring,
                    recurring_task_ids=recurring_task_ids,
                    client_id=client_id,
                    include_assignees=include_assignees,
                    include_parent_matches=include_parent_matches,
                    cf_filter=cf_filter,
                ),
                {},
            )
        )

    def list_recurring_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        start_date: datetime.datetime | UnsetType = UNSET,
        end_date: datetime.datetime | UnsetType = UNSET,
        dates_overlap_start: datetime.datetime | UnsetType = UNSET,
        dates_overlap_end: datetime.datetime | UnsetType = UNSET,
        recurring_task_ids: int | Sequence[int] | UnsetType = UNSET,
        team_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        assignee_team_id: int | Sequence[int] | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        include_assignees: bool | UnsetType = UNSET,
    ) -> Answer[models.UncountedTaskPage]:
        """List the recurring tasks of a workspace, page by page.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/recurring`

        The arguments are those of `toggl_openapi.focus.operations.list_recurring_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_recurring_tasks(
                    organization_id,
                    workspace_id,
                    page=page,
                    per_page=per_page,
                    archived=archived,
                    start_date=start_date,
                    end_date=end_date,
                    dates_overlap_start=dates_overlap_start,
                    dates_overlap_end=dates_overlap_end,
                    recurring_task_ids=recurring_task_ids,
                    team_id=team_id,
                    assignee_team_id=assignee_team_id,
                    assignee_user_id=assignee_user_id,
                    tag_id=tag_id,
                    include_assignees=include_assignees,
                ),
                {},
            )
        )

    def find_task_by_external_id(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        source: str,
        ext_id: int,
    ) -> Answer[models.Task]:
        """Find the task that is linked to an item in another system.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/by-external-id`

        The arguments are those of `toggl_openapi.focus.operations.find_task_by_external_id`.
        """
        return self._driver.run(
            self._config.execute(
                operations.find_task_by_external_id(
                    organization_id,
                    workspace_id,
                    source=source,
                    ext_id=ext_id,
                ),
                {},
            )
        )

    def get_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        include_assignees: bool | UnsetType = UNSET,
    ) -> Answer[models.Task]:
        """Get one task.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.focus.operations.get_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.get_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    include_assignees=include_assignees,
                ),
                {},
            )
        )

    def replace_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        body: models.TaskReplace | TaskReplaceFields,
    ) -> Answer[None]:
        """Replace all fields of one task.

        `PUT /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.focus.operations.replace_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.replace_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    body,
                ),
                {},
            )
        )

    def delete_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        from_recurring_task_id: int | UnsetType = UNSET,
        outbound_sync: bool | UnsetType = UNSET,
    ) -> Answer[None]:
        """Delete one task.

        `DELETE /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.focus.operations.delete_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.delete_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    from_recurring_task_id=from_recurring_task_id,
                    outbound_sync=outbound_sync,
                ),
                {},
            )
        )

    def patch_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        body: models.TaskPatch | TaskPatchFields,
        *,
        from_recurring_task_id: int | UnsetType = UNSET,
    ) -> Answer[None]:
        """Change fields of one task.

        `PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.focus.operations.patch_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.patch_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    body,
                    from_recurring_task_id=from_recurring_task_id,
                ),
                {},
            )
        )

    def archive_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        from_recurring_task_id: int | UnsetType = UNSET,
    ) -> Answer[None]:
        """Archive one task.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/archive`

        The arguments are those of `toggl_openapi.focus.operations.archive_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.archive_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    from_recurring_task_id=from_recurring_task_id,
                ),
                {},
            )
        )

    def unarchive_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
    ) -> Answer[None]:
        """Unarchive one task.

        `POST /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/unarchive`

        The arguments are those of `toggl_openapi.focus.operations.unarchive_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.unarchive_task(
                    organization_id,
                    workspace_id,
                    task_id,
                ),
                {},
            )
        )

    def restore_task(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
    ) -> Answer[None]:
        """Restore one deleted task.

        `PATCH /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/restore`

        The arguments are those of `toggl_openapi.focus.operations.restore_task`.
        """
        return self._driver.run(
            self._config.execute(
                operations.restore_task(
                    organization_id,
                    workspace_id,
                    task_id,
                ),
                {},
            )
        )

    def list_child_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal[
            "-assignees",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-priority",
            "-priority_at",
            "-project_id",
            "-start_date",
            "-status_id",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "priority",
            "priority_at",
            "project_id",
            "start_date",
            "status_id",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
        | Sequence[
            Literal[
                "-assignees",
                "-created_at",
                "-end_date",
                "-estimated_mins",
                "-last_activity",
                "-name",
                "-parent_task_id",
                "-pinned",
                "-priority",
                "-priority_at",
                "-project_id",
                "-start_date",
                "-status_id",
                "-tag_ids",
                "-updated_at",
                "-user_id",
                "assignees",
                "created_at",
                "end_date",
                "estimated_mins",
                "last_activity",
                "name",
                "parent_task_id",
                "pinned",
                "priority",
                "priority_at",
                "project_id",
                "start_date",
                "status_id",
                "tag_ids",
                "updated_at",
                "user_id",
            ]
        ]
        | UnsetType = UNSET,
        status_id: int | models.Status | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        source: Literal["focus", "google_calendar", "outlook_calendar", "plan"]
        | Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
        | UnsetType = UNSET,
        team_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        include_assignees: bool | UnsetType = UNSET,
    ) -> Answer[models.UncountedTaskPage]:
        """List the sub-tasks of a task, page by page.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/children`

        The arguments are those of `toggl_openapi.focus.operations.list_child_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_child_tasks(
                    organization_id,
                    workspace_id,
                    task_id,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    status_id=status_id,
                    archived=archived,
                    source=source,
                    team_id=team_id,
                    assignee_user_id=assignee_user_id,
                    tag_id=tag_id,
                    include_assignees=include_assignees,
                ),
                {},
            )
        )

    def list_parent_tasks(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        order_by: Literal[
            "-assignees",
            "-created_at",
            "-end_date",
            "-estimated_mins",
            "-last_activity",
            "-name",
            "-parent_task_id",
            "-pinned",
            "-priority",
            "-priority_at",
            "-project_id",
            "-start_date",
            "-status_id",
            "-tag_ids",
            "-updated_at",
            "-user_id",
            "assignees",
            "created_at",
            "end_date",
            "estimated_mins",
            "last_activity",
            "name",
            "parent_task_id",
            "pinned",
            "priority",
            "priority_at",
            "project_id",
            "start_date",
            "status_id",
            "tag_ids",
            "updated_at",
            "user_id",
        ]
        | Sequence[
            Literal[
                "-assignees",
                "-created_at",
                "-end_date",
                "-estimated_mins",
                "-last_activity",
                "-name",
                "-parent_task_id",
                "-pinned",
                "-priority",
                "-priority_at",
                "-project_id",
                "-start_date",
                "-status_id",
                "-tag_ids",
                "-updated_at",
                "-user_id",
                "assignees",
                "created_at",
                "end_date",
                "estimated_mins",
                "last_activity",
                "name",
                "parent_task_id",
                "pinned",
                "priority",
                "priority_at",
                "project_id",
                "start_date",
                "status_id",
                "tag_ids",
                "updated_at",
                "user_id",
            ]
        ]
        | UnsetType = UNSET,
        status_id: int | models.Status | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        source: Literal["focus", "google_calendar", "outlook_calendar", "plan"]
        | Sequence[Literal["focus", "google_calendar", "outlook_calendar", "plan"]]
        | UnsetType = UNSET,
        team_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        assignee_user_id: int | Sequence[int | None] | None | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag | None] | None | UnsetType = UNSET,
        include_assignees: bool | UnsetType = UNSET,
    ) -> Answer[models.UncountedTaskPage]:
        """List the tasks that can be the parent of a task, page by page.

        `GET /organizations/{organization_id}/workspaces/{workspace_id}/tasks/{task_id}/parents`

        The arguments are those of `toggl_openapi.focus.operations.list_parent_tasks`.
        """
        return self._driver.run(
            self._config.execute(
                operations.list_parent_tasks(
                    organization_id,
                    workspace_id,
                    task_id,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    status_id=status_id,
                    archived=archived,
                    source=source,
                    team_id=team_id,
                    assignee_user_id=assignee_user_id,
                    tag_id=tag_id,
                    include_assignees=include_assignees,
                ),
                {},
            )
        )
