"""Holds the outcome of a call against the recording it was made of."""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from recorder.format import ExpectedError, Recording
from recorder.specification import operation_of
from tests.support.replay.calls import Call
from tests.support.replay.comparison import Comparison
from tests.support.replay.outcome import Outcome
from toggl_tasks import ApiError, DecodeFailed, TogglError

CLASSES: Final = {
    400: "BadRequest",
    401: "NotAuthenticated",
    403: "Forbidden",
    404: "NotFound",
    410: "Gone",
    429: "RateLimited",
}
"""What an error is called when a recording does not say. 402 has two meanings, and has to be told."""


def judge(recording: Recording, call: Call | None, outcome: Outcome) -> None:
    """Fail unless the outcome is what the recording says. `call` is the facade's; None for `client.raw`."""
    _judge_quota(recording, outcome)
    # One warning for each place, however many values stand there.
    assert sorted(outcome.drifts) == sorted(recording.expected.drift)
    if recording.succeeded and recording.expected.error is None:
        if outcome.error is not None:
            raise outcome.error
        _judge_value(recording, call, outcome.value)
    else:
        assert outcome.error is not None, f"no error was raised, but this came back: {outcome.value!r}"
        _judge_error(recording, outcome, outcome.error)


def _judge_value(recording: Recording, call: Call | None, value: Any) -> None:
    if call is None:
        assert value.response.status_code == recording.response.status
        assert value.response.content == recording.response.content
        value = value.value
    operation = operation_of(recording.request)
    if operation.reply is None:
        assert value is None
        return
    body = json.loads(recording.response.body)
    comparison = Comparison(operation.document, recording.expected.drift)
    seen = "$"
    if call is None:
        comparison.compare(value, body, operation.reply)
    else:
        if call.paged:
            assert value.total == (body[call.total] if call.total else None)
            value = value.items
        for part, sent, schema, seen in call.parts(operation, value, body):
            comparison.compare(part, sent, schema, seen)
    assert not comparison.wrong
    # The facade drops envelopes, and the unknown fields in them.
    assert comparison.unknown == {path for path in recording.expected.unknown if seen == "$" or path.startswith(seen)}


def _judge_error(recording: Recording, outcome: Outcome, error: TogglError) -> None:
    expected = recording.expected.error
    assert isinstance(error, ApiError | DecodeFailed), f"unexpected {error!r}"
    assert error.response is not None
    assert error.response.content == recording.response.content
    assert type(error).__name__ == (expected.type if expected else _class_of(recording.response.status))
    if isinstance(error, DecodeFailed):
        assert expected is not None
        assert expected.message in str(error)
        return
    assert error.status == recording.response.status
    assert error.request is error.response.request
    if expected is None:
        assert bool(error.message) == (recording.response.body.strip() not in ("", "null", '""'))
    else:
        _judge_details(error, expected, outcome)


def _judge_details(error: ApiError, expected: ExpectedError, outcome: Outcome) -> None:
    assert error.message == expected.message
    assert error.request_id == expected.request_id
    assert error.message in str(error)
    if expected.type == "QuotaExceeded":
        _judge_moment(getattr(error, "resets_at", None), expected.resets_in, outcome)


def _judge_quota(recording: Recording, outcome: Outcome) -> None:
    headers = recording.response.headers
    if "x-toggl-quota-remaining" in headers:
        assert outcome.quota.remaining == int(headers["x-toggl-quota-remaining"])
        _judge_moment(outcome.quota.resets_at, int(headers["x-toggl-quota-resets-in"]), outcome)
    else:
        assert outcome.quota is None


def _judge_moment(moment: datetime.datetime | None, seconds: int | None, outcome: Outcome) -> None:
    """The moment is that many seconds after the call."""
    if seconds is None:
        assert moment is None
    else:
        assert moment is not None
        assert outcome.ended is not None
        assert outcome.started <= moment - datetime.timedelta(seconds=seconds) <= outcome.ended


def _class_of(status: int) -> str:
    return CLASSES.get(status, "ServerError" if status >= 500 else "ApiError")
