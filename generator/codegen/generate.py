"""`make generate`."""

from __future__ import annotations

from argparse import Namespace

from ..arguments import SPEC, folder
from .output import generate

ARGUMENTS = [SPEC, folder("--output", "generated", "output")]


def run(options: Namespace) -> int:
    """Bring the output up to date."""
    changed = generate(options.spec, options.output)
    print(f"generated: {len(changed)} files changed")
    return 0
