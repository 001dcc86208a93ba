"""The outcome of one replayed call, and the assertions that compare it with its recording."""

from __future__ import annotations

import datetime
import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from recorder.format import ExpectedError, Recording, Response
from recorder.specification import operation_of
from tests.support.replay.calls import Call
from tests.support.replay.comparison import Comparison
from toggl_tasks import (
    ApiError,
    AsyncFocus,
    AsyncTrack,
    DecodeFailed,
    Focus,
    SchemaDriftWarning,
    TogglError,
    Track,
)

AnyClient: TypeAlias = Track | Focus | AsyncTrack | AsyncFocus


@dataclass
class Outcome:
    """The outcome of one call."""

    started: datetime.datetime
    value: Any = None
    error: TogglError | None = None
    drifts: list[str] = field(default_factory=list)
    """The JSON path of each warning."""
    quota: Any = None
    ended: datetime.datetime | None = None


@contextmanager
def record_outcome(client: AnyClient) -> Iterator[Outcome]:
    """Record errors, drift warnings and quota of the block. A warning of any other kind is raised."""
    outcome = Outcome(datetime.datetime.now(datetime.UTC))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error")
        warnings.simplefilter("always", SchemaDriftWarning)
        try:
            yield outcome
        except TogglError as error:
            outcome.error = error
    outcome.ended = datetime.datetime.now(datetime.UTC)
    outcome.drifts = [str(warning.message).split(": ")[1] for warning in caught]
    outcome.quota = client.quota


CLASSES: Final = {
    400: "BadRequest",
    401: "NotAuthenticated",
    403: "Forbidden",
    404: "NotFound",
    410: "Gone",
    429: "RateLimited",
}
"""The default error class of a status. 402 has two, so each recording names its own."""


def assert_outcome(recording: Recording, call: Call | None, outcome: Outcome) -> None:
    """Compare the outcome with the recording. `call` is that of the facade; None for `client.raw`."""
    _assert_quota(recording, outcome)
    # One warning for each path, whatever the number of values.
    assert sorted(outcome.drifts) == sorted(recording.expected.drift)
    if recording.succeeded and recording.expected.error is None:
        if outcome.error is not None:
            raise outcome.error
        _assert_value(recording, call, outcome.value)
    else:
        assert outcome.error is not None, f"no error was raised, the value is {outcome.value!r}"
        _assert_error(recording, outcome, outcome.error)


def _assert_value(recording: Recording, call: Call | None, value: Any) -> None:
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
            assert value.total == (body[call.total] if call.total else len(body or ()) if call.single else None)
            value = value.items
        for part, sent, schema, seen in call.parts(operation, value, body):
            comparison.compare(part, sent, schema, seen)
    assert not comparison.wrong
    # The facade drops envelopes, and the unknown fields in them.
    assert comparison.unknown == {path for path in recording.expected.unknown if seen == "$" or path.startswith(seen)}


def _assert_error(recording: Recording, outcome: Outcome, error: TogglError) -> None:
    expected = recording.expected.error
    assert isinstance(error, ApiError | DecodeFailed), f"unexpected {error!r}"
    assert error.response is not None
    assert error.response.content == recording.response.content
    assert type(error).__name__ == (expected.type if expected else _error_class(recording.response))
    if isinstance(error, DecodeFailed):
        assert expected is not None
        assert expected.message in str(error)
        return
    assert error.status == recording.response.status
    assert error.request is error.response.request
    if expected is None:
        assert bool(error.message) == (recording.response.body.strip() not in ("", "null", '""'))
    else:
        _assert_details(error, expected, outcome)


def _assert_details(error: ApiError, expected: ExpectedError, outcome: Outcome) -> None:
    assert error.message == expected.message
    assert error.request_id == expected.request_id
    assert error.message in str(error)
    if expected.type == "QuotaExceeded":
        _assert_reset(getattr(error, "resets_at", None), expected.resets_in, outcome)


def _assert_quota(recording: Recording, outcome: Outcome) -> None:
    headers = recording.response.headers
    if "x-toggl-quota-remaining" in headers:
        assert outcome.quota.remaining == int(headers["x-toggl-quota-remaining"])
        _assert_reset(outcome.quota.resets_at, int(headers["x-toggl-quota-resets-in"]), outcome)
    else:
        assert outcome.quota is None


def _assert_reset(at: datetime.datetime | None, seconds: int | None, outcome: Outcome) -> None:
    """The time is this number of seconds after the call."""
    if seconds is None:
        assert at is None
    else:
        assert at is not None
        assert outcome.ended is not None
        assert outcome.started <= at - datetime.timedelta(seconds=seconds) <= outcome.ended


def _error_class(response: Response) -> str:
    status = response.status
    if status == 403 and "Incorrect username and/or password" in response.body:
        return "WrongCredentials"
    return CLASSES.get(status, "ServerError" if status >= 500 else "ApiError")
