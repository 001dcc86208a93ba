"""One cell of the fault matrix: one operation on one bad day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
from attrs import frozen

from tests.support.clients import maybe_await
from tests.support.faults.bad_days import BadDay, Outcome
from tests.support.faults.operations import Asked, ids_in
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT
from toggl_tasks import AsyncFocus, AsyncTrack, Drift, Focus, Retries, TogglError, Track


@frozen
class SteppedClock:
    """Time that only passes when the client waits, for the sandbox too."""

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


@contextmanager
def without_sleep(sandbox: Sandbox) -> Iterator[None]:
    """The delays of faults pass at once."""

    async def sleep(seconds: float) -> None:
        pass

    before, sandbox.faults.sleep = sandbox.faults.sleep, sleep
    try:
        yield
    finally:
        sandbox.faults.sleep = before


def make_client(sandbox: Sandbox, api: str, way: str, **options: Any) -> Any:
    """A client of an API for threads or asyncio."""
    token = sandbox.token if api == "track" else sandbox.focus_token
    url = sandbox.track_url if api == "track" else sandbox.focus_url
    kinds: Any = {
        ("track", "threads"): Track,
        ("track", "asyncio"): AsyncTrack,
        ("focus", "threads"): Focus,
        ("focus", "asyncio"): AsyncFocus,
    }
    transport = sandbox.transport() if way == "threads" else sandbox.async_transport()
    return kinds[api, way](token=token, base_url=url, transport=transport, **options)


def contents(sandbox: Sandbox) -> dict[tuple[str, int], object]:
    """What can be seen to change in the tasks of both APIs."""
    state = sandbox.state
    found: dict[tuple[str, int], object] = {}
    for track_task in state.track_tasks:
        found["track", track_task.id] = (track_task.name, track_task.server_deleted_at)
    for focus_task in state.focus_tasks:
        found["focus", focus_task.id] = (focus_task.name, focus_task.deleted_at)
    return found


@frozen(kw_only=True)
class Seen:
    """What a call came to."""

    outcome: Outcome
    answer: Any
    """The answer, or None."""
    error: TogglError | None
    drifts: list[Drift]


async def run_cell(sandbox: Sandbox, asked: Asked, day: BadDay, way: str, *, lasting: bool) -> Seen:
    """Run one cell on a new sandbox with a frozen clock."""
    clock = SteppedClock(sandbox.clock, [])
    drifts: list[Drift] = []
    repeats: Any = Retries(jitter=lambda: 1.0, patch=asked.patch_allowed)
    options = {"retries": repeats, "on_drift": drifts.append, "clock": clock} | day.options
    if "retries" in day.options:
        options["retries"] = Retries(count=day.options["retries"], patch=asked.patch_allowed)
    client = make_client(sandbox, asked.api, way, **options)
    ids = ids_in(sandbox)
    if day.spent:
        _spend(sandbox, 1 if day.spent == "known" else 0)
    if day.spent == "known":
        await maybe_await(asked.free(client, ids))
    if day.fault is not None:
        sandbox.faults.add(msgspec.structs.replace(day.fault, count=None if lasting else 1))
    before = contents(sandbox)
    sandbox.clear_requests()
    answer: Any = None
    error: TogglError | None = None
    with without_sleep(sandbox):
        try:
            answer = await maybe_await(asked.ask(client, ids))
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
    return Seen(outcome=outcome, answer=answer, error=error, drifts=drifts)


def _spend(sandbox: Sandbox, remaining: int) -> None:
    sandbox.quota.plan = "free"
    for organization_id in (sandbox.organization_id, None):
        sandbox.quota.leave(sandbox.seeded.user.id, organization_id, remaining)


@cache
def good_sandbox() -> Sandbox:
    """One where nothing goes wrong."""
    return Sandbox(clock=Clock(FROZEN_AT))


@cache
def good_value(asked: Asked, waited: float, plan: Any) -> Any:
    """What the operation gives after some seconds when nothing goes wrong."""
    sandbox = good_sandbox()
    sandbox.reset()
    sandbox.quota.plan = plan
    sandbox.clock.advance(waited)
    with make_client(sandbox, asked.api, "threads") as client:
        return asked.ask(client, ids_in(sandbox)).value
