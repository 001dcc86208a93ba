"""Error responses and failed connections."""

from __future__ import annotations

import copy
import datetime
import pickle
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import httpx
import msgspec
import pytest

import toggl_tasks
from tests.support.clients import Clients, collect, maybe_await, resolve
from tests.support.service import Responder, Service, connection_failure, raw_reply, reply
from toggl_tasks import (
    ApiError,
    BadRequest,
    BudgetExceeded,
    ConnectionFailed,
    DecodeFailed,
    Forbidden,
    Gone,
    NameNotFound,
    NotAuthenticated,
    NotFound,
    PaymentRequired,
    QuotaExceeded,
    RateLimited,
    ServerError,
    SharingFailed,
    TimedOut,
    TogglError,
    WrongCredentials,
)
from toggl_tasks._drivers import Library

LIMIT = b"You have hit your hourly limit for API calls. Your quota will reset in 1200 seconds."
PLAN = b"Tasks are not part of your plan"
REMAINING, RESETS_IN = "X-Toggl-Quota-Remaining", "X-Toggl-Quota-Resets-In"


async def catch_error(clients: Clients, responder: Responder, api: str = "track") -> ApiError:
    """The error that this response becomes."""
    with pytest.raises(ApiError) as caught:
        await maybe_await(clients.client_of(api)(Service(responder)).tasks.delete(1, 2, 3))
    return caught.value


STATUSES = {
    300: ApiError,
    301: ApiError,
    302: ApiError,
    304: ApiError,
    307: ApiError,
    400: BadRequest,
    401: NotAuthenticated,
    402: PaymentRequired,
    403: Forbidden,
    404: NotFound,
    405: ApiError,
    409: ApiError,
    410: Gone,
    413: ApiError,
    418: ApiError,
    422: ApiError,
    429: RateLimited,
    499: ApiError,
    500: ServerError,
    501: ServerError,
    502: ServerError,
    503: ServerError,
    504: ServerError,
    520: ServerError,
    599: ServerError,
}


@pytest.mark.parametrize(("status", "kind"), STATUSES.items())
@pytest.mark.parametrize("api", ["track", "focus"])
async def test_each_status_has_its_error(clients: Clients, api: str, status: int, kind: type[ApiError]) -> None:
    error = await catch_error(clients, reply({"message": "not like this"}, status), api)
    assert type(error) is kind
    assert (error.status, error.message) == (status, "not like this")
    assert str(status) in str(error)
    assert "not like this" in str(error)
    assert isinstance(error.response, httpx.Response)
    assert error.response.status_code == status
    assert isinstance(error.request, httpx.Request)
    assert error.request.method == "DELETE"


BODIES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", ""),
    "only space": (b" \n", ""),
    "null": (b"null", ""),
    "JSON string": (b'"Task name is taken"', "Task name is taken"),
    "plain text": (b"Incorrect username and/or password\n", "Incorrect username and/or password"),
    "plain text that begins like JSON": (b"[oops", "[oops"),
    "message": (b'{"message": "no such task"}', "no such task"),
    "error_message, text": (b'{"error_message": "no such task"}', "no such task"),
    "error_message, object": (
        b'{"error_message": {"id": "x", "default_message": "no such task", "values": {"n": 1}}}',
        "no such task",
    ),
    "error": (b'{"error": "not_found"}', "not_found"),
    "Focus": (
        b'{"error": "invalid_session", "error_description": "the provided API key is invalid"}',
        "the provided API key is invalid",
    ),
    "Focus without a description": (b'{"error": "validation", "error_description": null}', "validation"),
    "array of strings": (b'["Name is empty", "Project is missing"]', "Name is empty; Project is missing"),
    "empty array": (b"[]", ""),
    "HTML page": (
        b"<!DOCTYPE html>\n<html><head><title>502 Bad\n Gateway &amp; more</title></head><body>long</body></html>",
        "an HTML page: 502 Bad Gateway & more",
    ),
    "HTML page with a heading only": (b"<html><body><h1 class=x>Oh no</h1></body></html>", "an HTML page: Oh no"),
    "HTML page without a title": (b"<html></html>", "an HTML page: no title"),
    "not UTF-8": (b"caf\xe9", "caf\ufffd"),
}


