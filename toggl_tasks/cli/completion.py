"""Tab completion of names from the cache and the profiles, without requests or keyring access."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from .errors import CommandError
from .values import printable

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VARIABLE = "_TOGGL_TASKS_COMPLETE"
"""Set by the completion scripts of click."""

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def complete_names(kind: str) -> Complete:
    """Complete a parameter with the cached names of a kind, such as `projects`."""

    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from .names_cache import NamesCache
        from .profiles import DEFAULT, account_of

        settings = context.obj
        try:
            cache = NamesCache(settings.profile or DEFAULT, account_of(settings.profile))
            items = [
                item for api in ("track", "focus") if settings.api in (None, api) for item in cache.find(kind, api)
            ]
        except Exception:  # noqa: BLE001 - an error would be printed into the line that the user types
            return []
        return _items([item["name"] for item in items if isinstance(item.get("name"), str)], incomplete)

    return complete


def complete_profiles(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Complete a parameter with the names of profiles."""
    from .profiles import load_profiles

    try:
        return _items(list(load_profiles()), incomplete)
    except CommandError:
        return []


def _items(names: list[str], incomplete: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    start = incomplete.casefold()
    return [
        CompletionItem(name)
        for name in sorted(set(names), key=str.casefold)
        if name.casefold().startswith(start) and printable(name) == name
    ]
