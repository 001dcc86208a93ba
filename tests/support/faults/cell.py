"""One cell of the fault matrix: one operation while one fault is active."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpx2
import msgspec
from attrs import frozen

from tests.support.clients import maybe_await
from tests.support.faults.fault_cases import FaultCase, Outcome
from tests.support.faults.operations import OperationCall, find_ids
from tests.support.httpx2_transport import Httpx2Transport
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_tasks import AsyncFocus, AsyncTrack, Drift, Focus, Retries, TogglError, Track


@frozen
class SteppedClock:
    """A clock that advances only when the client waits, together with that of the sandbox."""

    clock: Clock
    waits: list[float]

    def time(self) -> float:
        return self.clock.now().timestamp()

    monotonic = time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.clock.advance(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


def reset_after_cell(sandbox: Sandbox, *, changed: bool) -> None:
    """Reset a sandbox for the next cell. Its contents take longest, and few cells change them."""
    if changed:
        sandbox.reset()
    else:
        sandbox.clock.reset()
        sandbox.quota.plan = sandbox.first.plan
        sandbox.quota.clear()
        sandbox.faults.reset()


@contextmanager
def without_sleep(sandbox: Sandbox) -> Iterator[None]:
    """Skip the delays of faults."""

    async def sleep(seconds: float) -> None:
        pass

    before, sandbox.faults.sleep = sandbox.faults.sleep, sleep
    try:
        yield
    finally:
        sandbox.faults.sleep = before


def make_client(sandbox: Sandbox, api: str, way: str, **options: Any) -> Any:
    """Return a client of an API: `way` is threads or asyncio, or one of them with `over httpx2`."""
    token = sandbox.token if api == "track" else sandbox.focus_token
    url = sandbox.track_url if api == "track" else sandbox.focus_url
    kinds: Any = {
        ("track", "threads"): Track,
        ("track", "asyncio"): AsyncTrack,
        ("focus", "threads"): Focus,
        ("focus", "asyncio"): AsyncFocus,
    }
    in_threads = way.startswith("threads")
    transport: Any = sandbox.transport() if in_threads else sandbox.async_transport()
    if way.endswith("over httpx2"):
        transport = Httpx2Transport(transport)
        options["http_client"] = (httpx2.Client if in_threads else httpx2.AsyncClient)(transport=transport)
    else:
        options["transport"] = transport
    return kinds[api, way.split()[0]](token=token, base_url=url, **options)


def contents(sandbox: Sandbox) -> dict[tuple[str, int], object]:
    """The state of projects and of the tasks of both APIs, as far as the calls of the matrix change it."""
    state = sandbox.state
    found: dict[tuple[str, int], object] = {("project", one.id): one.name for one in state.projects.values()}
    for track_task in state.track_tasks:
        found["track", track_task.id] = (track_task.name, track_task.server_deleted_at)
    for focus_task in state.focus_tasks:
        found["focus", focus_task.id] = (focus_task.name, focus_task.deleted_at, focus_task.archived_at)
    return found


@frozen(kw_only=True)
class CellResult:
    """The result of one cell."""

    outcome: Outcome
    answer: Any
    """The answer; None after an error."""
    error: TogglError | None
    drifts: list[Drift]


async def run_cell(sandbox: Sandbox, call: OperationCall, case: FaultCase, way: str, *, permanent: bool) -> CellResult:
    """Run one cell on a freshly reset sandbox with a frozen clock."""
    clock = SteppedClock(sandbox.clock, [])
    drifts: list[Drift] = []
    retries: Any = Retries(jitter=lambda: 1.0, patch=call.patch_allowed)
    options = {"retries": retries, "on_drift": drifts.append, "clock": clock} | case.options
    if "retries" in case.options:
        options["retries"] = Retries(count=case.options["retries"], patch=call.patch_allowed)
    client = make_client(sandbox, call.api, way, **options)
    ids = find_ids(sandbox)
    if case.spent:
        _spend(sandbox, 1 if case.spent == "known" else 0)
    if case.spent == "known":
        await maybe_await(call.free_call(client, ids))
    if case.fault is not None:
        sandbox.faults.add(msgspec.structs.replace(case.fault, count=None if permanent else 1))
    before = contents(sandbox)
    sandbox.clear_requests()
    answer: Any = None
    error: TogglError | None = None
    with without_sleep(sandbox):
        try:
            answer = await maybe_await(call.send(client, ids))
        except TogglError as caught:
            error = caught
    after = contents(sandbox)
    await maybe_await(client.close())
    outcome = Outcome(
        attempts=answer.attempts if error is None else error.attempts,
        requests=len(sandbox.requests),
        waited=sum(clock.waits),
        result="value" if error is None else type(error).__name__,
        changes=sum(before.get(key) != after.get(key) for key in before | after),
    )
    return CellResult(outcome=outcome, answer=answer, error=error, drifts=drifts)


def _spend(sandbox: Sandbox, remaining: int) -> None:
    sandbox.quota.plan = "free"
    for organization_id in (sandbox.organization_id, sandbox.seeded.planless_organization_id, None):
        sandbox.quota.leave(sandbox.seeded.user.id, organization_id, remaining)


@cache
def _sandbox_without_faults() -> Sandbox:
    """A sandbox of its own: the results without faults are read from it."""
    return Sandbox(clock=Clock(FROZEN_AT))


@cache
def expected_value(call: OperationCall, waited: float, plan: Any) -> Any:
    """The value of the operation without faults, after some seconds."""
    sandbox = _sandbox_without_faults()
    sandbox.reset()
    sandbox.quota.plan = plan
    sandbox.clock.advance(waited)
    with make_client(sandbox, call.api, "threads") as client:
        return call.send(client, find_ids(sandbox)).value
