"""One measurement in a separate process: `python -m benchmarks.measure KIND PEER …`.

Short work (`read`, `call`, `encode`) is repeated by pyperf; the rest is done once. The last line of the output has the
values by name as JSON. CPU time is that of this process alone, so that a busy machine does not stretch it.
"""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import tasks
from .peers import TOKEN, peer


def read(name: str, api: str) -> Callable[[], Any]:
    body = tasks.track_page() if api == "track" else tasks.focus_page()
    reader = peer(name).reader(api)
    return lambda: reader(body)


def call(name: str, url: str) -> Callable[[], Any]:
    return peer(name).caller(url)


def encode(name: str) -> Callable[[], Any]:
    return peer(name).encoder(tasks.new_tasks())


def listing(name: str, url: str, total: str) -> dict[str, float]:
    """CPU and wall time of a loop over all tasks, the client's construction included and imports not."""
    expected = int(total)
    for _ in peer(name).listing(url, tasks.TRACK_PAGE):  # imports and first use
        pass
    server_before = _server_cpu(url)
    cpu, wall = time.process_time(), time.perf_counter()
    count = sum(1 for _ in peer(name).listing(url, expected))
    taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    busy = (_server_cpu(url) - server_before) / taken["wall"]
    assert count == expected, count
    assert busy < 0.5, f"the local service was busy {busy:.0%} of the time: it was measured, not the client"
    return taken


def _server_cpu(url: str) -> float:
    """The CPU time that the local service has taken so far."""
    with urllib.request.urlopen(f"{url}/served") as answer:  # noqa: S310 - our own
        return int(answer.read()) / 1_000_000


def prefetch(pages: str, url: str, total: str) -> dict[str, float]:
    """Wall time of a loop over all tasks with prefetched pages; the service takes 100 ms for each response."""
    from toggl_tasks import AsyncTrack, Track

    expected = int(total)

    async def count() -> int:
        async with AsyncTrack(token=TOKEN, base_url=f"{url}/slow", pace=None) as track:
            return len([task async for task in track.tasks.list(expected, prefetch=int(pages))])

    taken = {}
    start = time.perf_counter()
    with Track(token=TOKEN, base_url=f"{url}/slow", pace=None) as track:
        assert sum(1 for _ in track.tasks.list(expected, prefetch=int(pages))) == expected
    taken["threads"] = time.perf_counter() - start
    start = time.perf_counter()
    assert asyncio.run(count()) == expected
    taken["asyncio"] = time.perf_counter() - start
    return taken


def imports(name: str, url: str) -> dict[str, float]:
    """CPU time that a bare interpreter takes to the end of the import, of the first client, of the first call."""
    module = peer(name)
    program = [
        "import sys, time",
        "url, token = sys.argv[1:]",
        "taken = [time.process_time()]",
        *(f"{part}\ntaken.append(time.process_time())" for part in (module.IMPORT, module.CLIENT, module.CALL)),
        "print(*taken)",
    ]
    command = [sys.executable, "-c", "\n".join(program), url, TOKEN]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    start, *stages = map(float, done.stdout.split())
    return dict(zip(("import", "client", "call"), (stage - start for stage in stages), strict=True))


def stream(name: str, url: str, total: str) -> dict[str, float]:
    """Peak memory of one loop over all tasks, and its growth after the first 1,000 tasks."""
    early = 0
    for count, _ in enumerate(peer(name).listing(url, int(total)), 1):
        if count == 1000:
            early = _memory("VmHWM")
    assert count == int(total), count
    return {"growth": _memory("VmHWM") - early, "peak": _memory("VmHWM")}


def hold(name: str, url: str, total: str) -> dict[str, float]:
    """Peak memory when all tasks are held in a list, above that of the imported client."""
    for _ in peer(name).listing(url, tasks.TRACK_PAGE):
        pass
    gc.collect()
    before = _memory("VmRSS")
    held = list(peer(name).listing(url, int(total)))
    assert len(held) == int(total)
    return {"held": _memory("VmHWM") - before}


def _memory(name: str) -> int:
    """Bytes, as Linux counts them for this process; `ru_maxrss` would begin with the peak of the parent."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise LookupError(name)


VALUE = 0.04
"""Seconds that one value of pyperf takes, of which the median is used."""
REPEATED: dict[str, Callable[..., Callable[[], Any]]] = {"read": read, "call": call, "encode": encode}
ONCE: dict[str, Callable[..., dict[str, float]]] = {
    "listing": listing,
    "imports": imports,
    "prefetch": prefetch,
    "stream": stream,
    "hold": hold,
}


def measure_repeatedly(work: Callable[[], Any]) -> dict[str, float]:
    """The median CPU time of short work."""
    import pyperf

    def seconds(loops: int) -> float:
        repeats = range(loops)
        start = time.process_time()
        for _ in repeats:
            work()
        return time.process_time() - start

    seconds(1)  # the first call is slower
    loops = max(1, round(VALUE / seconds(1)))
    sys.argv[1:] = ["--worker", f"--loops={loops}", "--warmups=1", "--values=5", "--quiet"]
    benchmark = pyperf.Runner().bench_time_func("work", seconds)
    return {"cpu": benchmark.median()}


def main() -> None:
    kind, *arguments = sys.argv[1:]
    values = measure_repeatedly(REPEATED[kind](*arguments)) if kind in REPEATED else ONCE[kind](*arguments)
    print(json.dumps(values))


if __name__ == "__main__":
    main()
