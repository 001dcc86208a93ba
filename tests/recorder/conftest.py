from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.recorded_service import Service, pointed_to_a_sandbox


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with pointed_to_a_sandbox(tmp_path) as pointed_to:
        yield pointed_to


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without a word of Toggl."""
    for name in [name for name in os.environ if name.startswith("TOGGL_")]:
        monkeypatch.delenv(name)
    return monkeypatch
