"""Tasks in Toggl Track and Toggl Focus with clients of openapi-python-client."""

import base64
import os
from collections.abc import Iterable, MutableMapping
from datetime import UTC, date, datetime
from typing import Protocol, TypeVar

from toggl_focus import AuthenticatedClient as Focus
from toggl_focus import models as focus_models
from toggl_focus.api.tasks import archive_tasks, create_tasks, delete_tasks, list_tasks, patch_task
from toggl_focus.api.tasks import create_task as create_focus_task
from toggl_focus.api.tasks import get_task as get_focus_task
from toggl_focus.api.tasks import patch_tasks as patch_focus_tasks
from toggl_track import AuthenticatedClient as Track
from toggl_track import models as track_models
from toggl_track.api.projects import get_project
from toggl_track.api.tasks import (
    create_task,
    delete_task,
    get_task,
    list_my_tasks,
    list_project_tasks,
    list_workspace_tasks,
    patch_tasks,
    update_task,
)

T = TypeVar("T")


class Reply(Protocol):
    """The common attributes of the `Response` classes of both clients."""

    @property
    def status_code(self) -> int: ...
    @property
    def content(self) -> bytes: ...
    @property
    def headers(self) -> MutableMapping[str, str]: ...
    @property
    def parsed(self) -> object: ...


class ApiError(Exception):
    """The service responded with an error status; the generated functions return it like a result."""

    def __init__(self, response: Reply) -> None:
        super().__init__(f"{response.status_code:d} {response.content.decode()}")
        self.response = response


def expect(kind: type[T], response: Reply) -> T:
    """Return the result, or raise the error."""
    if response.status_code >= 400 or not isinstance(response.parsed, kind):
        raise ApiError(response)
    return response.parsed


def number(name: str) -> int:
    return int(os.environ[name])


def names(tasks: Iterable[object]) -> str:
    return ", ".join(task.name for task in tasks if isinstance(task, track_models.Task | focus_models.Task))


def use_track(track: Track) -> None:
    workspace, project = number("TOGGL_WORKSPACE"), number("TOGGL_PROJECT")

    tasks: list[track_models.Task] = []
    total = 1
    page = 0
    while len(tasks) < total:
        page += 1
        response = list_workspace_tasks.sync_detailed(
            workspace, client=track, active=track_models.ListWorkspaceTasksActive.BOTH, per_page=3, page=page
        )
        reply = expect(track_models.TaskPage, response)
        tasks += reply.data or []
        total = reply.total_count
    print("list-workspace-tasks:", names(tasks))
    active = track_models.ListProjectTasksActive.TRUE
    print(
        "list-project-tasks:",
        names(expect(list, list_project_tasks.sync_detailed(workspace, project, client=track, active=active))),
    )
    nothing = list_project_tasks.sync(workspace, number("TOGGL_EMPTY_PROJECT"), client=track)
    print("empty-list:", len(nothing or []), "tasks")  # None: an empty list

    new = track_models.TaskCreate(name="Write the docs")
    task = expect(track_models.Task, create_task.sync_detailed(workspace, project, client=track, body=new))
    print("create-task:", task.name)
    where = workspace, project, task.id
    print("get-task:", expect(track_models.Task, get_task.sync_detailed(*where, client=track)).name)

    def update(changes: track_models.TaskUpdate) -> track_models.Task:
        return expect(track_models.Task, update_task.sync_detailed(*where, client=track, body=changes))

    print("update-task:", update(track_models.TaskUpdate(name="Publish the docs")).name)
    print("set-estimate:", update(track_models.TaskUpdate(estimated_seconds=5400)).estimated_seconds, "seconds")
    cleared = update(track_models.TaskUpdate(estimated_seconds=None)).estimated_seconds
    print("clear-estimate:", "none" if cleared is None else cleared)
    patch = [track_models.PatchOperation(op=track_models.PatchOperationOp.REPLACE, path="/active", value=False)]
    patched = patch_tasks.sync_detailed(workspace, project, f"{task.id},1", client=track, body=patch)
    report = expect(track_models.PatchReport, patched)
    failures = report.failure or []
    print(f"patch-tasks: {len(report.success or [])} changed, {len(failures)} failed: {failures[0].message}")
    expect(object, delete_task.sync_detailed(*where, client=track))
    print("delete-task: deleted")
    try:
        expect(track_models.Task, get_task.sync_detailed(*where, client=track))
    except ApiError as error:
        print("missing-task:", error)

    print("my-tasks:", len(expect(list, list_my_tasks.sync_detailed(client=track, per_page=3))), "tasks")
    website = expect(track_models.Project, get_project.sync_detailed(workspace, project, client=track))
    print("unknown-fields:", website.name)
    for step, other in (("missing-plan", "TOGGL_FREE_WORKSPACE"), ("quota", "TOGGL_SPENT_WORKSPACE")):
        try:
            expect(track_models.TaskPage, list_workspace_tasks.sync_detailed(number(other), client=track))
        except ApiError as error:
            headers = error.response.headers
            if headers.get("X-Toggl-Quota-Remaining") == "0":
                seconds = headers["X-Toggl-Quota-Resets-In"]
                print(f"{step}: {error.response.status_code:d} quota spent, full again in {seconds} seconds")
            else:
                print(f"{step}: {error}")


