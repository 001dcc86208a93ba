"""Find a task by its name, open or done, in the whole workspace or in one project.

TOGGL_API_TOKEN=… python -m examples.find_task "Write docs" [Website]
"""

import sys

from toggl_tasks import NameNotFound, Track


def main(task_name: str, project_name: str | None = None) -> None:
    with Track() as track:
        workspace_id = track.me.get().default_workspace_id
        project = track.projects.find(workspace_id, name=project_name) if project_name else None
        try:
            task = track.tasks.find(workspace_id, name=task_name, project=project)
        except NameNotFound as error:
            sys.exit(str(error))  # the ids if several tasks have the name, otherwise similar names
        print(f"{task.id} {task.name}, {'open' if task.active else 'done'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
