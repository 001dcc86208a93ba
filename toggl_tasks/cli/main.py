"""`toggl-tasks`: its commands are the entry points of the group `toggl_tasks.commands`.

So the sandbox can add its command without an import from the facade.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import entry_points

GROUP = "toggl_tasks.commands"


def main() -> None:
    """Run the command line; without the extra `cli`, say how to install it."""
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
    application.callback()(lambda: None)  # with a single command, too, its name must be given
    for entry in entry_points(group=GROUP):
        try:
            application.command(entry.name)(entry.load())
        except ImportError as error:
            # A command whose extra is missing is in the list of commands, and fails with the reason.
            any_arguments = {"ignore_unknown_options": True, "allow_extra_args": True}
            register = application.command(entry.name, help=f"Not available: {error}", context_settings=any_arguments)
            register(_fail_with(str(error)))
    application()


def _fail_with(message: str) -> Callable[[], None]:
    def fail() -> None:
        sys.exit(f"toggl-tasks: {message}")

    return fail
