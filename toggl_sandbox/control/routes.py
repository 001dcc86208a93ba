"""The control plane: what is under `/_sandbox/`, for tests in any language. `control.yaml` describes it.

Most routes call a method of ``Sandbox``. They need no credentials, do not count against a quota, are not logged, and
faults do not apply to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import parse_qsl

import msgspec
from msgspec import UNSET, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from toggl_server.routing import Parameter, Route

from ..faults.fault import Fault
from ..http.body import LONGEST_BODY, TooLarge, read_body
from ..json_input import check_ranges, field_and_rule, read_json
from ..limits.quota import Plan
from ..operations import CONTROL_PREFIX, Operations, below
from ..request_log import MAX_ACTED, MAX_BODIES, Exchange
from ..request_log import Request as LoggedRequest
from ..state.state import StoreError
from ..state.world import World
from .browse import KINDS, BrowseQuery, Descriptions, children_of, find_entity, list_entities
from .edit import change_organization, change_user, restore_project, restore_track_task
from .logged import Details, RequestsQuery, TouchedRequests
from .overview import Revisions, overview, version

QueryT = TypeVar("QueryT", bound=msgspec.Struct)
LONGEST_STATE: Final = 1 << 28
"""Bytes of a state that may be imported."""
DESCRIPTION: Final = Path(__file__).with_name("control.yaml")


class SeedBody(msgspec.Struct, forbid_unknown_fields=True):
    """The seed of the new contents."""

    seed: int


class FreezeBody(msgspec.Struct, forbid_unknown_fields=True):
    """The time to freeze the clock at; the current time if omitted."""

    at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


class AdvanceBody(msgspec.Struct, forbid_unknown_fields=True):
    """The number of seconds to advance the clock by."""

    seconds: Annotated[float, msgspec.Meta(ge=0)]


class QuotaBody(msgspec.Struct, forbid_unknown_fields=True):
    """A change of the quota settings."""

    plan: Plan | UnsetType = UNSET
    rate_limit: bool | UnsetType = UNSET


class RemainingBody(msgspec.Struct, forbid_unknown_fields=True):
    """The number of requests left in a quota; an ``organization_id`` of null means the quota of the `/me` routes."""

    remaining: Annotated[int, msgspec.Meta(ge=0)]
    organization_id: int | UnsetType | None = UNSET
    user_id: int | UnsetType = UNSET


class LogBody(msgspec.Struct, forbid_unknown_fields=True):
    """A change of what the log stores."""

    bodies: bool | UnsetType = UNSET
    max_body_bytes: Annotated[int, msgspec.Meta(ge=0, le=MAX_BODIES)] | UnsetType = UNSET


class OrganizationBody(msgspec.Struct, forbid_unknown_fields=True):
    """A change of the plan of an organization."""

    has_tasks: bool


class UserBody(msgspec.Struct, forbid_unknown_fields=True):
    """Which workspaces and projects a user is a member of."""

    workspace_ids: list[int] | UnsetType = UNSET
    project_ids: list[int] | UnsetType = UNSET


class OverviewQuery(msgspec.Struct, forbid_unknown_fields=True):
    """The revision that the caller has."""

    since: int | None = None


class ActedQuery(msgspec.Struct, forbid_unknown_fields=True):
    """The number of applied faults to list."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=MAX_ACTED)] = 25


class NotFound(Exception):
    """There is no such route, fault, request or entity."""


