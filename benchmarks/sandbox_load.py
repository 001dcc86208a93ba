"""Load test of the sandbox: pages of long lists, and 50 clients at once. `make bench-sandbox`.

Times are compared alternately within one run, since two runs differ by more than the effect to measure. The servers are
separate processes, started by the command.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, Final

import httpx
from attrs import asdict

from toggl_sandbox import Clock, Sandbox
from toggl_sandbox.clock import FROZEN_AT

from .rounds import ratio

ROOT: Final = Path(__file__).parent.parent
SIZES: Final = (10_000, 100_000)
TOLERANCE: Final = 0.2
"""Maximum ratio of the times of a page in lists of different length."""
CLIENTS: Final = 50
COMMAND: Final = (str(Path(sys.executable).with_name("toggl-tasks")), "sandbox", "--port", "0")


@dataclass
class Verdicts:
    """The results, as lines and as values; ``missed`` contains the missed budgets."""

    values: dict[str, Any] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def add(self, name: str, line: str, value: object, met: bool = True) -> None:
        """Print a result immediately."""
        print(f"{name:60} {line}{'' if met else '   MISSED'}", flush=True)
        self.values[name] = value
        if not met:
            self.missed.append(name)


# Servers


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command; its process, and where it listens."""
    with subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process, origin_of(process)
        finally:
            process.kill()


def origin_of(process: subprocess.Popen[str]) -> str:
    """Read the URL that a server prints."""
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise SystemExit("the sandbox did not start")


@dataclass(frozen=True)
class Place:
    """A running sandbox, and the addresses of its tasks."""

    origin: str
    about: dict[str, Any]

    @classmethod
    def of(cls, origin: str) -> Place:
        """Read the ids of a sandbox."""
        return cls(origin, httpx.get(f"{origin}/_sandbox/", trust_env=False).json())

    @property
    def workspace(self) -> str:
        """The workspace in Track."""
        return f"{self.origin}/api/v9/workspaces/{self.about['workspace_id']}"

    @property
    def project(self) -> str:
        """The tasks of a project in Track."""
        return f"{self.workspace}/projects/{self.about['project_id']}/tasks"

    @property
    def focus(self) -> str:
        """The tasks of the workspace in Focus."""
        about = self.about
        return f"{self.origin}/api/organizations/{about['organization_id']}/workspaces/{about['workspace_id']}/tasks"

    @property
    def credentials(self) -> tuple[str, str]:
        """The user's, for either API."""
        return self.about["email"], self.about["password"]

    def contents(self) -> dict[str, Any]:
        """Export its state."""
        answer = httpx.get(f"{self.origin}/_sandbox/state", timeout=60, trust_env=False)
        contents: dict[str, Any] = answer.json()["contents"]
        return contents


# Pages


def state_with_tasks(number: int) -> bytes:
    """Return the state of a sandbox with this number of equal tasks of each API in its workspace."""
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox:
        state, new_id = sandbox.state, sandbox.state.identifiers.next
        track_task = next(task for task in state.track_tasks.of_project(sandbox.project_id) if task.active)
        focus_task = next(task for task in state.focus_tasks if not task.private and task.project_id is None)
        for one in range(number):
            # Names in another order than the ids.
            name = f"Task {one * 7919 % number:06}"
            state.track_tasks.add(replace(track_task, id=new_id("track task"), name=name))
            state.focus_tasks.add(replace(focus_task, id=new_id("focus task"), name=name))
        return sandbox.export_state()


PAGES: Final[dict[str, Callable[[Place], str]]] = {
    "Track, by name": lambda at: f"{at.workspace}/tasks?per_page=200&page=20",
    "Track, newest first": lambda at: (
        f"{at.workspace}/tasks?per_page=200&page=20&sort_field=created_at&sort_order=DESC"
    ),
    "Track, of a project, with search": lambda at: (
        f"{at.workspace}/tasks?per_page=200&page=20&pid={at.about['project_id']}&search=task"
    ),
    "Track, mine": lambda at: f"{at.origin}/api/v9/me/tasks?per_page=200&offset=4000",
    "Focus": lambda at: f"{at.focus}?per_page=100&page=40",
    "Focus, by name, descending": lambda at: f"{at.focus}?per_page=100&page=40&order_by=-name",
    "Focus, with filters": lambda at: f"{at.focus}?per_page=100&page=40&private=false&name=task",
}


def measure_pages(verdicts: Verdicts, rounds: int) -> None:
    """Read the same page from a small and a large sandbox alternately."""
    with ExitStack() as stack:
        places = []
        for size in SIZES:
            place = Place.of(stack.enter_context(serving())[1])
            httpx.put(f"{place.origin}/_sandbox/state", content=state_with_tasks(size), timeout=120).raise_for_status()
            places.append(place)
        client = stack.enter_context(httpx.Client(auth=places[0].credentials, timeout=60, trust_env=False))
        for name, url in PAGES.items():
            firsts: list[float] = []
            times: list[list[float]] = [[], []]
            for number in range(rounds + 1):
                for place, taken in zip(places, times, strict=True):
                    start = time.perf_counter()
                    reply = client.get(url(place))
                    (taken if number else firsts).append((time.perf_counter() - start) * 1000)
                    assert reply.status_code == 200, reply.text
            dearer = ratio(times[1], times[0])
            small, large = map(median, times)
            verdicts.add(
                f"page, {SIZES[1]:,} against {SIZES[0]:,}: {name}",
                f"x {dearer.median:.2f} ({dearer.low:.2f} to {dearer.high:.2f})   {small:.2f} and {large:.2f} ms, "
                f"the first one {firsts[0]:.0f} and {firsts[1]:.0f} ms",
                {"ratio": asdict(dearer), "milliseconds": [small, large], "first": firsts},
                abs(dearer.median - 1) <= TOLERANCE,
            )


