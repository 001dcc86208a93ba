"""The tiny specification with one of everything, and its golden output."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.codegen.output import make
from generator.folder import diff, replace

FOLDER = Path(__file__).parents[1] / "generator"
SPECIFICATIONS = FOLDER / "specification"
GOLDEN = FOLDER / "golden" / "tiny"


def change() -> str:
    """The unified diff from the golden output to what the generator writes now; empty when they are the same."""
    with tempfile.TemporaryDirectory() as scratch:
        make(SPECIFICATIONS, Path(scratch) / "tiny", ("tiny",))
        return "".join(diff(GOLDEN, Path(scratch) / "tiny"))


def renew() -> None:
    """Update the golden output."""
    with tempfile.TemporaryDirectory() as scratch:
        make(SPECIFICATIONS, Path(scratch) / "tiny", ("tiny",))
        print(f"golden output: {len(replace(Path(scratch) / 'tiny', GOLDEN))} files changed")
