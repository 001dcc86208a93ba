"""The table of all recordings, on the terminal and as a page."""

from __future__ import annotations

import datetime
import re

import msgspec
import pytest

from generator.table import markdown
from recorder import evidence
from recorder.folder import load_all
from recorder.format import AS_SPECIFIED, Expected, ExpectedError, Provenance, Recording, Request, Response

DAY = datetime.date(2026, 11, 21)
RECORDED = Recording(
    provenance=Provenance(evidence="recorded", source="the live service", date=DAY, host="api.track.toggl.com"),
    request=Request(api="track", operation="listMyTasks", method="GET", path="/me/tasks", query="meta=true&search="),
    response=Response(status=200, headers={"content-type": "application/json"}, body='[{"id":1}]'),
)


def test_the_page_is_up_to_date() -> None:
    assert evidence.PAGE.read_text(encoding="utf-8") == evidence.page(load_all()), "stale: run `make evidence`"


def test_every_recording_is_in_the_table() -> None:
    recordings = load_all()
    head, *rows = evidence.terminal_table(recordings, DAY).splitlines()
    assert head.split() == ["recording", "status", "evidence", "date", "age", "shows", "source"]
    assert [row.split()[0] for row in rows] == list(recordings)


def test_a_recorded_recording_has_host_date_and_age() -> None:
    table = evidence.terminal_table({"track/listMyTasks/recorded-some": RECORDED}, DAY + datetime.timedelta(days=40))
    assert re.split(r" {2,}", table.splitlines()[1]) == [
        "track/listMyTasks/recorded-some",
        "200",
        "recorded, api.track.toggl.com",
        "2026-11-21",
        "40 d",
        "list of 1; asked by meta, search",
        "the live service",
    ]
    row = "| listMyTasks | recorded-some | 200 | recorded, api.track.toggl.com | 2026-11-21 |"
    assert row in evidence.page({"track/listMyTasks/recorded-some": RECORDED})
    assert "by `make record` | 1 |" in evidence.page({"track/listMyTasks/recorded-some": RECORDED})


@pytest.mark.parametrize(
    ("body", "expected", "words"),
    [
        (b"", AS_SPECIFIED, "no body"),
        (b"null", AS_SPECIFIED, "null"),
        (b"Not Found", AS_SPECIFIED, "text"),
        (b"\xff", AS_SPECIFIED, "text"),
        (b'{"data":[1,2],"page":1}', AS_SPECIFIED, "data of 2"),
        (b'{"items":null}', AS_SPECIFIED, "items of null"),
        (b'{"id":1,"at":2}', Expected(drift=["$.at"], unknown=["$.b"]), "2 fields; drift at `$.at`; unknown `$.b`"),
        (b"a", Expected(error=ExpectedError(type="Gone", message="")), "Gone"),
        (b"a", Expected(error=ExpectedError(type="Gone", message="word " * 40)), f"Gone: {'word ' * 16}…"),
    ],
)
def test_the_summary_of_a_recording(body: bytes, expected: Expected, words: str) -> None:
    request = msgspec.structs.replace(RECORDED.request, query="")
    response = Response.of(200, {}, body)
    assert (
        evidence.summary(msgspec.structs.replace(RECORDED, request=request, response=response, expected=expected))
        == words
    )


def test_bars_in_cells_are_escaped() -> None:
    assert markdown([("a", "b"), ("1|2", "3")]) == ["| a | b |", "|---|---|", "| 1\\|2 | 3 |"]
