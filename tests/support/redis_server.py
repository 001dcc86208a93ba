"""A Redis server for tests."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry


@contextmanager
def redis_server(folder: Path, *options: str, port: int | None = None) -> Iterator[int]:
    """Run a server without persistence; yields its port. Skips the test if Redis is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed (Debian: apt-get install redis-server)")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = port or int(free.getsockname()[1])
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder), *options]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        with closing(redis.Redis(port=port, retry=Retry(NoBackoff(), 0))) as client:
            for _ in range(200):
                try:
                    client.ping()
                except redis.AuthenticationError:
                    break
                except redis.ConnectionError:
                    time.sleep(0.05)
                else:
                    break
            else:
                raise AssertionError("redis-server did not start")
        yield port
    finally:
        server.kill()
        server.wait()