@pytest.mark.parametrize(("body", "message"), BODIES.values(), ids=BODIES.keys())
@pytest.mark.parametrize("status", [400, 503])
async def test_each_known_error_body_has_its_message(clients: Clients, body: bytes, message: str, status: int) -> None:
    error = await catch_error(clients, raw_reply(body, status))
    assert error.message == message
    assert str(error) == f"{status}: {message or 'no message'}"


@pytest.mark.parametrize("body", [b"{}", b'{"code": 7}', b"5", b"true"])
async def test_an_unknown_error_body_is_the_message(clients: Clients, body: bytes) -> None:
    error = await catch_error(clients, raw_reply(body, 400))
    assert msgspec.json.decode(error.message) == msgspec.json.decode(body)


@pytest.mark.parametrize(
    "body",
    [
        b"x" * 50_000,
        msgspec.json.encode("x" * 50_000),
        msgspec.json.encode({"message": "x" * 50_000}),
        msgspec.json.encode({"unknown": "x" * 50_000}),
        msgspec.json.encode(["x" * 200] * 500),
        b"<html><title>" + b"x" * 50_000 + b"</title></html>",
    ],
)
async def test_a_long_message_is_truncated(clients: Clients, body: bytes) -> None:
    error = await catch_error(clients, raw_reply(body, 500))
    assert 200 < len(error.message) < 400
    assert len(str(error)) < 500
    assert error.response is not None
    assert error.response.content == body


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[" * 900 + b"]" * 900, b'{"error":' * 900 + b"1" + b"}" * 900])
async def test_a_deeply_nested_error_body_keeps_its_error(clients: Clients, body: bytes) -> None:
    assert type(await catch_error(clients, raw_reply(body, 500))) is ServerError


async def test_the_request_id_of_track_is_in_a_header(clients: Clients) -> None:
    error = await catch_error(clients, reply("no", 404, {"x-toggl-request-id": "r-17"}))
    assert error.request_id == "r-17"
    assert "r-17" in str(error)


async def test_the_request_id_of_focus_is_the_trace_id(clients: Clients) -> None:
    trace_id = "0af7651916cd43dd8448eb211c80319c"
    body = {"error": "not_found", "error_description": "no such task", "trace_id": trace_id}
    error = await catch_error(clients, reply(body, 404), "focus")
    assert error.request_id == trace_id
    assert str(error) == f"404: no such task (DELETE /api/organizations/1/workspaces/2/tasks/3, request id {trace_id})"


async def test_the_request_id_header_precedes_the_trace_id(clients: Clients) -> None:
    error = await catch_error(
        clients, reply({"error": "x", "trace_id": "t"}, 404, {"X-Toggl-Request-Id": "r"}), "focus"
    )
    assert error.request_id == "r"


@pytest.mark.parametrize("trace_id", [None, 5, ["t"]])
async def test_a_missing_request_id_is_none(clients: Clients, trace_id: object) -> None:
    error = await catch_error(clients, reply({"error": "x", "trace_id": trace_id}, 404))
    assert error.request_id is None
    assert "request id" not in str(error)


@pytest.mark.parametrize(
    ("body", "headers", "kind"),
    [
        (LIMIT, {REMAINING: "0", RESETS_IN: "1200"}, QuotaExceeded),
        (LIMIT, {}, QuotaExceeded),
        (b"", {REMAINING: "0"}, QuotaExceeded),
        (msgspec.json.encode({"message": LIMIT.decode()}), {REMAINING: "unreadable"}, QuotaExceeded),
        (PLAN, {REMAINING: "17", RESETS_IN: "1200"}, PaymentRequired),
        (PLAN, {}, PaymentRequired),
        (b"", {}, PaymentRequired),
    ],
)
async def test_402_is_quota_exceeded_or_payment_required(
    clients: Clients, body: bytes, headers: dict[str, str], kind: type[ApiError]
) -> None:
    assert type(await catch_error(clients, raw_reply(body, 402, headers))) is kind


