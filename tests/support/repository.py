"""A git repository of its own for a test."""

from __future__ import annotations

import subprocess
from pathlib import Path

#: Ignores the settings of the user and the system.
ALONE = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}


class Repository:
    """An empty repository in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> None:
        """Run git in the repository, with an author of its own."""
        who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.invalid"]
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        """Commit all files, even without a change."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A state.")
