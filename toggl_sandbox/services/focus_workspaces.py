"""The objects whose ids Focus's tasks refer to: the user's settings, users, statuses, tags and clients.

The routes and fields are documented. Their values are assumed, and also that no paid plan is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from toggl_server.focus import models

from ..state.entities import Client, Organization, Status, Tag, User
from ..state.state import State
from .access import accessible_workspace
from .errors import ServiceError
from .focus_fields import page_of, time_text
from .focus_order import Order, Values

ADMIN_ROLE: Final = 1
MEMBER_ROLE: Final = 2
PRODUCTS: Final = ("focus", "track")


class FocusMeService:
    """The routes of the authenticated user."""

    def __init__(self, state: State) -> None:
        self.state = state

    def get_my_settings(self, user: User, /) -> models.UserSettings:
        """Answer the settings; the current workspace is the user's first one."""
        workspaces = (one.id for one in self.state.workspaces.values() if user.id in one.member_ids)
        return models.UserSettings(
            calendar_task_creation_behavior="match_existing",
            current_workspace_id=next(workspaces, None),
            date_format="ISO",
            default_page="last-opened",
            duration_format="improved",
            language_code="en",
            start_week_on=1,
            theme="auto",
            time_format="24h",
            timezone="UTC",
        )


class FocusUsersService:
    """The users of an organization."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_users(
        self, user: User, path: models.OrganizationPath, query: models.ListUsersQuery, /
    ) -> list[models.OrganizationUser] | None:
        """Answer one page of the members, in a bare array. 403 for those who are not among them."""
        organization = self.state.organizations.get(path.organization_id)
        if organization is None or user.id not in organization.member_ids:
            raise ServiceError(403, "You have no access to this organization.")
        wanted = _wanted_users(query)
        replies = [
            self._user(organization, self.state.users[one], query)
            for one in sorted(organization.member_ids)
            if all(passes(organization, self, self.state.users[one]) for passes in wanted)
        ]
        if query.sort_dir:
            replies.sort(key=lambda one: str(one.name).casefold(), reverse=query.sort_dir.lower() == "desc")
        pinned = set(query.pinned_ids or ())
        replies.sort(key=lambda one: one.id not in pinned)
        return list(page_of(replies, query.page, query.per_page))

    def workspace_ids(self, organization: Organization, user: User) -> list[int]:
        """Return the workspaces of an organization that a user is in."""
        workspaces = self.state.workspaces.values()
        return [one.id for one in workspaces if one.organization_id == organization.id and user.id in one.member_ids]

    def _user(self, organization: Organization, user: User, query: models.ListUsersQuery) -> models.OrganizationUser:
        role = role_of(organization, user)
        reply = models.OrganizationUser(
            id=user.id,
            active=True,
            admin=role == ADMIN_ROLE,
            deleted_at=None,
            email=user.email,
            groups=[],
            joined=True,
            name=user.name,
            organization_id=organization.id,
            owner=role == ADMIN_ROLE,
            tags=[],
            user_account_id=user.id,
            workspaces=[
                models.UserWorkspace(
                    id=one,
                    focus_role_id=role,
                    groups=[],
                    name=self.state.workspaces[one].name,
                    toggl_products=list(PRODUCTS),
                    track_role_id=role,
                    workspace_user_id=user.id,
                )
                for one in self.workspace_ids(organization, user)
            ],
        )
        if query.include_working_hours:
            reply.working_hours = 8.0
        if query.include_rates:
            reply.rate = None
        if query.include_custom_fields:
            reply.custom_field_values = []
        return reply


def role_of(organization: Organization, user: User) -> int:
    """Return the role of a member: the first one owns the organization."""
    return ADMIN_ROLE if user.id == min(organization.member_ids) else MEMBER_ROLE


_UserFilter = Callable[[Organization, FocusUsersService, User], bool]


def _wanted_users(query: models.ListUsersQuery) -> list[_UserFilter]:
    """Return the filters of a request. No user has a group or a tag, and all users are active."""
    wanted: list[_UserFilter] = []

    def add(given: Any, passes: _UserFilter) -> None:
        if given is not None:
            wanted.append(passes)

    text = (query.filter or "").casefold()
    add(
        query.workspaces,
        lambda of, users, one: not set(users.workspace_ids(of, one)).isdisjoint(query.workspaces or ()),
    )
    add(query.user_account_ids, lambda of, users, one: one.id in (query.user_account_ids or ()))
    add(query.org_user_ids, lambda of, users, one: one.id in (query.org_user_ids or ()))
    add(query.groups, lambda of, users, one: False)
    add(query.toggl_products, lambda of, users, one: not set(PRODUCTS).isdisjoint(query.toggl_products or ()))
    add(query.active_status, lambda of, users, one: "active" in (query.active_status or ()))
    add(query.roles, lambda of, users, one: role_of(of, one) in (query.roles or ()))
    add(query.only_admins or None, lambda of, users, one: role_of(of, one) == ADMIN_ROLE)
    add(query.filter, lambda of, users, one: text in one.name.casefold() or text in one.email.casefold())
    add(query.tag_ids, lambda of, users, one: False)
    add(query.has_group, lambda of, users, one: query.has_group is False)
    return wanted


class FocusStatusesService:
    """The statuses of a workspace."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_statuses(
        self, user: User, path: models.WorkspacePath, query: models.ListStatusesQuery, /
    ) -> models.StatusPage:
        """Answer one page of the statuses."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        positions = {status.id: position for position, status in enumerate(workspace.statuses.values(), 1)}
        values: Values[Status] = {
            **dict.fromkeys(("workspace_id", "created_at", "updated_at"), lambda status: None),
            "name": lambda status: status.name.casefold(),
            "position": lambda status: positions[status.id],
        }
        found = [
            status
            for status in workspace.statuses.values()
            if (query.name is None or query.name.casefold() in status.name.casefold())
            and query.type in (None, status.type)
        ]
        found.sort(key=Order(query.order_by, values).rank)
        data = [
            models.Status(
                id=status.id,
                name=status.name,
                workspace_id=workspace.id,
                deleted_at=None,
                emoji=status.emoji,
                position=positions[status.id],
                type=status.type,
            )
            for status in page_of(found, query.page, query.per_page)
        ]
        return models.StatusPage(data=data, page=query.page, per_page=query.per_page)


class FocusTagsService:
    """The tags of a workspace."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_tags(self, user: User, path: models.WorkspacePath, query: models.ListTagsQuery, /) -> models.TagPage:
        """Answer one page of the tags."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        values: Values[Tag] = {"name": lambda tag: tag.name.casefold()}
        found = [
            tag
            for tag in workspace.tags.values()
            if (query.name is None or query.name.casefold() in tag.name.casefold())
            and (query.tag_id is None or tag.id in query.tag_id)
        ]
        found.sort(key=Order(query.order_by, values).rank)
        data = [
            models.Tag(id=tag.id, name=tag.name, workspace_id=workspace.id, color=tag.color, deleted_at=None)
            for tag in page_of(found, query.page, query.per_page)
        ]
        return models.TagPage(data=data, page=query.page, per_page=query.per_page, total=len(found))


class FocusClientsService:
    """The clients of a workspace."""

    def __init__(self, state: State) -> None:
        self.state = state

    def list_clients(
        self, user: User, path: models.WorkspacePath, query: models.ListClientsQuery, /
    ) -> models.WorkspaceClientPage:
        """Answer one page of the clients, archived or not."""
        workspace = accessible_workspace(self.state, user, path.workspace_id)
        values: Values[Client] = {
            "active": lambda client: not client.archived,
            "created_at": lambda client: client.at,
            "name": lambda client: client.name.casefold(),
            "updated_at": lambda client: client.at,
        }
        text = (query.name or "").casefold()
        found = [client for client in workspace.clients.values() if text in client.name.casefold()]
        found.sort(key=Order(query.order_by, values).rank)
        data = [
            models.WorkspaceClient(
                id=client.id,
                name=client.name,
                workspace_id=workspace.id,
                active=not client.archived,
                created_at=time_text(client.at),
                deleted_at=None,
                updated_at=time_text(client.at),
            )
            for client in page_of(found, query.page, query.per_page)
        ]
        return models.WorkspaceClientPage(data=data, page=query.page, per_page=query.per_page)
