"""Which workspaces and projects a user may see."""

from __future__ import annotations

from ..state.entities import FocusTask, Project, User, Workspace
from ..state.state import State
from .errors import ServiceError


def accessible_workspace(state: State, user: User, workspace_id: int, organization_id: int | None = None) -> Workspace:
    """Return a workspace that the user may see.

    403 without access, and also for an unknown one, so that clients cannot probe for ids (assumed).
    """
    workspace = state.workspaces.get(workspace_id)
    if (
        workspace is None
        or user.id not in workspace.member_ids
        or organization_id not in (None, workspace.organization_id)
    ):
        raise ServiceError(403, "You have no access to this workspace.")
    return workspace


def visible_workspace(state: State, user: User, workspace_id: int, organization_id: int | None = None) -> Workspace:
    """Return a workspace with tasks that the user may see.

    Also 402 when the plan of its organization has no tasks (observed for Track, assumed for Focus).
    """
    workspace = accessible_workspace(state, user, workspace_id, organization_id)
    if not state.organizations[workspace.organization_id].has_tasks:
        raise ServiceError(402, "The plan of this workspace has no tasks. Upgrade it to use them.")
    return workspace


def workspaces_of(state: State, user: User) -> list[Workspace]:
    """Return the workspaces that the user may see."""
    return [one for one in state.workspaces.values() if user.id in one.member_ids]


def projects_of(state: State, user: User, workspace_id: int, *, with_deleted: bool = False) -> list[Project]:
    """Return the projects of a workspace that the user may see."""
    projects = [*state.projects.values(), *(state.deleted_projects.values() if with_deleted else ())]
    return [one for one in projects if one.workspace_id == workspace_id and one.visible_to(user)]


def sees_task(state: State, user: User, task: FocusTask) -> bool:
    """Return whether a task of Focus is the user's, or neither private nor of a private project (assumed)."""
    project = state.project(task)
    return task.toggl_user_id == user.id or not (task.private or (project and not project.visible_to(user)))
