"""Compares two folders, and replaces one by the other."""

from __future__ import annotations

import contextlib
import difflib
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path


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
