# generated from spec/focus.yaml by `make generate` - do not edit
"""One function for each operation, which checks its arguments and returns the request to send, without I/O."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from .. import request
from ..operation import Operation
from . import models
from .keywords import (
    TaskBulkCreateFields,
    TaskCreateFields,
    TaskDuplicateFields,
    TaskIdsFields,
    TaskPatchFields,
    TaskPatchItemFields,
    TaskReplaceFields,
)

__all__ = [
    "get_my_settings",
    "list_users",
    "list_projects",
    "get_project",
    "list_statuses",
    "list_tags",
    "list_clients",
    "list_tasks",
    "create_task",
    "create_tasks",
    "delete_tasks",
    "patch_tasks",
    "archive_tasks",
    "unarchive_tasks",
    "restore_tasks",
    "duplicate_tasks",
    "stream_tasks",
    "list_recurring_tasks",
    "find_task_by_external_id",
    "get_task",
    "replace_task",
    "delete_task",
    "patch_task",
    "archive_task",
    "unarchive_task",
    "restore_task",
    "list_child_tasks",
    "list_parent_tasks",
]

_LIST_USERS = list[models.OrganizationUser] | None

_CREATE_TASKS = list[models.Task] | None

_DUPLICATE_TASKS = list[models.Task] | None

_STREAM_TASKS = list[models.Task] | None


def get_my_settings() -> Operation[models.UserSettings]:
    """Get the settings of the authenticated user.

    Settings of the web application. `current_workspace_id` is the workspace that the user works
    in.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_my_settings",
        method="GET",
        path="/users/me/settings",
        idempotent=True,
        success=models.UserSettings,
    )


def list_users(
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
) -> Operation[list[models.OrganizationUser] | None]:
    """List the users of an organization, page by page.

    Returns an array without the number of all users, so a page that is not full is the last
    one.

    Args:
        organization_id: Id of the organization.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
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

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if workspaces is not UNSET:
        request.add(query, "workspaces", workspaces, int, minimum=1, many=True)
    if user_account_ids is not UNSET:
        request.add(query, "user_account_ids", user_account_ids, int, minimum=1, many=True)
    if org_user_ids is not UNSET:
        request.add(query, "org_user_ids", org_user_ids, int, minimum=1, many=True)
    if groups is not UNSET:
        request.add(query, "groups", groups, int, minimum=1, many=True)
    if toggl_products is not UNSET:
        request.add(query, "toggl_products", toggl_products, str, many=True)
    if active_status is not UNSET:
        request.add(query, "active_status", active_status, str, many=True)
    if roles is not UNSET:
        request.add(query, "roles", roles, int, minimum=1, many=True)
    if only_admins is not UNSET:
        request.add(query, "only_admins", only_admins, bool)
    if filter is not UNSET:
        request.add(query, "filter", filter, str)
    if sort_dir is not UNSET:
        request.add(query, "sort_dir", sort_dir, str)
    if tag_ids is not UNSET:
        request.add(query, "tag_ids", tag_ids, int, minimum=1, many=True, model=models.Tag)
    if include_working_hours is not UNSET:
        request.add(query, "include_working_hours", include_working_hours, bool)
    if include_rates is not UNSET:
        request.add(query, "include_rates", include_rates, bool)
    if pinned_ids is not UNSET:
        request.add(query, "pinned_ids", pinned_ids, int, minimum=1, many=True)
    if has_group is not UNSET:
        request.add(query, "has_group", has_group, bool)
    if cf_filter is not UNSET:
        request.add(query, "cf_filter", cf_filter, str, many=True)
    if include_custom_fields is not UNSET:
        request.add(query, "include_custom_fields", include_custom_fields, bool)
    return Operation(
        name="list_users",
        method="GET",
        path="/organizations/" + request.segment("organization_id", organization_id, int, minimum=1) + "/users",
        query=tuple(query),
        idempotent=True,
        success=_LIST_USERS,
    )


def list_projects(
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
) -> Operation[models.ProjectPage]:
    """List the projects of a workspace, page by page.

    Filters are combined with "and", several values of one filter with "or".

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
        pinned: True lists only pinned items, false only the others.
        archived: True lists only archived items, false only the others.
        completed: True lists only completed projects, false only the others.
        private: True lists only private items, false only the others.
        name: Only items whose name contains this text.
        client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items
            without a client.
        creator_id: Only projects created by one of these users.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
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

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "name",
                "-name",
                "client_id",
                "-client_id",
                "client_name",
                "-client_name",
                "parent_project_id",
                "-parent_project_id",
                "private",
                "-private",
                "active",
                "-active",
                "billable",
                "-billable",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "toggl_user_id",
                "-toggl_user_id",
                "created_by_user",
                "pinned",
                "-pinned",
                "relevance",
                "-relevance",
            ),
            many=True,
        )
    if pinned is not UNSET:
        request.add(query, "pinned", pinned, bool)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if completed is not UNSET:
        request.add(query, "completed", completed, bool)
    if private is not UNSET:
        request.add(query, "private", private, bool)
    if name is not UNSET:
        request.add(query, "name", name, str)
    if client_id is not UNSET:
        request.add(query, "client_id", client_id, int, minimum=1, many=True, empty=True)
    if creator_id is not UNSET:
        request.add(query, "creator_id", creator_id, int, minimum=1, many=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if project_id is not UNSET:
        request.add(query, "project_id", project_id, int, minimum=1, many=True, model=models.Project)
    if user_id is not UNSET:
        request.add(query, "user_id", user_id, int, minimum=1, many=True)
    if only_me is not UNSET:
        request.add(query, "only_me", only_me, bool)
    if include_rates is not UNSET:
        request.add(query, "include_rates", include_rates, bool)
    if include_rollover is not UNSET:
        request.add(query, "include_rollover", include_rollover, bool)
    if include_idle_recurring_templates is not UNSET:
        request.add(query, "include_idle_recurring_templates", include_idle_recurring_templates, bool)
    if include_drafts is not UNSET:
        request.add(query, "include_drafts", include_drafts, bool)
    if include_locked_private is not UNSET:
        request.add(query, "include_locked_private", include_locked_private, bool)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.datetime)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.datetime)
    if date_overlap_start is not UNSET:
        request.add(query, "date_overlap_start", date_overlap_start, datetime.datetime)
    if date_overlap_end is not UNSET:
        request.add(query, "date_overlap_end", date_overlap_end, datetime.datetime)
    if cf_filter is not UNSET:
        request.add(query, "cf_filter", cf_filter, str, many=True)
    return Operation(
        name="list_projects",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects",
        query=tuple(query),
        idempotent=True,
        success=models.ProjectPage,
    )


