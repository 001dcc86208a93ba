"""`python -m docs_site COMMAND`: `build` the site, or write the pages of the `reference`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from generator import CommandError

from . import reference
from .build import build

COMMANDS: dict[str, Callable[[], None]] = {"build": build, "reference": reference.write}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 success, 2 the site or a page cannot be made, with all problems."""
    parser = argparse.ArgumentParser(prog="python -m docs_site", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    try:
        COMMANDS[parser.parse_args(arguments).command]()
    except (CommandError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
