"""The recordings that are made by hand are the ones in the folder."""

from __future__ import annotations

from typing import Final

import pytest

from recorder.folder import RECORDINGS, load_all
from recorder.format import dump
from recorder.handmade import all_recordings
from recorder.scrub import Scrubber

MADE: Final = all_recordings()
STORED: Final = load_all()


def test_the_folder_holds_what_was_made_by_hand_and_what_was_captured() -> None:
    by_hand = {key for key, recording in STORED.items() if recording.provenance.evidence != "recorded"}
    assert by_hand == MADE.keys(), "run: python -m recorder handmade"


@pytest.mark.parametrize("key", MADE)
def test_a_file_is_in_step_with_what_is_made_by_hand(key: str) -> None:
    text = (RECORDINGS / f"{key}.json").read_text(encoding="utf-8")
    assert text == dump(MADE[key]), "run: python -m recorder handmade"


@pytest.mark.parametrize("key", STORED)
def test_scrubbing_a_stored_recording_again_changes_nothing(key: str) -> None:
    assert Scrubber().scrub(STORED[key]) == STORED[key]