def get_project(
    organization_id: int,
    workspace_id: int,
    project_id: int | models.Project,
) -> Operation[models.Project]:
    """Get one project.

    Returns the project with its totals.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        project_id: Id of the project.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_project",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project),
        idempotent=True,
        success=models.Project,
    )


def list_statuses(
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
) -> Operation[models.StatusPage]:
    """List the task statuses of a workspace, page by page.

    A task refers to one of them with `status_id`. Without `order_by`, the order is not
    documented.

    Args:
        workspace_id: Id of the workspace.
        name: Only items whose name contains this text.
        type: Only statuses of this type.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if name is not UNSET:
        request.add(query, "name", name, str)
    if type is not UNSET:
        request.add(query, "type", type, str, choices=("todo", "in_progress", "done", "blocked"))
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "name",
                "-name",
                "workspace_id",
                "-workspace_id",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "position",
                "-position",
            ),
            many=True,
        )
    return Operation(
        name="list_statuses",
        method="GET",
        path="/workspaces/" + request.segment("workspace_id", workspace_id, int, minimum=1) + "/statuses",
        query=tuple(query),
        idempotent=True,
        success=models.StatusPage,
    )


def list_tags(
    workspace_id: int,
    *,
    name: str | UnsetType = UNSET,
    page: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    order_by: Literal["-name", "name"] | Sequence[Literal["-name", "name"]] | UnsetType = UNSET,
    tag_id: int | models.Tag | Sequence[int | models.Tag] | UnsetType = UNSET,
) -> Operation[models.TagPage]:
    """List the tags of a workspace, page by page.

    A task refers to them with `tag_ids`.

    Args:
        workspace_id: Id of the workspace.
        name: Only items whose name contains this text.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
        tag_id: Only these tags.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if name is not UNSET:
        request.add(query, "name", name, str)
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(query, "order_by", order_by, str, choices=("name", "-name"), many=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, model=models.Tag)
    return Operation(
        name="list_tags",
        method="GET",
        path="/workspaces/" + request.segment("workspace_id", workspace_id, int, minimum=1) + "/tags",
        query=tuple(query),
        idempotent=True,
        success=models.TagPage,
    )


def list_clients(
    workspace_id: int,
    *,
    page: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    order_by: Literal["-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"]
    | Sequence[Literal["-active", "-created_at", "-name", "-updated_at", "active", "created_at", "name", "updated_at"]]
    | UnsetType = UNSET,
    name: str | UnsetType = UNSET,
) -> Operation[models.WorkspaceClientPage]:
    """List the clients of a workspace, page by page.

    A project refers to one of them with `client_id`.

    Args:
        workspace_id: Id of the workspace.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
        name: Only items whose name contains this text.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=("name", "-name", "active", "-active", "created_at", "-created_at", "updated_at", "-updated_at"),
            many=True,
        )
    if name is not UNSET:
        request.add(query, "name", name, str)
    return Operation(
        name="list_clients",
        method="GET",
        path="/workspaces/" + request.segment("workspace_id", workspace_id, int, minimum=1) + "/clients",
        query=tuple(query),
        idempotent=True,
        success=models.WorkspaceClientPage,
    )


