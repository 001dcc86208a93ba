# generated from spec/track.yaml by `make generate` - do not edit
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
    PatchOperationFields,
    ProjectCreateFields,
    ProjectUpdateFields,
    TaskCreateFields,
    TaskUpdateFields,
)

__all__ = [
    "get_me",
    "get_my_quota",
    "list_my_organizations",
    "list_my_workspaces",
    "list_my_projects",
    "get_organization",
    "list_workspaces",
    "get_workspace",
    "list_clients",
    "list_users",
    "list_projects",
    "create_project",
    "get_project",
    "update_project",
    "delete_project",
    "list_project_tasks",
    "create_task",
    "patch_tasks",
    "get_task",
    "update_task",
    "delete_task",
    "list_workspace_tasks",
    "list_basic_tasks",
    "list_my_tasks",
]

_GET_MY_QUOTA = list[models.OrganizationQuota] | None

_LIST_MY_ORGANIZATIONS = list[models.Organization] | None

_LIST_MY_WORKSPACES = list[models.Workspace] | None

_LIST_MY_PROJECTS = list[models.Project] | None

_LIST_WORKSPACES = list[models.Workspace] | None

_LIST_CLIENTS = list[models.WorkspaceClient] | None

_LIST_USERS = list[models.WorkspaceUser] | None

_LIST_PROJECTS = list[models.Project] | None

_LIST_PROJECT_TASKS = list[models.Task] | None

_LIST_MY_TASKS = list[models.Task] | models.TaskItems | None


def get_me(
    *,
    with_related_data: bool | UnsetType = UNSET,
) -> Operation[models.Me]:
    """Read the user.

    Returns the authenticated user. With `with_related_data`, the response also contains the
    workspaces, clients, projects, tasks, tags and time entries of the user. The response
    contains the API token of the user: treat it as a secret.

    Args:
        with_related_data: Whether the response contains the workspaces, clients, projects, tasks, tags and
            time entries of the user.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if with_related_data is not UNSET:
        request.add(query, "with_related_data", with_related_data, bool)
    return Operation(
        name="get_me",
        method="GET",
        path="/me",
        query=tuple(query),
        idempotent=True,
        success=models.Me,
    )


def get_my_quota() -> Operation[list[models.OrganizationQuota] | None]:
    """Read the remaining hourly quotas.

    One entry for each organization of the user, and one without an organization for the routes
    under `/me`.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_my_quota",
        method="GET",
        path="/me/quota",
        idempotent=True,
        success=_GET_MY_QUOTA,
    )


def list_my_organizations() -> Operation[list[models.Organization] | None]:
    """List the organizations of the user.

    Returns all of them in one response, without pagination.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="list_my_organizations",
        method="GET",
        path="/me/organizations",
        idempotent=True,
        success=_LIST_MY_ORGANIZATIONS,
    )


def list_my_workspaces(
    *,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
) -> Operation[list[models.Workspace] | None]:
    """List the workspaces of the user.

    Returns all of them in one response, without pagination. Clients read `id`, `name`,
    `organization_id`, `at` and `admin` in each.

    Args:
        since: Only items that were created, changed or deleted at or after this time, in UNIX
            seconds.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    return Operation(
        name="list_my_workspaces",
        method="GET",
        path="/me/workspaces",
        query=tuple(query),
        idempotent=True,
        success=_LIST_MY_WORKSPACES,
    )


def list_my_projects(
    *,
    include_archived: bool | Literal["false", "true"] | UnsetType = UNSET,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
) -> Operation[list[models.Project] | None]:
    """List the projects the user takes part in.

    Returns those of all workspaces in one response, without pagination. Archived projects are
    omitted unless `include_archived` is `true`.

    Args:
        include_archived: Whether to include archived projects. The document has a string; the values `true`
            and `false` are assumed.
        since: Only items that were created, changed or deleted at or after this time, in UNIX
            seconds.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if include_archived is not UNSET:
        request.add(query, "include_archived", include_archived, str, choices=("true", "false"))
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    return Operation(
        name="list_my_projects",
        method="GET",
        path="/me/projects",
        query=tuple(query),
        idempotent=True,
        success=_LIST_MY_PROJECTS,
    )


def get_organization(
    organization_id: int | models.Organization,
) -> Operation[models.Organization]:
    """Read one organization.

    The plan of an organization, and with it the hourly quota, applies to all its workspaces.

    Args:
        organization_id: Id of the organization.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_organization",
        method="GET",
        path="/organizations/"
        + request.segment("organization_id", organization_id, int, minimum=1, model=models.Organization),
        idempotent=True,
        success=models.Organization,
    )


