"""A shell in which `toggl-tasks` uses a running sandbox, with a separate home folder."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .sandbox import Sandbox
    from .server import RunningServer

BASH = """PS1='(sandbox) \\w \\$ '
eval "$(_TOGGL_TASKS_COMPLETE=bash_source toggl-tasks)"
"""
ZSH = """PS1='(sandbox) %~ %# '
autoload -Uz compinit && compinit -u
eval "$(_TOGGL_TASKS_COMPLETE=zsh_source toggl-tasks)"
"""
FISH = """function fish_prompt; printf '(sandbox) %s > ' (prompt_pwd); end
set fish_greeting
_TOGGL_TASKS_COMPLETE=fish_source toggl-tasks | source
"""
START_FILES = {".bashrc": BASH, ".zshrc": ZSH, ".config/fish/config.fish": FISH}
COMMANDS = (
    ("toggl-tasks list --limit 5", "open tasks of Track"),
    ("toggl-tasks add 'Write the docs' --project Website --estimate 2h", "a new task"),
    ("toggl-tasks --api focus list --limit 5", "the same account in Focus"),
)
"""The commands that the shell suggests at its start."""


def open_shell(sandbox: Sandbox, server: RunningServer) -> int:
    """Run the user's shell until it exits, while the sandbox runs in a thread; returns its exit code.

    Files of the user are not changed: home, configuration and cache are in a temporary folder; no keyring is used.
    """
    program = _shell()
    server.start()
    try:
        with TemporaryDirectory(prefix="toggl-sandbox-") as folder:
            home = Path(folder)
            for name, content in START_FILES.items():
                file = home / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content, encoding="utf-8")
            print(_welcome(server), file=sys.stderr, flush=True)
            # Ctrl-C must stop the program in the shell only. With SIG_IGN, the shell would inherit that it is ignored.
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                return subprocess.call([program], env={**os.environ, **variables(sandbox, server, home)})  # noqa: S603
            finally:
                signal.signal(signal.SIGINT, before)
    finally:
        server.stop()


def variables(sandbox: Sandbox, server: RunningServer, home: Path) -> Mapping[str, str]:
    """The environment of programs that use a sandbox, with a separate home folder."""
    programs = str(Path(sys.executable).parent)
    return {
        "PATH": os.pathsep.join([programs, os.environ.get("PATH", os.defpath)]),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "ZDOTDIR": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "TOGGL_TRACK_URL": server.track_url,
        "TOGGL_FOCUS_URL": server.focus_url,
        "TOGGL_API_TOKEN": sandbox.token,
        "TOGGL_FOCUS_TOKEN": sandbox.focus_token,
        # The variables of the user's own account.
        "TOGGL_PROFILE": "",
        "TOGGL_WORKSPACE": "",
        "TOGGL_ORGANIZATION": "",
    }


def _shell() -> str:
    if os.name == "nt":
        return os.environ.get("COMSPEC", "cmd.exe")
    return os.environ.get("SHELL") or which("bash") or "/bin/sh"


def _welcome(server: RunningServer) -> str:
    width = max(len(line) for line, _ in COMMANDS)
    lines = "\n".join(f"  {line:{width}}  # {text}" for line, text in COMMANDS)
    page = shlex.quote(server.page_url)
    return f"A sandbox of Toggl Track and Focus runs for this shell: {page}\nTry:\n\n{lines}\n\n`exit` stops it.\n"
