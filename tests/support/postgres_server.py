"""A Postgres server for tests."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def _find(program: str) -> str | None:
    """A program of Postgres. Debian does not put it into the PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return shutil.which(program, path=str(versions[-1].parent)) if versions else shutil.which(program)


@contextmanager
def postgres_server() -> Iterator[str]:
    """Run a server without durability; yields its URL. Skips the test if Postgres is not installed."""
    programs = [_find(name) for name in ("initdb", "postgres")]
    if None in programs:
        text = "postgres is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    initdb, postgres = map(str, programs)
    # Postgres refuses to run as root.
    options = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with TemporaryDirectory(prefix="postgres-") as folder:
        if options:
            shutil.chown(folder, "postgres", "postgres")
        data = f"{folder}/data"
        subprocess.run(
            [initdb, "--no-sync", "--auth=trust", "--username=toggl", "--encoding=UTF8", "--locale=C", data],
            check=True,
            capture_output=True,
            cwd=folder,
            **options,  # type: ignore[call-overload]
        )
        settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100"]
        command = [postgres, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", folder]
        command += [word for setting in settings for word in ("-c", setting)]
        with Path(folder, "log").open("w") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **options)  # type: ignore[call-overload]
        try:
            url = f"postgresql://toggl:toggl@127.0.0.1:{port}/postgres"
            _wait_for(url, Path(folder, "log"))
            yield url
        finally:
            server.send_signal(signal.SIGINT)  # it does not wait for connections
            server.wait()


def _wait_for(url: str, log: Path) -> None:
    import time

    import psycopg2

    for _ in range(200):
        try:
            psycopg2.connect(url).close()
        except psycopg2.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"postgres did not start: {log.read_text()}")
