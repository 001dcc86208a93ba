"""Both APIs as one ASGI application: Track under `/api/v9`, Focus below `/api`.

In addition, the control plane under `/_sandbox` and the web page at `/`.
"""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from toggl_server.focus import routes as focus
from toggl_server.track import routes as track

from .control.routes import ControlPlane
from .faults.connection import connection_of
from .http.arguments import read_arguments
from .http.body import TooLarge, read_body
from .http.context import RequestContext, api_of
from .http.middleware import DIRECT, build_pipeline
from .operations import CONTROL_PREFIX, DIRECT_PREFIX, operations
from .page.files import page_file
from .services.focus_projects import FocusProjectsService
from .services.focus_tasks import FocusTasksService
from .services.focus_workspaces import (
    FocusClientsService,
    FocusMeService,
    FocusStatusesService,
    FocusTagsService,
    FocusUsersService,
)
from .services.track_me import MeService
from .services.track_projects import ProjectsService
from .services.track_tasks import TasksService
from .services.track_workspaces import ClientsService, OrganizationsService, UsersService, WorkspacesService
from .state.entities import User
from .state.world import World


def _without_bodies(send: Send) -> Send:
    async def send_without_body(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return send_without_body


def services(world: World) -> dict[str, Any]:
    """Return the services by API and tag. The types are those of the contract, so that none lacks an operation."""
    state = world.state
    track_clients: track.ClientsService[User] = ClientsService(state)
    track_me: track.MeService[User] = MeService(state, world.quota)
    track_organizations: track.OrganizationsService[User] = OrganizationsService(state)
    track_projects: track.ProjectsService[User] = ProjectsService(state)
    track_tasks: track.TasksService[User] = TasksService(state)
    track_users: track.UsersService[User] = UsersService(state)
    track_workspaces: track.WorkspacesService[User] = WorkspacesService(state)
    focus_clients: focus.ClientsService[User] = FocusClientsService(state)
    focus_me: focus.MeService[User] = FocusMeService(state)
    focus_projects: focus.ProjectsService[User] = FocusProjectsService(state)
    focus_statuses: focus.StatusesService[User] = FocusStatusesService(state)
    focus_tags: focus.TagsService[User] = FocusTagsService(state)
    focus_tasks: focus.TasksService[User] = FocusTasksService(state)
    focus_users: focus.UsersService[User] = FocusUsersService(state)
    return {
        "track.clients": track_clients,
        "track.me": track_me,
        "track.organizations": track_organizations,
        "track.projects": track_projects,
        "track.tasks": track_tasks,
        "track.users": track_users,
        "track.workspaces": track_workspaces,
        "focus.clients": focus_clients,
        "focus.me": focus_me,
        "focus.projects": focus_projects,
        "focus.statuses": focus_statuses,
        "focus.tags": focus_tags,
        "focus.tasks": focus_tasks,
        "focus.users": focus_users,
    }


class Application:
    """Sends each request through the middleware to its service."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._control = ControlPlane(world)
        self._services = services(world)
        self._handle = build_pipeline(world, self._serve)
        self._handle_direct = build_pipeline(world, self._serve, DIRECT)

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
        path: str = scope["path"]
        if response := page_file(scope["method"], path):
            return response
        is_direct = path.startswith(f"{DIRECT_PREFIX}/")
        if is_direct:
            path = path.removeprefix(DIRECT_PREFIX)
        elif f"{path}/".startswith(f"{CONTROL_PREFIX}/"):
            return await self._control.respond(request)
        context = RequestContext(
            method=scope["method"],
            path=path,
            query=scope["query_string"],
            headers=request.headers,
            connection=connection_of(scope),
            api=api_of(path),
            operation=operations().find(scope["method"], path),
            # A direct request takes none of the ids, which later responses have.
            request_id="direct" if is_direct else self._world.state.identifiers.trace(),
            quota=self._world.quota.full(),
        )
        try:
            context.body = await read_body(request)
            context.body_size = len(context.body)
        except TooLarge as error:
            context.body_size = error.size
        return await (self._handle_direct if is_direct else self._handle)(context)

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
