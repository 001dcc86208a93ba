"""The measurements, the comparisons, and the budgets of the design."""

from __future__ import annotations

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from attrs import field, frozen

from .environment import BUILD, PROJECT, ROOT, Skipped, prism, run
from .peers import LABELS, OURS
from .rounds import Values

DICTS, FLOOR, STOCK, HTTPX2, OPENAPI_GENERATOR = [name for name in LABELS if name != OURS]
EVERYBODY = tuple(LABELS)


@frozen
class Metric:
    """One of the numbers in the results of a row."""

    name: str
    title: str
    unit: str
    """`s`, `B` or `1/s`."""
    budgets: Mapping[str, float] = field(factory=dict)
    """Maximum ratio of this client to each other one; under its own name, the maximum of its value.

    For `1/s`, the minimum.
    """


@frozen(kw_only=True)
class Row:
    """A task that several members do, and how it is measured."""

    name: str
    title: str
    metrics: tuple[Metric, ...]
    members: tuple[str, ...]
    """The members; the first is this client."""
    measure: Callable[[str, str], Values]
    """Takes the name of a member and the address of the local service."""
    rounds: int
    missing: Callable[[], str | None] = lambda: None
    """The reasons why some members cannot be measured here; they are omitted."""


def worker(kind: str, *arguments: str) -> Callable[[str, str], Values]:
    """A measurement of `benchmarks.measure`; the argument `URL` is replaced by the URL of the service."""

    def measure(member: str, url: str) -> Values:
        given = [url if argument == "URL" else argument for argument in arguments]
        output = run([sys.executable, "-m", "benchmarks.measure", kind, member, *given])
        values: Values = json.loads(output.splitlines()[-1])  # pyperf prints lines before
        return values

    return measure


def generate(stage: str, url: str) -> Values:
    """`make generate` from scratch, and again when everything is up to date."""
    stamp = BUILD / "bench-generated"
    stamp.unlink(missing_ok=True)
    taken = {}
    for name in ("cold", "warm"):
        start = time.perf_counter()
        run(["make", "generate", f"FRESH={stamp}"])
        taken[name] = time.perf_counter() - start
    return taken


def sandbox(member: str, url: str) -> Values:
    """Time from the start of the program to its first response, and requests a second on one connection."""
    port = free_port()
    if member == "Prism":
        command: list[str | Path] = [*prism(), "mock", "--port", str(port), ROOT / "spec/track.yaml"]
        place = "/workspaces/1/projects/2/tasks"
    else:
        command = [PROJECT / "toggl-tasks", "sandbox", "--port", str(port)]
        place = "/api/v9/workspaces/6000001/projects/200000001/tasks"
    start = time.perf_counter()
    with program(command), closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        while not can_connect(connection):
            if time.perf_counter() - start > STARTING:
                raise RuntimeError(f"{member} does not listen after {STARTING} s")
            time.sleep(0.005)
        listed = json.loads(get_body(connection, place))
        first = time.perf_counter() - start
        place += f"/{listed[0]['id']}"
        count, began = 0, time.perf_counter()
        while (taken := time.perf_counter() - began) < 1:
            get_body(connection, place)
            count += 1
        return {"start": first, "rate": count / taken}


STARTING = 60
"""Maximum number of seconds to wait until a server listens."""
AUTHORIZATION = {"authorization": f"Basic {b64encode(b'sandbox-track-token:api_token').decode()}"}


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def can_connect(connection: http.client.HTTPConnection) -> bool:
    try:
        connection.connect()
    except OSError:
        return False
    return True


def get_body(connection: http.client.HTTPConnection, place: str) -> bytes:
    connection.request("GET", place, headers=AUTHORIZATION)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise RuntimeError(f"{place}: {response.status} {body[:200]!r}")
    return body


@contextmanager
def program(command: list[str | Path]) -> Iterator[None]:
    """A server that runs for the duration of a block."""
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent, start_new_session=True) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def in_process(member: str, url: str) -> Values:
    """Time from the import of the sandbox to the first response to a client; or of the import of httpx."""
    if member == HTTPX:
        text = "import time; start = time.perf_counter(); import httpx; print(time.perf_counter() - start)"
        return {"start": float(run([sys.executable, "-c", text]))}
    text = (
        "import time; start = time.perf_counter()\n"
        "from toggl_sandbox import Sandbox\n"
        "with Sandbox() as sandbox:\n"
        "    sandbox.track().tasks.list(sandbox.workspace_id).total\n"
        "    print(time.perf_counter() - start)"
    )
    return {"start": float(run([PROJECT / "python", "-c", text]))}


def command_line(member: str, url: str) -> Values:
    """CPU time of the command line's fastest commands, or of a program that only imports httpx."""
    if member == IMPORT_HTTPX:
        taken = cpu_of([PROJECT / "python", "-c", "import httpx"])
        return {"version": taken, "help": taken}
    return {name: cpu_of([PROJECT / "toggl-tasks", f"--{name}"]) for name in ("version", "help")}