def list_workspaces() -> Operation[list[models.Workspace] | None]:
    """List the workspaces of the user, by an older route.

    Returns the same list as `/me/workspaces`. No source documents this route, but clients call
    it.

    Args:

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="list_workspaces",
        method="GET",
        path="/workspaces",
        idempotent=True,
        success=_LIST_WORKSPACES,
    )


def get_workspace(
    workspace_id: int | models.Workspace,
) -> Operation[models.Workspace]:
    """Read one workspace.

    Returns the workspace as one flat object.

    Args:
        workspace_id: Id of the workspace.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_workspace",
        method="GET",
        path="/workspaces/" + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace),
        idempotent=True,
        success=models.Workspace,
    )


def list_clients(
    workspace_id: int | models.Workspace,
    *,
    status: Literal["active", "archived", "both"] | UnsetType = UNSET,
    name: str | UnsetType = UNSET,
) -> Operation[list[models.WorkspaceClient] | None]:
    """List the clients of a workspace.

    Returns all of them in one response, without pagination. The `client_id` of a project is the
    `id` of its client.

    Args:
        workspace_id: Id of the workspace.
        status: Only `active` clients (the default), only `archived` ones, or `both`.
        name: Only clients whose name contains this text, in upper or lower case.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if status is not UNSET:
        request.add(query, "status", status, str, choices=("active", "archived", "both"))
    if name is not UNSET:
        request.add(query, "name", name, str)
    return Operation(
        name="list_clients",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/clients",
        query=tuple(query),
        idempotent=True,
        success=_LIST_CLIENTS,
    )


def list_users(
    workspace_id: int | models.Workspace,
    *,
    exclude_deleted: bool | UnsetType = UNSET,
) -> Operation[list[models.WorkspaceUser] | None]:
    """List the users of a workspace.

    Returns all of them in one response, without pagination. The `user_id` of a task is the `id`
    of its user.

    Args:
        workspace_id: Id of the workspace.
        exclude_deleted: Whether to exclude users who were removed from the workspace.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if exclude_deleted is not UNSET:
        request.add(query, "exclude_deleted", exclude_deleted, bool)
    return Operation(
        name="list_users",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/users",
        query=tuple(query),
        idempotent=True,
        success=_LIST_USERS,
    )


def list_projects(
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
) -> Operation[list[models.Project] | None]:
    """List the projects of a workspace, page by page.

    Projects that the user may see, as a bare array: a page that is not full is the last one.
    With `since`, the list also includes projects deleted since then, with `server_deleted_at`
    set.

    Args:
        workspace_id: Id of the workspace.
        active: `true` for active projects, `false` for archived ones, `both` for all of them. The
            default is not documented.
        since: Only items that were created, changed or deleted at or after this time, in UNIX
            seconds.
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

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if active is not UNSET:
        request.add(query, "active", active, str, choices=("true", "false", "both"))
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if billable is not UNSET:
        request.add(query, "billable", billable, bool)
    if user_ids is not UNSET:
        request.add(query, "user_ids", user_ids, int, minimum=1, many=True)
    if client_ids is not UNSET:
        request.add(query, "client_ids", client_ids, int, minimum=1, many=True)
    if group_ids is not UNSET:
        request.add(query, "group_ids", group_ids, int, minimum=1, many=True)
    if project_ids is not UNSET:
        request.add(query, "project_ids", project_ids, int, minimum=1, many=True, model=models.Project)
    if statuses is not UNSET:
        request.add(query, "statuses", statuses, str, many=True)
    if name is not UNSET:
        request.add(query, "name", name, str)
    if search is not UNSET:
        request.add(query, "search", search, str)
    if only_templates is not UNSET:
        request.add(query, "only_templates", only_templates, bool)
    if only_me is not UNSET:
        request.add(query, "only_me", only_me, bool)
    if only_editable is not UNSET:
        request.add(query, "only_editable", only_editable, bool)
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=200)
    if sort_field is not UNSET:
        request.add(query, "sort_field", sort_field, str)
    if sort_order is not UNSET:
        request.add(query, "sort_order", sort_order, str, choices=("ASC", "DESC"))
    if sort_pinned is not UNSET:
        request.add(query, "sort_pinned", sort_pinned, bool)
    return Operation(
        name="list_projects",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects",
        query=tuple(query),
        idempotent=True,
        success=_LIST_PROJECTS,
    )


def create_project(
    workspace_id: int | models.Workspace,
    body: models.ProjectCreate | ProjectCreateFields,
) -> Operation[models.Project]:
    """Create a project.

    Creates one project and returns it. Send `active: true`: a project created without it is
    archived (observed), and tasks cannot be added to an archived project.

    Args:
        workspace_id: Id of the workspace.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_project",
        method="POST",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects",
        body=request.body(models.ProjectCreate, body),
        success=models.Project,
    )


