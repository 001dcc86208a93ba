"""Repeats a recorded call with a client that is connected to the recording only."""

from __future__ import annotations

from typing import Any, Final

from recorder.arguments import arguments_of, raw_call
from recorder.format import Api, Recording
from recorder.specification import operation_of
from tests.support.replay.calls import FACADE, Call
from tests.support.replay.outcome import assert_outcome, record_outcome
from tests.support.replay.transport import BASE_URL, ReplayTransport
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track

TOKEN: Final = "replay-token"
AUTHORIZATION: Final = {
    "track": "Basic cmVwbGF5LXRva2VuOmFwaV90b2tlbg==",  # replay-token:api_token
    "focus": "Bearer replay-token",
}


def facade_call(recording: Recording) -> Call | None:
    return FACADE.get((recording.request.api, recording.request.operation))


def sync_client(api: Api, **options: Any) -> Track | Focus:
    if api == "track":
        return Track(token=TOKEN, base_url=BASE_URL, retries=0, **options)
    return Focus(token=TOKEN, base_url=BASE_URL, retries=0, **options)


def async_client(api: Api, **options: Any) -> AsyncTrack | AsyncFocus:
    if api == "track":
        return AsyncTrack(token=TOKEN, base_url=BASE_URL, retries=0, **options)
    return AsyncFocus(token=TOKEN, base_url=BASE_URL, retries=0, **options)


def call_recorded(client: Any, recording: Recording, call: Call | None) -> Any:
    """The recorded call, by the facade or by `client.raw`."""
    given = arguments_of(recording.request)
    return call.make(client, given) if call else raw_call(client, operation_of(recording.request), given)


def replay(recording: Recording, call: Call | None) -> None:
    """Replay with a sync client; fails unless the outcome is the one in the recording."""
    transport = ReplayTransport(recording, AUTHORIZATION[recording.request.api])
    with sync_client(recording.request.api, transport=transport) as client, record_outcome(client) as outcome:
        result = call_recorded(client, recording, call)
        outcome.value = next(result.pages()) if call and call.paged else result
    assert len(transport.requests) == 1
    assert_outcome(recording, call, outcome)


async def replay_async(recording: Recording, call: Call | None) -> None:
    """Replay with an async client."""
    transport = ReplayTransport(recording, AUTHORIZATION[recording.request.api])
    async with async_client(recording.request.api, transport=transport) as client:
        with record_outcome(client) as outcome:
            result = call_recorded(client, recording, call)
            outcome.value = await (anext(result.pages()) if call and call.paged else result)
    assert len(transport.requests) == 1
    assert_outcome(recording, call, outcome)
