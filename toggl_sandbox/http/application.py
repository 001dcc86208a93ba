"""Both APIs as one ASGI application: Track under `/api/v9`, Focus below `/api`.

Beside them, the control plane under `/_sandbox`, and the page for people at `/`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from email.utils import format_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from ..control.routes import PREFIX as CONTROL_PREFIX
from ..control.routes import ControlPlane
from ..faults.fault import Fault
from ..faults.inject import inject_fault
from ..limits.quota import HOUR
from ..operations import FOCUS_PREFIX, TRACK_PREFIX, operations
from ..page.files import is_page, send_page
from ..request_log import Request, redact_query
from ..services.authentication import Authentication
from ..services.focus_filters import NULLABLE
from ..state.state import StoreError
from .asgi import ASGIApplication, ClientGone, Message, Receive, Send, TooLarge, whole_body
from .connection import connection_of
from .context import Exchange, current
from .errors import focus_error, focus_invalid, handlers, track_error, track_invalid
from .reply import Reply, reply_of

if TYPE_CHECKING:
    from ..state.world import World

_NO_PAGES: Final[dict[str, Any]] = {"source_openapi": False, "openapi_url": None, "redirect_slashes": False}

logger = logging.getLogger("toggl_sandbox")


class Application:
    """Gives each request to its service, and each reply its request id and quota headers."""

    def __init__(self, sandbox: World) -> None:
        self._sandbox = sandbox
        self._state = sandbox.state
        self._quota = sandbox.quota
        self._authentication = Authentication(sandbox.state, sandbox.quota, sandbox.rate_limit)
        self._control = ControlPlane(sandbox)
        self._operations = operations()

    # Each server takes a tenth of a second to import and assemble, and most programs talk to one API only.
    @cached_property
    def _track(self) -> ASGIApplication:
        from toggl_server.track import server

        from ..services.discovery import add_routes
        from ..services.track import TrackMeService, TrackService

        application = server.create_app(
            tasks=TrackService(self._state),
            me=TrackMeService(self._state, self._quota),
            authorize=self._authentication.track,
            prefix=TRACK_PREFIX,
            exception_handlers=handlers(track_error, track_invalid),
            **_NO_PAGES,
        )
        add_routes(application, self._state, self._authentication)
        return application

    @cached_property
    def _focus(self) -> ASGIApplication:
        from toggl_server.focus import server

        from ..services.focus import FocusService

        return server.create_app(
            tasks=FocusService(self._state),
            authorize=self._authentication.focus,
            prefix=FOCUS_PREFIX,
            exception_handlers=handlers(focus_error, focus_invalid),
            **_NO_PAGES,
        )

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; anything else, such as a lifespan, is left alone."""
        if scope["type"] != "http":
            return
        path = scope["path"]
        if is_page(scope):
            await send_page(scope, send)
            return
        if f"{path}/".startswith(f"{CONTROL_PREFIX}/"):
            await self._control(scope, receive, send)
            return
        sandbox = self._sandbox
        # Other paths belong to neither: they get Track's 404, which is plain text.
        is_focus = f"{path}/".startswith(f"{FOCUS_PREFIX}/") and not f"{path}/".startswith(f"{TRACK_PREFIX}/")
        exchange = Exchange(
            path, scope["query_string"].decode("latin-1"), self._state.identifiers.trace(), self._quota.full()
        )
        operation = self._operations.find(scope["method"], path)
        fault = sandbox.faults.match(scope["method"], path, operation)
        query = redact_query(scope["query_string"], self._operations)
        error_reply = focus_error if is_focus else track_error
        answered = replaced = False

        def log(status: int | None) -> None:
            sandbox.log.add(
                Request(
                    at=sandbox.clock.now(),
                    method=scope["method"],
                    path=path,
                    query=query,
                    operation=operation and operation.name,
                    status=status,
                    request_id=exchange.trace_id,
                    fault=fault.id if fault else None,
                )
            )

        async def send_and_log(message: Message) -> None:
            nonlocal answered, replaced
            if replaced:
                return
            body: Message | None = None
            if message["type"] == "http.response.start":
                answered = True
                try:
                    sandbox.save()
                except StoreError as error:
                    # Nothing is acknowledged that a crash could lose.
                    logger.error("%s %s: %s", scope["method"], path, error)
                    reply = await reply_of(error_reply(500, str(error)), scope, receive)
                    reply.headers += _headers(exchange, is_focus)
                    replaced, message, body = True, reply.start, {"type": "http.response.body", "body": reply.body}
                log(message["status"])
                date = format_datetime(sandbox.clock.now(), usegmt=True).encode()
                message = {**message, "headers": [*message["headers"], (b"date", date)]}
            await send(message)
            if body:
                await send(body)

        def give_up() -> None:
            nonlocal answered
            answered = True
            try:
                sandbox.save()
            except StoreError as error:
                logger.error("%s %s: %s", scope["method"], path, error)
            log(None)

        if is_focus:
            scope = {**scope, "query_string": _without_empty_members(scope["query_string"], exchange)}
        token = current.set(exchange)
        try:
            await self._answer(
                scope, receive, send_and_log, give_up, exchange, error_reply, is_focus, fault.fault if fault else None
            )
        except ClientGone:
            pass
        finally:
            current.reset(token)
            if fault and not answered:
                give_up()

    async def _answer(
        self,
        scope: Message,
        receive: Receive,
        send: Send,
        give_up: Callable[[], None],
        exchange: Exchange,
        error_reply: Callable[[int, str], ASGIApplication],
        is_focus: bool,
        fault: Fault | None,
    ) -> None:
        unread: list[Message] = []

        async def receive_again() -> Message:
            return unread.pop() if unread else await receive()

        async def serve(scope: Message, receive: Receive, send: Send) -> None:
            answered = False

            async def send_with_headers(message: Message) -> None:
                nonlocal answered
                if message["type"] == "http.response.start":
                    answered = True
                    message = {**message, "headers": [*message["headers"], *_headers(exchange, is_focus)]}
                await send(message)

            try:
                await service(scope, receive, send_with_headers)
            except Exception:
                # Starlette answers 500 and raises again, which an in-process client would see in place of the reply.
                logger.exception("%s %s failed", scope["method"], exchange.path)
                if not answered:
                    raise

        async def refuse(status: int, text: str) -> Reply:
            reply = await reply_of(error_reply(status, text), scope, receive_again)
            reply.headers.append(_request_id(exchange, is_focus))
            return reply

        try:
            exchange.body = await whole_body(scope, receive)
            service: ASGIApplication = self._focus if is_focus else self._track
        except TooLarge as error:
            service = error_reply(413, str(error))
        unread.append({"type": "http.request", "body": exchange.body})
        if fault is None:
            await serve(scope, receive_again, send)
            return
        await inject_fault(
            fault,
            connection_of(scope),
            serve=lambda: reply_of(serve, scope, receive_again),
            refuse=refuse,
            send=send,
            give_up=give_up,
            clock=self._sandbox.clock,
            sleep=self._sandbox.faults.sleep,
        )


def _headers(exchange: Exchange, is_focus: bool) -> list[tuple[bytes, bytes]]:
    """Return what every reply of a service carries."""
    reading = exchange.reading
    resets_in = int(HOUR.total_seconds()) if reading.resets_in is None else reading.resets_in
    return [
        _request_id(exchange, is_focus),
        (b"x-toggl-quota-remaining", str(reading.remaining).encode()),
        (b"x-toggl-quota-resets-in", str(resets_in).encode()),
    ]


def _request_id(exchange: Exchange, is_focus: bool) -> tuple[bytes, bytes]:
    """Return the header that names the request. How Focus names its trace id in a header is assumed."""
    return (b"x-trace-id" if is_focus else b"x-toggl-request-id", exchange.trace_id.encode())


def _without_empty_members(query: bytes, exchange: Exchange) -> bytes:
    """Take members such as `project_id=` out of a query, where the contract wants numbers, and remember them."""
    members = query.split(b"&")
    empty = {name: f"{name}=".encode() for name in NULLABLE}
    exchange.empty_members = frozenset(name for name, member in empty.items() if member in members)
    return b"&".join(member for member in members if member not in empty.values())
