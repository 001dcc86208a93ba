"""`make reference`: the generated pages of `docs/reference/`, from the code and the specification.

The pages are committed, so that they can be read, linked and compared on the web page of the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from generator import ROOT

from . import command_line, control, environment, errors, operations, options

FOLDER: Final = ROOT / "docs/reference"
HEADER: Final = "<!-- made by `make reference` - do not edit -->\n\n"
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "client-options.md": options.page,
    "track-operations.md": lambda: operations.page("track"),
    "focus-operations.md": lambda: operations.page("focus"),
    "errors.md": errors.page,
    "command-line.md": command_line.page,
    "sandbox-control.md": control.page,
    "environment-variables.md": environment.page,
}


def text(name: str) -> str:
    """Return a page."""
    return HEADER + PAGES[name]().strip() + "\n"


def write() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        (FOLDER / name).write_text(text(name), encoding="utf-8")