def use_focus(focus: Focus) -> None:
    where = number("TOGGL_ORGANIZATION"), number("TOGGL_FOCUS_WORKSPACE")

    # The empty text selects tasks without a project.
    listed = list_tasks.sync_detailed(
        *where,
        client=focus,
        project_id=[os.environ["TOGGL_FOCUS_PROJECT"], ""],
        start_date_from=datetime(2025, 3, 1, tzinfo=UTC),
    )
    print("focus-list:", names(expect(focus_models.TaskPage, listed).data or []))
    new = focus_models.TaskCreate(name="Plan the release", estimated_mins=90)
    task = expect(focus_models.Task, create_focus_task.sync_detailed(*where, client=focus, body=new))
    print("focus-create:", task.name)
    several = focus_models.TaskBulkCreate(
        [focus_models.TaskCreate(name=name) for name in ("Pick a date", "Book the room")]
    )
    created: list[focus_models.Task] = expect(list, create_tasks.sync_detailed(*where, client=focus, body=several))
    print("focus-bulk-create:", names(created))
    changes = focus_models.TaskPatch(priority=focus_models.TaskPatchPriority.HIGH, estimated_mins=None)
    expect(object, patch_task.sync_detailed(*where, task.id, client=focus, body=changes))
    task = expect(focus_models.Task, get_focus_task.sync_detailed(*where, task.id, client=focus))
    print(f"focus-patch: {task.priority}, {'no estimate' if task.estimated_mins is None else task.estimated_mins}")
    first, second = (one.id for one in created)
    patches = [
        focus_models.TaskPatchItem(id=first, priority=focus_models.TaskPatchItemPriority.LOW),
        focus_models.TaskPatchItem(id=second, pinned=True),
    ]
    expect(object, patch_focus_tasks.sync_detailed(*where, client=focus, body=patches))
    print("focus-bulk-patch: changed")
    expect(object, archive_tasks.sync_detailed(*where, client=focus, body=focus_models.TaskIds([first, second])))
    print("focus-archive: archived")
    expect(object, delete_tasks.sync_detailed(*where, client=focus, ids=[task.id, first, second]))
    print("focus-delete: deleted")
    wrong = focus_models.TaskCreate(name="Back in time", start_date=date(2025, 3, 3), end_date=date(2025, 3, 1))
    refused = create_focus_task.sync_detailed(*where, client=focus, body=wrong)
    if isinstance(refused.parsed, focus_models.Error):
        problem = refused.parsed
        print(f"focus-bad-request: {refused.status_code:d} {problem.error}: {problem.error_description}")


# The generated client has no sign-in by user name and password: the header is made here.
basic = base64.b64encode(f"{os.environ['TOGGL_API_TOKEN']}:api_token".encode()).decode()
with Track(os.environ["TOGGL_TRACK_URL"], token=basic, prefix="Basic") as track:
    use_track(track)
with Focus(os.environ["TOGGL_FOCUS_URL"], token=os.environ["TOGGL_FOCUS_TOKEN"]) as focus:
    use_focus(focus)
