"""The middleware between a request to one of the APIs and its service: see ``PIPELINE``."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from email.utils import format_datetime
from functools import partial
from time import perf_counter
from typing import Final

from starlette.responses import Response

from ..faults.inject import BrokenResponse, inject_fault
from ..limits.quota import HOUR
from ..operations import operations
from ..redact import Redactor, head_of, may_have_credentials, redact_query
from ..request_log import Exchange, Message
from ..services.errors import ServiceError
from ..state.state import StoreError
from ..state.world import World
from .arguments import InvalidArgument
from .body import LONGEST_BODY, TooLarge
from .context import RequestContext

logger = logging.getLogger("toggl_sandbox")

Handler = Callable[[RequestContext], Awaitable[Response]]
Middleware = Callable[[World, Handler, RequestContext], Awaitable[Response]]


async def log_request(world: World, handle: Handler, context: RequestContext) -> Response:
    """Add an entry to the request log, also for a connection that was dropped, and the date to the response."""
    response = None
    try:
        response = await handle(context)
        response.headers.setdefault("date", format_datetime(world.clock.now(), usegmt=True))
        return response
    finally:
        path, query = _without_credentials(world, context)
        number = world.log.add(
            Exchange(
                Message(head_of(context.headers.raw), context.body, context.body_size),
                _sent(context, response),
                context.quota_before,
                context.quota if context.quota_before else None,
                context.fault.fault if context.fault else None,
                context.user.id if context.user else None,
            ),
            at=world.clock.now(),
            method=context.method,
            path=path,
            query=query,
            operation=context.operation and context.operation.name,
            status=(response and response.status_code) or None,
            request_id=context.request_id,
            fault=context.fault.id if context.fault else None,
            duration=perf_counter() - context.started,
        )
        if isinstance(response, BrokenResponse):
            response.on_client_gone = partial(world.log.shorten_response, number)


def _without_credentials(world: World, context: RequestContext) -> tuple[str, str]:
    """Return the path and the query of a request."""
    query = redact_query(context.query, operations())
    ids = context.operation.values(context.path).values() if context.operation else [context.path]
    has_ids = all(one.replace(",", "").isdecimal() for one in ids)
    if has_ids and not may_have_credentials(query):
        return context.path, query
    redactor = Redactor(world.state.users.values(), head_of(context.headers.raw))
    return context.path if has_ids else redactor.unknown_path(context.path), redactor.query(query)


def _sent(context: RequestContext, response: Response | None) -> Message:
    """Return what is about to be sent: nothing on a connection that is dropped, no body in response to HEAD."""
    if response is None or not response.status_code:
        return Message()
    body = b"" if context.method == "HEAD" else bytes(response.body)
    return Message(head_of(response.raw_headers), body, len(body))


async def persist(world: World, handle: Handler, context: RequestContext) -> Response:
    """Write what has changed to the file of the sandbox: nothing is acknowledged that a crash could lose."""
    try:
        response = await handle(context)
    finally:
        # Also if the client has disconnected.
        error = _save(world, context)
    return add_headers_to(context.error(500, str(error)), context) if error else response


def _save(world: World, context: RequestContext) -> StoreError | None:
    try:
        world.save()
    except StoreError as error:
        logger.error("%s %s: %s", context.method, context.path, error)
        return error
    return None


async def apply_fault(world: World, handle: Handler, context: RequestContext) -> Response:
    """Apply the fault that matches the request, if any."""
    context.fault = world.faults.match(context.method, context.path, context.operation)
    if context.fault is None:
        return await handle(context)

    def make_error(status: int, text: str) -> Response:
        response = context.error(status, text)
        response.headers[context.api.request_id_header] = context.request_id
        return response

    return await inject_fault(
        context.fault.fault,
        context.connection,
        serve=partial(handle, context),
        make_error=make_error,
        clock=world.clock,
        sleep=world.faults.sleep,
    )


async def add_headers(world: World, handle: Handler, context: RequestContext) -> Response:
    """Add the headers of every response of a service: the id of the request and the remaining quota."""
    return add_headers_to(await handle(context), context)


def add_headers_to(response: Response, context: RequestContext) -> Response:
    """Add the headers of a service to a response."""
    resets_in = int(HOUR.total_seconds()) if context.quota.resets_in is None else context.quota.resets_in
    response.headers[context.api.request_id_header] = context.request_id
    response.headers["x-toggl-quota-remaining"] = str(context.quota.remaining)
    response.headers["x-toggl-quota-resets-in"] = str(resets_in)
    return response


async def answer_errors(world: World, handle: Handler, context: RequestContext) -> Response:
    """Answer an error in the form of the API, and a bug of the sandbox as a 500 of it."""
    try:
        return await handle(context)
    except ServiceError as error:
        return context.error(error.status, error.text, error.headers)
    except InvalidArgument as error:
        text = context.api.invalid(error.place, error.name, error.rule) if error.name else error.rule
        return context.error(400, text)
    except Exception:
        logger.exception("%s %s failed", context.method, context.path)
        return context.error(500, "Internal Server Error")


async def check_route(world: World, handle: Handler, context: RequestContext) -> Response:
    """Refuse what no operation answers, and a body that is too large."""
    if context.body is None:
        raise ServiceError(413, str(TooLarge(LONGEST_BODY)))
    if context.operation is None:
        if methods := operations().methods(context.path):
            raise ServiceError(405, "Method Not Allowed", {"Allow": ", ".join(methods)})
        raise ServiceError(404, context.api.unknown_route)
    return await handle(context)


async def authenticate(world: World, handle: Handler, context: RequestContext) -> Response:
    """Find the user of the credentials, or refuse."""
    context.user = context.api.user(world.state, context.headers.get("authorization", ""))
    return await handle(context)


async def limit_rate(world: World, handle: Handler, context: RequestContext) -> Response:
    """Put the request into the leaky bucket of its user, or refuse it with 429."""
    assert context.user
    if wait := world.rate_limit.wait(f"{context.api.name} {context.user.id}"):
        raise ServiceError(429, "Too Many Requests", world.rate_limit.headers(wait))
    return await handle(context)


async def charge_quota(world: World, handle: Handler, context: RequestContext) -> Response:
    """Charge the request to the quota of its organization, or refuse it with 402. A known user pays for any request."""
    assert context.user
    assert context.operation
    if scope := context.api.quota_scope(world.state, context.operation.values(context.path)):
        if world.quota.plan != "off":
            context.quota_before = world.quota.status(context.user.id, *scope)
        context.quota, passes = world.quota.charge(context.user.id, *scope)
        if not passes:
            text = "You have hit your hourly limit for API calls. Your quota will reset in {} seconds."
            raise ServiceError(402, text.format(context.quota.resets_in))
    return await handle(context)


PIPELINE: Final[Sequence[Middleware]] = (
    log_request,
    persist,
    apply_fault,
    add_headers,
    answer_errors,
    check_route,
    authenticate,
    limit_rate,
    charge_quota,
)
"""The first one is the outermost: it sees a request first and its response last."""


async def sign_in(world: World, handle: Handler, context: RequestContext) -> Response:
    """Let the request pass as the sandbox's own user, or as the one whose id is in the header `X-Sandbox-User`."""
    wanted = context.headers.get("x-sandbox-user", str(world.seeded.user.id))
    context.user = next((one for one in world.state.users.values() if str(one.id) == wanted), None)
    if context.user is None:
        raise ServiceError(400, "X-Sandbox-User names no user of this sandbox: GET /_sandbox/world/users lists them.")
    return await handle(context)


DIRECT: Final[Sequence[Middleware]] = (persist, answer_errors, check_route, sign_in)
"""The middleware of requests below `/_sandbox/direct`: no log, no faults, no credentials, no quota."""


def build_pipeline(world: World, service: Handler, pipeline: Sequence[Middleware] = PIPELINE) -> Handler:
    """Return a handler that sends a request through a whole pipeline to a service."""
    handler = service
    for middleware in reversed(pipeline):
        handler = partial(middleware, world, handler)
    return handler
