"""A client of the control plane that validates every request and response against its description."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qsl

import httpx
import yaml
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError

from toggl_sandbox import Sandbox
from toggl_sandbox.control.routes import DESCRIPTION
from toggl_sandbox.operations import CONTROL_PREFIX

DOCUMENT = {**yaml.safe_load(DESCRIPTION.read_text()), "servers": [{"url": CONTROL_PREFIX}]}
OPENAPI = OpenAPI.from_dict(DOCUMENT)
HOST = "https://toggl.sandbox.test"


class Control(httpx.Client):
    """Plain httpx below the prefix. A response that does not match the description is an error."""

    def __init__(self, sandbox: Sandbox) -> None:
        hooks = {"response": [self._check]}
        super().__init__(transport=sandbox.transport(), base_url=HOST + CONTROL_PREFIX, event_hooks=hooks)

    def _check(self, response: httpx.Response) -> None:
        response.read()
        if response.status_code in (404, 405) and "fault" not in response.request.url.path:
            return
        content_type = response.request.headers.get(
            "content-type", "application/json" if response.request.content else ""
        )
        request = cast(
            "Any",
            SimpleNamespace(
                host_url=HOST,
                path=response.request.url.path,
                path_pattern=None,
                method=response.request.method.lower(),
                body=response.request.content or None,
                content_type=content_type,
                parameters=RequestParameters(query=cast("Any", dict(parse_qsl(response.request.url.query.decode())))),
            ),
        )
        answer = cast(
            "Any",
            SimpleNamespace(
                data=response.content,
                status_code=response.status_code,
                content_type=response.headers["content-type"],
                headers=response.headers,
            ),
        )
        if response.headers["content-type"] == "application/json":
            OPENAPI.validate_response(request, answer)
        valid = True
        try:
            OPENAPI.validate_request(request)
        except OpenAPIError:
            valid = False
        # An invalid request must be rejected. A valid one may be too: the description cannot express every rule.
        assert valid or response.status_code >= 400, f"{request.method} {request.path}: invalid, but accepted"
