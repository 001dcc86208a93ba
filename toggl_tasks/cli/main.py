"""`toggl-tasks`: runs a command, and prints its errors in one line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    try:
        import click  # noqa: F401
    except ImportError:
        sys.exit("toggl-tasks: the command line needs an extra: pip install 'toggl-tasks[cli]'")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for terminals that have no emoji
    code = run(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes again at exit
        if not isinstance(error, BrokenPipeError) and not code:
            print(f"toggl-tasks: cannot write the output: {error.strerror}", file=sys.stderr)
            code = 1
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code."""
    import click

    from .completion import VARIABLE
    from .errors import DONE, INTERRUPTED, USAGE, to_command_error
    from .root import root
    from .settings import Settings

    settings = Settings()
    if VARIABLE in os.environ:
        from .completion_scripts import register

        register()
    try:
        code = root.main(list(arguments), prog_name="toggl-tasks", standalone_mode=False, obj=settings)
    except (click.exceptions.Abort, KeyboardInterrupt):
        print("toggl-tasks: interrupted", file=sys.stderr)
        return INTERRUPTED
    except SystemExit:  # click ends so when the reader of a pipe has closed it
        return DONE
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return USAGE
    except Exception as error:  # noqa: BLE001 - whatever it is, the user gets one line
        known = error if isinstance(error, click.ClickException) else to_command_error(error)
        if settings.verbose and not isinstance(error, click.ClickException):
            import traceback

            traceback.print_exc()
        from .output import print_error

        print_error(known, settings)
        return known.exit_code
    return code if isinstance(code, int) else 0  # the code of an `Exit`
