"""Options come from the signatures of the client's methods."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

import click
import pytest
from click.shell_completion import ShellComplete
from msgspec import UNSET, UnsetType

from tests.support.command_line import CommandLine
from toggl_tasks.cli.commands.tasks import FILTERS
from toggl_tasks.cli.root import root
from toggl_tasks.cli.spec_options import SpecOption, spec_options


class New:
    """Methods as they are generated, one with a new filter."""

    def track(self, workspace_id: int, *, size: int | UnsetType = UNSET, timeout: float | None = None) -> None:
        """List.

        Args:
            workspace_id: Id.
            size: How large
                it is; null for all.
            timeout: Seconds.
        """

    def focus(
        self,
        *,
        size: int | UnsetType = UNSET,
        colors: Sequence[Literal["red", "blue"]] | UnsetType = UNSET,
        is_new: bool | UnsetType = UNSET,
        since: datetime.datetime | UnsetType | None = UNSET,
        owned: str | UnsetType = UNSET,
    ) -> None:
        """List.

        Args:
            colors: Colours.
        """


def options() -> dict[str, click.Option]:
    made = spec_options({"track": New.track, "focus": New.focus}, without={"owned"}, noun="filters")
    return {option.name or "": option for option in made}


def test_each_argument_is_an_option_with_its_text_and_section() -> None:
    made = options()
    assert list(made) == ["size", "colors", "is_new", "since"]
    assert made["size"].help == "How large it is; `none` for all."
    assert made["colors"].help == "Colours. Can be repeated."
    assert made["since"].help == "`none` for no value."
    assert [getattr(option, "section", "") for option in made.values()] == [
        "Filters (Track and Focus)", "Filters (Focus)", "Filters (Focus)", "Filters (Focus)",
    ]  # fmt: skip


def test_values_are_converted() -> None:
    command = click.Command("x", params=list(options().values()))
    arguments = ["--size", "3", "--colors", "red", "--colors", "blue", "--no-is-new", "--since", "none"]
    given = command.make_context("x", arguments).params
    assert given == {"size": 3, "colors": ("red", "blue"), "is_new": False, "since": None}
    for wrong in (["--size", "x"], ["--size", "none"], ["--colors", "green"], ["--since", "soon"]):
        with pytest.raises(click.BadParameter):
            command.make_context("x", wrong)


def test_help_shows_common_filters_and_help_filters_shows_all(toggl: CommandLine) -> None:
    brief, every = toggl("list", "--help").stdout, toggl("list", "--help-filters").stdout
    assert "--priority" in brief
    assert "--help-filters" in brief
    assert "--time-block-id" not in brief
    for option in FILTERS:
        assert (option.opts[0] in every) is isinstance(option, SpecOption)


def test_rare_filters_are_completed_and_work(toggl: CommandLine) -> None:
    assert toggl("list", "--api", "focus", "--time-block-id", "1", "--quiet").code == 0
    completion = ShellComplete(root, {}, "toggl-tasks", "_COMPLETE")
    assert "--time-block-id" in [item.value for item in completion.get_completions(["list"], "--time-b")]
