"""The folder of recordings: one file for each exchange, `<api>/<operation id>/<name>.json`."""

from __future__ import annotations

from pathlib import Path

from .format import Recording, dump, parse
from .scrub import Scrubber

RECORDINGS = Path(__file__).parents[1] / "tests/recordings"


def key(recording: Recording, name: str) -> str:
    """Return the key of a recording: its path in the folder, without the suffix."""
    return f"{recording.request.api}/{recording.request.operation}/{name}"


def load_all(folder: Path = RECORDINGS) -> dict[str, Recording]:
    """Return the recordings by key, sorted. An invalid file raises ValueError with its name."""
    found: dict[str, Recording] = {}
    for path in sorted(folder.glob("*/*/*.json")):
        try:
            found[path.relative_to(folder).with_suffix("").as_posix()] = parse(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error
    return found


def save(recording: Recording, name: str, scrubber: Scrubber, folder: Path = RECORDINGS) -> Path:
    """Scrub a recording and write it."""
    path = folder / f"{key(recording, name)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(scrubber.scrub(recording)), encoding="utf-8")
    return path
