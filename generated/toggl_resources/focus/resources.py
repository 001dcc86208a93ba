# generated from spec/focus.yaml by `make generate` - do not edit
"""The methods of each resource of the client."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from msgspec import UNSET, UnsetType
from toggl_openapi import request
from toggl_openapi.focus import models, operations
from toggl_openapi.focus.keywords import (
    TaskCreateFields,
    TaskPatchItemFields,
)

from toggl_tasks._pages import NumberedPages, Pages, SinglePage
from toggl_tasks._resource import SyncResource, chunks, resource
from toggl_tasks._retries import Retries

__all__ = [
    "Me",
    "Users",
    "Projects",
    "Statuses",
    "Tags",
    "Clients",
    "Tasks",
    "Resources",
]


class Me(SyncResource):
    """The authenticated user."""

    def settings(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.UserSettings:
        """Get the settings of the authenticated user.

        Settings of the web application. `current_workspace_id` is the workspace that the user
        works in.

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
            self._value(
                operations.get_my_settings(),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )


class Users(SyncResource):
    """Users of an organization."""

    def list(
        self,
        organization_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.OrganizationUser]:
        """List the users of an organization, page by page.

        Returns an array without the number of all users, so a page that is not full is the last
        one.

        Args:
            organization_id: Id of the organization.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            workspaces: Only users of one of these workspaces, by id.
            user_account_ids: Only users with one of these account ids.
            org_user_ids: Only users with one of these ids in the organization.
            groups: Only users in one of these groups, by id.
            toggl_products: Only users with access to one of these products. The values are not documented.
            active_status: Only users in one of these states. The values are not documented.
            roles: Only users with one of these roles, by id.
            only_admins: True lists only administrators.
            filter: Only users whose name or e-mail address contains this text (assumed).
            sort_dir: Direction of the sort order. The values are not documented.
            tag_ids: Only users with one of these tags.
            include_working_hours: Whether to include `working_hours`.
            include_rates: Whether to include hourly rates.
            pinned_ids: Users to list first, by id (assumed).
            has_group: True lists only users in a group, false only the others.
            cf_filter: Conditions on custom fields. Their syntax is not documented.
            include_custom_fields: Whether to include `custom_field_values`.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        organization_id: int,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.OrganizationUser:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            organization_id: Id of the organization.
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
        found: models.OrganizationUser = self._driver.run(
            self._find(
                operations.list_users(
                    organization_id,
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(),
                name,
            )
        )
        return found


class Projects(SyncResource):
    """Projects of a workspace."""

    def list(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Project]:
        """List the projects of a workspace, page by page.

        Filters are combined with "and", several values of one filter with "or".

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            pinned: True lists only pinned items, false only the others.
            archived: True lists only archived items, false only the others.
            completed: True lists only completed projects, false only the others.
            private: True lists only private items, false only the others.
            name: Only items whose name contains this text.
            client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items without a client.
            creator_id: Only projects created by one of these users.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            project_id: Only these projects.
            user_id: Only projects of one of these users.
            only_me: True lists only projects of the authenticated user.
            include_rates: Whether to include hourly rates.
            include_rollover: Whether to include `rollover_mins`.
            include_idle_recurring_templates: Whether to include templates of recurring projects that no longer recur (assumed).
            include_drafts: Whether to include projects that are drafts, or the tasks of such projects.
            include_locked_private: Whether to include private projects that the user has no access to (assumed).
            start_date: Only projects that start at or after this time, RFC 3339 (assumed).
            end_date: Only projects that end at or before this time, RFC 3339 (assumed).
            date_overlap_start: Start of a range that the dates of a project overlap, RFC 3339.
            date_overlap_end: End of a range that the dates of a project overlap, RFC 3339.
            cf_filter: Conditions on custom fields. Their syntax is not documented.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                prefetch,
            ),
            self._driver.run,
        )

    def get(
        self,
        organization_id: int,
        workspace_id: int,
        project_id: int | models.Project,
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Project:
        """Get one project.

        Returns the project with its totals.

        Args:
            organization_id: Id of the organization.
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
        return self._driver.run(
            self._value(
                operations.get_project(
                    organization_id,
                    workspace_id,
                    project_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def find(
        self,
        organization_id: int,
        workspace_id: int,
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
            organization_id: Id of the organization.
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
                    organization_id,
                    workspace_id,
                    name=name,
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                name,
            )
        )
        return found


class Statuses(SyncResource):
    """Task statuses of a workspace."""

    def list(
        self,
        workspace_id: int,
        *,
        name: str | UnsetType = UNSET,
        type: Literal["blocked", "done", "in_progress", "todo"] | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Status]:
        """List the task statuses of a workspace, page by page.

        A task refers to one of them with `status_id`. Without `order_by`, the order is not
        documented.

        Args:
            workspace_id: Id of the workspace.
            name: Only items whose name contains this text.
            type: Only statuses of this type.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
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
                operations.list_statuses(
                    workspace_id,
                    name=name,
                    type=type,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        workspace_id: int,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Status:
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
        found: models.Status = self._driver.run(
            self._find(
                operations.list_statuses(
                    workspace_id,
                    name=name,
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                name,
            )
        )
        return found


class Tags(SyncResource):
    """Tags of a workspace."""

    def list(
        self,
        workspace_id: int,
        *,
        name: str | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
        order_by: Literal["-name", "name"] | Sequence[Literal["-name", "name"]] | UnsetType = UNSET,
        tag_id: int | models.Tag | Sequence[int | models.Tag] | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Tag]:
        """List the tags of a workspace, page by page.

        A task refers to them with `tag_ids`.

        Args:
            workspace_id: Id of the workspace.
            name: Only items whose name contains this text.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            tag_id: Only these tags.
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
                operations.list_tags(
                    workspace_id,
                    name=name,
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    tag_id=tag_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        workspace_id: int,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Tag:
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
        found: models.Tag = self._driver.run(
            self._find(
                operations.list_tags(
                    workspace_id,
                    name=name,
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                name,
            )
        )
        return found


class Clients(SyncResource):
    """Clients of a workspace."""

    def list(
        self,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
        order_by: Literal[
            "-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"
        ]
        | Sequence[
            Literal["-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"]
        ]
        | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.WorkspaceClient]:
        """List the clients of a workspace, page by page.

        A project refers to one of them with `client_id`.

        Args:
            workspace_id: Id of the workspace.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            name: Only items whose name contains this text.
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
                    page=page,
                    per_page=per_page,
                    order_by=order_by,
                    name=name,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        workspace_id: int,
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
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                name,
            )
        )
        return found


class Tasks(SyncResource):
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks of a workspace, page by page.

        Filters are combined with "and", several values of one filter with "or". A parameter
        with several values is repeated (`status_id=1&status_id=2`).

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            with_entries: Whether to include time entries. The field that holds them is not documented.
            pinned: True lists only pinned items, false only the others.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            status_id: Only tasks with one of these statuses.
            toggl_user_id: Only tasks of this user.
            name: Only items whose name contains this text.
            has_time_entries: True lists only tasks with time entries, false only tasks without.
            has_time_blocks: True lists only tasks with time blocks, false only tasks without.
            has_dates: True lists tasks with a start or an end date, false tasks with neither.
            private: True lists only private items, false only the others.
            archived: True lists only archived items, false only the others.
            include_project_completed: Whether to include tasks of completed projects.
            include_drafts: Whether to include projects that are drafts, or the tasks of such projects.
            project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks without a project.
            parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks without a parent.
            start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `end_date`.
            end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `start_date`.
            active_by_date: Only tasks that are active on this date, given as an RFC 3339 time.
            start_date_from: Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
            start_date_to: Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
            end_date_from: Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
            end_date_to: Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
            dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `start_date`.
            dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `end_date`.
            estimated_mins_min: Only tasks with an estimate of at least this many minutes.
            estimated_mins_max: Only tasks with an estimate of at most this many minutes.
            source: Only tasks that came from one of these sources.
            priority: Only tasks with one of these priorities.
            is_priority: True lists only tasks that the user has marked as a priority, false only the others.
            state: Only tasks in one of these states.
            timeblock_start_from: Only tasks with a time block that starts at or after this time, RFC 3339.
            timeblock_start_until: Only tasks with a time block that starts at or before this time, RFC 3339.
            time_block_id: Only tasks with one of these time blocks.
            time_block_completed: True lists only tasks with a completed time block, false only tasks with an open one.
            team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a team.
            assignee_team_id: Only tasks assigned to one of these teams.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            recurring: True lists only recurring tasks, false only the others.
            recurring_task_ids: Only occurrences of one of these recurring tasks.
            client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items without a client.
            include_rates: Whether to include hourly rates.
            include_ghost_assignees: Whether to include `ghost_assignee_ids`, the assignees without an account.
            assignee_ghost_id: Only tasks assigned to one of these people without an account.
            include_assignees: Whether to include `assignees`, which names users and teams.
            include_parent_matches: Whether to include the sub-tasks of tasks whose name matches `name` (assumed).
            disable_aggregations: True omits the counts, the totals and the parent task, for a faster response.
            cf_filter: Conditions on custom fields. Their syntax is not documented.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                prefetch,
            ),
            self._driver.run,
        )

    def create(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        name: str,
        allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET,
        assignee_user_ids: Sequence[int] | None | UnsetType = UNSET,
        auto_log_time: bool | None | UnsetType = UNSET,
        billable: bool | None | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        end_date: datetime.date | None | UnsetType = UNSET,
        estimate_type: Literal["daily", "total"] | UnsetType = UNSET,
        estimated_mins: int | None | UnsetType = UNSET,
        estimate: datetime.timedelta | None | UnsetType = UNSET,
        ghost_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        integration_ext_id: int | None | UnsetType = UNSET,
        integration_source: str | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        parent_task_id: int | models.Task | None | UnsetType = UNSET,
        pinned: bool | None | UnsetType = UNSET,
        position: int | None | UnsetType = UNSET,
        priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET,
        priority_at: datetime.date | None | UnsetType = UNSET,
        private: bool | None | UnsetType = UNSET,
        project_id: int | models.Project | None | UnsetType = UNSET,
        rrule: str | None | UnsetType = UNSET,
        start_date: datetime.date | None | UnsetType = UNSET,
        status_id: int | models.Status | None | UnsetType = UNSET,
        tag_ids: Sequence[int] | None | UnsetType = UNSET,
        team_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Create a task.

        Creates one task and returns all of its fields. Sent twice, it creates two tasks.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            name: Name of the task.
            allocation_unit: What the workload of the task is measured in; the default is `flat`.
            assignee_user_ids: Ids of the users the task is assigned to.
            auto_log_time: Whether to log time from the time blocks of the task.
            billable: Whether time on the task is billable.
            color: Colour of the task.
            custom_fields: Values of custom fields. Their form is not documented.
            description: Description of the task.
            end_date: Last day of the task, `YYYY-MM-DD`.
            estimate_type: What the estimate covers.
            estimated_mins: Estimated effort in minutes.
            estimate: `estimated_mins` as a timedelta.
            ghost_assignee_ids: Ids of assignees without an account.
            integration_ext_id: Id of the linked item in another system.
            integration_source: Name of that other system.
            notes: Notes on the task.
            parent_task_id: Id of the task that this one is a sub-task of.
            pinned: Whether the task is pinned.
            position: Position of the task in a list sorted by hand.
            priority: Priority of the task.
            priority_at: When the user marked the task as a priority, `YYYY-MM-DD`.
            private: Whether only the user sees the task.
            project_id: Id of the project; none by default.
            rrule: Recurrence rule of the task, RFC 5545.
            start_date: First day of the task, `YYYY-MM-DD`.
            status_id: Id of the status; by default, the first one of the workspace (Todo).
            tag_ids: Ids of the tags of the task.
            team_assignee_ids: Ids of the teams the task is assigned to.
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
                operations.create_task(
                    organization_id,
                    workspace_id,
                    body=request.fields(
                        name=name,
                        allocation_unit=allocation_unit,
                        assignee_user_ids=assignee_user_ids,
                        auto_log_time=auto_log_time,
                        billable=billable,
                        color=color,
                        custom_fields=custom_fields,
                        description=description,
                        end_date=end_date,
                        estimate_type=estimate_type,
                        estimated_mins=request.duration(
                            "estimated_mins", estimated_mins, "estimate", estimate, "minutes"
                        ),
                        ghost_assignee_ids=ghost_assignee_ids,
                        integration_ext_id=integration_ext_id,
                        integration_source=integration_source,
                        notes=notes,
                        parent_task_id=request.to_id(parent_task_id, models.Task),
                        pinned=pinned,
                        position=position,
                        priority=priority,
                        priority_at=priority_at,
                        private=private,
                        project_id=request.to_id(project_id, models.Project),
                        rrule=rrule,
                        start_date=start_date,
                        status_id=request.to_id(status_id, models.Status),
                        tag_ids=tag_ids,
                        team_assignee_ids=team_assignee_ids,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def create_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Iterable[models.TaskCreate | TaskCreateFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """Create several tasks.

        Creates 1 to 100 tasks. Sent twice, it creates each of them twice.

        Sends one request for each 100. If a later one fails, `partial` of the error is
        the list so far.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            tasks: The new tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        result: builtins.list[models.Task] = self._driver.run(
            self._many(
                lambda chunk: operations.create_tasks(
                    organization_id,
                    workspace_id,
                    request.fields(
                        tasks=chunk,
                    ),
                ),
                chunks("tasks", tasks, 100),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )
        return result

    def delete_many(
        self,
        organization_id: int,
        workspace_id: int,
        ids: int | models.Task | Iterable[int | models.Task],
        *,
        outbound_sync: bool | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete several tasks.

        Deletes 1 to 100 tasks with their time entries. They can be restored.

        Sends one request for each 100. If a later one fails, `partial` of the error is
        a list of those that succeeded.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            ids: Ids of the tasks, 1 to 100.
            outbound_sync: Whether to pass the change on to the system that the task was imported from.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        self._driver.run(
            self._many(
                lambda chunk: operations.delete_tasks(
                    organization_id,
                    workspace_id,
                    ids=chunk,
                    outbound_sync=outbound_sync,
                ),
                chunks("ids", ids, 100, models.Task),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def update_many(
        self,
        organization_id: int,
        workspace_id: int,
        tasks: Iterable[models.TaskPatchItem | TaskPatchItemFields],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Change fields of several tasks.

        Changes the fields in each item; the other fields are unchanged. Takes 1 to 100 tasks.

        Sends one request for each 100. If a later one fails, `partial` of the error is
        a list of those that succeeded.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            tasks: Changes of several tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        self._driver.run(
            self._many(
                lambda chunk: operations.patch_tasks(
                    organization_id,
                    workspace_id,
                    chunk,
                ),
                chunks("tasks", tasks, 100),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def archive(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Archive several tasks.

        Archives 1 to 100 tasks. An archived task stays archived (assumed).

        Sends one request for each 100. If a later one fails, `partial` of the error is
        a list of those that succeeded.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: Ids of the tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        self._driver.run(
            self._many(
                lambda chunk: operations.archive_tasks(
                    organization_id,
                    workspace_id,
                    request.fields(
                        task_ids=chunk,
                    ),
                ),
                chunks("task_ids", task_ids, 100, models.Task),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def unarchive(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Unarchive several tasks.

        Takes 1 to 100 tasks out of the archive. A task that is not archived is unchanged
        (assumed).

        Sends one request for each 100. If a later one fails, `partial` of the error is
        a list of those that succeeded.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: Ids of the tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        self._driver.run(
            self._many(
                lambda chunk: operations.unarchive_tasks(
                    organization_id,
                    workspace_id,
                    request.fields(
                        task_ids=chunk,
                    ),
                ),
                chunks("task_ids", task_ids, 100, models.Task),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def restore(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Restore several deleted tasks.

        Brings back 1 to 100 deleted tasks. A task that is not deleted is unchanged (assumed).

        Sends one request for each 100. If a later one fails, `partial` of the error is
        a list of those that succeeded.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: Ids of the tasks.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        self._driver.run(
            self._many(
                lambda chunk: operations.restore_tasks(
                    organization_id,
                    workspace_id,
                    request.fields(
                        task_ids=chunk,
                    ),
                ),
                chunks("task_ids", task_ids, 100, models.Task),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def duplicate(
        self,
        organization_id: int,
        workspace_id: int,
        task_ids: int | models.Task | Iterable[int | models.Task],
        *,
        cascade_duplicate_children: bool,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> builtins.list[models.Task]:
        """Duplicate several tasks.

        Creates a copy of each of 1 to 100 tasks, with or without copies of their sub-tasks.
        Sent twice, it creates two copies of each.

        Sends one request for each 100. If a later one fails, `partial` of the error is
        the list so far.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_ids: Ids of the tasks.
            cascade_duplicate_children: Whether to duplicate their sub-tasks too.
            timeout: Timeout in seconds, in place of the client's; None for no timeout.
            deadline: Seconds for each request including its waits and retries, in place of the client's.
            retries: Number of retries of a failed request, in place of the client's.
            extra_headers: Headers to send in addition to the default ones.

        Raises:
            TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
            TogglError: The request failed.
        """
        result: builtins.list[models.Task] = self._driver.run(
            self._many(
                lambda chunk: operations.duplicate_tasks(
                    organization_id,
                    workspace_id,
                    request.fields(
                        task_ids=chunk,
                        cascade_duplicate_children=cascade_duplicate_children,
                    ),
                ),
                chunks("task_ids", task_ids, 100, models.Task),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )
        return result

    def stream(
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List all tasks of a workspace in one response.

        A bare array without pages, for many tasks at once. Filters work as in the list by
        pages.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            with_entries: Whether to include time entries. The field that holds them is not documented.
            pinned: True lists only pinned items, false only the others.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            status_id: Only tasks with one of these statuses.
            toggl_user_id: Only tasks of this user.
            name: Only items whose name contains this text.
            has_time_entries: True lists only tasks with time entries, false only tasks without.
            has_time_blocks: True lists only tasks with time blocks, false only tasks without.
            has_dates: True lists tasks with a start or an end date, false tasks with neither.
            private: True lists only private items, false only the others.
            archived: True lists only archived items, false only the others.
            include_project_completed: Whether to include tasks of completed projects.
            include_drafts: Whether to include projects that are drafts, or the tasks of such projects.
            project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists tasks without a project.
            parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists tasks without a parent.
            start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `end_date`.
            end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `start_date`.
            active_by_date: Only tasks that are active on this date, given as an RFC 3339 time.
            start_date_from: Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
            start_date_to: Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
            end_date_from: Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
            end_date_to: Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
            dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `start_date`.
            dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `end_date`.
            estimated_mins_min: Only tasks with an estimate of at least this many minutes.
            estimated_mins_max: Only tasks with an estimate of at most this many minutes.
            source: Only tasks that came from one of these sources.
            priority: Only tasks with one of these priorities.
            is_priority: True lists only tasks that the user has marked as a priority, false only the others.
            state: Only tasks in one of these states.
            time_block_id: Only tasks with one of these time blocks.
            time_block_completed: True lists only tasks with a completed time block, false only tasks with an open one.
            team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a team.
            assignee_team_id: Only tasks assigned to one of these teams.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            recurring: True lists only recurring tasks, false only the others.
            recurring_task_ids: Only occurrences of one of these recurring tasks.
            client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items without a client.
            include_assignees: Whether to include `assignees`, which names users and teams.
            include_parent_matches: Whether to include the sub-tasks of tasks whose name matches `name` (assumed).
            cf_filter: Conditions on custom fields. Their syntax is not documented.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                SinglePage(),
                prefetch,
            ),
            self._driver.run,
        )

    def recurring(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the recurring tasks of a workspace, page by page.

        Lists the tasks that have a recurrence rule (assumed). The response has no number of all
        tasks, so a page that is not full is the last one.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            archived: True lists only archived items, false only the others.
            start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `end_date`.
            end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used together with `start_date`.
            dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `start_date`.
            dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer `end_date`.
            recurring_task_ids: Only occurrences of one of these recurring tasks.
            team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a team.
            assignee_team_id: Only tasks assigned to one of these teams.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            include_assignees: Whether to include `assignees`, which names users and teams.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", key="start_date"),
                prefetch,
            ),
            self._driver.run,
        )

    def find_by_external_id(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        source: str,
        ext_id: int,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Find the task that is linked to an item in another system.

        Finds a task by the name of the other system and the id of the item there.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            source: Name of the other system, such as the `integration_source` of a new task.
            ext_id: Id in the other system, such as the `integration_ext_id` of a new task.
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
                operations.find_task_by_external_id(
                    organization_id,
                    workspace_id,
                    source=source,
                    ext_id=ext_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def get(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        include_assignees: bool | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Get one task.

        Returns the task with its parent task, counts and totals.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            include_assignees: Whether to include `assignees`, which names users and teams.
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
                operations.get_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    include_assignees=include_assignees,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def replace(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        name: str,
        status_id: int | models.Status,
        allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET,
        assignee_user_ids: Sequence[int] | None | UnsetType = UNSET,
        auto_log_time: bool | UnsetType = UNSET,
        billable: bool | UnsetType = UNSET,
        color: str | UnsetType = UNSET,
        custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        end_date: datetime.date | UnsetType = UNSET,
        estimate_type: Literal["daily", "total"] | UnsetType = UNSET,
        estimated_mins: int | UnsetType = UNSET,
        estimate: datetime.timedelta | UnsetType = UNSET,
        notes: str | UnsetType = UNSET,
        outbound_sync: bool | UnsetType = UNSET,
        parent_task_id: int | models.Task | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        position: int | None | UnsetType = UNSET,
        priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        project_id: int | models.Project | UnsetType = UNSET,
        recurring_task_id: int | UnsetType = UNSET,
        rrule: str | None | UnsetType = UNSET,
        start_date: datetime.date | UnsetType = UNSET,
        tag_ids: Sequence[int] | None | UnsetType = UNSET,
        team_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Replace all fields of one task.

        Clears every optional field that the body omits: without `project_id`, the task is
        removed from its project (observed). To change single fields, use PATCH.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            name: Name of the task.
            status_id: Id of the status.
            allocation_unit: What the workload of the task is measured in.
            assignee_user_ids: Ids of the users the task is assigned to.
            auto_log_time: Whether to log time from the time blocks of the task.
            billable: Whether time on the task is billable.
            color: Colour of the task.
            custom_fields: Values of custom fields. Their form is not documented.
            description: Description of the task.
            end_date: Last day of the task, `YYYY-MM-DD`.
            estimate_type: What the estimate covers.
            estimated_mins: Estimated effort in minutes.
            estimate: `estimated_mins` as a timedelta.
            notes: Notes on the task.
            outbound_sync: Whether to pass the change on to the system that the task was imported from.
            parent_task_id: Id of the task that this one is a sub-task of.
            pinned: Whether the task is pinned.
            position: Position of the task in a list sorted by hand.
            priority: Priority of the task.
            private: Whether only the user sees the task.
            project_id: Id of the project; none by default.
            recurring_task_id: Id of the recurring task that this one is an occurrence of.
            rrule: Recurrence rule of the task, RFC 5545.
            start_date: First day of the task, `YYYY-MM-DD`.
            tag_ids: Ids of the tags of the task.
            team_assignee_ids: Ids of the teams the task is assigned to.
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
                operations.replace_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    body=request.fields(
                        name=name,
                        status_id=request.to_id(status_id, models.Status),
                        allocation_unit=allocation_unit,
                        assignee_user_ids=assignee_user_ids,
                        auto_log_time=auto_log_time,
                        billable=billable,
                        color=color,
                        custom_fields=custom_fields,
                        description=description,
                        end_date=end_date,
                        estimate_type=estimate_type,
                        estimated_mins=request.duration(
                            "estimated_mins", estimated_mins, "estimate", estimate, "minutes"
                        ),
                        notes=notes,
                        outbound_sync=outbound_sync,
                        parent_task_id=request.to_id(parent_task_id, models.Task),
                        pinned=pinned,
                        position=position,
                        priority=priority,
                        private=private,
                        project_id=request.to_id(project_id, models.Project),
                        recurring_task_id=recurring_task_id,
                        rrule=rrule,
                        start_date=start_date,
                        tag_ids=tag_ids,
                        team_assignee_ids=team_assignee_ids,
                    ),
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def delete(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        from_recurring_task_id: int | UnsetType = UNSET,
        outbound_sync: bool | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Delete one task.

        Deletes the task with its time entries (observed). It can be restored.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            from_recurring_task_id: Id of the recurring task, to apply the change to this occurrence and the later ones (assumed).
            outbound_sync: Whether to pass the change on to the system that the task was imported from.
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
                operations.delete_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    from_recurring_task_id=from_recurring_task_id,
                    outbound_sync=outbound_sync,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def update(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        from_recurring_task_id: int | UnsetType = UNSET,
        allocation_unit: Literal["flat", "percent"] | UnsetType = UNSET,
        assignee_user_ids: Sequence[int] | None | UnsetType = UNSET,
        auto_log_time: bool | None | UnsetType = UNSET,
        billable: bool | UnsetType = UNSET,
        color: str | None | UnsetType = UNSET,
        custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        end_date: datetime.date | None | UnsetType = UNSET,
        estimate_type: Literal["daily", "total"] | UnsetType = UNSET,
        estimated_mins: int | None | UnsetType = UNSET,
        estimate: datetime.timedelta | None | UnsetType = UNSET,
        ghost_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        outbound_sync: bool | UnsetType = UNSET,
        parent_task_id: int | models.Task | None | UnsetType = UNSET,
        pinned: bool | UnsetType = UNSET,
        position: int | None | UnsetType = UNSET,
        priority: Literal["high", "low", "medium", "none"] | UnsetType = UNSET,
        priority_at: datetime.date | None | UnsetType = UNSET,
        private: bool | UnsetType = UNSET,
        recurring_task_id: int | None | UnsetType = UNSET,
        rrule: str | None | UnsetType = UNSET,
        start_date: datetime.date | None | UnsetType = UNSET,
        status_id: int | models.Status | UnsetType = UNSET,
        tag_ids: Sequence[int] | None | UnsetType = UNSET,
        team_assignee_ids: Sequence[int] | None | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> None:
        """Change fields of one task.

        Changes the fields in the body; the other fields are unchanged. A `project_id` in the
        body has no effect (observed), so the body has no such field; PUT moves a task to
        another project.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            from_recurring_task_id: Id of the recurring task, to apply the change to this occurrence and the later ones (assumed).
            allocation_unit: What the workload of the task is measured in.
            assignee_user_ids: Ids of the users the task is assigned to, in place of the previous ones.
            auto_log_time: Whether to log time from the time blocks of the task.
            billable: Whether time on the task is billable.
            color: Colour of the task.
            custom_fields: Values of custom fields. Their form is not documented.
            description: Description of the task.
            end_date: Last day of the task, `YYYY-MM-DD`.
            estimate_type: What the estimate covers.
            estimated_mins: Estimated effort in minutes.
            estimate: `estimated_mins` as a timedelta.
            ghost_assignee_ids: Ids of assignees without an account.
            name: Name of the task.
            notes: Notes on the task.
            outbound_sync: Whether to pass the change on to the system that the task was imported from.
            parent_task_id: Id of the task that this one is a sub-task of.
            pinned: Whether the task is pinned.
            position: Position of the task in a list sorted by hand.
            priority: Priority of the task.
            priority_at: When the user marked the task as a priority, `YYYY-MM-DD`.
            private: Whether only the user sees the task.
            recurring_task_id: Id of the recurring task that this one is an occurrence of.
            rrule: Recurrence rule of the task, RFC 5545.
            start_date: First day of the task, `YYYY-MM-DD`.
            status_id: Id of the status.
            tag_ids: Ids of the tags of the task, in place of the previous ones.
            team_assignee_ids: Ids of the teams the task is assigned to, in place of the previous ones.
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
                operations.patch_task(
                    organization_id,
                    workspace_id,
                    task_id,
                    body=request.fields(
                        allocation_unit=allocation_unit,
                        assignee_user_ids=assignee_user_ids,
                        auto_log_time=auto_log_time,
                        billable=billable,
                        color=color,
                        custom_fields=custom_fields,
                        description=description,
                        end_date=end_date,
                        estimate_type=estimate_type,
                        estimated_mins=request.duration(
                            "estimated_mins", estimated_mins, "estimate", estimate, "minutes"
                        ),
                        ghost_assignee_ids=ghost_assignee_ids,
                        name=name,
                        notes=notes,
                        outbound_sync=outbound_sync,
                        parent_task_id=request.to_id(parent_task_id, models.Task),
                        pinned=pinned,
                        position=position,
                        priority=priority,
                        priority_at=priority_at,
                        private=private,
                        recurring_task_id=recurring_task_id,
                        rrule=rrule,
                        start_date=start_date,
                        status_id=request.to_id(status_id, models.Status),
                        tag_ids=tag_ids,
                        team_assignee_ids=team_assignee_ids,
                    ),
                    from_recurring_task_id=from_recurring_task_id,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
            )
        )

    def children(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the sub-tasks of a task, page by page.

        The response has no number of all tasks, so a page that is not full is the last one.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            status_id: Only tasks with this status.
            archived: True lists only archived items, false only the others.
            source: Only tasks that came from one of these sources.
            team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a team.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            include_assignees: Whether to include `assignees`, which names users and teams.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                prefetch,
            ),
            self._driver.run,
        )

    def parents(
        self,
        organization_id: int,
        workspace_id: int,
        task_id: int | models.Task,
        *,
        page: int | UnsetType = UNSET,
        per_page: int = 100,
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
        prefetch: int = 0,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> Pages[models.Task]:
        """List the tasks that can be the parent of a task, page by page.

        Whether these are the ancestors of the task or the tasks that it may be moved to is not
        documented. The response has no number of all tasks, so a page that is not full is the
        last one.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            task_id: Id of the task.
            page: Number of the page to return, counted from 1.
            per_page: Number of items on a page. The task list returns 400 for more than 100 (observed); for the other lists the limit is assumed.
            order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
            status_id: Only tasks with this status.
            archived: True lists only archived items, false only the others.
            source: Only tasks that came from one of these sources.
            team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks without a team.
            assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`) also lists items that are not assigned to a user.
            tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items without a tag.
            include_assignees: Whether to include `assignees`, which names users and teams.
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
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data"),
                prefetch,
            ),
            self._driver.run,
        )

    def find(
        self,
        organization_id: int,
        workspace_id: int,
        *,
        name: str,
        timeout: float | UnsetType | None = UNSET,
        deadline: float | UnsetType | None = UNSET,
        retries: int | Retries | UnsetType = UNSET,
        extra_headers: Mapping[str, str] | UnsetType = UNSET,
    ) -> models.Task:
        """Return the item with this name: an exact match, otherwise a match regardless of case.

        Searches the items that `list` returns without other filters.

        Args:
            organization_id: Id of the organization.
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
        found: models.Task = self._driver.run(
            self._find(
                operations.list_tasks(
                    organization_id,
                    workspace_id,
                    name=name,
                    per_page=100,
                ),
                request.fields(timeout=timeout, deadline=deadline, retries=retries, extra_headers=extra_headers),
                NumberedPages(items="data", total="total"),
                name,
            )
        )
        return found


class Resources:
    """The resources of the client."""

    me = resource(Me)
    users = resource(Users)
    projects = resource(Projects)
    statuses = resource(Statuses)
    tags = resource(Tags)
    clients = resource(Clients)
    tasks = resource(Tasks)
