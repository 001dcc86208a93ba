"""`make handmade`: writes the handmade recordings and deletes those that are no longer generated."""

from __future__ import annotations

from collections.abc import Sequence

from recorder.folder import RECORDINGS, load_all, save
from recorder.scrub import Scrubber

from . import all_recordings


def main(_: Sequence[str] = ()) -> int:
    """Write the recordings; returns the exit code."""
    recordings = all_recordings()
    for key, recording in load_all().items():
        if recording.provenance.evidence != "recorded" and key not in recordings:
            (RECORDINGS / f"{key}.json").unlink()
    for key, recording in recordings.items():
        save(recording, key.rpartition("/")[2], Scrubber())
    print(f"{len(recordings)} recordings in {RECORDINGS}")
    return 0
