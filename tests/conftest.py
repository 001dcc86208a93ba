"""What all tests need."""

from __future__ import annotations

import signal

pytest_plugins = ["tests.support.behaviours"]


def pytest_configure() -> None:
    """A job in the background ignores Ctrl-C, and so would the processes that tests interrupt."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
