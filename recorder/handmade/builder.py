"""Builds an exchange by hand: a route, the request, and the response."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from recorder.folder import key
from recorder.format import (
    AS_SPECIFIED,
    Api,
    Evidence,
    Expected,
    ExpectedError,
    Provenance,
    Recording,
    Request,
    Response,
)

WRITTEN_ON: Final = datetime.date(2026, 11, 21)
REQUEST_ID: Final = f"{1:032d}"
TRACE_ID: Final = f"{2:032d}"
RESETS_IN: Final = 1835
QUOTA: Final = {"x-toggl-quota-remaining": "214", "x-toggl-quota-resets-in": str(RESETS_IN)}
QUOTA_SPENT: Final = {"x-toggl-quota-remaining": "0", "x-toggl-quota-resets-in": str(RESETS_IN)}

Query = Sequence[tuple[str, str | int]]


@dataclass(frozen=True, kw_only=True)
class Route:
    """An operation with the default arguments of its recordings."""

    api: Api
    operation: str
    method: str
    path: str
    query: Query = ()
    body: object = None


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A response: status, additional headers, and body."""

    status: int
    content: str | bytes = ""
    headers: tuple[tuple[str, str], ...] = ()


def json_reply(value: object, status: int = 200) -> Reply:
    """A response with a JSON body, written as the services write it: without spaces."""
    return Reply(status=status, content=json_text(value), headers=(("content-type", "application/json"),))


def text_reply(text: str, status: int) -> Reply:
    """A response with a plain text."""
    return Reply(status=status, content=text, headers=(("content-type", "text/plain; charset=utf-8"),))


def html_reply(page: str | bytes, status: int) -> Reply:
    """A response with an HTML page, from something on the way to the service."""
    return Reply(status=status, content=page, headers=(("content-type", "text/html"),))


def json_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def build(
    route: Route,
    name: str,
    reply: Reply,
    evidence: Evidence,
    source: str,
    *,
    query: Query | None = None,
    body: object = None,
    quota: dict[str, str] | None = QUOTA,
    from_proxy: bool = False,
    expected: Expected = AS_SPECIFIED,
) -> tuple[str, Recording]:
    """A recording with its key. `query` and `body` take the place of the route's; a proxy has no header of Toggl's."""
    sent = body if body is not None else route.body
    own = {} if from_proxy else (quota or {})
    if route.api == "track" and not from_proxy:
        own = {"x-toggl-request-id": REQUEST_ID, **own}
    content = reply.content if isinstance(reply.content, bytes) else reply.content.encode()
    recording = Recording(
        provenance=Provenance(evidence=evidence, source=source, date=WRITTEN_ON),
        request=Request(
            api=route.api,
            operation=route.operation,
            method=route.method,
            path=route.path,
            query=urlencode(route.query if query is None else query),
            body=None if sent is None else json_text(sent),
        ),
        response=Response.of(reply.status, {**dict(reply.headers), **own}, content),
        expected=expected,
    )
    return key(recording, name), recording


def expected_error(
    kind: str,
    message: str,
    *,
    request_id: str | None = REQUEST_ID,
    resets_in: int | None = None,
    not_in_specification: str | None = None,
) -> Expected:
    """The expected exception for an error."""
    error = ExpectedError(type=kind, message=message, request_id=request_id, resets_in=resets_in)
    return Expected(error=error, not_in_specification=not_in_specification)
