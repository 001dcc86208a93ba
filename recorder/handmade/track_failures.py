"""Error responses of Track: every status of every operation, and every observed form of error body."""

from __future__ import annotations

from collections.abc import Iterator

from recorder.format import Evidence, Recording

from . import track_routes as routes
from .builder import (
    QUOTA,
    QUOTA_SPENT,
    RESETS_IN,
    Reply,
    Route,
    build,
    expected_error,
    html_reply,
    json_reply,
    text_reply,
)

BAD_REQUESTS: dict[str, str] = {
    "listProjectTasks": "Invalid project_id",
    "createTask": "Invalid project_id",
    "patchTasks": "Invalid project_id",
    "getTask": "Invalid task_id",
    "updateTask": "Invalid task_id",
    "deleteTask": "Invalid task_id",
    "listMyTasks": "Invalid include_not_active",
}
"""The words of the pages, by operation."""
WITHOUT_PARAMETERS = (routes.QUOTA, routes.LIST_MY_ORGANIZATIONS, routes.LIST_WORKSPACES)
"""Routes in which nothing can be wrong."""
SPENT = f"You have hit your hourly limit for API calls. Your quota will reset in {RESETS_IN} seconds."
NO_TASKS = "Tasks are not part of your plan."
BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)
UNAVAILABLE = (
    "<!DOCTYPE html>\n<html lang=en><body><h1>503 &ndash; Service Unavailable</h1><p>Back soon.</p></body></html>"
)

ON_EVERY_ROUTE = "reported by other clients, for every route of the service"
PAGE_IN_PLAIN_TEXT = "status and message from the documentation page; that errors are plain text is reported by others"
NOT_IN_SPEC = "the specification does not list this status"
NOT_PLAIN_TEXT = "the specification has plain text for errors, the most common of the forms that were seen"


def recordings() -> Iterator[tuple[str, Recording]]:
    """All of them by key."""
    for route in routes.ROUTES:
        yield from every_status(route)
    yield from every_body()
    yield from other_reasons()
    yield from other_statuses()
    yield from useless_answers()


def every_status(route: Route) -> Iterator[tuple[str, Recording]]:
    """The statuses that the specification lists for an operation, in their usual form."""
    on_page = route in routes.ON_PAGE
    if text := BAD_REQUESTS.get(route.operation):
        yield failure(route, "error-400", text_reply(text, 400), "BadRequest", text, "observed", PAGE_IN_PLAIN_TEXT)
    elif route not in WITHOUT_PARAMETERS:
        source = "no source has this message; a guess from the other task routes"
        yield failure(
            route, "error-400", text_reply("Invalid page", 400), "BadRequest", "Invalid page", "assumed", source
        )
    source = f"no credentials, an empty body: {ON_EVERY_ROUTE}"
    reason = "an empty body is no text to a validator; the specification gives all errors of this host the same type"
    expected = expected_error("NotAuthenticated", "", not_in_specification=reason)
    yield build(route, "error-401", Reply(status=401), "observed", source, quota=None, expected=expected)
    yield build(
        route,
        "error-402-quota",
        text_reply(SPENT, 402),
        "observed",
        f"the hourly quota is spent: {ON_EVERY_ROUTE}",
        quota=QUOTA_SPENT,
        expected=expected_error("QuotaExceeded", SPENT, resets_in=RESETS_IN),
    )
    text = "User does not have access to this resource."
    evidence: Evidence = "observed" if on_page else "assumed"
    source = PAGE_IN_PLAIN_TEXT if on_page else "the messages on the pages of other routes"
    yield failure(route, "error-403", text_reply(text, 403), "Forbidden", text, evidence, source)
    source = "the usual status in HTTP for a missing object; no page lists it for this route"
    yield failure(route, "error-404", text_reply("Not Found", 404), "NotFound", "Not Found", "assumed", source)
    text = "Too Many Requests"
    source = f"the status is {ON_EVERY_ROUTE}; its body is a guess"
    yield failure(route, "error-429", text_reply(text, 429), "RateLimited", text, "assumed", source)
    text = "Internal Server Error"
    source = PAGE_IN_PLAIN_TEXT if on_page else "the messages on the pages of other routes"
    yield failure(route, "error-500", text_reply(text, 500), "ServerError", text, evidence, source)


def every_body() -> Iterator[tuple[str, Recording]]:
    """The forms of an error body that others report, each once."""
    source = "others report this form of error body, from other routes of the service; the message is invented"
    text = "Task name has already been taken"
    full = {"id": "task_name_taken", "default_message": text, "values": {"name": "Text 1"}}
    bodies: list[tuple[str, Reply, str]] = [
        ("empty", Reply(status=400), ""),
        ("json-string", json_reply(text, 400), text),
        ("message", json_reply({"message": text}, 400), text),
        ("error-message", json_reply({"error_message": text}, 400), text),
        ("error-message-object", json_reply({"error_message": full}, 400), text),
        (
            "array",
            json_reply([text, "Estimated seconds must not be negative"], 400),
            f"{text}; Estimated seconds must not be negative",
        ),
        ("json-in-plain-text", text_reply('"' + text + '"', 400), text),
    ]
    for name, reply, message in bodies:
        plain = ("content-type", "text/plain; charset=utf-8") in reply.headers
        yield build(
            routes.CREATE,
            f"error-400-{name}",
            reply,
            "assumed",
            source,
            expected=expected_error("BadRequest", message, not_in_specification=None if plain else NOT_PLAIN_TEXT),
        )


