"""Set all open tasks whose names contain a text to done, with asyncio.

TOGGL_API_TOKEN=… python -m examples.finish_tasks_async "Sprint 12"
"""

import asyncio
import sys

from toggl_tasks import AsyncTrack


async def main(text: str) -> None:
    async with AsyncTrack() as track:
        workspace_id = (await track.me.get()).default_workspace_id
        tasks = await track.tasks.list(workspace_id, search=text).to_list()
        if not tasks:
            sys.exit(f"no task contains {text!r}")
        result = await track.tasks.done(tasks, progress=lambda done, total: print(f"{done} of {total}"))
        for failure in result.failure:
            print(f"not changed: {failure.id}: {failure.message}")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