# Load


@dataclass
class Worker:
    """One of the clients, with the changes that the server acknowledged."""

    number: int
    place: Place
    names: dict[int, str | None] = field(default_factory=dict)
    """Name of each of its tasks by id; None for a deleted one."""
    requests: int = 0
    errors: list[str] = field(default_factory=list)

    async def run(self, end: float) -> None:
        """Send requests until a time of ``time.monotonic``."""
        async with httpx.AsyncClient(auth=self.place.credentials, timeout=60, trust_env=False) as client:
            for step in count():
                try:
                    await self._step(client, f"{self.number}.{step}", end)
                except (httpx.HTTPError, AssertionError) as error:
                    self.errors.append(f"{type(error).__name__}: {error}")
                if time.monotonic() > end:
                    return

    async def _step(self, client: httpx.AsyncClient, name: str, end: float) -> None:
        async def send(method: str, url: str, body: object = None) -> Any:
            self.requests += 1
            reply = await client.request(method, url, json=body)
            assert reply.is_success, f"{reply.status_code} {reply.text}"
            return reply.json() if reply.content else None

        at = self.place
        kept, gone = [(await send("POST", at.project, {"name": f"{word} {name}"}))["id"] for word in ("kept", "gone")]
        self.names |= {kept: f"kept {name}", gone: f"gone {name}"}
        page = await send("GET", f"{at.workspace}/tasks?per_page=50&search={name}")
        assert {kept, gone} <= {one["id"] for one in page["data"] or ()}, "a list lacks what was created"
        await send("PUT", f"{at.project}/{kept}", {"name": f"changed {name}"})
        self.names[kept] = f"changed {name}"
        await send("DELETE", f"{at.project}/{gone}")
        self.names[gone] = None
        made = await send("POST", f"{at.focus}/bulk", {"tasks": [{"name": f"bulk {name}"}] * 3})
        self.names |= {one["id"]: one["name"] for one in made}
        await send("GET", f"{at.focus}?per_page=50")
        await send("DELETE", f"{at.focus}/{made[0]['id']}")
        self.names[made[0]["id"]] = None


def lost(workers: list[Worker], contents: dict[str, Any]) -> int:
    """Count the tasks that differ from what was acknowledged, or that no client created."""
    found: dict[int, str] = {
        one["id"]: one["name"] for one in contents["track_tasks"] if one["server_deleted_at"] is None
    }
    found |= {one["id"]: one["name"] for one in contents["focus_tasks"] if one["deleted_at"] is None}
    expected = {number: name for worker in workers for number, name in worker.names.items()}
    wrong: int = sum(found.get(number) != name for number, name in expected.items())
    ours = {number for number, name in found.items() if re.fullmatch(r"(kept|gone|changed|bulk) \d+\.\d+", name)}
    return wrong + len(ours - expected.keys()) + sum(len(one.names) for one in workers) - len(expected)


def measure_load(verdicts: Verdicts, seconds: float, file: Path | None) -> None:
    """Run all clients concurrently; with a file, kill the server afterwards and check what a new one loads."""
    options = ("--persist", str(file)) if file else ()

    async def work(workers: list[Worker]) -> None:
        end = time.monotonic() + seconds
        await asyncio.gather(*(worker.run(end) for worker in workers))

    with serving(*options) as (process, origin):
        place = Place.of(origin)
        workers = [Worker(number, place) for number in range(CLIENTS)]
        start = time.monotonic()
        asyncio.run(work(workers))
        rate = sum(worker.requests for worker in workers) / (time.monotonic() - start)
        losses = lost(workers, place.contents())
        process.kill()
    if file:
        with serving(*options) as (_, origin):
            losses += lost(workers, Place.of(origin).contents())
    errors = [error for worker in workers for error in worker.errors]
    acknowledged = sum(len(worker.names) for worker in workers)
    verdicts.add(
        f"{CLIENTS} clients for {seconds:g} s{', with --persist and a kill' if file else ''}",
        f"{rate:.0f} requests/s, {len(errors)} errors, {losses} of {acknowledged} tasks lost",
        {"requests_per_second": rate, "errors": errors[:20], "lost": losses, "tasks": acknowledged},
        not errors and not losses,
    )


def main(arguments: list[str] | None = None) -> int:
    """Exit codes: 0 all budgets met, 1 one is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sandbox_load", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds of each, to see that it works")
    quick = parser.parse_args(arguments).quick
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as folder:
        measure_pages(verdicts, 5 if quick else 100)
        for file in (None, Path(folder) / "state.db"):
            measure_load(verdicts, 2 if quick else 30, file)
    written = ROOT / "build" / "sandbox_load.json"
    written.parent.mkdir(exist_ok=True)
    written.write_text(json.dumps(verdicts.values, indent=1) + "\n")
    print(f"\nwritten: {written}", file=sys.stderr)
    return int(bool(verdicts.missed))


if __name__ == "__main__":
    sys.exit(main())
