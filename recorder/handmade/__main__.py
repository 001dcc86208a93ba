"""Writes the recordings that are made by hand, and removes those that are no longer made."""

from __future__ import annotations

from recorder.folder import RECORDINGS, load_all, save
from recorder.scrub import Scrubber

from . import all_exchanges

made = all_exchanges()
for key, recording in load_all().items():
    if recording.provenance.evidence != "recorded" and key not in made:
        (RECORDINGS / f"{key}.json").unlink()
for key, recording in made.items():
    save(recording, key.rpartition("/")[2], Scrubber())
print(f"{len(made)} recordings in {RECORDINGS}")
