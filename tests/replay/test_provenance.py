"""Each recording has the evidence class that its source allows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from recorder.folder import load_all
from recorder.specification import SpecOperation, document, operation_of
from tests.support.cases import all_cases

RECORDINGS: Final = load_all()
HOSTS: Final = {"track": "api.track.toggl.com", "focus": "focus.toggl.com"}
DOCUMENTED: Final = Path(__file__).parents[2] / "spec/documented"
KINDS: Final = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}


def test_only_responses_of_the_live_service_are_recorded() -> None:
    with all_cases() as cases:
        for key, recording in RECORDINGS.items():
            with cases.case(key):
                is_recorded = recording.provenance.evidence == "recorded"
                assert recording.provenance.host == (HOSTS[recording.request.api] if is_recorded else None)
                assert key.rpartition("/")[2].startswith("recorded-") == is_recorded


def documented_responses(operation: SpecOperation) -> list[Mapping[str, Any]]:
    """Return the responses of an operation by status, for each page that describes it."""
    pages = (json.loads((DOCUMENTED / f"{page}.json").read_text(encoding="utf-8")) for page in operation.pages)
    wanted = (document(operation.document.api).base_url, operation.method, operation.path)
    return [
        one["responses"]
        for page in pages
        for one in page["operations"]
        if (one["host"], one["method"], one["path"]) == wanted
    ]


def find_undocumented(sent: Any, fact: Mapping[str, Any], path: str = "$") -> Iterator[str]:
    """Yield the paths in a JSON value whose type or field differs from the page."""
    if sent is None:
        return
    kind = KINDS[type(sent)]
    if fact["type"].partition("<")[0] != kind and (fact["type"], kind) != ("number", "integer"):
        yield f"{path}: {kind}, not {fact['type']}"
    elif isinstance(sent, list):
        inner = {**fact, "type": fact["type"].removeprefix("array<").removesuffix(">")}
        for one in sent:
            yield from find_undocumented(one, inner, f"{path}[]")
    elif isinstance(sent, dict):
        fields = fact.get("fields", {})
        for name, one in sent.items():
            yield from find_undocumented(one, fields[name], f"{path}.{name}") if name in fields else [f"{path}.{name}"]


def find_disagreements() -> Iterator[str]:
    """Yield the recordings called documented that agree with no page."""
    for key, recording in RECORDINGS.items():
        if recording.provenance.evidence == "documented":
            status = str(recording.response.status)
            body = json.loads(recording.response.body or "null")
            pages = [page[status] for page in documented_responses(operation_of(recording.request)) if status in page]
            differences = [
                list(find_undocumented(body, (fields or {}).get("$") or {"type": "object", "fields": fields or {}}))
                for fields in pages
            ]
            if [] not in differences:
                nearest = min(differences, key=len, default=[f"no page has the status {status}"])
                yield f"{key}: unlike every page, the nearest of which differs in {', '.join(nearest)}"


def test_documented_recordings_agree_with_a_page() -> None:
    assert any(recording.provenance.evidence == "documented" for recording in RECORDINGS.values())
    assert list(find_disagreements()) == []
