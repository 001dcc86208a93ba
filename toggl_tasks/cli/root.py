"""The group of all commands, and the class of a command."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, TypeVar

import click

from .commands import COMMANDS
from .completion import complete_names
from .errors import FAILED, CommandError
from .settings import Settings, global_options

F = TypeVar("F", bound=Callable[..., Any])
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(click.Command):
    """A command that also takes the global options, and shows its own options in sections.

    The class of an option names its section, and says whether `--help` omits it: see `SpecOption`.
    """

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), *_GLOBAL_OPTIONS]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        own = [one for one in options if one not in _GLOBAL_OPTIONS and not getattr(one, "rare", False)]
        # `--help` and the command's own options are first, although click appends them.
        write_sections(ctx, formatter, sorted(own, key=lambda option: hasattr(option, "section")))
        with formatter.section("Global options"):
            formatter.write_dl([record for one in _GLOBAL_OPTIONS if (record := one.get_help_record(ctx)) is not None])


def write_sections(context: click.Context, formatter: click.HelpFormatter, options: Iterable[click.Option]) -> None:
    """Write the help of options in their sections, in the order of the first option of each section."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for option in options:
        record = option.get_help_record(context)
        if record is not None:
            sections.setdefault(getattr(option, "section", "Options"), []).append(record)
    for title, records in sections.items():
        with formatter.section(title):
            formatter.write_dl(records)


_GLOBAL_OPTIONS = global_options()


class Root(click.Group):
    """Commands by name; each is imported when it is used."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            close = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f": did you mean {close[0]!r}?" if close else ""
            raise click.UsageError(f"there is no command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        try:
            command: click.Command = getattr(import_module(module), name)
        except ImportError as error:
            return _unavailable(cmd_name, str(error))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def group(name: str, text: str) -> click.Group:
    """A group of commands, which also takes the global options."""
    return click.Group(name, help=text, context_settings=CONTEXT, no_args_is_help=True, params=[*_GLOBAL_OPTIONS])


def _unavailable(name: str, reason: str) -> click.Command:
    """A command whose extra is not installed: it fails with the reason."""

    def fail(**_: object) -> None:
        raise CommandError(reason, FAILED)

    anything = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, callback=fail, help=f"Not available: {reason}", context_settings=anything)


def print_version(context: click.Context, _: click.Parameter, given: bool) -> None:
    if given and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"toggl-tasks {version('toggl-tasks')}")
        context.exit()


def install_completion(context: click.Context, _: click.Parameter, shell: str | None) -> None:
    if shell is not None and not context.resilient_parsing:
        from .completion_scripts import install

        install(shell)
        context.exit()


root = Root(
    "toggl-tasks",
    help="The tasks of Toggl Track and Toggl Focus on the command line.",
    epilog="""Sign in with `toggl-tasks auth login`, or set TOGGL_API_TOKEN (Track) and TOGGL_FOCUS_TOKEN (Focus).

    Without an account: `toggl-tasks sandbox --shell` opens a shell with sample tasks.

    \b
    Examples:
      toggl-tasks list Website --overrun
      toggl-tasks add "Write docs" --project Website --estimate 2h30m
      toggl-tasks done "Write docs"
      toggl-tasks list --all --format csv >tasks.csv

    \b
    Exit codes:
      0 success         3 not signed in or no access   6 some of several failed
      1 failure         4 not found or ambiguous
      2 wrong usage     5 quota or rate limit
    """,
    context_settings=CONTEXT,
    no_args_is_help=True,
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=print_version,
            help="Print the version.",
        ),
        click.Option(
            ["--install-completion"],
            is_flag=False,
            flag_value="",
            metavar="[bash|zsh|fish]",
            expose_value=False,
            callback=install_completion,
            help="Install Tab completion of commands and names for a shell; default: your shell.",
        ),
        *_GLOBAL_OPTIONS,
    ],
)


in_project = click.option(
    "--in",
    "project",
    metavar="PROJECT",
    shell_complete=complete_names("projects"),
    help="Project of the task, if the name of the task is not unique.",
)


def command(name: str, **settings: Any) -> Callable[[F], Command]:
    """Make a command of a function that takes a Session; the session is closed at the end."""

    def decorate(function: F) -> Command:
        @click.pass_context
        @functools.wraps(function)
        def run(context: click.Context, /, **arguments: Any) -> Any:
            from .session import Session

            with Session(context.ensure_object(Settings), context) as session:
                return function(session, **arguments)

        run.__doc__ = function.__doc__
        params = [*settings.pop("params", ())]  # click appends to this list, which commands may share
        return click.command(name, cls=Command, context_settings=CONTEXT, params=params, **settings)(run)

    return decorate
