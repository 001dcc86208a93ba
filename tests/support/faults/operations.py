"""One call of every operation of both specifications, with arguments that change something where possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

from toggl_sandbox import Sandbox


@frozen(kw_only=True)
class Ids:
    """Ids of the workspace and of one task in each API."""

    organization: int
    workspace: int
    project: int
    free_workspace: int
    free_project: int
    """A project with few tasks, on a plan without them."""
    track_task: int
    focus_task: int
    focus_child: int
    focus_parent: int
    status: int
    external_id: int


def find_ids(sandbox: Sandbox) -> Ids:
    tracks = sandbox.state.track_tasks.of_project(sandbox.project_id)
    state = sandbox.state
    focuses = [
        task
        for task in state.focus_tasks.of_workspace(sandbox.workspace_id)
        if task.archived_at is None and task.toggl_user_id == sandbox.seeded.user.id
    ]
    child = next(one for one in focuses if state.focus_tasks.find(one.workspace_id, one.parent_task_id) in focuses)
    assert child.parent_task_id
    return Ids(
        organization=sandbox.organization_id,
        workspace=sandbox.workspace_id,
        project=sandbox.project_id,
        free_workspace=sandbox.seeded.planless_workspace_id,
        free_project=sandbox.seeded.planless_project_id,
        track_task=next(task.id for task in tracks if task.server_deleted_at is None),
        focus_task=next(task.id for task in focuses if not state.focus_tasks.children(task)),  # deleted together
        focus_child=child.id,
        focus_parent=child.parent_task_id,
        status=child.status_id,
        external_id=next(int(one.metadata["external_id"] or 0) for one in focuses if one.metadata),
    )


@frozen(kw_only=True)
class OperationCall:
    """One operation with its arguments."""

    api: str
    name: str
    """Name of the call in `client.raw`."""
    method: str
    send: Callable[[Any, Ids], Any]
    changes: int = 0
    """Number of tasks and projects that differ after a success."""
    reads_body: bool = True
    """Whether the client reads the body of the response."""
    has_fields: bool = True
    """Whether that body has fields; half of a number is a number, which no client can know."""
    patch_allowed: bool = False
    """Whether the program allows retries of PATCH."""
    idempotent: bool = False
    """Whether the specification says so of a POST or PATCH."""
    thorough: bool = True
    """Whether it meets each fault in every way: for a few of each kind, since the others take the same path."""
    adds: bool = False
    """Whether a PATCH holds an `add`, which is not idempotent."""
    free_call: Callable[[Any, Ids], Any]
    """A call on the same quota that changes nothing."""

    @property
    def kind(self) -> str:
        if self.idempotent:
            return f"{self.method} (idempotent)"
        allowed = " (allowed, add)" if self.adds else " (allowed)" if self.patch_allowed else ""
        return f"{self.method}{allowed}"

    def __str__(self) -> str:
        return f"{self.api}.{self.name}{self.kind.removeprefix(self.method)}"


def _track(name: str, method: str, send: Callable[[Any, Ids], Any], **more: Any) -> OperationCall:
    def free_call(client: Any, ids: Ids) -> Any:
        return client.raw.list_project_tasks(ids.workspace, ids.project)

    return OperationCall(api="track", name=name, method=method, send=send, **{"free_call": free_call} | more)


def _focus(name: str, method: str, send: Callable[[Any, Ids], Any], **more: Any) -> OperationCall:
    def free_call(client: Any, ids: Ids) -> Any:
        return client.raw.list_tasks(ids.organization, ids.workspace, per_page=1)

    return OperationCall(api="focus", name=name, method=method, send=send, **{"free_call": free_call} | more)


def _track_patch(op: str) -> Callable[[Any, Ids], Any]:
    def send(client: Any, ids: Ids) -> Any:
        change = {"op": op, "path": "/name", "value": "patched"}
        return client.raw.patch_tasks(ids.workspace, ids.project, str(ids.track_task), [change])

    return send


def _focus_patch(client: Any, ids: Ids) -> Any:
    return client.raw.patch_task(ids.organization, ids.workspace, ids.focus_task, {"name": "patched"})


def _focus_bulk_patch(client: Any, ids: Ids) -> Any:
    body = [{"id": ids.focus_task, "name": "patched"}]
    return client.raw.patch_tasks(ids.organization, ids.workspace, body)


def _few(name: str, method: str, send: Callable[[Any, Ids], Any], **more: Any) -> OperationCall:
    return _focus(name, method, send, thorough=False, **more)


def _of_workspace(name: str) -> Callable[[Any, Ids], Any]:
    return lambda client, ids: getattr(client.raw, name)(ids.workspace)


def _of_task(name: str) -> Callable[[Any, Ids], Any]:
    def send(client: Any, ids: Ids) -> Any:
        task_id = {"list_child_tasks": ids.focus_parent, "list_parent_tasks": ids.focus_child}.get(name, ids.focus_task)
        return getattr(client.raw, name)(ids.organization, ids.workspace, task_id)

    return send


def _of_tasks(name: str) -> Callable[[Any, Ids], Any]:
    return lambda client, ids: getattr(client.raw, name)(
        ids.organization, ids.workspace, {"task_ids": [ids.focus_task]}
    )


def _focus_settings(client: Any, ids: Ids) -> Any:
    return client.raw.get_my_settings()


def _mine(client: Any, ids: Ids) -> Any:
    return client.raw.get_my_quota()


def _my_workspaces(client: Any, ids: Ids) -> Any:
    return client.raw.list_workspaces()


def _organization(client: Any, ids: Ids) -> Any:
    return client.raw.get_organization(ids.organization)


OPERATIONS: Final = (
    _track("get_me", "GET", lambda t, of: t.raw.get_me(), free_call=_mine),
    _track("list_my_organizations", "GET", lambda t, of: t.raw.list_my_organizations(), free_call=_mine),
    _track("list_my_workspaces", "GET", lambda t, of: t.raw.list_my_workspaces(), free_call=_mine),
    _track("list_my_projects", "GET", lambda t, of: t.raw.list_my_projects(), free_call=_mine),
    _track("list_workspaces", "GET", _my_workspaces, free_call=_my_workspaces),
    _track("get_organization", "GET", _organization, free_call=_organization),
    _track("get_workspace", "GET", lambda t, of: t.raw.get_workspace(of.workspace)),
    _track("list_clients", "GET", lambda t, of: t.raw.list_clients(of.workspace)),
    _track("list_users", "GET", lambda t, of: t.raw.list_users(of.workspace)),
    _track("list_projects", "GET", lambda t, of: t.raw.list_projects(of.workspace)),
    _track("get_project", "GET", lambda t, of: t.raw.get_project(of.workspace, of.project)),
    _track(
        "create_project",
        "POST",
        lambda t, of: t.raw.create_project(of.workspace, {"name": "made", "active": True}),
        changes=1,
    ),
    _track(
        "update_project",
        "PUT",
        lambda t, of: t.raw.update_project(of.workspace, of.project, {"name": "renamed"}),
        changes=1,
    ),
    _track(
        "delete_project",
        "DELETE",
        lambda t, of: t.raw.delete_project(of.free_workspace, of.free_project),
        changes=5,  # the project, and four tasks that are not deleted yet
        has_fields=False,
        free_call=lambda t, of: t.raw.get_workspace(of.free_workspace),
    ),
    _track("list_basic_tasks", "GET", lambda t, of: t.raw.list_basic_tasks(of.workspace)),
    _track("list_project_tasks", "GET", lambda t, of: t.raw.list_project_tasks(of.workspace, of.project)),
    _track("list_workspace_tasks", "GET", lambda t, of: t.raw.list_workspace_tasks(of.workspace)),
    _track("list_my_tasks", "GET", lambda t, of: t.raw.list_my_tasks(per_page=50), free_call=_mine),
    _track("get_my_quota", "GET", _mine, free_call=_mine),
    _track("get_task", "GET", lambda t, of: t.raw.get_task(of.workspace, of.project, of.track_task)),
    _track(
        "update_task",
        "PUT",
        lambda t, of: t.raw.update_task(of.workspace, of.project, of.track_task, {"name": "renamed"}),
        changes=1,
    ),
    _track(
        "delete_task",
        "DELETE",
        lambda t, of: t.raw.delete_task(of.workspace, of.project, of.track_task),
        changes=1,
        reads_body=False,
    ),
    _track(
        "create_task",
        "POST",
        lambda t, of: t.raw.create_task(of.workspace, of.project, {"name": "made"}),
        changes=1,
    ),
    _track("patch_tasks", "PATCH", _track_patch("replace"), changes=1),
    _track("patch_tasks", "PATCH", _track_patch("replace"), changes=1, patch_allowed=True),
    _track("patch_tasks", "PATCH", _track_patch("add"), changes=1, patch_allowed=True, adds=True),
    _focus("list_tasks", "GET", lambda f, of: f.raw.list_tasks(of.organization, of.workspace)),
    _focus("stream_tasks", "GET", lambda f, of: f.raw.stream_tasks(of.organization, of.workspace)),
    _focus(
        "create_task",
        "POST",
        lambda f, of: f.raw.create_task(of.organization, of.workspace, {"name": "made"}),
        changes=1,
    ),
    _focus(
        "create_tasks",
        "POST",
        lambda f, of: f.raw.create_tasks(of.organization, of.workspace, {"tasks": [{"name": "one"}, {"name": "two"}]}),
        changes=2,
    ),
    _focus("patch_task", "PATCH", _focus_patch, changes=1, reads_body=False),
    _focus("patch_task", "PATCH", _focus_patch, changes=1, reads_body=False, patch_allowed=True),
    _focus("patch_tasks", "PATCH", _focus_bulk_patch, changes=1, reads_body=False),
    _focus("patch_tasks", "PATCH", _focus_bulk_patch, changes=1, reads_body=False, patch_allowed=True),
    *(
        _few(name, "GET", _of_workspace(name), free_call=_of_workspace("list_tags"))
        for name in ("list_statuses", "list_tags", "list_clients")
    ),
    _few("get_my_settings", "GET", _focus_settings, free_call=_focus_settings),
    _few("list_users", "GET", lambda f, of: f.raw.list_users(of.organization)),
    _few("list_projects", "GET", lambda f, of: f.raw.list_projects(of.organization, of.workspace)),
    _few("get_project", "GET", lambda f, of: f.raw.get_project(of.organization, of.workspace, of.project)),
    _few("list_recurring_tasks", "GET", lambda f, of: f.raw.list_recurring_tasks(of.organization, of.workspace)),
    _few(
        "find_task_by_external_id",
        "GET",
        lambda f, of: f.raw.find_task_by_external_id(
            of.organization, of.workspace, source="google_calendar", ext_id=of.external_id
        ),
    ),
    *(_few(name, "GET", _of_task(name)) for name in ("get_task", "list_child_tasks", "list_parent_tasks")),
    _few(
        "replace_task",
        "PUT",
        lambda f, of: f.raw.replace_task(
            of.organization, of.workspace, of.focus_task, {"name": "replaced", "status_id": of.status}
        ),
        changes=1,
        reads_body=False,
    ),
    *(
        _few(name, method, _of_task(name), changes=changes, reads_body=False, idempotent=True)
        for name, method, changes in (
            ("archive_task", "POST", 1),
            ("unarchive_task", "POST", 0),
            ("restore_task", "PATCH", 0),
        )
    ),
    *(
        _few(name, method, _of_tasks(name), changes=changes, reads_body=False, idempotent=True)
        for name, method, changes in (
            ("archive_tasks", "POST", 1),
            ("unarchive_tasks", "POST", 0),
            ("restore_tasks", "PATCH", 0),
        )
    ),
    _few(
        "duplicate_tasks",
        "POST",
        lambda f, of: f.raw.duplicate_tasks(
            of.organization, of.workspace, {"task_ids": [of.focus_task], "cascade_duplicate_children": False}
        ),
        changes=1,
    ),
    _few(
        "delete_tasks",
        "DELETE",
        lambda f, of: f.raw.delete_tasks(of.organization, of.workspace, ids=[of.focus_task]),
        changes=1,
        reads_body=False,
    ),
    _focus(
        "delete_task",
        "DELETE",
        lambda f, of: f.raw.delete_task(of.organization, of.workspace, of.focus_task),
        changes=1,
        reads_body=False,
    ),
)
