"""A server for Track's lists in a separate process: all responses are created before the first request.

It only copies bytes to a socket, so that the benchmarks do not measure the server; `/served` returns its CPU time. A
listing of any length repeats the same 50 pages of tasks, with other ids and in an envelope of its own number. Below
`/slow` each response comes 100 ms after its request.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from .tasks import TRACK_PAGE, block, envelope, one_task

BLOCKS = 50
FIRST_DIGITS = b'"id":1000'
"""How the ids of all tasks begin. They are others each time that the blocks repeat: a client may drop repeated ids."""
SLOW = 0.1
"""Seconds."""
_LISTING = re.compile(rb"GET (?:/slow)?/workspaces/(\d+)/tasks\?\S*?\bpage=(\d+)")
_FIRST = re.compile(rb"GET (?:/slow)?/workspaces/(\d+)/tasks\?")


class Service(asyncio.Protocol):
    """One connection. `/workspaces/N/tasks` is a workspace of N tasks."""

    blocks: tuple[bytes, ...]
    task: bytes

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.received = b""

    def data_received(self, data: bytes) -> None:
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            request, self.received = self.received[:end], self.received[end + 4 :]
            body = self.answer(request)
            head = (
                b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n"
                b"x-toggl-quota-remaining: 599\r\nx-toggl-quota-resets-in: 3600\r\n"
                b"x-toggl-request-id: 0123456789abcdef0123456789abcdef\r\n\r\n"
            )
            reply = (head % len(body), body)
            if request.startswith(b"GET /slow"):
                asyncio.get_running_loop().call_later(SLOW, self.transport.writelines, reply)
            else:
                self.transport.writelines(reply)

    def answer(self, request: bytes) -> bytes:
        listing = _LISTING.match(request) or _FIRST.match(request)
        if listing:
            number = int(listing[2]) if listing.lastindex == 2 else 1
            total = int(listing[1])
            tasks = self.blocks[(number - 1) % BLOCKS] if (number - 1) * TRACK_PAGE < total else b"[]"
            if number > BLOCKS:
                tasks = tasks.replace(FIRST_DIGITS, b"%s%d" % (FIRST_DIGITS[:-4], 1000 + (number - 1) // BLOCKS))
            return envelope(tasks, number, total)
        if request.startswith(b"GET /served"):
            return b"%d" % (time.process_time() * 1_000_000)
        return self.task


async def serve() -> None:
    Service.blocks = tuple(block(number) for number in range(1, BLOCKS + 1))
    Service.task = one_task()
    server = await asyncio.get_running_loop().create_server(Service, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def running() -> Iterator[str]:
    """Run a server for the `with` block; returns its base URL."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


if __name__ == "__main__":
    asyncio.run(serve())
