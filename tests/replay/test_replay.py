"""Each recording is replayed through the real clients: they send the recorded request and read the whole body."""

from __future__ import annotations

from typing import Final

import pytest

from recorder.folder import load_all
from tests.support.cases import all_cases
from tests.support.replay.clients import AUTHORIZATION, call_recorded, facade_call, replay, replay_async, sync_client
from tests.support.replay.transport import ReplayTransport
from toggl_tasks import DecodeFailed

RECORDINGS: Final = load_all()
REPLAYS: Final = [
    (f"{key}, {'raw' if call is None else 'facade'}", recording, call)
    for key, recording in RECORDINGS.items()
    for call in dict.fromkeys((None, facade_call(recording)))
]


def test_sync_clients_read_every_recording() -> None:
    with all_cases() as cases:
        for name, recording, call in REPLAYS:
            with cases.case(name):
                replay(recording, call)


async def test_async_clients_read_every_recording() -> None:
    with all_cases() as cases:
        for name, recording, call in REPLAYS:
            with cases.case(name):
                await replay_async(recording, call)


def test_strict_clients_raise_on_drift() -> None:
    drifted = {key: recording for key, recording in RECORDINGS.items() if recording.expected.drift}
    assert drifted
    with all_cases() as cases:
        for key, recording in drifted.items():
            transport = ReplayTransport(recording, AUTHORIZATION[recording.request.api])
            with (
                cases.case(key),
                sync_client(recording.request.api, transport=transport, strict=True) as client,
            ):
                with pytest.raises(DecodeFailed) as caught:
                    call_recorded(client, recording, None)
                assert all(path in str(caught.value) for path in recording.expected.drift)
