"""Create the tasks that a file names, one on each line. After a failure, run it again: none is created twice.

TOGGL_API_TOKEN=… python -m examples.import_tasks Website tasks.txt
"""

import sys
from pathlib import Path

from toggl_tasks import TogglError, Track
from toggl_tasks.track import TaskCreate


def main(project_name: str, file: str) -> None:
    tasks = [TaskCreate(name=name) for name in Path(file).read_text(encoding="utf-8").splitlines() if name]
    with Track() as track:
        project = track.projects.find(track.me.get().default_workspace_id, name=project_name)
        try:
            created = track.tasks.create_many(
                project.workspace_id,
                project,
                tasks,
                skip_existing=True,
                progress=lambda done, total: print(f"{done} of {total}"),
            )
        except TogglError as error:
            sys.exit(f"stopped after {len(error.partial or [])} tasks, run it again: {error}")
        print(f"created {len(created)} tasks, {len(tasks) - len(created)} existed")


if __name__ == "__main__":
    main(*sys.argv[1:])
