"""List the open tasks that took longer than estimated, and the time that is left for the others.

TOGGL_API_TOKEN=… python -m examples.overruns
"""

from datetime import timedelta

from toggl_tasks import Track


def main() -> None:
    with Track() as track:
        left = timedelta()
        for task in track.tasks.list(track.me.get().default_workspace_id):
            if task.overrun:  # a timedelta; zero within the estimate, None without one
                print(f"{task.name}: {task.tracked} of {task.estimate}, {task.overrun} more")
            left += task.remaining or timedelta()
        print(f"left for the others: {left}")


if __name__ == "__main__":
    main()
