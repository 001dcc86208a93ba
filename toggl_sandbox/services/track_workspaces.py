"""Track's routes of organizations, workspaces, and the clients and users of a workspace."""

from __future__ import annotations

from toggl_server.track import models

from ..state.entities import User
from ..state.state import State
from .access import accessible_workspace, workspaces_of
from .errors import ServiceError
from .track_replies import FOUNDED, client_reply, organization_reply, user_reply, workspace_reply


class OrganizationsService:
    """The routes of organizations."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_my_organizations(self, user: User, /) -> list[models.Organization] | None:
        """Answer the organizations of the user."""
        organizations = self.state.organizations.values()
        return [organization_reply(one) for one in organizations if user.id in one.member_ids] or None

    def get_organization(self, user: User, path: models.OrganizationPath, /) -> models.Organization:
        """Answer one organization; 403 for others and unknown ones, as for a workspace (assumed)."""
        organization = self.state.organizations.get(path.organization_id)
        if organization is None or user.id not in organization.member_ids:
            raise ServiceError(403, "You have no access to this organization.")
        return organization_reply(organization)


class WorkspacesService:
    """The routes of workspaces."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_my_workspaces(self, user: User, query: models.ListMyWorkspacesQuery, /) -> list[models.Workspace] | None:
        """Answer the workspaces of the user; with `since`, those that changed later."""
        unchanged = query.since is not None and FOUNDED.timestamp() < query.since
        return None if unchanged else self.list_workspaces(user)

    def list_workspaces(self, user: User, /) -> list[models.Workspace] | None:
        """Answer the workspaces of the user, by the older route (observed)."""
        return [workspace_reply(self.state, one) for one in workspaces_of(self.state, user)] or None

    def get_workspace(self, user: User, path: models.WorkspacePath, /) -> models.Workspace:
        """Answer one workspace."""
        return workspace_reply(self.state, accessible_workspace(self.state, user, path.workspace_id))


class ClientsService:
    """The routes of clients."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_clients(
        self, user: User, path: models.WorkspacePath, query: models.ListClientsQuery, /
    ) -> list[models.WorkspaceClient] | None:
        """Answer the clients of a workspace, by name (assumed)."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        found = [
            one
            for one in workspace.clients.values()
            if query.status in ("both", "archived" if one.archived else "active")
            and (query.name is None or query.name.casefold() in one.name.casefold())
        ]
        found.sort(key=lambda one: (one.name.casefold(), one.id))
        return [client_reply(workspace, one) for one in found] or None


class UsersService:
    """The routes of users."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_users(
        self, user: User, path: models.WorkspacePath, query: models.ListUsersQuery, /
    ) -> list[models.WorkspaceUser] | None:
        """Answer the users of a workspace; users are never removed, so `exclude_deleted` has no effect."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        return [user_reply(self.state.users[one]) for one in sorted(workspace.member_ids)] or None