def list_tasks(
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
) -> Operation[models.TaskPage]:
    """List the tasks of a workspace, page by page.

    Filters are combined with "and", several values of one filter with "or". A parameter with
    several values is repeated (`status_id=1&status_id=2`).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
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
        project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists
            tasks without a project.
        parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists
            tasks without a parent.
        start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range.
            Used together with `end_date`.
        end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
            together with `start_date`.
        active_by_date: Only tasks that are active on this date, given as an RFC 3339 time.
        start_date_from: Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
        start_date_to: Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
        end_date_from: Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
        end_date_to: Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
        dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `start_date`.
        dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `end_date`.
        estimated_mins_min: Only tasks with an estimate of at least this many minutes.
        estimated_mins_max: Only tasks with an estimate of at most this many minutes.
        source: Only tasks that came from one of these sources.
        priority: Only tasks with one of these priorities.
        is_priority: True lists only tasks that the user has marked as a priority, false only the others.
        state: Only tasks in one of these states.
        timeblock_start_from: Only tasks with a time block that starts at or after this time, RFC 3339.
        timeblock_start_until: Only tasks with a time block that starts at or before this time, RFC 3339.
        time_block_id: Only tasks with one of these time blocks.
        time_block_completed: True lists only tasks with a completed time block, false only tasks with an open
            one.
        team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks
            without a team.
        assignee_team_id: Only tasks assigned to one of these teams.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        recurring: True lists only recurring tasks, false only the others.
        recurring_task_ids: Only occurrences of one of these recurring tasks.
        client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items
            without a client.
        include_rates: Whether to include hourly rates.
        include_ghost_assignees: Whether to include `ghost_assignee_ids`, the assignees without an account.
        assignee_ghost_id: Only tasks assigned to one of these people without an account.
        include_assignees: Whether to include `assignees`, which names users and teams.
        include_parent_matches: Whether to include the sub-tasks of tasks whose name matches `name` (assumed).
        disable_aggregations: True omits the counts, the totals and the parent task, for a faster response.
        cf_filter: Conditions on custom fields. Their syntax is not documented.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if with_entries is not UNSET:
        request.add(query, "with_entries", with_entries, bool)
    if pinned is not UNSET:
        request.add(query, "pinned", pinned, bool)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "position",
                "-position",
                "timeblock_start",
                "-timeblock_start",
                "timeblock_now_diff",
                "-timeblock_now_diff",
                "billable",
                "-billable",
                "relevance",
                "-relevance",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
                "sub_tasks_grouped",
                "-sub_tasks_grouped",
            ),
            many=True,
        )
    if status_id is not UNSET:
        request.add(query, "status_id", status_id, int, minimum=1, many=True, model=models.Status)
    if toggl_user_id is not UNSET:
        request.add(query, "toggl_user_id", toggl_user_id, int, minimum=1)
    if name is not UNSET:
        request.add(query, "name", name, str)
    if has_time_entries is not UNSET:
        request.add(query, "has_time_entries", has_time_entries, bool)
    if has_time_blocks is not UNSET:
        request.add(query, "has_time_blocks", has_time_blocks, bool)
    if has_dates is not UNSET:
        request.add(query, "has_dates", has_dates, bool)
    if private is not UNSET:
        request.add(query, "private", private, bool)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if include_project_completed is not UNSET:
        request.add(query, "include_project_completed", include_project_completed, bool)
    if include_drafts is not UNSET:
        request.add(query, "include_drafts", include_drafts, bool)
    if project_id is not UNSET:
        request.add(query, "project_id", project_id, int, minimum=1, many=True, empty=True, model=models.Project)
    if parent_task_id is not UNSET:
        request.add(query, "parent_task_id", parent_task_id, int, minimum=1, many=True, empty=True, model=models.Task)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.datetime)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.datetime)
    if active_by_date is not UNSET:
        request.add(query, "active_by_date", active_by_date, datetime.datetime)
    if start_date_from is not UNSET:
        request.add(query, "start_date_from", start_date_from, datetime.datetime)
    if start_date_to is not UNSET:
        request.add(query, "start_date_to", start_date_to, datetime.datetime)
    if end_date_from is not UNSET:
        request.add(query, "end_date_from", end_date_from, datetime.datetime)
    if end_date_to is not UNSET:
        request.add(query, "end_date_to", end_date_to, datetime.datetime)
    if dates_overlap_start is not UNSET:
        request.add(query, "dates_overlap_start", dates_overlap_start, datetime.datetime)
    if dates_overlap_end is not UNSET:
        request.add(query, "dates_overlap_end", dates_overlap_end, datetime.datetime)
    if estimated_mins_min is not UNSET:
        request.add(query, "estimated_mins_min", estimated_mins_min, int, minimum=0)
    if estimated_mins_max is not UNSET:
        request.add(query, "estimated_mins_max", estimated_mins_max, int, minimum=0)
    if source is not UNSET:
        request.add(
            query, "source", source, str, choices=("plan", "focus", "google_calendar", "outlook_calendar"), many=True
        )
    if priority is not UNSET:
        request.add(query, "priority", priority, str, choices=("none", "low", "medium", "high"), many=True)
    if is_priority is not UNSET:
        request.add(query, "is_priority", is_priority, bool)
    if state is not UNSET:
        request.add(
            query,
            "state",
            state,
            str,
            choices=("timeblocked", "not_timeblocked", "tracked", "not_tracked", "active", "done"),
            many=True,
        )
    if timeblock_start_from is not UNSET:
        request.add(query, "timeblock_start_from", timeblock_start_from, datetime.datetime)
    if timeblock_start_until is not UNSET:
        request.add(query, "timeblock_start_until", timeblock_start_until, datetime.datetime)
    if time_block_id is not UNSET:
        request.add(query, "time_block_id", time_block_id, int, minimum=1, many=True)
    if time_block_completed is not UNSET:
        request.add(query, "time_block_completed", time_block_completed, bool)
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True, empty=True)
    if assignee_team_id is not UNSET:
        request.add(query, "assignee_team_id", assignee_team_id, int, minimum=1, many=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if recurring is not UNSET:
        request.add(query, "recurring", recurring, bool)
    if recurring_task_ids is not UNSET:
        request.add(query, "recurring_task_ids", recurring_task_ids, int, minimum=1, many=True)
    if client_id is not UNSET:
        request.add(query, "client_id", client_id, int, minimum=1, many=True, empty=True)
    if include_rates is not UNSET:
        request.add(query, "include_rates", include_rates, bool)
    if include_ghost_assignees is not UNSET:
        request.add(query, "include_ghost_assignees", include_ghost_assignees, bool)
    if assignee_ghost_id is not UNSET:
        request.add(query, "assignee_ghost_id", assignee_ghost_id, int, minimum=1, many=True)
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    if include_parent_matches is not UNSET:
        request.add(query, "include_parent_matches", include_parent_matches, bool)
    if disable_aggregations is not UNSET:
        request.add(query, "disable_aggregations", disable_aggregations, bool)
    if cf_filter is not UNSET:
        request.add(query, "cf_filter", cf_filter, str, many=True)
    return Operation(
        name="list_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks",
        query=tuple(query),
        idempotent=True,
        success=models.TaskPage,
    )


def create_task(
    organization_id: int,
    workspace_id: int,
    body: models.TaskCreate | TaskCreateFields,
) -> Operation[models.Task]:
    """Create a task.

    Creates one task and returns all of its fields. Sent twice, it creates two tasks.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_task",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks",
        body=request.body(models.TaskCreate, body),
        success=models.Task,
    )


