"""No recording claims to be better known than it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from recorder.folder import load_all
from recorder.specification import Operation, document, operation_of

RECORDINGS: Final = load_all()
HOSTS: Final = {"track": "api.track.toggl.com", "focus": "focus.toggl.com"}
DOCUMENTED: Final = Path(__file__).parents[2] / "spec/documented"
KINDS: Final = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}


@pytest.mark.parametrize("key", RECORDINGS)
def test_nothing_is_called_recorded_but_what_the_live_service_answered(key: str) -> None:
    recording = RECORDINGS[key]
    provenance = recording.provenance
    if provenance.evidence == "recorded":
        assert provenance.host == HOSTS[recording.request.api]
        assert key.rpartition("/")[2].startswith("recorded-")
    else:
        assert provenance.host is None
        assert not key.rpartition("/")[2].startswith("recorded-")


def documented(operation: Operation) -> list[Mapping[str, Any]]:
    """The responses of an operation, by status, on each page that has it."""
    pages = (json.loads((DOCUMENTED / f"{page}.json").read_text(encoding="utf-8")) for page in operation.pages)
    wanted = (document(operation.document.api).base_url, operation.method, operation.path)
    return [
        one["responses"]
        for page in pages
        for one in page["operations"]
        if (one["host"], one["method"], one["path"]) == wanted
    ]


def beyond(sent: Any, fact: Mapping[str, Any], path: str = "$") -> Iterator[str]:
    """Paths in a JSON value of what a page does not have: another type, or another field."""
    if sent is None:
        return
    kind = KINDS[type(sent)]
    if fact["type"].partition("<")[0] != kind and (fact["type"], kind) != ("number", "integer"):
        yield f"{path}: {kind}, not {fact['type']}"
    elif isinstance(sent, list):
        inner = {**fact, "type": fact["type"].removeprefix("array<").removesuffix(">")}
        for one in sent:
            yield from beyond(one, inner, f"{path}[]")
    elif isinstance(sent, dict):
        fields = fact.get("fields", {})
        for name, one in sent.items():
            yield from beyond(one, fields[name], f"{path}.{name}") if name in fields else [f"{path}.{name}"]


@pytest.mark.parametrize(
    "key", [key for key, recording in RECORDINGS.items() if recording.provenance.evidence == "documented"]
)
def test_what_is_called_documented_is_on_a_page(key: str) -> None:
    recording = RECORDINGS[key]
    status = str(recording.response.status)
    body = json.loads(recording.response.body or "null")
    pages = [page[status] for page in documented(operation_of(recording.request)) if status in page]
    readings = [list(beyond(body, {"type": "object", "fields": fields or {}})) for fields in pages]
    assert [] in readings, readings
