"""`python -m recorder COMMAND`: the commands behind `make record`, `make verify` and `make evidence`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from . import evidence, record, verify
from .handmade import writer

COMMANDS: Final[Mapping[str, tuple[Callable[[Sequence[str]], int], str]]] = {
    "record": (record.main, "capture recordings from the live service"),
    "verify": (verify.main, "report where the live service has drifted from the specification"),
    "evidence": (evidence.main, "print the table of recordings and write docs/project/recordings.md"),
    "handmade": (writer.main, "write the handmade recordings"),
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        lines = (f"  {name:9} {text}" for name, (_, text) in COMMANDS.items())
        print("usage: python -m recorder COMMAND ...", *lines, sep="\n", file=sys.stderr)
        return 2
    command, _ = COMMANDS[arguments[0]]
    return command(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
