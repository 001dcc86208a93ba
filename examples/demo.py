"""The program of `make demo`: both clients and the command line over real HTTP, against the sandbox.

With `LIVE=1` and tokens in the environment it lists your own tasks instead, and changes nothing.
"""

from __future__ import annotations

import datetime
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from toggl_openapi.focus import models as focus_models
from toggl_openapi.track import models as track_models
from toggl_tasks import Focus, QuotaExceeded, TogglError, Track, replace

SHOWN = 5
"""Tasks that a table shows."""
COMMANDS = (
    "add 'Write the docs' --project Website --estimate 2h30m",
    "list --overrun --sort remaining --limit 5",
    "list --api focus --mine --limit 5",
    "quota",
)
"""Commands that are run, without the name of the program."""
console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)


def duration(value: datetime.timedelta | None) -> str:
    """Hours and minutes, or nothing."""
    if value is None:
        return ""
    hours, rest = divmod(round(value.total_seconds()), 3600)
    return f"{hours}:{rest // 60:02} h"


def show_track(title: str, tasks: Iterable[track_models.Task]) -> None:
    table = Table("id", "name", "project", "done", "tracked", "estimate", title=title, title_justify="left")
    for task in tasks:
        project = str(task.project_name or task.project_id)
        done = "" if task.active else "yes"
        table.add_row(str(task.id), task.name, project, done, duration(task.tracked), duration(task.estimate))
    console.print(table)


def show_focus(title: str, tasks: Iterable[focus_models.Task]) -> None:
    table = Table("id", "name", "status", "priority", "sub-tasks", "estimate", title=title, title_justify="left")
    for task in tasks:
        status = task.status.name if isinstance(task.status, focus_models.TaskStatus) else ""
        subtasks = f"{task.sub_task_done_count}/{task.sub_task_total_count}" if task.sub_task_total_count else ""
        table.add_row(str(task.id), task.name, str(status), str(task.priority or ""), subtasks, duration(task.estimate))
    console.print(table)


def current_workspace(focus: Focus) -> int:
    """The workspace that the user works in."""
    workspace_id = focus.me.settings().current_workspace_id
    if not isinstance(workspace_id, int):
        sys.exit("open a workspace in the web application first: your settings have none")
    return workspace_id


def step(text: str) -> None:
    console.print(f"  [green]✓[/green] {text}")


def quota_left(client: Track | Focus) -> None:
    if client.quota is not None:
        until = f", full again at {client.quota.resets_at:%Y-%m-%d %H:%M} UTC" if client.quota.resets_at else ""
        console.print(f"  quota: {client.quota.remaining} requests left this hour{until}\n")


def demonstrate_track(track: Track) -> int:
    """Returns the id of the organization, which Focus does not return."""
    console.rule("Toggl Track v9", align="left")
    workspace = track.workspaces.get(track.me.get().default_workspace_id)
    project = track.projects.find(workspace.id, name="Website")
    step(f"found workspace {workspace.id} ({workspace.name}) and project {project.id} ({project.name})")
    workspace_id, project_id = workspace.id, project.id
    tasks = track.tasks.list(workspace_id, active="both")
    show_track(f"{SHOWN} of {tasks.total} tasks in workspace {workspace_id}", islice(tasks, SHOWN))

    task = track.tasks.create(workspace_id, project_id, name="Write the release notes", estimated_seconds=5400)
    other = track.tasks.create(workspace_id, project_id, name="Tell everybody")
    step(f"created {task.id} and {other.id}")
    result = track.tasks.patch(workspace_id, project_id, [task.id, other.id, 1], [replace("/estimated_seconds", 7200)])
    step(f"patched {result.success}; not {[failure.id for failure in result.failure]}: {result.failure[0].message}")
    task = track.tasks.update(workspace_id, project_id, task.id, active=False)
    step(f"updated {task.id}: done")
    show_track("after that", [task, track.tasks.get(workspace_id, project_id, other.id)])
    for gone in (task.id, other.id):
        track.tasks.delete(workspace_id, project_id, gone)
    step(f"deleted {task.id} and {other.id}")
    quota_left(track)
    return workspace.organization_id


