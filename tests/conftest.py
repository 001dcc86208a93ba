"""Fixtures and hooks of all tests."""

from __future__ import annotations

import functools
import os
import signal
import ssl
from collections.abc import Iterator

import pytest

pytest_plugins = ["tests.support.behaviours", "tests.support.chromium"]


def pytest_configure() -> None:
    """A job in the background ignores Ctrl-C, and so would the processes that tests interrupt."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: many tests wait, for processes or for time to pass."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def _read_certificates_once() -> Iterator[None]:
    """Share the default TLS contexts: reading the certificate store takes 30 ms for each httpx client."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", functools.cache(ssl.create_default_context))
        yield
