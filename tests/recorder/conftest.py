from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.recorder_service import Service, serve_sandbox


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with serve_sandbox(tmp_path) as service:
        yield service


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without a word of Toggl."""
    for name in [name for name in os.environ if name.startswith("TOGGL_")]:
        monkeypatch.delenv(name)
    return monkeypatch
