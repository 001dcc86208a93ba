"""Continue a task in another project: the service cannot move one, and the tracked time stays with the old task.

TOGGL_API_TOKEN=… python -m examples.move_task "Write docs" Website Intranet
"""

import sys

from toggl_tasks import Track


def main(task_name: str, old_project: str, new_project: str) -> None:
    with Track() as track:
        workspace_id = track.me.get().default_workspace_id
        old, new = (track.projects.find(workspace_id, name=name) for name in (old_project, new_project))
        task = track.tasks.find(workspace_id, name=task_name, project=old)
        moved, _ = track.tasks.get_or_create(
            new, name=task.name, estimated_seconds=task.estimated_seconds, user_id=task.user_id
        )
        track.tasks.done(task)
        print(f"{task.id} is done with {task.tracked} tracked, {moved.id} continues it")


if __name__ == "__main__":
    main(*sys.argv[1:])
