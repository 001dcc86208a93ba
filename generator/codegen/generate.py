"""`make generate`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .. import ROOT
from .output import generate


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `generate`, which `check` shares."""
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="folder of the specifications")
    parser.add_argument("--output", type=Path, default=ROOT / "generated", help="folder of the output")


def run(options: Namespace) -> int:
    """Bring the output up to date."""
    changed = generate(options.spec, options.output)
    print(f"generated: {len(changed)} files changed")
    return 0