async def test_a_spent_quota_has_resets_at(clients: Clients) -> None:
    before = datetime.datetime.now(datetime.UTC)
    error = await catch_error(clients, raw_reply(LIMIT, 402, {REMAINING: "0", RESETS_IN: "1200"}))
    assert isinstance(error, QuotaExceeded)
    assert error.resets_at is not None
    assert before <= error.resets_at - datetime.timedelta(seconds=1200) <= datetime.datetime.now(datetime.UTC)

    error = await catch_error(clients, raw_reply(b"hourly limit", 402))
    assert isinstance(error, QuotaExceeded)
    assert error.resets_at is None


@pytest.mark.parametrize("status", [200, 400, 429, 500])
async def test_a_spent_quota_does_not_change_another_status(clients: Clients, status: int) -> None:
    service = Service(raw_reply(b"", status, {REMAINING: "0", RESETS_IN: "1200"}))
    try:
        await maybe_await(clients.track(service).tasks.delete(1, 2, 3))
    except ApiError as error:
        assert type(error) is STATUSES[status]  # noqa: PT017 - a 200 raises nothing


HTTPX_ERRORS: list[tuple[Exception, type[TogglError]]] = [
    (httpx.ConnectError("[Errno 111] Connection refused"), ConnectionFailed),
    (httpx.ReadError(""), ConnectionFailed),
    (httpx.WriteError("broken pipe"), ConnectionFailed),
    (httpx.CloseError("x"), ConnectionFailed),
    (httpx.RemoteProtocolError("Server disconnected without sending a response."), ConnectionFailed),
    (httpx.LocalProtocolError("x"), ConnectionFailed),
    (httpx.ProxyError("407"), ConnectionFailed),
    (httpx.UnsupportedProtocol("x"), ConnectionFailed),
    (httpx.TooManyRedirects("x"), ConnectionFailed),
    (httpx.DecodingError("not gzip"), DecodeFailed),
    (httpx.InvalidURL("x"), ConnectionFailed),
    (httpx.ConnectTimeout("timed out"), TimedOut),
    (httpx.ReadTimeout(""), TimedOut),
    (httpx.WriteTimeout(""), TimedOut),
    (httpx.PoolTimeout(""), TimedOut),
]


@pytest.mark.parametrize(("cause", "kind"), HTTPX_ERRORS, ids=lambda value: getattr(value, "__name__", repr(value)))
async def test_errors_of_httpx_raise_the_matching_toggl_error(
    clients: Clients, cause: Exception, kind: type[TogglError]
) -> None:
    with pytest.raises(TogglError) as caught:
        await maybe_await(clients.track(Service(connection_failure(cause)), timeout=7).tasks.get(1, 2, 3))
    error = caught.value
    assert type(error) is kind
    assert error.__cause__ is cause
    assert str(error).startswith("GET https://api.track.toggl.com:443: ")
    # Never an empty explanation.
    assert len(str(error)) > len("GET https://api.track.toggl.com:443: ")
    if kind is TimedOut:
        assert "7 s" in str(error)
    else:
        assert (str(cause) or type(cause).__name__) in str(error)