def create_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskBulkCreate | TaskBulkCreateFields,
) -> Operation[list[models.Task] | None]:
    """Create several tasks.

    Creates 1 to 100 tasks. Sent twice, it creates each of them twice.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_tasks",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk",
        body=request.body(models.TaskBulkCreate, body),
        success=_CREATE_TASKS,
    )


def delete_tasks(
    organization_id: int,
    workspace_id: int,
    *,
    ids: int | models.Task | Sequence[int | models.Task],
    outbound_sync: bool | UnsetType = UNSET,
) -> Operation[None]:
    """Delete several tasks.

    Deletes 1 to 100 tasks with their time entries. They can be restored.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        ids: Ids of the tasks, 1 to 100.
        outbound_sync: Whether to pass the change on to the system that the task was imported from.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    request.add(query, "ids", ids, int, minimum=1, many=True, model=models.Task)
    if outbound_sync is not UNSET:
        request.add(query, "outbound_sync", outbound_sync, bool)
    return Operation(
        name="delete_tasks",
        method="DELETE",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk",
        query=tuple(query),
        idempotent=True,
        success=None,
    )


def patch_tasks(
    organization_id: int,
    workspace_id: int,
    body: Sequence[models.TaskPatchItem | TaskPatchItemFields],
) -> Operation[None]:
    """Change fields of several tasks.

    Changes the fields in each item; the other fields are unchanged. Takes 1 to 100 tasks.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_tasks",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk",
        body=request.body(Annotated[list[models.TaskPatchItem], Meta(min_length=1, max_length=100)], body),
        success=None,
    )


def archive_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskIds | TaskIdsFields,
) -> Operation[None]:
    """Archive several tasks.

    Archives 1 to 100 tasks. An archived task stays archived (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="archive_tasks",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk/archive",
        idempotent=True,
        body=request.body(models.TaskIds, body),
        success=None,
    )


