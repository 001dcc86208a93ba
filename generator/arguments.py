"""How the modules of commands declare their arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import ROOT

Argument = tuple[tuple[str, ...], dict[str, Any]]
"""The arguments of `ArgumentParser.add_argument`."""


def argument(*names: str, **options: Any) -> Argument:
    """One argument of a command."""
    return names, options


def folder(name: str, path: str, text: str) -> Argument:
    """An option for a folder; `path` is the default, relative to the repository."""
    return argument(name, type=Path, default=ROOT / path, help=f"folder of the {text}")


SPEC = folder("--spec", "spec", "specification")
PAGE_HELP = "a page saved as HTML or text, or an OpenAPI document (Swagger 2.0 as JSON)"
BASE = argument("base", nargs="?", help="commit, branch or tag to compare with")
