"""Several processes together keep the pace and the quota, also when one is killed: the service's log is the witness."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.facade.test_imports import ROOT
from toggl_sandbox import Fault, Sandbox, running
from toggl_sandbox.request_log import Request
from toggl_tasks import Track

RATE, BURST = 4.0, 2
SLACK = 2.0
"""Seconds by which a busy machine may delay a request on its way: the log has times of arrival."""


class Service:
    """A sandbox on a port, which serves from a thread: a process of its own takes a second to start."""

    def __init__(self, sandbox: Sandbox, url: str) -> None:
        self.url, self.token, self.workspace = url, sandbox.token, str(sandbox.workspace_id)
        self._sandbox = sandbox

    def requests(self) -> list[Request]:
        return self._sandbox.requests

    def delay(self, seconds: float) -> None:
        """Delay every response, so that processes are killed during a request."""
        self._sandbox.faults.add(Fault(delay=seconds))


@pytest.fixture
def service() -> Iterator[Service]:
    with Sandbox(plan="free") as sandbox, running(sandbox) as server:
        yield Service(sandbox, server.track_url)


@contextmanager
def workers(service: Service, number: int, kind: str, place: str, rate: float, requests: int) -> Iterator[list[Any]]:
    """Processes that start at the same time."""
    command = [sys.executable, "-m", "tests.support.sharing_worker", kind, service.url, service.token, place]
    command += [str(rate), str(requests), service.workspace]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    processes: list[Any] = [subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": f"{ROOT}:{ROOT}/generated"}, **pipes)
            for _ in range(number)]  # fmt: skip
    try:
        for one in processes:
            one.stdin.write("\n")
            one.stdin.flush()
        yield processes
    finally:
        for one in processes:
            one.kill()
            one.communicate()


def kill_one(processes: list[Any], service: Service, after: int) -> None:
    """Kill a process with SIGKILL after this many requests."""
    eventually(lambda: len(service.requests()) >= after)
    assert processes[0].poll() is None, "it ended before it could be killed"
    processes[0].kill()


def eventually(condition: Callable[[], bool]) -> None:
    for _ in range(3_000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("never")


def ends(processes: list[Any]) -> list[str]:
    return [one.communicate(timeout=60)[0].strip() for one in processes]


@pytest.mark.parametrize("killed", [False, True], ids=["all live", "one is killed"])
@pytest.mark.parametrize("kind", ["threads", "asyncio"])
def test_processes_do_not_exceed_the_quota(service: Service, place: str, kind: str, killed: bool) -> None:
    with Track(base_url=service.url, token=service.token, shared=place) as track:
        track.raw.list_workspace_tasks(int(service.workspace), per_page=1)  # from here on it is known
    service.delay(0.05)
    with workers(service, 3, kind, place, rate=0, requests=40) as processes:
        if killed:
            kill_one(processes, service, after=10)
        assert ends(processes)[killed:] == ["spent known"] * (3 - killed)
    statuses = [request.status for request in service.requests()]
    assert set(statuses) <= {200, None}  # None: the client was killed before the response
    # Requests in flight of the killed process may never have been sent.
    lost = (3 if kind == "asyncio" else 1) if killed else 0
    assert 30 - lost <= len(statuses) <= 30


@pytest.mark.parametrize("killed", [False, True], ids=["all live", "one is killed"])
@pytest.mark.parametrize("kind", ["threads", "asyncio"])
def test_processes_respect_the_rate_limit(service: Service, place: str, kind: str, killed: bool) -> None:
    with workers(service, 3, kind, place, rate=RATE, requests=5) as processes:
        if killed:
            kill_one(processes, service, after=4)
        assert ends(processes)[killed:] == ["done"] * (3 - killed)
    log = [request.at.timestamp() for request in service.requests()]
    assert len(log) >= 10
    for first, begins in enumerate(log):
        for last in range(first, len(log)):
            window = log[last] - begins
            assert last - first + 1 <= BURST + RATE * (window + SLACK), f"{last - first + 1} within {window:.2f} s"
