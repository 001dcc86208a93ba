"""The contents of the sandbox for the programs, and the environment with its URLs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Final

from toggl_sandbox import Clock, Fault, RunningServer, Sandbox, running
from toggl_tasks import Focus, Track

NOW: Final = datetime(2025, 3, 3, 9, tzinfo=UTC)


@contextmanager
def scenario_server(*, unknown_fields: bool = True) -> Iterator[tuple[Sandbox, RunningServer, dict[str, str]]]:
    """Serve a sandbox with the contents that the scenario needs, and return the environment of a program.

    The workspace of the scenario is one with few tasks. The workspace that every sandbox starts with is the one whose
    quota is spent. With ``unknown_fields``, projects have a field that the specification does not name.
    """
    with Sandbox(plan="premium", clock=Clock(NOW)) as sandbox:
        seeded = sandbox.seeded
        organization_id, workspace_id = seeded.other_organization_id, seeded.other_workspace_id
        sandbox.state.organizations[organization_id].member_ids.add(seeded.user.id)
        sandbox.state.workspaces[workspace_id].member_ids.add(seeded.user.id)
        with sandbox.track() as track, sandbox.focus() as focus:
            with Track(
                token=seeded.other_user.track_token, base_url=sandbox.track_url, transport=sandbox.transport()
            ) as owner:
                owner.projects.delete(workspace_id, seeded.other_project_id)
            project_id, empty_project_id = fill_track(track, workspace_id)
            fill_focus(focus, organization_id, workspace_id, project_id, empty_project_id)
        if unknown_fields:
            sandbox.faults.add(Fault(operation="track.getProject", unknown_fields={"novelty": {"since": 2027}}))
        sandbox.quota.clear()
        sandbox.quota.leave(seeded.user.id, seeded.organization_id, 0)
        sandbox.clear_requests()
        with running(sandbox) as server:
            yield (
                sandbox,
                server,
                {
                    "TOGGL_TRACK_URL": server.track_url,
                    "TOGGL_FOCUS_URL": server.focus_url,
                    "TOGGL_API_TOKEN": sandbox.token,
                    "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
                    "TOGGL_ORGANIZATION": str(organization_id),
                    "TOGGL_WORKSPACE": str(workspace_id),
                    "TOGGL_PROJECT": str(project_id),
                    "TOGGL_EMPTY_PROJECT": str(empty_project_id),
                    "TOGGL_FREE_WORKSPACE": str(seeded.planless_workspace_id),
                    "TOGGL_SPENT_WORKSPACE": str(seeded.workspace_id),
                    "TOGGL_FOCUS_WORKSPACE": str(workspace_id),
                    "TOGGL_FOCUS_PROJECT": str(project_id),
                },
            )


def fill_track(track: Track, workspace_id: int) -> tuple[int, int]:
    """Create a project of five tasks, of which one is done, and an empty project; return their ids."""
    project, empty = (
        track.projects.create(workspace_id, name=name, active=True, is_private=False) for name in ("Examples", "Empty")
    )
    for name in ("One", "Two", "Three", "Four", "Five"):
        track.tasks.create(workspace_id, project.id, name=name, active=name != "Two")
    return project.id, empty.id


def fill_focus(focus: Focus, organization_id: int, workspace_id: int, project_id: int, other_project_id: int) -> None:
    """Create four tasks; the filters of the scenario select those named "Now"."""
    for name, project, start in (
        ("Now in the project", project_id, date(2025, 3, 3)),
        ("Now in no project", None, date(2025, 3, 4)),
        ("Now in another project", other_project_id, date(2025, 3, 5)),
        ("Earlier in the project", project_id, date(2025, 2, 3)),
    ):
        focus.tasks.create(organization_id, workspace_id, name=name, project_id=project, start_date=start)