def get_project(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
) -> Operation[models.Project]:
    """Read one project.

    Returns the project as one flat object.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_project",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project),
        idempotent=True,
        success=models.Project,
    )


def update_project(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    body: models.ProjectUpdate | ProjectUpdateFields,
) -> Operation[models.Project]:
    """Change fields of one project.

    Changes the fields in the body; the other fields are unchanged (assumed). `active: false`
    archives the project.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="update_project",
        method="PUT",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project),
        idempotent=True,
        body=request.body(models.ProjectUpdate, body),
        success=models.Project,
    )


def delete_project(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    *,
    teDeletionMode: str | UnsetType = UNSET,
) -> Operation[int]:
    """Delete one project.

    Deletes the project and its tasks. `teDeletionMode` selects what happens to its time
    entries.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        teDeletionMode: What happens to the time entries of the project: `delete` or `unassign`. The
            document has only the name; the values are assumed.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if teDeletionMode is not UNSET:
        request.add(query, "teDeletionMode", teDeletionMode, str)
    return Operation(
        name="delete_project",
        method="DELETE",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project),
        query=tuple(query),
        idempotent=True,
        success=int,
    )


def list_project_tasks(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    *,
    active: bool | Literal["both", "false", "true"] | UnsetType = UNSET,
) -> Operation[list[models.Task] | None]:
    """List the tasks of one project.

    Returns all of them in one response, without pagination. The page shows a single object; the
    service returns an array, and `null` for an empty list.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        active: `true` for open tasks, `false` for tasks that are done, `both` for all of them.
            Sources contradict each other on the default.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if active is not UNSET:
        request.add(query, "active", active, str, choices=("true", "false", "both"))
    return Operation(
        name="list_project_tasks",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks",
        query=tuple(query),
        idempotent=True,
        success=_LIST_PROJECT_TASKS,
    )


def create_task(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    body: models.TaskCreate | TaskCreateFields,
) -> Operation[models.Task]:
    """Create a task in a project.

    Creates one task and returns it. The name must be unique in the project. Tasks of an
    archived project cannot be created (400); with a plan that does not include tasks, the
    status is 402.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="create_task",
        method="POST",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks",
        body=request.body(models.TaskCreate, body),
        success=models.Task,
    )


def patch_tasks(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    task_ids: str,
    body: Sequence[models.PatchOperation | PatchOperationFields],
) -> Operation[models.PatchReport]:
    """Apply one JSON Patch to several tasks.

    Applies the same list of JSON Patch operations (RFC 6902: `add`, `replace`, `remove`) to
    every task in the path. The status is 200 even if some or all tasks failed: read `success`
    and `failure`.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_ids: Ids of tasks of this project, joined by commas and without spaces, each at least 1
            and of at most 19 digits. A comma-separated list in one string, not an array
            parameter, so that every generator sends it the same way.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="patch_tasks",
        method="PATCH",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks/"
        + request.segment("task_ids", task_ids, str, pattern="^[1-9][0-9]{0,18}(,[1-9][0-9]{0,18})*$"),
        body=request.body(Annotated[list[models.PatchOperation], Meta(min_length=1)], body),
        success=models.PatchReport,
    )


