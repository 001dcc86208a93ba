"""A file or a server that cannot share: a clear error, nothing sent, nothing secret shown."""

from __future__ import annotations

import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import redis

from tests.support.clients import TRACK_TOKEN, Clients, maybe_await
from tests.support.redis_server import redis_server
from tests.support.service import Service
from toggl_tasks import SharingFailed, Track
from toggl_tasks import _shared_sqlite as shared_file

PASSWORD = "hunter2-canary"


async def catch_error(clients: Clients, place: Any, **options: Any) -> SharingFailed:
    """The error of a call, before which nothing was sent."""
    service = Service()
    with pytest.raises(SharingFailed) as caught:
        await maybe_await(clients.track(service, shared=place, retries=3, **options).tasks.get(1, 2, 3))
    assert service.requests == []
    assert caught.value.attempts == 0
    for text in (str(caught.value), "".join(traceback.format_exception(caught.value))):
        assert PASSWORD not in text
        assert TRACK_TOKEN not in text
    return caught.value


def write_text_file(path: Path) -> None:
    path.write_text("notes about something else\n" * 100)


def write_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photo (name TEXT)")


def write_other_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {shared_file.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {shared_file.SCHEMA_VERSION + 1}")


def make_folder(path: Path) -> None:
    path.mkdir()


def truncate_database(path: Path) -> None:
    Track(token=TRACK_TOKEN, shared=path)._config.quota_store.reserve("me", 1e9)
    path.write_bytes(path.read_bytes()[:4_096] + b"\xff" * 4_096)


def corrupt_entry(path: Path) -> None:
    Track(token=TRACK_TOKEN, shared=path)._config.quota_store.reserve("workspace 1", 1e9)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET value = '{'")


def replace_entry_by_a_number(path: Path) -> None:
    Track(token=TRACK_TOKEN, shared=path)._config.quota_store.reserve("workspace 1", 1e9)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET value = 5")


@pytest.mark.parametrize(
    ("corrupt", "why"),
    [
        (write_text_file, "file is not a database"),
        (write_other_database, "it is the database of another program"),
        (write_other_version, "another version of toggl-tasks created it"),
        (make_folder, "unable to open database file"),
        (truncate_database, "database disk image is malformed"),
        (corrupt_entry, "truncated"),
        (replace_entry_by_a_number, "a bytes-like object is required"),
    ],
)
async def test_an_unusable_file_raises(
    clients: Clients, tmp_path: Path, corrupt: Callable[[Path], None], why: str
) -> None:
    path = tmp_path / "shared"
    corrupt(path)
    before = path.read_bytes() if path.is_file() else b""
    error = await catch_error(clients, path)
    assert re.search(f"cannot be shared through the file {path}: .*{why}", str(error))
    assert "Use a file on a local disk" in str(error)
    assert path.is_dir() or path.read_bytes() == before


async def test_a_corrupt_rate_limit_entry_raises(clients: Clients, tmp_path: Path) -> None:
    path = tmp_path / "shared"
    Track(token=TRACK_TOKEN, shared=path, pace=3)._config.rate_limiter.acquire(time.time())  # type: ignore[union-attr]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET value = '[1.5, null]'")
    assert "Expected `int`" in str(await catch_error(clients, path, pace=3))


async def test_a_missing_folder_raises(clients: Clients, tmp_path: Path) -> None:
    assert "unable to open database file" in str(await catch_error(clients, tmp_path / "nowhere" / "shared"))


async def test_a_locked_file_raises(clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_file, "BUSY_TIMEOUT", 0.05)
    with closing(sqlite3.connect(tmp_path / "shared", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert "database is locked" in str(await catch_error(clients, tmp_path / "shared"))


@pytest.fixture
def silent_port() -> int:
    """Of no server."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


async def test_a_missing_server_raises(clients: Clients, silent_port: int) -> None:
    error = await catch_error(clients, f"redis://ann:{PASSWORD}@127.0.0.1:{silent_port}/0")
    assert f"through Redis at 127.0.0.1:{silent_port}: " in str(error)
    assert "Connection refused" in str(error)
    assert "Check that a Redis server runs there" in str(error)


async def test_a_missing_socket_raises(clients: Clients, tmp_path: Path) -> None:
    error = await catch_error(clients, f"unix://:{PASSWORD}@{tmp_path}/redis.sock?db=2")
    assert f"through Redis at {tmp_path}/redis.sock: " in str(error)


@pytest.fixture
def babbler() -> Iterator[int]:
    """The port of a server that is not Redis and echoes its input."""
    server = socket.create_server(("127.0.0.1", 0))

    def babble() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.sendall(b"-ERR I am no Redis, and you said " + connection.recv(4_096).replace(b"\r\n", b" "))
                connection.sendall(b"\r\n")

    thread = threading.Thread(target=babble)
    thread.start()
    yield server.getsockname()[1]
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


@pytest.mark.parametrize("address", ["redis://ann:{}@127.0.0.1:{}/0", "redis://127.0.0.1:{1}/0?password={0}"])
async def test_a_server_that_is_not_redis_raises(clients: Clients, babbler: int, address: str) -> None:
    error = await catch_error(clients, address.format(PASSWORD, babbler))
    assert f"127.0.0.1:{babbler}" in str(error)


async def test_a_wrong_or_missing_password_raises(clients: Clients, tmp_path: Path) -> None:
    with redis_server(tmp_path, "--requirepass", "another") as port:
        assert "invalid username-password pair" in str(
            await catch_error(clients, f"redis://:{PASSWORD}@127.0.0.1:{port}/0")
        )
        assert re.search("(?i)authenticat", str(await catch_error(clients, f"redis://127.0.0.1:{port}/0")))


async def test_unreadable_redis_keys_raise(clients: Clients, redis_url: str) -> None:
    track = Track(token=TRACK_TOKEN, shared=redis_url, pace=3)
    track._config.quota_store.reserve("workspace 1", 1e9)
    with redis.Redis.from_url(redis_url) as client:
        (key,) = client.keys()
        client.set(key, b"{")
        assert "truncated" in str(await catch_error(clients, redis_url))
        client.delete(key)
        client.rpush(key, 1)
        assert "WRONGTYPE" in str(await catch_error(clients, redis_url))
        client.flushdb()
        track._config.rate_limiter.acquire(1e9)  # type: ignore[union-attr]
        (key,) = client.keys()
        client.set(key, 1)
        assert "WRONGTYPE" in str(await catch_error(clients, redis_url, pace=3))
    track.close()


async def test_a_restarted_server_is_used_again(clients: Clients, tmp_path: Path) -> None:
    from tests.support.service import SteadyService, reply
    from tests.support.tasks import track_task

    with redis_server(tmp_path) as port:
        track = clients.track(SteadyService(reply(track_task())), shared=f"redis://127.0.0.1:{port}/0", pace=1_000)
        await maybe_await(track.tasks.get(1, 2, 3))
    with pytest.raises(SharingFailed):
        await maybe_await(track.tasks.get(1, 2, 3))
    with redis_server(tmp_path, port=port):
        await maybe_await(track.tasks.get(1, 2, 3))


@pytest.mark.parametrize(
    "place",
    [
        "",
        5,
        b"file",
        f"http://ann:{PASSWORD}@host/",
        "sqlite:///x",
        f"redis://:{PASSWORD}/x@host",
        "redis://h:port/0",
        "redis:host",
    ],
)
async def test_invalid_locations_raise(clients: Clients, place: Any) -> None:
    with pytest.raises(ValueError, match=r"^shared") as caught:
        clients.track(Service(), shared=place)
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))


async def test_shared_is_not_an_option_of_with_options(clients: Clients, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="shared"):
        clients.track(Service()).with_options(shared=tmp_path / "x")


def test_redis_without_its_package_raises() -> None:
    code = f"""
import sys
sys.modules["redis"] = None
from toggl_tasks import Track
Track(token={TRACK_TOKEN!r}, shared="redis://localhost")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    last = done.stderr.strip().splitlines()[-1]
    assert (
        last == 'ImportError: shared: sharing through Redis needs the package redis: pip install "toggl-tasks[redis]"'
    )