def unarchive_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskIds | TaskIdsFields,
) -> Operation[None]:
    """Unarchive several tasks.

    Takes 1 to 100 tasks out of the archive. A task that is not archived is unchanged (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="unarchive_tasks",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk/unarchive",
        idempotent=True,
        body=request.body(models.TaskIds, body),
        success=None,
    )


def restore_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskIds | TaskIdsFields,
) -> Operation[None]:
    """Restore several deleted tasks.

    Brings back 1 to 100 deleted tasks. A task that is not deleted is unchanged (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="restore_tasks",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk/restore",
        idempotent=True,
        body=request.body(models.TaskIds, body),
        success=None,
    )


def duplicate_tasks(
    organization_id: int,
    workspace_id: int,
    body: models.TaskDuplicate | TaskDuplicateFields,
) -> Operation[list[models.Task] | None]:
    """Duplicate several tasks.

    Creates a copy of each of 1 to 100 tasks, with or without copies of their sub-tasks. Sent
    twice, it creates two copies of each.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="duplicate_tasks",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/bulk/duplicate",
        body=request.body(models.TaskDuplicate, body),
        success=_DUPLICATE_TASKS,
    )


def stream_tasks(
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
) -> Operation[list[models.Task] | None]:
    """List all tasks of a workspace in one response.

    A bare array without pages, for many tasks at once. Filters work as in the list by pages.

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
        project_id: Only tasks of one of these projects. An empty member (`project_id=`) also lists
            tasks without a project.
        parent_task_id: Only sub-tasks of one of these tasks. An empty member (`parent_task_id=`) also lists
            tasks without a parent.
        start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range.
            Used together with `end_date`.
        end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
            together with `start_date`.
        active_by_date: Only tasks that are active on this date, given as an RFC 3339 time.
        start_date_from: Earliest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
        start_date_to: Latest start date of a task, RFC 3339. A legacy filter: prefer `start_date`.
        end_date_from: Earliest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
        end_date_to: Latest end date of a task, RFC 3339. A legacy filter: prefer `end_date`.
        dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `start_date`.
        dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `end_date`.
        estimated_mins_min: Only tasks with an estimate of at least this many minutes.
        estimated_mins_max: Only tasks with an estimate of at most this many minutes.
        source: Only tasks that came from one of these sources.
        priority: Only tasks with one of these priorities.
        is_priority: True lists only tasks that the user has marked as a priority, false only the others.
        state: Only tasks in one of these states.
        time_block_id: Only tasks with one of these time blocks.
        time_block_completed: True lists only tasks with a completed time block, false only tasks with an open
            one.
        team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks
            without a team.
        assignee_team_id: Only tasks assigned to one of these teams.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        recurring: True lists only recurring tasks, false only the others.
        recurring_task_ids: Only occurrences of one of these recurring tasks.
        client_id: Only items of one of these clients. An empty member (`client_id=`) also lists items
            without a client.
        include_assignees: Whether to include `assignees`, which names users and teams.
        include_parent_matches: Whether to include the sub-tasks of tasks whose name matches `name` (assumed).
        cf_filter: Conditions on custom fields. Their syntax is not documented.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if with_entries is not UNSET:
        request.add(query, "with_entries", with_entries, bool)
    if pinned is not UNSET:
        request.add(query, "pinned", pinned, bool)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "position",
                "-position",
                "billable",
                "-billable",
                "relevance",
                "-relevance",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
                "sub_tasks_grouped",
                "-sub_tasks_grouped",
            ),
            many=True,
        )
    if status_id is not UNSET:
        request.add(query, "status_id", status_id, int, minimum=1, many=True, model=models.Status)
    if toggl_user_id is not UNSET:
        request.add(query, "toggl_user_id", toggl_user_id, int, minimum=1)
    if name is not UNSET:
        request.add(query, "name", name, str)
    if has_time_entries is not UNSET:
        request.add(query, "has_time_entries", has_time_entries, bool)
    if has_time_blocks is not UNSET:
        request.add(query, "has_time_blocks", has_time_blocks, bool)
    if has_dates is not UNSET:
        request.add(query, "has_dates", has_dates, bool)
    if private is not UNSET:
        request.add(query, "private", private, bool)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if include_project_completed is not UNSET:
        request.add(query, "include_project_completed", include_project_completed, bool)
    if include_drafts is not UNSET:
        request.add(query, "include_drafts", include_drafts, bool)
    if project_id is not UNSET:
        request.add(query, "project_id", project_id, int, minimum=1, many=True, empty=True, model=models.Project)
    if parent_task_id is not UNSET:
        request.add(query, "parent_task_id", parent_task_id, int, minimum=1, many=True, empty=True, model=models.Task)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.datetime)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.datetime)
    if active_by_date is not UNSET:
        request.add(query, "active_by_date", active_by_date, datetime.datetime)
    if start_date_from is not UNSET:
        request.add(query, "start_date_from", start_date_from, datetime.datetime)
    if start_date_to is not UNSET:
        request.add(query, "start_date_to", start_date_to, datetime.datetime)
    if end_date_from is not UNSET:
        request.add(query, "end_date_from", end_date_from, datetime.datetime)
    if end_date_to is not UNSET:
        request.add(query, "end_date_to", end_date_to, datetime.datetime)
    if dates_overlap_start is not UNSET:
        request.add(query, "dates_overlap_start", dates_overlap_start, datetime.datetime)
    if dates_overlap_end is not UNSET:
        request.add(query, "dates_overlap_end", dates_overlap_end, datetime.datetime)
    if estimated_mins_min is not UNSET:
        request.add(query, "estimated_mins_min", estimated_mins_min, int, minimum=0)
    if estimated_mins_max is not UNSET:
        request.add(query, "estimated_mins_max", estimated_mins_max, int, minimum=0)
    if source is not UNSET:
        request.add(
            query, "source", source, str, choices=("plan", "focus", "google_calendar", "outlook_calendar"), many=True
        )
    if priority is not UNSET:
        request.add(query, "priority", priority, str, choices=("none", "low", "medium", "high"), many=True)
    if is_priority is not UNSET:
        request.add(query, "is_priority", is_priority, bool)
    if state is not UNSET:
        request.add(
            query,
            "state",
            state,
            str,
            choices=("timeblocked", "not_timeblocked", "tracked", "not_tracked", "active", "done"),
            many=True,
        )
    if time_block_id is not UNSET:
        request.add(query, "time_block_id", time_block_id, int, minimum=1, many=True)
    if time_block_completed is not UNSET:
        request.add(query, "time_block_completed", time_block_completed, bool)
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True, empty=True)
    if assignee_team_id is not UNSET:
        request.add(query, "assignee_team_id", assignee_team_id, int, minimum=1, many=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if recurring is not UNSET:
        request.add(query, "recurring", recurring, bool)
    if recurring_task_ids is not UNSET:
        request.add(query, "recurring_task_ids", recurring_task_ids, int, minimum=1, many=True)
    if client_id is not UNSET:
        request.add(query, "client_id", client_id, int, minimum=1, many=True, empty=True)
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    if include_parent_matches is not UNSET:
        request.add(query, "include_parent_matches", include_parent_matches, bool)
    if cf_filter is not UNSET:
        request.add(query, "cf_filter", cf_filter, str, many=True)
    return Operation(
        name="stream_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/stream",
        query=tuple(query),
        idempotent=True,
        success=_STREAM_TASKS,
    )


def list_recurring_tasks(
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
) -> Operation[models.UncountedTaskPage]:
    """List the recurring tasks of a workspace, page by page.

    Lists the tasks that have a recurrence rule (assumed). The response has no number of all
    tasks, so a page that is not full is the last one.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        archived: True lists only archived items, false only the others.
        start_date: Start of a range, an RFC 3339 time; only tasks whose own dates overlap the range.
            Used together with `end_date`.
        end_date: End of a range, an RFC 3339 time; only tasks whose own dates overlap the range. Used
            together with `start_date`.
        dates_overlap_start: Start of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `start_date`.
        dates_overlap_end: End of a range that the dates of a task overlap, RFC 3339. A legacy filter: prefer
            `end_date`.
        recurring_task_ids: Only occurrences of one of these recurring tasks.
        team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks
            without a team.
        assignee_team_id: Only tasks assigned to one of these teams.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        include_assignees: Whether to include `assignees`, which names users and teams.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.datetime)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.datetime)
    if dates_overlap_start is not UNSET:
        request.add(query, "dates_overlap_start", dates_overlap_start, datetime.datetime)
    if dates_overlap_end is not UNSET:
        request.add(query, "dates_overlap_end", dates_overlap_end, datetime.datetime)
    if recurring_task_ids is not UNSET:
        request.add(query, "recurring_task_ids", recurring_task_ids, int, minimum=1, many=True)
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True, empty=True)
    if assignee_team_id is not UNSET:
        request.add(query, "assignee_team_id", assignee_team_id, int, minimum=1, many=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    return Operation(
        name="list_recurring_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/recurring",
        query=tuple(query),
        idempotent=True,
        success=models.UncountedTaskPage,
    )


def find_task_by_external_id(
    organization_id: int,
    workspace_id: int,
    *,
    source: str,
    ext_id: int,
) -> Operation[models.Task]:
    """Find the task that is linked to an item in another system.

    Finds a task by the name of the other system and the id of the item there.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        source: Name of the other system, such as the `integration_source` of a new task.
        ext_id: Id in the other system, such as the `integration_ext_id` of a new task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    request.add(query, "source", source, str)
    request.add(query, "ext_id", ext_id, int, minimum=1)
    return Operation(
        name="find_task_by_external_id",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/by-external-id",
        query=tuple(query),
        idempotent=True,
        success=models.Task,
    )


def get_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
    *,
    include_assignees: bool | UnsetType = UNSET,
) -> Operation[models.Task]:
    """Get one task.

    Returns the task with its parent task, counts and totals.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        include_assignees: Whether to include `assignees`, which names users and teams.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    return Operation(
        name="get_task",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        query=tuple(query),
        idempotent=True,
        success=models.Task,
    )


def replace_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
    body: models.TaskReplace | TaskReplaceFields,
) -> Operation[None]:
    """Replace all fields of one task.

    Clears every optional field that the body omits: without `project_id`, the task is removed
    from its project (observed). To change single fields, use PATCH.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="replace_task",
        method="PUT",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        idempotent=True,
        body=request.body(models.TaskReplace, body),
        success=None,
    )