def get_task(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    task_id: int | models.Task,
) -> Operation[models.Task]:
    """Read one task.

    Returns the task as one flat object, without an envelope.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="get_task",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        idempotent=True,
        success=models.Task,
    )


def update_task(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    task_id: int | models.Task,
    body: models.TaskUpdate | TaskUpdateFields,
) -> Operation[models.Task]:
    """Change fields of one task.

    Changes the fields in the body; the other fields are unchanged. The workspace and the
    project of a task cannot change.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.
        body: The request body, as models or plain dicts.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="update_task",
        method="PUT",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        idempotent=True,
        body=request.body(models.TaskUpdate, body),
        success=models.Task,
    )


def delete_task(
    workspace_id: int | models.Workspace,
    project_id: int | models.Project,
    task_id: int | models.Task,
) -> Operation[None]:
    """Delete one task.

    There is no bulk delete in v9.

    Args:
        workspace_id: Id of the workspace.
        project_id: Id of the project.
        task_id: Id of the task.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    return Operation(
        name="delete_task",
        method="DELETE",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/projects/"
        + request.segment("project_id", project_id, int, minimum=1, model=models.Project)
        + "/tasks/"
        + request.segment("task_id", task_id, int, minimum=1, model=models.Task),
        idempotent=True,
        success=None,
    )


def list_workspace_tasks(
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
) -> Operation[models.TaskPage]:
    """List the tasks of a workspace, page by page.

    Tasks of all projects that the user may see. Without `active` only tasks that are not done
    are listed. With `since`, the list also includes tasks deleted since then, with
    `server_deleted_at` set.

    Args:
        workspace_id: Id of the workspace.
        since: Only items that were created, changed or deleted at or after this time, in UNIX
            seconds.
        page: Number of the page to return, counted from 1.
        per_page: Number of tasks on a page; clients are known to request up to 200.
        sort_order: Sort order: ascending or descending.
        sort_field: The field that orders the list.
        active: `true` for open tasks (the default), `false` for tasks that are done, `both` for all
            of them.
        pid: Only tasks of this project.
        start_date: First day of a date range, `YYYY-MM-DD`. Which date of a task is compared is not
            documented.
        end_date: Last day of a date range, `YYYY-MM-DD`, included.
        search: Only tasks whose name contains this text.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=200)
    if sort_order is not UNSET:
        request.add(query, "sort_order", sort_order, str, choices=("ASC", "DESC"))
    if sort_field is not UNSET:
        request.add(query, "sort_field", sort_field, str, choices=("name", "created_at"))
    if active is not UNSET:
        request.add(query, "active", active, str, choices=("true", "false", "both"))
    if pid is not UNSET:
        request.add(query, "pid", pid, int, minimum=1, model=models.Project)
    if start_date is not UNSET:
        request.add(query, "start_date", start_date, datetime.date)
    if end_date is not UNSET:
        request.add(query, "end_date", end_date, datetime.date)
    if search is not UNSET:
        request.add(query, "search", search, str)
    return Operation(
        name="list_workspace_tasks",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/tasks",
        query=tuple(query),
        idempotent=True,
        success=models.TaskPage,
    )


