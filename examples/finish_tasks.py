"""Set all open tasks whose names contain a text to done, in all projects; with `--reopen`, open them again.

TOGGL_API_TOKEN=… python -m examples.finish_tasks "Sprint 12" [--reopen]
"""

import sys

from toggl_tasks import Track


def main(text: str, option: str = "") -> None:
    with Track() as track:
        workspace_id = track.me.get().default_workspace_id
        reopen = option == "--reopen"
        tasks = track.tasks.list(workspace_id, search=text, active=not reopen).to_list()
        if not tasks:
            sys.exit(f"no task contains {text!r}")
        job = track.tasks.reopen if reopen else track.tasks.done
        result = job(tasks, progress=lambda done, total: print(f"{done} of {total}"))
        for failure in result.failure:
            print(f"not changed: {failure.id}: {failure.message}")


if __name__ == "__main__":
    main(*sys.argv[1:])
