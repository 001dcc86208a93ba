"""Several processes together keep the pace and the quota, also when one is killed: the service's log is the witness."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from threading import Event
from typing import Any

import pytest

from tests.facade.test_imports import ROOT
from tests.support import sharing_worker
from toggl_sandbox import Fault, Sandbox, running
from toggl_sandbox.request_log import Request
from toggl_tasks import Track

RATE, BURST = 10.0, 2
PRECISION = 0.01
"""The rate limit counts whole milliseconds."""


class Service:
    """A sandbox on a port, which serves from a thread: a process of its own takes a second to start."""

    def __init__(self, sandbox: Sandbox, url: str) -> None:
        self.url, self.token, self.workspace = url, sandbox.token, sandbox.workspace_id
        self._sandbox = sandbox

    def requests(self) -> list[Request]:
        return self._sandbox.requests

    def delay(self, seconds: float) -> None:
        """Delay every response, so that processes are killed during a request."""
        self._sandbox.faults.add(Fault(delay=seconds))

    @contextmanager
    def pause(self, after: int) -> Iterator[None]:
        """Withhold all responses after this many requests until the block ends: no process ends before it is killed."""
        ended = Event()

        async def sleep(seconds: float) -> None:
            await asyncio.sleep(seconds)
            while len(self.requests()) >= after and not ended.is_set():
                await asyncio.sleep(0.01)

        self._sandbox.faults.sleep = sleep
        yield
        ended.set()


@pytest.fixture
def service() -> Iterator[Service]:
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        yield Service(sandbox, server.track_url)


@pytest.fixture(scope="module")
def _start_forkserver() -> None:
    """Fork the processes from one that has imported everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{ROOT}:{ROOT}/generated")
        get_context("forkserver").set_forkserver_preload([sharing_worker.__name__])
        forkserver.ensure_running()


class Worker:
    """A process that sends requests; it waits for `start`."""

    def __init__(self, *arguments: Any) -> None:
        context = get_context("forkserver")
        self.pipe: Connection[Any, Any]
        self.pipe, theirs = context.Pipe()
        self.process: ForkServerProcess = context.Process(target=sharing_worker.main, args=(theirs, *arguments))
        self.process.start()
        theirs.close()

    def receive(self) -> str:
        """Return the next message of the process."""
        assert self.pipe.poll(60), "it says nothing"
        message: str = self.pipe.recv()
        return message

    def close(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def run_workers(
    service: Service, number: int, kind: str, place: str, rate: float, requests: int, kill_after: int | None
) -> list[str]:
    """Run processes that start at the same time and return how they end.

    The first one is killed with SIGKILL after this many requests of all.
    """
    options = {"base_url": service.url, "token": service.token, "shared": place}
    workers = [Worker(kind, options, rate, requests, service.workspace) for _ in range(number)]
    try:
        for one in workers:
            assert one.receive() == "ready"
        with service.pause(requests * number if kill_after is None else kill_after):
            for one in workers:
                one.pipe.send("start")
            if kill_after is not None:
                eventually(lambda: len(service.requests()) >= kill_after)
                assert workers[0].process.is_alive(), "it ended before it could be killed"
                workers[0].process.kill()
                workers[0].process.join()
        return [one.receive() for one in workers[kill_after is not None :]]
    finally:
        for one in workers:
            one.close()


def eventually(condition: Callable[[], bool]) -> None:
    for _ in range(3_000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("never")


@pytest.mark.parametrize("killed", [False, True], ids=["all live", "one is killed"])
@pytest.mark.parametrize("kind", ["threads", "asyncio"])
@pytest.mark.usefixtures("_start_forkserver")
def test_processes_do_not_exceed_the_quota(service: Service, place: str, kind: str, killed: bool) -> None:
    with Track(base_url=service.url, token=service.token, shared=place) as track:
        track.raw.list_workspace_tasks(service.workspace, per_page=1)  # from here on it is known
    service.delay(0.02)
    ends = run_workers(service, 3, kind, place, rate=0, requests=40, kill_after=10 if killed else None)
    assert ends == ["spent known"] * (3 - killed)
    statuses = [request.status for request in service.requests()]
    assert set(statuses) <= {200, None}  # None: the client was killed before the response
    # Requests in flight of the killed process may never have been sent.
    lost = (3 if kind == "asyncio" else 1) if killed else 0
    assert 30 - lost <= len(statuses) <= 30


@pytest.mark.parametrize("killed", [False, True], ids=["all live", "one is killed"])
@pytest.mark.parametrize("kind", ["threads", "asyncio"])
@pytest.mark.usefixtures("_start_forkserver")
def test_processes_respect_the_rate_limit(service: Service, place: str, kind: str, killed: bool) -> None:
    service.delay(0.001)
    began = time.time()
    ends = run_workers(service, 3, kind, place, rate=RATE, requests=5, kill_after=4 if killed else None)
    assert ends == ["done"] * (3 - killed)
    log = [request.at.timestamp() for request in service.requests()]
    assert len(log) >= 10
    # A busy machine can only delay requests on their way: none may arrive earlier than the rate allows.
    for number, arrived in enumerate(log, 1):
        assert number <= BURST + RATE * (arrived - began + PRECISION), f"{number} within {arrived - began:.2f} s"
