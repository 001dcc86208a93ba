"""`make check`."""

from __future__ import annotations

import sys
from argparse import Namespace

from .generate import ARGUMENTS as ARGUMENTS
from .output import difference


def run(options: Namespace) -> int:
    """Print the difference between the output and what would be generated; 1 when there is one."""
    stale = difference(options.spec, options.output)
    if stale:
        sys.stdout.write(stale)
        print("generated/ is stale: run `make generate` and commit the result", file=sys.stderr)
        return 1
    print("generated/ is up to date")
    return 0
