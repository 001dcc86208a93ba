"""Delete the tasks of a project that are done. Deletes one task with each request.

TOGGL_API_TOKEN=… python -m examples.delete_done_tasks Website
"""

import sys

from toggl_tasks import TogglError, Track


def main(project_name: str) -> None:
    with Track() as track:
        project = track.projects.find(track.me.get().default_workspace_id, name=project_name)
        tasks = track.tasks.list_project(project, active=False)
        if not tasks:
            sys.exit("no task is done")
        try:
            result = track.tasks.delete_many(tasks)
        except TogglError as error:
            deleted = error.partial.success if error.partial else []
            sys.exit(f"deleted {len(deleted)} of {len(tasks)} tasks, run it again: {error}")
        print(f"deleted {len(result.success)} tasks, {len(result.failure)} did not exist")


if __name__ == "__main__":
    main(*sys.argv[1:])
