"""Writes `generated/`: the output is made in a temporary folder first, then only files that differ are replaced."""

from __future__ import annotations

import contextlib
import difflib
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..loader import load_specifications
from ..specification import SPECIFICATIONS
from .client import generate_client
from .server import generate_server

#: The modules of the client that are the same for every document.
RUNTIME = Path(__file__).parent / "runtime"
HEADER = "# generated from {source} by `make generate` - do not edit\n"


def generate(specifications: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS) -> list[Path]:
    """Bring `target` up to date and return the files that changed.

    All output is made in a temporary folder first: a run that fails or is interrupted does not change `target`.
    Raises SpecificationError for a document that cannot be generated from.
    """
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as folder:
        fresh = Path(folder) / "generated"
        make(specifications, fresh, names)
        return replace(fresh, target)


def difference(specifications: Path, target: Path, names: tuple[str, ...] = SPECIFICATIONS) -> str:
    """The unified diff from `target` to what the specifications would generate; empty when `target` is fresh."""
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as folder:
        fresh = Path(folder) / "generated"
        make(specifications, fresh, names)
        return "".join(diff(target, fresh))


def make(specifications: Path, output: Path, names: tuple[str, ...]) -> None:
    """Generate client and server packages of the named documents into an empty folder."""
    documents = load_specifications(specifications, names)
    client, server = output / "toggl_openapi", output / "toggl_server"
    with tempfile.TemporaryDirectory(prefix="toggl-generate-") as scratch, ThreadPoolExecutor() as pool:
        # The server generator is a process of its own, so both documents run side by side with the client.
        servers = [
            pool.submit(generate_server, document, name, output, Path(scratch) / f"{name}-server")
            for name, document in documents.items()
        ]
        for name, document in documents.items():
            generate_client(document, f"spec/{name}.yaml", client / name, Path(scratch) / f"{name}-client")
        for module in sorted(RUNTIME.glob("*.py")):
            header = HEADER.format(source=f"generator/codegen/runtime/{module.name}")
            (client / module.name).write_text(header + module.read_text())
        format_code(client)
        for done in servers:
            done.result()
    (server / "__init__.py").write_text(HEADER.format(source="spec/") + '"""Server contracts of both APIs."""\n')
    for package in (client, server):
        (package / "py.typed").write_text(HEADER.format(source="spec/"))


def format_code(folder: Path) -> None:
    """Format with ruff, without the settings of any pyproject.toml."""
    options = ["--isolated", "--no-cache", "--line-length", "120", "--target-version", "py311"]
    rules = ["--select", "F401,I001", "--fix", "--quiet"]
    for arguments in (["check", *rules], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, *options, str(folder)], check=True)


def files(folder: Path) -> dict[str, Path]:
    """The files below a folder by relative name, without caches and hidden files."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path
        for name, path in found.items()
        if not any(part == "__pycache__" or part.startswith(".") for part in name.parts)
    }


def replace(fresh: Path, target: Path) -> list[Path]:
    """Make `target` equal to `fresh` and return the files that changed; unchanged files are not touched.

    New files are first copied into a hidden folder inside `target`, so that only renames remain: they are quick, and
    Ctrl-C waits for them.
    """
    new, old = files(fresh), files(target) if target.exists() else {}
    changed = [name for name in new if name not in old or old[name].read_bytes() != new[name].read_bytes()]
    gone = [name for name in old if name not in new]
    ready = target / ".ready"
    try:
        for name in changed:
            (ready / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new[name], ready / name)
        with block_signals():
            for name in changed:
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (ready / name).replace(target / name)
            for name in gone:
                old[name].unlink()
    finally:
        shutil.rmtree(ready, ignore_errors=True)  # also that of an earlier run that was killed
    return [target / name for name in (*changed, *gone)]


@contextlib.contextmanager
def block_signals() -> Iterator[None]:
    """Delay SIGINT, SIGTERM and SIGHUP until the block is done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def diff(target: Path, fresh: Path) -> Iterator[str]:
    """The unified diff from `target` to `fresh`."""
    old, new = files(target) if target.exists() else {}, files(fresh)
    for name in sorted(old.keys() | new.keys()):
        before, after = lines(old.get(name)), lines(new.get(name))
        if before == after and (name in old) != (name in new):  # both without a line
            yield f"Only in {'a' if name in old else 'b'}/generated: {name}\n"
        for line in difflib.unified_diff(before, after, f"a/generated/{name}", f"b/generated/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def lines(path: Path | None) -> list[str]:
    """The lines of a file, with their line ends, in whatever encoding."""
    return path.read_bytes().decode(errors="replace").splitlines(keepends=True) if path else []
