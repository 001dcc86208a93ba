"""The control plane: what is under `/_sandbox/`, for tests in any language. `control.yaml` describes it.

Each route does what a method of ``Sandbox`` does. It asks for no credentials, is charged to no quota, is in no request
log and meets no fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from toggl_server.routing import Route

from ..faults.fault import Fault
from ..http.body import LONGEST_BODY, TooLarge, read_body
from ..json_input import read_json
from ..limits.quota import Plan
from ..operations import CONTROL_PREFIX, Operations, below
from ..state.state import StoreError
from ..state.world import World
from .overview import overview

LONGEST_STATE: Final = 1 << 28
"""Bytes of a state that may be imported."""
DESCRIPTION: Final = Path(__file__).with_name("control.yaml")


class SeedBody(msgspec.Struct, forbid_unknown_fields=True):
    """Which contents to start over with."""

    seed: int


class FreezeBody(msgspec.Struct, forbid_unknown_fields=True):
    """Where to stand still; here without it."""

    at: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


class AdvanceBody(msgspec.Struct, forbid_unknown_fields=True):
    """How far to jump ahead."""

    seconds: Annotated[float, msgspec.Meta(ge=0)]


class QuotaBody(msgspec.Struct, forbid_unknown_fields=True):
    """What to change of the quota."""

    plan: Plan | UnsetType = UNSET
    rate_limit: bool | UnsetType = UNSET


class RemainingBody(msgspec.Struct, forbid_unknown_fields=True):
    """How many requests to leave of which quota: an ``organization_id`` of null stands for the `/me` routes."""

    remaining: Annotated[int, msgspec.Meta(ge=0)]
    organization_id: int | UnsetType | None = UNSET
    user_id: int | UnsetType = UNSET


class NotFound(Exception):
    """There is no such route, or no such fault."""


class ControlPlane:
    """Answers the routes of `control.yaml` on a sandbox."""

    def __init__(self, world: World) -> None:
        self._world = world

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
        arguments: list[Any] = list(operation.values(at).values())
        if model is not None:
            # A body of which nothing is required may be left out.
            arguments.append(body if model is bytes else read_json(body or b"{}", model))
        with self._world.state.lock:
            result = getattr(self, operation.route.handler)(*arguments)
            self._world.save()
        return result if isinstance(result, Response) else _json(200, result)

    def overview(self) -> dict[str, Any]:
        return {
            "about": self.about(),
            "clock": self.read_clock(),
            "quota": self.read_quota(),
            **self.list_faults(),
            **overview(self._world),
        }

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

    def list_requests(self) -> dict[str, Any]:
        return {"requests": self._world.requests}

    def clear_requests(self) -> dict[str, Any]:
        self._world.clear_requests()
        return self.list_requests()


def _route(method: str, url: str, handler: str, body: type | None = None) -> Route:
    return Route(f"control.{handler}", "control", handler, method, url, 200, body=body)


ROUTES: Final = (
    _route("GET", "/", "about"),
    _route("GET", "/overview", "overview"),
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
    _route("GET", "/faults/{id}", "read_fault"),
    _route("DELETE", "/faults/{id}", "delete_fault"),
    _route("GET", "/requests", "list_requests"),
    _route("DELETE", "/requests", "clear_requests"),
)
"""``body`` is the type of a body: ``bytes`` for a document that its handler reads."""
OPERATIONS: Final = Operations(below(CONTROL_PREFIX, ROUTES))
NO_STORE: Final = {"cache-control": "no-store"}


def _json(status: int, value: object, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(value), status, {**NO_STORE, **(headers or {})}, media_type="application/json")


def _error(status: int, text: str, headers: Mapping[str, str] | None = None) -> Response:
    return _json(status, {"error": text}, headers)
