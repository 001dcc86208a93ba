"""What may be shown of requests and replies, to logs and to a program's own hooks: only what is on a list."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from toggl_openapi.operation import Operation

SHOWN_HEADERS = frozenset(
    {
        "accept",
        "content-encoding",
        "content-length",
        "content-type",
        "date",
        "retry-after",
        "x-toggl-quota-remaining",
        "x-toggl-quota-resets-in",
        "x-toggl-request-id",
    }
)
"""Headers whose values are no secret."""
SHOWN_PARAMETERS = frozenset(
    {"active", "offset", "page", "per_page", "since", "sort_field", "sort_order", "start_date", "end_date"}
)
"""Parameters of queries whose values are no secret. Names and search texts are the user's own business."""
HIDDEN = "***"


@attrs.frozen(kw_only=True, eq=False)
class RequestView:
    """A request that is about to be sent. The view given with its reply is the same object."""

    operation: str
    """Name of the operation in the specification."""
    method: str
    host: str
    path: str
    """Path below the base URL; it holds ids and nothing else."""
    query: tuple[tuple[str, str], ...]
    """Names and values, `***` for one that is not known to be harmless."""
    headers: Mapping[str, str]
    """The headers that are known to be harmless."""
    attempt: int
    """1 for the first time this request is sent, 2 for its first repeat."""


@attrs.frozen(kw_only=True, eq=False)
class ResponseView:
    """How a request ended."""

    request: RequestView
    status: int | None
    """None when there was no reply."""
    headers: Mapping[str, str]
    """The headers that are known to be harmless."""
    seconds: float
    """Time from sending the request to having its whole reply."""
    error: str | None
    """Name of the error's type, when there was no reply; `Cancelled` when the program stopped waiting for it."""


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: headers[name] for name in headers if name.lower() in SHOWN_HEADERS}


def request_view(operation: Operation[object], host: str, headers: Mapping[str, str], attempt: int) -> RequestView:
    """What may be shown of a request."""
    return RequestView(
        operation=operation.name,
        method=operation.method,
        host=host,
        path=operation.path,
        query=tuple((name, value if name in SHOWN_PARAMETERS else HIDDEN) for name, value in operation.query),
        headers=shown_headers(headers),
        attempt=attempt,
    )
