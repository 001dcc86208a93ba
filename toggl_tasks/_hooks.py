"""Requests and responses as logs and hooks receive them: only listed headers and parameters are not redacted."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from toggl_openapi.operation import Operation

SAFE_HEADERS = frozenset(
    {"accept", "content-encoding", "content-length", "content-type", "date", "retry-after"}
    | {"x-toggl-quota-remaining", "x-toggl-quota-resets-in", "x-toggl-request-id"}
)
"""Headers whose values are never secret."""
SAFE_PARAMETERS = frozenset(
    {"active", "offset", "page", "per_page", "since", "sort_field", "sort_order", "start_date", "end_date"}
)
"""Query parameters whose values are never secret. Names and search texts are private."""
REDACTED = "***"


@attrs.frozen(kw_only=True, eq=False)
class RequestView:
    """A request before it is sent. `ResponseView.request` is the same object."""

    operation: str
    """Name of the operation in the specification."""
    method: str
    host: str
    path: str
    """Path below the base URL; its only variable parts are ids."""
    query: tuple[tuple[str, str], ...]
    """Names and values; values that may be secret are `***`."""
    headers: Mapping[str, str]
    """The headers that are never secret."""
    attempt: int
    """1 for the first attempt, 2 for the first retry."""


@attrs.frozen(kw_only=True, eq=False)
class ResponseView:
    """The outcome of a request."""

    request: RequestView
    status: int | None
    """None if there was no response."""
    headers: Mapping[str, str]
    """The headers that are never secret."""
    seconds: float
    """Time from sending the request to the end of its response."""
    error: str | None
    """Name of the exception class, if there was no response; `Cancelled` if the call was cancelled."""


def safe_headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: headers[name] for name in headers if name.lower() in SAFE_HEADERS}


def request_view(operation: Operation[object], host: str, headers: Mapping[str, str], attempt: int) -> RequestView:
    """The RequestView of a request."""
    return RequestView(
        operation=operation.name,
        method=operation.method,
        host=host,
        path=operation.path,
        query=tuple((name, value if name in SAFE_PARAMETERS else REDACTED) for name, value in operation.query),
        headers=safe_headers(headers),
        attempt=attempt,
    )
