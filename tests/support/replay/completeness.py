"""Parts of the specification that no recording contains: fields, query parameters and statuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qsl

from recorder.folder import load_all
from recorder.format import Recording
from recorder.specification import Schema, SpecOperation

RECORDINGS: Final = load_all()


def recordings_of(operation: SpecOperation, name: str = "") -> dict[str, Recording]:
    """The recordings of an operation whose name begins like this."""
    start = f"{operation.document.api}/{operation.id}/{name}"
    return {key: recording for key, recording in RECORDINGS.items() if key.startswith(start)}


def fields_without_recording(operation: SpecOperation) -> Iterator[str]:
    """The fields of the body and of the response that a recording called `full` lacks."""
    schemas = {"body": operation.body, "response": operation.reply}
    if not any(schemas.values()):
        return
    recordings = recordings_of(operation, "full")
    if not recordings:
        yield f"{operation.document.api}/{operation.id}: no recording is called full"
    for key, recording in recordings.items():
        sent = {"body": recording.request.body or "", "response": recording.response.body}
        for place, schema in schemas.items():
            if schema is not None:
                for path in missing_fields(json.loads(sent[place]), schema, operation):
                    yield f"{key}: no {path} in the {place}"


def missing_fields(sent: Any, schema: Schema, operation: SpecOperation, path: str = "$") -> Iterator[str]:
    """Paths of the fields that a schema has and a JSON value has not, or only as null or as an empty list."""
    schema = operation.document.resolve(schema)
    if "oneOf" in schema:
        kind = "array" if isinstance(sent, list) else "object"
        for one in schema["oneOf"]:
            if operation.document.resolve(one)["type"] == kind:
                yield from missing_fields(sent, one, operation, path)
    elif schema.get("type") == "array" and sent:
        yield from missing_fields(sent[0], schema["items"], operation, f"{path}[0]")
    elif sent is None or sent == []:
        yield path
    elif "properties" in schema:
        for name, one in schema["properties"].items():
            yield from missing_fields(sent.get(name), one, operation, f"{path}.{name}")


def parameters_without_recording(operation: SpecOperation) -> Iterator[str]:
    """The query parameters that no recorded request sends, and those that one sends and the specification lacks."""
    recorded = recordings_of(operation).values()
    sent = {name for one in recorded for name, _ in parse_qsl(one.request.query, keep_blank_values=True)}
    described = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "query"}
    start = f"{operation.document.api}/{operation.id}"
    yield from (f"{start}: no request sends {name}" for name in sorted(described - sent))
    yield from (f"{start}: a request sends {name}, which is not in spec/" for name in sorted(sent - described))


def statuses_without_recording(operation: SpecOperation) -> Iterator[str]:
    """The statuses that no recording has, or for an error, no recording called `error-<status>`."""
    recorded = {recording.response.status for recording in recordings_of(operation).values()}
    for status in operation.statuses:
        name = f"error-{status}" if status >= 400 else ""
        if status not in recorded or not recordings_of(operation, name):
            yield f"{operation.document.api}/{operation.id}: no recording of status {status}"