def delete_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
    *,
    from_recurring_task_id: int | UnsetType = UNSET,
    outbound_sync: bool | UnsetType = UNSET,
) -> Operation[None]:
    """Delete one task.

    Deletes the task with its time entries (observed). It can be restored.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        from_recurring_task_id: Id of the recurring task, to apply the change to this occurrence and the later ones
            (assumed).
        outbound_sync: Whether to pass the change on to the system that the task was imported from.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if from_recurring_task_id is not UNSET:
        request.add(query, "from_recurring_task_id", from_recurring_task_id, int, minimum=1)
    if outbound_sync is not UNSET:
        request.add(query, "outbound_sync", outbound_sync, bool)
    return Operation(
        name="delete_task",
        method="DELETE",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        query=tuple(query),
        idempotent=True,
        success=None,
    )


def patch_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
    body: models.TaskPatch | TaskPatchFields,
    *,
    from_recurring_task_id: int | UnsetType = UNSET,
) -> Operation[None]:
    """Change fields of one task.

    Changes the fields in the body; the other fields are unchanged. A `project_id` in the body
    has no effect (observed), so the body has no such field; PUT moves a task to another
    project.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        body: The request body, as models or plain dicts.
        from_recurring_task_id: Id of the recurring task, to apply the change to this occurrence and the later ones
            (assumed).

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if from_recurring_task_id is not UNSET:
        request.add(query, "from_recurring_task_id", from_recurring_task_id, int, minimum=1)
    return Operation(
        name="patch_task",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        query=tuple(query),
        body=request.body(models.TaskPatch, body),
        success=None,
    )


