"""Changes for which neither API has an operation. Each raises ``ValueError`` if it is not possible."""

from __future__ import annotations

from ..state.state import State


def restore_track_task(state: State, id: int) -> None:
    """Bring back a deleted task of Track; its project must exist, and its name must be free there."""
    task = state.track_tasks.get(id)
    if task is None or not task.is_deleted:
        raise ValueError(f"task {id} is not deleted")
    if task.project_id not in state.projects:
        raise ValueError(f"the project {task.project_id} of task {id} is deleted: create the task in another project")
    holder = state.track_tasks.id_of_name(task.project_id, task.name)
    if holder is not None:
        raise ValueError(f"task {holder} of the same project has the name {task.name!r}: rename or delete it first")
    state.track_tasks.restore(task, state.now())


def restore_project(state: State, id: int) -> None:
    """Bring back a deleted project with the Track tasks that were deleted with it; its name must be free.

    Its Focus tasks left it when it was deleted, and do not return.
    """
    project = state.deleted_projects.get(id)
    if project is None:
        raise ValueError(f"project {id} is not deleted")
    for other in state.projects.values():
        if (other.workspace_id, other.name) == (project.workspace_id, project.name):
            raise ValueError(
                f"project {other.id} of the same workspace has the name {project.name!r}: rename or delete it first"
            )
    state.restore_project(project)


def change_organization(state: State, id: int, *, has_tasks: bool) -> None:
    """Set whether the plan of an organization includes tasks."""
    organization = state.organizations[id]
    organization.has_tasks = has_tasks
    state.change_access(organizations=[organization])


def change_user(state: State, id: int, workspace_ids: set[int] | None, project_ids: set[int] | None) -> None:
    """Set of which workspaces and projects a user is a member; of the organizations of these workspaces, too."""
    workspaces, projects = list(state.workspaces.values()), list(state.projects.values())
    for field, ids, known in (
        ("workspace_ids", workspace_ids, state.workspaces),
        ("project_ids", project_ids, state.projects),
    ):
        for one in sorted(ids or ()):
            if one not in known:
                raise ValueError(
                    f"{field} names {one}, which does not exist: choose among {', '.join(map(str, known))}"
                )
    if workspace_ids is not None:
        organization_ids = {one.organization_id for one in workspaces if one.id in workspace_ids}
        for workspace in workspaces:
            _set_member(workspace.member_ids, id, workspace.id in workspace_ids)
        for organization in state.organizations.values():
            _set_member(organization.member_ids, id, organization.id in organization_ids)
    if project_ids is not None:
        for project in projects:
            _set_member(project.member_ids, id, project.id in project_ids)
    state.change_access(
        organizations=state.organizations.values(),
        workspaces=workspaces,
        projects=() if project_ids is None else projects,
    )


def _set_member(member_ids: set[int], id: int, is_member: bool) -> None:
    if is_member:
        member_ids.add(id)
    else:
        member_ids.discard(id)
