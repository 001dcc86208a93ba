"""`make evidence`: a table of all recordings with their evidence class and age.

It prints the table and writes it as `docs/project/recordings.md`, with dates in place of ages.
"""

from __future__ import annotations

import datetime
import json
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from generator.evidence import evidence_table
from generator.table import markdown, table

from .folder import load_all
from .format import Recording

PAGE: Final = Path(__file__).parents[1] / "docs/project/recordings.md"
MAX_LENGTH: Final = 90
"""Maximum length of the summary of a recording, in characters."""


def main(_: Sequence[str] = ()) -> int:
    """Print the table and write the page; returns the exit code."""
    recordings = load_all()
    print(terminal_table(recordings, datetime.datetime.now(datetime.UTC).date()))
    PAGE.write_text(page(recordings), encoding="utf-8")
    return 0


def terminal_table(recordings: Mapping[str, Recording], today: datetime.date) -> str:
    """Return the table with the age of each recording in days."""
    rows = [
        (
            key,
            str(one.response.status),
            evidence_of(one),
            str(one.provenance.date),
            f"{(today - one.provenance.date).days} d",
            summary(one),
            one.provenance.source,
        )
        for key, one in recordings.items()
    ]
    return table([("recording", "status", "evidence", "date", "age", "shows", "source"), *rows], indent="")


def page(recordings: Mapping[str, Recording]) -> str:
    """Return the table as a Markdown page."""
    lines = [
        "<!-- generated from tests/recordings/ by `make evidence` - do not edit -->",
        "",
        "# Recordings and their evidence",
        "",
        "The exchanges in `tests/recordings/`, with the evidence for each. The date is the day of the capture, or the",
        "day on which it was written by hand. `drift` lists values that differ from the specification, `unknown` lists",
        "fields that are not in it.",
        "",
        *evidence_table((one.provenance.evidence for one in recordings.values()), "recordings"),
    ]
    for api in ("track", "focus"):
        rows = [
            (
                one.request.operation,
                key.rpartition("/")[2],
                str(one.response.status),
                evidence_of(one),
                str(one.provenance.date),
                summary(one),
                one.provenance.source,
            )
            for key, one in recordings.items()
            if one.request.api == api
        ]
        head = ("operation", "recording", "status", "evidence", "date", "shows", "source")
        lines += ["", f"## {api.capitalize()}", "", *markdown([head, *rows])]
    return "\n".join(lines) + "\n"


def evidence_of(recording: Recording) -> str:
    """Return the evidence class; for `recorded`, with the host."""
    provenance = recording.provenance
    return f"{provenance.evidence}, {provenance.host}" if provenance.host else provenance.evidence


def summary(recording: Recording) -> str:
    """Return a short summary of a recording."""
    expected, error = recording.expected, recording.expected.error
    words = [body_summary(recording) if error is None else f"{error.type}: {error.message}".removesuffix(": ")]
    if expected.drift:
        words.append(f"drift at {', '.join(f'`{path}`' for path in expected.drift)}")
    if expected.unknown:
        words.append(f"unknown {', '.join(f'`{path}`' for path in expected.unknown)}")
    if asked := dict(parse_qsl(recording.request.query, keep_blank_values=True)):
        words.append(f"asked by {', '.join(asked)}")
    return textwrap.shorten("; ".join(words), MAX_LENGTH, placeholder=" …")


def body_summary(recording: Recording) -> str:
    """Return a short summary of the body of a response."""
    content = recording.response.content
    try:
        value: Any = json.loads(content)
    except ValueError:
        return "text" if content else "no body"
    if isinstance(value, dict):
        for name in {"data", "items"} & value.keys():
            return f"{name} of {'null' if value[name] is None else len(value[name])}"
        return f"{len(value)} fields"
    return f"list of {len(value)}" if isinstance(value, list) else json.dumps(value)
