"""A process that sends a number of requests, or until its quota is spent; tests run several of it at once."""

from __future__ import annotations

import asyncio
from multiprocessing.connection import Connection
from typing import Any

import httpx
import redis

from toggl_tasks import AsyncTrack, Pace, QuotaExceeded, Track, _shared_redis, _shared_sqlite

PRELOADED = (httpx, redis, _shared_redis, _shared_sqlite)
"""Modules that a client imports when it is made: the processes are forks of one that has imported this module."""


def main(
    pipe: Connection[Any, Any], kind: str, options: dict[str, Any], rate: float, number: int, workspace: int
) -> None:
    options["pace"] = Pace(rate, burst=2) if rate else None
    pipe.send("ready")
    pipe.recv()  # all start at once
    try:
        if kind == "threads":
            with Track(**options) as track:
                for _ in range(number):
                    track.raw.list_workspace_tasks(workspace, per_page=1)
        else:
            asyncio.run(send_concurrently(options, number, workspace))
    except QuotaExceeded as error:
        pipe.send("spent refused" if error.response is not None else "spent known")
    else:
        pipe.send("done")


async def send_concurrently(options: Any, number: int, workspace: int) -> None:
    """Send from three tasks of one event loop."""
    async with AsyncTrack(**options) as track:
        shares = [send_some(track, number // 3 + (share < number % 3), workspace) for share in range(3)]
        for end in await asyncio.gather(*shares, return_exceptions=True):
            if end is not None:
                raise end


async def send_some(track: AsyncTrack, number: int, workspace: int) -> None:
    for _ in range(number):
        await track.raw.list_workspace_tasks(workspace, per_page=1)
