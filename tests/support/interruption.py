"""`python -m tests.support.interruption FRESH TARGET EVENT SIGNAL`: replace a folder, interrupted by a signal.

The process sends SIGNAL to itself just before the first EVENT (a Python audit event, except reads) in TARGET.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from generator.folder import replace


def interrupt_at(event: str, target: str, sent: signal.Signals) -> None:
    waiting = True

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal waiting
        if waiting and name == event and str(arguments[0]).startswith(target):
            if name == "open" and "w" not in str(arguments[1]):
                return
            waiting = False
            os.kill(os.getpid(), sent)

    sys.addaudithook(hook)


if __name__ == "__main__":
    fresh, target, event, sent = sys.argv[1:]
    interrupt_at(event, target, signal.Signals[sent])
    replace(Path(fresh), Path(target))
