"""Both APIs as one ASGI application: Track under `/api/v9`, Focus below `/api`.

Beside them, the control plane under `/_sandbox`, and the page for people at `/`.
"""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from toggl_server.focus import routes as focus_routes

from .control.routes import ControlPlane
from .faults.connection import connection_of
from .http.arguments import read_arguments
from .http.body import TooLarge, read_body
from .http.context import RequestContext, api_of
from .http.middleware import build_pipeline
from .operations import CONTROL_PREFIX, operations
from .page.files import page_file
from .services.discovery import DiscoveryService
from .services.focus_projects import FocusProjectsService
from .services.focus_tasks import FocusTasksService
from .services.focus_workspaces import (
    FocusClientsService,
    FocusMeService,
    FocusStatusesService,
    FocusTagsService,
    FocusUsersService,
)
from .services.track import TrackMeService, TrackService
from .state.entities import User
from .state.state import State
from .state.world import World


def _without_bodies(send: Send) -> Send:
    async def send_without_body(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return send_without_body


def _focus_services(state: State) -> dict[str, Any]:
    """Return the services of Focus by tag. The types are those of the contract, so that none lacks an operation."""
    me: focus_routes.MeService[User] = FocusMeService(state)
    users: focus_routes.UsersService[User] = FocusUsersService(state)
    projects: focus_routes.ProjectsService[User] = FocusProjectsService(state)
    statuses: focus_routes.StatusesService[User] = FocusStatusesService(state)
    tags: focus_routes.TagsService[User] = FocusTagsService(state)
    clients: focus_routes.ClientsService[User] = FocusClientsService(state)
    tasks: focus_routes.TasksService[User] = FocusTasksService(state)
    return {
        "focus.me": me,
        "focus.users": users,
        "focus.projects": projects,
        "focus.statuses": statuses,
        "focus.tags": tags,
        "focus.clients": clients,
        "focus.tasks": tasks,
    }


class Application:
    """Sends each request through the middleware to its service."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._control = ControlPlane(world)
        self._services: dict[str, Any] = {
            "track.discovery": DiscoveryService(world.state),
            "track.me": TrackMeService(world.state, world.quota),
            "track.tasks": TrackService(world.state),
            **_focus_services(world.state),
        }
        self._handle = build_pipeline(world, self._serve)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; anything else, such as a lifespan, is left alone."""
        if scope["type"] != "http":
            return
        self._world.state.lock.check_process()
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        await response(scope, receive, _without_bodies(send) if scope["method"] == "HEAD" else send)

    async def _respond(self, request: Request) -> Response:
        scope = request.scope
        if response := page_file(scope["method"], scope["path"]):
            return response
        if f"{scope['path']}/".startswith(f"{CONTROL_PREFIX}/"):
            return await self._control.respond(request)
        context = RequestContext(
            method=scope["method"],
            path=scope["path"],
            query=scope["query_string"],
            headers=request.headers,
            connection=connection_of(scope),
            api=api_of(scope["path"]),
            operation=operations().find(scope["method"], scope["path"]),
            request_id=self._world.state.identifiers.trace(),
            quota=self._world.quota.full(),
        )
        try:
            context.body = await read_body(request)
        except TooLarge:
            context.body = None
        return await self._handle(context)

    async def _serve(self, context: RequestContext) -> Response:
        """Call the service, one operation at a time: event loops of several threads can share one state."""
        assert context.operation
        assert context.body is not None
        route = context.operation.route
        arguments = read_arguments(
            route,
            context.operation.values(context.path),
            context.query,
            context.headers.get("content-type", ""),
            context.body,
        )
        handler = getattr(self._services[f"{context.api.name}.{route.service}"], route.handler)
        with self._world.state.lock:
            result = handler(context.user, *arguments)
            content = msgspec.json.encode(result) if route.replies else None
        return Response(content, route.status, media_type="application/json" if route.replies else None)
