"""Shells in a pseudo terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import termios
import time
from pathlib import Path

import pytest

from .command_line import CommandLine


def require(shell: str) -> str:
    """The path of a shell; skips the test without it, but not in CI, which installs it."""
    path = shutil.which(shell)
    if path is None:
        assert not os.environ.get("NEED_SHELLS"), f"{shell} is missing"
        pytest.skip(f"needs {shell}")
    return path


class Typist:
    """Types into a shell in a pseudo terminal."""

    def __init__(self, toggl: CommandLine, *command: str | Path) -> None:
        self.leader, follower = pty.openpty()
        environment = toggl.env({"TERM": "dumb", "PS1": "ready> ", "NO_COLOR": "1", "COLUMNS": "200"})
        self.process = subprocess.Popen(
            command, env=environment, cwd=toggl.home, stdin=follower, stdout=follower, stderr=follower,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY),  # for Ctrl-C
        )  # fmt: skip
        os.close(follower)
        self.screen = ""

    def type(self, keys: str, expected: str) -> str:
        """Type keys and wait for a pattern on what the screen shows after that; returns it."""
        start = len(self.screen)
        os.write(self.leader, keys.encode())
        ends = time.monotonic() + 20
        while not re.search(expected, shown := _plain(self.screen[start:]), re.DOTALL):
            ready, _, _ = select.select([self.leader], [], [], max(0.0, ends - time.monotonic()))
            assert ready, f"no {expected!r} in {shown!r}"
            self.screen += os.read(self.leader, 65_536).decode(errors="replace")
        return shown

    def close(self) -> None:
        os.close(self.leader)
        self.process.kill()
        self.process.wait()


def _plain(text: str) -> str:
    """Without the escape sequences of a terminal, and the redrawing of lines."""
    return re.sub(r"\x1b(\[[0-9;?]*[a-zA-Z]|[=>]|\][^\x07]*\x07)|\r(?!\n)|.\x08", "", text)