def list_basic_tasks(
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
) -> Operation[models.TaskPage]:
    """List the tasks of a workspace, page by page, with filters by ids.

    Returns the same envelope as `/workspaces/{workspace_id}/tasks`, with filters by several
    projects, tasks and clients. Which fields of a task it omits, if any, is not documented.

    Args:
        workspace_id: Id of the workspace.
        page: Number of the page to return, counted from 1.
        per_page: Number of tasks on a page; clients are known to request up to 200.
        sort_order: Sort order: ascending or descending.
        sort_field: The field that orders the list.
        active: `true` for open tasks (the default), `false` for tasks that are done, `both` for all
            of them.
        search: Only tasks whose name contains this text (assumed).
        project_id: Only tasks of this project.
        project_ids: Only tasks of these projects.
        task_ids: Only these tasks.
        client_ids: Only tasks of projects of these clients.
        only_me: Only tasks assigned to the user (assumed).

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if page is not UNSET:
        request.add(query, "page", page, int, minimum=1)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1, maximum=200)
    if sort_order is not UNSET:
        request.add(query, "sort_order", sort_order, str, choices=("ASC", "DESC"))
    if sort_field is not UNSET:
        request.add(query, "sort_field", sort_field, str, choices=("name", "created_at"))
    if active is not UNSET:
        request.add(query, "active", active, str, choices=("true", "false", "both"))
    if search is not UNSET:
        request.add(query, "search", search, str)
    if project_id is not UNSET:
        request.add(query, "project_id", project_id, int, minimum=1, model=models.Project)
    if project_ids is not UNSET:
        request.add(query, "project_ids", project_ids, int, minimum=1, many=True, model=models.Project)
    if task_ids is not UNSET:
        request.add(query, "task_ids", task_ids, int, minimum=1, many=True, model=models.Task)
    if client_ids is not UNSET:
        request.add(query, "client_ids", client_ids, int, minimum=1, many=True)
    if only_me is not UNSET:
        request.add(query, "only_me", only_me, bool)
    return Operation(
        name="list_basic_tasks",
        method="GET",
        path="/workspaces/"
        + request.segment("workspace_id", workspace_id, int, minimum=1, model=models.Workspace)
        + "/tasks/basic",
        query=tuple(query),
        idempotent=True,
        success=models.TaskPage,
    )


def list_my_tasks(
    *,
    meta: bool | UnsetType = UNSET,
    inbox: bool | UnsetType = UNSET,
    include_hidden: bool | UnsetType = UNSET,
    since: datetime.datetime | datetime.date | int | UnsetType = UNSET,
    include_not_active: bool | Literal["false", "true"] | UnsetType = UNSET,
    offset: int | UnsetType = UNSET,
    per_page: int | UnsetType = UNSET,
    search: str | UnsetType = UNSET,
) -> Operation[list[models.Task] | models.TaskItems | None]:
    """List the tasks of the projects the user takes part in.

    Paged by `offset` and `per_page`; without `per_page`, the response contains all tasks.
    Counts against the quota of `/me` routes. Three forms of the response are known: a bare
    array (which every client reads), `null` for no tasks, and an envelope with `items` (on the
    documentation page).

    Args:
        meta: Whether each task includes the names and colours of its project and client.
        inbox: Whether to sort tasks in the order of the user's inbox.
        include_hidden: Whether to include hidden tasks.
        since: Only items that were created, changed or deleted at or after this time, in UNIX
            seconds.
        include_not_active: Whether to include tasks that are done. On the page it is a string, and an invalid
            value results in 400; the valid values `true` and `false` are assumed.
        offset: Number of tasks to skip.
        per_page: Maximum number of tasks in the response; by default, all tasks.
        search: Only tasks whose name, project name or client name contains this text.

    Raises:
        TypeError, ValueError: An argument that the specification does not allow; nothing was sent.
    """
    query: list[tuple[str, str]] = []
    if meta is not UNSET:
        request.add(query, "meta", meta, bool)
    if inbox is not UNSET:
        request.add(query, "inbox", inbox, bool)
    if include_hidden is not UNSET:
        request.add(query, "include_hidden", include_hidden, bool)
    if since is not UNSET:
        request.add(query, "since", since, int, minimum=0, timestamp=True)
    if include_not_active is not UNSET:
        request.add(query, "include_not_active", include_not_active, str, choices=("true", "false"))
    if offset is not UNSET:
        request.add(query, "offset", offset, int, minimum=0)
    if per_page is not UNSET:
        request.add(query, "per_page", per_page, int, minimum=1)
    if search is not UNSET:
        request.add(query, "search", search, str)
    return Operation(
        name="list_my_tasks",
        method="GET",
        path="/me/tasks",
        query=tuple(query),
        idempotent=True,
        success=_LIST_MY_TASKS,
    )
