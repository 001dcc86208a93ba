"""`make evidence`: all recordings in one table, with how we know each and how old it is.

It prints the table and renders it as `docs/evidence.md`, which has dates in the place of ages: a page that changes by
itself every day could not be held to be fresh.
"""

from __future__ import annotations

import datetime
import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from generator.evidence import evidence_table
from generator.table import markdown, table

from .folder import load_all
from .format import Recording

PAGE: Final = Path(__file__).parents[1] / "docs/evidence.md"
LONGEST: Final = 90
"""Characters of what a recording shows."""


def main() -> None:
    """Print the table and write the page."""
    recordings = load_all()
    print(on_terminal(recordings, datetime.datetime.now(datetime.UTC).date()))
    PAGE.write_text(page(recordings), encoding="utf-8")


def on_terminal(recordings: Mapping[str, Recording], today: datetime.date) -> str:
    """Return the table with the age of each recording in days."""
    rows = [
        (
            key,
            str(one.response.status),
            known_by(one),
            str(one.provenance.date),
            f"{(today - one.provenance.date).days} d",
            shows(one),
            one.provenance.source,
        )
        for key, one in recordings.items()
    ]
    return table([("recording", "status", "evidence", "date", "age", "shows", "source"), *rows], indent="")


def page(recordings: Mapping[str, Recording]) -> str:
    """Return the table as a page for people."""
    lines = [
        "<!-- made of tests/recordings/ by `make evidence` - do not edit -->",
        "",
        "# How well each recording is known",
        "",
        "The exchanges in `tests/recordings/`, and how we know each. The date is the day of the capture, or the day it",
        "was written by hand. `drift` is what the specification has otherwise, `unknown` what it does not have.",
        "",
        *evidence_table((one.provenance.evidence for one in recordings.values()), "recordings"),
    ]
    for api in ("track", "focus"):
        rows = [
            (
                one.request.operation,
                key.rpartition("/")[2],
                str(one.response.status),
                known_by(one),
                str(one.provenance.date),
                shows(one),
                one.provenance.source,
            )
            for key, one in recordings.items()
            if one.request.api == api
        ]
        head = ("operation", "recording", "status", "evidence", "date", "shows", "source")
        lines += ["", f"## {api.capitalize()}", "", *markdown([head, *rows])]
    return "\n".join(lines) + "\n"


def known_by(recording: Recording) -> str:
    """Return the class of evidence; with the host that answered, when it was recorded."""
    provenance = recording.provenance
    return f"{provenance.evidence}, {provenance.host}" if provenance.host else provenance.evidence


def shows(recording: Recording) -> str:
    """Return in a few words what a recording has that others have not."""
    expected, error = recording.expected, recording.expected.error
    words = [held(recording) if error is None else f"{error.type}: {error.message}".removesuffix(": ")]
    if expected.drift:
        words.append(f"drift at {', '.join(f'`{path}`' for path in expected.drift)}")
    if expected.unknown:
        words.append(f"unknown {', '.join(f'`{path}`' for path in expected.unknown)}")
    if asked := dict(parse_qsl(recording.request.query, keep_blank_values=True)):
        words.append(f"asked by {', '.join(asked)}")
    return textwrap.shorten("; ".join(words), LONGEST, placeholder=" …")


def held(recording: Recording) -> str:
    """Return what is in the body of a reply."""
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


if __name__ == "__main__":
    main()
