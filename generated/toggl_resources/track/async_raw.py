# generated from spec/track.yaml by `make generate` - do not edit
"""One method for each operation of the specification, for asyncio: `client.raw`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi.track import models, operations
from toggl_openapi.track.keywords import (
    PatchOperationFields,
    ProjectCreateFields,
    ProjectUpdateFields,
    TaskCreateFields,
    TaskUpdateFields,
)

from toggl_tasks._request_flow import Answer
from toggl_tasks._resource import AsyncResource


class AsyncRawTrack(AsyncResource):
    """One method for each operation, which returns the decoded value with the response."""

    async def get_me(
        self,
        *,
        with_related_data: bool | UnsetType = UNSET,
    ) -> Answer[models.Me]:
        """Read the user.

        `GET /me`

        The arguments are those of `toggl_openapi.track.operations.get_me`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_me(
                    with_related_data=with_related_data,
                ),
                {},
            )
        )

    async def get_my_quota(
        self,
    ) -> Answer[list[models.OrganizationQuota] | None]:
        """Read the remaining hourly quotas.

        `GET /me/quota`

        The arguments are those of `toggl_openapi.track.operations.get_my_quota`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_my_quota(),
                {},
            )
        )

    async def list_my_organizations(
        self,
    ) -> Answer[list[models.Organization] | None]:
        """List the organizations of the user.

        `GET /me/organizations`

        The arguments are those of `toggl_openapi.track.operations.list_my_organizations`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_my_organizations(),
                {},
            )
        )

    async def list_my_workspaces(
        self,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    ) -> Answer[list[models.Workspace] | None]:
        """List the workspaces of the user.

        `GET /me/workspaces`

        The arguments are those of `toggl_openapi.track.operations.list_my_workspaces`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_my_workspaces(
                    since=since,
                ),
                {},
            )
        )

    async def list_my_projects(
        self,
        *,
        include_archived: bool | Literal["false", "true"] | UnsetType = UNSET,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    ) -> Answer[list[models.Project] | None]:
        """List the projects the user takes part in.

        `GET /me/projects`

        The arguments are those of `toggl_openapi.track.operations.list_my_projects`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_my_projects(
                    include_archived=include_archived,
                    since=since,
                ),
                {},
            )
        )

    async def get_organization(
        self,
        organization_id: int | models.Organization,
    ) -> Answer[models.Organization]:
        """Read one organization.

        `GET /organizations/{organization_id}`

        The arguments are those of `toggl_openapi.track.operations.get_organization`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_organization(
                    organization_id,
                ),
                {},
            )
        )

    async def list_workspaces(
        self,
    ) -> Answer[list[models.Workspace] | None]:
        """List the workspaces of the user, by an older route.

        `GET /workspaces`

        The arguments are those of `toggl_openapi.track.operations.list_workspaces`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_workspaces(),
                {},
            )
        )

    async def get_workspace(
        self,
        workspace_id: int | models.Workspace,
    ) -> Answer[models.Workspace]:
        """Read one workspace.

        `GET /workspaces/{workspace_id}`

        The arguments are those of `toggl_openapi.track.operations.get_workspace`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_workspace(
                    workspace_id,
                ),
                {},
            )
        )

    async def list_clients(
        self,
        workspace_id: int | models.Workspace,
        *,
        status: Literal["active", "archived", "both"] | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
    ) -> Answer[list[models.WorkspaceClient] | None]:
        """List the clients of a workspace.

        `GET /workspaces/{workspace_id}/clients`

        The arguments are those of `toggl_openapi.track.operations.list_clients`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_clients(
                    workspace_id,
                    status=status,
                    name=name,
                ),
                {},
            )
        )

    async def list_users(
        self,
        workspace_id: int | models.Workspace,
        *,
        exclude_deleted: bool | UnsetType = UNSET,
    ) -> Answer[list[models.WorkspaceUser] | None]:
        """List the users of a workspace.

        `GET /workspaces/{workspace_id}/users`

        The arguments are those of `toggl_openapi.track.operations.list_users`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_users(
                    workspace_id,
                    exclude_deleted=exclude_deleted,
                ),
                {},
            )
        )

    async def list_projects(
        self,
        workspace_id: int | models.Workspace,
        *,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        billable: bool | UnsetType = UNSET,
        user_ids: int | Sequence[int] | UnsetType = UNSET,
        client_ids: int | Sequence[int] | UnsetType = UNSET,
        group_ids: int | Sequence[int] | UnsetType = UNSET,
        project_ids: int | models.Project | Sequence[int | models.Project] | UnsetType = UNSET,
        statuses: str | Sequence[str] | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        only_templates: bool | UnsetType = UNSET,
        only_me: bool | UnsetType = UNSET,
        only_editable: bool | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        sort_field: str | UnsetType = UNSET,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_pinned: bool | UnsetType = UNSET,
    ) -> Answer[list[models.Project] | None]:
        """List the projects of a workspace, page by page.

        `GET /workspaces/{workspace_id}/projects`

        The arguments are those of `toggl_openapi.track.operations.list_projects`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_projects(
                    workspace_id,
                    active=active,
                    since=since,
                    billable=billable,
                    user_ids=user_ids,
                    client_ids=client_ids,
                    group_ids=group_ids,
                    project_ids=project_ids,
                    statuses=statuses,
                    name=name,
                    search=search,
                    only_templates=only_templates,
                    only_me=only_me,
                    only_editable=only_editable,
                    page=page,
                    per_page=per_page,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    sort_pinned=sort_pinned,
                ),
                {},
            )
        )

    async def create_project(
        self,
        workspace_id: int | models.Workspace,
        body: models.ProjectCreate | ProjectCreateFields,
    ) -> Answer[models.Project]:
        """Create a project.

        `POST /workspaces/{workspace_id}/projects`

        The arguments are those of `toggl_openapi.track.operations.create_project`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.create_project(
                    workspace_id,
                    body,
                ),
                {},
            )
        )

    async def get_project(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
    ) -> Answer[models.Project]:
        """Read one project.

        `GET /workspaces/{workspace_id}/projects/{project_id}`

        The arguments are those of `toggl_openapi.track.operations.get_project`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_project(
                    workspace_id,
                    project_id,
                ),
                {},
            )
        )

    async def update_project(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        body: models.ProjectUpdate | ProjectUpdateFields,
    ) -> Answer[models.Project]:
        """Change fields of one project.

        `PUT /workspaces/{workspace_id}/projects/{project_id}`

        The arguments are those of `toggl_openapi.track.operations.update_project`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.update_project(
                    workspace_id,
                    project_id,
                    body,
                ),
                {},
            )
        )

    async def delete_project(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        *,
        teDeletionMode: str | UnsetType = UNSET,
    ) -> Answer[int]:
        """Delete one project.

        `DELETE /workspaces/{workspace_id}/projects/{project_id}`

        The arguments are those of `toggl_openapi.track.operations.delete_project`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.delete_project(
                    workspace_id,
                    project_id,
                    teDeletionMode=teDeletionMode,
                ),
                {},
            )
        )

    async def list_project_tasks(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        *,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
    ) -> Answer[list[models.Task] | None]:
        """List the tasks of one project.

        `GET /workspaces/{workspace_id}/projects/{project_id}/tasks`

        The arguments are those of `toggl_openapi.track.operations.list_project_tasks`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_project_tasks(
                    workspace_id,
                    project_id,
                    active=active,
                ),
                {},
            )
        )

    async def create_task(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        body: models.TaskCreate | TaskCreateFields,
    ) -> Answer[models.Task]:
        """Create a task in a project.

        `POST /workspaces/{workspace_id}/projects/{project_id}/tasks`

        The arguments are those of `toggl_openapi.track.operations.create_task`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.create_task(
                    workspace_id,
                    project_id,
                    body,
                ),
                {},
            )
        )

    async def patch_tasks(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_ids: str,
        body: Sequence[models.PatchOperation | PatchOperationFields],
    ) -> Answer[models.PatchReport]:
        """Apply one JSON Patch to several tasks.

        `PATCH /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}`

        The arguments are those of `toggl_openapi.track.operations.patch_tasks`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.patch_tasks(
                    workspace_id,
                    project_id,
                    task_ids,
                    body,
                ),
                {},
            )
        )

    async def get_task(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_id: int | models.Task,
    ) -> Answer[models.Task]:
        """Read one task.

        `GET /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.track.operations.get_task`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.get_task(
                    workspace_id,
                    project_id,
                    task_id,
                ),
                {},
            )
        )

    async def update_task(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_id: int | models.Task,
        body: models.TaskUpdate | TaskUpdateFields,
    ) -> Answer[models.Task]:
        """Change fields of one task.

        `PUT /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.track.operations.update_task`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.update_task(
                    workspace_id,
                    project_id,
                    task_id,
                    body,
                ),
                {},
            )
        )

    async def delete_task(
        self,
        workspace_id: int | models.Workspace,
        project_id: int | models.Project,
        task_id: int | models.Task,
    ) -> Answer[None]:
        """Delete one task.

        `DELETE /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_id}`

        The arguments are those of `toggl_openapi.track.operations.delete_task`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.delete_task(
                    workspace_id,
                    project_id,
                    task_id,
                ),
                {},
            )
        )

    async def list_workspace_tasks(
        self,
        workspace_id: int | models.Workspace,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        pid: int | models.Project | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
    ) -> Answer[models.TaskPage]:
        """List the tasks of a workspace, page by page.

        `GET /workspaces/{workspace_id}/tasks`

        The arguments are those of `toggl_openapi.track.operations.list_workspace_tasks`.
        """
        return await self._driver.run(
            self._config.execute(
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
                {},
            )
        )

    async def list_basic_tasks(
        self,
        workspace_id: int | models.Workspace,
        *,
        page: int | UnsetType = UNSET,
        per_page: int | UnsetType = UNSET,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        project_ids: int | models.Project | Sequence[int | models.Project] | UnsetType = UNSET,
        task_ids: int | models.Task | Sequence[int | models.Task] | UnsetType = UNSET,
        client_ids: int | Sequence[int] | UnsetType = UNSET,
        only_me: bool | UnsetType = UNSET,
    ) -> Answer[models.TaskPage]:
        """List the tasks of a workspace, page by page, with filters by ids.

        `GET /workspaces/{workspace_id}/tasks/basic`

        The arguments are those of `toggl_openapi.track.operations.list_basic_tasks`.
        """
        return await self._driver.run(
            self._config.execute(
                operations.list_basic_tasks(
                    workspace_id,
                    page=page,
                    per_page=per_page,
                    sort_order=sort_order,
                    sort_field=sort_field,
                    active=active,
                    search=search,
                    project_id=project_id,
                    project_ids=project_ids,
                    task_ids=task_ids,
                    client_ids=client_ids,
                    only_me=only_me,
                ),
                {},
            )
        )

    async def list_my_tasks(
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
    ) -> Answer[list[models.Task] | models.TaskItems | None]:
        """List the tasks of the projects the user takes part in.

        `GET /me/tasks`

        The arguments are those of `toggl_openapi.track.operations.list_my_tasks`.
        """
        return await self._driver.run(
            self._config.execute(
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
                {},
            )
        )
