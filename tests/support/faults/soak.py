"""Thousands of concurrent calls while a tenth of the requests fail; the state of the sandbox verifies each result.

`make soak`, or `python -m tests.support.faults.soak 20000`, makes 20,000 calls and prints a summary.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import tracemalloc
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final

import httpx
import msgspec
from attrs import Factory, define, frozen

from tests.support.faults.cell import without_sleep
from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.client_clock import ClientClock
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.faults.fault import Fault
from toggl_tasks import AsyncFocus, AsyncTrack, ConnectionFailed, NotFound, RateLimited, TogglError, replace

WORKERS: Final = 20
CHUNK: Final = 1_000
"""Calls between two resets of the sandbox, which limit its memory and keep all requests in its log."""
SHARE: Final = 0.1
FAULTS: Final = (
    Fault(status=503),
    Fault(status=503, when="after"),
    Fault(status=504, when="after"),
    Fault(spoil="html"),
    Fault(status=500),
    Fault(status=429, retry_after=1),
    Fault(drop="refused"),
    Fault(drop="closed"),
    Fault(drop="closed", when="after"),
    Fault(drop="reset_midway", when="after"),
    Fault(delay=31, when="after"),
    Fault(spoil="cut"),
)


class CountedStream(httpx.AsyncByteStream):
    """The body of a response, which must be closed."""

    def __init__(self, stream: Any, count: CountedTransport) -> None:
        self._stream, self._count = stream, count

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        self._count.closed += 1
        await self._stream.aclose()


class CountedTransport(httpx.AsyncBaseTransport):
    """Counts opened and closed responses: a difference is a connection that a real pool would leak."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self.opened = self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        self.opened += 1
        stream = CountedStream(response.stream, self)
        return httpx.Response(response.status_code, headers=response.headers.raw, stream=stream)


@define
class Report:
    """The outcome of all calls."""

    calls: int = 0
    attempts: int = 0
    requests: int = 0
    faults: int = 0
    outcomes: Counter[str] = Factory(Counter)
    wrong: list[str] = Factory(list)
    """Results that the state of the sandbox contradicts."""
    left_open: int = 0
    memory: list[int] = Factory(list)
    """Bytes in use after each chunk."""


@frozen
class Worker:
    """A sequence of calls on tasks of its own, each compared with the state of the sandbox."""

    sandbox: Sandbox
    track: AsyncTrack
    focus: AsyncFocus
    report: Report
    name: str
    random: Random
    tasks: list[int] = Factory(list)
    names: dict[str, range] = Factory(dict)
    """The number of Focus tasks that may exist with a name."""

    async def work(self, calls: int) -> None:
        for number in range(calls):
            kinds = [self.create, self.create_in_focus]
            if self.tasks:
                kinds += [self.update, self.patch, self.get, self.list, self.delete, self.get, self.update, self.patch]
            await self.random.choice(kinds)(number)

    async def call(self, coroutine: Any, *, repeatable: bool) -> tuple[Any, str]:
        """Return the value and whether the request was applied: `done`, `not done`, or `perhaps`."""
        self.report.calls += 1
        try:
            answer = await coroutine
        except TogglError as error:
            self.report.attempts += error.attempts
            self.report.outcomes[type(error).__name__] += 1
            if isinstance(error, NotFound):
                return error, "gone"
            certain = isinstance(error, RateLimited) or (
                isinstance(error, ConnectionFailed) and not error.may_have_arrived
            )
            return error, "not done" if certain and (error.attempts == 1 or not repeatable) else "perhaps"
        self.report.attempts += answer.attempts
        self.report.outcomes["value"] += 1
        return answer.value, "done"

    def check(self, what: str, right: bool, outcome: str) -> None:
        if not right:
            self.report.wrong.append(f"{self.name}: {what} was reported as {outcome}, which the state contradicts")

    def find(self, task_id: int) -> Any:
        return self.sandbox.state.track_tasks.find(self.sandbox.project_id, task_id)

    @property
    def place(self) -> tuple[int, int]:
        return self.sandbox.workspace_id, self.sandbox.project_id

    async def create(self, number: int) -> None:
        name = f"{self.name} makes {number}"
        _, outcome = await self.call(self.track.raw.create_task(*self.place, {"name": name}), repeatable=False)
        task_id = self.sandbox.state.track_tasks.id_of_name(self.sandbox.project_id, name)
        self.check("create", {"done": task_id is not None, "not done": task_id is None}.get(outcome, True), outcome)
        if task_id is not None:
            self.tasks.append(task_id)

    async def create_in_focus(self, number: int) -> None:
        # Names need not be unique in Focus, so a task that was created twice is detected.
        name = f"{self.name} makes {number}"
        place = self.sandbox.organization_id, self.sandbox.workspace_id
        _, outcome = await self.call(self.focus.raw.create_task(*place, {"name": name}), repeatable=False)
        self.names[name] = {"done": range(1, 2), "not done": range(1)}.get(outcome, range(2))

    async def update(self, number: int) -> None:
        await self.change(number, patch=False)

    async def patch(self, number: int) -> None:
        await self.change(number, patch=True)

    async def change(self, number: int, *, patch: bool) -> None:
        task_id = self.random.choice(self.tasks)
        before, after = self.find(task_id).estimated_seconds, 1_000 + number
        if patch:
            change = [replace("/estimated_seconds", after)]
            request: Any = self.track.raw.patch_tasks(*self.place, str(task_id), change)
        else:
            request = self.track.raw.update_task(*self.place, task_id, {"estimated_seconds": after})
        _, outcome = await self.call(request, repeatable=not patch)
        now = self.find(task_id).estimated_seconds
        right = {"done": now == after, "not done": now == before, "gone": False}.get(outcome, now in (before, after))
        self.check("change", right, outcome)

    async def get(self, number: int) -> None:
        task_id = self.random.choice(self.tasks)
        task, outcome = await self.call(self.track.raw.get_task(*self.place, task_id), repeatable=True)
        stored = self.find(task_id)
        right = outcome == "perhaps" or (
            outcome == "done" and (task.name, task.estimated_seconds) == (stored.name, stored.estimated_seconds)
        )
        self.check("get", right, outcome)

    async def list(self, number: int) -> None:
        page, outcome = await self.call(
            self.track.raw.list_workspace_tasks(self.sandbox.workspace_id, per_page=20, search=self.name),
            repeatable=True,
        )
        # Only tasks of this worker have its name in theirs, and it makes one call at a time.
        right = outcome == "perhaps" or (outcome == "done" and page.total_count == len(self.tasks))
        self.check("list", right, outcome)

    async def delete(self, number: int) -> None:
        task_id = self.random.choice(self.tasks)
        error, outcome = await self.call(self.track.raw.delete_task(*self.place, task_id), repeatable=True)
        there = self.find(task_id) is not None
        # A retry finds nothing if the first attempt deleted the task and its response was lost.
        gone = outcome == "gone" and not there and error.attempts > 1
        self.check("delete", {"done": not there, "not done": there, "gone": gone}.get(outcome, True), outcome)
        if not there:
            self.tasks.remove(task_id)


