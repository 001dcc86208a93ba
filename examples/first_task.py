"""List your projects by name, and create a task in one of them.

TOGGL_API_TOKEN=… python -m examples.first_task Website "Write the release notes"
"""

import sys

from toggl_tasks import NameNotFound, Track


def main(project_name: str, task_name: str) -> None:
    with Track() as track:  # reads TOGGL_API_TOKEN
        workspace_id = track.me.get().default_workspace_id
        for project in track.projects.list(workspace_id):
            print(project.id, project.name)
        project = track.projects.find(workspace_id, name=project_name)
        task = track.tasks.create(workspace_id, project.id, name=task_name)
        print(f"created task {task.id} in {project.name}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except NameNotFound as error:
        sys.exit(str(error))
