"""Each recording, replayed through the real clients: the request is the recorded one, and the body arrives whole."""

from __future__ import annotations

from typing import Final

import pytest

from recorder.folder import load_all
from recorder.format import Recording
from tests.support.replay.calls import Call
from tests.support.replay.replaying import AUTHORIZATION, facade_call, made, replay, replay_asynchronously, threaded
from tests.support.replay.transport import Replay
from toggl_tasks import DecodeFailed

RECORDINGS: Final = load_all()
CASES: Final = [
    pytest.param(recording, call, id=f"{key}-{'raw' if call is None else 'facade'}")
    for key, recording in RECORDINGS.items()
    for call in dict.fromkeys((None, facade_call(recording)))
]
DRIFTED: Final = [pytest.param(recording, id=key) for key, recording in RECORDINGS.items() if recording.expected.drift]


@pytest.mark.parametrize(("recording", "call"), CASES)
def test_a_client_for_threads_reads_what_was_recorded(recording: Recording, call: Call | None) -> None:
    replay(recording, call)


@pytest.mark.parametrize(("recording", "call"), CASES)
async def test_a_client_for_asyncio_reads_what_was_recorded(recording: Recording, call: Call | None) -> None:
    await replay_asynchronously(recording, call)


@pytest.mark.parametrize("recording", DRIFTED)
def test_drift_is_an_error_for_a_strict_client(recording: Recording) -> None:
    transport = Replay(recording, AUTHORIZATION[recording.request.api])
    with (
        threaded(recording.request.api, transport=transport, strict=True) as client,
        pytest.raises(DecodeFailed) as caught,
    ):
        made(client, recording, None)
    assert all(path in str(caught.value) for path in recording.expected.drift)