def archive_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
    *,
    from_recurring_task_id: int | UnsetType = UNSET,
) -> Operation[None]:
    """Archive one task.

    Archives the task. An archived task stays archived (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        from_recurring_task_id: Id of the recurring task, to apply the change to this occurrence and the later ones
            (assumed).

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if from_recurring_task_id is not UNSET:
        request.add(query, "from_recurring_task_id", from_recurring_task_id, int, minimum=1)
    return Operation(
        name="archive_task",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task)
        + "/archive",
        query=tuple(query),
        idempotent=True,
        success=None,
    )


def unarchive_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
) -> Operation[None]:
    """Unarchive one task.

    Takes the task out of the archive. A task that is not archived is unchanged (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="unarchive_task",
        method="POST",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task)
        + "/unarchive",
        idempotent=True,
        success=None,
    )


def restore_task(
    organization_id: int,
    workspace_id: int,
    task_id: int | models.Task,
) -> Operation[None]:
    """Restore one deleted task.

    Brings back the deleted task. A task that is not deleted is unchanged (assumed).

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="restore_task",
        method="PATCH",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task)
        + "/restore",
        idempotent=True,
        success=None,
    )


def list_child_tasks(
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
) -> Operation[models.UncountedTaskPage]:
    """List the sub-tasks of a task, page by page.

    The response has no number of all tasks, so a page that is not full is the last one.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
        status_id: Only tasks with this status.
        archived: True lists only archived items, false only the others.
        source: Only tasks that came from one of these sources.
        team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks
            without a team.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        include_assignees: Whether to include `assignees`, which names users and teams.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
            ),
            many=True,
        )
    if status_id is not UNSET:
        request.add(query, "status_id", status_id, int, minimum=1, model=models.Status)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if source is not UNSET:
        request.add(
            query, "source", source, str, choices=("plan", "focus", "google_calendar", "outlook_calendar"), many=True
        )
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True, empty=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    return Operation(
        name="list_child_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task)
        + "/children",
        query=tuple(query),
        idempotent=True,
        success=models.UncountedTaskPage,
    )