def demonstrate_focus(focus: Focus, organization_id: int) -> None:
    console.rule("Toggl Focus", align="left")
    workspace_id = current_workspace(focus)
    done = focus.statuses.find(workspace_id, name="Done")
    step(f"found workspace {workspace_id} and status {done.id} ({done.name})")
    tasks = focus.tasks.list(organization_id, workspace_id, parent_task_id=[None])
    show_focus(f"{SHOWN} of {tasks.total} tasks without a parent in workspace {workspace_id}", islice(tasks, SHOWN))

    task = focus.tasks.create(organization_id, workspace_id, name="Plan the release", estimated_mins=90)
    step(f"created {task.id}")
    new: list[focus_models.TaskCreate] = [
        focus_models.TaskCreate(name=name, parent_task_id=task.id) for name in ("Pick a date", "Book the room")
    ]
    created = focus.tasks.create_many(organization_id, workspace_id, new)
    step(f"created {[subtask.id for subtask in created]} below it")
    focus.tasks.update(organization_id, workspace_id, task.id, priority="high")
    step(f"updated {task.id}: priority high")
    focus.tasks.update_many(
        organization_id, workspace_id, [{"id": subtask.id, "status_id": done.id} for subtask in created]
    )
    step(f"updated {len(created)} in one request: done")
    show_focus("after that", focus.tasks.list(organization_id, workspace_id, name="Plan the release"))
    focus.tasks.archive(organization_id, workspace_id, task.id)
    step(f"archived {task.id}")
    focus.tasks.delete_many(organization_id, workspace_id, [task.id, *(subtask.id for subtask in created)])
    step(f"deleted all {len(created) + 1}")
    quota_left(focus)


def demonstrate_command_line(variables: Mapping[str, str]) -> None:
    """Run commands as a user would type them; each is a process."""
    console.rule("Command line", align="left")
    program = shutil.which("toggl-tasks", path=os.fspath(Path(sys.executable).parent)) or "toggl-tasks"
    with TemporaryDirectory() as folder:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("TOGGL_")},
            **variables,
            "XDG_CONFIG_HOME": folder,
            "XDG_CACHE_HOME": folder,
        }
        for command in COMMANDS:
            console.print(f"[bold]$ toggl-tasks {command}[/bold]")
            sys.stdout.flush()
            code = subprocess.call([program, *shlex.split(command)], env=environment)  # noqa: S603
            if code:
                sys.exit(code)
            print(flush=True)


def against_the_sandbox() -> None:
    from toggl_sandbox import Sandbox, running

    with Sandbox(plan="starter") as sandbox, running(sandbox) as server:
        console.print(f"Sandbox on {server.track_url} and {server.focus_url}\n")
        with Track(token=sandbox.token, base_url=server.track_url) as track:
            organization_id = demonstrate_track(track)
        with Focus(token=sandbox.focus_token, base_url=server.focus_url) as focus:
            demonstrate_focus(focus, organization_id)
        demonstrate_command_line(
            {
                "TOGGL_TRACK_URL": server.track_url,
                "TOGGL_API_TOKEN": sandbox.token,
                "TOGGL_FOCUS_URL": server.focus_url,
                "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
            }
        )
        console.print(f"{len(sandbox.requests)} requests, sandbox stopped.")


def against_the_live_service() -> None:
    """List a few tasks; nothing is changed."""
    shown = False
    organization = os.environ.get("TOGGL_ORGANIZATION_ID", "")
    if os.environ.get("TOGGL_API_TOKEN"):
        shown = True
        with Track() as track:
            show_track("your tasks in Toggl Track", islice(track.tasks.list_mine(per_page=SHOWN), SHOWN))
            if not organization and os.environ.get("TOGGL_FOCUS_TOKEN"):
                workspace = track.workspaces.get(track.me.get().default_workspace_id)
                organization = str(workspace.organization_id)
            quota_left(track)
    if os.environ.get("TOGGL_FOCUS_TOKEN"):
        shown = True
        if not organization.isdecimal():
            sys.exit("set TOGGL_ORGANIZATION_ID to the number in the URL of the web application, or TOGGL_API_TOKEN")
        with Focus() as focus:
            tasks = focus.tasks.list(int(organization), current_workspace(focus), per_page=SHOWN)
            show_focus("your tasks in Toggl Focus", islice(tasks, SHOWN))
            quota_left(focus)
    if not shown:
        sys.exit("LIVE=1 needs TOGGL_API_TOKEN, or TOGGL_FOCUS_TOKEN with TOGGL_ORGANIZATION_ID")


def main() -> None:
    demonstrate: Callable[[], None] = against_the_live_service if os.environ.get("LIVE") == "1" else against_the_sandbox
    try:
        demonstrate()
    except QuotaExceeded as error:
        sys.exit(f"the hourly quota is spent; it is full again at {error.resets_at}")
    except TogglError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
