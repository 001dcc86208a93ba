"""Error responses of Focus: every status of every operation, and error bodies of other servers."""

from __future__ import annotations

from collections.abc import Iterator

from recorder.format import Evidence, Recording

from . import focus_routes as routes
from .builder import (
    QUOTA_SPENT,
    RESETS_IN,
    TRACE_ID,
    Reply,
    Route,
    build,
    expected_error,
    html_reply,
    json_reply,
    text_reply,
)

SPENT = f"You have hit your hourly limit for API calls. Your quota will reset in {RESETS_IN} seconds."
THREE_FIELDS = "others report these three fields in errors"
A_GUESS = f"{THREE_FIELDS}; the status for this route and the message are a guess"

FAILURES: tuple[tuple[int, str, str, str], ...] = (
    (400, "BadRequest", "validation", "per_page must be at most 100"),
    (401, "NotAuthenticated", "invalid_session", "the provided API key is invalid"),
    (403, "Forbidden", "forbidden", "you have no access to this workspace"),
    (404, "NotFound", "not_found", "there is no such task"),
    (429, "RateLimited", "rate_limited", "too many requests"),
    (500, "ServerError", "internal_server_error", "something went wrong"),
)
"""Status, class of the error in the client, and both words of the body."""


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    for route in routes.ROUTES:
        yield from every_status(route)
    yield from other_reasons()
    yield from from_elsewhere()


def three_fields(error: str, description: str, status: int) -> Reply:
    """The body that Focus has in errors."""
    return json_reply({"error": error, "error_description": description, "trace_id": TRACE_ID}, status)


def every_status(route: Route) -> Iterator[tuple[str, Recording]]:
    """The statuses that the specification lists for an operation, in their usual form."""
    unprocessable = (422, "ApiError", "unprocessable", "a value is not acceptable")
    for status, kind, error, description in (*FAILURES, *([unprocessable] if route is routes.USERS else ())):
        evidence: Evidence = "assumed"
        source = A_GUESS
        if status == 401:
            evidence, source = "observed", "a response that others report: a key that is not valid"
        elif status in (400, 500) and route in (routes.LIST, routes.CREATE):
            evidence, source = (
                "observed",
                f"the status is on the documentation page; {THREE_FIELDS}; the message is invented",
            )
        yield build(
            route,
            f"error-{status}",
            three_fields(error, description, status),
            evidence,
            source,
            expected=expected_error(kind, description, request_id=TRACE_ID),
        )
    yield build(
        route,
        "error-402-quota",
        three_fields("payment_required", SPENT, 402),
        "assumed",
        f"status and headers from the vendor's page on limits; {THREE_FIELDS}; both together are not documented",
        quota=QUOTA_SPENT,
        expected=expected_error("QuotaExceeded", SPENT, request_id=TRACE_ID, resets_in=RESETS_IN),
    )


def other_reasons() -> Iterator[tuple[str, Recording]]:
    """Statuses that come for more than one reason, or in more than one form."""
    yield build(
        routes.LIST,
        "error-402-quota-plain-text",
        text_reply(SPENT, 402),
        "assumed",
        "the vendor's page on limits has the same 402 for both services; that the plain text is the same is a guess",
        quota=QUOTA_SPENT,
        expected=expected_error(
            "QuotaExceeded",
            SPENT,
            request_id=None,
            resets_in=RESETS_IN,
            not_in_specification="the specification has three fields in JSON for all errors of this host",
        ),
    )
    text = "this needs another plan"
    yield build(
        routes.CREATE,
        "error-402-plan",
        three_fields("payment_required", text, 402),
        "assumed",
        "402 with quota left, as in Track; the message is invented",
        expected=expected_error("PaymentRequired", text, request_id=TRACE_ID),
    )
    reply = three_fields("rate_limited", "too many requests", 429)
    yield build(
        routes.LIST,
        "error-429-retry-after",
        Reply(status=429, content=reply.content, headers=(*reply.headers, ("retry-after", "2"))),
        "assumed",
        "Retry-After is not guaranteed; this is one of the forms that HTTP allows",
        expected=expected_error("RateLimited", "too many requests", request_id=TRACE_ID),
    )


def from_elsewhere() -> Iterator[tuple[str, Recording]]:
    """Errors that do not look like those of Focus."""
    page = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"
    replies: list[tuple[str, Reply, str, str, Evidence, str]] = [
        (
            "502-html",
            html_reply(page, 502),
            "ServerError",
            "an HTML page: 502 Bad Gateway",
            "observed",
            "others report pages of a proxy",
        ),
        ("503-empty", Reply(status=503), "ServerError", "", "assumed", "a proxy without a message"),
        ("500-empty", Reply(status=500), "ServerError", "", "assumed", "an error before there is a body"),
        ("410", Reply(status=410), "Gone", "", "assumed", "the status that Track has for a removed route"),
    ]
    for name, reply, kind, message, evidence, source in replies:
        expected = expected_error(
            kind, message, request_id=None, not_in_specification="the specification has three fields in JSON"
        )
        yield build(routes.STREAM, f"error-{name}", reply, evidence, source, from_proxy=True, expected=expected)
