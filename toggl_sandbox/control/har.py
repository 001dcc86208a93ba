"""The request log as a HAR 1.2 document, which browsers and debugging proxies open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime, timedelta
from http.client import responses as phrases
from typing import Any, Final, TypeVar

import msgspec
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

EntryT = TypeVar("EntryT")
BATCH: Final = 50
"""Requests that are written at once; after them, other requests are answered."""


class HarResponse(StreamingResponse):
    """Sends a document in pieces, and does not watch for a disconnect: in one process, there is none to wait for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.stream_response(send)


async def har(
    entries: Iterable[EntryT], describe: Callable[[EntryT], dict[str, Any]], origin: str, version: str
) -> AsyncIterator[bytes]:
    """Write requests as a HAR 1.2 document, in pieces; `describe` returns the details of one."""
    creator = msgspec.json.encode({"name": "toggl-tasks sandbox", "version": version})
    yield b'{"log":{"version":"1.2","creator":%b,"entries":[' % creator
    written: list[bytes] = []
    separator = b""
    for entry in entries:
        written.append(msgspec.json.encode(_har_entry(describe(entry), origin)))
        if len(written) == BATCH:
            yield separator + b",".join(written)
            written, separator = [], b","
            await asyncio.sleep(0)
    yield (separator if written else b"") + b",".join(written) + b"]}}"


def _har_entry(entry: dict[str, Any], origin: str) -> dict[str, Any]:
    request, response = entry["request"], entry["response"]
    sent, received = request["body"], response["body"]
    answered, milliseconds = datetime.fromisoformat(entry["at"]), entry["duration"] * 1000
    query = f"?{entry['query']}" if entry["query"] else ""
    content: dict[str, Any] = {"size": 0, "mimeType": "x-unknown"}
    if received:
        content = {"size": received["bytes"], "mimeType": received["media_type"] or "x-unknown"}
        if received["text"] is not None:
            content["text"] = received["text"]
        elif received["base64"] is not None:
            content |= {"text": received["base64"], "encoding": "base64"}
        if received["truncated"]:
            content["comment"] = "not stored whole"
    post: dict[str, dict[str, Any]] = {}
    if sent:
        post["postData"] = {"mimeType": sent["media_type"] or "x-unknown", "params": [], "text": sent["text"] or ""}
        if sent["truncated"]:
            post["postData"]["comment"] = "not stored whole"
    return {
        "startedDateTime": (answered - timedelta(milliseconds=milliseconds)).isoformat(),
        "time": milliseconds,
        "request": {
            "method": entry["method"],
            "url": origin + entry["path"] + query,
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": _har_pairs(request["headers"]),
            "queryString": _har_pairs(
                (name, value) for name, values in entry["parameters"]["query"].items() for value in values
            ),
            **post,
            "headersSize": -1,
            "bodySize": sent["bytes"] if sent else 0,
        },
        "response": {
            "status": entry["status"] or 0,
            "statusText": phrases.get(entry["status"], ""),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": _har_pairs(response["headers"]),
            "content": content,
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": received["bytes"] if received else 0,
        },
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": ", ".join(filter(None, (entry["operation"], entry["fault"] and entry["fault"]["id"]))),
    }


def _har_pairs(pairs: Any) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]
