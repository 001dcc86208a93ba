"""The folder of recordings is up to date with recorder/handmade."""

from __future__ import annotations

from typing import Final

from recorder.folder import RECORDINGS, load_all
from recorder.format import dump
from recorder.handmade import all_recordings
from recorder.scrub import Scrubber
from tests.support.cases import all_cases

HANDMADE: Final = all_recordings()
STORED: Final = load_all()


def test_the_folder_holds_all_handmade_recordings() -> None:
    by_hand = {key for key, recording in STORED.items() if recording.provenance.evidence != "recorded"}
    assert by_hand == HANDMADE.keys(), "run: make handmade"


def test_files_of_handmade_recordings_are_up_to_date() -> None:
    with all_cases() as cases:
        for key, recording in HANDMADE.items():
            with cases.case(key):
                text = (RECORDINGS / f"{key}.json").read_text(encoding="utf-8")
                assert text == dump(recording), "run: make handmade"


def test_scrubbing_a_stored_recording_again_changes_nothing() -> None:
    with all_cases() as cases:
        for key, recording in STORED.items():
            with cases.case(key):
                assert Scrubber().scrub(recording) == recording
