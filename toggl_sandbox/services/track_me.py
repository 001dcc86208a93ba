"""Track's routes of the user whose credentials are sent."""

from __future__ import annotations

from typing import Any

from toggl_server.track import models

from ..limits.quota import HourlyQuota
from ..state.entities import User
from ..state.state import State
from .access import projects_of, workspaces_of
from .track_replies import FOUNDED, client_reply, project_reply, tag_reply, task_reply, time, workspace_reply


class MeService:
    """The routes of the user."""

    def __init__(self, state: State, quota: HourlyQuota) -> None:
        self.state = state
        self._quota = quota

    def get_me(self, user: User, query: models.GetMeQuery, /) -> models.Me:
        """Answer the user, with the token as the service does; without `2fa_enabled` (observed)."""
        workspaces = workspaces_of(self.state, user)
        return models.Me(
            id=user.id,
            email=user.email,
            fullname=user.name,
            default_workspace_id=workspaces[0].id if workspaces else 0,
            api_token=user.track_token,
            timezone="UTC",
            beginning_of_week=1,
            country_id=None,
            image_url=None,
            has_password=True,
            openid_enabled=False,
            openid_email=None,
            oauth_providers=[],
            intercom_hash=None,
            options={},
            at=time(FOUNDED),
            created_at=time(FOUNDED),
            updated_at=time(FOUNDED),
            authorization_updated_at=time(FOUNDED),
            **(self._related_data(user) if query.with_related_data else {}),
        )

    def get_my_quota(self, user: User, /) -> list[models.OrganizationQuota] | None:
        """Answer the quotas of the user's organizations, then that of `/me` routes (observed)."""
        organizations = [one.id for one in self.state.organizations.values() if user.id in one.member_ids]
        return [self._quota_of(user, organization_id) for organization_id in [*organizations, None]]

    def _related_data(self, user: User) -> dict[str, Any]:
        """Return what the user may see: active projects and their open tasks (assumed), and no time entries."""
        workspaces = workspaces_of(self.state, user)
        projects = [
            project
            for workspace in workspaces
            for project in projects_of(self.state, user, workspace.id)
            if not project.archived
        ]
        return {
            "workspaces": [workspace_reply(self.state, one) for one in workspaces],
            "clients": [client_reply(one, client) for one in workspaces for client in one.clients.values()],
            "projects": [project_reply(self.state, one) for one in projects],
            "tasks": [
                task_reply(self.state, task)
                for project in projects
                for task in self.state.track_tasks.of_project(project.id)
                if task.active and task.server_deleted_at is None
            ],
            "tags": [tag_reply(one, tag) for one in workspaces for tag in one.tags.values()],
            "time_entries": [],
        }

    def _quota_of(self, user: User, organization_id: int | None) -> models.OrganizationQuota:
        status = self._quota.status(user.id, organization_id)
        return models.OrganizationQuota(
            organization_id=organization_id,
            remaining=status.remaining,
            resets_in_secs=status.resets_in,
            total=status.total,
        )
