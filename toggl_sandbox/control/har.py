"""The request log as a HAR 1.2 document, which browsers and debugging proxies open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from http.client import responses as phrases
from typing import Any


def har(entries: Sequence[dict[str, Any]], origin: str, version: str) -> dict[str, Any]:
    """Return requests with their details as a HAR 1.2 document."""
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "toggl-tasks sandbox", "version": version},
            "entries": [_har_entry(entry, origin) for entry in entries],
        }
    }


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
