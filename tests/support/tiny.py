"""The tiny specification with one of everything, and its golden output."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from generator.codegen.output import make
from generator.folder import diff, files, replace

FOLDER = Path(__file__).parents[1] / "generator"
SPECIFICATIONS = FOLDER / "specification"
GOLDEN = FOLDER / "golden" / "tiny"


def write_output(folder: Path) -> None:
    """Generate the files of the golden output from tiny.yaml: the whole client, and a part of the server.

    The rest of the server is the generator's own run-time code, the same for every specification: its file names do.
    """
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch)
        make(SPECIFICATIONS, made, ("tiny",))
        names = [name for name in files(made) if name.startswith("toggl_server/")]
        shutil.copytree(made / "toggl_openapi", folder / "toggl_openapi")
        models = folder / "toggl_server/tiny/models.py"
        models.parent.mkdir(parents=True)
        shutil.copyfile(made / "toggl_server/tiny/models.py", models)
        (folder / "server_files.txt").write_text("".join(f"{name}\n" for name in names))


def change() -> str:
    """The unified diff from the golden output to what the generator writes now; empty when they are the same."""
    with tempfile.TemporaryDirectory() as scratch:
        write_output(Path(scratch) / "tiny")
        return "".join(diff(GOLDEN, Path(scratch) / "tiny"))


def renew() -> None:
    """Write the golden output anew."""
    with tempfile.TemporaryDirectory() as scratch:
        write_output(Path(scratch) / "tiny")
        print(f"golden output: {len(replace(Path(scratch) / 'tiny', GOLDEN))} files changed")
