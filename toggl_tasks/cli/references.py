"""Resolve a text on the command line: an id, a URL of the web application, a name or part of a name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from .errors import NOT_FOUND, CommandError
from .values import plural

SHOWN = 10
"""Maximum number of names in an error."""


def to_id(text: str, kind: str) -> int | None:
    """The id from a number or a URL of the web application; None for a name.

    `kind` is the singular noun in the URL: in `…/projects/123/team`, 123 is the id of a `project`.
    """
    if re.fullmatch(r"[0-9]+", text):
        return int(text)
    if not re.match(r"https?://", text):
        return None
    if match := re.search(rf"[/?&#]{kind}(?:s|_id|id)?[/=]([0-9]+)", text, re.IGNORECASE):
        return int(match[1])
    if kind == "workspace" and (match := re.match(r"/([0-9]+)(?=/|$)", urlsplit(text).path)):
        return int(match[1])  # as in …/6000001/projects/123
    raise CommandError(f"there is no id of a {kind} in {text}: enter the id or the name", NOT_FOUND)


def pick(kind: str, text: str, items: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The item with this name, or the only one whose name contains this text. Raises CommandError otherwise."""
    wanted = text.casefold()
    named = [item for item in items if isinstance(item.get("name"), str)]
    for fits in (
        [item for item in named if item["name"] == text],
        [item for item in named if item["name"].casefold() == wanted],
        [item for item in named if wanted in item["name"].casefold()],
    ):
        if len(fits) > 1 and kind == "project":  # an archived item matches only if no other does
            fits = [item for item in fits if item.get("active") is not False] or fits
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise ambiguous(kind, text, fits)
    names = sorted({item["name"] for item in named})
    close = difflib.get_close_matches(text, names, 3) or names[:SHOWN]
    hint = f": did you mean {', '.join(map(repr, close))}?" if close else ""
    raise CommandError(f"no {kind} is named {text!r}{hint}", NOT_FOUND, candidates=[])


def ambiguous(kind: str, text: str, fits: Sequence[dict[str, Any]]) -> CommandError:
    """The error for a text that matches several items."""
    listed = "; ".join(
        f"{item['id']} {item['name']}" + (f" ({item['project']})" if item.get("project") else "")
        for item in fits[:SHOWN]
    )
    more = f"; and {len(fits) - SHOWN} more" if len(fits) > SHOWN else ""
    candidates = [{name: item.get(name) for name in ("id", "name")} for item in fits]
    return CommandError(
        f"{text!r} matches {plural(len(fits), kind)}, enter the id of one: {listed}{more}",
        NOT_FOUND,
        candidates=candidates,
    )
