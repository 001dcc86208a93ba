"""The recordings conform to the specification, according to two tools that the client does not use."""

from __future__ import annotations

import functools
from importlib import import_module
from typing import Any, Final, get_type_hints

import msgspec
import pytest
from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse

from recorder.folder import load_all
from recorder.format import Api, Recording
from recorder.specification import SPEC_FOLDER, document, operation_of
from tests.support.cases import all_cases

RECORDINGS: Final = load_all()


@functools.cache
def validator(api: Api) -> OpenAPI:
    return OpenAPI.from_file_path(str(SPEC_FOLDER / f"{api}.yaml"))


def validate(recording: Recording) -> None:
    """Raises OpenAPIError unless the response is one that the specification allows for the request."""
    base_url = document(recording.request.api).base_url
    host, _, base_path = base_url.removeprefix("https://").partition("/")
    request = MockRequest(f"https://{host}", recording.request.method, f"/{base_path}{recording.request.path}")
    response = recording.response
    content_type = response.headers.get("content-type", "").partition(";")[0]
    reply = MockResponse(response.content, response.status, dict(response.headers), content_type)
    validator(recording.request.api).validate_response(request, reply)


def test_responses_conform_to_the_specification_or_have_a_reason() -> None:
    with all_cases() as cases:
        for key, recording in RECORDINGS.items():
            with cases.case(key):
                if recording.expected.not_in_specification is None:
                    validate(recording)
                else:
                    with pytest.raises(OpenAPIError):
                        validate(recording)


SUCCESSES: Final = [
    key
    for key, recording in RECORDINGS.items()
    if recording.succeeded and operation_of(recording.request).reply is not None
]


@functools.cache
def contract(api: Api, service: str, function: str) -> msgspec.json.Decoder[Any]:
    """Reads what the generated server may answer in an operation: the models in the signature of its service."""
    routes = import_module(f"toggl_server.{api}.routes")
    return msgspec.json.Decoder(get_type_hints(getattr(getattr(routes, service), function))["return"])


def test_the_server_models_accept_what_the_specification_accepts() -> None:
    with all_cases() as cases:
        for key in SUCCESSES:
            recording = RECORDINGS[key]
            operation = operation_of(recording.request)
            models = contract(recording.request.api, f"{operation.tag.capitalize()}Service", operation.function)
            with cases.case(key):
                if recording.expected.not_in_specification is None:
                    models.decode(recording.response.content)
                else:
                    with pytest.raises(msgspec.DecodeError):
                        models.decode(recording.response.content)


def test_validators_reject_exactly_the_recordings_with_drift() -> None:
    """A value that drifts is one that the specification does not allow, and the other way round."""
    drifting = {key for key, recording in RECORDINGS.items() if recording.expected.drift}
    refused = {
        key
        for key, recording in RECORDINGS.items()
        if recording.expected.not_in_specification and recording.expected.error is None
    }
    assert drifting == refused
