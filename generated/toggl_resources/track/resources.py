# generated from spec/track.yaml by `make generate` - do not edit
"""The methods of each resource of the client."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.track import models, operations
from toggl_openapi.track.keywords import (
    RecurringParametersFields,
)

from toggl_tasks._pages import NumberedPages, OffsetPages, Pages, SinglePage
from toggl_tasks._resource import SyncResource, resource
from toggl_tasks._retries import Retries

__all__ = [
    "Me",
    "Organizations",
    "Workspaces",
    "Projects",
    "Clients",
    "Users",
    "Tasks",
    "Resources",
]


class Me(SyncResource):
    """The authenticated user and the quotas of that user."""

    def get(
        self,
        *,
        with_related_data: bool | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Me:
        """Read the user.

        Returns the authenticated user. With `with_related_data`, the response also contains the
        workspaces, clients, projects, tasks, tags and time entries of the user. The response
        contains the API token of the user: treat it as a secret.

        Args:
            with_related_data: Whether the response contains the workspaces, clients, projects, tasks, tags and time entries of the user.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.get_me(
                    with_related_data=with_related_data,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def quota(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.OrganizationQuota]:
        """Read the remaining hourly quotas.

        One entry for each organization of the user, and one without an organization for the
        routes under `/me`.

        Args:
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._items(
                operations.get_my_quota(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )


class Organizations(SyncResource):
    """Organizations of the user, each with one plan."""

    def list(
        self,
        *,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Organization]:
        """List the organizations of the user.

        Returns all of them in one response, without pagination.

        Args:
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_my_organizations(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )

    def get(
        self,
        organization_id: int | models.Organization,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Organization:
        """Read one organization.

        The plan of an organization, and with it the hourly quota, applies to all its
        workspaces.

        Args:
            organization_id: Id of the organization.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.get_organization(
                    organization_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def find(
        self,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Organization:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            name: The whole name.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No item has this name, or several have it.
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        found: models.Organization = self._driver.run(
            self._find(
                operations.list_my_organizations(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                name,
            )
        )
        return found


class Workspaces(SyncResource):
    """Workspaces of the user."""

    def list(
        self,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Workspace]:
        """List the workspaces of the user.

        Returns all of them in one response, without pagination. Clients read `id`, `name`,
        `organization_id`, `at` and `admin` in each.

        Args:
            since: Only items that were created, changed or deleted at or after this time, in UNIX seconds.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_my_workspaces(
                    since=since,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )

    def get(
        self,
        workspace_id: int | models.Workspace,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Workspace:
        """Read one workspace.

        Returns the workspace as one flat object.

        Args:
            workspace_id: Id of the workspace.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.get_workspace(
                    workspace_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def find(
        self,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Workspace:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            name: The whole name.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No item has this name, or several have it.
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        found: models.Workspace = self._driver.run(
            self._find(
                operations.list_my_workspaces(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                name,
            )
        )
        return found


class Projects(SyncResource):
    """Projects of a workspace."""

    def list_mine(
        self,
        *,
        include_archived: bool | Literal["false", "true"] | UnsetType = UNSET,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Project]:
        """List the projects the user takes part in.

        Returns those of all workspaces in one response, without pagination. Archived projects
        are omitted unless `include_archived` is `true`.

        Args:
            include_archived: Whether to include archived projects. The document has a string; the values `true` and `false` are assumed.
            since: Only items that were created, changed or deleted at or after this time, in UNIX seconds.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_my_projects(
                    include_archived=include_archived,
                    since=since,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )

    def list(
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
        per_page: int = 200,
        sort_field: str | UnsetType = UNSET,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_pinned: bool | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Project]:
        """List the projects of a workspace, page by page.

        Projects that the user may see, as a bare array: a page that is not full is the last
        one. With `since`, the list also includes projects deleted since then, with
        `server_deleted_at` set.

        Args:
            workspace_id: Id of the workspace.
            active: `true` for active projects, `false` for archived ones, `both` for all of them. The default is not documented.
            since: Only items that were created, changed or deleted at or after this time, in UNIX seconds.
            billable: Only billable projects, or only projects that are not billable.
            user_ids: Only projects of these users.
            client_ids: Only projects of these clients.
            group_ids: Only projects of these groups of users.
            project_ids: Only these projects.
            statuses: Only projects with one of these values of `status` (assumed).
            name: Only projects whose name contains this text (assumed).
            search: Only projects that contain this text; which fields are searched is not documented.
            only_templates: Only project templates.
            only_me: Only projects the user takes part in.
            only_editable: Only projects the user may change.
            page: Number of the page to return, counted from 1.
            per_page: Number of projects on a page, at most 200.
            sort_field: The field that orders the list; which ones are allowed is not documented.
            sort_order: Sort order: ascending or descending.
            sort_pinned: Whether pinned projects come first.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(),
                prefetch,
            ),
            self._driver.run,
        )

    def create(
        self,
        workspace_id: int | models.Workspace,
        *,
        name: str,
        active: bool | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        client_name: str | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        is_private: bool | UnsetType = UNSET,
        is_shared: bool | UnsetType = UNSET,
        billable: bool | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        estimated_hours: int | UnsetType = UNSET,
        auto_estimates: bool | UnsetType = UNSET,
        currency: str | UnsetType = UNSET,
        rate: float | UnsetType = UNSET,
        rate_change_mode: str | UnsetType = UNSET,
        fixed_fee: float | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_parameters: models.RecurringParameters | RecurringParametersFields | UnsetType = UNSET,
        template: bool | UnsetType = UNSET,
        template_id: int | UnsetType = UNSET,
        external_reference: str | UnsetType = UNSET,
        cid: int | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Project:
        """Create a project.

        Creates one project and returns it. Send `active: true`: a project created without it is
        archived (observed), and tasks cannot be added to an archived project.

        Args:
            workspace_id: Id of the workspace.
            name: Name of the project.
            active: Send true, otherwise the project is created as archived, and tasks cannot be added to it (observed).
            client_id: Id of the client; null for none.
            client_name: Name of the client, in place of its id.
            color: Colour, `#rrggbb`.
            is_private: Whether only members see the project.
            is_shared: Whether the project is shared.
            billable: Whether the project is billable. Needs a paid plan.
            start_date: First day of the project, `YYYY-MM-DD` (assumed).
            end_date: Last day of the project, `YYYY-MM-DD` (assumed).
            estimated_hours: Estimated effort in hours. Needs a paid plan.
            auto_estimates: Whether the estimate is the sum of those of the tasks. Needs a paid plan.
            currency: Currency, such as `EUR`. Needs a paid plan.
            rate: Hourly rate. Needs a paid plan.
            rate_change_mode: From when a new rate applies: `start-today`, `override-current` or `override-all` (observed).
            fixed_fee: Fee for the whole project. Needs a paid plan.
            recurring: Whether the project recurs. Needs a paid plan.
            recurring_parameters: How a project recurs.
            template: Whether the project is a template. Needs a paid plan.
            template_id: Id of the template to make the project from.
            external_reference: A reference of your own to this project in another system.
            cid: Older name of `client_id`.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return self._driver.run(
            self._value(
                operations.create_project(
                    workspace_id,
                    body=request.fields(
                        name=name,
                        active=active,
                        client_id=client_id,
                        client_name=client_name,
                        color=color,
                        is_private=is_private,
                        is_shared=is_shared,
                        billable=billable,
                        start_date=start_date,
                        end_date=end_date,
                        estimated_hours=estimated_hours,
                        auto_estimates=auto_estimates,
                        currency=currency,
                        rate=rate,
                        rate_change_mode=rate_change_mode,
                        fixed_fee=fixed_fee,
                        recurring=recurring,
                        recurring_parameters=recurring_parameters,
                        template=template,
                        template_id=template_id,
                        external_reference=external_reference,
                        cid=cid,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def get(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Project:
        """Read one project.

        Returns the project as one flat object.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return self._driver.run(
            self._value(
                operations.get_project(
                    ids[0],
                    ids[1],
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def update(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        active: bool | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        client_name: str | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        is_private: bool | UnsetType = UNSET,
        is_shared: bool | UnsetType = UNSET,
        billable: bool | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        estimated_hours: int | UnsetType = UNSET,
        auto_estimates: bool | UnsetType = UNSET,
        currency: str | UnsetType = UNSET,
        rate: float | UnsetType = UNSET,
        rate_change_mode: str | UnsetType = UNSET,
        fixed_fee: float | UnsetType = UNSET,
        recurring: bool | UnsetType = UNSET,
        recurring_parameters: models.RecurringParameters | RecurringParametersFields | UnsetType = UNSET,
        template: bool | UnsetType = UNSET,
        template_id: int | UnsetType = UNSET,
        external_reference: str | UnsetType = UNSET,
        cid: int | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Project:
        """Change fields of one project.

        Changes the fields in the body; the other fields are unchanged (assumed). `active:
        false` archives the project.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            name: New name.
            active: False archives the project, true makes it active again.
            client_id: Id of the client; null for none.
            client_name: Name of the client, in place of its id.
            color: Colour, `#rrggbb`.
            is_private: Whether only members see the project.
            is_shared: Whether the project is shared.
            billable: Whether the project is billable. Needs a paid plan.
            start_date: First day of the project, `YYYY-MM-DD` (assumed).
            end_date: Last day of the project, `YYYY-MM-DD` (assumed).
            estimated_hours: Estimated effort in hours. Needs a paid plan.
            auto_estimates: Whether the estimate is the sum of those of the tasks. Needs a paid plan.
            currency: Currency, such as `EUR`. Needs a paid plan.
            rate: Hourly rate. Needs a paid plan.
            rate_change_mode: From when a new rate applies: `start-today`, `override-current` or `override-all` (observed).
            fixed_fee: Fee for the whole project. Needs a paid plan.
            recurring: Whether the project recurs. Needs a paid plan.
            recurring_parameters: How a project recurs.
            template: Whether the project is a template. Needs a paid plan.
            template_id: Id of the template to make the project from.
            external_reference: A reference of your own to this project in another system.
            cid: Older name of `client_id`.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return self._driver.run(
            self._value(
                operations.update_project(
                    ids[0],
                    ids[1],
                    body=request.fields(
                        name=name,
                        active=active,
                        client_id=client_id,
                        client_name=client_name,
                        color=color,
                        is_private=is_private,
                        is_shared=is_shared,
                        billable=billable,
                        start_date=start_date,
                        end_date=end_date,
                        estimated_hours=estimated_hours,
                        auto_estimates=auto_estimates,
                        currency=currency,
                        rate=rate,
                        rate_change_mode=rate_change_mode,
                        fixed_fee=fixed_fee,
                        recurring=recurring,
                        recurring_parameters=recurring_parameters,
                        template=template,
                        template_id=template_id,
                        external_reference=external_reference,
                        cid=cid,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def delete(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        teDeletionMode: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> int:
        """Delete one project.

        Deletes the project and its tasks. `teDeletionMode` selects what happens to its time
        entries.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            teDeletionMode: What happens to the time entries of the project: `delete` or `unassign`. The document has only the name; the values are assumed.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return self._driver.run(
            self._value(
                operations.delete_project(
                    ids[0],
                    ids[1],
                    teDeletionMode=teDeletionMode,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def find(
        self,
        workspace_id: int | models.Workspace,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Project:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            workspace_id: Id of the workspace.
            name: The whole name.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No item has this name, or several have it.
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        found: models.Project = self._driver.run(
            self._find(
                operations.list_projects(
                    workspace_id,
                    name=name,
                    per_page=200,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(),
                name,
            )
        )
        return found


class Clients(SyncResource):
    """Clients of a workspace; a project can belong to one."""

    def list(
        self,
        workspace_id: int | models.Workspace,
        *,
        status: Literal["active", "archived", "both"] | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.WorkspaceClient]:
        """List the clients of a workspace.

        Returns all of them in one response, without pagination. The `client_id` of a project is
        the `id` of its client.

        Args:
            workspace_id: Id of the workspace.
            status: Only `active` clients (the default), only `archived` ones, or `both`.
            name: Only clients whose name contains this text, in upper or lower case.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_clients(
                    workspace_id,
                    status=status,
                    name=name,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        workspace_id: int | models.Workspace,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.WorkspaceClient:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            workspace_id: Id of the workspace.
            name: The whole name.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            NameNotFound: No item has this name, or several have it.
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        found: models.WorkspaceClient = self._driver.run(
            self._find(
                operations.list_clients(
                    workspace_id,
                    name=name,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                name,
            )
        )
        return found


class Users(SyncResource):
    """Users of a workspace."""

    def list(
        self,
        workspace_id: int | models.Workspace,
        *,
        exclude_deleted: bool | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.WorkspaceUser]:
        """List the users of a workspace.

        Returns all of them in one response, without pagination. The `user_id` of a task is the
        `id` of its user.

        Args:
            workspace_id: Id of the workspace.
            exclude_deleted: Whether to exclude users who were removed from the workspace.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
                operations.list_users(
                    workspace_id,
                    exclude_deleted=exclude_deleted,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )


class Tasks(SyncResource):
    """Tasks of a workspace and its projects."""

    def list_project(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """List the tasks of one project.

        Returns all of them in one response, without pagination. The page shows a single object;
        the service returns an array, and `null` for an empty list.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            active: `true` for open tasks, `false` for tasks that are done, `both` for all of them. Sources contradict each other on the default.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return self._driver.run(
            self._items(
                operations.list_project_tasks(
                    ids[0],
                    ids[1],
                    active=active,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def create(
        self,
        workspace_id: int | models.Workspace | models.Project,
        project_id: int | models.Project | UnsetType = UNSET,
        *,
        name: str,
        active: bool | UnsetType = UNSET,
        estimated_seconds: int | None | UnsetType = UNSET,
        estimate: datetime.timedelta | None | UnsetType = UNSET,
        external_reference: str | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Create a task in a project.

        Creates one task and returns it. The name must be unique in the project. Tasks of an
        archived project cannot be created (400); with a plan that does not include tasks, the
        status is 402.

        Args:
            workspace_id: Id of the workspace. Or the project itself, and no other ids.
            project_id: Id of the project.
            name: Name of the task, unique in its project.
            active: False creates a task that is already done. The default is true.
            estimated_seconds: Estimated effort in seconds.
            estimate: `estimated_seconds` as a timedelta.
            external_reference: A reference of your own to this task in another system.
            user_id: Id of the user to assign the task to; the authenticated user by default.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(workspace_id, models.Project, ["workspace_id", "project_id"], [project_id])
        return self._driver.run(
            self._value(
                operations.create_task(
                    ids[0],
                    ids[1],
                    body=request.fields(
                        name=name,
                        active=active,
                        estimated_seconds=request.duration(
                            "estimated_seconds", estimated_seconds, "estimate", estimate, "seconds"
                        ),
                        external_reference=external_reference,
                        user_id=user_id,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def get(
        self,
        workspace_id: int | models.Workspace | models.Task,
        project_id: int | models.Project | UnsetType = UNSET,
        task_id: int | models.Task | UnsetType = UNSET,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Read one task.

        Returns the task as one flat object, without an envelope.

        Args:
            workspace_id: Id of the workspace. Or the task itself, and no other ids.
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
        ids = request.place_of(
            workspace_id, models.Task, ["workspace_id", "project_id", "task_id"], [project_id, task_id]
        )
        return self._driver.run(
            self._value(
                operations.get_task(
                    ids[0],
                    ids[1],
                    ids[2],
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def update(
        self,
        workspace_id: int | models.Workspace | models.Task,
        project_id: int | models.Project | UnsetType = UNSET,
        task_id: int | models.Task | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        active: bool | UnsetType = UNSET,
        estimated_seconds: int | None | UnsetType = UNSET,
        estimate: datetime.timedelta | None | UnsetType = UNSET,
        external_reference: str | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Change fields of one task.

        Changes the fields in the body; the other fields are unchanged. The workspace and the
        project of a task cannot change.

        Args:
            workspace_id: Id of the workspace. Or the task itself, and no other ids.
            project_id: Id of the project.
            task_id: Id of the task.
            name: New name, unique in the project.
            active: False marks the task as done, true opens it again.
            estimated_seconds: Estimated effort in seconds; null removes the estimate.
            estimate: `estimated_seconds` as a timedelta.
            external_reference: A reference of your own to this task in another system; null removes it.
            user_id: Id of the user to assign the task to; null for none.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        ids = request.place_of(
            workspace_id, models.Task, ["workspace_id", "project_id", "task_id"], [project_id, task_id]
        )
        return self._driver.run(
            self._value(
                operations.update_task(
                    ids[0],
                    ids[1],
                    ids[2],
                    body=request.fields(
                        name=name,
                        active=active,
                        estimated_seconds=request.duration(
                            "estimated_seconds", estimated_seconds, "estimate", estimate, "seconds"
                        ),
                        external_reference=external_reference,
                        user_id=user_id,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def delete(
        self,
        workspace_id: int | models.Workspace | models.Task,
        project_id: int | models.Project | UnsetType = UNSET,
        task_id: int | models.Task | UnsetType = UNSET,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete one task.

        There is no bulk delete in v9.

        Args:
            workspace_id: Id of the workspace. Or the task itself, and no other ids.
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
        ids = request.place_of(
            workspace_id, models.Task, ["workspace_id", "project_id", "task_id"], [project_id, task_id]
        )
        return self._driver.run(
            self._value(
                operations.delete_task(
                    ids[0],
                    ids[1],
                    ids[2],
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def list(
        self,
        workspace_id: int | models.Workspace,
        *,
        since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int = 200,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        pid: int | models.Project | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of a workspace, page by page.

        Tasks of all projects that the user may see. Without `active` only tasks that are not
        done are listed. With `since`, the list also includes tasks deleted since then, with
        `server_deleted_at` set.

        Args:
            workspace_id: Id of the workspace.
            since: Only items that were created, changed or deleted at or after this time, in UNIX seconds.
            page: Number of the page to return, counted from 1.
            per_page: Number of tasks on a page; clients are known to request up to 200.
            sort_order: Sort order: ascending or descending.
            sort_field: The field that orders the list.
            active: `true` for open tasks (the default), `false` for tasks that are done, `both` for all of them.
            pid: Only tasks of this project.
            project_id: Another name for `pid`.
            start_date: First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not documented.
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
        return Pages(
            self._query(
                operations.list_workspace_tasks(
                    workspace_id,
                    since=since,
                    page=page,
                    per_page=per_page,
                    sort_order=sort_order,
                    sort_field=sort_field,
                    active=active,
                    pid=request.alias("pid", pid, "project_id", project_id),
                    start_date=start_date,
                    end_date=end_date,
                    search=search,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total_count"),
                prefetch,
            ),
            self._driver.run,
        )

    def list_basic(
        self,
        workspace_id: int | models.Workspace,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 200,
        sort_order: Literal["ASC", "DESC"] | UnsetType = UNSET,
        sort_field: Literal["created_at", "name"] | UnsetType = UNSET,
        active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        project_ids: int | models.Project | Sequence[int | models.Project] | UnsetType = UNSET,
        task_ids: int | models.Task | Sequence[int | models.Task] | UnsetType = UNSET,
        client_ids: int | Sequence[int] | UnsetType = UNSET,
        only_me: bool | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of a workspace, page by page, with filters by ids.

        Returns the same envelope as `/workspaces/{workspace_id}/tasks`, with filters by several
        projects, tasks and clients. Which fields of a task it omits, if any, is not documented.

        Args:
            workspace_id: Id of the workspace.
            page: Number of the page to return, counted from 1.
            per_page: Number of tasks on a page; clients are known to request up to 200.
            sort_order: Sort order: ascending or descending.
            sort_field: The field that orders the list.
            active: `true` for open tasks (the default), `false` for tasks that are done, `both` for all of them.
            search: Only tasks whose name contains this text (assumed).
            project_id: Only tasks of this project.
            project_ids: Only tasks of these projects.
            task_ids: Only these tasks.
            client_ids: Only tasks of projects of these clients.
            only_me: Only tasks assigned to the user (assumed).
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total_count"),
                prefetch,
            ),
            self._driver.run,
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
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of the projects the user takes part in.

        Paged by `offset` and `per_page`; without `per_page`, the response contains all tasks.
        Counts against the quota of `/me` routes. Three forms of the response are known: a bare
        array (which every client reads), `null` for no tasks, and an envelope with `items` (on
        the documentation page).

        Args:
            meta: Whether each task includes the names and colours of its project and client.
            inbox: Whether to sort tasks in the order of the user's inbox.
            include_hidden: Whether to include hidden tasks.
            since: Only items that were created, changed or deleted at or after this time, in UNIX seconds.
            include_not_active: Whether to include tasks that are done. On the page it is a string, and an invalid value results in 400; the valid values `true` and `false` are assumed.
            offset: Number of tasks to skip.
            per_page: Maximum number of tasks in the response; by default, all tasks.
            search: Only tasks whose name, project name or client name contains this text.
            prefetch: Number of pages to fetch ahead while the caller works on one.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        return Pages(
            self._query(
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                OffsetPages(items="items"),
                prefetch,
            ),
            self._driver.run,
        )


class Resources:
    """The resources of the client."""

    me = resource(Me)
    organizations = resource(Organizations)
    workspaces = resource(Workspaces)
    projects = resource(Projects)
    clients = resource(Clients)
    users = resource(Users)
    tasks = resource(Tasks)
