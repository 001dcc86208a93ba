"""The exceptions: their tree, what raises each, what to do, and their attributes."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from generator.table import markdown
from toggl_tasks import errors

from .signatures import attribute_texts


def page() -> str:
    """Return the page."""
    lines = [
        "# Errors",
        "",
        "Every call that fails raises a subclass of `TogglError`. Wrong arguments raise `TypeError` or `ValueError`",
        "before a request is sent. All names are in `toggl_tasks` and in `toggl_tasks.errors`.",
        "",
        "```text",
        *tree(errors.TogglError),
        "```",
        "",
        "`WrongCredentials` is a subclass of `Forbidden`, too, and `NameNotFound` one of Python's `LookupError`.",
        "",
        "See also: [Errors, retries and rate limits](../guides/errors-and-retries.md).",
    ]
    for kind in dict.fromkeys(kinds(errors.TogglError)):
        rows = [(f"`{name}`", text) for name, text in attribute_texts(kind).items()]
        lines += ["", f"## {kind.__name__}", "", inspect.cleandoc(kind.__doc__ or "")]
        if rows:
            lines += ["", *markdown([("attribute", "meaning"), *rows])]
    warning = errors.SchemaDriftWarning
    return "\n".join([*lines, "", f"## {warning.__name__}", "", inspect.cleandoc(warning.__doc__ or "")])


def tree(kind: type[BaseException], indent: str = "") -> Iterator[str]:
    """Yield the lines of the tree of an exception and its subclasses."""
    yield indent + kind.__name__
    for one in kind.__subclasses__():
        if one.__module__ == errors.__name__ and one.__bases__[0] is kind:
            yield from tree(one, indent + "  ")


def kinds(kind: type[BaseException]) -> Iterator[type[BaseException]]:
    """Yield an exception and its subclasses in the order of the tree."""
    yield kind
    for one in kind.__subclasses__():
        if one.__module__ == errors.__name__ and one.__bases__[0] is kind:
            yield from kinds(one)