async def test_an_error_of_a_socks_proxy_raises_connection_failed(
    clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    # httpx raises the errors of this package, which its extra `socks` installs, unchanged.
    socks_error = type("SOCKSError", (Exception,), {})
    monkeypatch.setitem(sys.modules, "socksio", SimpleNamespace(SOCKSError=socks_error))
    track = clients.track(Service(connection_failure(socks_error("Malformed reply"))))
    track._driver.library = Library(clients.library.__name__)
    with pytest.raises(ConnectionFailed, match=r"toggl\.com:443: Malformed reply"):
        await maybe_await(track.tasks.get(1, 2, 3))


async def test_the_text_of_a_timeout_does_not_say_none(clients: Clients) -> None:
    service = Service(connection_failure(httpx.ReadTimeout("")))
    with pytest.raises(TimedOut) as caught:
        await maybe_await(clients.track(service, timeout=None).tasks.get(1, 2, 3))
    assert "None" not in str(caught.value)


@pytest.mark.parametrize("cause", [httpx.ConnectError("x"), httpx.ReadTimeout("x")])
async def test_errors_of_httpx_in_lists_and_raw_calls_raise_toggl_errors(clients: Clients, cause: Exception) -> None:
    track = clients.track(Service(connection_failure(cause), connection_failure(cause)))
    with pytest.raises(ConnectionFailed):
        await collect(track.tasks.list(1))
    with pytest.raises(ConnectionFailed):
        await maybe_await(track.raw.get_my_quota())


async def test_a_url_too_long_for_httpx_raises(clients: Clients) -> None:
    with pytest.raises(TogglError) as caught:
        await collect(clients.track(Service()).tasks.list(1, search="x" * 70_000))
    assert len(str(caught.value)) < 1_000


async def test_an_error_of_the_transport_itself_is_raised(clients: Clients) -> None:
    # As with `MockTransport(lambda request: next(replies))` when the replies run out.
    with pytest.raises((StopIteration, RuntimeError)):
        await maybe_await(clients.track(Service(connection_failure(StopIteration()))).tasks.get(1, 2, 3))


TREE: dict[type[Exception], type[Exception]] = {
    TogglError: Exception,
    BudgetExceeded: TogglError,
    ConnectionFailed: TogglError,
    TimedOut: ConnectionFailed,
    DecodeFailed: TogglError,
    NameNotFound: TogglError,
    SharingFailed: TogglError,
    ApiError: TogglError,
    WrongCredentials: NotAuthenticated,
    **dict.fromkeys(
        (
            BadRequest,
            NotAuthenticated,
            PaymentRequired,
            QuotaExceeded,
            Forbidden,
            NotFound,
            Gone,
            RateLimited,
            ServerError,
        ),
        ApiError,
    ),
}


@pytest.mark.parametrize(("kind", "base"), TREE.items())
def test_errors_are_subclasses_of_toggl_error(kind: type[Exception], base: type[Exception]) -> None:
    assert kind.__bases__[0] is base


def test_every_error_is_exported() -> None:
    public = {getattr(toggl_tasks, name) for name in vars(toggl_tasks)["__all__"]}
    errors = {value for value in public if isinstance(value, type) and issubclass(value, TogglError)}
    assert errors == set(TREE)


async def test_network_errors_and_api_errors_are_separate(clients: Clients) -> None:
    assert not isinstance(await catch_error(clients, reply("x", 500)), ConnectionFailed)
    # A program that waits for the quota must not take a missing plan for it, nor the reverse.
    assert not issubclass(QuotaExceeded, PaymentRequired)
    assert not issubclass(PaymentRequired, QuotaExceeded)


def test_an_error_can_be_constructed() -> None:
    error = NotFound(404, "no such task")
    assert (error.status, error.message, error.request, error.response, error.request_id) == (
        404,
        "no such task",
        None,
        None,
        None,
    )
    assert str(error) == "404: no such task"


@pytest.mark.parametrize(
    "call",
    [
        lambda tasks: tasks.list(1),
        lambda tasks: tasks.list_mine(),
        lambda tasks: tasks.list_project(1, 2),
        lambda tasks: tasks.get(1, 2, 3),
        lambda tasks: tasks.create(1, 2, name="x"),
        lambda tasks: tasks.update(1, 2, 3, name="x"),
        lambda tasks: tasks.delete(1, 2, 3),
        lambda tasks: tasks.patch(1, 2, [3], [toggl_tasks.remove("/user_id")]),
    ],
)
async def test_every_call_raises(clients: Clients, call: Callable[[Any], Any]) -> None:
    tasks = clients.track(Service(reply("no", 404))).tasks
    with pytest.raises(NotFound):
        await resolve(call(tasks))


async def test_an_error_can_be_copied_and_pickled_without_the_credentials(clients: Clients) -> None:
    spent = raw_reply(b"hourly limit", 402, {"x-toggl-quota-remaining": "0", "x-toggl-quota-resets-in": "9"})
    with pytest.raises(QuotaExceeded) as caught:
        await maybe_await(clients.track(Service(spent)).tasks.get(1, 2, 3))
    for same in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert type(same) is QuotaExceeded
        assert (str(same), same.status, same.resets_at) == (str(caught.value), 402, caught.value.resets_at)
        assert (same.request, same.response) == (None, None)
