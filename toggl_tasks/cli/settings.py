"""The options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import click

from .completion import complete_names, complete_profiles
from .values import NUMBER

FORMATS = ("table", "json", "ndjson", "csv", "tsv")


@attrs.define
class Settings:
    """The values of the global options; None if the profile or the environment decides."""

    api: str | None = None
    workspace: str | None = None
    organization: str | None = None
    profile: str | None = None
    format: str | None = None
    fields: str | None = None
    """Names of columns, separated by commas; empty to list them."""
    quiet: bool = False
    yes: bool = False
    dry_run: bool = False
    wait: bool = False
    budget: int | None = None
    verbose: bool = False


def store(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Store the value of an option. One after the command's name takes precedence, the environment does not."""
    settings, name = context.ensure_object(Settings), parameter.name
    if value is None or value is False or name is None:
        return
    source = context.get_parameter_source(name)
    if source is None or source.name != "ENVIRONMENT" or getattr(settings, name) is None:
        setattr(settings, name, value)


def _option(*names: str, **settings: Any) -> click.Option:
    return click.Option(names, expose_value=False, callback=store, **settings)


def global_options() -> Sequence[click.Option]:
    """The options, for a group or a command."""
    return (
        _option(
            "--api",
            type=click.Choice(["track", "focus"]),
            help="Which API; default: the profile's, or Track; Focus if the environment has only its token.",
        ),
        _option(
            "--workspace",
            metavar="NAME|ID",
            envvar="TOGGL_WORKSPACE",
            shell_complete=complete_names("workspaces"),
            help="Workspace; default: TOGGL_WORKSPACE, the profile's, or the user's.",
        ),
        _option(
            "--organization",
            metavar="NAME|ID",
            envvar="TOGGL_ORGANIZATION",
            shell_complete=complete_names("organizations"),
            help="Organization (Focus); default: TOGGL_ORGANIZATION, the profile's, or the workspace's.",
        ),
        _option(
            "--profile",
            metavar="NAME",
            envvar="TOGGL_PROFILE",
            shell_complete=complete_profiles,
            help="Profile of `auth login`; default: TOGGL_PROFILE.",
        ),
        _option(
            "--format",
            type=click.Choice(FORMATS),
            is_eager=True,  # before the others, whose errors it formats
            help="Format of the output; default: table.",
        ),
        _option(
            "--fields",
            metavar="[A,B]",
            is_flag=False,
            flag_value="",
            help="Fields to print; no value: list their names.",
        ),
        _option("--quiet", is_flag=True, help="Print ids only."),
        _option("--yes", is_flag=True, help="Answer yes to all questions."),
        _option("--dry-run", is_flag=True, help="Print requests that would change something; do not send them."),
        _option("--wait", is_flag=True, help="Wait when the hourly quota is spent."),
        _option("--budget", type=NUMBER, metavar="N", help="Send at most N requests."),
        _option("--verbose", is_flag=True, help="Print each request, and the traceback of an error."),
    )
