"""A repository of its own, where a test can make history."""

from __future__ import annotations

import subprocess
from pathlib import Path

#: So that neither the settings of who runs the tests nor a repository around the folder play a part.
ALONE = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}


class Repository:
    """An empty repository in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> None:
        """Run git in the repository, as nobody in particular."""
        who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.invalid"]
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self) -> None:
        """Commit what is there, be it nothing new."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A state.")
