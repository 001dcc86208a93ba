"""The control plane: what is under `/_sandbox/`, for tests in any language. `control.yaml` describes it.

Each route does what a method of ``Sandbox`` does. It asks for no credentials, is charged to no quota, is in no request
log and meets no fault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from ..faults.fault import Fault
from ..http.asgi import LONGEST_BODY, ClientGone, Message, Receive, Send, TooLarge, whole_body
from ..json_input import read_json
from ..limits.quota import Plan
from ..operations import covers
from ..state.state import StoreError
from .overview import overview

if TYPE_CHECKING:
    from ..state.world import World

PREFIX: Final = "/_sandbox"
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


class Problem(Exception):
    """A request that the control plane does not carry out."""

    def __init__(self, status: int, text: str, allow: str | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.allow = allow


class Raw(NamedTuple):
    """A reply that is written already."""

    content: bytes
    media_type: str


class ControlPlane:
    """Answers the routes of `control.yaml` on a sandbox."""

    def __init__(self, sandbox: World) -> None:
        self._sandbox = sandbox

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request below the prefix."""
        allow = None
        try:
            route, values = _route(scope["method"], scope["path"].removeprefix(PREFIX) or "/")
            body = await whole_body(scope, receive, LONGEST_STATE if route.body is Raw else LONGEST_BODY)
            with self._sandbox.state.lock:
                answer = route.answer(self, *values, *_read(route, body))
                self._sandbox.save()
            status, reply = 200, answer if isinstance(answer, Raw) else _json(answer)
        except ClientGone:
            return
        except TooLarge as error:
            status, reply = 413, _json({"error": str(error)})
        except ValueError as error:
            status, reply = 400, _json({"error": str(error)})
        except StoreError as error:
            status, reply = 500, _json({"error": str(error)})
        except Problem as problem:
            status, reply, allow = problem.status, _json({"error": str(problem)}), problem.allow
        headers = [
            (b"content-type", reply.media_type.encode()),
            (b"content-length", str(len(reply.content)).encode()),
            (b"cache-control", b"no-store"),
        ]
        if allow:
            headers.append((b"allow", allow.encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": reply.content})

    def overview(self) -> dict[str, Any]:
        return {
            "about": self.about(),
            "clock": self.read_clock(),
            "quota": self.read_quota(),
            **self.list_faults(),
            **overview(self._sandbox),
        }

    def describe(self) -> Raw:
        return Raw(DESCRIPTION.read_bytes(), "application/yaml")

    def about(self) -> dict[str, Any]:
        sandbox = self._sandbox
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
        self._sandbox.reset()
        return self.about()

    def reseed(self, body: SeedBody) -> dict[str, Any]:
        self._sandbox.reseed(body.seed)
        return self.about()

    def export_state(self) -> Raw:
        return Raw(self._sandbox.export_state(), "application/json")

    def import_state(self, document: bytes) -> dict[str, Any]:
        self._sandbox.import_state(document)
        return self.about()

    def read_clock(self) -> dict[str, Any]:
        clock = self._sandbox.clock
        return {"now": clock.now(), "frozen": clock.frozen}

    def freeze_clock(self, body: FreezeBody) -> dict[str, Any]:
        self._sandbox.clock.freeze(body.at)
        return self.read_clock()

    def advance_clock(self, body: AdvanceBody) -> dict[str, Any]:
        self._sandbox.clock.advance(body.seconds)
        return self.read_clock()

    def resume_clock(self) -> dict[str, Any]:
        self._sandbox.clock.resume()
        return self.read_clock()

    def read_quota(self) -> dict[str, Any]:
        quota = self._sandbox.quota
        readings = [(used, quota.status(used.user_id, used.organization_id)) for used in quota.used]
        return {
            "plan": quota.plan,
            "rate_limit": self._sandbox.rate_limit.enabled,
            "open": [
                {"user_id": used.user_id, "organization_id": used.organization_id, **reading._asdict()}
                for used, reading in readings
                if reading.resets_in is not None
            ],
        }

    def change_quota(self, body: QuotaBody) -> dict[str, Any]:
        if body.plan is not UNSET:
            self._sandbox.quota.plan = body.plan
        if body.rate_limit is not UNSET:
            self._sandbox.rate_limit.enabled = body.rate_limit
        return self.read_quota()

    def leave_quota(self, body: RemainingBody) -> dict[str, Any]:
        sandbox = self._sandbox
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
        return {"faults": list(self._sandbox.faults)}

    def add_fault(self, body: Fault) -> Any:
        return self._sandbox.faults.add(body)

    def clear_faults(self) -> dict[str, Any]:
        self._sandbox.faults.clear()
        return self.list_faults()

    def read_fault(self, id: str) -> Any:
        try:
            return self._sandbox.faults.get(id)
        except KeyError:
            raise Problem(404, f"there is no fault {id}: GET {PREFIX}/faults lists those there are") from None

    def delete_fault(self, id: str) -> Any:
        deleted = self.read_fault(id)
        self._sandbox.faults.delete(id)
        return deleted

    def list_requests(self) -> dict[str, Any]:
        return {"requests": self._sandbox.requests}

    def clear_requests(self) -> dict[str, Any]:
        self._sandbox.clear_requests()
        return self.list_requests()


class Route(NamedTuple):
    """One route below the prefix; ``body`` is the type of its body, ``Raw`` for a document that is read later."""

    method: str
    path: str
    answer: Callable[..., Any]
    body: type | None = None


ROUTES: Final = (
    Route("GET", "/", ControlPlane.about),
    Route("GET", "/overview", ControlPlane.overview),
    Route("GET", "/openapi.yaml", ControlPlane.describe),
    Route("POST", "/reset", ControlPlane.reset),
    Route("POST", "/seed", ControlPlane.reseed, SeedBody),
    Route("GET", "/state", ControlPlane.export_state),
    Route("PUT", "/state", ControlPlane.import_state, Raw),
    Route("GET", "/clock", ControlPlane.read_clock),
    Route("POST", "/clock/freeze", ControlPlane.freeze_clock, FreezeBody),
    Route("POST", "/clock/advance", ControlPlane.advance_clock, AdvanceBody),
    Route("POST", "/clock/resume", ControlPlane.resume_clock),
    Route("GET", "/quota", ControlPlane.read_quota),
    Route("PATCH", "/quota", ControlPlane.change_quota, QuotaBody),
    Route("PUT", "/quota/remaining", ControlPlane.leave_quota, RemainingBody),
    Route("GET", "/faults", ControlPlane.list_faults),
    Route("POST", "/faults", ControlPlane.add_fault, Fault),
    Route("DELETE", "/faults", ControlPlane.clear_faults),
    Route("GET", "/faults/{id}", ControlPlane.read_fault),
    Route("DELETE", "/faults/{id}", ControlPlane.delete_fault),
    Route("GET", "/requests", ControlPlane.list_requests),
    Route("DELETE", "/requests", ControlPlane.clear_requests),
)


def _route(method: str, path: str) -> tuple[Route, list[str]]:
    """Return the route of a request with the values of its path; ``Problem`` when there is none."""
    segments = path.split("/")
    here = [route for route in ROUTES if covers(route.path.split("/"), segments)]
    for route in here:
        if route.method == method:
            pattern = route.path.split("/")
            return route, [have for wanted, have in zip(pattern, segments, strict=True) if wanted.startswith("{")]
    if here:
        allow = ", ".join(route.method for route in here)
        raise Problem(405, f"{method} is not among the methods of {PREFIX}{path}: {allow}", allow)
    raise Problem(404, f"there is nothing at {PREFIX}{path}: GET {PREFIX}/openapi.yaml lists what there is")


def _read(route: Route, body: bytes) -> list[Any]:
    if route.body is None:
        return []
    # A body of which nothing is required may be left out.
    return [body if route.body is Raw else read_json(body or b"{}", route.body)]


def _json(value: object) -> Raw:
    return Raw(msgspec.json.encode(value), "application/json")