async def soak(calls: int, chunk: int = CHUNK) -> Report:
    """Make this number of calls of both APIs; inside `trace_memory()`, the report has the memory in use as well."""
    report = Report()
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, without_sleep(sandbox):
        clock = ClientClock(sandbox.clock)
        transport = CountedTransport(sandbox.async_transport())
        async with AsyncExitStack() as clients:
            track = AsyncTrack(token=sandbox.token, base_url=sandbox.track_url, transport=transport, clock=clock)
            focus = AsyncFocus(token=sandbox.focus_token, base_url=sandbox.focus_url, transport=transport, clock=clock)
            await clients.enter_async_context(track)
            await clients.enter_async_context(focus)
            for number in range(0, calls, chunk):
                await _chunk(sandbox, track, focus, report, number, min(chunk, calls - number))
                report.left_open += transport.opened - transport.closed
                sandbox.reset()
                gc.collect()
                report.memory.append(tracemalloc.get_traced_memory()[0])
    return report


async def _chunk(sandbox: Sandbox, track: AsyncTrack, focus: AsyncFocus, report: Report, seed: int, calls: int) -> None:
    sandbox.reset()
    for number, fault in enumerate(FAULTS):
        # A fault only sees the requests on which no earlier one fired.
        probability = 1 - (1 - SHARE) ** (1 / len(FAULTS))
        sandbox.faults.add(msgspec.structs.replace(fault, probability=probability, seed=seed * 100 + number))
    workers = [
        Worker(sandbox, track, focus, report, f"Worker {number:03}", Random(f"{seed} {number}"))
        for number in range(WORKERS)
    ]
    shares = [calls // WORKERS + (number < calls % WORKERS) for number in range(WORKERS)]
    before = report.attempts
    await asyncio.gather(*(worker.work(share) for worker, share in zip(workers, shares, strict=True)))
    requests = sandbox.requests
    report.requests += len(requests)
    report.faults += sum(request.fault is not None for request in requests)
    if len(requests) != report.attempts - before:
        report.wrong.append(f"{len(requests)} requests arrived, the clients report {report.attempts - before}")
    made = Counter(task.name for task in sandbox.state.focus_tasks if task.deleted_at is None)
    for worker in workers:
        for name, may_be in worker.names.items():
            worker.check(f"{name!r} in Focus, {made[name]} times,", made[name] in may_be, f"{may_be}")


@contextmanager
def trace_memory() -> Iterator[None]:
    """Trace the memory in use, which more than doubles the time of each call."""
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def resident() -> int:
    """Return the resident memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def main() -> None:
    calls = int(sys.argv[1])
    logging.getLogger("toggl_tasks").setLevel(logging.ERROR)  # each retry logs a warning
    resident_before = resident()
    with trace_memory():
        report = asyncio.run(soak(calls))
    print(f"{report.calls:,} calls, {report.attempts:,} attempts, {report.requests:,} requests arrived")
    print(f"{report.faults:,} requests had a fault ({report.faults / report.requests:.1%})")
    print(", ".join(f"{name} {count:,}" for name, count in report.outcomes.most_common()))
    print(f"lost, duplicate or contradicting results: {len(report.wrong)}; responses left open: {report.left_open}")
    warm = report.memory[1 if len(report.memory) > 1 else 0]
    print(f"memory after the second {CHUNK:,} calls {warm / 2**20:.2f} MiB, at the end {report.memory[-1] / 2**20:.2f}")
    print(f"resident memory before {resident_before / 2**20:.0f} MiB, at the end {resident() / 2**20:.0f}")
    for line in report.wrong[:20]:
        print(line)
    sys.exit(bool(report.wrong or report.left_open))


if __name__ == "__main__":
    main()
