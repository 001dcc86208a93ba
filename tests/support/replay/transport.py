"""A service for one recording: it compares the request with the recorded one and returns the recorded response."""

from __future__ import annotations

import json
from typing import Final
from urllib.parse import parse_qsl

import httpx

from recorder.format import Recording
from tests.support.replay.comparison import same

BASE_URL: Final = "https://replay.test/of/recordings"


class ReplayTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers one request, without a network. AssertionError for any other request, and for a second one."""

    def __init__(self, recording: Recording, authorization: str) -> None:
        self._recording = recording
        self._authorization = authorization
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        assert len(self.requests) == 1, f"the recording holds one exchange, here is another: {request.url}"
        self._check(request)
        response = self._recording.response
        return httpx.Response(response.status, headers=response.headers, content=response.content)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)

    def _check(self, request: httpx.Request) -> None:
        recorded = self._recording.request
        path, _, query = request.url.raw_path.decode().partition("?")
        base = httpx.URL(BASE_URL)
        assert (request.url.scheme, request.url.host) == (base.scheme, base.host)
        assert (request.method, path) == (recorded.method, base.path + recorded.path)
        assert _members(query) == _members(recorded.query)
        assert request.headers.get("authorization") == self._authorization
        body = request.content.decode()
        if recorded.body is None:
            assert not body
        else:
            assert request.headers.get("content-type") == "application/json"
            assert same(json.loads(body), json.loads(recorded.body)), f"{body} is not {recorded.body}"


def _members(query: str) -> list[tuple[str, str]]:
    """Names and values, decoded. The order of names is ignored; the order of the values of one name matters."""
    pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
    return sorted(pairs, key=lambda pair: pair[0])
