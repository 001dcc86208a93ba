"""Shared by the tests of the sync. dlt sends no telemetry."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.support.postgres_server import postgres_server

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with postgres_server() as url:
        yield url
