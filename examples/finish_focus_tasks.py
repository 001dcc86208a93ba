"""Set tasks of Focus to done by their names.

TOGGL_FOCUS_TOKEN=… python -m examples.finish_focus_tasks ORGANIZATION_ID WORKSPACE_ID "Write docs" "Release"
"""

import sys

from toggl_tasks import Focus


def main(organization: str, workspace: str, *names: str) -> None:
    organization_id, workspace_id = int(organization), int(workspace)
    with Focus() as focus:
        tasks = [focus.tasks.find(organization_id, workspace_id, name=name) for name in names]
        focus.tasks.done(organization_id, workspace_id, tasks)
        print(f"{len(tasks)} tasks are done")


if __name__ == "__main__":
    main(*sys.argv[1:])
