"""Faults to choose from, in groups."""

from __future__ import annotations

from typing import Final, NamedTuple

from .fault import Fault


class Preset(NamedTuple):
    """A fault with a name for people."""

    name: str
    group: str
    fault: Fault


_ERROR, _SLOW, _CONNECTION, _REPLY = "Errors", "Slow responses", "Broken connections", "Wrong responses"
PRESETS: Final = (
    Preset("500 Internal Server Error", _ERROR, Fault(status=500)),
    Preset("503, retry after 2 seconds", _ERROR, Fault(status=503, retry_after=2)),
    Preset("429, retry after 2 seconds", _ERROR, Fault(status=429, retry_after=2)),
    Preset("429 without Retry-After", _ERROR, Fault(status=429)),
    Preset("402, quota used up", _ERROR, Fault(status=402)),
    Preset("401, credentials refused", _ERROR, Fault(status=401)),
    Preset("502 with the HTML page of a proxy", _ERROR, Fault(spoil="html")),
    Preset("2 seconds late", _SLOW, Fault(delay=2)),
    Preset("30 seconds late", _SLOW, Fault(delay=30)),
    Preset("in pieces of 16 bytes", _SLOW, Fault(dribble=0.05)),
    Preset("refused", _CONNECTION, Fault(drop="refused")),
    Preset("reset before the response", _CONNECTION, Fault(drop="reset")),
    Preset("closed after the request was applied", _CONNECTION, Fault(drop="closed", when="after")),
    Preset("closed in the middle of the response", _CONNECTION, Fault(drop="closed_midway")),
    Preset("reset in the middle of the response", _CONNECTION, Fault(drop="reset_midway")),
    Preset("malformed JSON", _REPLY, Fault(spoil="malformed")),
    Preset("body cut in half", _REPLY, Fault(spoil="cut")),
    Preset("empty body", _REPLY, Fault(spoil="empty")),
    Preset("wrong content type", _REPLY, Fault(content_type="text/html")),
    Preset("names that are null", _REPLY, Fault(drift={"name": "null"})),
    Preset("ids that are strings", _REPLY, Fault(drift={"id": "string"})),
    Preset("an unknown field", _REPLY, Fault(unknown_fields={"novelty": 1})),
)
