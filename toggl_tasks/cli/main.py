"""`toggl-tasks`: its commands are the entry points of the group `toggl_tasks.commands`.

So the sandbox brings its own command, and the facade need not know the sandbox.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import entry_points

GROUP = "toggl_tasks.commands"


def main() -> None:
    """Run the command line; without its extra, say how to get it."""
    try:
        import typer
    except ImportError:
        sys.exit("toggl-tasks: the command line needs an extra: pip install 'toggl-tasks[cli]'")
    application = typer.Typer(
        name="toggl-tasks",
        help="Toggl's tasks on the command line.",
        no_args_is_help=True,
        pretty_exceptions_show_locals=False,
        add_completion=False,
    )
    application.callback()(lambda: None)
    for entry in entry_points(group=GROUP):
        try:
            application.command(entry.name)(entry.load())
        except ImportError as error:
            # A command whose own extra is missing still shows in the list, and says so when it is called.
            anything = {"ignore_unknown_options": True, "allow_extra_args": True}
            shown = application.command(entry.name, help=f"Not available: {error}", context_settings=anything)
            shown(_unavailable(str(error)))
    application()


def _unavailable(hint: str) -> Callable[[], None]:
    def explain() -> None:
        sys.exit(f"toggl-tasks: {hint}")

    return explain
