"""Turns `spec/*.yaml` into `generated/`: run as `python -m generator`.

Modules import downwards only:

    __main__                            the command table
    publish                             bundle, release, fidelity page, npm locks
    codegen, pages, checks              siblings that do not import each other
    loader → validation → specification
    arguments, folder, tools, evidence → table
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The folder of the repository."""


class CommandError(Exception):
    """A command cannot do its work. Its text says why, mostly in one line."""
