"""Tasks in Toggl Track and Toggl Focus with toggl_tasks."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice

from toggl_openapi.focus import models as focus_models
from toggl_openapi.track import models as track_models
from toggl_tasks import BadRequest, Focus, NotFound, PaymentRequired, QuotaExceeded, Track, replace


def number(name: str) -> int:
    """Return an id from the environment."""
    return int(os.environ[name])


def names(tasks: Iterable[track_models.Task] | Iterable[focus_models.Task]) -> str:
    return ", ".join(task.name for task in tasks)


def use_track(track: Track) -> None:
    workspace, project = number("TOGGL_WORKSPACE"), number("TOGGL_PROJECT")
    tasks = track.tasks.list(workspace, active="both", per_page=3)  # iterating over it reads all pages
    print("list-workspace-tasks:", names(tasks))
    print("list-project-tasks:", names(track.tasks.list_project(workspace, project, active="true")))
    nothing = track.tasks.list_project(workspace, number("TOGGL_EMPTY_PROJECT"))
    print("empty-list:", len(list(nothing)), "tasks")

    task = track.tasks.create(workspace, project, name="Write the docs")
    print("create-task:", task.name)
    print("get-task:", track.tasks.get(workspace, project, task.id).name)
    print("update-task:", track.tasks.update(workspace, project, task.id, name="Publish the docs").name)
    task = track.tasks.update(workspace, project, task.id, estimated_seconds=5400)
    print("set-estimate:", task.estimated_seconds, "seconds")
    task = track.tasks.update(workspace, project, task.id, estimated_seconds=None)
    print("clear-estimate:", "none" if task.estimated_seconds is None else task.estimated_seconds)
    result = track.tasks.patch(workspace, project, [task.id, 1], [replace("/active", False)])
    print(f"patch-tasks: {len(result.success)} changed, {len(result.failure)} failed: {result.failure[0].message}")
    track.tasks.delete(workspace, project, task.id)
    print("delete-task: deleted")
    try:
        track.tasks.get(workspace, project, task.id)
    except NotFound as error:
        print("missing-task:", error.status, error.message)

    print("my-tasks:", len(list(islice(track.tasks.list_mine(per_page=3), 3))), "tasks")  # reads one page
    print("unknown-fields:", track.projects.get(workspace, project).name)
    for step, other in (("missing-plan", "TOGGL_FREE_WORKSPACE"), ("quota", "TOGGL_SPENT_WORKSPACE")):
        try:
            list(track.tasks.list(number(other)))
        except QuotaExceeded as error:
            seconds = error.response.headers["X-Toggl-Quota-Resets-In"] if error.response else "?"
            print(f"{step}: {error.status} quota spent, full again in {seconds} seconds")
        except PaymentRequired as error:
            print(f"{step}: {error.status} {error.message}")


def use_focus(focus: Focus) -> None:
    where = number("TOGGL_ORGANIZATION"), number("TOGGL_FOCUS_WORKSPACE")
    projects = [number("TOGGL_FOCUS_PROJECT"), None]  # None: tasks without a project
    tasks = focus.tasks.list(*where, project_id=projects, start_date_from=datetime(2025, 3, 1, tzinfo=UTC))
    print("focus-list:", names(tasks))
    task = focus.tasks.create(*where, name="Plan the release", estimated_mins=90)
    print("focus-create:", task.name)
    created = focus.tasks.create_many(
        *where, [focus_models.TaskCreate(name=name) for name in ("Pick a date", "Book the room")]
    )
    print("focus-bulk-create:", names(created))
    focus.tasks.update(*where, task.id, priority="high", estimated_mins=None)
    task = focus.tasks.get(*where, task.id)
    print(f"focus-patch: {task.priority}, {'no estimate' if task.estimated_mins is None else task.estimated_mins}")
    first, second = (one.id for one in created)
    focus.tasks.update_many(*where, [{"id": first, "priority": "low"}, {"id": second, "pinned": True}])
    print("focus-bulk-patch: changed")
    focus.tasks.archive(*where, [first, second])
    print("focus-archive: archived")
    focus.tasks.delete_many(*where, [task.id, first, second])
    print("focus-delete: deleted")
    try:
        focus.tasks.create(*where, name="Back in time", start_date=date(2025, 3, 3), end_date=date(2025, 3, 1))
    except BadRequest as error:
        body = error.response.json() if error.response else {}
        print(f"focus-bad-request: {error.status} {body.get('error')}: {body.get('error_description')}")


with Track() as track, Focus() as focus:  # base URLs and tokens are in the environment
    use_track(track)
    use_focus(focus)
