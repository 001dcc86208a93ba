"""Create a task unless the project has one of this name. It can be run again, also after a failure.

TOGGL_API_TOKEN=… python -m examples.ensure_task Website "Write docs"
"""

import sys
from datetime import timedelta

from toggl_tasks import Track


def main(project_name: str, task_name: str) -> None:
    with Track() as track:
        project = track.projects.find(track.me.get().default_workspace_id, name=project_name)
        task, created = track.tasks.get_or_create(project, name=task_name, estimate=timedelta(hours=2))
        if not task.active:
            track.tasks.reopen(task)
        print(f"{'created' if created else 'found'} {task.id} {task.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
