from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.facade.conftest import _empty_environment, clients
from tests.support.redis_server import redis_server

__all__ = ["_empty_environment", "clients"]


@pytest.fixture(scope="session")
def redis_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with redis_server(tmp_path_factory.mktemp("redis")) as port:
        yield port


@pytest.fixture
def redis_url(redis_port: int) -> str:
    """An empty database of the session's server."""
    import redis

    with redis.Redis(port=redis_port, db=3) as client:
        client.flushdb()
    return f"redis://127.0.0.1:{redis_port}/3"


@pytest.fixture(params=["file", "redis"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where to share: each test that asks for it runs with both."""
    return str(tmp_path / "toggl.shared") if request.param == "file" else request.getfixturevalue("redis_url")