def other_reasons() -> Iterator[tuple[str, Recording]]:
    """Statuses that come for more than one reason, or with more than one set of headers."""
    text = "Incorrect username and/or password"
    source = f"wrong credentials: {ON_EVERY_ROUTE}"
    for route in (routes.GET, routes.LIST_MINE):
        yield failure(
            route,
            "error-403-credentials",
            text_reply(text, 403),
            "WrongCredentials",
            text,
            "observed",
            source,
            quota=None,
        )
    text = "Project not found/accessible, Can not change tasks of archived project"
    yield failure(
        routes.CREATE, "error-400-archived", text_reply(text, 400), "BadRequest", text, "observed", PAGE_IN_PLAIN_TEXT
    )
    source = "others report 402 with quota left where a plan has no tasks; the message is invented"
    for route in (routes.LIST_PROJECT, routes.CREATE, routes.LIST_WORKSPACE):
        yield failure(
            route, "error-402-plan", text_reply(NO_TASKS, 402), "PaymentRequired", NO_TASKS, "assumed", source
        )
    source = "402 for a plan without tasks, as above, from a proxy that drops the quota headers"
    yield failure(
        routes.GET,
        "error-402-plan-no-headers",
        text_reply(NO_TASKS, 402),
        "PaymentRequired",
        NO_TASKS,
        "assumed",
        source,
        quota=None,
    )
    yield build(
        routes.GET,
        "error-402-quota-no-headers",
        text_reply(SPENT, 402),
        "assumed",
        "the spent quota, from a proxy that drops the headers: only the message shows it",
        quota=None,
        expected=expected_error("QuotaExceeded", SPENT),
    )
    source = "others report the status; Retry-After is not guaranteed, this is one of the forms that HTTP allows"
    for name, value in (("seconds", "2"), ("date", "Sat, 21 Nov 2026 12:00:00 GMT")):
        reply = Reply(status=429, headers=(("retry-after", value),))
        expected = expected_error("RateLimited", "", not_in_specification="the specification has a text for this error")
        yield build(routes.LIST_WORKSPACE, f"error-429-retry-after-{name}", reply, "assumed", source, expected=expected)


def other_statuses() -> Iterator[tuple[str, Recording]]:
    """Statuses that the specification does not list, because they can come from anywhere or from any route."""
    source = f"the status is {ON_EVERY_ROUTE}; its body is a guess"
    for status, kind, text in (
        (410, "Gone", "This endpoint is gone"),
        (413, "ApiError", "Request Entity Too Large"),
        (418, "ApiError", "This client is deprecated"),
    ):
        yield build(
            routes.GET,
            f"error-{status}",
            text_reply(text, status),
            "assumed",
            source,
            expected=expected_error(kind, text, not_in_specification=NOT_IN_SPEC),
        )
    source = "others report pages of a proxy with a status of 500 and above; this message is invented"
    garbled = "<html><title>Fehler: Dienst nicht verfügbar</title></html>".encode("latin-1")
    pages: list[tuple[str, Reply, str, Evidence, str]] = [
        ("502-html", html_reply(BAD_GATEWAY, 502), "an HTML page: 502 Bad Gateway", "observed", source),
        (
            "503-html",
            html_reply(UNAVAILABLE, 503),
            "an HTML page: 503 \N{EN DASH} Service Unavailable",
            "observed",
            source,
        ),
        ("504-empty", Reply(status=504), "", "assumed", "a proxy that waited too long"),
        (
            "502-not-utf-8",
            html_reply(garbled, 502),
            "an HTML page: Fehler: Dienst nicht verf\N{REPLACEMENT CHARACTER}gbar",
            "assumed",
            "a proxy's page in an encoding of its own",
        ),
    ]
    for name, reply, message, evidence, source in pages:
        expected = expected_error("ServerError", message, request_id=None, not_in_specification=NOT_IN_SPEC)
        yield build(routes.LIST_WORKSPACE, f"error-{name}", reply, evidence, source, from_proxy=True, expected=expected)


def useless_answers() -> Iterator[tuple[str, Recording]]:
    """Successful responses with an unusable body."""
    refused_by_spec = "the specification has a task in JSON here"
    yield build(
        routes.GET,
        "no-body",
        Reply(status=200),
        "assumed",
        "a success without a body, where a task is expected",
        expected=expected_error("DecodeFailed", "the body is empty", not_in_specification=refused_by_spec),
    )
    yield build(
        routes.GET,
        "sign-in-page",
        html_reply("<html><head><title>Sign in to the network</title></head></html>", 200),
        "assumed",
        "a network that answers in place of the service",
        from_proxy=True,
        expected=expected_error(
            "DecodeFailed", "an HTML page: Sign in to the network", not_in_specification=refused_by_spec
        ),
    )


def failure(
    route: Route,
    name: str,
    reply: Reply,
    kind: str,
    message: str,
    evidence: Evidence,
    source: str,
    quota: dict[str, str] | None = QUOTA,
) -> tuple[str, Recording]:
    """An error in the form that the specification describes."""
    return build(route, name, reply, evidence, source, quota=quota, expected=expected_error(kind, message))
