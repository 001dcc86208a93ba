"""Runs the command line against a sandbox on a socket, in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import pytest

from toggl_sandbox import RunningServer, Sandbox
from toggl_tasks.cli.main import run as run_command_line

PROGRAM: Final = Path(sys.executable).with_name("toggl-tasks")
APIS: Final = ("track", "focus")


class Outcome(NamedTuple):
    """The outcome of a command."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.stdout)

    @property
    def error(self) -> dict[str, Any]:
        """The error that was printed as JSON."""
        error: dict[str, Any] = msgspec.json.decode(self.stderr.splitlines()[-1])["error"]
        return error

    @property
    def lines(self) -> list[str]:
        return self.stdout.splitlines()


class Terminal(io.StringIO):
    """Text that was written to a terminal."""

    def isatty(self) -> bool:
        return True


class CommandLine:
    """The command line of a user who is signed in to both APIs of a sandbox, with empty folders."""

    def __init__(self, sandbox: Sandbox, server: RunningServer, home: Path) -> None:
        self.sandbox = sandbox
        self.home = home
        self.environment: dict[str, str] = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "TOGGL_TRACK_URL": server.track_url,
            "TOGGL_FOCUS_URL": server.focus_url,
            "TOGGL_API_TOKEN": sandbox.token,
            "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "TZ": "UTC",
            "LANG": "C.UTF-8",
        }
        """The whole environment of a command."""

    def __call__(self, *arguments: object, stdin: str = "", columns: int | None = None, **env: str | None) -> Outcome:
        """Run a command in this process. `env` is added to the environment; None removes a variable.

        With `columns`, standard output says that it is a terminal of this width.
        """
        stdout, stderr = io.StringIO() if columns is None else Terminal(), io.StringIO()
        if columns is not None:
            env = {"COLUMNS": str(columns), "TERM": "xterm-256color", **env}
        code = self._run(arguments, stdin, stdout, stderr, env)
        return Outcome(code, stdout.getvalue(), stderr.getvalue())

    def transcript(self, *arguments: object, stdin: str = "") -> tuple[int, str]:
        """Run a command in this process; returns the exit code and both outputs in one text."""
        text = io.StringIO()
        return self._run(arguments, stdin, text, text, {}), text.getvalue()

    def _run(
        self,
        arguments: tuple[object, ...],
        stdin: str,
        stdout: io.StringIO,
        stderr: io.StringIO,
        env: Mapping[str, str | None],
    ) -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.StringIO(stdin))
            with replaced_environment(self.env(env)), redirect_stdout(stdout), redirect_stderr(stderr):
                return run_command_line([str(argument) for argument in arguments])

    def process(self, *arguments: object, stdin: str = "", **env: str | None) -> Outcome:
        """Run a command in a process of its own, with pipes."""
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            input=stdin,
            env=self.env(env),
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments: object, **env: str | None) -> subprocess.Popen[str]:
        """Start a command in a process of its own, with pipes."""
        return subprocess.Popen(
            [PROGRAM, *map(str, arguments)],
            env=self.env(env),
            cwd=self.home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def in_terminal(self, *arguments: object, columns: int = 80, typed: str = "", **env: str | None) -> tuple[int, str]:
        """Run a command in a pseudo terminal; returns the exit code and all that the terminal received.

        `typed` is sent once the command has printed a question, which ends in `: `.
        """
        import fcntl
        import pty
        import struct
        import termios

        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)],
            env=self.env({"TERM": "xterm-256color", **env}),
            cwd=self.home,
            stdin=follower,
            stdout=follower,
            stderr=follower,
        )
        os.close(follower)
        received = b""
        try:
            while True:
                try:
                    chunk = os.read(leader, 65_536)
                except OSError:  # EIO: the process closed its end
                    break
                if not chunk:
                    break
                received += chunk
                if typed and received.endswith(b": "):
                    os.write(leader, typed.encode())
                    typed = ""
            return process.wait(timeout=60), received.decode().replace("\r\n", "\n")
        finally:
            process.kill()
            process.wait()
            os.close(leader)

    def env(self, changes: Mapping[str, str | None]) -> dict[str, str]:
        return {name: value for name, value in {**self.environment, **changes}.items() if value is not None}

    def requests(self) -> list[tuple[str, str]]:
        """Method and path of each request since the last call."""
        requests = [(request.method, request.path) for request in self.sandbox.requests]
        self.sandbox.clear_requests()
        return requests

    def changes(self) -> list[tuple[str, str]]:
        """The requests since the last call that are no GET."""
        return [request for request in self.requests() if request[0] != "GET"]

    def write_profiles(self, **profiles: Mapping[str, Any]) -> None:
        """Store profiles, as `auth login` does."""
        folder = self.home / "config" / "toggl-tasks"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "profiles.json").write_bytes(msgspec.json.encode(profiles))

    def write_tokens(self, tokens: Mapping[str, str]) -> None:
        """Store tokens in the file; `work/track` names the token of a profile for an API."""
        folder = self.home / "config" / "toggl-tasks"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tokens.json").write_bytes(msgspec.json.encode(tokens))


@contextmanager
def replaced_environment(environment: Mapping[str, str]) -> Iterator[None]:
    """Give this process another environment, and its time zone."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        time.tzset()