class ControlPlane:
    """Answers the routes of `control.yaml` on a sandbox."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._revisions = Revisions()
        self._touched = TouchedRequests(world.log)

    async def respond(self, request: Request) -> Response:
        """Answer one request below the prefix."""
        try:
            return await self._respond(request)
        except TooLarge as error:
            return _error(413, str(error))
        except ValueError as error:
            return _error(400, str(error))
        except NotFound as error:
            return _error(404, str(error))
        except StoreError as error:
            return _error(500, str(error))

    async def _respond(self, request: Request) -> Response:
        method, path = request.scope["method"], request.scope["path"]
        at = f"{CONTROL_PREFIX}/" if path == CONTROL_PREFIX else path
        operation = OPERATIONS.find(method, at)
        if operation is None:
            if methods := OPERATIONS.methods(at):
                allow = ", ".join(methods)
                return _error(405, f"{method} is not among the methods of {path}: {allow}", {"allow": allow})
            raise NotFound(f"there is nothing at {path}: GET {CONTROL_PREFIX}/openapi.yaml lists what there is")
        model = operation.route.body
        body = await read_body(request, LONGEST_STATE if model is bytes else LONGEST_BODY)
        arguments: list[Any] = [
            int(text) if name in operation.route.parameters else text for name, text in operation.values(at).items()
        ]
        if operation.route.query is not None:
            arguments.append(_read_query(request.scope["query_string"], operation.route.query))
        if operation.route.handler == "export_har":
            arguments.append(str(request.base_url).rstrip("/"))
        if model is not None:
            # A body without required fields can be omitted.
            arguments.append(body if model is bytes else read_json(body or b"{}", model))
        with self._world.state.lock:
            result = getattr(self, operation.route.handler)(*arguments)
            self._world.save()
        return result if isinstance(result, Response) else _json(200, result)

    def overview(self, query: OverviewQuery) -> dict[str, Any]:
        sections = {
            "about": self.about(),
            "clock": self.read_clock(),
            "quota": self.read_quota(),
            **self.list_faults(),
            **overview(self._world),
        }
        return self._revisions.since(sections, query.since)

    def describe(self) -> Response:
        return Response(DESCRIPTION.read_bytes(), media_type="application/yaml", headers=NO_STORE)

    def about(self) -> dict[str, Any]:
        sandbox = self._world
        return {
            "seed": sandbox.seed,
            "organization_id": sandbox.organization_id,
            "workspace_id": sandbox.workspace_id,
            "project_id": sandbox.project_id,
            "user_id": sandbox.seeded.user.id,
            "email": sandbox.email,
            "password": sandbox.password,
            "track_token": sandbox.token,
            "focus_token": sandbox.focus_token,
        }

    def reset(self) -> dict[str, Any]:
        self._world.reset()
        return self.about()

    def reseed(self, body: SeedBody) -> dict[str, Any]:
        self._world.reseed(body.seed)
        return self.about()

    def export_state(self) -> Response:
        return Response(self._world.export_state(), media_type="application/json", headers=NO_STORE)

    def import_state(self, document: bytes) -> dict[str, Any]:
        self._world.import_state(document)
        return self.about()

    def read_clock(self) -> dict[str, Any]:
        clock = self._world.clock
        return {"now": clock.now(), "frozen": clock.frozen}

    def freeze_clock(self, body: FreezeBody) -> dict[str, Any]:
        self._world.clock.freeze(body.at)
        return self.read_clock()

    def advance_clock(self, body: AdvanceBody) -> dict[str, Any]:
        self._world.clock.advance(body.seconds)
        return self.read_clock()

    def resume_clock(self) -> dict[str, Any]:
        self._world.clock.resume()
        return self.read_clock()

    def read_quota(self) -> dict[str, Any]:
        quota = self._world.quota
        readings = [(used, quota.status(used.user_id, used.organization_id)) for used in quota.used]
        return {
            "plan": quota.plan,
            "rate_limit": self._world.rate_limit.enabled,
            "open": [
                {"user_id": used.user_id, "organization_id": used.organization_id, **reading._asdict()}
                for used, reading in readings
                if reading.resets_in is not None
            ],
        }

    def change_quota(self, body: QuotaBody) -> dict[str, Any]:
        if body.plan is not UNSET:
            self._world.quota.plan = body.plan
        if body.rate_limit is not UNSET:
            self._world.rate_limit.enabled = body.rate_limit
        return self.read_quota()

    def leave_quota(self, body: RemainingBody) -> dict[str, Any]:
        sandbox = self._world
        user_id = sandbox.seeded.user.id if body.user_id is UNSET else body.user_id
        organization_id = sandbox.organization_id if body.organization_id is UNSET else body.organization_id
        if user_id not in sandbox.state.users:
            raise ValueError(f"user_id names {user_id}, which is no user here: leave it out for the sandbox's own")
        if organization_id is not None and organization_id not in sandbox.state.organizations:
            raise ValueError(
                f"organization_id names {organization_id}, which is no organization here: "
                f"take {sandbox.organization_id}, or null for the routes under /me"
            )
        sandbox.quota.leave(user_id, organization_id, body.remaining)
        return self.read_quota()

    def list_faults(self) -> dict[str, Any]:
        return {"faults": list(self._world.faults)}

    def add_fault(self, body: Fault) -> Any:
        return self._world.faults.add(body)

    def clear_faults(self) -> dict[str, Any]:
        self._world.faults.clear()
        return self.list_faults()

    def read_fault(self, id: str) -> Any:
        try:
            return self._world.faults.get(id)
        except KeyError:
            raise NotFound(f"there is no fault {id}: GET {CONTROL_PREFIX}/faults lists those there are") from None

    def delete_fault(self, id: str) -> Any:
        deleted = self.read_fault(id)
        self._world.faults.delete(id)
        return deleted

    def list_acted(self, query: ActedQuery) -> list[Any]:
        return list(islice(reversed(self._world.log.acted), query.limit))

    def list_presets(self) -> list[dict[str, Any]]:
        from ..faults.presets import PRESETS

        return [preset._asdict() for preset in PRESETS]

    def list_requests(self, query: RequestsQuery) -> dict[str, Any]:
        log = self._world.log
        found, matched = query.select(log)
        return {"requests": found, "total": len(log), "matched": matched}

    def read_request(self, id: int) -> dict[str, Any]:
        found = self._world.log.find(id)
        if found is None:
            raise NotFound(f"there is no request {id} in the log: GET {CONTROL_PREFIX}/requests lists those there are")
        return Details(self._world).of(*found)

    def export_har(self, query: RequestsQuery, origin: str) -> Response:
        from .har import HarResponse, har

        log, details = self._world.log, Details(self._world)
        found = [entry for request in query.select(log)[0] if (entry := log.find(request.id))]

        def describe(entry: tuple[LoggedRequest, Exchange]) -> dict[str, Any]:
            with self._world.state.lock:
                return details.of(*entry)

        headers = {**NO_STORE, "content-disposition": 'attachment; filename="toggl-sandbox.har"'}
        return HarResponse(har(found, describe, origin, version()), 200, headers, "application/json")

    def clear_requests(self) -> dict[str, Any]:
        self._world.clear_requests()
        return self.list_requests(RequestsQuery())

    def read_log(self) -> dict[str, Any]:
        log = self._world.log
        return {
            "bodies": log.bodies,
            "max_body_bytes": log.max_body_bytes,
            "requests": len(log),
            "bytes": log.stored_bytes,
            "max_bytes": MAX_BODIES,
        }

    def change_log(self, body: LogBody) -> dict[str, Any]:
        log = self._world.log
        if body.bodies is not UNSET:
            log.bodies = body.bodies
        if body.max_body_bytes is not UNSET:
            log.max_body_bytes = body.max_body_bytes
        return self.read_log()

    def list_entities(self, kind: str, query: BrowseQuery) -> dict[str, Any]:
        return list_entities(self._world.state, _kind(kind), query)

    def read_entity(self, kind: str, id: int) -> dict[str, Any]:
        state = self._world.state
        entity = find_entity(state, _kind(kind), id)
        if entity is None:
            raise NotFound(f"there is no {id} among the {kind}: GET {CONTROL_PREFIX}/world/{kind} lists them")
        return {
            "item": Descriptions(state).of(kind, entity),
            "children": children_of(state, kind, entity),
            "requests": self._touched.of(kind, id),
        }

    def restore_track_task(self, id: int) -> dict[str, Any]:
        self.read_entity("track_tasks", id)
        restore_track_task(self._world.state, id)
        return self.read_entity("track_tasks", id)

    def restore_project(self, id: int) -> dict[str, Any]:
        self.read_entity("projects", id)
        restore_project(self._world.state, id)
        return self.read_entity("projects", id)

    def change_organization(self, id: int, body: OrganizationBody) -> dict[str, Any]:
        self.read_entity("organizations", id)
        change_organization(self._world.state, id, has_tasks=body.has_tasks)
        return self.read_entity("organizations", id)

    def change_user(self, id: int, body: UserBody) -> dict[str, Any]:
        self.read_entity("users", id)
        change_user(
            self._world.state,
            id,
            None if body.workspace_ids is UNSET else set(body.workspace_ids),
            None if body.project_ids is UNSET else set(body.project_ids),
        )
        return self.read_entity("users", id)


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise NotFound(f"there is no kind {kind!r}: choose one of {', '.join(KINDS)}")
    return kind


def _read_query(query: bytes, model: type[QueryT]) -> QueryT:
    """Return a query as a model; raises ``ValueError``. An empty member is the same as none."""
    try:
        value = msgspec.convert(dict(parse_qsl(query.decode("latin-1"))), model, strict=False)
    except msgspec.ValidationError as error:
        raise ValueError(": ".join(filter(None, field_and_rule(error)))) from None
    check_ranges(value)
    return value


def _route(method: str, url: str, handler: str, body: type | None = None, query: type | None = None) -> Route:
    parameters = {"id": Parameter("integer")} if url.startswith(("/requests/", "/world/")) else {}
    return Route(
        f"control.{handler}", "control", handler, method, url, 200, body=body, query=query, parameters=parameters
    )


ROUTES: Final = (
    _route("GET", "/", "about"),
    _route("GET", "/overview", "overview", query=OverviewQuery),
    _route("GET", "/openapi.yaml", "describe"),
    _route("POST", "/reset", "reset"),
    _route("POST", "/seed", "reseed", SeedBody),
    _route("GET", "/state", "export_state"),
    _route("PUT", "/state", "import_state", bytes),
    _route("GET", "/clock", "read_clock"),
    _route("POST", "/clock/freeze", "freeze_clock", FreezeBody),
    _route("POST", "/clock/advance", "advance_clock", AdvanceBody),
    _route("POST", "/clock/resume", "resume_clock"),
    _route("GET", "/quota", "read_quota"),
    _route("PATCH", "/quota", "change_quota", QuotaBody),
    _route("PUT", "/quota/remaining", "leave_quota", RemainingBody),
    _route("GET", "/faults", "list_faults"),
    _route("POST", "/faults", "add_fault", Fault),
    _route("DELETE", "/faults", "clear_faults"),
    _route("GET", "/faults/acted", "list_acted", query=ActedQuery),
    _route("GET", "/faults/presets", "list_presets"),
    _route("GET", "/faults/{id}", "read_fault"),
    _route("DELETE", "/faults/{id}", "delete_fault"),
    _route("GET", "/requests", "list_requests", query=RequestsQuery),
    _route("DELETE", "/requests", "clear_requests"),
    _route("GET", "/requests/{id}", "read_request"),
    _route("GET", "/requests.har", "export_har", query=RequestsQuery),
    _route("GET", "/log", "read_log"),
    _route("PATCH", "/log", "change_log", LogBody),
    _route("GET", "/world/{kind}", "list_entities", query=BrowseQuery),
    _route("GET", "/world/{kind}/{id}", "read_entity"),
    _route("POST", "/world/track_tasks/{id}/restore", "restore_track_task"),
    _route("POST", "/world/projects/{id}/restore", "restore_project"),
    _route("PATCH", "/world/organizations/{id}", "change_organization", OrganizationBody),
    _route("PATCH", "/world/users/{id}", "change_user", UserBody),
)
"""``body`` is the type of a body: ``bytes`` for a document that its handler reads."""
OPERATIONS: Final = Operations(below(CONTROL_PREFIX, ROUTES))
NO_STORE: Final = {"cache-control": "no-store"}


def _json(status: int, value: object, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(value), status, {**NO_STORE, **(headers or {})}, media_type="application/json")


def _error(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return _json(status, {"error": text}, headers)
