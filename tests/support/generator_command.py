"""The generator as a process of its own, in a working folder and with a temporary folder that belong to the test."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.folder import files
from tests.support.tiny import SPECIFICATIONS

ROOT = Path(__file__).parents[2]
#: Contents of files by name.
Tree = dict[str, bytes]


@dataclass
class Workplace:
    """Where a process runs, what it reads and what it writes."""

    folder: Path
    specifications: Path
    output: Path

    @classmethod
    def make(cls, folder: Path, specifications: Path = ROOT / "spec") -> Workplace:
        for name in ("working", "temporary"):
            (folder / name).mkdir(parents=True)
        return cls(folder, specifications, folder / "output")

    @property
    def left_behind(self) -> list[str]:
        """The files in the working and the temporary folder."""
        return [path.name for name in ("working", "temporary") for path in (self.folder / name).iterdir()]

    @property
    def temporary(self) -> Path:
        return self.folder / "temporary"

    def start(self, command: str, **environment: str) -> subprocess.Popen[str]:
        # Its own session, so that a signal can go to it and to the generators it drives, as from a keyboard.
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "generator", command),
                *("--spec", str(self.specifications), "--output", str(self.output)),
            ],
            cwd=self.folder / "working",
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.temporary), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        process = self.start(command, **environment)
        stdout, stderr = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


def tree(folder: Path) -> Tree:
    return {name: path.read_bytes() for name, path in files(folder).items()}


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """Inode and modification time of each file: both change when a file is rewritten."""
    found = {name: path.stat() for name, path in files(folder).items()}
    return {name: (status.st_ino, status.st_mtime_ns) for name, status in found.items()}


def tiny_specifications(folder: Path, **documents: Any) -> Path:
    """A folder `spec` with the tiny specification (or a given text) in the place of each real one: it is quicker."""
    folder = folder / "spec"
    folder.mkdir()
    tiny = (SPECIFICATIONS / "tiny.yaml").read_text()
    for name in ("track", "focus"):
        (folder / f"{name}.yaml").write_text(documents.get(name, tiny))
    return folder
