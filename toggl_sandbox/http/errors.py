"""Errors in the format of each service: plain text in Track, a JSON object in Focus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec
from starlette.responses import Response

FOCUS_NAMES: Final = {
    400: "validation",
    401: "invalid_session",
    402: "payment_required",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "payload_too_large",
    429: "too_many_requests",
    500: "internal_server_error",
}
"""The `error` of a Focus response; only that of 401 is observed, the others are assumed."""

TRACK_CREDENTIALS: Final = "Incorrect username and/or password"
FOCUS_CREDENTIALS: Final = "the provided API key is invalid"


def track_error(status: int, text: str, request_id: str, headers: Mapping[str, str]) -> Response:
    """Return an error in the format of Track; a 401 has an empty body (observed)."""
    if status == 401:
        return Response(status_code=status, headers=headers)
    return Response(text, status, headers, media_type="text/plain")


def focus_error(status: int, text: str, request_id: str, headers: Mapping[str, str]) -> Response:
    """Return an error in the format of Focus (observed for 401)."""
    body = {
        "error": FOCUS_NAMES.get(status, "error"),
        "error_description": FOCUS_CREDENTIALS if status == 401 else text,
        "trace_id": request_id,
    }
    return Response(msgspec.json.encode(body), status, headers, media_type="application/json")


def track_invalid(place: str, name: str, rule: str) -> str:
    """Return Track's message for an invalid value, for parameters without the rule (documented: `Invalid task_id`)."""
    return f"Invalid {name}: {rule}" if place == "body" else f"Invalid {name}"


def focus_invalid(place: str, name: str, rule: str) -> str:
    """Return the message for an invalid value in Focus."""
    return f"{name}: {rule}"