def cpu_of(command: list[str | Path]) -> float:
    """The CPU time of a program in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def sync(member: str, url: str, total: int = 100_000) -> Values:
    """Load tasks into DuckDB, with the packages of the project."""
    output = run([PROJECT / "python", "-m", "benchmarks.sync", member, url, str(total)])
    values: Values = json.loads(output.splitlines()[-1])
    return values


def sync_memory(member: str, url: str) -> Values:
    """The memory that loading takes for the first million tasks, or for the first 100,000."""
    return {"memory": sync(OURS, url, 1_000_000 if member == OURS else 100_000)["memory"]}


def without_prism() -> str | None:
    """The reason why Prism cannot be compared, if there is one."""
    try:
        prism()
    except Skipped as reason:
        return str(reason)
    return None


IMPORT_HTTPX = "python -c 'import httpx'"
SERIAL = "one page after the other"
HTTPX = "import of httpx"
REST_API = "rest_api of dlt"
SMALLER = "100,000 tasks"
CPU = "CPU time"
PARSE = {STOCK: 0.15, FLOOR: 1.2}
LISTING = (Metric("cpu", CPU, "s", {DICTS: 0.75}), Metric("wall", "wall time", "s"))
MEBIBYTE = 1024 * 1024
ROWS = (
    Row(
        name="read-track",
        title="read one page of 200 Track tasks",
        metrics=(Metric("cpu", CPU, "s", PARSE),),
        members=EVERYBODY,
        measure=worker("read", "track"),
        rounds=9,
    ),
    Row(
        name="read-focus",
        title="read one page of 100 Focus tasks, nested",
        metrics=(Metric("cpu", CPU, "s", PARSE),),
        members=EVERYBODY,
        measure=worker("read", "focus"),
        rounds=9,
    ),
    Row(
        name="list-10000",
        title="list 10,000 tasks",
        metrics=LISTING,
        members=EVERYBODY,
        measure=worker("listing", "URL", "10000"),
        rounds=9,
    ),
    Row(
        name="list-100000",
        title="list 100,000 tasks",
        metrics=LISTING,
        members=EVERYBODY,
        measure=worker("listing", "URL", "100000"),
        rounds=5,
    ),
    Row(
        name="prefetch",
        title="list 10,000 tasks at 100 ms a response, prefetch=4",
        metrics=(
            Metric("threads", "wall time, threads", "s", {SERIAL: 0.35}),
            Metric("asyncio", "wall time, asyncio", "s", {SERIAL: 0.35}),
        ),
        members=(OURS, SERIAL),
        measure=lambda member, url: worker("prefetch", "URL", "10000")("4" if member == OURS else "0", url),
        rounds=3,
    ),
    Row(
        name="call",
        title="read one task over HTTP",
        metrics=(Metric("cpu", CPU, "s", {DICTS: 1.0}),),
        members=EVERYBODY,
        measure=worker("call", "URL"),
        rounds=9,
    ),
    Row(
        name="encode",
        title="check and write 100 new tasks",
        metrics=(Metric("cpu", CPU, "s", {DICTS: 0.7}),),
        members=EVERYBODY,
        measure=worker("encode"),
        rounds=9,
    ),
    Row(
        name="import",
        title="start a program",
        metrics=(
            Metric("import", "CPU time of the import", "s", {DICTS: 0.25}),
            Metric("client", "CPU time to the first client", "s"),
            Metric("call", "CPU time to the first call", "s", {DICTS: 1.25}),
        ),
        members=(OURS, DICTS, STOCK, HTTPX2, OPENAPI_GENERATOR),
        measure=worker("imports", "URL"),
        rounds=9,
    ),
    Row(
        name="stream",
        title="stream 1,000,000 tasks",
        metrics=(
            Metric("growth", "memory above the first 1,000", "B", {OURS: 12 * MEBIBYTE}),
            Metric("peak", "peak of the memory", "B"),
        ),
        members=(OURS, DICTS),
        measure=worker("stream", "URL", "1000000"),
        rounds=2,
    ),
    Row(
        name="hold",
        title="hold 100,000 tasks",
        metrics=(Metric("held", "peak of the memory", "B"),),
        members=EVERYBODY,
        measure=worker("hold", "URL", "100000"),
        rounds=3,
    ),
    Row(
        name="command-line",
        title="start the command line",
        metrics=(
            Metric("version", "CPU time of toggl-tasks --version", "s", {IMPORT_HTTPX: 1.0}),
            Metric("help", "CPU time of toggl-tasks --help", "s", {IMPORT_HTTPX: 1.0}),
        ),
        members=(OURS, IMPORT_HTTPX),
        measure=command_line,
        rounds=9,
    ),
    Row(
        name="sync",
        title="load 100,000 tasks into DuckDB",
        metrics=(
            Metric("wall", "wall time", "s", {REST_API: 0.5}),
            Metric("cpu", CPU, "s", {REST_API: 0.5}),
            Metric("memory", "peak of the memory above the imports", "B"),
        ),
        members=(OURS, REST_API),
        measure=sync,
        rounds=3,
    ),
    Row(
        name="sync-memory",
        title="load 1,000,000 tasks into DuckDB",
        metrics=(Metric("memory", "peak of the memory above the imports", "B", {SMALLER: 2.0, OURS: 512 * MEBIBYTE}),),
        members=(OURS, SMALLER),
        measure=sync_memory,
        rounds=1,
    ),
    Row(
        name="generate",
        title="make generate",
        metrics=(
            Metric("cold", "cold", "s", {OURS: 15.0}),
            Metric("warm", "with nothing to do", "s", {OURS: 1.0}),
        ),
        members=(OURS,),
        measure=generate,
        rounds=3,
    ),
    Row(
        name="sandbox-in-process",
        title="sandbox in process",
        metrics=(Metric("start", "import to first answer", "s", {HTTPX: 4.0}),),
        members=(OURS, HTTPX),
        measure=in_process,
        rounds=5,
    ),
    Row(
        name="sandbox",
        title="sandbox on a port",
        metrics=(
            Metric("start", "start to first answer", "s", {"Prism": 0.3}),
            Metric("rate", "requests a second", "1/s", {"Prism": 4.0}),
        ),
        members=(OURS, "Prism"),
        measure=sandbox,
        rounds=5,
        missing=without_prism,
    ),
)
