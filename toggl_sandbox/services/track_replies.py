"""The responses of Track. Every field that a client is known to read is present (observed), null or not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from toggl_server.track import models

from ..state.entities import Client, Organization, Project, Recurrence, Tag, TrackTask, User, Workspace
from ..state.state import State

FOUNDED: Final = datetime(2024, 1, 15, 9, tzinfo=UTC)
"""When users, organizations, workspaces and tags were last changed: no route changes them."""


def time(moment: datetime) -> str:
    """Write a time in the format of Track: `+00:00` rather than `Z` (observed)."""
    return moment.astimezone(UTC).isoformat()


def organization_reply(organization: Organization) -> models.Organization:
    """Return an organization; that every member is an administrator is assumed."""
    return models.Organization(
        id=organization.id,
        name=organization.name,
        admin=True,
        owner=False,
        pricing_plan_id=1,
        pricing_plan_name="Starter" if organization.has_tasks else "Free",
        pricing_plan_enterprise=False,
        is_multi_workspace_enabled=False,
        is_unified=False,
        max_workspaces=20,
        max_data_retention_days=None,
        user_count=len(organization.member_ids),
        permissions=None,
        subscription=None,
        trial_info=None,
        at=time(FOUNDED),
        created_at=time(FOUNDED),
        suspended_at=None,
    )


def workspace_reply(state: State, workspace: Workspace) -> models.Workspace:
    """Return a workspace; that every member is an administrator is assumed."""
    has_tasks = state.organizations[workspace.organization_id].has_tasks
    projects = state.projects.values()
    return models.Workspace(
        id=workspace.id,
        name=workspace.name,
        organization_id=workspace.organization_id,
        at=time(FOUNDED),
        admin=True,
        role="admin",
        permissions=None,
        premium=has_tasks,
        business_ws=has_tasks,
        active_project_count=sum(one.workspace_id == workspace.id and not one.archived for one in projects),
        api_token=None,
        default_currency="EUR",
        default_hourly_rate=None,
        rate_last_updated=None,
        disable_approvals=False,
        disable_expenses=False,
        disable_timesheet_view=False,
        hide_start_end_times=False,
        ical_enabled=False,
        ical_url=None,
        limit_public_project_data=False,
        logo_url=None,
        max_data_retention_days=None,
        only_admins_may_create_projects=False,
        only_admins_may_create_tags=False,
        only_admins_see_team_dashboard=False,
        projects_billable_by_default=False,
        projects_enforce_billable=False,
        projects_private_by_default=False,
        reports_collapse=False,
        rounding=0,
        rounding_minutes=0,
        working_hours_in_minutes=None,
        csv_upload=None,
        subscription=None,
        te_constraints=None,
        last_modified=None,
        suspended_at=None,
    )


def client_reply(workspace: Workspace, client: Client) -> models.WorkspaceClient:
    """Return a client."""
    return models.WorkspaceClient(
        id=client.id,
        name=client.name,
        wid=workspace.id,
        archived=client.archived,
        notes=None,
        external_reference=None,
        creator_id=None,
        integration_ext_id=None,
        integration_ext_type=None,
        integration_provider=None,
        permissions=None,
        at=time(client.at),
    )


def tag_reply(workspace: Workspace, tag: Tag) -> models.Tag:
    """Return a tag."""
    return models.Tag(
        id=tag.id,
        name=tag.name,
        workspace_id=workspace.id,
        creator_id=None,
        integration_ext_id=None,
        integration_ext_type=None,
        integration_provider=None,
        permissions=None,
        at=time(FOUNDED),
        deleted_at=None,
    )


def project_status(state: State, project: Project) -> str:
    """Return one of the values that are documented; that the dates decide between three of them is assumed."""
    if project.server_deleted_at or project.archived:
        return "deleted" if project.server_deleted_at else "archived"
    today = state.now().date()
    if project.details.get("start_date", today) > today:
        return "upcoming"
    return "ended" if project.details.get("end_date", today) < today else "active"


def project_reply(state: State, project: Project) -> models.Project:
    """Return a project."""
    client = state.client(project)
    details = project.details
    hours = details.get("estimated_hours")
    start, end = details.get("start_date"), details.get("end_date")
    status = project_status(state, project)
    recurrence = details.get("recurring_parameters")
    return models.Project(
        id=project.id,
        name=project.name,
        workspace_id=project.workspace_id,
        active=not project.archived,
        status=status,
        client_id=project.client_id,
        client_name=client.name if client else None,
        color=project.color,
        is_private=project.private,
        billable=project.billable,
        can_track_time=status not in ("archived", "deleted"),
        pinned=False,
        permissions=None,
        start_date=start.isoformat() if start else None,
        end_date=end.isoformat() if end else None,
        estimated_hours=hours,
        estimated_seconds=None if hours is None else hours * 3600,
        auto_estimates=details.get("auto_estimates", False),
        # They come from time entries, which the sandbox does not have for Track.
        actual_hours=None,
        actual_seconds=None,
        currency=details.get("currency"),
        rate=project.hourly_rate,
        rate_last_updated=None,
        fixed_fee=details.get("fixed_fee"),
        recurring=project.recurring,
        recurring_parameters=[_recurrence(recurrence)] if recurrence else None,
        current_period=None,
        template=details.get("template", False),
        template_id=details.get("template_id"),
        external_reference=details.get("external_reference"),
        integration_ext_id=None,
        integration_ext_type=None,
        integration_provider=None,
        at=time(project.at),
        created_at=time(project.created_at),
        server_deleted_at=time(project.server_deleted_at) if project.server_deleted_at else None,
        wid=project.workspace_id,
        cid=project.client_id,
    )


def _recurrence(recurrence: Recurrence) -> models.ProjectRecurrence:
    start = recurrence.get("project_start_date")
    return models.ProjectRecurrence(
        period=recurrence.get("period"),
        custom_period=recurrence.get("custom_period"),
        estimated_seconds=None,
        project_start_date=start.isoformat() if start else None,
        parameter_start_date=None,
        parameter_end_date=None,
    )


def task_reply(state: State, task: TrackTask, *, meta: bool = True, due: bool = False) -> models.Task:
    """Return a task, with the names and colours of project and client, and with the day on which it is due."""
    project = state.track_project(task)
    user = state.users.get(task.user_id or 0)
    optional: dict[str, Any] = {**task.integration, **task.extra}
    if meta:
        client = state.client(project)
        optional |= {
            "client_name": client.name if client else None,
            "project_color": project.color,
            "project_name": project.name,
        }
    if due:
        optional["due_date"] = task.due_date.isoformat() if task.due_date else None
    return models.Task(
        id=task.id,
        name=task.name,
        workspace_id=task.workspace_id,
        project_id=task.project_id,
        user_id=task.user_id,
        active=task.active,
        at=time(task.at),
        estimated_seconds=task.estimated_seconds,
        # A user's report: 0 for recurring projects, whatever was tracked.
        tracked_seconds=0 if project.recurring else task.tracked_milliseconds,
        recurring=project.recurring,
        server_deleted_at=time(task.server_deleted_at) if task.server_deleted_at else None,
        avatar_url=None,
        client_id=project.client_id,
        external_reference=task.external_reference,
        permissions=None,
        project_billable=project.billable,
        project_is_private=project.private,
        rate=project.hourly_rate,
        rate_last_updated=None,
        toggl_accounts_id=None,
        user_name=user.name if user else None,
        **optional,
    )


def user_reply(user: User) -> models.WorkspaceUser:
    """Return a user of a workspace; that every member is an administrator is assumed."""
    return models.WorkspaceUser(
        id=user.id,
        email=user.email,
        fullname=user.name,
        inactive=False,
        is_active=True,
        is_admin=True,
        role="admin",
    )