def list_parent_tasks(
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
) -> Operation[models.UncountedTaskPage]:
    """List the tasks that can be the parent of a task, page by page.

    Whether these are the ancestors of the task or the tasks that it may be moved to is not
    documented. The response has no number of all tasks, so a page that is not full is the last
    one.

    Args:
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        task_id: Id of the task.
        page: Number of the page to return, counted from 1.
        per_page: Number of items on a page. The task list returns 400 for more than 100 (observed);
            for the other lists the limit is assumed.
        order_by: Sort fields, the most significant first; a leading `-` sorts in descending order.
        status_id: Only tasks with this status.
        archived: True lists only archived items, false only the others.
        source: Only tasks that came from one of these sources.
        team_id: Only tasks of one of these teams. An empty member (`team_id=`) also lists tasks
            without a team.
        assignee_user_id: Only items assigned to one of these users. An empty member (`assignee_user_id=`)
            also lists items that are not assigned to a user.
        tag_id: Only items with one of these tags. An empty member (`tag_id=`) also lists items
            without a tag.
        include_assignees: Whether to include `assignees`, which names users and teams.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=100)
    if order_by is not UNSET:
        request.add(
            query,
            "order_by",
            order_by,
            str,
            choices=(
                "user_id",
                "-user_id",
                "project_id",
                "-project_id",
                "parent_task_id",
                "-parent_task_id",
                "name",
                "-name",
                "estimated_mins",
                "-estimated_mins",
                "priority",
                "-priority",
                "priority_at",
                "-priority_at",
                "start_date",
                "-start_date",
                "end_date",
                "-end_date",
                "status_id",
                "-status_id",
                "pinned",
                "-pinned",
                "created_at",
                "-created_at",
                "updated_at",
                "-updated_at",
                "last_activity",
                "-last_activity",
                "tag_ids",
                "-tag_ids",
                "assignees",
                "-assignees",
            ),
            many=True,
        )
    if status_id is not UNSET:
        request.add(query, "status_id", status_id, int, minimum=1, model=models.Status)
    if archived is not UNSET:
        request.add(query, "archived", archived, bool)
    if source is not UNSET:
        request.add(
            query, "source", source, str, choices=("plan", "focus", "google_calendar", "outlook_calendar"), many=True
        )
    if team_id is not UNSET:
        request.add(query, "team_id", team_id, int, minimum=1, many=True, empty=True)
    if assignee_user_id is not UNSET:
        request.add(query, "assignee_user_id", assignee_user_id, int, minimum=1, many=True, empty=True)
    if tag_id is not UNSET:
        request.add(query, "tag_id", tag_id, int, minimum=1, many=True, empty=True, model=models.Tag)
    if include_assignees is not UNSET:
        request.add(query, "include_assignees", include_assignees, bool)
    return Operation(
        name="list_parent_tasks",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1)
        + "/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task)
        + "/parents",
        query=tuple(query),
        idempotent=True,
        success=models.UncountedTaskPage,
    )
